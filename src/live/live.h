/* live.h - who watches what, and what must be redrawn.
 *
 * A view is what one kind of screen sees of one samling in one language.  Changing
 * something never draws: live_touch() sets a bit.  After the turn's commit each dirty
 * view that has rested is drawn once and the same bytes go to everyone who watches it.
 * A view is drawn at once when nothing was sent for LIVE_REST_MS, else when it has
 * rested; after a fan-out it rests as long as that took.
 *
 * Nothing is replayed: a frame is the whole state, and its id is the samling's version.
 */
#ifndef LIVE_LIVE_H
#define LIVE_LIVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct buf;
struct http_reply;
struct live;
struct net;
struct world;

#define LIVE_REST_MS 80
#define LIVE_SEEN_MS 120000       /* "connected" means seen in the last two minutes */

enum view { VIEW_PHONE, VIEW_WALL, VIEW_CONSOLE, VIEW_REMOTE, VIEW__MAX };
#define VIEW_BIT(v) (1u << (v))
#define VIEW_EVERY ((1u << VIEW__MAX) - 1)

struct live_key {
	int64_t samling;
	enum view view;
	int lang;
};

/* Draws the view into `frame`: its sections, as HTML.  False: cannot be drawn now
 * (the database), try again later. */
typedef bool (*live_draw)(void *arg, const struct live_key *, struct arena *,
                          struct buf *html, int64_t *version);

struct live *live_new(struct net *, const struct world *, live_draw, void *arg);
void live_free(struct live *);

/* Something that these views show has changed.  NULL, as in commands: nobody watches. */
void live_touch(struct live *, int64_t samling, unsigned views);

/* After the replies of a turn; returns ms until it wants to be called again, or -1. */
int live_flush(struct live *, int64_t mono_ms);

/* Makes the reply an event stream on this view, beginning with the present state.
 * `who` tells watchers apart (0: not counted); the same phone twice counts once. */
bool live_watch(struct live *, const struct live_key *, struct http_reply *, uint64_t who);

/* Ends all streams that `who` has open in the samling: a revoked right. */
void live_close(struct live *, int64_t samling, uint64_t who);

/* Phones seen during the last two minutes; screens with an open stream. */
size_t live_phones(const struct live *, int64_t samling);
size_t live_screens(const struct live *, int64_t samling, enum view);

#endif
