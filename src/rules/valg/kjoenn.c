#include "rules/valg/kjoenn.h"

#include <assert.h>

#include "lib/arena.h"

#define NONE SIZE_MAX

size_t kjoenn_minimum(size_t n)
{
	if (n >= 4)
		return (2 * n + 4) / 5;         /* 40 percent, rounded up */
	return n >= 2 ? 1 : 0;
}

/* Who is in, while it is worked out. */
struct work {
	const struct kjoenn_task *task;
	bool *in;
	size_t count[GENDER__MAX];
};

static bool may_enter(const struct work *w, size_t place)
{
	return !w->in[place] && !(w->task->away && w->task->away[place]);
}

static size_t next_up(const struct work *w, enum gender g)
{
	for (size_t i = 0; i < w->task->n_name; i++)
		if (may_enter(w, i) && w->task->name[i].gender == g)
			return i;
	return NONE;
}

static size_t last_in(const struct work *w, enum gender g)
{
	for (size_t i = w->task->n_name; i-- > 0;)
		if (w->in[i] && w->task->name[i].gender == g)
			return i;
	return NONE;
}

static void move(struct work *w, struct kjoenn_set *set, enum gender g)
{
	const size_t up = next_up(w, g), out = last_in(w, gender_other(g));

	w->in[up] = true;
	w->in[out] = false;
	w->count[g]++;
	w->count[gender_other(g)]--;
	set->move[set->n_move++] = (struct kjoenn_move){ up, out, g };
}

/* Moves up what the list has.  The minimum of both genders fits in the set, so the other one
 * has more than its own as long as this one lacks. */
static void correct(struct work *w, struct kjoenn_set *set, enum gender g)
{
	while (w->count[g] < set->minimum && w->count[gender_other(g)] > set->minimum &&
	       next_up(w, g) != NONE)
		move(w, set, g);
	if (w->count[g] < set->minimum)
		set->missing[g] = set->minimum - w->count[g];
}

struct kjoenn_set kjoenn_settle(struct arena *mem, const struct kjoenn_task *task)
{
	struct work w = { task, arena_array(mem, task->n_name, sizeof *w.in), { 0 } };
	struct kjoenn_set set = { 0 };

	assert(task->n_name <= VALG_NAMES_MAX);
	for (size_t i = 0; i < task->n_name && set.n < task->take; i++) {
		if (!may_enter(&w, i))
			continue;
		w.in[i] = true;
		w.count[task->name[i].gender]++;
		set.n++;
	}
	set.minimum = kjoenn_minimum(task->measure ? task->measure : set.n);
	set.move = arena_array(mem, set.n, sizeof *set.move);
	correct(&w, &set, GENDER_WOMAN);
	correct(&w, &set, GENDER_MAN);
	set.place = arena_array(mem, set.n, sizeof *set.place);
	for (size_t i = 0, n = 0; i < task->n_name; i++)
		if (w.in[i])
			set.place[n++] = i;
	for (enum gender g = 0; g < GENDER__MAX; g++)
		set.count[g] = w.count[g];
	return set;
}
