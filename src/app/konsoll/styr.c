/* styr.c - the acts of those who lead, one row each.
 *
 * An act is a word, and for some an argument behind a space: "klokke 120".  It is held
 * against what the person saw, so that two who press "next" at once move the day one step:
 * the second is told, and nothing happens. */
#include <stdlib.h>
#include <string.h>

#include "app/konsoll/konsoll.h"
#include "app/konsoll/styr.h"
#include "app/lerret/lerret.h"
#include "lib/arena.h"
#include "lib/world.h"
#include "live/live.h"
#include "web/text.h"

#define MINUTE 60
#define CLOCK_MOST 3600
#define BEHIND_MOST 600

/* An open round is not left open behind everybody's back, unless that is what it is for. */
static enum outcome leave_round(struct req *r, const struct scene *sc)
{
	if (sc->round == NULL || sc->round->phase != ROUND_OPEN)
		return OUTCOME_OK;
	return sc->a->kind->outlasts ? round_keep(r, sc->a, sc->round->id) :
	                               round_close(r, sc->a, sc->round->id);
}

/* Leaves the item under way. */
enum outcome styr_go(struct req *r, const struct scene *sc, int64_t to)
{
	enum samling_phase phase = sc->s->phase;
	enum outcome went = OUTCOME_OK;

	if (phase != PHASE_LIVE && !(r->who.rights & RIGHT_BIT(RIGHT_LEADER)))
		return OUTCOME_FORBIDDEN;
	if (phase == PHASE_DRAFT)
		went = samling_move(r, PHASE_DRAFT, PHASE_READY);
	if (went == OUTCOME_OK && phase == PHASE_ENDED)
		went = samling_move(r, PHASE_ENDED, PHASE_LIVE);
	if (went == OUTCOME_OK)
		went = leave_round(r, sc);
	if (went == OUTCOME_OK)
		went = samling_go(r, sc->now != NULL ? sc->now->id : 0, to);
	return went;
}

static enum outcome finish(struct req *r, const struct scene *sc, const char *arg)
{
	enum outcome went = OUTCOME_OK;

	(void)arg;
	if (sc->now != NULL)
		went = styr_go(r, sc, 0);
	return went == OUTCOME_OK ? samling_move(r, PHASE_LIVE, PHASE_ENDED) : went;
}

static enum outcome reopen(struct req *r, const struct scene *sc, const char *arg)
{
	(void)sc, (void)arg;
	return samling_move(r, PHASE_ENDED, PHASE_LIVE);
}

static enum outcome next(struct req *r, const struct scene *sc, const char *arg)
{
	(void)arg;
	switch (sc->key) {
	case KEY_NOTHING:
		return OUTCOME_OK;
	case KEY_START:
	case KEY_ITEM:
		return styr_go(r, sc, sc->coming->id);
	case KEY_STEP:
		return sc->a->kind->take_step(r, sc->a);
	case KEY_OPEN:
		return round_open(r, sc->a, sc->stage, sc->nr);
	case KEY_CLOSE:
		return round_close(r, sc->a, sc->round->id);
	case KEY_SHOW:
		return round_show(r, sc->a, sc->round->id, true);
	case KEY_END_DAY:
		return styr_go(r, sc, 0);
	case KEY_END:   /* a clicker pressed once too often ends nothing for good */
		return r->who.rights & RIGHT_BIT(RIGHT_LEADER) ? finish(r, sc, arg) : OUTCOME_OK;
	}
	return OUTCOME_OK;
}

static enum outcome back(struct req *r, const struct scene *sc, const char *arg)
{
	(void)arg;
	if (sc->steps_back)
		return sc->a->kind->take_step_back(r, sc->a);
	if (sc->hides)
		return round_show(r, sc->a, sc->round->id, false);
	return sc->previous != NULL ? styr_go(r, sc, sc->previous->id) : OUTCOME_OK;
}

/* The one that was kept open when its item was left. */
static enum outcome close_kept(struct req *r, const struct scene *sc, const char *arg)
{
	const struct kept_round *kept;
	struct activity a;
	enum outcome went = kept_round_read(r->store, r->mem, sc->s->id,
	                                    world_wall_ms(r->world), &kept);

	if (went != OUTCOME_OK || kept == NULL || kept->id != strtoll(arg, NULL, 10))
		return went != OUTCOME_OK ? went : OUTCOME_CONFLICT;
	went = activity_read(r->store, r->mem, kept->item.id, &a);
	return went == OUTCOME_OK ? round_close(r, &a, kept->id) : went;
}

static enum outcome to_item(struct req *r, const struct scene *sc, const char *arg)
{
	int64_t id = strtoll(arg, NULL, 10);

	for (size_t i = 0; i < sc->s->n_item; i++)
		if (sc->s->item[i].id == id)
			return sc->now == &sc->s->item[i] ? OUTCOME_OK : styr_go(r, sc, id);
	return OUTCOME_NOT_FOUND;
}

static enum outcome show(struct req *r, const struct scene *sc, const char *arg)
{
	(void)arg;
	return sc->round != NULL ? round_show(r, sc->a, sc->round->id, true) : OUTCOME_OK;
}

static enum outcome hide(struct req *r, const struct scene *sc, const char *arg)
{
	(void)arg;
	return sc->round != NULL ? round_show(r, sc->a, sc->round->id, false) : OUTCOME_OK;
}

static enum outcome compare(struct req *r, const struct scene *sc, const char *arg)
{
	return sc->round != NULL ? round_compare(r, sc->a, sc->round->id, *arg == '1') :
	                           OUTCOME_OK;
}

/* "svart 1" and "svart 0" say which; a key alone turns it. */
static enum outcome black(struct req *r, const struct scene *sc, const char *arg)
{
	bool on = *arg != '\0' ? *arg == '1' : !sc->s->black;
	enum outcome went = RUN(r->store, r->mem, NULL, samling_svart, .samling = v_int(sc->s->id),
	                        .svart = v_int(on));

	return went == OUTCOME_OK ? samling_changed(r, VIEW_EVERY) : went;
}

static bool open_now(const struct scene *sc)
{
	return sc->round != NULL && sc->round->phase == ROUND_OPEN;
}

/* One minute more: on the clock of an open round or a step, else to the item itself, so that a
 * break ends a minute later and the floating rest moves with it. */
static enum outcome minute(struct req *r, const struct scene *sc, const char *arg)
{
	enum outcome went;

	(void)arg;
	if (open_now(sc))
		return round_time(r, sc->a, sc->round->id, MINUTE);
	if (sc->now == NULL)
		return OUTCOME_OK;
	if (sc->a->ends > 0)
		return step_time(r, sc->a, MINUTE);
	went = RUN(r->store, r->mem, NULL, konsoll_lengre, .id = v_int(sc->now->id));
	return went == OUTCOME_OK ? samling_changed(r, VIEW_EVERY) : went;
}

/* The clock is set to so many seconds from now; 0 stops it. */
static enum outcome set_clock(struct req *r, const struct scene *sc, const char *arg)
{
	long seconds = strtol(arg, NULL, 10);
	struct scene again;
	enum outcome went = OUTCOME_OK;

	if (seconds < 0 || seconds > CLOCK_MOST)
		return OUTCOME_CONFLICT;
	if (!open_now(sc))
		return sc->a != NULL && sc->a->ends > 0 ?
		       step_set(r, sc->a, sc->a->step, sc->a->step, (int)seconds) :
		       OUTCOME_CONFLICT;
	if (sc->round->ends > 0)
		went = round_time(r, sc->a, sc->round->id, -2 * CLOCK_MOST);
	if (went == OUTCOME_OK)
		went = scene_read(r->site, r->mem, sc->s->id, 0, &again);
	if (went == OUTCOME_OK && seconds > 0)
		went = round_time(r, again.a, again.round->id, (int)seconds);
	return went;
}

/* The same stage is asked once more, beside what gang.h would ask. */
static enum outcome ask_again(struct req *r, const struct scene *sc, const char *arg)
{
	int nr = 0;

	(void)arg;
	if (sc->round == NULL || open_now(sc))
		return OUTCOME_CONFLICT;
	for (size_t i = 0; i < sc->a->n_round; i++)
		if (sc->a->round[i].stage == sc->round->stage && sc->a->round[i].nr > nr)
			nr = sc->a->round[i].nr;
	return round_open(r, sc->a, sc->round->stage, nr + 1);
}

static enum outcome behind(struct req *r, const struct scene *sc, const char *arg)
{
	long minutes = strtol(arg, NULL, 10);
	enum outcome went;

	if (minutes < -BEHIND_MOST || minutes > BEHIND_MOST)
		return OUTCOME_NOT_FOUND;
	went = RUN(r->store, r->mem, NULL, samling_etter, .samling = v_int(sc->s->id),
	           .etter = v_int(minutes));
	if (went == OUTCOME_OK)
		went = samling_note(r, "etter", arena_printf(r->mem, "%ld min", minutes));
	return went == OUTCOME_OK ? samling_changed(r, VIEW_EVERY) : went;
}

/* When an act may be done: what must still be as the person saw it. */
enum hold { HOLD_NOTHING, HOLD_ITEM, HOLD_ROUND, HOLD_PHASE };

/* Acts with RIGHT_REMOTE are those of a clicker and of the remote. */
static const struct act {
	const char *name;
	enum right right;
	enum hold hold;
	enum outcome (*fn)(struct req *, const struct scene *, const char *arg);
} acts[] = {
	{ "neste",       RIGHT_REMOTE, HOLD_PHASE,   next },
	{ "tilbake",     RIGHT_REMOTE, HOLD_PHASE,   back },
	{ "vis",         RIGHT_REMOTE, HOLD_ROUND,   show },
	{ "skjul",       RIGHT_REMOTE, HOLD_ROUND,   hide },
	{ "svart",       RIGHT_REMOTE, HOLD_NOTHING, black },
	{ "minutt",      RIGHT_REMOTE, HOLD_ROUND,   minute },
	{ "klokke",      RIGHT_REMOTE, HOLD_ROUND,   set_clock },
	{ "sammenlign",  RIGHT_LEADER, HOLD_ROUND,   compare },
	{ "igjen",       RIGHT_LEADER, HOLD_PHASE,   ask_again },
	{ "etter",       RIGHT_LEADER, HOLD_ITEM,    behind },
	{ "gaatil",      RIGHT_LEADER, HOLD_ITEM,    to_item },
	{ "avslutt",     RIGHT_LEADER, HOLD_ITEM,    finish },
	{ "lukk_holdt",  RIGHT_LEADER, HOLD_NOTHING, close_kept },
	{ "gjenaapne",   RIGHT_LEADER, HOLD_NOTHING, reopen },
	{ "opp",         RIGHT_LEADER, HOLD_NOTHING, styr_up },
	{ "ned",         RIGHT_LEADER, HOLD_NOTHING, styr_down },
	{ "haand",       RIGHT_LEADER, HOLD_ROUND,   styr_hand },
	{ "hender",      RIGHT_LEADER, HOLD_ROUND,   styr_hands },
	{ "tekst_vis",   RIGHT_LEADER, HOLD_ITEM,    styr_text_show },
	{ "tekst_skjul", RIGHT_LEADER, HOLD_ITEM,    styr_text_hide },
	{ "konklusjon",  RIGHT_LEADER, HOLD_NOTHING, styr_conclusion },
	{ "improviser",  RIGHT_LEADER, HOLD_ITEM,    styr_improvise },
};

/* "klokke 120" is the act "klokke" with "120". */
static const struct act *find(const char *handling, const char **arg)
{
	size_t n = strcspn(handling, " ");

	*arg = handling + n + (handling[n] == ' ');
	for (size_t i = 0; i < sizeof acts / sizeof acts[0]; i++)
		if (strlen(acts[i].name) == n && memcmp(acts[i].name, handling, n) == 0)
			return &acts[i];
	return NULL;
}

static bool still(const struct req *r, const struct scene *sc, enum hold hold)
{
	const struct form *f = &r->form;

	if (hold >= HOLD_ITEM && form_int(f, "sett") != (sc->now != NULL ? sc->now->id : 0))
		return false;
	if (hold >= HOLD_ROUND && form_int(f, "runde") != (sc->round != NULL ? sc->round->id : 0))
		return false;
	return hold < HOLD_PHASE || form_int(f, "fase") == scene_seen(sc->a, sc->round);
}

/* An act of the kind under way, in its own words. */
static enum outcome kind_act(struct req *r, const struct scene *sc, uint32_t rights)
{
	const char *message = NULL;
	enum outcome went;

	if (sc->a == NULL)
		return OUTCOME_NOT_FOUND;
	went = activity_act(r, sc->a, rights, form_text(&r->form, "handling"), &message);
	if (went == OUTCOME_INVALID)
		form_reject(&r->form, NULL, message);
	return went;
}

enum outcome styr(struct req *r, uint32_t rights, bool *late)
{
	const char *arg;
	const struct act *act = find(form_text(&r->form, "handling"), &arg);
	struct scene sc;
	enum outcome went;

	*late = false;
	if (act != NULL && !(rights & RIGHT_BIT(act->right)))
		return OUTCOME_FORBIDDEN;
	went = scene_read(r->site, r->mem, r->samling, 0, &sc);
	if (went != OUTCOME_OK)
		return went;
	*late = !still(r, &sc, act != NULL ? act->hold : HOLD_ITEM);
	if (*late)
		return OUTCOME_OK;
	return act != NULL ? act->fn(r, &sc, arg) : kind_act(r, &sc, rights);
}
