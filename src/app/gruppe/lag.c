/* lag.c - makes a division, and finds a place for who comes late. */
#include <stdlib.h>
#include <string.h>

#include "app/gruppe/inside.h"
#include "app/telefon/telefon.h"
#include "lib/arena.h"
#include "lib/world.h"
#include "live/live.h"
#include "web/site.h"
#include "web/text.h"

#define WORK_MEMORY (64u << 20)

/* What is being made: the groups of one side after those of the other. */
struct making {
	struct req *r;
	const struct activity *a;
	struct arena *work;             /* lets go of what the search used           */
	struct crowd crowd;
	struct rows locked, rooms;
	uint64_t seed;
	size_t groups;                  /* of all sides                              */
	int64_t repeats;
	json_t *broken;
};

struct side {
	enum role role;
	struct crowd crowd;
	size_t first, groups;           /* numbers first + 1 ... first + groups      */
};

static int setting(const struct activity *a, const char *name)
{
	return (int)json_integer_value(json_object_get(a->config, name));
}

static bool apart(const struct activity *a)
{
	return json_is_true(json_object_get(a->config, "hver_for_seg"));
}

/* ---- how many ---- */

/* By number when that was said, else no group larger than wanted. */
static size_t groups_for(const struct activity *a, size_t n, size_t of)
{
	size_t wanted = (size_t)setting(a, "antall"), size = (size_t)setting(a, "stoerrelse");
	size_t groups = wanted > 0 ? (wanted * n + of / 2) / of : (n + size - 1) / size;

	if (groups == 0)
		groups = 1;
	if (groups > GROUPS_MAX / 2 && n < of)
		groups = GROUPS_MAX / 2;
	if (groups > GROUPS_MAX)
		groups = GROUPS_MAX;
	return groups < n ? groups : n;
}

static struct crowd part(struct arena *mem, const struct crowd *c, bool councillors)
{
	struct crowd out = { .person = arena_array(mem, c->n, sizeof *out.person),
	                     .phones = c->phones };

	for (size_t i = 0; i < c->n; i++)
		if ((c->person[i].role == ROLE_FOLKEVALGT) == councillors)
			out.person[out.n++] = c->person[i];
	return out;
}

/* One side with everybody, or the councillors and then the others. */
static size_t sides_of(struct making *m, struct side side[2])
{
	size_t n = 0;

	if (apart(m->a)) {
		side[n] = (struct side){ ROLE_FOLKEVALGT, part(m->r->mem, &m->crowd, true), 0, 0 };
		n += side[n].crowd.n > 0;
		side[n] = (struct side){ ROLE_ADMINISTRASJON, part(m->r->mem, &m->crowd, false),
		                         0, 0 };
		n += side[n].crowd.n > 0;
	} else {
		side[n++] = (struct side){ ROLE_FOLKEVALGT, m->crowd, 0, 0 };
	}
	for (size_t i = 0; i < n; i++) {
		side[i].first = m->groups;
		side[i].groups = groups_for(m->a, side[i].crowd.n, m->crowd.n);
		m->groups += side[i].groups;
	}
	return n;
}

/* ---- rooms ---- */

/* The groups share the rooms in order: as many in each, or one more. */
static const struct row *room_of(const struct making *m, size_t group, size_t *shared_by)
{
	size_t rooms = m->rooms.n, room;

	*shared_by = 1;
	if (rooms == 0)
		return NULL;
	if (rooms >= m->groups)
		return &m->rooms.row[group];
	room = group * rooms / m->groups;
	*shared_by = 0;
	for (size_t g = 0; g < m->groups; g++)
		*shared_by += g * rooms / m->groups == room;
	return &m->rooms.row[room];
}

static size_t seats_of(const struct making *m, size_t group)
{
	size_t shared;
	const struct row *room = room_of(m, group, &shared);
	size_t seats = room != NULL ? (size_t)row_int(room, gruppe_rom__plasser) : 0;

	return seats > 0 && seats < shared ? 1 : seats / shared;
}

static const char *room_name(const struct making *m, size_t group)
{
	size_t shared;
	const struct row *room = room_of(m, group, &shared);

	return room != NULL ? row_text(room, gruppe_rom__navn) : "";
}

/* ---- the task ---- */

static void add_locks(const struct making *m, const struct side *s, struct gruppe_task *t,
                      struct gruppe_rule *rule)
{
	for (size_t i = 0; i < m->locked.n; i++) {
		const struct row *row = &m->locked.row[i];
		size_t who = crowd_find(&s->crowd, row_int(row, gruppe_laaste__navn));
		size_t group = (size_t)row_int(row, gruppe_laaste__gruppe) - 1;

		if (who != SIZE_MAX && group >= s->first && group < s->first + s->groups)
			rule[t->n_rule++] = (struct gruppe_rule){ GROUP_RULE_LOCKED, who,
			                                          group - s->first };
	}
}

static enum outcome task_of(struct making *m, const struct side *s, struct gruppe_task *t)
{
	struct gruppe_person *person = arena_array(m->work, s->crowd.n, sizeof *person);
	size_t *seats = arena_array(m->work, s->groups, sizeof *seats);
	struct gruppe_rule *rule;
	uint16_t *met;
	enum outcome went;

	*t = (struct gruppe_task){ .person = person, .n = s->crowd.n, .groups = s->groups,
	                           .rounds = 1, .seats = seats, .seed = m->seed };
	for (size_t i = 0; i < s->crowd.n; i++)
		person[i] = s->crowd.person[i].traits;
	for (size_t g = 0; g < s->groups; g++)
		seats[g] = seats_of(m, s->first + g);
	went = crowd_met(m->r->store, m->work, m->a->samling, m->a->id, &s->crowd, &met);
	t->met = met;
	if (went == OUTCOME_OK)
		went = crowd_rules(m->r->store, m->work, m->a->samling, &s->crowd, &rule,
		                   &t->n_rule);
	if (went != OUTCOME_OK)
		return went;
	add_locks(m, s, t, rule);
	t->rule = rule;
	return OUTCOME_OK;
}

/* What could not be kept, by the names of the people: said in words by the page. */
static void note_broken(struct making *m, const struct side *s, const struct gruppe_task *t,
                        const struct gruppe_plan *plan)
{
	for (size_t i = 0; i < plan->n_cannot; i++) {
		const struct gruppe_cannot *c = &plan->cannot[i];
		const struct gruppe_rule *rule = c->rule != GRUPPE_NO_RULE ? &t->rule[c->rule] :
		                                                             NULL;
		const char *b = "";

		if (rule != NULL && rule->kind != GROUP_RULE_LOCKED)
			b = s->crowd.person[rule->b].label;
		json_array_append_new(m->broken, json_pack("{s:i, s:s, s:s, s:i, s:i}",
			"slag", rule != NULL ? (int)rule->kind : (int)GROUP_RULE__MAX,
			"a", rule != NULL ? s->crowd.person[rule->a].label : "", "b", b,
			"gruppe", rule != NULL && rule->kind == GROUP_RULE_LOCKED ?
			          (int)(s->first + rule->b + 1) : 0,
			"hvorfor", (int)c->why));
	}
}

/* ---- what is stored ---- */

static bool is_youngest(const struct side *s, const uint16_t *group, const bool *may,
                        size_t who)
{
	for (size_t i = 0; i < s->crowd.n; i++)
		if (i != who && may[i] && group[i] == group[who] &&
		    (s->crowd.person[i].age < 0 ||
		     s->crowd.person[i].age <= s->crowd.person[who].age))
			return false;
	return true;
}

static enum outcome put_group(struct making *m, const struct side *s, size_t g, size_t leader,
                              bool youngest)
{
	bool none = leader == GRUPPE_NOBODY || s->crowd.phones;

	return RUN(m->r->store, m->r->mem, NULL, gruppe_ny, .punkt = v_int(m->a->id),
	           .nr = v_int((int64_t)(s->first + g + 1)),
	           .rom = v_text(room_name(m, s->first + g)), .side = v_int(s->role),
	           .leder = none ? v_null() : v_int(s->crowd.person[leader].name),
	           .yngst = v_int(!none && youngest));
}

static enum outcome put_groups(struct making *m, const struct side *s, const uint16_t *group)
{
	size_t n = s->crowd.n, *leader = arena_array(m->work, s->groups, sizeof *leader);
	int *age = arena_array(m->work, n, sizeof *age);
	bool *may = arena_array(m->work, n, sizeof *may);
	unsigned *led = arena_array(m->work, n, sizeof *led);
	bool wanted = json_is_true(json_object_get(m->a->config, "yngst_leder"));
	enum outcome went = OUTCOME_OK;

	for (size_t i = 0; i < n; i++) {
		age[i] = s->crowd.person[i].age;
		led[i] = s->crowd.person[i].led;
		may[i] = wanted && (s->role == ROLE_ADMINISTRASJON ||
		                    s->crowd.person[i].role == ROLE_FOLKEVALGT);
	}
	gruppe_leaders(group, n, s->groups, age, may, led, leader);
	for (size_t g = 0; went == OUTCOME_OK && g < s->groups; g++)
		went = put_group(m, s, g, leader[g], leader[g] != GRUPPE_NOBODY &&
		                 is_youngest(s, group, may, leader[g]));
	return went;
}

static bool is_locked(const struct making *m, int64_t name, size_t nr)
{
	for (size_t i = 0; i < m->locked.n; i++)
		if (row_int(&m->locked.row[i], gruppe_laaste__navn) == name &&
		    row_int(&m->locked.row[i], gruppe_laaste__gruppe) == (int64_t)nr)
			return true;
	return false;
}

static enum outcome put_people(struct making *m, const struct side *s, const uint16_t *group)
{
	enum outcome went = OUTCOME_OK;

	for (size_t i = 0; went == OUTCOME_OK && i < s->crowd.n; i++) {
		const struct crowd_person *p = &s->crowd.person[i];
		size_t nr = s->first + group[i] + 1;

		if (s->crowd.phones)
			went = RUN(m->r->store, m->r->mem, NULL, gruppetelefon_sett,
			           .punkt = v_int(m->a->id),
			           .deltaker = v_blob(p->seat, SEAT_BYTES),
			           .gruppe = v_int((int64_t)nr));
		else
			went = RUN(m->r->store, m->r->mem, NULL, gruppeplass_ny,
			           .punkt = v_int(m->a->id), .navn = v_int(p->name),
			           .gruppe = v_int((int64_t)nr),
			           .laast = v_int(is_locked(m, p->name, nr)));
	}
	return went;
}

struct solved { struct gruppe_task task; struct gruppe_plan plan; };

static enum outcome solve(struct making *m, const struct side *s, struct solved *out)
{
	enum outcome went = task_of(m, s, &out->task);

	if (went != OUTCOME_OK)
		return went;
	out->plan = gruppe_solve(m->work, &out->task);
	m->repeats += out->plan.cost.again;
	note_broken(m, s, &out->task, &out->plan);
	return OUTCOME_OK;
}

static enum outcome put_division(struct making *m)
{
	char *broken = json_dumps(m->broken, JSON_COMPACT);

	arena_undo(m->r->mem, free, broken);
	return RUN(m->r->store, m->r->mem, NULL, gruppedeling_ny, .punkt = v_int(m->a->id),
	           .fro = v_int((int64_t)m->seed), .telefoner = v_int(m->crowd.phones),
	           .gjentak = v_int(m->repeats), .brudd = v_text(broken));
}

static enum outcome make(struct making *m)
{
	struct side side[2];
	struct solved solved[2];
	size_t n = sides_of(m, side);
	enum outcome went = OUTCOME_OK;

	for (size_t i = 0; went == OUTCOME_OK && i < n; i++)
		went = solve(m, &side[i], &solved[i]);
	if (went == OUTCOME_OK)
		went = RUN(m->r->store, m->r->mem, NULL, gruppedeling_slett,
		           .punkt = v_int(m->a->id));
	if (went == OUTCOME_OK)
		went = put_division(m);
	for (size_t i = 0; went == OUTCOME_OK && i < n; i++) {
		went = put_groups(m, &side[i], solved[i].plan.group);
		if (went == OUTCOME_OK)
			went = put_people(m, &side[i], solved[i].plan.group);
	}
	return went;
}

/* ---- the same groups again ---- */

/* *from is the earlier item whose groups go on, 0: none. */
static enum outcome earlier(struct req *r, const struct activity *a, int64_t *from)
{
	struct activity before;
	enum outcome went;

	*from = 0;
	if (a->about == 0)
		return OUTCOME_OK;
	went = activity_read(r->store, r->mem, a->about, &before);
	if (went == OUTCOME_OK && before.samling == a->samling && before.kind == a->kind &&
	    ((const struct division *)before.state)->made)
		*from = a->about;
	return went;
}

static enum outcome copy(struct making *m, int64_t from)
{
	struct store *st = m->r->store;
	struct arena *mem = m->r->mem;
	enum outcome went = RUN(st, mem, NULL, gruppedeling_slett, .punkt = v_int(m->a->id));

	if (went == OUTCOME_OK)
		went = put_division(m);
	if (went == OUTCOME_OK)
		went = RUN(st, mem, NULL, gruppe_kopi, .punkt = v_int(m->a->id),
		           .fra = v_int(from));
	if (went == OUTCOME_OK)
		went = RUN(st, mem, NULL, gruppeplass_kopi, .punkt = v_int(m->a->id),
		           .fra = v_int(from));
	return went == OUTCOME_OK ?
	       RUN(st, mem, NULL, gruppetelefon_kopi, .punkt = v_int(m->a->id),
	           .fra = v_int(from)) : went;
}

static enum outcome begin(struct making *m)
{
	struct req *r = m->r;
	enum outcome went = crowd_read(r->store, r->mem, m->a->samling, world_wall_ms(r->world),
	                               &m->crowd);

	if (went == OUTCOME_OK)
		went = RUN(r->store, r->mem, &m->locked, gruppe_laaste, .punkt = v_int(m->a->id));
	if (went == OUTCOME_OK)
		went = RUN(r->store, r->mem, &m->rooms, gruppe_rom,
		           .samling = v_int(m->a->samling));
	m->seed = 1 + world_random_below(r->world, INT32_MAX);
	return went;
}

enum outcome groups_make(struct req *r, const struct activity *a, int64_t seed,
                         const char **why)
{
	const struct division *now = a->state;
	struct making m = { .r = r, .a = a };
	int64_t from;
	enum outcome went;

	if (now->shown || now->seed != seed)
		return OUTCOME_CONFLICT;
	went = begin(&m);
	if (went == OUTCOME_OK)
		went = earlier(r, a, &from);
	if (went != OUTCOME_OK)
		return went;
	if (m.crowd.n == 0 && from == 0) {
		*why = N_("Ingen er her ennå. Legg inn navnelisten, kryss av hvem som har møtt, "
		          "eller vent til telefonene er med.");
		return OUTCOME_INVALID;
	}
	m.work = arena_new(WORK_MEMORY);
	m.broken = json_array();
	went = from != 0 ? copy(&m, from) : make(&m);
	json_decref(m.broken);
	arena_free(m.work);
	if (went == OUTCOME_OK)
		went = samling_note(r, now->made ? "grupper_nye" : "grupper_laget", a->title);
	return went == OUTCOME_OK ? samling_changed(r, VIEW_EVERY) : went;
}
