/* valg_dok.c - the protocol of an election on paper: what the page says, and the table of
 * quotients. */
#include <string.h>

#include "app/valg/tekst.h"
#include "app/valg/tvil_tekst.h"
#include "jobb/valg_fil.h"
#include "lib/arena.h"
#include "rules/moete/frist.h"
#include "web/text.h"

#define COLUMNS 8               /* of quotients side by side on the page */

struct writing {
	struct doc d;
	struct arena *mem;
	enum lang lang;
	const struct valg_view *v;
};

static const char *number(struct writing *w, int64_t n)
{
	return arena_printf(w->mem, "%lld", (long long)n);
}

static void heads(struct writing *w, struct table *t, const char *const *msgid, size_t n,
                  size_t first_number)
{
	struct cell *row = doc_row(t);

	for (size_t i = 0; i < n; i++)
		row[i] = (struct cell){ .text = tr(w->lang, msgid[i]), .head = true,
		                        .number = i >= first_number };
}

/* ---- votes and seats ---- */

static void votes(struct writing *w)
{
	static const char *const head[] = { N_("Liste"), N_("Stemmer"), N_("Plasser") };
	const struct skjema *s = &w->v->s;
	struct table t;
	struct cell *row;

	doc_heading(&w->d, 2, tr(w->lang, N_("Lister og stemmer")));
	t = doc_table(&w->d, NULL, 3);
	heads(w, &t, head, 3, 1);
	for (size_t i = 0; i < s->body.n_list; i++) {
		row = doc_row(&t);
		row[0] = (struct cell){ .text = s->body.list[i].name, .head = true };
		row[1] = (struct cell){ .text = number(w, s->body.list[i].votes), .number = true };
		row[2] = (struct cell){ .text = number(w, (int64_t)w->v->settled->list[i].seats),
		                        .number = true };
	}
	row = doc_row(&t);
	row[0] = (struct cell){ .text = tr(w->lang, N_("Blanke")), .head = true };
	row[1] = (struct cell){ .text = number(w, s->blank), .number = true };
	row[2] = (struct cell){ .text = "–", .number = true };
}

static void quotient(struct writing *w, struct cell *cell, size_t list, size_t nr)
{
	const struct fordeling *f = &w->v->settled->seats;
	const struct fordeling_claim c = fordeling_claim(&f->task, list, nr);
	const size_t rank = fordeling_rank(f, list, nr);

	*cell = (struct cell){ .text = valg_quotient(w->mem, f, &c), .number = true };
	if (rank > 0)
		cell->small = trf(w->mem, w->lang, N_("plass %d"), (int)rank);
}

static void quotients(struct writing *w, size_t from, size_t to)
{
	const struct skjema *s = &w->v->s;
	struct table t = doc_table(&w->d, NULL, to - from + 1);
	struct cell *row = doc_row(&t);

	row[0] = (struct cell){ .text = tr(w->lang, N_("Liste")), .head = true };
	for (size_t nr = from; nr < to; nr++)
		row[nr - from + 1] = (struct cell){ .text = arena_printf(w->mem, ": %zu", nr),
		                                    .head = true, .number = true };
	for (size_t i = 0; i < s->body.n_list; i++) {
		row = doc_row(&t);
		row[0] = (struct cell){ .text = s->body.list[i].name, .head = true };
		for (size_t nr = from; nr < to; nr++)
			quotient(w, &row[nr - from + 1], i, nr);
	}
}

static void seat_list(struct writing *w, const struct fordeling *f)
{
	struct block *list = doc_add(&w->d, BLOCK_LIST);
	const char **item = arena_array(w->mem, f->n_seat, sizeof *item);

	list->item = item;
	list->ordered = true;
	for (; list->n_item < f->n_seat; list->n_item++)
		item[list->n_item] = valg_seat_text(w->mem, w->lang, &w->v->settled->body, f,
		                                    list->n_item);
}

static void lot(struct writing *w, bool passed)
{
	for (size_t i = 0; i < w->v->n_lot; i++)
		if (w->v->lot[i].passed == passed)
			doc_text(&w->d, TEXT_BODY, valg_lot_text(w->mem, w->lang, w->v,
			                                         &w->v->lot[i]));
}

static void seats(struct writing *w)
{
	const struct oppgjoer *g = w->v->settled;
	const size_t rows = fordeling_rows(&g->seats);

	doc_heading(&w->d, 2, tr(w->lang, N_("Fordeling av plassene")));
	doc_text(&w->d, TEXT_BODY, tr(w->lang, N_("Plassene er fordelt med delingstallene 1, 2, 3 "
	         "og så videre (§ 7-6 første ledd):")));
	for (size_t from = 1; from <= rows; from += COLUMNS)
		quotients(w, from, from + COLUMNS <= rows ? from + COLUMNS : rows + 1);
	seat_list(w, &g->seats);
	lot(w, false);
	if (g->passed.n_seat > 0) {
		doc_text(&w->d, TEXT_BODY, tr(w->lang, N_("Plasser som gikk videre til andre "
		                                          "lister:")));
		seat_list(w, &g->passed);
		lot(w, true);
	}
}

/* Readings of the act that somebody chose, or that were followed for want of a choice. */
static void readings(struct writing *w)
{
	const struct valg_view *v = w->v;

	if (v->n_question > 0)
		doc_heading(&w->d, 2, tr(w->lang, N_("Der loven ikke gir svar")));
	for (size_t i = 0; i < v->n_question; i++)
		doc_text(&w->d, TEXT_NOTE, tvil_followed(w->mem, w->lang, v->question[i].q,
		                                         v->question[i].reading));
}

/* ---- names ---- */

static void people(struct writing *w, const char *what, const struct valg_list *list,
                   const struct kjoenn_set *set, const char *because)
{
	struct block *b;
	const char **item = arena_array(w->mem, set->n, sizeof *item);

	if (set->n == 0)
		return;
	doc_heading(&w->d, 4, what);
	b = doc_add(&w->d, BLOCK_LIST);
	b->item = item;
	b->ordered = true;
	for (; b->n_item < set->n; b->n_item++)
		item[b->n_item] = list->candidate[set->place[b->n_item]].name;
	for (size_t i = 0; i < set->n_move; i++)
		doc_text(&w->d, TEXT_BODY, arena_printf(w->mem, "%s %s",
			valg_move_text(w->mem, w->lang, list, &set->move[i]), because));
}

static void elected(struct writing *w)
{
	const struct oppgjoer *g = w->v->settled;

	doc_heading(&w->d, 2, tr(w->lang, N_("Valgt")));
	for (size_t i = 0; i < g->body.n_list; i++) {
		const struct oppgjoer_list *l = &g->list[i];

		if (l->member.n == 0)
			continue;
		doc_heading(&w->d, 3, g->body.list[i].name);
		people(w, tr(w->lang, N_("Medlemmer:")), &g->body.list[i], &l->member,
		       tr(w->lang, N_("(§ 7-6 tredje ledd)")));
		people(w, tr(w->lang, N_("Varamedlemmer i nummerorden:")), &g->body.list[i],
		       &l->deputy, tr(w->lang, N_("(varamedlemmer, § 7-6 femte ledd)")));
	}
	for (size_t i = 0; i < g->n_flag; i++)
		doc_text(&w->d, TEXT_NOTE, valg_cited(w->mem, w->lang, valg_flag_text(w->mem,
			w->lang, &g->body, &g->flag[i]), valg_flag_rule(&g->flag[i])));
}

/* ---- the whole ---- */

static void opening(struct writing *w)
{
	const struct skjema *s = &w->v->s;
	const bool placed = s->place[0] != '\0';

	doc_heading(&w->d, 1, w->d.title);
	doc_text(&w->d, TEXT_LEAD, arena_printf(w->mem, "%s%s%s", s->place, placed ? ", " : "",
	                                        text_date(w->mem, w->lang, s->date)));
	doc_text(&w->d, TEXT_BODY, arena_printf(w->mem, "%s %s",
		trf(w->mem, w->lang, N_("Det ble krevd forholdsvalg (kommuneloven § 7-4). Det "
		                        "skulle velges %d medlemmer."), (int)s->seats),
		tr(w->lang, s->written ?
		   N_("Det velgende organet bestemte at avstemningen skulle være skriftlig (§ 7-5 "
		      "fjerde ledd).") :
		   N_("Det velgende organet bestemte at det skulle stemmes ved stemmetegn (§ 7-5 "
		      "fjerde ledd)."))));
}

struct doc valg_doc(struct arena *mem, enum lang lang, const struct valg_view *v)
{
	struct writing w = { .d = doc_new(mem, lang), .mem = mem, .lang = lang, .v = v };

	w.d.title = trf(mem, lang, N_("Valg av %s"), tr(lang, v->s.organ->name));
	w.d.subject = tr(lang, N_("Protokoll"));
	w.d.author = v->s.place[0] != '\0' ? v->s.place : "Samling";
	w.d.footer = w.d.title;
	opening(&w);
	votes(&w);
	seats(&w);
	elected(&w);
	readings(&w);
	doc_heading(&w.d, 2, tr(lang, N_("Lovlighetskontroll")));
	doc_text(&w.d, TEXT_BODY, arena_printf(mem, "%s %s.",
		tr(lang, N_("Tre eller flere medlemmer av kommunestyret kan sammen kreve "
		            "lovlighetskontroll. Fristen er tre uker etter vedtaket:")),
		text_date(mem, lang, frist_complaint(mem, v->s.date).last)));
	return w.d;
}
