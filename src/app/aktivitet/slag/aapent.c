/* aapent - an open question: what people write, as a list. */
#include <string.h>

#include "app/aktivitet/aktivitet.h"
#include "app/aktivitet/husk.h"
#include "app/aktivitet/slag/aapent.html.h"
#include "app/aktivitet/slag/felles.h"
#include "app/aktivitet/slag/slag.h"
#include "lib/arena.h"
#include "rules/ord/ordsky.h"
#include "web/text.h"

static const struct config_field fields[] = {
	{ "spoersmaal", CONFIG_TEXT, .min = 1, .max = 300 },
	{ "tegn", CONFIG_INT, .min = 10, .max = 1000, .number = 300 },
	{ "svar", CONFIG_INT, .min = 1, .max = 3, .number = 1 },
	{ 0 }
};

static const char *answer(struct arena *mem, const struct activity *a, size_t stage,
                          const struct answer_form *f, const char **error)
{
	const struct texts_wanted wanted = {
		.most = config_int(a->config, "svar"), .letters = config_int(a->config, "tegn"),
		.none = N_("Skriv et svar først."),
		.too_long = N_("Teksten er lengre enn det er plass til. Kort den ned."),
		.too_many = N_("Du har skrevet for mange svar. Ta bort noen."),
	};

	(void)stage;
	return answer_texts(mem, f, &wanted, error);
}

static bool stood_before(const struct ordsky *before, const char *key)
{
	for (size_t i = 0; i < before->n; i++)
		if (strcmp(before->place[i].key, key) == 0)
			return true;
	return false;
}

static void put(struct ordsky *to, const struct tally_line *l)
{
	to->place[to->n++] = (struct ordsky_place){ .key = l->value, .label = l->label,
	                                            .count = l->count };
}

/* The texts in the order in which the wall first showed them, the new ones last, so that
 * none moves while it is read. */
static struct ordsky in_order(struct arena *mem, const struct tally *t,
                              const struct ordsky *before)
{
	struct ordsky out = { .place = arena_array(mem, t->n_line, sizeof *out.place) };

	for (size_t b = 0; b < before->n; b++)
		for (size_t i = 0; i < t->n_line; i++)
			if (strcmp(t->line[i].value, before->place[b].key) == 0)
				put(&out, &t->line[i]);
	for (size_t i = 0; i < t->n_line; i++)
		if (!stood_before(before, t->line[i].value))
			put(&out, &t->line[i]);
	return out;
}

/* A way to set cards on the wall (classes kort-0 ..): so many columns, so many letters on
 * a line of one, and tenths of a rem a line and the frame of a card are high. */
static const struct setting {
	size_t columns, letters, line, frame;
} settings[] = {
	{ 1, 31, 46, 20 }, { 1, 37, 39, 20 }, { 1, 46, 32, 20 }, { 2, 25, 28, 20 },
	{ 2, 30, 23, 20 }, { 3, 22, 20, 20 }, { 3, 28, 16, 20 },
};
#define HEIGHT 340               /* tenths of a rem: what the wall has for the cards */
#define N_SETTING (sizeof settings / sizeof *settings)

/* How many of the texts, from the first on, stand in the columns at this setting: each
 * column is filled before the next, so that a new card moves no other. */
static size_t cards_that_fit(const struct ordsky *list, const struct setting *s)
{
	size_t column = 0, used = 0, n = 0;

	for (; n < list->n; n++) {
		size_t high = wall_lines(list->place[n].label, s->letters) * s->line + s->frame;

		if (used > 0 && used + high > HEIGHT) {
			used = 0;
			column++;
		}
		if (column == s->columns)
			break;
		used += high;
	}
	return n;
}

static size_t choose_setting(const struct ordsky *list, size_t *fit)
{
	size_t i = 0;

	while ((*fit = cards_that_fit(list, &settings[i])) < list->n && i < N_SETTING - 1)
		i++;
	return i;
}

static void draw_cards(struct out *o, const struct drawing *d)
{
	static const struct ordsky nothing;
	bool remembers = d->memory != NULL && d->round != NULL;
	const struct ordsky *before = remembers ? memory_picture(d->memory, d->round->id) : NULL;
	struct ordsky list = in_order(o->buf.arena, d->tally, before != NULL ? before : &nothing);
	size_t fit, setting = choose_setting(&list, &fit), n = list.n;

	list.n = fit;
	list.not_shown = n - fit + d->tally->n_more;
	if (remembers)
		memory_picture_keep(d->memory, d->round->id, &list);
	t_aapent_kort(o, &list, (int)setting);
}

static void phone(struct out *o, const struct drawing *d)
{
	t_aapent_telefon(o, d, config_int(d->a->config, "svar"), config_int(d->a->config, "tegn"));
}

static void result(struct out *o, const struct drawing *d)
{
	if (d->tally != NULL)
		t_aapent_liste(o, d->tally, d->most);
}

static void wall(struct out *o, const struct drawing *d)
{
	if (d->tally != NULL)
		draw_cards(o, d);
	else
		t_aapent_venter(o);
}

static void edit(struct out *o, const json_t *config)
{
	t_aapent_rediger(o, config);
}

const struct kind kind_aapent = {
	.name = "aapent", .label = N_("Åpent spørsmål"), .icon = "aapent",
	.answers = true, .texts = true, .fields = fields, .question = config_question,
	.answer = answer, .phone = phone, .wall = wall, .result = result,
	.edit = edit,
};
