/* live.c - dirty bits, drawn once, sent to everyone who watches.
 *
 * A view exists while somebody watches it, plus a little (so that a reload of the only
 * wall does not lose its rhythm).  There are as many views as kinds of screens times
 * languages in use, some ten a samling, so a list is searched, not a table.
 */
#include "live/live.h"

#include <stdlib.h>
#include <string.h>

#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/log.h"
#include "lib/world.h"
#include "live/seen.h"
#include "net/http.h"
#include "net/stream.h"

#define DRAW_CEILING (8u << 20)
#define RETRY_MS 1000           /* after a draw that failed */

struct live_view {
	struct live_view *next;
	struct live_key key;
	struct channel *channel;
	struct frame *newest;
	bool dirty;
	int64_t ready;           /* mono ms from which it may be drawn again */
};

struct live {
	struct net *net;
	const struct world *world;
	live_draw draw;
	void *arg;
	struct live_view *views;
	struct seen *seen;
	struct arena *mem;       /* for one drawing at a time */
};

struct live *live_new(struct net *net, const struct world *world, live_draw draw, void *arg)
{
	struct live *l = calloc(1, sizeof *l);

	if (l == NULL)
		log_fatal("out of memory");
	l->net = net;
	l->world = world;
	l->draw = draw;
	l->arg = arg;
	l->seen = seen_new();
	l->mem = arena_new(DRAW_CEILING);
	return l;
}

static void view_free(struct live_view *v)
{
	channel_free(v->channel);
	frame_drop(v->newest);
	free(v);
}

void live_free(struct live *l)
{
	if (l == NULL)
		return;
	for (struct live_view *v = l->views, *next; v != NULL; v = next) {
		next = v->next;
		view_free(v);
	}
	seen_free(l->seen);
	arena_free(l->mem);
	free(l);
}

static bool same_key(const struct live_key *a, const struct live_key *b)
{
	return a->samling == b->samling && a->view == b->view && a->lang == b->lang;
}

static struct live_view *view_get(struct live *l, const struct live_key *key)
{
	struct live_view *v;

	for (v = l->views; v != NULL; v = v->next)
		if (same_key(&v->key, key))
			return v;
	v = calloc(1, sizeof *v);
	if (v == NULL)
		log_fatal("out of memory");
	v->key = *key;
	v->channel = channel_new(l->net);
	v->next = l->views;
	l->views = v;
	return v;
}

void live_touch(struct live *l, int64_t samling, unsigned views)
{
	for (struct live_view *v = l != NULL ? l->views : NULL; v != NULL; v = v->next)
		if (v->key.samling == samling && (views & VIEW_BIT(v->key.view)))
			v->dirty = true;
}

/* Each line of the HTML becomes a data line; an empty line would end the event. */
static void add_event(struct buf *b, const struct buf *html, int64_t version)
{
	const char *p = html->p, *end = html->p + html->n;

	buf_printf(b, "id: %lld\nevent: bit\n", (long long)version);
	while (p < end) {
		const char *nl = memchr(p, '\n', (size_t)(end - p));
		size_t n = (size_t)((nl != NULL ? nl : end) - p);

		if (n > 0) {
			buf_puts(b, "data: ");
			buf_add(b, p, n);
			buf_putc(b, '\n');
		}
		p += n + 1;
	}
	buf_putc(b, '\n');
}

static bool view_draw(struct live *l, struct live_view *v)
{
	struct buf html = buf_in(l->mem), event = buf_in(l->mem);
	int64_t version = 0;
	bool drawn = l->draw(l->arg, &v->key, l->mem, &html, &version);

	if (drawn) {
		add_event(&event, &html, version);
		frame_drop(v->newest);
		v->newest = frame_new(event.p, event.n);
	}
	v->dirty = !drawn;
	arena_reset(l->mem);
	return drawn;
}

static int64_t rest_of(const struct live_view *v)
{
	int64_t took = channel_last_fanout_ms(v->channel);

	return took > LIVE_REST_MS ? took : LIVE_REST_MS;
}

/* What nobody watches and has nothing new to keep is forgotten. */
static void forget_unwatched(struct live *l, int64_t now)
{
	for (struct live_view **at = &l->views; *at != NULL;) {
		struct live_view *v = *at;

		if (channel_watchers(v->channel) == 0 && now - v->ready > LIVE_SEEN_MS) {
			*at = v->next;
			view_free(v);
		} else {
			at = &v->next;
		}
	}
}

int live_flush(struct live *l, int64_t now)
{
	int64_t soonest = -1;

	forget_unwatched(l, now);
	for (struct live_view *v = l->views; v != NULL; v = v->next) {
		if (!v->dirty || channel_watchers(v->channel) == 0)
			continue;
		if (now >= v->ready && !channel_busy(v->channel)) {
			if (view_draw(l, v))
				channel_publish(v->channel, v->newest);
			v->ready = now + (v->dirty ? RETRY_MS : rest_of(v));
		}
		if (v->dirty) {
			int64_t wait = v->ready > now ? v->ready - now : LIVE_REST_MS / 4;
			if (soonest < 0 || wait < soonest)
				soonest = wait;
		}
	}
	return (int)soonest;
}

static void watcher_gone(void *arg, uint64_t who)
{
	struct live *l = arg;

	seen_leave(l->seen, who, world_mono_ms(l->world));
}

bool live_watch(struct live *l, const struct live_key *key, struct http_reply *reply,
                uint64_t who)
{
	struct live_view *v = view_get(l, key);

	/* With others watching, the newest frame is at most a rest old and the next is
	 * on its way: a wave of phones that join costs one drawing, not one each. */
	bool stale = v->newest == NULL || (v->dirty && channel_watchers(v->channel) == 0);

	if (stale && !view_draw(l, v))
		return false;
	stream_open(reply, v->channel, v->newest, who, watcher_gone, l);
	if (key->view == VIEW_PHONE)
		seen_enter(l->seen, who, key->samling);
	return true;
}

void live_close(struct live *l, int64_t samling, uint64_t who)
{
	for (struct live_view *v = l->views; v != NULL; v = v->next)
		if (v->key.samling == samling)
			channel_close_tag(v->channel, who);
}

size_t live_phones(const struct live *l, int64_t samling)
{
	return seen_count(l->seen, samling, world_mono_ms(l->world));
}

size_t live_screens(const struct live *l, int64_t samling, enum view view)
{
	size_t n = 0;

	for (const struct live_view *v = l->views; v != NULL; v = v->next)
		if (v->key.samling == samling && v->key.view == view)
			n += channel_watchers(v->channel);
	return n;
}
