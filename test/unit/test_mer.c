/* The phone's other pages: who one is, leaving, the programme. */
#include "site_help.h"

#include "app/sider.h"

static int setup(void **state)
{
	*state = site_open(all_pages);
	return 0;
}

static int teardown(void **state)
{
	site_close(*state);
	return 0;
}

static void a_participant_says_a_name_of_the_own_role_or_none(void **state)
{
	struct site_test *t = *state;
	int64_t samling = site_samling(t, "9999", PHASE_LIVE);
	struct browser b = site_participant(t, samling, ROLE_FOLKEVALGT);
	const char *path = site_path(t, "/s/%d/meg", (int)samling);

	site_sql(t, "INSERT INTO navneliste (id, samling, navn, rolle) VALUES (1, %d, 'Åse Vik', "
	         "0), (2, %d, 'Per Nes', 1)", (int)samling, (int)samling);
	assert_non_null(strstr(site_get(&b, path).body, "Åse Vik"));
	assert_null(strstr(site_get(&b, path).body, "Per Nes"));
	assert_int_equal(site_post(&b, path, "navn", "2", NULL).status, 422);
	assert_int_equal(site_post(&b, path, "navn", "1", NULL).status, 303);
	assert_int_equal(site_sql(t, "SELECT navn FROM deltaker"), 1);
	assert_int_equal(site_post(&b, site_path(t, "/s/%d/rolle", (int)samling), "rolle", "1",
	                           NULL).status, 303);
	assert_int_equal(site_sql(t, "SELECT rolle * 10 + coalesce(navn, 0) FROM deltaker"), 10);
	assert_int_equal(site_post(&b, path, "navn", "2", NULL).status, 303);
	assert_int_equal(site_post(&b, path, "navn", "0", NULL).status, 303);
	assert_int_equal(site_sql(t, "SELECT navn IS NULL FROM deltaker"), 1);
}

/* Scanning the code once more after lunch is not one person more, nor one answer more. */
static void joining_again_keeps_the_seat(void **state)
{
	struct site_test *t = *state;
	int64_t samling = site_samling(t, "9999", PHASE_LIVE), other;
	const char *code = site_sql_text(t, "SELECT kode FROM samling");
	struct browser b = { .t = t };

	assert_int_equal(site_post(&b, "/bli-med", "kode", code, "rolle", "0", NULL).status, 303);
	assert_int_equal(site_post(&b, "/bli-med", "kode", code, "rolle", "1", NULL).status, 303);
	assert_int_equal(site_sql(t, "SELECT count(*) FROM deltaker"), 1);
	assert_int_equal(site_sql(t, "SELECT rolle FROM deltaker"), ROLE_ADMINISTRASJON);
	assert_int_equal(site_get(&b, site_path(t, "/s/%d", (int)samling)).status, 200);
	other = site_samling(t, "9999", PHASE_LIVE);
	code = site_sql_text(t, "SELECT kode FROM samling WHERE id = %d", (int)other);
	assert_int_equal(site_post(&b, "/bli-med", "kode", code, "rolle", "0", NULL).status, 303);
	assert_int_equal(site_sql(t, "SELECT count(*) FROM deltaker"), 2);
	site_sql(t, "DELETE FROM deltaker WHERE samling = %d", (int)other);
	assert_int_equal(site_post(&b, "/bli-med", "kode", code, "rolle", "0", NULL).status, 303);
	assert_int_equal(site_sql(t, "SELECT count(*) FROM deltaker"), 2);
}

/* Somebody with the code and a program could else fill the disk. */
static void a_samling_has_room_for_ten_thousand(void **state)
{
	struct site_test *t = *state;
	int64_t samling = site_samling(t, "9999", PHASE_LIVE);
	const char *code = site_sql_text(t, "SELECT kode FROM samling");
	struct browser last = { .t = t }, late = { .t = t };

	site_sql(t, "INSERT INTO deltaker (id, samling, token, rolle, dato) WITH RECURSIVE "
	         "n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9999) "
	         "SELECT randomblob(16), %d, randomblob(32), 0, '" SITE_TODAY "' FROM n",
	         (int)samling);
	assert_int_equal(site_post(&last, "/bli-med", "kode", code, "rolle", "0", NULL).status,
	                 303);
	assert_int_equal(site_post(&late, "/bli-med", "kode", code, "rolle", "0", NULL).status,
	                 422);
	assert_int_equal(site_sql(t, "SELECT count(*) FROM deltaker"), 10000);
	assert_int_equal(site_post(&last, "/bli-med", "kode", code, "rolle", "0", NULL).status,
	                 303);
}

static void leaving_takes_the_seat_away(void **state)
{
	struct site_test *t = *state;
	int64_t samling = site_samling(t, "9999", PHASE_LIVE);
	struct browser b = site_participant(t, samling, ROLE_ANNET), replay = b;

	assert_int_equal(site_get(&b, site_path(t, "/s/%d/mer", (int)samling)).status, 200);
	assert_string_equal(site_post(&b, site_path(t, "/s/%d/forlat", (int)samling), NULL).to,
	                    "/");
	assert_int_equal(site_sql(t, "SELECT count(*) FROM deltaker"), 0);
	assert_string_equal(b.cookie[0].value, "");
	assert_string_equal(site_get(&replay, site_path(t, "/s/%d", (int)samling)).to, "/");
}

static void the_programme_says_how_late_it_is_and_no_notes(void **state)
{
	struct site_test *t = *state;
	int64_t samling = site_samling(t, "9999", PHASE_LIVE);
	struct browser b = site_participant(t, samling, ROLE_ANNET);
	const char *path = site_path(t, "/s/%d/program", (int)samling), *page;

	site_item(t, samling, 1, "innledning", "Velkommen", 30, "{}");
	site_sql(t, "UPDATE punkt SET notat = 'hemmelig beskjed'");
	page = site_get(&b, path).body;
	assert_non_null(strstr(page, "08.30"));
	assert_non_null(strstr(page, "I rute"));
	assert_null(strstr(page, "hemmelig beskjed"));
	site_sql(t, "UPDATE samling SET etter = 10");
	assert_non_null(strstr(site_get(&b, path).body, "10 min etter"));
}

#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_participant_says_a_name_of_the_own_role_or_none),
		T(joining_again_keeps_the_seat),
		T(a_samling_has_room_for_ten_thousand),
		T(leaving_takes_the_seat_away),
		T(the_programme_says_how_late_it_is_and_no_notes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
