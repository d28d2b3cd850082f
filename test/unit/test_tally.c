/* From answers to results: numbers, texts, and what is asked again. */
#include "tally_scene.h"

#include <stdio.h>

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

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(percentages_sum_to_a_hundred_when_each_gives_one),
		T(with_several_choices_each_share_is_of_those_who_answered),
		T(nobody_has_answered),
		T(ten_thousand_answer),
		T(a_flood_of_texts_is_cut_not_fatal),
		T(equal_texts_are_one),
		T(what_is_hidden_is_gone_for_the_hall_and_there_for_the_leader),
		T(what_is_held_waits_for_approval),
		T(the_first_result_stands_beside_the_second),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
