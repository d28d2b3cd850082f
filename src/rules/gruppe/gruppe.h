/* gruppe.h - who sits with whom: mixed groups over one round or several.
 *
 * What is wanted, dearest first.  Rules: some are kept apart, some sit together, some have
 * their place; groups have their rooms and differ by at most one where the rooms allow it
 * (GRUPPE_HARD for each rule in each round where it is broken).  Nobody meets the same
 * person again (GRUPPE_AGAIN for each time two people had met before; earlier samlinger
 * count, people kept together do not).  Every group is a sample of the whole: a value that
 * n of N people have should be had by n*s/N, rounded either way, of a group of s; for d
 * too many or too few the cost is weight * d * d.
 *
 * How: see gruppe_rute.c (a plan in which nobody can meet twice, and people moved about in
 * it) and gruppe_glod.c (annealing of any plan).  Chance comes from the seed and the work
 * is counted, not timed: the same task gives the same plan on every machine, always.  An
 * ordinary task takes some tenths of a second.
 *
 * Memory: some 15 n*n bytes, and 4 * rounds * groups bytes for each value of a trait: 1 MB
 * for 200 people in 40 groups over 6 rounds.  Give it an arena of its own.
 */
#ifndef RULES_GRUPPE_GRUPPE_H
#define RULES_GRUPPE_GRUPPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rules/stored.h"

struct arena;

#define GRUPPE_PEOPLE_MAX 1000
#define GRUPPE_ROUNDS_MAX 30
#define GRUPPE_UNKNOWN (-1)
#define GRUPPE_HARD 100000
#define GRUPPE_AGAIN 100

enum gruppe_trait {
	GRUPPE_PARTY,           /* weight 20 */
	GRUPPE_ROLE,            /* 10 */
	GRUPPE_GENDER,          /* 6 */
	GRUPPE_AGE,             /* 3: below 35, 50, 62, and from 62 */
	GRUPPE_TRAITS
};

struct gruppe_person {
	int trait[GRUPPE_TRAITS];       /* 0 to 999, or GRUPPE_UNKNOWN: counted nowhere */
};

/* GROUP_RULE_LOCKED: person a in group b.  Else two different people. */
struct gruppe_rule {
	enum group_rule kind;
	size_t a, b;
};

struct gruppe_task {
	const struct gruppe_person *person;
	size_t n;                       /* 1 to GRUPPE_PEOPLE_MAX                       */
	const struct gruppe_rule *rule;
	size_t n_rule;
	size_t groups, rounds;          /* 1 to n, 1 to GRUPPE_ROUNDS_MAX               */
	const size_t *seats;            /* of each group's room, 0: enough; or NULL     */
	const uint16_t *met;            /* n*n, how often two have met before; or NULL  */
	uint64_t seed;
	unsigned effort;                /* per cent of the ordinary work; 0: ordinary   */
};

enum gruppe_why {
	GRUPPE_WHY_TOGETHER,            /* the two are kept together by other rules     */
	GRUPPE_WHY_LOCKED,              /* what is locked says otherwise                */
	GRUPPE_WHY_CHAIN,               /* more would sit together than a group holds   */
	GRUPPE_WHY_PACKING,             /* those who sit together do not fit into groups*/
	GRUPPE_WHY_CLIQUE,              /* more are kept apart than there are groups    */
	GRUPPE_WHY_FULL,                /* more are locked to a group than it holds     */
	GRUPPE_WHY_SEATS,               /* the rooms hold fewer than the people         */
	GRUPPE_WHY_NOT_FOUND            /* no plan that keeps it was found              */
};
#define GRUPPE_NO_RULE SIZE_MAX         /* GRUPPE_WHY_SEATS is about no rule            */

struct gruppe_cannot {
	size_t rule;                    /* index in the task                            */
	enum gruppe_why why;
};

struct gruppe_cost {
	long again;                     /* sum of meetings but the first, of each pair  */
	long again_pairs;               /* sum of m(m-1)/2: what is minimised           */
	long most;                      /* the most often that two meet                 */
	long never;                     /* pairs that never meet                        */
	long broken;                    /* a rule in a round counts one                 */
	long traits;
	long party_over;                /* parties with too many in a group             */
	long total;                     /* GRUPPE_AGAIN * again + traits                */
};

struct gruppe_plan {
	uint16_t *group;                /* of person p in round r: group[r * n + p]     */
	struct gruppe_cost cost;
	struct gruppe_cannot *cannot;   /* by rule                                      */
	size_t n_cannot;
	long least_again;               /* no plan has fewer than these                 */
	long least_again_pairs;
};

/* The best plan found.  Rules that cannot be kept are named in it, the others are kept. */
struct gruppe_plan gruppe_solve(struct arena *, const struct gruppe_task *);

/* What a plan costs; meetings before the task's own rounds count only when repeated. */
struct gruppe_cost gruppe_cost(struct arena *, const struct gruppe_task *,
                               const uint16_t *group);

/* Adds the meetings of one round to met (n*n).  A group of GRUPPE_ABSENT is nobody's. */
#define GRUPPE_ABSENT UINT16_MAX
void gruppe_meet(uint16_t *met, const uint16_t *group, size_t n);

/* Who leads the groups of a round: the youngest with may[p] in the group, but one who has
 * led before (led[p]) only when all of the group have; led is brought up to date.  People
 * of unknown age are not chosen: leader[g] is GRUPPE_NOBODY and the group chooses.  Age in
 * years or anything that grows with it. */
#define GRUPPE_NOBODY SIZE_MAX
void gruppe_leaders(const uint16_t *group, size_t n, size_t groups, const int *age,
                    const bool *may, unsigned *led, size_t *leader);

/* The group for somebody who comes late: of those that break the fewest rules the
 * smallest, of these the one with least added cost.  group: of the one round, people
 * without a place are GRUPPE_ABSENT.  The task's met counts all rounds before. */
size_t gruppe_late(struct arena *, const struct gruppe_task *, const uint16_t *group,
                   size_t person);

#endif
