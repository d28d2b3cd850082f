/* gang.c - the steps of group work: groups, alone, round, agree, and plenary group by group. */
#include "app/gruppe/gruppe.h"
#include "lib/arena.h"
#include "web/site.h"
#include "web/text.h"

#define MINUTE 60

static int setting(const struct activity *a, const char *name)
{
	return (int)json_integer_value(json_object_get(a->config, name));
}

static size_t groups_of(const struct activity *a)
{
	const struct division *d = a->state;

	return d != NULL ? d->n : 0;
}

int group_minutes(const struct activity *a, int step)
{
	switch (step) {
	case STEP_MAKE:
	case STEP_SHOWN:
		return 0;
	case STEP_ALONE:
		return setting(a, "alene");
	case STEP_ROUND:
		return setting(a, "runde");
	case STEP_AGREE:
		return setting(a, "enighet");
	}
	return setting(a, "plenum");
}

const char *group_step_name(int step)
{
	static const char *const name[] = {
		[STEP_MAKE] = N_("Før gruppene vises"), [STEP_SHOWN] = N_("Finn gruppen"),
		[STEP_ALONE] = N_("Tenk alene"), [STEP_ROUND] = N_("Runde"),
		[STEP_AGREE] = N_("Bli enige"), [STEP_PLENARY] = N_("Plenum"),
	};

	return name[step < STEP_PLENARY ? step : STEP_PLENARY];
}

/* One more than the last: where points are told group by group each has a step, else they stand
 * there together. */
static int steps_of(const struct activity *a)
{
	if (setting(a, "punkter") == 0)
		return STEP_PLENARY;
	return STEP_PLENARY + (setting(a, "plenum") > 0 ? (int)groups_of(a) : 1);
}

bool group_has_step(const struct activity *a, int step)
{
	if (step < STEP_MAKE || step >= steps_of(a))
		return false;
	return step <= STEP_SHOWN || group_minutes(a, step) > 0 || step >= STEP_PLENARY;
}

bool group_writes(const struct activity *a)
{
	const struct division *d = a->state;
	bool talks = group_minutes(a, STEP_ROUND) > 0 || group_minutes(a, STEP_AGREE) > 0;

	return d->shown && setting(a, "punkter") > 0 &&
	       a->step >= (talks ? STEP_ROUND : STEP_SHOWN);
}

/* -1: this is the last. */
static int step_after(const struct activity *a)
{
	for (int step = a->step + 1; step < steps_of(a); step++)
		if (group_has_step(a, step))
			return step;
	return -1;
}

const char *groups_step(struct arena *mem, enum lang lang, const struct activity *a)
{
	const struct division *d = a->state;
	int to = step_after(a);

	if (to < 0)
		return NULL;
	switch (to) {
	case STEP_SHOWN:
		return d->made ? tr(lang, N_("Vis gruppene")) : tr(lang, N_("Lag og vis gruppene"));
	case STEP_ALONE:
		return trf(mem, lang, N_("Start: tenk alene (%d min)"), group_minutes(a, to));
	case STEP_ROUND:
		return trf(mem, lang, N_("Start runden (%d min)"), group_minutes(a, to));
	case STEP_AGREE:
		return trf(mem, lang, N_("Start: bli enige (%d min)"), group_minutes(a, to));
	}
	return group_minutes(a, to) == 0 ? tr(lang, N_("Til plenum")) :
	       trf(mem, lang, N_("Til plenum: gruppe %d"),
	           d->group[to - STEP_PLENARY].nr);
}

/* -1: there is none.  Groups that have been on the wall stay there. */
static int step_before(const struct activity *a)
{
	for (int step = a->step - 1; step >= STEP_SHOWN; step--)
		if (group_has_step(a, step))
			return step;
	return -1;
}

const char *groups_step_back(struct arena *mem, enum lang lang, const struct activity *a)
{
	int to = step_before(a);

	if (to < 0)
		return NULL;
	return to >= STEP_PLENARY ? tr(lang, N_("Forrige gruppe")) :
	       trf(mem, lang, N_("Tilbake til «%s»"), tr(lang, group_step_name(to)));
}

static enum outcome show(struct req *r, const struct activity *a)
{
	const struct division *d = a->state;
	enum outcome went;

	if (d->shown)
		return groups_place_late(r, a);
	went = RUN(r->store, r->mem, NULL, gruppedeling_vis, .punkt = v_int(a->id));
	return went == OUTCOME_OK ? samling_note(r, "grupper_vist", a->title) : went;
}

enum outcome groups_go(struct req *r, const struct activity *a, int from, int to)
{
	const struct division *d = a->state;
	struct activity made = *a;
	const char *why = NULL;
	enum outcome went = OUTCOME_OK;

	if (a->step != from || (d->made && !group_has_step(a, to)))
		return OUTCOME_CONFLICT;
	if (to > STEP_MAKE && !d->made) {
		went = groups_make(r, a, 0, &why);
		if (went == OUTCOME_INVALID)
			form_reject(&r->form, NULL, why);
		if (went == OUTCOME_OK)
			went = groups_load(r->store, r->mem, &made);
	}
	if (went == OUTCOME_OK && to > STEP_MAKE)
		went = show(r, &made);
	return went == OUTCOME_OK ?
	       step_set(r, a, from, to, group_minutes(a, to) * MINUTE) : went;
}

enum outcome groups_take_step(struct req *r, const struct activity *a)
{
	int to = step_after(a);

	return to < 0 ? OUTCOME_OK : groups_go(r, a, a->step, to);
}

enum outcome groups_take_step_back(struct req *r, const struct activity *a)
{
	int to = step_before(a);

	return to < 0 ? OUTCOME_OK : groups_go(r, a, a->step, to);
}
