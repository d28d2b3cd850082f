#include "rules/valg/direkte.h"

#include "lib/arena.h"

#define SLENGERE_LEAST 5        /* § 6-10: a quarter of the seats, always so many  */
#define MORE_DEPUTIES 3         /* § 13-2: deputies beyond the members of a list   */

size_t direkte_most_bonus(size_t seats)
{
	if (seats <= 23)
		return 4;
	return seats <= 53 ? 6 : 10;
}

struct direkte_slengere direkte_most_slengere(size_t seats)
{
	struct direkte_slengere s = { .most = seats / 4, .rounded_up = (seats + 3) / 4 };

	if (s.most < SLENGERE_LEAST)
		s.most = SLENGERE_LEAST;
	if (s.rounded_up < SLENGERE_LEAST)
		s.rounded_up = SLENGERE_LEAST;
	s.open = s.most != s.rounded_up;
	return s;
}

int64_t direkte_list_votes(const struct direkte_votes *v)
{
	int64_t held = v->ballots * (int64_t)v->seats;

	return v->given > held ? -1 : held + v->received - v->given;
}

static bool before(const struct direkte_candidate *c, const struct direkte_line *a,
                   const struct direkte_line *b)
{
	if (a->quarters != b->quarters)
		return a->quarters > b->quarters;
	return c[a->candidate].nr < c[b->candidate].nr;
}

typedef int64_t quarters_fn(const struct direkte_candidate *, int64_t ballots);

static int64_t with_bonus(const struct direkte_candidate *c, int64_t ballots)
{
	return 4 * (c->personal + c->slengere) + (c->bonus ? ballots : 0);
}

static int64_t over_limit(const struct direkte_candidate *c, int64_t ballots)
{
	return 100 * c->personal >= DIREKTE_COUNTY_PERCENT * ballots ? 4 * c->personal : 0;
}

static struct direkte_line *rank(struct arena *mem, int64_t ballots, quarters_fn *quarters,
                                 const struct direkte_candidate *c, size_t n)
{
	struct direkte_line *line = arena_array(mem, n, sizeof *line);

	for (size_t i = 0; i < n; i++) {
		struct direkte_line own = { .candidate = i };
		size_t at = i;

		own.quarters = quarters(&c[i], ballots);
		for (; at > 0 && before(c, &own, &line[at - 1]); at--)
			line[at] = line[at - 1];
		line[at] = own;
	}
	return line;
}

/* The bonus is for the first names of a list. */
static bool gap(const struct direkte_candidate *c, size_t n)
{
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < n && c[i].bonus; k++)
			if (!c[k].bonus && c[k].nr < c[i].nr)
				return true;
	return false;
}

static struct direkte_result elect(struct arena *mem, size_t seats,
                                   const struct direkte_line *line,
                                   const struct direkte_candidate *c, size_t n)
{
	size_t *chosen = arena_array(mem, n, sizeof *chosen);
	struct direkte_result r = { .ranking = line, .elected = chosen };

	for (size_t i = 0; i < n; i++) {
		if (c[line[i].candidate].not_eligible)
			continue;
		if (r.n_elected < seats)
			chosen[r.n_elected++] = line[i].candidate;
		else if (r.n_deputies < seats + MORE_DEPUTIES)
			chosen[seats + r.n_deputies++] = line[i].candidate;
	}
	r.deputies = chosen + r.n_elected;
	r.surplus = seats - r.n_elected;
	return r;
}

struct direkte_result direkte_candidates(struct arena *mem, size_t seats, int64_t ballots,
                                         const struct direkte_candidate *c, size_t n)
{
	struct direkte_result r = elect(mem, seats, rank(mem, ballots, with_bonus, c, n), c, n);

	r.bonus_gap = gap(c, n);
	return r;
}

struct direkte_result direkte_county(struct arena *mem, size_t seats, int64_t ballots,
                                     const struct direkte_candidate *c, size_t n)
{
	return elect(mem, seats, rank(mem, ballots, over_limit, c, n), c, n);
}
