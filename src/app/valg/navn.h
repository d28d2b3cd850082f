/* navn.h - the names of a list as people write them: one a line.
 *
 *	1. Kari Nordmann (K)
 *	Per Hansen, M
 *	Ola Nilsen;mann
 *
 * A number before the name is left out; the last word says the gender, K or M (kvinne and
 * mann are read too).  An empty line is nothing.
 */
#ifndef APP_VALG_NAVN_H
#define APP_VALG_NAVN_H

#include "rules/valg/valg.h"

struct arena;

#define VALG_NAVN_LETTERS 80    /* of one name */

struct valg_navn {
	struct valg_name *name;
	size_t n;
	const char *error;      /* msgid about the first line that cannot be read, or NULL  */
	size_t line;            /* which, from 1                                     */
};

struct valg_navn valg_navn_read(struct arena *, const char *lines);

#endif
