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
#include "rules/ord/ordsky.h"

#define N(a) (sizeof(a) / sizeof(a)[0])

static const struct ordsky_raw answers[] = {
	{ "Tillit", 2 }, { "tillit", 3 }, { " TILLIT! ", 1 }, { "tillitt", 1 }, { "får", 2 },
	{ "far", 2 }, { "God  tone", 1 }, { "god tone", 1 }, { "Åpenhet", 1 }, { "åpenhet.", 1 },
	{ "ærlig", 1 }, { "ål", 1 }, { "øl", 1 }, { "", 4 }, { "borte", 0 }, { "borte", -2 },
	{ "!", 1 }, { "\xf0\x9f\x91\x8d", 1 },
};

/* In this order; of labels used equally often the shortest, then small letters. */
static const struct { const char *label; int count; } merged[] = {
	{ "tillit", 6 }, { "far", 2 }, { "får", 2 }, { "god tone", 2 }, { "Åpenhet", 2 },
	{ "!", 1 }, { "tillitt", 1 }, { "ærlig", 1 }, { "øl", 1 }, { "ål", 1 },
	{ "\xf0\x9f\x91\x8d", 1 },
};

static void answers_become_words(void **state)
{
	struct ordsky_word *word;
	size_t n = ordsky_merge(*state, answers, N(answers), &word);

	assert_int_equal(n, N(merged));
	for (size_t i = 0; i < n; i++) {
		assert_string_equal(word[i].label, merged[i].label);
		assert_int_equal(word[i].count, merged[i].count);
		assert_string_equal(word[i].key, utf8_fold(*state, word[i].label));
		assert_false(word[i].placed);
	}
	assert_int_equal(ordsky_merge(*state, NULL, 0, &word), 0);
}

static const char *const pieces[] = {
	"tillit", "Å", "wwww", "ill", " og ", "mmm", "y", "\xf0\x9f\x91\x8d", "đŋŧ", "中", "-", "ј",
	"e\xcc\x81", "ABC", "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7",
};

/* Up to 40 letters. */
static char *some_text(struct arena *a, const struct world *w)
{
	size_t most = 1 + world_random_below(w, 40);
	char *text = arena_strdup(a, pieces[world_random_below(w, N(pieces))]);

	for (;;) {
		const char *more = pieces[world_random_below(w, N(pieces))];
		char *longer = arena_printf(a, "%s%s", text, more);

		if (utf8_length(longer) > most)
			return text;
		text = longer;
	}
}

static struct ordsky_word *some_words(struct arena *a, const struct world *w, size_t n)
{
	static const uint32_t most[] = { 1, 2, 30, 5000 };
	uint32_t ceiling = most[world_random_below(w, N(most))];
	struct ordsky_raw *raw = arena_array(a, n, sizeof *raw);
	struct ordsky_word *word;

	for (size_t i = 0; i < n; i++) {
		char *text = arena_printf(a, "%zu%s", i, some_text(a, w));

		raw[i] = (struct ordsky_raw){ text, 1 + world_random_below(w, ceiling) };
	}
	assert_int_equal(ordsky_merge(a, raw, n, &word), n);
	return word;
}

static void check(const struct ordsky *sky, size_t n_words, int width, int height)
{
	assert_true(sky->n <= ORDSKY_MOST);
	assert_int_equal(sky->n + sky->not_shown, n_words);
	for (size_t i = 0; i < sky->n; i++) {
		const struct ordsky_place *p = &sky->place[i];

		assert_true(p->left >= 0 && p->top >= 0);
		assert_true(p->right <= width && p->bottom <= height);
		assert_true(p->left < p->x && p->x < p->right);
		assert_true(p->top < p->y && p->y <= p->bottom);
		assert_in_range(p->colour, 0, ORDSKY_COLOURS - 1);
		assert_true(i == 0 || p->count <= p[-1].count);
		assert_true(i == 0 || p->size <= p[-1].size);
		for (size_t j = 0; j < i; j++) {
			const struct ordsky_place *q = &sky->place[j];

			assert_true(p->right <= q->left || q->right <= p->left ||
			            p->bottom <= q->top || q->bottom <= p->top);
		}
	}
}

static void no_words_overlap_and_all_are_inside(void **state)
{
	static const struct { int width, height; } boxes[] = {
		{ 1240, 640 }, { 1240, 640 }, { 1240, 640 }, { 360, 300 }, { 600, 1200 },
	};
	struct world_fake fake = { .seed = 11 };
	struct world w = world_fake(&fake);

	for (int round = 0; round < 60; round++) {
		size_t n = world_random_below(&w, round % 4 == 0 ? 200 : 61);
		int width = boxes[round % N(boxes)].width, height = boxes[round % N(boxes)].height;
		struct ordsky_word *word = some_words(*state, &w, n);
		struct ordsky sky = ordsky_layout(*state, word, n, width, height);
		struct ordsky again = ordsky_layout(*state, word, n, width, height);

		check(&sky, n, width, height);
		/* On a wall there is room for all sixty, whatever they are. */
		if (width == 1240)
			assert_int_equal(sky.n, n < ORDSKY_MOST ? n : ORDSKY_MOST);
		assert_int_equal(sky.n, again.n);
		assert_memory_equal(sky.place, again.place, sky.n * sizeof *sky.place);
		arena_reset(*state);
	}
}

static struct ordsky lay(struct arena *a, const char *label, size_t n, int64_t count)
{
	struct ordsky_word *word = arena_array(a, n, sizeof *word);

	for (size_t i = 0; i < n; i++) {
		word[i].label = n == 1 ? label : arena_printf(a, "%s%zu", label, i);
		word[i].key = word[i].label;
		word[i].count = count;
	}
	return ordsky_layout(a, word, n, 1240, 640);
}

static void clouds_at_the_edges(void **state)
{
	struct ordsky one = lay(*state, "tillit", 1, 7), equal = lay(*state, "ord", 60, 3);
	struct ordsky wide = lay(*state, "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", 60, 1);
	char *endless = arena_get(*state, 100001);

	check(&one, 1, 1240, 640);
	assert_in_range(one.place[0].x, 600, 640);
	check(&equal, 60, 1240, 640);
	for (size_t i = 0; i < 60; i++) {
		assert_int_equal(equal.place[i].size, equal.place[0].size);
		assert_int_not_equal(equal.place[i].colour, 0);
	}
	check(&wide, 60, 1240, 640);
	assert_int_equal(wide.not_shown, 0);
	assert_int_equal(lay(*state, "x", 0, 0).n, 0);
	assert_int_equal(lay(*state, memset(endless, 'm', 100000), 1, 1).not_shown, 1);
}

static void size_goes_by_the_root_of_the_count(void **state)
{
	const struct ordsky_word word[] = {
		{ "a", "samspill", 16, false, 0, 0 }, { "b", "tillit", 4, false, 0, 0 },
		{ "c", "respekt", 1, false, 0, 0 },
	};
	struct ordsky sky = ordsky_layout(*state, word, 3, 1240, 640);

	assert_int_equal(sky.n, 3);
	assert_in_range(sky.place[0].size, 2 * sky.place[1].size, 2 * sky.place[1].size + 1);
	assert_true(sky.place[2].size >= 640 / 20);
	assert_int_equal(sky.place[0].colour, 0);
}

/* Nothing may crash or hang in a box without room. */
static void too_small_a_box_shows_what_it_can(void **state)
{
	static const int sides[] = { -5, 0, 1, 7, 40, 200, 3000 };
	struct world_fake fake = { .seed = 5 };
	struct world w = world_fake(&fake);
	struct ordsky_word *word = some_words(*state, &w, 60);

	for (size_t i = 0; i < N(sides); i++) {
		for (size_t j = 0; j < N(sides); j++) {
			struct ordsky sky = ordsky_layout(*state, word, 60, sides[i], sides[j]);

			check(&sky, 60, sides[i], sides[j]);
		}
	}
}

static size_t moved(const struct ordsky *before, const struct ordsky *after)
{
	size_t n = 0;

	for (size_t i = 0; i < before->n; i++)
		for (size_t j = 0; j < after->n; j++)
			n += strcmp(before->place[i].key, after->place[j].key) == 0 &&
			     (before->place[i].x != after->place[j].x ||
			      before->place[i].y != after->place[j].y);
	return n;
}

/* 300 answers come one by one; the wall is drawn for each. */
static void a_cloud_that_grows_does_not_jump(void **state)
{
	struct world_fake fake = { .seed = 21 };
	struct world w = world_fake(&fake);
	struct ordsky_raw raw[50] = { 0 };
	struct ordsky before = { 0 };
	size_t n_moved = 0, n_seen = 0;

	for (size_t i = 0; i < N(raw); i++)
		raw[i].text = arena_printf(*state, "%s%zu", some_text(*state, &w), i);
	for (int answer = 0; answer < 300; answer++) {
		uint32_t pick = world_random_below(&w, N(raw));
		struct ordsky_word *word;
		struct ordsky sky;
		size_t n;

		raw[world_random_below(&w, pick + 1)].count++;
		n = ordsky_merge(*state, raw, N(raw), &word);
		ordsky_keep(word, n, &before);
		sky = ordsky_layout(*state, word, n, 1240, 640);
		check(&sky, n, 1240, 640);
		n_moved += moved(&before, &sky);
		n_seen += before.n;
		before = sky;
	}
	assert_true(n_moved * 50 < n_seen);     /* one word in fifty */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(answers_become_words),
		cmocka_unit_test(no_words_overlap_and_all_are_inside),
		cmocka_unit_test(clouds_at_the_edges),
		cmocka_unit_test(size_goes_by_the_root_of_the_count),
		cmocka_unit_test(too_small_a_box_shows_what_it_can),
		cmocka_unit_test(a_cloud_that_grows_does_not_jump),
	};

	return cmocka_run_group_tests(tests, arena_begin, arena_end);
}
