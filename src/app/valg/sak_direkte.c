/* sak_direkte.c - the method kandidatkaring: who of a list is elected to the council. */
#include "app/valg/sak_metode.h"
#include "lib/arena.h"
#include "rules/valg/direkte.h"

static struct direkte_candidate read_candidate(struct sak *s, const json_t *o, const char *where)
{
	static const char *const known[] = { "nr", "name", "tillegg", "personstemmer", "slengere",
	                                     "ikke_valgbar", NULL };
	const struct sak_limit votes = { true, 0, VALG_VOTES_MAX, SAK_NO_LOV };
	const struct sak_limit nr = { true, 1, VALG_NAMES_MAX, SAK_NO_LOV };
	struct direkte_candidate c = { .nr = 0 };

	if (sak_object(s, o, where, known, SAK_NO_LOV) == NULL)
		return c;
	sak_text(s, o, where, "name", false);
	c.nr = (int)sak_int(s, o, where, "nr", nr);
	c.bonus = sak_flag(s, o, where, "tillegg", false);
	c.personal = sak_int(s, o, where, "personstemmer", votes);
	c.slengere = sak_int(s, o, where, "slengere", votes);
	c.not_eligible = sak_flag(s, o, where, "ikke_valgbar", false);
	return c;
}

static struct direkte_candidate *read_candidates(struct sak *s, size_t *n)
{
	const json_t *a = sak_array(s, s->in, "", "candidates", true);
	bool *taken = arena_array(s->mem, VALG_NAMES_MAX + 1, sizeof *taken);
	struct direkte_candidate *c;

	*n = json_array_size(a);
	if (*n == 0 || *n > VALG_NAMES_MAX) {
		sak_fail(s, "candidates", SAK_NO_LOV, "Fra 1 til %d kandidater.", VALG_NAMES_MAX);
		*n = 0;
	}
	c = arena_array(s->mem, *n + 1, sizeof *c);
	for (size_t i = 0; i < *n && sak_well(s); i++) {
		const char *where = sak_item(s, "candidates", i);

		c[i] = read_candidate(s, json_array_get(a, i), where);
		if (sak_well(s) && taken[c[i].nr])
			sak_fail(s, sak_path(s, where, "nr"), SAK_NO_LOV,
			         "To kandidater har nummer %d.", c[i].nr);
		if (sak_well(s))
			taken[c[i].nr] = true;
	}
	return c;
}

static json_t *numbers(const struct direkte_candidate *c, const size_t *who, size_t n)
{
	json_t *a = json_array();

	for (size_t i = 0; i < n; i++)
		json_array_append_new(a, json_integer(c[who[i]].nr));
	return a;
}

static void put_ranking(struct sak *s, const struct direkte_candidate *c,
                        const struct direkte_line *line, size_t n)
{
	json_t *ranking = json_array(), *votes = json_array();

	for (size_t i = 0; i < n; i++) {
		json_array_append_new(ranking, json_integer(c[line[i].candidate].nr));
		json_array_append_new(votes, json_string(sak_decimal(s->mem, line[i].quarters, 1, 4,
		                                                     2, '.')));
	}
	json_object_set_new(s->out, "ranking", ranking);
	json_object_set_new(s->out, "votes", votes);
}

void sak_kandidatkaring(struct sak *s)
{
	size_t n;
	const struct direkte_candidate *c = read_candidates(s, &n);
	const int64_t ballots = sak_int(s, s->in, "", "ballots", (struct sak_limit){
		true, 0, VALG_VOTES_MAX, SAK_NO_LOV });
	struct direkte_result r;

	if (!sak_well(s))
		return;
	sak_rule(s, RULE_KANDIDATKAARING);
	sak_rule(s, RULE_STEMMETILLEGG);
	r = direkte_candidates(s->mem, s->seats, ballots, c, n);
	put_ranking(s, c, r.ranking, n);
	json_object_set_new(s->out, "elected", numbers(c, r.elected, r.n_elected));
	json_object_set_new(s->out, "deputies", numbers(c, r.deputies, r.n_deputies));
	json_object_set_new(s->out, "surplus", json_integer((json_int_t)r.surplus));
	if (r.surplus > 0)
		sak_rule(s, RULE_KOMMUNEVALG_OVERSKUDD);
}
