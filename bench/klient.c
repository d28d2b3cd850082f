/* klient.c - the phones' connections. */
#include "last.h"

#include <arpa/inet.h>
#include <err.h>
#include <errno.h>
#include <jansson.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define READ_MAX (256 * 1024)
#define REPLY_MAX (256 * 1024)
#define SOURCES 8                  /* addresses: some 28 000 ports each          */
#define OPENING_MAX 256
#define STREAMS_AT_ONCE 32
#define MARK "data-seq=\""

static char scratch[READ_MAX + 64];

uint64_t now_ns(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * SECOND + (uint64_t)t.tv_nsec;
}

void load_init(struct load *l)
{
	struct epoll_event nested = { .events = EPOLLIN };
	struct rlimit r;

	getrlimit(RLIMIT_NOFILE, &r);
	r.rlim_cur = r.rlim_max;
	setrlimit(RLIMIT_NOFILE, &r);
	*l = (struct load){ .epoll = epoll_create1(EPOLL_CLOEXEC),
	                    .streams = epoll_create1(EPOLL_CLOEXEC) };
	if (l->epoll < 0 || l->streams < 0 ||
	    epoll_ctl(l->epoll, EPOLL_CTL_ADD, l->streams, &nested) != 0)
		err(2, "epoll");
}

static const char *text_of(const json_t *j, const char *name)
{
	const char *s = json_string_value(json_object_get(j, name));

	if (s == NULL)
		errx(2, "\"%s\" is missing in the description of the site", name);
	return strdup(s);
}

/* "http://host:port/path" to its path. */
static const char *path_of(const char *url)
{
	const char *p = strstr(url, "://");

	p = p != NULL ? strchr(p + 3, '/') : url;
	return p != NULL ? p : "/";
}

static const char *header_lines(const json_t *list)
{
	static char all[2048];
	size_t i, n = 0;
	json_t *line;

	json_array_foreach(list, i, line)
		n += (size_t)snprintf(all + n, sizeof all - n, "%s\r\n", json_string_value(line));
	return n < sizeof all ? all : "";
}

static void read_cookies(struct site *s, const char *file)
{
	FILE *f = fopen(file, "r");
	char line[512];

	if (f == NULL)
		err(2, "%s", file);
	while (fgets(line, sizeof line, f) != NULL) {
		line[strcspn(line, "\r\n")] = '\0';
		s->cookie = realloc(s->cookie, (s->n_cookie + 1) * sizeof *s->cookie);
		s->cookie[s->n_cookie++] = strdup(line);
	}
	fclose(f);
}

void load_site(struct load *l, const char *json, const char *cookies, const char *address)
{
	struct site *s = &l->site;
	json_t *j = json_load_file(json, 0, NULL);
	char ip[64];
	char *colon;

	if (j == NULL)
		errx(2, "%s is not JSON", json);
	snprintf(s->host, sizeof s->host, "%s", address);
	snprintf(ip, sizeof ip, "%s", address);
	colon = strchr(ip, ':');
	if (colon == NULL)
		errx(2, "%s is not ADDRESS:PORT", address);
	*colon = '\0';
	s->address = (struct sockaddr_in){ .sin_family = AF_INET };
	s->address.sin_port = htons((uint16_t)strtoul(colon + 1, NULL, 10));
	if (inet_pton(AF_INET, ip, &s->address.sin_addr) != 1 ||
	    ntohl(s->address.sin_addr.s_addr) >> 24 != 127)
		errx(2, "%s is not a loopback address", address);
	s->stream = path_of(text_of(j, "strom"));
	s->post = path_of(text_of(j, "svar"));
	s->body = text_of(j, "kropp");
	s->wall = path_of(text_of(j, "lerret"));
	s->headers = header_lines(json_object_get(j, "hoder"));
	read_cookies(s, cookies);
	json_decref(j);
}

struct peer *peers_new(size_t n, enum peer_kind kind, unsigned first_nr, const char *path)
{
	struct peer *p = calloc(n, sizeof *p);

	for (size_t i = 0; i < n; i++)
		p[i] = (struct peer){ .fd = -1, .kind = kind, .nr = first_nr + (unsigned)i,
		                      .path = path, .seen = -1 };
	return p;
}

static bool is_stream(const struct peer *p)
{
	return p->kind == PEER_STREAM || p->kind == PEER_SILENT;
}

static void watch(struct load *l, struct peer *p, int how, uint32_t events)
{
	struct epoll_event ev = { .events = events, .data.ptr = p };

	const int epoll = p->kind == PEER_ASKER ? l->epoll : l->streams;

	if (epoll_ctl(epoll, how, p->fd, &ev) != 0)
		err(2, "epoll");
}

bool peer_connect(struct load *l, struct peer *p)
{
	struct sockaddr_in from = { .sin_family = AF_INET };
	const int yes = 1, small = 4096;
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);

	if (fd < 0)
		return false;
	setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
	setsockopt(fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &yes, sizeof yes);
	if (p->kind == PEER_SILENT)
		setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
	from.sin_addr.s_addr = htonl(0x7f000002u + p->nr % SOURCES);
	if (bind(fd, (struct sockaddr *)&from, sizeof from) != 0 ||
	    (connect(fd, (struct sockaddr *)&l->site.address, sizeof l->site.address) != 0 &&
	     errno != EINPROGRESS)) {
		close(fd);
		return false;
	}
	p->fd = fd;
	p->state = PEER_CONNECTING;
	p->n_carry = 0;
	p->n_in = p->want = p->sent = 0;
	watch(l, p, EPOLL_CTL_ADD, EPOLLOUT);
	if (is_stream(p))
		l->opening++;
	return true;
}

/* Without a word to the hooks: it is the caller who closes. */
void peer_close(struct load *l, struct peer *p)
{
	if (p->state == PEER_CLOSED)
		return;
	if (is_stream(p)) {
		if (p->state == PEER_OPEN)
			l->open--;
		else
			l->opening--;
	}
	close(p->fd);
	p->fd = -1;
	p->state = PEER_CLOSED;
	p->seen = -1;
}

static void lost(struct load *l, struct peer *p)
{
	if (p->state == PEER_OPEN)
		l->dropped++;
	else
		l->failed++;
	peer_close(l, p);
	if (l->closed != NULL)
		l->closed(l, p);
}

static size_t head_of(const struct load *l, const struct peer *p, char *to, size_t room,
                      const char *line, const char *more)
{
	const struct site *s = &l->site;
	const char *cookie = s->n_cookie > 0 ? s->cookie[p->nr % s->n_cookie] : "";

	return (size_t)snprintf(to, room, "%s HTTP/1.1\r\nHost: %s\r\n%sCookie: %s\r\n%s\r\n",
	                        line, s->host, s->headers, cookie, more);
}

static void put(struct load *l, struct peer *p, const char *text, size_t n)
{
	if (send(p->fd, text, n, MSG_NOSIGNAL) != (ssize_t)n)
		lost(l, p);
}

static void ask_stream(struct load *l, struct peer *p)
{
	char line[512], text[4096];
	size_t n;

	snprintf(line, sizeof line, "GET %s", p->path);
	n = head_of(l, p, text, sizeof text, line, "Accept: text/event-stream\r\n");
	p->state = PEER_WAITING;
	put(l, p, text, p->kind == PEER_SLOW ? 20 : n);
}

void peer_get(struct load *l, struct peer *p, const char *path, uint64_t due)
{
	char line[512], text[4096];
	size_t n;

	snprintf(line, sizeof line, "GET %s", path);
	n = head_of(l, p, text, sizeof text, line, "Accept-Encoding: gzip\r\n");
	p->due = due;
	p->n_in = p->want = 0;
	p->state = PEER_WAITING;
	put(l, p, text, n);
}

void peer_post(struct load *l, struct peer *p, int64_t seq, uint64_t due)
{
	const char *mark = strstr(l->site.body, "{seq}");
	const int before = mark != NULL ? (int)(mark - l->site.body) : -1;
	char body[1024], line[256], more[128], text[4096];
	size_t n, m;

	if (mark != NULL)
		m = (size_t)snprintf(body, sizeof body, "%.*s%lld%s", before, l->site.body,
		                     (long long)seq, mark + 5);
	else
		m = (size_t)snprintf(body, sizeof body, "%s", l->site.body);
	snprintf(line, sizeof line, "POST %s", l->site.post);
	snprintf(more, sizeof more, "Content-Length: %zu\r\n", m);
	n = head_of(l, p, text, sizeof text, line, more);
	n += (size_t)snprintf(text + n, sizeof text - n, "%s", body);
	p->due = due;
	p->n_in = p->want = 0;
	p->state = PEER_WAITING;
	put(l, p, text, n);
}

/* Finds the numbers in what came, also when one was cut in two. */
static void scan(struct load *l, struct peer *p, char *text, size_t n, uint64_t now)
{
	char *at = text, *end = text + n, *mark;
	size_t keep;

	*end = '\0';
	while ((mark = memmem(at, (size_t)(end - at), MARK, sizeof MARK - 1)) != NULL) {
		char *digits = mark + sizeof MARK - 1, *after;
		int64_t seq = strtoll(digits, &after, 10);

		if (after == end) {
			at = mark;
			break;
		}
		if (l->seen != NULL)
			l->seen(l, p, seq, now);
		p->seen = seq;
		at = after;
	}
	keep = (size_t)(end - at);
	if (mark == NULL && keep > sizeof MARK - 1)
		keep = sizeof MARK - 1;
	if (keep > sizeof p->carry)
		keep = sizeof p->carry;
	memcpy(p->carry, end - keep, keep);
	p->n_carry = (unsigned char)keep;
}

static void read_stream(struct load *l, struct peer *p)
{
	ssize_t n;

	memcpy(scratch, p->carry, p->n_carry);
	n = recv(p->fd, scratch + p->n_carry, READ_MAX, 0);
	if (n < 0 && (errno == EAGAIN || errno == EINTR))
		return;
	if (n <= 0) {
		lost(l, p);
		return;
	}
	p->bytes += (uint64_t)n;
	if (p->state == PEER_WAITING) {
		if (strncmp(scratch, "HTTP/1.1 200", 12) != 0) {
			lost(l, p);
			return;
		}
		p->state = PEER_OPEN;
		l->opening--;
		l->open++;
	}
	if (p->kind == PEER_SILENT)
		watch(l, p, EPOLL_CTL_MOD, EPOLLRDHUP);
	else
		scan(l, p, scratch, p->n_carry + (size_t)n, now_ns());
}

/* Our server always sends a length, but with 304 and streams. */
static size_t reply_length(const char *text)
{
	const char *body = strstr(text, "\r\n\r\n"), *length;

	if (body == NULL)
		return 0;
	length = strcasestr(text, "\r\nContent-Length:");
	return (size_t)(body + 4 - text) +
	       (length != NULL && length < body ? strtoul(length + 17, NULL, 10) : 0);
}

static void read_reply(struct load *l, struct peer *p)
{
	ssize_t n;

	if (p->in == NULL)
		p->in = malloc(REPLY_MAX);
	n = recv(p->fd, p->in + p->n_in, REPLY_MAX - 1 - p->n_in, 0);
	if (n < 0 && (errno == EAGAIN || errno == EINTR))
		return;
	if (n <= 0) {
		lost(l, p);
		return;
	}
	p->n_in += (size_t)n;
	p->bytes += (uint64_t)n;
	p->in[p->n_in] = '\0';
	if (p->want == 0)
		p->want = reply_length(p->in);
	if (p->want == 0 || p->n_in < p->want)
		return;
	p->state = PEER_IDLE;
	if (l->reply != NULL)
		l->reply(l, p, (int)strtol(p->in + 9, NULL, 10), now_ns());
}

static void connected(struct load *l, struct peer *p)
{
	int error = 0;
	socklen_t n = sizeof error;

	getsockopt(p->fd, SOL_SOCKET, SO_ERROR, &error, &n);
	if (error != 0) {
		lost(l, p);
		return;
	}
	watch(l, p, EPOLL_CTL_MOD, EPOLLIN | EPOLLRDHUP);
	if (p->kind == PEER_ASKER)
		p->state = PEER_IDLE;
	else
		ask_stream(l, p);
	if (p->kind == PEER_ASKER && p->path != NULL)
		peer_get(l, p, p->path, p->due);
}

static void on_event(struct load *l, struct peer *p, uint32_t events)
{
	if (p->state == PEER_CLOSED)
		return;
	if (p->state == PEER_CONNECTING)
		connected(l, p);
	else if (p->kind == PEER_SILENT && p->state == PEER_OPEN)
		lost(l, p);
	else if (events & EPOLLIN && p->kind == PEER_ASKER)
		read_reply(l, p);
	else if (events & EPOLLIN)
		read_stream(l, p);
	else
		lost(l, p);
}

static void take_streams(struct load *l)
{
	struct epoll_event ev[STREAMS_AT_ONCE];
	const int n = epoll_wait(l->streams, ev, STREAMS_AT_ONCE, 0);

	for (int i = 0; i < n; i++)
		on_event(l, ev[i].data.ptr, ev[i].events);
}

void load_pump(struct load *l, uint64_t until)
{
	struct epoll_event ev[256];

	for (;;) {
		const uint64_t now = now_ns(), left = until > now ? until - now : 0;
		const struct timespec t = { (time_t)(left / SECOND), (long)(left % SECOND) };
		const int n = epoll_pwait2(l->epoll, ev, 256, &t, NULL);

		bool streams = false;

		for (int i = 0; i < n; i++)
			if (ev[i].data.ptr == NULL)
				streams = true;
			else
				on_event(l, ev[i].data.ptr, ev[i].events);
		if (streams)
			take_streams(l);
		if (left == 0)
			return;
	}
}

bool load_open(struct load *l, struct peer *p, size_t n)
{
	const uint64_t give_up = now_ns() + 60ull * SECOND;
	size_t next = 0;

	while ((next < n || l->opening > 0) && now_ns() < give_up) {
		while (next < n && l->opening < OPENING_MAX)
			if (!peer_connect(l, &p[next++]))
				l->failed++;
		load_pump(l, now_ns() + MS / 2);
	}
	return next == n && l->opening == 0 && l->failed == 0;
}

void load_close(struct load *l, struct peer *p, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		peer_close(l, &p[i]);
		free(p[i].in);
	}
	free(p);
}
