/* kommando.c - `samling ordsky`: a file of answers becomes words. */
#include <getopt.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/ord/csv.h"
#include "app/ord/ord.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/utf8.h"
#include "rules/ord/ord.h"

#define FILE_MOST (4u << 20)
#define MEMORY ((size_t)1 << 30)

/* Which answers were written so (folded), in the file's order. */
struct written {
	const char *fold, *id;
	size_t nr;
};

static int by_fold(const void *a, const void *b)
{
	const struct written *x = a, *y = b;
	int order = strcmp(x->fold, y->fold);

	return order != 0 ? order : (x->nr > y->nr) - (x->nr < y->nr);
}

static int by_nr(const void *a, const void *b)
{
	const struct written *const *x = a, *const *y = b;

	return ((*x)->nr > (*y)->nr) - ((*x)->nr < (*y)->nr);
}

static struct written *all_written(struct arena *mem, const struct csv_answers *a)
{
	struct written *w = arena_array(mem, a->n, sizeof *w);

	for (size_t i = 0; i < a->n; i++)
		w[i] = (struct written){ utf8_fold(mem, a->row[i].text), a->row[i].id, i };
	qsort(w, a->n, sizeof *w, by_fold);
	return w;
}

/* Those written so; returns how many. */
static size_t find(const struct written *w, size_t n, const char *fold,
                   const struct written **out)
{
	size_t lo = 0, hi = n, found = 0;

	while (lo < hi) {
		size_t mid = (lo + hi) / 2;

		if (strcmp(w[mid].fold, fold) < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	for (; lo < n && strcmp(w[lo].fold, fold) == 0; lo++)
		out[found++] = &w[lo];
	return found;
}

static json_t *cluster(const char *label, const struct written **in, size_t n)
{
	json_t *ids = json_array();

	qsort(in, n, sizeof *in, by_nr);
	for (size_t i = 0; i < n; i++)
		json_array_append_new(ids, json_string(in[i]->id));
	return json_pack("{s:s, s:o}", "klynge", label, "id", ids);
}

static json_t *clusters(struct arena *mem, const struct csv_answers *a)
{
	const struct ord_decisions nothing = { 0 };
	struct ordsky_raw *raw = arena_array(mem, a->n, sizeof *raw);
	const struct written **in = arena_array(mem, a->n, sizeof *in);
	const struct written *w = all_written(mem, a);
	struct ordsky_word *word;
	json_t *list = json_array();
	size_t n;

	for (size_t i = 0; i < a->n; i++)
		raw[i] = (struct ordsky_raw){ a->row[i].text, 1 };
	n = ord_group(mem, raw, a->n, &nothing, &word);
	for (size_t i = 0; i < n; i++) {
		size_t n_in = 0;

		for (size_t j = 0; j < word[i].n_form; j++)
			n_in += find(w, a->n, word[i].form[j].fold, in + n_in);
		json_array_append_new(list, cluster(word[i].label, in, n_in));
	}
	/* Those that wrote nothing are no word; each is its own. */
	n = find(w, a->n, "", in);
	for (size_t i = 0; i < n; i++) {
		const struct written *one = in[i];

		json_array_append_new(list, cluster("", &one, 1));
	}
	return list;
}

static void print(json_t *list)
{
	size_t i;
	json_t *c;

	json_array_foreach(list, i, c)
		printf("%4zu  %s\n", json_array_size(json_object_get(c, "id")),
		       json_string_value(json_object_get(c, "klynge")));
}

/* False: more than FILE_MOST, or it cannot be read. */
static bool read_all(struct arena *mem, FILE *f, struct buf *text)
{
	char part[8192];

	*text = buf_in(mem);
	buf_puts(text, "");
	for (size_t n; (n = fread(part, 1, sizeof part, f)) > 0;) {
		if (text->n + n > FILE_MOST)
			return false;
		buf_add(text, part, n);
	}
	return !ferror(f);
}

static int run(struct arena *mem, bool json)
{
	struct csv_answers a;
	struct buf text;
	json_t *list;

	if (!read_all(mem, stdin, &text)) {
		fprintf(stderr, "Svarene kan ikke leses, eller er mer enn fire megabyte.\n");
		return 2;
	}
	a = csv_answers(mem, text.p, text.n);
	if (a.error != NULL) {
		if (a.line > 0)
			fprintf(stderr, "Linje %d, kolonne %d: ", a.line, a.column);
		fprintf(stderr, "%s\n", a.error);
		return 2;
	}
	list = clusters(mem, &a);
	if (json) {
		json_dumpf(list, stdout, JSON_INDENT(1));
		putchar('\n');
	} else {
		print(list);
	}
	json_decref(list);
	return fflush(stdout) == 0 ? 0 : 1;
}

int ordsky_command(int argc, char **argv, const struct page *const *tables)
{
	static const struct option known[] = { { "json", no_argument, NULL, 'j' }, { 0 } };
	struct arena *mem;
	bool json = false;
	int status;

	(void)tables;
	for (int o; (o = getopt_long(argc, argv, "", known, NULL)) != -1;) {
		if (o != 'j')
			argc = 0;
		json = true;
	}
	if (optind != argc) {
		fputs("Bruk: samling ordsky [--json] < SVAR.csv\n", stderr);
		return 2;
	}
	mem = arena_new(MEMORY);
	status = run(mem, json);
	arena_free(mem);
	return status;
}
