/* http_in.h - bytes to one request (private to net/).
 *
 * The same bytes give the same answer however they were cut on the way: the
 * test and the fuzzer feed everything whole, byte by byte and in random pieces.
 *
 *   step = http_in_feed(in, p, n, &used)
 *     HTTP_IN_MORE     all used, more is needed
 *     HTTP_IN_HEAD     head is in, a body follows: say http_in_admit(), feed on
 *     HTTP_IN_WHOLE    in->req is a request; bytes after `used` are the next one
 *     HTTP_IN_REFUSED  in->status says why; nothing more may be read from here,
 *                      since nobody knows where the next request begins
 *
 * Stricter than the standard asks: see head rules in http_in.c.
 */
#ifndef NET_HTTP_IN_H
#define NET_HTTP_IN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/buf.h"
#include "net/http.h"

enum http_in_step { HTTP_IN_MORE, HTTP_IN_HEAD, HTTP_IN_WHOLE, HTTP_IN_REFUSED };

enum http_in_part {
	PART_HEAD, PART_ADMIT, PART_LENGTH,
	PART_SIZE, PART_SIZE_LF, PART_DATA, PART_DATA_CR, PART_DATA_LF,
	PART_LAST_CR, PART_LAST_LF, PART_DONE
};

struct http_in {
	struct http_request req;  /* filled from HTTP_IN_HEAD on; .mem is taken over
	                           * by whoever sets it to NULL here             */
	struct buf head, body;    /* heap; `body` may be taken over likewise     */
	size_t head_max, limit;
	uint64_t left;            /* bytes of the body or of this chunk to come  */
	int status;               /* of a refusal                                */
	enum http_in_part part;
	unsigned size, column, lines, digits;
	bool cr, word, blank;     /* after CR; method is over; an empty line led */
	bool known;               /* the head is good: req may be shown to the app */
	bool keep_alive, http10, chunked, expects;
};

void http_in_init(struct http_in *, size_t head_max);
void http_in_free(struct http_in *);

enum http_in_step http_in_feed(struct http_in *, const char *, size_t n, size_t *used);

/* After HTTP_IN_HEAD: a body of at most `limit` bytes may come.  False: it says
 * itself that it is larger, in->status is 413. */
bool http_in_admit(struct http_in *, size_t limit);

#endif
