/* telling.h - counters that do not reveal.
 *
 * A hall can see who presses send.  If the counter on the wall moves by one at
 * that moment, or if the bars under it do, everybody knows what that person
 * answered.  So, while a round that is not open by name takes answers, a counter
 * stands at 0 until five have answered and then moves by three at a time; what is
 * drawn from the answers should be drawn anew only when the counter moves.  When
 * the round is closed nothing more can be watched, and the number is exact.
 *
 * A measure of this project, not of a statute.
 */
#ifndef RULES_TELLING_H
#define RULES_TELLING_H

#include <stddef.h>

#include "rules/stored.h"

#define TELLING_LEAST 5         /* people in a number that may be shown       */
#define TELLING_STEP 3          /* by which a counter moves above that        */

/* What the counter shows: 0, 5, 8, 11 ... while such a round is open, else `n`. */
size_t telling_shown(size_t n, enum round_phase, enum level);

/* Whole percentages that sum to 100, by largest remainder; of equal remainders
 * the larger count has the point, then the first.  All 0 when nobody answered.
 * Writes n_cells numbers. */
void telling_percent(const size_t *cell, size_t n_cells, int *percent);

/* One share, rounded, where they need not sum to 100 (several choices each). */
int telling_share(size_t part, size_t whole);

#endif
