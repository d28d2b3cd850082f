/* tall.c - figures: what was seen, and what the server's process used. */
#include "last.h"

#include <err.h>
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

void hist_add(struct hist *h, uint64_t ns)
{
	if (h->n == h->room) {
		h->room = h->room > 0 ? 2 * h->room : 1024;
		h->ns = realloc(h->ns, h->room * sizeof *h->ns);
		if (h->ns == NULL)
			err(2, "memory");
	}
	h->ns[h->n++] = ns;
}

static int order(const void *a, const void *b)
{
	const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

double hist_ms(struct hist *h, double share)
{
	size_t at;

	if (h->n == 0)
		return -1;
	qsort(h->ns, h->n, sizeof *h->ns, order);
	at = (size_t)(share * (double)h->n);
	return (double)h->ns[at < h->n ? at : h->n - 1] / 1e6;
}

void figure(const char *name, double value)
{
	printf("%s %.3f\n", name, value);
}

void hist_print(struct hist *h, const char *name)
{
	static const struct { const char *what; double share; } row[] = {
		{ "p50", 0.5 }, { "p99", 0.99 }, { "max", 1 },
	};

	for (size_t i = 0; i < sizeof row / sizeof row[0]; i++)
		printf("%s_%s %.3f\n", name, row[i].what, hist_ms(h, row[i].share));
}

/* User and system time of the process, in nanoseconds as the kernel keeps it. */
struct usage usage_of(pid_t pid)
{
	char path[64], text[256];
	struct usage u = { 0 };
	struct timespec t;
	clockid_t clock;
	FILE *f;
	long kb;

	if (clock_getcpuclockid(pid, &clock) != 0 || clock_gettime(clock, &t) != 0)
		errx(2, "the server is gone");
	u.cpu_s = (double)t.tv_sec + (double)t.tv_nsec / 1e9;
	snprintf(path, sizeof path, "/proc/%d/status", (int)pid);
	f = fopen(path, "r");
	while (f != NULL && fgets(text, sizeof text, f) != NULL)
		if (sscanf(text, "VmRSS: %ld", &kb) == 1)
			u.rss_kb = (double)kb;
	if (f != NULL)
		fclose(f);
	return u;
}

void pin(int cpu)
{
	cpu_set_t set;

	if (cpu < 0)
		return;
	CPU_ZERO(&set);
	CPU_SET(cpu, &set);
	if (sched_setaffinity(0, sizeof set, &set) != 0)
		warn("not pinned to core %d", cpu);
}

/* One request over a connection of its own, blocking.  True: it was answered with 200. */
static bool first_page(const struct site *s)
{
	char text[256];
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	int n = snprintf(text, sizeof text, "GET / HTTP/1.1\r\nHost: %s\r\n\r\n", s->host);
	bool ok = connect(fd, (const struct sockaddr *)&s->address, sizeof s->address) == 0 &&
	          send(fd, text, (size_t)n, MSG_NOSIGNAL) == n &&
	          recv(fd, text, 12, MSG_WAITALL) == 12 && memcmp(text, "HTTP/1.1 200", 12) == 0;

	close(fd);
	return ok;
}

/* Starts a server and waits for its first page.  It lives on after us. */
pid_t server_start(struct load *l, int cpu, char **command, double *ms)
{
	const uint64_t from = now_ns();
	const pid_t pid = fork();

	if (pid < 0)
		err(2, "fork");
	if (pid == 0) {
		const int out = open("/dev/null", O_WRONLY);

		pin(cpu);
		dup2(out, 1);
		execv(command[0], command);
		err(2, "%s", command[0]);
	}
	while (!first_page(&l->site)) {
		if (waitpid(pid, NULL, WNOHANG) == pid)
			errx(2, "%s ended by itself", command[0]);
		if (now_ns() - from > 20ull * SECOND)
			errx(2, "%s does not answer", command[0]);
		usleep(300);
	}
	*ms = (double)(now_ns() - from) / 1e6;
	return pid;
}
