/* Stands with times, a note that is nobody else's, and an earlier result seen again. */
#include "slag_scene.h"

#include "app/aktivitet/slag/torg.h"
#include "lib/tid.h"

#define ALL "100\xc2\xa0%"
#define STANDS "{\"tekst\":\"Gå rundt\",\"stander\":[\"Skole | Bord 1 | 09.00–09.20 | Berit\"," \
	"\"Helse | Bord 2\",\"Vei | Ute | 09.30–09.45\"]}"

static void the_stands_are_a_board_and_a_list(void **state)
{
	struct day_scene d = day_open();

	(void)state;
	item_under_way(&d, "kommunetorg", "Torget", STANDS);
	assert_in(wall_page_of(&d), "<th scope=\"row\">Skole</th><td>Bord 1</td>");
	assert_in(wall_page_of(&d), "<td>Berit</td>");
	assert_in(phone_page(&d, 0), "<strong>Helse</strong>");
	assert_in(phone_page(&d, 0), "Gå rundt");
	assert_in(console_of(&d), "<th scope=\"row\">Vei</th>");
	assert_in(report_of(&d), "<th scope=\"row\">Vei</th>");
	assert_out(report_of(&d), "torg-merke");        /* what is on now is no report */
	site_close(d.t);
}

/* The word stands in the page all the time; the clock decides whether it is seen. */
static bool says_now(struct day_scene *d, const char *clock)
{
	const char *at = strstr(wall_page_of(d), clock);
	const char *mark = at != NULL ? strstr(at, "torg-merke") : NULL;

	assert_non_null(mark);
	return strncmp(mark + strcspn(mark, ">") - strlen(" hidden"), " hidden",
	               strlen(" hidden")) != 0;
}

static void the_clock_says_what_is_on_now(void **state)
{
	struct day_scene d = day_open();        /* at 09.00 */

	(void)state;
	item_under_way(&d, "kommunetorg", "Torget", STANDS);
	assert_true(says_now(&d, "09.00–09.20"));
	assert_false(says_now(&d, "09.30–09.45"));
	site_wait(d.t, 35 * 60000);
	assert_false(says_now(&d, "09.00–09.20"));
	assert_true(says_now(&d, "09.30–09.45"));
	site_close(d.t);
}

static const struct { const char *line, *written; } lines[] = {
	{ "Skole", "Skole" }, { " Skole |Bord 1", "Skole | Bord 1" },
	{ "Skole|||Berit", "Skole | | | Berit" }, { "Skole | ", "Skole" },
	{ "Skole || 9.00-9.20 ,0930–1000", "Skole | | 09.00–09.20, 09.30–10.00" },
	{ "", NULL }, { " | Bord 1", NULL }, { "Skole | | 9.00", NULL },
	{ "Skole | | 10.00–09.00", NULL }, { "Skole | | 25.00–26.00", NULL },
	{ "Skole | | | Berit | mer", NULL },
	{ "Skole | | 8.00-8.05,8.10-8.15,8.20-8.25,8.30-8.35,8.40-8.45,8.50-8.55,9.00-9.05", NULL },
};

static void a_stand_is_read_and_written(void **state)
{
	struct arena *mem = arena_new(1u << 20);
	struct torg_stand stand;

	(void)state;
	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
		const char *error;
		bool ok = torg_read(mem, lines[i].line, &stand, &error);

		if (ok != (lines[i].written != NULL))
			fail_msg("%s", lines[i].line);
		assert_int_equal(ok, error == NULL);
		if (ok)
			assert_string_equal(torg_write(mem, &stand), lines[i].written);
	}
	arena_free(mem);
}

static void next_is_what_begins_after_the_last_that_began(void **state)
{
	struct arena *mem = arena_new(1u << 20);
	struct torg_stand s[] = {
		{ .time = { { .from = 600, .to = 620 }, { .from = 660, .to = 680 } }, .n_time = 2 },
		{ .time = { { .from = 630, .to = 650 } }, .n_time = 1 },
	};

	(void)state;
	torg_clock(mem, s, 2, tid_wall_ms("2027-01-15", 610));
	assert_int_equal(s[1].time[0].next_from, tid_wall_ms("2027-01-15", 600));
	assert_int_equal(s[1].time[0].next_to, tid_wall_ms("2027-01-15", 630));
	assert_int_equal(s[0].time[1].next_from, tid_wall_ms("2027-01-15", 630));
	assert_int_equal(s[0].time[1].now_to, tid_wall_ms("2027-01-15", 680));
	arena_free(mem);
}

/* ---- a note ---- */

static void a_note_has_no_name_and_stands_in_no_form(void **state)
{
	struct day_scene d = day_open();
	const char *html, *note, *before = NULL;

	(void)state;
	item_under_way(&d, "refleksjon", "Ettertanke", "{\"tekst\":\"Hva vil du endre?\"}");
	html = phone_page(&d, 0);
	note = strstr(html, "<textarea");
	assert_non_null(note);
	assert_in(html, "Ingenting sendes");
	assert_null(memmem(note, strcspn(note, ">"), " name=", 6));
	assert_null(memmem(note, strcspn(note, ">"), " form=", 6));
	for (const char *p = html; (p = strstr(p, "<form")) != NULL && p < note; p++)
		before = p;
	assert_true(before == NULL || strstr(before, "</form>") < note);
	assert_in(wall_page_of(&d), "Hva vil du endre?");
	assert_out(wall_page_of(&d), "<textarea");
	site_close(d.t);
}

/* Few stand large beside the code, with the text above; many long ones fit all the same. */
static void the_board_is_as_large_as_it_can_be(void **state)
{
	struct torg_stand few[5], many[16];
	struct torg_board b;

	(void)state;
	for (size_t i = 0; i < 16; i++)
		many[i] = (struct torg_stand){ "Helse, mestring og omsorg heime", "Ute i gangen",
		                               "Kari Anne Nordmann", .n_time = 3 };
	for (size_t i = 0; i < 5; i++)
		few[i] = (struct torg_stand){ "Skole", "Bord 1", "" };
	b = torg_board(few, 5, "Kommunetorget", "Gå rundt.");
	assert_int_equal(b.size, 0);
	assert_true(b.text && !b.wide && !b.manned);
	b = torg_board(many, 16, "Kommunetorget", "Gå rundt.");
	assert_true(b.wide && b.manned && !b.text);
	assert_in_range(b.size, 1, 5);
	assert_true(torg_board(many, 6, "Kommunetorget", "").size < b.size);
}

/* ---- again ---- */

static void an_earlier_result_is_seen_again_if_it_was_seen(void **state)
{
	struct day_scene d = day_open();
	int64_t again;

	(void)state;
	lead(&d, site_path(d.t, "gaatil %lld", (long long)d.vote));
	lead(&d, "neste");
	hall_answers(&d, "valg", "1");
	lead(&d, "neste");                      /* closed, not shown */
	again = site_item(d.t, d.samling, 1, "gjensyn", "En gang til", 5,
	                  "{\"tekst\":\"Husker dere?\"}");
	site_sql(d.t, "UPDATE punkt SET gjelder = %lld WHERE id = %lld", (long long)d.vote,
	         (long long)again);
	lead(&d, site_path(d.t, "gaatil %lld", (long long)again));
	assert_in(wall_page_of(&d), "Husker dere?");
	assert_out(wall_page_of(&d), ALL);
	assert_in(console_of(&d), ALL);
	lead(&d, site_path(d.t, "gaatil %lld", (long long)d.vote));
	lead(&d, "vis");
	lead(&d, site_path(d.t, "gaatil %lld", (long long)again));
	assert_in(wall_page_of(&d), ALL);
	assert_in(wall_page_of(&d), "Dialog");
	assert_in(phone_page(&d, 0), "Hva er viktigst?");
	assert_in(phone_page(&d, 0), "Husker dere?");
	site_close(d.t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_stands_are_a_board_and_a_list),
		cmocka_unit_test(the_clock_says_what_is_on_now),
		cmocka_unit_test(a_stand_is_read_and_written),
		cmocka_unit_test(next_is_what_begins_after_the_last_that_began),
		cmocka_unit_test(the_board_is_as_large_as_it_can_be),
		cmocka_unit_test(a_note_has_no_name_and_stands_in_no_form),
		cmocka_unit_test(an_earlier_result_is_seen_again_if_it_was_seen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
