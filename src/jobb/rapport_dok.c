/* rapport_dok.c - the report on paper: the same as on the page, from the same struct. */
#include "jobb/rapport_dok.h"

#include <string.h>

#include "jobb/figur.h"
#include "jobb/ark.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/tid.h"
#include "rules/sammenlign.h"
#include "rules/telling.h"
#include "web/text.h"

#define FIGURE_MOST 330.0
#define FIGURE_SIZE 9.5
#define WORD_COLUMNS 3

struct writing {
	struct doc *d;
	const struct report *rep;
	struct arena *mem;
	enum lang lang;
};

static const char *iso_of(struct arena *mem, struct civil c)
{
	return arena_printf(mem, "%04d-%02d-%02d", c.year, c.month, c.day);
}

const char *report_dates(struct arena *mem, enum lang lang, const struct samling *s)
{
	struct buf b = buf_in(mem);

	buf_puts(&b, "");
	for (size_t d = 0; d < s->n_day; d++)
		buf_printf(&b, "%s%s", d == 0 ? "" : ", ", text_date(mem, lang, s->day[d].date));
	return b.p;
}

static void cover(struct writing *w)
{
	const struct samling *s = w->rep->s;
	struct civil c = tid_civil(w->rep->written);
	struct block *b = doc_add(w->d, BLOCK_COVER);
	const char **line = arena_array(w->mem, s->n_day + 4, sizeof *line);
	size_t n = 0;

	b->text = s->title;
	line[n++] = arena_printf(w->mem, "%s · %s", tr(w->lang, N_("Rapport")), s->municipality);
	for (size_t d = 0; d < s->n_day; d++)
		line[n++] = text_date(w->mem, w->lang, s->day[d].date);
	if (s->place[0] != '\0')
		line[n++] = s->place;
	line[n++] = trf(w->mem, w->lang, N_("Skrevet %s kl. %s"),
	                text_date(w->mem, w->lang, iso_of(w->mem, c)),
	                tid_clock(w->mem, c.minute));
	b->item = line;
	b->n_item = n;
}

/* ---- the programme ---- */

static const char *held_text(struct writing *w, const struct report_item *it, const char *date)
{
	switch (it->held) {
	case HELD:
		return arena_printf(w->mem, "%s–%s", report_clock(w->mem, it->item->started, date),
		                    it->item->ended == 0 ? "" :
		                    report_clock(w->mem, it->item->ended, date));
	case HELD_BESIDE:
		return tr(w->lang, N_("parallelt"));
	case HELD_NOT:
		return tr(w->lang, N_("ikke holdt"));
	case HELD_LATER:
		return tr(w->lang, N_("gjenstår"));
	}
	return "";
}

static void programme_row(struct writing *w, struct cell *row, const struct report_item *it,
                          const char *date)
{
	const struct item *item = it->item;
	bool both = item->responsible[0] != '\0' && item->track[0] != '\0';

	row[0].text = arena_printf(w->mem, "%s%s–%s", item->approximate ?
	              tr(w->lang, N_("ca. ")) : "", tid_clock(w->mem, it->start),
	              tid_clock(w->mem, it->end));
	row[1].text = held_text(w, it, date);
	row[2] = (struct cell){ .text = item->title, .head = true };
	if (item->responsible[0] != '\0' || item->track[0] != '\0')
		row[2].small = arena_printf(w->mem, "%s%s%s", item->responsible,
		                            both ? " · " : "", item->track);
	row[3].text = tr(w->lang, it->a->kind->label);
}

static void programme_day(struct writing *w, const struct day *day)
{
	static const char *const head[] = { N_("Planlagt"), N_("Holdt"), N_("Punkt"),
	                                    N_("Form") };
	struct table t = doc_table(w->d, arena_printf(w->mem, "%s %s",
		trf(w->mem, w->lang, N_("Dag %d"), day->nr),
		text_date(w->mem, w->lang, day->date)), 4);
	struct cell *row = doc_row(&t);

	for (int i = 0; i < 4; i++)
		row[i] = (struct cell){ .text = tr(w->lang, head[i]), .head = true };
	for (size_t i = day->first; i < day->first + day->n; i++)
		programme_row(w, doc_row(&t), &w->rep->item[i], day->date);
}

static void programme(struct writing *w)
{
	const struct samling *s = w->rep->s;

	doc_heading(w->d, 2, tr(w->lang, N_("Programmet slik det gikk")));
	if (s->n_item == 0)
		doc_text(w->d, TEXT_BODY, tr(w->lang, N_("Programmet er ikke laget ennå.")));
	for (size_t d = 0; d < s->n_day; d++)
		if (s->day[d].n > 0)
			programme_day(w, &s->day[d]);
}

/* ---- results ---- */

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

	doc_text(w->d, TEXT_SMALL, arena_printf(w->mem, "%s · %s · %s",
		trn(w->mem, w->lang, "%d har svart", "%d har svart", rr->people),
		tr(w->lang, level[it->a->level]), tr(w->lang, it->a->show == SHOW_LIVE ?
		N_("resultatet vokste fram mens de svarte") :
		N_("resultatet var skjult mens de svarte"))));
	doc_text(w->d, TEXT_BODY, rr->story);
	if (rr->round->phase == ROUND_OPEN)
		doc_text(w->d, TEXT_NOTE, tr(w->lang, N_("Runden er åpen.")));
	if (w->rep->staff && !rr->round->shown)
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

static void choices(struct writing *w, const struct report_round *rr)
{
	const struct tally *t = rr->tally;
	bool hands = report_by_hand(t), shift = report_changed(rr);
	struct table table = doc_table(w->d, NULL, 3 + (size_t)hands + 2 * (size_t)shift);
	struct cell *row = doc_row(&table);

	*row++ = head(w, N_("Svar"), false);
	*row++ = head(w, N_("Antall"), true);
	if (hands)
		*row++ = head(w, N_("Av dem talt for hånd"), true);
	if (shift)
		*row++ = head(w, N_("Forrige gang"), true);
	*row++ = shift ? head(w, N_("Denne gangen"), true) : head(w, N_("Andel"), true);
	if (shift)
		*row++ = head(w, N_("Endring"), true);
	for (size_t i = 0; i < t->n_choice; i++) {
		row = doc_row(&table);
		*row++ = (struct cell){ .text = t->line[i].label, .head = true };
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

struct doc doc_drawn(struct arena *mem, enum lang lang, const struct drawing *d)
{
	struct doc part = doc_new(mem, lang);
	struct out o = out_new(mem, lang);

	d->a->kind->result(&o, d);
	doc_html(&part, out_html(&o));
	return part;
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
	const struct figure *f = figure_for(w->mem, w->lang, it, rr, WIDTH, FIGURE_MOST,
	                                    FIGURE_SIZE);

	if (f != NULL && (cloud || t->n_choice > 0))
		doc_add(w->d, BLOCK_FIGURE)->figure = f;
	if (cloud)
		words(w, t);
	else if (plain && t->n_choice > 0)
		choices(w, rr);
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

static void one_item(struct writing *w, const struct report_item *it)
{
	struct doc part;

	doc_heading(w->d, 3, it->item->title);
	if (it->shows) {
		part = doc_drawn(w->mem, w->lang, &it->d);
		append(w, &part, false);
	}
	for (size_t i = 0; i < it->n_round; i++) {
		doc_heading(w->d, 4, round_heading(w->mem, w->lang, it, &it->round[i]));
		round_about(w, it, &it->round[i]);
		if (it->round[i].tally != NULL)
			result(w, it, &it->round[i]);
	}
	if (it->a->conclusion[0] != '\0') {
		doc_heading(w->d, 4, tr(w->lang, N_("Dette ble vi enige om")));
		doc_add(w->d, BLOCK_TEXT)->style = TEXT_BOX;
		w->d->last->text = it->a->conclusion;
	}
}

static void results(struct writing *w)
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
			one_item(w, &w->rep->item[i]);
		}
	}
	if (any)
		return;
	doc_heading(w->d, 2, tr(w->lang, N_("Spørsmål og svar")));
	doc_text(w->d, TEXT_BODY, tr(w->lang, w->rep->staff ?
		N_("Ingen spørsmål er stilt ennå.") : N_("Ingen resultater er vist i salen.")));
}

/* ---- the first pages ---- */

void doc_key_numbers(struct doc *d, const struct report *rep)
{
	struct block *b = doc_add(d, BLOCK_NUMBERS);
	struct cell *cell = arena_array(d->mem, 4, sizeof *cell);
	int64_t held = 0, questions = 0, answers = 0;
	size_t people;
	bool exact;

	people = report_sum(rep->attendance, rep->n_attendance, ROLE_FOLKEVALGT, ROLE_ANNET,
	                    &exact);
	for (size_t i = 0; i < rep->s->n_item; i++) {
		held += rep->item[i].held == HELD;
		questions += (int64_t)rep->item[i].n_round;
		for (size_t k = 0; k < rep->item[i].n_round; k++)
			answers += rep->item[i].round[k].people;
	}
	cell[0].text = exact ? text_number(d->mem, (int64_t)people) :
	               trf(d->mem, d->lang, N_("minst %s"), text_number(d->mem, (int64_t)people));
	cell[0].small = tr(d->lang, N_("ble med på telefon"));
	cell[1].text = text_number(d->mem, held);
	cell[1].small = tr(d->lang, N_("punkter ble holdt"));
	cell[2].text = text_number(d->mem, questions);
	cell[2].small = tr(d->lang, N_("ganger ble salen spurt"));
	cell[3].text = text_number(d->mem, answers);
	cell[3].small = tr(d->lang, N_("svar ble gitt"));
	b->cell = cell;
	b->n_row = 1;
	b->n_col = 4;
}

static void agreed(struct writing *w)
{
	bool any = false;

	for (size_t i = 0; i < w->rep->s->n_item; i++) {
		const struct report_item *it = &w->rep->item[i];

		if (it->a->conclusion[0] == '\0')
			continue;
		if (!any)
			doc_heading(w->d, 3, tr(w->lang, N_("Dette ble vi enige om")));
		any = true;
		doc_heading(w->d, 4, it->item->title);
		doc_text(w->d, TEXT_BODY, it->a->conclusion);
	}
}

static void summary(struct writing *w)
{
	const struct samling *s = w->rep->s;

	doc_heading(w->d, 2, tr(w->lang, N_("Kort fortalt")));
	doc_key_numbers(w->d, w->rep);
	doc_text(w->d, TEXT_BODY, tr(w->lang, s->phase == PHASE_ENDED ?
		N_("Samlingen er avsluttet.") : N_("Rapporten skriver seg selv mens samlingen "
		                                   "varer.")));
	agreed(w);
}

struct doc report_doc(struct arena *mem, const struct report *rep)
{
	const struct samling *s = rep->s;
	struct doc d = doc_new(mem, s->lang);
	struct writing w = { &d, rep, mem, s->lang };

	d.title = trf(mem, s->lang, N_("Rapport: %s"), s->title);
	d.author = s->municipality;
	d.subject = arena_printf(mem, "%s, %s", s->municipality, report_dates(mem, s->lang, s));
	d.footer = arena_printf(mem, "%s · %s", s->municipality, s->title);
	cover(&w);
	doc_add(&d, BLOCK_CONTENTS)->text = tr(s->lang, N_("Innhold"));
	doc_add(&d, BLOCK_PAGE);
	summary(&w);
	doc_html(&d, report_attendance_html(mem, s->lang, rep));
	programme(&w);
	results(&w);
	if (rep->staff) {
		doc_add(&d, BLOCK_PAGE);
		doc_html(&d, report_protocol_html(mem, s->lang, rep));
	}
	return d;
}
