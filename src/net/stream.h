/* stream.h - server-sent events: the newest state, to everyone who watches.
 *
 * A frame is whole state, made once, immutable and counted; a stream holds a
 * pointer to it and an offset.  A stream that is behind gets the newest frame in
 * place of the one that waits, never of the half-sent one, so a slow phone costs
 * one pointer.  A channel is everyone who watches the same view.
 *
 * The heartbeat ("event: puls", data the server's wall clock in ms) goes to every
 * stream each pulse_ms; a stream that has taken nothing for stall_ms is closed.
 */
#ifndef NET_STREAM_H
#define NET_STREAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct net;
struct frame;
struct channel;
struct stream;
struct http_reply;

/* A frame from raw event text ("id: 7\nevent: bit\ndata: ...\n\n"), copied.
 * The maker holds one count; frame_drop() it when it has been handed on. */
struct frame *frame_new(const void *bytes, size_t n);
void frame_drop(struct frame *);           /* NULL is fine */

/* A channel with nobody in it; the caller owns it.  Closing it ends its streams. */
struct channel *channel_new(struct net *);
void channel_free(struct channel *);
size_t channel_watchers(const struct channel *);

/* Makes `frame` the newest: it will reach every stream of the channel, in slices.
 * A fan-out under way starts over with it for those not yet served. */
void channel_publish(struct channel *, struct frame *);
bool channel_busy(const struct channel *);      /* a fan-out is under way      */
int64_t channel_last_fanout_ms(const struct channel *);  /* how long it took    */

/* Turns the reply into a stream on `channel`: 200, text/event-stream, no-store,
 * X-Accel-Buffering: no, "retry: 1000".  `first` (may be NULL) is sent at once.
 * `tag` is the caller's own number for whom this is (a session, a participant);
 * `gone(arg, tag)` is called once when the stream ends, for whatever reason, also
 * when the turn was not saved; in the midst of net's work, so it may note what
 * happened but not open, close or free streams and channels. */
struct stream *stream_open(struct http_reply *, struct channel *,
                           struct frame *first, uint64_t tag,
                           void (*gone)(void *arg, uint64_t tag), void *arg);

/* Ends every stream of a channel whose tag is `tag`: a revoked right. */
void channel_close_tag(struct channel *, uint64_t tag);

#endif
