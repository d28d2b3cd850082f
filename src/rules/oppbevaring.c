#include "rules/oppbevaring.h"

#include <stdlib.h>

#include "lib/arena.h"
#include "lib/tid.h"

#define AN_ELECTION 2023
#define TERM_YEARS 4

static const struct retention table[KEPT__MAX] = {
	[KEPT_SEAT]    = { FROM_LAST_DAY, 1 },
	[KEPT_TEXT]    = { FROM_REPORT, 30 },
	[KEPT_ROSTER]  = { FROM_LAST_DAY, 30 },
	[KEPT_CONTACT] = { FROM_TERM, 0 },
	[KEPT_BACKUP]  = { FROM_MADE, 35 },
};

struct retention retention_of(enum kept what)
{
	return table[what];
}

char *term_end(struct arena *mem, const char *date)
{
	int year = (int)strtol(date, NULL, 10);
	int past = (year - AN_ELECTION) % TERM_YEARS;
	int election = year - (past < 0 ? past + TERM_YEARS : past);
	char *end = arena_printf(mem, "%04d-10-31", election);

	if (tid_days_between(date, end) < 0)
		end = arena_printf(mem, "%04d-10-31", election + TERM_YEARS);
	return end;
}

char *kept_until(struct arena *mem, enum kept what, const char *from)
{
	const char *start = table[what].from == FROM_TERM ? term_end(mem, from) : from;

	return tid_add_days(mem, start, table[what].days);
}
