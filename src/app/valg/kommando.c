#include "app/valg/kommando.h"

#include <getopt.h>
#include <stdio.h>

#include "app/saksfil/saksfil.h"
#include "app/valg/protokollfil.h"
#include "app/valg/sak.h"
#include "lib/buf.h"

struct choice {
	bool json, check;
	const char *file;               /* NULL: what is typed */
};

struct run {
	const struct choice *choice;
	size_t n, wrong, unlike;
	bool array;
};

static bool options(int argc, char **argv, struct choice *c)
{
	static const struct option known[] = {
		{ "json", no_argument, NULL, 'j' }, { "kontroller", no_argument, NULL, 'k' }, { 0 }
	};

	*c = (struct choice){ .json = false };
	opterr = 0;
	for (int o; (o = getopt_long(argc, argv, "", known, NULL)) != -1;) {
		c->json = c->json || o == 'j';
		c->check = c->check || o == 'k';
		if (o == '?')
			return false;
	}
	if (optind < argc)
		c->file = argv[optind++];
	return optind == argc && !(c->json && c->check);
}

static void print_json(struct run *r, const struct saksfil_answer *a)
{
	fputs(!r->array ? "" : r->n == 0 ? "[\n" : ",\n", stdout);
	json_dumpf(a->json, stdout, JSON_COMPACT);
}

/* What was expected, or what a protocol says came out. */
static void check(struct run *r, const struct saksfil_answer *a)
{
	const char *id = json_string_value(json_object_get(a->in, "id"));
	struct buf said = { 0 };
	const bool same = protokollfil_check(a, &said);

	if (id == NULL)
		id = "?";
	if (!same)
		printf("%s stemmer ikke:\n%s", id, said.p);
	else if (!r->array)
		printf("%s stemmer.\n", id);
	r->unlike += !same;
	buf_free(&said);
}

static void take(void *arg, const struct saksfil_answer *a)
{
	struct run *r = arg;

	if (a->error != NULL) {
		fprintf(stderr, "%s\n", a->error);
		r->wrong++;
	}
	if (r->choice->json)
		print_json(r, a);
	else if (a->error == NULL && r->choice->check)
		check(r, a);
	else if (a->error == NULL)
		printf("%s%s", r->n > 0 ? "\n" : "", a->text);
	r->n++;
}

static int answer(const struct choice *c, const struct buf *text)
{
	struct run r = { .choice = c, .array = saksfil_is_array(text->p, text->n) };

	sak_each(text->p, text->n, take, &r);
	if (c->json)
		puts(!r.array ? "" : r.n == 0 ? "[]" : "\n]");
	if (c->check && r.array)
		printf("%zu saker, %zu avvik.\n", r.n, r.unlike + r.wrong);
	if (fflush(stdout) != 0)
		return 1;
	return r.wrong > 0 ? 2 : r.unlike > 0;
}

int valg_command(int argc, char **argv, const struct page *const *tables)
{
	struct choice c;
	struct buf text = { 0 };
	int status;

	(void)tables;
	if (!options(argc, argv, &c)) {
		fputs("Bruk: samling valg [--json | --kontroller] [FIL]\n", stderr);
		return 2;
	}
	status = saksfil_load(c.file, &text) ? answer(&c, &text) : 2;
	buf_free(&text);
	return status;
}
