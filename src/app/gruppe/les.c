/* les.c - reads a division with its groups, their people and what they have written. */
#include "app/gruppe/gruppe.h"

#include <stdlib.h>
#include <string.h>

#include "lib/arena.h"
#include "lib/utf8.h"

const struct group *group_nr(const struct division *d, int64_t nr)
{
	for (size_t i = 0; i < d->n; i++)
		if (d->group[i].nr == nr)
			return &d->group[i];
	return NULL;
}

const struct group *group_of_name(const struct division *d, int64_t name,
                                  const struct group_member **who)
{
	for (size_t g = 0; g < d->n; g++)
		for (size_t i = 0; i < d->group[g].n; i++)
			if (d->group[g].member[i].id == name) {
				*who = &d->group[g].member[i];
				return &d->group[g];
			}
	*who = NULL;
	return NULL;
}

static enum outcome read_groups(struct store *st, struct arena *mem, int64_t punkt,
                                struct division *d, int64_t **leader)
{
	struct rows rows;
	enum outcome went = RUN(st, mem, &rows, grupper_i_punkt, .punkt = v_int(punkt));

	if (went != OUTCOME_OK)
		return went;
	d->group = arena_array(mem, rows.n, sizeof *d->group);
	d->n = rows.n;
	*leader = arena_array(mem, rows.n, sizeof **leader);
	for (size_t i = 0; i < rows.n; i++) {
		const struct row *row = &rows.row[i];
		size_t n;

		(*leader)[i] = row_int(row, grupper_i_punkt__leder);
		d->group[i] = (struct group){
			.nr = (int)row_int(row, grupper_i_punkt__nr),
			.room = row_text(row, grupper_i_punkt__rom),
			.side = (enum role)row_int(row, grupper_i_punkt__side),
			.phones = (size_t)row_int(row, grupper_i_punkt__telefoner),
			.youngest = row_int(row, grupper_i_punkt__yngst) != 0,
			.pen = row_null(row, grupper_i_punkt__skriver) ? NULL :
			       row_blob(row, grupper_i_punkt__skriver, &n),
			.writer = row_text(row, grupper_i_punkt__skrivernavn),
		};
	}
	return OUTCOME_OK;
}

struct keyed { struct group_member who; const char *key; };

static int by_role_and_name(const void *a, const void *b)
{
	const struct keyed *x = a, *y = b;

	if (x->who.role != y->who.role)
		return x->who.role < y->who.role ? -1 : 1;
	return strcmp(x->key, y->key);
}

static struct group_member member_of(const struct row *row)
{
	return (struct group_member){
		.id = row_int(row, gruppeplasser__navn),
		.name = row_text(row, gruppeplasser__tekst),
		.party = row_text(row, gruppeplasser__parti),
		.role = (enum role)row_int(row, gruppeplasser__rolle),
		.locked = row_int(row, gruppeplasser__laast) != 0,
	};
}

/* The rows of one group, in Norwegian order; who has left is in none. */
static void seat(struct arena *mem, struct group *g, const struct row *row, size_t n)
{
	struct keyed *k = arena_array(mem, n, sizeof *k);

	g->member = arena_array(mem, n, sizeof *g->member);
	for (size_t i = 0; i < n; i++) {
		struct group_member m = member_of(&row[i]);

		if (row_int(&row[i], gruppeplasser__frammoete) != PRESENCE_AWAY)
			k[g->n++] = (struct keyed){ m, utf8_sort_key(mem, m.name) };
	}
	if (g->n > 0)
		qsort(k, g->n, sizeof *k, by_role_and_name);
	for (size_t i = 0; i < g->n; i++)
		g->member[i] = k[i].who;
}

static enum outcome read_members(struct store *st, struct arena *mem, int64_t punkt,
                                 struct division *d, const int64_t *leader)
{
	struct rows rows;
	size_t from = 0;
	enum outcome went = RUN(st, mem, &rows, gruppeplasser, .punkt = v_int(punkt));

	for (size_t g = 0; went == OUTCOME_OK && g < d->n; g++) {
		size_t n = 0;

		while (from + n < rows.n &&
		       row_int(&rows.row[from + n], gruppeplasser__gruppe) == d->group[g].nr)
			n++;
		seat(mem, &d->group[g], rows.row + from, n);
		from += n;
		for (size_t i = 0; i < d->group[g].n; i++)
			if (d->group[g].member[i].id == leader[g])
				d->group[g].leader = &d->group[g].member[i];
	}
	return went;
}

static bool is_hidden(const struct rows *judged, const char *folded)
{
	for (size_t i = 0; i < judged->n; i++)
		if (row_int(&judged->row[i], moderering_i_punkt__vedtak) == VERDICT_HIDDEN &&
		    strcmp(row_text(&judged->row[i], moderering_i_punkt__tekst), folded) == 0)
			return true;
	return false;
}

static void add_point(struct arena *mem, struct group *g, const struct row *row,
                      const struct rows *judged)
{
	struct group_point *p;

	if (g->point == NULL)
		g->point = arena_array(mem, POINTS_MAX, sizeof *g->point);
	if (g->n_point == POINTS_MAX)
		return;
	p = &g->point[g->n_point++];
	p->field = (int)row_int(row, gruppe_punkter__felt);
	p->text = row_text(row, gruppe_punkter__tekst);
	p->folded = utf8_fold(mem, p->text);
	p->hidden = is_hidden(judged, p->folded);
}

static enum outcome read_points(struct store *st, struct arena *mem, int64_t punkt,
                                struct division *d)
{
	struct rows rows, judged;
	enum outcome went = RUN(st, mem, &rows, gruppe_punkter, .punkt = v_int(punkt));

	if (went == OUTCOME_OK && rows.n > 0)
		went = RUN(st, mem, &judged, moderering_i_punkt, .punkt = v_int(punkt));
	for (size_t i = 0; went == OUTCOME_OK && i < rows.n; i++)
		for (size_t g = 0; g < d->n; g++)
			if (d->group[g].nr == row_int(&rows.row[i], gruppe_punkter__gruppe))
				add_point(mem, &d->group[g], &rows.row[i], &judged);
	return went;
}

static enum outcome read_division(struct store *st, struct arena *mem, int64_t punkt,
                                  const struct row *row, struct division *d)
{
	int64_t *leader;
	enum outcome went;

	*d = (struct division){
		.made = true,
		.seed = row_int(row, gruppedeling_les__fro),
		.shown = row_int(row, gruppedeling_les__vist) != 0,
		.phones = row_int(row, gruppedeling_les__telefoner) != 0,
		.repeats = row_int(row, gruppedeling_les__gjentak),
		.broken = row_text(row, gruppedeling_les__brudd),
	};
	went = read_groups(st, mem, punkt, d, &leader);
	if (went == OUTCOME_OK)
		went = read_members(st, mem, punkt, d, leader);
	return went == OUTCOME_OK ? read_points(st, mem, punkt, d) : went;
}

enum outcome groups_load(struct store *st, struct arena *mem, struct activity *a)
{
	struct division *d = arena_get(mem, sizeof *d);
	struct rows rows;
	enum outcome went = RUN(st, mem, &rows, gruppedeling_les, .punkt = v_int(a->id));

	a->state = d;
	if (went != OUTCOME_OK || rows.n == 0)
		return went;
	return read_division(st, mem, a->id, &rows.row[0], d);
}
