/* aarshjul.c - what kommuneloven asks for every year. */
#include <stddef.h>

#include "rules/moete/kalender.h"

const struct aarshjul_duty aarshjul[] = {
	{ "regnskap", RING_REGNSKAP, 2, 22, "Årsregnskapet for året før er avlagt",
	  "Årsrekneskapen for året før er avlagd", RULE_REGNSKAP_AVLAGT },
	{ "aarsberetning", RING_REGNSKAP, 3, 31, "Årsberetningen for året før er ferdig",
	  "Årsmeldinga for året før er ferdig", RULE_AARSBERETNING },
	{ "revisjon", RING_REGNSKAP, 4, 15, "Revisor har gitt revisjonsberetning",
	  "Revisor har gitt revisjonsmelding", RULE_REVISJONSBERETNING },
	{ "regnskap-vedtatt", RING_REGNSKAP, 6, 30,
	  "Kommunestyret har vedtatt regnskap og årsberetning",
	  "Kommunestyret har vedteke rekneskap og årsmelding", RULE_REGNSKAP_VEDTATT },
	{ "merforbruk", RING_BUDSJETT, 6, 30,
	  "Viste regnskapet merforbruk: endringer i årets budsjett er behandlet",
	  "Viste rekneskapen meirforbruk: endringar i budsjettet for året er handsama",
	  RULE_MERFORBRUK },
	{ "utlegging", RING_BUDSJETT, 12, 17,
	  "Innstillingen til økonomiplan og budsjett er lagt ut, 14 dager før kommunestyret "
	  "behandler den (her regnet fra årets siste dag)",
	  "Innstillinga til økonomiplan og budsjett er lagd ut, 14 dagar før kommunestyret "
	  "handsamar henne (her rekna frå den siste dagen i året)", RULE_BUDSJETT_UTLEGGING },
	{ "budsjett", RING_BUDSJETT, 12, 31,
	  "Kommunestyret har vedtatt økonomiplan og budsjett for det neste året",
	  "Kommunestyret har vedteke økonomiplan og budsjett for det neste året",
	  RULE_BUDSJETT_FRIST },
	{ "rapporter", RING_AARET, 0, 0,
	  "Kommunedirektøren rapporterer om inntekter og utgifter mot budsjettet, minst to ganger",
	  "Kommunedirektøren rapporterer om inntekter og utgifter mot budsjettet, minst to gonger",
	  RULE_RAPPORT_OEKONOMI },
	{ "internkontroll", RING_AARET, 0, 0,
	  "Kommunedirektøren rapporterer om internkontroll og statlig tilsyn, minst én gang",
	  "Kommunedirektøren rapporterer om internkontroll og statleg tilsyn, minst éin gong",
	  RULE_RAPPORT_INTERNKONTROLL },
	{ "handlingsdel", RING_AARET, 0, 0,
	  "Kommuneplanens handlingsdel blir fornyet; den kan være ett med økonomiplanen",
	  "Handlingsdelen av kommuneplanen blir fornya; han kan vere eitt med økonomiplanen",
	  RULE_HANDLINGSDEL },
	{ 0 }
};
