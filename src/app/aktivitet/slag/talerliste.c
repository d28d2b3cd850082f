/* talerliste - people ask for the floor, and the chair gives it: speeches, and what interrupts
 * them.  What is common with presentasjonsrunde is app/taler. */
#include "app/aktivitet/slag/felles.h"
#include "app/aktivitet/slag/slag.h"
#include "app/aktivitet/slag/talerliste.html.h"
#include "app/taler/taler.h"
#include "web/text.h"

#define SECONDS 120
#define REPLY_SECONDS 60
#define REPLIES 3

static const struct config_field fields[] = {
	{ "tekst", CONFIG_LINES, .max = 2000 },
	{ "sekunder", CONFIG_INT, .min = 10, .max = 1800, .number = SECONDS },
	{ "replikk", CONFIG_INT, .min = 10, .max = 600, .number = REPLY_SECONDS },
	{ "replikker", CONFIG_INT, .min = 0, .max = 20, .number = REPLIES },
	{ "telefon", CONFIG_FLAG, .number = true },     /* one may ask from the phone     */
	{ "orden", CONFIG_FLAG },       /* and also for facts and matters of order        */
	{ "navn", CONFIG_FLAG, .number = true },        /* the hall sees who persons are  */
	{ "lyd", CONFIG_FLAG },
	{ 0 }
};

static void edit(struct out *o, const json_t *config)
{
	t_talerliste_rediger(o, config);
}

const struct kind kind_talerliste = {
	.name = "talerliste", .label = N_("Talerliste"), .icon = "talerstol",
	.fields = fields, .edit = edit, ROSTRUM_ROW,
};
