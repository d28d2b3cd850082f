/* Flertallsvalg: kommuneloven § 7-8, and the blank votes of § 8-1. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "arena_help.h"
#include "lib/arena.h"
#include "rules/valg/flertall.h"

#define CANDIDATES 4

/* Votes of A, B, C, D; -1: did not stand. */
struct count {
	int64_t of[CANDIDATES], blank;
};
static const char *const names[CANDIDATES] = { "A", "B", "C", "D" };

static struct flertall_round round_of(const struct count *count)
{
	struct flertall_vote *vote = arena_array(mem, CANDIDATES, sizeof *vote);
	struct flertall_round round = { .vote = vote, .blank = count->blank };

	for (size_t i = 0; i < CANDIDATES; i++)
		if (count->of[i] >= 0)
			vote[round.n_vote++] = (struct flertall_vote){ names[i], count->of[i] };
	return round;
}

static struct flertall_result held(const struct count *first, const struct count *second,
                                   const char *drawn)
{
	struct flertall f = { .n_round = second == NULL ? 1 : 2, .drawn = drawn };

	f.round[0] = round_of(first);
	if (second != NULL)
		f.round[1] = round_of(second);
	return flertall(mem, &f);
}

static void assert_elected(const struct flertall_outcome *out, const char *who)
{
	if (who == NULL) {
		assert_int_equal(out->end, FLERTALL_NONE);
		assert_null(out->elected);
	} else {
		assert_int_equal(out->end, FLERTALL_ELECTED);
		assert_string_equal(out->elected, who);
	}
	assert_int_equal(out->n_among, 0);
}

static void in_the_first_vote_more_than_half_of_the_votes_cast_elect(void **state)
{
	static const struct { struct count votes; int64_t needed; const char *elected; } cases[] = {
		{ { { 14, 13, -1, -1 }, 0 }, 14, "A" },
		{ { { 13, 10, 4, -1 }, 0 }, 14, NULL },
		{ { { 13, 13, -1, -1 }, 0 }, 14, NULL },
		{ { { 12, 12, -1, -1 }, 0 }, 13, NULL },        /* half is not more than half */
		{ { { 12, 11, -1, -1 }, 0 }, 12, "A" },
		{ { { 0, 1, -1, -1 }, 0 }, 1, "B" },
		{ { { 9, 8, 8, 26 }, 0 }, 26, "D" },
		{ { { 0, 0, -1, -1 }, 0 }, 1, NULL },
		{ { { VALG_VOTES_MAX, VALG_VOTES_MAX - 1, -1, -1 }, 0 }, VALG_VOTES_MAX, "A" },
		{ { { VALG_VOTES_MAX, VALG_VOTES_MAX, -1, -1 }, 0 }, VALG_VOTES_MAX + 1, NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct flertall_result r = held(&cases[i].votes, NULL, NULL);

		for (int reading = 0; reading < FLERTALL_READINGS; reading++) {
			assert_elected(&r.outcome[reading][0], cases[i].elected);
			assert_true(r.outcome[reading][0].needed == cases[i].needed);
			assert_int_equal(r.outcome[reading][1].end, FLERTALL_NOT_HELD);
		}
		assert_false(r.open);
		assert_true(r.second_needed == (cases[i].elected == NULL));
	}
}

static void in_the_second_vote_the_most_votes_elect(void **state)
{
	static const struct { struct count second; const char *elected; bool fresh; } cases[] = {
		{ { { 13, 14, -1, -1 }, 0 }, "B", false },
		{ { { 9, 8, 8, -1 }, 0 }, "A", false },         /* also below half            */
		{ { { 5, -1, -1, -1 }, 22 }, "A", false },      /* whatever is blank          */
		{ { { 5, 6, -1, 16 }, 0 }, "D", true },         /* who did not stand at first */
		{ { { 0, 0, 0, -1 }, 27 }, NULL, false },
	};
	static const struct count first = { { 9, 9, 9, -1 }, 0 };

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct flertall_result r = held(&first, &cases[i].second, NULL);

		assert_elected(&r.outcome[0][0], NULL);
		assert_elected(&r.outcome[0][1], cases[i].elected);
		assert_true(r.new_candidate == cases[i].fresh);
		assert_false(r.second_needed || r.second_needless || r.open);
		assert_true(r.outcome[0][1].needed == 0);
	}
}

static void equal_in_the_second_vote_is_settled_by_lot(void **state)
{
	static const struct {
		struct count second;
		const char *drawn, *among, *elected;
	} cases[] = {
		{ { { 9, 9, 5, -1 }, 0 }, NULL, "AB", NULL },
		{ { { 9, 9, 5, -1 }, 0 }, "A", "AB", "A" },
		{ { { 9, 9, 5, -1 }, 0 }, "B", "AB", "B" },
		{ { { 7, 3, 7, 7 }, 3 }, NULL, "ACD", NULL },
		{ { { 7, 3, 7, 7 }, 3 }, "D", "ACD", "D" },
		{ { { 9, 9, 5, -1 }, 0 }, "C", "AB", NULL },    /* C had no part in the lot   */
		{ { { 9, 9, 5, -1 }, 0 }, "X", "AB", NULL },
	};
	static const struct count first = { { 9, 9, 5, -1 }, 0 };

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct flertall_result r = held(&first, &cases[i].second, cases[i].drawn);
		const struct flertall_outcome *out = &r.outcome[0][1];

		assert_int_equal(out->n_among, strlen(cases[i].among));
		for (size_t k = 0; k < out->n_among; k++)
			assert_true(out->among[k][0] == cases[i].among[k]);
		assert_int_equal(out->end, cases[i].elected ? FLERTALL_DRAWN : FLERTALL_LOT);
		assert_true(r.wrong_draw == (cases[i].drawn != NULL && cases[i].elected == NULL));
		if (cases[i].elected != NULL)
			assert_string_equal(out->elected, cases[i].elected);
	}
}

static void whoever_stands_first_can_be_new_too(void **state)
{
	static const struct count first = { { -1, 9, 9, -1 }, 0 }, second = { { 5, 9, 9, -1 }, 0 };

	(void)state;
	assert_true(held(&first, &second, NULL).new_candidate);
	assert_false(held(&first, &first, NULL).new_candidate);
}

static void a_draw_without_a_lot_is_wrong(void **state)
{
	static const struct count first = { { 9, 9, 5, -1 }, 0 }, won = { { 9, 14, -1, -1 }, 0 };

	(void)state;
	assert_true(held(&first, NULL, "A").wrong_draw);        /* no lot after the first vote */
	assert_true(held(&first, &won, "B").wrong_draw);
	assert_false(held(&first, &won, NULL).wrong_draw);
}

static void it_is_open_whether_a_blank_is_cast_when_it_settles_the_first_vote(void **state)
{
	static const struct { struct count votes; bool open; const char *counts, *not; } cases[] = {
		{ { { 12, 10, -1, -1 }, 5 }, true, NULL, "A" },
		{ { { 9, -1, -1, -1 }, 18 }, true, NULL, "A" },
		{ { { 14, -1, -1, -1 }, 13 }, false, "A", "A" },
		{ { { 13, -1, -1, -1 }, 13 }, true, NULL, "A" },
		{ { { 9, 9, 4, -1 }, 5 }, false, NULL, NULL },
		{ { { 0, 0, -1, -1 }, 27 }, false, NULL, NULL },
		{ { { 14, 12, -1, -1 }, 1 }, false, "A", "A" },
		{ { { 14, 12, -1, -1 }, 2 }, true, NULL, "A" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct flertall_result r = held(&cases[i].votes, NULL, NULL);

		assert_true(r.open == cases[i].open);
		assert_elected(&r.outcome[FLERTALL_BLANK_COUNTS][0], cases[i].counts);
		assert_elected(&r.outcome[FLERTALL_BLANK_COUNTS_NOT][0], cases[i].not);
	}
}

static void the_second_vote_belongs_to_the_reading_that_needs_it(void **state)
{
	static const struct count first = { { 12, 10, -1, -1 }, 5 };
	static const struct count second = { { 12, 15, -1, -1 }, 0 };
	struct flertall_result r = held(&first, &second, NULL);

	(void)state;
	assert_true(r.open);
	assert_false(r.second_needless);
	assert_elected(&r.outcome[FLERTALL_BLANK_COUNTS][1], "B");
	assert_elected(&r.outcome[FLERTALL_BLANK_COUNTS_NOT][0], "A");
	assert_int_equal(r.outcome[FLERTALL_BLANK_COUNTS_NOT][1].end, FLERTALL_NOT_HELD);
}

static void a_second_vote_after_an_election_was_needless(void **state)
{
	static const struct count first = { { 14, 13, -1, -1 }, 0 };
	static const struct count second = { { 13, 14, -1, 0 }, 0 };
	struct flertall_result r = held(&first, &second, NULL);

	(void)state;
	assert_true(r.second_needless);
	assert_elected(&r.outcome[0][0], "A");
	assert_int_equal(r.outcome[0][1].end, FLERTALL_NOT_HELD);
	assert_false(r.new_candidate);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(in_the_first_vote_more_than_half_of_the_votes_cast_elect),
		cmocka_unit_test(in_the_second_vote_the_most_votes_elect),
		cmocka_unit_test(equal_in_the_second_vote_is_settled_by_lot),
		cmocka_unit_test(whoever_stands_first_can_be_new_too),
		cmocka_unit_test(a_draw_without_a_lot_is_wrong),
		cmocka_unit_test(it_is_open_whether_a_blank_is_cast_when_it_settles_the_first_vote),
		cmocka_unit_test(the_second_vote_belongs_to_the_reading_that_needs_it),
		cmocka_unit_test(a_second_vote_after_an_election_was_needless),
	};

	return cmocka_run_group_tests(tests, arena_begin, arena_end);
}
