/* sett.h - the rules of impartiality as they were on a date.
 *
 * Forvaltningsloven 1967 with kommuneloven 2018 is in force.  The forvaltningslov of 2025
 * (LOV-2025-06-20-81) is adopted, and no day has been set for it: its set is a place to put
 * rules and a day when there is one, and until then it is never given to anybody.
 */
#ifndef RULES_HABILITET_SETT_H
#define RULES_HABILITET_SETT_H

#include <stdbool.h>
#include <stddef.h>

struct habil_set {
	const char *key;
	const char *law;                /* the act that brought it                    */
	const char *from;               /* ISO date of its first day; NULL: not set   */
	const char *checked;            /* when we last looked whether that is so     */
	bool written;                   /* we have its rules                          */
};

extern const struct habil_set habil_sets[];
extern const size_t n_habil_sets;

/* Of a date that tid_is_date() takes, or NULL for now, which is the newest that has a day.
 * NULL: the date is before the first. */
const struct habil_set *habil_set_of(const char *iso_date);

#endif
