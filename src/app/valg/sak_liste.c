#include "app/valg/sak_liste.h"

#include <string.h>

#include "app/valg/sak.h"
#include "app/valg/sak_metode.h"
#include "app/valg/tekst.h"
#include "lib/arena.h"

/* ---- reading ---- */

static struct valg_name read_name(struct sak *s, const json_t *o, const char *where)
{
	static const char *const known[] = { "name", "gender", NULL };
	struct valg_name name = { "", GENDER_WOMAN };

	if (les_object(&s->les, o, where, known, KOML_7_5_1) == NULL)
		return name;
	name.name = les_text(&s->les, o, where, "name", true);
	name.gender = sak_gender(s, o, where, "gender");
	return name;
}

static void read_names(struct sak *s, const json_t *o, const char *where, struct valg_list *list)
{
	const json_t *names = les_array(&s->les, o, where, "candidates", false);
	const char *field = les_path(&s->les, where, "candidates");
	struct valg_name *name;

	if (names == NULL)
		return;
	list->n_candidate = json_array_size(names);
	if (list->n_candidate > VALG_NAMES_MAX) {
		les_fail(&s->les, field, KOML_7_5_1, "Høyst %d navn på en liste.", VALG_NAMES_MAX);
		list->n_candidate = 0;
	}
	name = arena_array(s->les.mem, list->n_candidate + 1, sizeof *name);
	for (size_t i = 0; i < list->n_candidate && les_well(&s->les); i++)
		name[i] = read_name(s, json_array_get(names, i), les_item(&s->les, field, i));
	list->candidate = name;
}

static void read_paper(struct sak *s, const json_t *o, const char *where,
                       struct liste_paper *paper)
{
	const json_t *parties = les_array(&s->les, o, where, "parties", false);
	const size_t n = json_array_size(parties);
	const char **party = arena_array(s->les.mem, n, sizeof *party);
	const char *field = les_path(&s->les, where, "parties");

	if (json_object_get(o, "signed") != NULL)
		paper->signature = les_flag(&s->les, o, where, "signed", false) ? LISTE_SIGNED
		                                                          : LISTE_UNSIGNED;
	for (size_t i = 0; i < n; i++)
		party[i] = les_text_of(&s->les, json_array_get(parties, i),
		                       les_item(&s->les, field, i));
	paper->party = party;
	paper->n_party = n;
	paper->hopes = (size_t)les_int(&s->les, o, where, "hopes", (struct les_limit){
		false, 0, (int64_t)s->seats, KOML_7_5_1 });
	paper->group_known = sak_gender_counts(s, o, where, "group_genders", paper->group);
}

static void read_list(struct sak *s, const json_t *o, size_t i, bool votes,
                      struct liste_paper *paper)
{
	static const char *const known[] = { "name", "votes", "candidates", "parties", "signed",
	                                     "group_genders", "hopes", NULL };
	const struct les_limit limit = { votes, 0, VALG_VOTES_MAX, LES_NO_LOV };
	const char *where = les_item(&s->les, "lists", i);

	if (les_object(&s->les, o, where, known, LES_NO_LOV) == NULL)
		return;
	paper->list.name = les_text(&s->les, o, where, "name", true);
	paper->list.votes = les_int(&s->les, o, where, "votes", limit);
	read_names(s, o, where, &paper->list);
	read_paper(s, o, where, paper);
}

static void check_lists(struct sak *s, const struct liste_paper *paper, size_t n)
{
	size_t people = 0;

	for (size_t i = 0; i < n; i++) {
		people += paper[i].list.n_candidate;
		for (size_t k = 0; k < i; k++)
			if (strcmp(paper[i].list.name, paper[k].list.name) == 0)
				les_fail(&s->les, les_path(&s->les, les_item(&s->les, "lists", i),
				                           "name"),
				         KOML_7_5_1, "Det er to lister som heter %s.",
				         paper[i].list.name);
	}
	if (people > SAK_PEOPLE_MAX)
		les_fail(&s->les, "lists", KOML_7_5_1, "Høyst %d navn på listene til sammen.",
		         SAK_PEOPLE_MAX);
}

/* The genders of the group may be told of the case when it has one list. */
static void read_group(struct sak *s, struct liste_paper *paper, size_t n)
{
	if (json_object_get(s->in, "group_genders") == NULL)
		return;
	if (n != 1)
		les_fail(&s->les, "group_genders", LES_NO_LOV,
		         "Med flere lister skal feltet stå på hver liste.");
	else
		paper->group_known = sak_gender_counts(s, s->in, "", "group_genders", paper->group);
}

struct liste_task sak_lists(struct sak *s, bool votes)
{
	const json_t *lists = json_object_get(s->in, "lists");
	size_t n = json_array_size(lists);
	struct liste_paper *paper;

	if (n == 0 || n > VALG_LISTS_MAX) {
		les_fail(&s->les, "lists", LES_NO_LOV, "Det skal være fra 1 til %d lister.",
		         VALG_LISTS_MAX);
		n = 0;
	}
	paper = arena_array(s->les.mem, n + 1, sizeof *paper);
	for (size_t i = 0; i < n && les_well(&s->les); i++)
		read_list(s, json_array_get(lists, i), i, votes, &paper[i]);
	read_group(s, paper, n);
	if (les_well(&s->les))
		check_lists(s, paper, n);
	return (struct liste_task){ s->seats, s->council_only, paper, n };
}

/* ---- findings ---- */

const char *sak_finding_key(enum liste_what what)
{
	static const char *const key[LISTE__MAX] = {
		[LISTE_NO_NAMES] = "ingen_navn", [LISTE_TOO_MANY_NAMES] = "for_mange_navn",
		[LISTE_GENDER_40] = "kjonn_40", [LISTE_BOTH_GENDERS] = "begge_kjonn",
		[LISTE_NOT_SIGNED] = "ikke_underskrevet", [LISTE_NAME_TWICE] = "samme_navn",
		[LISTE_PERSON_ELSEWHERE] = "samme_person", [LISTE_PARTY_ELSEWHERE] = "to_lister",
		[LISTE_GENDER_AS_FAR] = "kjonn_saa_langt_mulig", [LISTE_FEW_NAMES] = "faa_navn",
	};

	return key[what];
}

struct liste_result sak_control_named(struct sak *s, const struct liste_task *task)
{
	struct liste_result r = liste_control(s->les.mem, task);
	size_t n = 0;

	for (size_t i = 0; i < r.n; i++)
		if (task->paper[r.finding[i].paper].list.candidate != NULL)
			r.finding[n++] = r.finding[i];
	r.n = n;
	return r;
}

const char *sak_finding_field(struct sak *s, const struct liste_finding *f)
{
	const char *where = les_path(&s->les, les_item(&s->les, "lists", f->paper), "candidates");

	if (f->what == LISTE_NAME_TWICE || f->what == LISTE_PERSON_ELSEWHERE)
		return les_path(&s->les, les_item(&s->les, where, f->name), "name");
	return where;
}

json_t *sak_findings(struct sak *s, const struct liste_task *task, const struct liste_result *r)
{
	json_t *all = json_object();

	for (size_t i = 0; i < r->n; i++) {
		const struct liste_finding *f = &r->finding[i];
		const char *list = task->paper[f->paper].list.name;
		json_t *of = json_object_get(all, list);

		if (of == NULL) {
			of = json_array();
			json_object_set_new(all, list, of);
		}
		json_array_append_new(of, json_pack("{s:s, s:s, s:s}",
			"what", sak_finding_key(f->what), "field", sak_finding_field(s, f),
			"message", valg_cited(s->les.mem, LANG_NB, valg_finding_text(s->les.mem,
			                                                             LANG_NB,
				task, f), valg_finding_rule(f->what))));
		sak_rule(s, valg_finding_rule(f->what));
	}
	return all;
}

static bool all_valid(const struct liste_result *r, const size_t chosen[TVIL__MAX])
{
	bool valid = true;

	for (size_t i = 0; i < r->n; i++)
		valid = valid && !liste_refuses(r->finding[i].what, chosen);
	return valid;
}

static json_t *question(struct sak *s, const struct liste_result *r, enum tvil q)
{
	const struct tvil_row *row = tvil_row(q);
	json_t *alternatives = json_array();
	size_t chosen[TVIL__MAX];

	for (size_t i = 0; i < row->n_reading; i++) {
		sak_chosen(s, chosen);
		chosen[q] = i;
		json_array_append_new(alternatives, json_pack("{s:s, s:b}", "rule",
			row->reading[i], "valid", all_valid(r, chosen)));
	}
	sak_chosen(s, chosen);
	return json_pack("{s:s, s:s, s:s, s:s?, s:o}", "question", row->key, "sections",
		row->sections, "default", row->reading[row->fallback], "chosen",
		chosen[q] == TVIL_ASK ? NULL : row->reading[chosen[q]],
		"alternatives", alternatives);
}

void sak_list_questions(struct sak *s, const struct liste_result *r, json_t *to)
{
	bool asked[TVIL__MAX] = { true };

	for (size_t i = 0; i < r->n; i++) {
		const enum tvil q = liste_question(r->finding[i].what);

		if (!asked[q])
			json_array_append_new(to, question(s, r, q));
		asked[q] = true;
	}
}

/* ---- the method ---- */

void sak_liste_kontroll(struct sak *s)
{
	struct liste_task task = sak_lists(s, false);
	json_t *reasons = json_array(), *warnings = json_array();
	json_t *questions = json_array();
	size_t chosen[TVIL__MAX];
	struct liste_result r;

	json_object_set_new(s->out, "reasons", reasons);
	json_object_set_new(s->out, "warnings", warnings);
	json_object_set_new(s->out, "questions", questions);
	if (!les_well(&s->les))
		return;
	sak_rule(s, RULE_LISTE_ANTALL);
	sak_rule(s, RULE_LISTE_KJOENN);
	r = liste_control(s->les.mem, &task);
	sak_chosen(s, chosen);
	for (size_t i = 0; i < r.n; i++)
		sak_add_once(liste_refuses(r.finding[i].what, chosen) ? reasons : warnings,
		             sak_finding_key(r.finding[i].what));
	json_object_set_new(s->out, "valid", json_boolean(all_valid(&r, chosen)));
	json_object_set_new(s->out, "findings", sak_findings(s, &task, &r));
	sak_list_questions(s, &r, questions);
}
