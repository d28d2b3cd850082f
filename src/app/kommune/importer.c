/* importer.c - the two tables from CSV: every row checked before the first is written. */
#include <stdlib.h>
#include <string.h>

#include "app/kommune/kommune.h"
#include "lib/arena.h"
#include "lib/tid.h"
#include "lib/utf8.h"

#define COLUMNS_MAX 10
#define EXAMPLE_COUNTY "99"

/* tool/embed, from innhold/ */
extern const unsigned char kommuner_csv[], fylker_csv[];

enum county_column { F_NR, F_NAVN, F_OFFISIELT, F_FRA, F_TIL, F__MAX };
enum column { K_NR, K_NAVN, K_OFFISIELT, K_FYLKE, K_INNBYGGERE, K_AAR, K_MAALFORM, K_SAMISK,
              K_FRA, K_TIL, K__MAX };
_Static_assert(K__MAX <= COLUMNS_MAX && F__MAX <= COLUMNS_MAX, "a line has room");

struct line {
	size_t nr;                       /* in the file, from 1 */
	const char *col[COLUMNS_MAX];
};

struct table {
	const char *file, *head;         /* file: as it is called in messages      */
	size_t n_col, nr, name, from, to;/* columns that both tables have          */
	size_t digits;
	struct line *line;
	size_t n;
};

static const struct table county_table = {
	"fylker", "nr,navn,navn_offisielt,fra,til", F__MAX, F_NR, F_NAVN, F_FRA, F_TIL, 2, 0, 0
};
static const struct table kommune_table = {
	"kommuner", "nr,navn,navn_offisielt,fylke,innbyggere,aar,maalform,samisk,fra,til",
	K__MAX, K_NR, K_NAVN, K_FRA, K_TIL, 4, 0, 0
};

struct import {
	struct store *store;
	struct arena *mem;
	const char *today;
	struct kommune_count *count;
	const char **error;
};

static enum outcome wrong(const struct import *im, const struct table *t, size_t line,
                          const char *what)
{
	*im->error = arena_printf(im->mem, "%s, linje %zu: %s", t->file, line, what);
	return OUTCOME_INVALID;
}

static bool digits(const char *s, size_t n)
{
	return strlen(s) == n && strspn(s, "0123456789") == n;
}

/* Empty, or a number that cannot overflow. */
static bool number_or_empty(const char *s)
{
	return *s == '\0' || (strlen(s) <= 9 && strspn(s, "0123456789") == strlen(s));
}

static size_t split(char *text, const char *col[COLUMNS_MAX])
{
	size_t n = 0;

	for (char *p = text; p != NULL && n <= COLUMNS_MAX; n++) {
		char *comma = strchr(p, ',');

		if (comma != NULL)
			*comma = '\0';
		if (n < COLUMNS_MAX)
			col[n] = p;
		p = comma != NULL ? comma + 1 : NULL;
	}
	return n;
}

/* What is the same in both tables. */
static const char *row_trouble(const struct table *t, const struct line *l)
{
	const char *from = l->col[t->from], *to = l->col[t->to];

	if (!digits(l->col[t->nr], t->digits))
		return t->digits == 4 ? "nummeret må ha fire siffer" : "nummeret må ha to siffer";
	if (*l->col[t->name] == '\0' || *l->col[t->name + 1] == '\0')
		return "navnet mangler";
	if (!tid_is_date(from))
		return "fra-datoen er ikke en dato (ÅÅÅÅ-MM-DD)";
	if (*to != '\0' && !tid_is_date(to))
		return "til-datoen er ikke en dato (ÅÅÅÅ-MM-DD)";
	if (*to != '\0' && strcmp(to, from) < 0)
		return "til-datoen er før fra-datoen";
	for (const struct line *e = t->line; e < l; e++)
		if (strcmp(e->col[t->nr], l->col[t->nr]) == 0 &&
		    strcmp(e->col[t->from], from) == 0)
			return "samme nummer og fra-dato står tidligere i filen";
	return NULL;
}

static const char *kommune_trouble(const struct line *l)
{
	static const char *const forms[] = { "bokmal", "nynorsk", "noytral" };
	static const char *const samis[] = { "", "se", "smj", "sma" };
	bool form = false, sami = false;

	for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++)
		form = form || strcmp(l->col[K_MAALFORM], forms[i]) == 0;
	for (size_t i = 0; i < sizeof samis / sizeof samis[0]; i++)
		sami = sami || strcmp(l->col[K_SAMISK], samis[i]) == 0;
	if (!digits(l->col[K_FYLKE], 2))
		return "fylkesnummeret må ha to siffer";
	if (!number_or_empty(l->col[K_INNBYGGERE]) || !number_or_empty(l->col[K_AAR]))
		return "innbyggere og år må være hele tall";
	if (!form)
		return "målformen må være bokmal, nynorsk eller noytral";
	return sami ? NULL : "samisk må være se, smj, sma eller tomt";
}

static enum outcome read_line(const struct import *im, struct table *t, char *text, size_t nr)
{
	struct line *l = &t->line[t->n];
	const char *trouble;

	if (!utf8_valid(text, strlen(text)))
		return wrong(im, t, nr, "teksten er ikke UTF-8");
	text = utf8_clean(im->mem, text, false);
	if (*text == '\0')
		return OUTCOME_OK;
	l->nr = nr;
	if (split(text, l->col) != t->n_col)
		return wrong(im, t, nr, arena_printf(im->mem, "linjen må ha %zu kolonner",
		                                     t->n_col));
	trouble = row_trouble(t, l);
	if (trouble == NULL && t->digits == 4)
		trouble = kommune_trouble(l);
	if (trouble != NULL)
		return wrong(im, t, nr, trouble);
	t->n++;
	return OUTCOME_OK;
}

static enum outcome read_table(const struct import *im, const char *csv, struct table *t)
{
	size_t lines = 1, nr = 0;
	char *text = arena_strdup(im->mem, strncmp(csv, "\357\273\277", 3) == 0 ? csv + 3 : csv);

	for (const char *p = text; *p != '\0'; p++)
		lines += *p == '\n';
	t->line = arena_array(im->mem, lines, sizeof *t->line);
	for (char *p = text; p != NULL;) {
		char *end = strchr(p, '\n');
		enum outcome went = OUTCOME_OK;

		if (end != NULL)
			*end = '\0';
		p[strcspn(p, "\r")] = '\0';
		if (++nr > 1)
			went = read_line(im, t, p, nr);
		else if (strcmp(p, t->head) != 0)
			went = wrong(im, t, 1, arena_printf(im->mem, "den første linjen må være %s",
			                                    t->head));
		if (went != OUTCOME_OK)
			return went;
		p = end != NULL ? end + 1 : NULL;
	}
	return t->n > 0 ? OUTCOME_OK : wrong(im, t, nr, "filen har ingen rader");
}

static bool in_rows(const struct rows *rows, const char *nr, const char *from)
{
	for (size_t i = 0; i < rows->n; i++)
		if (strcmp(row_text(&rows->row[i], 0), nr) == 0 &&
		    strcmp(row_text(&rows->row[i], 1), from) == 0)
			return true;
	return false;
}

/* The day on which what is gone ends: before the newest that is new in the file. */
static const char *end_of(const struct import *im, const struct table *t,
                          const struct rows *before, const char *nr)
{
	const char *newest = NULL, *own = NULL;

	for (size_t i = 0; i < t->n; i++) {
		const char *from = t->line[i].col[t->from];

		if (in_rows(before, t->line[i].col[t->nr], from))
			continue;
		if (newest == NULL || strcmp(from, newest) > 0)
			newest = from;
		if (strcmp(t->line[i].col[t->nr], nr) == 0)
			own = from;
	}
	if (own != NULL || newest != NULL)
		return tid_add_days(im->mem, own != NULL ? own : newest, -1);
	return tid_add_days(im->mem, im->today, -1);
}

static struct value text_or_null(const char *s)
{
	return *s == '\0' ? v_null() : v_text(s);
}

static struct value number_or_null(const char *s)
{
	return *s == '\0' ? v_null() : v_int(strtoll(s, NULL, 10));
}

static enum outcome put_row(const struct import *im, bool kommune, const struct line *l)
{
	if (!kommune)
		return RUN(im->store, im->mem, NULL, fylke_put, .nr = v_text(l->col[F_NR]),
		           .navn = v_text(l->col[F_NAVN]),
		           .offisielt = v_text(l->col[F_OFFISIELT]),
		           .fra = v_text(l->col[F_FRA]), .til = text_or_null(l->col[F_TIL]));
	return RUN(im->store, im->mem, NULL, kommune_put, .nr = v_text(l->col[K_NR]),
	           .navn = v_text(l->col[K_NAVN]), .offisielt = v_text(l->col[K_OFFISIELT]),
	           .sortering = v_text(utf8_sort_key(im->mem, l->col[K_NAVN])),
	           .fylke = v_text(l->col[K_FYLKE]),
	           .innbyggere = number_or_null(l->col[K_INNBYGGERE]),
	           .aar = number_or_null(l->col[K_AAR]),
	           .maalform = v_text(l->col[K_MAALFORM]), .samisk = v_text(l->col[K_SAMISK]),
	           .fra = v_text(l->col[K_FRA]), .til = text_or_null(l->col[K_TIL]));
}

static enum outcome put_table(const struct import *im, const struct table *t, bool kommune)
{
	struct rows before, valid;
	enum outcome went = kommune ? RUN(im->store, im->mem, &before, kommuner_rader)
	                            : RUN(im->store, im->mem, &before, fylker_rader);

	if (went == OUTCOME_OK)
		went = kommune ? RUN(im->store, im->mem, &valid, kommuner_gjeldende)
		               : RUN(im->store, im->mem, &valid, fylker_gjeldende);
	for (size_t i = 0; went == OUTCOME_OK && i < t->n; i++) {
		const struct line *l = &t->line[i];
		bool known = in_rows(&before, l->col[t->nr], l->col[t->from]);

		went = put_row(im, kommune, l);
		if (went == OUTCOME_OK && store_changed(im->store) > 0)
			*(known ? &im->count->changed : &im->count->added) += 1;
	}
	for (size_t i = 0; went == OUTCOME_OK && i < valid.n; i++) {
		const char *nr = row_text(&valid.row[i], 0), *from = row_text(&valid.row[i], 1);
		const char *end;
		bool stays = false;

		for (size_t k = 0; k < t->n && !stays; k++)
			stays = strcmp(t->line[k].col[t->nr], nr) == 0 &&
			        strcmp(t->line[k].col[t->from], from) == 0;
		if (stays)
			continue;
		end = end_of(im, t, &before, nr);
		went = kommune ? RUN(im->store, im->mem, NULL, kommune_slutt, .nr = v_text(nr),
		                     .fra = v_text(from), .til = v_text(end))
		               : RUN(im->store, im->mem, NULL, fylke_slutt, .nr = v_text(nr),
		                     .fra = v_text(from), .til = v_text(end));
		im->count->ended++;
	}
	return went;
}

/* A municipality must lie in a county that the table has after the import. */
static enum outcome check_counties(const struct import *im, const struct table *t)
{
	struct rows counties;
	enum outcome went = RUN(im->store, im->mem, &counties, fylker_rader);

	for (size_t i = 0; went == OUTCOME_OK && i < t->n; i++) {
		bool known = strcmp(t->line[i].col[K_FYLKE], EXAMPLE_COUNTY) == 0;

		for (size_t c = 0; c < counties.n && !known; c++)
			known = strcmp(row_text(&counties.row[c], fylker_rader__nr),
			               t->line[i].col[K_FYLKE]) == 0;
		if (!known)
			return wrong(im, t, t->line[i].nr, "fylkesnummeret finnes ikke");
	}
	return went;
}

enum outcome kommune_import(struct store *st, struct arena *mem,
                            const struct kommune_files *files, const char *today,
                            struct kommune_count *count, const char **error)
{
	const struct import im = { st, mem, today, count, error };
	struct table counties = county_table, kommuner = kommune_table;
	enum outcome went = OUTCOME_OK;

	*count = (struct kommune_count){ 0 };
	if (files->fylker != NULL)
		went = read_table(&im, files->fylker, &counties);
	if (went == OUTCOME_OK && files->kommuner != NULL)
		went = read_table(&im, files->kommuner, &kommuner);
	if (went == OUTCOME_OK && files->fylker != NULL)
		went = put_table(&im, &counties, false);
	if (went == OUTCOME_OK && files->kommuner != NULL)
		went = check_counties(&im, &kommuner);
	if (went == OUTCOME_OK && files->kommuner != NULL)
		went = put_table(&im, &kommuner, true);
	return went;
}

enum outcome kommune_first(struct store *st, struct arena *mem, const char *today)
{
	struct kommune_files files = { 0 };
	struct kommune_count count;
	const char *error = "";
	struct rows rows;
	enum outcome went = RUN(st, mem, &rows, kommuner_antall);

	if (went != OUTCOME_OK)
		return went;
	if (row_int(&rows.row[0], kommuner_antall__kommuner) == 0)
		files.kommuner = (const char *)kommuner_csv;
	if (row_int(&rows.row[0], kommuner_antall__fylker) == 0)
		files.fylker = (const char *)fylker_csv;
	if (files.kommuner == NULL && files.fylker == NULL)
		return OUTCOME_OK;
	return kommune_import(st, mem, &files, today, &count, &error);
}
