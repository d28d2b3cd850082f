/* http.h - one request and its reply, as the rooms above see them.
 *
 * A request is whole when a handler sees it: head checked, body within the
 * route's limit.  All its strings live until the reply has been made.
 * A handler fills the reply; nothing leaves before the turn's commit.
 */
#ifndef NET_HTTP_H
#define NET_HTTP_H

#include <stddef.h>
#include <stdint.h>

struct arena;
struct stream;

enum http_method { HTTP_GET, HTTP_HEAD, HTTP_POST, HTTP_OTHER };

struct http_field {
	const char *name;    /* lower case */
	const char *value;   /* trimmed    */
};

struct http_request {
	enum http_method method;
	const char *path;     /* as sent, before '?', not decoded; starts with '/' */
	const char *query;    /* after '?', not decoded; "" when there is none     */
	const char *host;     /* the Host field, never NULL                        */
	const struct http_field *field;
	size_t n_field;
	const char *body;     /* NUL after n_body bytes                            */
	size_t n_body;
	const char *peer;     /* the address that connected, as text               */
	struct arena *mem;    /* lives until the reply has been handed over        */
};

/* The value of a header field by its lower-case name; NULL when not sent. */
const char *http_field(const struct http_request *, const char *name);

struct http_reply {
	int status;                 /* a handler must set it                       */
	struct http_field *field;   /* in request memory, grown by http_reply_set  */
	size_t n_field;
	const void *body;           /* in request memory, or static for ever       */
	size_t n_body;
	/* Set by stream_open(): the reply is an event stream from here on. */
	struct stream *stream;
	struct arena *mem;
};

/* Adds a field; both strings must outlive the reply.  A value with a control
 * character in it is a bug of ours and aborts. */
void http_reply_set(struct http_reply *, const char *name, const char *value);

#endif
