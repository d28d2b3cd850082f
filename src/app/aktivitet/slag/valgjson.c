/* valgjson.c - an election in the meeting as the report's file has it. */
#include <string.h>

#include "app/aktivitet/slag/flertallsvalg.h"
#include "app/aktivitet/slag/forholdsvalg.h"
#include "app/aktivitet/slag/slag.h"
#include "lib/arena.h"

static void put(json_t *o, const char *name, json_t *value)
{
	json_object_set_new(o, name, value);
}

static json_t *votes(const struct election *e, size_t round)
{
	json_t *list = json_array(), *o = json_object();

	for (size_t i = 0; i < e->n; i++) {
		json_t *one = json_object();

		put(one, "navn", json_string(e->name[i]));
		put(one, "stemmer", json_integer(e->round[round].votes[i]));
		json_array_append_new(list, one);
	}
	put(o, "stemmer", list);
	put(o, "blanke", json_integer(e->round[round].blank));
	return o;
}

static json_t *draws(const struct election *e)
{
	json_t *all = json_array();

	for (size_t k = 0; k < ELECTION_DRAWS; k++)
		for (size_t i = 0; i < e->n_drawn[k]; i++)
			json_array_append_new(all, json_string(e->name[e->drawn[k][i]]));
	return all;
}

static json_t *people(const struct valg_list *list, const struct kjoenn_set *set)
{
	json_t *all = json_array();

	for (size_t i = 0; i < set->n; i++)
		json_array_append_new(all, json_string(list->candidate[set->place[i]].name));
	return all;
}

/* How what the act leaves open was read: the questions that were chosen in. */
static json_t *readings(const struct election *e)
{
	json_t *o = json_object();

	for (size_t q = 0; q < ELECTION_QUESTIONS; q++) {
		const struct tvil_row *row = tvil_row(election_questions[q].tvil);

		if (e->reading[q] != TVIL_ASK)
			put(o, row->key, json_string(row->reading[e->reading[q]]));
	}
	return o;
}

static json_t *body_json(const struct forholdsvalg *f)
{
	json_t *o = json_object(), *rounds = json_array(), *lists = json_array();
	bool told = f->step >= FORHOLDSVALG_SEATS, named = f->step == FORHOLDSVALG_ELECTED;

	put(o, "organ", json_string(f->organ->key));
	put(o, "plasser", json_integer((json_int_t)f->body.seats));
	put(o, "skriftlig", json_boolean(f->written));
	json_array_append_new(rounds, votes(&f->e, 0));
	put(o, "avstemninger", rounds);
	for (size_t i = 0; told && i < f->body.n_list; i++) {
		const struct oppgjoer_list *l = &f->settled->list[i];
		json_t *one = json_object();

		put(one, "liste", json_string(f->body.list[i].name));
		put(one, "plasser", json_integer((json_int_t)(l->seats - l->vacant)));
		put(one, "medlemmer", named ? people(&f->body.list[i], &l->member) : json_array());
		put(one, "varamedlemmer", named ? people(&f->body.list[i], &l->deputy) :
		                                  json_array());
		json_array_append_new(lists, one);
	}
	put(o, "lister", lists);
	put(o, "lodd", draws(&f->e));
	put(o, "tvil", readings(&f->e));
	return o;
}

static json_t *office_json(const struct flertallsvalg *f)
{
	json_t *o = json_object(), *rounds = json_array();
	const struct flertall_outcome *last = flertallsvalg_outcome(f, flertallsvalg_round(f));
	bool told = f->e.counting < 0 && f->step > FLERTALLSVALG_CANDIDATES;

	put(o, "verv", json_string(f->office->key));
	for (size_t i = 0; i <= flertallsvalg_round(f); i++)
		json_array_append_new(rounds, votes(&f->e, i));
	put(o, "avstemninger", rounds);
	put(o, "valgt", told && last->elected != NULL ? json_string(last->elected) :
	                                                json_null());
	put(o, "lodd", draws(&f->e));
	put(o, "tvil", readings(&f->e));
	return o;
}

json_t *election_json(struct arena *mem, const struct activity *a)
{
	if (a->kind == &kind_forholdsvalg)
		return body_json(forholdsvalg_of(mem, a));
	if (a->kind == &kind_flertallsvalg)
		return office_json(flertallsvalg_of(mem, a));
	return NULL;
}
