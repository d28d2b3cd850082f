#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "arena_help.h"
#include "lib/arena.h"
#include "lib/utf8.h"
#include "lib/world.h"
#include "rules/ord/ord.h"

#define N(a) (sizeof(a) / sizeof(a)[0])

static const struct ordsky_raw answers[] = {
	{ "skole", 3 }, { "Skole", 4 }, { "skular", 2 }, { "barnehage", 2 }, { "Barnehagar", 3 },
	{ "sfo", 1 }, { "skolefritidsordning", 1 }, { "vindkraft", 2 }, { "ikke vindkraft", 2 },
	{ "kulturtilbud", 2 }, { "kultur", 5 }, { "", 4 }, { "borte", 0 },
};

static const struct ordsky_word *find(const struct ordsky_word *w, size_t n, const char *label)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(w[i].label, label) == 0)
			return &w[i];
	fail_msg("no %s", label);
	return NULL;
}

static void a_word_knows_how_it_was_written(void **state)
{
	const struct ord_decisions nothing = { 0 };
	const struct ordsky_word *skole;
	struct ordsky_word *w;
	size_t n = ord_group(*state, answers, N(answers), &nothing, &w);

	assert_int_equal(n, 8);
	skole = &w[0];
	assert_string_equal(skole->label, "Skole");
	assert_string_equal(skole->key, "skole");
	assert_int_equal(skole->count, 9);
	assert_int_equal(skole->n_form, 2);
	assert_string_equal(skole->form[0].label, "Skole");
	assert_int_equal(skole->form[0].count, 7);
	assert_string_equal(skole->form[1].fold, "skular");
	assert_int_equal(skole->n_id, 1);
	assert_string_equal(find(w, n, "Barnehagar")->key, "barnehage");
	assert_int_equal(ord_group(*state, NULL, 0, &nothing, &w), 0);
}

static const struct { struct ordsky_raw raw[4]; const char *label; } labels[] = {
	{ { { "skule", 1 }, { "Skole", 1 }, { "skole", 1 }, { "skular", 1 } }, "skole" },
	{ { { "skule", 3 }, { "Skole", 2 }, { "skole", 2 } }, "skule" },
	{ { { "flere arbeidsplasser", 1 }, { "arbeidsplassar", 1 } }, "arbeidsplassar" },
	{ { { "okonomi", 1 }, { "Økonomi", 1 } }, "Økonomi" },
	{ { { "okonomi", 2 }, { "Økonomi", 1 } }, "okonomi" },
};

static void the_label_is_what_most_wrote(void **state)
{
	const struct ord_decisions nothing = { 0 };
	struct ordsky_word *w;

	for (size_t i = 0; i < N(labels); i++) {
		struct ordsky_raw raw[4];

		for (size_t k = 0; k < 4; k++)
			raw[k] = labels[i].raw[k].text != NULL ? labels[i].raw[k] :
			         (struct ordsky_raw){ "", 0 };
		assert_int_equal(ord_group(*state, raw, 4, &nothing, &w), 1);
		assert_string_equal(w->label, labels[i].label);
	}
}

static void people_decide_above_the_chain(void **state)
{
	const struct ord_choice choice[] = {
		{ "skolefritidordning", "sfo" }, { "=skular", "=skular" },
		{ "kulturtilbud", "kultur" },
	};
	const struct ord_name name[] = { { "sfo", "SFO" } };
	const struct ord_decisions in = { choice, N(choice), name, N(name), NULL, 0 };
	struct ordsky_word *w;
	size_t n = ord_group(*state, answers, N(answers), &in, &w);

	assert_int_equal(n, 7);
	assert_int_equal(find(w, n, "SFO")->count, 2);
	assert_int_equal(find(w, n, "Skole")->count, 7);
	assert_string_equal(find(w, n, "skular")->key, "=skular");
	assert_int_equal(find(w, n, "kultur")->count, 7);
	assert_int_equal(find(w, n, "kultur")->n_id, 2);
}

/* What was said to be the same stays so through others; but one that this hall keeps apart
 * stands alone, and what it said now goes before what it said then. */
static void what_was_said_earlier_holds(void **state)
{
	const struct ord_pair pair[] = {
		{ "barnehage", "sfo", true }, { "sfo", "skolefritidordning", true },
		{ "kultur", "skole", false },
	};
	const struct ord_choice alone[] = { { "sfo", "sfo" } };
	const struct ord_choice moved[] = { { "barnehage", "skole" } };
	struct ord_decisions in = { .pair = pair, .n_pair = N(pair) };
	struct ordsky_word *w;
	size_t n = ord_group(*state, answers, N(answers), &in, &w);

	assert_int_equal(n, 6);
	assert_int_equal(find(w, n, "Barnehagar")->count, 7);
	assert_string_equal(find(w, n, "Barnehagar")->key, "barnehage");
	assert_int_equal(find(w, n, "Barnehagar")->n_id, 3);
	in.choice = alone;
	in.n_choice = 1;
	n = ord_group(*state, answers, N(answers), &in, &w);
	assert_int_equal(n, 8);
	in.choice = moved;
	n = ord_group(*state, answers, N(answers), &in, &w);
	assert_int_equal(n, 5);
	assert_int_equal(find(w, n, "Skole")->count, 16);
}

static void suggestions_are_asked_once(void **state)
{
	struct ord_pair pair[] = { { "kultur", "kulturtilbud", false } };
	const struct ord_choice alone[] = { { "kulturtilbud", "kulturtilbud" } };
	struct ord_decisions in = { 0 };
	struct ord_suggestion s[8];
	struct ordsky_word *w;
	size_t n = ord_group(*state, answers, N(answers), &in, &w);

	assert_int_equal(ord_suggest(*state, w, n, &in, s, N(s)), 1);
	assert_string_equal(w[s[0].a].label, "kultur");
	assert_string_equal(w[s[0].b].label, "kulturtilbud");
	assert_int_equal(ord_suggest(*state, w, n, &in, s, 0), 0);
	in = (struct ord_decisions){ .pair = pair, .n_pair = 1 };
	assert_int_equal(ord_suggest(*state, w, n, &in, s, N(s)), 0);
	in = (struct ord_decisions){ .choice = alone, .n_choice = 1 };
	assert_int_equal(ord_suggest(*state, w, n, &in, s, N(s)), 0);
}

static void the_best_suggestion_is_first(void **state)
{
	static const struct ordsky_raw raw[] = {
		{ "vedlikehold av veier", 1 }, { "vegvedlikehald", 3 }, { "veier", 1 },
		{ "psykisk helse", 2 }, { "psykisk helsevern", 1 }, { "ro", 1 },
	};
	const struct ord_decisions nothing = { 0 };
	struct ord_suggestion s[2];
	struct ordsky_word *w;
	size_t n = ord_group(*state, raw, N(raw), &nothing, &w);

	assert_int_equal(ord_suggest(*state, w, n, &nothing, s, N(s)), 2);
	assert_string_equal(w[s[0].a].label, "vegvedlikehald");
	assert_string_equal(w[s[0].b].label, "vedlikehold av veier");
	assert_int_equal(s[0].percent, 100);
	assert_string_equal(w[s[1].a].label, "psykisk helse");
}

static void the_order_of_answers_does_not_matter(void **state)
{
	const struct ord_decisions nothing = { 0 };
	struct ordsky_raw mixed[N(answers)];
	struct ordsky_word *first, *w;
	struct world_fake fake = { .seed = 7 };
	struct world world = world_fake(&fake);
	size_t n = ord_group(*state, answers, N(answers), &nothing, &first);

	memcpy(mixed, answers, sizeof answers);
	for (int turn = 0; turn < 100; turn++) {
		for (size_t i = N(mixed) - 1; i > 0; i--) {
			size_t j = world_random_below(&world, (uint32_t)i + 1);
			struct ordsky_raw t = mixed[i];

			mixed[i] = mixed[j];
			mixed[j] = t;
		}
		assert_int_equal(ord_group(*state, mixed, N(mixed), &nothing, &w), n);
		for (size_t i = 0; i < n; i++) {
			assert_string_equal(w[i].key, first[i].key);
			assert_string_equal(w[i].label, first[i].label);
			assert_int_equal(w[i].count, first[i].count);
			assert_int_equal(w[i].n_form, first[i].n_form);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_ARENA(a_word_knows_how_it_was_written),
		IN_ARENA(the_label_is_what_most_wrote),
		IN_ARENA(people_decide_above_the_chain),
		IN_ARENA(what_was_said_earlier_holds),
		IN_ARENA(suggestions_are_asked_once),
		IN_ARENA(the_best_suggestion_is_first),
		IN_ARENA(the_order_of_answers_does_not_matter),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
