/* Questions that have an answer, and questions that need one key. */
#include "slag_scene.h"

#define ALL "100\xc2\xa0%"
#define RECTOR "{\"spoersmaal\":\"Hvem ansetter rektor?\",\"valg\":[\"Kommunestyret\"," \
	"\"Kommunedirektøren\"],\"riktig\":\"2\",\"forklaring\":\"Det løpende ansvaret.\"," \
	"\"kilde\":\"Kommuneloven § 13-1\",\"lenke\":\"https://lovdata.example/13-1\"}"

static void what_is_right_comes_with_the_result_and_not_before(void **state)
{
	struct day_scene d = day_open();
	const char *const secret[] = { "Riktig", "Det løpende ansvaret.", "§ 13-1",
	                               "lovdata.example" };

	(void)state;
	item_under_way(&d, "fakta", "Rektor", RECTOR);
	lead(&d, "neste");
	hall_answers(&d, "valg", "0");
	for (int closed = 0; closed < 2; closed++) {
		for (size_t i = 0; i < sizeof secret / sizeof secret[0]; i++) {
			assert_out(phone_page(&d, 0), secret[i]);
			assert_out(wall_page_of(&d), secret[i]);
			assert_out(wall_stream_of(&d), secret[i]);
		}
		if (!closed)
			lead(&d, "neste");
	}
	lead(&d, "vis");
	assert_in(wall_page_of(&d), "Kilde: Kommuneloven § 13-1");
	assert_in(wall_page_of(&d), "Det løpende ansvaret.");
	assert_in(phone_page(&d, 0), "href=\"https://lovdata.example/13-1\"");
	assert_in(report_of(&d), "Det løpende ansvaret.");
	site_close(d.t);
}

static void the_right_one_is_said_in_words(void **state)
{
	struct day_scene d = day_open();
	const char *wall, *right;

	(void)state;
	item_under_way(&d, "fakta", "Rektor", RECTOR);
	lead(&d, "neste");
	hall_answers(&d, "valg", "0");
	lead(&d, "neste");
	lead(&d, "vis");
	wall = wall_page_of(&d);
	right = strstr(wall, "Riktig</span>");
	assert_non_null(right);
	assert_null(strstr(right + 1, "Riktig</span>"));
	assert_true(strstr(wall, "<th scope=\"row\">Kommunedirektøren") < right);
	assert_true(strstr(wall, "<th scope=\"row\">Kommunestyret") < right);
	assert_in(wall, "class=\"strek\"");             /* the wrong ones are hatched */
	site_close(d.t);
}

static void one_answer_and_only_one(void **state)
{
	struct day_scene d = day_open();

	(void)state;
	item_under_way(&d, "fakta", "Rektor", RECTOR);
	lead(&d, "neste");
	assert_int_equal(phone_answers(&d, 0, "valg", "0", "valg", "1"), 422);
	assert_int_equal(phone_answers(&d, 0, "valg", "2", NULL, NULL), 422);
	assert_int_equal(phone_answers(&d, 0, "valg", "1", NULL, NULL), 303);
	site_close(d.t);
}

/* ---- the pulse ---- */

/* A puls as the console asks for it; `text` stands in the field beside the buttons. */
static void ask(struct day_scene *d, const char *about, const char *text)
{
	struct moment m = moment_now(d);

	assert_int_equal(site_post(&d->anna, site_path(d->t, "/samling/%lld/styr",
	                 (long long)d->samling), "handling", about, "sett", m.sett, "runde",
	                 m.runde, "fase", m.fase, "tekst", text, NULL).status, 303);
}

static void one_key_asks_one_tap_answers(void **state)
{
	static const struct { const char *act, *asked, *first; } cases[] = {
		{ "improviser tempo", "Hvordan er tempoet?", "For sakte" },
		{ "improviser forstaaelse", "Henger du med?", "Ja, jeg henger med" },
		{ "improviser janei", "Ja eller nei?", "Ja" },
	};
	struct day_scene d = day_open();

	(void)state;
	lead(&d, "neste");
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		ask(&d, cases[i].act, "");
		assert_in(phone_page(&d, 0), cases[i].asked);
		assert_in(phone_page(&d, 0), site_path(d.t, "type=\"submit\" name=\"valg\" "
		          "value=\"0\">%s</button>", cases[i].first));
		assert_out(phone_page(&d, 0), "Send svar");
		hall_answers(&d, "valg", "0");
		assert_in(phone_page(&d, 0), "Takk, svaret ditt er lagret");
		/* At once to those who lead; to the hall when it is shown. */
		assert_in(console_of(&d), ALL);
		assert_out(wall_page_of(&d), ALL);
		assert_out(phone_page(&d, 0), ALL);
		lead(&d, "neste");
		lead(&d, "vis");
		assert_in(wall_page_of(&d), ALL);
	}
	site_close(d.t);
}

static void yes_or_no_takes_the_question_that_was_typed(void **state)
{
	struct day_scene d = day_open();

	(void)state;
	lead(&d, "neste");
	ask(&d, "improviser janei", "Skal vi ta pause?");
	assert_in(phone_page(&d, 0), "Skal vi ta pause?");
	ask(&d, "improviser tempo", "Skal vi ta pause?");
	assert_in(phone_page(&d, 0), "Hvordan er tempoet?");
	site_close(d.t);
}

static void few_answers_are_no_picture_of_a_person(void **state)
{
	struct day_scene d = day_open();

	(void)state;
	lead(&d, "neste");
	ask(&d, "improviser tempo", "");
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(phone_answers(&d, i, "valg", "2", NULL, NULL), 303);
	assert_out(console_of(&d), ALL);
	site_close(d.t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_right_comes_with_the_result_and_not_before),
		cmocka_unit_test(the_right_one_is_said_in_words),
		cmocka_unit_test(one_answer_and_only_one),
		cmocka_unit_test(one_key_asks_one_tap_answers),
		cmocka_unit_test(yes_or_no_takes_the_question_that_was_typed),
		cmocka_unit_test(few_answers_are_no_picture_of_a_person),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
