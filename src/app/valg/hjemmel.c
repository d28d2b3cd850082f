#include "app/valg/hjemmel.h"

#include <string.h>

#include "app/lov/lov.h"

size_t hjemmel_same(enum rule rule, size_t first)
{
	const struct rule_info *r = &rule_infos[rule];
	const struct lov_place *a = &lov_places[r->lov[first]];
	size_t n = 1;

	for (; first + n < r->n_lov; n++) {
		const struct lov_place *b = &lov_places[r->lov[first + n]];

		if (a->act != b->act || strcmp(a->section, b->section) != 0)
			break;
	}
	return n;
}

const char *hjemmel_text(struct arena *mem, enum lang lang, enum rule rule, size_t first, size_t n)
{
	const enum lov *lov = &rule_infos[rule].lov[first];
	const char *cite = lov_cite(mem, lov, n, lang == LANG_NN);
	const char *mark = strstr(cite, "§");

	return lov_places[*lov].act == ACT_KOML && mark != NULL ? mark : cite;
}

const char *hjemmel_path(struct arena *mem, enum rule rule, size_t first)
{
	const struct lov_place *p = &lov_places[rule_infos[rule].lov[first]];

	return lov_path(mem, lov_acts[p->act].slug, p->section);
}
