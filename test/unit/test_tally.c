/* From answers to results, through the release gate: who sees what, and when. */
#include "site_help.h"

#include <stdio.h>

#include "app/aktivitet/aktivitet.h"
#include "app/aktivitet/husk.h"
#include "store/right.h"
#include "web/page.h"

#define LILLEVIK "9999"
#define VOTE "{\"spoersmaal\": \"Hva?\", \"valg\": [\"A\", \"B\", \"C\"], \"flere\": 1}"
#define VOTE_TWO "{\"spoersmaal\": \"Hva?\", \"valg\": [\"A\", \"B\", \"C\"], \"flere\": 2}"
#define WORDS "{\"spoersmaal\": \"Hva?\", \"ord\": 3}"
#define DILEMMA "{\"spoersmaal\": \"\", \"deler\": [\"x\", \"y\"], \"foerste_igjen\": true, " \
	"\"roedt\": \"\", \"groent\": \"\"}"

/* One activity under way, and the doors as a leader and the phones use them. */
static struct site_test *t;
static int64_t punkt;
static struct activity a;
static int phones;

static struct req begin(void)
{
	struct req r = { .mem = t->mem, .site = &t->p.site, .store = t->p.site.store,
	                 .world = t->p.site.world, .who.name = "Kari" };

	store_request_begin(r.store, RIGHT_BIT(RIGHT_SYSTEM), false);
	assert_int_equal(activity_read(r.store, t->mem, punkt, &a), OUTCOME_OK);
	r.samling = a.samling;
	return r;
}

static void end(struct req *r)
{
	assert_int_equal(store_request_end(r->store, true), OUTCOME_OK);
	assert_true(store_commit(r->store));
}

static void under_way(const char *kind, const char *config, enum level level, enum show show)
{
	int64_t samling = site_samling(t, LILLEVIK, PHASE_LIVE);

	phones = 0;
	punkt = site_item(t, samling, 1, kind, "Spørsmålet", 10, config);
	site_sql(t, "UPDATE punkt SET nivaa = %d, vis = %d WHERE id = %lld", (int)level,
	         (int)show, (long long)punkt);
}

static void open_round(size_t stage, int nr)
{
	struct req r = begin();

	assert_int_equal(round_open(&r, &a, stage, nr), OUTCOME_OK);
	end(&r);
}

static void close_round(void)
{
	struct req r = begin();

	assert_int_equal(round_close(&r, &a, a.current->id), OUTCOME_OK);
	end(&r);
}

static void show_round(bool shown)
{
	struct req r = begin();

	assert_int_equal(round_show(&r, &a, a.current->id, shown), OUTCOME_OK);
	end(&r);
}

/* The phone with this number answers, for the first time or anew. */
static enum outcome phone_says(int phone, const char *what, const char **error)
{
	struct req r = begin();
	const struct answer_form f = { .choice = &what, .n_choice = 1, .text = &what, .n_text = 1 };
	unsigned char id[16] = { (unsigned char)phone, (unsigned char)(phone >> 8), 1 };
	enum outcome went;

	r.who.participant_token = arena_printf(t->mem, "telefon-%015d", phone);
	r.who.participant = id;
	went = answer_put(&r, &a, a.current, &f, error);
	end(&r);
	return went;
}

static void say(const char *what)
{
	const char *error = NULL;

	assert_int_equal(phone_says(phones++, what, &error), OUTCOME_OK);
	assert_null(error);
}

static void say_times(int n, const char *what)
{
	while (n-- > 0)
		say(what);
}

static const struct tally *seen_by(enum reader reader)
{
	struct req r = begin();
	const struct asked q = { r.store, t->mem, t->p.site.memory, reader };
	const struct tally *out;

	assert_non_null(a.current);
	assert_int_equal(tally_read(&q, &a, a.current, &out), OUTCOME_OK);
	end(&r);
	return out;
}

static int64_t counter(enum reader reader)
{
	struct req r = begin();

	end(&r);
	return tally_people(&a, a.current, reader);
}

static int64_t count_of(const struct tally *r, const char *label)
{
	for (size_t i = 0; i < r->n_line; i++)
		if (strcmp(r->line[i].label, label) == 0)
			return r->line[i].count;
	return -1;
}

static int64_t sum(const struct tally *r)
{
	int64_t n = 0;

	for (size_t i = 0; i < r->n_line; i++)
		n += r->line[i].count;
	return n;
}

/* ---- the gate ---- */

static void the_hall_sees_nothing_until_it_is_shown(void **state)
{
	(void)state;
	under_way("flervalg", VOTE, LEVEL_ANONYMOUS, SHOW_HIDDEN);
	open_round(0, 1);
	say_times(20, "0");
	assert_null(seen_by(READER_HALL));
	assert_null(seen_by(READER_LEADER));
	close_round();
	assert_null(seen_by(READER_HALL));
	assert_int_equal(count_of(seen_by(READER_LEADER), "A"), 20);
	show_round(true);
	assert_int_equal(count_of(seen_by(READER_HALL), "A"), 20);
	show_round(false);
	assert_null(seen_by(READER_HALL));
}

static void a_live_result_is_seen_at_once_and_can_be_hidden(void **state)
{
	(void)state;
	under_way("flervalg", VOTE, LEVEL_OPEN, SHOW_LIVE);
	open_round(0, 1);
	say("1");
	assert_int_equal(count_of(seen_by(READER_HALL), "B"), 1);
	show_round(false);
	assert_null(seen_by(READER_HALL));
	assert_non_null(seen_by(READER_LEADER));
}

static void each_new_picture_has_three_answers_more(void **state)
{
	int64_t before = 0;

	(void)state;
	under_way("flervalg", VOTE, LEVEL_ANONYMOUS, SHOW_LIVE);
	open_round(0, 1);
	for (int i = 1; i <= 60; i++) {
		const struct tally *hall;

		say(i % 3 == 0 ? "0" : "1");
		if (i % 7 == 3)
			continue;               /* several come between two drawings */
		hall = seen_by(READER_HALL);
		assert_int_equal(sum(hall), hall->people);
		assert_int_equal(sum(seen_by(READER_LEADER)), hall->people);
		assert_int_equal(counter(READER_HALL), i < 5 ? 0 : i - (i - 5) % 3);
		if (hall->people == before)
			continue;
		assert_true(hall->people >= (before == 0 ? 5 : before + 3));
		assert_true(hall->people <= i && hall->sequence == hall->people);
		before = hall->people;
	}
	assert_true(before >= 58);
	close_round();
	assert_int_equal(sum(seen_by(READER_HALL)), 60);
	assert_int_equal(counter(READER_HALL), 60);
}

static void a_changed_answer_does_not_show_before_the_next_step(void **state)
{
	const char *error;

	(void)state;
	under_way("flervalg", VOTE, LEVEL_ANONYMOUS, SHOW_LIVE);
	open_round(0, 1);
	say_times(5, "0");
	assert_int_equal(count_of(seen_by(READER_HALL), "A"), 5);
	assert_int_equal(phone_says(0, "2", &error), OUTCOME_OK);
	assert_int_equal(count_of(seen_by(READER_HALL), "A"), 5);
	say_times(3, "1");
	assert_int_equal(count_of(seen_by(READER_HALL), "A"), 4);
	assert_int_equal(count_of(seen_by(READER_HALL), "C"), 1);
	assert_int_equal(count_of(seen_by(READER_HALL), "B"), 3);
}

/* Hands are seen by all, so they do not hide what few phones say. */
/* What was shown last is not known after a restart: the next picture has three more than
 * there were, so that none can be told by comparing. */
static void a_restart_shows_no_single_answer(void **state)
{
	(void)state;
	under_way("flervalg", VOTE, LEVEL_ANONYMOUS, SHOW_LIVE);
	open_round(0, 1);
	say_times(5, "0");
	assert_int_equal(count_of(seen_by(READER_HALL), "A"), 5);
	say("1");
	memory_free(t->p.site.memory);
	t->p.site.memory = memory_new();
	assert_int_equal(sum(seen_by(READER_HALL)), 0);
	assert_int_equal(sum(seen_by(READER_LEADER)), 0);
	say_times(2, "2");
	assert_int_equal(sum(seen_by(READER_HALL)), 0);
	say("2");
	assert_int_equal(count_of(seen_by(READER_HALL), "B"), 1);
	assert_int_equal(count_of(seen_by(READER_HALL), "C"), 3);
	close_round();
	open_round(0, 2);
	say_times(4, "0");
	memory_free(t->p.site.memory);
	t->p.site.memory = memory_new();
	assert_int_equal(sum(seen_by(READER_HALL)), 0);
	say("0");                                       /* nothing had been shown */
	assert_int_equal(sum(seen_by(READER_HALL)), 5);
}

/* A copy may have been taken on the day when the whole country met. */
static void a_restored_copy_has_all_its_rounds_closed(void **state)
{
	int n = 200;
	struct req r;

	(void)state;
	under_way("flervalg", VOTE, LEVEL_ANONYMOUS, SHOW_HIDDEN);
	for (int i = 1; i <= n; i++)
		site_sql(t, "INSERT INTO runde (punkt, nr, fase) VALUES (%lld, %d, 1)",
		         (long long)punkt, i);
	r = begin();
	assert_int_equal(activity_mend(r.site, t->mem), OUTCOME_OK);
	end(&r);
	assert_int_equal(site_sql(t, "SELECT count(*) FROM runde WHERE fase = 2"), n);
}

static void hands_do_not_let_a_few_phones_show(void **state)
{
	struct req r;

	(void)state;
	under_way("flervalg", VOTE, LEVEL_ANONYMOUS, SHOW_LIVE);
	open_round(0, 1);
	say_times(2, "1");
	r = begin();
	assert_int_equal(answer_hands(&r, &a, a.current->id, "0", 10), OUTCOME_OK);
	assert_int_equal(answer_hands(&r, &a, a.current->id, "9", 1), OUTCOME_NOT_FOUND);
	assert_int_equal(answer_hands(&r, &a, a.current->id, "0", -1), OUTCOME_INVALID);
	assert_int_equal(answer_hands(&r, &a, a.current->id, "0", 1000000), OUTCOME_INVALID);
	assert_int_equal(answer_hands(&r, &a, a.current->id + 9, "0", 1), OUTCOME_NOT_FOUND);
	end(&r);
	assert_int_equal(count_of(seen_by(READER_HALL), "A"), 10);
	assert_int_equal(count_of(seen_by(READER_HALL), "B"), 0);
	assert_int_equal(seen_by(READER_HALL)->people, 10);
	assert_int_equal(counter(READER_HALL), 10);
	assert_int_equal(counter(READER_LEADER), 12);
	close_round();
	assert_int_equal(count_of(seen_by(READER_HALL), "A"), 10);
	assert_int_equal(seen_by(READER_HALL)->line[0].hands, 10);
	assert_int_equal(count_of(seen_by(READER_HALL), "B"), 2);
	assert_int_equal(seen_by(READER_HALL)->people, 12);
}

static void nobody_answers_a_closed_round(void **state)
{
	const char *error = NULL;

	(void)state;
	under_way("flervalg", VOTE, LEVEL_ANONYMOUS, SHOW_HIDDEN);
	open_round(0, 1);
	assert_int_equal(phone_says(1, "77", &error), OUTCOME_INVALID);
	assert_non_null(error);
	close_round();
	assert_int_equal(phone_says(1, "0", &error), OUTCOME_CONFLICT);
	assert_int_equal(sum(seen_by(READER_LEADER)), 0);
}

/* ---- numbers ---- */

static void percentages_sum_to_a_hundred_when_each_gives_one(void **state)
{
	(void)state;
	under_way("flervalg", VOTE, LEVEL_ANONYMOUS, SHOW_LIVE);
	open_round(0, 1);
	say_times(3, "0");
	say_times(3, "1");
	say_times(1, "2");
	for (int closed = 0; closed < 2; closed++) {
		const struct tally *r = seen_by(READER_HALL);

		assert_int_equal(r->line[0].percent + r->line[1].percent + r->line[2].percent, 100);
		if (!closed)
			close_round();
	}
}

static void with_several_choices_each_share_is_of_those_who_answered(void **state)
{
	(void)state;
	under_way("flervalg", VOTE_TWO, LEVEL_ANONYMOUS, SHOW_LIVE);
	open_round(0, 1);
	for (int i = 0; i < 10; i++) {
		struct req r = begin();
		const char *both[] = { "0", "1" }, *error;
		const struct answer_form f = { .choice = both, .n_choice = 2 };

		r.who.participant_token = arena_printf(t->mem, "telefon-%015d", i);
		assert_int_equal(answer_put(&r, &a, a.current, &f, &error), OUTCOME_OK);
		end(&r);
	}
	close_round();
	assert_int_equal(seen_by(READER_HALL)->line[0].percent, 100);
	assert_int_equal(seen_by(READER_HALL)->line[1].percent, 100);
	assert_int_equal(seen_by(READER_HALL)->line[2].percent, 0);
	assert_int_equal(seen_by(READER_HALL)->people, 10);
}

static void nobody_has_answered(void **state)
{
	static const char *const kinds[][2] = {
		{ "flervalg", VOTE }, { "ordsky", WORDS }, { "dilemma", DILEMMA },
	};

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		under_way(kinds[i][0], kinds[i][1], LEVEL_ANONYMOUS, SHOW_LIVE);
		open_round(0, 1);
		assert_int_equal(sum(seen_by(READER_HALL)), 0);
		close_round();
		assert_int_equal(sum(seen_by(READER_HALL)), 0);
		assert_int_equal(seen_by(READER_HALL)->people, 0);
	}
}

/* Rows straight into the database: what the phones of a whole town would leave. */
static void crowd(int n, const char *verdi)
{
	site_sql(t, "INSERT INTO svar (runde, noekkel, verdi) "
	         "WITH RECURSIVE i(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < %d) "
	         "SELECT (SELECT max(id) FROM runde), randomblob(16), %s FROM i", n, verdi);
}

static void ten_thousand_answer(void **state)
{
	(void)state;
	under_way("flervalg", VOTE, LEVEL_ANONYMOUS, SHOW_LIVE);
	open_round(0, 1);
	crowd(10000, "n % 3");
	assert_int_equal(sum(seen_by(READER_HALL)), 10000);
	close_round();
	assert_int_equal(count_of(seen_by(READER_HALL), "A"), 3333);
	under_way("ordsky", WORDS, LEVEL_ANONYMOUS, SHOW_LIVE);
	open_round(0, 1);
	crowd(10000, "'Tillit'");
	assert_int_equal(seen_by(READER_HALL)->n_line, 1);
	assert_int_equal(count_of(seen_by(READER_HALL), "Tillit"), 10000);
}

/* Ten thousand false phones, each with three long texts of their own. */
static void a_flood_of_texts_is_cut_not_fatal(void **state)
{
	const struct tally *r;

	(void)state;
	under_way("ordsky", WORDS, LEVEL_ANONYMOUS, SHOW_LIVE);
	open_round(0, 1);
	crowd(10000, "printf('%040d' || char(10) || 'b%039d' || char(10) || 'c%039d', n, n, n)");
	r = seen_by(READER_HALL);
	assert_true(r->n_line > 1000 && r->n_line < 10000);
	assert_true(r->n_more > 0);
	crowd(300, "'Tillit'");
	assert_int_equal(count_of(seen_by(READER_HALL), "Tillit"), 300);
}

/* ---- texts ---- */

static void equal_texts_are_one(void **state)
{
	(void)state;
	under_way("ordsky", WORDS, LEVEL_ANONYMOUS, SHOW_LIVE);
	open_round(0, 1);
	say_times(4, "Tillit");
	say_times(3, "tillit!");
	say("mot");
	close_round();
	assert_int_equal(seen_by(READER_HALL)->n_line, 2);
	assert_string_equal(seen_by(READER_HALL)->line[0].label, "Tillit");
	assert_int_equal(seen_by(READER_HALL)->line[0].count, 7);
	assert_int_equal(site_sql(t, "SELECT count(*) FROM svar WHERE verdi LIKE '%%' || char(10) "
	                          "|| '%%'"), 0);
}

static void judge(const char *text, enum verdict verdict)
{
	struct req r = begin();

	assert_int_equal(text_judge(&r, &a, text, verdict), OUTCOME_OK);
	end(&r);
}

static void what_is_hidden_is_gone_for_the_hall_and_there_for_the_leader(void **state)
{
	(void)state;
	under_way("ordsky", WORDS, LEVEL_ANONYMOUS, SHOW_LIVE);
	open_round(0, 1);
	say_times(4, "Stygt");
	say_times(4, "Pent");
	assert_int_equal(seen_by(READER_HALL)->n_line, 2);
	judge("stygt", VERDICT_HIDDEN);
	assert_int_equal(seen_by(READER_HALL)->n_line, 1);
	assert_int_equal(count_of(seen_by(READER_HALL), "Stygt"), -1);
	assert_int_equal(seen_by(READER_HALL)->n_hidden, 1);
	assert_int_equal(count_of(seen_by(READER_LEADER), "Stygt"), 4);
	close_round();
	assert_int_equal(count_of(seen_by(READER_HALL), "Stygt"), -1);
	judge("stygt", VERDICT_APPROVED);
	assert_int_equal(count_of(seen_by(READER_HALL), "Stygt"), 4);
}

static void what_is_held_waits_for_approval(void **state)
{
	(void)state;
	under_way("ordsky", WORDS, LEVEL_ANONYMOUS, SHOW_LIVE);
	site_sql(t, "UPDATE punkt SET hold = 1 WHERE id = %lld", (long long)punkt);
	open_round(0, 1);
	say_times(4, "en");
	say_times(4, "to");
	assert_int_equal(seen_by(READER_HALL)->n_line, 0);
	assert_int_equal(seen_by(READER_HALL)->n_hidden, 2);
	assert_int_equal(seen_by(READER_LEADER)->n_line, 2);
	judge("en", VERDICT_APPROVED);
	assert_int_equal(count_of(seen_by(READER_HALL), "en"), 4);
	assert_int_equal(count_of(seen_by(READER_HALL), "to"), -1);
}

/* ---- asked again ---- */

static void the_first_result_stands_beside_the_second(void **state)
{
	const struct asked q = { t->p.site.store, t->mem, t->p.site.memory, READER_HALL };
	enum outcome went;
	struct drawing d;
	struct req r;

	(void)state;
	under_way("dilemma", DILEMMA, LEVEL_ANONYMOUS, SHOW_HIDDEN);
	open_round(0, 1);
	say_times(8, "roedt");
	close_round();
	open_round(0, 2);
	say_times(8, "groent");
	close_round();
	show_round(true);
	for (int shown = 0; shown < 2; shown++) {
		r = begin();
		assert_ptr_equal(round_before(&a, a.current), &a.round[0]);
		assert_null(round_before(&a, &a.round[0]));
		went = drawing_read(&q, &(struct samling){ 0 }, &(struct item){ 0 }, &a,
		                    a.current, &d);
		assert_int_equal(went, OUTCOME_OK);
		assert_int_equal(count_of(d.tally, "Greit"), 8);
		assert_int_equal(d.before != NULL, shown);
		if (!shown)
			assert_int_equal(round_show(&r, &a, a.round[0].id, true), OUTCOME_OK);
		end(&r);
	}
	assert_int_equal(count_of(d.before, "Ikke greit"), 8);
}

static int open_site(void **state)
{
	static const struct page *const none[] = { NULL };

	(void)state;
	t = site_open(none);
	return 0;
}

static int close_site(void **state)
{
	(void)state;
	site_close(t);
	return 0;
}

#define T(name) cmocka_unit_test_setup_teardown(name, open_site, close_site)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(the_hall_sees_nothing_until_it_is_shown),
		T(a_live_result_is_seen_at_once_and_can_be_hidden),
		T(each_new_picture_has_three_answers_more),
		T(a_changed_answer_does_not_show_before_the_next_step),
		T(a_restart_shows_no_single_answer), T(a_restored_copy_has_all_its_rounds_closed),
		T(hands_do_not_let_a_few_phones_show), T(nobody_answers_a_closed_round),
		T(percentages_sum_to_a_hundred_when_each_gives_one),
		T(with_several_choices_each_share_is_of_those_who_answered),
		T(nobody_has_answered), T(ten_thousand_answer),
		T(a_flood_of_texts_is_cut_not_fatal),
		T(equal_texts_are_one),
		T(what_is_hidden_is_gone_for_the_hall_and_there_for_the_leader),
		T(what_is_held_waits_for_approval),
		T(the_first_result_stands_beside_the_second),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
