/* Sheets to print before the day. */
#include "samling_scene.h"

#include "app/utskrift/utskrift.h"

static void a_phone_reads_the_network_whatever_it_is_called(void **state)
{
	static const struct { const char *network, *password, *text; } cases[] = {
		{ "Hallen", "hemmelig1", "WIFI:T:WPA;S:Hallen;P:hemmelig1;;" },
		{ "Gjest", "", "WIFI:T:nopass;S:Gjest;;" },
		{ "a;b", "x:y\\z,\"w", "WIFI:T:WPA;S:a\\;b;P:x\\:y\\\\z\\,\\\"w;;" },
		{ "Rådhuset", "blåbærsyltetøy", "WIFI:T:WPA;S:Rådhuset;P:blåbærsyltetøy;;" },
	};
	struct arena *mem = arena_new(1 << 16);

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(wifi_text(mem, cases[i].network, cases[i].password),
		                    cases[i].text);
	arena_free(mem);
	(void)state;
}

static void the_password_of_the_network_is_printed_and_forgotten(void **state)
{
	struct scene h = scene_open(PHASE_READY);
	struct browser contact = site_kontakt(h.t, "9999");
	struct answer a = site_post(&contact, at(&h, "/utskrift/wifi"), "nett", "Hallen",
	                            "passord", "nokså hemmelig", NULL);

	assert_int_equal(a.status, 200);
	assert_has(&a, "nokså hemmelig");
	assert_has(&a, "2000 0001");
	a = site_get(&contact, at(&h, "/utskrifter"));
	assert_null(strstr(a.body, "hemmelig"));
	a = site_post(&contact, at(&h, "/utskrift/wifi"), "nett", "Hallen", "passord", "kort",
	              NULL);
	assert_int_equal(a.status, 422);
	assert_has(&a, "minst åtte tegn");
	a = site_post(&contact, at(&h, "/utskrift/wifi"), "nett", "", NULL);
	assert_int_equal(a.status, 422);
	site_close(h.t);
	(void)state;
}

static void everybody_on_the_list_has_a_card_with_name_and_role(void **state)
{
	struct scene h = scene_open(PHASE_READY);
	struct answer a;

	site_sql(h.t, "INSERT INTO navneliste (samling, navn, parti, rolle, stilling) VALUES "
	         "(%d, 'Kari Nes', 'Bygdelista', 0, 'ordfører'), (%d, 'Per Vik', '', 1, '')",
	         (int)h.s, (int)h.s);
	a = site_get(&h.leader, at(&h, "/utskrift/bordkort"));
	assert_has(&a, "Kari Nes");
	assert_has(&a, "Bygdelista · ordfører");
	assert_has(&a, "Administrasjonen");
	site_close(h.t);
	(void)state;
}

static void group_lists_are_linked_for_those_who_may_see_them(void **state)
{
	struct scene h = scene_open(PHASE_READY);
	struct browser contact = site_kontakt(h.t, "9999");
	long long item;
	struct answer a;

	site_sql(h.t, "INSERT INTO punkt (samling, dag, plass, slag, tittel, minutter) VALUES "
	         "(%d, 1, 99, 'gruppearbeid', 'Tre på gangen', 20)", (int)h.s);
	item = site_sql(h.t, "SELECT id FROM punkt WHERE slag = 'gruppearbeid'");
	a = site_get(&h.leader, at(&h, "/utskrifter"));
	assert_has(&a, "Tre på gangen</a> <span");
	site_sql(h.t, "INSERT INTO gruppedeling (punkt, fro) VALUES (%lld, 1)", item);
	site_sql(h.t, "INSERT INTO gruppe (punkt, nr) VALUES (%lld, 1)", item);
	a = site_get(&h.leader, at(&h, "/utskrifter"));
	assert_has(&a, "/utskrift\">Tre på gangen</a></li>");
	a = site_get(&contact, at(&h, "/utskrifter"));
	assert_int_equal(a.status, 200);
	assert_null(strstr(a.body, "Gruppelister"));
	site_close(h.t);
	(void)state;
}

static void paper_is_in_the_language_of_the_samling(void **state)
{
	struct scene h = scene_open(PHASE_READY);
	struct answer a;

	site_sql(h.t, "UPDATE samling SET maalform = 'nn'");
	a = site_get(&h.leader, at(&h, "/utskrift/plakat"));
	assert_has(&a, "<html lang=\"nn\"");
	assert_has(&a, "/k/20000001");
	a = site_get(&h.leader, at(&h, "/utskrifter"));
	assert_has(&a, "<html lang=\"nb\"");
	site_close(h.t);
	(void)state;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_phone_reads_the_network_whatever_it_is_called),
		cmocka_unit_test(the_password_of_the_network_is_printed_and_forgotten),
		cmocka_unit_test(everybody_on_the_list_has_a_card_with_name_and_role),
		cmocka_unit_test(group_lists_are_linked_for_those_who_may_see_them),
		cmocka_unit_test(paper_is_in_the_language_of_the_samling),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
