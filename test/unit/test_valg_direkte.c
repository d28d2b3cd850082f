/* The election of the council itself: valgloven 2023 §§ 5-3, 6-10, 13-1 and 13-2.  Councils,
 * numbers and results of real elections are those that were published; candidates are their
 * numbers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "arena_help.h"
#include "lib/arena.h"
#include "rules/valg/direkte.h"

#define NAMES_MAX 20

static void section_5_3_how_many_can_have_stemmetillegg(void **state)
{
	static const size_t cases[][2] = {
		{ 11, 4 }, { 23, 4 }, { 25, 6 }, { 35, 6 }, { 53, 6 }, { 55, 10 }, { 85, 10 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(direkte_most_bonus(cases[i][0]), cases[i][1]);
}

static void section_6_10_a_quarter_of_the_seats_and_always_five(void **state)
{
	static const struct { size_t seats, most, rounded_up; } cases[] = {
		{ 11, 5, 5 }, { 19, 5, 5 }, { 20, 5, 5 }, { 21, 5, 6 }, { 23, 5, 6 }, { 24, 6, 6 },
		{ 25, 6, 7 }, { 27, 6, 7 }, { 35, 8, 9 }, { 43, 10, 11 }, { 53, 13, 14 },
		{ 55, 13, 14 }, { 85, 21, 22 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct direkte_slengere s = direkte_most_slengere(cases[i].seats);

		assert_int_equal(s.most, cases[i].most);
		assert_int_equal(s.rounded_up, cases[i].rounded_up);
		assert_true(s.open == (cases[i].most != cases[i].rounded_up));
	}
}

static void section_13_1_listestemmer(void **state)
{
	static const struct { struct direkte_votes votes; int64_t wanted; } cases[] = {
		{ { 183, 46, 82, 11 }, 1977 },          /* Røst 2019, Samarbeidslista         */
		{ { 68, 24, 52, 17 }, 1128 },           /* Alvdal 2019, MDG                   */
		{ { 1983, 181, 171, 35 }, 69415 },      /* Levanger 2023, Sp                  */
		{ { 2318, 144, 152, 29 }, 67214 },      /* Østre Toten 2023, Ap               */
		{ { 2000, 18, 23, 23 }, 45995 },        /* the example at valg.no, B          */
		{ { 0, 0, 0, 11 }, 0 }, { { 0, 4, 0, 11 }, 4 }, { { 1, 0, 11, 11 }, 0 },
		{ { 1, 9, 12, 11 }, -1 },               /* more given than there was to give  */
		{ { VALG_VOTES_MAX, VALG_VOTES_MAX, 0, VALG_SEATS_MAX },
		  VALG_VOTES_MAX * (VALG_SEATS_MAX + 1) },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_true(direkte_list_votes(&cases[i].votes) == cases[i].wanted);
}

/* Numbers of candidates, in order; 0 ends. */
struct published {
	size_t seats;
	int64_t ballots;
	size_t bonus;                           /* the first so many                  */
	size_t n;
	int64_t votes[NAMES_MAX][2];            /* personal, slengere                 */
	int ranking[NAMES_MAX], elected[NAMES_MAX], deputies[NAMES_MAX];
};

static const struct published published[] = {
	/* Røst 2019, Rødt, Sp and independents */
	{ 1, 26, 0, 7, { { 18, 28 }, { 12, 0 }, { 7, 1 }, { 1, 0 }, { 5, 4 }, { 4, 1 }, { 2, 2 } },
	  { 1, 2, 5, 3, 6, 7, 4 }, { 1 }, { 2, 5, 3, 6 } },
	/* Røst 2019, Samarbeidslista: equal totals in the order of the list, eight names left */
	{ 6, 183, 2, 14, { { 81, 1 }, { 33, 5 }, { 30, 3 }, { 26, 3 }, { 35, 3 }, { 18, 1 },
	    { 3, 3 }, { 16, 6 }, { 14, 2 }, { 25, 4 }, { 29, 4 }, { 7, 1 }, { 5, 3 }, { 58, 7 } },
	  { 1, 2, 14, 5, 3, 11, 4, 10, 8, 6, 9, 12, 13, 7 }, { 1, 2, 14, 5, 3, 11 },
	  { 4, 10, 8, 6, 9, 12, 13, 7 } },
	/* Levanger 2023, MDG */
	{ 1, 215, 1, 8, { { 37, 10 }, { 9, 2 }, { 28, 10 }, { 7, 3 }, { 3, 2 }, { 1, 2 }, { 0, 1 },
	    { 3, 0 } },
	  { 1, 3, 2, 4, 5, 6, 8, 7 }, { 1 }, { 3, 2, 4, 5 } },
};

static struct direkte_candidate *candidates_of(const struct published *p)
{
	struct direkte_candidate *c = arena_array(mem, p->n, sizeof *c);

	for (size_t i = 0; i < p->n; i++)
		c[i] = (struct direkte_candidate){
			.nr = (int)i + 1, .bonus = i < p->bonus, .personal = p->votes[i][0],
			.slengere = p->votes[i][1],
		};
	return c;
}

static void assert_numbers(const size_t *got, size_t n, const int *wanted)
{
	for (size_t i = 0; i < n; i++)
		assert_int_equal(got[i] + 1, wanted[i]);
	assert_int_equal(wanted[n], 0);
}

static void section_13_2_candidates_of_published_elections(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof published / sizeof *published; i++) {
		const struct published *p = &published[i];
		struct direkte_result r = direkte_candidates(mem, p->seats, p->ballots,
		                                             candidates_of(p), p->n);

		for (size_t k = 0; k < p->n; k++)
			assert_int_equal(r.ranking[k].candidate + 1, p->ranking[k]);
		assert_numbers(r.elected, r.n_elected, p->elected);
		assert_numbers(r.deputies, r.n_deputies, p->deputies);
		assert_int_equal(r.surplus, 0);
		assert_false(r.bonus_gap);
	}
}

/* 127 ballots: the bonus is 31.75, more than 31 and less than 32. */
static void section_5_3_the_bonus_is_not_rounded(void **state)
{
	static const struct { int64_t other; size_t first; } cases[] = {
		{ 31, 0 }, { 32, 1 },
	};

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		const struct direkte_candidate c[] = {
			{ .nr = 1, .bonus = true }, { .nr = 2, .personal = cases[i].other },
		};
		struct direkte_result r = direkte_candidates(mem, 1, 127, c, 2);

		assert_int_equal(r.elected[0], cases[i].first);
		assert_true(r.ranking[cases[i].first].quarters == 127);
		assert_true(r.ranking[1 - cases[i].first].quarters == 4 * cases[i].other);
	}
}

static void section_13_2_equal_totals_follow_the_numbers_of_the_list(void **state)
{
	const struct direkte_candidate c[] = {
		{ .nr = 3, .personal = 5 }, { .nr = 1, .personal = 4, .slengere = 1 },
		{ .nr = 2, .personal = 5 },
	};
	struct direkte_result r = direkte_candidates(mem, 1, 100, c, 3);

	(void)state;
	assert_int_equal(r.elected[0], 1);
	assert_int_equal(r.deputies[0], 2);
	assert_int_equal(r.deputies[1], 0);
	assert_int_equal(r.n_deputies, 2);
}

/* The place of a candidate is how many are before it: more votes, or as many and a lower number. */
static size_t place_of(const struct direkte_candidate *c, size_t n, size_t i, int64_t ballots)
{
	size_t before = 0;

	for (size_t k = 0; k < n; k++) {
		int64_t mine = 4 * c[i].personal + 4 * c[i].slengere + ballots * c[i].bonus;
		int64_t other = 4 * c[k].personal + 4 * c[k].slengere + ballots * c[k].bonus;

		before += other > mine || (other == mine && c[k].nr < c[i].nr);
	}
	return before;
}

static void section_13_2_ten_thousand_lists_by_another_route(void **state)
{
	uint32_t seed = 2027;

	(void)state;
	for (int list = 0; list < 10000; list++) {
		struct direkte_candidate c[12] = { 0 };
		struct direkte_result r;
		size_t n, seats;
		int64_t ballots;

		seed = seed * 1664525u + 1013904223u;
		n = 1 + (seed >> 8) % 12;
		seats = 1 + (seed >> 16) % 5;
		ballots = (seed >> 20) % 40;
		for (size_t i = 0; i < n; i++) {
			seed = seed * 1664525u + 1013904223u;
			c[i] = (struct direkte_candidate){
				.nr = (int)(n - i), .bonus = (seed >> 8) % 3 == 0,
				.personal = (seed >> 12) % 12, .slengere = (seed >> 17) % 4,
				.not_eligible = (seed >> 22) % 7 == 0,
			};
		}
		r = direkte_candidates(mem, seats, ballots, c, n);
		for (size_t i = 0; i < n; i++)
			assert_int_equal(place_of(c, n, r.ranking[i].candidate, ballots), i);
		assert_int_equal(r.n_elected + r.surplus, seats);
		assert_true(r.n_deputies == 0 || r.surplus == 0);
		assert_true(r.n_deputies <= seats + 3);
	}
}

static void section_13_2_who_is_not_eligible_is_passed_over(void **state)
{
	const struct direkte_candidate c[] = {
		{ .nr = 1, .personal = 50, .not_eligible = true }, { .nr = 2, .personal = 40 },
		{ .nr = 3, .personal = 30 }, { .nr = 4, .personal = 20, .not_eligible = true },
		{ .nr = 5, .personal = 10 },
	};
	struct direkte_result r = direkte_candidates(mem, 1, 100, c, 5);

	(void)state;
	assert_int_equal(r.ranking[0].candidate, 0);
	assert_int_equal(r.elected[0], 1);
	assert_int_equal(r.n_deputies, 2);
	assert_int_equal(r.deputies[0], 2);
	assert_int_equal(r.deputies[1], 4);
}

static void section_13_2_seats_nobody_is_left_for_go_to_other_lists(void **state)
{
	const struct direkte_candidate c[] = {
		{ .nr = 1, .personal = 5 }, { .nr = 2, .personal = 9, .not_eligible = true },
	};
	struct direkte_result r = direkte_candidates(mem, 3, 100, c, 2);

	(void)state;
	assert_int_equal(r.n_elected, 1);
	assert_int_equal(r.n_deputies, 0);
	assert_int_equal(r.surplus, 2);
	assert_int_equal(direkte_candidates(mem, 2, 100, c, 0).surplus, 2);
}

static void section_5_3_the_bonus_is_for_the_first_names(void **state)
{
	const struct direkte_candidate c[] = {
		{ .nr = 1, .bonus = true }, { .nr = 3, .bonus = true }, { .nr = 2 },
	};

	(void)state;
	assert_true(direkte_candidates(mem, 1, 100, c, 3).bonus_gap);
	assert_false(direkte_candidates(mem, 1, 100, c, 2).bonus_gap);
	assert_true(direkte_candidates(mem, 1, 100, &c[1], 2).bonus_gap);
}

/* Eight percent of 1 000 voters is 80: 79 votes are nothing, and 80 go before everybody. */
static void section_12_2_who_has_eight_percent_goes_first_in_a_county(void **state)
{
	static const struct direkte_candidate c[] = {
		{ .nr = 1, .personal = 79 }, { .nr = 2, .personal = 0 },
		{ .nr = 3, .personal = 80 }, { .nr = 4, .personal = 300, .not_eligible = true },
		{ .nr = 5, .personal = 81 },
		{ .nr = 6, .personal = 80 }, { .nr = 7, .personal = 2 },
	};
	static const size_t order[] = { 3, 4, 2, 5, 0, 1, 6 };
	struct direkte_result r = direkte_county(mem, 2, 1000, c, 7);

	(void)state;
	for (size_t i = 0; i < 7; i++)
		assert_int_equal(r.ranking[i].candidate, order[i]);
	assert_int_equal(r.elected[0], 4);
	assert_int_equal(r.elected[1], 2);
	assert_int_equal(r.n_deputies, 4);
	assert_int_equal(r.deputies[0], 5);
	assert_int_equal(r.surplus, 0);
	assert_int_equal(direkte_county(mem, 9, 1000, c, 7).surplus, 3);
	assert_int_equal(direkte_county(mem, 1, 1012, c, 7).elected[0], 4);     /* 80.96 */
	assert_int_equal(direkte_county(mem, 1, 1013, c, 7).elected[0], 0);     /* 81.04 */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(section_5_3_how_many_can_have_stemmetillegg),
		cmocka_unit_test(section_12_2_who_has_eight_percent_goes_first_in_a_county),
		cmocka_unit_test(section_6_10_a_quarter_of_the_seats_and_always_five),
		cmocka_unit_test(section_13_1_listestemmer),
		cmocka_unit_test(section_13_2_candidates_of_published_elections),
		cmocka_unit_test(section_5_3_the_bonus_is_not_rounded),
		cmocka_unit_test(section_13_2_equal_totals_follow_the_numbers_of_the_list),
		cmocka_unit_test(section_13_2_ten_thousand_lists_by_another_route),
		cmocka_unit_test(section_13_2_who_is_not_eligible_is_passed_over),
		cmocka_unit_test(section_13_2_seats_nobody_is_left_for_go_to_other_lists),
		cmocka_unit_test(section_5_3_the_bonus_is_for_the_first_names),
	};

	return cmocka_run_group_tests(tests, arena_begin, arena_end);
}
