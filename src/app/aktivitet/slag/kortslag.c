#include "app/aktivitet/slag/kortslag.h"

#include <stdlib.h>
#include <string.h>

#include "app/aktivitet/slag/aapent.html.h"
#include "app/aktivitet/slag/felles.h"
#include "app/aktivitet/slag/kortpanel.html.h"
#include "app/aktivitet/slag/kortslag.html.h"
#include "app/aktivitet/slag/par.h"
#include "app/aktivitet/slag/slag.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "web/text.h"

const struct config_field cards_fields[] = {
	{ "spoersmaal", CONFIG_TEXT, .min = 1, .max = 300 },
	{ "samle", CONFIG_FLAG, .number = true },
	{ "tegn", CONFIG_INT, .min = 10, .max = CARD_WRITTEN, .number = 160 },
	{ "svar", CONFIG_INT, .min = 1, .max = 3, .number = 3 },
	{ "prikker", CONFIG_INT, .min = 0, .max = DOTS_MOST, .number = 3 },
	{ "totredel", CONFIG_FLAG },
	{ "oppfoelging", CONFIG_FLAG },
	{ 0 }
};

bool cards_check(json_t *config, const char **where, const char **error)
{
	if (config_flag(config, "samle") || config_flag(config, "oppfoelging") ||
	    config_int(config, "prikker") > 0)
		return true;
	*where = "prikker";
	*error = N_("La deltakerne skrive, gi prikker, eller begge deler.");
	return false;
}

void cards_words(json_t *config, enum lang lang)
{
	config_word(config, lang, "_prikker", N_("Hvilke kort støtter du?"));
	config_word(config, lang, "_0", N_("Til administrasjonen"));
	config_word(config, lang, "_1", N_("Til de folkevalgte"));
	config_word(config, lang, "_v", N_("Dette er vedtatt"));
	config_word(config, lang, "_b", N_("Bedre"));
	config_word(config, lang, "_l", N_("Som før"));
	config_word(config, lang, "_d", N_("Dårligere"));
}

size_t cards_stages(const json_t *config)
{
	if (config_flag(config, "oppfoelging"))
		return 1;
	return (size_t)config_flag(config, "samle") + (config_int(config, "prikker") > 0);
}

enum card_stage card_stage(const json_t *config, size_t stage)
{
	if (config_flag(config, "oppfoelging"))
		return CARD_STAGE_GRADES;
	return stage == 0 && config_flag(config, "samle") ? CARD_STAGE_WRITE : CARD_STAGE_DOTS;
}

bool cards_writes(const json_t *config, size_t stage)
{
	return card_stage(config, stage) == CARD_STAGE_WRITE;
}

const char *cards_question(const json_t *config, size_t stage)
{
	const char *dots = config_text(config, "_prikker");

	if (config_text(config, "_vedtatt")[0] != '\0')
		return config_text(config, "_vedtatt");
	return card_stage(config, stage) == CARD_STAGE_DOTS && dots[0] != '\0' ? dots :
	       config_text(config, "spoersmaal");
}

bool cards_follow(const struct kind *earlier)
{
	return strcmp(earlier->name, "gruppearbeid") == 0 || earlier == &kind_kjoereregler ||
	       earlier == &kind_forventninger;
}

enum outcome cards_load(struct store *st, struct arena *mem, struct activity *a)
{
	const char *const grades[3] = {
		config_text(a->config, "_b"), config_text(a->config, "_l"),
		config_text(a->config, "_d"),
	};
	const struct cards *c;
	bool earlier = config_flag(a->config, "oppfoelging");
	enum outcome went = cards_read(st, mem, a->id, cards_two_lists(a),
	                               earlier ? grades : NULL, &c);

	a->state = c;
	return went;
}

/* In a writing round of two lists each phone is asked as what it is. */
enum outcome cards_view_read(const struct asked *q, const struct samling *s,
                             const struct activity *a, struct drawing *d)
{
	struct card_view *v = arena_get(q->mem, sizeof *v);
	const struct cards *c = a->state;
	struct card_pair *pair;
	enum outcome went = OUTCOME_OK;

	(void)s;
	if (card_step(a).adopted && !q->all)    /* on the screens a heading of its own */
		json_object_set(a->config, "_vedtatt", json_object_get(a->config, "_v"));
	v->role = q->seat != NULL ? q->role : ROLE_ANNET;
	if (cards_two_lists(a) && d->round != NULL &&
	    card_stage(a->config, d->round->stage) == CARD_STAGE_WRITE)
		d->mark = "liste";
	if (q->reader == READER_LEADER && !q->all && !c->earlier) {
		v->last = cards_merged_last(c);
		v->n_pair = cards_alike(q->store, q->mem, a->id, c, &pair, &went);
		v->pair = pair;
	}
	d->view = v;
	return went;
}

/* ---- answers ---- */

/* Each line with the name of its list in front: it is read so on every screen, also after
 * the lines of an answer have been parted. */
static const char *written_to(struct arena *mem, const struct activity *a, size_t stage,
                              const struct answer_form *f, const char **error)
{
	bool staff = f->n_choice == 1 && strcmp(f->choice[0], "1") == 0;
	struct buf b = buf_in(mem);
	const char *lines;

	if (f->n_choice != 1 || (!staff && strcmp(f->choice[0], "0") != 0)) {
		*error = N_("Velg hvilken liste du skriver på.");
		return NULL;
	}
	lines = kind_aapent.answer(mem, a, stage, f, error);
	if (lines == NULL)
		return NULL;
	for (const char *p = lines; *p != '\0';) {
		size_t n = strcspn(p, "\n");

		buf_printf(&b, "%s%s: %.*s", b.n > 0 ? "\n" : "",
		           cards_prefix(a->config, staff ? ROLE_ADMINISTRASJON : ROLE_FOLKEVALGT),
		           (int)n, p);
		p += n + (p[n] == '\n');
	}
	return b.p;
}

static size_t dots_in(const struct activity *a, const struct answer_form *f, enum role side)
{
	const struct cards *c = a->state;
	size_t n = 0;

	for (size_t i = 0; c != NULL && i < c->n_shown; i++)
		for (size_t k = 0; k < f->n_choice; k++)
			n += c->shown[i]->side == side &&
			     strcmp(c->shown[i]->value, f->choice[k]) == 0;
	return n;
}

static const char *dots(struct arena *mem, const struct activity *a, size_t stage,
                        const struct answer_form *f, const char **error)
{
	size_t most = (size_t)config_int(a->config, "prikker");
	size_t first = dots_in(a, f, ROLE_FOLKEVALGT), second = dots_in(a, f, ROLE_ADMINISTRASJON);
	const char *lines = answer_choices(mem, a, stage, f);

	if (!cards_two_lists(a))
		first += second;
	if (f->n_choice == 0)
		*error = N_("Velg minst ett kort først.");
	else if (lines == NULL || dots_in(a, f, ROLE_FOLKEVALGT) + second != f->n_choice)
		*error = N_("Ett av kortene er borte eller slått sammen. Velg på nytt.");
	else if (first > most || second > most)
		*error = N_("Du har gitt for mange prikker. Ta bort noen.");
	else
		return lines;
	return NULL;
}

/* "17b": rule 17, better. */
static const char *grades(struct arena *mem, const struct activity *a, size_t stage,
                          const struct answer_form *f, const char **error)
{
	const char *lines = answer_chosen(mem, a, stage, f, N_("Velg et svar først."), error);

	for (size_t i = 0; *error == NULL && i < f->n_choice; i++)
		for (size_t k = 0; k < i; k++)
			if (strtoll(f->choice[i], NULL, 10) == strtoll(f->choice[k], NULL, 10))
				*error = N_("Velg ett svar for hver regel.");
	return *error == NULL ? lines : NULL;
}

const char *cards_answer(struct arena *mem, const struct activity *a, size_t stage,
                         const struct answer_form *f, const char **error)
{
	switch (card_stage(a->config, stage)) {
	case CARD_STAGE_WRITE:
		return cards_two_lists(a) ? written_to(mem, a, stage, f, error) :
		       kind_aapent.answer(mem, a, stage, f, error);
	case CARD_STAGE_DOTS:
		return dots(mem, a, stage, f, error);
	case CARD_STAGE_GRADES:
		return grades(mem, a, stage, f, error);
	}
	return NULL;
}

bool cards_choice(const struct activity *a, size_t stage, size_t i, const char **value,
                  const char **label)
{
	const struct cards *c = a->state;

	if (c == NULL)
		return false;
	switch (card_stage(a->config, stage)) {
	case CARD_STAGE_WRITE:
		break;
	case CARD_STAGE_DOTS:
		if (i >= c->n_choice)
			break;
		*value = c->choice[i]->value;
		*label = c->choice[i]->label;
		return true;
	case CARD_STAGE_GRADES:
		if (i >= 3 * c->n_shown)
			break;
		*value = c->shown[i / 3]->grade[i % 3].value;
		*label = c->shown[i / 3]->grade[i % 3].label;
		return true;
	}
	return false;
}

/* ---- pictures ---- */

static enum card_stage stage_of(const struct drawing *d)
{
	return card_stage(d->a->config, d->round != NULL ? d->round->stage : 0);
}

void cards_edit(struct out *o, const json_t *config)
{
	t_kort_rediger(o, config);
}

/* Their own words come back without the name of the list. */
static const struct answer_form *without_prefixes(struct arena *mem, const struct answer_form *f)
{
	struct answer_form *out = arena_get(mem, sizeof *out);
	const char **text;
	enum role side;

	if (f == NULL)
		return NULL;
	*out = *f;
	out->text = text = arena_array(mem, f->n_text, sizeof *text);
	for (size_t i = 0; i < f->n_text; i++)
		text[i] = cards_without_prefix(f->text[i], &side);
	return out;
}

static void phone_write(struct out *o, const struct drawing *d)
{
	struct drawing own = *d;

	t_kort_uten_navn(o);
	if (cards_two_lists(d->a)) {
		t_kort_liste_valg(o, d);
		own.mine = without_prefixes(o->buf.arena, d->mine);
	}
	t_aapent_telefon(o, &own, config_int(d->a->config, "svar"),
	                 config_int(d->a->config, "tegn"));
}

void cards_phone(struct out *o, const struct drawing *d)
{
	switch (stage_of(d)) {
	case CARD_STAGE_WRITE:
		phone_write(o, d);
		break;
	case CARD_STAGE_DOTS:
		t_kort_telefon_prikker(o, d);
		break;
	case CARD_STAGE_GRADES:
		t_kort_telefon_karakterer(o, d);
		break;
	}
}

static void wall_lists(struct out *o, const struct drawing *d, enum card_face face)
{
	struct arena *mem = o->buf.arena;
	size_t n = cards_two_lists(d->a) ? 2 : 1;
	struct card_list list[2] = {
		cards_list(mem, d, ROLE_FOLKEVALGT, face == FACE_ADOPTED),
		cards_list(mem, d, ROLE_ADMINISTRASJON, face == FACE_ADOPTED),
	};
	struct card_page page = cards_fit(d, list, n, card_step(d->a).page, face);

	if (list[0].n + list[1].n == 0)
		t_kort_vegg_tom(o, d, face);
	else
		t_kort_vegg(o, d, list, n, &page, face);
}

void cards_wall(struct out *o, const struct drawing *d)
{
	enum card_face face = cards_face(d);

	if (face == FACE_WRITE)
		kind_aapent.wall(o, d);
	else
		wall_lists(o, d, face);
}

void cards_result(struct out *o, const struct drawing *d)
{
	const struct cards *c = d->a->state;

	if (d->tally == NULL && d->round == NULL && c != NULL && c->n_adopted > 0 && !c->earlier)
		t_kort_vedtatte(o, d);
	if (d->tally == NULL)
		return;
	switch (stage_of(d)) {
	case CARD_STAGE_WRITE:
		t_aapent_liste(o, d->tally, d->most);
		break;
	case CARD_STAGE_DOTS:
		t_kort_resultat(o, d);
		break;
	case CARD_STAGE_GRADES:
		t_kort_karakterer(o, d);
		break;
	}
}

void cards_panel(struct out *o, const struct drawing *d)
{
	if (d->view != NULL && d->a->state != NULL)
		t_kort_panel(o, d);
}
