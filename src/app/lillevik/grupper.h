/* grupper.h - group work, played: phones say who they are, and one in each group writes. */
#ifndef APP_LILLEVIK_GRUPPER_H
#define APP_LILLEVIK_GRUPPER_H

#include <jansson.h>
#include <stdbool.h>

struct arena;
struct hall;

/* What happens when a group work has begun (`first`) or gone one step on.  What the groups
 * write is in the entry of innhold/lillevik.json: "tekster", and for groups of the
 * administration "tekster_adm"; NULL: nothing. */
void groups_live(struct hall *, struct arena *, const json_t *entry, bool first);

#endif
