#include "lib/utf8.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>
#include <utf8proc.h>

#include "lib/arena.h"
#include "lib/buf.h"

#define ZWJ 0x200d
#define RING 0x030a
#define DIAERESIS 0x0308
#define DOUBLE_ACUTE 0x030b
#define STROKE 0x0335
#define TAIL 0x0329
#define MAX_MARKS 3

/* Before the text is put in NFC, which sorts the marks of a letter and would take
 * quadratic time over a thousand of them.  Unicode's own limit for streams. */
#define MAX_RAW_MARKS 30

/* The next character and the step past it; false at the end and at what is not
 * UTF-8 (then *cp is -1). */
static bool next_char(const char **p, const char *end, int32_t *cp)
{
	utf8proc_ssize_t n;

	*cp = 0;
	if (*p == end)
		return false;
	n = utf8proc_iterate((const uint8_t *)*p, end - *p, cp);
	if (n <= 0) {
		*cp = -1;
		return false;
	}
	*p += n;
	return true;
}

bool utf8_valid(const char *s, size_t n)
{
	const char *end = s + n;
	int32_t cp;

	while (next_char(&s, end, &cp))
		if (cp == 0)
			return false;
	return cp == 0;
}

static size_t encode(char *to, int32_t cp)
{
	return (size_t)utf8proc_encode_char(cp, (uint8_t *)to);
}

static bool is_break(int32_t cp)
{
	return cp == '\n' || cp == '\r' || cp == 0x85 || cp == 0x2028 || cp == 0x2029;
}

static bool is_space(int32_t cp)
{
	return cp == '\t' || cp == '\v' || cp == '\f' ||
	       cp == 0x2800 ||          /* a braille cell with no dots */
	       utf8proc_category(cp) == UTF8PROC_CATEGORY_ZS;
}

static bool is_mark(int32_t cp)
{
	utf8proc_category_t c = utf8proc_category(cp);

	return c == UTF8PROC_CATEGORY_MN || c == UTF8PROC_CATEGORY_ME;
}

static bool is_pictograph(int32_t cp)
{
	return utf8proc_get_property(cp)->boundclass ==
	       UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

static bool is_variation(int32_t cp)
{
	return cp == 0xfe0e || cp == 0xfe0f;
}

static bool is_invisible(int32_t cp)
{
	utf8proc_category_t c = utf8proc_category(cp);

	return c == UTF8PROC_CATEGORY_CC || c == UTF8PROC_CATEGORY_CF ||
	       c == UTF8PROC_CATEGORY_CO || utf8proc_get_property(cp)->ignorable ||
	       (cp & 0xfffe) == 0xfffe || (cp >= 0xfdd0 && cp <= 0xfdef);
}

/* Writes the characters that stay.  `before` is the last one written, 0 at the
 * start; `marks` how many combining marks it carries. */
struct cleaner {
	char *to;
	size_t n;
	int32_t before;
	unsigned marks, breaks;
	bool space, ascii;
};

static void put(struct cleaner *c, int32_t cp)
{
	c->n += encode(c->to + c->n, cp);
	c->before = cp;
	c->ascii = c->ascii && cp < 0x80;
}

/* White space is written when something follows it. */
static void put_pending_space(struct cleaner *c)
{
	if (c->before != 0)
		for (unsigned i = 0; i < c->breaks && i < 2; i++)
			put(c, '\n');
	if (c->before != 0 && c->space && c->breaks == 0)
		put(c, ' ');
	c->space = false;
	c->breaks = 0;
}

/* What an emoji is put together with stays inside one only. */
static bool belongs_to_emoji(const struct cleaner *c, int32_t cp, int32_t after)
{
	int32_t b = c->before;
	bool skin = b >= 0x1f3fb && b <= 0x1f3ff;

	if (c->space || c->breaks > 0)
		return false;
	if (is_variation(cp))
		return is_pictograph(b) || b == '#' || b == '*' || (b >= '0' && b <= '9');
	return cp == ZWJ && is_pictograph(after) &&
	       (is_pictograph(b) || is_variation(b) || skin);
}

static void clean_char(struct cleaner *c, int32_t cp, int32_t after, bool lines)
{
	if (is_break(cp)) {
		c->space = true;
		c->breaks += lines && !(cp == '\r' && after == '\n');
	} else if (is_space(cp)) {
		c->space = true;
	} else if (is_variation(cp) || is_invisible(cp)) {
		if (belongs_to_emoji(c, cp, after))
			put(c, cp);
	} else if (is_mark(cp)) {
		if (c->before != 0 && !c->space && c->marks++ < MAX_RAW_MARKS)
			put(c, cp);
	} else {
		put_pending_space(c);
		put(c, cp);
		c->marks = 0;
	}
}

/* NFC of n bytes of valid UTF-8. */
static char *compose(struct arena *a, const char *s, size_t n, utf8proc_option_t more)
{
	utf8proc_option_t how = UTF8PROC_STABLE | UTF8PROC_COMPOSE | more;
	const uint8_t *from = (const uint8_t *)s;
	utf8proc_ssize_t chars = utf8proc_decompose(from, (utf8proc_ssize_t)n, NULL, 0, how);
	utf8proc_ssize_t again;
	int32_t *cp;

	assert(chars >= 0);
	cp = arena_array(a, (size_t)chars + 1, sizeof *cp);
	again = utf8proc_decompose(from, (utf8proc_ssize_t)n, cp, chars, how);
	assert(again == chars);
	chars = utf8proc_reencode(cp, again, how);
	assert(chars >= 0);
	return (char *)cp;
}

/* In place: the text only becomes shorter. */
static void cut_marks(char *s)
{
	const char *p = s, *start = s, *end = s + strlen(s);
	char *to = s;
	unsigned marks = 0;
	int32_t cp;

	while (next_char(&p, end, &cp)) {
		marks = is_mark(cp) ? marks + 1 : 0;
		if (marks <= MAX_MARKS) {
			memmove(to, start, (size_t)(p - start));
			to += p - start;
		}
		start = p;
	}
	*to = '\0';
}

char *utf8_clean(struct arena *a, const char *s, bool lines)
{
	const char *end = s + strlen(s);
	struct cleaner c = { .ascii = true };
	int32_t cp, after;
	bool more;
	char *whole;

	if (!utf8_valid(s, (size_t)(end - s)))
		return NULL;
	c.to = arena_get(a, (size_t)(end - s) + 1);
	more = next_char(&s, end, &cp);
	while (more) {
		more = next_char(&s, end, &after);
		clean_char(&c, cp, after, lines);
		cp = after;
	}
	c.to[c.n] = '\0';
	if (c.ascii)
		return c.to;
	whole = compose(a, c.to, c.n, 0);
	cut_marks(whole);
	return whole;
}

static bool is_punctuation(int32_t cp)
{
	switch (utf8proc_category(cp)) {
	case UTF8PROC_CATEGORY_PC: case UTF8PROC_CATEGORY_PD: case UTF8PROC_CATEGORY_PS:
	case UTF8PROC_CATEGORY_PE: case UTF8PROC_CATEGORY_PI: case UTF8PROC_CATEGORY_PF:
	case UTF8PROC_CATEGORY_PO:
		return true;
	case UTF8PROC_CATEGORY_CN: case UTF8PROC_CATEGORY_LU: case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LT: case UTF8PROC_CATEGORY_LM: case UTF8PROC_CATEGORY_LO:
	case UTF8PROC_CATEGORY_MN: case UTF8PROC_CATEGORY_MC: case UTF8PROC_CATEGORY_ME:
	case UTF8PROC_CATEGORY_ND: case UTF8PROC_CATEGORY_NL: case UTF8PROC_CATEGORY_NO:
	case UTF8PROC_CATEGORY_SM: case UTF8PROC_CATEGORY_SC: case UTF8PROC_CATEGORY_SK:
	case UTF8PROC_CATEGORY_SO: case UTF8PROC_CATEGORY_ZS: case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP: case UTF8PROC_CATEGORY_CC: case UTF8PROC_CATEGORY_CF:
	case UTF8PROC_CATEGORY_CS: case UTF8PROC_CATEGORY_CO:
		break;
	}
	return false;
}

char *utf8_fold(struct arena *a, const char *s)
{
	const char *clean = utf8_clean(a, s, false);
	const char *p, *before, *end, *first = NULL, *last = NULL;
	bool trimmed = true;
	int32_t cp;
	char *whole;

	if (clean == NULL)
		return arena_strdup(a, s);
	whole = compose(a, clean, strlen(clean), UTF8PROC_CASEFOLD);
	cut_marks(whole);               /* a small letter may have one mark more */
	p = before = whole;
	end = whole + strlen(whole);
	while (next_char(&p, end, &cp)) {
		if (!is_mark(cp))       /* a mark goes where its letter goes */
			trimmed = cp == ' ' || is_punctuation(cp);
		if (!trimmed) {
			if (first == NULL)
				first = before;
			last = p;
		}
		before = p;
	}
	return first == NULL ? whole : arena_strndup(a, first, (size_t)(last - first));
}

uint32_t utf8_next(const char **p)
{
	int32_t cp;

	/* Four bytes ahead are enough; a NUL among them stops the reading. */
	if (**p == '\0')
		return 0;
	if (next_char(p, *p + strnlen(*p, 4), &cp))
		return (uint32_t)cp;
	++*p;
	return 0xfffd;
}

size_t utf8_length(const char *s)
{
	int32_t before = 0, cp, state = 0;
	size_t n = 0;

	while ((cp = (int32_t)utf8_next(&s)) != 0) {
		n += before == 0 || utf8proc_grapheme_break_stateful(before, cp, &state);
		before = cp;
	}
	return n;
}

/* Weights of the first level.  Punctuation and spaces are one gap, before all
 * else; letters that are not of our alphabet follow as they stand in UTF-8, whose
 * first byte is above all of these. */
enum {
	END_OF_FIRST = 1, GAP = 2, DIGIT_0 = 0x10, LETTER_A = 0x20,
	LETTER_AE = LETTER_A + 26, LETTER_OE, LETTER_AA
};

/* Letters with a place of their own.  `mark`: the difference at the second level
 * from the letter it stands beside; with `with`, the letter is the pair. */
static const struct {
	int32_t cp, with;
	uint8_t weight[2];
	int32_t mark;
} letters[] = {
	{ 'a', RING, { LETTER_AA }, 0 },
	{ 'a', DIAERESIS, { LETTER_AE }, DIAERESIS },
	{ 'o', DIAERESIS, { LETTER_OE }, DIAERESIS },
	{ 'o', DOUBLE_ACUTE, { LETTER_OE }, DOUBLE_ACUTE },
	{ 'u', DIAERESIS, { LETTER_A + 'y' - 'a' }, DIAERESIS },
	{ 'u', DOUBLE_ACUTE, { LETTER_A + 'y' - 'a' }, DOUBLE_ACUTE },
	{ 0xe6, 0, { LETTER_AE }, 0 },                                      /* æ */
	{ 0xf8, 0, { LETTER_OE }, 0 },                                      /* ø */
	{ 0x153, 0, { LETTER_OE }, STROKE },                                /* œ */
	{ 0xf0, 0, { LETTER_A + 'd' - 'a' }, TAIL },                        /* ð */
	{ 0xfe, 0, { LETTER_A + 't' - 'a', LETTER_A + 'h' - 'a' }, STROKE },/* þ */
	{ 0x111, 0, { LETTER_A + 'd' - 'a' }, STROKE },                     /* đ */
	{ 0x127, 0, { LETTER_A + 'h' - 'a' }, STROKE },                     /* ħ */
	{ 0x131, 0, { LETTER_A + 'i' - 'a' }, STROKE },                     /* ı */
	{ 0x142, 0, { LETTER_A + 'l' - 'a' }, STROKE },                     /* ł */
	{ 0x14b, 0, { LETTER_A + 'n' - 'a' }, TAIL },                       /* ŋ */
	{ 0x167, 0, { LETTER_A + 't' - 'a' }, STROKE },                     /* ŧ */
	{ 0x1e5, 0, { LETTER_A + 'g' - 'a' }, STROKE },                     /* ǥ */
	{ 0x292, 0, { LETTER_A + 'z' - 'a' }, TAIL },                       /* ʒ */
};

static void add_char(struct buf *b, int32_t cp)
{
	char utf8[4];

	buf_add(b, utf8, encode(utf8, cp));
}

/* One character that is not a mark.  True when `after` was part of it. */
static bool add_letter(struct buf *first, struct buf *second, int32_t cp, int32_t after)
{
	for (size_t i = 0; i < sizeof letters / sizeof letters[0]; i++) {
		if (letters[i].cp != cp || (letters[i].with != 0 && letters[i].with != after))
			continue;
		buf_puts(first, (const char[]){ (char)letters[i].weight[0],
		                                (char)letters[i].weight[1], '\0' });
		buf_putc(second, GAP);
		if (letters[i].mark != 0)
			add_char(second, letters[i].mark);
		return letters[i].with != 0;
	}
	if (cp >= 'a' && cp <= 'z')
		buf_putc(first, (char)(LETTER_A + cp - 'a'));
	else if (cp >= '0' && cp <= '9')
		buf_putc(first, (char)(DIGIT_0 + cp - '0'));
	else if (cp >= 0x80 && !is_punctuation(cp) && !is_space(cp))
		add_char(first, cp);
	else if (first->n > 0 && first->p[first->n - 1] != GAP)
		buf_putc(first, GAP);
	buf_putc(second, GAP);
	return false;
}

char *utf8_sort_key(struct arena *a, const char *s)
{
	utf8proc_option_t how = UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD;
	struct buf first, second;
	const char *clean = utf8_clean(a, s, false);
	utf8proc_ssize_t n, i;
	int32_t *cp;

	if (clean == NULL)
		return arena_strdup(a, s);
	n = utf8proc_decompose((const uint8_t *)clean, 0, NULL, 0, how | UTF8PROC_NULLTERM);
	assert(n >= 0);
	cp = arena_array(a, (size_t)n + 1, sizeof *cp);
	n = utf8proc_decompose((const uint8_t *)clean, 0, cp, n, how | UTF8PROC_NULLTERM);
	first = (struct buf){ arena_get(a, 4 * (size_t)n + 8), 0, 4 * (size_t)n + 8, a };
	second = (struct buf){ arena_get(a, 5 * (size_t)n + 8), 0, 5 * (size_t)n + 8, a };
	for (i = 0; i < n; i++) {
		if (is_mark(cp[i]))
			add_char(&second, cp[i]);
		else if (add_letter(&first, &second, cp[i], cp[i + 1]))
			i++;
	}
	while (first.n > 0 && first.p[first.n - 1] == GAP)
		first.p[--first.n] = '\0';
	while (second.n > 0 && second.p[second.n - 1] == GAP)
		second.p[--second.n] = '\0';
	if (second.n > 0) {
		buf_putc(&first, END_OF_FIRST);
		buf_add(&first, second.p, second.n);
	}
	return first.p;
}
