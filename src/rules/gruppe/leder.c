/* leder.c - who leads a group, and where one who comes late sits. */
#include <string.h>

#include "lib/arena.h"
#include "rules/gruppe/inside.h"

static bool leads_rather(size_t p, size_t than, const int *age, const unsigned *led)
{
	if (than == GRUPPE_NOBODY)
		return true;
	return led[p] != led[than] ? led[p] < led[than] : age[p] < age[than];
}

void gruppe_leaders(const uint16_t *group, size_t n, size_t groups, const int *age,
                    const bool *may, unsigned *led, size_t *leader)
{
	for (size_t g = 0; g < groups; g++)
		leader[g] = GRUPPE_NOBODY;
	for (size_t p = 0; p < n; p++)
		if (group[p] < groups && may[p] && age[p] != GRUPPE_UNKNOWN &&
		    leads_rather(p, leader[group[p]], age, led))
			leader[group[p]] = p;
	for (size_t g = 0; g < groups; g++)
		if (leader[g] != GRUPPE_NOBODY)
			led[leader[g]]++;
}

/* A place that somebody could take. */
struct place {
	size_t group, size;
	long broken, cost;
};

static long rules_broken(const struct gruppe_task *task, const uint16_t *group, size_t person,
                         size_t there, size_t size)
{
	long broken = task->seats != NULL && task->seats[there] > 0 && size >= task->seats[there];

	for (size_t i = 0; i < task->n_rule; i++) {
		const struct gruppe_rule *r = &task->rule[i];
		uint16_t other;

		if (r->kind == GROUP_RULE_LOCKED) {
			broken += r->a == person && r->b != there;
			continue;
		}
		if (r->a != person && r->b != person)
			continue;
		other = group[r->a == person ? r->b : r->a];
		if (other != GRUPPE_ABSENT)
			broken += (other == there) != (r->kind == GROUP_RULE_TOGETHER);
	}
	return broken;
}

/* Those who are there, the one who comes last of them. */
struct present {
	struct problem all;     /* its spans are for groups of every size       */
	size_t *who;            /* in the task                                  */
	uint16_t *group, *count;
};

static struct present present_of(struct arena *mem, const struct gruppe_task *task,
                                 const uint16_t *group, size_t person)
{
	struct gruppe_person *people = arena_array(mem, task->n, sizeof *people);
	struct gruppe_task *part = arena_get(mem, sizeof *part);
	struct present here = {
		.who = arena_array(mem, task->n, sizeof *here.who),
		.group = arena_array(mem, task->n, sizeof *here.group),
	};

	*part = (struct gruppe_task){ .person = people };
	for (size_t i = 0; i <= task->n; i++) {
		const size_t who = i < task->n ? i : person;

		if (i < task->n && (i == person || group[i] == GRUPPE_ABSENT))
			continue;
		people[part->n] = task->person[who];
		here.group[part->n] = i < task->n ? group[i] : GRUPPE_ABSENT;
		here.who[part->n++] = who;
	}
	here.all = (struct problem){ .task = part, .mem = mem, .n = part->n, .largest = part->n };
	gruppe_values(&here.all);
	here.count = arena_array(mem, here.all.values + 1, sizeof *here.count);
	return here;
}

static long traits_of(const struct present *here, size_t there)
{
	const struct problem *all = &here->all;
	size_t size = 0;
	long cost = 0;

	memset(here->count, 0, (all->values + 1) * sizeof *here->count);
	for (size_t i = 0; i < all->n; i++) {
		if (here->group[i] != there)
			continue;
		size++;
		for (size_t t = 0; t < GRUPPE_TRAITS; t++)
			here->count[all->value[i * GRUPPE_TRAITS + t]]++;
	}
	for (size_t v = 0; v < all->values; v++)
		cost += span_cost(all->span[size * (all->values + 1) + v], here->count[v]);
	return cost;
}

/* The cost and size of a place; the last of `here` is without one before and after. */
static struct place place_of(const struct gruppe_task *task, const struct present *here,
                             size_t there)
{
	const size_t last = here->all.n - 1, person = here->who[last];
	struct place place = { .group = there, .cost = -traits_of(here, there) };

	for (size_t i = 0; i < last; i++) {
		if (here->group[i] != there)
			continue;
		place.size++;
		if (task->met != NULL)
			place.cost += GRUPPE_AGAIN * task->met[person * task->n + here->who[i]];
	}
	here->group[last] = (uint16_t)there;
	place.cost += traits_of(here, there);
	here->group[last] = GRUPPE_ABSENT;
	return place;
}

static bool better(const struct place *a, const struct place *b)
{
	if (a->broken != b->broken)
		return a->broken < b->broken;
	return a->size != b->size ? a->size < b->size : a->cost < b->cost;
}

size_t gruppe_late(struct arena *mem, const struct gruppe_task *task, const uint16_t *group,
                   size_t person)
{
	const struct present here = present_of(mem, task, group, person);
	struct place best = { 0 };

	for (size_t g = 0; g < task->groups; g++) {
		struct place p = place_of(task, &here, g);

		p.broken = rules_broken(task, group, person, g, p.size);
		if (g == 0 || better(&p, &best))
			best = p;
	}
	return best.group;
}
