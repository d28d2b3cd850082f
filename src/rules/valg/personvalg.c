#include "rules/valg/personvalg.h"

#include <assert.h>

#include "lib/arena.h"

struct count {
	struct arena *mem;
	const struct personvalg_task *task;
	bool *gone;                     /* is elected already                         */
	size_t lots;                    /* used                                       */
	struct personvalg out;
};

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

struct personvalg_counted personvalg_ballot(size_t seats, size_t members, size_t deputies)
{
	return (struct personvalg_counted){ least(members, seats), least(deputies, seats) };
}

struct personvalg_counted personvalg_undivided(size_t seats, size_t names)
{
	const size_t members = least(names, seats);

	return personvalg_ballot(seats, members, names - members);
}

static int64_t votes_of(const struct count *c, size_t i, bool deputies)
{
	const struct personvalg_votes *v = &c->task->candidate[i];

	return deputies ? v->member + v->deputy : v->member;
}

/* Those with most votes of everybody who is left; 0: nobody has a vote. */
static size_t top(const struct count *c, bool deputies, size_t *who)
{
	int64_t most = 0;
	size_t n = 0;

	for (size_t i = 0; i < c->task->n_candidate; i++) {
		const int64_t votes = c->gone[i] ? 0 : votes_of(c, i, deputies);

		if (votes == 0 || votes < most)
			continue;
		if (votes > most)
			n = 0;
		most = votes;
		who[n++] = i;
	}
	return n;
}

static bool holds(const size_t *who, size_t n, size_t one)
{
	for (size_t i = 0; i < n; i++)
		if (who[i] == one)
			return true;
	return false;
}

static bool fits(const struct personvalg_draw *draw, const size_t *among, size_t n_among)
{
	for (size_t i = 0; i < draw->n; i++)
		if (!holds(among, n_among, draw->who[i]) || holds(draw->who, i, draw->who[i]))
			return false;
	return true;
}

static void take(struct count *c, bool deputies, const size_t *who, size_t n)
{
	size_t *into = deputies ? c->out.deputy : c->out.member;
	size_t *count = deputies ? &c->out.n_deputy : &c->out.n_member;

	for (size_t i = 0; i < n; i++) {
		into[(*count)++] = who[i];
		c->gone[who[i]] = true;
	}
}

/* False: it waits, or what was handed in does not fit. */
static bool draw(struct count *c, bool deputies, size_t *among, size_t n_among, size_t to_draw)
{
	const struct personvalg_draw *d = &c->task->draw[c->lots];

	if (c->lots < c->task->n_draw && d->n == to_draw && fits(d, among, n_among)) {
		take(c, deputies, d->who, d->n);
		c->lots++;
		return true;
	}
	c->out.state = c->lots < c->task->n_draw ? PERSONVALG_WRONG_DRAW : PERSONVALG_LOT;
	c->out.among = among;
	c->out.n_among = n_among;
	c->out.to_draw = to_draw;
	c->out.lot_is_of_deputies = deputies;
	return false;
}

static bool elect(struct count *c, bool deputies)
{
	const size_t *have = deputies ? &c->out.n_deputy : &c->out.n_member;

	while (*have < c->task->seats) {
		size_t *who = arena_array(c->mem, c->task->n_candidate, sizeof *who);
		const size_t n = top(c, deputies, who), left = c->task->seats - *have;

		if (n == 0)
			return true;
		if (n == 1 || (!deputies && n <= left))
			take(c, deputies, who, n);
		else if (!draw(c, deputies, who, n, least(n, left)))
			return false;
	}
	return true;
}

struct personvalg personvalg(struct arena *mem, const struct personvalg_task *task)
{
	struct count c = { .mem = mem, .task = task };

	assert(task->seats <= VALG_SEATS_MAX && task->n_candidate <= VALG_NAMES_MAX);
	c.gone = arena_array(mem, task->n_candidate, sizeof *c.gone);
	c.out.member = arena_array(mem, task->n_candidate, sizeof *c.out.member);
	c.out.deputy = arena_array(mem, task->n_candidate, sizeof *c.out.deputy);
	if (elect(&c, false) && elect(&c, true) && c.lots < task->n_draw)
		c.out.state = PERSONVALG_WRONG_DRAW;
	if (c.out.state == PERSONVALG_SETTLED)
		c.out.vacant = task->seats - c.out.n_member;
	return c.out;
}
