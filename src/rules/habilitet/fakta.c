#include "rules/habilitet/fakta.h"

#include <string.h>

const struct habil_word habil_roles[HABIL_ROLE__MAX] = {
	[HABIL_ELECTED] = { "folkevalgt", "folkevalgt", "folkevald" },
	[HABIL_EMPLOYEE] = { "ansatt", "ansatt", "tilsett" },
	[HABIL_OTHER] = { "annen", "en annen", "ein annan" },
};

const struct habil_word habil_matters[HABIL_MATTER__MAX] = {
	[MATTER_ENKELTVEDTAK] = { "enkeltvedtak", "enkeltvedtak", "enkeltvedtak" },
	[MATTER_REGULERINGSPLAN] = { "reguleringsplan", "reguleringsplan", "reguleringsplan" },
	[MATTER_KOMMUNEPLAN] = { "kommuneplan", "kommuneplan", "kommuneplan" },
	[MATTER_ARSBUDSJETT] = { "arsbudsjett", "årsbudsjett", "årsbudsjett" },
	[MATTER_OKONOMIPLAN] = { "okonomiplan", "økonomiplan", "økonomiplan" },
	[MATTER_REGIONAL_PLANSTRATEGI] = { "regional_planstrategi", "regional planstrategi",
	                                   "regional planstrategi" },
	[MATTER_REGIONAL_PLAN] = { "regional_plan", "regional plan", "regional plan" },
	[MATTER_VALG] = { "valg_tillitsverv", "valg til offentlig verv",
	                  "val til offentleg verv" },
	[MATTER_GODTGJORING] = { "godtgjoring_tillitsverv", "godtgjøring for offentlige verv",
	                         "godtgjersle for offentlege verv" },
	[MATTER_KLAGE_INTERN] = { "klage_fvl_28_2", "klage som kommunen selv avgjør",
	                          "klage som kommunen sjølv avgjer" },
	[MATTER_KLAGE_STATLIG] = { "klage_statlig_underinstans",
	                           "klage som staten avgjør, på ny vurdering i kommunen",
	                           "klage som staten avgjer, på ny vurdering i kommunen" },
	[MATTER_ANSETTELSE] = { "ansettelse", "ansettelse", "tilsetjing" },
	[MATTER_SUSPENSJON] = { "suspensjon_fratakelse",
	                        "suspensjon, eller at noen fratas vervet",
	                        "suspensjon, eller at nokon blir fråteken vervet" },
	[MATTER_REGELVERK] = { "regelverk_generelt", "generelle regler og satser",
	                       "generelle reglar og satsar" },
	[MATTER_EIERSTYRING] = { "eierstyring", "eierstyring", "eigarstyring" },
	[MATTER_ANNET] = { "annet", "en annen sak", "ei anna sak" },
};

const struct habil_word habil_agents[HABIL_AGENT__MAX] = {
	[AGENT_NONE] = { "ingen", "ikke verge eller fullmektig",
	                 "ikkje verje eller fullmektig" },
	[AGENT_NOW] = { "na", "verge eller fullmektig nå", "verje eller fullmektig no" },
	[AGENT_SINCE_START] = { "etter_sakstart", "verge eller fullmektig etter at saken begynte",
	                        "verje eller fullmektig etter at saka tok til" },
	[AGENT_BEFORE_START] = { "for_sakstart", "verge eller fullmektig før saken begynte",
	                         "verje eller fullmektig før saka tok til" },
};

const struct habil_word habil_offices[HABIL_OFFICE__MAX] = {
	[OFFICE_NONE] = { "ingen", "ikke noe verv", "ikkje noko verv" },
	[OFFICE_LEDER] = { "leder", "leder", "leiar" },
	[OFFICE_LEDENDE_STILLING] = { "ledende_stilling", "ledende stilling",
	                              "leiande stilling" },
	[OFFICE_STYREMEDLEM] = { "styremedlem", "styremedlem", "styremedlem" },
	[OFFICE_BEDRIFTSFORSAMLING] = { "bedriftsforsamling", "medlem av bedriftsforsamlingen",
	                                "medlem av bedriftsforsamlinga" },
	[OFFICE_VARAMEDLEM] = { "varamedlem", "varamedlem til styret", "varamedlem til styret" },
	[OFFICE_ANSATT] = { "ansatt", "vanlig ansatt", "vanleg tilsett" },
	[OFFICE_EIER] = { "eier", "eier eller medeier", "eigar eller medeigar" },
	[OFFICE_TIDLIGERE] = { "tidligere_verv", "hadde et verv før", "hadde eit verv før" },
	[OFFICE_ANNET] = { "annet", "en annen tilknytning", "ei anna tilknyting" },
	[OFFICE_MEDLEM] = { "medlem", "vanlig medlem", "vanleg medlem" },
};

const struct habil_word habil_entities[HABIL_ENTITY__MAX] = {
	[ENTITY_SAMVIRKEFORETAK] = { "samvirkeforetak", "samvirkeforetak", "samvirkeføretak" },
	[ENTITY_FORENING] = { "forening", "forening eller lag", "foreining eller lag" },
	[ENTITY_SPAREBANK] = { "sparebank", "sparebank", "sparebank" },
	[ENTITY_STIFTELSE] = { "stiftelse", "stiftelse", "stifting" },
	[ENTITY_SELSKAP] = { "selskap", "selskap (AS, IKS og lignende)",
	                     "selskap (AS, IKS og liknande)" },
	[ENTITY_RETTSSUBJEKT] = { "interkommunalt_rettssubjekt",
	                          "interkommunalt samarbeid som er eget rettssubjekt",
	                          "interkommunalt samarbeid som er eige rettssubjekt" },
	[ENTITY_KOMMUNALT_FORETAK] = { "kommunalt_foretak", "kommunalt foretak (KF)",
	                               "kommunalt føretak (KF)" },
	[ENTITY_UTEN_RETTSSUBJEKT] = { "uten_rettssubjekt",
	                               "organ eller samarbeid som ikke er eget rettssubjekt",
	                               "organ eller samarbeid som ikkje er eige rettssubjekt" },
	[ENTITY_ANNEN] = { "annen", "noe annet", "noko anna" },
};

const struct habil_special_row habil_specials[HABIL_SPECIAL__MAX] = {
	[SPECIAL_FORDEL_NAR] = { "saerlig_fordel_tap_for_nar",
		"særlig fordel, tap eller ulempe for noen som står nær",
		"særleg fordel, tap eller ulempe for nokon som står nær",
		true, TOWARD_INHABIL, true },
	[SPECIAL_OKONOMISK] = { "saerlig_okonomisk_fordel",
		"særlig økonomisk fordel for deg selv",
		"særleg økonomisk fordel for deg sjølv", true, TOWARD_INHABIL, true },
	[SPECIAL_ULEMPE] = { "saerlig_ulempe", "særlig tap eller ulempe for deg selv",
		"særleg tap eller ulempe for deg sjølv", true, TOWARD_INHABIL, true },
	[SPECIAL_ENGASJEMENT] = { "sterkt_personlig_engasjement", "sterkt personlig engasjement",
		"sterkt personleg engasjement", true, TOWARD_EITHER, false },
	[SPECIAL_KJOP] = { "konkret_kjopsprosess", "et konkret kjøp eller salg er i gang",
		"eit konkret kjøp eller sal er i gang", true, TOWARD_INHABIL, false },
	[SPECIAL_NABO] = { "nar_nabo", "nær nabo som merker avgjørelsen",
		"nær nabo som merkar avgjerda", true, TOWARD_INHABIL, false },
	[SPECIAL_INNSIGELSE] = { "part_har_innvendt", "en part har innvendt at du er inhabil",
		"ein part har innvendt at du er inhabil", true, TOWARD_INHABIL, false },
	[SPECIAL_GAVE] = { "nylig_gave_eller_reise", "nylig gave, middag eller reise fra en part",
		"nyleg gåve, middag eller reise frå ein part", true, TOWARD_INHABIL, false },
	[SPECIAL_VENNSKAP] = { "nart_vennskap", "nært vennskap med en part",
		"nært venskap med ein part", true, TOWARD_INHABIL, false },
	[SPECIAL_UVENNSKAP] = { "uvennskap", "uvennskap eller konflikt med en part",
		"uvenskap eller konflikt med ein part", true, TOWARD_INHABIL, false },
	[SPECIAL_FORRETNING] = { "forretningsforbindelse", "forretninger sammen med en part",
		"forretningar saman med ein part", true, TOWARD_INHABIL, false },
	[SPECIAL_EIERANDEL] = { "eierandel", "eierandel hos en part", "eigardel hos ein part",
		true, TOWARD_INHABIL, false },
	[SPECIAL_KONKURRENT] = { "konkurrent", "konkurrent til en part",
		"konkurrent til ein part", true, TOWARD_INHABIL, false },
	[SPECIAL_RADGIVER] = { "radgiver", "rådgiver for en part", "rådgivar for ein part",
		true, TOWARD_INHABIL, false },
	[SPECIAL_TIDLIGERE] = { "tidligere_verv", "tidligere verv eller oppdrag hos en part",
		"tidlegare verv eller oppdrag hos ein part", true, TOWARD_EITHER, false },
	[SPECIAL_SAMLET] = { "flere_svake_band", "flere svake bånd som må ses under ett",
		"fleire svake band som må sjåast under eitt", true, TOWARD_EITHER, false },
	[SPECIAL_FELLES] = { "felles_interesse_stor_gruppe",
		"interessen er felles for en stor gruppe",
		"interessa er felles for ei stor gruppe", false, TOWARD_HABIL, false },
	[SPECIAL_STANDPUNKT] = { "politisk_standpunkt", "et politisk standpunkt",
		"eit politisk standpunkt", false, TOWARD_HABIL, false },
	[SPECIAL_MEDLEM] = { "medlem_stor_organisasjon", "vanlig medlem i en stor organisasjon",
		"vanleg medlem i ein stor organisasjon", false, TOWARD_HABIL, false },
	[SPECIAL_BEKJENT] = { "bekjentskap", "vanlig bekjentskap", "vanleg kjennskap",
		false, TOWARD_HABIL, false },
	[SPECIAL_LOS_PLAN] = { "los_plan_uten_disposisjon",
		"en løs plan du ikke har gjort noe med",
		"ein laus plan du ikkje har gjort noko med", false, TOWARD_HABIL, false },
	[SPECIAL_NETTVERK] = { "generelt_nettverk", "vanlig nettverk", "vanleg nettverk",
		false, TOWARD_HABIL, false },
};

const struct habil_fact_row habil_fact_rows[HABIL_FACT__MAX] = {
	[FACT_ROLE] = { "rolle", "Skal du behandle saken som folkevalgt eller som ansatt?",
		"Skal du handsame saka som folkevald eller som tilsett?", KOML_11_10_1 },
	[FACT_MATTER] = { "sakstype", "Hva slags sak er det?", "Kva slags sak er det?",
		KOML_11_10_4 },
	[FACT_PARTY] = { "part_selv", "Er du selv part i saken?", "Er du sjølv part i saka?",
		FVL_6_1_A },
	[FACT_RELATION] = { "relasjon", "Er du i familie med en part, eller står parten deg nær?",
		"Er du i familie med ein part, eller står parten deg nær?", FVL_6_1_B },
	[FACT_AGENT] = { "representasjon",
		"Er eller var du verge eller fullmektig for en part?",
		"Er eller var du verje eller fullmektig for ein part?", FVL_6_1_D },
	[FACT_OFFICE] = { "verv.rolle", "Hva er du i den virksomheten?",
		"Kva er du i den verksemda?", FVL_6_1_E_NR1 },
	[FACT_ENTITY] = { "verv.enhet", "Hva slags virksomhet er det?",
		"Kva slags verksemd er det?", FVL_6_1_E_NR1 },
	[FACT_ENTITY_PARTY] = { "verv.enhet_er_part", "Er virksomheten part i saken?",
		"Er verksemda part i saka?", FVL_6_1_E_NR1 },
	[FACT_PARENT] = { "verv.handler_for_offentlig_morselskap",
		"Arbeider du i denne saken for et offentlig eid selskap som eier parten helt ut?",
		"Arbeider du i denne saka for eit offentleg eigd selskap som eig parten heilt ut?",
		FVL_6_1_E_NR2 },
	[FACT_PREPARED] = { "forberedt_som_ansatt",
		"Har du forberedt eller avgjort den samme saken som ansatt i kommunen?",
		"Har du førebudd eller avgjort den same saka som tilsett i kommunen?",
		KOML_11_10_2 },
	[FACT_FIRST_INSTANCE] = { "deltok_i_forste_instans",
		"Var du med på å forberede eller treffe vedtaket det er klaget på?",
		"Var du med på å førebu eller gjere vedtaket det er klaga på?", KOML_11_10_3 },
	[FACT_SUPERIOR] = { "overordnet_inhabil", "Er lederen rett over deg inhabil i saken?",
		"Er leiaren rett over deg inhabil i saka?", FVL_6_3 },
	[FACT_DECIDES] = { "skal_avgjore", "Skal du avgjøre saken, ikke bare forberede den?",
		"Skal du avgjere saka, ikkje berre førebu henne?", FVL_6_3 },
	[FACT_OBVIOUS] = { "apenbart_uten_betydning",
		"Er det åpenbart at tilknytningen ikke kan bety noe?",
		"Er det openbert at tilknytinga ikkje kan bety noko?", FVL_6_4 },
	[FACT_SPECIAL] = { "saerlige_forhold",
		"Er det andre særlige forhold som kan svekke tilliten til deg i saken?",
		"Er det andre særlege forhold som kan svekkje tilliten til deg i saka?", FVL_6_2 },
};

size_t habil_word_find(const struct habil_word *words, size_t n, const char *key)
{
	size_t i = 0;

	while (i < n && strcmp(words[i].key, key) != 0)
		i++;
	return i;
}

enum habil_special habil_special_find(const char *key)
{
	size_t i = 0;

	while (i < HABIL_SPECIAL__MAX && strcmp(habil_specials[i].key, key) != 0)
		i++;
	return (enum habil_special)i;
}

bool habil_contradiction(const struct habil_facts *f, enum habil_fact *one, enum habil_fact *two)
{
	if (f->for_public_parent && f->office != OFFICE_NONE && f->entity != ENTITY_SELSKAP &&
	    f->entity != ENTITY_RETTSSUBJEKT && (f->unknown & 1u << FACT_ENTITY) == 0) {
		*one = FACT_PARENT;
		*two = FACT_ENTITY;
		return true;
	}
	for (size_t i = 0; f->obvious && i < HABIL_SPECIAL__MAX; i++)
		if ((f->special & 1u << i) != 0 && habil_specials[i].gain) {
			*one = FACT_OBVIOUS;
			*two = FACT_SPECIAL;
			return true;
		}
	return false;
}
