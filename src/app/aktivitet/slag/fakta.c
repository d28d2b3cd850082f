/* fakta - a question that has an answer: two to six alternatives, and afterwards which one is
 * right, why, and where that stands.  Nobody gets points. */
#include "app/aktivitet/aktivitet.h"
#include "app/aktivitet/slag/fakta.h"
#include "app/aktivitet/slag/fakta.html.h"
#include "app/aktivitet/slag/felles.h"
#include "app/aktivitet/slag/flervalg.html.h"
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

static bool check(json_t *config, const char **where, const char **error)
{
	struct arena *scratch = arena_new(1u << 20);
	char *right = numbers(scratch, config_text(config, "riktig"), config_n(config, "valg"));
	bool is = right != NULL;

	if (is) {
		json_object_set_new(config, "riktig", json_string(right));
	} else {
		*where = "riktig";
		*error = N_("Skriv nummeret på det riktige svaret. Er flere riktige, skriv 1, 2.");
	}
	arena_free(scratch);
	return is;
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
	return answer_up_to(mem, a, stage, f, 1, error);
}

static void phone(struct out *o, const struct drawing *d)
{
	t_flervalg_telefon(o, d, 1);
}

static void result(struct out *o, const struct drawing *d)
{
	if (d->tally != NULL)
		t_fakta_resultat(o, d);
}

#define HEIGHT 210               /* tenths of a rem: what the wall has for the rows */

/* The word that says it is right may need a line of its own. */
static int row_size(struct arena *mem, const json_t *config)
{
	static const struct row_class class[ROW_CLASSES] = {
		{ 24, 25, 50 }, { 31, 20, 40 }, { 38, 16, 32 }, { 68, 12, 26 },
	};
	const char **label = config_list(mem, config, "valg");
	size_t n = config_n(config, "valg");

	for (size_t i = 0; i < n; i++)
		if (fakta_right(config, i))
			label[i] = arena_printf(mem, "%s\n", label[i]);
	return wall_rows(class, label, n, HEIGHT);
}

static void wall(struct out *o, const struct drawing *d)
{
	int size = row_size(o->buf.arena, d->a->config);

	if (d->tally != NULL)
		t_fakta_lerret_resultat(o, d, size);
	else
		t_flervalg_lerret(o, d->a->config, size);
}

static void edit(struct out *o, const json_t *config)
{
	t_fakta_rediger(o, config);
}

const struct kind kind_fakta = {
	.name = "fakta", .label = N_("Fakta"), .icon = "fakta",
	.answers = true, .fields = fields, .check = check,
	.question = config_question, .answer = answer,
	.choice = choice, .phone = phone, .wall = wall, .result = result,
	.edit = edit,
};
