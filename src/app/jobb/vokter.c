/* vokter.c - keeps samling-jobb running while the server runs.
 *
 * A small process between the two: it waits for samling-jobb to end and starts it again,
 * sooner or later by how long it lived.  The kernel ends it with the server, however that
 * dies, and samling-jobb with it.  So the server's loop knows nothing of children.
 */
#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "app/jobb/jobb.h"
#include "lib/log.h"

#define STEADY 60       /* seconds it lives before the next start may be at once */
#define LONGEST 60      /* seconds between two starts                            */

static volatile sig_atomic_t stopped;

static void stop(int sig)
{
	(void)sig;
	stopped = 1;
}

/* In the child: nothing of the server's stays open, and it dies with its parent. */
static void alone(pid_t parent)
{
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	if (getppid() != parent)
		_exit(0);
	close_range(3, ~0u, 0);
}

static pid_t start(const char *program, const char *dir)
{
	pid_t parent = getpid(), pid = fork();

	if (pid != 0)
		return pid;
	alone(parent);
	signal(SIGTERM, SIG_DFL);
	signal(SIGINT, SIG_DFL);
	execl(program, "samling-jobb", "--data", dir, (char *)NULL);
	log_warn("samling-jobb could not be started: %s", strerror(errno));
	_exit(127);
}

/* Waits for it; a signal to us is passed on, and then we wait for its end. */
static void wait_for(pid_t pid)
{
	while (waitpid(pid, NULL, 0) < 0 && errno == EINTR)
		if (stopped)
			kill(pid, SIGTERM);
}

__attribute__((noreturn)) static void keep(const char *program, const char *dir)
{
	struct sigaction act = { .sa_handler = stop };  /* no SA_RESTART: waits end */
	unsigned pause = 1;

	sigaction(SIGTERM, &act, NULL);
	signal(SIGINT, SIG_IGN);        /* Ctrl-C in a terminal: the server tells us */
	while (!stopped) {
		time_t begun = time(NULL);
		pid_t pid = start(program, dir);

		if (pid > 0)
			wait_for(pid);
		if (time(NULL) - begun >= STEADY)
			pause = 1;
		for (unsigned left = pause; left > 0 && !stopped;)
			left = sleep(left);
		pause = pause * 2 < LONGEST ? pause * 2 : LONGEST;
	}
	_exit(0);
}

bool job_program(char *path, size_t room)
{
	static const char name[] = "/samling-jobb";
	ssize_t n = readlink("/proc/self/exe", path, room - sizeof name);

	if (n <= 0)
		return false;
	path[n] = '\0';
	memcpy(strrchr(path, '/'), name, sizeof name);
	return true;
}

pid_t job_keeper_start(const char *dir)
{
	char program[PATH_MAX];
	pid_t parent = getpid(), pid;

	if (!job_program(program, sizeof program))
		return -1;
	if (access(program, X_OK) != 0) {
		log_warn("%s is not there: no PDF and no other files are made", program);
		return -1;
	}
	pid = fork();
	if (pid == 0) {
		alone(parent);
		keep(program, dir);
	}
	if (pid < 0)
		log_warn("samling-jobb was not started: %s", strerror(errno));
	return pid;
}

void job_keeper_stop(pid_t pid)
{
	if (pid <= 0)
		return;
	kill(pid, SIGTERM);
	while (waitpid(pid, NULL, 0) < 0 && errno == EINTR)
		;
}
