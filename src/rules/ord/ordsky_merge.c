/* ordsky_merge.c - which answers are one word, and how it is written. */
#include "rules/ord/ordsky.h"

#include <stdlib.h>
#include <string.h>

#include "lib/arena.h"
#include "lib/utf8.h"

struct form {                   /* one way of writing a word */
	const char *key, *text;
	int64_t count;
};

static int by_key_and_text(const void *a, const void *b)
{
	const struct form *x = a, *y = b;
	int order = strcmp(x->key, y->key);

	return order != 0 ? order : strcmp(x->text, y->text);
}

bool ordsky_better(const char *a, int64_t count_a, const char *b, int64_t count_b)
{
	size_t la = utf8_length(a), lb = utf8_length(b);

	if (count_a != count_b)
		return count_a > count_b;
	/* In UTF-8 small letters come after the capitals they belong to. */
	return la != lb ? la < lb : strcmp(a, b) > 0;
}

/* Equal forms become one; returns how many are left. */
static size_t join_forms(struct form *form, size_t n)
{
	size_t to = 0;

	for (size_t i = 0; i < n; i++) {
		if (to > 0 && by_key_and_text(&form[to - 1], &form[i]) == 0)
			form[to - 1].count += form[i].count;
		else
			form[to++] = form[i];
	}
	return to;
}

struct ranked {
	struct ordsky_word word;
	const char *order;      /* utf8_sort_key() */
};

static int by_rank(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;
	int order;

	if (x->word.count != y->word.count)
		return x->word.count > y->word.count ? -1 : 1;
	order = strcmp(x->order, y->order);
	return order != 0 ? order : strcmp(x->word.key, y->word.key);
}

void ordsky_rank(struct arena *a, struct ordsky_word *word, size_t n)
{
	struct ranked *rank = arena_array(a, n, sizeof *rank);

	for (size_t i = 0; i < n; i++)
		rank[i] = (struct ranked){ word[i], utf8_sort_key(a, word[i].label) };
	qsort(rank, n, sizeof *rank, by_rank);
	for (size_t i = 0; i < n; i++)
		word[i] = rank[i].word;
}

static size_t join_words(const struct form *form, size_t n, struct ordsky_word *word)
{
	const struct form *label = NULL;
	size_t to = 0;

	for (size_t i = 0; i < n; i++) {
		if (to == 0 || strcmp(word[to - 1].key, form[i].key) != 0) {
			word[to++] = (struct ordsky_word){ .key = form[i].key };
			label = &form[i];
		}
		if (ordsky_better(form[i].text, form[i].count, label->text, label->count))
			label = &form[i];
		word[to - 1].label = label->text;
		word[to - 1].count += form[i].count;
	}
	return to;
}

size_t ordsky_merge(struct arena *a, const struct ordsky_raw *raw, size_t n,
                    struct ordsky_word **words)
{
	struct form *form = arena_array(a, n, sizeof *form);
	size_t n_form = 0;

	for (size_t i = 0; i < n; i++)
		if (raw[i].count > 0 && raw[i].text[0] != '\0')
			form[n_form++] = (struct form){ utf8_fold(a, raw[i].text), raw[i].text,
			                                raw[i].count };
	qsort(form, n_form, sizeof *form, by_key_and_text);
	n_form = join_forms(form, n_form);
	*words = arena_array(a, n_form, sizeof **words);
	n = join_words(form, n_form, *words);
	ordsky_rank(a, *words, n);
	return n;
}

/* Where the key stood, or NULL. */
static const struct ordsky_place *stood(const struct ordsky *before, const char *key)
{
	for (size_t i = 0; i < before->n; i++)
		if (strcmp(before->place[i].key, key) == 0)
			return &before->place[i];
	return NULL;
}

void ordsky_keep(struct ordsky_word *word, size_t n, const struct ordsky *before)
{
	for (size_t i = 0; i < n; i++) {
		const struct ordsky_place *p = stood(before, word[i].key);

		for (size_t k = 0; p == NULL && k < word[i].n_id; k++)
			p = stood(before, word[i].id[k]);
		if (p == NULL)
			continue;
		word[i].placed = true;
		word[i].x = p->x;
		word[i].y = p->y;
	}
}
