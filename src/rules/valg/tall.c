#include "rules/valg/tall.h"

#include <assert.h>
#include <stdio.h>

#include "lib/arena.h"
#include "lib/tid.h"

/* ---- size of the council ---- */

#define SIZES 5                 /* most rows of a level */

/* "Not over" so many inhabitants: at least so many members. */
static const struct {
	int64_t most;
	size_t least;
} sizes[][SIZES] = {
	[LEVEL_KOMMUNE] = {
		{ 5000, 11 }, { 10000, 19 }, { 50000, 27 }, { 100000, 35 }, { INT64_MAX, 43 },
	},
	[LEVEL_FYLKE] = {
		{ 150000, 19 }, { 200000, 27 }, { 300000, 35 }, { INT64_MAX, 43 },
	},
};

size_t tall_council_least(enum tall_level level, int64_t population)
{
	size_t row = 0;

	while (population > sizes[level][row].most)
		row++;
	return sizes[level][row].least;
}

enum tall_size tall_council_size(enum tall_level level, int64_t population, size_t members)
{
	if (members < tall_council_least(level, population))
		return SIZE_SMALL;
	return members % 2 == 0 ? SIZE_EVEN : SIZE_OK;
}

char *tall_population_day(struct arena *mem, int election_year)
{
	return arena_printf(mem, "%04d-01-01", election_year - 1);
}

char *tall_size_day(struct arena *mem, int election_year)
{
	return arena_printf(mem, "%04d-12-31", election_year - 1);
}

/* ---- meetings ---- */

#define LAST_MONTH 10           /* the constitutive meeting is held by the end of it */

/* The smallest whole number that is at least part/of of n. */
static int64_t at_least(int64_t n, int64_t part, int64_t of)
{
	return (n * part + of - 1) / of;
}

size_t tall_quorum_constituting(size_t members)
{
	return (size_t)at_least((int64_t)members, 2, 3);
}

size_t tall_quorum(size_t members)
{
	return (size_t)at_least((int64_t)members, 1, 2);
}

size_t tall_third(size_t members)
{
	return (size_t)at_least((int64_t)members, 1, 3);
}

int64_t tall_two_thirds(int64_t votes)
{
	return at_least(votes, 2, 3);
}

int64_t tall_ninety(int64_t votes)
{
	return at_least(votes, 9, 10);
}

int64_t tall_majority(int64_t votes)
{
	return votes / 2 + 1;
}

char *tall_last_constituting(struct arena *mem, int election_year)
{
	return arena_printf(mem, "%04d-10-31", election_year);
}

enum tall_meeting tall_constituting(int election_year, const char *notice, const char *meeting)
{
	int year = 0, month = 0, got = sscanf(meeting, "%d-%d", &year, &month);

	assert(got == 2);
	if (year > election_year || (year == election_year && month > LAST_MONTH))
		return MEETING_LATE;
	return tid_days_between(notice, meeting) < TALL_NOTICE_DAYS ? MEETING_NOTICE_SHORT
	                                                            : MEETING_OK;
}

char *tall_notice_day(struct arena *mem, const char *meeting)
{
	return tid_add_days(mem, meeting, -TALL_NOTICE_DAYS);
}

char *tall_complaint_day(struct arena *mem, const char *decided)
{
	return tid_add_days(mem, decided, TALL_COMPLAINT_DAYS);
}
