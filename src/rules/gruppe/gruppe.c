/* gruppe.c - a task is made ready, a plan is sought, and what it could not keep is named. */
#include "rules/gruppe/gruppe.h"

#include <assert.h>
#include <string.h>

#include "lib/arena.h"
#include "rules/gruppe/inside.h"

#define TRAIT_VALUES 1000

static const int32_t trait_weight[GRUPPE_TRAITS] = {
	[GRUPPE_PARTY] = 20, [GRUPPE_ROLE] = 10, [GRUPPE_GENDER] = 6, [GRUPPE_AGE] = 3,
};

/* Numbers the values that somebody has, trait by trait; `have` and `weight` of each. */
static void number_values(struct problem *p, size_t *have, int32_t *weight)
{
	for (size_t t = 0; t < GRUPPE_TRAITS; t++) {
		uint16_t number[TRAIT_VALUES] = { 0 };  /* from 1; 0: not met yet */

		for (size_t i = 0; i < p->n; i++) {
			int raw = p->task->person[i].trait[t];

			assert(raw >= GRUPPE_UNKNOWN && raw < TRAIT_VALUES);
			if (raw == GRUPPE_UNKNOWN) {
				p->value[i * GRUPPE_TRAITS + t] = UINT16_MAX;
				continue;
			}
			if (number[raw] == 0) {
				weight[p->values] = trait_weight[t];
				number[raw] = (uint16_t)++p->values;
			}
			p->value[i * GRUPPE_TRAITS + t] = (uint16_t)(number[raw] - 1);
			have[number[raw] - 1]++;
		}
	}
}

void gruppe_values(struct problem *p)
{
	size_t *have = arena_array(p->mem, p->n * GRUPPE_TRAITS, sizeof *have);
	int32_t *weight = arena_array(p->mem, p->n * GRUPPE_TRAITS, sizeof *weight);
	const size_t cells = p->n * GRUPPE_TRAITS;

	p->value = arena_array(p->mem, cells, sizeof *p->value);
	number_values(p, have, weight);
	for (size_t i = 0; i < cells; i++)
		if (p->value[i] == UINT16_MAX)
			p->value[i] = (uint16_t)p->values;
	p->span = arena_array(p->mem, (p->largest + 1) * (p->values + 1), sizeof *p->span);
	for (size_t s = 0; s <= p->largest; s++)
		for (size_t v = 0; v < p->values; v++)
			p->span[s * (p->values + 1) + v] = (struct span){
				(int16_t)(have[v] * s / p->n),
				(int16_t)((have[v] * s + p->n - 1) / p->n), weight[v]
			};
}

static struct problem prepare(struct arena *mem, const struct gruppe_task *task)
{
	const size_t n = task->n;
	struct problem p = { .task = task, .mem = mem, .n = n, .groups = task->groups,
	                     .rounds = task->rounds };

	assert(n >= 1 && n <= GRUPPE_PEOPLE_MAX && task->groups >= 1 && task->groups <= n);
	assert(task->rounds >= 1 && task->rounds <= GRUPPE_ROUNDS_MAX);
	p.least = arena_array(mem, p.groups, sizeof *p.least);
	p.most = arena_array(mem, p.groups, sizeof *p.most);
	p.pair = arena_array(mem, n * n, sizeof *p.pair);
	p.unit = arena_array(mem, n, sizeof *p.unit);
	p.member = arena_array(mem, n, sizeof *p.member);
	p.unit_of = arena_array(mem, n, sizeof *p.unit_of);
	p.cannot = arena_array(mem, task->n_rule + 1, sizeof *p.cannot);
	for (size_t i = 0; i < n * n && task->met != NULL; i++)
		p.pair[i] = GRUPPE_AGAIN * task->met[i];
	gruppe_sizes(&p);
	gruppe_rules(&p);
	gruppe_values(&p);
	p.log = gruppe_logs(mem);
	return p;
}

/* Measured: more rows than these four in a table, or more tries, win little; of five tries
 * the best is seldom far from the best there is.  Work is in moves. */
#define EXTRA_ROWS 4
#define TABLE_TRIES 5
#define TABLE_MOVES 450000      /* by round and try                                     */
#define TABLE_LEAST 20000
#define TABLE_FAILS 2           /* so often no form is found: there is none             */
#define POLISH_MOVES 100000
#define MENDED_MOVES 1500000    /* when rows had to be mended                           */
#define FREE_MOVES 2000000      /* from nothing                                         */
#define FREE_ROUND 600000       /* of these, with few rounds, by round                  */
#define TABLE_PEOPLE 100        /* with so many a free search may beat the table        */
#define SHORT_MOVES 200000      /* when only meetings count: many short ones, then long */
#define SHORT_TRIES 10
#define LONG_MOVES 3000000

/* From hot to cold, in 1/16 of a cost.  A first plan is melted, a good one only softened. */
struct range { int hot, cold; };
static const struct range on_table = { 700, 24 }, polish = { 24, 12 }, mended = { 128, 12 },
                          from_nothing = { 480, 12 }, only_meetings = { 640, 200 };

/* The best plan so far, and one that is being made. */
struct search {
	const struct problem *p;
	struct seating *seating;
	struct chance chance;
	uint16_t *best, *now;
	int64_t cost;
};

static size_t work(const struct search *s, size_t moves)
{
	return s->p->task->effort == 0 ? moves : moves * s->p->task->effort / 100;
}

static void anneal(struct search *s, size_t moves, struct range heat)
{
	const int64_t cost = gruppe_anneal(s->seating, &s->chance, work(s, moves), heat.hot,
	                                   heat.cold, s->now);

	if (cost >= s->cost)
		return;
	memcpy(s->best, s->now, s->p->rounds * s->p->n * sizeof *s->best);
	s->cost = cost;
}

/* A move is dearer among many people, and many mix more easily. */
static size_t dear(const struct problem *p)
{
	return 1 + p->n / 100 + p->largest / 12;
}

static void stand(struct search *s, const struct table *t, const uint16_t *weight)
{
	const size_t moves = TABLE_MOVES / s->p->rounds;

	gruppe_on_table(s->p, t, weight, &s->chance,
	                work(s, moves < TABLE_LEAST ? TABLE_LEAST : moves), on_table.hot,
	                on_table.cold, s->now);
	gruppe_mend(s->p, s->now);
}

/* Stands people on a table.  True: they have stood there as they should. */
static bool search_on_table(struct search *s)
{
	const struct problem *p = s->p;
	const int tries = p->n >= TABLE_PEOPLE ? 1 : TABLE_TRIES;
	struct table t;
	size_t most_full = p->n, full;
	int failed = 0;

	if (p->rounds < 2 || !p->alike ||
	    !gruppe_table(p->mem, p->groups, p->rounds, p->largest, p->largest + EXTRA_ROWS,
	                  p->n == p->groups * p->largest, &t))
		return false;
	for (int i = 0; i < tries && failed < TABLE_FAILS && s->cost > 0; i++) {
		const uint16_t *weight;

		full = most_full;
		weight = gruppe_form(p, &t, &s->chance, &full);
		if (weight == NULL) {
			failed++;
			continue;
		}
		most_full = full + 1;
		stand(s, &t, weight);
		anneal(s, POLISH_MOVES, polish);
	}
	if (s->cost < INT64_MAX)
		return true;
	stand(s, &t, gruppe_rows(p, &t));
	anneal(s, MENDED_MOVES / dear(p), mended);
	return false;
}

static void search_freely(struct search *s)
{
	const struct problem *p = s->p;
	const size_t moves = FREE_ROUND * p->rounds < FREE_MOVES ? FREE_ROUND * p->rounds
	                                                         : FREE_MOVES;
	const bool meetings = p->values == 0;

	for (int i = 0; meetings && i < SHORT_TRIES && s->cost > 0; i++) {
		gruppe_any(p, &s->chance, s->now);
		anneal(s, SHORT_MOVES / dear(p), only_meetings);
	}
	if (s->cost == 0)
		return;
	gruppe_any(p, &s->chance, s->now);
	if (meetings)
		anneal(s, LONG_MOVES / dear(p), only_meetings);
	else
		anneal(s, moves / dear(p), from_nothing);
}

struct gruppe_plan gruppe_solve(struct arena *mem, const struct gruppe_task *task)
{
	const size_t places = task->rounds * task->n;
	struct problem p = prepare(mem, task);
	struct search s = {
		&p, gruppe_seating(&p), { task->seed }, arena_array(mem, places, sizeof *s.best),
		arena_array(mem, places, sizeof *s.now), INT64_MAX,
	};
	struct gruppe_plan plan = { .group = s.best };

	if (!search_on_table(&s) || task->n >= TABLE_PEOPLE)
		search_freely(&s);
	plan.cost = gruppe_cost(mem, task, plan.group);
	gruppe_broken(&p, plan.group);
	plan.cannot = p.cannot;
	plan.n_cannot = p.n_cannot;
	gruppe_bounds(&p, &plan.least_again, &plan.least_again_pairs);
	return plan;
}
