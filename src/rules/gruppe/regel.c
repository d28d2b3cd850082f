/* regel.c - a task made ready: who moves together, and rules that no plan can keep.
 *
 * Rules are taken in the order locked, together, apart, and within each as they were given;
 * one that contradicts those taken before it is named and let go.
 */
#include <string.h>

#include "lib/arena.h"
#include "rules/gruppe/inside.h"

#define LET_GO 4                /* a rule that is named is a wish, and cheaper to break */
#define CLIQUE_NODES 50000      /* for all the rules together */

void gruppe_cannot(struct problem *p, size_t rule, enum gruppe_why why)
{
	p->cannot[p->n_cannot++] = (struct gruppe_cannot){ rule, why };
}

/* Who sits together. */
struct joined {
	uint16_t *root;         /* of each person: the first of those together */
	uint16_t *n;            /* of a root: how many                         */
	int *lock;              /* of a root: its group, or -1                 */
};

/* While rules are being taken. */
struct taking {
	struct problem *p;
	struct joined now, tried;
	struct pack pack;
	bool *apart;            /* root by root                                */
	uint16_t *clique;       /* has_clique(): n for each depth              */
	size_t nodes;           /* it may still look at                        */
};

static void join(const struct problem *p, struct joined *j, size_t a, size_t b)
{
	uint16_t to = j->root[a] < j->root[b] ? j->root[a] : j->root[b];
	uint16_t from = j->root[a] < j->root[b] ? j->root[b] : j->root[a];

	if (to == from)
		return;
	for (size_t i = 0; i < p->n; i++)
		if (j->root[i] == from)
			j->root[i] = to;
	j->n[to] = (uint16_t)(j->n[to] + j->n[from]);
	j->lock[to] = j->lock[to] >= 0 ? j->lock[to] : j->lock[from];
}

/* Those together find room in the groups, the largest first. */
static bool packs(const struct taking *t, const struct joined *j, bool fullest)
{
	const struct problem *p = t->p;
	struct pack pack = t->pack;
	size_t largest = 1;

	gruppe_pack(p, &pack);
	for (size_t i = 0; i < p->n; i++) {
		if (j->root[i] != i)
			continue;
		if (j->lock[i] >= 0 && !gruppe_put(&pack, (size_t)j->lock[i], j->n[i]))
			return false;
		largest = j->n[i] > largest ? j->n[i] : largest;
	}
	for (size_t n = largest; n > 1; n--)
		for (size_t i = 0; i < p->n; i++)
			if (j->root[i] == i && j->n[i] == n && j->lock[i] < 0 &&
			    !gruppe_put(&pack, gruppe_room(&pack, p->groups, n, fullest), n))
				return false;
	return true;
}

static void copy_joined(const struct problem *p, struct joined *to, const struct joined *from)
{
	memcpy(to->root, from->root, p->n * sizeof *to->root);
	memcpy(to->n, from->n, p->n * sizeof *to->n);
	memcpy(to->lock, from->lock, p->n * sizeof *to->lock);
}

/* With a and b joined, and a locked if it was not, there is still room for all; it is done
 * if so. */
static bool join_if_room(struct taking *t, size_t a, size_t b, int lock)
{
	const struct joined before = t->now;

	copy_joined(t->p, &t->tried, &t->now);
	if (lock >= 0)
		t->tried.lock[t->tried.root[a]] = lock;
	join(t->p, &t->tried, a, b);
	if (!packs(t, &t->tried, true) && !packs(t, &t->tried, false))
		return false;
	t->now = t->tried;
	t->tried = before;
	return true;
}

static void take_lock(struct taking *t, size_t rule)
{
	struct problem *p = t->p;
	const struct joined *j = &t->now;
	const size_t person = p->task->rule[rule].a, group = p->task->rule[rule].b;
	size_t first = person;

	if (j->lock[j->root[person]] >= 0) {
		if (j->lock[j->root[person]] != (int)group)
			gruppe_cannot(p, rule, GRUPPE_WHY_LOCKED);
		return;
	}
	for (size_t i = p->n; i-- > 0;)
		if (j->lock[j->root[i]] == (int)group)
			first = i;
	if (!join_if_room(t, person, first, (int)group))
		gruppe_cannot(p, rule, GRUPPE_WHY_FULL);
}

static void take_together(struct taking *t, size_t rule)
{
	struct problem *p = t->p;
	const struct joined *j = &t->now;
	const size_t a = j->root[p->task->rule[rule].a], b = j->root[p->task->rule[rule].b];
	const int lock = j->lock[a] >= 0 ? j->lock[a] : j->lock[b];

	if (a == b)
		return;
	if (j->lock[a] >= 0 && j->lock[b] >= 0)
		gruppe_cannot(p, rule, GRUPPE_WHY_LOCKED);
	else if ((size_t)j->n[a] + j->n[b] > (lock >= 0 ? p->most[lock] : p->largest))
		gruppe_cannot(p, rule, GRUPPE_WHY_CHAIN);
	else if (!join_if_room(t, a, b, -1))
		gruppe_cannot(p, rule, GRUPPE_WHY_PACKING);
}

/* More than `want` of these n are apart from each other, two by two. */
static bool has_clique(struct taking *t, const uint16_t *of, size_t n, size_t want)
{
	uint16_t *next = t->clique + (want + 1) * t->p->n;

	if (want == 0)
		return true;
	for (size_t i = 0; i + want <= n && t->nodes > 0; i++) {
		size_t m = 0;

		t->nodes--;
		for (size_t k = i + 1; k < n; k++)
			if (t->apart[of[i] * t->p->n + of[k]])
				next[m++] = of[k];
		if (has_clique(t, next, m, want - 1))
			return true;
	}
	return false;
}

/* With a and b apart there are more apart from each other than there are groups. */
static bool too_many_apart(struct taking *t, size_t a, size_t b)
{
	const size_t n = t->p->n;
	uint16_t *common = t->clique;
	size_t m = 0;

	if (t->p->groups == 1)
		return true;
	for (size_t i = 0; i < n; i++)
		if (t->apart[a * n + i] && t->apart[b * n + i])
			common[m++] = (uint16_t)i;
	return has_clique(t, common, m, t->p->groups - 1);
}

static bool has_lock(const struct problem *p, size_t person)
{
	bool found = false;

	for (size_t i = 0; i < p->task->n_rule; i++)
		found = found || (p->task->rule[i].kind == GROUP_RULE_LOCKED &&
		                  p->task->rule[i].a == person);
	return found;
}

static void take_apart(struct taking *t, size_t rule)
{
	struct problem *p = t->p;
	const struct gruppe_rule *r = &p->task->rule[rule];
	const size_t n = p->n, a = t->now.root[r->a], b = t->now.root[r->b];
	const int lock_a = t->now.lock[a], lock_b = t->now.lock[b];
	const int32_t met = p->task->met == NULL ? 0 : p->task->met[r->a * n + r->b];
	int32_t price = GRUPPE_HARD;

	if (a == b) {
		gruppe_cannot(p, rule, has_lock(p, r->a) && has_lock(p, r->b)
		                       ? GRUPPE_WHY_LOCKED : GRUPPE_WHY_TOGETHER);
		return;
	}
	if (t->apart[a * n + b] || (lock_a >= 0 && lock_b >= 0) || !too_many_apart(t, a, b)) {
		t->apart[a * n + b] = t->apart[b * n + a] = true;
	} else {
		gruppe_cannot(p, rule, GRUPPE_WHY_CLIQUE);
		price /= LET_GO;
	}
	p->pair[r->a * n + r->b] = price + GRUPPE_AGAIN * met;
	p->pair[r->b * n + r->a] = p->pair[r->a * n + r->b];
}

static struct joined joined_new(const struct problem *p)
{
	struct joined j = {
		arena_array(p->mem, p->n, sizeof *j.root), arena_array(p->mem, p->n, sizeof *j.n),
		arena_array(p->mem, p->n, sizeof *j.lock),
	};

	for (size_t i = 0; i < p->n; i++) {
		j.root[i] = (uint16_t)i;
		j.n[i] = 1;
		j.lock[i] = -1;
	}
	return j;
}

static void make_units(const struct taking *t)
{
	struct problem *p = t->p;
	uint16_t at = 0;

	for (size_t i = 0; i < p->n; i++) {
		if (t->now.root[i] != i)
			continue;
		p->unit[p->n_unit] = (struct unit){ at, t->now.n[i], t->now.lock[i] };
		for (size_t k = i; k < p->n; k++) {
			if (t->now.root[k] != i)
				continue;
			p->member[at++] = (uint16_t)k;
			p->unit_of[k] = (uint16_t)p->n_unit;
		}
		p->n_unit++;
	}
}

void gruppe_rules(struct problem *p)
{
	const struct gruppe_task *task = p->task;
	struct taking t = {
		p, joined_new(p), joined_new(p), gruppe_pack_new(p),
		arena_array(p->mem, p->n * p->n, sizeof *t.apart),
		arena_array(p->mem, (p->groups + 1) * p->n, sizeof *t.clique), CLIQUE_NODES
	};
	static void (*const take[GROUP_RULE__MAX])(struct taking *, size_t) = {
		[GROUP_RULE_LOCKED] = take_lock, [GROUP_RULE_TOGETHER] = take_together,
		[GROUP_RULE_APART] = take_apart,
	};
	static const enum group_rule order[] = {
		GROUP_RULE_LOCKED, GROUP_RULE_TOGETHER, GROUP_RULE_APART,
	};

	for (size_t k = 0; k < sizeof order / sizeof order[0]; k++)
		for (size_t i = 0; i < task->n_rule; i++)
			if (task->rule[i].kind == order[k])
				take[order[k]](&t, i);
	make_units(&t);
}
