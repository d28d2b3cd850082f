#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "krasjvfs.h"
#include "lib/log.h"
#include "store_help.h"

#define ROWS 100

/* The first is that of test/gen/store; the others come later in the life of the file. */
static struct migration steps[3] = {
	{ 0 },
	{ 2, "0002-farge",
	  "CREATE TABLE farge (lapp INTEGER NOT NULL REFERENCES lapp (id), navn TEXT) STRICT;"
	  "INSERT INTO farge SELECT id, 'gul' FROM lapp;"
	  "CREATE INDEX farge_navn ON farge (navn, lapp);" },
	{ 3, "0003-bygg-om",
	  "CREATE TABLE ny (id INTEGER PRIMARY KEY, tall INTEGER, tekst TEXT NOT NULL,"
	  " bilde BLOB) STRICT;"
	  "INSERT INTO ny SELECT id, tall, coalesce(tekst, ''), bilde FROM lapp;"
	  "DROP TABLE lapp; ALTER TABLE ny RENAME TO lapp;" },
};

static int setup(void **state)
{
	steps[0] = migrations[0];
	*state = place_new();
	return 0;
}

static int teardown(void **state)
{
	place_free(*state);
	return 0;
}

static enum outcome open_at(struct place *p, const struct migration *m, size_t n,
                            struct store **st, const char **error)
{
	*st = NULL;
	*error = NULL;
	return store_open_with(p->dir, (struct store_options){ .create = true }, &p->world,
	                       m, n, p->mem, st, error);
}

static struct store *must_open(struct place *p, size_t n)
{
	const char *error;
	struct store *st;

	if (open_at(p, steps, n, &st, &error) != OUTCOME_OK)
		fail_msg("%s", error);
	return st;
}

static void fill(struct place *p, size_t n)
{
	struct store *st = must_open(p, n);

	for (int i = 0; i < ROWS; i++)
		assert_true(add_lapp(st, p, i, "en lapp") > 0);
	assert_true(store_commit(st));
	store_close(st);
}

static int64_t number(struct store *st, const char *sql)
{
	sqlite3_stmt *stmt;
	int64_t n;

	assert_int_equal(sqlite3_prepare_v2(st->db, sql, -1, &stmt, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
	n = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	return n;
}

/* The file is at this step, whole: what each step made is there or is not. */
static void check_at(struct store *st, struct place *p, int64_t step)
{
	assert_int_equal(number(st, "SELECT max(nummer) FROM migrering"), step);
	assert_int_equal(number(st, "SELECT count(*) FROM migrering"), step);
	assert_int_equal(number(st, "SELECT count(*) FROM sqlite_schema WHERE name = 'farge'"),
	                 step >= 2);
	assert_int_equal(number(st, "SELECT count(*) FROM pragma_table_info('lapp')"
	                        " WHERE name = 'tekst' AND \"notnull\""), step >= 3);
	assert_int_equal(number(st, "SELECT count(*) FROM lapp"), ROWS);
	if (step >= 2)
		assert_int_equal(number(st, "SELECT count(*) FROM farge"), ROWS);
	assert_null(store_check(st, p->mem));
}

static const char *copy_of(struct place *p, const char *number)
{
	return arena_printf(p->mem, "%s/sikring/foer-%s-2026-11-03.db", p->dir, number);
}

static void check_copy(struct place *p, const char *path, int64_t step)
{
	struct store copy = { 0 };

	assert_int_equal(sqlite3_open(path, &copy.db), SQLITE_OK);
	check_at(&copy, p, step);
	sqlite3_close(copy.db);
}

static void test_a_new_file_gets_every_step_and_no_copy(void **state)
{
	struct place *p = *state;

	fill(p, 3);
	store_close(must_open(p, 3));
	assert_int_equal(access(place_path(p, "sikring"), F_OK), -1);
}

static void test_an_older_file_is_copied_first(void **state)
{
	struct place *p = *state;
	struct store *st;

	fill(p, 1);
	st = must_open(p, 3);
	check_at(st, p, 3);
	assert_int_equal(number(st, "SELECT min(tid) FROM migrering"), p->clock.wall_ms);
	store_close(st);
	check_copy(p, copy_of(p, "0002"), 1);
	assert_int_equal(access(copy_of(p, "0003"), F_OK), -1);
}

static void leave_log(void *place)
{
	struct place *p = place;
	const char *error;
	struct store *st;

	if (open_at(p, steps, 3, &st, &error) != OUTCOME_OK || add_lapp(st, p, 1, "x") < 0 ||
	    !store_commit(st))
		_exit(1);
	kill(getpid(), SIGKILL);
}

static void expect_refused(struct place *p, const struct migration *m, size_t n, const char *says)
{
	const char *db = place_path(p, "samling.db"), *log = place_path(p, "samling.db-wal");
	struct bytes db_was = read_bytes(p, db), log_was = read_bytes(p, log);
	struct bytes db_is, log_is;
	const char *error;
	struct store *st;

	assert_int_equal(open_at(p, m, n, &st, &error), OUTCOME_INVALID);
	assert_null(st);
	assert_non_null(strstr(error, says));
	assert_non_null(strstr(error, "Ingenting er endret."));
	db_is = read_bytes(p, db);
	log_is = read_bytes(p, log);
	assert_int_equal(db_is.n, db_was.n);
	assert_memory_equal(db_is.p, db_was.p, db_was.n);
	assert_int_equal(log_is.n, log_was.n);
	if (log_was.n > 0)
		assert_memory_equal(log_is.p, log_was.p, log_was.n);
}

static void test_a_newer_file_is_refused_and_not_touched(void **state)
{
	struct place *p = *state;

	store_close(must_open(p, 3));
	expect_refused(p, steps, 2, "nyere utgave");
	assert_int_equal(signal_of(leave_log, p), SIGKILL);
	assert_true(read_bytes(p, place_path(p, "samling.db-wal")).n > 0);
	expect_refused(p, steps, 2, "nyere utgave");
	store_close(must_open(p, 3));
}

static void test_a_step_that_was_changed_afterwards_is_refused(void **state)
{
	struct migration other[3];
	struct place *p = *state;

	store_close(must_open(p, 2));
	memcpy(other, steps, sizeof other);
	other[1].sql = "CREATE TABLE farge (lapp INTEGER) STRICT;";
	expect_refused(p, other, 2, "Trinn 0002");
	expect_refused(p, other, 3, "Trinn 0002");
}

static void test_a_file_of_others_is_refused(void **state)
{
	struct place *p = *state;
	const char *path = place_path(p, "samling.db");
	sqlite3 *db;
	FILE *f = fopen(path, "wb");

	assert_non_null(f);
	for (int i = 0; i < 1000; i++)
		fputs("this is a letter ", f);
	fclose(f);
	expect_refused(p, steps, 3, "ikke en Samling-database");
	assert_int_equal(unlink(path), 0);
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "CREATE TABLE t (a)", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	expect_refused(p, steps, 3, "ikke en Samling-database");
}

static void test_a_step_that_fails_leaves_the_file_before_it(void **state)
{
	static const char *const bad[] = {
		"CREATE TABLE x (a); INSERT INTO mangler VALUES (1);",
		"CREATE TABLE x (a); DELETE FROM lapp;",        /* farge points at them */
	};
	struct migration other[3];
	struct place *p = *state;

	fill(p, 1);
	memcpy(other, steps, sizeof other);
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct store *st;
		const char *error;

		other[2].sql = bad[i];
		assert_int_equal(open_at(p, other, 3, &st, &error), OUTCOME_UNAVAILABLE);
		assert_non_null(strstr(error, "trinn 0003"));
		st = must_open(p, 2);
		check_at(st, p, 2);
		store_close(st);
	}
	store_close(must_open(p, 3));
}

static void test_a_command_does_not_migrate_under_a_server(void **state)
{
	struct place *p = *state;
	struct store *server, *st = NULL;
	const char *error = NULL;

	fill(p, 1);
	server = must_open(p, 1);
	assert_int_equal(store_open_with(p->dir, (struct store_options){ .share = true },
	                                 &p->world, steps, 3, p->mem, &st, &error),
	                 OUTCOME_CONFLICT);
	assert_non_null(strstr(error, "Stopp serveren"));
	check_at(server, p, 1);
	store_close(server);
	assert_int_equal(store_open_with(p->dir, (struct store_options){ .share = true },
	                                 &p->world, steps, 3, p->mem, &st, &error), OUTCOME_OK);
	check_at(st, p, 3);
	store_close(st);
}

static void test_commands_that_start_together_migrate_once(void **state)
{
	const struct store_options command = { .create = true, .share = true };
	struct place *p = *state;

	for (int n = 0; n < 10; n++) {
		pid_t child[4];
		int status;

		for (int i = 0; i < 4; i++) {
			struct store *st;
			const char *error;
			enum outcome out;

			child[i] = fork();
			if (child[i] != 0)
				continue;
			out = store_open_with(p->dir, command, &p->world, steps, 3, p->mem,
			                      &st, &error);
			if (out != OUTCOME_OK) {
				fprintf(stderr, "%s\n", error);
				_exit(1);
			}
			store_close(st);
			_exit(0);
		}
		for (int i = 0; i < 4; i++) {
			assert_int_equal(waitpid(child[i], &status, 0), child[i]);
			assert_int_equal(status, 0);
		}
		store_close(must_open(p, 3));
		place_free(p);
		*state = p = place_new();
	}
}

static void migrate_and_close(void *place)
{
	struct place *p = place;
	const char *error;
	struct store *st;

	if (open_at(p, steps, 3, &st, &error) != OUTCOME_OK)
		_exit(1);
	store_close(st);
}

struct interruption {
	struct place *p;
	struct krasj_plan plan;
};

static void interrupted(void *arg)
{
	struct interruption *in = arg;

	krasj_plan(in->plan);
	migrate_and_close(in->p);
}

/* Killed at each operation in turn, until it comes through. */
static void test_a_killed_migration_is_finished_by_the_next_start(void **state)
{
	int killed = 0, signal;

	(void)state;
	do {
		struct place *p = place_new();
		struct interruption in = { p, { .kill_at = 1 + killed * 5 } };
		struct store *st;

		fill(p, 1);
		signal = signal_of(interrupted, &in);
		killed += signal == SIGKILL;
		if (signal == SIGKILL) {        /* what stands in the file now is whole */
			struct store raw = { 0 };

			assert_int_equal(sqlite3_open(place_path(p, "samling.db"), &raw.db),
			                 SQLITE_OK);
			check_at(&raw, p, number(&raw, "SELECT max(nummer) FROM migrering"));
			sqlite3_close(raw.db);
		}
		st = must_open(p, 3);
		check_at(st, p, 3);
		store_close(st);
		check_copy(p, copy_of(p, "0002"), 1);
		place_free(p);
	} while (signal == SIGKILL);
	assert_int_equal(signal, 0);
	assert_true(killed > 5);
}

/* The same when the power goes, which may lose or tear what was not synced. */
static void test_a_migration_survives_power_cuts(void **state)
{
	long operations = 0;

	(void)state;
	for (long at = 1; at == 1 || at <= operations; at += 2) {
		struct place *p = place_new(), *found = place_new();
		const char *error;
		struct store *st;

		fill(p, 1);
		krasj_plan((struct krasj_plan){ .power_at = at == 1 ? 1000000 : at,
		                                .power_dir = found->dir, .seed = (uint64_t)at });
		if (open_at(p, steps, 3, &st, &error) == OUTCOME_OK)
			store_close(st);
		if (at == 1)
			operations = krasj_operations();
		krasj_plan((struct krasj_plan){ 0 });
		if (at > 1) {
			st = must_open(found, 3);
			check_at(st, found, 3);
			store_close(st);
		}
		place_free(found);
		place_free(p);
	}
	assert_in_range(operations, 30, 1000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define CASE(name) cmocka_unit_test_setup_teardown(test_##name, setup, teardown)
		CASE(a_new_file_gets_every_step_and_no_copy),
		CASE(an_older_file_is_copied_first),
		CASE(a_newer_file_is_refused_and_not_touched),
		CASE(a_step_that_was_changed_afterwards_is_refused),
		CASE(a_file_of_others_is_refused),
		CASE(a_step_that_fails_leaves_the_file_before_it),
		CASE(a_command_does_not_migrate_under_a_server),
		CASE(commands_that_start_together_migrate_once),
		CASE(a_killed_migration_is_finished_by_the_next_start),
		CASE(a_migration_survives_power_cuts),
	};

	log_quiet();
	krasj_install();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
