/* syn.c - what each reader may see of group work: the one gate for what groups write.
 *
 * While they write, a group's points are its own and the leaders'.  In plenary, and when the
 * item has been left, they are for the hall, without what the leader has hidden. */
#include "app/gruppe/inside.h"

#include <string.h>

#include "app/telefon/telefon.h"
#include "lib/arena.h"

static bool under_way(const struct samling *s, const struct activity *a)
{
	const struct item *now = samling_now(s);

	return now != NULL && now->id == a->id;
}

static bool points_are_open(const struct samling *s, const struct activity *a)
{
	const struct division *d = a->state;

	return d->shown && (a->step >= STEP_PLENARY || !under_way(s, a));
}

/* A nameless phone is shown the names of its own role that are in the groups, if there is a
 * choice to make. */
static enum outcome read_choice(const struct asked *q, const struct samling *s,
                                struct group_view *v)
{
	struct group_member *m;
	struct rows rows;
	enum outcome went = RUN(q->store, q->mem, &rows, navneliste_valg, .samling = v_int(s->id),
	                        .rolle = v_int(q->role));

	if (went != OUTCOME_OK)
		return went;
	v->choice = m = arena_array(q->mem, rows.n, sizeof *m);
	v->n_choice = rows.n;
	for (size_t i = 0; i < rows.n; i++)
		m[i] = (struct group_member){
			.id = row_int(&rows.row[i], navneliste_valg__id),
			.name = row_text(&rows.row[i], navneliste_valg__navn),
			.party = row_text(&rows.row[i], navneliste_valg__parti), .role = q->role };
	return OUTCOME_OK;
}

static enum outcome read_seat(const struct asked *q, const struct samling *s,
                              const struct activity *a, struct group_view *v)
{
	struct rows rows;
	enum outcome went = OUTCOME_OK;

	v->own = true;
	v->name = q->name;
	v->role = q->role;
	if (q->name != 0)
		v->mine = group_of_name(v->div, q->name, &v->me);
	if (v->mine == NULL) {
		went = RUN(q->store, q->mem, &rows, gruppetelefon_min, .punkt = v_int(a->id),
		           .deltaker = v_blob(q->seat, SEAT_BYTES));
		if (went == OUTCOME_OK && rows.n > 0)
			v->mine = group_nr(v->div, row_int(&rows.row[0],
			                                   gruppetelefon_min__gruppe));
	}
	if (v->mine != NULL && v->mine->pen != NULL)
		v->pen = memcmp(v->mine->pen, q->seat, SEAT_BYTES) == 0;
	if (went == OUTCOME_OK && q->name == 0)
		went = read_choice(q, s, v);
	return went;
}

/* For the leaders: who is here, and in no group. */
static enum outcome read_here(const struct asked *q, const struct activity *a,
                              struct group_view *v)
{
	struct group_member *late;
	struct crowd here;
	enum outcome went = crowd_read(q->store, q->mem, a->samling, q->ms, &here);

	if (went != OUTCOME_OK)
		return went;
	v->here = here.n;
	v->of_phones = here.phones;
	v->late = late = arena_array(q->mem, here.n, sizeof *late);
	for (size_t i = 0; v->div->made && !here.phones && i < here.n; i++) {
		const struct crowd_person *p = &here.person[i];
		const struct group_member *m;

		if (group_of_name(v->div, p->name, &m) == NULL)
			late[v->n_late++] = (struct group_member){
				.id = p->name, .name = p->label, .role = p->role };
	}
	return OUTCOME_OK;
}

/* ---- when phones should fetch their own page again ---- */

#define FNV UINT64_C(14695981039346656037)

static void mix(uint64_t *h, const void *p, size_t n)
{
	const unsigned char *b = p;

	for (size_t i = 0; i < n; i++)
		*h = (*h ^ b[i]) * UINT64_C(1099511628211);
}

static void mix_int(uint64_t *h, int64_t n)
{
	mix(h, &n, sizeof n);
}

static void mix_points(uint64_t *h, const struct group *g)
{
	for (size_t i = 0; i < g->n_point; i++) {
		mix_int(h, g->point[i].field);
		mix_int(h, g->point[i].hidden);
		mix(h, g->point[i].text, strlen(g->point[i].text) + 1);
	}
}

static void mix_group(uint64_t *h, const struct group *g, bool points)
{
	mix_int(h, g->nr);
	mix_int(h, g->leader != NULL ? g->leader->id : 0);
	mix(h, g->room, strlen(g->room) + 1);
	mix(h, g->pen != NULL ? g->pen : "", g->pen != NULL ? SEAT_BYTES : 1);
	mix(h, g->writer, strlen(g->writer) + 1);
	for (size_t i = 0; i < g->n; i++)
		mix_int(h, g->member[i].id);
	mix_int(h, (int64_t)g->phones);
	if (points)
		mix_points(h, g);
}

/* A phone's own page differs with its group alone, and for who has the pen not with what
 * they save themselves: a field that somebody writes in is left alone.  What all share
 * differs with everything. */
static const char *mark_of(const struct asked *q, const struct activity *a,
                           const struct group_view *v)
{
	uint64_t h = FNV;
	bool own = q->seat != NULL;

	mix_int(&h, a->step);
	mix_int(&h, v->div->shown);
	mix_int(&h, own ? v->name : -1);
	mix_int(&h, own && v->pen);
	for (size_t i = 0; i < v->div->n; i++) {
		const struct group *g = &v->div->group[i];
		bool turn = v->open && (v->now == g || v->now == NULL);

		if (own && g == v->mine)
			mix_group(&h, g, turn || !v->pen);
		else if (!own)
			mix_group(&h, g, true);
		else if (turn)
			mix_points(&h, g);
	}
	return arena_printf(q->mem, "g%016llx", (unsigned long long)h);
}

enum outcome groups_view(const struct asked *q, const struct samling *s,
                         const struct activity *a, struct drawing *d)
{
	struct group_view *v = arena_get(q->mem, sizeof *v);
	enum outcome went = OUTCOME_OK;

	v->div = a->state;
	v->staff = q->reader != READER_HALL;
	v->console = v->staff && !q->all;
	v->open = points_are_open(s, a);
	if (v->open && under_way(s, a) && group_minutes(a, STEP_PLENARY) > 0 &&
	    (size_t)(a->step - STEP_PLENARY) < v->div->n)
		v->now = &v->div->group[a->step - STEP_PLENARY];
	if (q->seat != NULL)
		went = read_seat(q, s, a, v);
	else if (v->console)
		went = read_here(q, a, v);
	if (v->mine != NULL) {
		uint64_t h = FNV;

		mix_points(&h, v->mine);
		v->saved = arena_printf(q->mem, "%016llx", (unsigned long long)h);
	}
	d->view = v;
	d->mark = mark_of(q, a, v);
	return went;
}
