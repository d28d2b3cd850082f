#include "app/valg/sak_metode.h"

#include <string.h>

#include "lib/arena.h"

#define FIELDS(...) (const char *const[]){ __VA_ARGS__ __VA_OPT__(,) NULL }

const struct sak_method sak_methods[] = {
	{ "forholdsvalg", KOML_7_6_1, FIELDS("blank", "present", "council_only", "place",
	  "written", "council_members"), true, sak_forholdsvalg, sak_forholdsvalg_tell },
	{ "dhondt", KOML_7_6_1, FIELDS(), true, sak_kvotienter, sak_kvotienter_tell },
	{ "sainte_lague", VALGL_11_3_3, FIELDS(), true, sak_kvotienter, sak_kvotienter_tell },
	{ "sainte_lague_1_4", VALGL_13_1_2, FIELDS(), true, sak_kvotienter, sak_kvotienter_tell },
	{ "liste_kontroll", KOML_7_5_1, FIELDS("council_only", "group_genders"), true,
	  sak_liste_kontroll, NULL },
	{ "flertallsvalg", KOML_7_8_1, FIELDS("rounds"), false, sak_flertallsvalg, NULL },
	{ "avtalevalg", KOML_7_7_2, FIELDS("members", "council_only", "council_genders", "against",
	  "blank", "groups", "per_list", "per_list_ok", "from_council"), false,
	  sak_avtalevalg, NULL },
	{ "nyvalg", KOML_7_10_3, FIELDS("members", "leaving", "proposed", "group_available"), false,
	  sak_nyvalg, NULL },
	{ "settemedlem", KOML_7_11_1, FIELDS("members", "leaving", "proposed", "group_available"),
	  false, sak_settemedlem, NULL },
	{ "innkalling", KOML_7_10_1, FIELDS("deputies", "unavailable"), false, sak_innkalling,
	  NULL },
	{ "plass_nyvalg", KOML_7_10_6, FIELDS("before", "leaving", "new"), false, sak_plass_nyvalg,
	  NULL },
	{ "plass_supplering", KOML_7_10_6, FIELDS("before", "leaving", "new"), false,
	  sak_plass_supplering, NULL },
	{ "valgbarhet", KOML_7_2_3, FIELDS("person"), false, sak_valgbarhet, NULL },
	{ "kjonn_minimum", KOML_7_6_3, FIELDS(), false, sak_kjonn_minimum, NULL },
	{ "kommunestyre_minstetall", KOML_5_5_2, FIELDS("population"), false,
	  sak_kommunestyre_minstetall, NULL },
	{ "fylkesting_minstetall", KOML_5_5_3, FIELDS("population"), false,
	  sak_fylkesting_minstetall, NULL },
	{ "vedtaksforhet", KOML_11_9_1, FIELDS(), false, sak_vedtaksforhet, NULL },
	{ "valggrenser", VALGL_5_3_1, FIELDS(), false, sak_valggrenser, NULL },
	{ "listestemmer", VALGL_13_1_3, FIELDS("ballots", "received", "given"), false,
	  sak_listestemmer, NULL },
	{ "kandidatkaring", VALGL_13_2_2, FIELDS("ballots", "candidates"), false,
	  sak_kandidatkaring, NULL },
	{ "personvalg", VALGL_14_3_2, FIELDS("candidates"), false, sak_personvalg, NULL },
	{ .name = NULL }
};

const struct sak_method *sak_method_find(const char *name)
{
	for (const struct sak_method *m = sak_methods; m->name != NULL; m++)
		if (strcmp(m->name, name) == 0)
			return m;
	return NULL;
}

const char *sak_method_names(struct arena *mem)
{
	const char *names = "";

	for (const struct sak_method *m = sak_methods; m->name != NULL; m++)
		names = arena_printf(mem, "%s%s%s", names, m == sak_methods ? "" : ", ", m->name);
	return names;
}
