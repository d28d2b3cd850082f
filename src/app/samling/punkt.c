/* punkt.c - the editor of one item. */
#include "app/samling/punkt.h"

#include <stdlib.h>
#include <string.h>

#include "app/bilde/bilde.h"
#include "app/samling/fil.h"
#include "app/samling/punkt.html.h"
#include "app/samling/sider.h"
#include "lib/arena.h"
#include "lib/tid.h"
#include "live/live.h"
#include "web/text.h"

#define ITEM_FIELDS(must) \
	{ "slag", FIELD_TEXT, (must), .max = 40 }, { "dag", FIELD_INT, .min = 1, .max = 100 }, \
	{ "etter", FIELD_INT, .min = 0, .max = INT64_MAX }, \
	{ "tittel", FIELD_TEXT, (must), .max = FIL_TITLE_MAX }, \
	{ "minutter", FIELD_INT, (must), 1, FIL_MINUTES_MAX }, { "anker", FIELD_CLOCK }, \
	{ "omtrent", FIELD_FLAG }, { "spor", FIELD_TEXT, .max = FIL_TRACK_MAX }, \
	{ "ansvarlig", FIELD_TEXT, .max = FIL_RESPONSIBLE_MAX }, \
	{ "notat", FIELD_LINES, .max = FIL_NOTE_MAX }, \
	{ "nivaa", FIELD_INT, .min = LEVEL_OPEN, .max = LEVEL_ANONYMOUS }, \
	{ "vis", FIELD_INT, .min = SHOW_HIDDEN, .max = SHOW_LIVE }, { "hold", FIELD_FLAG }, \
	{ "nedtelling", FIELD_INT, .min = 0, .max = FIL_COUNTDOWN_MAX }, \
	{ "punkt", FIELD_INT, .min = 0, .max = INT64_MAX }, \
	{ "gjelder", FIELD_INT, .min = 0, .max = INT64_MAX }, KIND_FORM_FIELDS, { 0 }
const struct field item_fields[] = { ITEM_FIELDS(false) };
const struct field item_fields_fetch[] = { FIELD_TOKEN, ITEM_FIELDS(false) };
const struct field item_fields_sent[] = { FIELD_TOKEN, ITEM_FIELDS(true) };

#define MINUTES_DEFAULT "15"

static void config_gone(void *config)
{
	json_decref(config);
}

static const json_t *keep(struct req *r, json_t *config)
{
	arena_undo(r->mem, config_gone, config);
	return config;
}

static const char *number(struct req *r, int n)
{
	return arena_printf(r->mem, "%d", n);
}

static const char *flag(bool yes)
{
	return yes ? "1" : "";
}

static void fill(struct req *r, const struct fil_item *item)
{
	struct form *f = &r->form;

	form_fill(f, "tittel", item->title);
	form_fill(f, "minutter", number(r, item->minutes));
	form_fill(f, "anker", item->anchor >= 0 ? tid_clock(r->mem, item->anchor) : "");
	form_fill(f, "omtrent", flag(item->approximate));
	form_fill(f, "spor", item->track);
	form_fill(f, "ansvarlig", item->responsible);
	form_fill(f, "notat", item->note);
	form_fill(f, "nivaa", number(r, item->level));
	form_fill(f, "vis", number(r, item->show));
	form_fill(f, "hold", flag(item->hold));
	form_fill(f, "nedtelling", number(r, item->countdown));
	form_fill(f, "gjelder", arena_printf(r->mem, "%lld", (long long)item->about_id));
}

/* In this samling only what stands before it. */
static bool comes_before(const struct samling *s, const struct item *item, int day, int64_t id)
{
	for (size_t i = 0; i < s->n_item; i++) {
		if (&s->item[i] == item || (item == NULL && s->item[i].day > day))
			return false;
		if (s->item[i].id == id)
			return true;
	}
	return false;
}

static enum outcome read_earlier(struct req *r, struct item_edit *e)
{
	struct earlier *list;
	struct rows rows;
	enum outcome went = RUN(r->store, r->mem, &rows, punkt_foer, .samling = v_int(r->samling),
		.person = v_int(r->who.person),
		.alle = v_int(r->who.person != 0 && r->who.role == STAFF_PROGRAMLEDER),
		.valgt = v_int(e->about));

	if (went != OUTCOME_OK)
		return went;
	list = arena_array(r->mem, rows.n, sizeof *list);
	for (size_t i = 0; i < rows.n; i++) {
		const struct row *row = &rows.row[i];
		bool own = row_int(row, punkt_foer__samling) == r->samling;
		int64_t id = row_int(row, punkt_foer__id);

		if (!kind_follows(e->kind, kind_find(row_text(row, punkt_foer__slag))) ||
		    (own && !comes_before(e->s, e->item, e->day, id)))
			continue;
		list[e->n_earlier++] = (struct earlier){ id, row_text(row, punkt_foer__tittel),
			own ? NULL : row_text(row, punkt_foer__samlingtittel),
			row_text(row, punkt_foer__dato) };
	}
	e->earlier = list;
	return OUTCOME_OK;
}

static enum outcome read_picture(struct req *r, struct item_edit *e, const char *config)
{
	const json_t *stored = keep(r, json_loads(config, 0, NULL));

	e->sha = picture_sha(stored);
	return picture_alt(r->store, r->mem, r->samling, stored, &e->alt);
}

/* An item as it is stored, its place on the agenda and whether it was asked. */
static enum outcome read_item(struct req *r, int64_t id, struct item_edit *e,
                              struct fil_item *stored)
{
	struct samling *s;
	struct rows rows;
	struct fil f;
	enum outcome went = own_samling(r, &s);

	if (went == OUTCOME_OK)
		went = fil_of_samling(r->store, r->mem, r->samling, &f);
	if (went == OUTCOME_OK)
		went = RUN(r->store, r->mem, &rows, punkt_brukt, .id = v_int(id),
		           .samling = v_int(r->samling));
	if (went != OUTCOME_OK)
		return went;
	*e = (struct item_edit){ .s = s };
	for (size_t i = 0; i < s->n_item; i++)
		if (s->item[i].id == id) {
			e->item = &s->item[i];
			*stored = f.item[i];
		}
	if (e->item == NULL || rows.n == 0)
		return OUTCOME_NOT_FOUND;
	e->asked = row_int(&rows.row[0], punkt_brukt__runder) > 0 ||
	           row_int(&rows.row[0], punkt_brukt__svart) != 0;
	e->about = stored->about_id;
	e->day = e->item->day;
	return read_picture(r, e, stored->config);
}

static enum outcome draw(struct req *r, struct item_edit *e)
{
	struct out o = out_new(r->mem, r->lang);
	enum outcome went = read_earlier(r, e);

	if (went != OUTCOME_OK)
		return went;
	t_punkt_rediger(&o, r, e);
	return page_staff(r, e->item != NULL ? e->item->title : tr(r->lang, N_("Nytt punkt")),
	                  out_html(&o));
}

/* The stored item, or what was typed; with ?slag= the form of another kind. */
enum outcome item_page(struct req *r)
{
	const struct kind *wanted = kind_find(form_text(&r->form, "slag")), *own;
	bool typed = r->page->method == HTTP_POST;
	struct item_edit e;
	struct fil_item stored;
	enum outcome went = read_item(r, page_param_id(r, 1), &e, &stored);

	if (went != OUTCOME_OK)
		return went;
	own = kind_find(stored.kind);
	e.kind = wanted != NULL && !e.asked ? wanted : own;
	if (!typed)
		fill(r, &stored);
	if (typed)
		e.config = keep(r, kind_from_form(e.kind, &r->form));
	else
		e.config = keep(r, e.kind == own ? json_loads(stored.config, 0, NULL) :
		                                   kind_new_setup(e.kind));
	return draw(r, &e);
}

enum outcome item_new_page(struct req *r)
{
	bool typed = r->page->method == HTTP_POST;
	struct item_edit e = { .kind = kind_find(form_text(&r->form, "slag")) };
	struct samling *s;
	enum outcome went = own_samling(r, &s);

	if (went != OUTCOME_OK)
		return went;
	e.s = s;
	e.day = form_text(&r->form, "dag")[0] != '\0' ? (int)form_int(&r->form, "dag") : 1;
	if (e.kind == NULL || samling_day(s, e.day) == NULL)
		return OUTCOME_NOT_FOUND;
	if (typed) {
		e.config = keep(r, kind_from_form(e.kind, &r->form));
	} else {
		e.config = keep(r, kind_new_setup(e.kind));
		form_fill(&r->form, "minutter", MINUTES_DEFAULT);
		form_fill(&r->form, "nivaa", number(r, LEVEL_ANONYMOUS));
		form_fill(&r->form, "nedtelling", "0");
	}
	return draw(r, &e);
}

/* ---- from a library ---- */

static enum outcome read_place(struct req *r, struct item_edit *e)
{
	int64_t id = form_int(&r->form, "punkt");
	struct fil_item stored;
	struct samling *s;
	enum outcome went;

	if (id != 0)
		return read_item(r, id, e, &stored);
	went = own_samling(r, &s);
	if (went != OUTCOME_OK)
		return went;
	e->s = s;
	e->day = (int)form_int(&r->form, "dag");
	return samling_day(s, e->day) != NULL ? OUTCOME_OK : OUTCOME_NOT_FOUND;
}

static void fill_if_empty(struct form *f, const char *name, const char *text)
{
	if (text != NULL && form_text(f, name)[0] == '\0')
		form_fill(f, name, text);
}

/* The form as it was typed, with what the kind's library has; nothing is stored. */
enum outcome item_fetch(struct req *r)
{
	const struct kind *k = kind_find(form_text(&r->form, "slag"));
	struct item_edit e = { 0 };
	struct fetched got;
	json_t *config;
	enum outcome went = read_place(r, &e);

	if (went != OUTCOME_OK)
		return went;
	if (k == NULL || k->fetch == NULL)
		return OUTCOME_NOT_FOUND;
	e.kind = k;
	e.config = config = kind_from_form(k, &r->form);
	keep(r, config);
	got = k->fetch(config, e.s->lang, form_text(&r->form, "o_hent"));
	fill_if_empty(&r->form, "tittel", got.title);
	fill_if_empty(&r->form, "notat", got.note);
	return draw(r, &e);
}

/* ---- what comes back ---- */

static bool takes_field(const struct req *r, const char *name)
{
	for (const struct field *f = r->page->fields; f->name != NULL; f++)
		if (strcmp(f->name, name) == 0)
			return true;
	return false;
}

/* The kind's own fields as it accepts them, with the picture (sha) that the item has
 * already; or NULL: the form says what is wrong. */
static const json_t *take_config(struct req *r, const struct kind *k, const char *sha)
{
	const char *where = "", *error = NULL, *name;
	json_t *raw = kind_from_form(k, &r->form), *config;

	if (k->picture)
		json_object_set_new(raw, "bilde", json_string(sha));
	config = kind_setup(k, raw, &where, &error);
	name = arena_printf(r->mem, "o_%s", where);
	json_decref(raw);
	if (config == NULL)
		form_reject(&r->form, takes_field(r, name) ? name : NULL, error);
	return config != NULL ? keep(r, config) : NULL;
}

static size_t choices(const struct kind *k, const json_t *config)
{
	const struct activity a = { .kind = k, .config = (json_t *)config };
	const char *value, *label;
	size_t n = 0;

	while (k->choice != NULL && k->choice(&a, 0, n, &value, &label))
		n++;
	return n;
}

static size_t stages(const struct kind *k, const json_t *config)
{
	return k->stages != NULL ? k->stages(config) : 1;
}

/* The field of the kind's form that holds fewer than before, or else the first that is another;
 * NULL: the page has no such field. */
static const char *field_of_loss(struct req *r, const json_t *before, const json_t *after)
{
	const char *key, *name = NULL;
	json_t *had;

	json_object_foreach((json_t *)before, key, had) {
		const json_t *has = json_object_get(after, key);
		const char *field = arena_printf(r->mem, "o_%s", key);

		if (json_equal(had, has) || !takes_field(r, field))
			continue;
		if (json_array_size(has) < json_array_size(had))
			return field;
		name = name != NULL ? name : field;
	}
	return name;
}

/* What has been answered must still have something to stand beside. */
static bool may_replace(struct req *r, const struct kind *k, const char *old,
                        const json_t *config)
{
	const json_t *before = keep(r, json_loads(old, 0, NULL));

	if (choices(k, config) < choices(k, before))
		form_reject(&r->form, field_of_loss(r, before, config),
		            N_("Det er alt spurt om dette. Rett gjerne skrivefeil, og legg til "
		               "nederst, men ta ikke bort noe."));
	else if (stages(k, config) < stages(k, before))
		form_reject(&r->form, field_of_loss(r, before, config),
		            N_("Det er alt spurt om disse delene. Rett gjerne skrivefeil, men ta "
		               "ikke bort noen."));
	return !r->form.bad;
}

static bool take(struct req *r, const struct kind *k, const char *sha, struct fil_item *item)
{
	const struct form *f = &r->form;
	const char *open = number(r, LEVEL_OPEN);
	const json_t *config = take_config(r, k, sha);
	char *text;

	if (config == NULL)
		return false;
	text = json_dumps(config, JSON_COMPACT);
	arena_undo(r->mem, free, text);
	*item = (struct fil_item){
		.kind = k->name, .title = form_text(f, "tittel"),
		.minutes = (int)form_int(f, "minutter"), .anchor = (int)form_int(f, "anker"),
		.approximate = form_flag(f, "omtrent"), .track = form_text(f, "spor"),
		.responsible = form_text(f, "ansvarlig"), .note = form_text(f, "notat"),
		.level = LEVEL_ANONYMOUS, .config = text,
	};
	if (k->one_level)
		item->level = k->level;
	if (k->answers) {
		if (!k->one_level && strcmp(form_text(f, "nivaa"), open) == 0)
			item->level = LEVEL_OPEN;
		item->show = (enum show)form_int(f, "vis");
		item->hold = k->texts && form_flag(f, "hold");
		item->countdown = (int)form_int(f, "nedtelling");
	}
	return true;
}

/* What the form says it goes on from, if it may. */
static enum outcome take_earlier(struct req *r, struct item_edit *e, struct fil_item *item)
{
	int64_t id = form_int(&r->form, "gjelder");
	enum outcome went = id != 0 ? read_earlier(r, e) : OUTCOME_OK;

	if (went != OUTCOME_OK || id == 0)
		return went;
	for (size_t i = 0; i < e->n_earlier; i++)
		if (e->earlier[i].id == id) {
			item->about_id = id;
			return OUTCOME_OK;
		}
	form_reject(&r->form, "gjelder", N_("Velg et punkt som kommer før dette."));
	return OUTCOME_INVALID;
}

static enum outcome save(struct req *r, const struct fil_item *item)
{
	enum outcome went = samling_item_set(r->store, r->mem, r->samling, page_param_id(r, 1),
	                                     item);

	if (went == OUTCOME_OK)
		went = pictures_sweep(r);       /* its kind may have been changed */
	if (went == OUTCOME_OK)
		went = samling_note(r, "punkt_endret", item->title);
	return went == OUTCOME_OK ? samling_changed(r, VIEW_EVERY) : went;
}

static enum outcome back_to(struct req *r, int64_t id)
{
	return page_redirect(r, samling_path(r, arena_printf(r->mem, "#p%lld", (long long)id)));
}

enum outcome item_save(struct req *r)
{
	const struct kind *k = kind_find(form_text(&r->form, "slag"));
	struct item_edit e;
	struct fil_item stored, item;
	enum outcome went = read_item(r, page_param_id(r, 1), &e, &stored);

	if (went != OUTCOME_OK)
		return went;
	if (k == NULL || (e.asked && k != kind_find(stored.kind))) {
		form_reject(&r->form, NULL, N_("Punktet er alt i bruk, så typen kan ikke byttes. "
		                               "Lag heller et nytt punkt."));
		return OUTCOME_INVALID;
	}
	if (!take(r, k, e.sha, &item))
		return OUTCOME_INVALID;
	if (e.asked) {
		const json_t *config = keep(r, json_loads(item.config, 0, NULL));

		item.level = stored.level;
		if (!may_replace(r, k, stored.config, config))
			return OUTCOME_INVALID;
	}
	e.kind = k;
	went = take_earlier(r, &e, &item);
	if (went == OUTCOME_OK)
		went = save(r, &item);
	return went == OUTCOME_OK ? back_to(r, e.item->id) : went;
}

enum outcome item_new(struct req *r)
{
	const struct kind *k = kind_find(form_text(&r->form, "slag"));
	struct item_edit e = { .kind = k, .day = (int)form_int(&r->form, "dag") };
	struct samling *s;
	struct fil_item item;
	int64_t id;
	enum outcome went = own_samling(r, &s);

	if (k == NULL || went != OUTCOME_OK)
		return went != OUTCOME_OK ? went : OUTCOME_NOT_FOUND;
	if (!take(r, k, "", &item))
		return OUTCOME_INVALID;
	e.s = s;
	went = take_earlier(r, &e, &item);
	if (went != OUTCOME_OK)
		return went;
	went = samling_item_add(r, &item, (int)form_int(&r->form, "dag"),
	                        form_int(&r->form, "etter"), &id);
	return went == OUTCOME_OK ? back_to(r, id) : went;
}
