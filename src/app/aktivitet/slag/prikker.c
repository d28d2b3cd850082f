/* prikker - dots: the hall says which cards matter most; those of an earlier item, or those
 * that stand in the config. */
#include "app/aktivitet/slag/felles.h"
#include "app/aktivitet/slag/kortslag.h"
#include "app/aktivitet/slag/kortslag.html.h"
#include "app/aktivitet/slag/par.h"
#include "app/aktivitet/slag/prikker.html.h"
#include "app/aktivitet/slag/slag.h"
#include "web/text.h"

#define TYPED_MAX 12

static const struct config_field fields[] = {
	{ "spoersmaal", CONFIG_TEXT, .min = 1, .max = 300 },
	{ "valg", CONFIG_TEXTS, .min = 1, .max = 120, .max_n = TYPED_MAX },
	{ "prikker", CONFIG_INT, .min = 1, .max = DOTS_MOST, .number = 3 },
	{ 0 }
};

static enum outcome load(struct store *st, struct arena *mem, struct activity *a)
{
	const struct cards *c;
	enum outcome went = cards_read(st, mem, a->id, false, NULL, &c);

	a->state = c;
	return went;
}

static size_t cards_of(const struct activity *a)
{
	return a->state != NULL ? ((const struct cards *)a->state)->n_shown : 0;
}

/* First the cards, then those of the config: "a" to "l", which no card's id is. */
static bool choice(const struct activity *a, size_t stage, size_t i, const char **value,
                   const char **label)
{
	static const char *const typed[TYPED_MAX] = {
		"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l",
	};
	const struct cards *c = a->state;
	size_t n = cards_of(a);

	(void)stage;
	if (i < n) {
		*value = c->shown[i]->value;
		*label = c->shown[i]->label;
		return true;
	}
	if (i - n >= config_n(a->config, "valg"))
		return false;
	*value = typed[i - n];
	*label = config_nth(a->config, "valg", i - n);
	return true;
}

static const char *answer(struct arena *mem, const struct activity *a, size_t stage,
                          const struct answer_form *f, const char **error)
{
	const char *lines = answer_choices(mem, a, stage, f);

	if (f->n_choice == 0)
		*error = N_("Velg minst ett kort først.");
	else if (lines == NULL)
		*error = N_("Ett av kortene er borte eller slått sammen. Velg på nytt.");
	else if (f->n_choice > (size_t)config_int(a->config, "prikker"))
		*error = N_("Du har gitt for mange prikker. Ta bort noen.");
	else
		return lines;
	return NULL;
}

static void phone(struct out *o, const struct drawing *d)
{
	t_kort_telefon_prikker(o, d);
}

static void wall(struct out *o, const struct drawing *d)
{
	struct card_list list = cards_of_choices(o->buf.arena, d);
	enum card_face face = d->tally != NULL ? FACE_DOTS : FACE_CARDS;
	struct card_page page = cards_fit(d, &list, 1, 0, face);

	if (list.n == 0)
		t_kort_vegg_tom(o, d, FACE_CARDS);
	else
		t_kort_vegg(o, d, &list, 1, &page, face);
}

static void result(struct out *o, const struct drawing *d)
{
	if (d->tally != NULL)
		t_kort_resultat(o, d);
}

static void edit(struct out *o, const json_t *config)
{
	t_prikker_rediger(o, config);
}

const struct kind kind_prikker = {
	.name = "prikker", .label = N_("Prikker"), .icon = "prikker",
	.answers = true, .before_rounds = true, .fields = fields, .question = config_question,
	.follows = cards_follow, .load = load, .answer = answer, .choice = choice,
	.phone = phone, .wall = wall, .result = result, .edit = edit,
};
