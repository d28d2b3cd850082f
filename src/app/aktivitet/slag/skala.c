/* skala - one to eight statements, each answered with a number from 1 to 6.
 *
 * Statement 2 with the value 5 is stored as "2=5".  A statement may be left out; the mean is
 * of those who answered it. */
#include "app/aktivitet/slag/skala.h"

#include <string.h>

#include "app/aktivitet/aktivitet.h"
#include "app/aktivitet/slag/felles.h"
#include "app/aktivitet/slag/par.h"
#include "app/aktivitet/slag/skala.html.h"
#include "app/aktivitet/slag/slag.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "rules/sammenlign.h"
#include "rules/telling.h"
#include "web/text.h"

static const struct config_field fields[] = {
	{ "spoersmaal", CONFIG_TEXT, .min = 1, .max = 300 },
	{ "utsagn", CONFIG_TEXTS, .min = 1, .max = 120, .max_n = ANSWER_GROUPS },
	{ "ordsett", CONFIG_TEXT, .max = 20 },
	{ "lav", CONFIG_TEXT, .max = 40 },
	{ "hoey", CONFIG_TEXT, .max = 40 },
	{ 0 }
};

const struct skala_words skala_words[] = {
	{ "enig", N_("helt uenig"), N_("helt enig") },
	{ "trygg", N_("svært utrygg"), N_("svært trygg") },
	{ "viktig", N_("ikke viktig"), N_("svært viktig") },
	{ "nyttig", N_("ikke nyttig"), N_("svært nyttig") },
	{ "bra", N_("svært dårlig"), N_("svært bra") },
	{ "ofte", N_("aldri"), N_("alltid") },
	{ 0 }
};

/* "" is the first one. */
static const struct skala_words *words_of(const char *name)
{
	for (const struct skala_words *w = skala_words; w->name != NULL; w++)
		if (*name == '\0' || strcmp(w->name, name) == 0)
			return w;
	return NULL;
}

static bool check(json_t *config, const char **where, const char **error)
{
	if (words_of(config_text(config, "ordsett")) != NULL)
		return true;
	*where = "ordsett";
	*error = N_("Dette ordsettet finnes ikke.");
	return false;
}

/* Without statements the question is the one. */
static size_t statements(const json_t *config)
{
	size_t n = config_n(config, "utsagn");

	return n > 0 ? n : 1;
}

static const char *statement(const json_t *config, size_t i)
{
	const char *text = config_nth(config, "utsagn", i);

	return text != NULL ? text : config_text(config, "spoersmaal");
}

static void words(json_t *config, enum lang lang)
{
	const struct skala_words *w = words_of(config_text(config, "ordsett"));
	struct arena *scratch = arena_new(1u << 20);

	config_word(config, lang, "lav", w->low);
	config_word(config, lang, "hoey", w->high);
	for (size_t i = 0; i < statements(config) * SKALA_TOP; i++)
		config_label_add(config, arena_printf(scratch, "%s: %zu",
			statement(config, i / SKALA_TOP), i % SKALA_TOP + 1));
	arena_free(scratch);
}

static bool choice(const struct activity *a, size_t stage, size_t i, const char **value,
                   const char **label)
{
	(void)stage;
	if (i >= statements(a->config) * SKALA_TOP)
		return false;
	*value = pair_value(i / SKALA_TOP + 1, i % SKALA_TOP + 1);
	*label = config_label(a->config, i, statement(a->config, i / SKALA_TOP));
	return true;
}

static const char *answer(struct arena *mem, const struct activity *a, size_t stage,
                          const struct answer_form *f, const char **error)
{
	const char *lines = answer_chosen(mem, a, stage, f, N_("Velg et tall først."), error);

	for (size_t i = 1; i <= statements(a->config) && *error == NULL; i++)
		if (answer_pairs(f, i) > 1)
			*error = N_("Velg bare ett tall for hvert utsagn.");
	return *error == NULL ? lines : NULL;
}

struct skala skala_of(const struct tally *t, size_t statement)
{
	struct skala s = { 0 };
	size_t first, second;

	for (size_t i = 0; i < t->n_choice; i++)
		if (pair_read(t->line[i].value, &first, &second) && first == statement &&
		    second <= SKALA_TOP)
			s.count[second - 1] = (size_t)t->line[i].count;
	skala_sum(&s);
	return s;
}

/* The same of one of two groups; 0 councillors, 1 the others. */
static struct skala group_of(const struct tally *t, const struct comparison *c,
                             size_t statement, size_t group)
{
	struct skala s = { 0 };
	size_t first, second;

	for (size_t i = 0; i < t->n_choice; i++)
		if (pair_read(t->line[i].value, &first, &second) && first == statement &&
		    second <= SKALA_TOP)
			s.count[second - 1] = (size_t)c->choice[i].count[group];
	skala_sum(&s);
	return s;
}

/* Both means of a statement or neither: with the mean of all, one gives the other away. */
static bool both_may(const struct tally *t, const struct comparison *c, size_t statement)
{
	return group_of(t, c, statement, 0).n >= TELLING_LEAST &&
	       group_of(t, c, statement, 1).n >= TELLING_LEAST;
}

static bool compare(const struct activity *a, const struct tally *t, struct comparison *c)
{
	bool any = false;

	for (size_t i = 1; i <= statements(a->config); i++)
		any |= both_may(t, c, i);
	return any;
}

char *skala_mean(struct arena *mem, const struct skala *s)
{
	return s->n == 0 ? arena_strdup(mem, "–") :
	       arena_printf(mem, "%d,%d", s->tenths / 10, s->tenths % 10);
}

char *skala_said(struct arena *mem, enum lang lang, const struct skala *s)
{
	struct buf b = buf_in(mem);

	for (size_t v = 0; v < SKALA_TOP; v++)
		buf_printf(&b, "%s%s", v > 0 ? ", " : "",
		           trf(mem, lang, N_("%d: %d svar"), (int)v + 1, (int)s->count[v]));
	return b.p;
}

#define HEIGHT 300               /* tenths of a rem: what the wall has for the rows */

static int row_size(const json_t *config)
{
	static const struct row_class class[ROW_CLASSES] = {
		{ 25, 25, 76 }, { 32, 20, 57 }, { 39, 16, 47 }, { 52, 12, 36 },
	};
	const char *label[ANSWER_GROUPS];

	for (size_t i = 0; i < statements(config); i++)
		label[i] = statement(config, i);
	return wall_rows(class, label, statements(config), HEIGHT);
}

static struct skala_result result_of(struct arena *mem, const struct drawing *d)
{
	const json_t *config = d->a->config;
	struct skala_result r = { .n = statements(config), .low = config_text(config, "lav"),
	                          .high = config_text(config, "hoey"),
	                          .others = d->compared != NULL ? d->compared->others : NULL };

	r.line = arena_array(mem, r.n, sizeof *r.line);
	for (size_t i = 0; i < r.n; i++) {
		r.line[i] = (struct skala_line){ .statement = statement(config, i),
		                                 .now = skala_of(d->tally, i + 1) };
		if (d->before != NULL)
			r.line[i].before = skala_of(d->before, i + 1);
		if (r.line[i].before.n < TELLING_LEAST)
			r.line[i].before.n = 0;
		for (size_t g = 0; r.others != NULL && both_may(d->tally, d->compared, i + 1) &&
		     g < 2; g++)
			r.line[i].group[g] = group_of(d->tally, d->compared, i + 1, g);
	}
	return r;
}

static void phone(struct out *o, const struct drawing *d)
{
	t_skala_telefon(o, d, statements(d->a->config));
}

static void result(struct out *o, const struct drawing *d)
{
	struct skala_result r;

	if (d->tally == NULL)
		return;
	r = result_of(o->buf.arena, d);
	t_skala_tabell(o, &r);
}

static void wall(struct out *o, const struct drawing *d)
{
	struct skala_result r;

	if (d->tally == NULL) {
		t_skala_lerret(o, d->a->config, row_size(d->a->config));
		return;
	}
	r = result_of(o->buf.arena, d);
	r.size = row_size(d->a->config);
	t_skala_lerret_resultat(o, &r);
}

static void edit(struct out *o, const json_t *config)
{
	t_skala_rediger(o, config);
}

const struct kind kind_skala = {
	.name = "skala", .label = N_("Skala"), .icon = "skala",
	.answers = true, .fields = fields, .check = check, .words = words,
	.question = config_question,
	.answer = answer, .choice = choice, .compare = compare,
	.phone = phone, .wall = wall, .result = result,
	.edit = edit,
};
