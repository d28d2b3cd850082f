/* presentasjonsrunde - the roster comes to the rostrum, one after another, a minute each.
 * What is common with talerliste is app/taler. */
#include "app/aktivitet/slag/felles.h"
#include "app/aktivitet/slag/presentasjonsrunde.html.h"
#include "app/aktivitet/slag/slag.h"
#include "app/taler/taler.h"
#include "web/text.h"

#define SECONDS 60

static const struct config_field fields[] = {
	{ "tekst", CONFIG_LINES, .max = 2000 },
	{ "tekst_adm", CONFIG_LINES, .max = 2000 },
	{ "sekunder", CONFIG_INT, .min = 10, .max = 1800, .number = SECONDS },
	{ "partivis", CONFIG_FLAG },
	{ "lyd", CONFIG_FLAG },
	{ 0 }
};

static void edit(struct out *o, const json_t *config)
{
	t_presentasjonsrunde_rediger(o, config);
}

const struct kind kind_presentasjonsrunde = {
	.name = "presentasjonsrunde", .label = N_("Presentasjonsrunde"), .icon = "talerstol",
	.fields = fields, .edit = edit, ROSTRUM_ROW,
};
