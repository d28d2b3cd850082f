/* avtalenavn.h - the names of an innstilling: one a line, with gender and party or group.
 *
 *	Ap:
 *	Kari Nordmann, K
 *	Per Hansen, M
 *	Ida Vik, K, Sp
 *
 * A line that ends with a colon is the group of those below it; a line can also name its own.
 * The name and the gender are read as on a list (navn.h).
 */
#ifndef APP_VALG_AVTALENAVN_H
#define APP_VALG_AVTALENAVN_H

#include "rules/valg/valg.h"

struct arena;

struct avtalenavn_row {
	struct valg_name person;
	const char *group;      /* "": none is named                                 */
};

struct avtalenavn {
	struct avtalenavn_row *row;
	size_t n;
	size_t n_ungrouped;
	const char *error;      /* msgid about the first line that cannot be read, or NULL */
	size_t line;            /* which, from 1                                     */
};

struct avtalenavn avtalenavn_read(struct arena *, const char *lines);

/* Is it the same group, or the same person, whatever the size of the letters? */
bool avtalenavn_same(struct arena *, const char *, const char *);

#endif
