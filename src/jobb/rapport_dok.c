/* rapport_dok.c - the report on paper: the same as on the page, from the same struct. */
#include "jobb/rapport_dok.h"

#include <string.h>

#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/tid.h"
#include "lib/utf8.h"
#include "web/text.h"

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

static void cover(struct writing *w, const char *what)
{
	const struct samling *s = w->rep->s;
	struct civil c = tid_civil(w->rep->written);
	struct block *b = doc_add(w->d, BLOCK_COVER);
	const char **line = arena_array(w->mem, s->n_day + 4, sizeof *line);
	size_t n = 0;

	b->text = s->title;
	line[n++] = arena_printf(w->mem, "%s · %s", what, w->d->author);
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
		return report_span(w->mem, it->item->started, it->item->ended, date);
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

const char *clipped(struct arena *mem, const char *text, size_t letters)
{
	const char *p = text;

	for (size_t i = 0; i < letters && *p != '\0'; i++)
		utf8_next(&p);
	return *p == '\0' ? text :
	       arena_printf(mem, "%s …", arena_strndup(mem, text, (size_t)(p - text)));
}

/* A later item works on with the same cards: they are told there. */
static bool goes_on(const struct report *rep, const struct report_item *it)
{
	for (size_t i = 0; i < rep->s->n_item; i++)
		if (rep->item[i].a->about == it->a->id && rep->item[i].n_adopted > 0)
			return true;
	return false;
}

static void adopted(struct doc *d, const struct report_item *it, enum role side, size_t most)
{
	const char **text = arena_array(d->mem, it->n_card, sizeof *text);
	bool two = it->card[0].two_lists;
	struct block *b;
	size_t n = 0;

	for (size_t i = 0; i < it->n_card; i++)
		if (it->card[i].adopted && (!two || it->card[i].side == side))
			text[n++] = it->card[i].text;
	if (n == 0)
		return;
	if (two)
		doc_text(d, TEXT_SMALL, tr(d->lang, side == ROLE_ADMINISTRASJON ?
			N_("Til de folkevalgte") : N_("Til administrasjonen")));
	if (n > most)
		text[most - 1] = trn(d->mem, d->lang, "og %d til", "og %d til",
		                     (int64_t)(n - most + 1));
	b = doc_add(d, BLOCK_LIST);
	b->item = text;
	b->n_item = n > most ? most : n;
}

void doc_agreed(struct doc *d, const struct report *rep, int level, size_t letters, size_t most)
{
	bool any = false;

	for (size_t i = 0; i < rep->s->n_item; i++) {
		const struct report_item *it = &rep->item[i];
		bool said = it->a->conclusion[0] != '\0';
		bool listed = it->n_adopted > 0 && !goes_on(rep, it);

		if (!said && !listed)
			continue;
		if (!any)
			doc_heading(d, level, tr(d->lang, N_("Dette ble vi enige om")));
		any = true;
		doc_heading(d, 4, clipped(d->mem, it->item->title, 120));
		if (said)
			doc_text(d, TEXT_BODY, clipped(d->mem, it->a->conclusion, letters));
		if (listed)
			adopted(d, it, ROLE_FOLKEVALGT, most);
		if (listed && it->card[0].two_lists)
			adopted(d, it, ROLE_ADMINISTRASJON, most);
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
	doc_agreed(w->d, w->rep, 3, SIZE_MAX, SIZE_MAX);
}

struct doc doc_of(struct arena *mem, const struct samling *s, const char *title)
{
	struct doc d = doc_new(mem, s->lang);

	d.title = title;
	d.author = trf(mem, s->lang, N_("%s kommune"), s->municipality);
	d.subject = arena_printf(mem, "%s, %s", d.author, report_dates(mem, s->lang, s));
	d.footer = arena_printf(mem, "%s · %s", d.author, s->title);
	return d;
}

struct doc report_doc(struct arena *mem, const struct report *rep)
{
	const struct samling *s = rep->s;
	struct doc d = doc_of(mem, s, trf(mem, s->lang, N_("Rapport: %s"), s->title));
	struct writing w = { &d, rep, mem, s->lang };

	cover(&w, tr(s->lang, N_("Rapport")));
	doc_add(&d, BLOCK_CONTENTS)->text = tr(s->lang, N_("Innhold"));
	doc_add(&d, BLOCK_PAGE);
	summary(&w);
	doc_html(&d, report_attendance_html(mem, s->lang, rep));
	programme(&w);
	doc_results(&w);
	if (rep->staff) {
		doc_add(&d, BLOCK_PAGE);
		doc_html(&d, report_protocol_html(mem, s->lang, rep));
	}
	return d;
}

bool evaluation_doc(struct arena *mem, const struct report *rep, struct doc *d)
{
	const struct samling *s = rep->s;
	struct writing w = { d, rep, mem, s->lang };
	bool any = false;

	*d = doc_of(mem, s, trf(mem, s->lang, N_("Evaluering: %s"), s->title));
	cover(&w, tr(s->lang, N_("Evaluering")));
	doc_add(d, BLOCK_PAGE);
	doc_heading(d, 2, tr(s->lang, N_("Slik svarte de")));
	doc_text(d, TEXT_NOTE, tr(s->lang, N_("Svarene er gitt anonymt til prosessveilederne. "
	                                      "Del dem ikke videre.")));
	for (size_t i = 0; i < s->n_item; i++)
		if (rep->item[i].a->kind->confidential && rep->item[i].n_round > 0) {
			any |= rep->item[i].round[0].tally != NULL;
			doc_item(&w, &rep->item[i]);
		}
	return any;
}
