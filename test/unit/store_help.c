#include "store_help.h"

#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

struct place *place_new(void)
{
	struct place *p = calloc(1, sizeof *p);

	assert_non_null(p);
	snprintf(p->dir, sizeof p->dir, "/tmp/samling-test-XXXXXX");
	assert_non_null(mkdtemp(p->dir));
	p->mem = arena_new(256 << 20);
	p->clock.wall_ms = INT64_C(1793703600000);
	p->world = world_fake(&p->clock);
	return p;
}

static int remove_one(const char *path, const struct stat *st, int flag, struct FTW *ftw)
{
	(void)st, (void)flag, (void)ftw;
	return remove(path);
}

void place_free(struct place *p)
{
	nftw(p->dir, remove_one, 8, FTW_DEPTH | FTW_PHYS);
	arena_free(p->mem);
	free(p);
}

const char *place_path(struct place *p, const char *name)
{
	return arena_printf(p->mem, "%s/%s", p->dir, name);
}

struct store *place_open(struct place *p)
{
	struct store *st = NULL;
	const char *error = "";
	enum outcome out = store_open(p->dir, (struct store_options){ .create = true },
	                              &p->world, p->mem, &st, &error);

	if (out != OUTCOME_OK)
		fail_msg("%s", error);
	return st;
}

int64_t add_lapp(struct store *st, struct place *p, int64_t tall, const char *tekst)
{
	struct rows rows;
	enum outcome out;

	store_request_begin(st, SYSTEM, false);
	out = RUN(st, p->mem, &rows, lapp_ny, .tall = v_int(tall), .tekst = v_text(tekst));
	if (store_request_end(st, out == OUTCOME_OK) != OUTCOME_OK || out != OUTCOME_OK)
		return -1;
	return row_int(&rows.row[0], lapp_ny__id);
}

int64_t count_lapper(struct store *st, struct place *p)
{
	struct rows rows;

	store_request_begin(st, SYSTEM, true);
	assert_int_equal(RUN(st, p->mem, &rows, lapp_tell), OUTCOME_OK);
	assert_int_equal(store_request_end(st, true), OUTCOME_OK);
	return row_int(&rows.row[0], lapp_tell__antall);
}

struct bytes read_bytes(struct place *p, const char *path)
{
	struct bytes b = { 0 };
	struct stat st;
	FILE *in = fopen(path, "rb");

	if (in == NULL)
		return b;
	assert_int_equal(fstat(fileno(in), &st), 0);
	b.n = (size_t)st.st_size;
	b.p = arena_get(p->mem, b.n);
	assert_int_equal(fread(b.p, 1, b.n, in), b.n);
	fclose(in);
	return b;
}

int signal_of(void (*fn)(void *), void *arg)
{
	int status, quiet;
	pid_t child = fork();

	assert_true(child >= 0);
	if (child == 0) {
		quiet = open("/dev/null", O_WRONLY);
		dup2(quiet, STDERR_FILENO);
		fn(arg);
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	if (WIFSIGNALED(status))
		return WTERMSIG(status);
	assert_int_equal(WEXITSTATUS(status), 0);
	return 0;
}
