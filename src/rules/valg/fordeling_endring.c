#include "rules/valg/fordeling_endring.h"

#include <assert.h>

#include "lib/arena.h"

/* What would be, seen from one claim of one list. */
struct trial {
	const struct fordeling_task *task;
	size_t list, nr;                /* the claim                              */
	size_t from, to;                /* `votes` go from one to the other       */
	int64_t votes;
};

static int64_t votes_of(const struct trial *t, size_t list)
{
	return t->task->votes[list] + (list == t->to ? t->votes : 0) -
	       (list == t->from ? t->votes : 0);
}

/* How many of the claims of `votes` go before ours; with `equal` also those that draw with it.
 * A list's claims fall, so those that do are its first. */
static size_t before(const struct trial *t, const struct fordeling_claim *ours, int64_t votes,
                     bool equal)
{
	size_t low = 0, high = t->task->seats;

	while (low < high && votes > 0) {
		const size_t nr = low + (high - low + 1) / 2;
		const struct fordeling_claim theirs = {
			.votes = votes, .divisor = fordeling_divisor(t->task->method, nr),
		};

		if (fordeling_compare(&theirs, ours) + equal > 0)
			low = nr;
		else
			high = nr - 1;
	}
	return votes > 0 ? low : 0;
}

/* The rank of the claim: the worst it can have in a lot, or the best.  Above the seats it is
 * not counted to the end. */
static size_t rank(const struct trial *t, bool worst)
{
	const struct fordeling_claim ours = {
		.votes = votes_of(t, t->list),
		.divisor = fordeling_divisor(t->task->method, t->nr),
	};
	size_t n = t->nr;

	if (ours.votes == 0)
		return SIZE_MAX;
	for (size_t i = 0; i < t->task->n_list && n <= t->task->seats; i++)
		if (i != t->list)
			n += before(t, &ours, votes_of(t, i), worst);
	return n;
}

/* Certain of its seat, or (not sure) perhaps by lot. */
static bool has(struct trial *t, int64_t votes, bool sure)
{
	t->votes = votes;
	return rank(t, sure) <= t->task->seats;
}

/* The claim's list gains by more votes, or loses when it is their `from`: the fewest that
 * change the answer.  More votes never change it back. */
static int64_t fewest(struct trial t, int64_t most, bool sure)
{
	const bool gains = t.from != t.list;
	int64_t low = 0, high = most;

	if (most < 0 || has(&t, most, sure == gains) != gains)
		return -1;
	while (low < high) {
		const int64_t mid = low + (high - low) / 2;

		if (has(&t, mid, sure == gains) == gains)
			high = mid;
		else
			low = mid + 1;
	}
	return low;
}

static void whole(const struct fordeling *f)
{
	assert(!f->task.held && !f->task.most);
}

static int64_t to_gain(const struct fordeling *f, size_t from, size_t to, bool sure)
{
	const int64_t room = VALG_VOTES_MAX - f->task.votes[to];
	const int64_t most = from == FORDELING_NOBODY || f->task.votes[from] > room
	                     ? room : f->task.votes[from];

	if (f->seats[to] >= f->task.seats)
		return -1;
	return fewest((struct trial){ &f->task, to, f->seats[to] + 1, from, to, 0 }, most, sure);
}

static int64_t to_lose(const struct fordeling *f, size_t list, bool sure)
{
	if (f->seats[list] == 0)
		return -1;
	return fewest((struct trial){ &f->task, list, f->seats[list], list, FORDELING_NOBODY, 0 },
	              f->task.votes[list], sure);
}

struct fordeling_change fordeling_to_gain(const struct fordeling *f, size_t from, size_t to)
{
	whole(f);
	assert(to < f->task.n_list && from != to);
	return (struct fordeling_change){ to_gain(f, from, to, false), to_gain(f, from, to, true) };
}

struct fordeling_change fordeling_to_lose(const struct fordeling *f, size_t list)
{
	whole(f);
	assert(list < f->task.n_list);
	return (struct fordeling_change){ to_lose(f, list, false), to_lose(f, list, true) };
}

static void consider(struct fordeling_nearest *best, int64_t votes, size_t from, size_t to)
{
	if (votes >= 0 && (best->votes < 0 || votes < best->votes))
		*best = (struct fordeling_nearest){ votes, from, to };
}

/* Whether `to` gains with fewer votes from `from` than the best so far: asked first, for of the
 * many pairs few do. */
static bool is_nearer(const struct fordeling *f, const struct fordeling_nearest *best, size_t from,
                      size_t to)
{
	struct trial t = { &f->task, to, f->seats[to] + 1, from, to, 0 };

	if (best->votes < 0)
		return true;
	return best->votes > 0 && f->task.votes[from] >= best->votes - 1 &&
	       f->seats[to] < f->task.seats && has(&t, best->votes - 1, true);
}

struct fordeling_nearest fordeling_nearest(const struct fordeling *f, enum fordeling_step step)
{
	struct fordeling_nearest best = { -1, FORDELING_NOBODY, FORDELING_NOBODY };

	whole(f);
	for (size_t i = 0; i < f->task.n_list; i++) {
		switch (step) {
		case FORDELING_VOTES_NEW:
			consider(&best, to_gain(f, FORDELING_NOBODY, i, true), FORDELING_NOBODY, i);
			break;
		case FORDELING_VOTES_BLANK:
			consider(&best, to_lose(f, i, true), i, FORDELING_NOBODY);
			break;
		case FORDELING_VOTES_MOVED:
			for (size_t to = 0; to < f->task.n_list; to++)
				if (to != i && is_nearer(f, &best, i, to))
					consider(&best, to_gain(f, i, to, true), i, to);
			break;
		}
	}
	return best;
}

struct valg_body fordeling_join(struct arena *mem, const struct valg_body *body, size_t a, size_t b,
                                const char *name, const struct valg_name *candidate,
                                size_t n_candidate)
{
	struct valg_list *list = arena_array(mem, body->n_list, sizeof *list);
	struct valg_body joint = *body;

	assert(a != b && a < body->n_list && b < body->n_list);
	assert(body->list[a].votes + body->list[b].votes <= VALG_VOTES_MAX);
	joint.list = list;
	joint.n_list = 0;
	for (size_t i = 0; i < body->n_list; i++)
		if (i == a)
			list[joint.n_list++] = (struct valg_list){
				name, body->list[a].votes + body->list[b].votes,
				candidate, n_candidate,
			};
		else if (i != b)
			list[joint.n_list++] = body->list[i];
	return joint;
}
