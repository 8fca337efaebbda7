// libarchive (Debian: libarchive-dev): reads the members of zip files, which every XLSX is.
#include <archive.h>
#include <archive_entry.h>
