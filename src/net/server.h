/* server.h - one thread, one epoll loop, every socket of the program.
 *
 * A turn of the loop:
 *   1 take every ready request: parse, and give whole ones to app->handle()
 *   2 app->commit()             everything the handlers wrote, in one sync
 *   3 send the replies of this turn (or 503 to all of them if 2 failed)
 *   4 app->drawn()              dirty views are drawn and published
 *   5 one slice of the fan-out under way (256 streams), then again from 1
 *
 * Everything about sockets, HTTP and deadlines is in this room; users, pages
 * and SQL are unknown here.
 */
#ifndef NET_SERVER_H
#define NET_SERVER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "net/http.h"

struct net;
struct world;

struct net_app {
	void *arg;

	/* The head is in: how large may the body be?  0 for methods without one.
	 * Called before a byte of the body is read (413), also for chunked ones. */
	size_t (*body_limit)(void *arg, const struct http_request *head);

	/* A whole request.  Must set reply->status or open a stream. */
	void (*handle)(void *arg, const struct http_request *, struct http_reply *);

	/* What net itself refuses (400, 408, 413, 417, 431, 503) is dressed by the
	 * app, so that also these are calm pages with the strict headers.  `req`
	 * is NULL when the head could not be read.  Must not touch the database. */
	void (*refuse)(void *arg, int status, const struct http_request *req,
	               struct http_reply *);

	/* End of a turn in which something was handled. False: nothing was saved. */
	bool (*commit)(void *arg);

	/* After the replies.  Returns in how many milliseconds it wants to be
	 * called again though nothing happens; -1: no wish. */
	int (*drawn)(void *arg, int64_t mono_ms);
};

/* Limits; a zero means the default in brackets. */
struct net_limits {
	size_t head_max;        /* bytes of request line and fields [16384]          */
	int head_ms;            /* first byte to whole head [10000]                  */
	int body_ms;            /* head to whole body [20000]                        */
	int idle_ms;            /* keep-alive without a request [60000]              */
	int write_ms;           /* a reply that is not being taken [20000]           */
	int pulse_ms;           /* heartbeat on streams [15000]                      */
	int stall_ms;           /* a stream that takes nothing [15000]               */
	int stop_ms;            /* net_stop() to the end of net_run(), at most [4000] */
	int slice;              /* streams served between two looks at requests [256] */
	int conn_max;           /* connections at once [from RLIMIT_NOFILE]          */
};

/* Listens on "ADDR:PORT" ("[::1]:8080" too, port 0 picks one), or takes over the
 * first socket that the service manager hands us (LISTEN_FDS).  NULL: *error is
 * a sentence for the operator, static or in no need of freeing. */
struct net *net_open(const char *listen, const struct net_limits *,
                     const struct world *, const struct net_app *,
                     const char **error);
int net_port(const struct net *);

/* The host by which others reach a server that listens there: for "0.0.0.0:8080" this
 * machine's own address on its network.  False: not ADDR:PORT. */
bool net_host(const char *listen, char *to, size_t n);

/* Runs until net_stop() (safe in a signal handler): then no new connections,
 * replies under way are finished, and after at most stop_ms it returns. */
void net_run(struct net *);
void net_stop(struct net *);
void net_close(struct net *);

/* One turn, waiting at most `wait_ms`: what net_run() repeats, for tests. */
void net_turn(struct net *, int wait_ms);

/* Tells a service manager (NOTIFY_SOCKET), e.g. "READY=1"; quiet without one. */
void net_notify(const char *state);

/* What has happened so far, for tests. */
struct net_stats {
	size_t conns, streams;
	uint64_t requests, refused, frames_sent, frames_skipped, stalled;
};
struct net_stats net_stats(const struct net *);

#endif
