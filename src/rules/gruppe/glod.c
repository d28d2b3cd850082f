/* glod.c - annealing: two people, or those who sit together, change places in one
 * round, again and again, and what is worse is accepted less and less.
 *
 * The price of the next meeting of two people is kept for every pair, so a change of places
 * is priced by looking at two groups only.  Those who sit together move as one, those who
 * are locked do not move: such rules cannot break here.
 */
#include <string.h>

#include "lib/arena.h"
#include "rules/gruppe/inside.h"

#define LN2 45426               /* in 1/65536 */

/* A move: `out` goes from group g to h, `in` from h to g. */
struct move {
	size_t round, g, h;
	uint16_t out[GRUPPE_PEOPLE_MAX], in[GRUPPE_PEOPLE_MAX];
	size_t n_out, n_in;
};

struct seating {
	const struct problem *p;
	uint16_t *of;           /* the plan                                         */
	uint16_t *seat;         /* round, group, place: who                         */
	uint16_t *place;        /* round, person: where in `seat` of the group      */
	uint16_t *size;         /* round, group                                     */
	uint16_t *count;        /* round, group, value                              */
	int32_t *pair;          /* what the next meeting costs, the last one undone */
	struct move *move;      /* the one that is looked at                        */
	int64_t cost;
};

/* log2 of x in 1/65536, bit by bit. */
static uint32_t log2_of(uint32_t x)
{
	uint32_t whole = 31 - (uint32_t)__builtin_clz(x), log = whole << 16;
	uint64_t part = ((uint64_t)x << 32) >> whole;   /* 1 to 2, in 1/2^32 */

	for (uint32_t bit = 1u << 15; bit > 0; bit >>= 1) {
		part = (part >> 1) * (part >> 1) >> 30;
		if (part >= UINT64_C(1) << 33) {
			part >>= 1;
			log += bit;
		}
	}
	return log;
}

static uint64_t power_of_steps(uint64_t factor)
{
	for (int i = 1; i < HEAT_STEPS; i *= 2)
		factor = factor * factor >> 32;
	return factor;
}

uint32_t *gruppe_logs(struct arena *mem)
{
	uint32_t *log = arena_array(mem, HEAT_LOGS, sizeof *log);

	for (uint32_t k = 0; k < HEAT_LOGS; k++)
		log[k] = (uint32_t)((uint64_t)LN2 * ((13 << 16) - log2_of(2 * k + 1)) >> 16);
	return log;
}

struct heat gruppe_heat(const struct problem *p, int64_t hot, int64_t cold)
{
	struct heat h = { .log = p->log, .now = hot };

	for (uint64_t bit = UINT64_C(1) << 31; bit > 0; bit >>= 1)
		if (power_of_steps(h.factor | bit) <= (uint64_t)(cold << 32) / (uint64_t)hot)
			h.factor |= bit;
	return h;
}

int32_t gruppe_traits(const struct problem *p, const uint16_t *count, size_t size)
{
	const struct span *span = p->span + size * (p->values + 1);
	int32_t cost = 0;

	for (size_t v = 0; v < p->values; v++)
		cost += span_cost(span[v], count[v]);
	return cost;
}

static uint16_t *counts(const struct seating *s, size_t round, size_t group)
{
	return s->count + (round * s->p->groups + group) * (s->p->values + 1);
}

static uint16_t *seats(const struct seating *s, size_t round, size_t group)
{
	return s->seat + (round * s->p->groups + group) * s->p->largest;
}

static uint16_t *size_of(const struct seating *s, size_t round, size_t group)
{
	return s->size + round * s->p->groups + group;
}

static void count_person(const struct seating *s, uint16_t *count, size_t person, int change)
{
	for (size_t t = 0; t < GRUPPE_TRAITS; t++) {
		uint16_t *c = &count[s->p->value[person * GRUPPE_TRAITS + t]];

		*c = (uint16_t)(*c + change);
	}
}

static void price(const struct seating *s, size_t a, size_t b, int32_t change)
{
	s->pair[a * s->p->n + b] += change;
	s->pair[b * s->p->n + a] += change;
}

static void sit_down(struct seating *s, size_t round, size_t person, size_t group)
{
	const struct problem *p = s->p;
	uint16_t *seat = seats(s, round, group), *size = size_of(s, round, group);

	for (size_t i = 0; i < *size; i++) {
		if (p->unit_of[seat[i]] == p->unit_of[person])
			continue;
		s->cost += s->pair[person * p->n + seat[i]];
		price(s, person, seat[i], GRUPPE_AGAIN);
	}
	s->of[round * p->n + person] = (uint16_t)group;
	s->place[round * p->n + person] = *size;
	seat[(*size)++] = (uint16_t)person;
	count_person(s, counts(s, round, group), person, 1);
}

static void stand_up(struct seating *s, size_t round, size_t person)
{
	const struct problem *p = s->p;
	const size_t group = s->of[round * p->n + person];
	uint16_t *seat = seats(s, round, group), *size = size_of(s, round, group);
	const uint16_t place = s->place[round * p->n + person], last = seat[--*size];

	seat[place] = last;
	s->place[round * p->n + last] = place;
	count_person(s, counts(s, round, group), person, -1);
	for (size_t i = 0; i < *size; i++) {
		if (p->unit_of[seat[i]] == p->unit_of[person])
			continue;
		price(s, person, seat[i], -GRUPPE_AGAIN);
		s->cost -= s->pair[person * p->n + seat[i]];
	}
}

struct seating *gruppe_seating(const struct problem *p)
{
	const size_t tables = p->rounds * p->groups;
	struct seating *s = arena_get(p->mem, sizeof *s);

	*s = (struct seating){
		.p = p, .move = arena_get(p->mem, sizeof *s->move),
		.seat = arena_array(p->mem, tables * p->largest, sizeof *s->seat),
		.place = arena_array(p->mem, p->rounds * p->n, sizeof *s->place),
		.size = arena_array(p->mem, tables, sizeof *s->size),
		.count = arena_array(p->mem, tables * (p->values + 1), sizeof *s->count),
		.pair = arena_array(p->mem, p->n * p->n, sizeof *s->pair),
	};
	return s;
}

static void seat_all(struct seating *s, uint16_t *group)
{
	const struct problem *p = s->p;
	const size_t tables = p->rounds * p->groups;

	memcpy(s->pair, p->pair, p->n * p->n * sizeof *s->pair);
	memset(s->size, 0, tables * sizeof *s->size);
	memset(s->count, 0, tables * (p->values + 1) * sizeof *s->count);
	s->of = group;
	s->cost = 0;
	for (size_t r = 0; r < p->rounds; r++) {
		for (size_t i = 0; i < p->n; i++)
			sit_down(s, r, i, group[r * p->n + i]);
		for (size_t g = 0; g < p->groups; g++)
			s->cost += gruppe_traits(p, counts(s, r, g), *size_of(s, r, g));
	}
}

/* One for one: the sizes stay, and what is not alike in the two is all that counts. */
static int64_t swap_price(const struct seating *s, size_t round, size_t a, size_t b)
{
	const struct problem *p = s->p;
	const size_t g = s->of[round * p->n + a], h = s->of[round * p->n + b];
	const uint16_t *seat_g = seats(s, round, g), *seat_h = seats(s, round, h);
	const uint16_t *count_g = counts(s, round, g), *count_h = counts(s, round, h);
	const int32_t *pair_a = s->pair + a * p->n, *pair_b = s->pair + b * p->n;
	const size_t n_g = *size_of(s, round, g), n_h = *size_of(s, round, h);
	const struct span *span_g = p->span + n_g * (p->values + 1);
	const struct span *span_h = p->span + n_h * (p->values + 1);
	int32_t cost = GRUPPE_AGAIN * (int32_t)(n_g + n_h - 2) - 2 * pair_a[b];

	for (size_t i = 0; i < n_g; i++)
		cost += pair_b[seat_g[i]] - pair_a[seat_g[i]];
	for (size_t i = 0; i < n_h; i++)
		cost += pair_a[seat_h[i]] - pair_b[seat_h[i]];
	for (size_t t = 0; t < GRUPPE_TRAITS; t++) {
		const size_t x = p->value[a * GRUPPE_TRAITS + t];
		const size_t y = p->value[b * GRUPPE_TRAITS + t];

		if (x == y)
			continue;
		cost += span_more(span_g[y], count_g[y]) - span_more(span_g[x], count_g[x] - 1);
		cost += span_more(span_h[x], count_h[x]) - span_more(span_h[y], count_h[y] - 1);
	}
	return cost;
}

static void swap(struct seating *s, size_t round, size_t a, size_t b)
{
	const struct problem *p = s->p;
	uint16_t *of = s->of + round * p->n, *place = s->place + round * p->n;
	const uint16_t g = of[a], h = of[b], at_g = place[a], at_h = place[b];
	uint16_t *seat_g = seats(s, round, g), *seat_h = seats(s, round, h);

	for (size_t i = 0; i < *size_of(s, round, g); i++) {
		if (seat_g[i] == a)
			continue;
		price(s, a, seat_g[i], -GRUPPE_AGAIN);
		price(s, b, seat_g[i], GRUPPE_AGAIN);
	}
	for (size_t i = 0; i < *size_of(s, round, h); i++) {
		if (seat_h[i] == b)
			continue;
		price(s, b, seat_h[i], -GRUPPE_AGAIN);
		price(s, a, seat_h[i], GRUPPE_AGAIN);
	}
	count_person(s, counts(s, round, g), a, -1);
	count_person(s, counts(s, round, g), b, 1);
	count_person(s, counts(s, round, h), b, -1);
	count_person(s, counts(s, round, h), a, 1);
	seat_g[at_g] = (uint16_t)b;
	seat_h[at_h] = (uint16_t)a;
	of[a] = h;
	of[b] = g;
	place[a] = at_h;
	place[b] = at_g;
}

static int64_t traits_of_two(const struct seating *s, const struct move *m)
{
	return gruppe_traits(s->p, counts(s, m->round, m->g), *size_of(s, m->round, m->g)) +
	       gruppe_traits(s->p, counts(s, m->round, m->h), *size_of(s, m->round, m->h));
}

static void make_move(struct seating *s, const struct move *m, bool back)
{
	const size_t g = back ? m->h : m->g, h = back ? m->g : m->h;

	s->cost -= traits_of_two(s, m);
	for (size_t i = 0; i < m->n_out; i++)
		stand_up(s, m->round, m->out[i]);
	for (size_t i = 0; i < m->n_in; i++)
		stand_up(s, m->round, m->in[i]);
	for (size_t i = 0; i < m->n_out; i++)
		sit_down(s, m->round, m->out[i], h);
	for (size_t i = 0; i < m->n_in; i++)
		sit_down(s, m->round, m->in[i], g);
	s->cost += traits_of_two(s, m);
}

static size_t add_unit(const struct problem *p, size_t unit, uint16_t *list, size_t n)
{
	for (size_t i = 0; i < p->unit[unit].n; i++)
		list[n + i] = p->member[p->unit[unit].first + i];
	return n + p->unit[unit].n;
}

/* Fills m->in with people of group h, `unit` first, about as many as leave g. */
static void choose_in(struct seating *s, struct chance *c, size_t unit, struct move *m)
{
	const struct problem *p = s->p;
	const uint16_t *seat = seats(s, m->round, m->h);

	m->n_in = add_unit(p, unit, m->in, 0);
	for (int tries = 0; m->n_in < m->n_out && tries < 8; tries++) {
		const size_t other = p->unit_of[seat[chance_below(c, *size_of(s, m->round, m->h))]];
		bool there = p->unit[other].lock >= 0;

		for (size_t i = 0; i < m->n_in; i++)
			there = there || p->unit_of[m->in[i]] == other;
		if (!there && m->n_in + p->unit[other].n <= m->n_out)
			m->n_in = add_unit(p, other, m->in, m->n_in);
	}
}

static bool sizes_allow(const struct seating *s, const struct move *m)
{
	const size_t g = *size_of(s, m->round, m->g) + m->n_in - m->n_out;
	const size_t h = *size_of(s, m->round, m->h) + m->n_out - m->n_in;

	return g >= s->p->least[m->g] && g <= s->p->most[m->g] &&
	       h >= s->p->least[m->h] && h <= s->p->most[m->h];
}

/* Several people, or one who leaves a larger group for a smaller. */
static void try_move(struct seating *s, struct chance *c, const struct heat *heat)
{
	const struct move *m = s->move;
	const int64_t before = s->cost;

	if (!sizes_allow(s, m))
		return;
	make_move(s, m, false);
	if (!heat_takes(heat, c, s->cost - before))
		make_move(s, m, true);
}

static void try_one(struct seating *s, struct chance *c, const struct heat *heat)
{
	const struct problem *p = s->p;
	struct move *m = s->move;
	const size_t round = chance_below(c, p->rounds);
	const size_t u = chance_below(c, p->n_unit), w = chance_below(c, p->n_unit);
	const size_t a = p->member[p->unit[u].first], b = p->member[p->unit[w].first];
	const bool to_smaller = !p->even && chance_below(c, 8) == 0;

	m->round = round;
	m->g = s->of[round * p->n + a];
	m->h = s->of[round * p->n + b];
	if (m->g == m->h || p->unit[u].lock >= 0 || (!to_smaller && p->unit[w].lock >= 0))
		return;
	if (!to_smaller && p->unit[u].n == 1 && p->unit[w].n == 1) {
		const int64_t worse = swap_price(s, round, a, b);

		if (heat_takes(heat, c, worse)) {
			swap(s, round, a, b);
			s->cost += worse;
		}
		return;
	}
	m->n_out = add_unit(p, u, m->out, 0);
	m->n_in = 0;
	if (!to_smaller)
		choose_in(s, c, w, m);
	try_move(s, c, heat);
}

int64_t gruppe_anneal(struct seating *s, struct chance *c, size_t moves, int hot, int cold,
                      uint16_t *group)
{
	struct heat heat = gruppe_heat(s->p, (int64_t)hot << 12, (int64_t)cold << 12);

	seat_all(s, group);
	for (size_t step = 0; step < HEAT_STEPS && s->cost > 0; step++, heat_cool(&heat))
		for (size_t i = 0; i < moves / HEAT_STEPS && s->cost > 0; i++)
			try_one(s, c, &heat);
	return s->cost;
}
