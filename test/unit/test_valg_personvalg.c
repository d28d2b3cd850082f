/* The council elected by names, valgloven ch. 14: few have seen one, so each sentence of § 14-3
 * has its case. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "arena_help.h"
#include "rules/valg/personvalg.h"

#define N 8

struct sum {
	const char *what;
	size_t seats;
	struct personvalg_votes v[N];
	size_t draw[3][N], drawn[3], lots;      /* handed in                          */
	enum personvalg_state state;
	const char *members, *deputies;         /* "ab": candidate 0, then 1          */
	const char *among;
	size_t to_draw, vacant;
};

static const struct sum sums[] = {
	{ "most votes as member elect, whatever their votes as deputy", 2,
	  { { 9, 0 }, { 5, 90 }, { 7, 0 }, { 4, 4 } }, .members = "ac", .deputies = "bd" },
	{ "for deputies both kinds of votes are added", 1,
	  { { 9, 0 }, { 5, 1 }, { 2, 5 } }, .members = "a", .deputies = "c" },
	{ "as many deputies as members", 2,
	  { { 9, 0 }, { 8, 0 }, { 3, 0 }, { 2, 0 }, { 1, 0 } }, .members = "ab", .deputies = "cd" },
	{ "equal members that all get in need no lot", 3,
	  { { 5, 0 }, { 5, 0 }, { 4, 0 } }, .members = "abc", .deputies = "" },
	{ "equal for the last seat: lot", 2,
	  { { 9, 0 }, { 5, 0 }, { 5, 3 }, { 4, 0 } }, .state = PERSONVALG_LOT, .members = "a",
	  .deputies = "", .among = "bc", .to_draw = 1 },
	{ "the lot is drawn, and who lost it is a deputy by both votes", 2,
	  { { 9, 0 }, { 5, 0 }, { 5, 3 }, { 4, 0 } }, { { 1 } }, { 1 }, 1, .members = "ab",
	  .deputies = "cd" },
	{ "the order of deputies is a lot too, also where all get in", 2,
	  { { 9, 0 }, { 8, 0 }, { 2, 1 }, { 1, 2 } }, .state = PERSONVALG_LOT, .members = "ab",
	  .deputies = "", .among = "cd", .to_draw = 2 },
	{ "drawn in that order", 2,
	  { { 9, 0 }, { 8, 0 }, { 2, 1 }, { 1, 2 } }, { { 3, 2 } }, { 2 }, 1, .members = "ab",
	  .deputies = "dc" },
	{ "a lot for the last deputies", 1, { { 9, 0 }, { 0, 4 }, { 0, 4 }, { 0, 4 } },
	  { { 2 } }, { 1 }, 1, .members = "a", .deputies = "c" },
	{ "nobody is elected without a vote", 3, { { 2, 0 }, { 0, 1 }, { 0, 0 } },
	  .members = "a", .deputies = "b", .vacant = 2 },
	{ "a draw of somebody who is not in the lot", 1, { { 3, 0 }, { 3, 0 }, { 1, 0 } },
	  { { 2 } }, { 1 }, 1, .state = PERSONVALG_WRONG_DRAW, .members = "", .deputies = "",
	  .among = "ab", .to_draw = 1 },
	{ "the same twice", 2, { { 3, 0 }, { 3, 0 }, { 3, 0 } }, { { 1, 1 } }, { 2 }, 1,
	  .state = PERSONVALG_WRONG_DRAW, .members = "", .deputies = "", .among = "abc",
	  .to_draw = 2 },
	{ "a draw where there is no lot", 1, { { 3, 0 }, { 2, 0 } }, { { 0 } }, { 1 }, 1,
	  .state = PERSONVALG_WRONG_DRAW, .members = "a", .deputies = "b" },
	{ "two lots, one of members and one of deputies", 1,
	  { { 3, 0 }, { 3, 0 }, { 0, 3 } }, { { 1 }, { 2 } }, { 1, 1 }, 2, .members = "b",
	  .deputies = "c" },
};

static void are(const char *want, const size_t *who, size_t n)
{
	assert_int_equal(n, want == NULL ? 0 : strlen(want));
	for (size_t i = 0; i < n; i++)
		assert_int_equal(who[i], want[i] - 'a');
}

static void members_by_their_own_votes_deputies_by_both(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof sums / sizeof sums[0]; i++) {
		const struct sum *s = &sums[i];
		struct personvalg_draw draw[3];
		struct personvalg p;

		for (size_t k = 0; k < s->lots; k++)
			draw[k] = (struct personvalg_draw){ s->draw[k], s->drawn[k] };
		p = personvalg(mem, &(struct personvalg_task){ s->seats, s->v, N, draw, s->lots });
		print_message("%s\n", s->what);
		assert_int_equal(p.state, s->state);
		are(s->members, p.member, p.n_member);
		are(s->deputies, p.deputy, p.n_deputy);
		are(s->among, p.among, p.n_among);
		assert_int_equal(p.to_draw, s->to_draw);
		assert_int_equal(p.vacant, s->vacant);
	}
}

static void names_beyond_what_is_allowed_are_not_read(void **state)
{
	static const struct { size_t seats, members, deputies; struct personvalg_counted is; }
	divided[] = {
		{ 11, 11, 11, { 11, 11 } }, { 11, 12, 3, { 11, 3 } }, { 11, 2, 15, { 2, 11 } },
		{ 11, 0, 0, { 0, 0 } },
	}, undivided[] = {
		{ 11, 5, 0, { 5, 0 } }, { 11, 11, 0, { 11, 0 } }, { 11, 15, 0, { 11, 4 } },
		{ 11, 30, 0, { 11, 11 } },
	};

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		struct personvalg_counted a = personvalg_ballot(divided[i].seats,
			divided[i].members, divided[i].deputies);
		struct personvalg_counted b = personvalg_undivided(undivided[i].seats,
			undivided[i].members);

		assert_memory_equal(&a, &divided[i].is, sizeof a);
		assert_memory_equal(&b, &undivided[i].is, sizeof b);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_ARENA(members_by_their_own_votes_deputies_by_both),
		cmocka_unit_test(names_beyond_what_is_allowed_are_not_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
