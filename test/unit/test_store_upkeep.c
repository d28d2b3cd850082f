#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/secret.h"
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

static void test_a_second_server_is_refused_at_once(void **state)
{
	struct place *p = *state;
	struct store *st = place_open(p), *other = NULL;
	const char *error = NULL;

	assert_int_equal(store_open(p->dir, (struct store_options){ .create = true }, &p->world,
	                            p->mem, &other, &error), OUTCOME_CONFLICT);
	assert_null(other);
	assert_non_null(strstr(error, "En annen server bruker allerede datamappen"));
	assert_int_equal(store_open(p->dir, (struct store_options){ .share = true }, &p->world,
	                            p->mem, &other, &error), OUTCOME_OK);
	assert_true(add_lapp(other, p, 1, "by a command") > 0);
	assert_true(store_commit(other));
	store_close(other);
	assert_int_equal(count_lapper(st, p), 1);
	store_close(st);
	store_close(place_open(p));
}

static void test_what_is_missing_is_said(void **state)
{
	struct place *p = *state;
	const struct {
		const char *dir;
		bool create;
		enum outcome out;
		const char *says;
	} cases[] = {
		{ place_path(p, "finnes-ikke"), false, OUTCOME_NOT_FOUND, "Fant ikke datamappen" },
		{ p->dir, false, OUTCOME_NOT_FOUND, "Fant ingen database" },
		{ "/proc/finnes-ikke", true, OUTCOME_UNAVAILABLE, "Kunne ikke lage datamappen" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct store *st = NULL;
		const char *error = NULL;

		assert_int_equal(store_open(cases[i].dir,
		                            (struct store_options){ .create = cases[i].create },
		                            &p->world, p->mem, &st, &error), cases[i].out);
		assert_null(st);
		assert_non_null(strstr(error, cases[i].says));
	}
}

static mode_t mode_of(const char *path)
{
	struct stat st;

	assert_int_equal(stat(path, &st), 0);
	return st.st_mode & 0777;
}

static void test_nobody_else_may_read_the_data(void **state)
{
	struct place *p = *state;
	const char *dir = place_path(p, "data"), *copy = place_path(p, "kopi.db");
	struct store *st = NULL;
	const char *error = NULL;
	mode_t was = umask(0);

	assert_int_equal(store_open(dir, (struct store_options){ .create = true }, &p->world,
	                            p->mem, &st, &error), OUTCOME_OK);
	assert_true(add_lapp(st, p, 1, "x") > 0);
	assert_true(store_commit(st));
	assert_int_equal(store_backup(st, copy), OUTCOME_OK);
	assert_int_equal(mode_of(dir), 0700);
	assert_int_equal(mode_of(copy), 0600);
	assert_int_equal(mode_of(place_path(p, "data/samling.db")), 0600);
	assert_int_equal(mode_of(place_path(p, "data/samling.db-wal")), 0600);
	assert_int_equal(mode_of(place_path(p, "data/samling.db-shm")), 0600);
	assert_int_equal(mode_of(place_path(p, "data/laas")), 0600);
	umask(was);
	store_close(st);
}

/* How often the mark stands in any file of the folder. */
static size_t times_in_files(struct place *p, const char *mark)
{
	DIR *d = opendir(p->dir);
	size_t times = 0, n = strlen(mark);

	assert_non_null(d);
	for (struct dirent *e = readdir(d); e != NULL; e = readdir(d)) {
		struct bytes b = { 0 };
		const unsigned char *at;

		if (e->d_type == DT_REG)
			b = read_bytes(p, place_path(p, e->d_name));
		for (at = b.p; at != NULL; at++) {
			at = memmem(at, b.n - (size_t)(at - b.p), mark, n);
			if (at == NULL)
				break;
			times++;
		}
	}
	closedir(d);
	return times;
}

static void test_deleted_text_is_nowhere_in_the_files(void **state)
{
	static const char mark[] = "HEMMELIG-MERKE";
	struct place *p = *state;
	struct store *st = place_open(p);

	for (int i = 0; i < 2000; i++) {
		char *text = arena_printf(p->mem, "%s %*d", mark, (int)(i * 7919 % 400), i);

		assert_true(add_lapp(st, p, i % 10, text) > 0);
		if (i % 50 == 0)
			assert_true(store_commit(st));
	}
	assert_true(store_commit(st));
	assert_true(times_in_files(p, mark) >= 2000);
	store_request_begin(st, SYSTEM, false);
	for (int i = 0; i < 9; i++)
		assert_int_equal(RUN(st, NULL, NULL, lapp_slett, .tall = v_int(i)), OUTCOME_OK);
	assert_int_equal(RUN(st, NULL, NULL, lapp_endre, .fra = v_int(0),
	                     .tekst = v_text("noe annet")), OUTCOME_OK);
	assert_int_equal(store_changed(st), 200);
	assert_int_equal(store_request_end(st, true), OUTCOME_OK);
	assert_true(store_commit(st));
	assert_int_equal(store_forget_log(st), OUTCOME_OK);
	assert_int_equal(read_bytes(p, place_path(p, "samling.db-wal")).n, 0);
	assert_int_equal(times_in_files(p, mark), 0);
	store_close(st);
}

static bool no_round_is_open(void *arg, int64_t round)
{
	(void)arg, (void)round;
	return false;
}

/* The program died when a close was on disk, before the log was emptied: the secret that
 * is still there tells, and the first commit of the next start does it. */
static void test_a_close_that_was_cut_off_is_finished(void **state)
{
	struct place *p = *state;
	struct store *st = place_open(p);

	assert_true(add_lapp(st, p, 1, "en") > 0);
	assert_true(store_commit(st));
	assert_int_equal(secret_make(st, 7), OUTCOME_OK);
	assert_true(read_bytes(p, place_path(p, "samling.db-wal")).n > 0);
	assert_int_equal(secret_sweep(st, no_round_is_open, NULL), OUTCOME_OK);
	assert_false(secret_exists(st, 7));
	assert_true(add_lapp(st, p, 2, "to") > 0);
	assert_true(store_commit(st));
	assert_int_equal(read_bytes(p, place_path(p, "samling.db-wal")).n, 0);
	store_close(st);
}

static void test_deleted_text_is_overwritten_at_once(void **state)
{
	static const char mark[] = "HEMMELIG-MERKE";
	struct place *p = *state;
	struct store *st = place_open(p);

	for (int i = 0; i < 40; i++)
		assert_true(add_lapp(st, p, 1, mark) > 0);
	assert_true(store_commit(st));
	store_request_begin(st, SYSTEM, false);
	assert_int_equal(RUN(st, NULL, NULL, lapp_slett, .tall = v_int(1)), OUTCOME_OK);
	assert_int_equal(store_request_end(st, true), OUTCOME_OK);
	assert_true(store_commit(st));
	store_close(st);        /* the log goes with it */
	assert_int_equal(times_in_files(p, mark), 0);
}

static void backup_in_turn(void *st)
{
	store_request_begin(st, SYSTEM, false);
	(void)!RUN(st, NULL, NULL, lapp_ny, .tall = v_int(1));
	(void)!store_request_end(st, true);
	(void)!store_backup(st, "/tmp/never-made.db");
}

static void forget_in_turn(void *st)
{
	store_request_begin(st, SYSTEM, false);
	(void)!RUN(st, NULL, NULL, lapp_ny, .tall = v_int(1));
	(void)!store_request_end(st, true);
	(void)!store_forget_log(st);
}

static void test_upkeep_inside_a_turn_is_a_bug(void **state)
{
	struct store *st = place_open(*state);

	assert_int_equal(signal_of(backup_in_turn, st), SIGABRT);
	assert_int_equal(signal_of(forget_in_turn, st), SIGABRT);
	store_close(st);
}

/* Two rows a turn, so that a torn copy would be odd. */
static void write_until(struct place *p, volatile long *committed, const volatile bool *stop)
{
	struct store *st = place_open(p);

	while (!*stop) {
		if (add_lapp(st, p, *committed, "x") < 0 || add_lapp(st, p, *committed, "y") < 0 ||
		    !store_commit(st))
			_exit(1);
		++*committed;
		arena_reset(p->mem);
	}
	store_close(st);
}

static void test_a_backup_during_writes_is_whole(void **state)
{
	struct place *p = *state;
	struct { volatile long committed; volatile bool stop; } *shared;
	struct store *st = NULL;
	const char *error = NULL;
	int status;
	pid_t child;

	store_close(place_open(p));
	shared = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	assert_true(shared != MAP_FAILED);
	child = fork();
	if (child == 0) {
		write_until(p, &shared->committed, &shared->stop);
		_exit(0);
	}
	assert_int_equal(store_open(p->dir, (struct store_options){ .share = true }, &p->world,
	                            p->mem, &st, &error), OUTCOME_OK);
	for (int i = 1; i <= 8; i++) {
		struct place *found = place_new();
		struct store *copy;
		long before;

		while (shared->committed < i * 20)
			if (waitpid(child, &status, WNOHANG) != 0)
				fail_msg("the writer is gone");
		before = shared->committed;
		assert_int_equal(store_backup(st, place_path(found, "samling.db")), OUTCOME_OK);
		copy = place_open(found);
		assert_null(store_check(copy, found->mem));
		assert_true(count_lapper(copy, found) >= 2 * before);
		assert_int_equal(count_lapper(copy, found) % 2, 0);
		store_close(copy);
		place_free(found);
	}
	shared->stop = true;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	store_close(st);
	munmap(shared, 4096);
}

static void test_a_backup_that_cannot_be_made_leaves_nothing(void **state)
{
	struct place *p = *state;
	struct store *st = place_open(p);
	const char *old = place_path(p, "kopi.db");

	assert_int_equal(store_backup(st, place_path(p, "mangler/kopi.db")), OUTCOME_UNAVAILABLE);
	assert_int_equal(store_backup(st, old), OUTCOME_OK);
	assert_true(add_lapp(st, p, 1, "x") > 0);
	assert_true(store_commit(st));
	assert_int_equal(store_backup(st, old), OUTCOME_OK);    /* replaces the old one */
	assert_int_equal(access(place_path(p, "kopi.db.halv"), F_OK), -1);
	store_close(st);
}

static void test_damage_is_found(void **state)
{
	struct place *p = *state;
	struct store *st = place_open(p);
	FILE *f;

	for (int i = 0; i < 500; i++)
		assert_true(add_lapp(st, p, i, "a text that fills some pages") > 0);
	assert_true(store_commit(st));
	assert_null(store_check(st, p->mem));
	store_close(st);
	f = fopen(place_path(p, "samling.db"), "r+b");
	assert_non_null(f);
	assert_int_equal(fseek(f, -4096, SEEK_END), 0);
	for (int i = 0; i < 64; i++)
		fputc(0xff, f);
	fclose(f);
	st = place_open(p);
	assert_non_null(store_check(st, p->mem));
	store_close(st);
}

static void test_a_row_that_points_nowhere_is_found(void **state)
{
	struct place *p = *state;
	struct store *st = place_open(p);

	assert_int_equal(sqlite3_exec(st->db, "PRAGMA foreign_keys = OFF;"
	                              "INSERT INTO eier VALUES ('kari', 99, 1);"
	                              "PRAGMA foreign_keys = ON", NULL, NULL, NULL), SQLITE_OK);
	assert_non_null(strstr(store_check(st, p->mem), "foreign key"));
	store_close(st);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define CASE(name) cmocka_unit_test_setup_teardown(test_##name, setup, teardown)
		CASE(a_second_server_is_refused_at_once),
		CASE(what_is_missing_is_said),
		CASE(nobody_else_may_read_the_data),
		CASE(deleted_text_is_nowhere_in_the_files),
		CASE(a_close_that_was_cut_off_is_finished),
		CASE(deleted_text_is_overwritten_at_once),
		CASE(upkeep_inside_a_turn_is_a_bug),
		CASE(a_backup_during_writes_is_whole),
		CASE(a_backup_that_cannot_be_made_leaves_nothing),
		CASE(damage_is_found),
		CASE(a_row_that_points_nowhere_is_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
