#include "rules/ord/lemma.h"

#include <string.h>

#include "lib/arena.h"
#include "lib/buf.h"
#include "rules/ord/bokstav.h"

#define N(a) (sizeof(a) / sizeof(a)[0])
#define HITS 24                 /* known words that a text can begin with     */
#define PART_LEAST 3            /* letters of a word that compounds are made of */
#define FAR 255
#define DOUBLED_LEAST 7         /* bytes; in shorter words a double letter matters */

/* Of nouns, adjectives and verbs, bokmål and nynorsk. */
static const char *const endings[] = {
	"", "e", "a", "en", "et", "er", "ar", "an", "es", "as", "ene", "ane", "ens", "ets", "ers",
	"enes", "anes", "s", "t", "ne", "nes",
};

/* The entries whose base `s` begins with, shortest first. */
static size_t entries_at(const char *s, size_t n, const struct ord_entry *hit[HITS])
{
	size_t lo = 0, hi = ord_list_n, found = 0;

	for (size_t k = 0; lo < hi; k++) {
		size_t a = lo, b = hi, c;

		for (; lo < hi && ord_list[lo].base[k] == '\0'; lo++)
			if (k > 0 && found < HITS)
				hit[found++] = &ord_list[lo];
		if (k == n)
			break;
		for (a = lo, b = hi; a < b;) {
			c = (a + b) / 2;
			if ((unsigned char)ord_list[c].base[k] < (unsigned char)s[k])
				a = c + 1;
			else
				b = c;
		}
		lo = a;
		for (b = hi; a < b;) {
			c = (a + b) / 2;
			if ((unsigned char)ord_list[c].base[k] <= (unsigned char)s[k])
				a = c + 1;
			else
				b = c;
		}
		hi = b;
	}
	return found;
}

static bool ends_with(const char *s, const char *end)
{
	size_t n = strlen(s), m = strlen(end);

	return n >= m && memcmp(s + n - m, end, m) == 0;
}

/* May the word stand with this after its base?  0 no; 1 exactly the word; 2 with an ending,
 * 3 with one that is likelier another's: maten is of mat before mate. */
static int ending(const struct ord_entry *w, const char *rest, size_t n)
{
	size_t i = 0;

	if (w->e ? n == 1 && rest[0] == 'e' : n == 0)
		return 1;
	if (n == 0 || w->n < PART_LEAST)
		return 0;
	/* rom: rommet; ungdom: ungdommer */
	if (n > 1 && rest[0] == 'm' && w->plain[w->n - 1] == 'm' && !w->e) {
		rest++;
		n--;
	}
	while (i < N(endings) && (strlen(endings[i]) != n || memcmp(endings[i], rest, n) != 0))
		i++;
	if (i == N(endings))
		return 0;
	if (w->e)
		return strchr("stn", rest[0]) == NULL ? 3 : 0;
	if (rest[0] == 's')
		return w->n > 4 && !ends_with(w->base, "s") ? 2 : 0;
	if (rest[0] == 't')
		return ends_with(w->base, "iv") || ends_with(w->base, "al") ? 2 : 0;
	if (rest[0] == 'n')
		return ends_with(w->base, "er") ? 2 : 0;
	return 2;
}

/* The cheapest way to each place in the word: ten for a part, one for an ending. */
struct way {
	uint8_t cost;
	uint8_t from;
	const struct ord_entry *part;
};

static void step(struct way *way, size_t from, size_t to, const struct ord_entry *w, int cost)
{
	if (way[from].cost + cost < way[to].cost)
		way[to] = (struct way){ (uint8_t)(way[from].cost + cost), (uint8_t)from, w };
}

/* Where a compound may go on after the word that begins at `at`; `n` is the whole. */
static void go_on(struct way *way, const char *s, size_t n, size_t at, const struct ord_entry *w)
{
	size_t to = at + strlen(w->base);

	if (w->n + (size_t)w->e < PART_LEAST || (w->e && (to >= n || s[to] != 'e')))
		return;
	to += w->e;
	if (to + PART_LEAST > n)
		return;
	step(way, at, to, w, 10);
	if (s[to] == 's' || (s[to] == 'e' && !w->e))
		step(way, at, to + 1, w, 10);
}

static struct lemma exactly(const char *s, size_t n)
{
	struct way way[LEMMA_BYTES + 1];
	struct lemma l = { .n = 0 };

	memset(way, FAR, sizeof way);
	way[0].cost = 0;
	for (size_t at = 0; at < n; at++) {
		const struct ord_entry *hit[HITS];
		size_t n_hit;

		if (way[at].cost >= 10 * LEMMA_PARTS)
			continue;
		n_hit = entries_at(s + at, n - at, hit);
		while (n_hit-- > 0) {           /* the longest first: it wins a tie */
			size_t end = at + strlen(hit[n_hit]->base);
			int fits = ending(hit[n_hit], s + end, n - end);

			if (fits > 0 && (at == 0 || hit[n_hit]->n + (size_t)hit[n_hit]->e > 1))
				step(way, at, n, hit[n_hit], 9 + fits);
			go_on(way, s, n, at, hit[n_hit]);
		}
	}
	if (way[n].cost == FAR)
		return l;
	for (size_t at = n; at > 0; at = way[at].from)
		l.n++;
	for (size_t at = n, i = l.n; at > 0; at = way[at].from)
		l.part[--i] = way[at].part;
	return l;
}

/* The one known word nearest to what is left when an ending is taken away; NULL: none, or
 * two as near. */
struct nearest {
	const struct ord_entry *entry;
	size_t distance;
	bool two;
};

static void compare(const char *s, size_t n, struct nearest *best)
{
	uint32_t letters = plain_letters(s, n);

	if (s[0] < 'a' || s[0] > 'z')
		return;
	for (size_t i = ord_first[s[0] - 'a']; i < ord_first[s[0] - 'a' + 1]; i++) {
		const struct ord_entry *w = &ord_list[ord_by_plain[i]];
		size_t d;

		if (n > w->n + 2u || w->n > n + 2u ||
		    __builtin_popcount(letters ^ w->letters) > 4)
			continue;
		d = plain_misspelt(s, n, w->plain, w->n);
		if (d > best->distance)
			continue;
		best->two = d == best->distance && best->entry != NULL &&
		            (best->two || strcmp(best->entry->head, w->head) != 0);
		best->distance = d;
		best->entry = w;
	}
}

/* most: how far at most. */
static const struct ord_entry *nearly_one(const char *s, size_t n, size_t most)
{
	struct plain p = plain_of(s, n);
	struct nearest best = { .distance = most };

	for (size_t i = 0; i < N(endings); i++) {
		size_t m = strlen(endings[i]);

		if (p.n >= m + PLAIN_LEAST && memcmp(p.text + p.n - m, endings[i], m) == 0)
			compare(p.text, p.n - m, &best);
	}
	return best.two ? NULL : best.entry;
}

/* A compound with one part misspelt, the first or the last, by one letter. */
static struct lemma nearly_two(const char *s, size_t n)
{
	const struct ord_entry *hit[HITS], *part;
	size_t n_hit = entries_at(s, n, hit);

	while (n_hit-- > 0) {
		const struct ord_entry *w = hit[n_hit];
		size_t to = strlen(w->base) + w->e;

		if (w->n < PART_LEAST + 1 || to + 5 > n || (w->e && s[to - 1] != 'e'))
			continue;
		part = nearly_one(s + to, n - to, 1);
		if (part == NULL && s[to] == 's')
			part = nearly_one(s + to + 1, n - to - 1, 1);
		if (part != NULL)
			return (struct lemma){ { w, part }, 2 };
	}
	for (size_t at = 5; at + 4 <= n; at++) {
		struct lemma last;

		if (((unsigned char)s[at] & 0xc0) == 0x80)
			continue;
		last = exactly(s + at, n - at);
		if (last.n != 1 || last.part[0]->n < PART_LEAST + 1)
			continue;
		part = nearly_one(s, at - (s[at - 1] == 's'), 1);
		if (part != NULL)
			return (struct lemma){ { part, last.part[0] }, 2 };
	}
	return (struct lemma){ .n = 0 };
}

struct lemma lemma_of(const char *word, bool nearly)
{
	size_t n = strlen(word);
	struct lemma l = { .n = 0 };

	if (n > LEMMA_BYTES)
		return l;
	l = exactly(word, n);
	if (l.n > 0 || !nearly)
		return l;
	l.part[0] = nearly_one(word, n, 2);
	if (l.part[0] != NULL)
		l.n = 1;
	else
		l = nearly_two(word, n);
	return l;
}

/* The entry that is exactly this word, or NULL. */
static const struct ord_entry *entry_of(const char *word)
{
	struct lemma l = exactly(word, strlen(word));

	if (l.n != 1 || ending(l.part[0], word + strlen(l.part[0]->base),
	                       strlen(word) - strlen(l.part[0]->base)) != 1)
		return NULL;
	return l.part[0];
}

const char *lemma_text(struct arena *mem, const struct lemma *l)
{
	static const char *const joint[] = { "", "s", "e" };
	struct buf b = buf_in(mem);

	if (l->n == 1)
		return l->part[0]->head;
	for (size_t i = 0; i < N(joint) && l->n == 2; i++) {
		const char *s = arena_printf(mem, "%s%s%s", l->part[0]->head, joint[i],
		                             l->part[1]->head);
		const struct ord_entry *whole = strlen(s) <= LEMMA_BYTES ? entry_of(s) : NULL;

		if (whole != NULL)
			return whole->head;
	}
	for (size_t i = 0; i < l->n; i++)
		buf_puts(&b, l->part[i]->head);
	return b.p;
}

static const char *const nynorsk[][2] = {
	{ "skul", "skol" }, { "sjuk", "syk" }, { "heim", "hjem" }, { "heil", "hel" },
	{ "kyrk", "kirk" }, { "tenest", "tjenest" }, { "bustad", "bolig" },
	{ "eigedom", "eiendom" },
};

/* Nynorsk beginnings, and endings when enough is left. */
const char *lemma_unknown(struct arena *mem, const char *word)
{
	static const char *const taken[] = { "ene", "ane", "ens", "ets", "en", "et", "er", "ar",
	                                     "a", "e" };
	const char *start = "";
	size_t n, to = 0;
	char *s;

	for (size_t i = 0; i < N(nynorsk) && start[0] == '\0'; i++) {
		n = strlen(nynorsk[i][0]);
		if (strncmp(word, nynorsk[i][0], n) == 0) {
			start = nynorsk[i][1];
			word += n;
		}
	}
	s = arena_printf(mem, "%s%s", start, word);
	n = strlen(s);
	for (size_t i = 0; i < N(taken); i++) {
		size_t m = strlen(taken[i]);

		if (n >= m + 5 && memcmp(s + n - m, taken[i], m) == 0) {
			s[n - m] = '\0';
			break;
		}
	}
	n = strlen(s);
	if (n < DOUBLED_LEAST)
		return s;
	/* kontrol: kontroll */
	for (size_t i = 0; i < n; i++)
		if (i == 0 || s[i] != s[i - 1])
			s[to++] = s[i];
	s[to] = '\0';
	return s;
}
