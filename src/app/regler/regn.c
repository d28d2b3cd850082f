#include "app/regler/regn.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "app/regler/regn.html.h"
#include "lib/arena.h"
#include "lib/tid.h"
#include "lib/world.h"
#include "web/text.h"

#define DIGITS_MAX 12
#define FIRST_DAY "2020-01-01"
#define LAST_DAY "2099-12-31"

const struct regn *const regn_all[] = {
	&regn_vedtaksfoer, &regn_tredel, &regn_avstemning, &regn_budsjett, &regn_flertall,
	&regn_innsyn, &regn_lovlighetskontroll, &regn_konstituerende, &regn_medlemstall, NULL
};

/* All are texts: a page that is only read has no other way to say what is wrong. */
const struct field regn_fields[] = {
	{ "medlemmer", FIELD_TEXT, .max = 20 },
	{ "stemte", FIELD_TEXT, .max = 20 },
	{ "moete", FIELD_TEXT, .max = 20 },
	{ "til_stede", FIELD_TEXT, .max = 20 },
	{ "for", FIELD_TEXT, .max = 20 },
	{ "mot", FIELD_TEXT, .max = 20 },
	{ "moeteleder", FIELD_TEXT, .max = 20 },
	{ "sak", FIELD_TEXT, .max = 20 },
	{ "a", FIELD_TEXT, .max = 20 },
	{ "b", FIELD_TEXT, .max = 20 },
	{ "c", FIELD_TEXT, .max = 20 },
	{ "d", FIELD_TEXT, .max = 20 },
	{ "e", FIELD_TEXT, .max = 20 },
	{ "f", FIELD_TEXT, .max = 20 },
	{ "avgitt", FIELD_TEXT, .max = 20 },
	{ "dokumenter", FIELD_TEXT, .max = 20 },
	{ "dato", FIELD_TEXT, .max = 20 },
	{ "innkalt", FIELD_TEXT, .max = 20 },
	{ "krever", FIELD_TEXT, .max = 20 },
	{ "innbyggere", FIELD_TEXT, .max = 20 },
	{ "nivaa", FIELD_TEXT, .max = 20 },
	{ NULL }
};

/* ---- reading the fields ---- */

/* Digits, with blanks between them as people write large numbers. */
static bool read_number(const char *text, int64_t *n)
{
	size_t digits = 0;

	*n = 0;
	for (const char *s = text; *s != '\0'; s++) {
		if (*s == ' ')
			continue;
		if (*s < '0' || *s > '9' || ++digits > DIGITS_MAX)
			return false;
		*n = 10 * *n + (*s - '0');
	}
	return digits > 0;
}

static void take_number(struct regn_run *c, const struct regn_field *f, struct regn_value *v)
{
	if (!read_number(v->text, &v->number))
		v->error = tr(c->lang, N_("Skriv et helt tall."));
	else if (v->number > f->max)
		v->error = trf(c->mem, c->lang, N_("Tallet kan ikke være større enn %s."),
		               text_number(c->mem, f->max));
	else if (v->number < f->min)
		v->error = trf(c->mem, c->lang, N_("Tallet kan ikke være mindre enn %s."),
		               text_number(c->mem, f->min));
}

static void take_date(struct regn_run *c, struct regn_value *v)
{
	if (!tid_is_date(v->text))
		v->error = tr(c->lang, N_("Skriv datoen som år-måned-dag, for eksempel "
			"2027-10-14."));
	else if (strcmp(v->text, FIRST_DAY) < 0 || strcmp(v->text, LAST_DAY) > 0)
		v->error = tr(c->lang, N_("Datoen må være mellom 2020 og 2099."));
}

static void take_choice(const struct regn_field *f, struct regn_value *v)
{
	for (int64_t i = 0; f->option[i].key != NULL; i++)
		if (strcmp(f->option[i].key, v->text) == 0)
			v->number = i;
}

static void take(struct regn_run *c, const struct regn_field *f, struct regn_value *v)
{
	if (f->kind == REGN_CHOICE) {
		take_choice(f, v);
		return;
	}
	c->asked |= v->given;
	if (!v->given)
		c->missing |= !f->optional;
	else if (f->kind == REGN_NUMBER)
		take_number(c, f, v);
	else
		take_date(c, v);
	c->wrong |= v->error != NULL;
}

static void read_fields(struct req *r, struct regn_run *c)
{
	for (size_t i = 0; c->regn->field[i].name != NULL; i++) {
		struct regn_value *v = &c->value[i];

		assert(i < REGN_FIELDS_MAX);
		v->text = form_text(&r->form, c->regn->field[i].name);
		v->given = v->text[0] != '\0';
		take(c, &c->regn->field[i], v);
	}
}

/* ---- for a calculator ---- */

static size_t at(const struct regn_run *c, const char *name)
{
	size_t i = 0;

	while (strcmp(c->regn->field[i].name, name) != 0)
		i++;
	return i;
}

bool regn_given(const struct regn_run *c, const char *name)
{
	return c->value[at(c, name)].given;
}

int64_t regn_number(const struct regn_run *c, const char *name)
{
	return c->value[at(c, name)].number;
}

const char *regn_date(const struct regn_run *c, const char *name)
{
	return c->value[at(c, name)].text;
}

void regn_wrong(struct regn_run *c, const char *name, const char *message)
{
	c->value[at(c, name)].error = message;
	c->wrong = true;
}

void regn_answer(struct regn_run *c, enum regn_mark mark, const char *sentence)
{
	c->mark = mark;
	c->answer = sentence;
}

void regn_step(struct regn_run *c, const char *text)
{
	assert(c->n_step < REGN_TEXTS_MAX);
	c->step[c->n_step++] = text;
}

void regn_note(struct regn_run *c, const char *text)
{
	assert(c->n_note < REGN_TEXTS_MAX);
	c->note[c->n_note++] = text;
}

struct regn_open *regn_open(struct regn_run *c, const char *question)
{
	assert(c->n_open < REGN_OPEN_MAX);
	c->open[c->n_open].question = question;
	return &c->open[c->n_open++];
}

void regn_reading(struct regn_open *open, const char *text)
{
	assert(open->n_reading < REGN_TEXTS_MAX);
	open->reading[open->n_reading++] = text;
}

void regn_rule(struct regn_run *c, enum rule rule)
{
	assert(c->n_rule < REGN_TEXTS_MAX);
	c->rule[c->n_rule++] = rule;
}

char *regn_share(struct arena *mem, int64_t n, int64_t part, int64_t of)
{
	const int64_t hundredths = (100 * n * part + of / 2) / of;
	const int64_t whole = hundredths / 100, rest = hundredths % 100;

	if (rest == 0)
		return text_number(mem, whole);
	if (rest % 10 == 0)
		return arena_printf(mem, "%s,%lld", text_number(mem, whole),
		                    (long long)(rest / 10));
	return arena_printf(mem, "%s,%02lld", text_number(mem, whole), (long long)rest);
}

size_t regn_sections(const struct regn_run *c, enum lov *out)
{
	return lov_of_rules(c->rule, c->n_rule, out);
}

/* ---- pages ---- */

static const struct regn *find(const char *key)
{
	size_t i = 0;

	while (regn_all[i] != NULL && strcmp(regn_all[i]->key, key) != 0)
		i++;
	return regn_all[i];
}

/* What is needed and empty is only said of a form that was sent: not while it is written. */
static void say_what_is_missing(struct regn_run *c)
{
	for (size_t i = 0; c->regn->field[i].name != NULL; i++)
		if (c->regn->field[i].kind != REGN_CHOICE && !c->regn->field[i].optional &&
		    !c->value[i].given)
			c->value[i].error = tr(c->lang, N_("Dette må fylles ut."));
}

static enum outcome framed(struct req *r, const char *title, const struct out *o)
{
	return page_framed(r, &(struct frame_text){ .title = tr(r->lang, title),
	                   .css = "full.css", .html_class = "forvaltning" }, out_html(o));
}

enum outcome regn_list_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);

	t_regn_liste(&o);
	return framed(r, N_("Kalkulatorer"), &o);
}

enum outcome regn_page(struct req *r)
{
	struct regn_run c = { .mem = r->mem, .lang = r->lang, .regn = find(r->param[0]),
	                      .today = tid_today(r->mem, world_wall_ms(r->world)) };
	struct out o = out_new(r->mem, r->lang);

	if (c.regn == NULL)
		return OUTCOME_NOT_FOUND;
	read_fields(r, &c);
	if (!c.wrong && !c.missing)
		c.regn->count(&c);
	if (r->bit) {
		t_regn_bit(&o, &c);
		return page_bits(r, out_html(&o));
	}
	if (c.asked && c.missing)
		say_what_is_missing(&c);
	t_regn_side(&o, &c);
	return framed(r, c.regn->title, &o);
}
