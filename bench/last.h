/* last.h - the load client: many phones in one thread.
 *
 * A peer is one connection.  It opens, asks, and tells what it sees through the hooks of
 * struct load; what is measured is in tall.c, which knows nothing about sockets.  Times are
 * nanoseconds of the monotonic clock.  Loopback only.
 */
#ifndef BENCH_LAST_H
#define BENCH_LAST_H

#include <netinet/in.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#define MS 1000000u
#define SECOND 1000000000u

/* What `samling demo --json` says about the site, and the cookies of its participants. */
struct site {
	struct sockaddr_in address;
	char host[64];                 /* as in the Host field                       */
	const char *stream, *post, *body, *wall, *headers;
	char **cookie;
	size_t n_cookie;
};

enum peer_kind {
	PEER_STREAM,                   /* an event stream that is read               */
	PEER_SILENT,                   /* one that is opened and never read          */
	PEER_SLOW,                     /* a request of one byte a second             */
	PEER_ASKER                     /* asks, reads the reply, may ask again       */
};
enum peer_state { PEER_CLOSED, PEER_CONNECTING, PEER_IDLE, PEER_WAITING, PEER_OPEN };

struct peer {
	int fd;
	enum peer_kind kind;
	enum peer_state state;
	unsigned nr;                   /* whose cookie                               */
	const char *path;              /* of a stream                                */
	int64_t seen;                  /* streams: newest data-seq, -1 before one    */
	uint64_t due;                  /* askers: when it should have been sent      */
	uint64_t bytes;                /* read so far                                */
	char *in;                      /* askers: the reply so far                   */
	size_t n_in;
	size_t want;                   /* its whole length, 0: not known yet         */
	size_t sent;                   /* slow ones                                  */
	unsigned char n_carry;
	char carry[48];                /* streams: what may be half a mark           */
};

struct load {
	struct site site;
	int epoll;                     /* of askers, and of `streams` as one          */
	int streams;                   /* of streams: replies are not to wait for them */
	unsigned opening;              /* streams asked for and not yet open         */
	unsigned open, failed, dropped;
	void (*seen)(struct load *, struct peer *, int64_t seq, uint64_t now);
	void (*reply)(struct load *, struct peer *, int status, uint64_t now);
	void (*closed)(struct load *, struct peer *);
	void *arg;                     /* of whoever set the hooks                   */
};

/* klient.c */
uint64_t now_ns(void);
void load_init(struct load *);
void load_site(struct load *, const char *json, const char *cookies, const char *address);
struct peer *peers_new(size_t n, enum peer_kind, unsigned first_nr, const char *path);
bool peer_connect(struct load *, struct peer *);      /* closed -> connecting  */
void peer_close(struct load *, struct peer *);
void peer_post(struct load *, struct peer *, int64_t seq, uint64_t due);
void peer_get(struct load *, struct peer *, const char *path, uint64_t due);
void load_pump(struct load *, uint64_t until);        /* events until then     */
/* Opens peers a few hundred at a time; false when not all are open after a minute. */
bool load_open(struct load *, struct peer *, size_t n);
void load_close(struct load *, struct peer *, size_t n);

/* tall.c: figures, each printed as "name value". */
struct hist {
	uint64_t *ns;
	size_t n, room;
};
void hist_add(struct hist *, uint64_t ns);
double hist_ms(struct hist *, double share);           /* -1: nothing in it     */
void hist_print(struct hist *, const char *name);      /* p50, p99, max         */
void figure(const char *name, double value);
struct usage { double cpu_s, rss_kb; };
struct usage usage_of(pid_t);
void pin(int cpu);                                     /* < 0: nowhere          */
pid_t server_start(struct load *, int cpu, char **command, double *ms);

#endif
