#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "lib/arena.h"
#include "lib/tid.h"

#define N(a) (sizeof(a) / sizeof(a)[0])

/* Moments are given as seconds since 1970, checked against the zone's own table
 * (TZ=Europe/Oslo date -d @N). */
static const struct {
	int64_t s;
	struct civil c;
} moments[] = {
	{ 0, { 1970, 1, 1, 60, 0, 4 } },
	{ 1798758000, { 2027, 1, 1, 0, 0, 5 } },
	{ 1799996400, { 2027, 1, 15, 8 * 60, 0, 5 } },
	{ 1806195599, { 2027, 3, 28, 119, 59, 7 } },         /* the last winter second */
	{ 1806195600, { 2027, 3, 28, 180, 0, 7 } },          /* 02.00 is 03.00         */
	{ 1824944399, { 2027, 10, 31, 179, 59, 7 } },        /* the last summer second */
	{ 1824944400, { 2027, 10, 31, 120, 0, 7 } },         /* 03.00 is 02.00         */
	{ 1709200800, { 2024, 2, 29, 11 * 60, 0, 4 } },
	{ 951782400, { 2000, 2, 29, 60, 0, 2 } },
	{ 4107538800, { 2100, 3, 1, 0, 0, 1 } },             /* no leap day in 2100    */
	{ -1, { 1970, 1, 1, 59, 59, 4 } },
};

static void civil_time_in_norway(void **state)
{
	(void)state;
	for (size_t i = 0; i < N(moments); i++) {
		struct civil c = tid_civil(moments[i].s * 1000 + 999), e = moments[i].c;

		assert_int_equal(c.year, e.year);
		assert_int_equal(c.month, e.month);
		assert_int_equal(c.day, e.day);
		assert_int_equal(c.minute, e.minute);
		assert_int_equal(c.second, e.second);
		assert_int_equal(c.weekday, e.weekday);
	}
}

/* The last Sundays of March and October, from the calendar. */
static const struct { int year, march, october; } changes[] = {
	{ 1996, 31, 27 }, { 2024, 31, 27 }, { 2025, 30, 26 }, { 2026, 29, 25 },
	{ 2027, 28, 31 }, { 2028, 26, 29 }, { 2029, 25, 28 }, { 2032, 28, 31 },
};

static void clock_changes_on_last_sundays(void **state)
{
	struct arena *a = arena_new(1 << 16);

	(void)state;
	for (size_t i = 0; i < N(changes); i++) {
		char *spring = arena_printf(a, "%d-03-%d", changes[i].year, changes[i].march);
		char *autumn = arena_printf(a, "%d-10-%d", changes[i].year, changes[i].october);
		int64_t day = 24 * 60 * 60 * 1000, hour = 60 * 60 * 1000;

		assert_true(tid_wall_ms(spring, 1440) - tid_wall_ms(spring, 0) == day - hour);
		assert_true(tid_wall_ms(autumn, 1440) - tid_wall_ms(autumn, 0) == day + hour);
		assert_int_equal(tid_weekday(spring), 7);
		assert_int_equal(tid_weekday(autumn), 7);
	}
	arena_free(a);
}

static void local_time_and_back(void **state)
{
	struct arena *a = arena_new(1 << 20);
	char date[11] = "2027-01-01";

	(void)state;
	for (int d = 0; d < 800; d++) {
		for (int minute = 0; minute < 1440; minute += 30) {
			int64_t ms = tid_wall_ms(date, minute);
			struct civil c = tid_civil(ms);
			bool jump = strcmp(date, "2027-03-28") == 0 ||
			            strcmp(date, "2028-03-26") == 0;

			assert_string_equal(tid_today(a, ms), date);
			if (jump && minute >= 120 && minute < 180)
				assert_int_equal(c.minute, minute + 60);
			else
				assert_int_equal(c.minute, minute);
		}
		memcpy(date, tid_add_days(a, date, 1), sizeof date);
		arena_reset(a);
	}
	/* Of the hour that comes twice, the first. */
	assert_true(tid_wall_ms("2027-10-31", 150) == INT64_C(1824942600000));
	arena_free(a);
}

static const struct { const char *from, *to; int days; } spans[] = {
	{ "2027-01-15", "2027-01-16", 1 },
	{ "2027-03-27", "2027-03-29", 2 },
	{ "2027-10-30", "2027-11-01", 2 },
	{ "2024-02-28", "2024-03-01", 2 },
	{ "2100-02-28", "2100-03-01", 1 },
	{ "2027-01-01", "2026-12-31", -1 },
	{ "0001-01-01", "9999-12-31", 3652058 },
	{ "2027-05-17", "2027-05-17", 0 },
};

static void days_between_dates(void **state)
{
	struct arena *a = arena_new(1 << 12);

	(void)state;
	for (size_t i = 0; i < N(spans); i++) {
		assert_int_equal(tid_days_between(spans[i].from, spans[i].to), spans[i].days);
		assert_string_equal(tid_add_days(a, spans[i].from, spans[i].days),
		                    spans[i].to);
	}
	assert_string_equal(tid_add_days(a, "9999-12-31", 1), "9999-12-31");
	assert_string_equal(tid_add_days(a, "2027-01-15", -2000000000), "0001-01-01");
	assert_int_equal(tid_weekday("2027-01-15"), 5);
	assert_int_equal(tid_weekday("2027-05-17"), 1);
	arena_free(a);
}

static void only_real_dates_are_dates(void **state)
{
	static const char *good[] = { "2027-01-15", "2024-02-29", "2000-02-29", "0001-01-01",
	                              "9999-12-31" };
	static const char *bad[] = { "", "2027", "2027-1-5", "2027-02-29", "2100-02-29",
	                             "2027-04-31", "2027-00-10", "2027-13-01", "2027-01-00",
	                             "2027-01-32", "0000-01-01", "2027-01-15 ", "2027/01/15",
	                             "-027-01-15", "+027-01-15", "2027-01-1x", "20270115" };

	(void)state;
	for (size_t i = 0; i < N(good); i++)
		assert_true(tid_is_date(good[i]));
	for (size_t i = 0; i < N(bad); i++)
		assert_false(tid_is_date(bad[i]));
	assert_false(tid_is_date(NULL));
}

static const struct { const char *text; int minute; } clocks[] = {
	{ "8.30", 510 }, { "08.30", 510 }, { "08:30", 510 }, { "0830", 510 }, { "8:05", 485 },
	{ "00.00", 0 }, { "23:59", 1439 }, { "24.00", -1 }, { "12.60", -1 }, { "830", -1 },
	{ "8", -1 }, { "08", -1 }, { "", -1 }, { "8.3", -1 }, { "8.300", -1 }, { ".30", -1 },
	{ "08-30", -1 }, { "12345", -1 }, { "-8.30", -1 }, { " 8.30", -1 }, { "123.30", -1 },
	{ "99999999999999999999", -1 }, { "kl 8", -1 },
};

static void times_of_day_are_read_and_written(void **state)
{
	struct arena *a = arena_new(1 << 12);

	(void)state;
	for (size_t i = 0; i < N(clocks); i++)
		assert_int_equal(tid_parse_clock(clocks[i].text), clocks[i].minute);
	assert_int_equal(tid_parse_clock(NULL), -1);
	assert_string_equal(tid_clock(a, 510), "08.30");
	assert_string_equal(tid_clock(a, 1439), "23.59");
	assert_string_equal(tid_clock(a, 1445), "00.05");
	assert_string_equal(tid_clock(a, -5), "23.55");
	arena_free(a);
}

static void far_moments_do_not_overflow(void **state)
{
	(void)state;
	assert_in_range(tid_civil(INT64_MAX).minute, 0, 1439);
	assert_in_range(tid_civil(INT64_MIN).minute, 0, 1439);
	assert_in_range(tid_civil(INT64_MIN).month, 1, 12);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(civil_time_in_norway),
		cmocka_unit_test(clock_changes_on_last_sundays),
		cmocka_unit_test(local_time_and_back),
		cmocka_unit_test(days_between_dates),
		cmocka_unit_test(only_real_dates_are_dates),
		cmocka_unit_test(times_of_day_are_read_and_written),
		cmocka_unit_test(far_moments_do_not_overflow),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
