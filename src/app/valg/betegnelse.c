#include "app/valg/betegnelse.h"

#include "web/text.h"

static const char *const organs[ORGAN__MAX] = {
	[ORGAN_KOMMUNESTYRE] = N_("kommunestyret eller fylkestinget"),
	[ORGAN_FORMANNSKAP] = N_("formannskapet eller fylkesutvalget"),
	[ORGAN_ORDFOERER] = N_("ordfører"),
	[ORGAN_VARAORDFOERER] = N_("varaordfører"),
	[ORGAN_KOMMUNERAAD] = N_("kommunerådet (parlamentarisk styreform)"),
	[ORGAN_UTVALG] = N_("et utvalg"),
	[ORGAN_UTVALG_LEDER] = N_("leder eller nestleder i et utvalg eller annet organ"),
	[ORGAN_KOMMUNEDELSUTVALG] = N_("et kommunedelsutvalg"),
	[ORGAN_PARTSSAMMENSATT] = N_("partssammensatt utvalg (administrasjonsutvalget)"),
	[ORGAN_KONTROLLUTVALG] = N_("kontrollutvalget"),
	[ORGAN_KONTROLLUTVALG_LEDER] = N_("leder av kontrollutvalget"),
	[ORGAN_ARBEIDSUTVALG] = N_("et arbeidsutvalg"),
	[ORGAN_KOMITE] = N_("en kommunestyrekomité"),
	[ORGAN_NEMND] = N_("en felles nemnd eller et organ etter en annen lov"),
	[ORGAN_REPRESENTANTSKAP] = N_("representantskapet i et politisk råd eller "
	                              "oppgavefellesskap"),
	[ORGAN_STYRE_INSTITUSJON] = N_("styret for en institusjon"),
	[ORGAN_STYRE_FORETAK] = N_("styret for et kommunalt foretak"),
	[ORGAN_STYRE_POLITISK_RAAD] = N_("et annet organ i et politisk råd"),
	[ORGAN_STYRE_OPPGAVEFELLESSKAP] = N_("et annet organ i et oppgavefellesskap"),
	[ORGAN_MEDVIRKNING] = N_("eldrerådet eller rådet for personer med "
	                         "funksjonsnedsettelse"),
	[ORGAN_UNGDOMSRAAD] = N_("ungdomsrådet"),
	[ORGAN_UNGDOMSRAAD_LEDER] = N_("leder eller nestleder i ungdomsrådet"),
};

static const char *const posts[STILLING__MAX] = {
	[STILLING_INGEN] = N_("Ingen stilling i kommunen"),
	[STILLING_ANSATT] = N_("Vanlig ansatt i kommunen"),
	[STILLING_STATSFORVALTER] = N_("Statsforvalter eller assisterende statsforvalter"),
	[STILLING_KOMMUNEDIREKTOER] = N_("Kommunedirektør eller stedfortreder"),
	[STILLING_KOMMUNALSJEF] = N_("Kommunalsjef, etatssjef eller leder på samme nivå"),
	[STILLING_SEKRETAER] = N_("Sekretær for kommunestyret"),
	[STILLING_REGNSKAP] = N_("Ansvarlig for regnskapet i kommunen"),
	[STILLING_REVISOR] = N_("Revisor for kommunen"),
	[STILLING_KONTROLLSEKRETARIAT] = N_("Ansatt i sekretariatet for kontrollutvalget"),
	[STILLING_RAADSSEKRETARIAT] = N_("Ansatt i sekretariatet for kommunerådet, med "
	                                 "delegert myndighet"),
	[STILLING_REGNSKAP_VIRKSOMHET] = N_("Ansvarlig for regnskap eller revisjon i den "
	                                    "virksomheten det velges til"),
};

static const char *const offices[VERV__MAX] = {
	[VERV_KOMMUNESTYRE] = N_("Kommunestyret"),
	[VERV_ORDFOERER] = N_("Ordfører"),
	[VERV_VARAORDFOERER] = N_("Varaordfører"),
	[VERV_FORMANNSKAP] = N_("Medlem av formannskapet eller fylkesutvalget"),
	[VERV_FORMANNSKAP_VARA] = N_("Varamedlem til formannskapet eller fylkesutvalget"),
	[VERV_KOMMUNERAAD] = N_("Medlem av kommunerådet"),
	[VERV_KOMITE] = N_("Medlem eller varamedlem av en kommunestyrekomité"),
	[VERV_KONTROLLUTVALG] = N_("Medlem eller varamedlem av kontrollutvalget"),
	[VERV_MED_MYNDIGHET] = N_("Medlem eller varamedlem av et annet organ som kan ta "
	                          "beslutninger"),
	[VERV_UTEN_MYNDIGHET] = N_("Medlem eller varamedlem av et organ som bare gir råd"),
	[VERV_SELSKAP] = N_("Leder eller styremedlem i et selskap kommunen har eierinteresse i"),
	[VERV_FELLESSKAP] = N_("Leder eller styremedlem i et politisk råd eller "
	                       "oppgavefellesskap"),
};

const char *organ_name(enum organ organ)
{
	return organs[organ];
}

const char *stilling_name(enum stilling stilling)
{
	return posts[stilling];
}

const char *verv_name(enum verv verv)
{
	return offices[verv];
}
