/* The rostrum: a hall of people who present themselves, and who ask for the floor. */
#include "taler_scene.h"

/* ---- the presentation ---- */

static void the_roster_comes_to_the_rostrum_with_one_key_each(void **state)
{
	static const char *const order[] = { "Kari Nordmann", "Per Hansen", "Ada Ordfører",
	                                     "Dag Direktør" };
	struct hall h = hall_open(LIST_CONFIG);

	(void)state;
	hall_goes_to(&h, h.round);
	assert_in(console_of(&h), "Start runden");
	assert_in(wall_page_of(&h.d), "Navn og stilling");
	for (size_t i = 0; i < 4; i++) {
		hall_next(&h);
		assert_string_equal(speaker_of(&h), order[i]);
		assert_in(wall_page_of(&h.d), order[i]);
		assert_in(wall_page_of(&h.d), ">1:00</time>");
		site_wait(h.d.t, 50000);
	}
	assert_in(wall_page_of(&h.d), "Navn og stilling");
	assert_out(wall_page_of(&h.d), "Navn og parti");
	assert_in(console_of(&h), "Ferdig: runden er slutt");
	hall_next(&h);
	assert_string_equal(speaker_of(&h), "");
	assert_in(console_of(&h), "Gå til neste: Ordet er fritt");
	assert_int_equal(site_sql(h.d.t, "SELECT sum(brukt) FROM taler"), 200000);
	hall_close(&h);
}

static void who_is_away_is_not_called_and_who_comes_late_is(void **state)
{
	struct hall h = hall_open(LIST_CONFIG);

	(void)state;
	site_sql(h.d.t, "UPDATE navneliste SET frammoete = 2 WHERE id IN (%lld, %lld)",
	         (long long)h.per_id, (long long)h.mayor_id);
	hall_goes_to(&h, h.round);
	hall_next(&h);
	assert_string_equal(queue_of(&h), "Dag Direktør");
	site_sql(h.d.t, "UPDATE navneliste SET frammoete = 1 WHERE id = %lld",
	         (long long)h.per_id);
	hall_lead(&h, "taler_hent");
	assert_string_equal(queue_of(&h), "Dag Direktør, Per Hansen");
	hall_lead(&h, "taler_sorter navn");
	assert_string_equal(queue_of(&h), "Per Hansen, Dag Direktør");
	hall_close(&h);
}

static void without_a_roster_the_names_are_typed(void **state)
{
	struct hall h = hall_open(LIST_CONFIG);

	(void)state;
	site_sql(h.d.t, "DELETE FROM navneliste");
	hall_goes_to(&h, h.round);
	assert_out(console_of(&h), "Start runden");
	assert_int_equal(hall_type(&h, "taler_legg_til innlegg", "Line <b>Berg</b>").status, 303);
	assert_in(console_of(&h), "Gi ordet til Line &lt;b&gt;Berg&lt;/b&gt;");
	hall_next(&h);
	assert_in(wall_page_of(&h.d), "Line &lt;b&gt;Berg&lt;/b&gt;");
	assert_int_equal(hall_type(&h, "taler_legg_til replikk", "Per").status, 404);
	hall_close(&h);
}

static void one_sees_how_many_come_before(void **state)
{
	struct hall h = hall_open(LIST_CONFIG);

	(void)state;
	hall_goes_to(&h, h.round);
	hall_next(&h);
	assert_in(phone_page_of(&h, &h.kari), "Du har ordet");
	assert_in(phone_page_of(&h, &h.kari), "data-rist");
	assert_in(phone_page_of(&h, &h.per), "Du er neste.");
	assert_in(phone_page_of(&h, &h.director), "Det er 2 foran deg.");
	assert_in(phone_page_of(&h, &h.director), "Navn og stilling");
	assert_out(phone_page_of(&h, &h.per), "Du har ordet");
	assert_out(phone_page_of(&h, &h.nameless), "foran deg");
	assert_out(phone_page_of(&h, &h.kari), "Be om ordet");
	hall_close(&h);
}

/* ---- the list ---- */

/* The mayor has the floor for two minutes, Per asks for a reply, Kari waits. */
static void a_reply_comes_before_the_next_speech(void **state)
{
	struct hall h = hall_open(LIST_CONFIG);

	(void)state;
	hall_goes_to(&h, h.list);
	hall_asks(&h, &h.mayor, "be_om_ordet innlegg");
	hall_asks(&h, &h.kari, "be_om_ordet innlegg");
	assert_in(phone_page_of(&h, &h.kari), "Det er 1 foran deg.");
	assert_in(console_of(&h), "Gi ordet til Ada Ordfører");
	hall_next(&h);
	assert_in(wall_page_of(&h.d), ">2:00</time>");
	hall_asks(&h, &h.per, "be_om_ordet replikk");
	assert_string_equal(queue_of(&h), "Per Hansen, Kari Nordmann");
	assert_in(wall_page_of(&h.d), "replikk");
	assert_in(console_of(&h), "Neste: Per Hansen");
	site_wait(h.d.t, 120000);
	hall_next(&h);
	assert_string_equal(speaker_of(&h), "Per Hansen");
	assert_in(wall_page_of(&h.d), ">1:00</time>");
	hall_asks(&h, &h.mayor, "be_om_ordet replikk");         /* to what Per replied to */
	assert_string_equal(queue_of(&h), "Ada Ordfører, Kari Nordmann");
	assert_int_equal(hall_phone(&h, &h.director, "be_om_ordet replikk", NULL).status, 422);
	hall_next(&h);
	hall_next(&h);
	assert_string_equal(speaker_of(&h), "Kari Nordmann");
	assert_int_equal(site_sql(h.d.t, "SELECT brukt FROM taler WHERE tur = 1"), 120000);
	hall_next(&h);
	assert_in(console_of(&h), "Avslutt dagen");
	hall_close(&h);
}

static void a_matter_of_order_goes_first(void **state)
{
	struct hall h = hall_open(LIST_CONFIG);

	(void)state;
	hall_goes_to(&h, h.list);
	assert_int_equal(hall_phone(&h, &h.per, "be_om_ordet replikk", NULL).status, 422);
	assert_int_equal(hall_phone(&h, &h.per, "be_om_ordet saksopplysning", NULL).status, 422);
	hall_asks(&h, &h.kari, "be_om_ordet innlegg");
	hall_next(&h);
	hall_asks(&h, &h.mayor, "be_om_ordet innlegg");
	hall_asks(&h, &h.director, "be_om_ordet saksopplysning");
	hall_asks(&h, &h.per, "be_om_ordet forretningsorden");
	assert_string_equal(queue_of(&h), "Per Hansen, Dag Direktør, Ada Ordfører");
	assert_in(wall_page_of(&h.d), "til forretningsorden");
	hall_close(&h);
}

static void one_person_has_one_place_also_with_two_phones(void **state)
{
	struct hall h = hall_open(LIST_CONFIG);
	struct browser second = site_participant(h.d.t, h.d.samling, ROLE_FOLKEVALGT);

	(void)state;
	hall_says(&h, &second, h.kari_id);
	hall_goes_to(&h, h.list);
	hall_asks(&h, &h.kari, "be_om_ordet innlegg");
	hall_asks(&h, &h.kari, "be_om_ordet innlegg");
	hall_asks(&h, &second, "be_om_ordet innlegg");
	assert_int_equal(hall_phone(&h, &h.nameless, "be_om_ordet innlegg",
	                            "kari  nordmann").status, 303);
	assert_int_equal(hall_type(&h, "taler_legg_til innlegg", "KARI NORDMANN").status, 303);
	assert_string_equal(queue_of(&h), "Kari Nordmann");
	assert_in(phone_page_of(&h, &second), "Du har bedt om ordet, og er neste.");
	hall_asks(&h, &second, site_path(h.d.t, "trekk_ordet %lld",
	                                 (long long)place_of(&h, "Kari Nordmann")));
	assert_string_equal(queue_of(&h), "");
	hall_close(&h);
}

static void who_has_said_no_name_is_asked_and_told_that_it_is_seen(void **state)
{
	struct hall h = hall_open(LIST_CONFIG);
	const char *id = site_path(h.d.t, "#%lld", (long long)h.per_id);
	struct answer a;

	(void)state;
	hall_goes_to(&h, h.list);
	assert_in(phone_page_of(&h, &h.nameless), "Alle i salen ser navnet du oppgir.");
	assert_in(phone_page_of(&h, &h.nameless), "Hvem er du?");
	assert_out(phone_page_of(&h, &h.nameless), "Dag Direktør");     /* of another role */
	assert_in(phone_page_of(&h, &h.kari), "Alle i salen ser at Kari Nordmann ber om ordet.");
	assert_out(phone_page_of(&h, &h.kari), "Hvem er du?");
	a = hall_phone(&h, &h.nameless, "be_om_ordet innlegg", NULL);
	assert_int_equal(a.status, 422);
	assert_in(a.body, "Velg navnet ditt, eller skriv hva du heter.");
	assert_int_equal(hall_phone(&h, &h.nameless, "be_om_ordet innlegg", id).status, 303);
	assert_string_equal(queue_of(&h), "Per Hansen");
	assert_int_equal(site_sql(h.d.t, "SELECT count(*) FROM deltaker WHERE navn = %lld",
	                          (long long)h.per_id), 1);     /* said here, not everywhere */
	hall_next(&h);
	hall_asks(&h, &h.nameless, "be_om_ordet innlegg");      /* and is not asked again */
	assert_string_equal(queue_of(&h), "Per Hansen");
	hall_close(&h);
}

static void a_name_may_be_written_where_no_roster_is(void **state)
{
	struct hall h = hall_open(LIST_CONFIG);
	char *long_name = arena_get(h.d.t->mem, 82);

	(void)state;
	memset(long_name, 'x', 81);
	site_sql(h.d.t, "DELETE FROM navneliste");
	hall_goes_to(&h, h.list);
	assert_in(phone_page_of(&h, &h.nameless), "Hva heter du?");
	assert_int_equal(hall_phone(&h, &h.nameless, "be_om_ordet innlegg", long_name).status,
	                 422);
	assert_int_equal(hall_phone(&h, &h.nameless, "be_om_ordet innlegg", "#17").status, 422);
	assert_int_equal(hall_phone(&h, &h.nameless, "be_om_ordet innlegg", "Siri <i>").status,
	                 303);
	assert_in(wall_page_of(&h.d), "Siri &lt;i&gt;");
	assert_in(phone_page_of(&h, &h.nameless), "Du har bedt om ordet, og er neste.");
	hall_close(&h);
}

static void where_names_are_not_shown_the_hall_sees_roles(void **state)
{
	struct hall h = hall_open("{\"tekst\":\"\",\"sekunder\":120,\"replikk\":60,\"replikker\":2,"
	                          "\"telefon\":true,\"orden\":false,\"navn\":false,\"lyd\":true}");

	(void)state;
	hall_goes_to(&h, h.list);
	hall_asks(&h, &h.kari, "be_om_ordet innlegg");
	hall_asks(&h, &h.director, "be_om_ordet innlegg");
	hall_type(&h, "taler_legg_til innlegg", "Gruppe 3");
	hall_next(&h);
	assert_out(wall_page_of(&h.d), "Kari");
	assert_out(wall_page_of(&h.d), "Dag Direktør");
	assert_in(wall_page_of(&h.d), "Gruppe 3");
	assert_in(wall_page_of(&h.d), "Folkevalgt");
	assert_in(wall_page_of(&h.d), "data-pip");
	assert_out(phone_page_of(&h, &h.per), "Kari");
	assert_in(console_of(&h), "Kari Nordmann");
	hall_close(&h);
}

static void after_the_line_is_drawn_nobody_more_may_ask(void **state)
{
	struct hall h = hall_open(LIST_CONFIG);

	(void)state;
	hall_goes_to(&h, h.list);
	hall_asks(&h, &h.kari, "be_om_ordet innlegg");
	hall_lead(&h, "taler_strek 1");
	assert_in(wall_page_of(&h.d), "Det er satt strek");
	assert_int_equal(hall_phone(&h, &h.per, "be_om_ordet innlegg", NULL).status, 422);
	hall_next(&h);
	hall_asks(&h, &h.per, "be_om_ordet replikk");
	hall_lead(&h, "taler_strek 0");
	hall_asks(&h, &h.director, "be_om_ordet innlegg");
	assert_int_equal(site_sql(h.d.t, "SELECT count(*) FROM protokoll WHERE hva LIKE 'strek%%'"),
	                 2);
	hall_close(&h);
}

static void groups_are_put_on_the_list_in_one_go(void **state)
{
	struct hall h = hall_open(LIST_CONFIG);

	(void)state;
	hall_goes_to(&h, h.list);
	assert_int_equal(hall_type(&h, "taler_legg_til innlegg", "Gruppe 1-4").status, 303);
	assert_string_equal(queue_of(&h), "Gruppe 1, Gruppe 2, Gruppe 3, Gruppe 4");
	assert_int_equal(hall_type(&h, "taler_legg_til innlegg", "Gruppe 1-9000").status, 303);
	assert_int_equal(hall_type(&h, "taler_legg_til innlegg", "5-3").status, 303);
	assert_int_equal(site_sql(h.d.t, "SELECT count(*) FROM taler"), 6);
	assert_int_equal(hall_type(&h, "taler_legg_til innlegg", " ").status, 422);
	hall_close(&h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_roster_comes_to_the_rostrum_with_one_key_each),
		cmocka_unit_test(who_is_away_is_not_called_and_who_comes_late_is),
		cmocka_unit_test(without_a_roster_the_names_are_typed),
		cmocka_unit_test(one_sees_how_many_come_before),
		cmocka_unit_test(a_reply_comes_before_the_next_speech),
		cmocka_unit_test(a_matter_of_order_goes_first),
		cmocka_unit_test(one_person_has_one_place_also_with_two_phones),
		cmocka_unit_test(who_has_said_no_name_is_asked_and_told_that_it_is_seen),
		cmocka_unit_test(a_name_may_be_written_where_no_roster_is),
		cmocka_unit_test(where_names_are_not_shown_the_hall_sees_roles),
		cmocka_unit_test(after_the_line_is_drawn_nobody_more_may_ask),
		cmocka_unit_test(groups_are_put_on_the_list_in_one_go),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
