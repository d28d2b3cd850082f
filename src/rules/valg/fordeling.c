#include "rules/valg/fordeling.h"

#include <assert.h>

#include "lib/arena.h"

#define NONE SIZE_MAX

static const struct {
	int64_t scale, first, second, step;     /* first, second, second + step ... */
} methods[FORDELING__METHODS] = {
	[FORDELING_DHONDT]          = { 1, 1,  2,  1 },
	[FORDELING_SAINTE_LAGUE]    = { 1, 1,  3,  2 },
	[FORDELING_SAINTE_LAGUE_14] = { 5, 7, 15, 10 },
};

/* The largest product compared: votes by the last divisor of the steepest method. */
_Static_assert(VALG_VOTES_MAX <= INT64_MAX / (10 * (VALG_SEATS_MAX + 2)), "products fit");

int64_t fordeling_scale(enum fordeling_method method)
{
	return methods[method].scale;
}

int64_t fordeling_divisor(enum fordeling_method method, size_t nr)
{
	assert(nr > 0 && nr <= VALG_SEATS_MAX + 1);
	return nr == 1 ? methods[method].first
	               : methods[method].second + methods[method].step * (int64_t)(nr - 2);
}

struct fordeling_claim fordeling_claim(const struct fordeling_task *task, size_t list, size_t nr)
{
	assert(list < task->n_list);
	return (struct fordeling_claim){ list, nr, task->votes[list],
	                                 fordeling_divisor(task->method, nr) };
}

static int quotients(const struct fordeling_claim *a, const struct fordeling_claim *b)
{
	const int64_t x = a->votes * b->divisor, y = b->votes * a->divisor;

	return (x > y) - (x < y);
}

int fordeling_compare(const struct fordeling_claim *a, const struct fordeling_claim *b)
{
	const int q = quotients(a, b);

	return q ? q : (a->votes > b->votes) - (a->votes < b->votes);
}

static void limits(const struct fordeling_task *task)
{
	size_t all = task->seats;

	assert(task->seats > 0 && task->n_list <= VALG_LISTS_MAX);
	for (size_t i = 0; i < task->n_list; i++) {
		assert(task->votes[i] >= 0 && task->votes[i] <= VALG_VOTES_MAX);
		all += task->held ? task->held[i] : 0;
		assert(all <= VALG_SEATS_MAX);
	}
	assert(all <= VALG_SEATS_MAX);
}

static bool can_take(const struct fordeling *f, size_t list)
{
	return f->task.votes[list] > 0 &&
	       (!f->task.most || f->seats[list] < f->task.most[list]);
}

static struct fordeling_claim next_claim(const struct fordeling *f, size_t list)
{
	return fordeling_claim(&f->task, list, f->seats[list] + 1);
}

/* The list whose next claim goes first, of equals the first list; NONE: nobody can take. */
static size_t foremost(const struct fordeling *f)
{
	struct fordeling_claim best = { 0 };
	size_t found = NONE;

	for (size_t i = 0; i < f->task.n_list; i++) {
		struct fordeling_claim claim;

		if (!can_take(f, i))
			continue;
		claim = next_claim(f, i);
		if (found == NONE || fordeling_compare(&claim, &best) > 0) {
			best = claim;
			found = i;
		}
	}
	return found;
}

static void give(struct fordeling *f, size_t list, enum fordeling_why why)
{
	f->seat[f->n_seat++] = (struct fordeling_seat){ next_claim(f, list), why };
	f->seats[list]++;
}

/* Takes back every seat equal to the last one, if an equal claim got none: these draw.  A
 * list's claims are all different, so those taken back are a seat from each of some lists. */
static void find_lot(struct arena *mem, struct fordeling *f)
{
	bool *in_lot = arena_array(mem, f->task.n_list, sizeof *in_lot);
	size_t equal = 0, n = f->n_seat;

	for (size_t i = 0; i < f->task.n_list; i++) {
		struct fordeling_claim claim;

		if (!can_take(f, i))
			continue;
		claim = next_claim(f, i);
		in_lot[i] = fordeling_compare(&claim, &f->last) == 0;
		equal += in_lot[i];
	}
	if (equal == 0)
		return;
	for (; n > 0 && fordeling_compare(&f->seat[n - 1].claim, &f->last) == 0; n--) {
		in_lot[f->seat[n - 1].claim.list] = true;
		f->seats[f->seat[n - 1].claim.list]--;
	}
	f->to_draw = f->n_seat - n;
	f->n_seat = n;
	f->among = arena_array(mem, equal + f->to_draw, sizeof *f->among);
	for (size_t i = 0; i < f->task.n_list; i++)
		if (in_lot[i])
			f->among[f->n_among++] = i;
	f->state = FORDELING_LOT;
}

/* A seat was decided by votes where a claim as large is still without one. */
static void find_reasons(struct fordeling *f)
{
	const size_t best = foremost(f);
	struct fordeling_claim left;

	if (best == NONE)
		return;
	left = next_claim(f, best);
	for (size_t i = 0; i < f->n_seat; i++)
		if (quotients(&f->seat[i].claim, &left) == 0)
			f->seat[i].why = FORDELING_BY_VOTES;
}

static bool draw_fits(const struct fordeling *f)
{
	if (f->task.n_drawn > f->to_draw)
		return false;
	for (size_t i = 0; i < f->task.n_drawn; i++) {
		bool there = false;

		for (size_t j = 0; j < f->n_among; j++)
			there |= f->among[j] == f->task.drawn[i];
		for (size_t j = 0; j < i; j++)
			there &= f->task.drawn[j] != f->task.drawn[i];
		if (!there)
			return false;
	}
	return true;
}

static void use_draw(struct fordeling *f)
{
	if (!draw_fits(f)) {
		f->state = FORDELING_WRONG_DRAW;
		return;
	}
	for (size_t i = 0; i < f->task.n_drawn; i++)
		give(f, f->task.drawn[i], FORDELING_BY_LOT);
	if (f->task.n_drawn == f->to_draw)
		f->state = FORDELING_SETTLED;
}

static bool any_votes(const struct fordeling_task *task)
{
	for (size_t i = 0; i < task->n_list; i++)
		if (task->votes[i] > 0)
			return true;
	return false;
}

struct fordeling fordeling(struct arena *mem, const struct fordeling_task *task)
{
	struct fordeling f = { .task = *task, .state = FORDELING_SETTLED };
	size_t list;

	limits(task);
	f.seats = arena_array(mem, task->n_list, sizeof *f.seats);
	for (size_t i = 0; task->held && i < task->n_list; i++)
		f.seats[i] = task->held[i];
	if (!any_votes(task)) {
		f.state = FORDELING_NO_VOTES;
		return f;
	}
	f.seat = arena_array(mem, task->seats, sizeof *f.seat);
	while (f.n_seat < task->seats && (list = foremost(&f)) != NONE)
		give(&f, list, FORDELING_BY_QUOTIENT);
	f.vacant = task->seats - f.n_seat;
	if (f.n_seat > 0) {
		f.last = f.seat[f.n_seat - 1].claim;
		find_lot(mem, &f);
		find_reasons(&f);
	}
	if (f.to_draw > 0 || task->n_drawn > 0)
		use_draw(&f);
	return f;
}

size_t fordeling_rank(const struct fordeling *f, size_t list, size_t nr)
{
	for (size_t i = 0; i < f->n_seat; i++)
		if (f->seat[i].claim.list == list && f->seat[i].claim.nr == nr)
			return i + 1;
	return 0;
}

size_t fordeling_rows(const struct fordeling *f)
{
	size_t most = 0;

	for (size_t i = 0; i < f->task.n_list; i++)
		most = f->seats[i] > most ? f->seats[i] : most;
	return most + 1;
}

/* The next set of k of n places after the one in `pick`, in dictionary order. */
static bool next_pick(size_t *pick, size_t k, size_t n)
{
	for (size_t i = k; i-- > 0;) {
		if (pick[i] == n - k + i)
			continue;
		pick[i]++;
		for (size_t j = i + 1; j < k; j++)
			pick[j] = pick[j - 1] + 1;
		return true;
	}
	return false;
}

/* The lists that can still be drawn. */
static size_t undrawn(struct arena *mem, const struct fordeling *f, size_t **lists)
{
	const size_t drawn = f->state == FORDELING_WRONG_DRAW ? 0 : f->task.n_drawn;
	size_t n = 0;

	*lists = arena_array(mem, f->n_among, sizeof **lists);
	for (size_t i = 0; i < f->n_among; i++) {
		bool gone = false;

		for (size_t j = 0; j < drawn; j++)
			gone |= f->task.drawn[j] == f->among[i];
		if (!gone)
			(*lists)[n++] = f->among[i];
	}
	return n;
}

static size_t *outcome(struct arena *mem, const struct fordeling *f, const size_t *lists,
                       const size_t *pick, size_t k)
{
	size_t *row = arena_array(mem, f->task.n_list, sizeof *row);

	for (size_t i = 0; i < f->task.n_list; i++)
		row[i] = f->seats[i];
	for (size_t i = 0; i < k; i++)
		row[lists[pick[i]]]++;
	return row;
}

struct fordeling_outcomes fordeling_outcomes(struct arena *mem, const struct fordeling *f,
                                             size_t max)
{
	struct fordeling_outcomes all = { .row = arena_array(mem, max, sizeof *all.row) };
	const size_t k = f->task.seats - f->vacant - f->n_seat;
	size_t *pick, *lists, n;

	if (f->state == FORDELING_NO_VOTES)
		return all;
	n = undrawn(mem, f, &lists);
	pick = arena_array(mem, k, sizeof *pick);
	for (size_t i = 0; i < k; i++)
		pick[i] = i;
	do {
		if (all.n == max) {
			all.more = true;
			break;
		}
		all.row[all.n++] = outcome(mem, f, lists, pick, k);
	} while (next_pick(pick, k, n));
	return all;
}
