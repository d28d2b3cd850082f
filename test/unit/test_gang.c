#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "rules/fase.h"
#include "rules/gang.h"

#define N(a) (sizeof(a) / sizeof(a)[0])
#define MAX_ROUNDS 16

/* Does what the key said and writes it as a word: "open1" "close1" "show1" ..., with
 * a + for each time the stage is asked again and a ! when it is shown at once. */
static void press(struct gang_item *g, struct gang_round *rounds, char *log, size_t size)
{
	static const char *const word[] = { "open", "close", "show", "item", "day", "end" };
	struct gang_next next = gang_next(g);
	size_t n = strlen(log);

	snprintf(log + n, size - n, "%s%s", n > 0 ? " " : "", word[next.act]);
	if (next.act >= GANG_NEXT_ITEM)
		return;
	n = strlen(log);
	snprintf(log + n, size - n, "%d%s%s", next.stage + 1, next.nr > 1 ? "+" : "",
	         next.act == GANG_OPEN_ROUND && next.shown ? "!" : "");
	if (next.act == GANG_OPEN_ROUND) {
		assert_true(g->n_rounds < MAX_ROUNDS);
		rounds[g->n_rounds++] = (struct gang_round){ next.stage, next.nr, ROUND_OPEN,
		                                             next.shown };
		return;
	}
	for (size_t i = 0; i < g->n_rounds; i++) {
		if (rounds[i].stage != next.stage || rounds[i].nr != next.nr)
			continue;
		if (next.act == GANG_CLOSE_ROUND) {
			assert_true(round_may(rounds[i].phase, ROUND_CLOSED));
			rounds[i].phase = ROUND_CLOSED;
		} else {
			rounds[i].shown = true;
		}
	}
}

static const struct {
	struct gang_item item;
	const char *keys;
} walks[] = {
	{ { .more_today = true }, "item" },
	{ { .more_days = true }, "day" },
	{ { 0 }, "end" },
	{ { .more_today = true, .more_days = true }, "item" },
	{ { .takes_answers = true, .stages = 1, .more_today = true }, "open1 close1 show1 item" },
	{ { .takes_answers = true, .stages = 1, .show = SHOW_LIVE, .more_today = true },
	  "open1! close1 item" },
	{ { .takes_answers = true, .stages = 1, .nothing_to_show = true, .more_today = true },
	  "open1 close1 item" },
	{ { .takes_answers = true, .stages = 3, .asks_first_again = true, .more_today = true },
	  "open1 close1 show1 open2 close2 show2 open3 close3 show3 "
	  "open1+ close1+ show1+ item" },
	{ { .takes_answers = true, .stages = 2, .asks_first_again = true, .show = SHOW_LIVE },
	  "open1! close1 open2! close2 open1+! close1+ end" },
	{ { .takes_answers = true, .stages = 1, .asks_first_again = true, .more_days = true },
	  "open1 close1 show1 open1+ close1+ show1+ day" },
	{ { .takes_answers = true, .stages = 3, .more_days = true },
	  "open1 close1 show1 open2 close2 show2 open3 close3 show3 day" },
};

static void next_walks_through_an_item(void **state)
{
	(void)state;
	for (size_t i = 0; i < N(walks); i++) {
		struct gang_round rounds[MAX_ROUNDS];
		struct gang_item g = walks[i].item;
		char log[400] = "";

		g.round = rounds;
		while (strlen(log) < strlen(walks[i].keys))
			press(&g, rounds, log, sizeof log);
		assert_string_equal(log, walks[i].keys);
	}
}

/* Rounds that stand there already, and what the two keys then do. */
static const struct {
	const char *name;
	struct gang_item item;
	size_t n;
	struct gang_round round[4];
	struct gang_next next;
	enum gang_back back;
} stands[] = {
	{ "a round made but not opened", { .takes_answers = true, .stages = 1 }, 1,
	  { { 0, 1, ROUND_READY, false } }, { GANG_OPEN_ROUND, 0, 1, false }, GANG_PREVIOUS_ITEM },
	{ "all rounds made beforehand", { .takes_answers = true, .stages = 3 }, 3,
	  { { 0, 1, ROUND_CLOSED, true }, { 1, 1, ROUND_READY, false },
	    { 2, 1, ROUND_READY, false } },
	  { GANG_OPEN_ROUND, 1, 1, false }, GANG_HIDE_RESULT },
	{ "an open round is closed before anything", { .takes_answers = true, .stages = 1 }, 1,
	  { { 0, 1, ROUND_OPEN, false } }, { GANG_CLOSE_ROUND, 0, 1, false }, GANG_NOTHING },
	{ "a live result can be taken down", { .takes_answers = true, .stages = 1,
	  .show = SHOW_LIVE }, 1, { { 0, 1, ROUND_OPEN, true } },
	  { GANG_CLOSE_ROUND, 0, 1, true }, GANG_HIDE_RESULT },
	{ "a result taken down is shown again", { .takes_answers = true, .stages = 1,
	  .show = SHOW_LIVE }, 1, { { 0, 1, ROUND_CLOSED, false } },
	  { GANG_SHOW_RESULT, 0, 1, false }, GANG_PREVIOUS_ITEM },
	{ "asked again outside the plan", { .takes_answers = true, .stages = 2 }, 2,
	  { { 0, 1, ROUND_CLOSED, true }, { 0, 2, ROUND_CLOSED, false } },
	  { GANG_SHOW_RESULT, 0, 2, false }, GANG_PREVIOUS_ITEM },
	{ "asked again early: still asked at the end", { .takes_answers = true, .stages = 2,
	  .asks_first_again = true }, 3, { { 0, 1, ROUND_CLOSED, true },
	  { 0, 2, ROUND_CLOSED, true }, { 1, 1, ROUND_CLOSED, true } },
	  { GANG_OPEN_ROUND, 0, 3, false }, GANG_HIDE_RESULT },
	{ "a result passed over earlier stays so", { .takes_answers = true, .stages = 2,
	  .more_today = true }, 2, { { 0, 1, ROUND_CLOSED, false }, { 1, 1, ROUND_CLOSED, true } },
	  { GANG_NEXT_ITEM, 0, 0, false }, GANG_HIDE_RESULT },
	{ "the first item of all", { .first = true, .more_today = true }, 0, { { 0 } },
	  { GANG_NEXT_ITEM, 0, 0, false }, GANG_NOTHING },
	{ "an item in between", { .more_today = true }, 0, { { 0 } },
	  { GANG_NEXT_ITEM, 0, 0, false }, GANG_PREVIOUS_ITEM },
};

static void the_keys_where_an_item_stands(void **state)
{
	(void)state;
	for (size_t i = 0; i < N(stands); i++) {
		struct gang_item g = stands[i].item;
		struct gang_next is, want = stands[i].next;

		g.round = stands[i].round;
		g.n_rounds = stands[i].n;
		is = gang_next(&g);
		if (is.act != want.act || is.stage != want.stage || is.nr != want.nr ||
		    is.shown != want.shown)
			fail_msg("%s: act %d, stage %d, nr %d", stands[i].name, (int)is.act,
			         is.stage, is.nr);
		if (gang_back(&g) != stands[i].back)
			fail_msg("%s: back is %d", stands[i].name, (int)gang_back(&g));
	}
}

static void rounds_only_go_forward(void **state)
{
	(void)state;
	for (int from = 0; from < ROUND__MAX; from++)
		for (int to = 0; to < ROUND__MAX; to++)
			assert_int_equal(round_may((enum round_phase)from, (enum round_phase)to),
			                 to == from + 1);
}

static void phases_of_a_samling(void **state)
{
	static const char *const may[PHASE__MAX] = {
		/* to draft, ready, live, ended */
		".x..",
		"x.x.",
		"...x",
		"..x.",
	};

	(void)state;
	for (int from = 0; from < PHASE__MAX; from++)
		for (int to = 0; to < PHASE__MAX; to++)
			assert_int_equal(samling_may((enum samling_phase)from,
			                             (enum samling_phase)to),
			                 may[from][to] == 'x');
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(next_walks_through_an_item),
		cmocka_unit_test(the_keys_where_an_item_stands),
		cmocka_unit_test(rounds_only_go_forward),
		cmocka_unit_test(phases_of_a_samling),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
