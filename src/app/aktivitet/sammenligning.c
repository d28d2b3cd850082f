/* sammenligning.c - councillors beside administration, and then beside now. */
#include <string.h>

#include "app/aktivitet/aktivitet.h"
#include "lib/arena.h"
#include "rules/sammenlign.h"
#include "web/text.h"

/* The sizes of the two groups; false: they were too small when the round closed. */
static enum outcome read_people(const struct asked *q, const struct round *round,
                                struct comparison *c, bool *any)
{
	struct rows rows;
	enum outcome went = RUN(q->store, q->mem, &rows, runderoller, .runde = v_int(round->id));

	*any = rows.n > 0;
	c->others = N_("Administrasjonen");
	for (size_t i = 0; i < rows.n; i++) {
		enum role role = (enum role)row_int(&rows.row[i], runderoller__rolle);

		c->people[compare_group(role)] += row_int(&rows.row[i], runderoller__antall);
		if (role == ROLE_ANNET)
			c->others = N_("Administrasjonen og andre");
	}
	return went;
}

static void count_line(const struct tally *t, struct comparison *c, const char *value,
                       size_t group, int64_t n)
{
	size_t len = strcspn(value, "\n");

	for (size_t i = 0; i < t->n_choice; i++)
		if (strlen(t->line[i].value) == len && memcmp(t->line[i].value, value, len) == 0)
			c->choice[i].count[group] += n;
	if (value[len] == '\n')         /* an open answer keeps its lines together */
		count_line(t, c, value + len + 1, group, n);
}

static enum outcome read_choices(const struct asked *q, const struct round *round,
                                 const struct tally *t, struct comparison *c)
{
	struct rows rows;
	int64_t sum[2] = { 0 };
	enum outcome went = RUN(q->store, q->mem, &rows, svar_delt, .runde = v_int(round->id));

	c->choice = arena_array(q->mem, t->n_choice, sizeof *c->choice);
	for (size_t i = 0; i < rows.n; i++)
		count_line(t, c, row_text(&rows.row[i], svar_delt__verdi),
		           compare_group((enum role)row_int(&rows.row[i], svar_delt__rolle)),
		           row_int(&rows.row[i], svar_delt__antall));
	for (size_t i = 0; i < t->n_choice; i++)
		for (size_t g = 0; g < 2; g++)
			sum[g] += c->choice[i].count[g];
	c->single = sum[0] == c->people[0] && sum[1] == c->people[1];
	return went;
}

/* NULL: the groups, or what they answered, are too small to be told apart. */
static enum outcome make(const struct asked *q, const struct activity *a,
                         const struct round *round, const struct tally *t,
                         const struct comparison **out)
{
	struct comparison *c = arena_get(q->mem, sizeof *c);
	bool any = false;
	enum outcome went = OUTCOME_OK;

	*out = NULL;
	if (round->phase != ROUND_CLOSED || t == NULL || t->n_choice == 0)
		return OUTCOME_OK;
	went = read_people(q, round, c, &any);
	if (went != OUTCOME_OK || !any)
		return went;
	went = read_choices(q, round, t, c);
	if (went != OUTCOME_OK)
		return went;
	if (a->kind->compare != NULL ? a->kind->compare(a, t, c) :
	    compare_hide(c->choice, t->n_choice, c->people, c->single))
		*out = c;
	return OUTCOME_OK;
}

enum outcome comparison_may(const struct asked *q, const struct activity *a,
                            const struct round *round, const struct tally *t, bool *may)
{
	const struct comparison *c;
	enum outcome went = make(q, a, round, t, &c);

	*may = went == OUTCOME_OK && c != NULL;
	return went;
}

enum outcome comparison_read(const struct asked *q, const struct activity *a,
                             const struct round *round, const struct tally *t,
                             const struct comparison **out)
{
	*out = NULL;
	if (!round->compared)
		return OUTCOME_OK;
	return make(q, a, round, t, out);
}

bool comparison_own(const struct drawing *d)
{
	return d->compared != NULL && d->tally != NULL && d->a->kind->compare == NULL;
}

bool shift_own(const struct drawing *d)
{
	return d->earlier != NULL && d->before != NULL && d->tally != NULL &&
	       d->tally->n_choice > 0 && d->a->kind->compare == NULL;
}

/* The same choices in the same words: else the two cannot stand side by side. */
static bool same_choices(const struct tally *now, const struct tally *then)
{
	if (now->n_choice != then->n_choice)
		return false;
	for (size_t i = 0; i < now->n_choice; i++)
		if (strcmp(now->line[i].value, then->line[i].value) != 0 ||
		    strcmp(now->line[i].label, then->line[i].label) != 0)
			return false;
	return true;
}

static const struct round *last_closed(const struct activity *a, size_t stage)
{
	for (size_t i = a->n_round; i-- > 0;)
		if (a->round[i].stage == stage && a->round[i].phase == ROUND_CLOSED)
			return &a->round[i];
	return NULL;
}

enum outcome earlier_read(const struct asked *q, struct drawing *d)
{
	struct activity *a;
	const struct round *round;
	const struct tally *then = NULL;
	enum outcome went;

	if (d->a->about == 0 || d->tally == NULL || d->before != NULL)
		return OUTCOME_OK;
	a = arena_get(q->mem, sizeof *a);
	went = activity_read(q->store, q->mem, d->a->about, a);
	if (went != OUTCOME_OK || a->kind != d->a->kind)
		return went == OUTCOME_NOT_FOUND ? OUTCOME_OK : went;
	round = last_closed(a, d->round->stage);
	if (round != NULL)
		went = tally_read(q, a, round, &then);
	if (went == OUTCOME_OK && then != NULL && same_choices(d->tally, then)) {
		d->before = then;
		d->earlier = a;
	}
	return went;
}
