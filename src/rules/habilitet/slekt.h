/* slekt.h - from a word for a relation to what the law makes of it.
 *
 * People choose a word, never a degree.  A word is a path from oneself to the party, one
 * letter a step: F a parent, B a child, S a sibling, E a spouse, X a former spouse, K somebody
 * one lives or has lived with.  What the law makes of a path is a rule, not a list: blood in a
 * straight line or a sibling, alone or with one marriage first or last, is letter b; a spouse,
 * also a former one, is letter c; all other kin is for the body to assess.
 *
 * Words put together are read too: "ektefelles_soskens_ektefelle" is E, S, E.
 */
#ifndef RULES_HABILITET_SLEKT_H
#define RULES_HABILITET_SLEKT_H

#include <stdbool.h>
#include <stddef.h>

enum habil_tie {
	TIE_NONE,
	TIE_B,                          /* fvl § 6 (1) b                              */
	TIE_C,                          /* fvl § 6 (1) c                              */
	TIE_NEAR,                       /* the body assesses, § 6 (2)                 */
	TIE_ORDINARY                    /* no ground alone                            */
};

struct habil_relation {
	const char *key, *nb, *nn;
	const char *path;               /* NULL: not kin by blood or marriage         */
	enum habil_tie tie;             /* of a word without a path                   */
};

/* What people choose among, nearest first. */
extern const struct habil_relation habil_relations[];
extern const size_t n_habil_relations;

/* A path of no more than HABIL_PATH_MAX steps. */
#define HABIL_PATH_MAX 12
enum habil_tie habil_tie_of(const char *path);

/* Of a word of the table, or of several put together; false: no such word, or one that can
 * mean relations that the law treats differently. */
bool habil_relation_read(const char *key, enum habil_tie *);

#endif
