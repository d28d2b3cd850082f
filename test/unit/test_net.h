/* test_net.h - a server with a clock that stands still, and clients on loopback.
 *
 * No client ever waits for a moment of time: the server is turned until what is
 * expected has come, or until so many turns have passed that it never will.
 */
#ifndef TEST_NET_H
#define TEST_NET_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/log.h"
#include "lib/world.h"
#include "net/conn.h"

#define TURNS 2000
#define MAYBE __attribute__((unused)) static

struct hall {
	struct world_fake clock;
	struct world world;
	struct net_limits limits;
	struct net *net;
	struct channel *channel;
	struct frame *first;       /* for newcomers to /strom          */
	struct buf seen;           /* what the app was asked, in order */
	bool save;                 /* what commit() answers            */
	size_t limit;              /* what body_limit() answers        */
	int commits, gone;
	uint64_t gone_tag;
	char *big;                 /* the body of /stor                */
	size_t n_big;
};

MAYBE size_t hall_limit(void *arg, const struct http_request *head)
{
	struct hall *h = arg;

	assert_non_null(head->host);
	return head->method == HTTP_POST ? h->limit : 0;
}

MAYBE void hall_gone(void *arg, uint64_t tag)
{
	struct hall *h = arg;

	h->gone++;
	h->gone_tag = tag;
}

MAYBE void hall_handle(void *arg, const struct http_request *req, struct http_reply *reply)
{
	static const char *const methods[] = { "GET", "HEAD", "POST", "OTHER" };
	struct hall *h = arg;

	buf_printf(&h->seen, "%s ", req->path);
	reply->status = 200;
	if (strcmp(req->path, "/strom") == 0) {
		stream_open(reply, h->channel, h->first, strtoull(req->query, NULL, 10),
		            hall_gone, h);
		return;
	}
	if (strcmp(req->path, "/angret") == 0) {
		stream_open(reply, h->channel, NULL, 99, hall_gone, h);
		channel_close_tag(h->channel, 99);
		return;
	}
	if (strcmp(req->path, "/steng") == 0)
		channel_close_tag(h->channel, strtoull(req->query, NULL, 10));
	if (strcmp(req->path, "/stor") == 0) {
		reply->body = h->big;
		reply->n_body = h->n_big;
		return;
	}
	if (strcmp(req->path, "/tomt") == 0) {
		reply->status = 204;
		return;
	}
	reply->body = arena_printf(req->mem, "%s %s?%s %.*s", methods[req->method], req->path,
	                           req->query, (int)req->n_body, req->body);
	reply->n_body = strlen(reply->body);
	http_reply_set(reply, "Content-Type", "text/plain");
}

MAYBE void hall_refuse(void *arg, int status, const struct http_request *req,
                       struct http_reply *reply)
{
	struct hall *h = arg;

	buf_printf(&h->seen, "!%d%s ", status, req != NULL ? req->path : "");
	reply->status = status;
	reply->body = arena_printf(reply->mem, "refused %d", status);
	reply->n_body = strlen(reply->body);
}

MAYBE bool hall_commit(void *arg)
{
	struct hall *h = arg;

	h->commits++;
	buf_puts(&h->seen, "commit ");
	return h->save;
}

MAYBE int hall_drawn(void *arg, int64_t mono_ms)
{
	(void)arg;
	(void)mono_ms;
	return -1;
}

MAYBE void hall_open(struct hall *h)
{
	const struct net_app app = { h, hall_limit, hall_handle, hall_refuse, hall_commit,
	                             hall_drawn };
	const char *error = NULL;

	log_quiet();
	h->clock = (struct world_fake){ .wall_ms = 1799971200000, .mono_ms = 1000000, .seed = 7 };
	h->world = world_fake(&h->clock);
	h->save = true;
	h->limit = 1000;
	h->net = net_open("127.0.0.1:0", &h->limits, &h->world, &app, &error);
	if (h->net == NULL)
		fail_msg("%s", error);
	h->channel = channel_new(h->net);
}

MAYBE void hall_close(struct hall *h)
{
	channel_free(h->channel);
	net_close(h->net);
	frame_drop(h->first);
	buf_free(&h->seen);
	free(h->big);
	*h = (struct hall){ 0 };
}

struct client {
	struct hall *hall;
	int fd;
	struct buf got;
	bool eof;
};

/* `window`: bytes of receive buffer, 0 for the usual. */
MAYBE struct client client_new(struct hall *h, int window)
{
	struct sockaddr_in to = { .sin_family = AF_INET,
	                          .sin_port = htons((uint16_t)net_port(h->net)),
	                          .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	struct client c = { .hall = h, .fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0) };

	assert_true(c.fd >= 0);
	if (window > 0)
		setsockopt(c.fd, SOL_SOCKET, SO_RCVBUF, &window, sizeof window);
	assert_int_equal(connect(c.fd, (struct sockaddr *)&to, sizeof to), 0);
	fcntl(c.fd, F_SETFL, O_NONBLOCK);
	return c;
}

MAYBE void client_free(struct client *c)
{
	close(c->fd);
	buf_free(&c->got);
}

MAYBE void client_read(struct client *c)
{
	char bytes[65536];
	ssize_t n;

	while ((n = recv(c->fd, bytes, sizeof bytes, 0)) > 0)
		buf_add(&c->got, bytes, (size_t)n);
	if (n == 0 || (errno != EAGAIN && errno != EINTR))
		c->eof = true;
}

MAYBE void client_send(struct client *c, const char *bytes, size_t n)
{
	for (int i = 0; n > 0; i++) {
		ssize_t sent = send(c->fd, bytes, n, MSG_NOSIGNAL);

		if (sent < 0 && errno != EAGAIN)
			return;         /* the server has refused and closed */
		if (sent > 0) {
			bytes += sent;
			n -= (size_t)sent;
		}
		if (n > 0) {
			assert_in_range(i, 0, TURNS);
			net_turn(c->hall->net, 1);
			client_read(c);
		}
	}
}

MAYBE void client_say(struct client *c, const char *text)
{
	client_send(c, text, strlen(text));
}

MAYBE bool client_has(struct client *c, const char *text)
{
	return c->got.p != NULL && memmem(c->got.p, c->got.n, text, strlen(text)) != NULL;
}

MAYBE int client_count(const struct client *c, const char *text)
{
	const char *p = c->got.p;
	int n = 0;

	while (p != NULL && (p = strstr(p, text)) != NULL) {
		p += strlen(text);
		n++;
	}
	return n;
}

/* Turns the server until the client has `text` for the nth time. */
MAYBE void client_await(struct client *c, const char *text, int n)
{
	for (int i = 0; i < TURNS && client_count(c, text) < n && !c->eof; i++) {
		net_turn(c->hall->net, 1);
		client_read(c);
	}
	if (client_count(c, text) < n)
		fail_msg("wanted %d x \"%s\", got \"%.300s\"", n, text, c->got.n ? c->got.p : "");
}

MAYBE void client_await_eof(struct client *c)
{
	for (int i = 0; i < TURNS && !c->eof; i++) {
		net_turn(c->hall->net, 1);
		client_read(c);
	}
	assert_true(c->eof);
}

/* As many turns as anything under way needs on a loopback. */
MAYBE void hall_settle(struct hall *h)
{
	for (int i = 0; i < 20; i++)
		net_turn(h->net, 1);
}

MAYBE int status_of(const struct client *c)
{
	return c->got.n > 12 ? (int)strtol(c->got.p + 9, NULL, 10) : 0;
}

#endif
