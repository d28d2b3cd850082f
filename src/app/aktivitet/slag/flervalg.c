/* flervalg - one question, two to twelve choices, of which one or several may be taken.
 *
 * The stored value of a choice is its place in the list, so a typo can be mended while
 * people answer. */
#include <string.h>

#include "app/aktivitet/aktivitet.h"
#include "app/aktivitet/slag/felles.h"
#include "app/aktivitet/slag/flervalg.html.h"
#include "app/aktivitet/slag/slag.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "web/text.h"

#define CHOICES_MAX 12

static const struct config_field fields[] = {
	{ "spoersmaal", CONFIG_TEXT, .min = 1, .max = 300 },
	{ "valg", CONFIG_TEXTS, .min = 1, .max = 120, .min_n = 2, .max_n = CHOICES_MAX },
	{ "flere", CONFIG_INT, .min = 1, .max = CHOICES_MAX, .number = 1 },
	{ 0 }
};

static json_t *setup(const json_t *in, const char **where, const char **error)
{
	json_t *out = config_check(fields, in, where, error);

	if (out != NULL && config_int(out, "flere") > (int)config_n(out, "valg")) {
		*where = "flere";
		*error = N_("Ingen kan velge flere enn det er valg. Skriv et lavere tall.");
		json_decref(out);
		return NULL;
	}
	return out;
}

static const char *question(const json_t *config, size_t stage)
{
	(void)stage;
	return config_text(config, "spoersmaal");
}

/* "0".."11": what the form sends and the database keeps. */
static const char *const places[CHOICES_MAX] = {
	"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11",
};

static bool choice(const struct activity *a, size_t stage, size_t i, const char **value,
                   const char **label)
{
	(void)stage;
	if (i >= config_n(a->config, "valg"))
		return false;
	*value = places[i];
	*label = config_nth(a->config, "valg", i);
	return true;
}

static bool chosen(const struct answer_form *f, const char *value)
{
	for (size_t i = 0; i < f->n_choice; i++)
		if (strcmp(f->choice[i], value) == 0)
			return true;
	return false;
}

static const char *answer(struct arena *mem, const struct activity *a, size_t stage,
                          const struct answer_form *f, const char **error)
{
	struct buf b = buf_in(mem);
	size_t n = 0;

	(void)stage;
	for (size_t i = 0; i < config_n(a->config, "valg"); i++) {
		if (!chosen(f, places[i]))
			continue;
		buf_printf(&b, "%s%s", n++ > 0 ? "\n" : "", places[i]);
	}
	if (n == 0)
		*error = N_("Velg et svar først.");
	else if (n < f->n_choice)
		*error = N_("Ett av valgene finnes ikke lenger. Velg på nytt.");
	else if (n > (size_t)config_int(a->config, "flere"))
		*error = N_("Du har valgt for mange. Ta bort noen.");
	else
		return b.p;
	return NULL;
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

/* What the classes rad-0 .. rad-3 hold: letters on a line of a label, and tenths of a rem
 * a line and a row's least height are. */
static const struct { size_t letters, line, row; } sizes[] = {
	{ 24, 25, 50 }, { 31, 20, 40 }, { 38, 16, 32 }, { 68, 12, 26 },
};
#define HEIGHT 350               /* tenths of a rem: what the wall has for the rows */
#define LIST_HEIGHT 290          /* above the note that says how many to pick */

/* The largest size at which all choices have room, beside bars or in a list of twice the
 * width; the last one also when they have not. */
static int row_size(const json_t *config, bool bars)
{
	int last = (int)(sizeof sizes / sizeof *sizes) - 1;

	for (int size = 0; size < last; size++) {
		size_t high = 0;

		for (size_t i = 0; i < config_n(config, "valg"); i++) {
			size_t lines = wall_lines(config_nth(config, "valg", i),
			                          sizes[size].letters * (bars ? 1 : 2));
			size_t row = lines * sizes[size].line + 8;

			high += bars && row < sizes[size].row ? sizes[size].row : row;
		}
		if (high <= (bars ? HEIGHT : LIST_HEIGHT))
			return size;
	}
	return last;
}

static void wall(struct out *o, const struct drawing *d)
{
	if (d->tally != NULL)
		t_flervalg_lerret_resultat(o, d->tally, row_size(d->a->config, true));
	else
		t_flervalg_lerret(o, d->a->config, row_size(d->a->config, false));
}

static void edit(struct out *o, const json_t *config)
{
	t_flervalg_rediger(o, config);
}

static json_t *from_form(const struct form *f)
{
	return config_from_form(fields, f);
}

const struct kind kind_flervalg = {
	.name = "flervalg", .label = N_("Flervalg"), .icon = "flervalg",
	.answers = true, .setup = setup, .question = question, .answer = answer,
	.choice = choice, .phone = phone, .wall = wall, .result = result,
	.edit = edit, .from_form = from_form,
};
