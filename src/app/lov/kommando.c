/* kommando.c - `samling lov`: the wording of an act in, out, or which there are. */
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "app/drift/program.h"
#include "app/lov/lov.h"
#include "app/lov/lovdata.h"
#include "app/lov/side.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/tid.h"
#include "store/right.h"
#include "store/store.h"

#define FILE_MOST ((size_t)4 << 20)
#define MEMORY (FILE_MOST * 64)

struct choice {
	const char *dir, *file, *remove;          /* file, remove: NULL when not given */
};

struct work {
	struct store *store;
	struct arena *mem;
	const char *today;
};

static bool options(int argc, char **argv, struct choice *c)
{
	static const struct option known[] = {
		{ "data", required_argument, NULL, 'd' },
		{ "importer", required_argument, NULL, 'i' },
		{ "fjern", required_argument, NULL, 'f' }, { 0 }
	};

	*c = (struct choice){ 0 };
	for (int o; (o = getopt_long(argc, argv, "", known, NULL)) != -1;) {
		if (o == 'd')
			c->dir = optarg;
		else if (o == 'i')
			c->file = optarg;
		else if (o == 'f')
			c->remove = optarg;
		else
			return false;
	}
	return c->dir != NULL && optind == argc && (c->file == NULL || c->remove == NULL);
}

static bool read_all(const char *path, struct buf *text)
{
	FILE *f = fopen(path, "rb");
	const char *trouble = NULL;
	char part[8192];

	if (f == NULL) {
		fprintf(stderr, "Kan ikke lese %s: %s\n", path, strerror(errno));
		return false;
	}
	buf_puts(text, "");
	for (size_t n; trouble == NULL && (n = fread(part, 1, sizeof part, f)) > 0;) {
		if (text->n + n > FILE_MOST)
			trouble = "filen er mer enn fire megabyte";
		else
			buf_add(text, part, n);
	}
	if (ferror(f))
		trouble = strerror(errno);
	fclose(f);
	if (trouble != NULL)
		fprintf(stderr, "Kan ikke lese %s: %s\n", path, trouble);
	return trouble == NULL;
}

/* By its number or by what we call it; ACT__MAX: there is none. */
static enum lov_act find_act(const char *name)
{
	for (size_t i = 0; i < ACT__MAX; i++)
		if (strcmp(lov_acts[i].number, name) == 0)
			return (enum lov_act)i;
	return lov_act_find(name);
}

/* The one section of that name; NULL: none that can be shown, said already. */
static const struct lovdata_section *find_section(const struct lovdata *data, const char *name)
{
	const struct lovdata_section *found = NULL;

	for (size_t i = 0; i < data->n; i++) {
		if (strcmp(data->section[i].name, name) != 0)
			continue;
		if (found != NULL) {
			fprintf(stderr, "§ %s er utelatt: den står to ganger.\n", name);
			return NULL;
		}
		found = &data->section[i];
	}
	if (found == NULL)
		fprintf(stderr, "§ %s er ikke i filen.\n", name);
	else if (found->unknown != NULL)
		fprintf(stderr, "§ %s er utelatt: %s er ukjent.\n", name, found->unknown);
	return found != NULL && found->unknown == NULL ? found : NULL;
}

static enum outcome put(const struct work *w, const struct lovdata *data,
                        const struct lovdata_section *s)
{
	enum outcome went = OUTCOME_OK;

	for (size_t i = 0; went == OUTCOME_OK && i < s->n_ledd; i++)
		went = RUN(w->store, w->mem, NULL, lovtekst_put, .lov = v_text(data->number),
		           .paragraf = v_text(s->name), .ledd = v_int((int64_t)i + 1),
		           .tekst = v_text(s->ledd[i]), .endret = v_text(data->changed),
		           .lest_inn = v_text(w->today));
	return went;
}

/* Those that have pages; what was there of the act before is gone. */
static enum outcome replace(const struct work *w, enum lov_act act, const struct lovdata *data)
{
	enum outcome went = RUN(w->store, w->mem, NULL, lovtekst_slett,
	                        .lov = v_text(data->number));
	size_t n = 0, pages = 0;

	for (size_t i = 0; went == OUTCOME_OK && i < LOV__MAX; i++) {
		const struct lovdata_section *s;

		if (lov_places[i].act != act || !lov_is_first((enum lov)i))
			continue;
		pages++;
		s = find_section(data, lov_places[i].section);
		if (s == NULL)
			continue;
		went = put(w, data, s);
		n++;
	}
	if (went == OUTCOME_OK)
		printf("%s: %zu av %zu paragrafer er lest inn.\n", lov_acts[act].nb, n, pages);
	return went;
}

static enum outcome load(const struct work *w, const char *path, const struct buf *file)
{
	struct lovdata data;
	const char *trouble = lovdata_read(w->mem, file->p, file->n, &data);
	enum lov_act act;

	if (trouble != NULL) {
		fprintf(stderr, "Ingenting er endret. %s: %s.\n", path, trouble);
		return OUTCOME_INVALID;
	}
	act = find_act(data.number);
	if (act == ACT__MAX) {
		fprintf(stderr, "Ingenting er endret. Samling har ingen sider om %s.\n",
		        data.number);
		return OUTCOME_INVALID;
	}
	return replace(w, act, &data);
}

static enum outcome take_out(const struct work *w, const char *name)
{
	const enum lov_act act = find_act(name);
	enum outcome went;

	if (act == ACT__MAX) {
		fprintf(stderr, "Ukjent lov: %s\n", name);
		return OUTCOME_INVALID;
	}
	went = RUN(w->store, w->mem, NULL, lovtekst_slett, .lov = v_text(lov_acts[act].number));
	if (went == OUTCOME_OK)
		printf("%s er tatt ut.\n", lov_acts[act].nb);
	return went;
}

static enum outcome say(const struct work *w)
{
	struct rows rows;
	const enum outcome went = RUN(w->store, w->mem, &rows, lovtekst_lover);

	if (went == OUTCOME_OK && rows.n == 0)
		printf("Ingen lovtekst er lest inn.\n");
	for (size_t i = 0; i < rows.n; i++)
		printf("%s: %lld paragrafer, lest inn %s\n",
		       row_text(&rows.row[i], lovtekst_lover__lov),
		       (long long)row_int(&rows.row[i], lovtekst_lover__paragrafer),
		       row_text(&rows.row[i], lovtekst_lover__lest_inn));
	return went;
}

static int run(struct store *st, const struct world *world, struct arena *mem,
               const struct choice *c)
{
	const struct work w = { st, mem, tid_today(mem, world_wall_ms(world)) };
	struct buf file = buf_in(mem);
	enum outcome went, kept;

	if (c->file != NULL && !read_all(c->file, &file))
		return 2;
	store_request_begin(st, RIGHT_BIT(RIGHT_SYSTEM), false);
	if (c->file != NULL)
		went = load(&w, c->file, &file);
	else
		went = c->remove != NULL ? take_out(&w, c->remove) : say(&w);
	kept = store_request_end(st, went == OUTCOME_OK);
	if (went == OUTCOME_INVALID)
		return 2;
	return went == OUTCOME_OK && kept == OUTCOME_OK && store_commit(st) ? 0 : 1;
}

int lov_command(int argc, char **argv, const struct page *const *tables)
{
	struct choice c;
	struct program p;
	struct arena *mem;
	int status;

	if (!options(argc, argv, &c)) {
		fputs("Bruk: samling lov --data MAPPE [--importer FIL | --fjern LOV]\n", stderr);
		return 2;
	}
	if (!program_open(&p, &(struct program_options){ .dir = c.dir }, tables))
		return 1;
	mem = arena_new(MEMORY);
	status = run(p.site.store, &p.world, mem, &c);
	arena_free(mem);
	program_close(&p);
	return status;
}
