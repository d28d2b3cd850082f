/* bilde.h - pictures of items whose kind can have one (struct kind .picture).
 *
 * A picture lies in the table `bilde` under its samling and the SHA-256 of its bytes, after
 * picture_read() has taken away what is not the picture; an item's oppsett has the sum as
 * "bilde".  It is sent to the hall only when such an item has begun.
 */
#ifndef APP_BILDE_BILDE_H
#define APP_BILDE_BILDE_H

#include <jansson.h>
#include <stdint.h>

#include "store/store.h"
#include "web/page.h"

#define PICTURE_SHA_TEXT 65         /* 64 hex digits and the NUL                  */

/* The sum that an oppsett (NULL: none) names; "" when it has no picture. */
const char *picture_sha(const json_t *config);

/* What the picture of an oppsett shows, for those who do not see it; *alt is NULL when
 * it has none, or one that is not there. */
enum outcome picture_alt(struct store *, struct arena *, int64_t samling,
                         const json_t *config, const char **alt) MUST;

/* Where pictures of a samling lie for those who are logged in, and for phones. */
const char *pictures_of_staff(struct arena *, int64_t samling);
const char *pictures_of_phones(struct arena *, int64_t samling);

/* Deletes what no item of the request's samling refers to.  Needs RIGHT_LEADER. */
enum outcome pictures_sweep(struct req *) MUST;

/* The pictures of one samling for a copy of it. */
enum outcome pictures_copy(struct req *, int64_t from, int64_t to) MUST;

extern const struct page bilde_pages[];

#endif
