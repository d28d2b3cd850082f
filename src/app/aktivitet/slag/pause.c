/* pause - a break, and the time people must be back. */
#include "app/aktivitet/aktivitet.h"
#include "app/aktivitet/slag/felles.h"
#include "app/aktivitet/slag/pause.html.h"
#include "app/aktivitet/slag/slag.h"
#include "web/text.h"

static const struct config_field fields[] = {
	{ "tekst", CONFIG_LINES, .max = 2000 },
	{ 0 }
};

static void draw(struct out *o, const struct drawing *d)
{
	t_pause(o, d);
}

static void wall(struct out *o, const struct drawing *d)
{
	t_pause_lerret(o, d);
}

static void edit(struct out *o, const json_t *config)
{
	t_pause_rediger(o, config);
}

const struct kind kind_pause = {
	.name = "pause", .label = N_("Pause"), .icon = "pause",
	.fields = fields, .phone = draw, .wall = wall, .result = draw,
	.edit = edit,
};
