/* form.c - which cells of a table are used, so that all groups get the right size.
 *
 * Where everybody is alone, full rows do it: each group has one cell of each row, and if
 * some cells of the last row stay empty the sizes differ by one.  People who sit together
 * share a cell, which then weighs more, and the other cells must be chosen so that every
 * group of every round still sums to its size.  For a pair in 9 groups of 5 over 6 rounds:
 *
 *	111111111  111111111  200101110  111111111  010100001 ...
 *
 * Such forms are found by annealing at one temperature, where the sum of squared errors
 * falls to nought by and by or not at all.  As many rows as possible are kept full and are
 * not touched: a full row is one of each in every group, which is what parties want.  Only
 * tables made in a field have been seen to have such forms.
 */
#include <string.h>

#include "lib/arena.h"
#include "rules/gruppe/inside.h"

#define MOVES 160000            /* for each number of full rows */
#define WARM (65536 + 6554)     /* 1.1 squared errors           */

struct form {
	const struct problem *p;
	const struct table *t;
	uint16_t *weight;       /* of each cell          */
	uint16_t *size;         /* of each round, group  */
	int64_t error;
};

static int64_t error_of(const struct problem *p, int64_t size)
{
	const int64_t d = size > p->most[0] ? size - p->most[0] :
	                  size < p->least[0] ? p->least[0] - size : 0;

	return d * d;
}

static uint16_t *size_of(const struct form *f, size_t round, size_t cell)
{
	return &f->size[round * f->p->groups + f->t->group[round * f->t->cells + cell]];
}

/* Full rows of single people first, then those who sit together, then the other singles. */
static void fill(struct form *f, size_t full)
{
	const struct problem *p = f->p;
	size_t cell = full * p->groups, singles = 0;

	memset(f->weight, 0, f->t->cells * sizeof *f->weight);
	memset(f->size, 0, p->rounds * p->groups * sizeof *f->size);
	for (size_t u = 0; u < p->n_unit; u++) {
		if (p->unit[u].n > 1)
			f->weight[cell++] = p->unit[u].n;
		else
			singles++;
	}
	for (size_t i = 0; i < singles; i++)
		f->weight[i < full * p->groups ? i : cell++] = 1;
	for (size_t r = 0; r < p->rounds; r++)
		for (size_t c = 0; c < f->t->cells; c++)
			*size_of(f, r, c) = (uint16_t)(*size_of(f, r, c) + f->weight[c]);
	f->error = 0;
	for (size_t i = 0; i < p->rounds * p->groups; i++)
		f->error += error_of(p, f->size[i]);
}

static int64_t worse_by(const struct form *f, size_t a, size_t b)
{
	const int change = f->weight[b] - f->weight[a];
	int64_t worse = 0;

	for (size_t r = 0; r < f->p->rounds; r++) {
		const uint16_t *x = size_of(f, r, a), *y = size_of(f, r, b);

		if (x != y)
			worse += error_of(f->p, *x + change) - error_of(f->p, *x) +
			         error_of(f->p, *y - change) - error_of(f->p, *y);
	}
	return worse;
}

static void exchange(struct form *f, size_t a, size_t b)
{
	const int change = f->weight[b] - f->weight[a];

	for (size_t r = 0; r < f->p->rounds; r++) {
		uint16_t *x = size_of(f, r, a), *y = size_of(f, r, b);

		*x = (uint16_t)(*x + change);
		*y = (uint16_t)(*y - change);
	}
	f->weight[a] = (uint16_t)(f->weight[a] + change);
	f->weight[b] = (uint16_t)(f->weight[b] - change);
}

static bool anneal(struct form *f, struct chance *c, const struct heat *heat, size_t full)
{
	const size_t first = full * f->p->groups, cells = f->t->cells - first;

	for (size_t i = 0; i < MOVES && f->error > 0; i++) {
		const size_t a = first + chance_below(c, cells), b = first + chance_below(c, cells);
		int64_t worse;

		if (f->weight[a] == f->weight[b])
			continue;
		worse = worse_by(f, a, b);
		if (!heat_takes(heat, c, worse))
			continue;
		exchange(f, a, b);
		f->error += worse;
	}
	return f->error == 0;
}

static struct form form_new(const struct problem *p, const struct table *t)
{
	struct form f = {
		.p = p, .t = t, .weight = arena_array(p->mem, t->cells, sizeof *f.weight),
		.size = arena_array(p->mem, p->rounds * p->groups, sizeof *f.size),
	};

	return f;
}

static size_t full_rows(const struct problem *p)
{
	size_t singles = 0;

	for (size_t u = 0; u < p->n_unit; u++)
		singles += p->unit[u].n == 1;
	return singles / p->groups;
}

uint16_t *gruppe_form(const struct problem *p, const struct table *t, struct chance *c,
                      size_t *full)
{
	struct form f = form_new(p, t);
	struct heat heat = gruppe_heat(p, WARM, WARM);

	if (*full > full_rows(p))
		*full = full_rows(p);
	for (;; --*full) {
		fill(&f, *full);
		if (f.error == 0 || (t->field && anneal(&f, c, &heat, *full)))
			return f.weight;
		if (*full == 0)
			return NULL;
	}
}

uint16_t *gruppe_rows(const struct problem *p, const struct table *t)
{
	struct form f = form_new(p, t);

	fill(&f, full_rows(p));
	return f.weight;
}
