#include "app/valg/flertallsvalg.h"

#include <string.h>

#include "app/valg/flertallsvalg.html.h"
#include "app/valg/skjema.h"
#include "lib/arena.h"
#include "lib/utf8.h"
#include "web/text.h"

#define ROWS_FIRST 3

const struct field flertallsvalg_fields[] = {
	{ "verv", FIELD_TEXT, .max = 20 },
	{ "kandidat", FIELD_ROWS, .max = 80 },
	{ "stemmer", FIELD_ROWS, .max = 20 },
	{ "stemmer2", FIELD_ROWS, .max = 20 },
	{ "blanke", FIELD_TEXT, .max = 20 },
	{ "blanke2", FIELD_TEXT, .max = 20 },
	{ "lodd", FIELD_TEXT, .max = 80 },
	{ "tvil", FIELD_TEXT, .max = 40 },
	{ "flere", FIELD_FLAG },
	{ NULL }
};

static const struct { const char *key, *name; } offices[] = {
	{ "ordforer", N_("ordfører") }, { "varaordforer", N_("varaordfører") },
	{ "leder", N_("leder") }, { "nestleder", N_("nestleder") },
};

static const char *at(const struct form *f, const char *field, size_t i)
{
	const struct form_entry *e = form_entry(f, field);

	return i < e->n_many ? e->many[i] : "";
}

static bool named_before(struct arena *mem, const struct majority_form *m, size_t i)
{
	for (size_t j = 0; j < i; j++)
		if (strcmp(utf8_fold(mem, m->row[j].name), utf8_fold(mem, m->row[i].name)) == 0)
			return true;
	return false;
}

static void read_rows(struct req *r, struct majority_form *m)
{
	size_t given = form_entry(&r->form, "kandidat")->n_many;

	m->n_row = given < ROWS_FIRST ? ROWS_FIRST : given;
	m->n_row += form_flag(&r->form, "flere");
	if (m->n_row > FLERTALLSVALG_CANDIDATES)
		m->n_row = FLERTALLSVALG_CANDIDATES;
	m->row = arena_array(r->mem, m->n_row, sizeof *m->row);
	for (size_t i = 0; i < m->n_row; i++) {
		struct majority_candidate *c = &m->row[i];

		c->name = at(&r->form, "kandidat", i);
		c->votes[0] = at(&r->form, "stemmer", i);
		c->votes[1] = at(&r->form, "stemmer2", i);
		if (c->name[0] == '\0' && c->votes[0][0] + c->votes[1][0] > 0)
			c->name_error = N_("Skriv hvem som fikk stemmene.");
		else if (c->name[0] != '\0' && named_before(r->mem, m, i))
			c->name_error = N_("To kandidater kan ikke ha samme navn.");
		m->wrong |= c->name_error != NULL;
	}
}

/* Who stands in a round is who has a number in it; in the first also who has none. */
static void read_round(struct req *r, struct majority_form *m, size_t round)
{
	struct flertall_vote *vote = arena_array(r->mem, m->n_row, sizeof *vote);
	struct flertall_round *into = &m->task.round[round];

	into->vote = vote;
	for (size_t i = 0; i < m->n_row; i++) {
		struct majority_candidate *c = &m->row[i];
		int64_t n;

		c->error[round] = skjema_number(c->votes[round], SKJEMA_VOTES_MAX, &n);
		m->wrong |= c->error[round] != NULL;
		m->held[round] |= c->votes[round][0] != '\0';
		if (c->name[0] != '\0' && (round == 0 || c->votes[round][0] != '\0'))
			vote[into->n_vote++] = (struct flertall_vote){ c->name, n };
	}
	m->blank[round] = form_text(&r->form, round == 0 ? "blanke" : "blanke2");
	m->blank_error[round] = skjema_number(m->blank[round], SKJEMA_VOTES_MAX, &into->blank);
	m->wrong |= m->blank_error[round] != NULL;
}

static void read_form(struct req *r, struct majority_form *m)
{
	*m = (struct majority_form){ .office = offices[0].name, .office_key = offices[0].key };
	for (size_t i = 0; i < sizeof offices / sizeof offices[0]; i++)
		if (strcmp(form_text(&r->form, "verv"), offices[i].key) == 0) {
			m->office = offices[i].name;
			m->office_key = offices[i].key;
		}
	m->not_counted = strcmp(form_text(&r->form, "tvil"), "blank_teller_ikke") == 0;
	read_rows(r, m);
	for (size_t round = 0; round < FLERTALL_ROUNDS; round++)
		read_round(r, m, round);
	m->task.n_round = m->held[1] ? 2 : 1;
	if (form_given(&r->form, "lodd") && form_text(&r->form, "lodd")[0] != '\0')
		m->task.drawn = form_text(&r->form, "lodd");
	if (m->held[0] && !m->wrong)
		m->result = flertall(r->mem, &m->task);
}

const struct flertall_outcome *majority_outcome(const struct majority_form *m, size_t round)
{
	return &m->result.outcome[m->not_counted ? FLERTALL_BLANK_COUNTS_NOT :
	                          FLERTALL_BLANK_COUNTS][round];
}

enum outcome flertallsvalg_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);
	struct majority_form m;

	read_form(r, &m);
	if (r->bit) {
		t_flertallsvalg_resultat(&o, &m);
		return page_bits(r, out_html(&o));
	}
	t_flertallsvalg(&o, r->mem, &m);
	return page_framed(r, &(struct frame_text){ .title = tr(r->lang, N_("Flertallsvalg")),
	                   .css = "full.css", .html_class = "forvaltning" }, out_html(&o));
}
