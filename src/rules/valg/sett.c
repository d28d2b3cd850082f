#include "rules/valg/sett.h"

#include <string.h>

/* The first day is that of lov/: the wording of an earlier one has not been read. */
const struct valg_set valg_sets[] = {
	{ .key = "2019", .from = "2019-10-03", .forholdsvalg = WAY_WRITTEN,
	  .flertallsvalg = WAY_UNSAID, .ungdomsraad = WAY_UNSAID, .settemedlem = NULL,
	  .suspension = "§ 7-11", .deputy_nyvalg = false, .direct_act = "valgloven 2002" },
	{ .key = "2023", .from = "2023-07-01", .forholdsvalg = WAY_CHOSEN,
	  .flertallsvalg = WAY_SIGNS, .ungdomsraad = WAY_ON_DEMAND, .settemedlem = "§ 7-11",
	  .suspension = "§ 7-12", .deputy_nyvalg = true, .direct_act = "valgloven 2002" },
	{ .key = "2024", .from = "2024-05-01", .forholdsvalg = WAY_CHOSEN,
	  .flertallsvalg = WAY_SIGNS, .ungdomsraad = WAY_ON_DEMAND, .settemedlem = "§ 7-11",
	  .suspension = "§ 7-12", .deputy_nyvalg = true, .direct_act = "valgloven 2023" },
};
const size_t n_valg_sets = sizeof valg_sets / sizeof *valg_sets;

const struct valg_set *valg_set_of(const char *iso_date)
{
	for (size_t i = n_valg_sets; i > 0; i--)
		if (strcmp(iso_date, valg_sets[i - 1].from) >= 0)
			return &valg_sets[i - 1];
	return NULL;
}

enum voting_way valg_way(const struct valg_set *set, enum organ organ)
{
	if (organ == ORGAN_UNGDOMSRAAD_LEDER)
		return set->ungdomsraad;
	return organ_traits(organ)->leader ? set->flertallsvalg : set->forholdsvalg;
}
