/* What the store promises when the disk does not keep its word. */
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <unistd.h>

#include "krasjvfs.h"
#include "lib/log.h"
#include "store_help.h"

#define TURNS 10
#define REQUESTS 4

/* What was promised: rows are numbered turn * REQUESTS + request. */
struct promise {
	bool kept[TURNS * REQUESTS];    /* the request's end said so         */
	bool committed[TURNS];          /* the turn's commit said so         */
};

static int real_stderr = -1;

/* The store says what is wrong, hundreds of times here; `to` is where. */
static void divert_log(const char *to)
{
	int fd = open(to, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	assert_true(fd >= 0);
	fflush(stderr);
	real_stderr = dup(STDERR_FILENO);
	dup2(fd, STDERR_FILENO);
	close(fd);
}

static void restore_log(void)
{
	fflush(stderr);
	dup2(real_stderr, STDERR_FILENO);
	close(real_stderr);
}

/* Two pages a row and a cache of five: the turn reaches the disk before its commit.  The
 * handler is careless, it wants to keep whatever came of its queries. */
static bool request(struct store *st, struct place *p, int number, bool keep)
{
	static const unsigned char picture[5000];

	store_request_begin(st, SYSTEM, false);
	(void)!RUN(st, p->mem, NULL, lapp_ny, .tall = v_int(number),
	           .bilde = v_blob(picture, sizeof picture));
	(void)!RUN(st, p->mem, NULL, lapp_endre, .fra = v_int(number - 6),
	           .tekst = v_text("rørt"));
	return store_request_end(st, keep) == OUTCOME_OK && keep;
}

/* A page between two answers, in the same turn. */
static void read_all(struct store *st, struct place *p)
{
	struct rows rows;

	store_request_begin(st, SYSTEM, true);
	(void)!RUN(st, p->mem, &rows, lapp_alle);
	(void)!store_request_end(st, true);
}

static void work(struct store *st, struct place *p, struct promise *said)
{
	*said = (struct promise){ 0 };
	sqlite3_exec(st->db, "PRAGMA cache_size = 5", NULL, NULL, NULL);
	for (int t = 0; t < TURNS; t++) {
		for (int r = 0; r < REQUESTS; r++) {
			int number = t * REQUESTS + r;

			said->kept[number] = request(st, p, number, r != 1);
			read_all(st, p);
		}
		said->committed[t] = store_commit(st);
		if (t % 4 == 3)
			(void)!store_forget_log(st);
	}
}

static void read_found(struct store *st, struct place *p, int found[TURNS * REQUESTS])
{
	struct rows rows;

	memset(found, 0, TURNS * REQUESTS * sizeof *found);
	store_request_begin(st, SYSTEM, true);
	assert_int_equal(RUN(st, p->mem, &rows, lapp_alle), OUTCOME_OK);
	assert_int_equal(store_request_end(st, true), OUTCOME_OK);
	for (size_t i = 0; i < rows.n; i++)
		if (row_int(&rows.row[i], lapp_alle__tall) < TURNS * REQUESTS)
			found[row_int(&rows.row[i], lapp_alle__tall)]++;
}

/* Exactly what was promised is there. */
static void check_exact(struct store *st, struct place *p, const struct promise *said)
{
	int found[TURNS * REQUESTS];

	read_found(st, p, found);
	for (int i = 0; i < TURNS * REQUESTS; i++)
		assert_int_equal(found[i], said->kept[i] && said->committed[i / REQUESTS]);
	assert_null(store_check(st, p->mem));
}

/* One run in which operation n fails.  False: the work was done before it came to that. */
static bool fail_once(struct krasj_plan plan)
{
	struct place *p = place_new();
	struct store *st = place_open(p);
	struct promise said;
	bool reached;

	krasj_plan(plan);
	divert_log("/dev/null");
	work(st, p, &said);
	restore_log();
	reached = krasj_operations() >= plan.fail_at;
	krasj_plan((struct krasj_plan){ 0 });
	check_exact(st, p, &said);
	assert_true(add_lapp(st, p, 1000, "the disk is well again") > 0);
	assert_true(store_commit(st));
	store_close(st);
	st = place_open(p);
	check_exact(st, p, &said);
	assert_int_equal(store_forget_log(st), OUTCOME_OK);
	store_close(st);
	place_free(p);
	return reached;
}

static const struct krasj_plan faults[] = {
	{ .code = SQLITE_FULL },
	{ .code = SQLITE_FULL, .fail_for = LONG_MAX },
	{ .fail_for = 1 },
	{ .fail_for = 5 },
	{ .fail_for = LONG_MAX },
	{ .fail_for = 1, .reads = true },
};

/* A stride that no loop of the work shares, another start for each: every kind of place
 * is met, in a second instead of a minute. */
static void test_a_failing_disk_never_makes_us_lie(void **state)
{
	(void)state;
	log_quiet();
	for (size_t f = 0; f < sizeof faults / sizeof *faults; f++) {
		struct krasj_plan plan = faults[f];

		for (plan.fail_at = 1 + (long)f; fail_once(plan); plan.fail_at += 37)
			;
		assert_true(plan.fail_at > 300);
	}
}

static void test_a_disk_that_fails_at_opening_is_an_error_in_words(void **state)
{
	bool opened = false;

	(void)state;
	for (long n = 1; !opened; n++) {
		struct place *p = place_new();
		struct store *st = NULL;
		const char *error = NULL;
		enum outcome out;

		krasj_plan((struct krasj_plan){ .fail_at = n, .fail_for = LONG_MAX });
		out = store_open(p->dir, (struct store_options){ .create = true }, &p->world,
		                 p->mem, &st, &error);
		opened = krasj_operations() < n;
		assert_int_equal(out, opened ? OUTCOME_OK : OUTCOME_UNAVAILABLE);
		assert_true(opened || strlen(error) > 20);
		if (opened)
			store_close(st);
		krasj_plan((struct krasj_plan){ 0 });
		store_close(place_open(p));
		place_free(p);
	}
}

static size_t count_lines(struct place *p, const char *path, const char *with)
{
	struct bytes b = read_bytes(p, path);
	const char *text = arena_strndup(p->mem, (char *)b.p, b.n);
	size_t n = 0;

	while ((text = strstr(text, with)) != NULL) {
		text += strlen(with);
		n++;
	}
	return n;
}

static void test_a_full_disk_is_said_once_and_reading_goes_on(void **state)
{
	struct place *p = place_new();
	struct store *st = place_open(p);
	const char *log = place_path(p, "logg");

	(void)state;
	assert_true(add_lapp(st, p, 1, "before") > 0);
	assert_true(store_commit(st));
	divert_log(log);
	krasj_plan((struct krasj_plan){ .fail_at = 1, .fail_for = LONG_MAX,
	                                .code = SQLITE_FULL });
	for (int i = 0; i < 20; i++) {
		assert_true(add_lapp(st, p, 2, "no room") > 0);
		assert_false(store_commit(st));
		assert_int_equal(count_lapper(st, p), 1);
		assert_true(store_commit(st));  /* of nothing */
	}
	krasj_plan((struct krasj_plan){ 0 });
	assert_true(add_lapp(st, p, 3, "room again") > 0);
	assert_true(store_commit(st));
	restore_log();
	assert_int_equal(count_lines(p, log, "warn:"), 1);
	assert_int_equal(count_lapper(st, p), 2);
	store_close(st);
	place_free(p);
}

/* What was committed is there; of the rest, a turn is there whole or not at all. */
static void check_after_power(struct place *found, const struct promise *said)
{
	struct store *st = place_open(found);
	int there[TURNS * REQUESTS];

	read_found(st, found, there);
	assert_null(store_check(st, found->mem));
	for (int t = 0; t < TURNS; t++) {
		int rows = 0, kept = 0;

		for (int i = t * REQUESTS; i < (t + 1) * REQUESTS; i++) {
			assert_int_equal(there[i], there[i] && said->kept[i]);
			rows += there[i];
			kept += said->kept[i];
		}
		if (said->committed[t])
			assert_int_equal(rows, kept);
		else
			assert_true(rows == 0 || rows == kept);
	}
	store_close(st);
}

/* The number of operations until the end, or until the power went. */
static long lose_power(long power_at, uint64_t seed, size_t *committed)
{
	struct place *p = place_new(), *found = place_new();
	struct store *st = NULL;
	struct promise said = { 0 };
	const char *error;
	long operations;

	krasj_plan((struct krasj_plan){ .power_at = power_at, .power_dir = found->dir,
	                                .seed = seed });
	divert_log("/dev/null");
	if (store_open(p->dir, (struct store_options){ .create = true }, &p->world, p->mem,
	               &st, &error) == OUTCOME_OK)
		work(st, p, &said);
	operations = krasj_operations();
	store_close(st);
	restore_log();
	krasj_plan((struct krasj_plan){ 0 });
	if (operations >= power_at)
		check_after_power(found, &said);
	for (int t = 0; t < TURNS; t++)
		*committed += said.committed[t];
	place_free(found);
	place_free(p);
	return operations;
}

static void test_what_was_committed_survives_200_power_cuts(void **state)
{
	size_t all = 0, committed = 0;
	long operations = lose_power(LONG_MAX, 0, &all);

	(void)state;
	assert_int_equal(all, TURNS);
	assert_true(operations > 500);
	for (uint64_t seed = 1; seed <= 200; seed++)
		lose_power(1 + (long)(seed * 7919 % (uint64_t)operations), seed, &committed);
	assert_in_range(committed, 200 * TURNS / 4, 200 * TURNS * 3 / 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_failing_disk_never_makes_us_lie),
		cmocka_unit_test(test_a_disk_that_fails_at_opening_is_an_error_in_words),
		cmocka_unit_test(test_a_full_disk_is_said_once_and_reading_goes_on),
		cmocka_unit_test(test_what_was_committed_survives_200_power_cuts),
	};

	krasj_install();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
