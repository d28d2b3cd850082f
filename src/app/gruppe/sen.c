/* sen.c - who comes late gets the smallest suitable group, and nobody else is moved; and one
 * who is moved by hand. */
#include <string.h>

#include "app/gruppe/inside.h"
#include "app/telefon/telefon.h"
#include "lib/arena.h"
#include "lib/world.h"
#include "live/live.h"
#include "web/site.h"
#include "web/text.h"

/* The groups that are open to this role: with sides of their own, only those of the side. */
static bool open_to(const struct division *d, size_t g, enum role role)
{
	bool sides = false, own = (role == ROLE_FOLKEVALGT) ==
	                          (d->group[g].side == ROLE_FOLKEVALGT);

	for (size_t i = 0; i < d->n; i++)
		sides = sides || d->group[i].side != d->group[0].side;
	return !sides || own;
}

/* Of phones and groups by number: the smallest. */
static const struct group *smallest(const struct division *d, enum role role)
{
	const struct group *best = NULL;

	for (size_t g = 0; g < d->n; g++) {
		const struct group *it = &d->group[g];

		if (open_to(d, g, role) &&
		    (best == NULL || it->n + it->phones < best->n + best->phones))
			best = it;
	}
	return best;
}

static enum outcome put_phone(struct req *r, const struct activity *a, const struct group *g)
{
	return g == NULL ? OUTCOME_OK :
	       RUN(r->store, r->mem, NULL, gruppetelefon_sett, .punkt = v_int(a->id),
	           .deltaker = v_blob(r->who.participant, SEAT_BYTES), .gruppe = v_int(g->nr));
}

/* Everybody as they sit, for rules/gruppe/gruppe.h: group numbers from 0. */
struct seating {
	struct crowd crowd;
	struct gruppe_task task;
	uint16_t *group;
};

static enum outcome read_seating(struct req *r, const struct activity *a, struct seating *s)
{
	const struct division *d = a->state;
	struct gruppe_person *person;
	struct gruppe_rule *rule;
	uint16_t *met;
	enum outcome went = crowd_read_all(r->store, r->mem, a->samling,
	                                   world_wall_ms(r->world), &s->crowd);

	if (went == OUTCOME_OK)
		went = crowd_met(r->store, r->mem, a->samling, a->id, &s->crowd, &met);
	if (went == OUTCOME_OK)
		went = crowd_rules(r->store, r->mem, a->samling, &s->crowd, &rule,
		                   &s->task.n_rule);
	if (went != OUTCOME_OK)
		return went;
	person = arena_array(r->mem, s->crowd.n, sizeof *person);
	s->group = arena_array(r->mem, s->crowd.n, sizeof *s->group);
	for (size_t i = 0; i < s->crowd.n; i++) {
		const struct group_member *m;
		const struct group *g = group_of_name(d, s->crowd.person[i].name, &m);

		person[i] = s->crowd.person[i].traits;
		s->group[i] = g != NULL ? (uint16_t)(g - d->group) : GRUPPE_ABSENT;
	}
	s->task.person = person;
	s->task.n = s->crowd.n;
	s->task.rule = rule;
	s->task.met = met;
	s->task.groups = d->n;
	s->task.rounds = 1;
	return OUTCOME_OK;
}

/* The groups of the other side are not offered: they are left out of the task. */
static enum outcome place(struct req *r, const struct activity *a, struct seating *s,
                          size_t who)
{
	const struct division *d = a->state;
	size_t *nr = arena_array(r->mem, d->n, sizeof *nr), n = 0, g;
	uint16_t *group = arena_array(r->mem, s->crowd.n, sizeof *group);
	struct gruppe_task task = s->task;
	enum outcome went;

	for (size_t i = 0; i < s->crowd.n; i++)
		group[i] = GRUPPE_ABSENT;
	for (g = 0; g < d->n; g++) {
		if (!open_to(d, g, s->crowd.person[who].role))
			continue;
		for (size_t i = 0; i < s->crowd.n; i++)
			if (s->group[i] == g)
				group[i] = (uint16_t)n;
		nr[n++] = g;
	}
	task.groups = n;
	g = nr[gruppe_late(r->mem, &task, group, who)];
	s->group[who] = (uint16_t)g;
	went = RUN(r->store, r->mem, NULL, gruppeplass_ny, .punkt = v_int(a->id),
	           .navn = v_int(s->crowd.person[who].name), .gruppe = v_int(d->group[g].nr),
	           .laast = v_int(0));
	return went;
}

/* The pairs that sit together and have met before. */
static enum outcome count_repeats(struct req *r, const struct activity *a,
                                  const struct seating *s)
{
	size_t n = s->crowd.n;
	int64_t again = 0;

	for (size_t i = 0; i < n; i++)
		for (size_t k = i + 1; k < n; k++)
			again += s->group[i] != GRUPPE_ABSENT && s->group[i] == s->group[k] &&
			         s->task.met[i * n + k] > 0;
	return RUN(r->store, r->mem, NULL, gruppedeling_gjentak, .punkt = v_int(a->id),
	           .gjentak = v_int(again));
}

static enum outcome place_and_count(struct req *r, const struct activity *a,
                                    struct seating *s, size_t who)
{
	enum outcome went = place(r, a, s, who);

	return went == OUTCOME_OK ? count_repeats(r, a, s) : went;
}

enum outcome groups_place(struct req *r, const struct activity *a, int64_t name)
{
	const struct division *d = a->state;
	struct seating s = { 0 };
	const struct group_member *m;
	size_t who;
	enum outcome went;

	if (!d->shown || d->n == 0)
		return OUTCOME_OK;
	if (name == 0 || d->phones)
		return put_phone(r, a, smallest(d, r->who.participant_role));
	if (group_of_name(d, name, &m) != NULL)
		return OUTCOME_OK;
	went = read_seating(r, a, &s);
	who = went == OUTCOME_OK ? crowd_find(&s.crowd, name) : SIZE_MAX;
	return who != SIZE_MAX ? place_and_count(r, a, &s, who) : went;
}

enum outcome groups_place_late(struct req *r, const struct activity *a)
{
	const struct division *d = a->state;
	struct seating s = { 0 };
	struct crowd here;
	enum outcome went;

	if (!d->shown || d->n == 0 || d->phones)
		return OUTCOME_OK;
	went = crowd_read(r->store, r->mem, a->samling, world_wall_ms(r->world), &here);
	if (went == OUTCOME_OK && !here.phones)
		went = read_seating(r, a, &s);
	for (size_t i = 0; went == OUTCOME_OK && !here.phones && i < here.n; i++) {
		size_t who = crowd_find(&s.crowd, here.person[i].name);

		if (who != SIZE_MAX && s.group[who] == GRUPPE_ABSENT)
			went = place_and_count(r, a, &s, who);
	}
	return went;
}

static enum outcome unlock(struct req *r, const struct activity *a, int64_t name)
{
	enum outcome went = RUN(r->store, r->mem, NULL, gruppeplass_loesne, .punkt = v_int(a->id),
	                        .navn = v_int(name));

	return went == OUTCOME_OK ? samling_changed(r, VIEW_EVERY) : went;
}

enum outcome groups_move(struct req *r, const struct activity *a, int64_t name, int64_t group)
{
	const struct division *d = a->state;
	const struct group *to = group_nr(d, group);
	struct seating s = { 0 };
	size_t who;
	enum outcome went;

	if (group == 0)
		return unlock(r, a, name);
	if (to == NULL || d->phones)
		return OUTCOME_NOT_FOUND;
	went = read_seating(r, a, &s);
	who = went == OUTCOME_OK ? crowd_find(&s.crowd, name) : SIZE_MAX;
	if (who == SIZE_MAX)
		return went != OUTCOME_OK ? went : OUTCOME_NOT_FOUND;
	s.group[who] = (uint16_t)(to - d->group);
	went = RUN(r->store, r->mem, NULL, gruppeplass_flytt, .punkt = v_int(a->id),
	           .navn = v_int(name), .gruppe = v_int(group));
	if (went == OUTCOME_OK)
		went = RUN(r->store, r->mem, NULL, gruppe_leder_bort, .punkt = v_int(a->id),
		           .navn = v_int(name), .gruppe = v_int(group));
	if (went == OUTCOME_OK)
		went = count_repeats(r, a, &s);
	if (went == OUTCOME_OK)
		went = samling_note(r, "gruppe_flyttet", a->title);
	return went == OUTCOME_OK ? samling_changed(r, VIEW_EVERY) : went;
}
