/* conn.h - the server and one connection, seen from inside (private to net/).
 *
 * A connection owns, in this order of life: the reader of the request that is
 * coming in, a queue of exchanges (request and reply) that are held for the
 * commit or being sent, and at the end perhaps a stream.  At most one of the
 * deadlines below runs for it; each kind has one duration, so each is a ring in
 * order of time and looking for the late ones costs nothing.
 *
 * While replies wait to be sent nothing more is read: a client that does not
 * take its answers stops itself.
 */
#ifndef NET_CONN_H
#define NET_CONN_H

#include <netinet/in.h>
#include <sys/types.h>
#include <sys/uio.h>

#include "lib/buf.h"
#include "net/http.h"
#include "net/http_in.h"
#include "net/link.h"
#include "net/server.h"
#include "net/stream.h"

struct conn;

/* How bytes come and go: TLS would be a second table.  read gives 0 when the
 * peer is done, both give -1 with errno (EAGAIN: not now). */
struct io {
	ssize_t (*read)(struct conn *, void *, size_t);
	ssize_t (*write)(struct conn *, const struct iovec *, int n);
	void (*finish)(struct conn *);    /* we have said our last */
	void (*close)(struct conn *);
};
extern const struct io io_plain;

enum due_kind {
	DUE_IDLE,      /* nothing asked, nothing owed                         */
	DUE_HEAD,      /* a head has begun; not moved by what else comes      */
	DUE_BODY,      /* likewise                                            */
	DUE_WRITE,     /* a reply waits to be taken; moved when some of it is */
	DUE_LINGER,    /* our last is said, theirs is thrown away             */
	DUE_STALL,     /* a stream that is behind                             */
	DUE_NEVER,     /* a stream that is up to date                         */
	DUE_KINDS
};

/* A request and its reply; lives in its own arena. */
struct exchange {
	struct exchange *next;         /* of the connection                      */
	struct exchange *held_next;    /* of the turn                            */
	struct conn *conn;
	struct http_request req;
	struct http_reply reply;
	char *body;                    /* the request's, heap                    */
	struct buf head;               /* of the reply; empty while it is held   */
	size_t sent;                   /* of head and body                       */
	bool handled;                  /* by the app: depends on the commit      */
	bool endless;                  /* its reply is a stream                  */
	bool close, http10;
};

struct conn {
	struct net *net;
	const struct io *io;
	int fd;                        /* -1: closed, freed when the turn ends   */
	uint32_t interest;             /* what epoll watches for                 */
	struct link due;
	int64_t due_at;
	enum due_kind due_kind;
	struct link ready;             /* in net->ready: `rest` can be parsed    */
	struct link flush;             /* in net->flush: replies to send         */
	struct http_in *in;            /* NULL between requests                  */
	struct buf rest;               /* pipelined bytes not yet parsed         */
	struct exchange *first, *last;
	struct stream *stream;
	size_t drained;                /* thrown away while lingering            */
	uint16_t n_queue;
	bool final;                    /* nothing is read after what is queued   */
	bool continue_due, lingering;
	char peer[INET6_ADDRSTRLEN];
};

struct net {
	const struct io *io;           /* for new connections                    */
	const struct world *world;
	struct net_app app;
	struct net_limits limits;
	int epoll, listener, wake;
	bool accepting, stopping;
	int64_t now;                   /* monotonic, once a turn                 */
	int64_t accept_at;             /* out of descriptors: not before this    */
	int64_t wish_at;               /* drawn() wants to be called; -1         */
	struct link due[DUE_KINDS];
	struct link ready, flush, grave;
	struct exchange *held, **held_end;
	int handled;                   /* requests of this turn                  */
	struct link busy;              /* channels with a fan-out under way      */
	struct link pulses;            /* streams, the next heartbeat first      */
	struct frame *pulse;
	int64_t pulse_wall;
	char date[40];
	int64_t date_second;
	struct net_stats stats;
	char scratch[65536];
};

/* conn.c */
struct conn *conn_new(struct net *, int fd, const char *peer);
void conn_event(struct conn *, uint32_t events);
void conn_resume(struct conn *);              /* parse on from `rest`           */
void conn_expire(struct conn *);              /* its deadline has passed        */
void conn_flush(struct conn *);               /* send what is no longer held    */
void conn_settle(struct conn *);              /* deadline and interest by state */
void conn_due(struct conn *, enum due_kind);  /* (re)starts this deadline       */
void conn_close(struct conn *);
void conn_bury(struct conn *);                /* frees a closed one             */

/* http_out.c */
void http_out_head(struct net *, struct exchange *);
/* The app dresses it; `known`: it may look at the request. */
void http_out_refuse(struct net *, struct exchange *, int status, bool known);

/* stream.c */
struct stream *stream_attach(struct stream *, struct conn *);  /* NULL: ended    */
void stream_start(struct stream *);           /* the head of the reply is sent  */
bool stream_started(const struct stream *);
bool stream_behind(const struct stream *);
void stream_flush(struct stream *);
void stream_end(struct stream *);             /* tells gone(); its conn frees it */
void stream_free(struct stream *);
void streams_slice(struct net *);
int64_t streams_due(const struct net *);      /* next heartbeat; INT64_MAX      */

/* notify.c */
int notify_inherited(void);                   /* a listening socket, or -1      */

/* listen.c */
int listen_open(const char *where, const char **error);
void listen_accept(struct net *);
void listen_pause(struct net *, bool accepting);
int listen_conn_max(void);

#endif
