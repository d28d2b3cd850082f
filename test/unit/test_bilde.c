/* Pictures: who may put one up, who may see it and when, and that nothing of them stays. */
#include "site_help.h"

#include <stdio.h>

#include "app/samling/samling.h"
#include "app/sider.h"
#include "bilde_help.h"
#include "lib/buf.h"
#include "net/http.h"
#include "store/store.h"

#define ALT "En bru <over> elva"
#define ALT_HTML "alt=\"En bru &lt;over&gt; elva\""

static struct site_test *t;
static struct browser leader, phone, wall;
static int64_t samling, item;
static const char *key, *page;

static int set_up(void **state)
{
	(void)state;
	t = site_open(all_pages);
	samling = site_samling(t, "9999", PHASE_LIVE);
	item = site_item(t, samling, 1, "innledning", "Velkommen", 10, "{\"tekst\": \"Hei\"}");
	leader = site_veileder(t, samling);
	phone = site_participant(t, samling, ROLE_FOLKEVALGT);
	wall = (struct browser){ .t = t };
	key = site_link(t, samling, LINK_WALL);
	page = site_path(t, "/samling/%d/punkt/%d/bilde", (int)samling, (int)item);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	site_close(t);
	return 0;
}

static struct answer send(const char *to, const struct buf *file, const char *alt)
{
	return site_post_file(&leader, to, "fil", file, "beskrivelse", alt, NULL);
}

static const char *sha_of(int64_t punkt)
{
	return site_sql_text(t, "SELECT json_extract(oppsett, '$.bilde') FROM punkt "
	                     "WHERE id = %d", (int)punkt);
}

static int64_t pictures(void)
{
	return site_sql(t, "SELECT count(*) FROM bilde");
}

static void begin(int64_t punkt)
{
	site_sql(t, "UPDATE punkt SET startet = 1 WHERE id = %d", (int)punkt);
	site_sql(t, "UPDATE samling SET naa = %d, dag = 1", (int)punkt);
}

/* A picture, hung up; its sum. */
static const char *hang(void)
{
	struct buf png = make_png(t->mem, 640, 480, true);

	assert_int_equal(send(page, &png, ALT).status, 303);
	return sha_of(item);
}

static const char *in(const char *folder, const char *sha)
{
	return site_path(t, "%s/bilde/%s", folder, sha);
}

static const char *staff_folder(void)
{
	return site_path(t, "/samling/%d", (int)samling);
}

static const char *phone_folder(void)
{
	return site_path(t, "/s/%d", (int)samling);
}

static const char *wall_folder(void)
{
	return site_path(t, "/lerret/%s", key);
}

static void a_picture_is_kept_without_what_was_hidden_in_it(void **state)
{
	struct buf bare = make_png(t->mem, 640, 480, false);
	const char *sha = hang();
	struct answer a = site_get(&leader, in(staff_folder(), sha));

	(void)state;
	assert_int_equal(strlen(sha), 64);
	assert_int_equal(a.status, 200);
	assert_int_equal(a.reply->n_body, bare.n);
	assert_memory_equal(a.body, bare.p, bare.n);
	assert_string_equal(site_header(&a, "Content-Type"), "image/png");
	assert_string_equal(site_header(&a, "X-Content-Type-Options"), "nosniff");
	assert_string_equal(site_header(&a, "Content-Disposition"), "inline");
	assert_string_equal(site_header(&a, "Cache-Control"),
	                    "private, max-age=31536000, immutable");
	assert_string_equal(site_header(&a, "ETag"), site_path(t, "\"%s\"", sha));
	leader.have = site_header(&a, "ETag");
	a = site_get(&leader, in(staff_folder(), sha));
	assert_int_equal(a.status, 304);
	assert_int_equal(a.reply->n_body, 0);
}

static void the_hall_sees_it_when_its_item_has_begun(void **state)
{
	const char *sha = hang();
	const char *at_phone = in(phone_folder(), sha), *at_wall = in(wall_folder(), sha);

	(void)state;
	assert_int_equal(site_get(&phone, at_phone).status, 404);
	assert_int_equal(site_get(&wall, at_wall).status, 404);
	assert_int_equal(site_get(&leader, in(staff_folder(), sha)).status, 200);
	begin(item);
	assert_int_equal(site_get(&phone, at_phone).status, 200);
	assert_int_equal(site_get(&wall, at_wall).status, 200);
	assert_int_equal(site_get(&leader, site_path(t, "/samling/%d/lerret/bilde/%s",
	                          (int)samling, sha)).status, 200);
}

static void nobody_else_sees_it(void **state)
{
	int64_t elsewhere = site_samling(t, "3101", PHASE_LIVE);
	struct browser other = site_veileder(t, elsewhere), nobody = { .t = t };
	const char *sha = hang();

	(void)state;
	begin(item);
	assert_int_equal(site_get(&other, in(staff_folder(), sha)).status, 404);
	assert_int_equal(site_get(&other, site_path(t, "/samling/%d/bilde/%s", (int)elsewhere,
	                                            sha)).status, 404);
	assert_int_equal(site_get(&nobody, in(phone_folder(), sha)).status, 303);
	assert_int_equal(site_get(&nobody, in(staff_folder(), sha)).status, 303);
	assert_int_equal(site_get(&nobody, in("/lerret/AAAAAAAAAAAAAAAAAAAAAA", sha)).status, 404);
	assert_int_equal(site_post_file(&other, page, "fil", NULL, NULL).status, 404);
	assert_int_equal(site_post_file(&phone, page, "fil", NULL, NULL).status, 403);
}

static struct buf bytes(const char *text)
{
	struct buf b = buf_in(t->mem);

	buf_puts(&b, text);
	return b;
}

static void other_files_are_refused_with_a_reason(void **state)
{
	const struct { struct buf file; const char *says; } bad[] = {
		{ bytes("<svg xmlns='http://www.w3.org/2000/svg'/>"), "PNG, JPEG" },
		{ bytes("<!DOCTYPE html><script>alert(1)</script>"), "PNG, JPEG" },
		{ bytes("GIF89a, and the rest"), "PNG, JPEG" },
		{ make_png(t->mem, 6001, 10, false), "6000" },
		{ { .p = make_jpeg(t->mem, 9, 9, false).p, .n = 60 }, "ikke helt" },
		{ bytes(""), "Velg en bildefil" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct answer a = send(page, &bad[i].file, ALT);

		assert_int_equal(a.status, 422);
		assert_non_null(strstr(a.body, bad[i].says));
		assert_non_null(strstr(a.body, "value=\"En bru &lt;over&gt; elva\""));
	}
	assert_int_equal(pictures(), 0);
}

static void a_description_must_be_there_and_short(void **state)
{
	struct buf png = make_png(t->mem, 8, 8, false);
	char longer[202] = "";

	(void)state;
	memset(longer, 'a', 201);
	assert_int_equal(send(page, &png, "").status, 422);
	assert_int_equal(send(page, &png, longer).status, 422);
	assert_int_equal(pictures(), 0);
	longer[200] = '\0';
	assert_int_equal(send(page, &png, longer).status, 303);
}

static void what_is_not_the_form_is_refused(void **state)
{
	struct buf png = make_png(t->mem, 8, 8, false);

	(void)state;
	assert_int_equal(site_post_file(&leader, page, "annet", &png, "beskrivelse", ALT,
	                                NULL).status, 400);
	assert_int_equal(site_post_file(&leader, page, "fil", &png, "beskrivelse", ALT,
	                                "beskrivelse", ALT, NULL).status, 400);
	assert_int_equal(site_post(&leader, page, "beskrivelse", ALT, "fil", "a.png",
	                           NULL).status, 422);
	leader.token = "AAAAAAAAAAAAAAAAAAAAAA";
	assert_int_equal(send(page, &png, ALT).status, 403);
	leader.token = NULL;
	leader.origin = "https://ond.example";
	assert_int_equal(send(page, &png, ALT).status, 403);
	assert_int_equal(pictures(), 0);
}

static void only_an_introduction_has_a_picture(void **state)
{
	struct buf png = make_png(t->mem, 8, 8, false);
	int64_t pause = site_item(t, samling, 1, "pause", "Pause", 10, "{}");

	(void)state;
	assert_int_equal(send(site_path(t, "/samling/%d/punkt/%d/bilde", (int)samling, (int)pause),
	                      &png, ALT).status, 404);
	assert_int_equal(send(site_path(t, "/samling/%d/punkt/%dx/bilde", (int)samling,
	                                (int)item), &png, ALT).status, 404);
}

static void another_picture_takes_its_place_and_none_stays_behind(void **state)
{
	struct buf jpeg = make_jpeg(t->mem, 80, 60, true);
	const char *first = hang(), *second;

	(void)state;
	assert_int_equal(send(page, &jpeg, "Nytt").status, 303);
	second = sha_of(item);
	assert_string_not_equal(first, second);
	assert_int_equal(pictures(), 1);
	assert_int_equal(site_get(&leader, in(staff_folder(), first)).status, 404);
	assert_int_equal(site_post(&leader, site_path(t, "%s/fjern", page), NULL).status, 303);
	assert_string_equal(sha_of(item), "");
	assert_int_equal(pictures(), 0);
}

static void its_description_can_be_mended_alone(void **state)
{
	const char *sha = hang();

	(void)state;
	assert_non_null(strstr(site_get(&leader, page).body, "En bru &lt;over&gt; elva"));
	assert_int_equal(send(page, NULL, "Ei bru").status, 303);
	assert_string_equal(sha_of(item), sha);
	assert_string_equal(site_sql_text(t, "SELECT beskrivelse FROM bilde"), "Ei bru");
}

static void two_items_with_the_same_picture_share_it(void **state)
{
	struct buf png = make_png(t->mem, 640, 480, false);
	int64_t other = site_item(t, samling, 1, "innledning", "To", 10, "{}");

	(void)state;
	hang();
	assert_int_equal(send(site_path(t, "/samling/%d/punkt/%d/bilde", (int)samling, (int)other),
	                      &png, ALT).status, 303);
	assert_int_equal(pictures(), 1);
	assert_int_equal(site_post(&leader, site_path(t, "%s/fjern", page), NULL).status, 303);
	assert_int_equal(pictures(), 1);
	assert_int_equal(site_post(&leader, site_path(t, "/samling/%d/punkt/%d/slett",
	                           (int)samling, (int)other), NULL).status, 303);
	assert_int_equal(pictures(), 0);
}

static struct answer save_item(const char *kind)
{
	return site_post(&leader, site_path(t, "/samling/%d/punkt/%d", (int)samling, (int)item),
	                 "slag", kind, "tittel", "Nytt navn", "minutter", "10", NULL);
}

static void the_editor_shows_it_and_keeps_it(void **state)
{
	const char *sha = hang(), *html;

	(void)state;
	html = site_get(&leader, site_path(t, "/samling/%d/punkt/%d", (int)samling,
	                                   (int)item)).body;
	assert_non_null(strstr(html, site_path(t, "src=\"/samling/%d/bilde/%s\" " ALT_HTML,
	                                       (int)samling, sha)));
	assert_int_equal(save_item("innledning").status, 303);
	assert_string_equal(sha_of(item), sha);
	assert_int_equal(save_item("pause").status, 303);
	assert_int_equal(pictures(), 0);
}

static void every_screen_draws_it_with_its_description(void **state)
{
	const char *sha = hang();
	const struct { struct browser *who; const char *page, *folder; } screens[] = {
		{ &phone, phone_folder(), phone_folder() },
		{ &wall, wall_folder(), wall_folder() },
		{ &leader, site_path(t, "%s/lerret", staff_folder()),
		  site_path(t, "%s/lerret", staff_folder()) },
		{ &leader, site_path(t, "%s/konsoll", staff_folder()), staff_folder() },
		{ &leader, site_path(t, "%s/rapport", staff_folder()), staff_folder() },
		{ &phone, site_path(t, "%s/rapport", phone_folder()), phone_folder() },
	};

	(void)state;
	site_sql(t, "UPDATE samling SET frigitt = 1");
	for (size_t i = 0; i < sizeof screens / sizeof *screens; i++)
		assert_null(strstr(site_get(screens[i].who, screens[i].page).body, sha));
	begin(item);
	for (size_t i = 0; i < sizeof screens / sizeof *screens; i++) {
		const char *html = site_get(screens[i].who, screens[i].page).body;
		const char *want = site_path(t, "src=\"%s/bilde/%s\" " ALT_HTML,
		                             screens[i].folder, sha);

		if (strstr(html, want) == NULL)
			fail_msg("%s: no %s", screens[i].page, want);
	}
}

static void an_item_whose_picture_is_gone_is_drawn_without(void **state)
{
	(void)state;
	hang();
	begin(item);
	site_sql(t, "DELETE FROM bilde");
	assert_null(strstr(site_get(&phone, phone_folder()).body, "<img"));
	assert_null(strstr(site_get(&wall, wall_folder()).body, "<img"));
}

static void a_copy_has_its_own_and_a_file_has_none(void **state)
{
	const char *sha = hang(), *file;
	struct answer a;

	(void)state;
	a = site_post(&leader, site_path(t, "/samling/%d/kopier", (int)samling), "tittel", "Kopi",
	              "dato", SITE_TODAY, NULL);
	assert_int_equal(a.status, 303);
	assert_int_equal(pictures(), 2);
	assert_int_equal(site_get(&leader, in(a.to, sha)).status, 200);
	file = site_get(&leader, site_path(t, "/samling/%d/eksport.json", (int)samling)).body;
	assert_non_null(strstr(file, "\"Hei\""));
	assert_null(strstr(file, "bilde"));
}

static void a_file_that_names_a_picture_is_not_taken(void **state)
{
	const char *text = site_path(t, "{\"skjema\": \"samling/1\", \"tittel\": \"x\", "
		"\"maalform\": \"nb\", \"dager\": [{\"start\": \"09.00\", \"punkter\": ["
		"{\"slag\": \"innledning\", \"tittel\": \"x\", \"minutter\": 5, "
		"\"oppsett\": {\"bilde\": \"%064d\"}}]}]}", 1);
	const char *error;
	struct fil f;

	(void)state;
	assert_int_equal(fil_read(t->mem, LANG_NB, text, strlen(text), &f, &error),
	                 OUTCOME_INVALID);
	assert_non_null(strstr(error, "dager[0].punkter[0].oppsett.bilde"));
}

static void a_samling_has_room_for_24_MB(void **state)
{
	struct buf png = make_png(t->mem, 8, 8, false);
	int64_t other = site_item(t, samling, 1, "innledning", "To", 10,
	                          site_path(t, "{\"bilde\": \"%064d\"}", 7));
	struct answer a;

	(void)state;
	site_sql(t, "INSERT INTO bilde VALUES "
	         "(%d, '%064d', 0, 'x', zeroblob(24 * 1024 * 1024 - 9))", (int)samling, 7);
	a = send(page, &png, ALT);
	assert_int_equal(a.status, 422);
	assert_non_null(strstr(a.body, "fyller for mye"));
	assert_int_equal(send(site_path(t, "/samling/%d/punkt/%d/bilde", (int)samling, (int)other),
	                      &png, ALT).status, 303);
}

static size_t limit(struct browser *b, const char *path)
{
	struct http_field field = { "cookie", b->n_cookie == 0 ? "" :
		site_path(t, "%s=%s", b->cookie[0].name, b->cookie[0].value) };
	struct http_request h = { .method = HTTP_POST, .path = path, .query = "", .host = "x",
	                          .field = &field, .n_field = 1, .mem = t->mem };

	return page_body_limit(&t->p.site, &h);
}

static void only_who_may_send_a_picture_may_send_much(void **state)
{
	struct browser nobody = { .t = t };

	(void)state;
	assert_true(limit(&leader, page) > 4000000);
	assert_true(limit(&leader, page) < 5000000);
	assert_int_equal(limit(&nobody, page), 65536);
	assert_int_equal(limit(&phone, page), 65536);
	assert_int_equal(limit(&leader, site_path(t, "%s/fjern", page)), 65536);
}

/* Two replies that are under way at the same time. */
static void those_who_ask_at_once_share_one_copy(void **state)
{
	const char *sha = hang(), *path = in(staff_folder(), sha);
	struct http_field field = { "cookie", site_path(t, "%s=%s", leader.cookie[0].name,
	                                                leader.cookie[0].value) };
	struct arena *mem[2];
	struct http_reply reply[2];

	(void)state;
	for (int i = 0; i < 2; i++) {
		struct http_request h = { .method = HTTP_GET, .path = path, .query = "",
			.host = "x", .field = &field, .n_field = 1, .body = "",
			.mem = mem[i] = arena_new(1 << 20) };

		reply[i] = (struct http_reply){ .mem = mem[i] };
		page_handle(&t->p.site, &h, &reply[i]);
		assert_int_equal(reply[i].status, 200);
	}
	assert_ptr_equal(reply[0].body, reply[1].body);
	arena_free(mem[0]);
	assert_non_null(t->p.site.pictures);
	assert_memory_equal(reply[1].body, "\x89PNG", 4);
	arena_free(mem[1]);
	assert_null(t->p.site.pictures);
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(a_picture_is_kept_without_what_was_hidden_in_it),
		CASE(the_hall_sees_it_when_its_item_has_begun),
		CASE(nobody_else_sees_it),
		CASE(other_files_are_refused_with_a_reason),
		CASE(a_description_must_be_there_and_short),
		CASE(what_is_not_the_form_is_refused),
		CASE(only_an_introduction_has_a_picture),
		CASE(another_picture_takes_its_place_and_none_stays_behind),
		CASE(its_description_can_be_mended_alone),
		CASE(two_items_with_the_same_picture_share_it),
		CASE(the_editor_shows_it_and_keeps_it),
		CASE(every_screen_draws_it_with_its_description),
		CASE(an_item_whose_picture_is_gone_is_drawn_without),
		CASE(a_copy_has_its_own_and_a_file_has_none),
		CASE(a_file_that_names_a_picture_is_not_taken),
		CASE(a_samling_has_room_for_24_MB),
		CASE(only_who_may_send_a_picture_may_send_much),
		CASE(those_who_ask_at_once_share_one_copy),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
