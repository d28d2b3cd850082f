/* Elections in the meeting: counted by hand, a lot drawn in view, a question chosen. */
#include "slag_scene.h"

#include "app/aktivitet/slag/valglister.h"
#include "app/aktivitet/slag/valgoving.h"
#include "app/valg/protokollfil.h"
#include "app/valg/sak.h"
#include "lib/arena.h"

#define BODY "{\"tekst\":\"\",\"organ\":\"utvalg\",\"plasser\":3,\"skriftlig\":false,\"lister\":" \
	"\"Ap\\nMons M\\nMagne M\\nKari K\\nKaja K\\n" \
	"\\nHøyre\\nPer M\\nPia K\\n\\nSp\\nSiv K\\nSten M\"}"
#define OFFICE "{\"tekst\":\"\",\"verv\":\"ordforer\",\"kandidater\":[\"Kari\",\"Per\",\"Ola\"]}"

static void vote(struct day_scene *d, int who, int n)
{
	for (int i = 0; i < n; i++)
		lead(d, site_path(d->t, "valg_en %d +1", who));
}

static void the_body_is_counted_settled_and_named(void **state)
{
	struct day_scene d = day_open();

	(void)state;
	item_under_way(&d, "forholdsvalg", "Valg av utvalg", BODY);
	assert_in(wall_page_of(&d), "Magne");
	assert_in(phone_page(&d, 0), "Det stemmes ikke på telefonen");
	assert_int_equal(press(&d, &d.anna, moment_now(&d), "valg_en 0 +1").status, 409);
	lead(&d, "neste");
	vote(&d, 0, 7);
	vote(&d, 1, 3);
	vote(&d, 3, 2);
	lead(&d, "valg_en 3 -1");
	assert_in(wall_page_of(&d), "3,5");             /* 7 / 2 */
	assert_in(wall_page_of(&d), "11 stemmer er talt");
	assert_in(site_phones(d.t, d.samling), "11 stemmer er talt");
	assert_out(site_phones(d.t, d.samling), "data-hent");   /* nobody fetches it again */
	assert_out(wall_page_of(&d), "valgm-plass");    /* no seat before it is settled */
	lead(&d, "neste");
	assert_in(wall_page_of(&d), "valgm-siste");
	assert_in(phone_page(&d, 0), "<strong>2</strong>");
	assert_in(phone_page(&d, 0), "Alle kvotientene");
	lead(&d, "neste");
	lead(&d, "neste");
	assert_in(wall_page_of(&d), "Kari rykker opp foran Magne. (§ 7-6 tredje ledd)");
	assert_in(report_of(&d), "Varamedlemmer");
	assert_in(report_of(&d), "Valg av utvalg: Ap 7, Høyre 3, Sp 0, blanke 1");
	site_close(d.t);
}

static void who_is_equal_draws_and_a_recount_asks_for_a_new_lot(void **state)
{
	struct day_scene d = day_open();

	(void)state;
	item_under_way(&d, "forholdsvalg", "Valg av utvalg", BODY);
	lead(&d, "neste");
	vote(&d, 0, 2);
	vote(&d, 1, 2);
	lead(&d, "neste");
	assert_in(wall_page_of(&d), "Her må det trekkes lodd");
	assert_in(console_of(&d), "Trukket: Høyre");
	assert_int_equal(press(&d, &d.anna, moment_now(&d), "valg_lodd 2").status, 409);
	lead(&d, "valg_lodd 1");
	assert_out(wall_page_of(&d), "Her må det trekkes lodd");
	assert_in(wall_page_of(&d), "class=\"trukket\"");
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM protokoll WHERE hva = 'valg_lodd'"),
	                 1);
	lead(&d, "tilbake");
	vote(&d, 2, 1);
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM valglodd"), 0);
	site_close(d.t);
}

static void a_list_without_names_enough_is_a_question(void **state)
{
	struct day_scene d = day_open();

	(void)state;
	item_under_way(&d, "forholdsvalg", "Valg av utvalg", BODY);
	lead(&d, "neste");
	vote(&d, 1, 9);
	vote(&d, 0, 1);
	lead(&d, "neste");
	assert_in(wall_page_of(&d), "Loven sier ikke hva som skjer da");
	assert_in(wall_page_of(&d), "nytt valg: Ap 0 · 1 ledig");
	assert_in(wall_page_of(&d), "§ 13-2: Ap 1");
	assert_int_equal(press(&d, &d.anna, moment_now(&d), "valg_les vara_faa av_fullt_tall")
	                 .status, 409);
	lead(&d, "valg_les liste_tom neste_kvotient");
	assert_in(wall_page_of(&d), "(dette valgte dere)");
	lead(&d, "neste");
	assert_in(wall_page_of(&d), "Mons");
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM protokoll WHERE hva = 'valg_lest'"),
	                 1);
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM protokoll WHERE detalj = "
		"'Valg av utvalg: Plassene går til de neste kvotientene, som i valgloven § 13-2'"),
		1);
	site_close(d.t);
}

/* Ap 2 seats, Høyre 1: Sp has votes and no seat, and Ap too few names for four deputies. */
static void what_the_act_leaves_open_about_deputies_is_chosen_in_the_meeting(void **state)
{
	struct day_scene d = day_open();

	(void)state;
	item_under_way(&d, "forholdsvalg", "Valg av utvalg", BODY);
	lead(&d, "neste");
	vote(&d, 0, 7);
	vote(&d, 1, 4);
	vote(&d, 2, 1);
	lead(&d, "neste");
	assert_out(wall_page_of(&d), "varamedlem");
	lead(&d, "neste");
	assert_in(wall_page_of(&d), "Listen får to varamedlemmer: Sp: Siv, Sten");
	assert_in(wall_page_of(&d), "Av alle varaplassene: Ap: det mangler 1 kvinne");
	assert_in(wall_page_of(&d), "(slik regnes det når ingen velger noe annet)");
	assert_in(phone_page(&d, 0), "Listen får to varamedlemmer");
	lead(&d, "valg_les vara_uten_plass to");
	lead(&d, "valg_les vara_uten_plass to");
	lead(&d, "valg_les vara_faa av_fullt_tall");
	assert_in(wall_page_of(&d), "(dette valgte dere)");
	assert_int_equal(press(&d, &d.anna, moment_now(&d), "valg_les vara_faa kanskje").status,
	                 404);
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM protokoll WHERE hva = 'valg_lest'"),
	                 2);
	lead(&d, "neste");
	assert_in(wall_page_of(&d), "Siv");
	assert_in(phone_page(&d, 0), "Ap har for få kvinner blant varamedlemmene");
	lead(&d, "tilbake");
	assert_in(wall_page_of(&d), "(dette valgte dere)");
	site_close(d.t);
}

static void the_office_takes_two_votes_and_a_lot(void **state)
{
	struct day_scene d = day_open();

	(void)state;
	item_under_way(&d, "flertallsvalg", "Valg av ordfører", OFFICE);
	assert_in(wall_page_of(&d), "siden 1. juli 2023");
	lead(&d, "neste");
	vote(&d, 0, 2);
	vote(&d, 1, 2);
	vote(&d, 2, 1);
	assert_in(wall_page_of(&d), "trengs 3");
	lead(&d, "neste");
	assert_in(wall_page_of(&d), "Dere stemmer én gang til");
	lead(&d, "neste");
	vote(&d, 0, 2);
	vote(&d, 1, 2);
	lead(&d, "neste");
	assert_in(wall_page_of(&d), "trekkes lodd");
	lead(&d, "valg_lodd 1");
	assert_in(wall_page_of(&d), "Per er valgt som ordfører etter loddtrekning.");
	assert_in(phone_page(&d, 0), "Per er valgt som ordfører");
	assert_in(report_of(&d), "Andre avstemning");
	site_close(d.t);
}

static void blanks_are_a_question_when_they_decide(void **state)
{
	struct day_scene d = day_open();

	(void)state;
	item_under_way(&d, "flertallsvalg", "Valg av ordfører", OFFICE);
	lead(&d, "neste");
	vote(&d, 0, 3);
	vote(&d, 1, 2);
	vote(&d, 3, 1);
	lead(&d, "neste");
	assert_in(console_of(&d), "Nei, regn dem ikke med");
	assert_in(wall_page_of(&d), "Blanke regnes med: 4 trengs, og ingen er valgt");
	assert_in(wall_page_of(&d), "Dere stemmer én gang til");
	lead(&d, "valg_les blanke blank_teller_ikke");
	assert_in(wall_page_of(&d), "Kari er valgt som ordfører med 3 stemmer.");
	site_close(d.t);
}

/* The field "hender": three lists and blank votes. */
static const struct { const char *given[4]; int status; } numbers_given[] = {
	{ { "7", "0", "3", "1" }, 303 }, { { "99999", "0", "0", "0" }, 303 },
	{ { "-1", "0", "0", "0" }, 422 }, { { "1.5", "0", "0", "0" }, 422 },
	{ { "NaN", "0", "0", "0" }, 422 }, { { "0", "1e3", "0", "0" }, 422 },
	{ { "100000", "0", "0", "0" }, 422 }, { { "0", "0", "99999999999999999999", "0" }, 422 },
	{ { "7", "", "3", "1" }, 422 },
};

static void numbers_that_are_none_are_said_and_nothing_is_stored(void **state)
{
	struct day_scene d = day_open();

	(void)state;
	item_under_way(&d, "forholdsvalg", "Valg av utvalg", BODY);
	lead(&d, "neste");
	for (size_t i = 0; i < sizeof numbers_given / sizeof numbers_given[0]; i++) {
		const char *const *n = numbers_given[i].given;
		struct moment m = moment_now(&d);
		int64_t before = site_sql(d.t, "SELECT total(antall) FROM valgstemme");
		int status = site_post(&d.anna, site_path(d.t, "/samling/%lld/styr",
			(long long)d.samling), "handling", "valg_tall", "sett", m.sett, "runde",
			m.runde, "fase", m.fase, "hender", n[0], "hender", n[1], "hender", n[2],
			"hender", n[3], NULL).status;

		assert_int_equal(status, numbers_given[i].status);
		if (status != 303)
			assert_int_equal(site_sql(d.t, "SELECT total(antall) FROM valgstemme"),
			                 before);
	}
	assert_int_equal(press(&d, &d.anna, moment_now(&d), "valg_en 4 +1").status, 404);
	assert_int_equal(press(&d, &d.anna, moment_now(&d), "valg_en 0 +2").status, 404);
	site_close(d.t);
}

/* Two lead: what one does with the page as it was before the other went on. */
static void who_counts_too_late_is_told(void **state)
{
	struct day_scene d = day_open();
	struct moment before;

	(void)state;
	item_under_way(&d, "forholdsvalg", "Valg av utvalg", BODY);
	lead(&d, "neste");
	vote(&d, 0, 2);
	before = moment_now(&d);
	lead(&d, "neste");
	assert_int_equal(press(&d, &d.bo, before, "valg_en 0 +1").status, 409);
	assert_int_equal(site_sql(d.t, "SELECT total(antall) FROM valgstemme"), 2);
	site_close(d.t);
}

/* ---- taken out as a file ---- */

/* "elected": it is settled, and settles again to what it says. */
static void take(void *arg, const struct saksfil_answer *a)
{
	struct buf said = { 0 };

	assert_null(a->error);
	if (!protokollfil_check(a, &said))
		fail_msg("%s", said.p);
	buf_free(&said);
	*(bool *)arg = true;
}

static const char *file_of(struct day_scene *d)
{
	long long item = site_sql(d->t, "SELECT max(id) FROM punkt WHERE slag LIKE '%%svalg'");

	return site_get(&d->anna, site_path(d->t, "/samling/%lld/punkt/%lld/valg.json",
	                                    (long long)d->samling, item)).body;
}

static void settles_again(const char *file)
{
	bool checked = false;

	sak_each(file, strlen(file), take, &checked);
	assert_true(checked);
}

static void the_protocol_of_the_meeting_settles_again(void **state)
{
	struct day_scene d = day_open();
	const char *file;

	(void)state;
	item_under_way(&d, "forholdsvalg", "Valg av utvalg", BODY);
	lead(&d, "neste");
	assert_out(file_of(&d), "expected");
	vote(&d, 0, 5);
	vote(&d, 1, 2);
	vote(&d, 2, 2);
	vote(&d, 3, 1);
	lead(&d, "neste");
	lead(&d, "neste");                      /* the lot comes first */
	assert_in(wall_page_of(&d), "Her må det trekkes lodd");
	assert_out(file_of(&d), "expected");
	assert_out(console_of(&d), "valg.json");
	lead(&d, "valg_lodd 1");
	assert_in(console_of(&d), "valg.json");
	assert_in(report_of(&d), "valg.json");
	assert_out(hall_report_of(&d), "valg.json");
	lead(&d, "neste");
	lead(&d, "valg_les vara_faa av_fullt_tall");
	file = file_of(&d);
	assert_in(file, "\"drawn\": [");
	assert_in(file, "av_fullt_tall");
	assert_in(file, "\"place\": \"Lillevik\"");
	settles_again(file);
	lead(&d, "neste");
	file = site_get(&d.anna, site_path(d.t, "/samling/%lld/rapport.csv",
	                                   (long long)d.samling)).body;
	assert_in(file, "\"Valg av utvalg\";\"forholdsvalg\";;;1;;\"Ap\";5;;;;stemmer;;\r\n");
	assert_in(file, "1;;\"\";1;;;;blanke;;\r\n");
	assert_in(file, ";;;;;\"Høyre\";;;;;lodd;;\r\n");
	assert_in(file, ";\"Ap\";2;;;;plasser;;\r\n");
	assert_in(file, ";\"Mons\";;;;\"Ap\";medlem;;\r\n");
	assert_in(file, ";\"av_fullt_tall\";;;;\"vara_faa\";tvil;;\r\n");
	site_close(d.t);
}

static void so_does_that_of_an_office(void **state)
{
	struct day_scene d = day_open();

	(void)state;
	item_under_way(&d, "flertallsvalg", "Valg av ordfører", OFFICE);
	lead(&d, "neste");
	vote(&d, 0, 3);
	vote(&d, 1, 2);
	vote(&d, 3, 1);
	lead(&d, "neste");
	lead(&d, "neste");
	vote(&d, 0, 2);
	vote(&d, 1, 2);
	lead(&d, "neste");
	assert_out(file_of(&d), "expected");
	lead(&d, "valg_lodd 1");
	assert_in(file_of(&d), "blank_teller");
	settles_again(file_of(&d));
	site_close(d.t);
}

static void the_page_opens_what_the_meeting_elected(void **state)
{
	struct day_scene d = day_open();
	struct answer a;
	int64_t item;

	(void)state;
	item = item_under_way(&d, "forholdsvalg", "Valg av utvalg", BODY);
	lead(&d, "neste");
	vote(&d, 0, 7);
	vote(&d, 1, 4);
	lead(&d, "neste");
	a = site_get(&d.anna, site_path(d.t, "/samling/%lld/punkt/%lld/valg",
	                                (long long)d.samling, (long long)item));
	assert_int_equal(a.status, 303);
	assert_memory_equal(a.to, "/valg/protokoll?", 16);
	assert_in(site_get(&d.anna, a.to).body, "Magne");
	a = site_get(&d.anna, site_path(d.t, "/samling/%lld/punkt/%lld/valg.json",
	                                (long long)d.samling, (long long)item - 1));
	assert_int_equal(a.status, 404);
	site_close(d.t);
}

static void every_election_to_practise_on_becomes_an_item(void **state)
{
	const struct kind *k = kind_find("forholdsvalg");

	(void)state;
	assert_int_equal(valgovinger(), 9);
	for (size_t i = 0; i < valgovinger(); i++)
		for (enum lang l = 0; l < LANG__MAX; l++) {
			const char *where = "", *error = "";
			json_t *in = kind_new_setup(k), *out;
			struct fetched got = valgoving_fetch(in, l, valgoving_id(i));

			out = kind_setup(k, in, &where, &error);
			if (out == NULL)
				fail_msg("%s: %s: %s", valgoving_id(i), where, error);
			assert_in(got.note, "Svaret: ");
			assert_true(got.title[0] != '\0');
			json_decref(out);
			json_decref(in);
		}
}

static const struct { const char *text; size_t lists, names; } typed[] = {
	{ "Ap\nKari K\nPer M\n\nHøyre:\nOla, M", 2, 3 }, { "Ap\n\nKari K\n\n\nPer M", 1, 2 },
	{ "Ap\n\nSp\n\nV", 3, 0 }, { "1. Kari K", 0, 0 }, { "Ap\nKari", 0, 0 }, { "", 0, 0 },
	{ "Ap\n\nap", 0, 0 }, { ":\nKari K", 0, 0 },
};

static void lists_are_read_as_a_secretary_types_them(void **state)
{
	struct arena *mem = arena_new(4u << 20);
	struct valg_list list[VALGLISTER_MAX];

	(void)state;
	for (size_t i = 0; i < sizeof typed / sizeof typed[0]; i++) {
		const char *error;
		size_t n = 0, names = 0;
		bool ok = valglister_read(mem, typed[i].text, list, &n, &error);

		assert_int_equal(ok, typed[i].lists > 0);
		assert_int_equal(ok, error == NULL);
		for (size_t k = 0; ok && k < n; k++)
			names += list[k].n_candidate;
		assert_int_equal(ok ? n : 0, typed[i].lists);
		assert_int_equal(names, typed[i].names);
	}
	arena_free(mem);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_body_is_counted_settled_and_named),
		cmocka_unit_test(who_is_equal_draws_and_a_recount_asks_for_a_new_lot),
		cmocka_unit_test(a_list_without_names_enough_is_a_question),
		cmocka_unit_test(what_the_act_leaves_open_about_deputies_is_chosen_in_the_meeting),
		cmocka_unit_test(the_office_takes_two_votes_and_a_lot),
		cmocka_unit_test(blanks_are_a_question_when_they_decide),
		cmocka_unit_test(numbers_that_are_none_are_said_and_nothing_is_stored),
		cmocka_unit_test(who_counts_too_late_is_told),
		cmocka_unit_test(the_protocol_of_the_meeting_settles_again),
		cmocka_unit_test(so_does_that_of_an_office),
		cmocka_unit_test(the_page_opens_what_the_meeting_elected),
		cmocka_unit_test(every_election_to_practise_on_becomes_an_item),
		cmocka_unit_test(lists_are_read_as_a_secretary_types_them),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
