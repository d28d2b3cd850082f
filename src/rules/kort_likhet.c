/* kort_likhet.c - how like two cards are. */
#include <stdlib.h>
#include <string.h>

#include "lib/arena.h"
#include "lib/utf8.h"
#include "rules/kort.h"
#include "rules/ord/lemma.h"

#define WORDS 40                /* of a card; the rest is not compared            */
#define LIKE 500                /* offered from here on, of 1000                  */
#define WHOLE 10                /* the weight of a word; of a weak one less       */
#define WEAK 4
#define PART 8                  /* of a word that is a part of the other          */
#define PART_BYTES 4            /* the least that such a part is                  */

/* What can turn a card round. */
enum turn { TURN_NOT = 1, TURN_MORE = 2, TURN_LESS = 4 };
enum party { PARTY_COUNCIL = 1, PARTY_STAFF };

struct word {
	const char *stem;       /* what its spellings have in common: ord_lemma.h    */
	int weight;
};
struct said {
	const char *fold;
	struct word word[WORDS];
	size_t n;
	unsigned turns;
	uint64_t numbers;       /* one bit a number, 0 to 62; 63: others          */
	int order;              /* who stands first of council and staff, if both */
	int list;
};

/* Said in every rule; both forms of Norwegian. */
static const char *const empty[] = {
	"vi", "me", "oss", "vår", "vårt", "våre", "skal", "må", "bør", "vil", "kan", "å",
	"og",
	"i", "på", "til", "for", "av", "med", "er", "at", "det", "de", "den", "dei", "en",
	"ei", "et", "ein", "eit", "som", "om", "være", "vere", "har", "ha", "hverandre",
	"kvarandre", "hver", "kvar", "andre", "hverandres", "seg", "sine", "sin", "sitt", "man",
	"ein", "så", "eller", "men", "også", "blir", "bli", "får", "få", "under", "når", "da",
	"gjør", "gjer", "gjøre", "gjere", "du", "deg", "dere", "dykk", "dykkar", "eg", "jeg",
	"alle", "ved", "frå", "fra",
	"hva", "kva", "dette", "ut", "opp", "inn", "der", "kun", "bare", "berre", "sier", "seier",
	"ønsker", "ønskjer", "forventer", "forventar", "kom", "komme", "kommer", "kjem", "kome",
	NULL
};
/* Said of many things. */
static const char *const weak[] = {
	"god", "gode", "godt", "bra", "bedre", "betre", "best", "alltid", "mye", "mykje", "gi",
	"gir", "hold", "holde", "holder", "hald", "halde", "held", "bruk", "bruker", "bruke",
	"vis", "vise", "viser", "syn", "syne", "syner", "ta", "tar", "tek", "gå", "går", "mest",
	"stor", "store", "riktig", "rett", "klar", "klare", "klart", "tydelig", "tydelege",
	"tydeleg", NULL
};
static const char *const negative[] = {
	"ikke", "ikkje", "aldri", "ingen", "inga", "intet", "inkje", "uten", "utan", "unngå",
	"slutt", "slutte", "sluttar", "nei", NULL
};
static const char *const more[] = {
	"mer", "meir", "flere", "fleire", "lengre", "lenger", "større", "oftere", "oftare",
	"tidligere", "tidlegare", NULL
};
static const char *const less[] = {
	"mindre", "færre", "kortere", "kortare", "sjeldnere", "sjeldnare", "senere", "seinare",
	"begrens", "begrense", "avgrens", "avgrense", NULL
};
static const char *const numbers[] = {
	"null", "én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", NULL
};
static const struct { const char *begins; enum party party; } parties[] = {
	{ "administrasjon", PARTY_STAFF }, { "kommunedirektør", PARTY_STAFF },
	{ "tilsett", PARTY_STAFF }, { "ansatt", PARTY_STAFF }, { "folkevalg", PARTY_COUNCIL },
	{ "folkevald", PARTY_COUNCIL }, { "politiker", PARTY_COUNCIL },
	{ "politikar", PARTY_COUNCIL }, { "kommunestyre", PARTY_COUNCIL },
};

static bool among(const char *const *list, const char *word)
{
	for (; *list != NULL; list++)
		if (strcmp(*list, word) == 0)
			return true;
	return false;
}

static bool is_letter(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || c >= 0x80;
}

static void take_number(struct said *s, long n)
{
	s->numbers |= UINT64_C(1) << (n >= 0 && n <= 62 ? n : 63);
}

static void take_party(struct said *s, const char *word)
{
	for (size_t i = 0; s->order == 0 && i < sizeof parties / sizeof *parties; i++)
		if (strncmp(word, parties[i].begins, strlen(parties[i].begins)) == 0)
			s->order = parties[i].party;
}

static void take_word(struct arena *mem, struct said *s, const char *word)
{
	struct lemma l;

	take_party(s, word);
	if (among(negative, word))
		s->turns |= TURN_NOT;
	else if (among(more, word))
		s->turns |= TURN_MORE;
	else if (among(less, word))
		s->turns |= TURN_LESS;
	for (long n = 2; numbers[n] != NULL; n++)
		if (strcmp(numbers[n], word) == 0)
			take_number(s, n);
	if (s->n == WORDS || among(empty, word) || among(negative, word))
		return;
	l = lemma_of(word, false);
	s->word[s->n++] = (struct word){
		l.n > 0 ? lemma_text(mem, &l) : lemma_unknown(mem, word),
		among(weak, word) ? WEAK : WHOLE
	};
}

static void take_words(struct arena *mem, struct said *s)
{
	const char *p = s->fold;

	while (*p != '\0') {
		const char *from = p;

		if (*p >= '0' && *p <= '9') {
			take_number(s, strtol(p, (char **)&p, 10));
		} else if (is_letter((unsigned char)*p)) {
			while (is_letter((unsigned char)*p))
				p++;
			take_word(mem, s, arena_strndup(mem, from, (size_t)(p - from)));
		} else {
			p++;
		}
	}
}

static struct said *said_of(struct arena *mem, const struct kort_text *t)
{
	struct said *s = arena_get(mem, sizeof *s);

	s->fold = utf8_fold(mem, t->text);
	s->list = t->list;
	take_words(mem, s);
	return s;
}

static bool is_ending(const char *s)
{
	return strlen(s) <= 2 && s[strspn(s, "aenrst")] == '\0';
}

/* The list of words has few verbs, so two forms of one may still have their endings. */
static bool same_stem(const struct word *a, const struct word *b)
{
	size_t n = 0;

	while (a->stem[n] != '\0' && a->stem[n] == b->stem[n])
		n++;
	return strcmp(a->stem, b->stem) == 0 ||
	       (n >= PART_BYTES && is_ending(a->stem + n) && is_ending(b->stem + n));
}

/* One is a part of the other: a compound, or with something before it. */
static bool part_of(const struct word *whole, const struct word *part)
{
	return strlen(part->stem) >= PART_BYTES && strstr(whole->stem, part->stem) != NULL;
}

/* How much of the word is in the other card. */
static int found(const struct said *in, const struct word *w)
{
	int best = 0;

	for (size_t i = 0; i < in->n; i++) {
		const struct word *other = &in->word[i];
		int weight = w->weight < other->weight ? w->weight : other->weight;

		if (same_stem(w, other))
			return weight;
		if ((part_of(w, other) || part_of(other, w)) && weight * PART / WHOLE > best)
			best = weight * PART / WHOLE;
	}
	return best;
}

static int weight_of(const struct said *s)
{
	int sum = 0;

	for (size_t i = 0; i < s->n; i++)
		sum += s->word[i].weight;
	return sum;
}

static bool turned_round(const struct said *a, const struct said *b)
{
	unsigned differ = a->turns ^ b->turns;

	return (differ & TURN_NOT) != 0 ||
	       ((differ & TURN_MORE) != 0 && (differ & TURN_LESS) != 0) ||
	       (a->numbers != b->numbers && a->numbers != 0 && b->numbers != 0) ||
	       (a->order != 0 && b->order != 0 && a->order != b->order);
}

/* What they share of all they say, counted from the one of which more is found. */
static int likeness(const struct said *a, const struct said *b)
{
	int shared_a = 0, shared_b = 0, shared, all;

	if (a->list != b->list)
		return 0;
	if (strcmp(a->fold, b->fold) == 0)
		return 1000;
	if (turned_round(a, b))
		return 0;
	for (size_t i = 0; i < a->n; i++)
		shared_a += found(b, &a->word[i]);
	for (size_t i = 0; i < b->n; i++)
		shared_b += found(a, &b->word[i]);
	shared = shared_a < shared_b ? shared_a : shared_b;
	all = weight_of(a) + weight_of(b) - shared;
	return all > 0 ? shared * 999 / all : 0;
}

static int likest_first(const void *x, const void *y)
{
	const struct kort_pair *a = x, *b = y;

	if (a->score != b->score)
		return a->score < b->score ? 1 : -1;
	if (a->a != b->a)
		return a->a < b->a ? -1 : 1;
	return a->b < b->b ? -1 : 1;
}

size_t kort_pairs(struct arena *mem, const struct kort_text *text, size_t n,
                  struct kort_pair **pairs)
{
	struct said **said;
	size_t count = 0, most;

	n = n > KORT_PAIRS_CARDS ? KORT_PAIRS_CARDS : n;
	most = 8 * n;
	said = arena_array(mem, n, sizeof *said);
	*pairs = arena_array(mem, most, sizeof **pairs);
	for (size_t i = 0; i < n; i++)
		said[i] = said_of(mem, &text[i]);
	for (size_t i = 0; i < n; i++)
		for (size_t k = i + 1; k < n && count < most; k++) {
			int score = likeness(said[i], said[k]);

			if (score >= LIKE)
				(*pairs)[count++] = (struct kort_pair){ i, k, score };
		}
	qsort(*pairs, count, sizeof **pairs, likest_first);
	return count;
}

bool kort_negative(struct arena *mem, const char *text)
{
	const struct kort_text t = { .text = text };

	return (said_of(mem, &t)->turns & TURN_NOT) != 0;
}
