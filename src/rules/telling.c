#include "rules/telling.h"

#include <stdbool.h>
#include <stdint.h>

size_t telling_shown(size_t n, enum round_phase phase, enum level level)
{
	if (phase == ROUND_CLOSED || level == LEVEL_OPEN)
		return n;
	if (n < TELLING_LEAST)
		return 0;
	return n - (n - TELLING_LEAST) % TELLING_STEP;
}

static uint64_t remainder_of(size_t part, uint64_t whole)
{
	return (uint64_t)part * 100 % whole;
}

/* Does cell a come before cell b when points are given out? */
static bool comes_before(const size_t *cell, uint64_t whole, size_t a, size_t b)
{
	uint64_t ra = remainder_of(cell[a], whole), rb = remainder_of(cell[b], whole);

	if (ra != rb)
		return ra > rb;
	return cell[a] != cell[b] ? cell[a] > cell[b] : a < b;
}

void telling_percent(const size_t *cell, size_t n_cells, int *percent)
{
	uint64_t whole = 0;
	size_t left = 100;

	for (size_t i = 0; i < n_cells; i++)
		whole += cell[i];
	for (size_t i = 0; i < n_cells; i++) {
		percent[i] = whole == 0 ? 0 : (int)((uint64_t)cell[i] * 100 / whole);
		left -= (size_t)percent[i];
	}
	if (whole == 0)
		return;
	for (size_t i = 0; i < n_cells; i++) {
		size_t rank = 0;

		for (size_t j = 0; j < n_cells; j++)
			rank += j != i && comes_before(cell, whole, j, i);
		percent[i] += rank < left;
	}
}

int telling_share(size_t part, size_t whole)
{
	if (whole == 0)
		return 0;
	return (int)(((uint64_t)part * 200 + whole) / ((uint64_t)whole * 2));
}
