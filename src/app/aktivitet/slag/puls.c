/* puls - how it goes, asked with one key while somebody talks and answered with one tap. */
#include <string.h>

#include "app/aktivitet/aktivitet.h"
#include "app/aktivitet/slag/felles.h"
#include "app/aktivitet/slag/par.h"
#include "app/aktivitet/slag/puls.h"
#include "app/aktivitet/slag/puls.html.h"
#include "app/aktivitet/slag/slag.h"
#include "web/text.h"

static const struct config_field fields[] = {
	{ "om", CONFIG_TEXT, .max = 20 },
	{ "spoersmaal", CONFIG_TEXT, .max = 300 },
	{ 0 }
};

const struct puls_about puls_about[] = {
	{ "tempo", N_("Hvordan er tempoet?"), { N_("For sakte"), N_("Passe"), N_("For fort") }, 3 },
	{ "forstaaelse", N_("Henger du med?"),
	  { N_("Ja, jeg henger med"), N_("Litt"), N_("Nei, ikke nå") }, 3 },
	{ "janei", N_("Ja eller nei?"), { N_("Ja"), N_("Nei") }, 2 },
	{ 0 }
};

/* "" is the last one, yes or no. */
static const struct puls_about *about(const char *name)
{
	const struct puls_about *p = puls_about;

	for (; p->name != NULL; p++)
		if (strcmp(p->name, *name != '\0' ? name : "janei") == 0)
			return p;
	return NULL;
}

static bool check(json_t *config, const char **where, const char **error)
{
	const struct puls_about *p = about(config_text(config, "om"));

	if (p == NULL) {
		*where = "om";
		*error = N_("Velg tempo, forståelse eller ja og nei.");
		return false;
	}
	json_object_set_new(config, "om", json_string(p->name));
	return true;
}

static void words(json_t *config, enum lang lang)
{
	const struct puls_about *p = about(config_text(config, "om"));

	config_word(config, lang, "spoersmaal", p->question);
	for (size_t i = 0; i < p->n; i++)
		config_label_add(config, tr(lang, p->answer[i]));
}

static bool choice(const struct activity *a, size_t stage, size_t i, const char **value,
                   const char **label)
{
	static const char *const places[] = { "0", "1", "2" };
	const struct puls_about *p = about(config_text(a->config, "om"));

	(void)stage;
	if (i >= p->n)
		return false;
	*value = places[i];
	*label = config_label(a->config, i, p->answer[i]);
	return true;
}

static const char *answer(struct arena *mem, const struct activity *a, size_t stage,
                          const struct answer_form *f, const char **error)
{
	return answer_up_to(mem, a, stage, f, 1, error);
}

static void phone(struct out *o, const struct drawing *d)
{
	t_puls_telefon(o, d);
}

static void result(struct out *o, const struct drawing *d)
{
	if (d->tally != NULL)
		t_puls_resultat(o, d->tally);
}

static void wall(struct out *o, const struct drawing *d)
{
	if (d->tally != NULL)
		t_puls_lerret_resultat(o, d->tally);
	else
		t_puls_lerret(o, d);
}

static void edit(struct out *o, const json_t *config)
{
	t_puls_rediger(o, config);
}

const struct kind kind_puls = {
	.name = "puls", .label = N_("Puls"), .icon = "puls",
	.answers = true, .one_tap = true, .leaders_first = true,
	.fields = fields, .check = check, .words = words,
	.question = config_question, .answer = answer,
	.choice = choice, .phone = phone, .wall = wall, .result = result,
	.edit = edit,
};
