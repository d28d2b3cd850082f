/* tall.c - the numbers and times of a report that are made, not read. */
#include <stdlib.h>
#include <string.h>

#include "app/rapport/innhold.h"
#include "lib/arena.h"
#include "lib/tid.h"
#include "rules/telling.h"

bool report_small(size_t people)
{
	return people > 0 && people < TELLING_LEAST;
}

size_t report_sum(const struct attendance *day, size_t n, enum role from, enum role to,
                  bool *exact)
{
	size_t sum = 0;

	*exact = true;
	for (size_t d = 0; d < n; d++) {
		for (int role = (int)from; role <= (int)to; role++) {
			bool small = report_small(day[d].n[role]);

			sum += small ? 1 : day[d].n[role];
			*exact &= !small;
		}
	}
	return sum;
}

/* "08.32", and the date when it is another than the day's: "00.10 (16.1.)". */
static char *clock_of(struct arena *mem, int64_t wall_ms, const char *date)
{
	struct civil c = tid_civil(wall_ms);
	char *clock = tid_clock(mem, c.minute);
	char *day = arena_printf(mem, "%04d-%02d-%02d", c.year, c.month, c.day);

	if (tid_days_between(date, day) == 0)
		return clock;
	return arena_printf(mem, "%s (%d.%d.)", clock, c.day, c.month);
}

char *report_span(struct arena *mem, int64_t from, int64_t to, const char *date)
{
	struct civil a = tid_civil(from), b = tid_civil(to);

	if (to == 0)
		return arena_printf(mem, "%s–", clock_of(mem, from, date));
	if (a.day == b.day && a.month == b.month && a.year == b.year)
		return arena_printf(mem, "%s–%s", tid_clock(mem, a.minute),
		                    clock_of(mem, to, date));
	return arena_printf(mem, "%s–%s", clock_of(mem, from, date),
	                    clock_of(mem, to, date));
}

char *report_iso(struct arena *mem, int64_t wall_ms)
{
	struct civil c = tid_civil(wall_ms);
	char *day = arena_printf(mem, "%04d-%02d-%02d", c.year, c.month, c.day);
	int64_t local = (int64_t)tid_days_between("1970-01-01", day) * 86400 +
	                c.minute * 60 + c.second;
	int64_t ahead = (local - wall_ms / 1000) / 60;       /* of UTC, in minutes */

	return arena_printf(mem, "%sT%02d:%02d:%02d%c%02d:%02d", day, c.minute / 60,
	                    c.minute % 60, c.second, ahead < 0 ? '-' : '+',
	                    (int)llabs(ahead) / 60, (int)llabs(ahead) % 60);
}

bool report_changed(const struct report_round *rr)
{
	return rr->before != NULL && rr->before->people >= TELLING_LEAST &&
	       rr->tally->people >= TELLING_LEAST;
}

int report_change(const struct report_round *rr, size_t i)
{
	return rr->tally->line[i].percent - rr->before->line[i].percent;
}

bool report_says_title(const struct report_item *it, const struct report_round *rr)
{
	return it->a->stages <= 1 && rr->round->nr == 1 && rr->question != NULL &&
	       strcmp(rr->question, it->item->title) == 0;
}

bool report_by_hand(const struct tally *t)
{
	for (size_t i = 0; i < t->n_choice; i++)
		if (t->line[i].hands > 0)
			return true;
	return false;
}

bool report_cloud(const struct kind *kind)
{
	return strcmp(kind->name, "ordsky") == 0;
}

bool report_plain(const struct tally *t)
{
	for (size_t i = 0; i < t->n_choice; i++)
		if (strchr(t->line[i].value, '=') != NULL)
			return false;
	return true;
}

const char *role_code(enum role role)
{
	static const char *const code[ROLE__MAX] = {
		[ROLE_FOLKEVALGT] = "folkevalgt", [ROLE_ADMINISTRASJON] = "administrasjon",
		[ROLE_ANNET] = "annet",
	};

	return code[role];
}

const char *level_name(enum level level)
{
	static const char *const name[LEVEL__MAX] = {
		[LEVEL_OPEN] = "aapen", [LEVEL_GROUP] = "gruppe", [LEVEL_ANONYMOUS] = "anonym",
	};

	return name[level];
}
