/* bar.c - the bare epoll server that the product is held against.
 *
 *	bar ADDRESS-OF-LOOPBACK:PORT FRAMEBYTES
 *
 * Does only what cannot be left out: a GET whose path ends in /strom becomes an event
 * stream, a POST is answered and its number sent to every stream at once, as a frame of
 * so many bytes.  A request is taken to come in one piece, and a stream to have room for
 * a frame: on loopback, with one change at a time, both hold, else it gives up.
 */
#include <arpa/inet.h>
#include <err.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#define DESCRIPTORS 200000

static int stream[DESCRIPTORS];    /* descriptors of streams, in no order  */
static int place[DESCRIPTORS];     /* where a descriptor stands, plus one  */
static int n_stream;
static char *frame;
static size_t n_frame;

static void make_frame(long number)
{
	const int n = snprintf(frame, n_frame, "id: %ld\nevent: bit\ndata: ", number);

	memset(frame + n, 'x', n_frame - (size_t)n);
	snprintf(frame + n_frame - 40, 41, "<i data-seq=\"%ld\"></i>%*s", number, 1, "");
	for (size_t i = n_frame - 40; i < n_frame; i++)
		if (frame[i] == '\0')
			frame[i] = ' ';
	memcpy(frame + n_frame - 2, "\n\n", 2);
}

static void put(int fd, const char *text, size_t n)
{
	const ssize_t sent = send(fd, text, n, MSG_NOSIGNAL);

	if (sent >= 0 && (size_t)sent != n)
		errx(1, "a stream had no room for a frame");
}

static void end(int fd)
{
	if (place[fd] > 0) {
		stream[place[fd] - 1] = stream[--n_stream];
		place[stream[n_stream]] = place[fd];
		place[fd] = 0;
	}
	close(fd);
}

static void begin_stream(int fd)
{
	static const char head[] = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";

	put(fd, head, sizeof head - 1);
	put(fd, frame, n_frame);
	stream[n_stream++] = fd;
	place[fd] = n_stream;
}

static void serve(int fd)
{
	static const char seen[] = "HTTP/1.1 303 See Other\r\nLocation: /\r\n"
	                           "Content-Length: 0\r\n\r\n";
	static const char page[] = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";
	static char text[65536];
	static long number;
	const ssize_t n = recv(fd, text, sizeof text - 1, 0);

	if (n <= 0) {
		end(fd);
		return;
	}
	text[n] = '\0';
	if (strncmp(text, "POST ", 5) == 0) {
		put(fd, seen, sizeof seen - 1);
		make_frame(++number);
		for (int i = 0; i < n_stream; i++)
			put(stream[i], frame, n_frame);
	} else if (strstr(text, "/strom HTTP/") != NULL) {
		begin_stream(fd);
	} else {
		put(fd, page, sizeof page - 1);
	}
}

static int listen_at(char *where)
{
	struct sockaddr_in a = { .sin_family = AF_INET };
	char *colon = strchr(where, ':');
	const int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), yes = 1;

	if (colon == NULL)
		errx(2, "%s is not ADDRESS:PORT", where);
	*colon = '\0';
	inet_pton(AF_INET, where, &a.sin_addr);
	a.sin_port = htons((uint16_t)strtoul(colon + 1, NULL, 10));
	setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
	if (bind(fd, (struct sockaddr *)&a, sizeof a) != 0 || listen(fd, SOMAXCONN) != 0)
		err(1, "listen");
	return fd;
}

int main(int argc, char **argv)
{
	struct epoll_event ev[256], own = { .events = EPOLLIN };
	const int ep = epoll_create1(0), yes = 1;
	struct rlimit r;
	int listener;

	if (argc != 3 || (n_frame = strtoul(argv[2], NULL, 10)) < 100)
		errx(2, "bar ADDRESS:PORT FRAMEBYTES (100 or more)");
	getrlimit(RLIMIT_NOFILE, &r);
	r.rlim_cur = r.rlim_max < DESCRIPTORS ? r.rlim_max : DESCRIPTORS;
	setrlimit(RLIMIT_NOFILE, &r);
	frame = malloc(n_frame + 1);
	make_frame(0);
	own.data.fd = listener = listen_at(argv[1]);
	epoll_ctl(ep, EPOLL_CTL_ADD, listener, &own);
	for (;;) {
		const int n = epoll_wait(ep, ev, 256, -1);

		for (int i = 0; i < n; i++) {
			if (ev[i].data.fd != listener) {
				serve(ev[i].data.fd);
				continue;
			}
			own.data.fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK);
			if (own.data.fd < 0)
				continue;
			setsockopt(own.data.fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
			epoll_ctl(ep, EPOLL_CTL_ADD, own.data.fd, &own);
		}
	}
}
