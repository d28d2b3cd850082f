#include "rules/valg/etter.h"

#include <assert.h>
#include <stdio.h>

#include "lib/arena.h"
#include "lib/tid.h"
#include "rules/valg/kjoenn.h"

#define LONG_LEAVE_MONTHS 3     /* § 7-11 */
#define RETURN_MONTHS 24        /* § 7-9  */
#define LAST_YEAR 9999          /* of a date */

/* ---- which rule ---- */

static const enum rule rules[ETTER__MAX] = {
	[ETTER_CALL] = RULE_VARA_INNKALLES,
	[ETTER_STEP_IN] = RULE_KOMMUNESTYRE_OPPRYKK,
	[ETTER_NYVALG] = RULE_NYVALG,
	[ETTER_KOMITE] = RULE_KOMITE_OVERTAS,
	[ETTER_NEW_LEADER] = RULE_NY_LEDER,
	[ETTER_VARA_UP] = RULE_NY_LEDER,
	[ETTER_TEMPORARY] = RULE_NY_LEDER,
	[ETTER_SETTEMEDLEM] = RULE_SETTEMEDLEM,
	[ETTER_SUPPLERING] = RULE_SUPPLERINGSVALG,
	[ETTER_CHAIR] = RULE_MOETELEDER,
	[ETTER_RAAD] = RULE_RAAD_VALG,
	[ETTER_ALL_ANEW] = RULE_KONTROLLUTVALG_PAA_NYTT,
	[ETTER_NOTHING] = RULE__MAX,
};

enum rule etter_rule(enum etter_way way)
{
	return rules[way];
}

static enum etter_way leader(enum organ organ, enum etter_cause cause)
{
	bool office = organ == ORGAN_ORDFOERER || organ == ORGAN_VARAORDFOERER;

	switch (cause) {
	case CAUSE_ABSENT:
		return ETTER_CHAIR;
	case CAUSE_LEAVE:
	case CAUSE_LONG_LEAVE:
		if (!office)
			return ETTER_CHAIR;
		return organ == ORGAN_ORDFOERER ? ETTER_VARA_UP : ETTER_TEMPORARY;
	case CAUSE_FOR_GOOD:
		return organ == ORGAN_KOMMUNERAAD ? ETTER_RAAD : ETTER_NEW_LEADER;
	case CAUSE_EXCHANGED:
		return organ == ORGAN_KONTROLLUTVALG_LEDER || organ == ORGAN_KONTROLLUTVALG
		       ? ETTER_ALL_ANEW : ETTER_NOTHING;
	case CAUSE_FEW_DEPUTIES:
	case CAUSE__MAX:
		return ETTER_NOTHING;
	}
	return ETTER_NOTHING;
}

/* A member who is exchanged: the act lets the council do it in few bodies. */
static enum etter_way exchanged(enum organ organ)
{
	if (organ == ORGAN_KONTROLLUTVALG || organ == ORGAN_KONTROLLUTVALG_LEDER)
		return ETTER_ALL_ANEW;
	if (organ == ORGAN_STYRE_FORETAK || organ == ORGAN_REPRESENTANTSKAP)
		return ETTER_NYVALG;
	return organ == ORGAN_KOMMUNERAAD ? ETTER_RAAD : ETTER_NOTHING;
}

static enum etter_way gone(enum organ organ, enum etter_place place)
{
	if (organ == ORGAN_KOMMUNERAAD)
		return ETTER_RAAD;
	if (place == PLACE_DEPUTY)
		return organ == ORGAN_KOMMUNESTYRE || organ == ORGAN_KOMITE ? ETTER_NOTHING
		                                                            : ETTER_NYVALG;
	if (organ == ORGAN_KOMMUNESTYRE)
		return ETTER_STEP_IN;
	return organ == ORGAN_KOMITE ? ETTER_KOMITE : ETTER_NYVALG;
}

static enum etter_way ordinary(enum organ organ, enum etter_place place, enum etter_cause cause)
{
	switch (cause) {
	case CAUSE_ABSENT:
	case CAUSE_LEAVE:
		return ETTER_CALL;
	case CAUSE_LONG_LEAVE:
		return organ == ORGAN_KOMMUNESTYRE || place == PLACE_DEPUTY ? ETTER_CALL
		                                                            : ETTER_SETTEMEDLEM;
	case CAUSE_FOR_GOOD:
		return gone(organ, place);
	case CAUSE_EXCHANGED:
		return exchanged(organ);
	case CAUSE_FEW_DEPUTIES:
		return organ == ORGAN_KOMMUNESTYRE ? ETTER_NOTHING : ETTER_SUPPLERING;
	case CAUSE__MAX:
		return ETTER_NOTHING;
	}
	return ETTER_NOTHING;
}

enum etter_way etter_way(const struct valg_set *set, enum organ organ, enum etter_place place,
                         enum etter_cause cause, enum tvil *open)
{
	enum etter_way way = place == PLACE_LEADER ? leader(organ, cause)
	                                           : ordinary(organ, place, cause);

	*open = TVIL_NONE;
	if (way == ETTER_SETTEMEDLEM && set->settemedlem == NULL)
		*open = TVIL_SETTEMEDLEM;
	if (way == ETTER_NYVALG && place == PLACE_DEPUTY && !set->deputy_nyvalg)
		*open = TVIL_VARA_NYVALG;
	return way;
}

/* The same day of a later month, or its last day when it has no such. */
static void months_later(const char *iso_date, int months, char out[11])
{
	int year = 0, month = 0, day = 0, got = sscanf(iso_date, "%d-%d-%d", &year, &month, &day);

	assert(got == 3);
	month += months - 1;
	year += month / 12;
	month = month % 12 + 1;
	if (year > LAST_YEAR)
		year = LAST_YEAR;
	do
		snprintf(out, 11, "%04d-%02d-%02d", year, month, day--);
	while (!tid_is_date(out));
}

bool etter_long_leave(const char *first, const char *last)
{
	char after[11];         /* the first day that would be more than enough */

	months_later(first, LONG_LEAVE_MONTHS, after);
	return tid_days_between(after, last) >= -1;
}

bool etter_may_return(const char *moved_out, const char *moved_back)
{
	char limit[11];

	months_later(moved_out, RETURN_MONTHS, limit);
	return tid_days_between(moved_back, limit) >= 0;
}

/* ---- innkalling ---- */

struct etter_call etter_call(struct arena *mem, const bool *unavailable, size_t n_deputy,
                             size_t absent)
{
	size_t *called = arena_array(mem, n_deputy, sizeof *called);
	struct etter_call call = { .called = called };

	for (size_t i = 0; i < n_deputy && call.n_called < absent; i++)
		if (!unavailable[i])
			called[call.n_called++] = i;
	call.missing = absent - call.n_called;
	return call;
}

/* ---- nyvalg, suppleringsvalg, settemedlem ---- */

static void share_after(const struct etter_election *e, struct etter_verdict *v)
{
	for (size_t i = 0; i < e->n_member; i++)
		v->share[e->member[i]]++;
	if (e->leaves) {
		assert(v->share[e->leaving] > 0);
		v->share[e->leaving]--;
	}
	v->share[e->proposed]++;
	v->of = v->share[GENDER_WOMAN] + v->share[GENDER_MAN];
}

static size_t forty_percent(size_t n)
{
	return n < 2 ? 0 : (2 * n + 4) / 5;
}

/* `least` of each gender is what the body must have with the proposed in it.  Of two genders
 * only one can be short, but in a body of two or three where 40 percent is more than half. */
static struct etter_verdict judge(const struct etter_election *e, size_t (*least)(size_t))
{
	struct etter_verdict v = { .accept = true, .reason = ETTER_BALANCED };

	share_after(e, &v);
	v.under = v.share[GENDER_WOMAN] < v.share[GENDER_MAN] ? GENDER_WOMAN : GENDER_MAN;
	if (v.share[v.under] >= least(v.of))
		return v;
	if (e->proposed == v.under) {
		v.reason = ETTER_UNDER_CHOSEN;
	} else if (e->available[v.under] == 0) {
		v.reason = ETTER_NOT_POSSIBLE;
	} else {
		v.accept = false;
		v.reason = ETTER_UNDER_REQUIRED;
		v.require = v.under;
	}
	return v;
}

bool etter_has(const enum gender *member, size_t n, enum gender gender)
{
	for (size_t i = 0; i < n; i++)
		if (member[i] == gender)
			return true;
	return false;
}

struct etter_choice etter_nyvalg(const struct etter_election *e)
{
	struct etter_choice c = {
		.verdict = judge(e, kjoenn_minimum), .other = judge(e, forty_percent)
	};

	c.open = c.verdict.accept != c.other.accept;
	return c;
}

struct etter_choice etter_settemedlem(const struct etter_election *e)
{
	struct etter_choice c = { .verdict = { .accept = true, .reason = ETTER_NO_GENDER_RULE } };

	share_after(e, &c.verdict);
	return c;
}

struct etter_supplering etter_supplering(const struct etter_election *in_body,
                                         const struct etter_election *in_group)
{
	struct etter_supplering s = {
		.in_body = etter_nyvalg(in_body), .in_group = etter_nyvalg(in_group)
	};
	const struct etter_verdict *body = &s.in_body.verdict, *group = &s.in_group.verdict;

	s.conflict = (!body->accept && group->reason == ETTER_UNDER_CHOSEN) ||
	             (!group->accept && body->reason == ETTER_UNDER_CHOSEN);
	s.accept = s.conflict || (body->accept && group->accept);
	return s;
}

/* ---- places ---- */

const char *const *etter_place(struct arena *mem, const char *const *before, size_t n,
                               size_t leaving, const char *new)
{
	const char **after = arena_array(mem, n, sizeof *after);

	assert(leaving < n);
	for (size_t i = 0; i < n; i++)
		after[i] = i == leaving ? new : before[i];
	return after;
}

const char *const *etter_place_last(struct arena *mem, const char *const *before, size_t n,
                                    const char *new)
{
	const char **after = arena_array(mem, n + 1, sizeof *after);

	for (size_t i = 0; i < n; i++)
		after[i] = before[i];
	after[n] = new;
	return after;
}
