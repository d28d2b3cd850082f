/* rangering - two to eight options, put in order by each and counted by Borda.
 *
 * Option 3 in place 1 is stored as "3=1".  Options may be left out. */
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

static void words(json_t *config, enum lang lang)
{
	size_t n = config_n(config, "valg");
	struct arena *scratch = arena_new(1u << 20);

	for (size_t i = 0; i < n * n; i++)
		config_label_add(config, trf(scratch, lang, N_("%s: plass %d"),
		                             config_nth(config, "valg", i / n), (int)(i % n) + 1));
	arena_free(scratch);
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
	const char *lines = answer_chosen(mem, a, stage, f,
	                                  N_("Gi minst ett av valgene en plass først."), error);

	if (lines != NULL && crossed(f))
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

static const struct row_class row_class[ROW_CLASSES] = {
	{ 22, 25, 52 }, { 28, 20, 42 }, { 35, 16, 36 }, { 48, 12, 30 },
};
#define HEIGHT 300               /* tenths of a rem: what the wall has for the rows */

static void wall(struct out *o, const struct drawing *d)
{
	const json_t *config = d->a->config;
	const char **label = config_list(o->buf.arena, config, "valg");
	size_t n = config_n(config, "valg");

	if (d->tally == NULL)
		t_rangering_lerret(o, config, wall_list(row_class, label, n, HEIGHT));
	else
		t_rangering_lerret_resultat(o, config, count_up(o->buf.arena, d),
		                            wall_rows(row_class, label, n, HEIGHT));
}

static void edit(struct out *o, const json_t *config)
{
	t_rangering_rediger(o, config);
}

const struct kind kind_rangering = {
	.name = "rangering", .label = N_("Rangering"), .icon = "rangering",
	.answers = true, .fields = fields, .words = words, .question = config_question,
	.answer = answer, .choice = choice, .compare = compare,
	.phone = phone, .wall = wall, .result = result,
	.edit = edit,
};
