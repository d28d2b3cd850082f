/* kortsteg.c - kinds with cards: what "next" and "back" do between their rounds and after
 * them. */
#include <stdlib.h>

#include "app/aktivitet/slag/felles.h"
#include "app/aktivitet/slag/kortslag.h"
#include "live/live.h"
#include "web/page.h"
#include "web/text.h"

#define PAGES 32

struct card_step card_step(const struct activity *a)
{
	struct card_step at = {
		.handled = (size_t)a->step / PAGES / 2, .adopted = a->step / PAGES % 2 != 0,
		.page = (size_t)a->step % PAGES,
	};

	if (at.handled < a->n_round)    /* a round that was opened since has the wall */
		at.adopted = false;
	return at;
}

static enum outcome go(struct req *r, const struct activity *a, struct card_step to)
{
	return step_set(r, a, a->step, (int)((to.handled * 2 + to.adopted) * PAGES + to.page), 0);
}

/* The first round of this stage that is over and has not been taken care of. */
static const struct round *waits(const struct activity *a, enum card_stage stage, size_t from)
{
	for (size_t i = from; i < a->n_round; i++)
		if (a->round[i].phase == ROUND_CLOSED &&
		    card_stage(a->config, a->round[i].stage) == stage)
			return &a->round[i];
	return NULL;
}

static bool all_asked(const struct activity *a)
{
	for (size_t stage = 0; stage < a->stages; stage++) {
		bool asked = false;

		for (size_t i = 0; i < a->n_round; i++)
			asked |= a->round[i].stage == stage && a->round[i].phase == ROUND_CLOSED;
		if (!asked)
			return false;
	}
	return true;
}

/* What the wall would show, without a result: how many pages it is does not hang on it. */
static size_t pages(struct arena *mem, const struct activity *a)
{
	const struct drawing d = { .a = a, .round = a->current };

	return cards_pages(mem, &d);
}

enum next { NEXT_NOTHING, NEXT_CARDS, NEXT_CARRIED, NEXT_ADOPTED, NEXT_PAGE };

static enum next next_of(struct arena *mem, const struct activity *a)
{
	const struct cards *c = a->state;
	struct card_step at = card_step(a);

	if (c == NULL || config_flag(a->config, "oppfoelging"))
		return NEXT_NOTHING;
	if (waits(a, CARD_STAGE_WRITE, at.handled) != NULL)
		return NEXT_CARDS;
	if (config_flag(a->config, "totredel") &&
	    waits(a, CARD_STAGE_DOTS, at.handled) != NULL)
		return NEXT_CARRIED;
	if (!at.adopted)
		return c->n_adopted > 0 && all_asked(a) ? NEXT_ADOPTED : NEXT_NOTHING;
	return at.page + 1 < pages(mem, a) ? NEXT_PAGE : NEXT_NOTHING;
}

const char *cards_step(struct arena *mem, enum lang lang, const struct activity *a)
{
	switch (next_of(mem, a)) {
	case NEXT_NOTHING:
		break;
	case NEXT_CARDS:
		return tr(lang, N_("Lag kort av svarene"));
	case NEXT_CARRIED:
		return tr(lang, N_("Vedta det to av tre støtter"));
	case NEXT_ADOPTED:
		return tr(lang, N_("Vis det som er vedtatt"));
	case NEXT_PAGE:
		return trf(mem, lang, N_("Vis side %d av %d"), (int)card_step(a).page + 2,
		           (int)pages(mem, a));
	}
	return NULL;
}

static enum outcome make_cards(struct req *r, const struct activity *a)
{
	const struct round *round;
	size_t from = card_step(a).handled, made;
	enum outcome went = OUTCOME_OK;

	while (went == OUTCOME_OK && (round = waits(a, CARD_STAGE_WRITE, from)) != NULL) {
		went = cards_of_round(r, a, round,
		                      cards_two_lists(a) ? cards_without_prefix : NULL, &made);
		from = (size_t)(round - a->round) + 1;
	}
	return went == OUTCOME_OK ?
	       go(r, a, (struct card_step){ .handled = a->n_round }) : went;
}

/* When nothing was carried the wall keeps the dots, and who leads says what becomes of it. */
static enum outcome adopt_carried(struct req *r, const struct activity *a)
{
	const struct cards *c = a->state;
	const struct round *round = waits(a, CARD_STAGE_DOTS, card_step(a).handled);
	size_t adopted;
	enum outcome went = cards_adopt_carried(r, a, round, config_int(a->config, "prikker"),
	                                        &adopted);

	return went == OUTCOME_OK ?
	       go(r, a, (struct card_step){ .handled = a->n_round,
	                                    .adopted = c->n_adopted + adopted > 0 }) : went;
}

enum outcome cards_take_step(struct req *r, const struct activity *a)
{
	struct card_step to = card_step(a);

	switch (next_of(r->mem, a)) {
	case NEXT_NOTHING:
		return OUTCOME_OK;
	case NEXT_CARDS:
		return make_cards(r, a);
	case NEXT_CARRIED:
		return adopt_carried(r, a);
	case NEXT_ADOPTED:
		return go(r, a, (struct card_step){ .handled = a->n_round, .adopted = true });
	case NEXT_PAGE:
		to.page++;
		return go(r, a, to);
	}
	return OUTCOME_OK;
}

/* The page that the wall shows, from 0: there may be fewer than when it was turned to. */
static size_t page_shown(struct arena *mem, const struct activity *a)
{
	size_t page = card_step(a).page, n = pages(mem, a);

	return page < n ? page : n > 0 ? n - 1 : 0;
}

/* Pages and faces of the wall are turned back; what became of the cards stands. */
const char *cards_step_back(struct arena *mem, enum lang lang, const struct activity *a)
{
	size_t page = page_shown(mem, a);

	if (page > 0)
		return trf(mem, lang, N_("Vis side %d av %d"), (int)page, (int)pages(mem, a));
	return card_step(a).adopted ? tr(lang, N_("Vis alle kortene på lerretet")) : NULL;
}

enum outcome cards_take_step_back(struct req *r, const struct activity *a)
{
	struct card_step to = card_step(a);
	size_t page = page_shown(r->mem, a);

	to.page = page > 0 ? page - 1 : 0;
	if (page == 0)
		to.adopted = false;
	return go(r, a, to);
}

/* "kort_side 2": the second page of what the wall shows. */
static enum outcome turn_page(struct req *r, const struct activity *a, const char *arg,
                              const char **message)
{
	struct card_step to = card_step(a);
	long page = strtol(arg, NULL, 10);

	(void)message;
	if (page < 1 || page >= PAGES)
		return OUTCOME_NOT_FOUND;
	to.page = (size_t)page - 1;
	return go(r, a, to);
}

/* "kort_vegg 1": what was adopted; "kort_vegg 0": all the cards again. */
static enum outcome turn_wall(struct req *r, const struct activity *a, const char *arg,
                              const char **message)
{
	struct card_step to = card_step(a);

	if (*arg == '1' && waits(a, CARD_STAGE_WRITE, to.handled) != NULL) {
		*message = N_("Lag kort av svarene først.");
		return OUTCOME_INVALID;
	}
	to.adopted = *arg == '1';
	to.handled = to.adopted ? a->n_round : to.handled;
	to.page = 0;
	return go(r, a, to);
}

const struct kind_act cards_acts[] = {
	{ "kort_ny",     RIGHT_LEADER, card_add },
	{ "kort_sammen", RIGHT_LEADER, card_merge },
	{ "kort_ulike",  RIGHT_LEADER, card_not_same },
	{ "kort_skill",  RIGHT_LEADER, card_part },
	{ "kort_skjul",  RIGHT_LEADER, card_hide },
	{ "kort_vis",    RIGHT_LEADER, card_show },
	{ "kort_vedta",  RIGHT_LEADER, card_adopt },
	{ "kort_stryk",  RIGHT_LEADER, card_strike },
	{ "kort_side",   RIGHT_REMOTE, turn_page },
	{ "kort_vegg",   RIGHT_LEADER, turn_wall },
	{ 0 }
};
