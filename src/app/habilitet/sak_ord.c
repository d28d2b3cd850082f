#include <string.h>

#include "app/habilitet/sak_inside.h"

/* What people also call what has a key. */
static const struct { const char *word, *key; } aliases[] = {
	{ "as", "selskap" }, { "asa", "selskap" }, { "iks", "selskap" },
	{ "aksjeselskap", "selskap" }, { "interkommunalt_selskap", "selskap" },
	{ "kommunalt_selskap", "selskap" }, { "heleid_selskap", "selskap" },
	{ "velforening", "forening" }, { "fagforening", "forening" },
	{ "samvirke", "samvirkeforetak" }, { "samvirkelag", "samvirkeforetak" },
	{ "lag", "forening" }, { "idrettslag", "forening" }, { "organisasjon", "forening" },
	{ "kf", "kommunalt_foretak" }, { "fkf", "kommunalt_foretak" },
	{ "vertskommune", "uten_rettssubjekt" }, { "vertskommunesamarbeid", "uten_rettssubjekt" },
	{ "ikke_rettssubjekt", "uten_rettssubjekt" },
	{ "interkommunalt_uten_rettssubjekt", "uten_rettssubjekt" },
	{ "interkommunalt_samarbeid_uten_rettssubjekt", "uten_rettssubjekt" },
	{ "kommunalt_organ", "uten_rettssubjekt" }, { "offentlig_organ", "annen" },
	{ "styreleder", "leder" }, { "daglig_leder", "leder" }, { "nestleder", "styremedlem" },
	{ "ledende", "ledende_stilling" }, { "styre", "styremedlem" },
	{ "medlem_bedriftsforsamling", "bedriftsforsamling" },
	{ "bedriftsforsamlingsmedlem", "bedriftsforsamling" },
	{ "varamedlem_styre", "varamedlem" }, { "vara", "varamedlem" },
	{ "vanlig_ansatt", "ansatt" }, { "vanlig_medlem", "medlem" },
	{ "direktor", "leder" }, { "representantskap", "annet" },
	{ "aksjonaer", "eier" }, { "aksjonar", "eier" }, { "medeier", "eier" },
	{ "deleier", "eier" },
	{ "tidligere_styremedlem", "tidligere_verv" }, { "tidligere_leder", "tidligere_verv" },
	{ "tidligere_ansatt", "tidligere_verv" }, { "tidligere_styreleder", "tidligere_verv" },
	{ "radgiver", "annet" }, { "konsulent", "annet" }, { "aksjeeier", "eier" },
	{ "nå", "na" }, { "før_sakstart", "for_sakstart" },
};

size_t habil_alias_find(const struct habil_word *words, size_t n, const char *key)
{
	const size_t found = habil_word_find(words, n, key);

	if (found < n)
		return found;
	for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
		if (strcmp(aliases[i].word, key) == 0)
			return habil_word_find(words, n, aliases[i].key);
	return n;
}
