/* ord_kjede.c - the chain: from an answer to its key. */
#include <stdlib.h>
#include <string.h>

#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/utf8.h"
#include "rules/ord.h"
#include "rules/ord_lemma.h"

#define N(a) (sizeof(a) / sizeof(a)[0])

struct token {
	const char *text;
	const struct ord_filler *filler;        /* it may be one        */
	const char *key;
	bool disputed;
};

enum letter { LETTER, SYMBOL, HYPHEN, SPACE };

/* Signs, as emoji, are words of their own; every letter of every alphabet is one. */
static enum letter letter_of(uint32_t c)
{
	if (c < 0x80)
		return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? LETTER :
		       c == '-' ? HYPHEN : SPACE;
	if (c == 0x2010 || c == 0x2011)
		return HYPHEN;
	if (c < 0xc0 || c == 0xd7 || c == 0xf7 || (c >= 0x2000 && c < 0x2070 && c != 0x200d) ||
	    (c >= 0x3000 && c < 0x3005))
		return SPACE;
	if (c == 0x200d || (c >= 0x2190 && c < 0x2c00) || (c >= 0xfe00 && c < 0xfe10) ||
	    (c >= 0x1f000 && c < 0x20000))
		return SYMBOL;
	return LETTER;
}

/* The words of a folded text; a hyphen between two letters joins.  ORD_WORDS + 1: more. */
static size_t tokens(struct arena *mem, const char *s, struct token *token)
{
	struct buf b = buf_in(mem);
	enum letter before = SPACE;
	size_t n = 0;

	while (*s != '\0' && n <= ORD_WORDS) {
		const char *at = s;
		enum letter now = letter_of(utf8_next(&s));

		if (b.n > 0 && now != HYPHEN && now != (before == HYPHEN ? LETTER : before)) {
			token[n++].text = b.p;
			b = buf_in(mem);
		}
		if (now == LETTER || now == SYMBOL)
			buf_add(&b, at, (size_t)(s - at));
		before = now == HYPHEN && b.n == 0 ? SPACE : now;
	}
	if (b.n > 0 && n <= ORD_WORDS)
		token[n++].text = b.p;
	return n;
}

static int by_filler(const void *key, const void *row)
{
	return strcmp(key, ((const struct ord_filler *)row)->word);
}

static const struct ord_filler *filler_of(const struct token *t, const char *next)
{
	const struct ord_filler *f = bsearch(t->text, ord_fillers, ord_fillers_n,
	                                     sizeof *ord_fillers, by_filler);

	if (f == NULL)
		return NULL;
	while (f > ord_fillers && strcmp(f[-1].word, f->word) == 0)
		f--;
	for (; f < ord_fillers + ord_fillers_n && strcmp(f->word, t->text) == 0; f++)
		if (f->then[0] == '\0' || strcmp(f->then, next) == 0)
			return f;
	return NULL;
}

static bool has_digit(const char *s)
{
	return strpbrk(s, "0123456789") != NULL;
}

static bool one_letter(const char *s)
{
	utf8_next(&s);
	return *s == '\0';
}

static void name(struct arena *mem, struct token *t)
{
	struct lemma l = { .n = 0 };

	t->key = t->text;
	if (has_digit(t->text) || one_letter(t->text))
		return;
	l = lemma_of(t->text, true);
	t->key = l.n > 0 ? lemma_text(mem, &l) : lemma_unknown(mem, t->text);
	for (size_t i = 0; i < l.n; i++)
		t->disputed |= l.part[i]->disputed;
}

static int by_key(const void *a, const void *b)
{
	const struct token *x = a, *y = b;

	return strcmp(x->key, y->key);
}

/* Leaves those that say something; returns how many. */
static size_t speaking(struct token *token, size_t n)
{
	bool disputed = false;
	size_t to = 0;

	for (size_t i = 0; i < n; i++)
		disputed |= token[i].disputed && token[i].filler == NULL;
	for (size_t i = 0; i < n; i++)
		if (token[i].filler == NULL || (token[i].filler->amount && disputed))
			token[to++] = token[i];
	return to;
}

const char *ord_key(struct arena *mem, const char *text)
{
	struct token token[ORD_WORDS + 1] = { 0 };
	const char *fold = utf8_fold(mem, text);
	struct buf b = buf_in(mem);
	size_t n;

	if (strlen(fold) > ORD_BYTES)
		return fold;
	n = tokens(mem, fold, token);
	if (n > ORD_WORDS)
		return fold;
	for (size_t i = 0; i < n; i++) {
		token[i].filler = filler_of(&token[i], i + 1 < n ? token[i + 1].text : "");
		name(mem, &token[i]);
	}
	n = speaking(token, n);
	if (n == 0)
		return fold;
	qsort(token, n, sizeof *token, by_key);
	for (size_t i = 0; i < n; i++)
		if (i == 0 || by_key(&token[i - 1], &token[i]) != 0)
			buf_printf(&b, "%s%s", i > 0 ? " " : "", token[i].key);
	return b.p;
}
