/* samle.c - from a round to cards, and from dots to what is adopted. */
#include "app/kort/kort.h"

#include "lib/arena.h"
#include "lib/utf8.h"
#include "rules/kort.h"
#include "web/page.h"
#include "web/site.h"

static enum outcome result_of(struct req *r, const struct activity *a, const struct round *round,
                              const struct tally **t)
{
	const struct asked q = { .store = r->store, .mem = r->mem, .memory = r->site->memory,
	                         .reader = READER_LEADER, .all = true };

	return tally_read(&q, a, round, t);
}

enum outcome cards_of_round(struct req *r, const struct activity *a, const struct round *round,
                            card_side side_of, size_t *made)
{
	const struct tally *t;
	enum outcome went = result_of(r, a, round, &t);

	*made = 0;
	for (size_t i = 0; went == OUTCOME_OK && t != NULL && i < t->n_line; i++) {
		const char *text = t->line[i].label;
		enum role side = ROLE_FOLKEVALGT;

		if (text_held(a, t->line[i].verdict))
			continue;
		if (side_of != NULL)
			text = side_of(text, &side);
		went = RUN(r->store, r->mem, NULL, kort_ny, .punkt = v_int(a->id),
		           .side = v_int(side), .tekst = v_text(text));
		*made += went == OUTCOME_OK;
	}
	return went == OUTCOME_OK ? samling_note(r, "kort_laget", a->title) : went;
}

static bool is_one_of(struct arena *mem, const struct cards *c, const struct card *head,
                      const char *line)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->card[i].head == head && card_is(line, utf8_fold(mem, c->card[i].text)))
			return true;
	return false;
}

static enum outcome judge_round(struct req *r, const struct activity *a,
                                const struct round *round, const struct card *k,
                                enum verdict verdict)
{
	const struct tally *t;
	enum outcome went = result_of(r, a, round, &t);

	for (size_t i = 0; went == OUTCOME_OK && t != NULL && i < t->n_line; i++)
		if (is_one_of(r->mem, a->state, k->head, t->line[i].value))
			went = text_judge(r, a, t->line[i].value, verdict);
	return went;
}

enum outcome cards_judge(struct req *r, const struct activity *a, const struct card *k,
                         enum verdict verdict)
{
	enum outcome went = OUTCOME_OK;

	for (size_t i = 0; went == OUTCOME_OK && i < a->n_round; i++)
		if (activity_writes(a, a->round[i].stage))
			went = judge_round(r, a, &a->round[i], k, verdict);
	return went;
}

static int64_t people_of(struct arena *mem, const struct round *round, const struct tally *t,
                         int dots)
{
	int64_t *hands = arena_array(mem, t->n_choice, sizeof *hands);

	for (size_t i = 0; i < t->n_choice; i++)
		hands[i] = t->line[i].hands;
	return kort_people(round->people - round->hands, hands, t->n_choice, dots);
}

enum outcome cards_adopt_carried(struct req *r, const struct activity *a,
                                 const struct round *round, int dots, size_t *adopted)
{
	const struct cards *c = a->state;
	const struct tally *t;
	int64_t people;
	enum outcome went = result_of(r, a, round, &t);

	*adopted = 0;
	if (went != OUTCOME_OK || t == NULL)
		return went;
	people = people_of(r->mem, round, t, dots);
	for (size_t i = 0; went == OUTCOME_OK && i < t->n_choice && i < c->n_choice; i++) {
		const struct card *k = c->choice[i];

		if (!card_shown(k) || k->status == CARD_ADOPTED ||
		    !kort_two_thirds(t->line[i].count, people))
			continue;
		went = RUN(r->store, r->mem, NULL, kort_status, .id = v_int(k->id),
		           .fra = v_int(k->status), .til = v_int(CARD_ADOPTED),
		           .talt = v_int(k->had_dots));
		*adopted += went == OUTCOME_OK;
	}
	return went == OUTCOME_OK ? samling_note(r, "kort_vedtatt", a->title) : went;
}
