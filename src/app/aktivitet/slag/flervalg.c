/* flervalg - one question, two to twelve choices, of which one or several may be taken.
 *
 * The stored value of a choice is its place in the list, so a typo can be mended while
 * people answer. */
#include "app/aktivitet/aktivitet.h"
#include "app/aktivitet/slag/felles.h"
#include "app/aktivitet/slag/flervalg.html.h"
#include "app/aktivitet/slag/par.h"
#include "app/aktivitet/slag/slag.h"
#include "web/text.h"

#define CHOICES_MAX 12

static const struct config_field fields[] = {
	{ "spoersmaal", CONFIG_TEXT, .min = 1, .max = 300 },
	{ "valg", CONFIG_TEXTS, .min = 1, .max = 120, .min_n = 2, .max_n = CHOICES_MAX },
	{ "flere", CONFIG_INT, .min = 1, .max = CHOICES_MAX, .number = 1 },
	{ 0 }
};

static bool check(json_t *config, const char **where, const char **error)
{
	if (config_int(config, "flere") <= (int)config_n(config, "valg"))
		return true;
	*where = "flere";
	*error = N_("Ingen kan velge flere enn det er valg. Skriv et lavere tall.");
	return false;
}

static bool choice(const struct activity *a, size_t stage, size_t i, const char **value,
                   const char **label)
{
	/* What the form sends and the database keeps. */
	static const char *const places[CHOICES_MAX] = {
		"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11",
	};

	(void)stage;
	if (i >= config_n(a->config, "valg"))
		return false;
	*value = places[i];
	*label = config_nth(a->config, "valg", i);
	return true;
}

static const char *answer(struct arena *mem, const struct activity *a, size_t stage,
                          const struct answer_form *f, const char **error)
{
	return answer_up_to(mem, a, stage, f, (size_t)config_int(a->config, "flere"), error);
}

static void phone(struct out *o, const struct drawing *d)
{
	t_flervalg_telefon(o, d, config_int(d->a->config, "flere"));
}

static void result(struct out *o, const struct drawing *d)
{
	if (d->tally != NULL)
		t_flervalg_resultat(o, d->tally, config_int(d->a->config, "flere"));
}

static const struct row_class row_class[ROW_CLASSES] = {
	{ 24, 25, 50 }, { 31, 20, 40 }, { 38, 16, 32 }, { 68, 12, 26 },
};
#define HEIGHT 350               /* tenths of a rem: what the wall has for the rows */
#define LIST_HEIGHT 290          /* above the note that says how many to pick */

static void wall(struct out *o, const struct drawing *d)
{
	const char **label = config_list(o->buf.arena, d->a->config, "valg");
	size_t n = config_n(d->a->config, "valg");

	if (d->tally != NULL)
		t_flervalg_lerret_resultat(o, d->tally, wall_rows(row_class, label, n, HEIGHT));
	else
		t_flervalg_lerret(o, d->a->config, wall_list(row_class, label, n, LIST_HEIGHT));
}

static void edit(struct out *o, const json_t *config)
{
	t_flervalg_rediger(o, config);
}

const struct kind kind_flervalg = {
	.name = "flervalg", .label = N_("Flervalg"), .icon = "flervalg",
	.answers = true, .fields = fields, .check = check,
	.question = config_question, .answer = answer,
	.choice = choice, .phone = phone, .wall = wall, .result = result,
	.edit = edit,
};
