#include "rules/ord/bokstav.h"

#include <stdbool.h>
#include <string.h>

#define N(a) (sizeof(a) / sizeof(a)[0])

/* What who has no Norwegian keys may write in two letters is one. */
static void put(struct plain *p, char c)
{
	char before = p->n > 0 ? p->text[p->n - 1] : '\0';

	if (c == 'e' && before == 'a')
		p->text[p->n - 1] = 'e';
	else if (!(c == 'e' && before == 'o') && !(c == 'a' && before == 'a'))
		p->text[p->n++] = c;
}

struct plain plain_of(const char *s, size_t bytes)
{
	static const struct { const char *letter; char plain; } table[] = {
		{ "æ", 'e' }, { "ø", 'o' }, { "å", 'a' }, { "é", 'e' }, { "ò", 'o' },
	};
	const char *end = s + bytes;
	struct plain p = { .n = 0 };

	while (s < end && p.n + 1 < PLAIN_MOST) {
		size_t i = (unsigned char)*s < 0x80 || end - s < 2 ? N(table) : 0;

		while (i < N(table) && strncmp(s, table[i].letter, 2) != 0)
			i++;
		put(&p, i < N(table) ? table[i].plain : *s);
		s += i < N(table) ? 2 : 1;
	}
	p.text[p.n] = '\0';
	return p;
}

uint32_t plain_letters(const char *s, size_t n)
{
	uint32_t mask = 0;

	for (size_t i = 0; i < n; i++)
		mask |= 1u << (s[i] & 31);
	return mask;
}

/* Keys beside each other, and letters that stand for the same sound.  Of other letters one
 * for another makes a new word oftener than a misspelling: stille, stalle. */
static bool mistaken(char a, char b)
{
	static const char *const near[26] = {
		"sqwz", "vghn", "sxdfvk", "sfecxr", "wrds", "dgrtvc", "fhtyvb", "gjyubn",
		"uokj", "hkuinmi", "jlionmc", "kopm", "njkl", "bmhjk", "ipklu", "ol", "wa",
		"etdf", "adwxzec", "ryfg", "yihjo", "cbfgw", "qeasv", "zcsd", "tugh", "asx",
	};

	return a >= 'a' && a <= 'z' && b >= 'a' && b <= 'z' &&
	       (strchr(near[a - 'a'], b) != NULL || strchr(near[b - 'a'], a) != NULL);
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Optimal string alignment in three rows.  Past `most` is most + 1. */
static size_t distance(const char *a, size_t na, const char *b, size_t nb, size_t most)
{
	uint8_t row[3][PLAIN_MOST + 1];

	if (na > nb + most || nb > na + most || nb > PLAIN_MOST)
		return most + 1;
	for (size_t j = 0; j <= nb; j++)
		row[0][j] = (uint8_t)j;
	for (size_t i = 1; i <= na; i++) {
		uint8_t *now = row[i % 3], *up = row[(i + 2) % 3], *two = row[(i + 1) % 3];
		size_t best = now[0] = (uint8_t)i;

		for (size_t j = 1; j <= nb; j++) {
			size_t d = least(up[j], now[j - 1]) + 1;

			if (a[i - 1] == b[j - 1] || mistaken(a[i - 1], b[j - 1]))
				d = least(d, up[j - 1] + (size_t)(a[i - 1] != b[j - 1]));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				d = least(d, two[j - 2] + 1u);
			now[j] = (uint8_t)d;
			best = least(best, d);
		}
		if (best > most)
			return most + 1;
	}
	return least(row[na % 3][nb], most + 1);
}

/* Of two texts one edit apart: are two letters swapped, or one doubled or not? */
static bool slipped(const char *a, size_t na, const char *b, size_t nb)
{
	size_t i = 0;

	while (i < na && i < nb && a[i] == b[i])
		i++;
	if (na == nb)
		return i + 1 < na && a[i] == b[i + 1] && a[i + 1] == b[i];
	return na > nb ? i > 0 && a[i] == a[i - 1] : i > 0 && b[i] == b[i - 1];
}

size_t plain_misspelt(const char *a, size_t na, const char *b, size_t nb)
{
	size_t n = least(na, nb), d;

	if (n < PLAIN_LEAST || a[0] != b[0] || a[na - 1] != b[nb - 1])
		return PLAIN_FAR;
	d = distance(a, na, b, nb, n < 12 ? 1 : 2);
	if (d == 0 || (d == 1 && slipped(a, na, b, nb)))
		return d;
	if (d == 1)
		return n >= (na == nb ? 9 : 7) ? d : PLAIN_FAR;
	return n >= 12 && d == 2 ? d : PLAIN_FAR;
}
