/* innledning - somebody talks, or the tables do: a text, a picture and a link. */
#include "app/aktivitet/aktivitet.h"
#include "app/aktivitet/slag/felles.h"
#include "app/aktivitet/slag/innledning.html.h"
#include "app/aktivitet/slag/slag.h"
#include "web/text.h"

static const struct config_field fields[] = {
	{ "tekst", CONFIG_LINES, .max = 2000 },
	{ "lenke", CONFIG_LINK, .max = 500 },
	{ "lenketekst", CONFIG_TEXT, .max = 120 },
	{ "bilde", CONFIG_PICTURE },
	{ 0 }
};

static void draw(struct out *o, const struct drawing *d)
{
	t_innledning(o, d);
}

static void wall(struct out *o, const struct drawing *d)
{
	t_innledning_lerret(o, d);
}

static void edit(struct out *o, const json_t *config)
{
	t_innledning_rediger(o, config);
}

const struct kind kind_innledning = {
	.name = "innledning", .label = N_("Innledning"), .icon = "innledning",
	.picture = true,
	.fields = fields, .phone = draw, .wall = wall, .result = draw,
	.edit = edit,
};
