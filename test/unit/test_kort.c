/* Cards: ground rules in Lillevik, from what groups and people write to what is adopted. */
#include "konsoll_scene.h"

#define RULES "{\"spoersmaal\":\"Hvilke kjøreregler vil vi ha?\",\"samle\":%s,\"tegn\":160," \
	"\"svar\":3,\"prikker\":3,\"totredel\":%s,\"oppfoelging\":%s}"

static struct day_scene d;
static int64_t item;

static int64_t rules_item(const char *title, const char *collect, const char *carried,
                          const char *follow)
{
	return site_item(d.t, d.samling, 1, "kjoereregler", title, 20,
	                 site_path(d.t, RULES, collect, carried, follow));
}

static const char *console(void)
{
	struct answer a = site_get(&d.anna, site_path(d.t, "/samling/%lld/konsoll",
	                                               (long long)d.samling));

	assert_int_equal(a.status, 200);
	return a.body;
}

static const char *phone_page(size_t i)
{
	struct answer a = site_get(&d.phone[i], site_path(d.t, "/s/%lld", (long long)d.samling));

	assert_int_equal(a.status, 200);
	return a.body;
}

static int64_t card(const char *text)
{
	int64_t id = site_sql(d.t, "SELECT id FROM kort WHERE tekst = '%s' ORDER BY id DESC", text);

	if (id == 0)
		fail_msg("there is no card \"%s\"", text);
	return id;
}

static int64_t a_card(const char *text)
{
	return site_sql(d.t, "INSERT INTO kort (punkt, tekst) VALUES (%lld, '%s')",
	                (long long)item, text);
}

/* "kort_sammen %lld %lld" as Anna, which must be taken. */
#define ACT(...) lead(&d, site_path(d.t, __VA_ARGS__))

static void go_to(int64_t to)
{
	ACT("gaatil %lld", (long long)to);
}

static const char *round_now(void)
{
	return site_path(d.t, "%lld", (long long)site_sql(d.t, "SELECT max(id) FROM runde"));
}

static struct answer phone_sends(size_t i, const char *field, const char *one, const char *two,
                                 const char *three)
{
	return site_post(&d.phone[i], site_path(d.t, "/s/%lld/svar", (long long)d.samling),
	                 "runde", round_now(), field, one, two != NULL ? field : "x",
	                 two != NULL ? two : "", three != NULL ? field : "y",
	                 three != NULL ? three : "", NULL);
}

static const char *num(int64_t n)
{
	return site_path(d.t, "%lld", (long long)n);
}

static int open_scene(void **state)
{
	(void)state;
	d = day_open();
	return 0;
}

static int close_scene(void **state)
{
	(void)state;
	site_close(d.t);
	return 0;
}

/* ---- from the phones to the wall ---- */

static void the_hall_writes(void)
{
	item = rules_item("Våre kjøreregler", "true", "true", "false");
	go_to(item);
	lead(&d, "neste");
	assert_int_equal(phone_sends(0, "tekst", "Vis respekt", "Møt forberedt", NULL).status, 303);
	assert_int_equal(phone_sends(1, "tekst", "Respekter hverandre", NULL, NULL).status, 303);
	assert_int_equal(phone_sends(2, "tekst", "Sakspapirer i god tid", NULL, NULL).status, 303);
	assert_int_equal(phone_sends(3, "tekst", "Ikke gå på person", NULL, NULL).status, 303);
	assert_int_equal(phone_sends(4, "tekst", "Vis respekt", NULL, NULL).status, 303);
	lead(&d, "neste");
	lead(&d, "neste");
}

static void what_people_write_becomes_cards_with_one_key(void **state)
{
	(void)state;
	the_hall_writes();
	assert_in(wall_page_of(&d), "Møt forberedt");
	assert_in(console(), "Lag kort av svarene");
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM kort"), 0);
	lead(&d, "neste");
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM kort"), 5);
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM kort WHERE tekst = 'Vis respekt'"), 1);
	assert_in(console(), "Åpne del 2 for svar");
	assert_in(wall_page_of(&d), "Ikke gå på person");
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM protokoll WHERE hva = 'kort_laget'"), 1);
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM protokoll WHERE "
	                          "detalj LIKE '%%respekt%%'"), 0);
}

/* Nothing in the database leads from a card to a phone. */
static void a_card_has_no_writer(void **state)
{
	(void)state;
	the_hall_writes();
	lead(&d, "neste");
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM svar s JOIN deltaker p "
	                          "ON p.id = s.noekkel"), 0);
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM kort WHERE gruppe IS NOT NULL"), 0);
}

static void a_hidden_text_becomes_no_card(void **state)
{
	(void)state;
	item = rules_item("Våre kjøreregler", "true", "false", "false");
	site_sql(d.t, "UPDATE punkt SET hold = 1 WHERE id = %lld", (long long)item);
	go_to(item);
	lead(&d, "neste");
	phone_sends(0, "tekst", "Vis respekt", "Kari er dum", NULL);
	phone_sends(1, "tekst", "Ukjent", NULL, NULL);
	lead(&d, "neste");
	lead(&d, "tekst_vis vis respekt");
	lead(&d, "tekst_skjul kari er dum");
	lead(&d, "neste");
	lead(&d, "neste");
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM kort"), 1);
	assert_in(wall_page_of(&d), "Vis respekt");
	lead(&d, "tekst_skjul vis respekt");            /* and one hidden later is gone at once */
	assert_out(wall_page_of(&d), "Vis respekt");
}

/* ---- merging ---- */

static void a_suggestion_is_one_tap_and_is_undone_with_one(void **state)
{
	int64_t a, b;

	(void)state;
	the_hall_writes();
	lead(&d, "neste");
	assert_in(console(), "Slå sammen?");
	a = card("Respekter hverandre");
	b = card("Vis respekt");
	ACT("kort_sammen %lld %lld", (long long)a, (long long)b);
	assert_int_equal(site_sql(d.t, "SELECT hode FROM kort WHERE id = %lld", (long long)b), a);
	assert_string_equal(site_sql_text(d.t, "SELECT tekst FROM kort WHERE id = %lld",
	                                  (long long)b), "Vis respekt");
	assert_out(console(), "Slå sammen?");
	assert_in(console(), "Slått sammen sist");
	assert_out(wall_page_of(&d), "Vis respekt");
	ACT("kort_skill %lld", (long long)b);
	assert_in(wall_page_of(&d), "Vis respekt");
	assert_out(console(), "Slå sammen?");           /* undone is said no to */
}

static void what_is_said_no_to_is_not_suggested_again(void **state)
{
	int64_t a, b, c;

	(void)state;
	item = rules_item("Våre kjøreregler", "false", "false", "false");
	a = a_card("Møt forberedt");
	b = a_card("Vi møter forberedt");
	go_to(item);
	assert_in(console(), "Slå sammen?");
	ACT("kort_ulike %lld %lld", (long long)b, (long long)a);
	assert_out(console(), "Slå sammen?");
	c = a_card("Møt forberedt!");
	assert_in(console(), "Slå sammen?");            /* a new card is another matter */
	ACT("kort_sammen %lld %lld", (long long)a, (long long)c);
	assert_out(console(), "Slå sammen?");           /* the head was said no to */
}

static void of_two_leaders_who_press_at_once_the_second_is_told(void **state)
{
	int64_t a, b;
	struct moment same;
	const char *act;
	struct answer second;

	(void)state;
	item = rules_item("Våre kjøreregler", "false", "false", "false");
	a = a_card("Møt forberedt");
	b = a_card("Vi møter forberedt");
	go_to(item);
	same = moment_now(&d);
	act = site_path(d.t, "kort_sammen %lld %lld", (long long)a, (long long)b);
	assert_int_equal(press(&d, &d.anna, same, act).status, 303);
	second = press(&d, &d.bo, same, act);
	assert_int_equal(second.status, 422);
	assert_in(second.body, "Noen var før deg");
	second = press(&d, &d.bo, same, site_path(d.t, "kort_sammen %lld %lld", (long long)b,
	                                          (long long)a));
	assert_int_equal(second.status, 422);           /* the other way makes no ring */
	assert_int_equal(site_sql(d.t, "SELECT hode IS NULL FROM kort WHERE id = %lld",
	                          (long long)a), 1);
	act = site_path(d.t, "kort_vedta %lld", (long long)a);
	assert_int_equal(press(&d, &d.anna, same, act).status, 303);
	second = press(&d, &d.bo, same, act);
	assert_int_equal(second.status, 422);
	assert_in(second.body, "Noen var før deg");
}

static void a_merged_or_hidden_card_never_comes_back_by_itself(void **state)
{
	int64_t a, b, c;

	(void)state;
	item = rules_item("Våre kjøreregler", "true", "false", "false");
	a = a_card("Vis respekt");
	b = a_card("Respekt for hverandre");
	c = a_card("Humor på tvers");
	go_to(item);
	ACT("kort_sammen %lld %lld", (long long)a, (long long)b);
	ACT("kort_skjul %lld", (long long)c);
	lead(&d, "neste");                              /* the hall writes the same once more */
	phone_sends(0, "tekst", "Følg opp vedtakene", NULL, NULL);
	lead(&d, "neste");
	lead(&d, "neste");
	lead(&d, "neste");
	assert_in(wall_page_of(&d), "Følg opp vedtakene");
	assert_out(wall_page_of(&d), "Respekt for hverandre");
	assert_out(wall_page_of(&d), "Humor på tvers");
	ACT("kort_vis %lld", (long long)c);
	assert_in(wall_page_of(&d), "Humor på tvers");
}

static void what_is_not_there_cannot_be_pressed(void **state)
{
	static const char *const acts[] = {
		"kort_sammen 1 1", "kort_sammen 999 1", "kort_sammen 1", "kort_sammen", "kort_skill x",
		"kort_vedta 999", "kort_skjul", "kort_skjul -1", "kort_ny 2", "kort_ny",
		"kort_ulike 1 1", "kort_side 0", "kort_side 99999", "kort_finnes_ikke 1",
	};
	int64_t other, elsewhere;

	(void)state;
	item = rules_item("Våre kjøreregler", "false", "false", "false");
	a_card("Møt forberedt");
	go_to(item);
	for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
		struct answer a = press(&d, &d.anna, moment_now(&d), acts[i]);

		if (a.status != 404 && a.status != 403)
			fail_msg("%s: %d", acts[i], a.status);
	}
	other = site_samling(d.t, "9999", PHASE_READY);     /* a card of somebody else's */
	elsewhere = site_item(d.t, other, 1, "kjoereregler", "Andres", 20,
	                      site_path(d.t, RULES, "false", "false", "false"));
	site_sql(d.t, "INSERT INTO kort (punkt, tekst) VALUES (%lld, 'Andres kort')",
	         (long long)elsewhere);
	assert_int_equal(press(&d, &d.anna, moment_now(&d), site_path(d.t, "kort_skjul %lld",
	                 (long long)card("Andres kort"))).status, 404);
	assert_int_equal(site_get(&d.anna, site_path(d.t, "/samling/%lld/kort/%lld",
	                 (long long)d.samling, (long long)elsewhere)).status, 404);
}

/* ---- dots and what is adopted ---- */

static void dots_from_two_of_three_adopt(void **state)
{
	int64_t respect, ready, papers;

	(void)state;
	the_hall_writes();
	lead(&d, "neste");
	respect = card("Vis respekt");
	ready = card("Møt forberedt");
	papers = card("Sakspapirer i god tid");
	lead(&d, "neste");
	assert_in(phone_page(0), "Det som får prikk fra minst to av tre, blir vedtatt");
	assert_in(wall_page_of(&d), "minst to av tre");
	for (size_t i = 0; i < 6; i++)
		assert_int_equal(phone_sends(i, "valg", num(respect), i < 4 ? num(ready) : NULL,
		                             i < 4 && i > 0 ? num(papers) : NULL).status, 303);
	lead(&d, "neste");
	assert_out(wall_page_of(&d), "kort-prikker");
	lead(&d, "neste");
	assert_in(wall_page_of(&d), "kort-prikker");
	assert_in(console(), "Vedta det to av tre støtter");
	lead(&d, "neste");
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM kort WHERE status = 2"), 2);
	assert_in(wall_page_of(&d), "Vis respekt");
	assert_in(wall_page_of(&d), "Møt forberedt");
	assert_out(wall_page_of(&d), "Sakspapirer");
	lead(&d, "neste");                              /* and on to the next item */
}

static void dots_are_counted_on_what_is_there(void **state)
{
	int64_t a, b, c, e;
	struct answer said;

	(void)state;
	item = rules_item("Våre kjøreregler", "false", "false", "false");
	a = a_card("Vis respekt");
	b = a_card("Møt forberedt");
	c = a_card("Humor");
	e = a_card("Sakspapirer i god tid");
	go_to(item);
	lead(&d, "neste");
	said = site_post(&d.phone[0], site_path(d.t, "/s/%lld/svar", (long long)d.samling),
	                 "runde", round_now(), "valg", num(a), "valg", num(b), "valg", num(c),
	                 "valg", num(e), NULL);
	assert_int_equal(said.status, 422);
	assert_in(said.body, "for mange prikker");
	assert_in(said.body, "checked");
	assert_int_equal(phone_sends(0, "valg", "99999", NULL, NULL).status, 422);
	assert_int_equal(phone_sends(0, "valg", num(c), NULL, NULL).status, 303);
	for (size_t i = 1; i < 6; i++)
		assert_int_equal(phone_sends(i, "valg", num(a), num(b), NULL).status, 303);
	ACT("kort_sammen %lld %lld", (long long)b, (long long)c);
	said = phone_sends(6, "valg", num(c), NULL, NULL);
	assert_int_equal(said.status, 422);
	assert_in(said.body, "borte eller slått sammen");
	lead(&d, "neste");
	lead(&d, "neste");
	assert_in(wall_page_of(&d), "Møt forberedt");
	assert_out(wall_page_of(&d), "Humor");
	assert_out(wall_page_of(&d), num(c + 100000));
	assert_true(strstr(wall_page_of(&d), "Vis respekt") <
	            strstr(wall_page_of(&d), "Sakspapirer"));
}

static void hands_in_the_hall_count(void **state)
{
	int64_t a;

	(void)state;
	item = rules_item("Våre kjøreregler", "false", "true", "false");
	a = a_card("Vis respekt");
	a_card("Humor");
	go_to(item);
	lead(&d, "neste");
	for (size_t i = 0; i < 5; i++)
		phone_sends(i, "valg", num(i < 2 ? a : a + 1), NULL, NULL);
	for (int i = 0; i < 4; i++)
		ACT("haand %lld +1", (long long)a);
	lead(&d, "neste");
	lead(&d, "neste");
	lead(&d, "neste");
	assert_int_equal(site_sql(d.t, "SELECT status FROM kort WHERE id = %lld", (long long)a),
	                 CARD_ADOPTED);                 /* six of nine */
	assert_int_equal(site_sql(d.t, "SELECT status FROM kort WHERE id = %lld",
	                          (long long)a + 1), CARD_OPEN);
}

static void who_leads_ticks_off_and_takes_back(void **state)
{
	int64_t a;

	(void)state;
	item = rules_item("Våre kjøreregler", "false", "false", "false");
	a = a_card("Vis respekt");
	a_card("Humor");
	go_to(item);
	assert_in(wall_page_of(&d), "Humor");           /* before anybody has been asked */
	ACT("kort_vedta %lld", (long long)a);
	lead(&d, "kort_vegg 1");
	assert_out(wall_page_of(&d), "Humor");
	assert_in(wall_page_of(&d), "Vedtatt");
	ACT("kort_stryk %lld", (long long)a);
	assert_in(wall_page_of(&d), "Ingenting er vedtatt ennå");
	lead(&d, "kort_vegg 0");
	assert_in(wall_page_of(&d), "Humor");
}

static void a_leader_types_cards_and_words_them(void **state)
{
	const char *page;
	struct answer a;
	int64_t id;

	(void)state;
	item = rules_item("Våre kjøreregler", "false", "false", "false");
	go_to(item);
	a = site_post(&d.anna, site_path(d.t, "/samling/%lld/styr", (long long)d.samling),
	              "handling", "kort_ny 0", "sett", num(item), "runde", "0", "fase", "0",
	              "tekst", "Ikkje snakk over kvarandre", NULL);
	assert_int_equal(a.status, 303);
	id = card("Ikkje snakk over kvarandre");
	page = site_path(d.t, "/samling/%lld/kort/%lld", (long long)d.samling, (long long)item);
	assert_in(site_get(&d.anna, page).body, "Sier hva dere ikke vil");
	a = site_post(&d.anna, page, "handling", site_path(d.t, "kort_ordlyd %lld", (long long)id),
	              "foer", "", "tekst", "La andre snakke ut", NULL);
	assert_int_equal(a.status, 303);
	assert_in(wall_page_of(&d), "La andre snakke ut");
	assert_out(wall_page_of(&d), "Ikkje snakk over");
	assert_in(site_get(&d.anna, page).body, "Ikkje snakk over kvarandre");
	a = site_post(&d.bo, page, "handling", site_path(d.t, "kort_ordlyd %lld", (long long)id),
	              "foer", "", "tekst", "Lytt", NULL);
	assert_int_equal(a.status, 422);
	assert_in(a.body, "Noen var før deg");
	for (int i = 0; i < 2; i++) {
		a = site_post(&d.anna, site_path(d.t, "/samling/%lld/styr", (long long)d.samling),
		              "handling", "kort_ny 0", "sett", num(item), "runde", "0", "fase", "0",
		              "tekst", i == 0 ? "" : "en\nto", NULL);
		assert_int_equal(a.status, 422);
	}
}

static void cards_are_merged_by_choosing(void **state)
{
	const char *page;
	int64_t a, b;

	(void)state;
	item = rules_item("Våre kjøreregler", "false", "false", "false");
	a = a_card("Lytt");
	b = a_card("La andre snakke ut");
	page = site_path(d.t, "/samling/%lld/kort/%lld", (long long)d.samling, (long long)item);
	assert_int_equal(site_post(&d.anna, page, "handling", site_path(d.t, "kort_inn %lld",
	                 (long long)b), "med", num(a), NULL).status, 303);
	assert_int_equal(site_sql(d.t, "SELECT hode FROM kort WHERE id = %lld", (long long)b), a);
	assert_in(site_get(&d.anna, page).body, "Skill ut");
	assert_int_equal(site_post(&d.anna, page, "handling", site_path(d.t, "kort_inn %lld",
	                 (long long)a), NULL).status, 404);
	assert_int_equal(site_post(&d.anna, page, "handling", site_path(d.t, "kort_skill %lld",
	                 (long long)b), NULL).status, 303);
}

/* ---- groups, and the next day ---- */

static void what_groups_wrote_is_taken_over(void **state)
{
	int64_t groups = site_item(d.t, d.samling, 1, "innledning", "Gruppearbeid", 20,
	                           "{\"tekst\":\"\",\"lenke\":\"\",\"lenketekst\":\"\"}");
	int64_t second;

	(void)state;
	for (int g = 1; g <= 3; g++)
		site_sql(d.t, "INSERT INTO kort (punkt, tekst, gruppe, felt) VALUES "
		         "(%lld, 'Regel fra gruppe %d', %d, 0)", (long long)groups, g, g);
	item = rules_item("Våre kjøreregler", "false", "false", "false");
	site_sql(d.t, "UPDATE punkt SET gjelder = %lld WHERE id = %lld", (long long)groups,
	         (long long)item);
	go_to(item);
	assert_in(wall_page_of(&d), "Regel fra gruppe 1");
	ACT("kort_vedta %lld", (long long)card("Regel fra gruppe 2"));
	second = site_item(d.t, d.samling, 2, "kjoereregler", "Del to", 20,
	                   site_path(d.t, RULES, "true", "false", "false"));
	site_sql(d.t, "UPDATE punkt SET gjelder = %lld WHERE id = %lld", (long long)item,
	         (long long)second);
	go_to(second);
	assert_in(wall_page_of(&d), "Regel fra gruppe 3");
	assert_in(wall_page_of(&d), "vedtatt");
}

static void at_the_next_samling_it_is_asked_how_it_went(void **state)
{
	int64_t was = site_samling(d.t, "9999", PHASE_ENDED), old, a, b;
	struct answer said;

	(void)state;
	old = site_item(d.t, was, 1, "kjoereregler", "Våre kjøreregler", 20,
	                site_path(d.t, RULES, "false", "false", "false"));
	a = site_sql(d.t, "INSERT INTO kort (punkt, tekst, status) VALUES (%lld, 'Vis respekt', 2)",
	             (long long)old);
	b = site_sql(d.t, "INSERT INTO kort (punkt, tekst, status) VALUES (%lld, 'Humor', 0)",
	             (long long)old);
	item = rules_item("Hvordan gikk det?", "false", "false", "true");
	site_sql(d.t, "UPDATE punkt SET gjelder = %lld WHERE id = %lld", (long long)old,
	         (long long)item);
	go_to(item);
	assert_in(wall_page_of(&d), "Vis respekt");
	assert_out(wall_page_of(&d), "Humor");
	lead(&d, "neste");
	assert_in(phone_page(0), "Dårligere");
	for (size_t i = 0; i < 6; i++)
		assert_int_equal(phone_sends(i, "valg", site_path(d.t, "%lld%c", (long long)a,
		                 i < 4 ? 'b' : 'd'), NULL, NULL).status, 303);
	said = phone_sends(7, "valg", site_path(d.t, "%lldb", (long long)a),
	                   site_path(d.t, "%lldd", (long long)a), NULL);
	assert_int_equal(said.status, 422);
	assert_int_equal(phone_sends(7, "valg", site_path(d.t, "%lldb", (long long)b), NULL,
	                             NULL).status, 422);
	lead(&d, "neste");
	lead(&d, "neste");
	assert_in(wall_page_of(&d), "kort-karakter");
	assert_in(console(), "Dårligere");
	assert_int_equal(press(&d, &d.anna, moment_now(&d), site_path(d.t, "kort_stryk %lld",
	                 (long long)a)).status, 404);   /* what was adopted then stands */
	site_sql(d.t, "UPDATE samling SET kommune = '1833' WHERE id = %lld", (long long)was);
	assert_out(wall_page_of(&d), "Vis respekt");    /* another municipality's is not ours */
}

/* ---- two lists ---- */

static void each_role_writes_on_its_own_list(void **state)
{
	struct browser kari = site_participant(d.t, d.samling, ROLE_ADMINISTRASJON);
	struct browser guest = site_participant(d.t, d.samling, ROLE_ANNET);
	const char *path = site_path(d.t, "/s/%lld", (long long)d.samling);
	const char *wall;
	struct answer a;

	(void)state;
	item = site_item(d.t, d.samling, 1, "forventninger", "Forventninger", 20,
	                 site_path(d.t, RULES, "true", "false", "false"));
	go_to(item);
	lead(&d, "neste");
	assert_in(phone_page(0), "Hva venter dere av administrasjonen?");
	assert_in(site_get(&kari, path).body, "Hva venter dere av de folkevalgte?");
	assert_in(site_get(&guest, path).body, "Hvilken liste skriver du på?");
	path = site_path(d.t, "/s/%lld/svar", (long long)d.samling);
	assert_int_equal(site_post(&d.phone[0], path, "runde", round_now(), "valg", "0", "tekst",
	                           "Saker i klart språk", NULL).status, 303);
	assert_int_equal(site_post(&d.phone[1], path, "runde", round_now(), "valg", "0", "tekst",
	                           "Svar i tide", NULL).status, 303);
	assert_int_equal(site_post(&kari, path, "runde", round_now(), "valg", "1", "tekst",
	                           "Klare bestillinger", "tekst", "Svar i tide", NULL).status, 303);
	a = site_post(&guest, path, "runde", round_now(), "tekst", "Noe", NULL);
	assert_int_equal(a.status, 422);
	assert_in(a.body, "Velg hvilken liste");
	a = site_get(&kari, site_path(d.t, "/s/%lld?endre=1", (long long)d.samling));
	assert_in(a.body, ">Klare bestillinger</textarea>");
	lead(&d, "neste");
	lead(&d, "neste");
	lead(&d, "neste");
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM kort WHERE side = 0"), 2);
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM kort WHERE side = 1"), 2);
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM kort WHERE tekst LIKE '%%: %%'"), 0);
	assert_out(console(), "Slå sammen?");           /* the same words, on two lists */
	wall = wall_page_of(&d);
	assert_true(strstr(wall, ">Til administrasjonen</h2>") < strstr(wall, "klart språk"));
	assert_true(strstr(wall, "klart språk") < strstr(wall, ">Til de folkevalgte</h2>"));
	assert_true(strstr(wall, ">Til de folkevalgte</h2>") < strstr(wall, "Klare bestillinger"));
	assert_int_equal(press(&d, &d.anna, moment_now(&d), site_path(d.t, "kort_sammen %lld %lld",
	                 (long long)card("Klare bestillinger"),
	                 (long long)card("Saker i klart språk"))).status, 404);
}

/* ---- dots by themselves ---- */

static void dots_on_the_cards_of_an_earlier_item_and_typed_ones(void **state)
{
	int64_t dots, a;

	(void)state;
	item = rules_item("Våre kjøreregler", "false", "false", "false");
	a = a_card("Vis respekt");
	a_card("Humor");
	dots = site_item(d.t, d.samling, 1, "prikker", "Hva er viktigst?", 10,
	                 "{\"spoersmaal\":\"Hva er viktigst?\",\"valg\":[\"Tillit\"],"
	                 "\"prikker\":2}");
	site_sql(d.t, "UPDATE punkt SET gjelder = %lld WHERE id = %lld", (long long)item,
	         (long long)dots);
	go_to(dots);
	lead(&d, "neste");
	assert_in(phone_page(0), "Tillit");
	assert_in(phone_page(0), "Vis respekt");
	for (size_t i = 0; i < 6; i++)
		assert_int_equal(phone_sends(i, "valg", "a", i < 5 ? num(a) : NULL,
		                             NULL).status, 303);
	assert_int_equal(phone_sends(6, "valg", "b", NULL, NULL).status, 422);
	lead(&d, "neste");
	lead(&d, "neste");
	assert_true(strstr(wall_page_of(&d), "Tillit") < strstr(wall_page_of(&d), "Vis respekt"));
	assert_true(strstr(wall_page_of(&d), "Vis respekt") < strstr(wall_page_of(&d), "Humor"));
}

/* ---- paper, and many ---- */

static void the_poster_has_what_was_adopted(void **state)
{
	const char *path;
	struct answer a;

	(void)state;
	item = rules_item("Våre kjøreregler", "false", "false", "false");
	ACT("gaatil %lld", (long long)item);
	a_card("Humor");
	ACT("kort_vedta %lld", (long long)a_card("Vis <b>respekt</b>"));
	path = site_path(d.t, "/samling/%lld/plakat/%lld", (long long)d.samling, (long long)item);
	a = site_get(&d.anna, path);
	assert_int_equal(a.status, 200);
	assert_in(a.body, "Lillevik kommune");
	assert_in(a.body, "Vis &lt;b&gt;respekt");
	assert_out(a.body, "Humor");
	assert_in(a.body, "plakat-a4");
	assert_in(site_get(&d.anna, site_path(d.t, "%s?ark=a3", path)).body, "plakat-a3");
	assert_int_equal(site_get(&d.phone[0], path).status, 303);     /* to log in */
	assert_int_equal(site_get(&d.anna, site_path(d.t, "/samling/%lld/plakat/%lld",
	                 (long long)d.samling, (long long)d.vote)).status, 404);
}

static void twenty_six_long_rules_are_shown_in_pages(void **state)
{
	const char *wall;
	size_t seen = 0;

	(void)state;
	item = rules_item("Våre kjøreregler", "false", "false", "false");
	go_to(item);
	for (int i = 0; i < 26; i++)
		site_sql(d.t, "INSERT INTO kort (punkt, tekst, status) VALUES (%lld, 'R%02d. Vi møter "
		         "forberedt, holder oss til saken og viser hverandre respekt også når vi er "
		         "uenige om den nummer %d', 2)", (long long)item, i, i);
	lead(&d, "kort_vegg 1");
	for (int page = 1; page <= 3; page++) {
		ACT("kort_side %d", page);
		wall = wall_page_of(&d);
		assert_in(wall, site_path(d.t, "Side %d av 3", page));
		for (int i = 0; i < 26; i++)
			seen += strstr(wall, site_path(d.t, "R%02d.", i)) != NULL;
	}
	assert_int_equal(seen, 26);
	lead(&d, "kort_side 9");
	assert_in(wall_page_of(&d), "Side 3 av 3");
}

#define T(name) cmocka_unit_test_setup_teardown(name, open_scene, close_scene)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(what_people_write_becomes_cards_with_one_key), T(a_card_has_no_writer),
		T(a_hidden_text_becomes_no_card), T(a_suggestion_is_one_tap_and_is_undone_with_one),
		T(what_is_said_no_to_is_not_suggested_again),
		T(of_two_leaders_who_press_at_once_the_second_is_told),
		T(a_merged_or_hidden_card_never_comes_back_by_itself),
		T(what_is_not_there_cannot_be_pressed), T(dots_from_two_of_three_adopt),
		T(dots_are_counted_on_what_is_there), T(hands_in_the_hall_count),
		T(who_leads_ticks_off_and_takes_back), T(a_leader_types_cards_and_words_them),
		T(cards_are_merged_by_choosing), T(what_groups_wrote_is_taken_over),
		T(at_the_next_samling_it_is_asked_how_it_went), T(each_role_writes_on_its_own_list),
		T(dots_on_the_cards_of_an_earlier_item_and_typed_ones),
		T(the_poster_has_what_was_adopted), T(twenty_six_long_rules_are_shown_in_pages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
