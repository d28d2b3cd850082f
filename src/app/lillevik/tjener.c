#include "app/lillevik/tjener.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "app/drift/program.h"
#include "lib/arena.h"
#include "net/client.h"

#define START_TRIES 500
#define PAUSE_NS 20000000L      /* 10 s in all */

static bool answers(const char *address)
{
	const char *error;
	struct client *c = client_new(address, &error);
	struct client_reply r = { 0 };

	if (c == NULL)
		return false;
	r = client_get(client_line(c), &(struct client_ask){ .path = "/" });
	client_free(c);
	return r.status == 200;
}

static pid_t start(const char *dir, const struct world *world,
                   const struct page *const *tables)
{
	const struct program_options o = { .dir = dir, .listen = "127.0.0.1:0",
	                                   .create = true, .world = world };
	pid_t child;

	fflush(NULL);
	child = fork();
	if (child == 0)
		_exit(program_serve(&o, true, tables));
	return child;
}

bool server_find(struct server *s, struct arena *mem, const char *dir,
                 const struct world *world, const struct page *const *tables)
{
	*s = (struct server){ .address = program_address(mem, dir) };
	if (s->address != NULL && answers(s->address))
		return true;
	s->child = start(dir, world, tables);
	for (int i = 0; s->child > 0 && i < START_TRIES; i++) {
		nanosleep(&(struct timespec){ 0, PAUSE_NS }, NULL);
		if (waitpid(s->child, NULL, WNOHANG) != 0) {
			s->child = 0;
			break;
		}
		s->address = program_address(mem, dir);
		if (s->address != NULL && answers(s->address))
			return true;
	}
	server_leave(s);
	fprintf(stderr, "Serveren for %s startet ikke.\n", dir);
	return false;
}

void server_leave(struct server *s)
{
	if (s->child <= 0)
		return;
	kill(s->child, SIGTERM);
	while (waitpid(s->child, NULL, 0) < 0 && errno == EINTR)
		;
	s->child = 0;
}
