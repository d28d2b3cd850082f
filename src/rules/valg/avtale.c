#include "rules/valg/avtale.h"

#include "lib/arena.h"
#include "rules/valg/kjoenn.h"

/* Deputies a group can have beyond its members. */
#define MORE_DEPUTIES 2

static struct avtale_gender measure(size_t of, const size_t count[GENDER__MAX])
{
	struct avtale_gender g = { .ok = true, .least = kjoenn_minimum(of) };

	for (int i = 0; i < GENDER__MAX; i++) {
		size_t missing = count[i] < g.least ? g.least - count[i] : 0;

		if (missing <= g.missing)
			continue;
		g.ok = false;
		g.missing = missing;
		g.under = (enum gender)i;
	}
	return g;
}

struct avtale_gender avtale_gender(size_t of, const enum gender *who, size_t n)
{
	size_t count[GENDER__MAX] = { 0 };

	for (size_t i = 0; i < n; i++)
		count[who[i]]++;
	return measure(of, count);
}

/* How far a body of council members can go is a matter of the whole council. */
static void reach(const struct avtale *a, struct avtale_result *r)
{
	enum gender under = r->gender.under;
	size_t there = 0, others;

	r->accepted = r->gender.ok;
	r->possible = r->gender.ok;
	r->possible_known = r->gender.ok;
	if (r->gender.ok || !a->council_only || !a->council_known)
		return;
	for (size_t i = 0; i < a->n_member; i++)
		there += a->member[i] == under;
	others = a->council[under] > there ? a->council[under] - there : 0;
	r->possible_known = true;
	r->possible = others >= r->gender.missing;
	r->within_reach = r->possible ? r->gender.missing : others;
	r->accepted = r->within_reach == 0;
}

static void deputies(struct arena *mem, const struct avtale *a, struct avtale_result *r)
{
	bool *too_many = arena_array(mem, a->n_group, sizeof *too_many);
	size_t count[GENDER__MAX] = { 0 }, of = 0;

	r->too_many = too_many;
	r->deputies_ok = true;
	r->deputies_known = a->n_group > 0;
	r->groups_ok = true;
	for (size_t i = 0; i < a->n_group; i++) {
		const struct avtale_group *g = &a->group[i];

		too_many[i] = g->deputies > g->members + MORE_DEPUTIES;
		r->deputies_ok &= !too_many[i];
		if (g->deputy == NULL && g->deputies > 0) {
			r->deputies_known = false;
			continue;
		}
		for (size_t k = 0; k < g->deputies; k++)
			count[g->deputy[k]]++;
		of += g->deputies;
		r->groups_ok &= avtale_gender(g->deputies, g->deputy, g->deputies).ok;
	}
	if (!r->deputies_known)
		return;
	r->deputies = measure(of, count);
	r->deputies_open = r->deputies.ok != r->groups_ok;
}

static enum avtale_adopted adopted(const struct avtale *a)
{
	if (!a->voted)
		return AVTALE_NOT_VOTED;
	if (a->against > 0)
		return AVTALE_REJECTED;
	return a->blank > 0 ? AVTALE_OPEN : AVTALE_ADOPTED;
}

struct avtale_result avtale_check(struct arena *mem, const struct avtale *a)
{
	struct avtale_result r = {
		.count_ok = a->n_member == a->seats,
		.gender = avtale_gender(a->seats, a->member, a->n_member),
		.adopted = adopted(a),
	};

	reach(a, &r);
	deputies(mem, a, &r);
	return r;
}
