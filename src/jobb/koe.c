#include "jobb/koe.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "app/jobb/jobb.h"
#include "lib/arena.h"
#include "lib/log.h"
#include "lib/tid.h"
#include "lib/world.h"
#include "store/right.h"

#define LOOK_MS 400             /* between two looks at the table                     */
#define WAIT_MS 20              /* between two looks at whether a worker is done      */
#define ATTEMPTS 2
#define CPU_SECONDS 120
#define WALL_SECONDS 300
#define BYTES_MOST ((rlim_t)1 << 30)
#define MEMORY ((size_t)16 << 20)

struct queue {
	const char *dir;
	struct world world;
	struct store *store;
	struct arena *mem;              /* let go after each look */
	bool failed;
};

static volatile sig_atomic_t stopped;

static void stop(int sig)
{
	(void)sig;
	stopped = 1;
}

static char *in_folder(struct queue *q, const char *name)
{
	return arena_printf(q->mem, "%s/" JOB_FOLDER "/%s", q->dir, name);
}

static bool there(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0;
}

/* Adds a byte to the file's count of attempts, or takes it away again. */
static off_t count_attempt(const char *path, int step)
{
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	off_t n = -1;

	if (fd < 0)
		return -1;
	n = lseek(fd, 0, SEEK_END) + step;
	if (n < 0 || ftruncate(fd, n) != 0)
		n = -1;
	close(fd);
	return n;
}

static void limit(void)
{
	const struct rlimit cpu = { CPU_SECONDS, CPU_SECONDS }, core = { 0, 0 },
	                    bytes = { BYTES_MOST, BYTES_MOST };

	setrlimit(RLIMIT_CPU, &cpu);
	setrlimit(RLIMIT_CORE, &core);
	setrlimit(RLIMIT_FSIZE, &bytes);
	alarm(WALL_SECONDS);
}

__attribute__((noreturn)) static void become(pid_t parent, const char *const *argv, const char *out)
{
	int fd = out != NULL ? open(out, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600) : -1;

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != parent)
		_exit(1);
	if (fd >= 0)
		dup2(fd, STDOUT_FILENO);
	close_range(3, ~0u, 0);
	limit();
	execv("/proc/self/exe", (char *const *)argv);       /* it changes none of them */
	_exit(127);
}

static void pause_ms(long ms)
{
	struct timespec t = { ms / 1000, ms % 1000 * 1000000 };

	nanosleep(&t, NULL);
}

/* Exit status, or -1: killed, by a signal of ours or another.  It looks now and then, for a
 * signal that came just before a wait would be missed. */
static int run(const char *const *argv, const char *out)
{
	pid_t parent = getpid(), pid = fork();
	int status = -1;

	if (pid == 0)
		become(parent, argv, out);
	if (pid < 0)
		return -1;
	while (waitpid(pid, &status, WNOHANG) == 0) {
		if (stopped)
			kill(pid, SIGKILL);
		pause_ms(WAIT_MS);
	}
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void folder_on_disk(struct queue *q)
{
	int fd = open(in_folder(q, "."), O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0 || fsync(fd) != 0)
		log_warn("%s/" JOB_FOLDER ": %s", q->dir, strerror(errno));
	if (fd >= 0)
		close(fd);
}

static void touch(const char *path)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);

	if (fd >= 0)
		close(fd);
}

struct order { const struct job *job; int64_t samling; const char *file; };

/* One attempt.  Why it cannot be done, when the worker knows it, comes by rename too. */
static void attempt(struct queue *q, const struct order *o, const char *done,
                    const char *failed)
{
	const char *half = job_path(q->mem, q->dir, o->file, "halv");
	const char *tries = job_path(q->mem, q->dir, o->file, "forsoek");
	const char *said = job_path(q->mem, q->dir, o->file, "sagt");
	const char *argv[] = { "samling-jobb", "--data", q->dir, WORKER_FLAG, o->job->name,
	                       "--samling", arena_printf(q->mem, "%lld", (long long)o->samling),
	                       "--til", half, NULL };
	off_t n = count_attempt(tries, 1);
	int status = n < 0 ? -1 : run(argv, said);

	if (stopped && status != 0) {
		count_attempt(tries, -1);       /* it was our end, not its fault */
		return;
	}
	if (status == 0 && rename(half, done) == 0) {
		folder_on_disk(q);
		unlink(tries);
	} else if (status == WORKER_INVALID) {
		rename(said, failed);
	} else if (n >= ATTEMPTS || n < 0) {
		log_warn("job %s of samling %lld failed %d times", o->job->name,
		         (long long)o->samling, ATTEMPTS);
		touch(failed);
	}
	unlink(said);
	unlink(half);
}

/* What the folder holds of orders that are gone. */
static bool wanted(const struct rows *rows, const char *name)
{
	size_t len = strcspn(name, ".");

	if (len == 0 || strcmp(name, "laas") == 0 || strcmp(name, "daglig") == 0)
		return true;
	for (size_t i = 0; i < rows->n; i++) {
		const char *file = row_text(&rows->row[i], jobber__fil);

		if (strlen(file) == len && memcmp(file, name, len) == 0)
			return true;
	}
	return false;
}

static void sweep(struct queue *q, const struct rows *rows)
{
	DIR *folder = opendir(in_folder(q, "."));
	struct dirent *e;

	if (folder == NULL)
		return;
	while ((e = readdir(folder)) != NULL)
		if (!wanted(rows, e->d_name))
			unlinkat(dirfd(folder), e->d_name, 0);
	closedir(folder);
}

static enum outcome look(struct queue *q, struct rows *rows)
{
	enum outcome went, kept;

	store_request_begin(q->store, RIGHT_BIT(RIGHT_SYSTEM), true);
	went = RUN(q->store, q->mem, rows, jobber,
	           .fra = v_int(world_wall_ms(&q->world) - JOB_KEPT));
	kept = store_request_end(q->store, false);
	return went != OUTCOME_OK ? went : kept;
}

/* The first order that is neither done nor given up: one attempt.  False: none. */
static bool work_on(struct queue *q, const struct rows *rows)
{
	for (size_t i = 0; i < rows->n; i++) {
		const struct row *row = &rows->row[i];
		struct order o = { job_find(row_text(row, jobber__slag)),
		                   row_int(row, jobber__samling), row_text(row, jobber__fil) };
		const char *done, *failed;

		if (o.job == NULL)
			continue;
		done = job_path(q->mem, q->dir, o.file, o.job->ending);
		failed = job_path(q->mem, q->dir, o.file, "feil");
		if (there(done) || there(failed))
			continue;
		attempt(q, &o, done, failed);
		q->failed |= there(failed);
		return true;
	}
	return false;
}

/* The first look of a day does what is done once a day. */
static void daily(struct queue *q)
{
	char *today = tid_today(q->mem, world_wall_ms(&q->world));
	const char *mark = in_folder(q, "daglig"), *half = in_folder(q, ".daglig");
	const char *argv[] = { "samling-jobb", "--data", q->dir, DAILY_FLAG, NULL };
	char was[16] = "";
	FILE *f = fopen(mark, "re");

	if (f != NULL) {
		if (fgets(was, sizeof was, f) == NULL)
			was[0] = '\0';
		fclose(f);
	}
	if (strcmp(was, today) == 0)
		return;
	run(argv, NULL);
	f = fopen(half, "we");
	if (f == NULL)
		return;
	fputs(today, f);
	if (fclose(f) == 0)
		rename(half, mark);
}

/* Until the server has made the folder and the file. */
static bool open_store(struct queue *q, bool once)
{
	const char *error = "";
	enum outcome went;

	do {
		went = store_open(q->dir, (struct store_options){ .share = true }, &q->world,
		                  q->mem, &q->store, &error);
		if (went != OUTCOME_NOT_FOUND || once)
			break;
		pause_ms(1000);
	} while (!stopped);
	if (went != OUTCOME_OK)
		fprintf(stderr, "%s\n", error);
	return went == OUTCOME_OK;
}

/* Held until this process is gone. */
static bool alone(struct queue *q)
{
	int fd;

	if (mkdir(in_folder(q, ""), 0700) != 0 && errno != EEXIST) {
		fprintf(stderr, "Kunne ikke lage %s/" JOB_FOLDER ": %s.\n", q->dir,
		        strerror(errno));
		return false;
	}
	fd = open(in_folder(q, "laas"), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0)
		return true;
	fprintf(stderr, "En annen samling-jobb arbeider allerede i %s.\n", q->dir);
	if (fd >= 0)
		close(fd);
	return false;
}

static void loop(struct queue *q, bool once)
{
	struct rows rows;
	bool busy;

	do {
		busy = false;
		daily(q);
		if (look(q, &rows) == OUTCOME_OK) {
			sweep(q, &rows);
			busy = work_on(q, &rows);
		}
		arena_reset(q->mem);
		if (!busy && !once)
			pause_ms(LOOK_MS);
	} while (!stopped && (busy || !once));
}

int queue_run(const char *dir, bool once)
{
	struct queue q = { .dir = dir, .world = world_real(), .mem = arena_new(MEMORY) };
	struct sigaction act = { .sa_handler = stop };  /* no SA_RESTART: sleeps end */
	bool well;

	sigaction(SIGTERM, &act, NULL);
	sigaction(SIGINT, &act, NULL);
	if (nice(10) < 0)
		log_info("jobs run at ordinary priority");
	well = open_store(&q, once) && alone(&q);
	if (well)
		loop(&q, once);
	store_close(q.store);
	arena_free(q.mem);
	return well && !q.failed ? 0 : 1;
}
