/* refleksjon - a minute to think alone, with a note that stays on the phone.
 *
 * The note's field has no name and stands in no form, so nothing can send it; direkte.js keeps
 * it in the phone's own storage. */
#include "app/aktivitet/aktivitet.h"
#include "app/aktivitet/slag/felles.h"
#include "app/aktivitet/slag/refleksjon.html.h"
#include "app/aktivitet/slag/slag.h"
#include "web/text.h"

static const struct config_field fields[] = {
	{ "tekst", CONFIG_LINES, .min = 1, .max = 1000 },
	{ 0 }
};

static void phone(struct out *o, const struct drawing *d)
{
	t_refleksjon_telefon(o, d);
}

static void wall(struct out *o, const struct drawing *d)
{
	t_refleksjon_lerret(o, config_text(d->a->config, "tekst"));
}

static void result(struct out *o, const struct drawing *d)
{
	t_refleksjon(o, config_text(d->a->config, "tekst"));
}

static void edit(struct out *o, const json_t *config)
{
	t_refleksjon_rediger(o, config);
}

const struct kind kind_refleksjon = {
	.name = "refleksjon", .label = N_("Refleksjon"), .icon = "refleksjon",
	.fields = fields, .phone = phone, .wall = wall, .result = result,
	.edit = edit,
};
