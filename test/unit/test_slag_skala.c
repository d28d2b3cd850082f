/* Numbers from 1 to 6, and things put in order, as Lillevik's hall gives them. */
#include "slag_scene.h"

#define SAFE "{\"spoersmaal\":\"Hvor trygg er du?\",\"utsagn\":[\"Rollen\",\"Habilitet\"]," \
	"\"ordsett\":\"trygg\",\"lav\":\"\",\"hoey\":\"\"}"
#define ORDER "{\"spoersmaal\":\"Hva er viktigst?\",\"valg\":[\"Skole\",\"Vei\",\"Ferge\"]}"

static void each_statement_has_six_numbers_and_its_ends(void **state)
{
	struct day_scene d = day_open();
	const char *html;

	(void)state;
	item_under_way(&d, "skala", "Trygghet", SAFE);
	lead(&d, "neste");
	html = phone_page(&d, 0);
	assert_in(html, "<legend class=\"ds-label\">Rollen</legend>");
	assert_in(html, "name=\"v1\" value=\"1=6\"");
	assert_in(html, "name=\"v2\" value=\"2=1\"");
	assert_in(html, "svært utrygg");
	assert_in(html, "svært trygg");
	assert_in(wall_page_of(&d), "Velg et tall fra 1 til 6 på telefonen.");
	site_close(d.t);
}

/* Eight people on the first statement, seven on the second. */
static void hall_says_how_safe(struct day_scene *d)
{
	static const char *const said[HALL][2] = {
		{ "1=2", "2=1" }, { "1=3", "2=1" }, { "1=3", "2=2" }, { "1=4", "2=2" },
		{ "1=4", "2=3" }, { "1=4", "2=6" }, { "1=5", "2=6" }, { "1=6", NULL },
	};

	for (size_t i = 0; i < HALL; i++)
		assert_int_equal(phone_answers(d, i, "v1", said[i][0],
		                 said[i][1] != NULL ? "v2" : NULL, said[i][1]), 303);
}

static void means_are_of_those_who_answered_each(void **state)
{
	struct day_scene d = day_open();
	const char *wall;

	(void)state;
	item_under_way(&d, "skala", "Trygghet", SAFE);
	lead(&d, "neste");
	hall_says_how_safe(&d);
	assert_out(wall_page_of(&d), "3,9");
	assert_in(phone_page(&d, 0), "<li>Rollen: 2</li>");
	lead(&d, "neste");
	assert_in(console_of(&d), "<strong class=\"tall\">3,9</strong>");      /* 31 / 8 */
	lead(&d, "vis");
	wall = wall_page_of(&d);
	assert_in(wall, "<strong class=\"tall\">3,9</strong>");
	assert_in(wall, "<strong class=\"tall\">3,0</strong>");               /* 21 / 7 */
	assert_in(wall, "<td class=\"antall tall\">7</td>");
	assert_in(wall, "1: 0 svar, 2: 1 svar, 3: 2 svar, 4: 3 svar, 5: 1 svar, 6: 1 svar");
	assert_in(phone_page(&d, 3), "1 betyr svært utrygg, 6 betyr svært trygg.");
	assert_in(report_of(&d), "<strong class=\"tall\">3,9</strong>");
	assert_in(hall_report_of(&d), "<strong class=\"tall\">3,0</strong>");
	site_close(d.t);
}

static void an_answer_is_one_number_a_statement(void **state)
{
	static const struct { const char *name, *value, *name2, *value2; int status; } cases[] = {
		{ "v1", "1=7", NULL, NULL, 422 }, { "v1", "3=1", NULL, NULL, 422 },
		{ "v1", "1=1", "v2", "1=2", 422 }, { "v1", "", NULL, NULL, 422 },
		{ "tekst", "1=5", NULL, NULL, 422 }, { "v2", "2=6", NULL, NULL, 303 },
	};
	struct day_scene d = day_open();

	(void)state;
	item_under_way(&d, "skala", "Trygghet", SAFE);
	lead(&d, "neste");
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		assert_int_equal(phone_answers(&d, 0, cases[i].name, cases[i].value,
		                 cases[i].name2, cases[i].value2), cases[i].status);
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM svar"), 1);
	assert_string_equal(site_sql_text(d.t, "SELECT verdi FROM svar"), "2=6");
	site_close(d.t);
}

static void asked_again_the_last_mean_stands_beside(void **state)
{
	struct day_scene d = day_open();

	(void)state;
	item_under_way(&d, "skala", "Trygghet", SAFE);
	lead(&d, "neste");
	hall_says_how_safe(&d);
	lead(&d, "neste");
	lead(&d, "vis");
	assert_out(wall_page_of(&d), "sist ");
	lead(&d, "igjen");
	for (size_t i = 0; i < HALL; i++)
		assert_int_equal(phone_answers(&d, i, "v1", "1=6", NULL, NULL), 303);
	lead(&d, "neste");
	lead(&d, "vis");
	assert_in(wall_page_of(&d), "<strong class=\"tall\">6,0</strong>");
	assert_in(wall_page_of(&d), "sist 3,9");
	site_close(d.t);
}

static void without_statements_the_question_is_the_one(void **state)
{
	struct day_scene d = day_open();

	(void)state;
	item_under_way(&d, "skala", "Nytte", "{\"spoersmaal\":\"Hvor nyttig?\",\"utsagn\":[],"
	               "\"ordsett\":\"\",\"lav\":\"lite\",\"hoey\":\"mye\"}");
	lead(&d, "neste");
	assert_in(phone_page(&d, 0), "lite");
	assert_int_equal(phone_answers(&d, 0, "v1", "1=5", NULL, NULL), 303);
	assert_in(phone_page(&d, 0), "<li>Hvor nyttig?: 5</li>");
	site_close(d.t);
}

/* ---- in order ---- */

static void an_order_has_each_place_once(void **state)
{
	struct day_scene d = day_open();

	(void)state;
	item_under_way(&d, "rangering", "Saker", ORDER);
	lead(&d, "neste");
	assert_in(phone_page(&d, 0), "<select class=\"ds-input\" id=\"r0\" name=\"valg\">");
	assert_in(phone_page(&d, 0), "<option value=\"3=1\">1. plass</option>");
	assert_int_equal(phone_answers(&d, 0, "valg", "1=1", "valg", "2=1"), 422);
	assert_int_equal(phone_answers(&d, 0, "valg", "1=1", "valg", "1=2"), 422);
	assert_int_equal(phone_answers(&d, 0, "valg", "1=4", NULL, NULL), 422);
	assert_int_equal(phone_answers(&d, 0, "valg", "", NULL, NULL), 422);
	assert_int_equal(phone_answers(&d, 0, "valg", "3=1", "valg", "1=2"), 303);
	assert_in(phone_page(&d, 0), "<li>Ferge: plass 1</li>");
	assert_in(phone_page(&d, 0), "<li>Skole: plass 2</li>");
	site_close(d.t);
}

static void the_order_of_all_has_points_and_says_ties(void **state)
{
	struct day_scene d = day_open();
	const char *wall, *ferge, *skole, *vei;

	(void)state;
	item_under_way(&d, "rangering", "Saker", ORDER);
	lead(&d, "neste");
	for (size_t i = 0; i < HALL; i++)       /* four each way; the ferry always second */
		assert_int_equal(phone_answers(&d, i, "valg", i % 2 ? "1=1" : "2=1", "valg",
		                 "3=2"), 303);
	lead(&d, "neste");
	assert_out(wall_page_of(&d), "snittplass");
	lead(&d, "vis");
	wall = wall_page_of(&d);
	ferge = strstr(wall, "<th scope=\"row\">Ferge");
	skole = strstr(wall, "<th scope=\"row\">Skole");
	vei = strstr(wall, "<th scope=\"row\">Vei");
	assert_true(ferge != NULL && ferge < skole && skole < vei);
	assert_in(wall, "<strong class=\"tall\">16</strong>");          /* 8 x 2   */
	assert_in(wall, "<strong class=\"tall\">12</strong>");          /* 4 x 3   */
	assert_in(wall, "snittplass 2,0");
	assert_in(wall, "delt");
	assert_in(report_of(&d), "snittplass 1,0");
	site_close(d.t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_statement_has_six_numbers_and_its_ends),
		cmocka_unit_test(means_are_of_those_who_answered_each),
		cmocka_unit_test(an_answer_is_one_number_a_statement),
		cmocka_unit_test(asked_again_the_last_mean_stands_beside),
		cmocka_unit_test(without_statements_the_question_is_the_one),
		cmocka_unit_test(an_order_has_each_place_once),
		cmocka_unit_test(the_order_of_all_has_points_and_says_ties),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
