/* Who has the floor next, what the clock says, and sums: pure tables. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "rules/taler.h"

#define I SPEECH_INNLEGG
#define R SPEECH_REPLIKK
#define S SPEECH_SAKSOPPLYSNING
#define F SPEECH_FORRETNINGSORDEN

/* id, speech, place; all wait. */
static struct speaker waits(int64_t id, enum speech speech, int64_t place)
{
	return (struct speaker){ .id = id, .speech = speech, .place = place };
}

static void assert_order(const struct speaker *s, const size_t *queue, size_t n,
                         const char *wanted)
{
	char got[32] = "";

	for (size_t i = 0; i < n; i++) {
		size_t at = strlen(got);

		assert_true(at + 2 < sizeof got);
		got[at] = (char)('0' + s[queue[i]].id);
	}
	assert_string_equal(got, wanted);
}

static void what_interrupts_comes_first(void **state)
{
	const struct speaker s[] = {
		waits(1, I, 2), waits(2, I, 1), waits(3, R, 9), waits(4, F, 12), waits(5, S, 8),
		{ .id = 6, .phase = SPEAKER_DONE, .place = 0 },
		{ .id = 7, .phase = SPEAKER_SPEAKING, .place = 0 },
	};
	size_t queue[7], n = speaker_queue(s, 7, queue);

	(void)state;
	assert_order(s, queue, n, "45321");
}

static void who_asked_first_goes_first_on_the_same_place(void **state)
{
	const struct speaker s[] = { waits(3, I, 1), waits(1, I, 1), waits(2, I, 1) };
	size_t queue[3], n = speaker_queue(s, 3, queue);

	(void)state;
	assert_order(s, queue, n, "123");
	assert_int_equal(speaker_queue(s, 0, queue), 0);
}

static void the_chair_moves_within_what_interrupts(void **state)
{
	static const struct { size_t from, to; const char *order; } cases[] = {
		{ 2, 3, "12435" }, { 3, 2, "12435" }, { 2, 4, "12453" }, { 4, 2, "12534" },
		{ 4, 0, "12534" }, { 0, 4, "21345" }, { 1, 0, "21345" }, { 3, 3, "12345" },
		{ 2, 0, "12345" },
	};
	const struct speaker s[] = { waits(1, R, 1), waits(2, R, 2), waits(3, I, 1),
	                             waits(4, I, 2), waits(5, I, 3) };

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		size_t queue[5], n = speaker_queue(s, 5, queue);

		speaker_move(s, queue, n, cases[i].from, cases[i].to);
		assert_order(s, queue, n, cases[i].order);
	}
}

static void a_reply_is_to_the_speech_under_way(void **state)
{
	struct speaker s[] = {
		{ .id = 1, .phase = SPEAKER_DONE, .turn = 1 },
		{ .id = 2, .phase = SPEAKER_DONE, .turn = 2 },
		{ .id = 3, .phase = SPEAKER_DONE, .turn = 3, .speech = R, .reply_to = 2 },
		{ .id = 4, .speech = R, .reply_to = 2 },
		{ .id = 5, .speech = F, .reply_to = 2 },
	};

	(void)state;
	assert_int_equal(speaker_subject(s, 5), 0);
	assert_int_equal(speaker_now(s, 5), NO_SPEAKER);
	assert_int_equal(speaker_last(s, 5), 2);
	assert_int_equal(speaker_replies(s, 5, 2), 2);
	s[3].phase = SPEAKER_SPEAKING;
	assert_int_equal(speaker_now(s, 5), 3);
	assert_int_equal(speaker_subject(s, 5), 2);
	s[3].phase = SPEAKER_DONE;
	s[1].phase = SPEAKER_SPEAKING;
	assert_int_equal(speaker_subject(s, 5), 2);
	assert_int_equal(speaker_last(s, 0), NO_SPEAKER);
}

static void the_clock_counts_down_and_then_up(void **state)
{
	static const struct { int64_t left, seconds; enum speaker_time time; } cases[] = {
		{ 60000, 60, TIME_GOES }, { 30001, 31, TIME_GOES }, { 30000, 30, TIME_SOON },
		{ 29999, 30, TIME_SOON }, { 1, 1, TIME_SOON }, { 0, 0, TIME_OVER },
		{ -1, 0, TIME_OVER }, { -999, 0, TIME_OVER }, { -1000, -1, TIME_OVER },
		{ -12000, -12, TIME_OVER }, { -12999, -12, TIME_OVER },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_int_equal(speaker_seconds(cases[i].left), cases[i].seconds);
		assert_int_equal(speaker_time(cases[i].left, 60000), cases[i].time);
	}
	assert_int_equal(speaker_time(30000, 30000), TIME_GOES);
}

static void time_is_summed_by_role_and_never_of_one_or_two(void **state)
{
	const struct speaker s[] = {
		{ .role = ROLE_FOLKEVALGT, .person = 1, .phase = SPEAKER_DONE, .used = 60000 },
		{ .role = ROLE_FOLKEVALGT, .person = 2, .phase = SPEAKER_DONE, .used = 30000,
		  .speech = R },
		{ .role = ROLE_FOLKEVALGT, .person = 3, .phase = SPEAKER_SPEAKING, .used = 5000,
		  .since = 100000 },
		{ .role = ROLE_ADMINISTRASJON, .person = 4, .phase = SPEAKER_DONE, .used = 7000 },
		{ .role = ROLE_ADMINISTRASJON, .person = 5, .phase = SPEAKER_DONE, .used = 8000 },
		{ .role = ROLE_ADMINISTRASJON, .person = 4, .phase = SPEAKER_DONE, .used = 9000 },
		{ .role = ROLE_ADMINISTRASJON, .person = 6, .used = 999 },
	};
	struct speaker_sum sum[ROLE__MAX] = { 0 };

	(void)state;
	speaker_sums(s, 7, 110000, sum);
	assert_int_equal(sum[ROLE_FOLKEVALGT].n, 3);
	assert_int_equal(sum[ROLE_FOLKEVALGT].replies, 1);
	assert_int_equal(sum[ROLE_FOLKEVALGT].ms, 105000);
	assert_true(speaker_sum_tells(&sum[ROLE_FOLKEVALGT]));
	assert_int_equal(sum[ROLE_ADMINISTRASJON].n, 3);
	assert_int_equal(sum[ROLE_ADMINISTRASJON].persons, 2);
	assert_false(speaker_sum_tells(&sum[ROLE_ADMINISTRASJON]));
	assert_int_equal(sum[ROLE_ANNET].n, 0);
	assert_int_equal(speaker_used(&s[2], 90000), 5000);     /* a clock set back */
	speaker_sums(s, 7, 110000, sum);
	assert_int_equal(sum[ROLE_ADMINISTRASJON].persons, 2);
	assert_int_equal(sum[ROLE_ADMINISTRASJON].n, 6);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_interrupts_comes_first),
		cmocka_unit_test(who_asked_first_goes_first_on_the_same_place),
		cmocka_unit_test(the_chair_moves_within_what_interrupts),
		cmocka_unit_test(a_reply_is_to_the_speech_under_way),
		cmocka_unit_test(the_clock_counts_down_and_then_up),
		cmocka_unit_test(time_is_summed_by_role_and_never_of_one_or_two),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
