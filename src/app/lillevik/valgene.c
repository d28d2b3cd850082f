#include "app/lillevik/valgene.h"

#include <string.h>

#include "app/lillevik/leder.h"
#include "lib/arena.h"

/* Hands for the first, the second ...; no lot, and a gender to be put right. */
static const int hands[] = { 7, 9, 4 };

void elections_live(struct leader *l, struct arena *mem, const char *kind)
{
	const char *act;

	if (strcmp(kind, "forholdsvalg") != 0 && strcmp(kind, "flertallsvalg") != 0)
		return;
	if (leader_act(l, mem, "valg_en ") != NULL)
		for (int i = 0; i < (int)(sizeof hands / sizeof hands[0]); i++)
			for (int n = 0; n < hands[i]; n++)
				leader_press(l, mem, arena_printf(mem, "valg_en %d +1", i), "");
	act = leader_act(l, mem, "valg_lodd ");
	if (act == NULL)
		act = leader_act(l, mem, "valg_les ");
	if (act != NULL)
		leader_press(l, mem, act, "");
}
