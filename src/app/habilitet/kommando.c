#include <getopt.h>
#include <stdio.h>

#include "app/habilitet/habilitet.h"
#include "app/habilitet/sak.h"
#include "app/saksfil/saksfil.h"
#include "lib/buf.h"

struct run {
	bool json, array;
	size_t n, wrong;
};

static bool options(int argc, char **argv, bool *json, const char **file)
{
	static const struct option known[] = { { "json", no_argument, NULL, 'j' }, { 0 } };

	*json = false;
	*file = NULL;
	opterr = 0;
	for (int o; (o = getopt_long(argc, argv, "", known, NULL)) != -1;) {
		*json = *json || o == 'j';
		if (o == '?')
			return false;
	}
	if (optind < argc)
		*file = argv[optind++];
	return optind == argc;
}

static void take(void *arg, const struct saksfil_answer *a)
{
	struct run *r = arg;

	if (a->error != NULL) {
		fprintf(stderr, "%s\n", a->error);
		r->wrong++;
	}
	if (r->json) {
		fputs(!r->array ? "" : r->n == 0 ? "[\n" : ",\n", stdout);
		json_dumpf(a->json, stdout, JSON_COMPACT);
	} else if (a->error == NULL) {
		printf("%s%s", r->n > 0 ? "\n" : "", a->text);
	}
	r->n++;
}

int habilitet_command(int argc, char **argv, const struct page *const *tables)
{
	struct buf text = { 0 };
	const char *file;
	struct run r = { 0 };
	bool loaded;

	(void)tables;
	if (!options(argc, argv, &r.json, &file)) {
		fputs("Bruk: samling habilitet [--json] [FIL]\n", stderr);
		return 2;
	}
	loaded = saksfil_load(file, &text);
	if (loaded) {
		r.array = saksfil_is_array(text.p, text.n);
		habil_each(text.p, text.n, take, &r);
		if (r.json)
			puts(!r.array ? "" : r.n == 0 ? "[]" : "\n]");
	}
	buf_free(&text);
	if (fflush(stdout) != 0)
		return 1;
	return loaded && r.wrong == 0 ? 0 : 2;
}
