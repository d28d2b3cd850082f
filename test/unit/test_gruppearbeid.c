/* Who sits where: groups are made, shown, and left as they are. */
#include "gruppe_scene.h"

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
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM gruppeplass a "
		"JOIN gruppeplass b ON a.punkt = b.punkt AND a.gruppe = b.gruppe "
		"AND a.navn < b.navn "
		"JOIN navneliste na ON na.id = a.navn JOIN navneliste nb ON nb.id = b.navn "
		"WHERE a.punkt = %d AND EXISTS (SELECT 1 FROM gruppeplass c JOIN gruppeplass d "
		"ON c.punkt = d.punkt AND c.gruppe = d.gruppe JOIN navneliste nc ON nc.id = c.navn "
		"JOIN navneliste nd ON nd.id = d.navn WHERE c.punkt <> a.punkt "
		"AND upper(nc.navn) = na.navn AND upper(nd.navn) = nb.navn)", (int)h.work[0]), 0);
}

static void a_division_that_was_shown_is_not_made_anew(void **state)
{
	const char *before;
	struct answer a;

	(void)state;
	lead(h.work[0], "grupper_lag 0");
	before = places(h.work[0]);
	lead(h.work[0], site_path(h.t, "grupper_lag %s", seed_of(h.work[0])));
	assert_string_not_equal(places(h.work[0]), before);
	next(1);
	before = places(h.work[0]);
	a = press_as(&h.anna, h.work[0], 1, site_path(h.t, "grupper_lag %s", seed_of(h.work[0])));
	assert_int_equal(a.status, 409);
	a = site_post(&h.anna, group_page(h.work[0], "/lag"), "fro", seed_of(h.work[0]), NULL);
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
	assert_in(console(),
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
		"JOIN navneliste n ON n.id = p.navn GROUP BY p.gruppe "
		"HAVING count(DISTINCT n.rolle) "
		"> 1)"), 0);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM gruppe WHERE side = 1"), 2);
}

static void rules_hold_and_what_cannot_is_said(void **state)
{
	const char *regel = site_path(h.t, "/samling/%d/grupper/regel", (int)h.s);
	const char *a = site_path(h.t, "%d", (int)h.name[KARI]);
	const char *b = site_path(h.t, "%d", (int)h.name[OLA]);
	const char *page = group_page(h.work[0], "");

	(void)state;
	assert_int_equal(site_post(&h.anna, regel, "slag", "1", "a", a, "b", b, NULL).status, 303);
	lead(h.work[0], "grupper_lag 0");
	assert_int_equal(group_of(h.work[0], h.name[KARI]), group_of(h.work[0], h.name[OLA]));
	assert_out(site_get(&h.anna, page).body, "Ikke alle reglene kan holdes");
	assert_int_equal(site_post(&h.anna, regel, "slag", "0", "a", b, "b", a, NULL).status, 303);
	lead(h.work[0], site_path(h.t, "grupper_lag %s", seed_of(h.work[0])));
	assert_in(site_get(&h.anna, page).body, "Ikke alle reglene kan holdes");
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM gruppeplass"), PEOPLE);
	assert_int_equal(site_post(&h.anna, regel, "slag", "0", "a", a, "b", a, NULL).status, 422);
}

static void who_is_moved_by_hand_stays_there(void **state)
{
	const char *flytt = group_page(h.work[0], "/flytt");
	const char *kari = site_path(h.t, "%d", (int)h.name[KARI]);

	(void)state;
	lead(h.work[0], "grupper_lag 0");
	assert_int_equal(site_post(&h.anna, flytt, "navn", kari, "gruppe", "7", NULL).status, 303);
	lead(h.work[0], site_path(h.t, "grupper_lag %s", seed_of(h.work[0])));
	assert_int_equal(group_of(h.work[0], h.name[KARI]), 7);
}

static void the_youngest_councillor_leads_and_not_twice(void **state)
{
	(void)state;
	for (int i = 0; i < 3; i++) {
		go_to(h.work[i]);
		next(1);
	}
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM gruppe g JOIN navneliste n "
	                          "ON n.id = g.leder WHERE n.rolle = 0"), 27);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM gruppe g JOIN navneliste l "
		"ON l.id = g.leder WHERE g.punkt = %d AND EXISTS (SELECT 1 FROM gruppeplass p "
		"JOIN navneliste n ON n.id = p.navn WHERE p.punkt = g.punkt AND p.gruppe = g.nr "
		"AND n.rolle = 0 AND "
		"n.foedt > l.foedt)", (int)h.work[0]), 0);
	assert_true(site_sql(h.t, "SELECT count(DISTINCT leder) FROM gruppe") > 18);
}

/* From the last group in plenary back to where people find their groups; who has been shown
 * a group keeps it. */
static void back_goes_through_the_steps_and_then_to_the_item_before(void **state)
{
	const char *before;

	(void)state;
	go_to(h.work[1]);
	next(6);
	before = places(h.work[1]);
	assert_int_equal(step_of(h.work[1]), 6);
	assert_in(console(), "Forrige gruppe");
	for (int step = 5; step >= 1; step--) {
		lead(h.work[1], "tilbake");
		assert_int_equal(step_of(h.work[1]), step);
	}
	assert_in(wall(), "gruppetavle");
	assert_string_equal(places(h.work[1]), before);
	lead(h.work[1], "tilbake");
	assert_int_equal(site_sql(h.t, "SELECT naa FROM samling WHERE id = %d", (int)h.s),
	                 h.work[0]);
	assert_int_equal(step_of(h.work[1]), 1);
}

static void two_who_press_back_at_once_go_one_step(void **state)
{
	(void)state;
	next(3);
	assert_int_equal(press_as(&h.anna, h.work[0], 3, "tilbake").status, 303);
	assert_in(press_as(&h.bo, h.work[0], 3, "tilbake").to, "sen");
	assert_int_equal(step_of(h.work[0]), 2);
	assert_in(wall(), "data-slutt");        /* its clock begins again */
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
		T(back_goes_through_the_steps_and_then_to_the_item_before),
		T(two_who_press_back_at_once_go_one_step),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
