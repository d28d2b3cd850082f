#include "app/lov/hjemmel.h"

#include <string.h>

#include "app/lov/lov.h"

size_t hjemmel_same(const enum lov *lov, size_t n)
{
	const struct lov_place *first = &lov_places[lov[0]];
	size_t same = 1;

	while (same < n && lov_places[lov[same]].act == first->act &&
	       strcmp(lov_places[lov[same]].section, first->section) == 0)
		same++;
	return same;
}

const char *hjemmel_text(struct arena *mem, enum lang lang, const enum lov *lov, size_t n)
{
	const char *cite = lov_cite(mem, lov, n, lang == LANG_NN);
	const char *mark = strstr(cite, "§");

	return lov_places[*lov].act == ACT_KOML && mark != NULL ? mark : cite;
}

const char *hjemmel_path(struct arena *mem, enum lov lov)
{
	const struct lov_place *p = &lov_places[lov];

	return lov_path(mem, lov_acts[p->act].slug, p->section);
}
