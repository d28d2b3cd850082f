/* ordsky - some words from each, drawn as a cloud. */
#include "app/aktivitet/aktivitet.h"
#include "app/aktivitet/husk.h"
#include "app/aktivitet/slag/felles.h"
#include "app/aktivitet/slag/ordsky.html.h"
#include "app/aktivitet/slag/slag.h"
#include "app/ord/ord.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "rules/ord/ordsky.h"
#include "web/text.h"

#define LETTERS 40               /* of one word or short phrase */
#define WIDTH 1240
#define HEIGHT 640
#define SAID 5                   /* words in the picture's description */

static const struct config_field fields[] = {
	{ "spoersmaal", CONFIG_TEXT, .min = 1, .max = 300 },
	{ "ord", CONFIG_INT, .min = 1, .max = 10, .number = 3 },
	{ 0 }
};

static const char *answer(struct arena *mem, const struct activity *a, size_t stage,
                          const struct answer_form *f, const char **error)
{
	const struct texts_wanted wanted = {
		.most = config_int(a->config, "ord"), .letters = LETTERS,
		.none = N_("Skriv minst ett ord først."),
		.too_long = N_("Ett av ordene er for langt. Det er plass til 40 tegn i hvert "
		               "felt."),
		.too_many = N_("Du har skrevet for mange ord. Ta bort noen."),
	};

	(void)stage;
	return answer_texts(mem, f, &wanted, error);
}

/* The words keep the places they had when the picture of this round was last drawn. */
static struct ordsky layout(struct arena *mem, const struct drawing *d)
{
	struct ordsky_word *word = arena_array(mem, d->tally->n_line, sizeof *word);
	const struct ordsky *before = NULL;
	struct ordsky sky;

	for (size_t i = 0; i < d->tally->n_line; i++) {
		const struct tally_line *l = &d->tally->line[i];

		word[i] = l->word != NULL ? *l->word : (struct ordsky_word){
			.key = l->value, .label = l->label, .count = l->count };
	}
	if (d->memory != NULL && d->round != NULL)
		before = memory_picture(d->memory, d->round->id);
	if (before != NULL)
		ordsky_keep(word, d->tally->n_line, before);
	sky = ordsky_layout(mem, word, d->tally->n_line, WIDTH, HEIGHT);
	sky.not_shown += d->tally->n_more;
	if (d->memory != NULL && d->round != NULL)
		memory_picture_keep(d->memory, d->round->id, &sky);
	return sky;
}

/* What the picture is to those who do not see it. */
static const char *said(struct arena *mem, enum lang lang, const struct ordsky *sky)
{
	struct buf b = buf_in(mem);

	buf_puts(&b, trn(mem, lang, N_("Ordsky med ett ord."), N_("Ordsky med %d ord."),
	                 (int64_t)(sky->n + sky->not_shown)));
	for (size_t i = 0; i < sky->n && i < SAID; i++)
		buf_printf(&b, "%s %s (%lld)", i == 0 ? tr(lang, N_(" De hyppigste er:")) : ",",
		           sky->place[i].label, (long long)sky->place[i].count);
	return b.p;
}

static void phone(struct out *o, const struct drawing *d)
{
	t_ordsky_telefon(o, d, config_int(d->a->config, "ord"));
}

static void result(struct out *o, const struct drawing *d)
{
	if (d->tally != NULL)
		t_ordsky_tabell(o, d->tally, d->most);
}

static void wall(struct out *o, const struct drawing *d)
{
	struct ordsky sky;

	if (d->tally == NULL) {
		t_ordsky_venter(o, config_int(d->a->config, "ord"));
		return;
	}
	sky = layout(o->buf.arena, d);
	t_ordsky(o, &sky, said(o->buf.arena, o->lang, &sky));
}

static void edit(struct out *o, const json_t *config)
{
	t_ordsky_rediger(o, config);
}

const struct kind kind_ordsky = {
	.name = "ordsky", .label = N_("Ordsky"), .icon = "ordsky",
	.answers = true, .texts = true, .fields = fields, .question = config_question,
	.answer = answer, .merge = ord_merge, .read = ord_read, .acts = ord_acts,
	.panel = ord_panel, .phone = phone, .wall = wall, .result = result,
	.edit = edit,
};
