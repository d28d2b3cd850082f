#include "rules/plan.h"

#include <stdbool.h>
#include <string.h>

struct day {
	const struct plan_item *item;
	size_t n, from;
	int delay;
	struct plan_time *time;
};

/* Item i may start at `now`; its anchor, if it has one, decides. */
static void put(struct day *d, size_t i, int now)
{
	int anchor = d->item[i].anchor;
	struct plan_time t = { .start = now };

	if (anchor != PLAN_FLOATING) {
		t.start = anchor;
		t.over = now > anchor ? now - anchor : 0;
		t.gap = now < anchor ? anchor - now : 0;
	}
	t.end = t.start + d->item[i].minutes;
	if (i == d->from && anchor != PLAN_FLOATING)
		t.end += d->delay;
	d->time[i] = t;
}

/* The delay comes in at the item under way; one with an anchor takes it at its end. */
static int delay_at(const struct day *d, size_t i)
{
	return i == d->from && d->item[i].anchor != PLAN_FLOATING ? 0 : d->delay;
}

static bool has_track(const struct plan_item *item)
{
	return item->track[0] != '\0';
}

/* The item before i of the same track in the run that starts at `first`; i: none. */
static size_t track_before(const struct day *d, size_t first, size_t i)
{
	for (size_t j = i; j-- > first;)
		if (strcmp(d->item[j].track, d->item[i].track) == 0)
			return j;
	return i;
}

/* Each track under way is late by itself, unless what it starts from is late already. */
static bool is_late_here(const struct day *d, size_t first, size_t before, size_t i)
{
	if (i < d->from)
		return false;
	if (before != i)
		return before < d->from;
	return first < d->from || (first == d->from && delay_at(d, first) == 0);
}

/* Lays out the run of tracks that starts at `first` and returns the item after it;
 * *now is when that may start. */
static size_t put_run(struct day *d, size_t first, int *now)
{
	int run_start, latest;
	size_t i;

	put(d, first, *now + (first == d->from ? delay_at(d, first) : 0));
	run_start = d->time[first].start;
	latest = d->time[first].end;
	for (i = first + 1; i < d->n && has_track(&d->item[i]); i++) {
		size_t before = track_before(d, first, i);
		int start = before == i ? run_start : d->time[before].end;

		if (is_late_here(d, first, before, i))
			start += delay_at(d, i);
		put(d, i, start);
		if (d->time[i].end > latest)
			latest = d->time[i].end;
	}
	*now = latest;
	return i;
}

void plan_day(const struct plan_item *item, size_t n, int day_start, size_t from, int delay,
              struct plan_time *time)
{
	struct day d = { item, n, from, delay, time };
	int now = day_start;

	for (size_t i = 0; i < n;) {
		if (has_track(&item[i])) {
			i = put_run(&d, i, &now);
			continue;
		}
		put(&d, i, now + (i == from ? delay_at(&d, i) : 0));
		now = time[i++].end;
	}
}

int plan_lateness(int planned_start, int actual_start)
{
	return actual_start - planned_start;
}
