#include "rules/habilitet/prosedyre.h"

#include <string.h>

#include "rules/moete/frist.h"
#include "rules/moete/tall.h"

enum habil_voters habil_who_votes(size_t members, size_t present, size_t challenged)
{
	if (present < tall_quorum(members))
		return VOTERS_TOO_FEW;
	return present - challenged >= tall_quorum(members) ? VOTERS_OTHERS : VOTERS_ALL;
}

enum habil_chair habil_chair(bool leader_out, bool deputy_out)
{
	return !leader_out ? CHAIR_LEADER : !deputy_out ? CHAIR_DEPUTY : CHAIR_ELECTED;
}

size_t habil_deputy(const struct habil_deputy *d, size_t n)
{
	size_t i = 0;

	while (i < n && (!d[i].same_group || !d[i].available || d[i].inhabil))
		i++;
	return i;
}

unsigned habil_minutes(unsigned told)
{
	return (MINUTE_DECISION | MINUTE_BASIS | MINUTE_VOTES | MINUTE_PRESENT) & ~told;
}

enum habil_legality habil_legality(size_t members, int64_t days)
{
	if (members < FRIST_COMPLAINT_MEMBERS)
		return LEGALITY_FEW;
	return days > FRIST_COMPLAINT_DAYS ? LEGALITY_LATE : LEGALITY_OPEN;
}

bool habil_may_provisional(enum habil_outcome outcome, bool waiting_harms)
{
	return habil_is_inhabil(outcome) && waiting_harms;
}

static const struct habil_procedure rows[] = {
	{ "hvem_avgjor", "organet_ma_avgjore", RULE_HABIL_ORGANET_AVGJOR,
	  "Hvem avgjør om et medlem er inhabilt?", "Kven avgjer om ein medlem er inhabil?" },
	{ "flere_reist", NULL, RULE_HABIL_FLERE_REIST,
	  "Hvem stemmer når spørsmålet er reist om flere?",
	  "Kven røystar når spørsmålet er reist om fleire?" },
	{ "forberedelse", "feil_i_forberedelsen", RULE_HABIL_FORBEREDELSE,
	  "Hva om en inhabil var med på å forberede saken?",
	  "Kva om ein inhabil var med på å førebu saka?" },
	{ "virkning", "gyldig_hvis_ikke_virket_inn", RULE_HABIL_VIRKNING,
	  "Står vedtaket ved lag når en inhabil var med?",
	  "Står vedtaket ved lag når ein inhabil var med?" },
	{ "lovlighetskontroll", NULL, RULE_HABIL_LOVLIGHETSKONTROLL,
	  "Kan vedtaket om inhabilitet kontrolleres?",
	  "Kan vedtaket om inhabilitet kontrollerast?" },
	{ "kommunedirektor", "ma_fratre", RULE_HABIL_DIREKTOR,
	  "Kan en inhabil kommunedirektør bli sittende?",
	  "Kan ein inhabil kommunedirektør bli sitjande?" },
	{ "moteleder", "nestleder_leder", RULE_HABIL_MOTELEDER,
	  "Hvem leder møtet når lederen er inhabil?",
	  "Kven leier møtet når leiaren er inhabil?" },
	{ "forklaring", "kan_forklare_ikke_delta", RULE_HABIL_FORKLARING,
	  "Får medlemmet forklare seg?", "Får medlemen forklare seg?" },
	{ "meldeplikt", "burde_sagt_fra_tidligere", RULE_HABIL_MELDEPLIKT,
	  "Når skal et medlem si fra?", "Når skal ein medlem seie frå?" },
	{ "vara", "vara_bor_innkalles", RULE_HABIL_VARA, "Hvem møter i stedet?",
	  "Kven møter i staden?" },
	{ "motebok", "vedtak_og_grunnlag_i_moteboka", RULE_HABIL_MOTEBOK,
	  "Hva skal stå i møteboken?", "Kva skal stå i møteboka?" },
	{ "fritak", "organet_avgjor_fritak", RULE_HABIL_FRITAK,
	  "Hva om en er habil, men har personlige grunner?",
	  "Kva om ein er habil, men har personlege grunnar?" },
	{ "stemmeplikt", "ma_stemme", RULE_HABIL_STEMMEPLIKT,
	  "Kan en habil la være å stemme?", "Kan ein habil la vere å røyste?" },
	{ "forelopig", "kan_ta_forelopig_avgjorelse", RULE_HABIL_FORELOPIG,
	  "Hva om saken ikke kan vente?", "Kva om saka ikkje kan vente?" },
	{ "ansatt", "avgjor_selv_eller_leder", RULE_HABIL_ANSATT_SELV,
	  "Hvem avgjør om en ansatt er inhabil?", "Kven avgjer om ein tilsett er inhabil?" },
	{ "stedfortreder", "velges_om_nodvendig", RULE_HABIL_STEDFORTREDER,
	  "Hva om ingen vara kan møte?", "Kva om ingen vara kan møte?" },
	{ "nytt_organ", "hvert_organ_avgjor", RULE_HABIL_HVERT_ORGAN,
	  "Gjelder vedtaket også i neste organ?", "Gjeld vedtaket òg i neste organ?" },
};

const struct habil_procedure *habil_procedures(size_t *n)
{
	*n = sizeof rows / sizeof *rows;
	return rows;
}

const struct habil_procedure *habil_procedure_find(const char *key)
{
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (strcmp(rows[i].key, key) == 0)
			return &rows[i];
	return NULL;
}

const char *habil_voters_key(enum habil_voters v)
{
	static const char *const keys[HABIL_VOTERS__MAX] = {
		[VOTERS_OTHERS] = "de_ovrige", [VOTERS_ALL] = "alle_moter",
		[VOTERS_TOO_FEW] = "ikke_vedtaksfor",
	};

	return keys[v];
}

const char *habil_legality_key(enum habil_legality l)
{
	static const char *const keys[HABIL_LEGALITY__MAX] = {
		[LEGALITY_OPEN] = "kan_kreve_lovlighetskontroll",
		[LEGALITY_FEW] = "for_fa_medlemmer",
		[LEGALITY_LATE] = "for_sent",
	};

	return keys[l];
}
