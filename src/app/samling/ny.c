/* ny.c - a new samling: from a template, empty, from a file, or as a copy. */
#include <string.h>

#include "app/bilde/bilde.h"
#include "app/kommune/kommune.h"
#include "app/samling/fil.h"
#include "app/samling/ny.html.h"
#include "app/samling/sider.h"
#include "lib/arena.h"
#include "lib/tid.h"
#include "lib/world.h"
#include "web/text.h"

#define FILE_LETTERS_MAX 400000
#define DAYS_DEFAULT 2
#define START_DEFAULT (8 * 60 + 30)

#define NEW_FIELDS(must) \
	{ "kommune", FIELD_TEXT, (must), .max = 4 }, { "mal", FIELD_TEXT, .max = 30 }, \
	{ "tittel", FIELD_TEXT, .max = FIL_TITLE_MAX }, { "maalform", FIELD_TEXT, .max = 2 }, \
	{ "sted", FIELD_TEXT, .max = 120 }, { "dato", FIELD_DATE, (must) }, \
	{ "dager", FIELD_INT, .min = 1, .max = FIL_DAYS_MAX }, { 0 }
const struct field new_fields[] = { NEW_FIELDS(false) };
const struct field new_fields_sent[] = { FIELD_TOKEN, NEW_FIELDS(true) };

#define IMPORT_FIELDS(must) \
	{ "kommune", FIELD_TEXT, (must), .max = 4 }, { "sted", FIELD_TEXT, .max = 120 }, \
	{ "dato", FIELD_DATE, (must) }, { "fil", FIELD_LINES, (must), .max = FILE_LETTERS_MAX }, \
	{ 0 }
const struct field import_fields[] = { IMPORT_FIELDS(false) };
const struct field import_fields_sent[] = { FIELD_TOKEN, IMPORT_FIELDS(true) };

#define COPY_FIELDS(must) \
	{ "tittel", FIELD_TEXT, (must), .max = FIL_TITLE_MAX }, \
	{ "sted", FIELD_TEXT, .max = 120 }, { "dato", FIELD_DATE, (must) }, { 0 }
const struct field copy_fields[] = { COPY_FIELDS(false) };
const struct field copy_fields_sent[] = { FIELD_TOKEN, COPY_FIELDS(true) };

/* A kontakt speaks for a municipality and makes nothing; nor does a link, which is for
 * one samling only. */
static bool may_make(const struct req *r)
{
	return r->who.person != 0 && r->who.role != STAFF_KONTAKT;
}

static const char *today(const struct req *r)
{
	return tid_today(r->mem, world_wall_ms(r->world));
}

/* A form in which one of the municipalities is chosen. */
static enum outcome form_page(struct req *r, const char *title,
                              void (*draw)(struct out *, struct req *, const struct kommune *,
                                           size_t n))
{
	struct out o = out_new(r->mem, r->lang);
	struct kommune *k;
	size_t n;
	enum outcome went;

	if (!may_make(r))
		return OUTCOME_FORBIDDEN;
	went = kommune_list(r->store, r->mem, today(r), &k, &n);
	if (went != OUTCOME_OK)
		return went;
	draw(&o, r, k, n);
	return page_staff(r, tr(r->lang, title), out_html(&o));
}

enum outcome new_page(struct req *r)
{
	return form_page(r, N_("Ny samling"), t_samling_ny);
}

/* The municipality that the form names, on the day the samling begins. */
static enum outcome chosen(struct req *r, struct kommune *k)
{
	enum outcome went = kommune_find(r->store, r->mem, form_text(&r->form, "kommune"),
	                                 form_text(&r->form, "dato"), k);

	if (went != OUTCOME_NOT_FOUND)
		return went;
	form_reject(&r->form, "kommune", N_("Velg en kommune fra listen."));
	return OUTCOME_INVALID;
}

static enum outcome empty_plan(struct req *r, struct fil *f)
{
	if (form_text(&r->form, "tittel")[0] == '\0') {
		form_reject(&r->form, "tittel", N_("En samling uten mal må få en tittel."));
		return OUTCOME_INVALID;
	}
	*f = (struct fil){ .title = "", .n_day = DAYS_DEFAULT };
	if (form_text(&r->form, "dager")[0] != '\0')
		f->n_day = (size_t)form_int(&r->form, "dager");
	for (size_t d = 0; d < f->n_day; d++)
		f->day[d].start = START_DEFAULT;
	return OUTCOME_OK;
}

static enum outcome make(struct req *r, const struct fil *f, struct samling_new *new)
{
	int64_t id;
	enum outcome went;

	new->place = form_text(&r->form, "sted");
	new->first_date = form_text(&r->form, "dato");
	new->leader = r->who.person;
	went = samling_from_file(r->store, r->mem, r->world, f, new, &id);
	r->samling = id;
	if (went == OUTCOME_OK)
		went = samling_note(r, "samling_ny", f->title);
	return went == OUTCOME_OK ? page_redirect(r, samling_path(r, "")) : went;
}

enum outcome new_samling(struct req *r)
{
	const char *mal = form_text(&r->form, "mal"), *form = form_text(&r->form, "maalform");
	struct samling_new new = { .title = form_text(&r->form, "tittel") };
	struct kommune k;
	struct fil f;
	enum outcome went;

	if (!may_make(r))
		return OUTCOME_FORBIDDEN;
	went = chosen(r, &k);
	if (went != OUTCOME_OK)
		return went;
	new.municipality_nr = k.nr;
	new.municipality = k.official;
	new.lang = lang_from(*form != '\0' ? form : NULL, kommune_lang(&k));
	went = *mal == '\0' ? empty_plan(r, &f) : fil_from_template(r->mem, mal, new.lang, &f);
	if (went == OUTCOME_NOT_FOUND) {
		form_reject(&r->form, "mal", N_("Velg en mal fra listen."));
		return OUTCOME_INVALID;
	}
	return went == OUTCOME_OK ? make(r, &f, &new) : went;
}

enum outcome import_page(struct req *r)
{
	return form_page(r, N_("Samling fra fil"), t_samling_importer);
}

enum outcome import_samling(struct req *r)
{
	const char *text = form_text(&r->form, "fil"), *error;
	struct samling_new new = { .title = "" };
	struct kommune k;
	struct fil f;
	enum outcome went;

	if (!may_make(r))
		return OUTCOME_FORBIDDEN;
	went = chosen(r, &k);
	if (went != OUTCOME_OK)
		return went;
	went = fil_read(r->mem, r->lang, text, strlen(text), &f, &error);
	if (went == OUTCOME_INVALID)
		form_reject(&r->form, "fil", error);
	if (went != OUTCOME_OK)
		return went;
	new.municipality_nr = k.nr;
	new.municipality = k.official;
	new.lang = f.lang;
	return make(r, &f, &new);
}

enum outcome copy_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);
	struct samling *s;
	enum outcome went;

	if (!may_make(r))
		return OUTCOME_FORBIDDEN;
	went = own_samling(r, &s);
	if (went != OUTCOME_OK)
		return went;
	if (!r->form.bad && !form_given(&r->form, "tittel")) {
		form_fill(&r->form, "tittel", s->title);
		form_fill(&r->form, "sted", s->place);
	}
	t_samling_kopier(&o, r, s);
	return page_staff(r, tr(r->lang, N_("Kopier samlingen")), out_html(&o));
}

enum outcome copy_samling(struct req *r)
{
	struct samling_new new = { .title = form_text(&r->form, "tittel") };
	struct samling *s;
	struct fil f;
	enum outcome went;

	if (!may_make(r))
		return OUTCOME_FORBIDDEN;
	went = own_samling(r, &s);
	if (went == OUTCOME_OK)
		went = fil_of_samling(r->store, r->mem, r->samling, &f);
	if (went != OUTCOME_OK)
		return went;
	new.municipality_nr = s->municipality_nr;
	new.municipality = s->municipality;
	new.lang = s->lang;
	went = make(r, &f, &new);
	return went == OUTCOME_OK ? pictures_copy(r, s->id, r->samling) : went;
}

enum outcome export_samling(struct req *r)
{
	struct fil f;
	char *text;
	enum outcome went = fil_of_samling(r->store, r->mem, r->samling, &f);

	if (went != OUTCOME_OK)
		return went;
	text = fil_write(r->mem, &f);
	return page_download(r, "application/json; charset=utf-8",
	                     arena_printf(r->mem, "samling-%lld.json", (long long)r->samling),
	                     text, strlen(text));
}
