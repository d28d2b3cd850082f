#include <signal.h>

#include "krasjvfs.h"
#include "store_help.h"

static int setup(void **state)
{
	*state = place_new();
	return 0;
}

static int teardown(void **state)
{
	place_free(*state);
	return 0;
}

static const struct {
	const char *what;
	int64_t tall;
	const char *tekst;
	const char *bilde;
	size_t n_bilde;
} kinds[] = {
	{ "small", 1, "a", "b", 1 },
	{ "zero and empty", 0, "", "", 0 },
	{ "the ends of the numbers", INT64_MIN, "-", "-", 1 },
	{ "the other end", INT64_MAX, "-", "-", 1 },
	{ "letters of ours", -1, "blåbærsyltetøy \xf0\x9f\x97\xb3", "\xff\x00\xfe", 3 },
	{ "quotes are text", 7, "'); DROP TABLE lapp; --", "\x00", 1 },
	{ "nothing at all", 3, NULL, NULL, 0 },
};

static void test_every_kind_of_value_comes_back(void **state)
{
	struct place *p = *state;
	struct store *st = place_open(p);

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		struct rows rows;
		const void *bilde;
		size_t n;

		store_request_begin(st, SYSTEM, false);
		assert_int_equal(RUN(st, p->mem, NULL, lapp_ny, .tall = v_int(kinds[i].tall),
		                     .tekst = v_text(kinds[i].tekst),
		                     .bilde = v_blob(kinds[i].bilde, kinds[i].n_bilde)),
		                 OUTCOME_OK);
		assert_int_equal(RUN(st, p->mem, &rows, lapp_hent,
		                     .id = v_int(store_last_id(st))), OUTCOME_OK);
		assert_int_equal(rows.n, 1);
		assert_int_equal(rows.n_col, 4);
		assert_true(row_int(&rows.row[0], lapp_hent__tall) == kinds[i].tall);
		assert_string_equal(row_text(&rows.row[0], lapp_hent__tekst),
		                    kinds[i].tekst == NULL ? "" : kinds[i].tekst);
		assert_int_equal(row_null(&rows.row[0], lapp_hent__tekst), kinds[i].tekst == NULL);
		bilde = row_blob(&rows.row[0], lapp_hent__bilde, &n);
		assert_int_equal(n, kinds[i].n_bilde);
		assert_int_equal(row_null(&rows.row[0], lapp_hent__bilde), kinds[i].bilde == NULL);
		if (n > 0)
			assert_memory_equal(bilde, kinds[i].bilde, n);
		assert_int_equal(store_request_end(st, true), OUTCOME_OK);
	}
	assert_true(store_commit(st));
	store_close(st);
}

static void test_an_argument_left_out_is_null(void **state)
{
	struct place *p = *state;
	struct store *st = place_open(p);
	struct rows rows;

	store_request_begin(st, SYSTEM, false);
	assert_int_equal(RUN(st, p->mem, &rows, lapp_ny, .tekst = v_text("x")), OUTCOME_OK);
	assert_string_equal(row_text(&rows.row[0], lapp_ny__tekst), "x");
	assert_int_equal(RUN(st, p->mem, &rows, lapp_hent,
	                     .id = v_int(row_int(&rows.row[0], lapp_ny__id))), OUTCOME_OK);
	assert_true(row_null(&rows.row[0], lapp_hent__tall));
	assert_int_equal(RUN(st, p->mem, &rows, lapp_hent), OUTCOME_OK);
	assert_int_equal(rows.n, 0);
	assert_int_equal(store_request_end(st, true), OUTCOME_OK);
	store_close(st);
}

static void test_all_rows_come_in_order_and_outlive_the_next_query(void **state)
{
	struct place *p = *state;
	struct store *st = place_open(p);
	struct rows rows, later;

	for (int i = 99; i >= 0; i--)
		assert_true(add_lapp(st, p, i, "x") > 0);
	store_request_begin(st, RIGHT_BIT(RIGHT_WALL), true);
	assert_int_equal(RUN(st, p->mem, &rows, lapp_alle), OUTCOME_OK);
	assert_int_equal(RUN(st, p->mem, &later, lapp_alle), OUTCOME_OK);
	assert_int_equal(rows.n, 100);
	for (int i = 0; i < 100; i++)
		assert_int_equal(row_int(&rows.row[i], lapp_alle__tall), i);
	assert_int_equal(store_request_end(st, true), OUTCOME_OK);
	store_close(st);
}

static void test_changed_counts_what_the_last_write_touched(void **state)
{
	struct place *p = *state;
	struct store *st = place_open(p);

	for (int i = 0; i < 5; i++)
		assert_true(add_lapp(st, p, i, "x") > 0);
	store_request_begin(st, SYSTEM, false);
	assert_int_equal(RUN(st, NULL, NULL, lapp_endre, .fra = v_int(2), .tekst = v_text("y")),
	                 OUTCOME_OK);
	assert_int_equal(store_changed(st), 3);
	assert_int_equal(RUN(st, NULL, NULL, lapp_tell), OUTCOME_OK);
	assert_int_equal(store_changed(st), 3);
	assert_int_equal(RUN(st, NULL, NULL, lapp_endre, .fra = v_int(9), .tekst = v_text("y")),
	                 OUTCOME_OK);
	assert_int_equal(store_changed(st), 0);
	assert_int_equal(store_request_end(st, true), OUTCOME_OK);
	store_close(st);
}

static void test_a_broken_rule_is_a_conflict_and_the_request_goes_on(void **state)
{
	struct place *p = *state;
	struct store *st = place_open(p);
	int64_t id = add_lapp(st, p, 1, "x");
	const struct args_eier_ny bad[] = {
		{ v_text("kari"), v_int(id), v_int(1) },        /* taken        */
		{ v_text("ola"), v_int(id + 1), v_int(1) },     /* no such lapp */
		{ v_text("ola"), v_int(id), v_int(0) },         /* CHECK        */
		{ v_text("ola"), v_int(id), v_null() },         /* NOT NULL     */
	};

	store_request_begin(st, SYSTEM, false);
	assert_int_equal(RUN(st, NULL, NULL, eier_ny, v_text("kari"), v_int(id), v_int(1)),
	                 OUTCOME_OK);
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_int_equal(RUN(st, NULL, NULL, eier_ny, bad[i].navn, bad[i].lapp,
		                     bad[i].alder), OUTCOME_CONFLICT);
	assert_int_equal(RUN(st, NULL, NULL, eier_ny, v_text("ola"), v_int(id), v_int(1)),
	                 OUTCOME_OK);
	assert_int_equal(store_request_end(st, true), OUTCOME_OK);
	assert_true(store_commit(st));
	store_close(st);
}

static void test_a_request_not_kept_leaves_its_neighbours(void **state)
{
	struct place *p = *state;
	struct store *st = place_open(p);

	assert_true(add_lapp(st, p, 1, "before") > 0);
	store_request_begin(st, SYSTEM, false);
	for (int i = 0; i < 3; i++)
		assert_int_equal(RUN(st, NULL, NULL, lapp_ny, .tall = v_int(100)), OUTCOME_OK);
	assert_int_equal(RUN(st, NULL, NULL, lapp_slett, .tall = v_int(1)), OUTCOME_OK);
	assert_int_equal(store_request_end(st, false), OUTCOME_OK);
	assert_true(add_lapp(st, p, 2, "after") > 0);
	assert_true(store_commit(st));
	store_close(st);
	st = place_open(p);
	assert_int_equal(count_lapper(st, p), 2);
	store_close(st);
}

static int stop_now(void *unused)
{
	(void)unused;
	return 1;
}

/* Every statement but the first of a request is stopped; the handler does not care. */
static void test_a_request_that_failed_is_not_kept_and_its_neighbours_are(void **state)
{
	struct place *p = *state;
	struct store *st = place_open(p);

	assert_true(add_lapp(st, p, 1, "before") > 0);
	store_request_begin(st, SYSTEM, false);
	assert_int_equal(RUN(st, NULL, NULL, lapp_ny, .tall = v_int(2)), OUTCOME_OK);
	sqlite3_progress_handler(st->db, 1, stop_now, NULL);
	assert_int_equal(RUN(st, NULL, NULL, lapp_alle), OUTCOME_UNAVAILABLE);
	sqlite3_progress_handler(st->db, 0, NULL, NULL);
	assert_int_equal(RUN(st, NULL, NULL, lapp_ny, .tall = v_int(3)), OUTCOME_UNAVAILABLE);
	assert_int_equal(store_request_end(st, true), OUTCOME_UNAVAILABLE);
	assert_true(add_lapp(st, p, 4, "after") > 0);
	assert_true(store_commit(st));
	assert_int_equal(count_lapper(st, p), 2);
	store_close(st);
}

static void test_a_request_is_not_begun_in_the_middle(void **state)
{
	struct place *p = *state;
	struct store *st = place_open(p);
	sqlite3 *other;

	assert_int_equal(sqlite3_open(place_path(p, "samling.db"), &other), SQLITE_OK);
	assert_int_equal(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_busy_timeout(st->db, 0);
	store_request_begin(st, SYSTEM, false);
	assert_int_equal(RUN(st, NULL, NULL, lapp_ny, .tall = v_int(1)), OUTCOME_UNAVAILABLE);
	sqlite3_close(other);
	assert_int_equal(RUN(st, NULL, NULL, lapp_ny, .tall = v_int(2)), OUTCOME_UNAVAILABLE);
	assert_int_equal(store_request_end(st, true), OUTCOME_UNAVAILABLE);
	assert_true(store_commit(st));
	assert_true(add_lapp(st, p, 3, "free again") > 0);
	assert_true(store_commit(st));
	assert_int_equal(count_lapper(st, p), 1);
	store_close(st);
}

static void test_a_turn_not_committed_is_gone(void **state)
{
	struct place *p = *state;
	struct store *st = place_open(p);

	assert_true(add_lapp(st, p, 1, "kept") > 0);
	assert_true(store_commit(st));
	assert_true(add_lapp(st, p, 2, "lost") > 0);
	store_close(st);
	st = place_open(p);
	assert_int_equal(count_lapper(st, p), 1);
	store_close(st);
}

static void test_a_turn_is_one_sync_and_reading_none(void **state)
{
	struct place *p = *state;
	struct store *st = place_open(p);

	assert_true(add_lapp(st, p, 0, "first") > 0);
	assert_true(store_commit(st));
	krasj_plan((struct krasj_plan){ 0 });
	for (int i = 0; i < 20; i++)
		assert_true(add_lapp(st, p, i, "x") > 0);
	assert_int_equal(krasj_syncs(), 0);
	assert_true(store_commit(st));
	assert_int_equal(krasj_syncs(), 1);
	assert_int_equal(count_lapper(st, p), 21);
	assert_true(store_commit(st));
	assert_int_equal(krasj_syncs(), 1);
	store_close(st);
}

struct refusal {
	struct store *st;
	enum query query;
	uint32_t rights;
	bool read_only;
};

static void run_once(void *arg)
{
	static const struct value none[8];
	const struct refusal *r = arg;
	enum outcome out;

	store_request_begin(r->st, r->rights, r->read_only);
	out = store_run(r->st, NULL, r->query, none, NULL);
	_Exit(out == OUTCOME_OK || out == OUTCOME_CONFLICT ? 0 : 1);
}

static void test_every_query_is_held_against_every_right(void **state)
{
	struct place *p = *state;
	struct store *st = place_open(p);

	for (int q = 0; q < Q__MAX; q++)
		for (int right = 0; right < RIGHT__MAX; right++) {
			uint32_t any = RIGHT_BIT(right) | RIGHT_BIT(RIGHT_ALL);
			bool may = right == RIGHT_SYSTEM || (query_info[q].rights & any) != 0;

			assert_int_equal(signal_of(run_once, &(struct refusal){
				st, (enum query)q, RIGHT_BIT(right), false }), may ? 0 : SIGABRT);
		}
	store_close(st);
}

static void test_a_reading_request_runs_only_queries_that_read(void **state)
{
	struct place *p = *state;
	struct store *st = place_open(p);

	for (int q = 0; q < Q__MAX; q++)
		assert_int_equal(signal_of(run_once, &(struct refusal){
			st, (enum query)q, SYSTEM, true }), query_info[q].read_only ? 0 : SIGABRT);
	assert_true(query_info[Q_lapp_tell].read_only);
	assert_false(query_info[Q_lapp_ny].read_only);
	store_close(st);
}

static void run_outside(void *st)
{
	(void)!RUN(st, NULL, NULL, lapp_tell);
}

static void begin_twice(void *st)
{
	store_request_begin(st, SYSTEM, true);
	store_request_begin(st, SYSTEM, true);
}

static void commit_inside(void *st)
{
	store_request_begin(st, SYSTEM, true);
	store_commit(st);
}

static void end_only(void *st)
{
	(void)!store_request_end(st, true);
}

static void wrong_kind(void *st)
{
	store_request_begin(st, SYSTEM, false);
	(void)!RUN(st, NULL, NULL, lapp_ny, .tall = v_text("tre"));
}

static void test_bugs_of_ours_abort(void **state)
{
	static void (*const bugs[])(void *) = {
		run_outside, begin_twice, commit_inside, end_only, wrong_kind
	};
	struct store *st = place_open(*state);

	for (size_t i = 0; i < sizeof bugs / sizeof *bugs; i++)
		assert_int_equal(signal_of(bugs[i], st), SIGABRT);
	store_close(st);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define CASE(name) cmocka_unit_test_setup_teardown(test_##name, setup, teardown)
		CASE(every_kind_of_value_comes_back),
		CASE(an_argument_left_out_is_null),
		CASE(all_rows_come_in_order_and_outlive_the_next_query),
		CASE(changed_counts_what_the_last_write_touched),
		CASE(a_broken_rule_is_a_conflict_and_the_request_goes_on),
		CASE(a_request_not_kept_leaves_its_neighbours),
		CASE(a_request_that_failed_is_not_kept_and_its_neighbours_are),
		CASE(a_request_is_not_begun_in_the_middle),
		CASE(a_turn_not_committed_is_gone),
		CASE(a_turn_is_one_sync_and_reading_none),
		CASE(every_query_is_held_against_every_right),
		CASE(a_reading_request_runs_only_queries_that_read),
		CASE(bugs_of_ours_abort),
	};

	krasj_install();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
