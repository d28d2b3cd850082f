/* Holidays, notice and time limits: kommuneloven §§ 7-1 and 27-1, domstolloven §§ 148-149. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "arena_help.h"
#include "lib/arena.h"
#include "lib/tid.h"
#include "rules/moete/frist.h"
#include "rules/moete/helligdag.h"

#define N(a) (sizeof(a) / sizeof(a)[0])

static void easter_is_where_the_almanac_has_it(void **state)
{
	static const char *const easters[] = {
		"1818-03-22", "1913-03-23", "1943-04-25", "1954-04-18", "1961-04-02", "1981-04-19",
		"2000-04-23", "2008-03-23", "2011-04-24", "2019-04-21", "2020-04-12", "2023-04-09",
		"2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01",
		"2030-04-21", "2031-04-13", "2038-04-25", "2049-04-18", "2076-04-19", "2285-03-22",
	};

	(void)state;
	for (size_t i = 0; i < N(easters); i++)
		assert_string_equal(helligdag_easter(mem, (int)strtol(easters[i], NULL, 10)),
		                    easters[i]);
}

static void easter_is_a_sunday_from_22_march_to_25_april(void **state)
{
	(void)state;
	for (int year = 1583; year < 4000; year++) {
		const char *easter = helligdag_easter(mem, year);

		assert_true(tid_is_date(easter));
		assert_int_equal(tid_weekday(easter), 7);
		assert_true(strcmp(easter + 5, "03-22") >= 0 && strcmp(easter + 5, "04-25") <= 0);
	}
}

static void each_holiday_has_its_day(void **state)
{
	static const struct { const char *date; enum helligdag day; } cases[] = {
		{ "2027-01-01", HELLIGDAG_NYTTAAR }, { "2027-03-24", HELLIGDAG_NONE },
		{ "2027-03-25", HELLIGDAG_SKJAERTORSDAG }, { "2027-03-26", HELLIGDAG_LANGFREDAG },
		{ "2027-03-27", HELLIGDAG_NONE }, { "2027-03-28", HELLIGDAG_PAASKE_1 },
		{ "2027-03-29", HELLIGDAG_PAASKE_2 }, { "2027-05-01", HELLIGDAG_MAI_1 },
		{ "2027-05-06", HELLIGDAG_HIMMELFART }, { "2027-05-16", HELLIGDAG_PINSE_1 },
		{ "2027-05-17", HELLIGDAG_PINSE_2 }, { "2026-05-17", HELLIGDAG_MAI_17 },
		{ "2027-12-24", HELLIGDAG_NONE }, { "2027-12-25", HELLIGDAG_JUL_1 },
		{ "2027-12-26", HELLIGDAG_JUL_2 }, { "2027-12-31", HELLIGDAG_NONE },
		{ "2027-10-31", HELLIGDAG_SOENDAG }, { "2027-10-30", HELLIGDAG_NONE },
		{ "2008-05-01", HELLIGDAG_HIMMELFART },         /* and the first of May       */
	};

	(void)state;
	for (size_t i = 0; i < N(cases); i++)
		assert_int_equal(helligdag(mem, cases[i].date), cases[i].day);
}

static void a_year_has_each_holiday_once(void **state)
{
	(void)state;
	for (int year = 2019; year < 2060; year++) {
		int days[HELLIGDAG__MAX] = { 0 };
		const char *d = arena_printf(mem, "%04d-01-01", year);

		for (; strtol(d, NULL, 10) == year; d = tid_add_days(mem, d, 1))
			days[helligdag(mem, d)]++;
		for (int i = HELLIGDAG_NYTTAAR; i < HELLIGDAG__MAX; i++)
			assert_true(days[i] == 1 || i == HELLIGDAG_MAI_1 || i == HELLIGDAG_MAI_17);
		assert_true(days[HELLIGDAG_SOENDAG] >= 48);
	}
}

static void the_virkedag_before_and_after(void **state)
{
	static const struct { const char *day, *from, *to; } cases[] = {
		{ "2027-10-29", "2027-10-29", "2027-10-29" },   /* a Friday                   */
		{ "2027-10-30", "2027-11-01", "2027-10-29" },
		{ "2027-10-31", "2027-11-01", "2027-10-29" },
		{ "2027-03-25", "2027-03-30", "2027-03-24" },   /* all of Easter              */
		{ "2027-03-29", "2027-03-30", "2027-03-24" },
		{ "2027-05-15", "2027-05-18", "2027-05-14" },   /* Whitsun and 17 May         */
		{ "2027-12-25", "2027-12-27", "2027-12-24" },
		{ "2027-01-01", "2027-01-04", "2026-12-31" },
		{ "2028-12-31", "2029-01-02", "2028-12-29" },
		{ "2026-05-01", "2026-05-04", "2026-04-30" },
	};

	(void)state;
	for (size_t i = 0; i < N(cases); i++) {
		assert_string_equal(helligdag_working_from(mem, cases[i].day), cases[i].from);
		assert_string_equal(helligdag_working_to(mem, cases[i].day), cases[i].to);
	}
}

static void section_27_1_three_weeks_and_then_the_next_virkedag(void **state)
{
	static const struct { const char *decided, *out, *last; } cases[] = {
		{ "2027-10-05", "2027-10-26", "2027-10-26" },
		{ "2027-10-19", "2027-11-09", "2027-11-09" },
		{ "2027-12-20", "2028-01-10", "2028-01-10" },   /* over Christmas             */
		{ "2028-02-10", "2028-03-02", "2028-03-02" },   /* over 29 February           */
		{ "2027-12-11", "2028-01-01", "2028-01-03" },   /* New Year's Day, a Saturday */
		{ "2026-12-11", "2027-01-01", "2027-01-04" },
		{ "2026-12-04", "2026-12-25", "2026-12-28" },   /* Christmas, then a weekend  */
		{ "2026-12-03", "2026-12-24", "2026-12-24" },   /* Christmas Eve is a virkedag */
		{ "2026-12-10", "2026-12-31", "2026-12-31" },
		{ "2027-03-04", "2027-03-25", "2027-03-30" },   /* skjærtorsdag               */
		{ "2027-03-03", "2027-03-24", "2027-03-24" },
		{ "2027-03-06", "2027-03-27", "2027-03-30" },   /* Easter Eve                 */
		{ "2027-03-08", "2027-03-29", "2027-03-30" },
		{ "2027-04-26", "2027-05-17", "2027-05-18" },   /* 17 May and Whit Monday     */
		{ "2028-04-26", "2028-05-17", "2028-05-18" },   /* 17 May, a Wednesday        */
		{ "2028-04-10", "2028-05-01", "2028-05-02" },
		{ "2027-04-15", "2027-05-06", "2027-05-07" },   /* Kristi himmelfartsdag      */
		{ "2027-10-02", "2027-10-23", "2027-10-25" },   /* decided on a Saturday      */
	};

	(void)state;
	for (size_t i = 0; i < N(cases); i++) {
		struct frist_complaint f = frist_complaint(mem, cases[i].decided);

		assert_string_equal(f.out, cases[i].out);
		assert_string_equal(f.last, cases[i].last);
	}
}

static void a_time_limit_never_ends_on_a_day_off(void **state)
{
	const char *day = "2026-01-01";

	(void)state;
	for (int i = 0; i < 4000; i++, day = tid_add_days(mem, day, 1)) {
		struct frist_complaint f = frist_complaint(mem, day);

		assert_int_equal(tid_days_between(day, f.out), FRIST_COMPLAINT_DAYS);
		assert_int_equal(tid_weekday(day), tid_weekday(f.out));
		assert_true(strcmp(f.last, f.out) >= 0);
		assert_true(tid_days_between(f.out, f.last) <= 5);
		assert_false(helligdag_is_off(mem, f.last));
	}
}

static void section_7_1_notice_and_last_day(void **state)
{
	static const struct { const char *notice, *meeting; enum frist_meeting wanted; } cases[] = {
		{ "2027-10-05", "2027-10-19", MEETING_OK },
		{ "2027-10-06", "2027-10-19", MEETING_NOTICE_SHORT },
		{ "2027-10-17", "2027-10-31", MEETING_OK },
		{ "2027-10-17", "2027-11-01", MEETING_LATE },
		{ "2027-10-31", "2027-11-01", MEETING_LATE },
		{ "2027-12-01", "2028-01-15", MEETING_LATE },
		{ "2027-09-20", "2027-10-04", MEETING_OK },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(frist_constituting(2027, cases[i].notice, cases[i].meeting),
		                 cases[i].wanted);
	assert_string_equal(frist_notice_day(mem, "2027-10-05"), "2027-09-21");
	assert_string_equal(frist_last_constituting(mem, 2027), "2027-10-31");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(easter_is_where_the_almanac_has_it),
		cmocka_unit_test(easter_is_a_sunday_from_22_march_to_25_april),
		cmocka_unit_test(each_holiday_has_its_day),
		cmocka_unit_test(a_year_has_each_holiday_once),
		cmocka_unit_test(the_virkedag_before_and_after),
		cmocka_unit_test(section_27_1_three_weeks_and_then_the_next_virkedag),
		cmocka_unit_test(a_time_limit_never_ends_on_a_day_off),
		cmocka_unit_test(section_7_1_notice_and_last_day),
	};

	return cmocka_run_group_tests(tests, arena_begin, arena_end);
}
