// libxml2 (Debian: libxml2-dev): its SAX2 push parser reads TOTEM budgets and plans de comptes as a stream.
#include <libxml/xmlversion.h>
// Debian's libxml2 is built with ICU, whose headers would clash with those inside Foundation. The macro only adds two private
// pointers at the end of the encoding handler, which we never touch.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
