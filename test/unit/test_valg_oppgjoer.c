/* A whole forholdsvalg, kommuneloven § 7-6: from votes to members and deputies. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <limits.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "arena_help.h"
#include "lib/arena.h"
#include "lib/world.h"
#include "rules/valg/oppgjoer.h"

#define N(a) (sizeof(a) / sizeof(a)[0])
#define K(n) { n, GENDER_WOMAN }
#define M(n) { n, GENDER_MAN }

static const struct oppgjoer_choice nothing_chosen;

static const struct valg_name six[] = { M("a"), M("b"), M("c"), K("d"), K("e"), K("f") };
static const struct valg_name men[] = { M("a"), M("b"), M("c"), M("d"), M("e"), M("f") };
static const struct valg_name two[] = { K("a"), M("b") };

static const struct oppgjoer *settle(const struct valg_list *list, size_t n, size_t seats,
                                     bool council_only, const struct oppgjoer_choice *choice)
{
	struct valg_body *body = arena_get(mem, sizeof *body);

	*body = (struct valg_body){ .seats = seats, .council_only = council_only, .list = list,
	                            .n_list = n };
	return oppgjoer(mem, body, choice);
}

static bool flagged(const struct oppgjoer *g, enum oppgjoer_what what, size_t list, size_t n)
{
	for (size_t i = 0; i < g->n_flag; i++)
		if (g->flag[i].what == what && g->flag[i].list == list && g->flag[i].n == n)
			return true;
	return false;
}

static void names(const char *want, const struct valg_list *list, const struct kjoenn_set *set)
{
	char got[32] = "";

	for (size_t i = 0; i < set->n; i++)
		strncat(got, list->candidate[set->place[i]].name, 1);
	assert_string_equal(got, want);
}

static void third_paragraph_a_woman_moves_up_and_the_man_is_first_deputy(void **state)
{
	const struct valg_list lists[] = { { "A", 9, six, N(six) } };
	const struct oppgjoer *g = settle(lists, 1, 4, false, &nothing_chosen);

	(void)state;
	assert_int_equal(g->state, OPPGJOER_SETTLED);
	names("abde", &lists[0], &g->list[0].member);
	assert_int_equal(g->list[0].member.n_move, 1);
	names("cf", &lists[0], &g->list[0].deputy);
	assert_true(flagged(g, OPPGJOER_DEPUTIES_FEW, 0, 4));
}

static void fourth_paragraph_only_men_may_be_lawful(void **state)
{
	const struct valg_list lists[] = { { "A", 9, men, N(men) } };

	(void)state;
	for (int council = 0; council < 2; council++) {
		const struct oppgjoer *g = settle(lists, 1, 4, council, &nothing_chosen);

		assert_int_equal(g->state, OPPGJOER_SETTLED);
		assert_true(flagged(g, OPPGJOER_GENDER_MEMBERS, 0, 2));
		assert_int_equal(g->flag[0].unlawful, !council);
		assert_true(flagged(g, OPPGJOER_GENDER_DEPUTIES, 0, 1));
	}
}

static void a_lot_stops_before_any_name(void **state)
{
	const struct valg_list lists[] = { { "A", 6, six, 6 }, { "B", 6, men, 6 } };
	const size_t b = 1, nobody = 2;
	struct oppgjoer_choice drawn = { .drawn = &b, .n_drawn = 1 };
	const struct oppgjoer *g = settle(lists, 2, 1, false, &nothing_chosen);

	(void)state;
	assert_int_equal(g->state, OPPGJOER_LOT);
	assert_int_equal(g->list[0].member.n + g->list[1].member.n, 0);
	g = settle(lists, 2, 1, false, &drawn);
	assert_int_equal(g->state, OPPGJOER_SETTLED);
	names("a", &lists[1], &g->list[1].member);
	drawn.drawn = &nobody;
	assert_int_equal(settle(lists, 2, 1, false, &drawn)->state, OPPGJOER_WRONG_DRAW);
}

static void the_act_does_not_say_where_seats_without_names_go(void **state)
{
	const struct valg_list lists[] = { { "A", 12, two, 2 }, { "B", 3, six, 6 } };
	struct oppgjoer_choice choice = { .empty = OPPGJOER_EMPTY_VACANT };
	const struct oppgjoer *g = settle(lists, 2, 5, false, &nothing_chosen);

	(void)state;
	assert_int_equal(g->state, OPPGJOER_EMPTY);
	assert_true(g->open[OPPGJOER_Q_EMPTY]);
	assert_true(flagged(g, OPPGJOER_NAMES_MISSING, 0, 2));
	assert_int_equal(g->alternative[0]->vacant, 2);
	assert_int_equal(g->alternative[1]->list[1].seats, 3);
	g = settle(lists, 2, 5, false, &choice);
	assert_int_equal(g->state, OPPGJOER_SETTLED);
	assert_int_equal(g->list[0].vacant, 2);
	names("ab", &lists[0], &g->list[0].member);
	choice.empty = OPPGJOER_EMPTY_NEXT;
	g = settle(lists, 2, 5, false, &choice);
	assert_int_equal(g->vacant, 0);
	names("abd", &lists[1], &g->list[1].member);
}

/* The two seats A has no names for: B and C have the same votes, and one is drawn first. */
static void seats_that_pass_on_may_need_a_lot_of_their_own(void **state)
{
	const struct valg_list lists[] = { { "A", 12, two, 2 }, { "B", 2, six, 6 },
	                                   { "C", 2, men, 6 } };
	const size_t c = 2;
	struct oppgjoer_choice choice = { .empty = OPPGJOER_EMPTY_NEXT };
	const struct oppgjoer *g = settle(lists, 3, 3, true, &choice);

	(void)state;
	assert_int_equal(g->state, OPPGJOER_LOT_NEXT);
	assert_int_equal(g->passed.n_among, 2);
	choice.drawn_next = &c;
	choice.n_drawn_next = 1;
	g = settle(lists, 3, 3, true, &choice);
	assert_int_equal(g->state, OPPGJOER_SETTLED);
	names("a", &lists[2], &g->list[2].member);
}

static void deputies_of_a_list_without_seats_are_a_question(void **state)
{
	const struct valg_list lists[] = { { "A", 9, six, 6 }, { "B", 1, two, 2 } };
	const struct oppgjoer_choice to_the_letter = { .seatless = OPPGJOER_SEATLESS_TWO };
	const struct oppgjoer *g = settle(lists, 2, 2, false, &nothing_chosen);

	(void)state;
	assert_true(g->open[OPPGJOER_Q_SEATLESS]);
	assert_int_equal(g->list[1].deputy.n, 0);
	g = settle(lists, 2, 2, false, &to_the_letter);
	names("ab", &lists[1], &g->list[1].deputy);
}

/* Five due, of whom two of each; three are left, of whom one of each. */
static void what_the_gender_of_too_few_deputies_is_measured_on_is_a_question(void **state)
{
	const struct valg_name left[] = { K("a"), M("b"), M("c"), K("d"), M("e"), M("f") };
	const struct valg_list lists[] = { { "A", 9, left, N(left) } };
	const struct oppgjoer_choice places = { .measure = OPPGJOER_MEASURE_PLACES };
	const struct oppgjoer *g = settle(lists, 1, 3, false, &nothing_chosen);

	(void)state;
	assert_true(g->open[OPPGJOER_Q_MEASURE]);
	assert_false(flagged(g, OPPGJOER_GENDER_DEPUTIES, 0, 1));
	g = settle(lists, 1, 3, false, &places);
	assert_true(flagged(g, OPPGJOER_GENDER_DEPUTIES, 0, 1));
}

static void blank_votes_alone_elect_nobody(void **state)
{
	const struct valg_list lists[] = { { "A", 0, six, 6 } };

	(void)state;
	assert_int_equal(settle(lists, 1, 3, false, &nothing_chosen)->state, OPPGJOER_NO_VOTES);
}

static void every_question_is_read_and_answered_by_its_row(void **state)
{
	const struct valg_list lists[] = { { "A", 9, two, N(two) }, { "B", 8, six, N(six) } };
	const struct oppgjoer *g = settle(lists, N(lists), 5, false, &nothing_chosen);

	(void)state;
	for (enum oppgjoer_question q = 0; q < OPPGJOER__QUESTIONS; q++) {
		const struct tvil_row *row = tvil_row(oppgjoer_tvil(q));

		assert_true(oppgjoer_reading(&nothing_chosen, q) == row->fallback);
		for (size_t i = 0; i < row->n_reading; i++)
			assert_int_equal(oppgjoer_reading(&oppgjoer_otherwise(mem, g, q, i)->choice,
			                                  q), i);
	}
	assert_int_equal(g->state, OPPGJOER_EMPTY);
	assert_int_equal(oppgjoer_otherwise(mem, g, OPPGJOER_Q_EMPTY, 0)->vacant, 1);
	assert_int_equal(oppgjoer_otherwise(mem, g, OPPGJOER_Q_EMPTY, 1)->list[1].seats, 3);
}

/* ---- the other route: seats by counting rivals, names by trying every set ---- */

#define FEW 5
#define SHORT 9

/* A claim has a seat for certain when fewer than `seats` others go before it or beside it. */
static size_t seats_by_rivals(const struct valg_list *list, size_t n, size_t seats, size_t own)
{
	size_t certain = 0;

	for (int64_t nr = 1; nr <= (int64_t)seats && list[own].votes > 0; nr++) {
		size_t rivals = 0;

		for (size_t j = 0; j < n; j++)
			for (int64_t k = 1; k <= (int64_t)seats && list[j].votes > 0; k++) {
				const int64_t a = list[own].votes * k, b = list[j].votes * nr;

				rivals += b > a || (b == a && list[j].votes >= list[own].votes);
			}
		certain += rivals <= seats;     /* itself among them */
	}
	return certain;
}

/* The earliest set of `take` of the places in `open` that lacks least. */
static unsigned earliest(const struct valg_list *list, unsigned open, size_t take)
{
	unsigned best = 0, least = UINT_MAX;

	for (unsigned set = 0; set < 1u << list->n_candidate; set++) {
		size_t count[GENDER__MAX] = { 0 }, lacks = 0;
		const unsigned first = (set ^ best) & -(set ^ best);

		if ((set & ~open) != 0 || (size_t)__builtin_popcount(set) != take)
			continue;
		for (size_t i = 0; i < list->n_candidate; i++)
			count[list->candidate[i].gender] += set >> i & 1;
		for (enum gender g = 0; g < GENDER__MAX; g++)
			if (count[g] < kjoenn_minimum(take))
				lacks += kjoenn_minimum(take) - count[g];
		if (lacks < least || (lacks == least && set & first)) {
			best = set;
			least = (unsigned)lacks;
		}
	}
	return best;
}

static unsigned places(const struct kjoenn_set *set)
{
	unsigned bits = 0;

	for (size_t i = 0; i < set->n; i++)
		bits |= 1u << set->place[i];
	return bits;
}

static void compare_names(const struct valg_list *list, const struct oppgjoer_list *l)
{
	const unsigned all = (1u << list->n_candidate) - 1;
	const unsigned members = earliest(list, all, l->seats), left = all & ~members;
	size_t due = l->seats > 0 ? l->seats + 2 : 0;

	if (due > (size_t)__builtin_popcount(left))
		due = (size_t)__builtin_popcount(left);
	assert_int_equal(places(&l->member), members);
	assert_int_equal(places(&l->deputy), earliest(list, left, due));
}

static void ten_thousand_whole_elections_agree_with_another_route(void **state)
{
	struct world_fake fake = { .seed = 1961 };
	struct world w = world_fake(&fake);
	size_t settled = 0;

	(void)state;
	for (int i = 0; i < 10000; i++, arena_reset(mem)) {
		struct valg_name name[FEW][SHORT];
		struct valg_list list[FEW];
		const size_t n = 1 + world_random_below(&w, FEW);
		const size_t seats = 1 + world_random_below(&w, 9);
		const struct oppgjoer *g;

		for (size_t k = 0; k < n; k++) {
			list[k] = (struct valg_list){ "L", world_random_below(&w, 20), name[k],
			                              2 + world_random_below(&w, SHORT - 1) };
			for (size_t p = 0; p < list[k].n_candidate; p++)
				name[k][p] = (struct valg_name){ "N", world_random_below(&w, 3) ?
				                                 GENDER_MAN : GENDER_WOMAN };
		}
		g = settle(list, n, seats, i % 2, &nothing_chosen);
		for (size_t k = 0; k < n; k++)
			assert_int_equal(g->seats.seats[k], seats_by_rivals(list, n, seats, k));
		for (size_t k = 0; k < n && g->state == OPPGJOER_SETTLED; k++)
			compare_names(&list[k], &g->list[k]);
		settled += g->state == OPPGJOER_SETTLED;
	}
	assert_true(settled > 5000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(third_paragraph_a_woman_moves_up_and_the_man_is_first_deputy),
		cmocka_unit_test(fourth_paragraph_only_men_may_be_lawful),
		cmocka_unit_test(a_lot_stops_before_any_name),
		cmocka_unit_test(the_act_does_not_say_where_seats_without_names_go),
		cmocka_unit_test(seats_that_pass_on_may_need_a_lot_of_their_own),
		cmocka_unit_test(deputies_of_a_list_without_seats_are_a_question),
		cmocka_unit_test(what_the_gender_of_too_few_deputies_is_measured_on_is_a_question),
		cmocka_unit_test(every_question_is_read_and_answered_by_its_row),
		cmocka_unit_test(blank_votes_alone_elect_nobody),
		cmocka_unit_test(ten_thousand_whole_elections_agree_with_another_route),
	};

	return cmocka_run_group_tests(tests, arena_begin, arena_end);
}
