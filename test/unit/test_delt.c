/* The hall is shown as councillors beside administration, and as it was last time. */
#include <unistd.h>

#include "konsoll_scene.h"

#define OTHERS 6

/* The councillors (HALL of them) and so many others have answered a vote that is open. */
static struct day_scene during_a_vote(size_t others, const char *said_by_others)
{
	struct day_scene d = day_open();
	const char *round;

	lead(&d, site_path(d.t, "gaatil %lld", (long long)d.vote));
	lead(&d, "neste");
	hall_answers(&d, "valg", "0");
	round = site_path(d.t, "%lld", (long long)site_sql(d.t, "SELECT max(id) FROM runde"));
	for (size_t i = 0; i < others; i++) {
		struct browser phone = site_participant(d.t, d.samling, ROLE_ADMINISTRASJON);

		assert_int_equal(site_post(&phone, site_path(d.t, "/s/%lld/svar",
		                 (long long)d.samling), "runde", round, "valg", said_by_others,
		                 NULL).status, 303);
	}
	return d;
}

static struct day_scene after_a_vote(size_t others, const char *said_by_others)
{
	struct day_scene d = during_a_vote(others, said_by_others);

	lead(&d, "neste");
	return d;
}

static const char *console(struct day_scene *d)
{
	return site_get(&d->anna, site_path(d->t, "/samling/%lld/konsoll",
	                                    (long long)d->samling)).body;
}

static void both_groups_are_on_the_wall_when_a_leader_asks(void **state)
{
	struct day_scene d = after_a_vote(OTHERS, "0");

	(void)state;
	assert_in(console(&d), "Vis folkevalgte og administrasjonen hver for seg");
	lead(&d, "sammenlign 1");
	assert_out(wall_page_of(&d), "folkevalgte og");     /* the result is not shown yet */
	lead(&d, "neste");
	assert_in(wall_page_of(&d), "8 folkevalgte og 6 andre svarte");
	assert_in(wall_stream_of(&d), "Administrasjonen");
	assert_in(console(&d), "Vis alle samlet");
	lead(&d, "sammenlign 0");
	assert_out(wall_page_of(&d), "8 folkevalgte og 6 andre");
	site_close(d.t);
}

static void four_others_are_never_told_apart(void **state)
{
	struct day_scene d = after_a_vote(4, "0");

	(void)state;
	assert_out(console(&d), "hver for seg");
	lead(&d, "sammenlign 1");
	lead(&d, "neste");
	assert_out(wall_page_of(&d), "folkevalgte og");
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM svar WHERE rolle IS NOT NULL"), 0);
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM runderolle"), 0);
	site_close(d.t);
}

/* All councillors said one thing and all others another: every cell would be one group's. */
static void groups_that_agree_within_are_not_shown(void **state)
{
	struct day_scene d = after_a_vote(OTHERS, "1");

	(void)state;
	assert_out(console(&d), "hver for seg");
	lead(&d, "neste");
	lead(&d, "sammenlign 1");
	assert_out(wall_page_of(&d), "folkevalgte og");
	site_close(d.t);
}

static void texts_keep_no_role(void **state)
{
	struct day_scene d = day_open();

	(void)state;
	lead(&d, site_path(d.t, "gaatil %lld", (long long)d.words));
	lead(&d, "neste");
	hall_answers(&d, "tekst", "bolyst");
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM svar WHERE rolle IS NOT NULL"), HALL);
	lead(&d, "neste");
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM svar WHERE rolle IS NOT NULL"), 0);
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM svar"), HALL);
	site_close(d.t);
}

static void a_copy_taken_while_it_is_open_does_not_tell_the_roles(void **state)
{
	struct day_scene d = during_a_vote(0, "");

	(void)state;
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM svar"), HALL);
	/* All are councillors, and stored as many different things. */
	assert_true(site_sql(d.t, "SELECT count(DISTINCT rolle) FROM svar") > 2);
	site_close(d.t);
}

static void with_the_secret_gone_no_role_is_kept(void **state)
{
	struct day_scene d = during_a_vote(OTHERS, "0");
	int64_t round = site_sql(d.t, "SELECT max(id) FROM runde");

	(void)state;
	assert_int_equal(unlink(site_path(d.t, "%s/hemmelig/%lld", d.t->dir, (long long)round)), 0);
	lead(&d, "neste");
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM svar"), HALL + OTHERS);
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM svar WHERE rolle IS NOT NULL"), 0);
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM runderolle"), 0);
	site_close(d.t);
}

static void the_same_question_on_day_two_shows_the_first_answer(void **state)
{
	struct day_scene d = after_a_vote(0, "0");
	int64_t again;

	(void)state;
	lead(&d, "neste");
	again = site_item(d.t, d.samling, 2, "flervalg", "Avstemning på nytt", 10,
	                  "{\"spoersmaal\":\"Hva er viktigst?\",\"valg\":[\"Roller\",\"Dialog\"],"
	                  "\"flere\":1}");
	site_sql(d.t, "UPDATE punkt SET gjelder = %lld WHERE id = %lld", (long long)d.vote,
	         (long long)again);
	lead(&d, site_path(d.t, "gaatil %lld", (long long)again));
	lead(&d, "neste");
	hall_answers(&d, "valg", "1");
	lead(&d, "neste");
	assert_out(wall_page_of(&d), "Sist: «Avstemning»");
	lead(&d, "neste");
	assert_in(wall_page_of(&d), "Sist: «Avstemning», 8 svar. Nå: 8 svar.");
	site_sql(d.t, "UPDATE runde SET vist = 0 WHERE punkt = %lld", (long long)d.vote);
	assert_out(wall_page_of(&d), "Sist: «Avstemning»"); /* taken off then: not shown now */
	site_close(d.t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(both_groups_are_on_the_wall_when_a_leader_asks),
		cmocka_unit_test(four_others_are_never_told_apart),
		cmocka_unit_test(groups_that_agree_within_are_not_shown),
		cmocka_unit_test(texts_keep_no_role),
		cmocka_unit_test(a_copy_taken_while_it_is_open_does_not_tell_the_roles),
		cmocka_unit_test(with_the_secret_gone_no_role_is_kept),
		cmocka_unit_test(the_same_question_on_day_two_shows_the_first_answer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
