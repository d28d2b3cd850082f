/* forslag.c - words that might be the same; a person says yes or no. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/arena.h"
#include "rules/ord/ord.h"
#include "rules/ord/bokstav.h"
#include "rules/ord/lemma.h"

#define N(a) (sizeof(a) / sizeof(a)[0])
#define PARTS_MOST 16
#define GRAMS_MOST 128
#define LIKE 50                 /* percent: at least so like are they suggested */

struct shape {
	const char *part[PARTS_MOST];   /* known parts by their heads, else whole words */
	size_t n_part;
	uint32_t gram[GRAMS_MOST];      /* three letters each, in order                 */
	size_t n_gram;
	bool turned;                    /* says no to something                         */
};

static const char *const turning[] = {
	"ikke", "ikkje", "nei", "mindre", "færre", "mot", "uten", "utan", "stopp", "slutt",
	"ingen", "aldri", "fjerne", "senke", "redusere", "redusert", "kutte",
};

static void add_part(struct shape *s, const char *part)
{
	for (size_t i = 0; i < s->n_part; i++)
		if (strcmp(s->part[i], part) == 0)
			return;
	if (s->n_part < PARTS_MOST)
		s->part[s->n_part++] = part;
}

static void add_word(struct shape *s, const char *word)
{
	const struct lemma l = lemma_of(word, false);

	for (size_t i = 0; i < N(turning); i++)
		s->turned |= strcmp(word, turning[i]) == 0;
	for (size_t i = 0; i < l.n; i++)
		add_part(s, l.part[i]->head);
	if (l.n == 0)
		add_part(s, word);
}

static int by_number(const void *a, const void *b)
{
	const uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

static struct shape shape_of(struct arena *mem, const char *id)
{
	char *text = arena_strdup(mem, id[0] == '=' ? id + 1 : id), *rest = text;
	const struct plain p = plain_of(text, strlen(text));
	struct shape s = { .n_part = 0 };
	uint32_t three = ' ';

	for (size_t i = 0; i <= p.n && s.n_gram < GRAMS_MOST; i++) {
		three = (three << 8 | (unsigned char)(i < p.n ? p.text[i] : ' ')) & 0xffffff;
		if (i > 0)
			s.gram[s.n_gram++] = three;
	}
	qsort(s.gram, s.n_gram, sizeof *s.gram, by_number);
	for (char *w; (w = strsep(&rest, " ")) != NULL;)
		add_word(&s, w);
	return s;
}

/* Parts in common of all parts. */
static int parts_alike(const struct shape *a, const struct shape *b)
{
	size_t both = 0;

	for (size_t i = 0; i < a->n_part; i++)
		for (size_t j = 0; j < b->n_part; j++)
			both += strcmp(a->part[i], b->part[j]) == 0;
	return (int)(100 * both / (a->n_part + b->n_part - both));
}

/* The cosine of their letters by three. */
static int letters_alike(const struct shape *a, const struct shape *b)
{
	double both = 0, aa = 0, bb = 0;
	size_t i = 0, j = 0;

	while (i < a->n_gram || j < b->n_gram) {
		uint32_t x = i < a->n_gram ? a->gram[i] : UINT32_MAX;
		uint32_t y = j < b->n_gram ? b->gram[j] : UINT32_MAX;
		uint32_t least = x < y ? x : y;
		double m = 0, n = 0;

		for (; i < a->n_gram && a->gram[i] == least; i++)
			m++;
		for (; j < b->n_gram && b->gram[j] == least; j++)
			n++;
		both += m * n;
		aa += m * m;
		bb += n * n;
	}
	return aa > 0 && bb > 0 ? (int)(100 * both / sqrt(aa * bb)) : 0;
}

static bool among(const char *id, const struct ordsky_word *w)
{
	for (size_t i = 0; i < w->n_id; i++)
		if (strcmp(w->id[i], id) == 0)
			return true;
	return false;
}

/* Has a person parted them, or said that one of them stands alone? */
static bool parted(const struct ord_decisions *in, const struct ordsky_word *a,
                   const struct ordsky_word *b)
{
	for (size_t i = 0; i < in->n_pair; i++) {
		const struct ord_pair *p = &in->pair[i];

		if ((among(p->a, a) && among(p->b, b)) || (among(p->a, b) && among(p->b, a)))
			return true;
	}
	for (size_t i = 0; i < in->n_choice; i++) {
		const struct ord_choice *c = &in->choice[i];

		if (strcmp(c->id, c->head) == 0 && (among(c->id, a) || among(c->id, b)))
			return true;
	}
	return false;
}

/* Keeps the best `most`, best first; of equals the first found. */
static size_t insert(struct ord_suggestion *best, size_t n, size_t most, struct ord_suggestion s)
{
	size_t at = n;

	while (at > 0 && best[at - 1].percent < s.percent)
		at--;
	if (at == most)
		return n;
	if (n == most)
		n--;
	memmove(best + at + 1, best + at, (n - at) * sizeof *best);
	best[at] = s;
	return n + 1;
}

size_t ord_suggest(struct arena *mem, const struct ordsky_word *word, size_t n,
                   const struct ord_decisions *in, struct ord_suggestion *best, size_t most)
{
	struct shape *shape;
	size_t found = 0;

	n = n < ORD_SUGGEST_FROM ? n : ORD_SUGGEST_FROM;
	shape = arena_array(mem, n, sizeof *shape);
	for (size_t i = 0; i < n; i++)
		shape[i] = shape_of(mem, word[i].key);
	for (size_t i = 0; i < n; i++) {
		for (size_t j = i + 1; j < n; j++) {
			int parts = parts_alike(&shape[i], &shape[j]);
			int letters = letters_alike(&shape[i], &shape[j]);
			struct ord_suggestion s = { i, j, parts > letters ? parts : letters };

			if (most > 0 && s.percent >= LIKE && shape[i].turned == shape[j].turned &&
			    (found < most || s.percent > best[found - 1].percent) &&
			    !parted(in, &word[i], &word[j]))
				found = insert(best, found, most, s);
		}
	}
	return found;
}
