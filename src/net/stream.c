#include "net/stream.h"

#include <assert.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#include "lib/log.h"
#include "lib/world.h"
#include "net/conn.h"

/* The kernel would buffer about a megabyte for each phone that does not read. */
#define SEND_BUFFER (32 * 1024)
#define USER_TIMEOUT_MS 20000

struct frame {
	unsigned count;
	size_t n;
	char bytes[];
};

/* The streams stand in the order in which they were served, so while the first
 * has not got the newest a fan-out is under way, and it needs no cursor. */
struct channel {
	struct net *net;
	struct link streams;
	struct link busy;          /* in net->busy while a fan-out is under way */
	size_t n;
	uint64_t edition;          /* of the newest frame */
	struct frame *newest;
	int64_t began, took;
};

struct stream {
	struct link peers;         /* in its channel     */
	struct link pulse;         /* in net->pulses     */
	int64_t pulse_at;
	struct channel *channel;   /* NULL: it has ended */
	struct conn *conn;         /* NULL: not yet attached */
	struct frame *now;         /* being sent         */
	struct frame *wait;        /* the one after it   */
	size_t sent;               /* of `now`           */
	uint64_t edition;          /* that it was given  */
	uint64_t tag;
	void (*gone)(void *arg, uint64_t tag);
	void *arg;
	bool started;
};

struct frame *frame_new(const void *bytes, size_t n)
{
	struct frame *f = malloc(sizeof *f + n);

	if (f == NULL)
		log_fatal("out of memory");
	f->count = 1;
	f->n = n;
	memcpy(f->bytes, bytes, n);
	return f;
}

static struct frame *frame_keep(struct frame *f)
{
	f->count++;
	return f;
}

void frame_drop(struct frame *f)
{
	if (f != NULL && --f->count == 0)
		free(f);
}

struct channel *channel_new(struct net *net)
{
	struct channel *ch = calloc(1, sizeof *ch);

	if (ch == NULL)
		log_fatal("out of memory");
	ch->net = net;
	link_init(&ch->streams);
	link_init(&ch->busy);
	return ch;
}

static void end_one(struct stream *s)
{
	if (s->conn != NULL)
		conn_close(s->conn);
	else
		stream_end(s);
}

void channel_free(struct channel *ch)
{
	if (ch == NULL)
		return;
	while (!link_empty(&ch->streams))
		end_one(LINK_OF(ch->streams.next, struct stream, peers));
	link_drop(&ch->busy);
	frame_drop(ch->newest);
	free(ch);
}

void channel_close_tag(struct channel *ch, uint64_t tag)
{
	struct link *l, *next;

	for (l = ch->streams.next; l != &ch->streams; l = next) {
		struct stream *s = LINK_OF(l, struct stream, peers);

		next = l->next;
		if (s->tag == tag)
			end_one(s);
	}
}

size_t channel_watchers(const struct channel *ch)
{
	return ch->n;
}

bool channel_busy(const struct channel *ch)
{
	return !link_empty(&ch->busy);
}

int64_t channel_last_fanout_ms(const struct channel *ch)
{
	return ch->took;
}

void channel_publish(struct channel *ch, struct frame *frame)
{
	frame_keep(frame);
	frame_drop(ch->newest);
	ch->newest = frame;
	ch->edition++;
	ch->began = world_mono_ms(ch->net->world);
	if (ch->n > 0 && !channel_busy(ch))
		link_put(&ch->busy, &ch->net->busy);
}

/* A newcomer with an older frame than the one that is going round gets it too. */
static void join(struct stream *s, struct channel *ch, const struct frame *first)
{
	const bool current = first == ch->newest || !channel_busy(ch);

	s->channel = ch;
	s->edition = current ? ch->edition : ch->edition - 1;
	link_put(&s->peers, current ? &ch->streams : ch->streams.next);
	ch->n++;
	ch->net->stats.streams++;
}

struct stream *stream_open(struct http_reply *reply, struct channel *ch,
                           struct frame *first, uint64_t tag,
                           void (*gone)(void *arg, uint64_t tag), void *arg)
{
	static const char retry[] = "retry: 1000\n\n";
	struct stream *s = calloc(1, sizeof *s);

	if (s == NULL)
		log_fatal("out of memory");
	assert(reply->stream == NULL);
	link_init(&s->peers);
	link_init(&s->pulse);
	s->now = first != NULL ? frame_keep(first) : NULL;
	s->tag = tag;
	s->gone = gone;
	s->arg = arg;
	join(s, ch, first);
	reply->stream = s;
	reply->status = 200;
	reply->body = retry;
	reply->n_body = sizeof retry - 1;
	http_reply_set(reply, "Content-Type", "text/event-stream");
	http_reply_set(reply, "Cache-Control", "no-store");
	http_reply_set(reply, "X-Accel-Buffering", "no");
	return s;
}

struct stream *stream_attach(struct stream *s, struct conn *c)
{
	if (s->channel == NULL) {    /* ended by the handler that opened it */
		stream_free(s);
		return NULL;
	}
	s->conn = c;
	return s;
}

void stream_start(struct stream *s)
{
	const int buffer = SEND_BUFFER, timeout = USER_TIMEOUT_MS;
	struct net *net = s->channel->net;

	/* Not every socket is TCP (a test's, a proxy's): then it goes without. */
	setsockopt(s->conn->fd, SOL_SOCKET, SO_SNDBUF, &buffer, sizeof buffer);
	setsockopt(s->conn->fd, IPPROTO_TCP, TCP_USER_TIMEOUT, &timeout, sizeof timeout);
	s->started = true;
	s->pulse_at = net->now + net->limits.pulse_ms;
	link_put(&s->pulse, &net->pulses);
	stream_flush(s);
}

bool stream_started(const struct stream *s)
{
	return s->started;
}

bool stream_behind(const struct stream *s)
{
	return s->now != NULL;
}

void stream_end(struct stream *s)
{
	struct channel *ch = s->channel;

	if (ch == NULL)
		return;
	s->channel = NULL;
	link_drop(&s->peers);
	link_drop(&s->pulse);
	ch->n--;
	ch->net->stats.streams--;
	if (s->gone != NULL)
		s->gone(s->arg, s->tag);
}

void stream_free(struct stream *s)
{
	if (s == NULL)
		return;
	assert(s->channel == NULL);
	frame_drop(s->now);
	frame_drop(s->wait);
	free(s);
}

void stream_flush(struct stream *s)
{
	struct conn *c = s->conn;
	bool moved = false;

	while (s->now != NULL) {
		const struct iovec iov = { s->now->bytes + s->sent, s->now->n - s->sent };
		const ssize_t n = c->io->write(c, &iov, 1);

		if (n < 0 && (errno == EAGAIN || errno == EINTR))
			break;
		if (n < 0) {
			conn_close(c);
			return;
		}
		moved = true;
		s->sent += (size_t)n;
		if (s->sent < s->now->n)
			break;
		c->net->stats.frames_sent++;
		frame_drop(s->now);
		s->now = s->wait;
		s->wait = NULL;
		s->sent = 0;
	}
	if (moved && s->now != NULL)
		conn_due(c, DUE_STALL);
	conn_settle(c);
}

/* May end the stream. */
static void deliver(struct stream *s, struct frame *f)
{
	struct frame **slot = s->now != NULL && s->sent > 0 ? &s->wait : &s->now;
	const bool was_behind = s->now != NULL;

	if (*slot != NULL)
		s->channel->net->stats.frames_skipped++;
	frame_keep(f);
	frame_drop(*slot);
	*slot = f;
	if (s->started && !was_behind)
		stream_flush(s);
}

static bool all_served(const struct channel *ch)
{
	return link_empty(&ch->streams) ||
		LINK_OF(ch->streams.next, struct stream, peers)->edition == ch->edition;
}

static void fan_out(struct net *net)
{
	struct channel *ch;
	int left = net->limits.slice;

	while (left > 0 && !link_empty(&net->busy)) {
		ch = LINK_OF(net->busy.next, struct channel, busy);
		for (; left > 0 && !all_served(ch); left--) {
			struct stream *s = LINK_OF(ch->streams.next, struct stream, peers);

			s->edition = ch->edition;
			link_put(&s->peers, &ch->streams);
			deliver(s, ch->newest);
		}
		if (all_served(ch)) {
			link_drop(&ch->busy);
			ch->took = world_mono_ms(net->world) - ch->began;
		} else {
			link_put(&ch->busy, &net->busy);    /* the others' turn */
		}
	}
}

static void refresh_pulse(struct net *net)
{
	const int64_t wall = world_wall_ms(net->world);
	char text[64];
	int n;

	if (net->pulse != NULL && net->pulse_wall == wall)
		return;
	n = snprintf(text, sizeof text, "event: puls\ndata: %lld\n\n", (long long)wall);
	frame_drop(net->pulse);
	net->pulse = frame_new(text, (size_t)n);
	net->pulse_wall = wall;
}

/* One that is behind gets no heartbeat: it would only be in the way of state. */
static void beat(struct net *net)
{
	for (int left = net->limits.slice; left > 0 && streams_due(net) <= net->now; left--) {
		struct stream *s = LINK_OF(net->pulses.next, struct stream, pulse);

		s->pulse_at = net->now + net->limits.pulse_ms;
		link_put(&s->pulse, &net->pulses);
		if (s->now == NULL) {
			refresh_pulse(net);
			deliver(s, net->pulse);
		}
	}
}

void streams_slice(struct net *net)
{
	fan_out(net);
	beat(net);
}

int64_t streams_due(const struct net *net)
{
	if (link_empty(&net->pulses))
		return INT64_MAX;
	return LINK_OF(net->pulses.next, struct stream, pulse)->pulse_at;
}
