/* sak_flertall.c - the method flertallsvalg: ordfører, varaordfører, leaders. */
#include <string.h>

#include "app/valg/sak_kvotient.h"
#include "app/valg/sak_metode.h"
#include "lib/arena.h"
#include "rules/valg/flertall.h"

#define NOBODY "ingen"
#define BY_LOT "lodd"

/* ---- reading ---- */

static void read_round(struct sak *s, const json_t *o, const char *where,
                       struct flertall_round *round)
{
	static const char *const known[] = { "votes", "blank", NULL };
	const struct les_limit limit = { true, 0, VALG_VOTES_MAX, LES_NO_LOV };
	const char *field = les_path(&s->les, where, "votes"), *name;
	struct flertall_vote *vote;
	const json_t *votes;
	json_t *v;

	if (les_object(&s->les, o, where, known, LES_NO_LOV) == NULL)
		return;
	votes = les_map(&s->les, o, where, "votes", true);
	if (json_object_size(votes) > VALG_NAMES_MAX)
		les_fail(&s->les, field, LES_NO_LOV, "Høyst %d kandidater.", VALG_NAMES_MAX);
	vote = arena_array(s->les.mem, json_object_size(votes), sizeof *vote);
	json_object_foreach((json_t *)votes, name, v) {
		const char *at = les_path(&s->les, field, les_key(&s->les, name));
		json_t *text = json_string(name);

		if (!les_well(&s->les)) {
			json_decref(text);
			break;
		}
		if (strcmp(name, NOBODY) == 0 || strcmp(name, BY_LOT) == 0)
			les_fail(&s->les, at, LES_NO_LOV, "En kandidat kan ikke hete «%s».", name);
		les_text_of(&s->les, text, at);
		json_decref(text);
		vote[round->n_vote++] = (struct flertall_vote){
			name, les_int_of(&s->les, v, at, limit) };
	}
	round->vote = vote;
	round->blank = les_int(&s->les, o, where, "blank", (struct les_limit){
		false, 0, VALG_VOTES_MAX, KOML_8_1_3 });
}

static struct flertall read(struct sak *s)
{
	const json_t *rounds = les_array(&s->les, s->in, "", "rounds", true);
	struct flertall f = { .n_round = json_array_size(rounds) };

	if (les_well(&s->les) && (f.n_round == 0 || f.n_round > FLERTALL_ROUNDS)) {
		les_fail(&s->les, "rounds", LES_NO_LOV,
		         "Et flertallsvalg har én eller to avstemninger.");
		f.n_round = 0;
	}
	if (s->seats != 1)
		les_fail(&s->les, "seats", KOML_7_8_1, "Et flertallsvalg velger én person.");
	for (size_t i = 0; i < f.n_round && les_well(&s->les); i++)
		read_round(s, json_array_get(rounds, i), les_item(&s->les, "rounds", i),
		           &f.round[i]);
	return f;
}

/* ---- the lot ---- */

static const struct flertall_outcome *lot_of(const struct flertall_result *r, size_t reading)
{
	const struct flertall_outcome *o = &r->outcome[reading][1];

	return o->end == FLERTALL_LOT || o->end == FLERTALL_DRAWN ? o : NULL;
}

/* In a case that tells of a real election, what the lot gave stands among what is expected: it
 * is a fact and not an answer, so it is read as drawn by hand. */
static const char *drawn_in_fact(struct sak *s)
{
	return json_string_value(json_object_get(json_object_get(s->in, "expected"), "drawn"));
}

/* The lot of the reading that is followed; r is settled again when it has been drawn. */
static void draw(struct sak *s, struct flertall *f, struct flertall_result *r, size_t reading)
{
	const struct flertall_outcome *lot = lot_of(r, reading);
	const size_t *who;
	size_t n;

	if (lot == NULL) {
		sak_no_more_draws(s, 0);
		return;
	}
	sak_rule(s, RULE_FLERTALL_LODD);
	who = sak_draw_names(s, 0, lot->among, lot->n_among, 1, &n);
	sak_no_more_draws(s, 1);
	f->drawn = n > 0 ? lot->among[who[0]] : drawn_in_fact(s);
	if (f->drawn == NULL || !les_well(&s->les))
		return;
	*r = flertall(s->les.mem, f);
	if (r->wrong_draw)
		les_fail(&s->les, "expected.drawn", KOML_7_8_1, "%s er ikke med i loddet.",
		         f->drawn);
}

/* ---- the answer ---- */

static const char *end_of(const struct flertall_outcome *o)
{
	switch (o->end) {
	case FLERTALL_ELECTED:
		return o->elected;
	case FLERTALL_LOT:
	case FLERTALL_DRAWN:
		return BY_LOT;
	case FLERTALL_NONE:
	case FLERTALL_NOT_HELD:
		break;
	}
	return NOBODY;
}

static void put_among(json_t *to, const struct flertall_outcome *o)
{
	json_t *among = json_array();

	for (size_t i = 0; i < o->n_among; i++)
		json_array_append_new(among, json_string(o->among[i]));
	json_object_set_new(to, "among", among);
	if (o->end == FLERTALL_DRAWN)
		json_object_set_new(to, "drawn", json_string(o->elected));
}

static void put_reading(json_t *to, const struct flertall_outcome round[FLERTALL_ROUNDS])
{
	const struct flertall_outcome *last = &round[0];

	json_object_set_new(to, "round1", json_string(end_of(&round[0])));
	json_object_set_new(to, "cast", json_integer(round[0].cast));
	json_object_set_new(to, "needed", json_integer(round[0].needed));
	if (round[1].end != FLERTALL_NOT_HELD) {
		last = &round[1];
		json_object_set_new(to, "round2", json_string(end_of(last)));
	}
	if (last->end == FLERTALL_LOT || last->end == FLERTALL_DRAWN)
		put_among(to, last);
	if (last->end == FLERTALL_ELECTED || last->end == FLERTALL_DRAWN)
		json_object_set_new(to, "elected", json_string(last->elected));
	else if (last == &round[0])
		json_object_set_new(to, "next", json_string("ny_avstemning"));
}

/* Both readings of blank votes, whole among the questions; a case in which nobody chose is not
 * settled, and has them in brief too. */
static void put_open(struct sak *s, const struct flertall_result *r, size_t chosen)
{
	static const char *const in_brief[] = { "rule", "round1", "round2", NULL };
	const struct tvil_row *row = tvil_row(TVIL_BLANKE);
	json_t *alternatives = json_array(), *brief = json_array();

	for (size_t i = 0; i < row->n_reading; i++) {
		json_t *a = json_pack("{s:s}", "rule", row->reading[i]);

		put_reading(a, r->outcome[i]);
		json_array_append_new(brief, sak_some(a, in_brief));
		json_array_append_new(alternatives, a);
	}
	json_object_set_new(s->out, "questions", json_pack("[{s:s, s:s, s:s, s:s?, s:o}]",
		"question", row->key, "default", row->reading[row->fallback], "sections",
		row->sections, "chosen", chosen == TVIL_ASK ? NULL : row->reading[chosen],
		"alternatives", alternatives));
	if (chosen == TVIL_ASK) {
		json_object_set_new(s->out, "uncertain", json_string(row->key));
		json_object_set(s->out, "alternatives", brief);
	}
	json_decref(brief);
}

static void put_notes(struct sak *s, const struct flertall_result *r)
{
	json_t *flags = json_array();

	if (r->second_needless)
		json_array_append_new(flags, json_string("andre_avstemning_unoedvendig"));
	if (r->new_candidate)
		json_array_append_new(flags, json_string(tvil_row(TVIL_NY_KANDIDAT)->key));
	json_object_set_new(s->out, "flags", flags);
}

void sak_flertallsvalg(struct sak *s)
{
	struct flertall f = read(s);
	const size_t chosen = sak_choice(s, TVIL_BLANKE);
	struct flertall_result r;

	if (!les_well(&s->les))
		return;
	sak_rule(s, RULE_FLERTALL_VALGT);
	sak_rule(s, RULE_FLERTALL_AAPENT);
	r = flertall(s->les.mem, &f);
	draw(s, &f, &r, chosen == TVIL_ASK ? 0 : chosen);
	if (!les_well(&s->les))
		return;
	if (r.open)
		put_open(s, &r, chosen);
	if (!r.open || chosen != TVIL_ASK)
		put_reading(s->out, r.outcome[chosen == TVIL_ASK ? 0 : chosen]);
	put_notes(s, &r);
}
