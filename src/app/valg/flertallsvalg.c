#include "app/valg/flertallsvalg.h"

#include <string.h>

#include "app/valg/flertallsvalg.html.h"
#include "app/valg/skjema.h"
#include "app/valg/tvil_tekst.h"
#include "lib/arena.h"
#include "lib/tid.h"
#include "lib/utf8.h"
#include "lib/world.h"
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
	{ "froe", FIELD_TEXT, .max = 80 },
	{ "kommune", FIELD_TEXT, .max = 80 },
	{ "dato", FIELD_TEXT, .max = 20 },
	{ "tvil", FIELD_TEXT, .max = 40 },
	{ "ny_kandidat", FIELD_TEXT, .max = 40 },
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

/* Who stands in a round is who has a number in it. */
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
		if (c->name[0] != '\0' && c->votes[round][0] != '\0')
			vote[into->n_vote++] = (struct flertall_vote){ c->name, n };
	}
	m->blank[round] = form_text(&r->form, round == 0 ? "blanke" : "blanke2");
	m->blank_error[round] = skjema_number(m->blank[round], SKJEMA_VOTES_MAX, &into->blank);
	m->wrong |= m->blank_error[round] != NULL;
}

static const char *first_new(const struct flertall *task)
{
	for (size_t i = 0; i < task->round[1].n_vote; i++) {
		const char *name = task->round[1].vote[i].candidate;
		bool before = false;

		for (size_t k = 0; k < task->round[0].n_vote; k++)
			before = before || strcmp(task->round[0].vote[k].candidate, name) == 0;
		if (!before)
			return name;
	}
	return NULL;
}

static char *id_of(const struct majority_form *m)
{
	return arena_printf(m->mem, "%s %s", m->office_key, m->date);
}

const char *majority_lot_line(const struct majority_form *m, const char *name)
{
	return arena_printf(m->mem, "%s|%s|1|%s", m->seed, id_of(m), name);
}

static void draw_with_seed(struct majority_form *m)
{
	const struct flertall_outcome *u = majority_outcome(m, 1);

	if (m->seed[0] == '\0' || u->end != FLERTALL_LOT)
		return;
	m->order = lodd_draw(m->mem, m->seed, id_of(m), 1, u->among, u->n_among);
	m->task.drawn = u->among[m->order[0].who];
	m->result = flertall(m->mem, &m->task);
}

static void read_choices(struct req *r, struct majority_form *m)
{
	const struct form *f = &r->form;

	m->place = form_text(f, "kommune");
	m->date = form_text(f, "dato");
	if (!tid_is_date(m->date))
		m->date = tid_today(r->mem, world_wall_ms(r->world));
	m->blank_chosen = tvil_reading(TVIL_BLANKE, form_text(f, "tvil"));
	m->new_chosen = tvil_reading(TVIL_NY_KANDIDAT, form_text(f, "ny_kandidat"));
	m->seed = form_text(f, "froe");
	if (m->seed[0] == '\0' && form_text(f, "lodd")[0] != '\0')
		m->task.drawn = form_text(f, "lodd");
}

static void read_form(struct req *r, struct majority_form *m)
{
	*m = (struct majority_form){ .mem = r->mem, .office = offices[0].name,
	                             .office_key = offices[0].key };
	for (size_t i = 0; i < sizeof offices / sizeof offices[0]; i++)
		if (strcmp(form_text(&r->form, "verv"), offices[i].key) == 0) {
			m->office = offices[i].name;
			m->office_key = offices[i].key;
		}
	read_choices(r, m);
	read_rows(r, m);
	for (size_t round = 0; round < FLERTALL_ROUNDS; round++)
		read_round(r, m, round);
	m->task.n_round = m->held[1] ? 2 : 1;
	if (!m->held[0] || m->wrong)
		return;
	m->result = flertall(r->mem, &m->task);
	draw_with_seed(m);
	if (m->result.new_candidate && majority_outcome(m, 1)->end != FLERTALL_NOT_HELD)
		m->new_name = first_new(&m->task);
}

const struct flertall_outcome *majority_outcome(const struct majority_form *m, size_t round)
{
	return &m->result.outcome[tvil_reading_of(TVIL_BLANKE, m->blank_chosen)][round];
}

bool majority_again(const struct majority_form *m)
{
	return m->new_name != NULL && m->new_chosen == 1;
}

const char *majority_elected(const struct majority_form *m)
{
	if (!m->held[0] || m->wrong)
		return NULL;
	if (majority_outcome(m, 0)->elected != NULL)
		return majority_outcome(m, 0)->elected;
	return majority_again(m) ? NULL : majority_outcome(m, 1)->elected;
}

const char *majority_of_blanks(const struct majority_form *m, enum lang lang, size_t reading)
{
	const struct flertall_outcome *u = &m->result.outcome[reading][0];

	if (u->elected != NULL)
		return trf(m->mem, lang, N_("%s er valgt i første avstemning."), u->elected);
	return trf(m->mem, lang, N_("Ingen er valgt i første avstemning: den som fikk flest, "
	                            "fikk %d av %d stemmer, og %d trengs."),
	           (int)u->most, (int)u->cast, (int)u->needed);
}

const char *majority_of_new(const struct majority_form *m, enum lang lang, size_t reading)
{
	const struct flertall_outcome *u = majority_outcome(m, 1);

	if (reading == 1)
		return trf(m->mem, lang, N_("Den andre avstemningen holdes på nytt, uten %s."),
		           m->new_name);
	if (u->elected != NULL)
		return trf(m->mem, lang, N_("%s er valgt i andre avstemning."), u->elected);
	return tr(lang, N_("Det må trekkes lodd."));
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
	t_flertallsvalg(&o, &m);
	return page_framed(r, &(struct frame_text){ .title = tr(r->lang, N_("Flertallsvalg")),
	                   .css = "full.css", .html_class = "forvaltning" }, out_html(&o));
}
