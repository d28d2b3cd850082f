#include "rules/habilitet/sett.h"

#include <string.h>

const struct habil_set habil_sets[] = {
	{ "fvl1967+koml2018", "LOV-2018-06-22-83", "2019-10-03", "2026-07-28", true },
	{ "fvl2025", "LOV-2025-06-20-81", NULL, "2026-07-28", false },
};
const size_t n_habil_sets = sizeof habil_sets / sizeof *habil_sets;

const struct habil_set *habil_set_of(const char *iso_date)
{
	for (size_t i = n_habil_sets; i > 0; i--) {
		const struct habil_set *s = &habil_sets[i - 1];

		if (s->from != NULL && (iso_date == NULL || strcmp(iso_date, s->from) >= 0))
			return s;
	}
	return NULL;
}
