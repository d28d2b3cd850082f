/* `samling sjekk` finds what is wrong, and the commands that an operator uses work. */
#include "site_help.h"

#include <fcntl.h>
#include <getopt.h>
#include <sqlite3.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/drift/drift.h"
#include "app/drift/sjekk.h"
#include "app/sider.h"

#define DAY_MS (INT64_C(24) * 3600 * 1000)

static int setup(void **state)
{
	struct site_test *t = site_open(all_pages);

	site_person(t, STAFF_PROGRAMLEDER, "kari@lillevik.example", NULL);
	site_sql(t, "INSERT INTO innstilling VALUES ('base', 'https://samling.example')");
	*state = t;
	return 0;
}

static int teardown(void **state)
{
	site_close(*state);
	return 0;
}

static char said[8192];

static enum found inspect(struct site_test *t, const char *base)
{
	FILE *to = fmemopen(said, sizeof said, "w");
	char worker[200];
	enum found found;

	snprintf(worker, sizeof worker, "%s/samling-jobb", t->dir);
	found = check_all(t->dir, base, worker, &t->p.world, to);
	fclose(to);
	return found;
}

/* The line of one check has this mark and this text. */
static void assert_line(const char *mark, const char *name, const char *text)
{
	for (const char *line = said; *line != '\0'; line += strcspn(line, "\n") + 1) {
		char one[600];

		snprintf(one, sizeof one, "%.*s", (int)strcspn(line, "\n"), line);
		if (strncmp(one, mark, strlen(mark)) == 0 && strstr(one, name) != NULL &&
		    strstr(one, text) != NULL)
			return;
	}
	fail_msg("no line «%s … %s … %s» in:\n%s", mark, name, text, said);
}

static void a_good_installation_has_nothing_wrong(void **state)
{
	assert_int_equal(inspect(*state, NULL), FOUND_NOTE);
	assert_null(strstr(said, "FEIL"));
	assert_line("i orden", "Databasen", "hel");
	assert_line("i orden", "Adressen", "https://samling.example");
	assert_line("merk", "Sikkerhetskopi", "ikke tatt noen");
}

static void what_others_may_read_is_wrong(void **state)
{
	struct site_test *t = *state;

	assert_int_equal(chmod(t->dir, 0755), 0);
	assert_int_equal(inspect(t, NULL), FOUND_WRONG);
	assert_line("FEIL", "Datamappen", "chmod 700");
	assert_int_equal(chmod(t->dir, 0700), 0);
	assert_int_equal(chmod(site_path(t, "%s/samling.db", t->dir), 0644), 0);
	assert_int_equal(inspect(t, NULL), FOUND_WRONG);
	assert_line("FEIL", "Filene", "samling.db");
}

static void a_folder_that_is_not_there_is_wrong(void **state)
{
	struct site_test *t = *state;
	struct site_test other = { .p = t->p, .dir = "/tmp/samling-finnes-ikke" };

	assert_int_equal(inspect(&other, NULL), FOUND_WRONG);
	assert_line("FEIL", "Datamappen", "finnes-ikke");
	assert_line("FEIL", "Databaseskjemaet", "Fant ikke");
}

static void a_damaged_key_is_wrong(void **state)
{
	struct site_test *t = *state;

	assert_int_equal(truncate(site_path(t, "%s/noekkel", t->dir), 7), 0);
	assert_int_equal(inspect(t, NULL), FOUND_WRONG);
	assert_line("FEIL", "Nøkkelen", "skadet");
}

static void nobody_to_let_people_in_is_wrong(void **state)
{
	struct site_test *t = *state;

	site_sql(t, "UPDATE person SET sperret = 1");
	assert_int_equal(inspect(t, NULL), FOUND_WRONG);
	assert_line("FEIL", "Programledere", "oppsettslenken");
}

static void a_secret_without_an_open_round_is_wrong(void **state)
{
	struct site_test *t = *state;
	int fd = open(site_path(t, "%s/hemmelig/4711", t->dir), O_WRONLY | O_CREAT, 0600);

	assert_true(fd >= 0);
	close(fd);
	assert_int_equal(inspect(t, NULL), FOUND_WRONG);
	assert_line("FEIL", "Rundenøkler", "runder: 1.");
}

static void a_clock_that_is_off_is_wrong(void **state)
{
	struct site_test *t = *state;
	int64_t now = t->clock.wall_ms;

	t->clock.wall_ms = INT64_C(1500000000000);
	assert_int_equal(inspect(t, NULL), FOUND_WRONG);
	assert_line("FEIL", "Klokka", "2017");
	t->clock.wall_ms = now;
	site_sql(t, "INSERT INTO protokoll (naar, hvem, hva) VALUES (%lld, 'x', 'y')",
	         (long long)(now + 1));
	assert_int_equal(inspect(t, NULL), FOUND_WRONG);
	assert_line("FEIL", "Klokka", "Protokollen");
}

static void plain_http_and_an_old_backup_are_notes(void **state)
{
	struct site_test *t = *state;

	site_sql(t, "INSERT INTO innstilling VALUES ('sikkerhetskopi', '%lld')",
	         (long long)(t->clock.wall_ms - 3 * DAY_MS));
	assert_int_equal(inspect(t, "http://samling.example"), FOUND_NOTE);
	assert_line("merk", "Adressen", "uten kryptering");
	assert_line("merk", "Sikkerhetskopi", "3 dager");
}

static void a_newer_schema_is_wrong(void **state)
{
	struct site_test *t = *state;

	site_sql(t, "INSERT INTO migrering (nummer, navn, sha256, tid) VALUES (9999, 'x', 'x', "
	         "0)");
	assert_int_equal(inspect(t, NULL), FOUND_WRONG);
	assert_line("FEIL", "Databaseskjemaet", "");
	assert_line("merk", "Databasen", "ikke sjekket");
}

static void loose_ends_in_the_database_are_wrong(void **state)
{
	struct site_test *t = *state;
	sqlite3 *db;

	assert_int_equal(sqlite3_open(site_path(t, "%s/samling.db", t->dir), &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "INSERT INTO dag VALUES (99, 1, '2027-01-15', 510)",
	                              NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	assert_int_equal(inspect(t, NULL), FOUND_WRONG);
	assert_line("FEIL", "Databasen", "foreign key");
}

/* A samling-jobb in the data folder that ends so. */
static void put_worker(struct site_test *t, const char *script, mode_t mode)
{
	const char *path = site_path(t, "%s/samling-jobb", t->dir);
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	fputs(script, f);
	assert_int_equal(fclose(f), 0);
	assert_int_equal(chmod(path, mode), 0);
}

static void the_program_for_slow_work_is_tried(void **state)
{
	static const struct { const char *script, *mark, *text; mode_t mode; } cases[] = {
		{ "#!/bin/sh\nexit 2\n", "i orden", "kan kjøres", 0700 },
		{ "#!/bin/sh\nexit 127\n", "FEIL", "kan ikke kjøres", 0700 },
		{ "#!/bin/sh\nkill -9 $$\n", "FEIL", "kan ikke kjøres", 0700 },
		{ "#!/finnes/ikke\n", "FEIL", "kan ikke kjøres", 0700 },
		{ "#!/bin/sh\nexit 2\n", "FEIL", "kan ikke kjøres", 0600 },
	};
	struct site_test *t = *state;

	inspect(t, NULL);
	assert_line("merk", "samling-jobb", "finnes ikke");
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		put_worker(t, cases[i].script, cases[i].mode);
		inspect(t, NULL);
		assert_line(cases[i].mark, "samling-jobb", cases[i].text);
	}
}

/* Runs a command as the shell would, and returns what it printed. */
static const char *command(int want, ...)
{
	char *argv[12];
	int argc = 0, saved = dup(STDOUT_FILENO), fd, status;
	char path[] = "/tmp/samling-sjekk-XXXXXX";
	va_list ap;
	ssize_t n;

	va_start(ap, want);
	while ((argv[argc] = va_arg(ap, char *)) != NULL)
		argc++;
	va_end(ap);
	fd = mkstemp(path);
	unlink(path);
	fflush(stdout);
	dup2(fd, STDOUT_FILENO);
	optind = 0;
	status = drift_run(argc, argv, all_pages);
	fflush(stdout);
	dup2(saved, STDOUT_FILENO);
	close(saved);
	n = pread(fd, said, sizeof said - 1, 0);
	said[n > 0 ? n : 0] = '\0';
	close(fd);
	assert_int_equal(status, want);
	return said;
}

static void a_backup_is_whole_and_noted(void **state)
{
	struct site_test *t = *state;
	const char *copy = site_path(t, "%s/kopi.db", t->dir);
	sqlite3 *db;

	command(0, "samling", "sikkerhetskopi", "--data", t->dir, copy, NULL);
	assert_int_equal(sqlite3_open_v2(copy, &db, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "SELECT epost FROM person", NULL, NULL, NULL),
	                 SQLITE_OK);
	sqlite3_close(db);
	assert_int_equal(site_sql(t, "SELECT count(*) FROM innstilling WHERE navn = "
	                          "'sikkerhetskopi'"), 1);
	command(1, "samling", "sikkerhetskopi", "--data", t->dir, "/finnes/ikke.db", NULL);
	command(2, "samling", "sikkerhetskopi", "--data", t->dir, NULL);
}

static void the_operator_can_hand_out_a_login_link(void **state)
{
	struct site_test *t = *state;
	const char *out = command(0, "samling", "lenke", "--data", t->dir, "--epost",
	                          "Kari@lillevik.example", NULL);
	struct browser b = { .t = t };
	const char *path = strstr(out, "https://samling.example/logg-inn/");

	assert_non_null(path);
	path += strlen("https://samling.example");
	path = site_path(t, "%.*s", (int)strcspn(path, "\n"), path);
	assert_int_equal(site_sql(t, "SELECT count(*) FROM lenke WHERE slag = %d",
	                          (int)LINK_LOGIN), 1);
	site_sql(t, "UPDATE lenke SET utloeper = %lld", (long long)(t->clock.wall_ms + 1));
	assert_int_equal(site_post(&b, path, NULL).status, 303);
	command(1, "samling", "lenke", "--data", t->dir, "--epost", "ukjent@l.example", NULL);
	command(2, "samling", "lenke", "--data", t->dir, NULL);
}

static void municipalities_are_counted_and_a_bad_file_refused(void **state)
{
	struct site_test *t = *state;
	const char *path = site_path(t, "%s/feil.csv", t->dir);
	FILE *f = fopen(path, "w");

	fputs("nr,navn\n", f);
	fclose(f);
	assert_non_null(strstr(command(0, "samling", "kommuner", "--data", t->dir, NULL),
	                       "357 kommuner"));
	command(1, "samling", "kommuner", "--data", t->dir, "--importer", path, NULL);
	command(1, "samling", "kommuner", "--data", t->dir, "--importer", "/finnes/ikke", NULL);
	assert_int_equal(site_sql(t, "SELECT count(*) FROM kommune WHERE til IS NULL"), 357);
}

#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_good_installation_has_nothing_wrong),
		T(what_others_may_read_is_wrong),
		T(a_folder_that_is_not_there_is_wrong),
		T(a_damaged_key_is_wrong),
		T(nobody_to_let_people_in_is_wrong),
		T(a_secret_without_an_open_round_is_wrong),
		T(a_clock_that_is_off_is_wrong),
		T(plain_http_and_an_old_backup_are_notes),
		T(a_newer_schema_is_wrong),
		T(loose_ends_in_the_database_are_wrong),
		T(the_program_for_slow_work_is_tried),
		T(a_backup_is_whole_and_noted),
		T(the_operator_can_hand_out_a_login_link),
		T(municipalities_are_counted_and_a_bad_file_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
