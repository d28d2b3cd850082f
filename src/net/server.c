#include "net/server.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include "lib/log.h"
#include "lib/world.h"
#include "net/conn.h"

#define EVENTS_MAX 256

static void defaults(struct net_limits *l)
{
	const struct net_limits usual = {
		.head_max = 16384, .head_ms = 10000, .body_ms = 20000, .idle_ms = 60000,
		.write_ms = 20000, .pulse_ms = 15000, .stall_ms = 15000, .stop_ms = 4000,
		.slice = 256,
	};
	const int most = listen_conn_max();

	l->head_max = l->head_max ? l->head_max : usual.head_max;
	l->head_ms = l->head_ms ? l->head_ms : usual.head_ms;
	l->body_ms = l->body_ms ? l->body_ms : usual.body_ms;
	l->idle_ms = l->idle_ms ? l->idle_ms : usual.idle_ms;
	l->write_ms = l->write_ms ? l->write_ms : usual.write_ms;
	l->pulse_ms = l->pulse_ms ? l->pulse_ms : usual.pulse_ms;
	l->stall_ms = l->stall_ms ? l->stall_ms : usual.stall_ms;
	l->stop_ms = l->stop_ms ? l->stop_ms : usual.stop_ms;
	l->slice = l->slice ? l->slice : usual.slice;
	l->conn_max = l->conn_max ? l->conn_max : most;
}

static void watch_own(struct net *net, int *fd)
{
	struct epoll_event ev = { .events = EPOLLIN, .data.ptr = fd };

	if (epoll_ctl(net->epoll, EPOLL_CTL_ADD, *fd, &ev) != 0)
		log_fatal("epoll: %s", strerror(errno));
}

struct net *net_open(const char *where, const struct net_limits *limits,
                     const struct world *world, const struct net_app *app,
                     const char **error)
{
	int fd = notify_inherited();
	struct net *net;

	if (fd < 0)
		fd = listen_open(where, error);
	if (fd < 0)
		return NULL;
	net = calloc(1, sizeof *net);
	if (net == NULL)
		log_fatal("out of memory");
	*net = (struct net){ .io = &io_plain, .world = world, .app = *app, .limits = *limits,
	                     .listener = fd, .accepting = true, .wish_at = INT64_MAX,
	                     .date_second = -1 };
	defaults(&net->limits);
	net->now = world_mono_ms(world);
	for (int i = 0; i < DUE_KINDS; i++)
		link_init(&net->due[i]);
	link_init(&net->ready);
	link_init(&net->flush);
	link_init(&net->grave);
	link_init(&net->busy);
	link_init(&net->pulses);
	net->held_end = &net->held;
	net->epoll = epoll_create1(EPOLL_CLOEXEC);
	net->wake = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	if (net->epoll < 0 || net->wake < 0)
		log_fatal("no event loop: %s", strerror(errno));
	watch_own(net, &net->listener);
	watch_own(net, &net->wake);
	return net;
}

int net_port(const struct net *net)
{
	struct sockaddr_storage a = { 0 };
	socklen_t n = sizeof a;

	if (getsockname(net->listener, (struct sockaddr *)&a, &n) != 0)
		return 0;
	if (a.ss_family == AF_INET6)
		return ntohs(((struct sockaddr_in6 *)&a)->sin6_port);
	return a.ss_family == AF_INET ? ntohs(((struct sockaddr_in *)&a)->sin_port) : 0;
}

struct net_stats net_stats(const struct net *net)
{
	return net->stats;
}

static void bury(struct net *net)
{
	while (!link_empty(&net->grave))
		conn_bury(LINK_OF(net->grave.next, struct conn, due));
}

static void close_all(struct net *net, enum due_kind kind)
{
	struct link *l, *next;

	for (l = net->due[kind].next; l != &net->due[kind]; l = next) {
		next = l->next;
		conn_close(LINK_OF(l, struct conn, due));
	}
}

static void stop_listening(struct net *net)
{
	if (net->listener >= 0)
		close(net->listener);
	net->listener = -1;
	net->accepting = true;    /* nothing to take up again later */
}

/* From here on only what is under way is finished.  Streams are never done;
 * their pages come back by themselves. */
static void begin_stop(struct net *net)
{
	uint64_t count;

	if (read(net->wake, &count, sizeof count) < 0)
		return;
	net->stopping = true;
	stop_listening(net);
	close_all(net, DUE_IDLE);
	close_all(net, DUE_NEVER);
	close_all(net, DUE_STALL);
}

void net_close(struct net *net)
{
	if (net == NULL)
		return;
	for (enum due_kind kind = 0; kind < DUE_KINDS; kind++)
		close_all(net, kind);
	bury(net);
	while (!link_empty(&net->busy))
		link_drop(net->busy.next);
	frame_drop(net->pulse);
	stop_listening(net);
	close(net->wake);
	close(net->epoll);
	free(net);
}

static int64_t least(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

/* How long nothing can happen by itself, at most wait_ms (-1: no bound). */
static int quiet_ms(const struct net *net, int wait_ms)
{
	const int64_t now = world_mono_ms(net->world);
	int64_t at = least(net->wish_at, streams_due(net));

	if (!link_empty(&net->busy) || !link_empty(&net->ready))
		return 0;
	for (int i = 0; i < DUE_NEVER; i++)
		if (!link_empty(&net->due[i]))
			at = least(at, LINK_OF(net->due[i].next, struct conn, due)->due_at);
	if (!net->accepting)
		at = least(at, net->accept_at);
	if (at == INT64_MAX)
		return wait_ms;
	at = at > now ? least(at - now, INT32_MAX) : 0;
	return wait_ms < 0 ? (int)at : (int)least(at, wait_ms);
}

/* Newcomers come last: to make room for them idle connections may be closed,
 * and one that has just asked for something is no longer idle. */
static void take_events(struct net *net, const struct epoll_event *ev, int n)
{
	bool stop = false, newcomers = false;

	for (int i = 0; i < n; i++) {
		if (ev[i].data.ptr == &net->listener)
			newcomers = true;
		else if (ev[i].data.ptr == &net->wake)
			stop = true;
		else
			conn_event(ev[i].data.ptr, ev[i].events);
	}
	if (newcomers)
		listen_accept(net);
	if (stop)
		begin_stop(net);
}

static void take_ready(struct net *net)
{
	struct link now = { &now, &now };

	while (!link_empty(&net->ready))
		link_put(net->ready.next, &now);
	while (!link_empty(&now)) {
		struct conn *c = LINK_OF(now.next, struct conn, ready);

		link_drop(&c->ready);
		conn_resume(c);
	}
}

static void expire(struct net *net)
{
	for (int i = 0; i < DUE_NEVER; i++) {
		while (!link_empty(&net->due[i])) {
			struct conn *c = LINK_OF(net->due[i].next, struct conn, due);

			if (c->due_at > net->now)
				break;
			conn_expire(c);
		}
	}
	if (!net->accepting && net->accept_at <= net->now)
		listen_pause(net, true);
}

/* Nothing was saved: what this reply promised is not true. */
static void withdraw(struct net *net, struct exchange *x)
{
	struct conn *c = x->conn;

	if (x->endless) {
		if (c->stream != NULL) {
			stream_end(c->stream);
			stream_free(c->stream);
			c->stream = NULL;
		}
		x->close = true;
	}
	http_out_refuse(net, x, 503, true);
}

/* The replies of this turn, in the order they were made, are held no longer. */
static void release(struct net *net, bool saved)
{
	struct exchange *x;

	for (x = net->held; x != NULL; x = x->held_next) {
		if (x->conn->fd < 0)
			continue;
		if (!saved && x->handled)
			withdraw(net, x);
		http_out_head(net, x);
		x->conn->final |= x->close;
		link_put(&x->conn->flush, &net->flush);
	}
	net->held = NULL;
	net->held_end = &net->held;
	while (!link_empty(&net->flush)) {
		struct conn *c = LINK_OF(net->flush.next, struct conn, flush);

		link_drop(&c->flush);
		conn_flush(c);
	}
}

void net_turn(struct net *net, int wait_ms)
{
	struct epoll_event ev[EVENTS_MAX];
	bool saved = true;
	int wish, n = epoll_wait(net->epoll, ev, EVENTS_MAX, quiet_ms(net, wait_ms));

	if (n < 0 && errno != EINTR)
		log_fatal("epoll: %s", strerror(errno));
	net->now = world_mono_ms(net->world);
	net->handled = 0;
	take_events(net, ev, n);
	take_ready(net);
	expire(net);
	if (net->handled > 0)
		saved = net->app.commit(net->app.arg);
	release(net, saved);
	wish = net->app.drawn(net->app.arg, net->now);
	net->wish_at = wish < 0 ? INT64_MAX : net->now + wish;
	streams_slice(net);
	if (!link_empty(&net->grave)) {
		bury(net);
		if (!net->stopping)
			listen_pause(net, true);
	}
}

void net_stop(struct net *net)
{
	const uint64_t one = 1;
	const int saved = errno;

	/* The counter cannot overflow by ones, so there is nothing to check. */
	if (write(net->wake, &one, sizeof one) < 0)
		abort();
	errno = saved;
}

void net_run(struct net *net)
{
	int64_t until;

	while (!net->stopping)
		net_turn(net, -1);
	until = net->now + net->limits.stop_ms;
	while (net->stats.conns > 0 && net->now < until)
		net_turn(net, (int)(until - net->now));
}
