#include "app/regler/kalender.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/lov/lov.h"
#include "app/regler/kalender.html.h"
#include "lib/arena.h"
#include "lib/ics.h"
#include "lib/tid.h"
#include "lib/world.h"
#include "rules/moete/frist.h"
#include "rules/moete/helligdag.h"
#include "web/text.h"

#define SOME_YEAR "2027"                /* not a leap year */
#define DAYS 365
#define CIRCLE 360

const struct field kalender_fields[] = {
	{ "valg", FIELD_TEXT, .max = 10 },
	{ "konstituert", FIELD_TEXT, .max = 20 },
	{ NULL }
};

/* ---- what the page shows ---- */

/* The elections that can be chosen: the one of today, and those after it. */
static void choose_election(struct kalender_view *v, const char *text)
{
	int first = kalender_election_of(v->today);

	if (first > KALENDER_LAST - (KALENDER_CHOICES - 1) * KALENDER_TERM)
		first = KALENDER_LAST - (KALENDER_CHOICES - 1) * KALENDER_TERM;
	v->election = first;
	for (int i = 0; i < KALENDER_CHOICES; i++) {
		v->choice[i] = first + i * KALENDER_TERM;
		if (strtol(text, NULL, 10) == v->choice[i])
			v->election = v->choice[i];
	}
}

static const char *fault_of(struct kalender_view *v)
{
	if (!tid_is_date(v->constituted))
		return N_("Skriv datoen som år-måned-dag, for eksempel 2027-10-14.");
	if (strcmp(v->constituted, kalender_election_day(v->mem, v->election)) <= 0)
		return N_("Det konstituerende møtet er etter valget.");
	if (strcmp(v->constituted, frist_last_constituting(v->mem, v->election)) > 0)
		return N_("Det konstituerende møtet holdes innen utgangen av oktober.");
	return NULL;
}

static void read_view(struct req *r, struct kalender_view *v)
{
	*v = (struct kalender_view){ .mem = r->mem,
		.today = tid_today(r->mem, world_wall_ms(r->world)),
		.constituted = form_text(&r->form, "konstituert") };
	choose_election(v, form_text(&r->form, "valg"));
	if (v->constituted[0] != '\0')
		v->error = fault_of(v);
	v->all = kalender(r->mem, v->election, v->constituted[0] != '\0' && v->error == NULL
	                                       ? v->constituted : NULL);
}

static bool whole_year(const struct duty *d)
{
	return strncmp(d->from, d->to, 4) == 0 && strcmp(d->from + 5, "01-01") == 0 &&
	       strcmp(d->to + 5, "12-31") == 0;
}

const char *kalender_when(struct arena *mem, enum lang lang, const struct duty *d)
{
	switch (d->when) {
	case DUTY_BY:
		return trf(mem, lang, N_("senest %s"), text_date(mem, lang, d->to));
	case DUTY_EXPECTED:
		return trf(mem, lang, N_("%s (forventet)"), text_date(mem, lang, d->to));
	case DUTY_WITHIN:
		if (whole_year(d))
			return trf(mem, lang, N_("i løpet av %s"),
			           arena_printf(mem, "%.4s", d->to));
		return trf(mem, lang, N_("fra %s til %s"), text_date(mem, lang, d->from),
		           text_date(mem, lang, d->to));
	case DUTY_ON:
		break;
	}
	return text_date(mem, lang, d->to);
}

const char *kalender_day_off(struct arena *mem, enum lang lang, const struct duty *d)
{
	const char *before;

	if (d->when != DUTY_BY || !helligdag_is_off(mem, d->to))
		return NULL;
	before = helligdag_working_to(mem, d->to);
	return trf(mem, lang, N_("Den dagen er ingen virkedag. Den siste virkedagen før er "
		"%s."),
	           text_date(mem, lang, before));
}

int aarshjul_degree(const struct aarshjul_duty *d)
{
	char iso[32];

	snprintf(iso, sizeof iso, SOME_YEAR "-%02d-%02d", d->month, d->day);
	return (tid_days_between(SOME_YEAR "-01-01", iso) * CIRCLE + DAYS / 2) / DAYS;
}

const char *aarshjul_without_day(struct arena *mem)
{
	struct buf b = buf_in(mem);

	for (int i = 0; aarshjul[i].key != NULL; i++)
		if (aarshjul[i].month == 0)
			buf_printf(&b, "%s%d", b.n > 0 ? " · " : "", i + 1);
	return b.p;
}

enum outcome kalender_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);
	struct kalender_view v;

	read_view(r, &v);
	if (r->bit) {
		t_kalender_bit(&o, &v);
		return page_bits(r, out_html(&o));
	}
	t_kalender_side(&o, &v);
	return page_framed(r, &(struct frame_text){
		.title = tr(r->lang, N_("Kalender for kommunestyret")),
		.css = "full.css", .html_class = "forvaltning" }, out_html(&o));
}

/* ---- the file ---- */

static const char *summary(struct req *r, const struct duty *d)
{
	const char *what = lov_in(r->lang, d->nb, d->nn);

	switch (d->when) {
	case DUTY_BY:
	case DUTY_WITHIN:
		return trf(r->mem, r->lang, N_("Frist: %s"), what);
	case DUTY_EXPECTED:
		return trf(r->mem, r->lang, N_("%s (forventet dag)"), what);
	case DUTY_ON:
		break;
	}
	return what;
}

static const char *description(struct req *r, const struct duty *d)
{
	const struct rule_info *rule = &rule_infos[d->rule];
	const char *off = kalender_day_off(r->mem, r->lang, d);

	return arena_printf(r->mem, "%s\n%s%s%s", lov_in(r->lang, rule->nb, rule->nn),
	                    lov_cite(r->mem, rule->lov, rule->n_lov, r->lang == LANG_NN),
	                    off != NULL ? "\n" : "", off != NULL ? off : "");
}

/* The page of ours about the first of the provisions. */
static const char *address(struct req *r, const struct duty *d)
{
	const struct lov_place *p = &lov_places[rule_infos[d->rule].lov[0]];

	return page_url(r, lov_path(r->mem, lov_acts[p->act].slug, p->section));
}

enum outcome kalender_file(struct req *r)
{
	struct buf b = buf_in(r->mem);
	struct kalender_view v;

	read_view(r, &v);
	ics_begin(&b, "-//Samling//kalender//NO", trf(r->mem, r->lang,
	          N_("Kommunestyrets plikter rundt valget i %d"), v.election));
	for (size_t i = 0; i < v.all.n; i++) {
		const struct duty *d = &v.all.duty[i];

		ics_day(&b, &(struct ics_event){
			.uid = arena_printf(r->mem, "%d-%s-%.4s@samling.kalender", v.election,
			                    d->key, d->to),
			.stamp_ms = world_wall_ms(r->world), .day = d->to,
			.summary = summary(r, d), .description = description(r, d),
			.url = address(r, d) });
	}
	ics_end(&b);
	return page_download(r, "text/calendar; charset=utf-8",
	                     arena_printf(r->mem, "kommunestyret-%d.ics", v.election), b.p, b.n);
}
