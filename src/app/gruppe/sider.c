/* sider.c - the pages where groups are made, looked at and printed before the day. */
#include "app/gruppe/sider.h"

#include <stdlib.h>
#include <string.h>

#include "app/gruppe/gruppe.html.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/utf8.h"
#include "live/live.h"
#include "rules/gruppe/gruppe.h"
#include "web/site.h"
#include "web/text.h"

#define ROOM_MAX 60
#define ROOMS_MAX 60

/* ---- what could not be kept, in words ---- */

static const char *why_text(int why)
{
	static const char *const text[] = {
		[GRUPPE_WHY_TOGETHER] = N_("Andre regler holder dem sammen."),
		[GRUPPE_WHY_LOCKED] = N_("Det som er låst, sier noe annet."),
		[GRUPPE_WHY_CHAIN] = N_("Da ville flere sitte sammen enn det er plass til i en "
		                        "gruppe."),
		[GRUPPE_WHY_PACKING] = N_("De som skal sitte sammen, går ikke opp i gruppene."),
		[GRUPPE_WHY_CLIQUE] = N_("Flere skal holdes fra hverandre enn det er grupper."),
		[GRUPPE_WHY_FULL] = N_("Flere er låst til gruppen enn den har plass til."),
		[GRUPPE_WHY_SEATS] = N_("Rommene har færre plasser enn det er personer."),
		[GRUPPE_WHY_NOT_FOUND] = N_("Vi fant ingen måte å få det til på."),
	};

	return why >= 0 && why <= GRUPPE_WHY_NOT_FOUND ? text[why] : "";
}

static const char *rule_text(struct arena *mem, enum lang lang, const json_t *b)
{
	const char *a = json_string_value(json_object_get(b, "a"));
	const char *other = json_string_value(json_object_get(b, "b"));
	int group = (int)json_integer_value(json_object_get(b, "gruppe"));

	switch (json_integer_value(json_object_get(b, "slag"))) {
	case GROUP_RULE_APART:
		return trf(mem, lang, N_("%s og %s kan ikke holdes fra hverandre."), a, other);
	case GROUP_RULE_TOGETHER:
		return trf(mem, lang, N_("%s og %s kan ikke holdes sammen."), a, other);
	case GROUP_RULE_LOCKED:
		return trf(mem, lang, N_("%s kan ikke være låst til gruppe %d."), a, group);
	}
	return tr(lang, N_("Ikke alle får plass."));
}

static void let_go(void *json)
{
	json_decref(json);
}

const char *broken_text(struct arena *mem, enum lang lang, const struct division *d, size_t i)
{
	json_t *all = json_loads(d->broken, 0, NULL), *one = json_array_get(all, i);

	if (all != NULL)
		arena_undo(mem, let_go, all);
	if (one == NULL)
		return NULL;
	return arena_printf(mem, "%s %s", rule_text(mem, lang, one),
	                    tr(lang, why_text((int)json_integer_value(
	                              json_object_get(one, "hvorfor")))));
}

/* ---- the page of the samling ---- */

static const char *rooms_text(struct arena *mem, const struct rows *rows)
{
	struct buf b = buf_in(mem);

	buf_puts(&b, "");
	for (size_t i = 0; i < rows->n; i++) {
		int64_t seats = row_int(&rows->row[i], gruppe_rom__plasser);

		buf_printf(&b, "%s%s", i > 0 ? "\n" : "", row_text(&rows->row[i],
		                                                   gruppe_rom__navn));
		if (seats > 0)
			buf_printf(&b, "; %lld", (long long)seats);
	}
	return b.p;
}

static enum outcome framed(struct req *r, const char *title, const struct out *o)
{
	return page_staff(r, title, out_html(o));
}

static enum outcome groups_page(struct req *r)
{
	struct groups_page p;
	struct out o = out_new(r->mem, r->lang);
	struct samling *s;
	struct rows rooms;
	struct value id = v_int(r->samling);
	enum outcome went = samling_read(r->store, r->mem, r->samling, r->who.rights, &s);

	if (went == OUTCOME_OK)
		went = RUN(r->store, r->mem, &p.items, gruppearbeid_i_samling, .samling = id);
	if (went == OUTCOME_OK)
		went = RUN(r->store, r->mem, &p.rules, gruppe_regler, .samling = id);
	if (went == OUTCOME_OK)
		went = RUN(r->store, r->mem, &p.people, gruppe_folk, .samling = id);
	if (went == OUTCOME_OK)
		went = RUN(r->store, r->mem, &rooms, gruppe_rom, .samling = id);
	if (went != OUTCOME_OK)
		return went;
	p.s = s;
	p.rooms = r->page->method == HTTP_POST && form_given(&r->form, "rom") ?
	          form_text(&r->form, "rom") : rooms_text(r->mem, &rooms);
	t_grupper_side(&o, r, &p);
	return framed(r, tr(r->lang, N_("Grupper")), &o);
}

static enum outcome back(struct req *r)
{
	return page_redirect(r, arena_printf(r->mem, "/samling/%lld/grupper",
	                                     (long long)r->samling));
}

static enum outcome rule_add(struct req *r)
{
	enum outcome went = RUN(r->store, r->mem, NULL, grupperegel_ny,
	                        .samling = v_int(r->samling),
	                        .slag = v_int(form_int(&r->form, "slag")),
	                        .a = v_int(form_int(&r->form, "a")),
	                        .b = v_int(form_int(&r->form, "b")));

	if (went == OUTCOME_OK && store_changed(r->store) == 0 &&
	    form_int(&r->form, "a") == form_int(&r->form, "b")) {
		form_reject(&r->form, NULL, N_("Velg to forskjellige personer."));
		return OUTCOME_INVALID;
	}
	return went == OUTCOME_OK ? back(r) : went;
}

static enum outcome rule_remove(struct req *r)
{
	enum outcome went = RUN(r->store, r->mem, NULL, grupperegel_slett,
	                        .samling = v_int(r->samling),
	                        .slag = v_int(form_int(&r->form, "slag")),
	                        .a = v_int(form_int(&r->form, "a")),
	                        .b = v_int(form_int(&r->form, "b")));

	return went == OUTCOME_OK ? back(r) : went;
}

/* "Formannskapssalen; 12": a name, and how many it seats if that is said. */
static enum outcome put_room(struct req *r, const char *line, size_t nr, bool *bad)
{
	const char *mark = strrchr(line, ';');
	long seats = mark != NULL ? strtol(mark + 1, NULL, 10) : 0;
	const char *name = mark != NULL ? arena_strndup(r->mem, line, (size_t)(mark - line)) :
	                                  line;

	name = utf8_clean(r->mem, name, false);
	*bad = name == NULL || *name == '\0' || utf8_length(name) > ROOM_MAX || seats < 0 ||
	       seats > GRUPPE_PEOPLE_MAX || nr >= ROOMS_MAX;
	return *bad ? OUTCOME_OK :
	       RUN(r->store, r->mem, NULL, grupperom_ny, .samling = v_int(r->samling),
	           .nr = v_int((int64_t)nr + 1), .navn = v_text(name), .plasser = v_int(seats));
}

static enum outcome rooms_save(struct req *r)
{
	const char *p = form_text(&r->form, "rom");
	bool bad = false;
	enum outcome went = RUN(r->store, r->mem, NULL, grupperom_slett,
	                        .samling = v_int(r->samling));

	for (size_t nr = 0; went == OUTCOME_OK && !bad && *p != '\0';) {
		size_t n = strcspn(p, "\n");

		if (n > 0)
			went = put_room(r, arena_strndup(r->mem, p, n), nr++, &bad);
		p += n + (p[n] == '\n');
	}
	if (bad) {
		form_reject(&r->form, "rom", N_("Skriv ett rom på hver linje, gjerne med antall "
		                                "plasser bak: «Formannskapssalen; 12»."));
		return OUTCOME_INVALID;
	}
	return went == OUTCOME_OK ? back(r) : went;
}

/* ---- the page of one item ---- */

static int64_t item_id(const struct req *r)
{
	return strtoll(r->param[1], NULL, 10);
}

static enum outcome read_division(struct req *r, struct division_page *p)
{
	struct activity *a = arena_get(r->mem, sizeof *a);
	struct samling *s;
	enum outcome went = samling_read(r->store, r->mem, r->samling, r->who.rights, &s);

	if (went == OUTCOME_OK)
		went = activity_read(r->store, r->mem, item_id(r), a);
	if (went != OUTCOME_OK)
		return went;
	if (a->samling != r->samling || a->kind->load != groups_load)
		return OUTCOME_NOT_FOUND;
	*p = (struct division_page){ .s = s, .a = a, .div = a->state };
	return RUN(r->store, r->mem, &p->people, gruppe_folk, .samling = v_int(r->samling));
}

static enum outcome division_page(struct req *r)
{
	struct division_page p;
	struct out o = out_new(r->mem, r->lang);
	enum outcome went = read_division(r, &p);

	if (went != OUTCOME_OK)
		return went;
	t_grupper_punkt(&o, r, &p);
	return framed(r, p.a->title, &o);
}

static enum outcome back_to_division(struct req *r)
{
	return page_redirect(r, arena_printf(r->mem, "/samling/%lld/grupper/%lld",
	                                     (long long)r->samling, (long long)item_id(r)));
}

static enum outcome make(struct req *r)
{
	struct division_page p;
	const char *why = NULL;
	enum outcome went = read_division(r, &p);

	if (went == OUTCOME_OK)
		went = groups_make(r, p.a, form_int(&r->form, "fro"), &why);
	if (went == OUTCOME_INVALID)
		form_reject(&r->form, NULL, why);
	if (went == OUTCOME_CONFLICT) {
		form_reject(&r->form, NULL, N_("Noen var før deg. Slik står det nå."));
		r->status = 409;
		return division_page(r);
	}
	return went == OUTCOME_OK ? back_to_division(r) : went;
}

static enum outcome move(struct req *r)
{
	struct division_page p;
	enum outcome went = read_division(r, &p);

	if (went == OUTCOME_OK)
		went = groups_move(r, p.a, form_int(&r->form, "navn"),
		                   form_int(&r->form, "gruppe"));
	return went == OUTCOME_OK ? back_to_division(r) : went;
}

static enum outcome print_page(struct req *r)
{
	struct division_page p;
	struct out o;
	enum outcome went = read_division(r, &p);

	if (went != OUTCOME_OK)
		return went;
	p.way = samling_way_in(r->site, r->mem, p.s, p.s->lang);
	o = out_new(r->mem, p.s->lang);
	t_grupper_utskrift(&o, &p);
	return page_html(r, out_html(&o));
}

#define RULE_FIELDS \
	{ "slag", FIELD_INT, .min = GROUP_RULE_APART, .max = GROUP_RULE_TOGETHER }, \
	{ "a", FIELD_INT, .min = 1, .max = INT64_MAX }, \
	{ "b", FIELD_INT, .min = 1, .max = INT64_MAX }, { "rom", FIELD_LINES, .max = 4000 }, { 0 }
static const struct field page_fields[] = { RULE_FIELDS };
static const struct field rule_fields[] = { FIELD_TOKEN, RULE_FIELDS };
static const struct field item_fields[] = {
	{ "fro", FIELD_INT, .min = 0, .max = INT32_MAX },
	{ "navn", FIELD_INT, .min = 1, .max = INT64_MAX },
	{ "gruppe", FIELD_INT, .min = 0, .max = GROUPS_MAX }, { 0 }
};
static const struct field make_fields[] = {
	FIELD_TOKEN, { "fro", FIELD_INT, .min = 0, .max = INT32_MAX }, { 0 }
};
static const struct field move_fields[] = {
	FIELD_TOKEN, { "navn", FIELD_INT, .required = true, .min = 1, .max = INT64_MAX },
	{ "gruppe", FIELD_INT, .required = true, .min = 0, .max = GROUPS_MAX }, { 0 }
};

#define G "/samling/{samling}/grupper"

const struct page gruppe_pages[] = {
	{ HTTP_GET,  G,                   RIGHT_LEADER, groups_page, page_fields },
	{ HTTP_POST, G "/regel",          RIGHT_LEADER, rule_add, rule_fields, groups_page },
	{ HTTP_POST, G "/regel/slett",    RIGHT_LEADER, rule_remove, rule_fields, groups_page },
	{ HTTP_POST, G "/rom",            RIGHT_LEADER, rooms_save, rule_fields, groups_page },
	{ HTTP_GET,  G "/{punkt}",        RIGHT_LEADER, division_page, item_fields },
	{ HTTP_POST, G "/{punkt}/lag",    RIGHT_LEADER, make, make_fields, division_page },
	{ HTTP_POST, G "/{punkt}/flytt",  RIGHT_LEADER, move, move_fields, division_page },
	{ HTTP_GET,  G "/{punkt}/utskrift", RIGHT_LEADER, print_page, NULL },
	{ 0 }
};
