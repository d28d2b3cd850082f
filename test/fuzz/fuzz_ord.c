/* Any answers of a word cloud, with decisions about them: every answer is in one word, no
 * word has two keys, and what is made does not depend on the order of the answers.
 *
 * Input: texts parted by line breaks; one that begins with "<" is a decision, "<id<head", and
 * one with ">" says that two are the same. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lib/arena.h"
#include "lib/utf8.h"
#include "rules/ord/ord.h"

#define MEMORY ((size_t)256 << 20)
#define MOST 400

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void must(bool ok)
{
	if (!ok)
		abort();
}

struct given {
	struct ordsky_raw raw[MOST];
	struct ord_choice choice[MOST];
	struct ord_pair pair[MOST];
	size_t n_raw, n_choice, n_pair;
};

/* Heads are ids of no others: what the pages see to. */
static bool may_be_head(const struct given *g, const char *id, const char *head)
{
	for (size_t i = 0; i < g->n_choice; i++)
		if (strcmp(g->choice[i].id, id) == 0 || strcmp(g->choice[i].id, head) == 0 ||
		    strcmp(g->choice[i].head, id) == 0)
			return false;
	return true;
}

static void take(struct given *g, char *line)
{
	char kind = line[0], *rest = line + 1;
	const char *a = strsep(&rest, "<>"), *b = rest;

	if (kind == '<' && b != NULL && may_be_head(g, a, b))
		g->choice[g->n_choice++] = (struct ord_choice){ a, b };
	else if (kind == '>' && b != NULL)
		g->pair[g->n_pair++] = (struct ord_pair){ a, b, true };
	else if (kind != '<' && kind != '>' && kind != '\0')
		g->raw[g->n_raw++] = (struct ordsky_raw){ line, 1 };
}

static void check(struct arena *mem, struct given *g)
{
	const struct ord_decisions d = { g->choice, g->n_choice, NULL, 0, g->pair, g->n_pair };
	struct ordsky_word *word, *again;
	struct ord_suggestion s[8];
	size_t n = ord_group(mem, g->raw, g->n_raw, &d, &word), all = 0;

	for (size_t i = 0; i < n; i++) {
		all += (size_t)word[i].count;
		must(word[i].n_form > 0 && word[i].n_id > 0 && word[i].label[0] != '\0');
		for (size_t k = 0; k < i; k++)
			must(strcmp(word[i].key, word[k].key) != 0);
	}
	must(all == g->n_raw);
	for (size_t i = 0; i < g->n_raw / 2; i++) {
		struct ordsky_raw swap = g->raw[i];

		g->raw[i] = g->raw[g->n_raw - 1 - i];
		g->raw[g->n_raw - 1 - i] = swap;
	}
	must(ord_group(mem, g->raw, g->n_raw, &d, &again) == n);
	for (size_t i = 0; i < n; i++)
		must(strcmp(word[i].key, again[i].key) == 0 &&
		     strcmp(word[i].label, again[i].label) == 0);
	must(ord_suggest(mem, word, n, &d, s, 8) <= 8);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena *mem = arena_new(MEMORY);
	char *text = arena_strndup(mem, (const char *)data, n);
	struct given *g = arena_get(mem, sizeof *g);

	text = utf8_clean(mem, text, true);
	for (char *line; text != NULL && (line = strsep(&text, "\n")) != NULL;)
		if (g->n_raw < MOST && g->n_choice < MOST && g->n_pair < MOST)
			take(g, line);
	check(mem, g);
	arena_free(mem);
	return 0;
}
