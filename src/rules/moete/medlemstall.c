#include "rules/moete/medlemstall.h"

#include "lib/arena.h"

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

size_t medlemstall_least(enum medlemstall_level level, int64_t population)
{
	size_t row = 0;

	while (population > sizes[level][row].most)
		row++;
	return sizes[level][row].least;
}

enum medlemstall medlemstall_check(enum medlemstall_level level, int64_t population,
                                   size_t members)
{
	if (members < medlemstall_least(level, population))
		return MEDLEMSTALL_SMALL;
	return members % 2 == 0 ? MEDLEMSTALL_EVEN : MEDLEMSTALL_OK;
}

char *medlemstall_population_day(struct arena *mem, int election_year)
{
	return arena_printf(mem, "%04d-01-01", election_year - 1);
}

char *medlemstall_last_day(struct arena *mem, int election_year)
{
	return arena_printf(mem, "%04d-12-31", election_year - 1);
}
