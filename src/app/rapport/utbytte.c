/* utbytte.c - what came of an item besides answers: the points of groups, the cards that were
 * adopted or not, the time at the rostrum.  Read from what its kind has read for this
 * reader, so nothing is here that its own table does not show. */
#include <string.h>

#include "app/gruppe/gruppe.h"
#include "app/kort/kort.h"
#include "app/rapport/innhold.h"
#include "app/taler/taler.h"
#include "lib/arena.h"

static bool is(const struct activity *a, const char *kind)
{
	return strcmp(a->kind->name, kind) == 0;
}

static void points(struct arena *mem, struct report_item *it)
{
	const struct group_view *v = it->d.view;
	struct report_point *out;
	size_t n = 0;

	if (v == NULL || !v->div->made || !(v->staff || v->open))
		return;
	for (size_t i = 0; i < v->div->n; i++)
		n += v->div->group[i].n_point;
	it->point = out = arena_array(mem, n, sizeof *out);
	for (size_t i = 0; i < v->div->n; i++) {
		const struct group *g = &v->div->group[i];

		for (size_t k = 0; k < g->n_point; k++)
			if (!g->point[k].hidden)
				out[it->n_point++] = (struct report_point){ g->nr,
					g->point[k].text };
	}
}

/* The texts that a card stands for, when they are not just its own. */
static void originals(struct arena *mem, const struct cards *c, const struct card *k,
                      struct report_card *out)
{
	const char **text = arena_array(mem, k->n_originals, sizeof *text);

	out->original = text;
	if (k->n_originals <= 1 && k->wording[0] == '\0')
		return;
	for (size_t i = 0; i < c->n && out->n_original < k->n_originals; i++) {
		const struct card *one = &c->card[i];

		if (one->head == k && one->status != CARD_HIDDEN && !one->held)
			text[out->n_original++] = one->text;
	}
}

static void cards(struct arena *mem, struct report_item *it, bool staff)
{
	const struct cards *c = it->a->state;
	struct report_card *out;

	if (c == NULL || c->earlier)
		return;
	it->card = out = arena_array(mem, c->n_shown, sizeof *out);
	for (size_t i = 0; i < c->n_shown; i++) {
		const struct card *k = c->shown[i];
		struct report_card *to = &out[it->n_card];

		if (k->status != CARD_ADOPTED && !staff)
			continue;
		*to = (struct report_card){ .text = k->label, .two_lists = c->two_lists,
		                            .side = k->side,
		                            .adopted = k->status == CARD_ADOPTED };
		originals(mem, c, k, to);
		it->n_card++;
		it->n_adopted += to->adopted;
	}
}

static void floor_time(struct arena *mem, struct report_item *it)
{
	const struct rostrum_view *v = it->d.view;
	struct report_floor *out = arena_array(mem, ROLE__MAX, sizeof *out);

	it->floor = out;
	for (int i = 0; v != NULL && i < ROLE__MAX; i++) {
		const struct speaker_sum *sum = &v->sum[i];

		if (sum->n > 0)
			out[it->n_floor++] = (struct report_floor){ (enum role)i, sum->n,
				sum->replies, speaker_sum_tells(sum) ? sum->ms : -1 };
	}
}

void report_yield(struct arena *mem, struct report_item *it, bool staff)
{
	if (is(it->a, "gruppearbeid"))
		points(mem, it);
	else if (is(it->a, "kjoereregler") || is(it->a, "forventninger"))
		cards(mem, it, staff);
	else if (is(it->a, "talerliste") || is(it->a, "presentasjonsrunde"))
		floor_time(mem, it);
}
