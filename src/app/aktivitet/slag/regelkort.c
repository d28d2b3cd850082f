/* regelkort - one card of the council's rules (app/regler): what the act says, what is left to
 * the municipality, and what this municipality has said about it. */
#include "app/aktivitet/slag/regelkort.h"

#include "app/aktivitet/aktivitet.h"
#include "app/aktivitet/slag/felles.h"
#include "app/aktivitet/slag/regelkort.html.h"
#include "app/aktivitet/slag/slag.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "web/text.h"

#define HEIGHT 29               /* rem, above the line of sections */

static const struct config_field fields[] = {
	{ "kort", CONFIG_TEXT, .min = 1, .max = 40 },
	{ 0 }
};

static bool check(json_t *config, const char **where, const char **error)
{
	if (regelkort_exists(config_text(config, "kort")))
		return true;
	*where = "kort";
	*error = N_("Det finnes ikke noe slikt kort. Velg et fra listen.");
	return false;
}

static enum outcome load(struct store *st, struct arena *mem, struct activity *a)
{
	struct lokal_rules *rules = arena_get(mem, sizeof *rules);

	a->state = rules;
	return lokal_of_samling(st, mem, a->samling, rules);
}

/* NULL: it was taken out of the program since the item was made. */
static const struct regelkort *card_of(const struct out *o, const struct drawing *d)
{
	return regelkort_find(o->buf.arena, o->lang, config_text(d->a->config, "kort"));
}

/* Of the wall, for all that stands on it: the headings of what is local take a line too. */
int regelkort_size(struct arena *mem, const struct regelkort *c, const struct lokal_rules *rules)
{
	struct buf b = buf_in(mem);

	buf_printf(&b, "%s\n%s", c->title, c->brief);
	for (size_t i = 0; i < c->n_point; i++)
		buf_printf(&b, "\n%s", c->point[i]);
	for (size_t i = 0; i < c->n_local; i++)
		buf_printf(&b, "\n%s%s", i == 0 ? "\n" : "", c->local[i]);
	for (size_t i = 0; kort_said(c, rules) != NULL && i < c->n_key; i++)
		if (lokal_text(rules, c->key[i]) != NULL)
			buf_printf(&b, "\n\n%s: %s", c->key[i]->label,
			           lokal_text(rules, c->key[i]));
	return wall_size(b.p, HEIGHT);
}

static void phone(struct out *o, const struct drawing *d)
{
	const struct regelkort *c = card_of(o, d);

	if (c != NULL)
		t_regelkort_telefon(o, d, c);
}

static void result(struct out *o, const struct drawing *d)
{
	const struct regelkort *c = card_of(o, d);

	if (c != NULL)
		t_regelkort_rapport(o, d, c);
}

static void wall(struct out *o, const struct drawing *d)
{
	t_regelkort_lerret(o, d, card_of(o, d));
}

static void panel(struct out *o, const struct drawing *d)
{
	const struct regelkort *c = card_of(o, d);

	if (c != NULL)
		t_regelkort_samtale(o, c);
}

static void edit(struct out *o, const json_t *config)
{
	t_regelkort_rediger(o, config_text(config, "kort"));
}

const struct kind kind_regelkort = {
	.name = "regelkort", .label = N_("Regelkort"), .icon = "regelkort",
	.fields = fields, .check = check, .load = load, .panel = panel,
	.phone = phone, .wall = wall, .result = result, .edit = edit,
};
