/* kjede.c - the chain: from an answer to its key. */
#include <stdlib.h>
#include <string.h>

#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/utf8.h"
#include "rules/ord/ord.h"
#include "rules/ord/lemma.h"

#define N(a) (sizeof(a) / sizeof(a)[0])

struct token {
	const char *text;
	const struct ord_filler *filler;        /* it may be one        */
	const char *key;
	bool disputed;
};

#define SEEN 4096               /* a power of two; three quarters are used */

struct seen {
	const char *text, *key;
	bool disputed;
};

struct ord_reader {
	struct arena *mem;
	size_t n;
	struct seen seen[SEEN];
};

struct ord_reader *ord_reader_new(struct arena *mem)
{
	struct ord_reader *r = arena_get(mem, sizeof *r);

	r->mem = mem;
	return r;
}

/* Where the word is, or may be put: then text is NULL. */
static struct seen *place_of(struct ord_reader *r, const char *text)
{
	uint32_t h = 2166136261u;
	size_t at;

	for (const char *p = text; *p != '\0'; p++)
		h = (h ^ (unsigned char)*p) * 16777619u;
	for (at = h % SEEN; r->seen[at].text != NULL; at = (at + 1) % SEEN)
		if (strcmp(r->seen[at].text, text) == 0)
			break;
	return &r->seen[at];
}

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

static struct seen read_word(struct arena *mem, const char *text)
{
	struct seen s = { text, text, false };
	struct lemma l;

	if (has_digit(text) || one_letter(text))
		return s;
	l = lemma_of(text, true);
	s.key = l.n > 0 ? lemma_text(mem, &l) : lemma_unknown(mem, text);
	for (size_t i = 0; i < l.n; i++)
		s.disputed |= l.part[i]->disputed;
	return s;
}

static void name(struct ord_reader *r, struct token *t)
{
	struct seen *s = place_of(r, t->text), once;

	if (s->text == NULL) {
		once = read_word(r->mem, t->text);
		if (r->n < SEEN / 4 * 3) {
			*s = once;
			r->n++;
		}
		s = &once;
	}
	t->key = s->key;
	t->disputed = s->disputed;
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

/* "eldre omsorg" is "eldreomsorg": two words side by side that make one of the listed words.
 * NULL: they do not. */
static const char *written_apart(struct arena *mem, const struct token token[2])
{
	struct lemma l;

	if (strlen(token[0].text) + strlen(token[1].text) > LEMMA_BYTES ||
	    token[0].filler != NULL || token[1].filler != NULL)
		return NULL;
	l = lemma_of(arena_printf(mem, "%s%s", token[0].text, token[1].text), false);
	return l.n == 1 ? lemma_text(mem, &l) : NULL;
}

const char *ord_key(struct ord_reader *r, const char *fold)
{
	struct token token[ORD_WORDS + 1] = { 0 };
	struct buf b = buf_in(r->mem);
	const char *whole;
	size_t n;

	if (strlen(fold) > ORD_BYTES)
		return fold;
	n = tokens(r->mem, fold, token);
	if (n > ORD_WORDS)
		return fold;
	for (size_t i = 0; i < n; i++) {
		token[i].filler = filler_of(&token[i], i + 1 < n ? token[i + 1].text : "");
		name(r, &token[i]);
	}
	if (n == 2 && (whole = written_apart(r->mem, token)) != NULL)
		return whole;
	n = speaking(token, n);
	if (n == 0)
		return fold;
	qsort(token, n, sizeof *token, by_key);
	for (size_t i = 0; i < n; i++)
		if (i == 0 || by_key(&token[i - 1], &token[i]) != 0)
			buf_printf(&b, "%s%s", i > 0 ? " " : "", token[i].key);
	return b.p;
}
