/* Votes: a tie, the budget with several alternatives, documents; kommuneloven §§ 11-9, 11-13. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rules/moete/vedtak.h"

#define N(a) (sizeof(a) / sizeof(a)[0])

static void section_11_9_majority_and_the_vote_of_the_chair(void **state)
{
	static const struct {
		int64_t members, yes, no;
		enum vedtak_chair chair;
		bool election;
		enum vedtak_end end;
		bool by_chair;
	} cases[] = {
		{ 19, 10, 9, CHAIR_AGAINST, false, VEDTAK_ADOPTED, false },
		{ 19, 9, 10, CHAIR_FOR, false, VEDTAK_REJECTED, false },
		{ 19, 9, 9, CHAIR_FOR, false, VEDTAK_ADOPTED, true },
		{ 19, 9, 9, CHAIR_AGAINST, false, VEDTAK_REJECTED, true },
		{ 19, 9, 9, CHAIR_NOT_TOLD, false, VEDTAK_TIE, false },
		{ 19, 9, 9, CHAIR_FOR, true, VEDTAK_TIE_ELECTION, false },
		{ 19, 9, 0, CHAIR_FOR, false, VEDTAK_TOO_FEW, false },
		{ 19, 10, 0, CHAIR_FOR, false, VEDTAK_ADOPTED, false },
		{ 19, 5, 4, CHAIR_FOR, false, VEDTAK_TOO_FEW, false },
		{ 0, 1, 0, CHAIR_NOT_TOLD, false, VEDTAK_ADOPTED, false },
		{ 11, 3, 3, CHAIR_FOR, false, VEDTAK_ADOPTED, true },
		{ 11, 3, 2, CHAIR_FOR, false, VEDTAK_TOO_FEW, false },
	};

	(void)state;
	for (size_t i = 0; i < N(cases); i++) {
		struct vedtak v = vedtak(cases[i].members, cases[i].yes, cases[i].no,
		                         cases[i].chair, cases[i].election);

		assert_int_equal(v.end, cases[i].end);
		assert_int_equal(v.by_chair, cases[i].by_chair);
		assert_true(v.cast == cases[i].yes + cases[i].no);
	}
}

static void section_11_9_two_of_several_budgets_go_on(void **state)
{
	static const struct {
		int64_t members, votes[BUDSJETT_MAX];
		size_t n;
		enum budsjett_end end;
		size_t n_first, first[2], n_among;
		bool half, place;
	} cases[] = {
		{ 27, { 12, 9, 6 }, 3, BUDSJETT_SECOND, 2, { 0, 1 }, 0, false, false },
		{ 27, { 6, 9, 12 }, 3, BUDSJETT_SECOND, 2, { 2, 1 }, 0, false, false },
		{ 27, { 14, 9, 4 }, 3, BUDSJETT_ADOPTED, 2, { 0, 1 }, 0, false, false },
		{ 27, { 4, 9, 14 }, 3, BUDSJETT_ADOPTED, 2, { 2, 1 }, 0, false, false },
		{ 27, { 14, 13 }, 2, BUDSJETT_ADOPTED, 2, { 0, 1 }, 0, false, false },
		{ 27, { 13, 7, 7 }, 3, BUDSJETT_OPEN, 1, { 0 }, 2, false, true },
		{ 27, { 9, 9, 9 }, 3, BUDSJETT_OPEN, 0, { 0 }, 3, false, true },
		{ 27, { 10, 10, 7 }, 3, BUDSJETT_SECOND, 2, { 0, 1 }, 0, false, false },
		{ 27, { 12, 5, 5, 5 }, 4, BUDSJETT_OPEN, 1, { 0 }, 3, false, true },
		{ 27, { 17, 5, 5 }, 3, BUDSJETT_ADOPTED, 1, { 0 }, 0, false, false },
		{ 26, { 13, 13 }, 2, BUDSJETT_OPEN, 2, { 0, 1 }, 0, true, false },
		{ 26, { 13, 7, 6 }, 3, BUDSJETT_OPEN, 2, { 0, 1 }, 0, true, false },
		{ 24, { 12, 6, 6 }, 3, BUDSJETT_OPEN, 1, { 0 }, 2, true, true },
		{ 27, { 6, 4, 3 }, 3, BUDSJETT_TOO_FEW, 2, { 0, 1 }, 0, false, false },
		{ 27, { 0, 0, 0 }, 3, BUDSJETT_TOO_FEW, 0, { 0 }, 3, false, false },
	};

	(void)state;
	for (size_t i = 0; i < N(cases); i++) {
		struct budsjett b = budsjett(cases[i].members, cases[i].votes, cases[i].n);

		assert_int_equal(b.end, cases[i].end);
		assert_int_equal(b.n_first, cases[i].n_first);
		for (size_t k = 0; k < b.n_first; k++)
			assert_int_equal(b.first[k], cases[i].first[k]);
		assert_int_equal(b.n_among, cases[i].n_among);
		assert_int_equal(b.open[BUDSJETT_Q_HALF], cases[i].half);
		assert_int_equal(b.open[BUDSJETT_Q_PLACE], cases[i].place);
	}
}

static int64_t of(const int64_t *votes, size_t i)
{
	return votes[i];
}

/* All ways for four alternatives to share up to nine votes each. */
static void section_11_9_nobody_with_more_votes_is_left_out(void **state)
{
	(void)state;
	for (int code = 0; code < 10000; code++) {
		const int64_t votes[] = { code % 10, code / 10 % 10, code / 100 % 10, code / 1000 };
		struct budsjett b = budsjett(0, votes, 4);

		assert_true(b.n_first <= 2);
		assert_true(b.end == BUDSJETT_ADOPTED || b.n_first == 2 || b.n_among > 0);
		assert_true(b.n_among == 0 || b.n_first + b.n_among > 2);
		for (size_t i = 0; i < 4; i++)
			for (size_t k = 0; k < b.n_first; k++)
				assert_true(k > 0 || of(votes, i) <= votes[b.first[0]]);
		if (b.end == BUDSJETT_ADOPTED)
			assert_true(2 * votes[b.first[0]] > b.cast);
		else
			for (size_t i = 0; i < 4; i++)
				assert_true(2 * votes[i] <= b.cast);
	}
}

static void what_the_act_leaves_open_has_at_least_two_readings(void **state)
{
	(void)state;
	for (size_t q = 0; q < BUDSJETT_Q__MAX; q++) {
		assert_non_null(budsjett_questions[q].key);
		assert_true(budsjett_questions[q].n_reading >= 2);
		assert_true(budsjett_questions[q].n_reading <= BUDSJETT_READINGS);
	}
}

static void section_11_13_three_votes_or_a_majority(void **state)
{
	static const struct {
		int64_t yes, no;
		enum innsyn_end open, secret;
	} cases[] = {
		{ 3, 24, INNSYN_BY_THREE, INNSYN_REFUSED },
		{ 2, 25, INNSYN_REFUSED, INNSYN_REFUSED },
		{ 2, 1, INNSYN_BY_MAJORITY, INNSYN_BY_MAJORITY },
		{ 2, 2, INNSYN_TIE, INNSYN_TIE },
		{ 14, 13, INNSYN_BY_MAJORITY, INNSYN_BY_MAJORITY },
		{ 13, 13, INNSYN_BY_THREE, INNSYN_TIE },
		{ 1, 0, INNSYN_BY_MAJORITY, INNSYN_BY_MAJORITY },
		{ 0, 0, INNSYN_REFUSED, INNSYN_REFUSED },
		{ 0, 3, INNSYN_REFUSED, INNSYN_REFUSED },
	};

	(void)state;
	for (size_t i = 0; i < N(cases); i++) {
		assert_int_equal(innsyn(cases[i].yes, cases[i].no, false), cases[i].open);
		assert_int_equal(innsyn(cases[i].yes, cases[i].no, true), cases[i].secret);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(section_11_9_majority_and_the_vote_of_the_chair),
		cmocka_unit_test(section_11_9_two_of_several_budgets_go_on),
		cmocka_unit_test(section_11_9_nobody_with_more_votes_is_left_out),
		cmocka_unit_test(what_the_act_leaves_open_has_at_least_two_readings),
		cmocka_unit_test(section_11_13_three_votes_or_a_majority),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
