#include "app/lillevik/talere.h"

#include <string.h>

#include "app/lillevik/hall.h"
#include "app/lillevik/leder.h"

#define SPEAKERS 4
#define ROLES 5                 /* one in so many phones is the administration's */

void speakers_live(struct hall *h, struct leader *l, struct arena *mem, const char *kind,
                   bool first)
{
	bool asked = false;

	if (strcmp(kind, "talerliste") != 0)
		return;
	for (size_t i = 0; first && i < SPEAKERS; i++)
		asked |= hall_press(h, i * ROLES, (struct hall_press){
			.act = "be_om_ordet innlegg", .option = 3 * i + 1 });
	if (first && !asked)            /* where the leader alone gives the floor */
		leader_press(l, mem, "taler_legg_til innlegg", "Gruppe 1-4");
	if (!first)
		hall_press(h, SPEAKERS * ROLES, (struct hall_press){
			.act = "be_om_ordet replikk", .option = 2 });
}
