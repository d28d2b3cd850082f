#include "app/valg/tvil_tekst.h"

#include <string.h>

#include "lib/arena.h"
#include "rules/lov.h"
#include "web/text.h"

static const struct tvil_words words[TVIL__MAX] = {
	[TVIL_LISTE_TOM] = { N_("En liste vant flere plasser enn den har navn. Hvem får plassene?"),
		{ N_("Plassene står ledige til det er holdt nytt valg"),
		  N_("Plassene går til de neste kvotientene, slik valgloven § 13-2 har det for "
		     "kommunestyret") },
		N_("Loven sier ikke hva som skjer da. Spør statsforvalteren om dere er i tvil.") },
	[TVIL_VARA_UTEN_PLASS] = { N_("Skal en liste uten plasser ha varamedlemmer?"),
		{ N_("Nei, uten medlemmer trengs ingen varamedlemmer"),
		  N_("Ja, to, for to flere enn ingen er to") },
		N_("Varamedlemmer møter for medlemmer fra samme liste, og her er det ingen å møte "
		   "for.") },
	[TVIL_VARA_FAA] = { N_("Det er færre navn igjen enn det er varaplasser. Hva skal kjønn "
	                       "måles mot?"),
		{ N_("De navnene som er igjen"), N_("Alle varaplassene listen skulle hatt") },
		N_("Kravet er en andel av dem som blir varamedlemmer, og flere enn dem som er "
		   "igjen, kan ikke bli det.") },
	[TVIL_VARA_REKKEFOELGE] = { N_("I hvilken rekkefølge står varamedlemmene når kravet til "
	                               "kjønn har flyttet på noen?"),
		{ N_("I den rekkefølgen de står på listen") },
		N_("Loven sier det ikke, men vi kjenner ingen annen lesemåte.") },
	[TVIL_BLANKE] = { N_("Teller en blank stemme som avgitt? Her får det noe å si, og loven "
	                     "svarer ikke."),
		{ N_("Ja: halvparten regnes av alle stemmene, også de blanke"),
		  N_("Nei: halvparten regnes av stemmene som er gitt til noen") },
		N_("Den som stemmer blankt, har også stemt. Og én avstemning for mye gjør mindre "
		   "skade enn én for lite.") },
	[TVIL_ENSTEMMIG_BLANK] = { N_("Ingen stemte mot, men noen stemte blankt. Er det "
	                              "enstemmig? Loven svarer ikke."),
		{ N_("Nei: alle må stemme for. Innstillingen er ikke vedtatt, og det blir "
		     "forholdsvalg."),
		  N_("Ja: den som stemmer blankt, er ikke imot. Innstillingen er vedtatt.") },
		N_("Spør statsforvalteren, eller hold forholdsvalg: det er alltid trygt.") },
	[TVIL_AVTALE_VARA_KJOENN] = { N_("Måles kjønn blant varamedlemmene over hele organet eller "
	                                 "i hver gruppe? Loven sier det ikke rett ut, og her gir "
	                                 "de to ulike svar."),
		{ N_("Over hele organet"), N_("I hver gruppe for seg") },
		N_("Medlemmene måles over hele organet, og varamedlemmene velges på samme måte. Om "
		   "suppleringsvalg nevner § 7-10 både organet og gruppen.") },
	[TVIL_NY_KANDIDAT] = { N_("Kan noen velges i den andre avstemningen uten å ha vært med i "
	                          "den første?"),
		{ N_("Ja, loven krever ikke at noen var med i den første"),
		  N_("Nei, da må den andre avstemningen holdes på nytt uten den nye") },
		N_("Loven forbyr det ikke.") },
	[TVIL_MINSTE_NAVN] = { N_("Finnes det et minste antall navn på en liste?"),
		{ N_("Nei, loven setter ingen nedre grense"),
		  N_("Ja, så mange som gruppen trenger til medlemmer og varamedlemmer") },
		N_("Loven sier bare hvor mange navn listen kan ha på det meste. Departementet fant "
		   "en nedre grense i kommuneloven fra 1992, i et brev fra 2015.") },
	[TVIL_TO_LISTER] = { N_("Kan et parti stå bak både sin egen liste og en fellesliste?"),
		{ N_("Nei, hvert parti er med på én liste"),
		  N_("Ja, for fellesliste er en annen liste enn partiets egen") },
		N_("Loven sier én liste hver, og ellers ville partiets folk kunne stå to "
		   "steder.") },
	[TVIL_TRE_MEDLEMMER] = { N_("Gjelder 40 prosent i et organ med tre medlemmer eller færre?"),
		{ N_("Nei, der skal begge kjønn være med"), N_("Ja, slik ordlyden er") },
		N_("I et organ med tre kan ikke begge kjønn ha 40 prosent, og ved selve valget "
		   "krever loven bare at begge er med.") },
	[TVIL_STEMMETEGN] = { N_("Er det å stemme åpent på skjerm eller telefon et stemmetegn?"),
		{ N_("Ja, når alle straks ser hva hver enkelt stemte"),
		  N_("Nei, det må være håndsopprekning eller et kort som vises fram") },
		N_("Loven krever at det er åpent, og nevner ingen bestemt måte. Er dere i tvil, så "
		   "rekk opp hånda: det er alltid trygt.") },
	[TVIL_LODD] = { N_("Hvordan skal loddet trekkes?"),
		{ N_("Med lapper, synlig for alle"),
		  N_("Med et frø som er bestemt og kunngjort før noen har stemt") },
		N_("Loven sier bare at det skal trekkes lodd.") },
	[TVIL_SLENGERE_BROEK] = { N_("Skal en firedel av plassene rundes ned eller opp?"),
		{ N_("Ned"), N_("Opp") },
		N_("«Inntil» en firedel kan ikke være mer enn en firedel.") },
	[TVIL_FLEST_STEMMER] = { N_("Hvilke stemmer avgjør når to kvotienter er like ved "
	                            "kommunestyrevalget?"),
		{ N_("Listestemmene"), N_("Stemmesedlene") },
		N_("Mandatene fordeles etter listestemmene.") },
	[TVIL_SAMME_PERSON] = { N_("Kan en person som ikke hører til noe parti, stå på to lister?"),
		{ N_("Nei, navnet må strykes fra den andre listen"), N_("Ja") },
		N_("Loven sier bare at partienes folk må stå på egen liste eller en fellesliste. "
		   "Men ingen kan ha to plasser i samme organ.") },
	[TVIL_VARA_NYVALG] = { N_("Ble et varamedlem som gikk ut før 1. juli 2023, erstattet ved "
	                          "nyvalg?"),
		{ N_("Ja"), N_("Nei") },
		N_("Vi har lest loven slik den er nå, og ikke slik den var.") },
	[TVIL_SETTEMEDLEM] = { N_("Hvilken regel gjaldt for settemedlemmer før 1. juli 2023?"),
		{ N_("Den samme som nå"), N_("Varamedlemmet møtte") },
		N_("Vi har lest loven slik den er nå, og ikke slik den var.") },
};

const struct tvil_words *tvil_words(enum tvil q)
{
	return &words[q];
}

/* The row has the acts by their names in bokmål. */
const char *tvil_sections(struct arena *mem, enum lang lang, enum tvil q)
{
	const char *text = tvil_row(q)->sections;

	for (size_t i = 0; lang == LANG_NN && i < ACT__MAX; i++) {
		const char *at = strstr(text, lov_acts[i].nb);

		if (at != NULL)
			text = arena_printf(mem, "%.*s%s%s", (int)(at - text), text,
			                    lov_acts[i].nn, at + strlen(lov_acts[i].nb));
	}
	return text;
}

const char *tvil_followed(struct arena *mem, enum lang lang, enum tvil q, size_t reading)
{
	return trf(mem, lang, N_("%s Lagt til grunn: %s (%s)."), tr(lang, words[q].question),
	           tr(lang, words[q].reading[reading]), tvil_sections(mem, lang, q));
}

size_t tvil_reading_of(enum tvil q, size_t chosen)
{
	return chosen != TVIL_ASK ? chosen : tvil_row(q)->fallback;
}
