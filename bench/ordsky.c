/* ordsky - the CPU time a word cloud takes: a hall's answers grouped, a picture of sixty words,
 * and what a crowd of false phones may write.  Prints "name milliseconds", the median. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "lib/arena.h"
#include "rules/ord/ord.h"

#define N(a) (sizeof(a) / sizeof(a)[0])
#define TURNS 9
#define MEMORY ((size_t)256 << 20)

static const char *const first[] = {
	"", "flere ", "bedre ", "trygge ", "satse på ", "gode ", "nye ", "levende ",
	"ikke ", "mer ",
};
static const char *const middle[] = {
	"skole", "skule", "barnehage", "sjukeheim", "sykehjem", "eldreomsorg", "veg", "vei",
	"økonomi",
	"næring", "kultur", "folkehelse", "bredbånd", "breiband", "kollektiv", "bolyst",
	"klima",
	"tilflytting", "frivillighet", "ungdom", "arbeidsplass", "trafikk", "bolig", "bustad",
	"natur",
	"okonomi", "barnehgae", "digitaliserng", "ferje", "samferdsel", "lege", "storfjordbru",
};
static const char *const last[] = {
	"", "en", "er", "ar", "a", "plasser", "politikk", "tilbud", "et", "ene", "utvikling", "mål",
	"struktur", "bygg", "vedlikehald", "qx",
};

static size_t hall(struct arena *mem, struct ordsky_raw *raw, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		size_t k = i * 2654435761u % (N(first) * N(middle) * N(last));

		raw[i].text = arena_printf(mem, "%s%s%s", first[k % N(first)],
		                           middle[k / N(first) % N(middle)],
		                           last[k / N(first) / N(middle)]);
		raw[i].count = 1;
	}
	return n;
}

static size_t crowd(struct arena *mem, struct ordsky_raw *raw, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		char *text = arena_strdup(mem, "barnehageskolevegbygdbarnehageskolevegby");
		unsigned seed = (unsigned)i * 2654435761u;

		for (size_t k = 3; k < 40; k += 5, seed /= 7)
			text[k] = (char)('a' + seed % 26);
		raw[i] = (struct ordsky_raw){ text, 1 };
	}
	return n;
}

static int by_size(const void *a, const void *b)
{
	const double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double since(const struct timespec *from)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)(now.tv_sec - from->tv_sec) * 1e3 +
	       (double)(now.tv_nsec - from->tv_nsec) / 1e6;
}

typedef size_t (*maker)(struct arena *, struct ordsky_raw *, size_t n);

static void measure(const char *name, maker make, size_t n, bool draw)
{
	struct arena *mem = arena_new(MEMORY), *scratch = arena_new(MEMORY);
	struct ordsky_raw *raw = arena_array(mem, n, sizeof *raw);
	const struct ord_decisions nothing = { 0 };
	double ms[TURNS];

	make(mem, raw, n);
	for (int turn = 0; turn < TURNS; turn++) {
		struct ordsky_word *word;
		struct timespec from;
		size_t found;

		arena_reset(scratch);
		clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
		found = ord_group(scratch, raw, n, &nothing, &word);
		if (draw) {
			clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
			ordsky_layout(scratch, word, found, 1240, 640);
		}
		ms[turn] = since(&from);
	}
	qsort(ms, TURNS, sizeof *ms, by_size);
	printf("%s %.3f\n", name, ms[TURNS / 2]);
	arena_free(mem);
	arena_free(scratch);
}

int main(void)
{
	measure("gruppert", hall, 5000, false);
	measure("bilde", hall, 5000, true);
	measure("fiendtlig", crowd, 3000, false);
	return 0;
}
