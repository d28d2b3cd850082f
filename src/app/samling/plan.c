/* plan.c - the plan of a samling: its page, its order, its phase, its paper. */
#include "app/samling/plan.h"

#include <string.h>

#include "app/samling/plan.html.h"
#include "app/samling/sider.h"
#include "lib/arena.h"
#include "web/ramme.html.h"
#include "web/text.h"

const struct phase_step phase_steps[] = {
	{ PHASE_DRAFT, PHASE_READY, N_("Meld programmet klart"), true },
	{ PHASE_READY, PHASE_LIVE, N_("Start samlingen"), true },
	{ PHASE_READY, PHASE_DRAFT, N_("Tilbake til utkast"), false },
	{ PHASE_LIVE, PHASE_ENDED, N_("Avslutt samlingen"), false },
	{ PHASE_ENDED, PHASE_LIVE, N_("Åpne samlingen igjen"), false },
	{ 0 }
};

const char *phase_label(enum samling_phase phase)
{
	static const char *const label[PHASE__MAX] = {
		[PHASE_DRAFT] = N_("Utkast"), [PHASE_READY] = N_("Klar"),
		[PHASE_LIVE] = N_("Pågår"), [PHASE_ENDED] = N_("Avsluttet"),
	};

	return label[phase];
}

const char *kind_label(const char *kind)
{
	const struct kind *k = kind_find(kind);

	return k != NULL ? k->label : "";
}

bool item_is_first(const struct samling *s, const struct item *item)
{
	return item == s->item;
}

bool item_is_last(const struct samling *s, const struct item *item)
{
	return item == s->item + s->n_item - 1;
}

int day_end(const struct samling *s, const struct day *d)
{
	int end = d->start;

	for (size_t i = 0; i < d->n; i++)
		if (s->item[d->first + i].end > end)
			end = s->item[d->first + i].end;
	return end;
}

static enum outcome show_plan(struct req *r, const char *message)
{
	struct out o = out_new(r->mem, r->lang);
	struct samling *s;
	enum outcome went = own_samling(r, &s);

	if (went != OUTCOME_OK)
		return went;
	t_samling_plan(&o, r, s, message);
	return page_staff(r, s->title, out_html(&o));
}

enum outcome plan_page(struct req *r)
{
	return show_plan(r, NULL);
}

const struct field phase_fields[] = {
	FIELD_TOKEN, { "fra", FIELD_INT, true, 0, PHASE__MAX - 1 },
	{ "til", FIELD_INT, true, 0, PHASE__MAX - 1 }, { 0 }
};

/* A samling that is over has nothing under way: what was open would stay so, and so would
 * the secret that ties its answers to phones. */
static enum outcome leave_item(struct req *r)
{
	const struct item *now;
	struct activity a;
	struct samling *s;
	enum outcome went = own_samling(r, &s);

	if (went != OUTCOME_OK || samling_now(s) == NULL)
		return went;
	now = samling_now(s);
	went = activity_read(r->store, r->mem, now->id, &a);
	if (went == OUTCOME_OK && a.current != NULL && a.current->phase == ROUND_OPEN)
		went = a.kind->outlasts ? round_keep(r, &a, a.current->id) :
		                          round_close(r, &a, a.current->id);
	return went == OUTCOME_OK ? samling_go(r, now->id, 0) : went;
}

enum outcome change_phase(struct req *r)
{
	enum samling_phase to = (enum samling_phase)form_int(&r->form, "til");
	enum outcome went = samling_move(r, (enum samling_phase)form_int(&r->form, "fra"), to);

	if (went == OUTCOME_OK && to == PHASE_ENDED)
		went = leave_item(r);
	return went == OUTCOME_OK ? page_redirect(r, samling_path(r, "")) : went;
}

const struct field move_fields[] = {
	FIELD_TOKEN, { "dag", FIELD_INT, true, 1, 100 }, { "plass", FIELD_INT, true, 0, 100000 },
	{ "retning", FIELD_TEXT, true, .max = 4 }, { 0 }
};

/* The page comes back at the item that was moved, so that it can be pressed again. */
enum outcome move_item(struct req *r)
{
	struct item_seen seen = { page_param_id(r, 1), (int)form_int(&r->form, "dag"),
	                          (int)form_int(&r->form, "plass") };
	enum outcome went = samling_item_move(r, seen, strcmp(form_text(&r->form, "retning"),
	                                                      "opp") == 0);

	if (went != OUTCOME_OK)
		return went;
	return page_redirect(r, samling_path(r, arena_printf(r->mem, "#p%lld",
	                                                     (long long)seen.id)));
}

enum outcome delete_item(struct req *r)
{
	const char *why;
	enum outcome went = samling_item_delete(r, page_param_id(r, 1), &why);

	if (went == OUTCOME_INVALID) {
		r->status = 409;
		return show_plan(r, why);
	}
	return went == OUTCOME_OK ? page_redirect(r, samling_path(r, "")) : went;
}

enum outcome print_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);
	struct samling *s;
	struct way_in way;
	enum outcome went = own_samling(r, &s);

	if (went != OUTCOME_OK)
		return went;
	o.lang = s->lang;
	way = samling_way_in(r->site, r->mem, s, s->lang);
	t_samling_utskrift(&o, s, &way);
	return page_html(r, out_html(&o));
}
