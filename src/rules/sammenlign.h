/* sammenlign.h - councillors beside administration, without a single answer showing.
 *
 * Two groups are compared, never more and never parties: the councillors, and the others.
 * The others are the administration; is anybody else in the hall, they are counted with it,
 * so that no third group can be found by subtracting.  With fewer than TELLING_LEAST people
 * in either group nothing is compared, and the groups are not even kept.
 *
 * Of a choice, both counts are shown or neither.  A count below TELLING_LEAST is never shown.
 * Readers know the total of every choice and the size of each group, so when one choice is
 * held back, what it may have been must still be wide enough: else more are held back, the
 * least chosen first, until nothing shown gives a hidden count away.
 *
 * A measure of this project, not of a statute.
 */
#ifndef RULES_SAMMENLIGN_H
#define RULES_SAMMENLIGN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rules/stored.h"

#define COMPARE_CHOICES_MAX 64

/* May the two be compared at all?  people[] is counted by role. */
bool compare_may(const int64_t people[ROLE__MAX]);

/* The group that a role is counted in: 0 councillors, 1 the others. */
size_t compare_group(enum role);

struct compare_choice {
	int64_t count[2];       /* of councillors, of the others                     */
	bool shown;             /* set by compare_hide()                             */
};

/* Decides for each choice whether its two counts are shown.  `people` are the sizes of the
 * groups; `one_each`: every person gave one choice.  False: nothing is shown, so there is
 * no comparison (always with more than COMPARE_CHOICES_MAX choices). */
bool compare_hide(struct compare_choice *, size_t n, const int64_t people[2], bool one_each);

#endif
