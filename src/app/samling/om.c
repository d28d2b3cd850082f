/* om.c - a samling's own facts: title, place, language form, days. */
#include "app/samling/fil.h"
#include "app/samling/om.html.h"
#include "app/samling/sider.h"
#include "lib/arena.h"
#include "lib/tid.h"
#include "live/live.h"
#include "web/text.h"

#define DAY_FIELDS(n) { "dato" #n, FIELD_DATE }, { "start" #n, FIELD_CLOCK }
#define ABOUT_FIELDS(must) \
	{ "tittel", FIELD_TEXT, (must), .max = FIL_TITLE_MAX }, \
	{ "sted", FIELD_TEXT, .max = 120 }, { "maalform", FIELD_TEXT, (must), .max = 2 }, \
	DAY_FIELDS(1), DAY_FIELDS(2), DAY_FIELDS(3), DAY_FIELDS(4), { 0 }
const struct field about_fields[] = { ABOUT_FIELDS(false) };
const struct field about_fields_sent[] = { FIELD_TOKEN, ABOUT_FIELDS(true) };

static const char *of_day(struct req *r, const char *name, int nr)
{
	return arena_printf(r->mem, "%s%d", name, nr);
}

enum outcome about_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);
	struct samling *s;
	enum outcome went = own_samling(r, &s);

	if (went != OUTCOME_OK)
		return went;
	if (r->page->method == HTTP_GET) {
		form_fill(&r->form, "tittel", s->title);
		form_fill(&r->form, "sted", s->place);
		form_fill(&r->form, "maalform", lang_code(s->lang));
		for (size_t i = 0; i < s->n_day; i++) {
			form_fill(&r->form, of_day(r, "dato", s->day[i].nr), s->day[i].date);
			form_fill(&r->form, of_day(r, "start", s->day[i].nr),
			          tid_clock(r->mem, s->day[i].start));
		}
	}
	t_samling_om(&o, r, s);
	return page_staff(r, tr(r->lang, N_("Navn, sted og dager")), out_html(&o));
}

/* The days must come one after the other, for the code lives on them. */
static bool days_well(struct req *r, const struct samling *s)
{
	for (size_t i = 0; i < s->n_day; i++) {
		const char *name = of_day(r, "dato", s->day[i].nr);
		const char *start = of_day(r, "start", s->day[i].nr);

		if (form_text(&r->form, name)[0] == '\0')
			form_reject(&r->form, name, N_("Fyll ut dette feltet."));
		else if (i > 0 && tid_days_between(form_text(&r->form, of_day(r, "dato", (int)i)),
		                                   form_text(&r->form, name)) <= 0)
			form_reject(&r->form, name, N_("Dagen må komme etter dagen før. "
			                               "Velg en senere dato."));
		if (form_text(&r->form, start)[0] == '\0')
			form_reject(&r->form, start, N_("Fyll ut dette feltet."));
		if (r->form.bad)
			return false;
	}
	return true;
}

enum outcome about_save(struct req *r)
{
	const char *form = form_text(&r->form, "maalform");
	struct samling *s;
	enum outcome went = own_samling(r, &s);

	if (went != OUTCOME_OK)
		return went;
	if (!days_well(r, s))
		return OUTCOME_INVALID;
	went = RUN(r->store, r->mem, NULL, samling_sett, .samling = v_int(s->id),
	           .tittel = v_text(form_text(&r->form, "tittel")),
	           .sted = v_text(form_text(&r->form, "sted")),
	           .maalform = v_text(lang_code(lang_from(form, s->lang))));
	for (size_t i = 0; i < s->n_day && went == OUTCOME_OK; i++) {
		int nr = s->day[i].nr;

		went = RUN(r->store, r->mem, NULL, dag_sett, .samling = v_int(s->id),
		           .nr = v_int(nr),
		           .dato = v_text(form_text(&r->form, of_day(r, "dato", nr))),
		           .start = v_int(form_int(&r->form, of_day(r, "start", nr))));
	}
	if (went == OUTCOME_OK)
		went = samling_note(r, "samling_endret", "");
	if (went == OUTCOME_OK)
		went = samling_changed(r, VIEW_EVERY);
	return went == OUTCOME_OK ? page_redirect(r, samling_path(r, "")) : went;
}

enum outcome add_day(struct req *r)
{
	const struct day *last;
	struct samling *s;
	enum outcome went = own_samling(r, &s);

	if (went != OUTCOME_OK)
		return went;
	if (s->n_day == 0 || s->n_day >= FIL_DAYS_MAX)
		return OUTCOME_CONFLICT;
	last = &s->day[s->n_day - 1];
	went = RUN(r->store, r->mem, NULL, dag_ny, .samling = v_int(s->id),
	           .nr = v_int(last->nr + 1), .start = v_int(last->start),
	           .dato = v_text(tid_add_days(r->mem, last->date, 1)));
	if (went == OUTCOME_OK)
		went = samling_note(r, "dag_ny", arena_printf(r->mem, "%d", last->nr + 1));
	if (went == OUTCOME_OK)
		went = samling_changed(r, VIEW_EVERY);
	return went == OUTCOME_OK ? page_redirect(r, samling_path(r, "")) : went;
}

enum outcome delete_day(struct req *r)
{
	enum outcome went = RUN(r->store, r->mem, NULL, dag_slett, .samling = v_int(r->samling),
	                        .nr = v_int(page_param_id(r, 1)));

	if (went == OUTCOME_OK && store_changed(r->store) == 0)
		return OUTCOME_CONFLICT;
	if (went == OUTCOME_OK)
		went = samling_note(r, "dag_slettet", r->param[1]);
	if (went == OUTCOME_OK)
		went = samling_changed(r, VIEW_EVERY);
	return went == OUTCOME_OK ? page_redirect(r, samling_path(r, "")) : went;
}
