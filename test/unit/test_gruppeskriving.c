/* Phones in groups: where they sit, who has the pen, and who may read what they write. */
#include "gruppe_scene.h"

/* Another of Kari's group, who is a councillor. */
static int64_t companion(void)
{
	return site_sql(h.t, "SELECT p.navn FROM gruppeplass p JOIN navneliste n ON n.id = p.navn "
	                "WHERE p.punkt = %d AND p.gruppe = %d AND n.rolle = 0 AND p.navn <> %d",
	                (int)h.work[0], (int)group_of(h.work[0], h.name[KARI]),
	                (int)h.name[KARI]);
}

/* ---- without a roster ---- */

static void phones_alone_get_a_number_each(void **state)
{
	struct browser phone[7], late;

	(void)state;
	site_sql(h.t, "DELETE FROM deltaker");
	site_sql(h.t, "DELETE FROM navneliste");
	for (int i = 0; i < 7; i++)
		phone[i] = site_participant(h.t, h.s, ROLE_FOLKEVALGT);
	site_sql(h.t, "UPDATE punkt SET oppsett = replace(oppsett, '\"antall\":9', "
	         "'\"antall\":0')");
	next(1);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM gruppe"), 2);
	assert_in(sees(&phone[3]), "gruppenr");
	assert_in(wall(), "Telefonen din sier hvilken gruppe du er i.");
	late = site_participant(h.t, h.s, ROLE_ANNET);
	assert_in(sees(&late), "Finn en gruppe til meg");
	assert_int_equal(does(&late, "finn_plass", "", "").status, 303);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM gruppetelefon GROUP BY gruppe "
	                          "HAVING gruppe = 2"), 4);
	next(2);
	assert_int_equal(does(&late, "penn", "", "").status, 303);
	assert_int_equal(does(&late, "lagre", "Skole", "Vei").status, 303);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM kort"), 2);
}

static void with_nobody_at_all_it_is_said(void **state)
{
	struct answer a;

	(void)state;
	site_sql(h.t, "DELETE FROM deltaker");
	site_sql(h.t, "DELETE FROM navneliste");
	a = press_as(&h.anna, h.work[0], 0, "neste");
	assert_int_equal(a.status, 422);
	assert_in(a.body, "Ingen er her ennå.");
	assert_int_equal(step_of(h.work[0]), 0);
}

static void a_phone_says_who_it_is_or_where_it_sits(void **state)
{
	struct browser b = site_participant(h.t, h.s, ROLE_FOLKEVALGT);
	const char *ola = site_path(h.t, "%d", (int)h.name[OLA]);

	(void)state;
	next(1);
	assert_in(sees(&b), "Hvem er du?");
	assert_int_equal(does(&b, "sitter_i", "4", "").status, 303);
	assert_in(sees(&b), "<strong class=\"tall\">4</strong>");
	assert_int_equal(does(&b, "sitter_i", "44", "").status, 422);
	assert_int_equal(does(&b, "jeg_er", ola, "").status, 303);
	assert_in(sees(&b), site_path(h.t, "<strong class=\"tall\">%d</strong>",
	                              (int)group_of(h.work[0], h.name[OLA])));
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM gruppetelefon"), 0);
}

/* ---- the pen ---- */

static void annes_phone_dies_and_nils_takes_the_pen(void **state)
{
	struct answer a;

	(void)state;
	next(1);
	h.anne = phone_of(companion());
	next(2);
	assert_int_equal(does(&h.kari, "penn", "", "").status, 303);
	assert_int_equal(does(&h.kari, "lagre", "Skole", "Vei & vann").status, 303);
	assert_in(sees(&h.anne), "Kari Nes skriver for gruppen.");
	assert_in(sees(&h.anne), "Vei &amp; vann");
	assert_int_equal(does(&h.anne, "penn", "", "").status, 409);
	assert_int_equal(does(&h.anne, "penn_over", "", "").status, 303);
	assert_in(sees(&h.anne), ">Skole</textarea>");

	a = does(&h.kari, "lagre", "Skole og barnehage", "");
	assert_int_equal(a.status, 422);
	assert_in(a.body, "Det er en annen som skriver for gruppen nå.");
	assert_in(a.body, ">Skole og barnehage</textarea>");
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM kort WHERE tekst LIKE 'Skole o%%'"),
	                 0);

	assert_int_equal(does(&h.anne, "lagre", "Skole", "Brann").status, 303);
	assert_int_equal(does(&h.anne, "lagre", "Skole", "Brann").status, 303);
	assert_string_equal(site_sql_text(h.t, "SELECT group_concat(tekst) FROM "
	                    "(SELECT tekst FROM kort ORDER BY felt)"), "Skole,Brann");
	assert_int_equal(does(&h.kari, "lagre_over", "Bibliotek", "").status, 303);
	assert_string_equal(site_sql_text(h.t, "SELECT group_concat(tekst) FROM kort"),
	                    "Bibliotek");
}

static void what_is_too_long_or_too_much_stays_in_the_field(void **state)
{
	struct answer a;

	(void)state;
	next(3);
	assert_int_equal(does(&h.kari, "penn", "", "").status, 303);
	a = does(&h.kari, "lagre", "kort", site_path(h.t, "%0141d", 1));
	assert_int_equal(a.status, 422);
	assert_in(a.body, "Et av punktene er for langt.");
	assert_in(a.body, ">kort</textarea>");
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM kort"), 0);
}

static void the_pen_is_forgotten_when_the_item_is_left(void **state)
{
	(void)state;
	next(3);
	assert_int_equal(does(&h.kari, "penn", "", "").status, 303);
	assert_int_equal(does(&h.kari, "lagre", "Skole", "").status, 303);
	assert_int_equal(site_sql(h.t, "SELECT count(skriver) FROM gruppe"), 1);
	lead(h.work[0], site_path(h.t, "gaatil %d", (int)h.work[1]));
	assert_int_equal(site_sql(h.t, "SELECT count(skriver) FROM gruppe"), 0);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM kort"), 1);
	assert_int_equal(does(&h.kari, "lagre", "Vei", "").status, 409);
}

/* ---- who may read the points ---- */

static void points_are_the_groups_until_plenary(void **state)
{
	struct browser other;
	int64_t own = 0;

	(void)state;
	next(1);
	own = group_of(h.work[0], h.name[KARI]);
	other = phone_of(site_sql(h.t, "SELECT navn FROM gruppeplass WHERE gruppe <> %d",
	                          (int)own));
	next(2);
	assert_int_equal(does(&h.kari, "penn", "", "").status, 303);
	assert_int_equal(does(&h.kari, "lagre", "Hemmelig ennå", "").status, 303);
	assert_out(wall(), "Hemmelig");
	assert_out(sees(&other), "Hemmelig");
	assert_in(sees(&h.kari), "Hemmelig");
	assert_in(console(),
	          "Hemmelig");
	next(1 + (int)own);
	assert_in(wall(), "Hemmelig");
	assert_in(sees(&other), "Hemmelig");
	lead(h.work[0], "punkt_skjul hemmelig ennå");
	assert_out(wall(), "Hemmelig");
	assert_out(sees(&other), "Hemmelig");
}

static void plenary_goes_group_by_group(void **state)
{
	struct answer a;

	(void)state;
	next(5);
	assert_in(wall(), "Gruppe 1");
	assert_in(wall(), "data-slutt");
	next(1);
	assert_in(wall(), "Gruppe 2");
	a = press_as(&h.anna, h.work[0], 6, "steg 6 5");
	assert_int_equal(a.status, 303);
	assert_in(wall(), "Gruppe 1");
	next(8);
	assert_in(console(),
	          "Gå til neste: Arbeid 2");
}

static void the_report_has_points_by_group_and_nobodys_name(void **state)
{
	const char *staff = site_path(h.t, "/samling/%d/rapport", (int)h.s), *hall;

	(void)state;
	site_sql(h.t, "UPDATE punkt SET startet = 1 WHERE id = %d", (int)h.work[0]);
	next(3);
	assert_int_equal(does(&h.kari, "penn", "", "").status, 303);
	assert_int_equal(does(&h.kari, "lagre", "Flere lærlinger", "Et stygt ord").status, 303);
	lead(h.work[0], "punkt_skjul et stygt ord");
	site_sql(h.t, "UPDATE samling SET frigitt = 1");
	hall = site_get(&h.kari, site_path(h.t, "/s/%d/rapport", (int)h.s)).body;
	assert_out(hall, "Flere lærlinger");
	lead(h.work[0], site_path(h.t, "gaatil %d", (int)h.work[1]));
	hall = site_get(&h.kari, site_path(h.t, "/s/%d/rapport", (int)h.s)).body;
	assert_in(hall, "Flere lærlinger");
	assert_out(hall, "Et stygt ord");
	assert_out(hall, "Ola Li");
	staff = site_get(&h.anna, staff).body;
	assert_in(staff, "Flere lærlinger");
	assert_out(staff, "i gruppe sammen før");
	assert_out(staff, "Et stygt ord");
	assert_out(staff, "Ola Li");
}

/* Nobody can make what groups write a matter of persons. */
static void group_work_has_its_own_level_and_no_other(void **state)
{
	static const char *const level[] = { "0", "1", "2" };
	const char *path = site_path(h.t, "/samling/%d/punkt/ny", (int)h.s);

	(void)state;
	for (size_t i = 0; i < 3; i++)
		assert_int_equal(site_post(&h.anna, path, "slag", "gruppearbeid", "dag", "1",
		                 "etter", "0", "tittel", "Nytt", "minutter", "15", "nivaa",
		                 level[i], "o_oppgave", "Hva?", NULL).status, 303);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM punkt WHERE tittel = 'Nytt' AND "
	                          "nivaa = 1"), 3);
}

/* ---- two at once, and others' ids ---- */

static void of_two_who_press_at_once_one_is_told(void **state)
{
	(void)state;
	assert_int_equal(press_as(&h.anna, h.work[0], 0, "neste").status, 303);
	assert_non_null(strstr(press_as(&h.bo, h.work[0], 0, "neste").to, "sen=1"));
	assert_int_equal(step_of(h.work[0]), 1);
	assert_int_equal(press_as(&h.anna, h.work[0], 1, "steg 1 3").status, 303);
	assert_int_equal(press_as(&h.bo, h.work[0], 1, "steg 1 2").status, 409);
	assert_int_equal(step_of(h.work[0]), 3);
}

static void another_samlings_ids_are_refused(void **state)
{
	int64_t other = site_samling(h.t, "3101", PHASE_LIVE);
	int64_t theirs = site_sql(h.t, "INSERT INTO navneliste (samling, navn, rolle) VALUES "
	                          "(%d, 'Fremmed', 0)", (int)other);
	int64_t item = site_item(h.t, other, 1, "gruppearbeid", "Deres", 30,
	                         config_of(",\"hver_for_seg\":false"));
	const char *id = site_path(h.t, "%d", (int)theirs);
	const char *kari = site_path(h.t, "%d", (int)h.name[KARI]);
	struct browser b = site_participant(h.t, h.s, ROLE_FOLKEVALGT);

	(void)state;
	next(1);
	assert_int_equal(does(&b, "jeg_er", id, "").status, 422);
	assert_int_equal(does_to(&b, item, "sitter_i", "1", "").status, 409);
	assert_int_equal(site_get(&h.anna, group_page(item, "")).status, 404);
	site_post(&h.anna, site_path(h.t, "/samling/%d/grupper/regel", (int)h.s), "slag", "0",
	          "a", kari, "b", id, NULL);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM grupperegel"), 0);
	assert_int_equal(site_post(&h.anna, group_page(h.work[0], "/flytt"), "navn", id,
	                           "gruppe", "1", NULL).status, 404);
	assert_int_equal(does(&h.kari, "grupper_lag 0", "", "").status, 403);
}

/* ---- again ---- */

static void what_the_groups_wrote_is_seen_again(void **state)
{
	int64_t again = site_item(h.t, h.s, 1, "gjensyn", "En gang til", 5,
	                          "{\"tekst\":\"Husker dere?\"}");

	(void)state;
	site_sql(h.t, "UPDATE punkt SET gjelder = %d WHERE id = %d", (int)h.work[0], (int)again);
	go_to(again);
	assert_in(wall(), "Husker dere?");      /* nobody has met yet */
	assert_out(wall(), "gruppetavle");
	go_to(h.work[0]);
	next(3);
	assert_int_equal(does(&h.kari, "penn", "", "").status, 303);
	assert_int_equal(does(&h.kari, "lagre", "Skole", "Vei & vann").status, 303);
	assert_out(wall(), "Skole");            /* theirs alone while they write */
	lead(h.work[0], "punkt_skjul vei & vann");
	go_to(again);
	assert_in(wall(), "<li>Skole</li>");
	assert_in(sees(&h.kari), "<li>Skole</li>");
	assert_in(console(), "<li>Skole</li>");
	assert_out(wall(), "vann");
	assert_out(sees(&h.kari), "vann");
	assert_out(console(), "vann");
	assert_out(wall(), "Husker dere?");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(phones_alone_get_a_number_each),
		T(with_nobody_at_all_it_is_said),
		T(a_phone_says_who_it_is_or_where_it_sits),
		T(annes_phone_dies_and_nils_takes_the_pen),
		T(what_is_too_long_or_too_much_stays_in_the_field),
		T(the_pen_is_forgotten_when_the_item_is_left),
		T(points_are_the_groups_until_plenary),
		T(plenary_goes_group_by_group),
		T(the_report_has_points_by_group_and_nobodys_name),
		T(group_work_has_its_own_level_and_no_other),
		T(of_two_who_press_at_once_one_is_told),
		T(another_samlings_ids_are_refused),
		T(what_the_groups_wrote_is_seen_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
