/* telefoner.c - a program of its own is the phones of a rehearsal.
 *
 * It comes in by the same door as people's phones.  The server starts it and knows no more
 * of it: the process between the two ends at once, so that nobody has to wait for it, and the
 * phones end by themselves when the rehearsal is gone or the server does not answer.
 */
#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/drift/program.h"
#include "app/klargjoering/proeve.h"
#include "lib/arena.h"
#include "lib/log.h"

__attribute__((noreturn)) static void become_phones(const char *address, const char *code,
                                                    const char *n)
{
	close_range(3, ~0u, 0);
	signal(SIGTERM, SIG_DFL);
	signal(SIGINT, SIG_DFL);
	setsid();
	execl("/proc/self/exe", "samling", "proevetelefoner", "--adresse", address, "--kode", code,
	      "--antall", n, (char *)NULL);
	_exit(127);
}

void phones_start(struct arena *mem, const char *dir, const char *code, int n)
{
	const char *address = program_address(mem, dir), *count = arena_printf(mem, "%d", n);
	char program[PATH_MAX];
	ssize_t len = readlink("/proc/self/exe", program, sizeof program - 1);
	pid_t pid;

	if (address == NULL || len <= 0)
		return;
	program[len] = '\0';            /* "/x/samling", or "/x/samling (deleted)" */
	if (strncmp(strrchr(program, '/'), "/samling", 8) != 0)
		return;                 /* a test: what it is does not know the command */
	pid = fork();
	if (pid == 0) {
		if (fork() == 0)
			become_phones(address, code, count);
		_exit(0);
	}
	if (pid < 0)
		log_warn("the phones of a rehearsal were not started: %s", strerror(errno));
	while (pid > 0 && waitpid(pid, NULL, 0) < 0 && errno == EINTR)
		;
}
