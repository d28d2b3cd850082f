/* The calendar of duties around an election, and the round of the year. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "arena_help.h"
#include "lib/tid.h"
#include "rules/moete/helligdag.h"
#include "rules/moete/kalender.h"

#define N(a) (sizeof(a) / sizeof(a)[0])

/* The last of that kind: of yearly duties, that of the second year. */
static const struct duty *find(const struct kalender *k, const char *key)
{
	const struct duty *found = NULL;

	for (size_t i = 0; i < k->n; i++)
		if (strcmp(k->duty[i].key, key) == 0)
			found = &k->duty[i];
	assert_non_null(found);
	return found;
}

static void the_days_of_three_elections(void **state)
{
	static const struct {
		int election;
		const char *key, *from, *to;
		enum duty_when when;
	} cases[] = {
		{ 2027, "medlemstall", NULL, "2026-12-31", DUTY_BY },
		{ 2027, "styreform", NULL, "2026-12-31", DUTY_BY },
		{ 2027, "valgdag", NULL, "2027-09-13", DUTY_EXPECTED },
		{ 2027, "innkalling", NULL, "2027-10-17", DUTY_BY },
		{ 2027, "konstituering", NULL, "2027-10-31", DUTY_BY },
		{ 2027, "organer", NULL, "2027-12-31", DUTY_BY },
		{ 2027, "budsjett", NULL, "2028-12-31", DUTY_BY },
		{ 2027, "utlegging", NULL, "2028-12-17", DUTY_BY },
		{ 2027, "regnskap", NULL, "2028-02-22", DUTY_BY },
		{ 2027, "aarsberetning", NULL, "2028-03-31", DUTY_BY },
		{ 2027, "revisjon", NULL, "2028-04-15", DUTY_BY },
		{ 2027, "regnskap-vedtatt", NULL, "2028-06-30", DUTY_BY },
		{ 2027, "rapporter", "2028-01-01", "2028-12-31", DUTY_WITHIN },
		{ 2027, "planstrategi", NULL, "2028-10-31", DUTY_BY },
		{ 2027, "planstrategi-ute", NULL, "2028-10-01", DUTY_BY },
		{ 2027, "delegering", NULL, "2028-12-31", DUTY_BY },
		{ 2027, "forvaltningsrevisjon", NULL, "2028-12-31", DUTY_BY },
		{ 2027, "eierskapskontroll", NULL, "2028-12-31", DUTY_BY },
		{ 2027, "ny-styreform", NULL, "2029-01-01", DUTY_BY },
		{ 2027, "eierskapsmelding", "2027-10-31", "2031-10-31", DUTY_WITHIN },
		{ 2031, "medlemstall", NULL, "2030-12-31", DUTY_BY },
		{ 2031, "valgdag", NULL, "2031-09-08", DUTY_EXPECTED },
		{ 2031, "planstrategi", NULL, "2032-10-31", DUTY_BY },
		{ 2095, "valgdag", NULL, "2095-09-12", DUTY_EXPECTED },
		{ 2095, "eierskapsmelding", "2095-10-31", "2099-10-31", DUTY_WITHIN },
	};

	(void)state;
	for (size_t i = 0; i < N(cases); i++) {
		struct kalender k = kalender(mem, cases[i].election, NULL);
		const struct duty *d = find(&k, cases[i].key);

		assert_string_equal(d->to, cases[i].to);
		assert_int_equal(d->when, cases[i].when);
		if (cases[i].from == NULL)
			assert_null(d->from);
		else
			assert_string_equal(d->from, cases[i].from);
	}
}

static void elections_have_been_on_the_second_monday(void **state)
{
	static const struct { int year; const char *day; } cases[] = {
		{ 2007, "2007-09-10" }, { 2011, "2011-09-12" }, { 2015, "2015-09-14" },
		{ 2019, "2019-09-09" }, { 2023, "2023-09-11" },
	};

	(void)state;
	for (size_t i = 0; i < N(cases); i++)
		assert_string_equal(kalender_election_day(mem, cases[i].year), cases[i].day);
}

static void days_follow_the_meeting_that_is_known(void **state)
{
	struct kalender k = kalender(mem, 2027, "2027-10-12");

	(void)state;
	assert_int_equal(find(&k, "konstituering")->when, DUTY_ON);
	assert_string_equal(find(&k, "konstituering")->to, "2027-10-12");
	assert_string_equal(find(&k, "innkalling")->to, "2027-09-28");
	assert_string_equal(find(&k, "planstrategi")->to, "2028-10-12");
	assert_string_equal(find(&k, "planstrategi-ute")->to, "2028-09-12");
	assert_string_equal(find(&k, "eierskapsmelding")->from, "2027-10-12");
	assert_string_equal(find(&k, "delegering")->to, "2028-12-31");
}

static void every_calendar_is_in_order_and_whole(void **state)
{
	(void)state;
	for (int year = KALENDER_FIRST; year <= KALENDER_LAST; year += KALENDER_TERM) {
		struct kalender k = kalender(mem, year, NULL);

		for (size_t i = 0; i < k.n; i++) {
			const struct duty *d = &k.duty[i];

			assert_true(tid_is_date(d->to));
			assert_true(d->from == NULL || strcmp(d->from, d->to) < 0);
			assert_true((d->from != NULL) == (d->when == DUTY_WITHIN));
			assert_true(i == 0 || strcmp(k.duty[i - 1].to, d->to) <= 0);
			assert_true(strlen(d->nb) > 10 && strlen(d->nn) > 10);
			assert_true(rule_infos[d->rule].n_lov > 0);
			assert_true(rule_in_force(d->rule, d->to));
			for (size_t j = 0; j < i; j++)
				assert_false(strcmp(k.duty[j].key, d->key) == 0 &&
				             strncmp(k.duty[j].to, d->to, 4) == 0);
		}
	}
}

static void the_calendar_of_today(void **state)
{
	static const struct { const char *today; int election; } cases[] = {
		{ "1999-01-01", 2027 }, { "2026-11-22", 2027 }, { "2027-09-13", 2027 },
		{ "2028-12-31", 2027 }, { "2029-01-01", 2027 }, { "2029-01-02", 2031 },
		{ "2030-06-01", 2031 }, { "2033-01-02", 2035 }, { "9999-12-31", 2095 },
	};

	(void)state;
	for (size_t i = 0; i < N(cases); i++)
		assert_int_equal(kalender_election_of(cases[i].today), cases[i].election);
}

static void the_round_of_the_year_has_days_or_none(void **state)
{
	size_t n = 0, rings[AARSHJUL_RING__MAX] = { 0 };

	(void)state;
	for (const struct aarshjul_duty *d = aarshjul; d->key != NULL; d++, n++) {
		assert_true(d->ring < AARSHJUL_RING__MAX);
		rings[d->ring]++;
		assert_int_equal(d->month == 0, d->ring == RING_AARET);
		assert_true(d->month >= 0 && d->month <= 12 && d->day >= 0 && d->day <= 31);
		assert_true(strlen(d->nb) > 10 && strlen(d->nn) > 10);
		assert_true(rule_in_force(d->rule, "2028-01-01"));
	}
	assert_true(n >= 8);
	for (size_t i = 0; i < AARSHJUL_RING__MAX; i++)
		assert_true(rings[i] >= 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_days_of_three_elections),
		cmocka_unit_test(elections_have_been_on_the_second_monday),
		cmocka_unit_test(days_follow_the_meeting_that_is_known),
		cmocka_unit_test(every_calendar_is_in_order_and_whole),
		cmocka_unit_test(the_calendar_of_today),
		cmocka_unit_test(the_round_of_the_year_has_days_or_none),
	};

	return cmocka_run_group_tests(tests, arena_begin, arena_end);
}
