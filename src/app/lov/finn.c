#include "app/lov/finn.h"

#include <string.h>

#include "app/lov/lov.h"
#include "lib/arena.h"
#include "lib/utf8.h"
#include "web/text.h"

static const struct chapter {
	enum lov_act act;
	int number;
	const char *about;              /* msgid */
} chapters[] = {
	{ ACT_KOML, 5, N_("Organer og delegering") },
	{ ACT_KOML, 6, N_("Ordføreren") },
	{ ACT_KOML, 7, N_("Valg og hvem som sitter") },
	{ ACT_KOML, 8, N_("Plikter og rettigheter") },
	{ ACT_KOML, 10, N_("Parlamentarisk styreform") },
	{ ACT_KOML, 11, N_("Møter, vedtak og innsyn") },
	{ ACT_KOML, 12, N_("Innbyggerne") },
	{ ACT_KOML, 13, N_("Administrasjonen") },
	{ ACT_KOML, 14, N_("Økonomi") },
	{ ACT_KOML, 22, N_("Kommunestyrets kontroll") },
	{ ACT_KOML, 23, N_("Kontrollutvalget") },
	{ ACT_KOML, 24, N_("Revisjon") },
	{ ACT_KOML, 25, N_("Internkontroll") },
	{ ACT_KOML, 26, N_("Eierskap") },
	{ ACT_KOML, 27, N_("Lovlighetskontroll") },
	{ ACT_KOML, 28, N_("Økonomi i ubalanse") },
	{ ACT_PBL, 3, N_("Hvem som planlegger") },
	{ ACT_PBL, 5, N_("Medvirkning") },
	{ ACT_PBL, 10, N_("Planstrategi") },
	{ ACT_PBL, 11, N_("Kommuneplan") },
	{ ACT_PBL, 12, N_("Reguleringsplan") },
};

/* 11 of "11-3"; 0 of "6". */
static int number_of(enum lov lov)
{
	const char *p = lov_places[lov].section;
	int n = 0;

	for (; *p >= '0' && *p <= '9'; p++)
		n = n * 10 + (*p - '0');
	return *p == '-' ? n : 0;
}

/* NULL: it has no name. */
static const struct chapter *chapter_of(enum lov lov)
{
	const int number = number_of(lov);

	for (size_t i = 0; i < sizeof chapters / sizeof *chapters; i++)
		if (chapters[i].act == lov_places[lov].act && chapters[i].number == number)
			return &chapters[i];
	return NULL;
}

const char *finn_chapter(struct arena *mem, enum lang lang, enum lov lov)
{
	const struct chapter *c = chapter_of(lov);

	return c == NULL ? NULL :
	       trf(mem, lang, N_("Kapittel %d: %s"), c->number, tr(lang, c->about));
}

bool finn_same_chapter(enum lov a, enum lov b)
{
	return lov_places[a].act == lov_places[b].act && chapter_of(a) == chapter_of(b);
}

static const char *words(enum lang lang, enum lov lov)
{
	const struct lov_row *row = lov_row(lov, NULL);

	return lov_in(lang, row->nb, row->nn);
}

/* "31. desember" does not end a sentence. */
static bool begins(const char *p)
{
	return (*p >= 'A' && *p <= 'Z') || strncmp(p, "Å", strlen("Å")) == 0 ||
	       strncmp(p, "Ø", strlen("Ø")) == 0;
}

const char *finn_gist(struct arena *mem, enum lang lang, enum lov lov)
{
	const char *all = words(lang, lov), *end = strstr(all, ". ");

	while (end != NULL && !begins(end + strlen(". ")))
		end = strstr(end + 1, ". ");
	return end == NULL ? all : arena_strndup(mem, all, (size_t)(end - all) + 1);
}

const char *finn_path(struct arena *mem, enum lov lov)
{
	const struct lov_place *p = &lov_places[lov];
	const char *page = lov_path(mem, lov_acts[p->act].slug, p->section);

	return *p->part_nb == '\0' ? page : arena_printf(mem, "%s#%s", page, p->key);
}

static const char *bare(const char *number)
{
	if (strncmp(number, "§", strlen("§")) == 0)
		number += strlen("§");
	while (*number == ' ')
		number++;
	return number;
}

static bool says(struct arena *mem, enum lang lang, enum lov lov, const char *key)
{
	return strstr(utf8_fold(mem, words(lang, lov)), key) != NULL;
}

bool finn_fits(struct arena *mem, enum lov lov, const char *sought)
{
	const char *key = utf8_fold(mem, sought);

	if (*sought == '\0' || lov_row(lov, NULL) == NULL)
		return false;
	return strcmp(lov_places[lov].section, bare(sought)) == 0 || says(mem, LANG_NB, lov, key) ||
	       says(mem, LANG_NN, lov, key);
}
