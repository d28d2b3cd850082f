/* sak_direkte.c - the methods kandidatkaring and personvalg: who is elected to the council, of a
 * list, and where there are none. */
#include <string.h>
#include <strings.h>

#include "app/valg/sak_kvotient.h"
#include "app/valg/sak_metode.h"
#include "lib/arena.h"
#include "rules/valg/direkte.h"
#include "rules/valg/personvalg.h"

static bool is_county(const struct sak *s)
{
	return strcasecmp(s->organ_name, "fylkesting") == 0;
}

static struct direkte_candidate read_candidate(struct sak *s, const json_t *o, const char *where)
{
	static const char *const known[] = { "nr", "name", "tillegg", "personstemmer", "slengere",
	                                     "ikke_valgbar", NULL };
	const struct les_limit votes = { true, 0, VALG_VOTES_MAX, LES_NO_LOV };
	const struct les_limit slengere = { !is_county(s), 0, is_county(s) ? 0 : VALG_VOTES_MAX,
	                                    is_county(s) ? VALGL_12_2_2 : LES_NO_LOV };
	const struct les_limit nr = { true, 1, VALG_NAMES_MAX, LES_NO_LOV };
	struct direkte_candidate c = { .nr = 0 };

	if (les_object(&s->les, o, where, known, LES_NO_LOV) == NULL)
		return c;
	les_text(&s->les, o, where, "name", false);
	c.nr = (int)les_int(&s->les, o, where, "nr", nr);
	c.bonus = les_flag(&s->les, o, where, "tillegg", false);
	c.personal = les_int(&s->les, o, where, "personstemmer", votes);
	c.slengere = les_int(&s->les, o, where, "slengere", slengere);
	if (c.bonus && is_county(s))
		les_fail(&s->les, les_path(&s->les, where, "tillegg"), VALGL_12_2_2,
		         "Ved fylkestingsvalg er det ikke noe stemmetillegg.");
	c.not_eligible = les_flag(&s->les, o, where, "ikke_valgbar", false);
	return c;
}

static struct direkte_candidate *read_candidates(struct sak *s, size_t *n)
{
	const json_t *a = les_array(&s->les, s->in, "", "candidates", true);
	bool *taken = arena_array(s->les.mem, VALG_NAMES_MAX + 1, sizeof *taken);
	struct direkte_candidate *c;

	*n = json_array_size(a);
	if (*n == 0 || *n > VALG_NAMES_MAX) {
		les_fail(&s->les, "candidates", LES_NO_LOV, "Fra 1 til %d kandidater.",
		         VALG_NAMES_MAX);
		*n = 0;
	}
	c = arena_array(s->les.mem, *n + 1, sizeof *c);
	for (size_t i = 0; i < *n && les_well(&s->les); i++) {
		const char *where = les_item(&s->les, "candidates", i);

		c[i] = read_candidate(s, json_array_get(a, i), where);
		if (les_well(&s->les) && taken[c[i].nr])
			les_fail(&s->les, les_path(&s->les, where, "nr"), LES_NO_LOV,
			         "To kandidater har nummer %d.", c[i].nr);
		if (les_well(&s->les))
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
		json_array_append_new(votes, json_string(sak_decimal(s->les.mem, line[i].quarters,
		                                                     1, 4,
		                                                     2, '.')));
	}
	json_object_set_new(s->out, "ranking", ranking);
	json_object_set_new(s->out, "votes", votes);
}

void sak_kandidatkaring(struct sak *s)
{
	size_t n;
	const struct direkte_candidate *c = read_candidates(s, &n);
	const int64_t ballots = les_int(&s->les, s->in, "", "ballots", (struct les_limit){
		true, 0, VALG_VOTES_MAX, LES_NO_LOV });
	struct direkte_result r;

	if (!les_well(&s->les))
		return;
	if (is_county(s)) {
		sak_rule(s, RULE_KANDIDATKAARING_FYLKE);
		r = direkte_county(s->les.mem, s->seats, ballots, c, n);
	} else {
		sak_rule(s, RULE_KANDIDATKAARING);
		sak_rule(s, RULE_STEMMETILLEGG);
		r = direkte_candidates(s->les.mem, s->seats, ballots, c, n);
	}
	put_ranking(s, c, r.ranking, n);
	json_object_set_new(s->out, "elected", numbers(c, r.elected, r.n_elected));
	json_object_set_new(s->out, "deputies", numbers(c, r.deputies, r.n_deputies));
	json_object_set_new(s->out, "surplus", json_integer((json_int_t)r.surplus));
	if (r.surplus > 0 && !is_county(s))
		sak_rule(s, RULE_KOMMUNEVALG_OVERSKUDD);
}

/* ---- personvalg: valgloven ch. 14 ---- */

struct persons {
	const char **name;
	struct personvalg_votes *votes;
	size_t n;
};

static void read_person(struct sak *s, const json_t *o, const char *where, struct persons *p)
{
	static const char *const known[] = { "name", "representant", "vara", NULL };
	const struct les_limit votes = { false, 0, VALG_VOTES_MAX, VALGL_14_3_2 };
	const char *name = les_object(&s->les, o, where, known, LES_NO_LOV) == NULL ? "" :
	                   les_text(&s->les, o, where, "name", true);

	for (size_t i = 0; i < p->n; i++)
		if (les_well(&s->les) && strcmp(p->name[i], name) == 0)
			les_fail(&s->les, les_path(&s->les, where, "name"), VALGL_14_3_2,
			         "%s står to ganger.", name);
	p->name[p->n] = name;
	p->votes[p->n].member = les_int(&s->les, o, where, "representant", votes);
	p->votes[p->n++].deputy = les_int(&s->les, o, where, "vara", votes);
}

static struct persons read_persons(struct sak *s)
{
	const json_t *a = les_array(&s->les, s->in, "", "candidates", true);
	const size_t n = json_array_size(a);
	struct persons p = { .n = 0 };

	if (n == 0 || n > VALG_NAMES_MAX) {
		les_fail(&s->les, "candidates", LES_NO_LOV, "Fra 1 til %d kandidater.",
		         VALG_NAMES_MAX);
		return p;
	}
	p.name = arena_array(s->les.mem, n, sizeof *p.name);
	p.votes = arena_array(s->les.mem, n, sizeof *p.votes);
	for (size_t i = 0; i < n && les_well(&s->les); i++)
		read_person(s, json_array_get(a, i), les_item(&s->les, "candidates", i), &p);
	return p;
}

static json_t *names(const struct persons *p, const size_t *who, size_t n)
{
	json_t *a = json_array();

	for (size_t i = 0; i < n; i++)
		json_array_append_new(a, json_string(p->name[who[i]]));
	return a;
}

/* The next lot, as the case draws it; false: it does not say. */
static bool draw(struct sak *s, const struct persons *p, const struct personvalg *r,
                 struct personvalg_draw *into, size_t nr)
{
	const char **name = arena_array(s->les.mem, r->n_among, sizeof *name);
	const size_t *drawn;
	size_t *who;

	for (size_t i = 0; i < r->n_among; i++)
		name[i] = p->name[r->among[i]];
	drawn = sak_draw_names(s, nr, name, r->n_among, r->to_draw, &into->n);
	who = arena_array(s->les.mem, into->n, sizeof *who);
	for (size_t i = 0; i < into->n; i++)
		who[i] = r->among[drawn[i]];
	into->who = who;
	return into->n > 0;
}

static void put_persons(struct sak *s, const struct persons *p, const struct personvalg *r)
{
	json_object_set_new(s->out, "elected", names(p, r->member, r->n_member));
	json_object_set_new(s->out, "deputies", names(p, r->deputy, r->n_deputy));
	if (r->state == PERSONVALG_LOT)
		json_object_set_new(s->out, "ties", json_pack("[{s:o, s:I, s:s}]", "among",
			names(p, r->among, r->n_among), "seats_to_draw", (json_int_t)r->to_draw,
			"of", r->lot_is_of_deputies ? "deputies" : "elected"));
	else
		json_object_set_new(s->out, "vacant", json_integer((json_int_t)r->vacant));
}

void sak_personvalg(struct sak *s)
{
	const struct persons p = read_persons(s);
	struct personvalg_task task = { s->seats, p.votes, p.n, NULL, 0 };
	struct personvalg_draw *all;
	struct personvalg r;

	if (!les_well(&s->les))
		return;
	/* A lot seats somebody, and nobody is seated twice. */
	task.draw = all = arena_array(s->les.mem, 2 * s->seats, sizeof *all);
	for (r = personvalg(s->les.mem, &task); r.state == PERSONVALG_LOT; task.n_draw++,
	     r = personvalg(s->les.mem, &task))
		if (!draw(s, &p, &r, &all[task.n_draw], task.n_draw))
			break;
	sak_no_more_draws(s, task.n_draw);
	sak_rule(s, RULE_PERSONVALG);
	put_persons(s, &p, &r);
}
