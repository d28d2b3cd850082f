/* Each question that the act leaves open is asked where an election meets it, with what each
 * reading gives, and the one that is followed stands in the protocol. */
#include "app/valg/tvil_tekst.h"
#include "valg_scene.h"

#define LIST(name, votes, names) "&liste=" name "&stemmer=" votes "&navn=" names
#define FORHOLDSVALG "/valg/forholdsvalg?organ=utvalg&dato=2027-10-14&"
#define PROTOCOL "/valg/protokoll?organ=utvalg&dato=2027-10-14&"

/* A has two names for four seats; B is without a seat; the deputies of C are too few. */
#define SHORT "plasser=5" LIST("A", "12", "Kari,K%0APer,M") \
	LIST("B", "3", "Ola,M%0AEva,K%0AIda,K%0ABo,M")
#define SEATLESS "plasser=2" LIST("A", "9", "Kari,K%0APer,M%0AEva,K%0AOla,M") \
	LIST("B", "2", "Bo+Lie,M%0AIda+Vik,K%0AUne+Ås,K")
#define FEW "plasser=4" LIST("C", "9", "M1,M%0AK1,K%0AM2,M%0AK2,K%0AM3,M%0AM4,M%0AM5,M%0AK3,K")
#define MOVED "plasser=2" \
	LIST("A", "9", "K1,K%0AM1,M%0AM2,M%0AM3,M%0AM4,M%0AM5,M%0AM6,M%0AK2,K%0AK3,K")
#define LOT "plasser=3" LIST("A", "6", "") LIST("SV", "3", "") LIST("H", "3", "")
#define TOO_FEW "plasser=4" LIST("A", "9", "Kari,K%0APer,M%0AEva,K%0AOla,M") "&signert=" \
	"&bak=&gruppe_k=&gruppe_m=&venter=3"
#define TWICE "plasser=2" LIST("A", "9", "Kari,K%0APer,M") LIST("B", "4", "Eva,K%0AOla,M") \
	"&signert=&bak=&gruppe_k=&gruppe_m=&venter=&signert=&bak=A,+SV&gruppe_k=&gruppe_m=&venter="
#define PERSON "plasser=2" LIST("A", "9", "Kari,K%0APer,M") LIST("B", "4", "Kari,K%0AOla,M")

struct asked {
	const char *page;               /* that asks it; NULL: none                   */
	const char *outcome[TVIL_READINGS];     /* said there, beside its reading      */
	const char *protocol;           /* follows its second reading; NULL: none     */
	const char *says;
	const char *not_asked;          /* why no page does                           */
};

static const struct asked asked[TVIL__MAX] = {
	[TVIL_LISTE_TOM] = { FORHOLDSVALG SHORT, { "A 2 · B 1 · 2 ledige plasser", "A 2 · B 3" },
		PROTOCOL SHORT "&liste_tom=neste_kvotient", "Plassene går til de neste" },
	[TVIL_VARA_UTEN_PLASS] = { FORHOLDSVALG SEATLESS,
		{ "Ingen varamedlemmer", "B: Bo Lie, Ida Vik" },
		PROTOCOL SEATLESS "&vara_uten_plass=to", "Lagt til grunn: Ja, to" },
	[TVIL_VARA_FAA] = { FORHOLDSVALG FEW, { "C: M3, M4, M5, K3", "det mangler 2" },
		PROTOCOL FEW "&vara_faa=av_fullt_tall", "Lagt til grunn: Alle varaplassene" },
	[TVIL_VARA_REKKEFOELGE] = { FORHOLDSVALG MOVED, { "rykker opp foran" },
		PROTOCOL MOVED, "Lagt til grunn: I den rekkefølgen" },
	[TVIL_BLANKE] = { "/valg/flertallsvalg?verv=ordforer&kandidat=Kari&stemmer=12"
		"&kandidat=Nils&stemmer=10&blanke=5", { "12 av 27", "Kari er valgt" } },
	[TVIL_ENSTEMMIG_BLANK] = { "/valg/avtalevalg?organ=utvalg&plasser=2&for=9&blanke=1"
		"&medlemmer=Ap:%0AKari,K%0APer,M", { "det blir forholdsvalg", "er vedtatt" } },
	[TVIL_AVTALE_VARA_KJOENN] = { "/valg/avtalevalg?organ=utvalg&plasser=4"
		"&medlemmer=Ap:%0AKari,K%0APer,M%0ASV:%0AEva,K%0AOla,M&varamedlemmer=Ap:%0AIda,K"
		"%0AUne,K%0ASV:%0ABo,M%0AJon,M", { "i orden", "ikke i orden" } },
	[TVIL_NY_KANDIDAT] = { "/valg/flertallsvalg?kandidat=Kari&stemmer=9&stemmer2=9"
		"&kandidat=Nils&stemmer=9&stemmer2=8&kandidat=Eva&stemmer=&stemmer2=10",
		{ "Eva er valgt", "uten Eva" } },
	[TVIL_MINSTE_NAVN] = { FORHOLDSVALG TOO_FEW, { "kan stå som den er", "må rettes" },
		PROTOCOL TOO_FEW "&minste_navn=grense", "Lagt til grunn: Ja, så mange" },
	[TVIL_TO_LISTER] = { FORHOLDSVALG TWICE, { "må rettes", "kan stå som den er" },
		PROTOCOL TWICE "&to_lister=tillates", "Lagt til grunn: Ja, for fellesliste" },
	[TVIL_TRE_MEDLEMMER] = { "/valg/etterpaa?organ=utvalg&plass=medlem&grunn=ut&kvinner=1"
		"&menn=2&gaar=M&foreslaatt=M&andre=ja", { "kan velges", "kan ikke velges" } },
	[TVIL_STEMMETEGN] = { "/valg/flertallsvalg", { "alle straks ser", "håndsopprekning" } },
	[TVIL_LODD] = { FORHOLDSVALG LOT, { "Med lapper", "Med et frø" },
		PROTOCOL LOT "&froe=x", "bestemt og kunngjort før avstemningen" },
	[TVIL_SLENGERE_BROEK] = { .not_asked = "about the voters' election: samling valg" },
	[TVIL_FLEST_STEMMER] = { .not_asked = "about the voters' election: samling valg" },
	[TVIL_SAMME_PERSON] = { FORHOLDSVALG PERSON, { "må rettes", "kan stå som den er" },
		PROTOCOL PERSON "&samme_person=tillates",
		"Lagt til grunn: Ja (kommuneloven § 7-5)." },
	[TVIL_VARA_NYVALG] = { .not_asked = "about the act before 2023: samling valg, by date" },
	[TVIL_SETTEMEDLEM] = { .not_asked = "about the act before 2023: samling valg, by date" },
};

static void every_question_is_asked_with_its_outcomes_or_has_a_reason(void **state)
{
	(void)state;
	for (int q = TVIL_NONE + 1; q < TVIL__MAX; q++) {
		const struct tvil_row *row = tvil_row(q);
		const char *p;

		assert_true((asked[q].page == NULL) == (asked[q].not_asked != NULL));
		if (asked[q].page == NULL)
			continue;
		p = page(asked[q].page);
		assert_in(p, tvil_words(q)->question);
		for (size_t i = 0; i < row->n_reading; i++) {
			assert_in(p, tvil_words(q)->reading[i]);
			assert_in(p, asked[q].outcome[i]);
		}
		assert_in(p, tvil_words(q)->why);
	}
}

static void the_reading_that_is_followed_stands_in_the_protocol(void **state)
{
	(void)state;
	for (int q = TVIL_NONE + 1; q < TVIL__MAX; q++)
		if (asked[q].protocol != NULL)
			assert_in(page(asked[q].protocol), asked[q].says);
}

static void every_question_has_words_for_each_reading(void **state)
{
	(void)state;
	for (int q = TVIL_NONE + 1; q < TVIL__MAX; q++)
		for (size_t i = 0; i < TVIL_READINGS; i++)
			assert_true((tvil_words(q)->reading[i] != NULL) ==
			            (i < tvil_row(q)->n_reading));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_question_is_asked_with_its_outcomes_or_has_a_reason),
		cmocka_unit_test(the_reading_that_is_followed_stands_in_the_protocol),
		cmocka_unit_test(every_question_has_words_for_each_reading),
	};

	return cmocka_run_group_tests(tests, valg_scene_open, valg_scene_close);
}
