/* sjekkliste_plan.c - what follows for a meeting from who is challenged in an item. */
#include "app/habilitet/sjekkliste.h"

#include <string.h>

#include "lib/arena.h"
#include "lib/utf8.h"
#include "rules/moete/tall.h"

static bool same_group(struct arena *mem, const char *a, const char *b)
{
	return a[0] != '\0' && strcmp(utf8_fold(mem, a), utf8_fold(mem, b)) == 0;
}

/* The deputy for one who goes, among those that do not sit already; and one before that whose
 * own question has to be settled first. */
static void seat_one(const struct sjekkliste *s, struct sjekkliste_round *r, size_t i,
                     struct habil_deputy *row, bool *taken)
{
	for (size_t k = 0; k < s->n_called; k++) {
		const struct sjekkliste_deputy *d = &s->deputy[k];

		row[k] = (struct habil_deputy){
			.same_group = same_group(s->mem, d->group, s->person[i].group),
			.available = (d->call == CALL_CAN || d->call == CALL_INHABIL) && !taken[k],
			.inhabil = d->call == CALL_INHABIL,
		};
	}
	r->seat[i] = habil_deputy(row, s->n_called);
	for (size_t k = 0; k < r->seat[i] && r->asked[i] == s->n_called; k++)
		if (row[k].same_group && s->deputy[k].call == CALL_QUESTION && !taken[k]) {
			r->asked[i] = k;
			taken[k] = true;
		}
	if (r->seat[i] < s->n_called) {
		taken[r->seat[i]] = true;
		r->deputies++;
	}
}

static struct sjekkliste_round round_of(const struct sjekkliste *s,
                                        bool (*out)(const struct sjekkliste_person *))
{
	const size_t n = s->n_challenged;
	struct sjekkliste_round r = { .seat = arena_array(s->mem, n, sizeof *r.seat),
	                              .asked = arena_array(s->mem, n, sizeof *r.asked) };
	struct habil_deputy *row = arena_array(s->mem, s->n_called, sizeof *row);
	bool *taken = arena_array(s->mem, s->n_called, sizeof *taken);

	for (size_t i = 0; i < n; i++) {
		r.seat[i] = r.asked[i] = s->n_called;
		if (out(&s->person[i])) {
			r.out++;
			seat_one(s, &r, i, row, taken);
		}
	}
	r.left = s->present - r.out + r.deputies;
	r.voters = habil_who_votes(s->members, s->present, r.out - r.deputies);
	return r;
}

static bool is_challenged(const struct sjekkliste_person *p)
{
	return p->name[0] != '\0';
}

/* As long as it is open, the body has to reckon with it. */
static bool may_be_out(const struct sjekkliste_person *p)
{
	return p->decision != DECISION_HABIL;
}

static const struct sjekkliste_person *with_role(const struct sjekkliste *s,
                                                 enum sjekkliste_role role)
{
	for (size_t i = 0; i < s->n_challenged; i++)
		if (s->person[i].role == role)
			return &s->person[i];
	return NULL;
}

static unsigned missing(const struct sjekkliste *s)
{
	unsigned told = MINUTE_DECISION | MINUTE_BASIS | MINUTE_VOTES | MINUTE_PRESENT;

	for (size_t i = 0; i < s->n_challenged; i++) {
		const struct sjekkliste_person *p = &s->person[i];

		if (p->decision == DECISION_OPEN)
			told &= ~(unsigned)MINUTE_DECISION;
		if (p->basis == NULL && p->decision != DECISION_HABIL)
			told &= ~(unsigned)MINUTE_BASIS;
		if (p->for_inhabil < 0 || p->for_habil < 0)
			told &= ~(unsigned)MINUTE_VOTES;
	}
	return habil_minutes(told);
}

struct sjekkliste_plan sjekkliste_plan(const struct sjekkliste *s)
{
	struct sjekkliste_plan p = { .s = s, .quorum = tall_quorum(s->members),
	                             .question = round_of(s, is_challenged),
	                             .matter = round_of(s, may_be_out), .missing = missing(s) };
	const bool aside = p.question.voters == VOTERS_OTHERS;

	p.leader = with_role(s, ROLE_LEADER);
	p.deputy_leader = with_role(s, ROLE_DEPUTY_LEADER);
	p.question.chair = habil_chair(aside && p.leader != NULL,
	                               aside && p.deputy_leader != NULL);
	p.matter.chair = habil_chair(p.leader != NULL && may_be_out(p.leader),
	                             p.deputy_leader != NULL && may_be_out(p.deputy_leader));
	for (size_t i = 0; i < s->n_challenged; i++) {
		p.n_open += s->person[i].decision == DECISION_OPEN;
		p.n_inhabil += s->person[i].decision == DECISION_INHABIL;
	}
	/* Whom the body finds inhabil, by whatever ground, is as inhabil as by a letter. */
	p.provisional = habil_may_provisional(p.matter.out > 0 ? HABIL_AUTOMATISK : HABIL_HABIL,
	                                      s->harms) && p.matter.voters != VOTERS_OTHERS;
	return p;
}
