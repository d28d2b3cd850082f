/* sak_forhold.c - the method forholdsvalg: a body elected by lists, whole. */
#include <string.h>

#include "app/valg/sak.h"
#include "app/valg/sak_kvotient.h"
#include "app/valg/sak_liste.h"
#include "app/valg/sak_metode.h"
#include "app/valg/sak_tekst.h"
#include "lib/arena.h"
#include "rules/valg/oppgjoer.h"

/* ---- what no settlement can mend ---- */

/* Two words or more are taken to be somebody's full name; a shorter one may be anybody's. */
static bool is_full_name(const char *name)
{
	return strchr(name, ' ') != NULL;
}

/* Of one name or three none can be 40 percent of both. */
static bool never_lawful(const struct valg_list *list)
{
	return list->n_candidate == 1 || list->n_candidate == 3;
}

static void refuse_findings(struct sak *s, const struct liste_task *task,
                            const struct liste_result *r)
{
	for (size_t i = 0; i < r->n; i++) {
		const struct liste_finding *f = &r->finding[i];
		const struct valg_list *list = &task->paper[f->paper].list;
		const char *name = list->n_candidate > 0 ? list->candidate[f->name].name : "";

		if (f->what == LISTE_NAME_TWICE)
			les_fail(&s->les, sak_finding_field(s, f), KOML_7_5_1,
			         "%s står to ganger på listen til %s.", name, list->name);
		if (f->what == LISTE_PERSON_ELSEWHERE && is_full_name(name) &&
		    sak_choice(s, TVIL_SAMME_PERSON) != 1)
			les_fail(&s->les, sak_finding_field(s, f), KOML_7_5_1,
			         "%s står også på listen til %s. Er det to personer, så skriv "
			         "fødselsåret bak navnet.", name,
			         task->paper[f->other].list.name);
		if (f->what == LISTE_GENDER_40 && never_lawful(list))
			les_fail(&s->les, sak_finding_field(s, f), KOML_7_5_2,
			         "Når det skal velges %zu, kan en liste med %zu navn aldri ha "
			         "minst 40 prosent av hvert kjønn.", s->seats, list->n_candidate);
	}
}

static void refuse_few_names(struct sak *s, const struct liste_task *task)
{
	size_t names = 0;

	for (size_t i = 0; i < task->n_paper; i++) {
		if (task->paper[i].list.candidate == NULL)
			return;
		names += task->paper[i].list.n_candidate;
	}
	if (names < s->seats)
		les_fail(&s->les, "seats", KOML_7_6_2,
		         "Det er %zu plasser, men bare %zu navn på alle "
		         "listene til sammen.", s->seats, names);
}

static void check_votes(struct sak *s, const struct liste_task *task)
{
	const struct les_limit limit = { false, 0, VALG_VOTES_MAX, KOML_8_1_3 };
	const int64_t present = les_int(&s->les, s->in, "", "present", limit);
	int64_t cast = les_int(&s->les, s->in, "", "blank", limit);

	if (cast > 0)
		sak_rule(s, RULE_VALG_BLANKE);
	for (size_t i = 0; i < task->n_paper; i++)
		cast += task->paper[i].list.votes;
	if (json_object_get(s->in, "present") != NULL && cast > present)
		les_fail(&s->les, "present", KOML_8_1_3,
		         "Det er %lld stemmer, men bare %lld til stede.",
		         (long long)cast, (long long)present);
}

/* ---- settling ---- */

static const struct oppgjoer *settle(struct sak *s, const struct valg_body *body,
                                     struct oppgjoer_choice *choice)
{
	const struct oppgjoer *o = oppgjoer(s->les.mem, body, choice);
	size_t lots = 0;

	if (o->state == OPPGJOER_LOT) {
		choice->drawn = sak_draw(s, lots, body->list, &o->seats, &choice->n_drawn);
		lots += choice->n_drawn > 0;
		if (choice->n_drawn > 0)
			o = oppgjoer(s->les.mem, body, choice);
	}
	if (o->state == OPPGJOER_LOT_NEXT) {
		choice->drawn_next = sak_draw(s, lots, body->list, &o->passed,
		                              &choice->n_drawn_next);
		lots += choice->n_drawn_next > 0;
		if (choice->n_drawn_next > 0)
			o = oppgjoer(s->les.mem, body, choice);
	}
	sak_no_more_draws(s, lots);
	return o;
}

static void read_choices(struct sak *s, struct oppgjoer_choice *choice)
{
	for (enum oppgjoer_question q = 0; q < OPPGJOER__QUESTIONS; q++) {
		const size_t reading = sak_choice(s, oppgjoer_tvil(q));

		if (reading != TVIL_ASK)
			oppgjoer_read(choice, q, reading);
	}
}

/* ---- the answer ---- */

static json_t *names(const struct valg_list *list, const struct kjoenn_set *set)
{
	json_t *a = json_array();

	for (size_t i = 0; i < set->n; i++)
		json_array_append_new(a, json_string(list->candidate[set->place[i]].name));
	return a;
}

static json_t *flags(struct sak *s, const struct oppgjoer *o)
{
	json_t *a = json_array();

	for (size_t i = 0; i < o->n_flag; i++) {
		const struct oppgjoer_flag *f = &o->flag[i];
		const char *list = o->body.list[f->list].name, *text = "";

		switch (f->what) {
		case OPPGJOER_NAMES_MISSING:
			text = arena_printf(s->les.mem, "%s:mangler_kandidater:%zu", list, f->n);
			break;
		case OPPGJOER_GENDER_MEMBERS:
			text = arena_printf(s->les.mem, "%s:kjonn_ikke_mulig", list);
			break;
		case OPPGJOER_DEPUTIES_FEW:
			text = arena_printf(s->les.mem, "%s:for_faa_vara", list);
			break;
		case OPPGJOER_GENDER_DEPUTIES:
			text = arena_printf(s->les.mem, "%s:kjonn_vara_ikke_mulig", list);
			break;
		}
		sak_add_once(a, text);
	}
	return a;
}

static void put_moves(json_t *to, const struct valg_list *list, const struct kjoenn_set *set,
                      const char *among)
{
	for (size_t i = 0; i < set->n_move; i++) {
		const struct kjoenn_move *m = &set->move[i];

		json_array_append_new(to, json_pack("{s:s, s:s, s:s, s:s, s:s}", "list", list->name,
			"up", list->candidate[m->up].name, "before", list->candidate[m->out].name,
			"gender", sak_letter(m->gender), "among", among));
	}
}

/* Names, flags and what is vacant: of the result, and of each alternative. */
static void put_names(struct sak *s, json_t *to, const struct oppgjoer *o)
{
	json_t *elected = json_object(), *deputies = json_object(), *moves = json_array();

	json_object_set_new(to, "flags", flags(s, o));
	json_object_set_new(to, "vacant", json_integer((json_int_t)o->vacant));
	for (size_t i = 0; i < o->body.n_list && o->state == OPPGJOER_SETTLED; i++) {
		const struct oppgjoer_list *l = &o->list[i];
		const struct valg_list *list = &o->body.list[i];

		if (!l->has_names)
			continue;
		json_object_set_new(elected, list->name, names(list, &l->member));
		json_object_set_new(deputies, list->name, names(list, &l->deputy));
		put_moves(moves, list, &l->member, "elected");
		put_moves(moves, list, &l->deputy, "deputies");
	}
	if (json_object_size(elected) > 0) {
		json_object_set(to, "elected", elected);
		json_object_set(to, "deputies", deputies);
		json_object_set(to, "moves", moves);
	}
	json_decref(elected);
	json_decref(deputies);
	json_decref(moves);
}

static void put_final_seats(struct sak *s, json_t *to, const struct oppgjoer *o)
{
	size_t *seats = arena_array(s->les.mem, o->body.n_list, sizeof *seats);

	for (size_t i = 0; i < o->body.n_list; i++)
		seats[i] = o->list[i].seats;
	json_object_set_new(to, "seats_by_list", sak_by_list(o->body.list, o->body.n_list, seats));
}

static json_t *alternative(struct sak *s, const struct oppgjoer *o, const char *rule)
{
	json_t *a = json_pack("{s:s}", "rule", rule);

	put_final_seats(s, a, o);
	if (o->state == OPPGJOER_LOT_NEXT)
		sak_put_seats(s, a, o->body.list, &o->passed);
	put_names(s, a, o);
	return a;
}

static json_t *question(enum tvil q, size_t chosen, json_t *alternatives)
{
	const struct tvil_row *row = tvil_row(q);
	json_t *o = json_pack("{s:s, s:s, s:o}", "question", row->key, "sections", row->sections,
	                      "alternatives", alternatives);

	json_object_set_new(o, "default", row->fallback == TVIL_ASK ? json_null()
	                    : json_string(row->reading[row->fallback]));
	json_object_set_new(o, "chosen", chosen == TVIL_ASK ? json_null()
	                    : json_string(row->reading[chosen]));
	return o;
}

static json_t *alternatives_of(struct sak *s, const struct oppgjoer *o,
                               enum oppgjoer_question q)
{
	const struct tvil_row *row = tvil_row(oppgjoer_tvil(q));
	json_t *all = json_array();

	for (size_t i = 0; i < row->n_reading; i++)
		json_array_append_new(all, alternative(s, oppgjoer_otherwise(s->les.mem, o, q, i),
		                                       row->reading[i]));
	return all;
}

/* A question with a usual reading: the result follows it, and says what the other gives. */
static void put_reading(struct sak *s, json_t *to, const struct oppgjoer *o,
                        enum oppgjoer_question q)
{
	if (o->open[q])
		json_array_append_new(to, question(oppgjoer_tvil(q),
		                                   oppgjoer_reading(&o->choice, q),
		                                   alternatives_of(s, o, q)));
}

/* A list without names enough: nobody chooses but people.  What each reading gives stands in
 * brief beside the result, and whole among the questions. */
static void put_empty(struct sak *s, json_t *to, const struct oppgjoer *o)
{
	static const char *const in_brief[TVIL_READINGS][5] = {
		{ "rule", "elected", "vacant" }, { "rule", "seats_by_list", "elected", "vacant" },
	};
	const struct tvil_row *row = tvil_row(TVIL_LISTE_TOM);
	json_t *alternatives;

	if (!o->open[OPPGJOER_Q_EMPTY])
		return;
	alternatives = alternatives_of(s, o, OPPGJOER_Q_EMPTY);
	if (o->state == OPPGJOER_EMPTY) {
		json_t *brief = json_array();

		for (size_t i = 0; i < row->n_reading; i++)
			json_array_append_new(brief, sak_some(json_array_get(alternatives, i),
			                                      in_brief[i]));
		json_object_set_new(s->out, "uncertain", json_string(row->key));
		json_object_set_new(s->out, "alternatives", brief);
	}
	json_array_append_new(to, question(TVIL_LISTE_TOM, sak_choice(s, TVIL_LISTE_TOM),
	                                   alternatives));
}

static void put_rules(struct sak *s, const struct oppgjoer *o)
{
	bool named = false;

	sak_seat_rules(s, &o->seats);
	if (o->passed.n_seat > 0)
		sak_rule(s, RULE_KOMMUNEVALG_OVERSKUDD);
	for (size_t i = 0; i < o->body.n_list && o->state == OPPGJOER_SETTLED; i++) {
		named = named || o->list[i].has_names;
		if (o->list[i].has_names && o->list[i].member.n_move + o->list[i].deputy.n_move > 0)
			sak_rule(s, RULE_KJOENN_OPPRYKK);
	}
	if (!named)
		return;
	sak_rule(s, RULE_VALG_REKKEFOELGE);
	sak_rule(s, RULE_KJOENN_MINIMUM);
	sak_rule(s, RULE_VALG_VARA);
	if (s->council_only)
		sak_rule(s, RULE_KJOENN_SAA_LANGT);
}

/* § 23-1: of a kontrollutvalg somebody must be of the council; deputies do not count. */
static void put_council(struct sak *s, const struct oppgjoer *o)
{
	const json_t *a = les_array(&s->les, s->in, "", "council_members", false);
	const size_t n = json_array_size(a);
	const char **name = arena_array(s->les.mem, n, sizeof *name);

	for (size_t i = 0; i < n; i++)
		name[i] = les_text_of(&s->les, json_array_get(a, i), les_item(&s->les,
		                                                              "council_members",
		        i));
	if (a == NULL || o->state != OPPGJOER_SETTLED || !s->organ_known ||
	    organ_traits(s->organ)->council_least == 0)
		return;
	json_object_set_new(s->out, "council_member_ok", json_boolean(
		oppgjoer_among(o, name, n) >= organ_traits(s->organ)->council_least));
	sak_rule(s, RULE_KONTROLLUTVALG_FRA_KOMMUNESTYRET);
}

static struct valg_body body_of(struct sak *s, const struct liste_task *task)
{
	struct valg_list *list = arena_array(s->les.mem, task->n_paper, sizeof *list);

	for (size_t i = 0; i < task->n_paper; i++)
		list[i] = task->paper[i].list;
	return (struct valg_body){ s->seats, s->council_only, list, task->n_paper };
}

void sak_forholdsvalg(struct sak *s)
{
	struct liste_task task = sak_lists(s, true);
	struct oppgjoer_choice *choice = arena_get(s->les.mem, sizeof *choice);
	struct valg_body *body = arena_get(s->les.mem, sizeof *body);
	json_t *questions = json_array();
	const struct oppgjoer *o;
	struct liste_result control = { 0 };

	json_object_set_new(s->out, "questions", questions);
	check_votes(s, &task);
	if (les_well(&s->les)) {
		control = sak_control_named(s, &task);
		refuse_findings(s, &task, &control);
		refuse_few_names(s, &task);
	}
	if (!les_well(&s->les))
		return;
	*body = body_of(s, &task);
	read_choices(s, choice);
	o = settle(s, body, choice);
	sak_put_seats(s, s->out, body->list, &o->seats);
	if (o->state == OPPGJOER_SETTLED)
		put_final_seats(s, s->out, o);
	put_names(s, s->out, o);
	put_empty(s, questions, o);
	put_reading(s, questions, o, OPPGJOER_Q_SEATLESS);
	put_reading(s, questions, o, OPPGJOER_Q_MEASURE);
	sak_list_questions(s, &control, questions);
	put_council(s, o);
	put_rules(s, o);
	json_object_set_new(s->out, "list_findings", sak_findings(s, &task, &control));
	s->done = o;
}
