/* sak_etter.c - the methods for what comes afterwards: nyvalg, settemedlem, innkalling, places. */
#include <string.h>

#include "app/valg/sak_metode.h"
#include "lib/arena.h"
#include "rules/valg/etter.h"

/* ---- nyvalg and settemedlem ---- */

static struct etter_election read_election(struct sak *s)
{
	struct etter_election e = { .leaves = true };

	e.member = sak_genders(s, json_object_get(s->in, "members"), "members", &e.n_member);
	e.leaving = sak_gender(s, s->in, "", "leaving");
	e.proposed = sak_gender(s, s->in, "", "proposed");
	if (!sak_gender_counts(s, s->in, "", "group_available", e.available))
		les_fail(&s->les, "group_available", LES_NO_LOV, "Feltet mangler.");
	if (les_well(&s->les) && !etter_has(e.member, e.n_member, e.leaving))
		les_fail(&s->les, "leaving", LES_NO_LOV, "Ingen %s er blant medlemmene.",
		         sak_letter(e.leaving));
	else if (les_well(&s->les) && e.n_member > s->seats)
		les_fail(&s->les, "members", LES_NO_LOV, "Det er %zu medlemmer, men %zu plasser.",
		         e.n_member, s->seats);
	return e;
}

static const char *reason_key(enum etter_reason reason)
{
	switch (reason) {
	case ETTER_BALANCED:
		return "begge_kjonn_nok";
	case ETTER_UNDER_CHOSEN:
		return "underrepresentert_valgt";
	case ETTER_UNDER_REQUIRED:
		return "underrepresentert_kreves";
	case ETTER_NOT_POSSIBLE:
		return "ikke_mulig";
	case ETTER_NO_GENDER_RULE:
		break;
	}
	return "ingen_kjonnsregel";
}

static void put_verdict(json_t *to, const struct etter_verdict *v)
{
	json_object_set_new(to, "accept", json_boolean(v->accept));
	json_object_set_new(to, "reason", json_string(reason_key(v->reason)));
	if (!v->accept)
		json_object_set_new(to, "require", json_string(sak_letter(v->require)));
}

static void put_choice(struct sak *s, const struct etter_choice *c)
{
	const struct tvil_row *row = tvil_row(TVIL_TRE_MEDLEMMER);
	const size_t chosen = sak_choice(s, TVIL_TRE_MEDLEMMER);
	const struct etter_verdict *reading[] = { &c->verdict, &c->other };
	json_t *alternatives;

	put_verdict(s->out, c->open && chosen == 1 ? &c->other : &c->verdict);
	if (!c->open)
		return;
	alternatives = json_array();
	for (size_t i = 0; i < row->n_reading; i++) {
		json_t *a = json_pack("{s:s}", "rule", row->reading[i]);

		put_verdict(a, reading[i]);
		json_array_append_new(alternatives, a);
	}
	json_object_set_new(s->out, "questions", json_pack("[{s:s, s:s, s:s, s:o}]", "question",
		row->key, "default", row->reading[row->fallback], "sections", row->sections,
		"alternatives", alternatives));
}

void sak_nyvalg(struct sak *s)
{
	const struct etter_election e = read_election(s);
	struct etter_choice c;

	if (!les_well(&s->les))
		return;
	sak_rule(s, RULE_NYVALG);
	c = etter_nyvalg(&e);
	put_choice(s, &c);
}

/* What applied before settemedlem had a section of its own, we have not read.  True: the answer
 * is given; false: the rule of today is to be followed. */
static bool old_settemedlem(struct sak *s)
{
	const struct tvil_row *row = tvil_row(TVIL_SETTEMEDLEM);
	const size_t chosen = sak_choice(s, TVIL_SETTEMEDLEM);

	if (s->set->settemedlem != NULL || chosen == 0)
		return false;
	if (chosen == 1) {
		json_object_set_new(s->out, "accept", json_false());
		return true;
	}
	json_object_set_new(s->out, "uncertain", json_string(row->key));
	json_object_set_new(s->out, "alternatives", json_pack("[{s:s, s:b}, {s:s, s:b}]",
		"rule", row->reading[0], "accept", 1, "rule", row->reading[1], "accept", 0));
	return true;
}

void sak_settemedlem(struct sak *s)
{
	const struct etter_election e = read_election(s);
	struct etter_choice c;

	if (!les_well(&s->les) || old_settemedlem(s))
		return;
	sak_rule(s, RULE_SETTEMEDLEM);
	c = etter_settemedlem(&e);
	put_choice(s, &c);
}

/* ---- who is called, and who stands where ---- */

/* A list of names, all different. */
static const char **read_names(struct sak *s, const char *name, bool required, size_t *n)
{
	const json_t *a = les_array(&s->les, s->in, "", name, required);
	const char **out;

	*n = json_array_size(a);
	if (*n > VALG_NAMES_MAX) {
		les_fail(&s->les, name, LES_NO_LOV, "Høyst %d navn.", VALG_NAMES_MAX);
		*n = 0;
	}
	out = arena_array(s->les.mem, *n + 1, sizeof *out);
	for (size_t i = 0; i < *n && les_well(&s->les); i++) {
		out[i] = les_text_of(&s->les, json_array_get(a, i), les_item(&s->les, name, i));
		for (size_t k = 0; k < i && les_well(&s->les); k++)
			if (strcmp(out[i], out[k]) == 0)
				les_fail(&s->les, les_item(&s->les, name, i), LES_NO_LOV,
				         "%s står to ganger.", out[i]);
	}
	return out;
}

static size_t place_of(const char *const *name, size_t n, const char *who)
{
	size_t i = 0;

	while (i < n && strcmp(name[i], who) != 0)
		i++;
	return i;
}

void sak_innkalling(struct sak *s)
{
	size_t n, n_away;
	const char **deputy = read_names(s, "deputies", true, &n);
	const char **away = read_names(s, "unavailable", false, &n_away);
	bool *unavailable = arena_array(s->les.mem, n + 1, sizeof *unavailable);
	json_t *called = json_array();
	struct etter_call call;

	json_object_set_new(s->out, "called", called);
	for (size_t i = 0; i < n_away && les_well(&s->les); i++) {
		const size_t place = place_of(deputy, n, away[i]);

		if (place == n)
			les_fail(&s->les, les_item(&s->les, "unavailable", i), LES_NO_LOV,
			         "%s er ikke blant varamedlemmene.", away[i]);
		else
			unavailable[place] = true;
	}
	if (!les_well(&s->les))
		return;
	sak_rule(s, RULE_VARA_INNKALLES);
	call = etter_call(s->les.mem, unavailable, n, s->seats);
	for (size_t i = 0; i < call.n_called; i++)
		json_array_append_new(called, json_string(deputy[call.called[i]]));
	json_object_set_new(s->out, "missing", json_integer((json_int_t)call.missing));
}

static void put_after(struct sak *s, const char *const *after, size_t n)
{
	json_t *a = json_array();

	for (size_t i = 0; i < n; i++)
		json_array_append_new(a, json_string(after[i]));
	json_object_set_new(s->out, "after", a);
}

/* Who comes in, and who were there: nobody stands in two places. */
static const char *read_new(struct sak *s, const char *const *before, size_t n)
{
	const char *new = les_text(&s->les, s->in, "", "new", true);

	if (les_well(&s->les) && place_of(before, n, new) < n)
		les_fail(&s->les, "new", LES_NO_LOV, "%s er med fra før.", new);
	return new;
}

void sak_plass_nyvalg(struct sak *s)
{
	size_t n, place;
	const char **before = read_names(s, "before", true, &n);
	const char *leaving = les_text(&s->les, s->in, "", "leaving", true);
	const char *new = read_new(s, before, n);

	if (!les_well(&s->les))
		return;
	place = place_of(before, n, leaving);
	if (place == n) {
		les_fail(&s->les, "leaving", LES_NO_LOV, "%s er ikke med fra før.", leaving);
		return;
	}
	sak_rule(s, RULE_NYVALG_PLASS);
	put_after(s, etter_place(s->les.mem, before, n, place, new), n);
}

void sak_plass_supplering(struct sak *s)
{
	const json_t *leaving = json_object_get(s->in, "leaving");
	size_t n;
	const char **before = read_names(s, "before", true, &n);
	const char *new = read_new(s, before, n);

	if (leaving != NULL && !json_is_null(leaving))
		les_fail(&s->les, "leaving", LES_NO_LOV,
		         "Ved suppleringsvalg går ingen ut: skriv null.");
	if (!les_well(&s->les))
		return;
	sak_rule(s, RULE_SUPPLERINGSVALG);
	put_after(s, etter_place_last(s->les.mem, before, n, new), n + 1);
}
