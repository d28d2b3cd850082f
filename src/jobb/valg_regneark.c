/* valg_regneark.c - an election as a spreadsheet that works itself out: votes are numbers,
 * quotients are formulas, and the seats by rank are counted from them, so that anybody can
 * change a number and see.  What people wrote is always written as a string, never as a
 * formula. */
#include <string.h>
#include <xlsxwriter.h>

#include "app/valg/tekst.h"
#include "app/valg/tvil_tekst.h"
#include "jobb/valg_fil.h"
#include "lib/arena.h"
#include "lib/log.h"
#include "rules/moete/frist.h"
#include "web/text.h"

#define HEAD_ROW 3              /* of the table of quotients, from 0 */
#define FIRST_COL 2             /* of the quotients */

struct book {
	struct arena *mem;
	enum lang lang;
	const struct valg_view *v;
	const struct fordeling *f;
	size_t n_list, columns;         /* of the table of quotients */
	lxw_workbook *wb;
	lxw_format *title, *head, *text, *number, *quotient, *won, *last;
	lxw_worksheet *sheet;
	lxw_row_t row;
};

/* ---- cells ---- */

static void put_text(struct book *b, lxw_col_t col, const char *text, lxw_format *f)
{
	worksheet_write_string(b->sheet, b->row, col, text, f);
}

static void put_number(struct book *b, lxw_col_t col, int64_t n)
{
	worksheet_write_number(b->sheet, b->row, col, (double)n, b->number);
}

static void put_heads(struct book *b, const char *const *msgid, size_t n)
{
	for (size_t i = 0; i < n; i++)
		put_text(b, (lxw_col_t)i, tr(b->lang, msgid[i]), b->head);
	b->row++;
}

/* "B5", "$C$5": a cell as formulas name it. */
static const char *cell(struct book *b, lxw_row_t row, lxw_col_t col, const char *col_fixed,
                        const char *row_fixed)
{
	char name[LXW_MAX_CELL_NAME_LENGTH];
	size_t letters;

	lxw_rowcol_to_cell(name, row, col);
	letters = strcspn(name, "0123456789");
	return arena_printf(b->mem, "%s%.*s%s%s", col_fixed, (int)letters, name, row_fixed,
	                    name + letters);
}

static void sheet(struct book *b, const char *name, const char *title, const double *w, size_t n)
{
	b->sheet = workbook_add_worksheet(b->wb, name);
	b->row = 0;
	worksheet_set_paper(b->sheet, 9);       /* A4 */
	worksheet_set_landscape(b->sheet);
	worksheet_fit_to_pages(b->sheet, 1, 0);
	for (size_t i = 0; i < n; i++)
		worksheet_set_column(b->sheet, (lxw_col_t)i, (lxw_col_t)i, w[i], NULL);
	put_text(b, 0, title, b->title);
	b->row++;
}

/* ---- quotients ---- */

static lxw_row_t list_row(size_t list)
{
	return HEAD_ROW + 1 + (lxw_row_t)list;
}

/* The same lists again below, with the rank of each quotient. */
static lxw_row_t rank_row(const struct book *b, size_t list)
{
	return list_row(b->n_list) + 4 + (lxw_row_t)list;
}

static const char *all_quotients(struct book *b)
{
	return arena_printf(b->mem, "%s:%s", cell(b, list_row(0), FIRST_COL, "$", "$"),
		cell(b, list_row(b->n_list - 1), FIRST_COL + (lxw_col_t)b->columns - 1, "$", "$"));
}

/* Votes of one times divisor of the other: quotients are never worked out to be compared. */
static bool is_larger(const struct fordeling_claim *a, const struct fordeling_claim *c)
{
	return a->votes * c->divisor > c->votes * a->divisor;
}

static int64_t rank_of(const struct book *b, const struct fordeling_claim *c)
{
	int64_t rank = 1;

	for (size_t i = 0; i < b->n_list; i++)
		for (size_t nr = 1; nr <= b->columns; nr++) {
			const struct fordeling_claim other = fordeling_claim(&b->f->task, i, nr);

			rank += is_larger(&other, c);
		}
	return rank;
}

static void put_quotient(struct book *b, size_t list, size_t nr)
{
	const struct fordeling_claim c = fordeling_claim(&b->f->task, list, nr);
	const lxw_col_t col = FIRST_COL + (lxw_col_t)nr - 1;
	const size_t rank = fordeling_rank(b->f, list, nr);
	lxw_format *f = rank == 0 ? b->quotient : rank == b->f->n_seat ? b->last : b->won;

	worksheet_write_formula_num(b->sheet, b->row, col, arena_printf(b->mem, "=%s/%s",
		cell(b, b->row, 1, "$", ""), cell(b, HEAD_ROW, col, "", "$")), f,
		(double)c.votes / (double)c.divisor);
}

static void put_divisors(struct book *b, const char *last)
{
	put_text(b, 0, tr(b->lang, N_("Liste")), b->head);
	put_text(b, 1, tr(b->lang, N_("Stemmer")), b->head);
	for (size_t nr = 1; nr <= b->columns; nr++)
		worksheet_write_number(b->sheet, b->row, FIRST_COL + (lxw_col_t)nr - 1, (double)nr,
		                       b->head);
	put_text(b, FIRST_COL + (lxw_col_t)b->columns, last, b->head);
	b->row++;
}

static void put_votes(struct book *b)
{
	const struct valg_body *body = &b->v->s.body;

	b->row = HEAD_ROW;
	put_divisors(b, tr(b->lang, N_("Plasser")));
	for (size_t i = 0; i < b->n_list; i++, b->row++) {
		put_text(b, 0, body->list[i].name, b->text);
		put_number(b, 1, body->list[i].votes);
		for (size_t nr = 1; nr <= b->columns; nr++)
			put_quotient(b, i, nr);
		put_number(b, FIRST_COL + (lxw_col_t)b->columns,
		           (int64_t)b->v->settled->list[i].seats);
	}
	put_text(b, 0, tr(b->lang, N_("Blanke")), b->text);
	put_number(b, 1, b->v->s.blank);
}

/* A row of ranks, and how many of them are among the seats. */
static void put_ranks(struct book *b, size_t list)
{
	const lxw_col_t end = FIRST_COL + (lxw_col_t)b->columns;
	int64_t within = 0;

	for (size_t nr = 1; nr <= b->columns; nr++) {
		const struct fordeling_claim c = fordeling_claim(&b->f->task, list, nr);
		const lxw_col_t col = FIRST_COL + (lxw_col_t)nr - 1;
		const int64_t rank = rank_of(b, &c);

		within += rank <= (int64_t)b->v->s.seats && c.votes > 0;
		worksheet_write_formula_num(b->sheet, b->row, col, arena_printf(b->mem,
			"=RANK(%s,%s)", cell(b, list_row(list), col, "", ""), all_quotients(b)),
			b->number, (double)rank);
	}
	worksheet_write_formula_num(b->sheet, b->row, end, arena_printf(b->mem,
		"=IF(%s>0,COUNTIF(%s:%s,\"<=\"&$B$2),0)", cell(b, list_row(list), 1, "$", ""),
		cell(b, b->row, FIRST_COL, "$", ""), cell(b, b->row, end - 1, "$", "")),
		b->number, (double)within);
}

static void quotients(struct book *b)
{
	static const double w[] = { 30, 12 };

	sheet(b, tr(b->lang, N_("Kvotienter")), trf(b->mem, b->lang, N_("Valg av %s"),
	      tr(b->lang, b->v->s.organ->name)), w, 2);
	put_text(b, 0, tr(b->lang, N_("Antall medlemmer")), b->text);
	put_number(b, 1, (int64_t)b->v->s.seats);
	put_votes(b);
	b->row = rank_row(b, 0) - 2;
	put_text(b, 0, tr(b->lang, N_("Rekkefølgen kvotientene kommer i. Er to like, går flest "
		"stemmer først, og så loddet: se arket med loddtrekning og valg.")), b->text);
	b->row++;
	put_divisors(b, tr(b->lang, N_("Blant plassene")));
	for (size_t i = 0; i < b->n_list; i++, b->row++) {
		worksheet_write_formula_str(b->sheet, b->row, 0, arena_printf(b->mem, "=%s",
			cell(b, list_row(i), 0, "", "")), b->text, b->v->s.body.list[i].name);
		put_ranks(b, i);
	}
	worksheet_freeze_panes(b->sheet, HEAD_ROW + 1, FIRST_COL);
}

/* ---- the seats in order ---- */

static const char *why_text(struct book *b, enum fordeling_why why)
{
	switch (why) {
	case FORDELING_BY_QUOTIENT: return tr(b->lang, N_("størst kvotient"));
	case FORDELING_BY_VOTES: return tr(b->lang, N_("lik kvotient, flest stemmer"));
	case FORDELING_BY_LOT: return tr(b->lang, N_("etter loddtrekning"));
	}
	return "";
}

static void order(struct book *b)
{
	static const char *const heads[] = { N_("Plass"), N_("Liste"), N_("Kvotient"),
	                                     N_("Hvorfor") };
	static const double w[] = { 8, 30, 12, 34 };

	sheet(b, tr(b->lang, N_("Plassene")), tr(b->lang, N_("Fordeling av plassene")), w, 4);
	put_heads(b, heads, 4);
	for (size_t i = 0; i < b->f->n_seat; i++, b->row++) {
		const struct fordeling_claim *c = &b->f->seat[i].claim;

		put_number(b, 0, (int64_t)i + 1);
		put_text(b, 1, b->v->s.body.list[c->list].name, b->text);
		worksheet_write_formula_num(b->sheet, b->row, 2, arena_printf(b->mem, "='%s'!%s",
			tr(b->lang, N_("Kvotienter")), cell(b, list_row(c->list),
			FIRST_COL + (lxw_col_t)c->nr - 1, "$", "$")), b->quotient,
			(double)c->votes / (double)c->divisor);
		put_text(b, 3, why_text(b, b->f->seat[i].why), b->text);
	}
}

/* ---- people ---- */

static const char *moved(struct book *b, const struct valg_list *list,
                         const struct kjoenn_set *set, size_t place)
{
	for (size_t i = 0; i < set->n_move; i++)
		if (set->move[i].up == place)
			return valg_move_text(b->mem, b->lang, list, &set->move[i]);
	return "";
}

static void put_people(struct book *b, const struct valg_list *list, const struct kjoenn_set *set,
                       const char *what)
{
	for (size_t i = 0; i < set->n; i++, b->row++) {
		const struct valg_name *who = &list->candidate[set->place[i]];

		put_text(b, 0, list->name, b->text);
		put_text(b, 1, tr(b->lang, what), b->text);
		put_number(b, 2, (int64_t)i + 1);
		put_text(b, 3, who->name, b->text);
		put_text(b, 4, who->gender == GENDER_WOMAN ? "K" : "M", b->text);
		put_text(b, 5, moved(b, list, set, set->place[i]), b->text);
	}
}

static void elected(struct book *b)
{
	static const char *const heads[] = { N_("Liste"), N_("Valgt som"), N_("Nummer"),
	                                     N_("Navn"), N_("Kjønn"), N_("Opprykk") };
	static const double w[] = { 30, 16, 10, 34, 8, 60 };
	const struct oppgjoer *g = b->v->settled;

	sheet(b, tr(b->lang, N_("Valgt")), tr(b->lang, N_("Medlemmer og varamedlemmer")), w, 6);
	put_heads(b, heads, 6);
	for (size_t i = 0; i < b->n_list; i++) {
		put_people(b, &g->body.list[i], &g->list[i].member, N_("medlem"));
		put_people(b, &g->body.list[i], &g->list[i].deputy, N_("varamedlem"));
	}
}

/* ---- lots and choices ---- */

static void put_pair(struct book *b, const char *what, const char *text)
{
	put_text(b, 0, tr(b->lang, what), b->head);
	put_text(b, 1, text, b->text);
	b->row++;
}

static void choices(struct book *b)
{
	static const double w[] = { 30, 90 };
	const struct skjema *s = &b->v->s;
	const struct oppgjoer *g = b->v->settled;

	sheet(b, tr(b->lang, N_("Lodd og valg")), tr(b->lang, N_("Loddtrekning og valg")), w, 2);
	put_pair(b, N_("Kommune"), s->place);
	put_pair(b, N_("Møtedato"), text_date(b->mem, b->lang, s->date));
	put_pair(b, N_("Avstemning"), tr(b->lang, s->written ? N_("Skriftlig") :
	                                          N_("Ved stemmetegn")));
	for (size_t i = 0; i < b->v->n_lot; i++)
		put_pair(b, N_("Lodd"), valg_lot_text(b->mem, b->lang, b->v, &b->v->lot[i]));
	for (size_t i = 0; i < b->v->n_question; i++)
		put_pair(b, N_("Valg der loven er åpen"), tvil_followed(b->mem, b->lang,
			b->v->question[i].q, b->v->question[i].reading));
	for (size_t i = 0; i < g->n_flag; i++)
		put_pair(b, N_("Merk"), valg_cited(b->mem, b->lang, valg_flag_text(b->mem, b->lang,
			&g->body, &g->flag[i]), valg_flag_rule(&g->flag[i])));
	put_pair(b, N_("Siste dag for lovlighetskontroll"),
	         text_date(b->mem, b->lang, frist_complaint(b->mem, s->date).last));
}

/* ---- the book ---- */

static void formats(struct book *b)
{
	b->title = workbook_add_format(b->wb);
	format_set_bold(b->title);
	format_set_font_size(b->title, 14);
	b->head = workbook_add_format(b->wb);
	format_set_bold(b->head);
	format_set_bottom(b->head, LXW_BORDER_THIN);
	format_set_bg_color(b->head, 0xf0f4f6);
	b->text = workbook_add_format(b->wb);
	format_set_num_format(b->text, "@");
	b->number = workbook_add_format(b->wb);
	b->quotient = workbook_add_format(b->wb);
	format_set_num_format(b->quotient, "0.###");
	b->won = workbook_add_format(b->wb);
	format_set_num_format(b->won, "0.###");
	format_set_bg_color(b->won, 0xd6ebdd);
	b->last = workbook_add_format(b->wb);
	format_set_num_format(b->last, "0.###");
	format_set_bg_color(b->last, 0xd6ebdd);
	format_set_bold(b->last);
	format_set_border(b->last, LXW_BORDER_MEDIUM);
}

enum outcome valg_workbook_write(struct arena *mem, enum lang lang, const struct valg_view *v,
                                 const char *path)
{
	struct lxw_workbook_options options = { .tmpdir = NULL };
	struct book b = { .mem = mem, .lang = lang, .v = v, .f = &v->settled->seats,
	                  .n_list = v->s.body.n_list,
	                  .columns = fordeling_rows(&v->settled->seats),
	                  .wb = workbook_new_opt(path, &options) };
	lxw_doc_properties about = { .title = trf(mem, lang, N_("Valg av %s"),
	                                          tr(lang, v->s.organ->name)),
	                             .author = arena_strdup(mem, v->s.place) };
	lxw_error error;

	if (b.wb == NULL)
		return OUTCOME_UNAVAILABLE;
	workbook_set_properties(b.wb, &about);
	workbook_set_custom_property_string(b.wb, "Language", lang == LANG_NN ? "nn-NO" : "nb-NO");
	formats(&b);
	quotients(&b);
	order(&b);
	elected(&b);
	choices(&b);
	error = workbook_close(b.wb);
	if (error == LXW_NO_ERROR)
		return OUTCOME_OK;
	log_warn("spreadsheet: %s", lxw_strerror(error));
	return OUTCOME_UNAVAILABLE;
}
