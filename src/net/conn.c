#include "net/conn.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "lib/arena.h"
#include "lib/log.h"

#define PIPELINE_MAX 16            /* replies a connection may have waiting      */
#define TURN_MAX 512               /* requests before a commit                   */
#define LINGER_MS 2000
#define LINGER_BYTES (1 << 20)
#define REFUSAL_CEILING ((size_t)1 << 20)

static ssize_t plain_read(struct conn *c, void *to, size_t n)
{
	return recv(c->fd, to, n, 0);
}

static ssize_t plain_write(struct conn *c, const struct iovec *iov, int n)
{
	struct msghdr m = { .msg_iov = (struct iovec *)(uintptr_t)iov, .msg_iovlen = (size_t)n };

	return sendmsg(c->fd, &m, MSG_NOSIGNAL);
}

static void plain_finish(struct conn *c)
{
	shutdown(c->fd, SHUT_WR);
}

static void plain_close(struct conn *c)
{
	close(c->fd);
}

const struct io io_plain = { plain_read, plain_write, plain_finish, plain_close };

static void watch(struct conn *c, uint32_t interest)
{
	struct epoll_event ev = { .events = interest, .data.ptr = c };

	if (interest == c->interest)
		return;
	if (epoll_ctl(c->net->epoll, EPOLL_CTL_MOD, c->fd, &ev) != 0)
		log_fatal("epoll: %s", strerror(errno));
	c->interest = interest;
}

struct conn *conn_new(struct net *net, int fd, const char *peer)
{
	struct conn *c = calloc(1, sizeof *c);
	struct epoll_event ev = { .events = EPOLLIN, .data.ptr = c };

	if (c == NULL)
		log_fatal("out of memory");
	c->net = net;
	c->io = net->io;
	c->fd = fd;
	snprintf(c->peer, sizeof c->peer, "%s", peer);
	link_init(&c->due);
	link_init(&c->ready);
	link_init(&c->flush);
	if (epoll_ctl(net->epoll, EPOLL_CTL_ADD, fd, &ev) != 0)
		log_fatal("epoll: %s", strerror(errno));
	c->interest = EPOLLIN;
	net->stats.conns++;
	conn_due(c, DUE_IDLE);
	return c;
}

static void exchange_free(struct exchange *x)
{
	free(x->body);
	arena_free(x->reply.mem);
}

static void reader_free(struct conn *c)
{
	if (c->in != NULL)
		http_in_free(c->in);
	free(c->in);
	c->in = NULL;
}

/* Others in this turn may still point here, so the memory stays until its end. */
void conn_close(struct conn *c)
{
	if (c->fd < 0)
		return;
	c->io->close(c);
	c->fd = -1;
	c->net->stats.conns--;
	link_drop(&c->ready);
	link_drop(&c->flush);
	link_put(&c->due, &c->net->grave);
	if (c->stream != NULL)
		stream_end(c->stream);
}

void conn_bury(struct conn *c)
{
	struct exchange *x, *next;

	assert(c->fd < 0);
	link_drop(&c->due);
	for (x = c->first; x != NULL; x = next) {
		next = x->next;
		exchange_free(x);
	}
	stream_free(c->stream);
	reader_free(c);
	buf_free(&c->rest);
	free(c);
}

void conn_due(struct conn *c, enum due_kind kind)
{
	const struct net_limits *l = &c->net->limits;
	const int ms[DUE_KINDS] = {
		[DUE_IDLE] = l->idle_ms, [DUE_HEAD] = l->head_ms, [DUE_BODY] = l->body_ms,
		[DUE_WRITE] = l->write_ms, [DUE_LINGER] = LINGER_MS, [DUE_STALL] = l->stall_ms,
	};

	c->due_kind = kind;
	c->due_at = c->net->now + ms[kind];
	link_put(&c->due, &c->net->due[kind]);
}

/* The reader gives all it has to a new exchange, last in line, held. */
static struct exchange *exchange_new(struct conn *c)
{
	struct http_in *in = c->in;
	struct arena *mem = in->req.mem != NULL ? in->req.mem : arena_new(REFUSAL_CEILING);
	struct exchange *x = arena_get(mem, sizeof *x);

	*x = (struct exchange){ .conn = c, .req = in->req, .body = in->body.p,
	                        .close = !in->keep_alive, .http10 = in->http10 };
	x->req.mem = x->reply.mem = mem;
	in->req.mem = NULL;
	in->body = (struct buf){ 0 };
	reader_free(c);
	if (c->first == NULL)
		c->first = x;
	else
		c->last->next = x;
	c->last = x;
	c->n_queue++;
	*c->net->held_end = x;
	c->net->held_end = &x->held_next;
	conn_due(c, DUE_WRITE);
	return x;
}

static void refuse(struct conn *c, int status)
{
	const bool known = c->in->known;
	struct exchange *x = exchange_new(c);

	http_out_refuse(c->net, x, status, known);
	x->close = true;
	c->final = true;
	c->continue_due = false;
}

static void handle(struct conn *c)
{
	struct exchange *x = exchange_new(c);
	struct net *net = c->net;

	x->handled = true;
	net->handled++;
	net->stats.requests++;
	net->app.handle(net->app.arg, &x->req, &x->reply);
	assert(x->reply.status >= 200 && x->reply.status <= 599);
	if (x->reply.stream != NULL) {
		x->endless = true;
		c->stream = stream_attach(x->reply.stream, c);
		if (x->req.method == HTTP_HEAD && c->stream != NULL) {
			stream_end(c->stream);
			stream_free(c->stream);
			c->stream = NULL;
		} else {
			c->final = true;
		}
		x->reply.stream = NULL;
	}
	c->final |= x->close;
}

/* A body has been announced.  False: it is not wanted. */
static bool admit(struct conn *c, bool more_at_hand)
{
	struct net *net = c->net;
	const size_t limit = net->app.body_limit(net->app.arg, &c->in->req);

	if (!http_in_admit(c->in, limit))
		return false;
	conn_due(c, DUE_BODY);
	c->continue_due = c->in->expects && !more_at_hand;
	return true;
}

static bool may_take(const struct conn *c)
{
	return !c->final && c->n_queue < PIPELINE_MAX && c->net->handled < TURN_MAX;
}

/* Parses as far as the bytes and the bounds go; what is left waits in `rest`. */
static void take(struct conn *c, const char *p, size_t n)
{
	enum http_in_step step = HTTP_IN_WHOLE;
	size_t used;

	while (may_take(c) && (n > 0 || step == HTTP_IN_HEAD)) {
		if (c->in == NULL) {
			c->in = calloc(1, sizeof *c->in);
			if (c->in == NULL)
				log_fatal("out of memory");
			http_in_init(c->in, c->net->limits.head_max);
			conn_due(c, DUE_HEAD);
		}
		step = http_in_feed(c->in, p, n, &used);
		p += used;
		n -= used;
		c->in->req.peer = c->peer;
		switch (step) {
		case HTTP_IN_MORE:
			break;
		case HTTP_IN_HEAD:
			if (!admit(c, n > 0))
				refuse(c, c->in->status);
			break;
		case HTTP_IN_WHOLE:
			handle(c);
			break;
		case HTTP_IN_REFUSED:
			refuse(c, c->in->status);
			break;
		}
	}
	if (n > 0 && !c->final)
		buf_add(&c->rest, p, n);
	if (c->first == NULL)
		conn_settle(c);
}

void conn_resume(struct conn *c)
{
	struct buf rest = c->rest;

	if (!may_take(c)) {
		link_put(&c->ready, &c->net->ready);
		return;
	}
	c->rest = (struct buf){ 0 };
	take(c, rest.p, rest.n);
	buf_free(&rest);
}

/* One read a turn, so that one fast sender does not hold the others up.  When the
 * peer has said its last we owe it nothing: while we do, we do not read. */
static void receive(struct conn *c)
{
	const ssize_t n = c->io->read(c, c->net->scratch, sizeof c->net->scratch);

	if (n < 0 && (errno == EAGAIN || errno == EINTR))
		return;
	if (n <= 0)
		conn_close(c);
	else if (c->stream == NULL && !c->lingering)
		take(c, c->net->scratch, (size_t)n);
	else if (c->lingering && (c->drained += (size_t)n) > LINGER_BYTES)
		conn_close(c);
}

void conn_event(struct conn *c, uint32_t events)
{
	const bool streaming = c->stream != NULL && stream_started(c->stream);

	if (c->fd < 0)
		return;
	if (events & (EPOLLERR | EPOLLHUP)) {
		conn_close(c);
		return;
	}
	if (events & EPOLLOUT) {
		if (streaming)
			stream_flush(c->stream);
		else
			conn_flush(c);
	}
	if (c->fd >= 0 && events & EPOLLIN && (may_take(c) || c->final))
		receive(c);
}

void conn_expire(struct conn *c)
{
	switch (c->due_kind) {
	case DUE_HEAD:
	case DUE_BODY:
		refuse(c, 408);
		break;
	case DUE_STALL:
		c->net->stats.stalled++;
		conn_close(c);
		break;
	case DUE_IDLE:
	case DUE_WRITE:
	case DUE_LINGER:
		conn_close(c);
		break;
	case DUE_NEVER:
	case DUE_KINDS:
		assert(!"no deadline");
	}
}

/* Sends of the first reply what goes.  True: all of it is gone. */
static bool send_first(struct conn *c)
{
	struct exchange *x = c->first;
	const size_t total = x->head.n + x->reply.n_body;
	const size_t body_sent = x->sent > x->head.n ? x->sent - x->head.n : 0;
	const size_t head_sent = x->sent - body_sent;
	const struct iovec iov[2] = {
		{ x->head.p + head_sent, x->head.n - head_sent },
		{ (char *)(uintptr_t)x->reply.body + body_sent, x->reply.n_body - body_sent },
	};
	const ssize_t n = c->io->write(c, iov, x->reply.n_body > 0 ? 2 : 1);

	if (n < 0) {
		if (errno != EAGAIN && errno != EINTR)
			conn_close(c);
		return false;
	}
	x->sent += (size_t)n;
	if (x->sent < total) {
		conn_due(c, DUE_WRITE);
		return false;
	}
	c->first = x->next;
	c->n_queue--;
	exchange_free(x);
	return true;
}

/* We have said our last.  Closing at once would answer what the peer still
 * sends with a reset, and that can take our reply away from it unread. */
static void linger(struct conn *c)
{
	c->lingering = true;
	buf_free(&c->rest);
	c->io->finish(c);
	conn_due(c, DUE_LINGER);
}

void conn_flush(struct conn *c)
{
	while (c->first != NULL && c->first->head.n > 0)
		if (!send_first(c))
			break;
	if (c->fd < 0)
		return;
	if (c->first == NULL && c->final && !c->lingering) {
		if (c->stream != NULL && !c->net->stopping) {
			stream_start(c->stream);
			return;
		}
		linger(c);
	}
	conn_settle(c);
}

/* Few enough bytes that a connection with nothing else under way takes them. */
static void send_continue(struct conn *c)
{
	static char text[] = "HTTP/1.1 100 Continue\r\n\r\n";
	const struct iovec iov = { text, sizeof text - 1 };

	c->continue_due = false;
	if (c->io->write(c, &iov, 1) != (ssize_t)iov.iov_len)
		conn_close(c);
}

static void settle_reading(struct conn *c)
{
	if (c->continue_due)
		send_continue(c);
	if (c->fd >= 0 && c->in == NULL && c->rest.n == 0 && c->net->stopping)
		conn_close(c);
	if (c->fd < 0)
		return;
	if (c->in == NULL) {
		if (c->due_kind != DUE_IDLE)
			conn_due(c, DUE_IDLE);
	} else if (c->due_kind != DUE_HEAD && c->due_kind != DUE_BODY) {
		conn_due(c, c->in->known ? DUE_BODY : DUE_HEAD);
	}
	if (c->rest.n > 0)
		link_put(&c->ready, &c->net->ready);
	watch(c, c->rest.n > 0 ? 0 : EPOLLIN);
}

void conn_settle(struct conn *c)
{
	if (c->fd < 0)
		return;
	if (c->first != NULL) {
		if (c->due_kind != DUE_WRITE)
			conn_due(c, DUE_WRITE);
		watch(c, EPOLLOUT);
	} else if (c->lingering) {
		watch(c, EPOLLIN);
	} else if (c->stream != NULL) {
		const bool behind = stream_behind(c->stream);
		const enum due_kind kind = behind ? DUE_STALL : DUE_NEVER;

		if (c->due_kind != kind)
			conn_due(c, kind);
		watch(c, EPOLLIN | (behind ? EPOLLOUT : 0));
	} else {
		settle_reading(c);
	}
}
