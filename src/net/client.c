#include "net/client.h"

#include <arpa/inet.h>
#include <errno.h>
#include <llhttp.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/log.h"

#define FIELDS_MAX 40
#define HEAD_MAX (256u << 10)
#define EVENTS 256

struct client {
	int epoll;
	struct sockaddr_storage to;
	socklen_t n_to;
	char host[64];
	llhttp_settings_t settings;
	struct client_line *line;
	size_t waiting;
	char scratch[65536];
};

struct client_line {
	struct client *client;
	struct client_line *next;
	int fd;
	uint32_t interest;
	llhttp_t parser;
	struct arena *mem;              /* of the head of the reply                     */
	struct buf out, body;
	size_t sent;
	struct client_header field[FIELDS_MAX];
	size_t n_field;
	struct buf name, value;
	bool in_value, busy, complete;
	client_done done;
	client_told told;               /* a stream                                     */
	void *arg;
	char event[24];
};

/* ---- the reply ---- */

static struct client_line *of(llhttp_t *p)
{
	return p->data;
}

static void field_end(struct client_line *l)
{
	if (!l->in_value)
		return;
	if (l->n_field < FIELDS_MAX) {
		struct client_header *f = &l->field[l->n_field++];
		char *name = arena_strndup(l->mem, l->name.p, l->name.n);

		for (char *p = name; *p != '\0'; p++)
			if (*p >= 'A' && *p <= 'Z')
				*p = (char)(*p + 32);
		f->name = name;
		f->value = arena_strndup(l->mem, l->value.n > 0 ? l->value.p : "", l->value.n);
	}
	l->name.n = l->value.n = 0;
	l->in_value = false;
}

static int on_name(llhttp_t *p, const char *at, size_t n)
{
	field_end(of(p));
	buf_add(&of(p)->name, at, n);
	return 0;
}

static int on_value(llhttp_t *p, const char *at, size_t n)
{
	of(p)->in_value = true;
	buf_add(&of(p)->value, at, n);
	return 0;
}

static int on_head(llhttp_t *p)
{
	field_end(of(p));
	return 0;
}

/* The name that the browser would give an event, and its data without "data: ". */
static void event_line(struct client_line *l, struct buf *data, const char *line, size_t n)
{
	if (n > 7 && memcmp(line, "event: ", 7) == 0)
		snprintf(l->event, sizeof l->event, "%.*s", (int)(n - 7), line + 7);
	else if (n >= 6 && memcmp(line, "data: ", 6) == 0) {
		buf_add(data, line + 6, n - 6);
		buf_putc(data, '\n');
	}
}

/* Hands over every whole event of what has come. */
static void events(struct client_line *l)
{
	char *end;

	while (l->told != NULL && l->body.n > 0 && (end = strstr(l->body.p, "\n\n")) != NULL) {
		size_t whole = (size_t)(end - l->body.p) + 2;
		struct buf data = { 0 };

		snprintf(l->event, sizeof l->event, "message");
		for (const char *p = l->body.p; p < end;) {
			const char *stop = memchr(p, '\n', (size_t)(end - p) + 1);

			event_line(l, &data, p, (size_t)(stop - p));
			p = stop + 1;
		}
		if (data.n > 0)
			l->told(l->arg, l->event, data.p, data.n - 1);
		buf_free(&data);
		buf_drop_front(&l->body, l->body.n < whole ? l->body.n : whole);
	}
}

static int on_body(llhttp_t *p, const char *at, size_t n)
{
	struct client_line *l = of(p);

	buf_add(&l->body, at, n);
	if (l->told != NULL && p->status_code == 200)
		events(l);
	return 0;
}

static int on_complete(llhttp_t *p)
{
	of(p)->complete = true;
	return HPE_PAUSED;
}

/* ---- a line ---- */

static void watch(struct client_line *l, uint32_t interest)
{
	struct epoll_event ev = { .events = interest, .data.ptr = l };

	if (l->interest == interest)
		return;
	epoll_ctl(l->client->epoll, l->interest == 0 ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, l->fd, &ev);
	l->interest = interest;
}

static void shut(struct client_line *l)
{
	if (l->fd >= 0)
		close(l->fd);
	l->fd = -1;
	l->interest = 0;
}

/* Whatever was asked has its answer: told once, and the line is free before it is. */
static void finish(struct client_line *l, int status)
{
	client_done done = l->done;
	client_told told = l->told;

	if (!l->busy)
		return;
	l->busy = false;
	l->done = NULL;
	l->told = NULL;
	if (told != NULL) {
		told(l->arg, NULL, NULL, (size_t)status);
		return;
	}
	l->client->waiting--;
	done(l->arg, &(struct client_reply){ status, l->field, l->n_field,
	                                     l->body.n > 0 ? l->body.p : "", l->body.n });
}

static void hang_up(struct client_line *l)
{
	shut(l);
	finish(l, 0);
}

static bool dial(struct client_line *l)
{
	const int yes = 1;
	const struct client *c = l->client;

	l->fd = socket(c->to.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	if (l->fd < 0)
		return false;
	setsockopt(l->fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
	if (connect(l->fd, (const struct sockaddr *)&c->to, c->n_to) != 0 &&
	    errno != EINPROGRESS) {
		shut(l);
		return false;
	}
	return true;
}

static void push(struct client_line *l)
{
	while (l->sent < l->out.n) {
		ssize_t n = send(l->fd, l->out.p + l->sent, l->out.n - l->sent, MSG_NOSIGNAL);

		if (n < 0 && (errno == EAGAIN || errno == EINTR || errno == ENOTCONN))
			break;
		if (n < 0) {
			hang_up(l);
			return;
		}
		l->sent += (size_t)n;
	}
	watch(l, l->sent < l->out.n ? EPOLLIN | EPOLLOUT : EPOLLIN);
}

static void pull(struct client_line *l)
{
	struct client *c = l->client;
	ssize_t n = recv(l->fd, c->scratch, sizeof c->scratch, 0);
	llhttp_errno_t went;

	if (n < 0 && (errno == EAGAIN || errno == EINTR))
		return;
	if (n <= 0 || !l->busy) {        /* idle: closed by the server, which it may */
		if (n == 0 && l->busy)
			llhttp_finish(&l->parser);      /* a reply without a length */
		shut(l);
		finish(l, l->complete ? l->parser.status_code : 0);
		return;
	}
	went = llhttp_execute(&l->parser, c->scratch, (size_t)n);
	if (l->complete) {
		int status = l->parser.status_code;
		const char *more = client_field(&(struct client_reply){ .field = l->field,
		                                .n_field = l->n_field }, "connection");

		if (more != NULL && strcasecmp(more, "close") == 0)
			shut(l);
		finish(l, status);
	} else if (went != HPE_OK) {
		hang_up(l);
	}
}

/* The line is ready to take a reply, and `out` to be sent. */
static void begin(struct client_line *l, void *arg)
{
	if (l->busy)
		log_fatal("a second request on a line that waits for its reply");
	l->busy = true;
	l->complete = l->in_value = false;
	l->arg = arg;
	l->n_field = l->body.n = l->name.n = l->value.n = l->sent = l->out.n = 0;
	arena_reset(l->mem);
	llhttp_init(&l->parser, HTTP_RESPONSE, &l->client->settings);
	l->parser.data = l;
}

static void start(struct client_line *l)
{
	if (l->fd < 0 && !dial(l)) {
		finish(l, 0);
		return;
	}
	push(l);
}

static void head(struct client_line *l, const char *method, const char *path,
                 const char *cookie)
{
	buf_printf(&l->out, "%s %s HTTP/1.1\r\nHost: %s\r\nAccept-Language: nb\r\n", method, path,
	           l->client->host);
	if (cookie != NULL && cookie[0] != '\0')
		buf_printf(&l->out, "Cookie: %s\r\n", cookie);
}

void client_ask(struct client_line *l, const struct client_ask *ask, client_done done, void *arg)
{
	begin(l, arg);
	l->done = done;
	l->client->waiting++;
	head(l, ask->form != NULL ? "POST" : "GET", ask->path, ask->cookie);
	if (ask->bit)
		buf_puts(&l->out, "X-Bit: 1\r\n");
	if (ask->form != NULL)
		buf_printf(&l->out, "Origin: http://%s\r\nContent-Type: "
		           "application/x-www-form-urlencoded\r\nContent-Length: %zu\r\n",
		           l->client->host, strlen(ask->form));
	buf_printf(&l->out, "\r\n%s", ask->form != NULL ? ask->form : "");
	start(l);
}

void client_watch(struct client_line *l, const char *path, const char *cookie,
                  client_told told, void *arg)
{
	begin(l, arg);
	l->told = told;
	head(l, "GET", path, cookie);
	buf_puts(&l->out, "Accept: text/event-stream\r\n\r\n");
	start(l);
}

struct waited {
	bool done;
	struct client_reply reply;
};

static void keep(void *arg, const struct client_reply *reply)
{
	*(struct waited *)arg = (struct waited){ true, *reply };
}

struct client_reply client_get(struct client_line *l, const struct client_ask *ask)
{
	struct waited w = { 0 };

	client_ask(l, ask, keep, &w);
	while (!w.done)
		client_turn(l->client, -1);
	return w.reply;
}

const char *client_field(const struct client_reply *r, const char *name)
{
	for (size_t i = 0; i < r->n_field; i++)
		if (strcmp(r->field[i].name, name) == 0)
			return r->field[i].value;
	return NULL;
}

/* ---- the client ---- */

static bool loopback(const struct sockaddr_storage *to)
{
	const struct sockaddr_in *four = (const struct sockaddr_in *)to;
	const struct sockaddr_in6 *six = (const struct sockaddr_in6 *)to;

	return to->ss_family == AF_INET ? ntohl(four->sin_addr.s_addr) >> 24 == 127 :
	       memcmp(&six->sin6_addr, &in6addr_loopback, sizeof in6addr_loopback) == 0;
}

static bool address(struct client *c)
{
	struct sockaddr_in *four = (struct sockaddr_in *)&c->to;
	struct sockaddr_in6 *six = (struct sockaddr_in6 *)&c->to;
	const char *colon = strrchr(c->host, ':');
	bool bracket = c->host[0] == '[';
	char host[64];
	long port;

	if (colon == NULL || (bracket && (colon == c->host + 1 || colon[-1] != ']')))
		return false;
	snprintf(host, sizeof host, "%.*s", (int)(colon - c->host) - 2 * bracket,
	         c->host + bracket);
	port = strtol(colon + 1, NULL, 10);
	if (port < 1 || port > 65535)
		return false;
	if (bracket) {
		six->sin6_family = AF_INET6;
		six->sin6_port = htons((uint16_t)port);
		c->n_to = sizeof *six;
		return inet_pton(AF_INET6, host, &six->sin6_addr) == 1;
	}
	four->sin_family = AF_INET;
	four->sin_port = htons((uint16_t)port);
	c->n_to = sizeof *four;
	return inet_pton(AF_INET, host, &four->sin_addr) == 1;
}

/* Two lines for each of some thousand phones. */
static void lift_limit(void)
{
	struct rlimit r;

	if (getrlimit(RLIMIT_NOFILE, &r) != 0)
		return;
	r.rlim_cur = r.rlim_max;
	setrlimit(RLIMIT_NOFILE, &r);
}

struct client *client_new(const char *where, const char **error)
{
	struct client *c = calloc(1, sizeof *c);

	if (c == NULL)
		log_fatal("out of memory");
	if (strncmp(where, "http://", 7) == 0)
		where += 7;
	snprintf(c->host, sizeof c->host, "%.*s", (int)strcspn(where, "/\r\n"), where);
	if (!address(c) || !loopback(&c->to)) {
		*error = "adressen må være en adresse og en port på denne maskinen";
		free(c);
		return NULL;
	}
	lift_limit();
	c->epoll = epoll_create1(EPOLL_CLOEXEC);
	if (c->epoll < 0)
		log_fatal("no epoll: %s", strerror(errno));
	llhttp_settings_init(&c->settings);
	c->settings.on_header_field = on_name;
	c->settings.on_header_value = on_value;
	c->settings.on_headers_complete = on_head;
	c->settings.on_body = on_body;
	c->settings.on_message_complete = on_complete;
	return c;
}

struct client_line *client_line(struct client *c)
{
	struct client_line *l = calloc(1, sizeof *l);

	if (l == NULL)
		log_fatal("out of memory");
	l->client = c;
	l->fd = -1;
	l->mem = arena_new(HEAD_MAX);
	l->next = c->line;
	c->line = l;
	return l;
}

void client_free(struct client *c)
{
	if (c == NULL)
		return;
	for (struct client_line *l = c->line, *next; l != NULL; l = next) {
		next = l->next;
		shut(l);
		buf_free(&l->out);
		buf_free(&l->body);
		buf_free(&l->name);
		buf_free(&l->value);
		arena_free(l->mem);
		free(l);
	}
	close(c->epoll);
	free(c);
}

size_t client_waiting(const struct client *c)
{
	return c->waiting;
}

void client_turn(struct client *c, int wait_ms)
{
	struct epoll_event ev[EVENTS];
	int n = epoll_wait(c->epoll, ev, EVENTS, wait_ms);

	for (int i = 0; i < n; i++) {
		struct client_line *l = ev[i].data.ptr;

		if (l->fd >= 0 && (ev[i].events & EPOLLOUT))
			push(l);
		if (l->fd >= 0 && (ev[i].events & ~(uint32_t)EPOLLOUT))
			pull(l);
	}
}
