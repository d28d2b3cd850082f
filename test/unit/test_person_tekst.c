/* Keeping texts no longer than needed: nothing that was held back is seen again. */
#include "person_scene.h"

#include "rules/ord/ord.h"

#define WORDS "{\"spoersmaal\": \"Hva?\", \"ord\": 3}"
#define OPEN "{\"spoersmaal\": \"Hva?\", \"tegn\": 300, \"svar\": 3}"

struct asked_item { int64_t item, round; };

static struct asked_item item_of(struct scene *h, const char *kind, const char *config,
                                 enum round_phase phase)
{
	struct asked_item x = { .item = site_item(h->t, h->s, 1, kind, "Ord", 15, config) };

	site_sql(h->t, "UPDATE punkt SET startet = 1 WHERE id = %d", (int)x.item);
	x.round = site_sql(h->t, "INSERT INTO runde (punkt, fase, vist, aapnet, antall) VALUES "
	                   "(%d, %d, 1, 1, 30)", (int)x.item, (int)phase);
	return x;
}

static const char *key_of(struct scene *h, const char *word)
{
	return ord_key(ord_reader_new(h->t->mem), word);
}

/* A leader presses on the page of the words. */
static void press(struct scene *h, int64_t item, const char *act, const char *word,
                  const char *with)
{
	assert_int_equal(site_post(&h->leader, at(h, site_path(h->t, "/ord/%d", (int)item)),
	                           "handling", act, "ord", key_of(h, word), "med",
	                           with != NULL ? key_of(h, with) : "", "husk", "1",
	                           NULL).status, 303);
}

static void hide(struct scene *h, int64_t item, const char *folded)
{
	site_sql(h->t, "INSERT INTO moderering (punkt, tekst, vedtak) VALUES (%d, '%s', 2)",
	         (int)item, folded);
}

static const char *left(struct scene *h, int64_t round)
{
	return site_sql_text(h->t, "SELECT coalesce(group_concat(verdi, '; '), '') FROM (SELECT "
	                     "DISTINCT verdi FROM svar WHERE runde = %d ORDER BY verdi)",
	                     (int)round);
}

/* To whoever leads it now: no login lasts so long. */
static const char *report(struct scene *h, const char *ending)
{
	struct browser leader = site_veileder(h->t, h->s);
	struct answer a = site_get(&leader, at(h, site_path(h->t, "/rapport%s", ending)));

	assert_int_equal(a.status, 200);
	return a.body;
}

static void a_hidden_word_is_not_seen_again_nor_what_was_merged_with_it(void **state)
{
	static const char *const endings[] = { "", ".csv", ".json" };
	struct scene h = scene_open(PHASE_ENDED);
	struct asked_item x = item_of(&h, "ordsky", WORDS, ROUND_CLOSED);

	words(&h, x.round, "samhold", 5);
	words(&h, x.round, "baktaling", 5);
	words(&h, x.round, "sladder", 6);
	words(&h, x.round, "mot", 1);
	words(&h, x.round, "tapperhet", 1);
	press(&h, x.item, "sammen", "tapperhet", "mot");
	press(&h, x.item, "sammen", "baktaling", "sladder");
	press(&h, x.item, "skjul", "sladder", NULL);
	assert_non_null(strstr(report(&h, ""), "sladder"));     /* as held back */
	site_wait(h.t, 31 * DAY);
	tidy(&h);
	site_wait(h.t, DAY);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM ordpar"), 2);
	assert_int_equal(tidy(&h).texts, 13);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM ordpar"), 1);
	assert_string_equal(left(&h, x.round), "samhold");
	assert_int_equal(site_sql(h.t, "SELECT (SELECT count(*) FROM moderering) + (SELECT "
	                          "count(*) FROM ordvalg) + (SELECT count(*) FROM ordangre)"), 0);
	for (size_t i = 0; i < 3; i++) {
		assert_non_null(strstr(report(&h, endings[i]), "samhold"));
		assert_null(strstr(report(&h, endings[i]), "sladder"));
		assert_null(strstr(report(&h, endings[i]), "baktaling"));
	}
	assert_false(on_disk(&h, "sladder"));           /* so in no archive either */
	assert_false(on_disk(&h, "baktaling"));
	assert_int_equal(tidy(&h).texts, 0);
	site_sql(h.t, "DELETE FROM samling");
	tidy(&h);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM ordpar"), 0);
	site_close(h.t);
	(void)state;
}

/* The municipality said once that two words are the same; what is hidden of them stays so
 * when somebody says otherwise in another samling. */
static void a_hidden_word_stays_hidden_when_it_is_parted_elsewhere(void **state)
{
	struct scene h = scene_open(PHASE_LIVE);
	struct asked_item x = item_of(&h, "ordsky", WORDS, ROUND_CLOSED);
	struct browser phone = site_participant(h.t, h.s, ROLE_FOLKEVALGT);
	const char *page = site_path(h.t, "/s/%d/rapport", (int)h.s), *seen;

	words(&h, x.round, "samhold", 5);
	words(&h, x.round, "baktaling", 5);
	words(&h, x.round, "sladder", 6);
	site_sql(h.t, "UPDATE samling SET frigitt = 1");
	site_sql(h.t, "INSERT INTO ordpar (kommune, a, b, samme) VALUES ('9999', '%s', '%s', 1)",
	         key_of(&h, "baktaling"), key_of(&h, "sladder"));
	assert_non_null(strstr(site_get(&phone, page).body, "ladder"));
	press(&h, x.item, "skjul", "baktaling", NULL);
	site_sql(h.t, "UPDATE ordpar SET samme = 0");
	seen = site_get(&phone, page).body;
	assert_non_null(strstr(seen, "samhold"));
	assert_null(strstr(seen, "ladder"));
	assert_null(strstr(seen, "baktaling"));
	press(&h, x.item, "vis", "sladder", NULL);
	assert_non_null(strstr(site_get(&phone, page).body, "ladder"));
	site_close(h.t);
	(void)state;
}

static void what_waited_for_approval_goes_and_what_was_approved_is_still_seen(void **state)
{
	struct scene h = scene_open(PHASE_ENDED);
	struct asked_item x = item_of(&h, "aapent", OPEN, ROUND_CLOSED);
	struct browser phone;

	site_sql(h.t, "UPDATE punkt SET hold = 1 WHERE id = %d", (int)x.item);
	site_sql(h.t, "INSERT INTO moderering (punkt, tekst, vedtak) VALUES (%d, 'mer tid', 1)",
	         (int)x.item);
	words(&h, x.round, "Mer tid", 5);
	words(&h, x.round, "Ukvemsord", 7);
	site_wait(h.t, 32 * DAY);
	assert_int_equal(tidy(&h).texts, 7);
	assert_string_equal(left(&h, x.round), "Mer tid");
	site_sql(h.t, "UPDATE samling SET frigitt = 1");
	phone = site_participant(h.t, h.s, ROLE_FOLKEVALGT);
	assert_non_null(strstr(site_get(&phone, site_path(h.t, "/s/%d/rapport", (int)h.s)).body,
	                       "Mer tid"));
	site_close(h.t);
	(void)state;
}

/* An answer with a seat has several lines: what is left of it stays together. */
static void of_an_open_answer_the_lines_that_many_wrote_stay(void **state)
{
	struct scene h = scene_open(PHASE_ENDED);
	struct asked_item x = item_of(&h, "ordsky", WORDS, ROUND_CLOSED);

	site_sql(h.t, "UPDATE punkt SET nivaa = 0 WHERE id = %d", (int)x.item);
	words(&h, x.round, "samhold", 3);
	words(&h, x.round, "samhold\ntid", 2);
	words(&h, x.round, "mot\nsladder", 5);
	words(&h, x.round, "sladder", 1);
	hide(&h, x.item, "sladder");
	site_wait(h.t, 32 * DAY);
	assert_int_equal(tidy(&h).texts, 8);
	assert_string_equal(left(&h, x.round), "mot; samhold");
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM svar WHERE verdi = 'samhold'"), 5);
	assert_int_equal(tidy(&h).texts, 0);
	site_close(h.t);
	(void)state;
}

static void an_open_round_keeps_what_holds_its_texts_back(void **state)
{
	struct scene h = scene_open(PHASE_LIVE);
	struct asked_item x = item_of(&h, "aapent", OPEN, ROUND_OPEN);

	words(&h, x.round, "Mer tid", 5);
	words(&h, x.round, "Sladder", 6);
	words(&h, x.round, "Humor", 2);
	hide(&h, x.item, "sladder");
	site_wait(h.t, 32 * DAY);
	assert_int_equal(tidy(&h).texts, 8);
	assert_string_equal(left(&h, x.round), "Mer tid");
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM moderering"), 1);
	site_sql(h.t, "UPDATE runde SET fase = 2");
	tidy(&h);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM moderering"), 0);
	site_close(h.t);
	(void)state;
}

static int64_t card(struct scene *h, int64_t item, const char *text, enum card_status status,
                    int64_t into)
{
	return site_sql(h->t, "INSERT INTO kort (punkt, tekst, status, hode) VALUES (%d, '%s', %d, "
	                "nullif(%d, 0))", (int)item, text, (int)status, (int)into);
}

#define CARDS_LEFT "SELECT coalesce(group_concat(tekst, '; '), '') FROM (SELECT tekst FROM " \
	"kort ORDER BY id)"

static void of_cards_what_was_agreed_stays_and_nothing_under_or_behind_it(void **state)
{
	struct scene h = scene_open(PHASE_ENDED);
	struct asked_item x = item_of(&h, "kjoereregler",
	                              "{\"spoersmaal\": \"Hva?\", \"samle\": true, \"prikker\": 3}",
	                              ROUND_CLOSED);
	int64_t hidden = card(&h, x.item, "Skjult", CARD_HIDDEN, 0);
	int64_t struck = card(&h, x.item, "Strøket", CARD_OPEN, 0), kept;

	card(&h, x.item, "Vedtatt under skjult", CARD_ADOPTED, hidden);
	card(&h, x.item, "Vedtatt under strøket", CARD_ADOPTED, struck);
	kept = card(&h, x.item, "Kom presis da", CARD_ADOPTED, 0);
	card(&h, x.item, "Ikke kom for seint", CARD_ADOPTED, kept);
	site_sql(h.t, "UPDATE kort SET ordlyd = 'Vi kommer presis' WHERE id = %d", (int)kept);
	card(&h, x.item, "Ola må tie", CARD_ADOPTED, 0);
	hide(&h, x.item, "ola må tie");
	card(&h, x.item, "Vis respekt", CARD_ADOPTED, 0);
	site_wait(h.t, 32 * DAY);
	assert_int_equal(tidy(&h).texts, 7);
	assert_string_equal(site_sql_text(h.t, CARDS_LEFT), "Vi kommer presis; Vis respekt");
	assert_non_null(strstr(report(&h, ""), "Vi kommer presis"));
	assert_null(strstr(report(&h, ""), "Ola må tie"));
	assert_int_equal(tidy(&h).texts, 0);
	site_close(h.t);
	(void)state;
}

static void a_hidden_point_of_a_group_goes_also_when_it_was_adopted(void **state)
{
	struct scene h = scene_open(PHASE_ENDED);
	int64_t item = site_item(h.t, h.s, 1, "gruppearbeid", "Grupper", 30,
	                         "{\"oppgave\": \"X\"}");

	site_sql(h.t, "INSERT INTO gruppedeling (punkt, fro, vist) VALUES (%d, 1, 1)", (int)item);
	site_sql(h.t, "INSERT INTO gruppe (punkt, nr) VALUES (%d, 1)", (int)item);
	site_sql(h.t, "INSERT INTO kort (punkt, tekst, gruppe, felt, status) VALUES "
	         "(%d, 'Ola må tie', 1, 0, 2), (%d, 'Mer tid', 1, 1, 2), (%d, 'Kaffe', 1, 2, 0)",
	         (int)item, (int)item, (int)item);
	hide(&h, item, "ola må tie");
	site_wait(h.t, 32 * DAY);
	assert_int_equal(tidy(&h).texts, 2);
	assert_string_equal(site_sql_text(h.t, CARDS_LEFT), "Mer tid");
	site_close(h.t);
	(void)state;
}

static void dots_stay_whatever_becomes_of_the_cards(void **state)
{
	struct scene h = scene_open(PHASE_ENDED);
	struct asked_item x = item_of(&h, "kjoereregler",
	                              "{\"spoersmaal\": \"Hva?\", \"samle\": true, \"prikker\": 3}",
	                              ROUND_CLOSED);
	int64_t kept = card(&h, x.item, "Vis respekt", CARD_ADOPTED, 0);

	site_sql(h.t, "UPDATE runde SET del = 1 WHERE id = %d", (int)x.round);
	words(&h, x.round, site_path(h.t, "%d", (int)kept), 3);
	words(&h, x.round, site_path(h.t, "%d", (int)card(&h, x.item, "Humor", CARD_OPEN, 0)), 2);
	site_wait(h.t, 32 * DAY);
	assert_int_equal(tidy(&h).texts, 1);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM svar"), 5);
	site_close(h.t);
	(void)state;
}

static int64_t files_after_tidying(struct scene *h)
{
	site_sql(h->t, "DELETE FROM jobb");
	site_sql(h->t, "INSERT INTO jobb (samling, slag, fil, versjon, bestilt) VALUES (%d, 'pdf', "
	         "'a', 1, %lld)", (int)h->s, (long long)world_wall_ms(h->t->p.site.world));
	tidy(h);
	return site_sql(h->t, "SELECT count(*) FROM jobb");
}

static void files_with_texts_or_names_in_them_go_too(void **state)
{
	struct scene h = scene_open(PHASE_ENDED);
	struct asked_item x = item_of(&h, "aapent", OPEN, ROUND_CLOSED);

	words(&h, x.round, "Sladder", 1);
	site_sql(h.t, "INSERT INTO navneliste (samling, navn, rolle) VALUES (%d, 'Kari', 0)",
	         (int)h.s);
	site_wait(h.t, 30 * DAY);
	assert_int_equal(files_after_tidying(&h), 1);
	site_wait(h.t, 2 * DAY);
	assert_int_equal(files_after_tidying(&h), 0);
	assert_int_equal(files_after_tidying(&h), 1);
	words(&h, x.round, "Sladder", 1);
	assert_int_equal(files_after_tidying(&h), 0);
	site_sql(h.t, "INSERT INTO navneliste (samling, navn, rolle) VALUES (%d, 'Kari', 0)",
	         (int)h.s);
	assert_int_equal(files_after_tidying(&h), 0);
	site_close(h.t);
	(void)state;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_hidden_word_is_not_seen_again_nor_what_was_merged_with_it),
		cmocka_unit_test(a_hidden_word_stays_hidden_when_it_is_parted_elsewhere),
		cmocka_unit_test(what_waited_for_approval_goes_and_what_was_approved_is_still_seen),
		cmocka_unit_test(of_an_open_answer_the_lines_that_many_wrote_stay),
		cmocka_unit_test(an_open_round_keeps_what_holds_its_texts_back),
		cmocka_unit_test(of_cards_what_was_agreed_stays_and_nothing_under_or_behind_it),
		cmocka_unit_test(a_hidden_point_of_a_group_goes_also_when_it_was_adopted),
		cmocka_unit_test(dots_stay_whatever_becomes_of_the_cards),
		cmocka_unit_test(files_with_texts_or_names_in_them_go_too),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
