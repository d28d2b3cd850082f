/* kommuner.c - `samling kommuner`: how many there are, or an import. */
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "app/drift/drift.h"
#include "app/drift/program.h"
#include "app/kommune/kommune.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/tid.h"
#include "store/right.h"

#define MEMORY (32u << 20)
#define FILE_MAX (4u << 20)

struct choice {
	const char *dir, *kommuner, *fylker;      /* files: NULL when not given */
};

static bool options(int argc, char **argv, struct choice *c)
{
	static const struct option known[] = {
		{ "data", required_argument, NULL, 'd' },
		{ "importer", required_argument, NULL, 'i' },
		{ "fylker", required_argument, NULL, 'f' }, { 0 }
	};

	*c = (struct choice){ 0 };
	for (int o; (o = getopt_long(argc, argv, "", known, NULL)) != -1;) {
		if (o == 'd')
			c->dir = optarg;
		else if (o == 'i')
			c->kommuner = optarg;
		else if (o == 'f')
			c->fylker = optarg;
		else
			return false;
	}
	return c->dir != NULL && optind == argc;
}

/* NULL: cannot be read, said already. */
static const char *read_file(struct arena *mem, const char *path)
{
	FILE *f = fopen(path, "rb");
	struct buf text = buf_in(mem);
	char part[8192];

	buf_puts(&text, "");
	for (size_t n; f != NULL && text.n < FILE_MAX && (n = fread(part, 1, sizeof part, f)) > 0;)
		buf_add(&text, part, n);
	if (f == NULL || ferror(f) || !feof(f) || strlen(text.p) != text.n) {
		fprintf(stderr, "Kan ikke lese %s: %s\n", path,
		        errno != 0 ? strerror(errno) : "ikke en tekstfil");
		text.p = NULL;
	}
	if (f != NULL)
		fclose(f);
	return text.p;
}

static enum outcome import(struct store *st, struct arena *mem, const struct choice *c,
                           const char *today)
{
	struct kommune_files files = { 0 };
	struct kommune_count count;
	const char *error = "Databasen kan ikke brukes nå.";
	enum outcome went;

	if (c->fylker != NULL && (files.fylker = read_file(mem, c->fylker)) == NULL)
		return OUTCOME_INVALID;
	if (c->kommuner != NULL && (files.kommuner = read_file(mem, c->kommuner)) == NULL)
		return OUTCOME_INVALID;
	went = kommune_import(st, mem, &files, today, &count, &error);
	if (went != OUTCOME_OK)
		fprintf(stderr, "Ingenting er endret. %s\n", error);
	else
		printf("%zu nye, %zu endret, %zu avsluttet.\n", count.added, count.changed,
		       count.ended);
	return went;
}

static enum outcome say(struct store *st, struct arena *mem, const char *today)
{
	struct kommune *list;
	size_t n;
	enum outcome went = kommune_list(st, mem, today, &list, &n);

	if (went == OUTCOME_OK)
		printf("%zu kommuner gjelder %s.\n", n, today);
	return went;
}

int kommuner_command(int argc, char **argv, const struct page *const *tables)
{
	struct choice c;
	struct program p;
	struct arena *mem;
	const char *today;
	enum outcome went, kept;
	bool ok;

	if (!options(argc, argv, &c)) {
		fputs("Bruk: samling kommuner --data MAPPE [--importer FIL] [--fylker FIL]\n",
		      stderr);
		return 2;
	}
	if (!program_open(&p, &(struct program_options){ .dir = c.dir }, tables))
		return 1;
	mem = arena_new(MEMORY);
	today = tid_today(mem, world_wall_ms(&p.world));
	store_request_begin(p.site.store, RIGHT_BIT(RIGHT_SYSTEM), false);
	went = c.kommuner != NULL || c.fylker != NULL ? import(p.site.store, mem, &c, today)
	                                              : OUTCOME_OK;
	if (went == OUTCOME_OK)
		went = say(p.site.store, mem, today);
	kept = store_request_end(p.site.store, went == OUTCOME_OK);
	ok = went == OUTCOME_OK && kept == OUTCOME_OK && store_commit(p.site.store);
	arena_free(mem);
	program_close(&p);
	return ok ? 0 : 1;
}
