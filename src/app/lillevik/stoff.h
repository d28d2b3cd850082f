/* stoff.h - what Lillevik is made of: innhold/lillevik.json, which innhold/README.md tells
 * of.  The file is inside the program, so a field that is not there is our fault. */
#ifndef APP_LILLEVIK_STOFF_H
#define APP_LILLEVIK_STOFF_H

#include <jansson.h>

struct arena;

/* Let go with the arena. */
json_t *stoff_read(struct arena *);

json_t *stoff_get(const json_t *, const char *name);
const char *stoff_text(const json_t *, const char *name);

#endif
