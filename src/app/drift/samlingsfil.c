/* samlingsfil.c - samling files and archives on the command line. */
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/arkiv/arkiv.h"
#include "app/drift/drift.h"
#include "app/drift/program.h"
#include "app/kommune/kommune.h"
#include "app/samling/samling.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/tid.h"
#include "web/text.h"

#define FILE_MAX (1u << 20)
#define COMMAND_MEMORY ((size_t)2 << 30)        /* an archive; taken as it is needed */

struct command_options {
	const char *dir, *file, *municipality, *date, *place;
	int64_t samling;
};

static bool read_options(int argc, char **argv, struct command_options *o)
{
	static const struct option known[] = {
		{ "data", required_argument, NULL, 'd' },
		{ "kommune", required_argument, NULL, 'k' },
		{ "dato", required_argument, NULL, 't' },
		{ "sted", required_argument, NULL, 's' },
		{ "samling", required_argument, NULL, 'i' }, { 0 }
	};

	*o = (struct command_options){ .place = "" };
	for (int c; (c = getopt_long(argc, argv, "", known, NULL)) != -1;) {
		if (c == 'd')
			o->dir = optarg;
		else if (c == 'k')
			o->municipality = optarg;
		else if (c == 't')
			o->date = optarg;
		else if (c == 's')
			o->place = optarg;
		else if (c == 'i')
			o->samling = strtoll(optarg, NULL, 10);
		else
			return false;
	}
	o->file = optind < argc ? argv[optind] : NULL;
	return o->dir != NULL && optind + 1 >= argc;
}

static size_t most(const struct buf *b)
{
	return archive_begins(b->p, b->n) ? ARCHIVE_MOST : FILE_MAX;
}

/* The whole file, or NULL: the reason is printed. */
static const struct buf *read_file(struct arena *mem, const char *path)
{
	struct buf *b = arena_get(mem, sizeof *b);
	FILE *in = fopen(path, "rb");
	char part[4096];
	size_t n;

	*b = buf_in(mem);
	buf_puts(b, "");
	if (in == NULL) {
		fprintf(stderr, "Kan ikke lese %s: %s.\n", path, strerror(errno));
		return NULL;
	}
	while ((n = fread(part, 1, sizeof part, in)) > 0 && b->n <= most(b))
		buf_add(b, part, n);
	fclose(in);
	if (b->n <= most(b))
		return b;
	fprintf(stderr, "%s er større enn en slik fil kan være (%zu MB).\n", path,
	        most(b) >> 20);
	return NULL;
}

static enum outcome import(struct program *p, struct arena *mem,
                           const struct command_options *o, const struct fil *f, int64_t *id)
{
	struct samling_new new = { .place = o->place, .lang = f->lang, .first_date = o->date };
	struct kommune k;
	enum outcome went = kommune_find(p->site.store, mem, o->municipality, o->date, &k);

	if (went == OUTCOME_NOT_FOUND)
		fprintf(stderr, "Ingen kommune har nummeret %s den dagen. "
		        "Sjekk nummeret og datoen.\n", o->municipality);
	if (went != OUTCOME_OK)
		return went;
	new.municipality_nr = k.nr;
	new.municipality = k.official;
	return samling_from_file(p->site.store, mem, &p->world, f, &new, id);
}

/* One that was written by `samling-jobb --arkiv`, or on the page of files. */
static int import_archive(const struct command_options *o, struct arena *mem,
                          const struct buf *text, const struct page *const *tables)
{
	const char *error = "";
	struct archive *a = archive_read(mem, text->p, text->n, &error);
	enum outcome went = OUTCOME_INVALID, kept;
	struct samling *s = NULL;
	struct program p;
	int64_t id;

	if (a != NULL && !program_open(&p, &(struct program_options){ .dir = o->dir }, tables))
		return 1;
	if (a != NULL) {
		store_request_begin(p.site.store, RIGHT_BIT(RIGHT_SYSTEM), false);
		went = archive_put(p.site.store, mem, &p.world, a, &id, &error);
		if (went == OUTCOME_OK)
			went = samling_read(p.site.store, mem, id, 0, &s);
		kept = store_request_end(p.site.store, went == OUTCOME_OK);
		if (kept != OUTCOME_OK || !store_commit(p.site.store))
			went = OUTCOME_UNAVAILABLE;
		program_close(&p);
	}
	if (went != OUTCOME_OK) {
		fprintf(stderr, "%s\nIngenting ble lest inn.\n", error != NULL ? error : "");
		return 1;
	}
	printf("Samling %lld: %s, %s. Koden er %s. En programleder gir noen tilgang til å lede "
	       "den.\n", (long long)id, s->title, s->municipality, s->code);
	return 0;
}

static int import_into(struct program *p, struct arena *mem, const struct command_options *o,
                       const struct fil *f)
{
	struct samling *s;
	int64_t id = 0;
	enum outcome went, kept;

	store_request_begin(p->site.store, RIGHT_BIT(RIGHT_SYSTEM), false);
	went = import(p, mem, o, f, &id);
	if (went == OUTCOME_OK)
		went = samling_read(p->site.store, mem, id, 0, &s);
	kept = store_request_end(p->site.store, went == OUTCOME_OK);
	if (went != OUTCOME_OK || kept != OUTCOME_OK || !store_commit(p->site.store)) {
		fputs("Ingenting ble lagret.\n", stderr);
		return 1;
	}
	printf("Samling %lld: %s, %s. Koden er %s.\n", (long long)id, s->title, s->municipality,
	       s->code);
	return 0;
}

static void import_usage(void)
{
	fputs("Bruk: samling importer --data MAPPE SAMLINGSFIL --kommune NR --dato ÅÅÅÅ-MM-DD "
	      "[--sted STED]\n      samling importer --data MAPPE ARKIVFIL\n", stderr);
}

int import_command(int argc, char **argv, const struct page *const *tables)
{
	struct arena *mem = arena_new(COMMAND_MEMORY);
	struct command_options o;
	struct program p;
	struct fil f;
	const struct buf *text;
	const char *error;
	int status = 2;

	if (!read_options(argc, argv, &o) || o.file == NULL) {
		import_usage();
	} else if ((text = read_file(mem, o.file)) == NULL) {
		status = 1;
	} else if (archive_begins(text->p, text->n)) {
		status = import_archive(&o, mem, text, tables);
	} else if (o.municipality == NULL || o.date == NULL || !tid_is_date(o.date)) {
		import_usage();
	} else if (fil_read(mem, LANG_NB, text->p, text->n, &f, &error) != OUTCOME_OK) {
		fprintf(stderr, "%s\n", error);
		status = 1;
	} else if (program_open(&p, &(struct program_options){ .dir = o.dir }, tables)) {
		status = import_into(&p, mem, &o, &f);
		program_close(&p);
	} else {
		status = 1;
	}
	arena_free(mem);
	return status;
}

int export_command(int argc, char **argv, const struct page *const *tables)
{
	struct arena *mem = arena_new(COMMAND_MEMORY);
	struct command_options o;
	struct program p;
	struct fil f;
	int status = 1;

	if (!read_options(argc, argv, &o) || o.samling <= 0 || o.file != NULL) {
		fputs("Bruk: samling eksporter --data MAPPE --samling ID > FIL\n", stderr);
		status = 2;
	} else if (program_open(&p, &(struct program_options){ .dir = o.dir }, tables)) {
		enum outcome went;

		store_request_begin(p.site.store, RIGHT_BIT(RIGHT_SYSTEM), true);
		went = fil_of_samling(p.site.store, mem, o.samling, &f);
		if (went == OUTCOME_OK)
			fputs(fil_write(mem, &f), stdout);
		else if (went == OUTCOME_NOT_FOUND)
			fprintf(stderr, "Det finnes ingen samling med nummer %lld.\n",
			        (long long)o.samling);
		status = store_request_end(p.site.store, false) == OUTCOME_OK &&
		         went == OUTCOME_OK ? 0 : 1;
		program_close(&p);
	}
	arena_free(mem);
	return status;
}
