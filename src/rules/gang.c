#include "rules/gang.h"

/* The round opened last, NULL before the first. */
static const struct gang_round *last_opened(const struct gang_item *g)
{
	for (size_t i = g->n_rounds; i-- > 0;)
		if (g->round[i].phase != ROUND_READY)
			return &g->round[i];
	return NULL;
}

static const struct gang_round *open_round(const struct gang_item *g)
{
	for (size_t i = 0; i < g->n_rounds; i++)
		if (g->round[i].phase == ROUND_OPEN)
			return &g->round[i];
	return NULL;
}

/* Where in the row the stage was opened, at `from` or later; n_rounds: it was not. */
static size_t opened(const struct gang_item *g, int stage, size_t from)
{
	while (from < g->n_rounds &&
	       (g->round[from].stage != stage || g->round[from].phase == ROUND_READY))
		from++;
	return from;
}

static bool was_asked(const struct gang_item *g, int stage)
{
	return opened(g, stage, 0) < g->n_rounds;
}

/* Asked early, for a reason of the moment, does not count: the point of asking again
 * is that the last stage has been heard. */
static bool was_asked_again(const struct gang_item *g)
{
	size_t last = opened(g, g->stages - 1, 0);

	return opened(g, 0, last + 1) < g->n_rounds;
}

static struct gang_next open_stage(const struct gang_item *g, int stage)
{
	struct gang_next next = { GANG_OPEN_ROUND, stage, 1, g->show == SHOW_LIVE };

	for (size_t i = 0; i < g->n_rounds; i++)
		if (g->round[i].stage == stage && g->round[i].phase != ROUND_READY &&
		    g->round[i].nr >= next.nr)
			next.nr = g->round[i].nr + 1;
	return next;
}

static struct gang_next about(enum gang_act act, const struct gang_round *r)
{
	return (struct gang_next){ act, r->stage, r->nr, r->shown };
}

struct gang_next gang_next(const struct gang_item *g)
{
	const struct gang_round *open = open_round(g), *last = last_opened(g);

	if (open != NULL)
		return about(GANG_CLOSE_ROUND, open);
	if (last != NULL && !last->shown && !g->nothing_to_show)
		return about(GANG_SHOW_RESULT, last);
	for (int stage = 0; g->takes_answers && stage < g->stages; stage++)
		if (!was_asked(g, stage))
			return open_stage(g, stage);
	if (g->takes_answers && g->asks_first_again && !was_asked_again(g))
		return open_stage(g, 0);
	if (g->more_today)
		return (struct gang_next){ .act = GANG_NEXT_ITEM };
	return (struct gang_next){ .act = g->more_days ? GANG_END_DAY : GANG_END };
}

enum gang_back gang_back(const struct gang_item *g)
{
	const struct gang_round *last = last_opened(g);

	if (last != NULL && last->shown)
		return GANG_HIDE_RESULT;
	if (g->first || open_round(g) != NULL)
		return GANG_NOTHING;
	return GANG_PREVIOUS_ITEM;
}
