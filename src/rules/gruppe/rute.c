/* rute.c - people on the cells of a table, annealed.
 *
 * A table (gruppe_felt.c) says in which group each of its cells is in each round, and no two
 * cells are together twice.  So wherever people stand on it, nobody meets twice.  What is
 * left is to find a good place for everybody: two change cells, or one takes an empty cell,
 * in all rounds at once.  The table has more cells than there are people, because the empty
 * ones give room for those who sit together: they share a cell, and their groups need fewer
 * others.  (45 people in 9 groups of 5 over 6 rounds, two of them always together: cells of
 * weight 1 and one of weight 2 so that each of 54 lines sums to 5.  Such arrangements exist
 * and are found here.)
 *
 * Which cells are used so that the sizes come right is settled first (gruppe_form.c); here
 * those of equal weight change cells.
 */
#include <stdlib.h>
#include <string.h>

#include "lib/arena.h"
#include "rules/gruppe/inside.h"

/* Two units that cost something when they meet: kept apart, or met before. */
struct dear {
	uint16_t unit;
	int32_t cost;
};

struct board {
	const struct problem *p;
	const struct table *t;
	uint16_t *cell;         /* of each unit                          */
	uint16_t *unit;         /* of each cell; NOBODY                  */
	uint16_t *size, *count; /* as in a plan: round, group, and value */
	struct dear **dear;     /* of each unit, n_dear of them          */
	size_t *n_dear;
};
#define NOBODY UINT16_MAX

static uint16_t group_of(const struct board *b, size_t round, size_t cell)
{
	return b->t->group[round * b->t->cells + cell];
}

static uint16_t *count_of(const struct board *b, size_t round, size_t group)
{
	return b->count + (round * b->p->groups + group) * (b->p->values + 1);
}

static uint16_t *size_at(const struct board *b, size_t round, size_t group)
{
	return b->size + round * b->p->groups + group;
}

/* A group that is too large, which will be mended, counts as a large one. */
static size_t like(const struct problem *p, size_t size)
{
	return size < p->largest ? size : p->largest;
}

static const struct span *spans(const struct problem *p, size_t size)
{
	return p->span + like(p, size) * (p->values + 1);
}

static int32_t group_cost(const struct board *b, size_t round, size_t group)
{
	return gruppe_traits(b->p, count_of(b, round, group),
	                     like(b->p, *size_at(b, round, group)));
}

static void count_unit(const struct board *b, size_t round, size_t group, size_t unit, int change)
{
	const struct problem *p = b->p;
	uint16_t *count = count_of(b, round, group), *size = size_at(b, round, group);

	if (unit == NOBODY)
		return;
	for (size_t i = 0; i < p->unit[unit].n; i++) {
		const size_t person = p->member[p->unit[unit].first + i];

		for (size_t t = 0; t < GRUPPE_TRAITS; t++) {
			uint16_t *c = &count[p->value[person * GRUPPE_TRAITS + t]];

			*c = (uint16_t)(*c + change);
		}
		*size = (uint16_t)(*size + change);
	}
}

static bool meet(const struct board *b, size_t cell, size_t other)
{
	for (size_t r = 0; r < b->p->rounds; r++)
		if (group_of(b, r, cell) == group_of(b, r, other))
			return true;
	return false;
}

/* What the meetings of a unit cost more when it goes from one cell to the other. */
static int64_t dear_price(const struct board *b, size_t unit, size_t from, size_t to)
{
	int64_t cost = 0;

	if (unit == NOBODY)
		return 0;
	for (size_t i = 0; i < b->n_dear[unit]; i++) {
		const struct dear *d = &b->dear[unit][i];
		const size_t other = b->cell[d->unit];

		if (other != to)
			cost += d->cost * (meet(b, to, other) - meet(b, from, other));
	}
	return cost;
}

/* The person alone in a cell. */
static size_t single(const struct board *b, size_t unit)
{
	return b->p->member[b->p->unit[unit].first];
}

/* What is not alike in two people: values v of the one, w of the other. */
struct differ {
	uint16_t v[GRUPPE_TRAITS], w[GRUPPE_TRAITS];
	size_t n;
};

static struct differ differ(const struct problem *p, size_t x, size_t y)
{
	struct differ d = { .n = 0 };

	for (size_t t = 0; t < GRUPPE_TRAITS; t++) {
		d.v[d.n] = p->value[x * GRUPPE_TRAITS + t];
		d.w[d.n] = p->value[y * GRUPPE_TRAITS + t];
		d.n += d.v[d.n] != d.w[d.n];
	}
	return d;
}

/* Two single people change cells: sizes stay, and only what is not alike counts. */
static int64_t singles_price(const struct board *b, size_t from, size_t to)
{
	const struct problem *p = b->p;
	const struct differ d = differ(p, single(b, b->unit[from]), single(b, b->unit[to]));
	int32_t cost = 0;

	for (size_t r = 0; d.n > 0 && r < p->rounds; r++) {
		const size_t g = group_of(b, r, from), h = group_of(b, r, to);
		const uint16_t *in_g = count_of(b, r, g), *in_h = count_of(b, r, h);
		const struct span *of_g = spans(p, *size_at(b, r, g));
		const struct span *of_h = spans(p, *size_at(b, r, h));

		for (size_t i = 0; g != h && i < d.n; i++) {
			const size_t v = d.v[i], w = d.w[i];

			cost += span_more(of_g[w], in_g[w]) - span_more(of_g[v], in_g[v] - 1) +
			        span_more(of_h[v], in_h[v]) - span_more(of_h[w], in_h[w] - 1);
		}
	}
	return cost;
}

/* Changes what two cells hold; returns what the groups cost more. */
static int64_t exchange(struct board *b, size_t from, size_t to, bool priced)
{
	const uint16_t x = b->unit[from], y = b->unit[to];
	int64_t cost = 0;

	for (size_t r = 0; r < b->p->rounds; r++) {
		const size_t g = group_of(b, r, from), h = group_of(b, r, to);

		if (g == h)
			continue;
		if (priced)
			cost -= group_cost(b, r, g) + group_cost(b, r, h);
		count_unit(b, r, g, x, -1);
		count_unit(b, r, h, y, -1);
		count_unit(b, r, g, y, 1);
		count_unit(b, r, h, x, 1);
		if (priced)
			cost += group_cost(b, r, g) + group_cost(b, r, h);
	}
	b->unit[from] = y;
	b->unit[to] = x;
	if (x != NOBODY)
		b->cell[x] = (uint16_t)to;
	if (y != NOBODY)
		b->cell[y] = (uint16_t)from;
	return cost;
}

/* One may leave a cell for an empty one: no group gets too small or too large. */
static bool sizes_allow(const struct board *b, size_t from, size_t to)
{
	for (size_t r = 0; r < b->p->rounds; r++) {
		const size_t g = group_of(b, r, from), h = group_of(b, r, to);

		if (g != h && (*size_at(b, r, g) <= b->p->least[0] ||
		               *size_at(b, r, h) >= b->p->most[0]))
			return false;
	}
	return true;
}

/* Two of equal weight, or in groups of different sizes one and nobody. */
static void try_exchange(struct board *b, struct chance *c, const struct heat *heat)
{
	const struct problem *p = b->p;
	const uint16_t x = (uint16_t)chance_below(c, p->n_unit);
	const size_t from = b->cell[x];
	const size_t to = p->even ? b->cell[chance_below(c, p->n_unit)]
	                          : chance_below(c, b->t->cells);
	const uint16_t y = b->unit[to];
	int64_t worse;

	if (from == to || (y == NOBODY ? p->unit[x].n > 1 : p->unit[x].n != p->unit[y].n))
		return;
	if (y == NOBODY && !sizes_allow(b, from, to))
		return;
	worse = dear_price(b, x, from, to) + dear_price(b, y, to, from);
	if (p->unit[x].n == 1 && y != NOBODY) {
		worse += singles_price(b, from, to);
		if (heat_takes(heat, c, worse))
			exchange(b, from, to, false);
		return;
	}
	worse += exchange(b, from, to, true);
	if (!heat_takes(heat, c, worse))
		exchange(b, to, from, false);
}

static int by_traits(const void *a, const void *b, void *problem)
{
	const struct problem *p = problem;
	const uint16_t u = *(const uint16_t *)a, w = *(const uint16_t *)b;
	const uint16_t *x = &p->value[p->member[p->unit[u].first] * GRUPPE_TRAITS];
	const uint16_t *y = &p->value[p->member[p->unit[w].first] * GRUPPE_TRAITS];

	for (size_t t = 0; t < GRUPPE_TRAITS; t++)
		if (x[t] != y[t])
			return x[t] < y[t] ? -1 : 1;
	return u < w ? -1 : u > w;
}

/* Those who are alike stand in one row, so that they are in different groups. */
static void line_up(struct board *b, const uint16_t *weight)
{
	const struct problem *p = b->p;
	uint16_t *order = arena_array(p->mem, p->n_unit, sizeof *order);

	memset(b->unit, 0xff, b->t->cells * sizeof *b->unit);
	for (size_t i = 0; i < p->n_unit; i++)
		order[i] = (uint16_t)i;
	qsort_r(order, p->n_unit, sizeof *order, by_traits, (void *)p);
	for (size_t cell = 0; cell < b->t->cells; cell++) {
		size_t i = 0;

		while (weight[cell] > 0 &&
		       (order[i] == NOBODY || p->unit[order[i]].n != weight[cell]))
			i++;
		if (weight[cell] == 0)
			continue;
		b->unit[cell] = order[i];
		b->cell[order[i]] = (uint16_t)cell;
		for (size_t r = 0; r < p->rounds; r++)
			count_unit(b, r, group_of(b, r, cell), order[i], 1);
		order[i] = NOBODY;
	}
}

static int32_t dear_cost(const struct problem *p, size_t u, size_t w)
{
	const struct unit *x = &p->unit[u], *y = &p->unit[w];
	int32_t cost = x->lock >= 0 && y->lock >= 0 ? GRUPPE_HARD : 0;

	for (size_t i = 0; i < x->n; i++)
		for (size_t k = 0; k < y->n; k++)
			cost += p->pair[p->member[x->first + i] * p->n + p->member[y->first + k]];
	return u == w ? 0 : cost;
}

static void find_dear(struct board *b)
{
	const struct problem *p = b->p;
	struct dear *found = arena_array(p->mem, p->n_unit + 1, sizeof *found);

	b->dear = arena_array(p->mem, p->n_unit, sizeof *b->dear);
	b->n_dear = arena_array(p->mem, p->n_unit, sizeof *b->n_dear);
	for (size_t u = 0; u < p->n_unit; u++) {
		size_t n = 0;

		for (size_t w = 0; w < p->n_unit; w++) {
			found[n] = (struct dear){ (uint16_t)w, dear_cost(p, u, w) };
			n += found[n].cost > 0;
		}
		b->dear[u] = arena_array(p->mem, n, sizeof **b->dear);
		memcpy(b->dear[u], found, n * sizeof *found);
		b->n_dear[u] = n;
	}
}

void gruppe_on_table(const struct problem *p, const struct table *t, const uint16_t *weight,
                     struct chance *c, size_t moves, int hot, int cold, uint16_t *group)
{
	const size_t tables = p->rounds * p->groups;
	struct board b = {
		.p = p, .t = t,
		.cell = arena_array(p->mem, p->n_unit, sizeof *b.cell),
		.unit = arena_array(p->mem, t->cells, sizeof *b.unit),
		.size = arena_array(p->mem, tables, sizeof *b.size),
		.count = arena_array(p->mem, tables * (p->values + 1), sizeof *b.count),
	};
	struct heat heat = gruppe_heat(p, (int64_t)hot << 12, (int64_t)cold << 12);

	find_dear(&b);
	line_up(&b, weight);
	for (size_t step = 0; step < HEAT_STEPS; step++, heat_cool(&heat))
		for (size_t i = 0; i < moves / HEAT_STEPS; i++)
			try_exchange(&b, c, &heat);
	for (size_t r = 0; r < p->rounds; r++)
		for (size_t i = 0; i < p->n; i++)
			group[r * p->n + i] = group_of(&b, r, b.cell[p->unit_of[i]]);
}
