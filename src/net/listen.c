/* listen.c - the socket that listens: opened, accepted from, paused; and its own address. */
#include <errno.h>
#include <netdb.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>

#include "lib/log.h"
#include "net/conn.h"

#define ACCEPT_MAX 64              /* new connections a turn                     */
#define ACCEPT_PAUSE_MS 500
#define SPARE_DESCRIPTORS 64       /* for the database, files and what opens them */
#define CONN_CEILING 200000

/* Also lifts our own limit as far as we may. */
int listen_conn_max(void)
{
	struct rlimit r;
	rlim_t n;

	if (getrlimit(RLIMIT_NOFILE, &r) != 0)
		return 1024 - SPARE_DESCRIPTORS;
	r.rlim_cur = r.rlim_max;
	setrlimit(RLIMIT_NOFILE, &r);
	getrlimit(RLIMIT_NOFILE, &r);
	n = r.rlim_cur;
	if (n > CONN_CEILING)
		return CONN_CEILING;
	return n > 2 * SPARE_DESCRIPTORS ? (int)n - SPARE_DESCRIPTORS : (int)n / 2;
}

/* "ADDR:PORT", "[ADDR6]:PORT" or ":PORT" in its two parts. */
static bool split(const char *where, char *host, size_t n_host, const char **port)
{
	const char *colon = strrchr(where, ':');
	size_t n;

	if (colon == NULL || colon[1] == '\0')
		return false;
	n = (size_t)(colon - where);
	if (n >= 2 && where[0] == '[' && where[n - 1] == ']') {
		where++;
		n -= 2;
	} else if (memchr(where, ':', n) != NULL) {
		return false;
	}
	if (n >= n_host)
		return false;
	memcpy(host, where, n);
	host[n] = '\0';
	*port = colon + 1;
	return true;
}

static int open_at(const struct addrinfo *a)
{
	const int yes = 1;
	int saved, fd = socket(a->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);

	if (fd < 0)
		return -1;
	setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
	if (bind(fd, a->ai_addr, a->ai_addrlen) == 0 && listen(fd, SOMAXCONN) == 0)
		return fd;
	saved = errno;
	close(fd);
	errno = saved;
	return -1;
}

int listen_open(const char *where, const char **error)
{
	static char text[256];
	const struct addrinfo hints = { .ai_socktype = SOCK_STREAM, .ai_flags = AI_PASSIVE };
	struct addrinfo *found = NULL;
	const char *port;
	char host[128];
	int fd, code;

	*error = text;
	if (!split(where, host, sizeof host, &port)) {
		snprintf(text, sizeof text, "«%.100s» er ikke ADRESSE:PORT. Skriv for eksempel "
		         "127.0.0.1:8080.", where);
		return -1;
	}
	code = getaddrinfo(host[0] != '\0' ? host : NULL, port, &hints, &found);
	if (code != 0) {
		snprintf(text, sizeof text, "Kan ikke lytte på %.100s: %s. Sjekk adressen.", where,
		         gai_strerror(code));
		return -1;
	}
	fd = open_at(found);
	if (fd < 0)
		snprintf(text, sizeof text, "Kan ikke lytte på %.100s: %s. Er porten opptatt, "
		         "velg en annen.", where, strerror(errno));
	freeaddrinfo(found);
	return fd;
}

/* A machine that listens everywhere is reached at its own address on the hall's net. */
static bool own_address(char *to, size_t n)
{
	struct ifaddrs *all, *i;
	bool found = false;

	if (getifaddrs(&all) != 0)
		return false;
	for (i = all; i != NULL && !found; i = i->ifa_next)
		if (i->ifa_addr != NULL && i->ifa_addr->sa_family == AF_INET &&
		    (i->ifa_flags & IFF_UP) && !(i->ifa_flags & IFF_LOOPBACK))
			found = inet_ntop(AF_INET, &((struct sockaddr_in *)i->ifa_addr)->sin_addr,
			                  to, (socklen_t)n) != NULL;
	freeifaddrs(all);
	return found;
}

bool net_host(const char *listen, char *to, size_t n)
{
	const char *port;

	if (!split(listen, to, n, &port))
		return false;
	if (to[0] == '\0' || strcmp(to, "0.0.0.0") == 0 || strcmp(to, "::") == 0)
		return own_address(to, n) || snprintf(to, n, "127.0.0.1") > 0;
	if (strchr(to, ':') != NULL) {          /* an IPv6 address stands in brackets */
		char bare[128];

		snprintf(bare, sizeof bare, "%s", to);
		snprintf(to, n, "[%s]", bare);
	}
	return true;
}

static void peer_text(const struct sockaddr_storage *from, char *to, size_t n)
{
	const char *mapped = "::ffff:";

	to[0] = '\0';
	if (from->ss_family == AF_INET)
		inet_ntop(AF_INET, &((const struct sockaddr_in *)from)->sin_addr, to, (socklen_t)n);
	else if (from->ss_family == AF_INET6)
		inet_ntop(AF_INET6, &((const struct sockaddr_in6 *)from)->sin6_addr, to,
		          (socklen_t)n);
	if (strncmp(to, mapped, strlen(mapped)) == 0 && strchr(to, '.') != NULL)
		memmove(to, to + strlen(mapped), strlen(to + strlen(mapped)) + 1);
}

void listen_pause(struct net *net, bool accepting)
{
	struct epoll_event ev = { .events = accepting ? EPOLLIN : 0,
	                          .data.ptr = &net->listener };

	if (net->accepting == accepting || net->listener < 0)
		return;
	epoll_ctl(net->epoll, EPOLL_CTL_MOD, net->listener, &ev);
	net->accepting = accepting;
	net->accept_at = net->now + ACCEPT_PAUSE_MS;
}

static bool full(const struct net *net)
{
	return net->stats.conns >= (size_t)net->limits.conn_max;
}

/* The connection that has been idle for longest makes room. */
static bool make_room(struct net *net)
{
	struct link *idle = &net->due[DUE_IDLE];

	if (link_empty(idle))
		return false;
	conn_close(LINK_OF(idle->next, struct conn, due));
	return true;
}

/* A listener that cannot be served must rest, else epoll would tell of it again
 * at once and for ever. */
void listen_accept(struct net *net)
{
	const int yes = 1;

	for (int i = 0; i < ACCEPT_MAX; i++) {
		struct sockaddr_storage from = { 0 };
		socklen_t n = sizeof from;
		char peer[INET6_ADDRSTRLEN];
		int fd;

		if (full(net) && i > 0)
			return;    /* is there another one? the next turn tells */
		if (full(net) && !make_room(net)) {
			listen_pause(net, false);
			return;
		}
		fd = accept4(net->listener, (struct sockaddr *)&from, &n,
		             SOCK_NONBLOCK | SOCK_CLOEXEC);
		if (fd < 0) {
			if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS ||
			    errno == ENOMEM) {
				log_warn("cannot take more connections: %s", strerror(errno));
				listen_pause(net, false);
			}
			return;
		}
		setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
		peer_text(&from, peer, sizeof peer);
		conn_new(net, fd, peer);
	}
}
