// Debian's libxml2 names ICU's converters in a struct that we never look into. ICU's headers clash with the copy of ICU
// that Foundation brings, where a module sees both ("'UErrorCode' has different definitions").
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/xmlreader.h>
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
