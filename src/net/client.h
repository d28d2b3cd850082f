/* client.h - the other end of the wire: phones that are programs.
 *
 * For `samling spill` and for the tests that need a hall of people.  Speaks HTTP/1.1 to a
 * server on this machine and to no other: an address outside the loopback is refused.
 * A line is a connection that is kept open between requests, with one request at a time;
 * it opens itself again when the server has closed it.  Redirects are the caller's.
 */
#ifndef NET_CLIENT_H
#define NET_CLIENT_H

#include <stdbool.h>
#include <stddef.h>

struct client;
struct client_line;

/* `address` is "127.0.0.1:8080" or "[::1]:8080", with or without "http://" before it.
 * NULL: *error is a sentence, static. */
struct client *client_new(const char *address, const char **error);
void client_free(struct client *);               /* its lines too; NULL is fine      */

struct client_line *client_line(struct client *);    /* owned by the client          */

struct client_ask {
	const char *path;
	const char *cookie;      /* of the Cookie field; NULL or "": none               */
	const char *form;        /* urlencoded: a POST with our Origin; NULL: a GET     */
	bool bit;                /* asks for sections, as the script of the page does   */
};

struct client_header {
	const char *name;        /* lower case                                          */
	const char *value;
};

struct client_reply {
	int status;              /* 0: the line broke before the reply was whole        */
	const struct client_header *field;
	size_t n_field;
	const char *body;        /* NUL-terminated                                      */
	size_t n_body;
};

/* The value of a field by its lower-case name: the first, or NULL. */
const char *client_field(const struct client_reply *, const char *name);

/* The reply and its strings live until the line is used again, which done() may do.
 * Asking while the line is busy is a bug. */
typedef void (*client_done)(void *arg, const struct client_reply *);
void client_ask(struct client_line *, const struct client_ask *, client_done, void *arg);

/* An event stream.  told() gets each event's name and data; a NULL name: it has ended,
 * with `data` NULL and the reply's status in n (0: the line broke, or was ended).  It may
 * not ask anything on its own line. */
typedef void (*client_told)(void *arg, const char *event, const char *data, size_t n);
void client_watch(struct client_line *, const char *path, const char *cookie, client_told,
                  void *arg);

/* Serves what is ready, after waiting at most `wait_ms` for it. */
void client_turn(struct client *, int wait_ms);
size_t client_waiting(const struct client *);        /* requests without a reply yet  */

/* Asks and waits for the whole reply, while the other lines are served too.  The reply
 * lives until the line is used again. */
struct client_reply client_get(struct client_line *, const struct client_ask *);

#endif
