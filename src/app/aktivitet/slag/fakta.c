/* fakta - a question that has an answer: two to six alternatives, and afterwards which one is
 * right, why, and where that stands.  Nobody gets points. */
#include <string.h>

#include "app/aktivitet/aktivitet.h"
#include "app/aktivitet/slag/fakta.h"
#include "app/aktivitet/slag/fakta.html.h"
#include "app/aktivitet/slag/felles.h"
#include "app/aktivitet/slag/par.h"
#include "app/aktivitet/slag/slag.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "web/text.h"

#define CHOICES_MAX 6

static const struct config_field fields[] = {
	{ "spoersmaal", CONFIG_TEXT, .min = 1, .max = 300 },
	{ "valg", CONFIG_TEXTS, .min = 1, .max = 80, .min_n = 2, .max_n = CHOICES_MAX },
	{ "riktig", CONFIG_TEXT, .min = 1, .max = 30 },
	{ "forklaring", CONFIG_LINES, .max = 600 },
	{ "kilde", CONFIG_TEXT, .max = 120 },
	{ "lenke", CONFIG_LINK, .max = 500 },
	{ 0 }
};

/* "1" or "1, 3": the numbers of what is right, counted from 1. */
bool fakta_right(const json_t *config, size_t choice)
{
	for (const char *p = config_text(config, "riktig"); *p != '\0'; p++)
		if ((size_t)(*p - '0') == choice + 1)
			return true;
	return false;
}

/* The numbers in their order with commas, or NULL: none, or one that is no alternative. */
static char *numbers(struct arena *mem, const char *text, size_t choices)
{
	struct buf b = buf_in(mem);
	bool right[CHOICES_MAX] = { false };

	buf_puts(&b, "");
	for (; *text != '\0'; text++) {
		if (*text >= '1' && *text < '1' + (int)choices)
			right[*text - '1'] = true;
		else if (*text != ',' && *text != ' ')
			return NULL;
	}
	for (size_t i = 0; i < choices; i++)
		if (right[i])
			buf_printf(&b, "%s%zu", b.n > 0 ? ", " : "", i + 1);
	return b.n > 0 ? b.p : NULL;
}

static json_t *setup(const json_t *in, const char **where, const char **error)
{
	json_t *out = config_check(fields, in, where, error);
	struct arena *scratch;
	char *right;

	if (out == NULL)
		return NULL;
	scratch = arena_new(1u << 20);
	right = numbers(scratch, config_text(out, "riktig"), config_n(out, "valg"));
	if (right != NULL) {
		json_object_set_new(out, "riktig", json_string(right));
	} else {
		*where = "riktig";
		*error = N_("Skriv nummeret på det riktige svaret. Er flere riktige, skriv 1, 2.");
		json_decref(out);
		out = NULL;
	}
	arena_free(scratch);
	return out;
}

static const char *question(const json_t *config, size_t stage)
{
	(void)stage;
	return config_text(config, "spoersmaal");
}

static bool choice(const struct activity *a, size_t stage, size_t i, const char **value,
                   const char **label)
{
	static const char *const places[CHOICES_MAX] = { "0", "1", "2", "3", "4", "5" };

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
	const char *lines = answer_choices(mem, a, stage, f);

	if (lines == NULL)
		*error = N_("Ett av valgene finnes ikke lenger. Velg på nytt.");
	else if (*lines == '\0')
		*error = N_("Velg et svar først.");
	else if (f->n_choice > 1)
		*error = N_("Du har valgt for mange. Ta bort noen.");
	return *error == NULL ? lines : NULL;
}

static void phone(struct out *o, const struct drawing *d)
{
	t_fakta_telefon(o, d);
}

static void result(struct out *o, const struct drawing *d)
{
	if (d->tally != NULL)
		t_fakta_resultat(o, d);
}

/* What the classes rad-0 .. rad-3 hold: letters on a line of a label, and tenths of a rem
 * a line and a row's least height are. */
static const struct { size_t letters, line, row; } sizes[] = {
	{ 24, 25, 50 }, { 31, 20, 40 }, { 38, 16, 32 }, { 68, 12, 26 },
};
#define HEIGHT 210               /* tenths of a rem: what the wall has for the rows */

static int row_size(const json_t *config)
{
	int last = (int)(sizeof sizes / sizeof *sizes) - 1;

	for (int size = 0; size < last; size++) {
		size_t high = 0;

		for (size_t i = 0; i < config_n(config, "valg"); i++) {
			const char *text = config_nth(config, "valg", i);
			/* The word that says it is right may need a line of its own. */
			size_t lines = wall_lines(text, sizes[size].letters) +
			               fakta_right(config, i);
			size_t row = lines * sizes[size].line + 8;

			high += row < sizes[size].row ? sizes[size].row : row;
		}
		if (high <= HEIGHT)
			return size;
	}
	return last;
}

static void wall(struct out *o, const struct drawing *d)
{
	if (d->tally != NULL)
		t_fakta_lerret_resultat(o, d, row_size(d->a->config));
	else
		t_fakta_lerret(o, d->a->config, row_size(d->a->config));
}

static void edit(struct out *o, const json_t *config)
{
	t_fakta_rediger(o, config);
}

static json_t *from_form(const struct form *f)
{
	return config_from_form(fields, f);
}

const struct kind kind_fakta = {
	.name = "fakta", .label = N_("Fakta"), .icon = "fakta",
	.answers = true, .setup = setup, .question = question, .answer = answer,
	.choice = choice, .phone = phone, .wall = wall, .result = result,
	.edit = edit, .from_form = from_form,
};
