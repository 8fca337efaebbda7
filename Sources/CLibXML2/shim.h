// libxml2 (Debian: libxml2-dev): its SAX2 push parser reads TOTEM budgets and plans de comptes as a stream.
#include <libxml/parser.h>
