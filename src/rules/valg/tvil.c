#include "rules/valg/tvil.h"

#include <string.h>

#define TWO(a, b) { a, b }, 2

static const struct tvil_row rows[TVIL__MAX] = {
	[TVIL_LISTE_TOM] = { "liste_tom", TWO("ledig", "neste_kvotient"), TVIL_ASK,
		"kommuneloven § 7-6, valgloven § 13-2" },
	[TVIL_VARA_UTEN_PLASS] = { "vara_uten_plass", TWO("ingen", "to"), 0,
		"kommuneloven § 7-6" },
	[TVIL_VARA_FAA] = { "vara_faa", TWO("av_de_som_er", "av_fullt_tall"), 0,
		"kommuneloven § 7-6" },
	[TVIL_VARA_REKKEFOELGE] = { "vara_rekkefoelge", { "listens_rekkefoelge" }, 1, 0,
		"kommuneloven § 7-6" },
	[TVIL_BLANKE] = { "blanke", TWO("blank_teller", "blank_teller_ikke"), 0,
		"kommuneloven §§ 7-8 og 8-1" },
	[TVIL_ENSTEMMIG_BLANK] = { "enstemmig_blank", TWO("blank_bryter", "blank_bryter_ikke"),
		TVIL_ASK, "kommuneloven §§ 7-7 og 8-1" },
	[TVIL_AVTALE_VARA_KJOENN] = { "avtale_vara_kjoenn", TWO("hele_organet", "hver_gruppe"), 0,
		"kommuneloven §§ 7-7 og 7-10" },
	[TVIL_NY_KANDIDAT] = { "ny_kandidat", TWO("tillatt", "ikke_tillatt"), 0,
		"kommuneloven § 7-8" },
	[TVIL_MINSTE_NAVN] = { "minste_navn", TWO("ingen_grense", "grense"), 0,
		"kommuneloven § 7-5" },
	[TVIL_TO_LISTER] = { "to_lister", TWO("avvises", "tillates"), 0, "kommuneloven § 7-5" },
	[TVIL_TRE_MEDLEMMER] = { "tre_medlemmer", TWO("begge_kjoenn", "prosent_40"), 0,
		"kommuneloven § 7-10" },
	[TVIL_STEMMETEGN] = { "stemmetegn", TWO("er_stemmetegn", "er_ikke_stemmetegn"), 0,
		"kommuneloven §§ 7-5 og 7-8" },
	[TVIL_LODD] = { "lodd", TWO("fysisk", "kunngjort_froe"), 0,
		"kommuneloven §§ 7-6 og 7-8" },
	[TVIL_SLENGERE_BROEK] = { "slengere_broek", TWO("rund_ned", "rund_opp"), 0,
		"valgloven § 6-10" },
	[TVIL_FLEST_STEMMER] = { "flest_stemmer", TWO("listestemmer", "stemmesedler"), 0,
		"valgloven § 13-1" },
	[TVIL_SAMME_PERSON] = { "samme_person", TWO("avvis_den_andre", "tillates"), 0,
		"kommuneloven § 7-5" },
	[TVIL_VARA_NYVALG] = { "vara_nyvalg", TWO("nyvalg", "ikke_nyvalg"), 0,
		"kommuneloven § 7-10" },
	[TVIL_SETTEMEDLEM] = { "settemedlem", TWO("som_naa", "varamedlem_moeter"), TVIL_ASK,
		"kommuneloven § 7-10" },
};

const struct tvil_row *tvil_row(enum tvil question)
{
	return question == TVIL_NONE ? NULL : &rows[question];
}

bool tvil_read(const char *key, enum tvil *out)
{
	for (int q = TVIL_NONE + 1; q < TVIL__MAX; q++)
		if (strcmp(rows[q].key, key) == 0) {
			*out = (enum tvil)q;
			return true;
		}
	return false;
}

size_t tvil_reading(enum tvil question, const char *key)
{
	const struct tvil_row *row = tvil_row(question);

	for (size_t i = 0; row != NULL && i < row->n_reading; i++)
		if (strcmp(row->reading[i], key) == 0)
			return i;
	return TVIL_ASK;
}
