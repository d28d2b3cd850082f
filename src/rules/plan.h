/* plan.h - the agenda of a day.
 *
 * An item is floating, and follows the one before, or has an anchor, a time that
 * does not move (lunch at 12.15).  All times are minutes since midnight and may run
 * past 1440.
 *
 * Items with tracks (workshop A, workshop B) are parallel: in an unbroken run of
 * items that have a track, the items of one track follow each other and every track
 * starts where the run does.  What comes after starts when the last track has
 * ended.  A run starts where the day has come to, or at its first item's anchor.
 *
 * Running late: `delay` minutes are added from item `from`, the one under way.
 * Floating items move until an anchor has taken the delay up: a gap before the anchor
 * shrinks first; what is left is told as `over` and goes no further.  When the item
 * under way is itself anchored, it keeps its start and ends later.  A delay below 0
 * is a day ahead of its plan.
 */
#ifndef RULES_PLAN_H
#define RULES_PLAN_H

#include <stddef.h>

#define PLAN_FLOATING (-1)

struct plan_item {
	int minutes;
	int anchor;             /* PLAN_FLOATING: none                              */
	const char *track;      /* "": none                                         */
};

struct plan_time {
	int start, end;
	int over;       /* minutes by which what is before runs into this anchor    */
	int gap;        /* minutes with nothing before this anchor                  */
};

/* Writes n times.  from >= n: no delay anywhere. */
void plan_day(const struct plan_item *, size_t n, int day_start, size_t from, int delay,
              struct plan_time *);

/* How late the item under way began: above 0 minutes behind ("10 min etter"), 0 on
 * time ("i rute"), below 0 ahead. */
int plan_lateness(int planned_start, int actual_start);

#endif
