/* adresse.c - DIR/adresse: where the server that runs on a data folder can be reached from
 * the same machine.  There while it runs; one that crashed leaves it behind, so whoever
 * reads it must try. */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "app/drift/program.h"
#include "lib/arena.h"
#include "lib/log.h"
#include "net/server.h"

#define ADDRESS_MAX 100

static char *file(struct arena *mem, const char *dir, const char *ending)
{
	return arena_printf(mem, "%s/adresse%s", dir, ending);
}

/* A server for every address of the machine is reached on the loopback. */
static char *reachable(struct arena *mem, const char *listen, int port)
{
	const char *colon = strrchr(listen, ':');
	size_t n = (size_t)(colon - listen);

	if (n == 0 || (n == 7 && memcmp(listen, "0.0.0.0", n) == 0))
		return arena_printf(mem, "127.0.0.1:%d\n", port);
	if (n == 4 && memcmp(listen, "[::]", n) == 0)
		return arena_printf(mem, "[::1]:%d\n", port);
	return arena_printf(mem, "%.*s:%d\n", (int)n, listen, port);
}

/* Whole or not at all: somebody may be waiting for it.  Without it everything but the
 * commands that look for it works, so a failure is only said. */
void program_tell_address(struct program *p, const char *listen)
{
	const char *text = reachable(p->mem, listen, net_port(p->net));
	const char *half = file(p->mem, p->site.dir, ".halv");
	size_t n = strlen(text);
	int fd = open(half, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	bool ok = fd >= 0 && write(fd, text, n) == (ssize_t)n;

	if (fd >= 0)
		close(fd);
	if (!ok || rename(half, file(p->mem, p->site.dir, "")) != 0)
		log_warn("the address could not be written to the data folder");
}

void program_hide_address(struct program *p)
{
	unlink(file(p->mem, p->site.dir, ""));
}

char *program_address(struct arena *mem, const char *dir)
{
	char text[ADDRESS_MAX] = "";
	int fd = open(file(mem, dir, ""), O_RDONLY | O_CLOEXEC);
	ssize_t n = fd >= 0 ? read(fd, text, sizeof text - 1) : -1;

	if (fd >= 0)
		close(fd);
	return n > 0 ? arena_strndup(mem, text, strcspn(text, "\n")) : NULL;
}
