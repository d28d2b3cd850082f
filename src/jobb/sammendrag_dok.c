/* sammendrag_dok.c - two pages for those who were not there: what was agreed, and what the
 * hall answered, each question in a line. */
#include <string.h>

#include "jobb/ark.h"
#include "jobb/pdf.h"
#include "jobb/rapport_dok.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "web/text.h"

#define PAGES 2
#define CHOICES_SAID 3
#define WORDS_SAID 6
#define TEXTS_SAID 2
#define CLOUD_MOST 165.0

/* What there is room for, tried from the top until it is two pages. */
struct room { size_t letters, lines; int questions; bool cloud; };
static const struct room rooms[] = {
	{ 4000, 100, 100, true }, { 500, 30, 24, true }, { 500, 20, 20, true },
	{ 400, 14, 18, true }, { 300, 10, 16, true }, { 300, 8, 14, true },
	{ 200, 5, 14, true }, { 200, 5, 12, true }, { 200, 5, 11, true }, { 200, 5, 9, true },
	{ 160, 5, 7, true }, { 120, 6, 14, false }, { 80, 4, 8, false }, { 40, 2, 4, false },
	{ 0, 0, 0, false },
};

static void add(struct buf *b, const char *label, const char *value)
{
	buf_printf(b, "%s%s%s%s", b->n > 0 ? ", " : "", label, *value != '\0' ? " " : "", value);
}

/* The choices most people gave, most first. */
static void say_choices(struct arena *mem, struct buf *b, const struct tally *t)
{
	bool *said = arena_array(mem, t->n_choice, sizeof *said);

	for (int k = 0; k < CHOICES_SAID; k++) {
		size_t best = t->n_choice;

		for (size_t i = 0; i < t->n_choice; i++)
			if (!said[i] && (best == t->n_choice ||
			                 t->line[i].count > t->line[best].count))
				best = i;
		if (best == t->n_choice || t->line[best].count == 0)
			return;
		said[best] = true;
		add(b, t->line[best].label, text_percent(mem, t->line[best].percent));
	}
}

/* "Statement: 4,4. Another: 3,1." - what its picture says in words, without the first. */
static const char *drawn_numbers(struct arena *mem, enum lang lang,
                                 const struct report_item *it, const struct report_round *rr)
{
	const struct figure *f = figure_for(mem, lang, it, rr, WIDTH, CLOUD_MOST, 9);
	const char *said = f != NULL ? strchr(f->alt, '.') : NULL;

	return said != NULL ? said + 1 + strspn(said + 1, " ") :
	       trn(mem, lang, "%d har svart", "%d har svart", rr->people);
}

static const char *said_of(struct arena *mem, enum lang lang, const struct report_item *it,
                           const struct report_round *rr)
{
	const struct tally *t = rr->tally;
	struct buf b = buf_in(mem);

	buf_puts(&b, "");
	if (report_changed(rr)) {
		for (size_t i = 0; i < t->n_choice && i < CHOICES_SAID; i++)
			add(&b, t->line[i].label, arena_printf(mem, "%d → %s",
			    rr->before->line[i].percent, text_percent(mem, t->line[i].percent)));
	} else if (report_cloud(it->a->kind)) {
		for (size_t i = 0; i < t->n_line && i < WORDS_SAID; i++)
			add(&b, t->line[i].label, "");
	} else if (report_plain(t) && t->n_choice > 0) {
		say_choices(mem, &b, t);
	} else if (report_plain(t)) {
		for (size_t i = 0; i < t->n_line && i < TEXTS_SAID; i++)
			add(&b, arena_printf(mem, "«%s»", clipped(mem, t->line[i].label, 70)), "");
		if (t->n_line > TEXTS_SAID)
			buf_printf(&b, " %s", trn(mem, lang, "og %d til", "og %d til",
			                          (int64_t)(t->n_line - TEXTS_SAID)));
	} else {
		buf_puts(&b, drawn_numbers(mem, lang, it, rr));
	}
	return b.p;
}

/* The cloud that most people gave words to, as the one picture. */
static void picture(struct doc *d, const struct report *rep)
{
	const struct report_item *in = NULL;
	const struct report_round *best = NULL;
	const struct figure *f = NULL;

	for (size_t i = 0; i < rep->s->n_item; i++)
		for (size_t k = 0; k < rep->item[i].n_round; k++)
			if (report_cloud(rep->item[i].a->kind) &&
			    rep->item[i].round[k].tally != NULL &&
			    (best == NULL || rep->item[i].round[k].people > best->people)) {
				in = &rep->item[i];
				best = &rep->item[i].round[k];
			}
	if (best != NULL)
		f = figure_of(d->mem, d->lang, in, best, WIDTH, CLOUD_MOST, 9);
	if (f == NULL)
		return;
	doc_heading(d, 4, round_heading(d->mem, d->lang, in, best));
	doc_add(d, BLOCK_FIGURE)->figure = f;
}

static void questions(struct doc *d, const struct report *rep, const struct room *room)
{
	struct table t = { .block = NULL };
	int more = 0, n = 0;

	for (size_t i = 0; i < rep->s->n_item; i++) {
		const struct report_item *it = &rep->item[i];

		for (size_t k = 0; k < it->n_round; k++) {
			struct cell *row;

			if (it->round[k].tally == NULL || it->round[k].tally->n_line == 0)
				continue;
			if (n++ >= room->questions) {
				more++;
				continue;
			}
			if (t.block == NULL) {
				doc_heading(d, 2, tr(d->lang, N_("Dette svarte salen")));
				t = doc_table(d, NULL, 2);
				row = doc_row(&t);
				row[0] = (struct cell){ .text = tr(d->lang, N_("Spørsmål")),
				                        .head = true };
				row[1] = (struct cell){ .text = tr(d->lang, N_("Svarene")),
				                        .head = true };
			}
			row = doc_row(&t);
			row[0] = (struct cell){ .head = true, .text = clipped(d->mem,
				round_heading(d->mem, d->lang, it, &it->round[k]), 160),
				.small = clipped(d->mem, it->item->title, 80) };
			row[1].text = clipped(d->mem, said_of(d->mem, d->lang, it, &it->round[k]),
			                      200);
		}
	}
	if (more > 0)
		doc_text(d, TEXT_SMALL, trn(d->mem, d->lang,
			"Ett spørsmål til står i hele rapporten.",
			"%d spørsmål til står i hele rapporten.", more));
}

static struct doc made(struct arena *mem, const struct report *rep, const struct room *room)
{
	const struct samling *s = rep->s;
	struct doc d = doc_of(mem, s, trf(mem, s->lang, N_("Sammendrag: %s"), s->title));

	doc_text(&d, TEXT_SMALL, arena_printf(mem, "%s · %s",
		tr(s->lang, N_("Sammendrag")), d.author));
	doc_heading(&d, 1, s->title);
	doc_text(&d, TEXT_BODY, arena_printf(mem, "%s%s%s", report_dates(mem, s->lang, s),
		s->place[0] != '\0' ? "\n" : "", s->place));
	doc_key_numbers(&d, rep);
	if (room->cloud)
		picture(&d, rep);
	if (room->letters > 0)
		doc_agreed(&d, rep, 2, room->letters, room->lines);
	questions(&d, rep, room);
	return d;
}

struct doc summary_doc(struct arena *mem, const struct report *rep)
{
	size_t last = sizeof rooms / sizeof rooms[0] - 1;

	for (size_t i = 0; i < last; i++) {
		struct doc d = made(mem, rep, &rooms[i]);

		if (pdf_pages(&d) <= PAGES)
			return d;
	}
	return made(mem, rep, &rooms[last]);
}
