/* talere.h - the rostrum, played: who asks for the floor from a phone, and who is put on the
 * list by the leader. */
#ifndef APP_LILLEVIK_TALERE_H
#define APP_LILLEVIK_TALERE_H

#include <stdbool.h>

struct arena;
struct hall;
struct leader;

/* What happens when an item has begun (`first`) or gone one step on. */
void speakers_live(struct hall *, struct leader *, struct arena *, const char *kind, bool first);

#endif
