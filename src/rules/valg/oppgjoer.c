#include "rules/valg/oppgjoer.h"

#include <assert.h>
#include <string.h>

#include "lib/arena.h"

#define FLAGS_OF_A_LIST 6       /* names, members and deputies by gender, deputies */

static struct fordeling seats_by_votes(struct arena *mem, const struct oppgjoer *g)
{
	const struct valg_body *body = &g->body;
	int64_t *votes = arena_array(mem, body->n_list, sizeof *votes);

	for (size_t i = 0; i < body->n_list; i++)
		votes[i] = body->list[i].votes;
	return fordeling(mem, &(struct fordeling_task){
		.method = FORDELING_DHONDT, .seats = body->seats, .votes = votes,
		.n_list = body->n_list, .drawn = g->choice.drawn, .n_drawn = g->choice.n_drawn });
}

static void flag(struct oppgjoer *g, enum oppgjoer_what what, size_t list, size_t n,
                 enum gender gender)
{
	g->flag[g->n_flag++] = (struct oppgjoer_flag){
		.what = what, .list = list, .n = n, .gender = gender,
		.unlawful = what == OPPGJOER_GENDER_MEMBERS && !g->body.council_only };
}

/* Seats of its own that a list has no name for. */
static size_t short_of(const struct oppgjoer *g, size_t i)
{
	size_t names = g->body.list[i].n_candidate;

	return g->list[i].has_names && g->list[i].seats > names ? g->list[i].seats - names : 0;
}

static size_t all_short(const struct oppgjoer *g)
{
	size_t n = 0;

	for (size_t i = 0; i < g->body.n_list; i++)
		n += short_of(g, i);
	return n;
}

/* The seats go by, one at a time, to the next quotient of a list that still has a name. */
static enum oppgjoer_state pass_on(struct arena *mem, struct oppgjoer *g, size_t seats)
{
	size_t n = g->body.n_list;
	size_t *held = arena_array(mem, n, sizeof *held), *most = arena_array(mem, n, sizeof *most);

	for (size_t i = 0; i < n; i++) {
		held[i] = g->list[i].seats - short_of(g, i);
		most[i] = g->list[i].has_names ? g->body.list[i].n_candidate : SIZE_MAX;
	}
	g->passed = fordeling(mem, &(struct fordeling_task){
		.method = FORDELING_DHONDT, .seats = seats, .votes = g->seats.task.votes,
		.n_list = n, .held = held, .most = most, .drawn = g->choice.drawn_next,
		.n_drawn = g->choice.n_drawn_next });
	g->vacant = g->passed.vacant;
	for (size_t i = 0; i < n; i++)
		g->list[i].seats = g->passed.seats[i];
	if (g->passed.state == FORDELING_WRONG_DRAW)
		return OPPGJOER_WRONG_DRAW;
	return g->passed.state == FORDELING_LOT ? OPPGJOER_LOT_NEXT : OPPGJOER_SETTLED;
}

static void leave_vacant(struct oppgjoer *g)
{
	for (size_t i = 0; i < g->body.n_list; i++) {
		g->list[i].vacant = short_of(g, i);
		g->vacant += g->list[i].vacant;
	}
}

/* A list without enough names: what is chosen, or both answers beside each other. */
static enum oppgjoer_state fill_seats(struct arena *mem, struct oppgjoer *g)
{
	size_t missing = all_short(g);

	if (missing == 0)
		return g->choice.n_drawn_next > 0 ? OPPGJOER_WRONG_DRAW : OPPGJOER_SETTLED;
	g->open[OPPGJOER_Q_EMPTY] = true;
	for (size_t i = 0; i < g->body.n_list; i++)
		if (short_of(g, i) > 0)
			flag(g, OPPGJOER_NAMES_MISSING, i, short_of(g, i), GENDER_WOMAN);
	switch (g->choice.empty) {
	case OPPGJOER_EMPTY_VACANT:
		leave_vacant(g);
		return OPPGJOER_SETTLED;
	case OPPGJOER_EMPTY_NEXT:
		return pass_on(mem, g, missing);
	case OPPGJOER_EMPTY_ASK:
		break;
	}
	for (size_t i = 0; i < TVIL_READINGS; i++)
		g->alternative[i] = oppgjoer_otherwise(mem, g, OPPGJOER_Q_EMPTY, i);
	return OPPGJOER_EMPTY;
}

static struct kjoenn_set deputies_by(struct arena *mem, const struct oppgjoer *g, size_t i,
                                     const bool *away, enum oppgjoer_measure measure)
{
	const struct valg_list *list = &g->body.list[i];

	return kjoenn_settle(mem, &(struct kjoenn_task){
		.name = list->candidate, .n_name = list->n_candidate, .away = away,
		.take = g->list[i].deputies_due,
		.measure = measure == OPPGJOER_MEASURE_PLACES ? g->list[i].deputies_due : 0 });
}

static bool same(const struct kjoenn_set *a, const struct kjoenn_set *b)
{
	return a->n == b->n && memcmp(a->place, b->place, a->n * sizeof *a->place) == 0 &&
	       memcmp(a->missing, b->missing, sizeof a->missing) == 0;
}

static void settle_deputies(struct arena *mem, struct oppgjoer *g, size_t i)
{
	struct oppgjoer_list *l = &g->list[i];
	bool *away = arena_array(mem, g->body.list[i].n_candidate, sizeof *away);
	enum oppgjoer_measure other = g->choice.measure == OPPGJOER_MEASURE_NAMES ?
	                              OPPGJOER_MEASURE_PLACES : OPPGJOER_MEASURE_NAMES;
	struct kjoenn_set otherwise;

	if (l->seats > 0)
		l->deputies_due = l->seats + 2;
	else if (g->choice.seatless == OPPGJOER_SEATLESS_TWO)
		l->deputies_due = 2;
	if (l->seats == 0 && g->body.list[i].votes > 0)
		g->open[OPPGJOER_Q_SEATLESS] = true;
	for (size_t p = 0; p < l->member.n; p++)
		away[l->member.place[p]] = true;
	l->deputy = deputies_by(mem, g, i, away, g->choice.measure);
	otherwise = deputies_by(mem, g, i, away, other);
	if (l->deputy.n > 0 && !same(&l->deputy, &otherwise))
		g->open[OPPGJOER_Q_MEASURE] = true;
}

static void flag_names(struct oppgjoer *g, size_t i)
{
	const struct oppgjoer_list *l = &g->list[i];

	for (enum gender k = 0; k < GENDER__MAX; k++)
		if (l->member.missing[k] > 0)
			flag(g, OPPGJOER_GENDER_MEMBERS, i, l->member.missing[k], k);
	if (l->deputy.n < l->deputies_due)
		flag(g, OPPGJOER_DEPUTIES_FEW, i, l->deputies_due - l->deputy.n, GENDER_WOMAN);
	for (enum gender k = 0; k < GENDER__MAX; k++)
		if (l->deputy.missing[k] > 0)
			flag(g, OPPGJOER_GENDER_DEPUTIES, i, l->deputy.missing[k], k);
}

static void settle_names(struct arena *mem, struct oppgjoer *g)
{
	for (size_t i = 0; i < g->body.n_list; i++) {
		const struct valg_list *list = &g->body.list[i];
		struct oppgjoer_list *l = &g->list[i];

		if (!l->has_names)
			continue;
		l->member = kjoenn_settle(mem, &(struct kjoenn_task){
			.name = list->candidate, .n_name = list->n_candidate,
			.take = l->seats - l->vacant });
		settle_deputies(mem, g, i);
		flag_names(g, i);
	}
}

static enum oppgjoer_state state_of(enum fordeling_state state)
{
	switch (state) {
	case FORDELING_NO_VOTES:
		return OPPGJOER_NO_VOTES;
	case FORDELING_WRONG_DRAW:
		return OPPGJOER_WRONG_DRAW;
	case FORDELING_LOT:
		return OPPGJOER_LOT;
	case FORDELING_SETTLED:
		break;
	}
	return OPPGJOER_SETTLED;
}

const struct oppgjoer *oppgjoer(struct arena *mem, const struct valg_body *body,
                                const struct oppgjoer_choice *choice)
{
	struct oppgjoer *g = arena_get(mem, sizeof *g);

	g->body = *body;
	g->choice = *choice;
	g->seats = seats_by_votes(mem, g);
	g->list = arena_array(mem, body->n_list, sizeof *g->list);
	g->flag = arena_array(mem, FLAGS_OF_A_LIST * body->n_list, sizeof *g->flag);
	for (size_t i = 0; i < body->n_list; i++) {
		assert(body->list[i].n_candidate <= VALG_NAMES_MAX);
		g->list[i].seats = g->seats.seats[i];
		g->list[i].has_names = body->list[i].candidate != NULL;
	}
	g->state = state_of(g->seats.state);
	if (g->state == OPPGJOER_SETTLED)
		g->state = fill_seats(mem, g);
	if (g->state == OPPGJOER_SETTLED)
		settle_names(mem, g);
	return g;
}

/* ---- questions by their rows ---- */

enum tvil oppgjoer_tvil(enum oppgjoer_question question)
{
	static const enum tvil row[OPPGJOER__QUESTIONS] = {
		[OPPGJOER_Q_EMPTY] = TVIL_LISTE_TOM, [OPPGJOER_Q_SEATLESS] = TVIL_VARA_UTEN_PLASS,
		[OPPGJOER_Q_MEASURE] = TVIL_VARA_FAA,
	};

	return row[question];
}

size_t oppgjoer_reading(const struct oppgjoer_choice *choice, enum oppgjoer_question question)
{
	switch (question) {
	case OPPGJOER_Q_EMPTY:
		return choice->empty == OPPGJOER_EMPTY_ASK ? TVIL_ASK :
		       choice->empty == OPPGJOER_EMPTY_NEXT;
	case OPPGJOER_Q_SEATLESS:
		return choice->seatless == OPPGJOER_SEATLESS_TWO;
	case OPPGJOER_Q_MEASURE:
		return choice->measure == OPPGJOER_MEASURE_PLACES;
	case OPPGJOER__QUESTIONS:
		break;
	}
	return TVIL_ASK;
}

void oppgjoer_read(struct oppgjoer_choice *choice, enum oppgjoer_question question,
                   size_t reading)
{
	switch (question) {
	case OPPGJOER_Q_EMPTY:
		choice->empty = reading == 0 ? OPPGJOER_EMPTY_VACANT : OPPGJOER_EMPTY_NEXT;
		break;
	case OPPGJOER_Q_SEATLESS:
		choice->seatless = reading == 0 ? OPPGJOER_SEATLESS_NONE : OPPGJOER_SEATLESS_TWO;
		break;
	case OPPGJOER_Q_MEASURE:
		choice->measure = reading == 0 ? OPPGJOER_MEASURE_NAMES : OPPGJOER_MEASURE_PLACES;
		break;
	case OPPGJOER__QUESTIONS:
		break;
	}
}

const struct oppgjoer *oppgjoer_otherwise(struct arena *mem, const struct oppgjoer *g,
                                          enum oppgjoer_question question, size_t reading)
{
	struct oppgjoer_choice *choice = arena_get(mem, sizeof *choice);

	*choice = g->choice;
	if (question == OPPGJOER_Q_EMPTY && reading != oppgjoer_reading(choice, question))
		choice->n_drawn_next = 0;
	oppgjoer_read(choice, question, reading);
	return oppgjoer(mem, &g->body, choice);
}

static bool is_one_of(const char *who, const char *const *name, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(name[i], who) == 0)
			return true;
	return false;
}

size_t oppgjoer_among(const struct oppgjoer *g, const char *const *name, size_t n)
{
	size_t found = 0;

	for (size_t i = 0; i < g->body.n_list; i++) {
		const struct kjoenn_set *set = &g->list[i].member;

		for (size_t k = 0; k < set->n; k++)
			found += is_one_of(g->body.list[i].candidate[set->place[k]].name, name, n);
	}
	return found;
}
