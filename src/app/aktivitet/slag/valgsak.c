/* valgsak.c - an election in the meeting as a case of `samling valg` (doc/valg.md), so that
 * anybody can settle it again from what was counted, drawn and chosen. */
#include <string.h>

#include "app/aktivitet/slag/flertallsvalg.h"
#include "app/aktivitet/slag/forholdsvalg.h"
#include "app/aktivitet/slag/slag.h"
#include "app/valg/fil.h"
#include "app/valg/protokollfil.h"
#include "lib/arena.h"
#include "lib/buf.h"

static void put(json_t *o, const char *name, json_t *value)
{
	json_object_set_new(o, name, value);
}

static json_t *begun(struct arena *mem, const char *method, const char *organ, size_t seats,
                     const char *date)
{
	return json_pack("{s:s, s:s, s:s, s:s, s:s, s:I}",
		"id", arena_printf(mem, "%s %s", organ, date), "kind", "protokoll",
		"method", method, "organ", organ, "date", date, "seats", (json_int_t)seats);
}

static json_t *people(const struct valg_list *list)
{
	json_t *all = json_array();

	for (size_t i = 0; i < list->n_candidate; i++)
		json_array_append_new(all, json_pack("{s:s, s:s}", "name", list->candidate[i].name,
			"gender", list->candidate[i].gender == GENDER_WOMAN ? "K" : "M"));
	return all;
}

static json_t *lists(const struct forholdsvalg *f)
{
	json_t *all = json_array();

	for (size_t i = 0; i < f->body.n_list; i++) {
		const struct valg_list *list = &f->body.list[i];
		json_t *one = json_pack("{s:s}", "name", list->name);

		if (f->e.round[0].counted)
			put(one, "votes", json_integer(list->votes));
		if (list->n_candidate > 0)
			put(one, "candidates", people(list));
		json_array_append_new(all, one);
	}
	return all;
}

static void put_draws(json_t *o, const struct election *e)
{
	json_t *all = json_array();

	for (size_t k = 0; k < ELECTION_DRAWS && e->n_drawn[k] > 0; k++) {
		json_t *drawn = json_array();

		for (size_t i = 0; i < e->n_drawn[k]; i++)
			json_array_append_new(drawn, json_string(e->name[e->drawn[k][i]]));
		json_array_append_new(all, json_pack("{s:o}", "drawn", drawn));
	}
	if (json_array_size(all) > 0)
		json_object_set(o, "draws", all);
	json_decref(all);
}

static void put_choice(json_t *o, size_t question, size_t reading)
{
	const struct tvil_row *row = tvil_row(election_questions[question].tvil);
	json_t *choices = json_object_get(o, "choices");

	if (choices == NULL)
		put(o, "choices", choices = json_object());
	put(choices, row->key, json_string(row->reading[reading]));
}

static json_t *body_case(struct arena *mem, const struct forholdsvalg *f, const char *date)
{
	json_t *o = begun(mem, "forholdsvalg", f->organ->key, f->body.seats, date);

	put(o, "written", json_boolean(f->written));
	put(o, "blank", json_integer(f->e.round[0].blank));
	put(o, "lists", lists(f));
	if (f->step < FORHOLDSVALG_SEATS)
		return o;
	put_draws(o, &f->e);
	for (enum oppgjoer_question q = 0; q < OPPGJOER__QUESTIONS; q++)
		if (f->settled->open[q] && f->e.reading[q] != TVIL_ASK)
			put_choice(o, q, f->e.reading[q]);
	return o;
}

static json_t *round_of(const struct election *e, size_t i)
{
	json_t *votes = json_object();

	for (size_t k = 0; k < e->n; k++)
		put(votes, e->name[k], json_integer(e->round[i].votes[k]));
	return json_pack("{s:o, s:I}", "votes", votes, "blank", (json_int_t)e->round[i].blank);
}

/* A vote that is being counted is not held yet.  The reading of blanks that was followed stands
 * in the case also when nobody chose it. */
static json_t *office_case(struct arena *mem, const struct flertallsvalg *f, const char *date)
{
	json_t *o = begun(mem, "flertallsvalg", f->office->key, 1, date), *rounds = json_array();
	size_t n = f->step >= FLERTALLSVALG_SECOND ? 2 : f->step >= FLERTALLSVALG_FIRST;

	for (size_t i = 0; i < n; i++)
		json_array_append_new(rounds, round_of(&f->e, i));
	put(o, "lists", json_array());
	put(o, "rounds", rounds);
	if (n == 2)
		put_draws(o, &f->e);
	if (n > 0 && f->result.open)
		put_choice(o, ELECTION_BLANK, election_reading(&f->e, ELECTION_BLANK));
	return o;
}

bool election_settled(const struct activity *a)
{
	const struct forholdsvalg *body = a->state;
	const struct flertallsvalg *office = a->state;

	if (a->state == NULL)
		return false;
	if (a->kind == &kind_forholdsvalg)
		return body->step >= FORHOLDSVALG_SEATS && body->settled->state == OPPGJOER_SETTLED;
	return a->kind == &kind_flertallsvalg && office->e.counting < 0 &&
	       office->step > FLERTALLSVALG_CANDIDATES &&
	       flertallsvalg_outcome(office, flertallsvalg_round(office))->elected != NULL;
}

static json_t *case_of(struct arena *mem, const struct activity *a, const char *place,
                       const char *date)
{
	json_t *o = NULL;

	if (a->kind == &kind_forholdsvalg) {
		o = body_case(mem, forholdsvalg_of(mem, a), date);
		put(o, "place", json_string(place));
	} else if (a->kind == &kind_flertallsvalg) {
		o = office_case(mem, flertallsvalg_of(mem, a), date);
	}
	if (o != NULL && election_settled(a))
		protokollfil_close(o);
	return o;
}

/* ---- as a file, and opened on the page ---- */

#define BODY_PAGE "/valg/forholdsvalg"

static int to_buf(const char *bytes, size_t n, void *buf)
{
	buf_add(buf, bytes, n);
	return 0;
}

struct buf election_file(struct arena *mem, const struct activity *a, const char *place,
                         const char *date)
{
	json_t *o = case_of(mem, a, place, date);
	struct buf b = buf_in(mem);

	if (o == NULL)
		return b;
	json_dump_callback(o, to_buf, &b, JSON_INDENT(1));
	buf_putc(&b, '\n');
	json_decref(o);
	return b;
}

const char *election_address(struct arena *mem, enum lang lang, const struct activity *a,
                             const char *place, const char *date)
{
	struct buf b = election_file(mem, a, place, date);
	struct valg_fil f = { .mem = mem, .lang = lang };

	if (a->kind != &kind_forholdsvalg || !valg_fil_read(&f, b.p, b.n))
		return NULL;
	return election_settled(a) ? arena_printf(mem, "/valg/protokoll%s",
	                                          f.path + strlen(BODY_PAGE)) : f.path;
}
