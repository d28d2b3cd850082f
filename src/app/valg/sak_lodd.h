/* sak_lodd.h - a lot drawn by a published method, so that everybody can check it.
 *
 * A seed is fixed and announced before anybody knows the votes: the number on a note, the
 * result of a football match tonight.  Everybody in the lot gets the SHA-256 of
 *
 *	SEED|CASE|NUMBER|NAME
 *
 * (NUMBER: 1 for the first lot of the case, 2 for the next), and they are ranked by it,
 * smallest first.  With a terminal: printf '%s' 'SEED|CASE|1|NAME' | sha256sum
 */
#ifndef APP_VALG_SAK_LODD_H
#define APP_VALG_SAK_LODD_H

#include <stddef.h>

struct arena;

#define LODD_HEX 65             /* with the NUL */

struct lodd {
	size_t who;             /* index of the name                                */
	char hash[LODD_HEX];
};

/* Everybody in the order of the draw. */
struct lodd *lodd_draw(struct arena *, const char *seed, const char *id, unsigned number,
                       const char *const *name, size_t n);

#endif
