/* grupper.c - mixed groups: what plans cost and how long they take, of the processor's time.
 *
 *	grupper
 *
 * 45 of a council in nine groups over six rounds, with rules; 200 in forty groups over six
 * rounds; and of these the next round live, when five have been.  Each with seven seeds: the
 * times are medians, the costs the worst.  A time counts gruppe_solve() alone.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "lib/arena.h"
#include "rules/gruppe/gruppe.h"

#define MEMORY (64u << 20)
#define SEEDS 7
#define CROWD 200
#define COUNCIL 45

/* 35 elected of eleven parties, as large as they come, and ten of the administration. */
static void council(struct gruppe_person *person)
{
	static const int size[] = { 9, 8, 5, 4, 3, 2, 1, 1, 1, 1, 10 };
	int nr = 0;

	for (int party = 0; party < 11; party++)
		for (int i = 0; i < size[party]; i++, nr++)
			person[nr] = (struct gruppe_person){ {
				[GRUPPE_PARTY] = party, [GRUPPE_ROLE] = party == 10,
				[GRUPPE_GENDER] = (nr * 7 + i) % 5 < 3,
				[GRUPPE_AGE] = nr * 17 % 11 % 4,
			} };
}

static void crowd(struct gruppe_person *person)
{
	for (int i = 0; i < CROWD; i++)
		person[i] = (struct gruppe_person){ {
			[GRUPPE_PARTY] = i * i % 41 % 9, [GRUPPE_ROLE] = i % 5 == 0,
			[GRUPPE_GENDER] = i * 7 % 13 % 2, [GRUPPE_AGE] = i * 11 % 17 % 4,
		} };
}

static int by_size(const void *a, const void *b)
{
	const double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

struct worst { long total, again, broken; };

/* Solves the task with each seed and prints NAME_ms, NAME_total, NAME_gjentak, NAME_brudd. */
static void measure(const char *name, struct gruppe_task task)
{
	struct worst worst = { 0 };
	double ms[SEEDS];

	for (int i = 0; i < SEEDS; i++) {
		struct arena *mem = arena_new(MEMORY);
		struct timespec from, to;
		struct gruppe_plan plan;

		task.seed = (uint64_t)i + 1;
		clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
		plan = gruppe_solve(mem, &task);
		clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
		ms[i] = (double)(to.tv_sec - from.tv_sec) * 1e3 +
		        (double)(to.tv_nsec - from.tv_nsec) / 1e6;
		worst.total = plan.cost.total > worst.total ? plan.cost.total : worst.total;
		worst.again = plan.cost.again > worst.again ? plan.cost.again : worst.again;
		worst.broken = plan.cost.broken > worst.broken ? plan.cost.broken : worst.broken;
		arena_free(mem);
	}
	qsort(ms, SEEDS, sizeof *ms, by_size);
	printf("%s_ms %.3f\n%s_total %ld\n%s_gjentak %ld\n%s_brudd %ld\n", name, ms[SEEDS / 2],
	       name, worst.total, name, worst.again, name, worst.broken);
}

int main(void)
{
	static const struct gruppe_rule rule[] = {
		{ GROUP_RULE_APART, 0, 9 }, { GROUP_RULE_APART, 1, 35 },
		{ GROUP_RULE_APART, 17, 22 }, { GROUP_RULE_APART, 26, 30 },
		{ GROUP_RULE_APART, 5, 40 }, { GROUP_RULE_TOGETHER, 33, 34 },
	};
	static struct gruppe_person hall[COUNCIL], many[CROWD];
	static uint16_t met[CROWD * CROWD];
	struct arena *mem = arena_new(MEMORY);
	struct gruppe_task task = { many, CROWD, .groups = 40, .rounds = 6 };
	struct gruppe_plan before;

	council(hall);
	crowd(many);
	measure("kommunestyre", (struct gruppe_task){ hall, COUNCIL, rule,
	                        sizeof rule / sizeof *rule, .groups = 9, .rounds = 6 });
	measure("sal", task);
	task.rounds = 5;
	before = gruppe_solve(mem, &task);
	for (size_t r = 0; r < 5; r++)
		gruppe_meet(met, before.group + r * CROWD, CROWD);
	task.rounds = 1;
	task.met = met;
	measure("neste", task);
	arena_free(mem);
	return 0;
}
