/* Results through the release gate: who sees what, and when. */
#include "tally_scene.h"

#include "app/aktivitet/husk.h"

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

/* In one item the hall writes, and then gives dots: what is written may have to be hidden,
 * the dots tell nobody anything before the round is over. */
static void leaders_read_what_is_written_while_it_is_open_but_no_counts(void **state)
{
	static const char *const kinds[] = { "kjoereregler", "forventninger" };

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		const char *card;

		under_way(kinds[i], CARDS, LEVEL_ANONYMOUS, SHOW_HIDDEN);
		site_sql(t, "INSERT INTO kort (punkt, tekst) VALUES (%lld, 'Humor')",
		         (long long)punkt);
		card = site_path(t, "%lld", (long long)site_sql(t, "SELECT max(id) FROM kort"));
		open_round(0, 1);
		write_times(6, "Vis respekt", i == 1 ? "0" : NULL);
		assert_null(seen_by(READER_HALL));
		assert_int_equal(sum(seen_by(READER_LEADER)), 6);
		close_round();
		assert_int_equal(sum(seen_by(READER_LEADER)), 6);
		open_round(1, 1);
		say_times(6, card);
		assert_null(seen_by(READER_HALL));
		assert_null(seen_by(READER_LEADER));
		close_round();
		assert_null(seen_by(READER_HALL));
		assert_int_equal(count_of(seen_by(READER_LEADER), "Humor"), 6);
		show_round(true);
		assert_int_equal(count_of(seen_by(READER_HALL), "Humor"), 6);
	}
}

/* A card that is gone has left its dots: they are no words. */
static void dots_of_a_card_that_is_gone_are_not_read_as_texts(void **state)
{
	(void)state;
	under_way("kjoereregler", CARDS, LEVEL_ANONYMOUS, SHOW_HIDDEN);
	site_sql(t, "INSERT INTO kort (punkt, tekst) VALUES (%lld, 'Humor')", (long long)punkt);
	open_round(1, 1);
	say_times(6, site_path(t, "%lld", (long long)site_sql(t, "SELECT max(id) FROM kort")));
	close_round();
	site_sql(t, "DELETE FROM kort");
	assert_int_equal(seen_by(READER_LEADER)->n_line, 0);
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

/* Hands are seen by all, so they do not hide what few phones say. */
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(the_hall_sees_nothing_until_it_is_shown),
		T(a_live_result_is_seen_at_once_and_can_be_hidden),
		T(leaders_read_what_is_written_while_it_is_open_but_no_counts),
		T(dots_of_a_card_that_is_gone_are_not_read_as_texts),
		T(each_new_picture_has_three_answers_more),
		T(a_changed_answer_does_not_show_before_the_next_step),
		T(a_restart_shows_no_single_answer),
		T(a_restored_copy_has_all_its_rounds_closed),
		T(hands_do_not_let_a_few_phones_show),
		T(nobody_answers_a_closed_round),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
