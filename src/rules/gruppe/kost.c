/* kost.c - what a plan costs, written to be read: nothing is kept from before. */
#include <stdlib.h>

#include "lib/arena.h"
#include "rules/gruppe/inside.h"

void gruppe_meet(uint16_t *met, const uint16_t *group, size_t n)
{
	for (size_t a = 0; a < n; a++)
		for (size_t b = 0; b < n; b++)
			if (a != b && group[a] == group[b] && group[a] != GRUPPE_ABSENT)
				met[a * n + b]++;
}

/* Pairs that are kept apart or together by rules, each counted once. */
static uint8_t *marked_pairs(struct arena *mem, const struct gruppe_task *task)
{
	uint8_t *mark = arena_array(mem, task->n * task->n, 1);

	for (size_t i = 0; i < task->n_rule; i++) {
		const struct gruppe_rule *r = &task->rule[i];

		if (r->kind == GROUP_RULE_LOCKED)
			continue;
		mark[r->a * task->n + r->b] |= (uint8_t)(1 << r->kind);
		mark[r->b * task->n + r->a] |= (uint8_t)(1 << r->kind);
	}
	return mark;
}

#define APART (1 << GROUP_RULE_APART)
#define TOGETHER (1 << GROUP_RULE_TOGETHER)

static long broken_in(const struct gruppe_task *task, const uint8_t *mark, const uint16_t *group)
{
	const size_t n = task->n;
	long broken = 0;

	for (size_t a = 0; a < n; a++) {
		for (size_t b = a + 1; b < n; b++) {
			const bool with = group[a] == group[b];

			broken += (mark[a * n + b] & APART) != 0 && with;
			broken += (mark[a * n + b] & TOGETHER) != 0 && !with;
		}
	}
	for (size_t i = 0; i < task->n_rule; i++)
		broken += task->rule[i].kind == GROUP_RULE_LOCKED &&
		          group[task->rule[i].a] != task->rule[i].b;
	return broken;
}

static void count_meetings(const struct gruppe_task *task, const uint8_t *mark,
                           const uint16_t *met, struct gruppe_cost *cost)
{
	const size_t n = task->n;

	for (size_t a = 0; a < n; a++) {
		for (size_t b = a + 1; b < n; b++) {
			const long before = task->met == NULL ? 0 : task->met[a * n + b];
			const long now = before + met[a * n + b];

			cost->never += now == 0;
			if (mark[a * n + b] & TOGETHER)
				continue;
			if (now > cost->most)
				cost->most = now;
			cost->again += (now > 1 ? now - 1 : 0) - (before > 1 ? before - 1 : 0);
			cost->again_pairs += now * (now - 1) / 2 - before * (before - 1) / 2;
		}
	}
}

static void count_traits(const struct problem *p, const uint16_t *group, uint16_t *count,
                         struct gruppe_cost *cost)
{
	for (size_t g = 0; g < p->groups; g++) {
		const struct span *span;
		size_t size = 0;

		for (size_t v = 0; v <= p->values; v++)
			count[v] = 0;
		for (size_t i = 0; i < p->n; i++) {
			if (group[i] != g)
				continue;
			size++;
			for (size_t t = 0; t < GRUPPE_TRAITS; t++)
				count[p->value[i * GRUPPE_TRAITS + t]]++;
		}
		span = p->span + size * (p->values + 1);
		for (size_t v = 0; v < p->values; v++) {
			cost->traits += span_cost(span[v], count[v]);
			cost->party_over += span[v].weight == 20 && count[v] > span[v].high;
		}
	}
}

static size_t largest_of(struct arena *mem, const struct gruppe_task *task,
                         const uint16_t *group)
{
	uint16_t *size = arena_array(mem, task->rounds * task->groups, sizeof *size);
	size_t largest = 0;

	for (size_t i = 0; i < task->rounds * task->n; i++) {
		uint16_t *s = &size[i / task->n * task->groups + group[i]];

		if (++*s > largest)
			largest = *s;
	}
	return largest;
}

struct gruppe_cost gruppe_cost(struct arena *mem, const struct gruppe_task *task,
                               const uint16_t *group)
{
	struct problem p = { .task = task, .mem = mem, .n = task->n, .groups = task->groups,
	                     .largest = largest_of(mem, task, group) };
	const uint8_t *mark = marked_pairs(mem, task);
	uint16_t *met = arena_array(mem, task->n * task->n, sizeof *met), *count;
	struct gruppe_cost cost = { 0 };

	gruppe_values(&p);
	count = arena_array(mem, p.values + 1, sizeof *count);
	for (size_t r = 0; r < task->rounds; r++) {
		gruppe_meet(met, group + r * task->n, task->n);
		cost.broken += broken_in(task, mark, group + r * task->n);
		count_traits(&p, group + r * task->n, count, &cost);
	}
	count_meetings(task, mark, met, &cost);
	cost.total = GRUPPE_AGAIN * cost.again + cost.traits;
	return cost;
}

static bool kept(const struct gruppe_rule *r, const uint16_t *group)
{
	if (r->kind == GROUP_RULE_LOCKED)
		return group[r->a] == r->b;
	return (group[r->a] == group[r->b]) == (r->kind == GROUP_RULE_TOGETHER);
}

static int by_rule(const void *a, const void *b)
{
	const struct gruppe_cannot *x = a, *y = b;

	return (x->rule > y->rule) - (x->rule < y->rule);
}

void gruppe_broken(struct problem *p, const uint16_t *group)
{
	for (size_t i = 0; i < p->task->n_rule; i++) {
		bool well = true;

		for (size_t r = 0; r < p->rounds; r++)
			well = well && kept(&p->task->rule[i], group + r * p->n);
		for (size_t k = 0; k < p->n_cannot; k++)
			well = well || p->cannot[k].rule == i;
		if (!well)
			gruppe_cannot(p, i, GRUPPE_WHY_NOT_FOUND);
	}
	qsort(p->cannot, p->n_cannot, sizeof *p->cannot, by_rule);
}

static long pairs_of(size_t n)
{
	return (long)(n * (n - 1) / 2);
}

/* Two rounds: a group of the one, spread over the groups of the other, still meets so often. */
static long spread(size_t size, size_t groups)
{
	const size_t each = size / groups;

	return (long)groups * (each > 0 ? pairs_of(each) : 0) + (long)(each * (size % groups));
}

/* The sizes that make the fewest meet: where some may be one larger, the smallest are. */
static const uint16_t *even_sizes(const struct problem *p)
{
	uint16_t *size = arena_array(p->mem, p->groups, sizeof *size);
	size_t spare = p->n;

	for (size_t g = 0; g < p->groups; g++) {
		size[g] = p->least[g];
		spare -= size[g];
	}
	for (; spare > 0; spare--) {
		size_t best = p->groups;

		for (size_t g = 0; g < p->groups; g++)
			if (size[g] < p->most[g] && (best == p->groups || size[g] < size[best]))
				best = g;
		size[best]++;
	}
	return size;
}

void gruppe_bounds(const struct problem *p, long *again, long *again_pairs)
{
	const uint8_t *mark = marked_pairs(p->mem, p->task);
	const long rounds = (long)p->rounds;
	long meetings = 0, pairs = pairs_of(p->n), twice = 0, each, even;
	const uint16_t *size = even_sizes(p);

	for (size_t g = 0; g < p->groups; g++) {
		meetings += size[g] > 0 ? rounds * pairs_of(size[g]) : 0;
		twice += rounds * (rounds - 1) / 2 * spread(size[g], p->groups);
	}
	for (size_t a = 0; a < p->n; a++) {
		for (size_t b = a + 1; b < p->n; b++) {
			if ((mark[a * p->n + b] & TOGETHER) == 0)
				continue;
			meetings -= rounds;
			twice -= rounds * (rounds - 1) / 2;
			pairs--;
		}
	}
	*again = meetings > pairs ? meetings - pairs : 0;
	each = pairs > 0 && meetings > 0 ? meetings / pairs : 0;
	even = pairs * (each * (each - 1) / 2);
	if (meetings > 0)
		even += (meetings - each * pairs) * each;
	*again_pairs = even > twice ? even : twice;
}
