/* behandling.c - the record of what is stored of people, why, and for how long.
 *
 * One line a column.  "x.*" is every column of a table whose rows are about one thing.  What
 * is proposed as basis is for the controller (KS or the municipality) to decide.
 */
#include "app/person/person.h"

#define TASK "art. 6 nr. 1 e: gjennomføre opplæring av folkevalgte"
#define PUBLIC "art. 9 nr. 2 e: den folkevalgte har selv gjort det offentlig"
#define WORK "art. 6 nr. 1 b/f: oppdraget som prosessveileder, koordinator eller kontakt"
#define SAFE "art. 6 nr. 1 f: holde tjenesten sikker"
#define NAMED "art. 6 nr. 1 e: deltakeren ser det før hvert svar, og kan la være"

#define ROSTER "30 dager etter siste dag"
#define LATER "eller når en evaluering som står åpen, er lukket"
#define SEAT "til samlingen slettes; telefonen kan ikke kjennes igjen etter ett døgn, " LATER
#define SPEECH "til samlingen avsluttes; bare summen for hver rolle blir stående"
#define TEXTS "30 dager etter rapporten; det fem eller flere har skrevet likt, blir stående, " \
	"hvis det ikke er skjult"
#define CARDS "30 dager etter rapporten; det som er vedtatt, blir stående"
#define DECIDED "30 dager etter rapporten"
#define PAIRS "til kommunen ikke har noen samling her; skjulte ord 30 dager etter rapporten"
#define SAMLING "til samlingen slettes"
#define ACCOUNT "til kontoen slettes; kontakter til valgperioden er over"
#define LINKS "30 dager etter at den utløp"

#define NOT_PERSONAL(column) { column, NULL, NULL, NULL }

const struct treatment treatments[] = {
	{ "navneliste.navn", "sette sammen grupper, styre ordet, bordkort, svar med navn", TASK,
	  ROSTER },
	{ "navneliste.parti", "blande partier i grupper", PUBLIC, ROSTER },
	{ "navneliste.rolle", "blande folkevalgte og administrasjon, sammenligne svar", TASK,
	  ROSTER },
	{ "navneliste.stilling", "bordkort og navn på talerstolen", TASK, ROSTER },
	{ "navneliste.kjoenn", "blande kjønn i grupper; kan stå tomt", TASK, ROSTER },
	{ "navneliste.foedt", "blande aldre, la den yngste lede gruppen; bare året, kan stå tomt",
	  TASK, ROSTER },
	{ "navneliste.ny", "blande nye og erfarne i grupper; kan stå tomt", TASK, ROSTER },
	{ "navneliste.ekstern", "kjenne igjen personen når listen leses inn på nytt", TASK,
	  ROSTER },
	{ "navneliste.frammoete", "lage grupper av dem som er til stede", TASK, ROSTER },
	{ "navneliste.samling", "hvilken samling listen gjelder", TASK, ROSTER },

	{ "deltaker.id", "skille telefonene fra hverandre; tilfeldig", TASK, SEAT },
	{ "deltaker.token", "kjenne igjen telefonen; bare en kontrollsum av informasjonskapselen",
	  TASK, "ett døgn etter siste dag, " LATER },
	{ "deltaker.rolle", "telle deltakere og sammenligne svar etter rolle", TASK, SEAT },
	{ "deltaker.navn", "svar med navn, gruppe og taletid; bare når deltakeren velger navnet",
	  NAMED, ROSTER },
	{ "deltaker.dato", "telle deltakere hver dag; aldri klokkeslettet", TASK, SEAT },
	{ "deltaker.samling", "hvilken samling telefonen er med i", TASK, SEAT },
	{ "svar.noekkel", "endre svaret så lenge runden er åpen; tilfeldig når den er lukket",
	  NAMED, SAMLING },
	{ "svar.verdi", "det deltakerne mener; anonymt, eller med navn der det står før svaret",
	  NAMED, TEXTS },
	{ "kort.tekst", "det grupper har kommet fram til", TASK, CARDS },
	{ "kort.ordlyd", "det det ble enighet om", TASK, SAMLING },
	{ "moderering.tekst", "skjule tekster som ikke skal vises", TASK, DECIDED },
	{ "ordvalg.*", "slå sammen ord som betyr det samme", TASK, DECIDED },
	{ "ordpar.*", "huske til neste samling hvilke ord kommunen mener er det samme", TASK,
	  PAIRS },
	{ "ordnavn.*", "hva en samling ord kalles", TASK, DECIDED },
	{ "ordangre.*", "angre det som er gjort med ordene", TASK, DECIDED },
	{ "handtelling.verdi", "hva det ble talt opp med hender", TASK, SAMLING },

	{ "gruppe.*", "hvem som leder gruppen, og hvilken telefon som skriver", TASK, ROSTER },
	{ "gruppeplass.*", "hvem som sitter hvor, og ikke to ganger med de samme", TASK, ROSTER },
	{ "gruppetelefon.*", "hvilken gruppe en telefon uten navn er med i", TASK, SEAT },
	{ "grupperegel.*", "hvem som skal eller ikke skal sitte sammen", TASK, ROSTER },
	{ "taler.*", "ordet på tur, og tid på talerstolen", TASK, SPEECH },
	{ "valgstemme.hvem", "hvem eller hvilken liste stemmene i salen ble talt for", TASK,
	  SAMLING },
	{ "valglodd.hvem", "hvem eller hvilken liste loddet falt på", TASK, SAMLING },

	{ "person.epost", "logge inn", WORK, ACCOUNT },
	{ "person.navn", "vise hvem som leder", WORK, ACCOUNT },
	{ "person.rolle", "gi riktig tilgang", WORK, ACCOUNT },
	{ "person.spraak", "vise sidene på bokmål eller nynorsk", WORK, ACCOUNT },
	{ "person.kommune", "hvilken kommune en kontakt svarer for", WORK, ACCOUNT },
	{ "person.opprettet", "når tilgangen ble gitt", WORK, ACCOUNT },
	{ "person.sperret", "stenge en tilgang", SAFE, ACCOUNT },
	{ "samling_veileder.*", "hvem som leder samlingen", WORK, ACCOUNT },
	{ "lenke.*", "lenker som slipper noen inn; bare en kontrollsum av lenken", SAFE, LINKS },
	{ "oekt.*", "holde noen innlogget", SAFE, "14 dager" },
	{ "protokoll.hvem", "hvem som har gjort hva som leder; rollen når kontoen slettes", WORK,
	  SAMLING },
	{ "protokoll.detalj", "hva handlingen gjaldt", WORK, SAMLING },
	{ "punkt.ansvarlig", "hvem som har ansvaret for et punkt, på programmet", TASK, SAMLING },
	{ "punkt.notat", "prosessveilederens egne notater", WORK, SAMLING },
	{ "punkt.konklusjon", "det det ble enighet om", TASK, SAMLING },
	{ "punkt.oppsett", "spørsmål og tekster på skjermen", TASK, SAMLING },
	{ "punkt.tittel", "programmet", TASK, SAMLING },
	{ "bilde.bytes", "bilder i programmet, som kan vise personer", TASK, SAMLING },
	{ "bilde.beskrivelse", "hva bildet viser, for den som ikke ser det", TASK, SAMLING },

	NOT_PERSONAL("valglesning.spoersmaal"), NOT_PERSONAL("valglesning.lesning"),
	NOT_PERSONAL("fylke.*"), NOT_PERSONAL("kommune.*"), NOT_PERSONAL("samling.*"),
	NOT_PERSONAL("dag.*"), NOT_PERSONAL("punkt.slag"), NOT_PERSONAL("punkt.spor"),
	NOT_PERSONAL("bilde.sha"), NOT_PERSONAL("protokoll.hva"), NOT_PERSONAL("innstilling.*"),
	NOT_PERSONAL("jobb.*"), NOT_PERSONAL("gruppedeling.brudd"),
	NOT_PERSONAL("grupperom.navn"), NOT_PERSONAL("migrering.*"),
	NOT_PERSONAL("lovtekst.*"), NOT_PERSONAL("lokalregel.*"),
	{ NULL, NULL, NULL, NULL }
};

void treatment_write(FILE *to)
{
	fputs("| felt | formål | grunnlag (forslag) | hvor lenge |\n|---|---|---|---|\n", to);
	for (const struct treatment *t = treatments; t->column != NULL; t++)
		if (t->purpose != NULL)
			fprintf(to, "| `%s` | %s | %s | %s |\n", t->column, t->purpose, t->basis,
			        t->kept);
}
