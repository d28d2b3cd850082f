/* rangering - two to eight options, put in order by each and counted by Borda.
 *
 * Option 3 in place 1 is stored as "3=1".  Options may be left out. */
#include <string.h>

#include "app/aktivitet/aktivitet.h"
#include "app/aktivitet/slag/felles.h"
#include "app/aktivitet/slag/par.h"
#include "app/aktivitet/slag/rangering.html.h"
#include "app/aktivitet/slag/slag.h"
#include "lib/arena.h"
#include "rules/rangering.h"
#include "web/text.h"

#define OPTIONS_MAX 8

static const struct config_field fields[] = {
	{ "spoersmaal", CONFIG_TEXT, .min = 1, .max = 300 },
	{ "valg", CONFIG_TEXTS, .min = 1, .max = 120, .min_n = 2, .max_n = OPTIONS_MAX },
	{ 0 }
};

static json_t *setup(const json_t *in, const char **where, const char **error)
{
	return config_check(fields, in, where, error);
}

static void words(json_t *config, enum lang lang)
{
	size_t n = config_n(config, "valg");
	struct arena *scratch = arena_new(1u << 20);

	for (size_t i = 0; i < n * n; i++)
		config_label_add(config, trf(scratch, lang, N_("%s: plass %d"),
		                             config_nth(config, "valg", i / n), (int)(i % n) + 1));
	arena_free(scratch);
}

static const char *question(const json_t *config, size_t stage)
{
	(void)stage;
	return config_text(config, "spoersmaal");
}

static bool choice(const struct activity *a, size_t stage, size_t i, const char **value,
                   const char **label)
{
	size_t n = config_n(a->config, "valg");

	(void)stage;
	if (i >= n * n)
		return false;
	*value = pair_value(i / n + 1, i % n + 1);
	*label = config_label(a->config, i, config_nth(a->config, "valg", i / n));
	return true;
}

/* Two options in the same place, or one in two? */
static bool crossed(const struct answer_form *f)
{
	size_t a[2], b[2];

	for (size_t i = 0; i < f->n_choice; i++)
		for (size_t k = 0; k < i; k++)
			if (pair_read(f->choice[i], &a[0], &a[1]) &&
			    pair_read(f->choice[k], &b[0], &b[1]) &&
			    (a[0] == b[0] || a[1] == b[1]))
				return true;
	return false;
}

static const char *answer(struct arena *mem, const struct activity *a, size_t stage,
                          const struct answer_form *f, const char **error)
{
	const char *lines = answer_choices(mem, a, stage, f);

	if (lines == NULL)
		*error = N_("Ett av valgene finnes ikke lenger. Velg på nytt.");
	else if (*lines == '\0')
		*error = N_("Gi minst ett av valgene en plass først.");
	else if (crossed(f))
		*error = N_("To av valgene har fått samme plass. Gi dem hver sin.");
	return *error == NULL ? lines : NULL;
}

/* Most points first; n lines. */
static struct rangering *count_up(struct arena *mem, const struct drawing *d)
{
	size_t n = config_n(d->a->config, "valg"), option, place;
	size_t *count = arena_array(mem, n * n, sizeof *count);
	struct rangering *line = arena_array(mem, n, sizeof *line);

	for (size_t i = 0; i < d->tally->n_line; i++) {
		const struct tally_line *l = &d->tally->line[i];

		if (pair_read(l->value, &option, &place) && option <= n && place <= n)
			count[(option - 1) * n + place - 1] = (size_t)l->count;
	}
	rangering(count, n, line);
	return line;
}

/* Sixty-four counts side by side would say nothing. */
static bool compare(const struct activity *a, const struct tally *t, struct comparison *c)
{
	(void)a, (void)t, (void)c;
	return false;
}

static void phone(struct out *o, const struct drawing *d)
{
	t_rangering_telefon(o, d, config_n(d->a->config, "valg"));
}

static void result(struct out *o, const struct drawing *d)
{
	if (d->tally != NULL)
		t_rangering_tabell(o, d->a->config, count_up(o->buf.arena, d), 0);
}

/* What the classes rad-0 .. rad-3 hold: letters on a line of an option, and tenths of a rem
 * a line and a row's least height are. */
static const struct { size_t letters, line, row; } sizes[] = {
	{ 22, 25, 52 }, { 28, 20, 42 }, { 35, 16, 36 }, { 48, 12, 30 },
};
#define HEIGHT 300               /* tenths of a rem: what the wall has for the rows */

/* Beside bars, or in a list of twice the width. */
static int row_size(const json_t *config, bool bars)
{
	int last = (int)(sizeof sizes / sizeof *sizes) - 1;

	for (int size = 0; size < last; size++) {
		size_t letters = sizes[size].letters * (bars ? 1 : 2), high = 0;

		for (size_t i = 0; i < config_n(config, "valg"); i++) {
			size_t lines = wall_lines(config_nth(config, "valg", i), letters);
			size_t row = lines * sizes[size].line + 8;

			high += bars && row < sizes[size].row ? sizes[size].row : row;
		}
		if (high <= HEIGHT)
			return size;
	}
	return last;
}

static void wall(struct out *o, const struct drawing *d)
{
	const json_t *config = d->a->config;

	if (d->tally == NULL)
		t_rangering_lerret(o, config, row_size(config, false));
	else
		t_rangering_lerret_resultat(o, config, count_up(o->buf.arena, d),
		                            row_size(config, true));
}

static void edit(struct out *o, const json_t *config)
{
	t_rangering_rediger(o, config);
}

static json_t *from_form(const struct form *f)
{
	return config_from_form(fields, f);
}

const struct kind kind_rangering = {
	.name = "rangering", .label = N_("Rangering"), .icon = "rangering",
	.answers = true, .setup = setup, .words = words, .question = question,
	.answer = answer, .choice = choice, .compare = compare,
	.phone = phone, .wall = wall, .result = result,
	.edit = edit, .from_form = from_form,
};
