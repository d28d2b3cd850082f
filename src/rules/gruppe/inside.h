/* inside.h - what the files of gruppe.h share. */
#ifndef RULES_GRUPPE_INSIDE_H
#define RULES_GRUPPE_INSIDE_H

#include "rules/gruppe/gruppe.h"

/* Chance: splitmix64 (Steele, Lea and Flood 2014). */
struct chance {
	uint64_t state;
};

static inline uint64_t chance_next(struct chance *c)
{
	uint64_t z = c->state += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return z ^ (z >> 31);
}

static inline size_t chance_below(struct chance *c, size_t n)
{
	return (size_t)(((chance_next(c) >> 32) * n) >> 32);
}

/* How many of a value a group should have, and what it costs to miss. */
struct span {
	int16_t low, high;
	int32_t weight;
};

/* The change of cost when a group that has c of a value gets one more: 2(c-high)+1 weights
 * from high on, -(2(low-c)-1) below low.  Without a branch: nobody can guess which. */
static inline int32_t span_more(struct span s, int c)
{
	const int over = 2 * (c - s.high) + 1, under = 2 * (s.low - c) - 1;

	return s.weight * ((over > 0 ? over : 0) - (under > 0 ? under : 0));
}

static inline int32_t span_cost(struct span s, int c)
{
	int d = c > s.high ? c - s.high : c < s.low ? s.low - c : 0;

	return s.weight * d * d;
}

/* People who always sit together, or one person alone. */
struct unit {
	uint16_t first, n;      /* in problem.member */
	int lock;               /* its group, or -1  */
};

/* A task made ready: nothing here changes while plans are sought. */
struct problem {
	const struct gruppe_task *task;
	struct arena *mem;
	size_t n, groups, rounds;
	size_t values;          /* of all traits together; the one after them is "unknown" */
	uint16_t *value;        /* of person p: value[p * GRUPPE_TRAITS + trait]           */
	struct span *span;      /* of value v in a group of s: span[s * (values + 1) + v]  */
	uint16_t *least, *most; /* people in each group                                    */
	size_t largest;         /* of them                                                 */
	bool alike;             /* least and most are the same for every group             */
	bool even;              /* and the same as each other                              */
	int32_t *pair;          /* n*n: what the next meeting of two people costs          */
	struct unit *unit;
	size_t n_unit;
	uint16_t *member, *unit_of;
	struct gruppe_cannot *cannot;
	size_t n_cannot;
	const uint32_t *log;    /* gruppe_logs()                                           */
};

void gruppe_values(struct problem *);                   /* values, value, span; wants largest */
void gruppe_sizes(struct problem *);                    /* least, most, largest, even    */

/* Groups being filled.  They may all have their least, and so many as there are people to
 * spare one more. */
#define GRUPPE_NO_GROUP SIZE_MAX
struct pack {
	uint16_t *left;         /* of each group's least */
	bool *longer;           /* may have one more     */
	size_t spare;
};

struct pack gruppe_pack_new(const struct problem *);
void gruppe_pack(const struct problem *, struct pack *);        /* all empty again */
bool gruppe_put(struct pack *, size_t group, size_t n);         /* false: no room  */
/* The fullest group with room for n, or the emptiest; GRUPPE_NO_GROUP: none. */
size_t gruppe_room(const struct pack *, size_t groups, size_t n, bool fullest);

void gruppe_rules(struct problem *);                    /* unit ..., cannot              */
void gruppe_cannot(struct problem *, size_t rule, enum gruppe_why);

/* What the counts of a group of `size` cost. */
int32_t gruppe_traits(const struct problem *, const uint16_t *count, size_t size);

/* Temperature, in 1/65536 of a cost, and the Metropolis test with it in whole numbers. */
#define HEAT_STEPS 256
#define HEAT_LOGS 4096
struct heat {
	const uint32_t *log;    /* -ln of (k + 1/2) / HEAT_LOGS, in 1/65536        */
	int64_t now;
	uint64_t factor;        /* from one step to the next, in 1/2^32            */
};

/* From hot to cold in HEAT_STEPS steps, evenly in the logarithm. */
struct heat gruppe_heat(const struct problem *, int64_t hot, int64_t cold);
uint32_t *gruppe_logs(struct arena *);

static inline void heat_cool(struct heat *h)
{
	h->now = (int64_t)(((uint64_t)h->now * h->factor) >> 32);
}

static inline bool heat_takes(const struct heat *h, struct chance *c, int64_t worse)
{
	if (worse <= 0)
		return true;
	return worse << 32 <= h->now * h->log[chance_next(c) >> 52];
}

/* A table of cells: in round r cell c belongs to group[r * cells + c], and two cells share
 * a group in at most one round. */
struct table {
	size_t rows, cells;     /* cells = rows * groups */
	bool field;             /* made in a field       */
	uint16_t *group;
};

/* Tables for so many rounds, of at least `least` and at most `most` rows; false: none
 * found.  `full`: every cell of `least` rows is used, which may give a round more. */
bool gruppe_table(struct arena *, size_t groups, size_t rounds, size_t least, size_t most,
                  bool full, struct table *);

/* How many people each cell of the table holds, so that all groups get the right size; NULL:
 * not found.  *full: the most rows to keep full, and how many were. */
uint16_t *gruppe_form(const struct problem *, const struct table *, struct chance *,
                      size_t *full);

/* The same with rows as full as they can be, whatever the sizes. */
uint16_t *gruppe_rows(const struct problem *, const struct table *);

/* Anneals people on the table; writes a plan in which the groups do not have their names. */
void gruppe_on_table(const struct problem *, const struct table *, const uint16_t *weight,
                     struct chance *, size_t moves, int hot, int cold, uint16_t *group);

/* Names the groups of each round so that those who are locked sit where they should; sizes
 * that are wrong after all are made right, with as few moved as it can. */
void gruppe_mend(const struct problem *, uint16_t *group);

/* Any plan with right sizes and locks. */
void gruppe_any(const struct problem *, struct chance *, uint16_t *group);

/* Anneals a plan with right sizes and locks, from hot to cold in 1/16 of a cost.  Returns
 * what of its cost could be otherwise. */
struct seating;
struct seating *gruppe_seating(const struct problem *);
int64_t gruppe_anneal(struct seating *, struct chance *, size_t moves, int hot, int cold,
                      uint16_t *group);

/* Adds to p->cannot what is broken in the plan without being there, and sorts it. */
void gruppe_broken(struct problem *, const uint16_t *group);

/* No plan has fewer. */
void gruppe_bounds(const struct problem *, long *again, long *again_pairs);

#endif
