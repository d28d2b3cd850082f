/* rangering.h - many orders made into one.
 *
 * Each person gives places to some or all of n options.  By Borda's count the first place is
 * worth n points, the next n - 1, down to one; an option that a person left out gets none
 * from that person.  Options with the same points share a place: it is a tie, and is said.
 * The mean place is of those who gave the option one, in tenths, rounded half up.
 */
#ifndef RULES_RANGERING_H
#define RULES_RANGERING_H

#include <stdbool.h>
#include <stddef.h>

struct rangering {
	size_t option;
	size_t points;
	size_t people;          /* gave it a place                                */
	int tenths;             /* their mean place; 0 when there are none        */
	size_t place;           /* from 1; the same for equal points              */
	bool tied;
};

/* count[option * n + place] people, places from 0.  Writes n lines, most points first, of
 * equal points in the options' own order. */
void rangering(const size_t *count, size_t n, struct rangering *out);

#endif
