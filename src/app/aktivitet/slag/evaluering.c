/* evaluering - two minutes at the end of the last day, for those who lead (app/evaluering).
 *
 * What is written is stored beside the pairs, and can never count as one: not_a_pair(). */
#include "app/evaluering/evaluering.h"

#include "app/aktivitet/aktivitet.h"
#include "app/aktivitet/slag/evaluering.h"
#include "app/aktivitet/slag/evaluering.html.h"
#include "app/aktivitet/slag/felles.h"
#include "app/aktivitet/slag/par.h"
#include "app/aktivitet/slag/skala.h"
#include "app/aktivitet/slag/slag.h"
#include "lib/arena.h"
#include "web/text.h"

#define THEMES_MAX PAIR_SECOND
#define STATEMENT_CHOICES (EVALUERING_STATEMENTS * SKALA_TOP)

static const struct config_field fields[] = {
	{ "temaer", CONFIG_TEXTS, .min = 1, .max = 80, .max_n = THEMES_MAX },
	{ "neste", CONFIG_TEXTS, .min = 1, .max = 80, .max_n = THEMES_MAX },
	{ 0 }
};

static const char *const balances[EVALUERING_BALANCES] = {
	N_("For mye"), N_("Passe"), N_("For lite"),
};

static void label(json_t *config, struct arena *mem, enum lang lang, const char *msgid,
                  const char *chosen)
{
	config_label_add(config, arena_printf(mem, "%s: %s", tr(lang, msgid), chosen));
}

/* In the order of choice(). */
static void words(json_t *config, enum lang lang)
{
	struct arena *mem = arena_new(1u << 20);

	json_object_set_new(config, "spoersmaal", json_string(tr(lang,
	                    N_("Hvordan har samlingen vært for deg?"))));
	for (size_t i = 0; i < STATEMENT_CHOICES; i++)
		label(config, mem, lang, evaluering_statement[i / SKALA_TOP].said,
		      arena_printf(mem, "%zu", i % SKALA_TOP + 1));
	for (size_t i = 0; i < EVALUERING_BALANCES; i++)
		label(config, mem, lang, EVALUERING_BALANCE_SAID, tr(lang, balances[i]));
	for (size_t i = 0; i < config_n(config, "temaer"); i++)
		label(config, mem, lang, N_("Mest nytte av"), config_nth(config, "temaer", i));
	for (size_t i = 0; i < config_n(config, "neste"); i++)
		label(config, mem, lang, N_("Neste gang"), config_nth(config, "neste", i));
	arena_free(mem);
}

/* Choice i of the whole: the statements with all their values, the balance, the themes. */
static bool choice(const struct activity *a, size_t stage, size_t i, const char **value,
                   const char **label)
{
	size_t useful = config_n(a->config, "temaer"), next = config_n(a->config, "neste");
	size_t at = i;

	(void)stage;
	if (at < STATEMENT_CHOICES) {
		*value = pair_value(at / SKALA_TOP + 1, at % SKALA_TOP + 1);
	} else if ((at -= STATEMENT_CHOICES) < EVALUERING_BALANCES) {
		*value = pair_value(EVALUERING_BALANCE, at + 1);
	} else if ((at -= EVALUERING_BALANCES) < useful) {
		*value = pair_value(EVALUERING_USEFUL, at + 1);
	} else if ((at -= useful) < next) {
		*value = pair_value(EVALUERING_NEXT, at + 1);
	} else {
		return false;
	}
	*label = config_label(a->config, i, *value);
	return true;
}

/* A msgid, or NULL: as it should be. */
static const char *too_many(const struct answer_form *f)
{
	for (size_t i = 1; i <= EVALUERING_BALANCE; i++)
		if (answer_pairs(f, i) > 1)
			return N_("Velg bare ett svar på hvert spørsmål.");
	if (answer_pairs(f, EVALUERING_USEFUL) > EVALUERING_MOST ||
	    answer_pairs(f, EVALUERING_NEXT) > EVALUERING_MOST)
		return N_("Velg høyst tre temaer.");
	return NULL;
}

static const char *written(struct arena *mem, const struct answer_form *f, const char **error)
{
	const struct texts_wanted wanted = {
		.most = 1, .letters = EVALUERING_LETTERS,
		.none = N_("Svar på minst ett spørsmål først."),
		.too_long = N_("Teksten er lengre enn det er plass til. Kort den ned."),
		.too_many = N_("Skriv alt i ett felt."),
	};
	const char *text = answer_texts(mem, f, &wanted, error);

	return text != NULL ? not_a_pair(mem, text) : NULL;
}

static const char *answer(struct arena *mem, const struct activity *a, size_t stage,
                          const struct answer_form *f, const char **error)
{
	const char *lines = answer_choices(mem, a, stage, f), *text = "";

	if (lines == NULL)
		*error = N_("Ett av valgene finnes ikke lenger. Velg på nytt.");
	else
		*error = too_many(f);
	if (*error == NULL && (f->n_text > 0 || *lines == '\0'))
		text = written(mem, f, error);
	if (*error != NULL)
		return NULL;
	return arena_printf(mem, "%s%s%s", lines, *lines != '\0' && *text != '\0' ? "\n" : "",
	                    text);
}

const char *evaluering_written(const struct drawing *d)
{
	size_t first, second;

	for (size_t i = 0; d->mine != NULL && i < d->mine->n_text; i++)
		if (!pair_read(d->mine->text[i], &first, &second))
			return d->mine->text[i];
	return "";
}

/* Role by role would be fewer in each than promised. */
static bool compare(const struct activity *a, const struct tally *t, struct comparison *c)
{
	(void)a, (void)t, (void)c;
	return false;
}

static void phone(struct out *o, const struct drawing *d)
{
	t_evaluering_telefon(o, d);
}

static void result(struct out *o, const struct drawing *d)
{
	struct skala_line line[EVALUERING_STATEMENTS];
	struct skala_result scale = {
		.line = line, .n = EVALUERING_STATEMENTS, .low = tr(o->lang, N_("helt uenig")),
		.high = tr(o->lang, N_("helt enig")),
	};

	if (d->tally == NULL)
		return;
	for (size_t i = 0; i < EVALUERING_STATEMENTS; i++)
		line[i] = (struct skala_line){
			.statement = tr(o->lang, evaluering_statement[i].said),
			.now = skala_of(d->tally, i + 1),
		};
	t_evaluering_resultat(o, d, &scale);
}

static void wall(struct out *o, const struct drawing *d)
{
	t_evaluering_lerret(o, d->round);
}

static void edit(struct out *o, const json_t *config)
{
	t_evaluering_rediger(o, config);
}

const struct kind kind_evaluering = {
	.name = "evaluering", .label = N_("Evaluering"), .icon = "evaluering",
	.answers = true, .texts = true, .confidential = true, .outlasts = true,
	.one_level = true, .level = LEVEL_ANONYMOUS,
	.fields = fields, .words = words, .question = config_question, .answer = answer,
	.choice = choice, .compare = compare, .phone = phone, .wall = wall, .result = result,
	.edit = edit,
};
