/* rapport_svar.c - the results on paper: each activity with its picture, its table, its texts
 * and what was agreed. */
#include <string.h>

#include "jobb/ark.h"
#include "jobb/figur.h"
#include "jobb/rapport_dok.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "rules/sammenlign.h"
#include "rules/telling.h"
#include "web/text.h"

#define FIGURE_MOST 330.0
#define FIGURE_SIZE 9.5
#define WORD_COLUMNS 3

const char *round_heading(struct arena *mem, enum lang lang, const struct report_item *it,
                          const struct report_round *rr)
{
	struct buf b = buf_in(mem);

	buf_puts(&b, "");
	if (it->a->stages > 1)
		buf_puts(&b, trf(mem, lang, N_("Del %d"), (int)rr->round->stage + 1));
	if (rr->question != NULL)
		buf_printf(&b, "%s%s", b.n > 0 ? ": " : "", rr->question);
	else if (it->a->stages <= 1)
		buf_puts(&b, tr(lang, N_("Svarene")));
	if (rr->round->nr > 1)
		buf_printf(&b, " %s", trf(mem, lang, N_("(%d. gang)"), rr->round->nr));
	return b.p;
}

static void round_about(struct writing *w, const struct report_item *it,
                        const struct report_round *rr)
{
	static const char *const level[LEVEL__MAX] = {
		[LEVEL_OPEN] = N_("åpent: svaret følger den som svarte"),
		[LEVEL_GROUP] = N_("svaret følger gruppen"), [LEVEL_ANONYMOUS] = N_("anonymt"),
	};
	const char *withheld = report_withheld(w->rep, it);

	doc_text(w->d, TEXT_SMALL, arena_printf(w->mem, "%s · %s · %s",
		trn(w->mem, w->lang, "%d har svart", "%d har svart", rr->people),
		tr(w->lang, level[it->a->level]), tr(w->lang, it->a->show == SHOW_LIVE ?
		N_("resultatet vokste fram mens de svarte") :
		N_("resultatet var skjult mens de svarte"))));
	doc_text(w->d, TEXT_BODY, rr->story);
	if (rr->round->phase == ROUND_OPEN)
		doc_text(w->d, TEXT_NOTE, tr(w->lang, N_("Runden er åpen.")));
	if (withheld != NULL)
		doc_text(w->d, TEXT_NOTE, tr(w->lang, withheld));
	else if (w->rep->staff && !rr->round->shown && !it->a->kind->confidential)
		doc_text(w->d, TEXT_NOTE, tr(w->lang, N_("Ikke vist i salen, og derfor ikke med i "
		                                         "deltakernes rapport.")));
}

static struct cell number(struct writing *w, int64_t n)
{
	return (struct cell){ .text = text_number(w->mem, n), .number = true };
}

static struct cell head(struct writing *w, const char *msgid, bool is_number)
{
	return (struct cell){ .text = tr(w->lang, msgid), .head = true, .number = is_number };
}

static struct cell bar(struct writing *w, const struct report_item *it, size_t i, int percent)
{
	struct bar *bar = arena_get(w->mem, sizeof *bar);

	*bar = choice_bar(it, i, percent / 100.0);
	return (struct cell){ .text = "", .bar = bar };
}

static void choices_head(struct writing *w, struct cell *row, bool hands, bool shift)
{
	*row++ = head(w, N_("Svar"), false);
	if (!shift)
		*row++ = (struct cell){ .text = "" };
	*row++ = head(w, N_("Antall"), true);
	if (hands)
		*row++ = head(w, N_("Av dem talt for hånd"), true);
	if (shift)
		*row++ = head(w, N_("Forrige gang"), true);
	*row++ = shift ? head(w, N_("Denne gangen"), true) : head(w, N_("Andel"), true);
	if (shift)
		*row++ = head(w, N_("Endring"), true);
}

/* With bars; of choices asked twice the picture above shows the shift. */
static void choices(struct writing *w, const struct report_item *it,
                    const struct report_round *rr)
{
	const struct tally *t = rr->tally;
	const size_t *at = choices_in_order(w->mem, t);
	bool hands = report_by_hand(t), shift = report_changed(rr);
	struct table table = doc_table(w->d, NULL, 4 + (size_t)hands + (size_t)shift);

	choices_head(w, doc_row(&table), hands, shift);
	for (size_t k = 0; k < t->n_choice; k++) {
		struct cell *row = doc_row(&table);
		size_t i = at[k];

		*row++ = (struct cell){ .text = t->line[i].label, .head = true };
		if (!shift)
			*row++ = bar(w, it, i, t->line[i].percent);
		*row++ = number(w, t->line[i].count);
		if (hands)
			*row++ = number(w, t->line[i].hands);
		if (shift)
			*row++ = (struct cell){ .number = true, .text = text_percent(w->mem,
				rr->before->line[i].percent) };
		*row++ = (struct cell){ .number = true,
			.text = text_percent(w->mem, t->line[i].percent) };
		if (shift)
			*row++ = (struct cell){ .number = true, .text = arena_printf(w->mem,
				"%+d", report_change(rr, i)) };
	}
	if (shift)
		doc_text(w->d, TEXT_SMALL, tr(w->lang, N_("Endring i prosentpoeng fra forrige "
			"gang. Tallene er summer og sier ikke hvem som byttet svar.")));
}

/* Read along the rows: the words come in the order of how many wrote them. */
static void words(struct writing *w, const struct tally *t)
{
	struct table table = doc_table(w->d, NULL, 2 * WORD_COLUMNS);
	struct cell *row = doc_row(&table);

	for (size_t c = 0; c < WORD_COLUMNS; c++) {
		row[2 * c] = head(w, N_("Ord"), false);
		row[2 * c + 1] = head(w, N_("Antall"), true);
	}
	for (size_t i = 0; i < t->n_line; i++) {
		if (i % WORD_COLUMNS == 0)
			row = doc_row(&table);
		row[2 * (i % WORD_COLUMNS)].text = t->line[i].label;
		row[2 * (i % WORD_COLUMNS) + 1] = number(w, t->line[i].count);
	}
}

static void texts(struct writing *w, const struct tally *t)
{
	const char **item = arena_array(w->mem, t->n_line, sizeof *item);
	struct block *b;
	size_t n = 0;

	for (size_t i = t->n_choice; i < t->n_line; i++)
		item[n++] = t->line[i].count <= 1 ? t->line[i].label :
		            arena_printf(w->mem, "%s (×%lld)", t->line[i].label,
		                         (long long)t->line[i].count);
	if (n == 0)
		return;
	b = doc_add(w->d, BLOCK_LIST);
	b->item = item;
	b->n_item = n;
}

static const char *group_share(struct writing *w, const struct comparison *c, size_t i, int g)
{
	const struct compare_choice *pair = &c->choice[i];

	if (!pair->shown)
		return tr(w->lang, pair->count[0] + pair->count[1] == 0 ? N_("ingen") :
		          N_("vises ikke"));
	return arena_printf(w->mem, "%lld · %s", (long long)pair->count[g],
	                    text_percent(w->mem, telling_share((size_t)pair->count[g],
	                                                       (size_t)c->people[g])));
}

/* Councillors beside the others, with what rules/sammenlign.h lets be seen. */
static void groups(struct writing *w, const struct drawing *d)
{
	const struct comparison *c = d->compared;
	struct table t = doc_table(w->d, tr(w->lang, N_("Folkevalgte og administrasjonen")), 3);
	struct cell *row = doc_row(&t);

	row[0] = head(w, N_("Svar"), false);
	for (int g = 0; g < 2; g++)
		row[1 + g] = (struct cell){ .head = true, .number = true,
			.text = arena_printf(w->mem, "%s (%lld)", tr(w->lang, g == 0 ?
			        N_("Folkevalgte") : c->others), (long long)c->people[g]) };
	for (size_t i = 0; i < d->tally->n_choice; i++) {
		row = doc_row(&t);
		row[0] = (struct cell){ .text = d->tally->line[i].label, .head = true };
		for (int g = 0; g < 2; g++)
			row[1 + g] = (struct cell){ .text = group_share(w, c, i, g),
			                            .number = true };
	}
}

static void named(struct writing *w, const struct report_round *rr)
{
	struct table t = doc_table(w->d, tr(w->lang,
		N_("Hvem svarte hva (bare de som oppga navn)")), 3);
	struct cell *row = doc_row(&t);

	row[0] = head(w, N_("Navn"), false);
	row[1] = head(w, N_("Parti"), false);
	row[2] = head(w, N_("Svar"), false);
	for (size_t i = 0; i < rr->n_named; i++) {
		row = doc_row(&t);
		row[0] = (struct cell){ .text = rr->named[i].name, .head = true };
		row[1].text = rr->named[i].party;
		row[2].text = rr->named[i].answer;
	}
}

static struct doc drawn_by(struct arena *mem, enum lang lang, const struct drawing *d,
                           void (*draw)(struct out *, const struct drawing *))
{
	struct doc part = doc_new(mem, lang);
	struct out o = out_new(mem, lang);

	draw(&o, d);
	doc_html(&part, out_html(&o));
	return part;
}

struct doc doc_drawn(struct arena *mem, enum lang lang, const struct drawing *d)
{
	return drawn_by(mem, lang, d, d->a->kind->result);
}

struct doc doc_told(struct arena *mem, enum lang lang, const struct drawing *d)
{
	return d->a->kind->told == NULL ? doc_new(mem, lang) :
	                                  drawn_by(mem, lang, d, d->a->kind->told);
}

const struct figure *figure_for(struct arena *mem, enum lang lang, const struct report_item *it,
                                const struct report_round *rr, double w, double most,
                                double size)
{
	struct doc part;

	if (report_plain(rr->tally))
		return figure_of(mem, lang, it, rr, w, most, size);
	part = doc_drawn(mem, lang, &rr->d);
	return figure_of_table(mem, lang, &part, w, most, size);
}

/* The blocks of a part at the end of the document; `told`: what its tables and lists say
 * has been said. */
static void append(struct writing *w, const struct doc *part, bool told)
{
	for (const struct block *b = part->first; b != NULL; b = b->next) {
		struct block *copy;

		if (told && (b->kind == BLOCK_TABLE || b->kind == BLOCK_LIST))
			continue;
		copy = doc_add(w->d, b->kind);
		copy->level = b->kind == BLOCK_HEADING ? 4 : b->level;
		copy->style = b->kind == BLOCK_TEXT ? TEXT_SMALL : b->style;
		copy->text = b->text;
		copy->item = b->item;
		copy->n_item = b->n_item;
		copy->cell = b->cell;
		copy->n_row = b->n_row;
		copy->n_col = b->n_col;
		copy->sum = b->sum;
		copy->width = b->width;
	}
}

static void answers(struct writing *w, const struct report_item *it,
                    const struct report_round *rr)
{
	const struct tally *t = rr->tally;
	bool cloud = report_cloud(it->a->kind), plain = report_plain(t);
	struct doc part = doc_drawn(w->mem, w->lang, &rr->d);
	const struct figure *f = cloud || report_changed(rr) ? figure_of(w->mem, w->lang, it, rr,
		WIDTH, FIGURE_MOST, FIGURE_SIZE) : NULL;

	if (f != NULL)
		doc_add(w->d, BLOCK_FIGURE)->figure = f;
	if (cloud)
		words(w, t);
	else if (plain && t->n_choice > 0)
		choices(w, it, rr);
	for (struct block *b = part.first; b != NULL; b = b->next)
		if (b->kind == BLOCK_TABLE)
			table_add_bars(w->mem, b);
	if (plain && !cloud)
		texts(w, t);
	append(w, &part, plain);
	if (comparison_own(&rr->d))
		groups(w, &rr->d);
}

static void result(struct writing *w, const struct report_item *it,
                   const struct report_round *rr)
{
	const struct tally *t = rr->tally;

	if (t->n_line == 0)
		doc_text(w->d, TEXT_BODY, tr(w->lang, N_("Ingen svar å vise.")));
	else
		answers(w, it, rr);
	if (w->rep->staff && t->n_hidden > 0)
		doc_text(w->d, TEXT_SMALL, trn(w->mem, w->lang,
			"%d tekst er holdt tilbake og er ikke med.",
			"%d tekster er holdt tilbake og er ikke med.", (int64_t)t->n_hidden));
	if (rr->n_named > 0)
		named(w, rr);
}

void doc_item(struct writing *w, const struct report_item *it)
{
	struct doc part;

	doc_heading(w->d, 3, it->item->title);
	if (it->shows) {
		part = doc_drawn(w->mem, w->lang, &it->d);
		append(w, &part, false);
	}
	for (size_t i = 0; i < it->n_round; i++) {
		if (!report_says_title(it, &it->round[i]))
			doc_heading(w->d, 4, round_heading(w->mem, w->lang, it, &it->round[i]));
		round_about(w, it, &it->round[i]);
		if (it->round[i].tally != NULL)
			result(w, it, &it->round[i]);
	}
	part = doc_told(w->mem, w->lang, &it->d);
	append(w, &part, false);
	if (it->a->conclusion[0] != '\0') {
		doc_heading(w->d, 4, tr(w->lang, N_("Dette ble vi enige om")));
		doc_add(w->d, BLOCK_TEXT)->style = TEXT_BOX;
		w->d->last->text = it->a->conclusion;
	}
}

void doc_results(struct writing *w)
{
	const struct samling *s = w->rep->s;
	bool any = false;

	for (size_t d = 0; d < s->n_day; d++) {
		bool told = false;

		for (size_t i = s->day[d].first; i < s->day[d].first + s->day[d].n; i++) {
			if (!report_tells(&w->rep->item[i]))
				continue;
			if (!told) {
				doc_add(w->d, BLOCK_PAGE);
				doc_heading(w->d, 2, arena_printf(w->mem, "%s: %s",
					trf(w->mem, w->lang, N_("Dag %d"), s->day[d].nr),
					tr(w->lang, N_("spørsmål og svar"))));
			}
			told = any = true;
			doc_item(w, &w->rep->item[i]);
		}
	}
	if (any)
		return;
	doc_heading(w->d, 2, tr(w->lang, N_("Spørsmål og svar")));
	doc_text(w->d, TEXT_BODY, tr(w->lang, w->rep->staff ?
		N_("Ingen spørsmål er stilt ennå.") : N_("Ingen resultater er vist i salen.")));
}
