/* ordgen - turns innhold/ordliste.txt into the table of rules/ord/liste.h.
 *
 *	ordgen in.txt out.c
 *
 * A word under two heads is an error, told with its line.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rules/ord/bokstav.h"

#define WORDS_MOST 8000
#define WORD_BYTES 48

enum section { SAME, KNOWN, FILLER, AMOUNT, DISPUTED, OUTSIDE };
static const char *const section_name[] = { "samme", "kjente", "fyll", "mengde", "omstridt" };

struct word {
	char base[WORD_BYTES], head[WORD_BYTES];
	struct plain plain;
	int line, e, disputed;
};

static struct word word[WORDS_MOST];
static size_t n_word;
static struct word filler[WORDS_MOST];  /* base; e is set for amounts */
static size_t n_filler;
static int line;

static void fail(const char *what, const char *about)
{
	fprintf(stderr, "ordliste.txt:%d: %s: %s\n", line, what, about);
	exit(1);
}

static struct word *room(struct word *in, size_t *n, const char *text)
{
	if (*n == WORDS_MOST || strlen(text) >= WORD_BYTES)
		fail("no room", text);
	in[*n].line = line;
	return &in[(*n)++];
}

static void add(const char *head, const char *text)
{
	struct word *w = room(word, &n_word, text);
	size_t n = strlen(text);

	w->e = n > 3 && text[n - 1] == 'e';
	snprintf(w->base, sizeof w->base, "%.*s", (int)n - w->e, text);
	snprintf(w->head, sizeof w->head, "%s", head);
	w->plain = plain_of(w->base, strlen(w->base));
}

static void dispute(const char *head)
{
	int known = 0;

	for (size_t i = 0; i < n_word; i++)
		if (strcmp(word[i].head, head) == 0)
			known = word[i].disputed = 1;
	if (!known)
		fail("not known", head);
}

static void take(enum section in, char *text)
{
	char head[WORD_BYTES] = "";

	for (char *w = strtok_r(text, " \n", &text); w; w = strtok_r(NULL, " \n", &text)) {
		switch (in) {
		case SAME:
			if (head[0] == '\0')
				snprintf(head, sizeof head, "%s", w);
			add(head, w);
			break;
		case KNOWN:
			add(w, w);
			break;
		case FILLER:
		case AMOUNT: {
			struct word *f = room(filler, &n_filler, w);

			snprintf(f->base, sizeof f->base, "%s", w);
			f->e = in == AMOUNT;
			break;
		}
		case DISPUTED:
			dispute(w);
			break;
		case OUTSIDE:
			fail("outside the sections", w);
		}
	}
}

static enum section section_of(const char *text)
{
	for (size_t i = 0; i < OUTSIDE; i++)
		if (strncmp(text + 1, section_name[i], strlen(section_name[i])) == 0)
			return (enum section)i;
	fail("no such section", text);
	return OUTSIDE;
}

static int by_base(const void *a, const void *b)
{
	const struct word *x = a, *y = b;
	int order = strcmp(x->base, y->base);

	return order != 0 ? order : x->e - y->e;
}

static int by_plain(const void *a, const void *b)
{
	const struct word *x = &word[*(const unsigned short *)a];
	const struct word *y = &word[*(const unsigned short *)b];
	int order = strcmp(x->plain.text, y->plain.text);

	return order != 0 ? order : by_base(x, y);
}

/* The words by their plain first letter, and where each letter begins. */
static void write_first(FILE *out)
{
	static unsigned short at[WORDS_MOST];
	size_t i;

	for (i = 0; i < n_word; i++)
		at[i] = (unsigned short)i;
	qsort(at, n_word, sizeof *at, by_plain);
	fprintf(out, "const uint16_t ord_by_plain[] = {");
	for (i = 0; i < n_word; i++)
		fprintf(out, "%s%d,", i % 16 == 0 ? "\n\t" : " ", at[i]);
	fprintf(out, "\n};\nconst uint16_t ord_first[27] = {");
	for (int c = 'a'; c <= 'z' + 1; c++) {
		for (i = 0; i < n_word && word[at[i]].plain.text[0] < c; i++)
			;
		fprintf(out, " %zu,", i);
	}
	fprintf(out, " };\n\n");
}

static void write_words(FILE *out)
{
	qsort(word, n_word, sizeof *word, by_base);
	fprintf(out, "#include \"rules/ord/liste.h\"\n\nconst struct ord_entry ord_list[] = {\n");
	for (size_t i = 0; i < n_word; i++) {
		const struct word *w = &word[i];

		line = w->line;
		if (i > 0 && by_base(w - 1, w) == 0)
			fail("a word twice", w->base);
		fprintf(out, "\t{ \"%s\", \"%s\", \"%s\", 0x%xu, %zu, %d, %d },\n", w->base,
		        w->head, w->plain.text, plain_letters(w->plain.text, w->plain.n),
		        w->plain.n, w->e, w->disputed);
	}
	fprintf(out, "};\nconst size_t ord_list_n = %zu;\n\n", n_word);
}

static void write_fillers(FILE *out)
{
	qsort(filler, n_filler, sizeof *filler, by_base);
	fprintf(out, "const struct ord_filler ord_fillers[] = {\n");
	for (size_t i = 0; i < n_filler; i++) {
		char *then = strchr(filler[i].base, '+');

		line = filler[i].line;
		if (i > 0 && strcmp(filler[i - 1].base, filler[i].base) == 0)
			fail("a word twice", filler[i].base);
		if (then != NULL)
			*then++ = '\0';
		fprintf(out, "\t{ \"%s\", \"%s\", %d },\n", filler[i].base, then ? then : "",
		        filler[i].e);
	}
	fprintf(out, "};\nconst size_t ord_fillers_n = %zu;\n", n_filler);
}

int main(int argc, char **argv)
{
	FILE *in = argc == 3 ? fopen(argv[1], "r") : NULL;
	FILE *out = argc == 3 ? fopen(argv[2], "w") : NULL;
	enum section section = OUTSIDE;
	char text[4096];

	if (in == NULL || out == NULL)
		fail("usage", "ordgen in.txt out.c");
	while (fgets(text, sizeof text, in) != NULL) {
		line++;
		if (text[0] == '[')
			section = section_of(text);
		else if (text[0] != '#')
			take(section, text);
	}
	write_words(out);
	write_first(out);
	write_fillers(out);
	fclose(in);
	return fclose(out) == 0 ? 0 : 1;
}
