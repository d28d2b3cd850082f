/* The program samling-jobb itself, on a folder with orders in it. */
#include "rapport_scene.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/jobb/jobb.h"
#include "jobb/arbeid.h"

static const char *program;

static pid_t begin(struct scene *s, const char *option)
{
	pid_t pid = fork();

	if (pid != 0)
		return pid;
	execl(program, program, "--data", s->t->dir, option, (char *)NULL);
	_exit(127);
}

/* The exit status of `samling-jobb --en-gang`. */
static int once(struct scene *s)
{
	int status;
	pid_t pid = begin(s, "--en-gang");

	assert_int_equal(waitpid(pid, &status, 0), pid);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void order(struct scene *s, const char *kind)
{
	site_post(&s->leader, site_path(s->t, "/samling/%lld/rapport/lag", (long long)s->samling),
	          "slag", kind, NULL);
}

static const char *path(struct scene *s, const char *ending)
{
	return job_path(s->t->mem, s->t->dir, site_sql_text(s->t, "SELECT fil FROM jobb "
	                "ORDER BY id DESC LIMIT 1"), ending);
}

static bool is_there(const char *at)
{
	struct stat st;

	return stat(at, &st) == 0 && st.st_size > 0;
}

static void write_file(const char *at, const char *text)
{
	FILE *f = fopen(at, "w");

	assert_non_null(f);
	fputs(text, f);
	fclose(f);
}

static void every_job_has_somebody_to_do_it(void **state)
{
	(void)state;
	for (const struct job *j = job_table; j->name != NULL; j++) {
		const struct work *w = work_table;

		while (w->job != NULL && strcmp(w->job, j->name) != 0)
			w++;
		if (w->job == NULL)
			fail_msg("nobody does %s", j->name);
	}
}

static void what_is_ordered_is_done_and_nothing_else_lies_about(void **state)
{
	struct scene s = scene_open();

	(void)state;
	order(&s, "pdf");
	assert_int_equal(once(&s), 0);
	assert_true(is_there(path(&s, "pdf")));
	assert_false(is_there(path(&s, "forsoek")));
	assert_false(is_there(path(&s, "halv")));
	assert_int_equal(once(&s), 0);
	site_close(s.t);
}

static void files_of_orders_that_are_gone_are_removed(void **state)
{
	struct scene s = scene_open();
	const char *old;

	(void)state;
	order(&s, "pdf");
	assert_int_equal(once(&s), 0);
	old = path(&s, "pdf");
	order(&s, "pdf");
	assert_int_equal(once(&s), 0);
	assert_false(is_there(old));
	assert_true(is_there(path(&s, "pdf")));
	site_sql(s.t, "DELETE FROM samling WHERE id = %lld", (long long)s.samling);
	old = path(&s, "pdf");
	assert_int_equal(once(&s), 0);
	assert_false(is_there(old));
	site_close(s.t);
}

/* Killed once, it is done again; it has had its two tries, it is given up. */
static void a_job_is_tried_twice_and_then_marked_failed(void **state)
{
	struct scene s = scene_open();

	(void)state;
	assert_int_equal(once(&s), 0);
	order(&s, "pdf");
	write_file(path(&s, "forsoek"), "1");
	write_file(path(&s, "halv"), "half of it");
	assert_int_equal(once(&s), 0);
	assert_true(is_there(path(&s, "pdf")));

	order(&s, "pdf");
	site_sql(s.t, "UPDATE punkt SET slag = 'finnes-ikke'");
	site_sql(s.t, "UPDATE jobb SET slag = 'pdf', samling = samling");
	mkdir(path(&s, "halv"), 0700);          /* nothing can be written there */
	assert_int_equal(once(&s), 1);
	assert_int_equal(access(path(&s, "feil"), F_OK), 0);
	assert_false(is_there(path(&s, "pdf")));
	site_close(s.t);
}

static void only_one_works_in_a_folder(void **state)
{
	struct scene s = scene_open();
	pid_t first;
	int status;

	(void)state;
	first = begin(&s, NULL);
	while (access(site_path(s.t, "%s/" JOB_FOLDER "/daglig", s.t->dir), F_OK) != 0)
		usleep(10000);
	assert_int_equal(once(&s), 1);
	kill(first, SIGTERM);
	assert_int_equal(waitpid(first, &status, 0), first);
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
	site_close(s.t);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_job_has_somebody_to_do_it),
		cmocka_unit_test(what_is_ordered_is_done_and_nothing_else_lies_about),
		cmocka_unit_test(files_of_orders_that_are_gone_are_removed),
		cmocka_unit_test(a_job_is_tried_twice_and_then_marked_failed),
		cmocka_unit_test(only_one_works_in_a_folder),
	};

	if (argc != 2)
		return 2;
	program = argv[1];
	return cmocka_run_group_tests(tests, NULL, NULL);
}
