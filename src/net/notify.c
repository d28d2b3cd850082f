/* notify.c - what a service manager hands over and is told. */
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <fcntl.h>

#include "net/conn.h"

#define FIRST_INHERITED 3

/* The service manager hands over descriptors from 3 on, to the process it names:
 * a child that inherited the words did not inherit the sockets. */
int notify_inherited(void)
{
	const char *pid = getenv("LISTEN_PID"), *count = getenv("LISTEN_FDS");
	int listens = 0;
	socklen_t n = sizeof listens;
	bool ours = pid != NULL && count != NULL &&
		strtol(pid, NULL, 10) == (long)getpid() && strtol(count, NULL, 10) > 0;

	unsetenv("LISTEN_PID");
	unsetenv("LISTEN_FDS");
	unsetenv("LISTEN_FDNAMES");
	if (!ours)
		return -1;
	if (getsockopt(FIRST_INHERITED, SOL_SOCKET, SO_ACCEPTCONN, &listens, &n) != 0 || !listens)
		return -1;
	if (fcntl(FIRST_INHERITED, F_SETFD, FD_CLOEXEC) != 0 ||
	    fcntl(FIRST_INHERITED, F_SETFL, O_NONBLOCK) != 0)
		return -1;
	return FIRST_INHERITED;
}

void net_notify(const char *state)
{
	const char *where = getenv("NOTIFY_SOCKET");
	struct sockaddr_un to = { .sun_family = AF_UNIX };
	size_t n;
	int fd;

	if (where == NULL || (where[0] != '/' && where[0] != '@'))
		return;
	n = strlen(where);
	if (n < 2 || n >= sizeof to.sun_path)
		return;
	memcpy(to.sun_path, where, n);
	if (where[0] == '@')
		to.sun_path[0] = '\0';
	fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
	if (fd < 0)
		return;
	sendto(fd, state, strlen(state), MSG_NOSIGNAL, (struct sockaddr *)&to,
	       (socklen_t)(offsetof(struct sockaddr_un, sun_path) + n));
	close(fd);
}
