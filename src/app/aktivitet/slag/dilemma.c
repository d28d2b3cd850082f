/* dilemma - a story in stages; after each one everybody says red or green. */
#include <string.h>

#include "app/aktivitet/aktivitet.h"
#include "app/aktivitet/slag/dilemma.html.h"
#include "app/aktivitet/slag/dilemmaer.h"
#include "app/aktivitet/slag/felles.h"
#include "app/aktivitet/slag/slag.h"
#include "rules/forskyvning.h"
#include "web/text.h"

static const struct config_field fields[] = {
	{ "spoersmaal", CONFIG_TEXT, .max = 300 },
	{ "deler", CONFIG_PARAGRAPHS, .min = 1, .max = 2000, .min_n = 1, .max_n = 6 },
	{ "foerste_igjen", CONFIG_FLAG },
	{ "roedt", CONFIG_TEXT, .max = 60 },
	{ "groent", CONFIG_TEXT, .max = 60 },
	{ 0 }
};

static void words(json_t *config, enum lang lang)
{
	config_word(config, lang, "spoersmaal", N_("Er det greit eller ikke greit?"));
	config_word(config, lang, "roedt", N_("Ikke greit"));
	config_word(config, lang, "groent", N_("Greit"));
}

static size_t stages(const json_t *config)
{
	return config_n(config, "deler");
}

static bool first_again(const json_t *config)
{
	return config_flag(config, "foerste_igjen");
}

static bool choice(const struct activity *a, size_t stage, size_t i, const char **value,
                   const char **label)
{
	static const char *const values[] = { "roedt", "groent" };

	(void)stage;
	if (i >= 2)
		return false;
	*value = values[i];
	*label = config_text(a->config, values[i]);
	return true;
}

static const char *answer(struct arena *mem, const struct activity *a, size_t stage,
                          const struct answer_form *f, const char **error)
{
	const char *value, *label;

	(void)mem;
	for (size_t i = 0; f->n_choice == 1 && choice(a, stage, i, &value, &label); i++)
		if (strcmp(f->choice[0], value) == 0)
			return value;
	if (f->n_choice == 0)
		*error = N_("Velg rødt eller grønt lys først.");
	else if (f->n_choice > 1)
		*error = N_("Velg bare ett lys.");
	else
		*error = N_("Dette svaret finnes ikke. Velg rødt eller grønt lys.");
	return NULL;
}

static struct votes votes_of(const struct tally *t)
{
	return (struct votes){ (size_t)t->line[0].count, (size_t)t->line[1].count };
}

/* How the hall moved since the stage was asked before. */
static struct forskyvning shift(const struct drawing *d)
{
	if (d->before == NULL)
		return (struct forskyvning){ .kind = FORSKYVNING_HIDDEN };
	return forskyvning(votes_of(d->before), votes_of(d->tally));
}

static const char *story(const json_t *config, size_t stage)
{
	return config_nth(config, "deler", stage);
}

static const char *stage_text(const struct drawing *d)
{
	const char *text = story(d->a->config, d->round != NULL ? d->round->stage : 0);

	return text != NULL ? text : "";        /* the stage has been taken away since */
}

static void phone(struct out *o, const struct drawing *d)
{
	t_dilemma_telefon(o, d, stage_text(d));
}

static void result(struct out *o, const struct drawing *d)
{
	struct forskyvning f;

	if (d->tally == NULL)
		return;
	f = shift(d);
	t_dilemma_resultat(o, d, &f);
}

static void wall(struct out *o, const struct drawing *d)
{
	struct forskyvning f;

	if (d->tally == NULL) {
		t_dilemma_lerret(o, d, stage_text(d));
		return;
	}
	f = shift(d);
	t_dilemma_lerret_resultat(o, d, &f);
}

static void edit(struct out *o, const json_t *config)
{
	t_dilemma_rediger(o, config);
}

const struct kind kind_dilemma = {
	.name = "dilemma", .label = N_("Dilemma"), .icon = "dilemma",
	.answers = true, .fields = fields, .words = words, .stages = stages,
	.first_again = first_again, .question = config_question, .story = story,
	.answer = answer, .choice = choice, .phone = phone, .wall = wall, .result = result,
	.edit = edit, .fetch = dilemma_fetch,
};
