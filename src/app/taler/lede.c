/* lede.c - the chair gives the floor: next, back, the clock. */
#include <stdlib.h>
#include <string.h>

#include "app/samling/navneliste.h"
#include "app/taler/lede.h"
#include "lib/arena.h"
#include "lib/world.h"
#include "live/live.h"
#include "web/text.h"

#define SECOND 1000
#define LONGER_S 30

const char *rostrum_step(struct arena *mem, enum lang lang, const struct activity *a)
{
	const struct rostrum *l = a->state;
	bool nobody = l->now == NO_SPEAKER;

	if (l->n_queue > 0)
		return trf(mem, lang, nobody ? N_("Gi ordet til %s") : N_("Neste: %s"),
		           l->row[l->queue[0]].said);
	if (!nobody)
		return l->presents ? tr(lang, N_("Ferdig: runden er slutt")) :
		                     tr(lang, N_("Ferdig med innlegget"));
	return rostrum_unbegun(l) ? tr(lang, N_("Start runden")) : NULL;
}

/* What the clock of the one who speaks shows, in ms. */
static int64_t left_of(const struct req *r, const struct activity *a)
{
	const struct rostrum *l = a->state;

	if (l->who[l->now].since == 0)
		return l->row[l->now].left;
	return a->ends > 0 ? a->ends - world_wall_ms(r->world) :
	                     (int64_t)l->row[l->now].seconds * SECOND;
}

/* The one who speaks is done. */
static enum outcome finish(struct req *r, const struct activity *a)
{
	const struct rostrum *l = a->state;
	const struct speaker *who = &l->who[l->now];

	return RUN(r->store, r->mem, NULL, taler_ferdig, .id = v_int(who->id),
	           .brukt = v_int(speaker_used(who, world_wall_ms(r->world))),
	           .igjen = v_int(left_of(r, a)));
}

/* The floor goes to `next`, or to nobody. */
static enum outcome give(struct req *r, const struct activity *a, size_t next)
{
	const struct rostrum *l = a->state;
	enum outcome went = l->now != NO_SPEAKER ? finish(r, a) : OUTCOME_OK;

	if (went == OUTCOME_OK && next != NO_SPEAKER)
		went = RUN(r->store, r->mem, NULL, taler_begynner, .id = v_int(l->who[next].id),
		           .tur = v_int(a->step + 1), .naa = v_int(world_wall_ms(r->world)));
	return went == OUTCOME_OK ? step_set(r, a, a->step, a->step + 1,
	                                     next != NO_SPEAKER ? l->row[next].seconds : 0) :
	                            went;
}

enum outcome rostrum_take_step(struct req *r, const struct activity *a)
{
	struct activity fresh = *a;
	const struct rostrum *l = a->state;
	enum outcome went = OUTCOME_OK;

	if (rostrum_unbegun(l)) {
		went = rostrum_fetch(r, a);
		if (went == OUTCOME_OK)
			went = rostrum_load(r->store, r->mem, &fresh);
		l = fresh.state;
	}
	return went == OUTCOME_OK ? give(r, &fresh, l->n_queue > 0 ? l->queue[0] : NO_SPEAKER) :
	                            went;
}

size_t rostrum_find(const struct rostrum *l, const char *arg, const char **rest)
{
	char *end;
	int64_t id = strtoll(arg, &end, 10);

	*rest = end + strspn(end, " ");
	for (size_t i = 0; i < l->n; i++)
		if (l->who[i].id == id)
			return i;
	return NO_SPEAKER;
}

static enum outcome rostrum_give_now(struct req *r, const struct activity *a, const char *arg,
                                     const char **message)
{
	const struct rostrum *l = a->state;
	size_t at = rostrum_find(l, arg, &arg);

	(void)message;
	if (at == NO_SPEAKER || l->who[at].phase != SPEAKER_WAITING)
		return OUTCOME_CONFLICT;
	return give(r, a, at);
}

/* The one who spoke before goes on as if the floor had not been given away. */
static enum outcome resume_last(struct req *r, const struct activity *a)
{
	const struct rostrum *l = a->state;
	int64_t from = l->now != NO_SPEAKER ? l->who[l->now].since : 0;
	enum outcome went;

	if (l->last == NO_SPEAKER)
		return step_resume(r, a, a->step + 1, 0, 0);
	if (from == 0)
		from = world_wall_ms(r->world);
	went = RUN(r->store, r->mem, NULL, taler_gaar_videre, .id = v_int(l->who[l->last].id),
	           .naa = v_int(from));
	return went == OUTCOME_OK ?
	       step_resume(r, a, a->step + 1, from + l->row[l->last].left,
	                   (int64_t)l->row[l->last].seconds * SECOND) : went;
}

const char *rostrum_step_back(struct arena *mem, enum lang lang, const struct activity *a)
{
	const struct rostrum *l = a->state;

	if (l->last != NO_SPEAKER)
		return trf(mem, lang, N_("Angre: gi ordet tilbake til %s"),
		           l->row[l->last].said);
	return l->now != NO_SPEAKER ? tr(lang, N_("Angre: ingen har ordet")) : NULL;
}

enum outcome rostrum_take_step_back(struct req *r, const struct activity *a)
{
	const struct rostrum *l = a->state;
	enum outcome went = OUTCOME_OK;

	if (l->now != NO_SPEAKER)
		went = RUN(r->store, r->mem, NULL, taler_venter_igjen,
		           .id = v_int(l->who[l->now].id));
	return went == OUTCOME_OK ? resume_last(r, a) : went;
}

static enum outcome stop(struct req *r, const struct activity *a)
{
	const struct rostrum *l = a->state;
	const struct speaker *who = &l->who[l->now];
	enum outcome went = RUN(r->store, r->mem, NULL, taler_stopper, .id = v_int(who->id),
	                        .brukt = v_int(speaker_used(who, world_wall_ms(r->world))),
	                        .igjen = v_int(left_of(r, a)));

	return went == OUTCOME_OK ? step_resume(r, a, a->step, 0, 0) : went;
}

static enum outcome go_on(struct req *r, const struct activity *a)
{
	const struct rostrum *l = a->state;
	int64_t now = world_wall_ms(r->world);
	enum outcome went = RUN(r->store, r->mem, NULL, taler_gaar_videre,
	                        .id = v_int(l->who[l->now].id), .naa = v_int(now));

	return went == OUTCOME_OK ? step_resume(r, a, a->step, now + l->row[l->now].left,
	                                        (int64_t)l->row[l->now].seconds * SECOND) : went;
}

/* "pause 17" and "fortsett 17": whose clock. */
static enum outcome rostrum_clock(struct req *r, const struct activity *a, const char *arg,
                                  const char **message)
{
	const struct rostrum *l = a->state;
	bool pause = strncmp(arg, "pause ", 6) == 0, on = strncmp(arg, "fortsett ", 9) == 0;
	const char *rest;

	(void)message;
	if (!pause && !on)
		return OUTCOME_NOT_FOUND;
	if (l->now == NO_SPEAKER || rostrum_find(l, strchr(arg, ' '), &rest) != l->now)
		return OUTCOME_CONFLICT;
	if ((l->who[l->now].since > 0) == on)
		return OUTCOME_OK;              /* it does already */
	return pause ? stop(r, a) : go_on(r, a);
}

static enum outcome rostrum_longer(struct req *r, const struct activity *a, const char *arg,
                                   const char **message)
{
	const struct rostrum *l = a->state;
	const struct speaker *who;
	enum outcome went;

	(void)message;
	if (l->now == NO_SPEAKER || rostrum_find(l, arg, &arg) != l->now)
		return OUTCOME_CONFLICT;
	who = &l->who[l->now];
	if (who->since > 0)
		return step_time(r, a, LONGER_S);
	went = RUN(r->store, r->mem, NULL, taler_stopper, .id = v_int(who->id),
	           .brukt = v_int(who->used),
	           .igjen = v_int(l->row[l->now].left + LONGER_S * SECOND));
	return went == OUTCOME_OK ? samling_changed(r, VIEW_EVERY) : went;
}

const struct kind_act rostrum_acts[] = {
	{ "be_om_ordet",    RIGHT_PARTICIPANT, rostrum_ask },
	{ "trekk_ordet",    RIGHT_PARTICIPANT, rostrum_withdraw },
	{ "taler_naa",      RIGHT_LEADER,      rostrum_give_now },
	{ "taler_klokke",   RIGHT_LEADER,      rostrum_clock },
	{ "taler_mer",      RIGHT_LEADER,      rostrum_longer },
	{ "taler_legg_til", RIGHT_LEADER,      rostrum_put },
	{ "taler_hent",     RIGHT_LEADER,      rostrum_fetch_act },
	{ "taler_sorter",   RIGHT_LEADER,      rostrum_sort },
	{ "taler_flytt",    RIGHT_LEADER,      rostrum_place },
	{ "taler_fjern",    RIGHT_LEADER,      rostrum_remove },
	{ "taler_strek",    RIGHT_LEADER,      rostrum_close },
	{ "taler_tid",      RIGHT_LEADER,      rostrum_show_sums },
	{ 0 }
};
