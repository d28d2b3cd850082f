/* sak_avtale.c - the method avtalevalg: one innstilling for the whole body. */
#include <string.h>

#include "app/valg/sak_metode.h"
#include "lib/arena.h"
#include "rules/valg/avtale.h"

/* {"Ap": {"members": 2, "deputies": 4}}; deputies may be their genders: "KMKM". */
static void read_group(struct sak *s, const json_t *o, const char *where, struct avtale_group *g)
{
	static const char *const known[] = { "members", "deputies", NULL };
	const struct les_limit limit = { true, 0, VALG_NAMES_MAX, KOML_7_7_2 };
	const json_t *deputies;

	if (les_object(&s->les, o, where, known, KOML_7_7_2) == NULL)
		return;
	deputies = json_object_get(o, "deputies");
	g->members = (size_t)les_int(&s->les, o, where, "members", limit);
	if (json_is_string(deputies))
		g->deputy = sak_genders(s, deputies, les_path(&s->les, where, "deputies"),
		                        &g->deputies);
	else
		g->deputies = (size_t)les_int(&s->les, o, where, "deputies", limit);
}

static void read_groups(struct sak *s, struct avtale *a)
{
	const json_t *groups = les_map(&s->les, s->in, "", "groups", false);
	struct avtale_group *g;
	const char *name;
	json_t *v;

	if (json_object_size(groups) > VALG_LISTS_MAX) {
		les_fail(&s->les, "groups", KOML_7_7_2, "Høyst %d grupper.", VALG_LISTS_MAX);
		return;
	}
	g = arena_array(s->les.mem, json_object_size(groups), sizeof *g);
	json_object_foreach((json_t *)groups, name, v) {
		g[a->n_group].name = name;
		read_group(s, v, les_path(&s->les, "groups", les_key(&s->les, name)),
		           &g[a->n_group++]);
	}
	a->group = g;
}

static struct avtale read(struct sak *s)
{
	const struct les_limit votes = { false, 0, VALG_VOTES_MAX, KOML_7_7_1 };
	struct avtale a = { .seats = s->seats, .council_only = s->council_only };

	a.member = sak_genders(s, json_object_get(s->in, "members"), "members", &a.n_member);
	if (a.n_member != a.seats)
		les_fail(&s->les, "members", KOML_7_7_2,
		         "Innstillingen skal ha like mange navn som "
		         "det er plasser: %zu, ikke %zu.", a.seats, a.n_member);
	a.council_known = sak_gender_counts(s, s->in, "", "council_genders", a.council);
	a.voted = json_object_get(s->in, "against") != NULL ||
	          json_object_get(s->in, "blank") != NULL;
	a.against = les_int(&s->les, s->in, "", "against", votes);
	a.blank = les_int(&s->les, s->in, "", "blank", votes);
	read_groups(s, &a);
	return a;
}

/* ["MKMKM", "M"]: would the same members fulfil forholdsvalg's rule, list by list? */
static void put_per_list(struct sak *s)
{
	const json_t *lists = les_array(&s->les, s->in, "", "per_list", false);
	bool ok = true;

	for (size_t i = 0; i < json_array_size(lists) && les_well(&s->les); i++) {
		size_t n;
		const enum gender *g = sak_genders(s, json_array_get(lists, i),
		                                   les_item(&s->les, "per_list", i), &n);

		ok = ok && avtale_gender(n, g, n).ok;
	}
	if (lists != NULL)
		json_object_set_new(s->out, "per_list_ok", json_boolean(ok));
}

static void put_gender(struct sak *s, const struct avtale_result *r, bool council_only)
{
	json_t *out = s->out;

	json_object_set_new(out, "gender_ok", json_boolean(r->gender.ok));
	json_object_set_new(out, "min_per_gender", json_integer((json_int_t)r->gender.least));
	json_object_set_new(out, "missing", json_integer((json_int_t)r->gender.missing));
	json_object_set_new(out, "accepted", json_boolean(r->accepted));
	if (r->gender.ok)
		return;
	json_object_set_new(out, "underrepresented", json_string(sak_letter(r->gender.under)));
	if (council_only && r->possible_known) {
		json_object_set_new(out, "possible", json_boolean(r->possible));
		json_object_set_new(out, "within_reach", json_integer((json_int_t)r->within_reach));
	}
}

static void put_deputies(struct sak *s, const struct avtale *a, const struct avtale_result *r)
{
	json_t *too_many = json_array();

	for (size_t i = 0; i < a->n_group; i++)
		if (r->too_many[i])
			json_array_append_new(too_many, json_string(a->group[i].name));
	json_object_set_new(s->out, "deputies_ok", json_boolean(r->deputies_ok));
	json_object_set_new(s->out, "too_many_deputies", too_many);
	if (r->deputies_known)
		json_object_set_new(s->out, "deputies_gender_ok", json_boolean(r->deputies.ok));
	if (r->deputies_open)
		json_object_set_new(s->out, "questions", json_pack("[{s:s, s:s, s:[{s:s, s:b}, "
			"{s:s, s:b}]}]", "question", "avtale_vara_kjoenn", "default",
			"hele_organet", "alternatives", "rule", "hele_organet",
			"deputies_gender_ok", r->deputies.ok, "rule", "hver_gruppe",
			"deputies_gender_ok", r->groups_ok));
	sak_rule(s, RULE_AVTALE_VARA);
}

/* A blank vote is nobody's yes: the chair says whether it breaks unanimity. */
static void put_vote(struct sak *s, enum avtale_adopted adopted)
{
	const size_t chosen = sak_choice(s, TVIL_ENSTEMMIG_BLANK);
	bool rejected = adopted == AVTALE_REJECTED;

	sak_rule(s, RULE_AVTALE_ENSTEMMIG);
	if (adopted == AVTALE_OPEN && chosen == TVIL_ASK) {
		json_object_set_new(s->out, "uncertain", json_string("enstemmig_blank"));
		json_object_set_new(s->out, "alternatives", json_pack(
			"[{s:s, s:b, s:s}, {s:s, s:b}]",
			"rule", "blank_bryter", "adopted", 0, "next", "forholdsvalg",
			"rule", "blank_bryter_ikke", "adopted", 1));
		return;
	}
	rejected = rejected || (adopted == AVTALE_OPEN && chosen == 0);
	json_object_set_new(s->out, "adopted", json_boolean(!rejected));
	if (rejected) {
		sak_rule(s, RULE_VALG_MAATE);
		json_object_set_new(s->out, "next", json_string("forholdsvalg"));
	}
}

/* § 23-1 */
static void put_council(struct sak *s)
{
	const struct les_limit limit = { false, 0, VALG_SEATS_MAX, KOML_23_1_2 };
	const int64_t n = les_int(&s->les, s->in, "", "from_council", limit);

	if (json_object_get(s->in, "from_council") == NULL || !s->organ_known ||
	    organ_traits(s->organ)->council_least == 0)
		return;
	json_object_set_new(s->out, "council_member_ok", json_boolean(
		n >= (int64_t)organ_traits(s->organ)->council_least));
	sak_rule(s, RULE_KONTROLLUTVALG_FRA_KOMMUNESTYRET);
}

void sak_avtalevalg(struct sak *s)
{
	const struct avtale a = read(s);
	struct avtale_result r;

	put_per_list(s);
	put_council(s);
	if (!les_well(&s->les))
		return;
	sak_rule(s, RULE_AVTALE_KJOENN);
	r = avtale_check(s->les.mem, &a);
	put_gender(s, &r, a.council_only);
	if (a.n_group > 0)
		put_deputies(s, &a, &r);
	if (r.adopted != AVTALE_NOT_VOTED)
		put_vote(s, r.adopted);
}
