/* The checklist of an item: scenes from Lillevik, and that nothing of them is left behind. */
#include "site_help.h"

#include <stdio.h>
#include <unistd.h>

#include "app/habilitet/habilitet.h"
#include "app/habilitet/sjekkliste.h"

#define PAGE "/habilitet/sjekkliste"
#define BODY(members, present) "organ", "Planutvalget", "sak", "12/27 Sagtomta", "dato", \
	"2027-01-14", "medlemmer", members, "motte", present
#define WHO(name, group, role) "navn", name, "gruppe", group, "rolle", role
#define SAID(said, votes, against, basis) "vedtak", said, "inhabil", votes, "habil", against, \
	"grunnlag", basis
#define VARA(name, group, can) "vara", name, "varagruppe", group, "kan", can
#define THREE "Kari Moe; Ap; søster av søkeren\nPer Li; H\nEva Nes; Sp"
#define TWELVE "A;1\nB;1\nC;1\nD;1\nE;1\nF;1\nG;1\nH;1\nI;1\nJ;1\nK;1\nL;1"

static struct site_test *t;
static struct browser secretary;

static int open_site(void **state)
{
	static const struct page *const tables[] = { habilitet_pages, NULL };

	(void)state;
	t = site_open(tables);
	secretary = (struct browser){ .t = t };
	return 0;
}

static int close_site(void **state)
{
	(void)state;
	site_close(t);
	return 0;
}

/* What a checklist says; the test fails when there is none. */
#define LIST(...) made(site_post(&secretary, PAGE, __VA_ARGS__, NULL), 200)
#define WRONG(...) made(site_post(&secretary, PAGE, __VA_ARGS__, NULL), 422)

static const char *made(struct answer a, int status)
{
	if (a.status != status)
		fail_msg("%d, wanted %d\n%s", a.status, status, a.body);
	if ((strstr(a.body, "id=\"moetebok\"") != NULL) != (status == 200))
		fail_msg("a text for the minutes where there should be none, or none");
	return a.body;
}

static const char *minutes(const char *page)
{
	return strstr(page, "id=\"moetebok\"");
}

/* ---- who votes ---- */

static void of_three_challenged_none_votes_and_the_rest_is_enough(void **state)
{
	const char *page = LIST(BODY("19", "19"), "personer", THREE);

	(void)state;
	assert_in(page, "16 av 19 er igjen; det er nok, for minst 10 må være med.");
	assert_in(page, "verken om seg selv eller om de andre");
	assert_in(page, "Stem over én om gangen: Kari Moe (Ap), Per Li (H) og Eva Nes (Sp).");
	assert_in(page, "forvaltningsloven § 8 andre ledd");
	assert_in(page, "§ 11-9 første ledd");
	assert_in(minutes(page), "Ingen av dem var med på å avgjøre");
	assert_in(minutes(page), "16 av 19 var med på å avgjøre.");
	assert_out(minutes(page), "søster av søkeren");
}

static void of_twelve_challenged_everybody_takes_part(void **state)
{
	const char *page = LIST(BODY("19", "19"), "personer", TWELVE);

	(void)state;
	assert_in(page, "7 av 19 er igjen; det er for få, for minst 10 må være med. Da skal alle "
	                "som møter, 19 i tallet, være med");
	assert_in(page, "Blir alle funnet inhabile, er 7 av 19 igjen i saken.");
	assert_in(page, "gjør ikke de inhabile habile i saken");
	assert_in(minutes(page), "Alle som møtte, 19 i tallet, var derfor med på å avgjøre "
	          "(forvaltningsloven § 8 andre ledd).");
}

static void deputies_who_come_can_make_it_enough(void **state)
{
	const char *page = LIST(BODY("19", "19"), "personer", TWELVE, "varaer",
	                        "X;1\nY;1\nZ;1");

	(void)state;
	assert_in(page, "7 av 19 er igjen, og 3 møter som vara; det er nok, for minst 10");
	assert_in(minutes(page), "X møtte som vara for A mens habiliteten ble avgjort.");
	assert_in(minutes(page), "10 av 19 var med på å avgjøre.");
}

static void when_everybody_is_challenged_everybody_decides(void **state)
{
	const char *page = LIST(BODY("5", "5"), "personer", "A\nB\nC\nD\nE");

	(void)state;
	assert_in(page, "0 av 5 er igjen; det er for få, for minst 3 må være med. Da skal alle som "
	          "møter, 5 i tallet");
	assert_in(minutes(page), "Uten dem var 0 av 5 igjen");
}

static void a_meeting_that_is_not_quorate_decides_nothing(void **state)
{
	const char *page = LIST(BODY("19", "9"), "personer", THREE);

	(void)state;
	assert_in(page, "Bare 9 av 19 er til stede, og minst 10 må være med.");
	assert_out(page, "Stem over én om gangen");
	assert_in(minutes(page), "Organet var ikke vedtaksført (kommuneloven § 11-9 første ledd)");
	assert_out(minutes(page), "inhabil eller habil");
}

static void the_line_is_at_half_of_the_members(void **state)
{
	static const struct { const char *members, *present, *says; } rows[] = {
		{ "11", "9", "6 av 11 er igjen; det er nok, for minst 6" },
		{ "11", "8", "5 av 11 er igjen; det er for få, for minst 6" },
		{ "12", "9", "6 av 12 er igjen; det er nok, for minst 6" },
		{ "13", "9", "6 av 13 er igjen; det er for få, for minst 7" },
		{ "13", "7", "4 av 13 er igjen; det er for få, for minst 7" },
		{ "13", "6", "Bare 6 av 13 er til stede" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_in(LIST(BODY(rows[i].members, rows[i].present), "personer", THREE),
		          rows[i].says);
}

/* ---- who chairs ---- */

static void the_deputy_leader_chairs_for_a_leader_who_is_challenged(void **state)
{
	const char *page = LIST(BODY("19", "19"), WHO("Kari Moe", "Ap", "leder"),
	                        SAID("inhabil", "18", "0", "slekt"));

	(void)state;
	assert_in(page, "Lederen, Kari Moe, er blant dem det gjelder. Nestlederen leder møtet");
	assert_in(page, "Nestlederen leder saken.");
	assert_in(page, "§ 11-2 tredje ledd");
	assert_in(minutes(page), "Nestlederen ledet møtet mens habiliteten ble avgjort.");
	assert_in(minutes(page), "Nestlederen ledet møtet mens saken ble behandlet.");
	assert_in(minutes(page), "Enstemmig vedtatt, med 18 stemmer.");
	page = LIST(BODY("19", "19"), WHO("Kari Moe", "Ap", "leder"),
	            SAID("habil", "0", "18", "slekt"));
	assert_out(page, "Nestlederen leder saken.");
	assert_in(page, "Den som er habil, tar plassen igjen");
	assert_in(minutes(page), "Kari Moe (Ap) var med i behandlingen av saken.");
}

static void a_chair_is_elected_when_both_leaders_are_challenged(void **state)
{
	const char *page = LIST(BODY("19", "19"), WHO("Kari Moe", "Ap", "leder"),
	                        WHO("Per Li", "H", "nestleder"));

	(void)state;
	assert_in(page, "Velg en møteleder ved flertallsvalg");
	assert_in(minutes(page), "Organet valgte ______ til å lede møtet mens habiliteten ble "
	          "avgjort (kommuneloven § 11-2 tredje ledd).");
	assert_in(page, "Blir både lederen og nestlederen funnet inhabile");
}

/* Where everybody takes part nobody is kept from the chair. */
static void a_leader_keeps_the_chair_when_everybody_takes_part(void **state)
{
	const char *page = LIST(BODY("3", "3"), WHO("Kari Moe", "Ap", "leder"),
	                        WHO("Per Li", "H", "nestleder"));

	(void)state;
	assert_in(page, "Når alle må være med, er ingen utelukket fra å lede");
	assert_out(minutes(page), "til å lede møtet mens habiliteten");
}

/* ---- which deputy ---- */

static void the_first_of_the_same_group_who_can_come_is_called(void **state)
{
	const char *page = LIST(BODY("19", "19"), "personer", "Kari Moe; AP",
	                        VARA("Liv Rud", "H", "kan"), VARA("Bo Vik", "Ap", "kan_ikke"),
	                        VARA("Ola "
	                             "Vik", "Ap", "inhabil"), VARA("Ida Ås", "Ap", "spoersmaal"),
	                        VARA("Tor Eng", "Ap", "kan"), VARA("Una Li", "Ap", "kan"));

	(void)state;
	assert_in(page, "For Kari Moe (AP): Tor Eng, den første");
	assert_in(page, "Ida Ås står foran i rekken, men også der");
	assert_in(page, "Tor Eng sitter for Kari Moe hvis organet sier inhabil.");
	assert_in(page, "§ 7-10 første ledd");
	assert_in(page, "Forvaltningsloven § 8 tredje ledd");
}

static void a_group_without_a_deputy_has_an_empty_seat(void **state)
{
	const char *page = LIST(BODY("19", "19"), "personer", "Kari Moe; Ap\nPer Li", "varaer",
	                        "Liv Rud; H");

	(void)state;
	assert_in(page, "For Kari Moe (Ap) er det ingen i rekken fra samme gruppe");
	assert_in(page, "Per Li: Skriv hvilken gruppe");
	assert_in(page, "Loven lar ikke en annen gruppe fylle den.");
	assert_out(page, "Liv Rud, den første");
}

static void two_of_a_group_get_a_deputy_each(void **state)
{
	const char *page = LIST(BODY("19", "19"),
	                        WHO("Kari Moe", "Ap", "medlem"), SAID("habil", "4", "15", ""),
	                        WHO("Per Li", "Ap", "medlem"), SAID("inhabil", "15", "4", "part"),
	                        VARA("Ola Vik", "Ap", "kan"), VARA("Una Li", "Ap", "kan"));

	(void)state;
	assert_in(page, "For Kari Moe (Ap): Ola Vik");
	assert_in(page, "For Per Li (Ap): Una Li");
	assert_in(minutes(page), "Ola Vik møtte som vara for Per Li i saken.");
	assert_out(minutes(page), "Una Li møtte som vara for Per Li i saken.");
	assert_in(minutes(page), "19 av 19 behandlet saken.");
}

/* ---- the minutes ---- */

static void the_minutes_say_what_the_body_decided_and_on_what(void **state)
{
	const char *text = minutes(LIST(BODY("19", "19"),
		WHO("Kari Moe", "Ap", "medlem"), SAID("inhabil", "12", "4", "skjonn"),
		WHO("Per Li", "H", "medlem"), SAID("habil", "8", "8", "skjonn"),
		WHO("Eva Nes", "Sp", "medlem"), SAID("habil", "0", "16", "apenbart")));

	(void)state;
	assert_in(text, "Habilitet: 12/27 Sagtomta");
	assert_in(text, "Planutvalget, torsdag 14. januar 2027. 19 av 19 medlemmer var til stede.");
	assert_in(text, "Kari Moe (Ap) er inhabil. Grunnlag: andre særlige forhold, vurdert av "
	          "organet (forvaltningsloven § 6 andre ledd). Vedtatt med 12 mot 4 stemmer.");
	assert_in(text, "Per Li (H) er habil. Vurdert: andre særlige forhold");
	assert_in(text, "Stemmen til møtelederen avgjorde (kommuneloven § 11-9 andre ledd).");
	assert_in(text, "Eva Nes (Sp) er habil. Grunnlag: et unntak, fordi");
	assert_in(text, "18 av 19 behandlet saken.");
}

static void the_minutes_can_be_in_the_other_form_than_the_page(void **state)
{
	const char *page = LIST(BODY("19", "19"), "personer", "Kari Moe; Ap; søsteren søker",
	                        "maalform", "nn", "begrunn", "1");
	struct browser nynorsk = { .t = t, .lang = "nn" };

	(void)state;
	assert_in(page, "Slik går det for seg");
	assert_in(page, "id=\"moetebok\" lang=\"nn\"");
	assert_in(minutes(page), "Det vart reist spørsmål om habiliteten til Kari Moe (Ap).");
	assert_in(minutes(page), "forvaltningslova § 8 andre ledd");
	assert_in(minutes(page), "Kari Moe: søsteren søker");
	page = made(site_post(&nynorsk, PAGE, BODY("19", "19"), "personer", "Kari Moe", NULL), 200);
	assert_in(page, "Slik går det føre seg");
	assert_in(minutes(page), "Det vart reist spørsmål");
	page = made(site_post(&nynorsk, PAGE, BODY("19", "19"), "personer", "Kari Moe", "maalform",
	                      "nb", NULL), 200);
	assert_in(minutes(page), "Det ble reist spørsmål");
}

static void what_the_minutes_lack_is_told(void **state)
{
	const char *page = LIST(BODY("19", "19"), "personer", "Kari Moe; Ap");

	(void)state;
	assert_in(page, "mangler hva organet bestemte");
	assert_in(page, "mangler grunnlaget");
	assert_in(page, "mangler stemmetall");
	page = LIST(BODY("19", "19"), WHO("Kari "
	                                  "Moe", "Ap", ""), SAID("inhabil", "18", "0", "part"));
	assert_out(page, "Teksten under mangler");
}

static void a_provisional_decision_is_for_when_too_few_are_left(void **state)
{
	const char *page = LIST(BODY("3", "3"), "haster", "1",
	                        WHO("Kari Moe", "Ap", ""), SAID("inhabil", "3", "0", "part"),
	                        WHO("Per Li", "H", ""), SAID("inhabil", "3", "0", "part"));

	(void)state;
	assert_in(page, "kan også de inhabile være med på en foreløpig avgjørelse");
	assert_in(minutes(page), "foreløpig avgjørelse (forvaltningsloven § 7)");
	assert_out(minutes(page), "gikk fra");
	page = LIST(BODY("3", "3"), WHO("Kari Moe", "Ap", ""), SAID("inhabil", "3", "0", "part"),
	            WHO("Per Li", "H", ""), SAID("inhabil", "3", "0", "part"));
	assert_out(page, "foreløpig avgjørelse");
	assert_in(minutes(page), "Saken ble utsatt.");
	page = LIST(BODY("19", "19"), "haster", "1", WHO("Kari Moe", "Ap", ""),
	            SAID("inhabil", "18", "0", "part"));
	assert_in(page, "Organet er stort nok uten dem");
	assert_out(minutes(page), "foreløpig");
}

/* ---- what is wrong ---- */

static void what_is_wrong_is_said_at_its_field(void **state)
{
	(void)state;
	assert_in(WRONG("x", "1"), "Hva heter organet?");
	assert_in(WRONG("x", "1"), "Hvor mange medlemmer har organet?");
	assert_in(WRONG(BODY("19", "19")), "Skriv hvem det gjelder.");
	assert_in(WRONG(BODY("19", "20"), "personer", THREE), "id=\"motte-f\"");
	assert_in(WRONG(BODY("nitten", "19"), "personer", THREE), "id=\"medlemmer-f\"");
	assert_in(WRONG(BODY("19", "-3"), "personer", THREE), "id=\"motte-f\"");
	assert_in(WRONG(BODY("19", "2"), "personer", THREE), "Regn med også dem det gjelder.");
	assert_in(WRONG(BODY("19", "19"), "personer", "Kari\nkari"), "Navnet står to ganger.");
	assert_in(WRONG(BODY("19", "19"), WHO("", "Ap", "")), "Skriv navnet.");
	assert_in(WRONG(BODY("19", "19"), WHO("A", "", "leder"), WHO("B", "", "leder")),
	          "Organet har bare én av dem.");
	assert_in(WRONG(BODY("19", "19"), "personer", "Kari", "varaer", "Kari"),
	          "Navnet står også blant dem det gjelder.");
}

static void votes_that_cannot_be_are_refused(void **state)
{
	static const struct { const char *said, *votes, *against, *basis, *why; } rows[] = {
		{ "inhabil", "4", "9", "part", "Stemmene og vedtaket sier ikke det samme." },
		{ "habil", "9", "4", "part", "Stemmene og vedtaket sier ikke det samme." },
		{ "inhabil", "15", "4", "part", "Det er flere stemmer" },
		{ "inhabil", "mange", "5", "part", "Skriv stemmene som hele tall." },
		{ "inhabil", "9999999", "5", "part", "Skriv stemmene som hele tall." },
		{ "inhabil", "9", "", "part", "Skriv begge tallene" },
		{ "inhabil", "9", "0", "apenbart", "Et unntak gjør ingen inhabil." },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_in(WRONG(BODY("19", "19"), WHO("Kari Moe", "Ap", ""),
		                SAID(rows[i].said, rows[i].votes, rows[i].against, rows[i].basis)),
		          rows[i].why);
}

static void a_decision_that_too_few_voted_on_is_pointed_out(void **state)
{
	(void)state;
	assert_in(LIST(BODY("19", "19"), WHO("Kari "
	                                     "Moe", "Ap", ""), SAID("inhabil", "9", "0", "part")),
	          "Om Kari Moe er det skrevet 9 stemmer. Minst 10 må ha stemt");
	assert_out(LIST(BODY("19", "19"), WHO("Kari "
	                                      "Moe", "Ap", ""), SAID("inhabil", "9", "1", "part")),
	           "må ha stemt");
}

static void the_limit_for_a_control_is_no_saturday(void **state)
{
	(void)state;
	assert_in(LIST(BODY("19", "19"), "personer", THREE), "senest torsdag 4. februar 2027");
	assert_in(LIST("organ", "Planutvalget", "dato", "2026-11-21", "medlemmer", "19", "motte",
	               "19", "personer", THREE), "senest mandag 14. desember 2026");
	assert_in(LIST("organ", "Planutvalget", "medlemmer", "19", "motte", "19", "personer",
	               THREE),
	          "innen tre uker");
}

static void hostile_input_is_text_and_nothing_else(void **state)
{
	const char *bad = "<script>alert(1)</script>\"' %s%n ';--";
	const char *page = LIST(BODY("19", "19"), WHO(bad, bad, "<b>"), "hvorfor", bad, "grunnlag",
	                        "%n", "vedtak", "'", "maalform", "xx", "begrunn", "1");
	struct buf many = buf_in(t->mem);

	(void)state;
	assert_out(page, "<script>alert");
	assert_in(page, "&lt;script&gt;alert");
	for (int i = 0; i < 70; i++)
		buf_printf(&many, "N%d;;;;\n;\n", i);
	assert_in(WRONG(BODY("199", "199"), "personer", many.p), "flere navn enn det er plass til");
	assert_int_equal(site_post(&secretary, PAGE, "organ", "a", "organ", "b", NULL).status, 400);
	WRONG(BODY("19", "19"), WHO("A", "", ""), "hvorfor", arena_printf(t->mem, "%0301d", 1));
}

static void a_row_more_is_no_fault_yet(void **state)
{
	struct answer a = site_post(&secretary, PAGE, "personer", "Kari Moe; Ap; søster", "flere",
	                            "person", NULL);

	(void)state;
	assert_int_equal(a.status, 200);
	assert_in(a.body, "id=\"navn-1\"");
	assert_in(a.body, "value=\"Kari Moe\"");
	assert_out(a.body, "ds-validation-message");
	assert_out(a.body, "moetebok\" lang");
}

/* ---- nothing is left ---- */

static void nothing_is_stored_logged_or_in_an_address(void **state)
{
	const int64_t before = site_sql(t, "PRAGMA data_version");
	FILE *kept = tmpfile();
	int err = dup(STDERR_FILENO);
	struct answer a;

	(void)state;
	assert_non_null(kept);
	dup2(fileno(kept), STDERR_FILENO);
	a = site_post(&secretary, PAGE, BODY("19", "19"), "personer", THREE, NULL);
	WRONG(BODY("19", "2"), "personer", THREE);
	dup2(err, STDERR_FILENO);
	close(err);
	fseek(kept, 0, SEEK_END);
	assert_int_equal(ftell(kept), 0);
	fclose(kept);
	assert_int_equal(a.status, 200);
	assert_string_equal(a.to, "");
	assert_string_equal(site_header(&a, "Cache-Control"), "no-store");
	assert_int_equal(site_sql(t, "PRAGMA data_version"), before);
	assert_out(site_get(&secretary, PAGE).body, "Kari Moe\"");
	assert_out(site_get(&secretary, PAGE "?navn=Kari+Moe&organ=Planutvalget").body, "Kari "
	                                                                                "Moe\"");
}

/* ---- tables ---- */

static void every_ground_of_the_tree_that_is_about_members_can_be_chosen(void **state)
{
	(void)state;
	for (size_t i = 0; i < n_habil_grounds; i++) {
		const enum rule rule = habil_grounds[i].rule;
		const bool of_employees = rule == RULE_HABIL_KLAGE_ANSATT ||
		                          rule == RULE_HABIL_KLAGE_OVERORDNET ||
		                          rule == RULE_HABIL_OVERORDNET;
		const struct sjekkliste_basis *b = sjekkliste_bases;

		while (b->key != NULL && b->rule != rule)
			b++;
		if (of_employees != (b->key == NULL))
			fail_msg("ground %s", habil_grounds[i].code);
		if (b->key != NULL)
			assert_int_equal(b->clears, habil_grounds[i].outcome == HABIL_UNNTAK);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(of_three_challenged_none_votes_and_the_rest_is_enough),
		cmocka_unit_test(of_twelve_challenged_everybody_takes_part),
		cmocka_unit_test(deputies_who_come_can_make_it_enough),
		cmocka_unit_test(when_everybody_is_challenged_everybody_decides),
		cmocka_unit_test(a_meeting_that_is_not_quorate_decides_nothing),
		cmocka_unit_test(the_line_is_at_half_of_the_members),
		cmocka_unit_test(the_deputy_leader_chairs_for_a_leader_who_is_challenged),
		cmocka_unit_test(a_chair_is_elected_when_both_leaders_are_challenged),
		cmocka_unit_test(a_leader_keeps_the_chair_when_everybody_takes_part),
		cmocka_unit_test(the_first_of_the_same_group_who_can_come_is_called),
		cmocka_unit_test(a_group_without_a_deputy_has_an_empty_seat),
		cmocka_unit_test(two_of_a_group_get_a_deputy_each),
		cmocka_unit_test(the_minutes_say_what_the_body_decided_and_on_what),
		cmocka_unit_test(the_minutes_can_be_in_the_other_form_than_the_page),
		cmocka_unit_test(what_the_minutes_lack_is_told),
		cmocka_unit_test(a_provisional_decision_is_for_when_too_few_are_left),
		cmocka_unit_test(what_is_wrong_is_said_at_its_field),
		cmocka_unit_test(votes_that_cannot_be_are_refused),
		cmocka_unit_test(a_decision_that_too_few_voted_on_is_pointed_out),
		cmocka_unit_test(the_limit_for_a_control_is_no_saturday),
		cmocka_unit_test(hostile_input_is_text_and_nothing_else),
		cmocka_unit_test(a_row_more_is_no_fault_yet),
		cmocka_unit_test(nothing_is_stored_logged_or_in_an_address),
		cmocka_unit_test(every_ground_of_the_tree_that_is_about_members_can_be_chosen),
	};

	return cmocka_run_group_tests(tests, open_site, close_site);
}
