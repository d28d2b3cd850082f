#include "app/habilitet/sjekk.h"

#include <assert.h>
#include <string.h>

#define BIT(fact) (1u << (fact))

/* ---- what the engine says ---- */

static bool alike(const struct habil_result *a, const struct habil_result *b)
{
	if (a->outcome != b->outcome || a->deciding != b->deciding || a->missing != b->missing ||
	    a->n_found != b->n_found || a->n_rule != b->n_rule)
		return false;
	for (size_t i = 0; i < a->n_rule; i++)
		if (a->rule[i] != b->rule[i])
			return false;
	for (size_t i = 0; i < a->n_found; i++)
		if (a->found[i].ground != b->found[i].ground ||
		    a->found[i].waived != b->found[i].waived)
			return false;
	return true;
}

/* `of` the facts that an answer tells. */
static struct habil_facts answered(enum sjekk_ask ask, size_t i, uint32_t of,
                                   const struct habil_facts *f)
{
	const struct sjekk_option o = sjekk_option(ask, i);
	struct habil_facts told = *f;

	sjekk_tell(&told, o.tells & of, &o.facts);
	told.unknown &= ~(o.tells & of);
	return told;
}

/* A question is worth asking when its answers differ.  What kind of matter it is, is asked in
 * pieces; and when something has been found, special circumstances are no longer asked about,
 * since all of them are to be assessed anyhow. */
static bool is_worth(enum sjekk_ask ask, unsigned chain, const struct habil_facts *f)
{
	const size_t n = sjekk_n_options(ask);
	const uint32_t own = BIT(sjekk_questions[ask].fact);
	struct habil_result first = { .n_found = 0 };

	if (ask == ASK_APENBART || (ask == ASK_SAERLIG && chain != 0) ||
	    (ask == ASK_KLAGE && f->matter != MATTER_ANNET) ||
	    (ask != ASK_KLAGE && (f->unknown & own) == 0))
		return false;
	for (size_t i = 0; i < n; i++) {
		const struct habil_facts told = answered(ask, i, own, f);
		const struct habil_result r = habilitet(&told);

		if (i == 0)
			first = r;
		else if (!alike(&first, &r))
			return true;
	}
	return false;
}

static enum sjekk_ask next_ask(enum sjekk_ask ask, unsigned chain, const struct habil_facts *f)
{
	unsigned a = ask + 1;

	while (a < SJEKK_ASK__MAX && !is_worth((enum sjekk_ask)a, chain, f))
		a++;
	return (enum sjekk_ask)a;
}

/* The one tie that the question is about, as if nothing else had been told. */
static struct habil_facts alone(enum sjekk_ask ask, const struct habil_facts *f)
{
	const uint32_t about = sjekk_questions[ask].group | BIT(FACT_ROLE) | BIT(FACT_MATTER);
	struct habil_facts one = { .unknown = f->unknown & about };

	sjekk_tell(&one, about, f);
	return one;
}

/* What is still to be asked after this. */
static uint32_t later(enum sjekk_ask ask)
{
	uint32_t bits = 0;

	for (unsigned a = ask + 1; a < SJEKK_ASK__MAX; a++)
		bits |= BIT(sjekk_questions[a].fact);
	return bits & ~BIT(FACT_MATTER);
}

/* ---- steps ---- */

static bool same_factors(const struct habil_facts *a, const struct habil_facts *b)
{
	struct habil_factor x[HABIL_FACTORS_MAX], y[HABIL_FACTORS_MAX];
	const size_t n = habil_factors(a, x);

	if (habil_factors(b, y) != n)
		return false;
	for (size_t i = 0; i < n; i++)
		if (strcmp(x[i].key, y[i].key) != 0)
			return false;
	return true;
}

static bool same_question(const struct sjekk_step *a, const struct sjekk_step *b)
{
	const uint32_t matter = a->ask == ASK_SAERLIG ? 0 : BIT(FACT_MATTER);
	const uint32_t about = sjekk_questions[a->ask].group | BIT(FACT_ROLE) | matter;
	const uint32_t open = a->facts.unknown & about;

	return a->ask == b->ask && a->chain == b->chain && (b->facts.unknown & about) == open &&
	       ((open & BIT(FACT_ROLE)) != 0 || a->facts.role == b->facts.role) &&
	       ((open & matter) != 0 || matter == 0 || a->facts.matter == b->facts.matter);
}

static bool same_step(const struct sjekk_step *a, const struct sjekk_step *b)
{
	if (a->kind != b->kind)
		return false;
	if (a->kind == STEP_QUESTION)
		return same_question(a, b);
	return a->rule == b->rule && a->next == b->next && a->obvious == b->obvious &&
	       habilitet(&a->facts).outcome == habilitet(&b->facts).outcome &&
	       (a->kind != STEP_NEAR || same_factors(&a->facts, &b->facts));
}

/* Its number; *made: it was not there before. */
static uint16_t put(struct sjekk *s, const struct sjekk_step *step, bool *made)
{
	uint16_t i = 0;

	while (i < s->n && !same_step(&s->step[i], step))
		i++;
	*made = i == s->n;
	if (*made) {
		assert(s->n < SJEKK_STEPS_MAX);
		s->step[s->n++] = *step;
	}
	return i;
}

static struct sjekk_step step_of(enum sjekk_kind kind, enum sjekk_ask ask, enum rule rule,
                                 const struct habil_facts *f)
{
	return (struct sjekk_step){ .kind = kind, .ask = ask, .rule = rule, .facts = *f,
	                            .next = SJEKK_NOWHERE, .unknown = SJEKK_NOWHERE,
	                            .obvious = SJEKK_NOWHERE };
}

static uint16_t put_plain(struct sjekk *s, struct sjekk_step step)
{
	bool made;

	return put(s, &step, &made);
}

/* ---- the walk ---- */

static uint16_t after(struct sjekk *, enum sjekk_ask, unsigned chain, struct habil_facts);
static uint16_t doubt(struct sjekk *, const struct sjekk_step *);

static uint16_t question(struct sjekk *s, enum sjekk_ask ask, unsigned chain,
                         const struct habil_facts *f)
{
	struct sjekk_step q = step_of(STEP_QUESTION, ask, RULE__MAX, f);
	bool made;
	uint16_t at;

	q.chain = chain;
	at = put(s, &q, &made);
	if (!made)
		return at;
	assert(sjekk_n_options(ask) <= SJEKK_OPTIONS_MAX);
	for (size_t i = 0; i < sjekk_n_options(ask); i++) {
		const uint16_t to = after(s, ask, chain, answered(ask, i, UINT32_MAX, f));

		s->step[at].to[i] = to;
	}
	if (sjekk_questions[ask].unknown != NULL && (chain & CHAIN_HIT) == 0)
		s->step[at].unknown = doubt(s, &q);
	return at;
}

/* What the engine says when there is no more to ask.  What was not known differs from path to
 * path, so that all that can be said is who decides. */
static uint16_t end(struct sjekk *s, enum sjekk_ask ask, const struct habil_facts *f)
{
	const struct habil_result r = habilitet(f);
	const bool open = r.outcome == HABIL_MANGLER && ask != ASK_VALG;

	return put_plain(s, step_of(STEP_END, ask, open ? RULE_HABIL_ORGANET_AVGJOR : r.rule[0],
	                            f));
}

/* What the engine says of what has been asked, as if the rest were answered with no. */
static unsigned chain_of(enum sjekk_ask ask, const struct habil_facts *f)
{
	struct habil_facts so_far = *f;
	enum habil_outcome outcome;

	so_far.unknown &= ~later(ask);
	outcome = habilitet(&so_far).outcome;
	return (outcome == HABIL_SKJONN ? CHAIN_NEAR : outcome == HABIL_MANGLER ? CHAIN_OPEN : 0) |
	       (f->obvious ? CHAIN_WAIVED : 0);
}

static uint16_t forward(struct sjekk *s, enum sjekk_ask ask, unsigned chain,
                        const struct habil_facts *f)
{
	const unsigned now = (chain & CHAIN_HIT) != 0 ? CHAIN_HIT : chain_of(ask, f);
	const enum sjekk_ask next = next_ask(ask, now, f);
	const uint32_t group = sjekk_questions[ask].group;

	/* In the middle of a tie nothing is said yet. */
	if (next < SJEKK_ASK__MAX)
		return question(s, next, group != 0 && sjekk_questions[next].group == group
		                         ? chain : now, f);
	if (now == CHAIN_HIT)
		return put_plain(s, step_of(STEP_MORE_DONE, ASK_SAERLIG, RULE_HABIL_FORBEREDELSE,
		                            &(const struct habil_facts){ 0 }));
	return end(s, ask, f);
}

/* "Vet ikke", and on. */
static uint16_t doubt(struct sjekk *s, const struct sjekk_step *q)
{
	struct habil_facts f = q->facts;

	f.unknown |= BIT(sjekk_questions[q->ask].fact);
	if (q->ask == ASK_VALG) {
		f.unknown = BIT(FACT_MATTER);
		return end(s, q->ask, &f);
	}
	return forward(s, q->ask, q->chain, &f);
}

/* What was not known before matters no more, and what was near even less. */
static uint16_t hit(struct sjekk *s, enum sjekk_ask ask, const struct habil_facts *f,
                    const struct habil_facts *one)
{
	const struct habil_result r = habilitet(one);
	struct habil_facts rest = { .role = f->role, .matter = f->matter,
	                            .unknown = f->unknown & later(ask) };
	struct habil_facts set_aside = *one;
	struct sjekk_step step = step_of(STEP_HIT, ask, r.rule[0], one);

	step.facts.unknown = 0;
	if (next_ask(ask, CHAIN_HIT, &rest) < SJEKK_ASK__MAX)
		step.next = forward(s, ask, CHAIN_HIT, &rest);
	set_aside.unknown = f->unknown & later(ASK_APENBART);
	if (r.deciding->waivable)
		step.obvious = question(s, ASK_APENBART, CHAIN_HIT, &set_aside);
	return put_plain(s, step);
}

static bool is_no_ground(enum rule rule)
{
	return rule == RULE_HABIL_INGEN_GRUNN || rule == RULE_HABIL_INGEN_GRUNN_ANSATT;
}

/* What turned out to be no ground is as if it had not been told; that the matter is an exempt
 * plan is still so. */
static void forget(enum sjekk_ask ask, struct habil_facts *f)
{
	const uint32_t group = sjekk_questions[ask].group;
	const struct habil_facts nothing = { .matter = MATTER_ANNET };

	sjekk_tell(f, ask == ASK_KLAGE ? group | BIT(FACT_MATTER) : group, &nothing);
	f->unknown &= ~group;
}

static uint16_t only_if_obvious(struct sjekk *s, const struct habil_facts *f)
{
	return f->obvious ? forward(s, ASK_APENBART, 0, f)
	                  : forward(s, ASK_SAERLIG, CHAIN_HIT, f);
}

/* Where an answer leads: to a ground, to a word about what was told, or just on. */
static uint16_t after(struct sjekk *s, enum sjekk_ask ask, unsigned chain, struct habil_facts f)
{
	const struct habil_facts one = alone(ask, &f);
	const struct habil_result r = habilitet(&one);
	const bool near = r.outcome == HABIL_SKJONN && ask != ASK_SAERLIG;
	const bool cleared = r.outcome == HABIL_HABIL && !is_no_ground(r.rule[0]);
	struct sjekk_step step = step_of(near ? STEP_NEAR : STEP_CLEARED, ask, r.rule[0], &one);

	if (ask == ASK_APENBART)
		return only_if_obvious(s, &f);
	if (habil_is_inhabil(r.outcome))
		return hit(s, ask, &f, &one);
	if (ask == ASK_VALG && r.outcome == HABIL_UNNTAK)
		return end(s, ask, &one);
	if (cleared)
		forget(ask, &f);
	step.next = forward(s, ask, chain, &f);
	return (near || cleared) && (chain & CHAIN_HIT) == 0 ? put_plain(s, step) : step.next;
}

void sjekk_walk(struct sjekk *s)
{
	const struct habil_facts nothing = { .matter = MATTER_ANNET,
		.unknown = (BIT(HABIL_FACT__MAX) - 1) & ~BIT(FACT_OBVIOUS) };

	s->n = 0;
	question(s, ASK_VALG, 0, &nothing);
}

bool sjekk_is_end(const struct sjekk_step *step)
{
	return step->kind == STEP_HIT || step->kind == STEP_MORE_DONE || step->kind == STEP_END;
}
