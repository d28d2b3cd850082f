/* The parliamentary model: a council elected or formed, kommuneloven ch. 10. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "arena_help.h"
#include "rules/valg/parlament.h"

static const enum gender raad[][5] = {
	{ GENDER_WOMAN, GENDER_MAN, GENDER_WOMAN, GENDER_MAN, GENDER_MAN },
	{ GENDER_MAN, GENDER_MAN, GENDER_MAN, GENDER_MAN, GENDER_WOMAN },
};

static void section_10_4_a_slate_needs_an_ordinary_majority(void **state)
{
	static const struct {
		int64_t votes[2], blank;
		enum raad_end end;
		size_t elected;
	} cases[] = {
		{ { 30, 29 }, 0, RAAD_ELECTED, 0 }, { { 29, 30 }, 0, RAAD_ELECTED, 1 },
		{ { 20, 20 }, 0, RAAD_NONE, 0 },        /* nobody has a casting vote, § 11-9  */
		{ { 29, 28 }, 2, RAAD_OPEN, 0 }, { { 30, 28 }, 1, RAAD_ELECTED, 0 },
		{ { 0, 0 }, 59, RAAD_NONE, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct raad_slate slates[] = {
			{ "A", raad[0], 5, cases[i].votes[0] },
			{ "B", raad[1], 5, cases[i].votes[1] },
		};
		struct raad_result r = raad_elect(mem, slates, 2, cases[i].blank);

		assert_int_equal(r.end, cases[i].end);
		if (cases[i].end != RAAD_NONE)
			assert_int_equal(r.elected, cases[i].elected);
		assert_true(r.complete);
	}
}

static void sections_10_4_and_10_5_gender_is_that_of_section_7_7(void **state)
{
	const struct raad_slate slates[] = { { "A", raad[0], 5, 30 }, { "B", raad[1], 5, 20 },
	                                     { "C", raad[1], 1, 9 } };
	struct raad_result elected = raad_elect(mem, slates, 3, 0);
	struct raad_result formed = raad_form(mem, &slates[1]);

	(void)state;
	assert_true(elected.gender[0].ok);
	assert_int_equal(elected.gender[1].missing, 1);
	assert_false(elected.complete);         /* C has no deputy leader */
	assert_int_equal(formed.end, RAAD_FORMED);
	assert_false(formed.gender[0].ok);
	assert_int_equal(formed.gender[0].under, GENDER_WOMAN);
	assert_true(formed.complete);
}

static void section_10_4_one_slate_can_stand_alone(void **state)
{
	const struct raad_slate slate = { "A", raad[0], 2, 30 };

	(void)state;
	assert_int_equal(raad_elect(mem, &slate, 1, 29).end, RAAD_ELECTED);
	assert_int_equal(raad_elect(mem, &slate, 1, 30).end, RAAD_OPEN);
	assert_true(raad_elect(mem, &slate, 1, 0).complete);
	assert_true(raad_elect(mem, &slate, 1, 29).needed[RAAD_BLANK_COUNTS] == 30);
	assert_true(raad_elect(mem, &slate, 1, 29).needed[RAAD_BLANK_COUNTS_NOT] == 16);
	assert_int_equal(raad_elect(mem, NULL, 0, 5).end, RAAD_NONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(section_10_4_a_slate_needs_an_ordinary_majority),
		cmocka_unit_test(sections_10_4_and_10_5_gender_is_that_of_section_7_7),
		cmocka_unit_test(section_10_4_one_slate_can_stand_alone),
	};

	return cmocka_run_group_tests(tests, arena_begin, arena_end);
}
