#include "app/valg/hjemmel.h"

#include "app/lov/lov.h"

const char *hjemmel_text(enum lang lang, enum lov lov)
{
	return lang == LANG_NN ? lov_places[lov].nn : lov_places[lov].nb;
}

const char *hjemmel_path(struct arena *mem, enum lov lov)
{
	return lov_path(mem, lov_acts[lov_places[lov].act].slug, lov_places[lov].section);
}
