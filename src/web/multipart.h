/* multipart.h - the parts of a multipart/form-data body (RFC 7578).
 *
 * Pure: bytes in, parts out, which point into the body.  Only what browsers send is taken:
 * one level, every part with a Content-Disposition that names it.  The name that a file has
 * where it came from, and the type it says it is of, are read past and never kept.
 */
#ifndef WEB_MULTIPART_H
#define WEB_MULTIPART_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

#define MULTIPART_PARTS_MAX 16

struct part {
	const char *name;           /* in the arena                                  */
	bool file;                  /* it had a filename                             */
	const char *bytes;          /* in the body                                   */
	size_t n;
};

struct multipart {
	struct part part[MULTIPART_PARTS_MAX];
	size_t n;
};

/* Is a body with this Content-Type (NULL: none) of this kind? */
bool multipart_is(const char *content_type);

/* False: it is not whole, not as browsers write it, or has too many parts. */
bool multipart_read(struct arena *, const char *content_type, const char *body, size_t n,
                    struct multipart *);

#endif
