/* fil_partier.h - parties with their seats or votes as people paste them: one a line.
 *
 *	Ap;11                   a line of a CSV: name, number; quotation marks are read
 *	SV og Rødt, 9           name, and the number last
 *	Senterpartiet           a name alone
 *
 * Where cells are told apart by ; a first line without a number is their headings.
 */
#ifndef APP_VALG_FIL_PARTIER_H
#define APP_VALG_FIL_PARTIER_H

#include <stddef.h>
#include <stdint.h>

struct arena;

struct fil_parti {
	const char *name;       /* clean, not empty                                  */
	int64_t number;         /* -1: none was given                                */
};

struct fil_partier {
	struct fil_parti *row;
	size_t n;
	const char *error;      /* msgid about a line that cannot be read, or NULL   */
	size_t line;            /* which, from 1; what stands below it is not read   */
};

/* In: clean text with line breaks (lib/utf8.h).  At most SKJEMA_LISTS_MAX rows. */
struct fil_partier fil_partier_read(struct arena *, const char *lines);

#endif
