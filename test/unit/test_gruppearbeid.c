/* Group work as it goes: who sits where, who has the pen, what the groups write. */
#include "site_help.h"

#include "app/aktivitet/aktivitet.h"
#include "app/lerret/lerret.h"
#include "app/sider.h"
#include "app/telefon/telefon.h"
#include "live/live.h"
#include "store/right.h"

#define COUNCILLORS 27
#define PEOPLE 35

static struct hall {
	struct site_test *t;
	int64_t s, work[3];             /* items                                     */
	int64_t name[PEOPLE + 1];       /* Kari, Ola, then the others; last is Per   */
	struct browser anna, bo;        /* lead together                             */
	struct browser kari, nils, anne;
} h;

enum { KARI, OLA, PER = PEOPLE };

static const char *config_of(const char *extra)
{
	return site_path(h.t, "{\"oppgave\":\"Hva er viktigst?\",\"oppgave_adm\":\"Hva kan vi "
		"hjelpe med?\",\"antall\":9,\"stoerrelse\":4,\"alene\":2,\"runde\":8,\"enighet\":5,"
		"\"plenum\":2,\"punkter\":3,\"tegn\":140,\"yngst_leder\":true%s}", extra);
}

static int64_t add_name(const char *name, int i)
{
	static const char *const party[] = { "Ap", "H", "Sp", "SV" };
	bool elected = i < COUNCILLORS;

	return site_sql(h.t, "INSERT INTO navneliste (samling, navn, parti, rolle, kjoenn, foedt, "
	                "frammoete) VALUES (%d, '%s', '%s', %d, '%s', %d, 1)", (int)h.s, name,
	                elected ? party[i % 4] : "", !elected, i % 2 ? "M" : "K", 1950 + i);
}

/* A phone that says the name. */
static struct browser phone_of(int64_t name)
{
	struct browser b = site_participant(h.t, h.s, ROLE_FOLKEVALGT);

	site_sql(h.t, "UPDATE deltaker SET navn = %d WHERE navn IS NULL", (int)name);
	return b;
}

static int hall_open(void **state)
{
	(void)state;
	h = (struct hall){ .t = site_open(all_pages) };
	h.s = site_samling(h.t, "9999", PHASE_LIVE);
	for (int i = 0; i < 3; i++)
		h.work[i] = site_item(h.t, h.s, 1, "gruppearbeid", site_path(h.t, "Arbeid %d", i + 1),
		                      30, config_of(",\"hver_for_seg\":false"));
	for (int i = 0; i < PEOPLE; i++)
		h.name[i] = add_name(i == KARI ? "Kari Nes" : i == OLA ? "Ola Li" :
		                     site_path(h.t, "Navn %02d", i), i);
	site_sql(h.t, "UPDATE punkt SET nivaa = 1");
	site_sql(h.t, "UPDATE samling SET naa = %d WHERE id = %d", (int)h.work[0], (int)h.s);
	h.anna = site_veileder(h.t, h.s);
	h.bo = site_console(h.t, h.s);
	h.kari = phone_of(h.name[KARI]);
	return 0;
}

static int hall_close(void **state)
{
	(void)state;
	site_close(h.t);
	return 0;
}
#define T(name) cmocka_unit_test_setup_teardown(name, hall_open, hall_close)

/* ---- what people do ---- */

static struct answer press_as(struct browser *who, int64_t item, int64_t step, const char *act)
{
	return site_post(who, site_path(h.t, "/samling/%d/styr", (int)h.s), "handling", act,
	                 "sett", site_path(h.t, "%d", (int)item), "runde", "0", "fase",
	                 site_path(h.t, "%d", (int)step * SEEN__MAX), "tekst", "", NULL);
}

static int64_t step_of(int64_t item)
{
	return site_sql(h.t, "SELECT fase FROM punktfase WHERE punkt = %d", (int)item);
}

static void lead(int64_t item, const char *act)
{
	struct answer a = press_as(&h.anna, item, step_of(item), act);

	if (a.status != 303 || strstr(a.to, "sen") != NULL)
		fail_msg("%s: %d %s\n%s", act, a.status, a.to, a.body);
}

static void go_to(int64_t item)
{
	site_sql(h.t, "UPDATE samling SET naa = %d WHERE id = %d", (int)item, (int)h.s);
}

static void next(int times)
{
	int64_t now = site_sql(h.t, "SELECT naa FROM samling WHERE id = %d", (int)h.s);

	while (times-- > 0)
		lead(now, "neste");
}

static struct answer does_to(struct browser *who, int64_t item, const char *act,
                             const char *one, const char *two)
{
	return site_post(who, site_path(h.t, "/s/%d/handling", (int)h.s), "punkt",
	                 site_path(h.t, "%d", (int)item), "handling", act, "tekst", one,
	                 "tekst", two, NULL);
}

static struct answer does(struct browser *who, const char *act, const char *one,
                          const char *two)
{
	return does_to(who, h.work[0], act, one, two);
}

static const char *sees(struct browser *who)
{
	struct answer a = site_get(who, site_path(h.t, "/s/%d", (int)h.s));

	assert_int_equal(a.status, 200);
	return a.body;
}

static const char *wall(void)
{
	struct site *site = &h.t->p.site;
	struct live_key key = { .samling = h.s, .view = VIEW_WALL };
	struct buf html = { 0 };
	int64_t version;

	store_request_begin(site->store, RIGHT_BIT(RIGHT_WALL), true);
	assert_true(wall_draw(site, &key, h.t->mem, &html, &version));
	assert_int_equal(store_request_end(site->store, false), OUTCOME_OK);
	return html.p;
}

static void assert_in(const char *text, const char *wanted)
{
	if (strstr(text, wanted) == NULL)
		fail_msg("\"%s\" is missing in:\n%s", wanted, text);
}

static void assert_out(const char *text, const char *unwanted)
{
	if (strstr(text, unwanted) != NULL)
		fail_msg("\"%s\" should not be in:\n%s", unwanted, text);
}

static int64_t group_of(int64_t item, int64_t name)
{
	return site_sql(h.t, "SELECT gruppe FROM gruppeplass WHERE punkt = %d AND navn = %d",
	                (int)item, (int)name);
}

/* Everybody's group, as one text to compare. */
static const char *places(int64_t item)
{
	return site_sql_text(h.t, "SELECT group_concat(navn || ':' || gruppe) FROM (SELECT navn, "
	                     "gruppe FROM gruppeplass WHERE punkt = %d ORDER BY navn)", (int)item);
}

/* Another of Kari's group, who is a councillor. */
static int64_t companion(void)
{
	return site_sql(h.t, "SELECT p.navn FROM gruppeplass p JOIN navneliste n ON n.id = p.navn "
	                "WHERE p.punkt = %d AND p.gruppe = %d AND n.rolle = 0 AND p.navn <> %d",
	                (int)h.work[0], (int)group_of(h.work[0], h.name[KARI]),
	                (int)h.name[KARI]);
}

/* ---- the groups ---- */

static void thirty_five_are_put_in_nine_groups(void **state)
{
	(void)state;
	assert_in(sees(&h.kari), "Gruppene vises snart");
	next(1);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM gruppe"), 9);
	assert_int_equal(site_sql(h.t, "SELECT count(DISTINCT navn) FROM gruppeplass"), PEOPLE);
	assert_int_equal(site_sql(h.t, "SELECT max(n) - min(n) FROM (SELECT count(*) AS n FROM "
	                          "gruppeplass GROUP BY gruppe)"), 1);
	assert_in(wall(), "Kari Nes");
	assert_in(wall(), "gruppetavle");
	assert_in(sees(&h.kari), site_path(h.t, "<strong class=\"tall\">%d</strong>",
	                                   (int)group_of(h.work[0], h.name[KARI])));
	assert_in(sees(&h.kari), "deg</span>");
}

static void nobody_meets_twice_over_three_works(void **state)
{
	(void)state;
	for (int i = 0; i < 3; i++) {
		go_to(h.work[i]);
		next(1);
	}
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM (SELECT a.navn, b.navn FROM "
		"gruppeplass a JOIN gruppeplass b ON a.punkt = b.punkt AND a.gruppe = b.gruppe AND "
		"a.navn < b.navn GROUP BY a.navn, b.navn HAVING count(*) > 1)"), 0);
	assert_int_equal(site_sql(h.t, "SELECT sum(gjentak) FROM gruppedeling"), 0);
}

/* People are known again by the sender's id, else by name, in the municipality's next. */
static void an_earlier_samling_is_remembered(void **state)
{
	int64_t first = h.s, later;

	(void)state;
	next(1);
	site_sql(h.t, "UPDATE samling SET naa = NULL, fase = 3 WHERE id = %d", (int)first);
	later = h.s = site_samling(h.t, "9999", PHASE_LIVE);
	site_sql(h.t, "INSERT INTO navneliste (samling, navn, parti, rolle, kjoenn, foedt, "
	         "frammoete) SELECT %d, upper(navn), parti, rolle, kjoenn, foedt, 1 FROM "
	         "navneliste WHERE samling = %d", (int)later, (int)first);
	h.work[0] = site_item(h.t, later, 1, "gruppearbeid", "Arbeid", 30,
	                      config_of(",\"hver_for_seg\":false"));
	h.anna = site_veileder(h.t, later);
	go_to(h.work[0]);
	next(1);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM gruppeplass a JOIN gruppeplass b ON "
		"a.punkt = b.punkt AND a.gruppe = b.gruppe AND a.navn < b.navn JOIN navneliste na "
		"ON na.id = a.navn JOIN navneliste nb ON nb.id = b.navn WHERE a.punkt = %d AND EXISTS "
		"(SELECT 1 FROM gruppeplass c JOIN gruppeplass d ON c.punkt = d.punkt AND c.gruppe = "
		"d.gruppe JOIN navneliste nc ON nc.id = c.navn JOIN navneliste nd ON nd.id = d.navn "
		"WHERE c.punkt <> a.punkt AND upper(nc.navn) = na.navn AND upper(nd.navn) = nb.navn)",
		(int)h.work[0]), 0);
}

static void a_division_that_was_shown_is_not_made_anew(void **state)
{
	const char *before;
	struct answer a;

	(void)state;
	lead(h.work[0], "grupper_lag 0");
	before = places(h.work[0]);
	lead(h.work[0], site_path(h.t, "grupper_lag %d", (int)site_sql(h.t, "SELECT fro FROM "
	                          "gruppedeling")));
	assert_string_not_equal(places(h.work[0]), before);
	next(1);
	before = places(h.work[0]);
	a = press_as(&h.anna, h.work[0], 1, site_path(h.t, "grupper_lag %d", (int)site_sql(h.t,
	             "SELECT fro FROM gruppedeling")));
	assert_int_equal(a.status, 409);
	a = site_post(&h.anna, site_path(h.t, "/samling/%d/grupper/%d/lag", (int)h.s,
	              (int)h.work[0]), "fro", site_sql_text(h.t, "SELECT fro FROM gruppedeling"),
	              NULL);
	assert_int_equal(a.status, 409);
	assert_string_equal(places(h.work[0]), before);
}

static void per_comes_late_and_nobody_else_moves(void **state)
{
	const char *before;
	struct browser per;

	(void)state;
	next(1);
	before = places(h.work[0]);
	h.name[PER] = add_name("Per Sen", 20);
	per = phone_of(h.name[PER]);
	assert_in(sees(&per), "Finn en gruppe til meg");
	assert_int_equal(does(&per, "finn_plass", "", "").status, 303);
	assert_in(places(h.work[0]), before);
	assert_true(group_of(h.work[0], h.name[PER]) > 0);
	assert_int_equal(site_sql(h.t, "SELECT max(n) - min(n) FROM (SELECT count(*) AS n FROM "
	                          "gruppeplass GROUP BY gruppe)"), 0);
	assert_in(sees(&per), "deg</span>");
	assert_int_equal(does(&per, "finn_plass", "", "").status, 303);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM gruppeplass"), PEOPLE + 1);
}

static void who_was_ticked_late_gets_a_place_with_the_next_step(void **state)
{
	(void)state;
	next(1);
	h.name[PER] = add_name("Per Sen", 20);
	assert_in(site_get(&h.anna, site_path(h.t, "/samling/%d/konsoll", (int)h.s)).body,
	          "Ikke i noen gruppe:");
	next(1);
	assert_true(group_of(h.work[0], h.name[PER]) > 0);
}

static void who_leaves_just_goes(void **state)
{
	const char *before;

	(void)state;
	next(1);
	before = places(h.work[0]);
	site_sql(h.t, "UPDATE navneliste SET frammoete = 2 WHERE id = %d", (int)h.name[OLA]);
	assert_out(wall(), "Ola Li");
	next(1);
	assert_string_equal(places(h.work[0]), before);
}

static void the_same_groups_go_on_when_that_is_said(void **state)
{
	(void)state;
	site_sql(h.t, "UPDATE punkt SET gjelder = %d WHERE id = %d", (int)h.work[0],
	         (int)h.work[1]);
	next(1);
	go_to(h.work[1]);
	next(1);
	assert_string_equal(places(h.work[1]), places(h.work[0]));
	go_to(h.work[2]);
	next(1);
	assert_int_equal(site_sql(h.t, "SELECT gjentak FROM gruppedeling WHERE punkt = %d",
	                          (int)h.work[2]), 0);
}

static void apart_the_councillors_have_groups_of_their_own(void **state)
{
	(void)state;
	site_sql(h.t, "UPDATE punkt SET oppsett = '%s' WHERE id = %d",
	         config_of(",\"hver_for_seg\":true"), (int)h.work[0]);
	next(1);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM gruppe"), 9);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM (SELECT p.gruppe FROM gruppeplass p "
		"JOIN navneliste n ON n.id = p.navn GROUP BY p.gruppe HAVING count(DISTINCT n.rolle) "
		"> 1)"), 0);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM gruppe WHERE side = 1"), 2);
}

static void rules_hold_and_what_cannot_is_said(void **state)
{
	const char *regel = site_path(h.t, "/samling/%d/grupper/regel", (int)h.s);
	const char *a = site_path(h.t, "%d", (int)h.name[KARI]);
	const char *b = site_path(h.t, "%d", (int)h.name[OLA]);
	const char *page = site_path(h.t, "/samling/%d/grupper/%d", (int)h.s, (int)h.work[0]);

	(void)state;
	assert_int_equal(site_post(&h.anna, regel, "slag", "1", "a", a, "b", b, NULL).status, 303);
	lead(h.work[0], "grupper_lag 0");
	assert_int_equal(group_of(h.work[0], h.name[KARI]), group_of(h.work[0], h.name[OLA]));
	assert_out(site_get(&h.anna, page).body, "Ikke alle reglene kan holdes");
	assert_int_equal(site_post(&h.anna, regel, "slag", "0", "a", b, "b", a, NULL).status, 303);
	lead(h.work[0], site_path(h.t, "grupper_lag %d", (int)site_sql(h.t, "SELECT fro FROM "
	                          "gruppedeling")));
	assert_in(site_get(&h.anna, page).body, "Ikke alle reglene kan holdes");
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM gruppeplass"), PEOPLE);
	assert_int_equal(site_post(&h.anna, regel, "slag", "0", "a", a, "b", a, NULL).status, 422);
}

static void who_is_moved_by_hand_stays_there(void **state)
{
	const char *flytt = site_path(h.t, "/samling/%d/grupper/%d/flytt", (int)h.s,
	                              (int)h.work[0]);
	const char *kari = site_path(h.t, "%d", (int)h.name[KARI]);

	(void)state;
	lead(h.work[0], "grupper_lag 0");
	assert_int_equal(site_post(&h.anna, flytt, "navn", kari, "gruppe", "7", NULL).status, 303);
	lead(h.work[0], site_path(h.t, "grupper_lag %d", (int)site_sql(h.t, "SELECT fro FROM "
	                          "gruppedeling")));
	assert_int_equal(group_of(h.work[0], h.name[KARI]), 7);
}

static void the_youngest_councillor_leads_and_not_twice(void **state)
{
	(void)state;
	for (int i = 0; i < 3; i++) {
		go_to(h.work[i]);
		next(1);
	}
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM gruppe g JOIN navneliste n ON n.id = "
	                          "g.leder WHERE n.rolle = 0"), 27);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM gruppe g JOIN navneliste l ON l.id = "
		"g.leder WHERE g.punkt = %d AND EXISTS (SELECT 1 FROM gruppeplass p JOIN navneliste "
		"n ON n.id = p.navn WHERE p.punkt = g.punkt AND p.gruppe = g.nr AND n.rolle = 0 AND "
		"n.foedt > l.foedt)", (int)h.work[0]), 0);
	assert_true(site_sql(h.t, "SELECT count(DISTINCT leder) FROM gruppe") > 18);
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
	site_sql(h.t, "UPDATE punkt SET oppsett = replace(oppsett, '\"antall\":9', '\"antall\":0')");
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
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM kort WHERE tekst LIKE 'Skole og%%'"), 0);

	assert_int_equal(does(&h.anne, "lagre", "Skole", "Brann").status, 303);
	assert_int_equal(does(&h.anne, "lagre", "Skole", "Brann").status, 303);
	assert_string_equal(site_sql_text(h.t, "SELECT group_concat(tekst) FROM (SELECT tekst FROM "
	                    "kort ORDER BY felt)"), "Skole,Brann");
	assert_int_equal(does(&h.kari, "lagre_over", "Bibliotek", "").status, 303);
	assert_string_equal(site_sql_text(h.t, "SELECT group_concat(tekst) FROM kort"), "Bibliotek");
}

static void what_is_too_long_or_too_much_stays_in_the_field(void **state)
{
	struct answer a;

	(void)state;
	next(3);
	assert_int_equal(does(&h.kari, "penn", "", "").status, 303);
	a = does(&h.kari, "lagre", "kort", "0123456789012345678901234567890123456789012345678901234"
	         "56789012345678901234567890123456789012345678901234567890123456789012345678901234567890");
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
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM gruppe WHERE skriver IS NOT NULL"), 1);
	lead(h.work[0], site_path(h.t, "gaatil %d", (int)h.work[1]));
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM gruppe WHERE skriver IS NOT NULL"), 0);
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
	other = phone_of(site_sql(h.t, "SELECT navn FROM gruppeplass WHERE gruppe <> %d", (int)own));
	next(2);
	assert_int_equal(does(&h.kari, "penn", "", "").status, 303);
	assert_int_equal(does(&h.kari, "lagre", "Hemmelig ennå", "").status, 303);
	assert_out(wall(), "Hemmelig");
	assert_out(sees(&other), "Hemmelig");
	assert_in(sees(&h.kari), "Hemmelig");
	assert_in(site_get(&h.anna, site_path(h.t, "/samling/%d/konsoll", (int)h.s)).body,
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
	assert_in(site_get(&h.anna, site_path(h.t, "/samling/%d/konsoll", (int)h.s)).body,
	          "Gå til neste: Arbeid 2");
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
	assert_int_equal(site_get(&h.anna, site_path(h.t, "/samling/%d/grupper/%d", (int)h.s,
	                 (int)item)).status, 404);
	site_post(&h.anna, site_path(h.t, "/samling/%d/grupper/regel", (int)h.s), "slag", "0",
	          "a", kari, "b", id, NULL);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM grupperegel"), 0);
	assert_int_equal(site_post(&h.anna, site_path(h.t, "/samling/%d/grupper/%d/flytt", (int)h.s,
	                 (int)h.work[0]), "navn", id, "gruppe", "1", NULL).status, 404);
	assert_int_equal(does(&h.kari, "grupper_lag 0", "", "").status, 403);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(thirty_five_are_put_in_nine_groups),
		T(nobody_meets_twice_over_three_works),
		T(an_earlier_samling_is_remembered),
		T(a_division_that_was_shown_is_not_made_anew),
		T(per_comes_late_and_nobody_else_moves),
		T(who_was_ticked_late_gets_a_place_with_the_next_step),
		T(who_leaves_just_goes),
		T(the_same_groups_go_on_when_that_is_said),
		T(apart_the_councillors_have_groups_of_their_own),
		T(rules_hold_and_what_cannot_is_said),
		T(who_is_moved_by_hand_stays_there),
		T(the_youngest_councillor_leads_and_not_twice),
		T(phones_alone_get_a_number_each),
		T(with_nobody_at_all_it_is_said),
		T(a_phone_says_who_it_is_or_where_it_sits),
		T(annes_phone_dies_and_nils_takes_the_pen),
		T(what_is_too_long_or_too_much_stays_in_the_field),
		T(the_pen_is_forgotten_when_the_item_is_left),
		T(points_are_the_groups_until_plenary),
		T(plenary_goes_group_by_group),
		T(of_two_who_press_at_once_one_is_told),
		T(another_samlings_ids_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
