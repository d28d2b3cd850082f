/* felt.c - tables in which two cells share a group at most once.
 *
 * Cells are (i, j), i a group number and j a row.  In round r the cell sits in group
 * i + d(r, j), with addition in a group of numbers.  Cells of one row never meet.  Two rows
 * j and k bring two cells together in round r exactly when d(r, j) - d(r, k) is the
 * difference of their i; so they meet at most once when these differences are all
 * different, for each pair of rows.
 *
 * In a finite field d(r, j) = r * j does it, with as many rows and rounds as the field has
 * elements; there is one of every power of a prime.  For other numbers of groups we look
 * for fewer rows modulo the number, row by row: with many groups they are soon found, for
 * 6 and 10 there are hardly any.
 */
#include <string.h>

#include "lib/arena.h"
#include "rules/gruppe/inside.h"

#define FIELD_MAX 128
#define TRIES 40
#define NODES 4000

/* The numbers 0 to q-1 as polynomials over the p first, digit by digit. */
struct field {
	size_t p, k, q;
	uint16_t poly[8];       /* x to the k is minus this; k digits */
};

static void digits_of(const struct field *f, size_t a, uint16_t *d)
{
	for (size_t i = 0; i < f->k; i++, a /= f->p)
		d[i] = (uint16_t)(a % f->p);
}

static size_t number_of(const struct field *f, const uint16_t *d)
{
	size_t a = 0;

	for (size_t i = f->k; i-- > 0;)
		a = a * f->p + d[i];
	return a;
}

static size_t field_add(const struct field *f, size_t a, size_t b)
{
	uint16_t x[8], y[8];

	digits_of(f, a, x);
	digits_of(f, b, y);
	for (size_t i = 0; i < f->k; i++)
		x[i] = (uint16_t)((x[i] + y[i]) % f->p);
	return number_of(f, x);
}

static size_t field_mul(const struct field *f, size_t a, size_t b)
{
	uint16_t x[8], y[8], product[16] = { 0 };

	digits_of(f, a, x);
	digits_of(f, b, y);
	for (size_t i = 0; i < f->k; i++)
		for (size_t j = 0; j < f->k; j++)
			product[i + j] = (uint16_t)((product[i + j] + x[i] * y[j]) % f->p);
	for (size_t i = 2 * f->k - 2; i >= f->k; i--)
		for (size_t j = 0; j < f->k; j++)
			product[i - f->k + j] = (uint16_t)((product[i - f->k + j] +
				(f->p - f->poly[j]) * product[i]) % f->p);
	return number_of(f, product);
}

static bool no_divisors_of_zero(const struct field *f)
{
	for (size_t a = f->p; a < f->q; a++)
		for (size_t b = a; b < f->q; b++)
			if (field_mul(f, a, b) == 0)
				return false;
	return true;
}

/* A field of q elements, if there is one that we make. */
static bool field_make(struct field *f, size_t q)
{
	size_t rest = q;

	*f = (struct field){ .p = 2, .q = q };
	while (f->p * f->p <= q && q % f->p != 0)
		f->p++;
	if (q % f->p != 0)
		f->p = q;
	for (; rest % f->p == 0; rest /= f->p)
		f->k++;
	if (q < 2 || rest != 1 || (f->k > 1 && q > FIELD_MAX))
		return false;
	for (size_t poly = 0; f->k > 1 && poly < q; poly++) {
		digits_of(f, poly, f->poly);
		if (no_divisors_of_zero(f))
			return true;
	}
	return f->k == 1;
}

static void fill_field(const struct field *f, size_t rounds, struct table *t)
{
	for (size_t r = 0; r < rounds; r++)
		for (size_t j = 0; j < t->rows; j++)
			for (size_t i = 0, add = field_mul(f, r, j); i < f->q; i++)
				t->group[r * t->cells + j * f->q + i] =
					(uint16_t)field_add(f, i, add);
}

/* Rows of shifts modulo `groups`. */
struct search {
	struct chance chance;
	size_t groups, rounds, rows;
	uint16_t *shift;        /* of row j in round r: shift[j * rounds + r]   */
	bool *used;             /* difference x to row k: used[k * groups + x] */
	uint16_t *order;        /* a shuffled list of values for each round     */
	size_t nodes;
};

static bool fits(const struct search *s, size_t j, size_t r, size_t x)
{
	for (size_t k = 0; k < j; k++)
		if (s->used[k * s->groups + (x + s->groups - s->shift[k * s->rounds + r]) %
		            s->groups])
			return false;
	return true;
}

static void mark(const struct search *s, size_t j, size_t r, size_t x, bool used)
{
	for (size_t k = 0; k < j; k++)
		s->used[k * s->groups + (x + s->groups - s->shift[k * s->rounds + r]) %
		        s->groups] = used;
}

static void shuffle(struct chance *c, uint16_t *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		list[i] = (uint16_t)i;
	for (size_t i = n; i > 1; i--) {
		size_t k = chance_below(c, i);
		uint16_t swap = list[i - 1];

		list[i - 1] = list[k];
		list[k] = swap;
	}
}

/* Shifts of row j from round r on. */
static bool row_from(struct search *s, size_t j, size_t r)
{
	uint16_t *order = s->order + r * s->groups;

	if (r == s->rounds)
		return true;
	shuffle(&s->chance, order, s->groups);
	for (size_t i = 0; i < (r == 0 ? 1 : s->groups) && s->nodes > 0; i++) {
		size_t x = r == 0 ? 0 : order[i];

		if (!fits(s, j, r, x))
			continue;
		s->nodes--;
		s->shift[j * s->rounds + r] = (uint16_t)x;
		mark(s, j, r, x, true);
		if (row_from(s, j, r + 1))
			return true;
		mark(s, j, r, x, false);
	}
	return false;
}

/* As many rows as are found in some tries; the shifts of the best try are left. */
static size_t find_rows(struct arena *mem, struct search *s)
{
	const size_t size = s->rows * s->rounds;
	uint16_t *best = arena_array(mem, size, sizeof *best);
	size_t found = 1, row;

	for (int i = 0; i < TRIES && found < s->rows; i++) {
		memset(s->shift, 0, size * sizeof *s->shift);
		for (row = 1; row < s->rows; row++) {
			s->nodes = NODES;
			memset(s->used, 0, s->rows * s->groups * sizeof *s->used);
			if (!row_from(s, row, 0))
				break;
		}
		if (row > found) {
			found = row;
			memcpy(best, s->shift, size * sizeof *best);
		}
	}
	memcpy(s->shift, best, size * sizeof *best);
	return found;
}

static bool fill_searched(struct arena *mem, size_t groups, size_t rounds, size_t least,
                          struct table *t)
{
	struct search s = {
		.groups = groups, .rounds = rounds, .rows = t->rows,
		.shift = arena_array(mem, t->rows * rounds, sizeof *s.shift),
		.used = arena_array(mem, t->rows * groups, sizeof *s.used),
		.order = arena_array(mem, rounds * groups, sizeof *s.order),
	};
	size_t found = rounds <= groups ? find_rows(mem, &s) : 0;

	if (found < least)
		return false;
	t->rows = found;
	t->cells = found * groups;
	for (size_t r = 0; r < rounds; r++)
		for (size_t j = 0; j < found; j++)
			for (size_t i = 0; i < groups; i++)
				t->group[r * t->cells + j * groups + i] =
					(uint16_t)((i + s.shift[j * rounds + r]) % groups);
	return true;
}

/* Cells of one row have never met: they make whole groups of their own. */
static void fill_last(size_t round, size_t groups, struct table *t)
{
	for (size_t j = 0; j < t->rows; j++)
		for (size_t i = 0; i < groups; i++)
			t->group[round * t->cells + j * groups + i] =
				(uint16_t)((j * groups + i) / t->rows);
}

static bool table_of(struct arena *mem, size_t groups, size_t rounds, size_t least,
                     size_t most, struct table *t)
{
	struct field f;

	t->rows = most;
	t->field = field_make(&f, groups);
	if (!t->field)
		return fill_searched(mem, groups, rounds, least, t);
	if (rounds > groups || least > groups)
		return false;
	t->rows = most < groups ? most : groups;
	t->cells = t->rows * groups;
	fill_field(&f, rounds, t);
	return true;
}

bool gruppe_table(struct arena *mem, size_t groups, size_t rounds, size_t least, size_t most,
                  bool full, struct table *t)
{
	t->group = arena_array(mem, rounds * groups * most, sizeof *t->group);
	if (groups < 2 || least < 2)
		return false;
	if (table_of(mem, groups, rounds, least, most, t))
		return true;
	if (!full || rounds < 2 || groups % least != 0 ||
	    !table_of(mem, groups, rounds - 1, least, least, t))
		return false;
	fill_last(rounds - 1, groups, t);
	return true;
}
