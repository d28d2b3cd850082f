/* gjensyn - the result of an earlier item on the wall again (punkt.gjelder), with a text.
 *
 * It is read through the same gate as the first time: what the hall has not seen does not
 * come out this way either.  Of group work it is the points that the groups wrote. */
#include "app/aktivitet/slag/gjensyn.h"

#include "app/aktivitet/aktivitet.h"
#include "app/aktivitet/slag/felles.h"
#include "app/aktivitet/slag/gjensyn.html.h"
#include "app/aktivitet/slag/slag.h"
#include "app/gruppe/gruppe.h"
#include "lib/arena.h"
#include "web/text.h"

static const struct config_field fields[] = {
	{ "tekst", CONFIG_LINES, .max = 1000 },
	{ 0 }
};

static bool follows(const struct kind *earlier)
{
	return earlier == &kind_gruppearbeid || (earlier->answers && !earlier->confidential);
}

/* Of the rounds that this reader may see the newest. */
static enum outcome newest(const struct asked *q, const struct activity *a, struct drawing *d)
{
	enum outcome went = OUTCOME_OK;

	for (size_t i = a->n_round; i-- > 0 && went == OUTCOME_OK && d->tally == NULL;) {
		if (a->round[i].phase != ROUND_CLOSED)
			continue;
		d->round = &a->round[i];
		went = tally_read(q, a, d->round, &d->tally);
	}
	return went;
}

static bool any_point(const struct group_view *v)
{
	for (size_t g = 0; v->open && g < v->div->n; g++)
		for (size_t i = 0; i < v->div->group[g].n_point; i++)
			if (!v->div->group[g].point[i].hidden)
				return true;
	return false;
}

/* As the hall saw it, also for a leader: the tools to hide a point lie in its own item. */
static enum outcome read_groups(const struct asked *q, const struct samling *s,
                                struct gjensyn *g)
{
	struct asked hall = { .store = q->store, .mem = q->mem, .reader = READER_HALL,
	                      .ms = q->ms };
	enum outcome went = groups_view(&hall, s, g->a, &g->d);

	g->seen = went == OUTCOME_OK && any_point(g->d.view);
	return went;
}

static enum outcome read(const struct asked *q, const struct samling *s,
                         const struct activity *a, struct drawing *d)
{
	struct gjensyn *g;
	struct activity *earlier;
	enum outcome went;

	if (a->about == 0)
		return OUTCOME_OK;
	earlier = arena_get(q->mem, sizeof *earlier);
	went = activity_read(q->store, q->mem, a->about, earlier);
	if (went != OUTCOME_OK || !follows(earlier->kind))
		return went == OUTCOME_NOT_FOUND ? OUTCOME_OK : went;
	g = arena_get(q->mem, sizeof *g);
	*g = (struct gjensyn){ .a = earlier, .d = { .a = earlier, .ms = d->ms, .most = d->most } };
	if (q->reader == READER_HALL && !q->all)
		g->d.memory = q->memory;
	d->view = g;
	if (earlier->kind == &kind_gruppearbeid)
		return read_groups(q, s, g);
	went = newest(q, earlier, &g->d);
	g->seen = g->d.tally != NULL;
	if (earlier->kind->question != NULL && g->d.round != NULL)
		g->question = earlier->kind->question(earlier->config, g->d.round->stage);
	return went;
}

static void draw(struct out *o, const struct drawing *d)
{
	t_gjensyn(o, d, d->view);
}

static void wall(struct out *o, const struct drawing *d)
{
	const struct gjensyn *g = d->view;

	if (g != NULL && g->seen)
		g->a->kind->wall(o, &g->d);
	else
		t_gjensyn_tomt(o, d);
}

static void edit(struct out *o, const json_t *config)
{
	t_gjensyn_rediger(o, config);
}

const struct kind kind_gjensyn = {
	.name = "gjensyn", .label = N_("Gjensyn"), .icon = "gjensyn",
	.fields = fields, .follows = follows, .read = read,
	.phone = draw, .wall = wall, .result = draw, .edit = edit,
};
