#include "app/konto/folk.h"

#include <stdlib.h>
#include <string.h>

#include "app/kommune/kommune.h"
#include "app/konto/konto.h"
#include "app/konto/konto.html.h"
#include "app/samling/samling.h"
#include "lib/arena.h"
#include "lib/tid.h"
#include "lib/world.h"
#include "web/text.h"

#define ROLE(must) { "rolle", FIELD_INT, .required = must, .max = STAFF__MAX - 1 }
#define KOMMUNE { "kommune", FIELD_TEXT, .max = 4 }

const struct field people_fields[] = {
	{ "navn", FIELD_TEXT, .max = 100 }, { "epost", FIELD_TEXT, .max = 254 }, ROLE(false),
	KOMMUNE, { 0 }
};
const struct field people_post_fields[] = {
	FIELD_TOKEN, { "navn", FIELD_TEXT, .required = true, .max = 100 },
	{ "epost", FIELD_EMAIL, .required = true, .max = 254 }, ROLE(true), KOMMUNE, { 0 }
};
const struct field person_fields[] = { ROLE(false), KOMMUNE, { 0 } };
const struct field person_role_fields[] = { FIELD_TOKEN, ROLE(true), KOMMUNE, { 0 } };
const struct field person_block_fields[] = {
	FIELD_TOKEN, { "sperret", FIELD_INT, .required = true, .max = 1 }, ROLE(false),
	KOMMUNE, { 0 }
};

const char *staff_role_name(enum staff_role role)
{
	static const char *const names[STAFF__MAX] = {
		[STAFF_PROGRAMLEDER] = N_("programleder"),
		[STAFF_KOORDINATOR] = N_("koordinator"),
		[STAFF_VEILEDER] = N_("prosessveileder"),
		[STAFF_KONTAKT] = N_("kontakt"),
	};

	return names[role];
}

static enum outcome framed(struct req *r, const char *title, const struct out *o)
{
	return page_staff(r, title, out_html(o));
}

static enum outcome read_kommuner(struct req *r, struct people *p)
{
	struct kommune *list;
	enum outcome went = kommune_list(r->store, r->mem,
	                                 tid_today(r->mem, world_wall_ms(r->world)), &list,
	                                 &p->n_kommune);

	if (went == OUTCOME_OK)
		p->kommune = list;
	return went;
}

enum outcome people_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);
	struct people p = { 0 };
	struct person *all;
	struct rows rows;
	enum outcome went = RUN(r->store, r->mem, &rows, personer);

	if (went == OUTCOME_OK)
		went = read_kommuner(r, &p);
	if (went != OUTCOME_OK)
		return went;
	all = arena_array(r->mem, rows.n, sizeof *all);
	for (size_t i = 0; i < rows.n; i++)
		all[i] = (struct person){
			.id = row_int(&rows.row[i], personer__id),
			.email = row_text(&rows.row[i], personer__epost),
			.name = row_text(&rows.row[i], personer__navn),
			.municipality = row_text(&rows.row[i], personer__kommune),
			.municipality_name = row_text(&rows.row[i], personer__kommunenavn),
			.role = (enum staff_role)row_int(&rows.row[i], personer__rolle),
			.blocked = row_int(&rows.row[i], personer__sperret) != 0,
		};
	p.all = all;
	p.n = rows.n;
	if (!form_given(&r->form, "rolle"))
		form_fill(&r->form, "rolle", "2");
	t_konto_folk(&o, r, &p);
	return framed(r, tr(r->lang, N_("Folk")), &o);
}

/* The municipality of a kontakt, checked; nobody else has one. */
static enum outcome municipality(struct req *r, struct value *out)
{
	const char *nr = form_text(&r->form, "kommune");
	struct kommune k;
	enum outcome went;

	*out = v_null();
	if (form_int(&r->form, "rolle") != STAFF_KONTAKT)
		return OUTCOME_OK;
	went = kommune_find(r->store, r->mem, nr, tid_today(r->mem, world_wall_ms(r->world)), &k);
	if (went == OUTCOME_NOT_FOUND) {
		form_reject(&r->form, "kommune", N_("Velg kommunen som kontakten svarer for."));
		return OUTCOME_INVALID;
	}
	*out = v_text(nr);
	return went;
}

enum outcome people_add(struct req *r)
{
	const char *name = form_text(&r->form, "navn");
	enum staff_role role = (enum staff_role)form_int(&r->form, "rolle");
	struct value kommune;
	enum outcome went = municipality(r, &kommune);

	if (went != OUTCOME_OK)
		return went;
	went = RUN(r->store, r->mem, NULL, person_ny,
	           .epost = v_text(konto_email(r->mem, form_text(&r->form, "epost"))),
	           .navn = v_text(name), .rolle = v_int(role), .kommune = kommune,
	           .spraak = v_text(lang_code(r->lang)), .naa = v_int(world_wall_ms(r->world)));
	if (went == OUTCOME_CONFLICT) {
		form_reject(&r->form, "epost", N_("Denne e-postadressen er alt i bruk."));
		return OUTCOME_INVALID;
	}
	if (went == OUTCOME_OK)
		went = samling_note(r, "person_ny", arena_printf(r->mem, "%s, %s", name,
		                                                 staff_role_name(role)));
	return went == OUTCOME_OK ? page_redirect(r, "/folk") : went;
}

static enum outcome person_read(struct req *r, struct person *p)
{
	char *end;
	int64_t id = strtoll(r->param[0], &end, 10);
	struct rows rows;
	enum outcome went;

	if (*end != '\0' || id <= 0)
		return OUTCOME_NOT_FOUND;
	went = RUN(r->store, r->mem, &rows, person_en, .id = v_int(id));
	if (went != OUTCOME_OK)
		return went;
	if (rows.n == 0)
		return OUTCOME_NOT_FOUND;
	*p = (struct person){
		.id = id,
		.email = row_text(&rows.row[0], person_en__epost),
		.name = row_text(&rows.row[0], person_en__navn),
		.municipality = row_text(&rows.row[0], person_en__kommune),
		.role = (enum staff_role)row_int(&rows.row[0], person_en__rolle),
		.blocked = row_int(&rows.row[0], person_en__sperret) != 0,
	};
	return OUTCOME_OK;
}

enum outcome person_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);
	struct people p = { 0 };
	struct person one;
	enum outcome went = person_read(r, &one);

	if (went == OUTCOME_OK)
		went = read_kommuner(r, &p);
	if (went != OUTCOME_OK)
		return went;
	p.one = &one;
	if (!form_given(&r->form, "rolle")) {
		form_fill(&r->form, "rolle", arena_printf(r->mem, "%d", (int)one.role));
		form_fill(&r->form, "kommune", one.municipality);
	}
	t_konto_person(&o, r, &p);
	return framed(r, one.name, &o);
}

/* Whoever loses a right loses it now: logged out everywhere, screens closed. */
static enum outcome throw_out(struct req *r, const struct person *p)
{
	struct rows rows;
	enum outcome went = RUN(r->store, r->mem, &rows, oekter_for, .person = v_int(p->id));

	for (size_t i = 0; went == OUTCOME_OK && i < rows.n; i++)
		went = konto_end_screens(r, row_int(&rows.row[i], oekter_for__id));
	if (went == OUTCOME_OK)
		went = RUN(r->store, r->mem, NULL, oekter_slett, .person = v_int(p->id));
	return went;
}

static enum outcome the_last(struct req *r)
{
	form_reject(&r->form, NULL,
	            N_("Dette er den siste programlederen. Gjør en annen til programleder først."));
	return OUTCOME_INVALID;
}

enum outcome person_role(struct req *r)
{
	enum staff_role role = (enum staff_role)form_int(&r->form, "rolle");
	struct value kommune;
	struct person p;
	enum outcome went = person_read(r, &p);

	if (went == OUTCOME_OK)
		went = municipality(r, &kommune);
	if (went == OUTCOME_OK)
		went = RUN(r->store, r->mem, NULL, person_rolle, .id = v_int(p.id),
		           .rolle = v_int(role), .kommune = kommune);
	if (went == OUTCOME_OK && store_changed(r->store) == 0)
		return the_last(r);
	if (went == OUTCOME_OK)
		went = throw_out(r, &p);
	if (went == OUTCOME_OK)
		went = samling_note(r, "person_rolle",
		                    arena_printf(r->mem, "%s: %s -> %s", p.name,
		                                 staff_role_name(p.role), staff_role_name(role)));
	return went == OUTCOME_OK ? page_redirect(r, "/folk") : went;
}

enum outcome person_block(struct req *r)
{
	bool block = form_int(&r->form, "sperret") != 0;
	struct person p;
	enum outcome went = person_read(r, &p);

	if (went == OUTCOME_OK)
		went = RUN(r->store, r->mem, NULL, person_sperr, .id = v_int(p.id),
		           .sperret = v_int(block));
	if (went == OUTCOME_OK && store_changed(r->store) == 0)
		return the_last(r);
	if (went == OUTCOME_OK && block)
		went = throw_out(r, &p);
	if (went == OUTCOME_OK)
		went = samling_note(r, block ? "person_sperret" : "person_aapnet", p.name);
	return went == OUTCOME_OK ? page_redirect(r, "/folk") : went;
}
