/* arkiv.h - a whole samling as one file, "samling-arkiv/1", that another server can read.
 *
 * Everything that is stored of it, but nothing secret: no links, logins, tokens or keys of
 * answers.  doc/arkiv.md is the format.  Which tables and columns there are stands in one
 * table (tabell.c), which test_arkiv holds against the schema: what is forgotten fails there.
 *
 * All of this runs in a request of RIGHT_SYSTEM.
 */
#ifndef APP_ARKIV_ARKIV_H
#define APP_ARKIV_ARKIV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "store/store.h"

struct arena;
struct buf;
struct world;

/* The file.  OUTCOME_INVALID with *why a msgid: a round is open (its answers still have an
 * owner), it is a rehearsal, or the samling was changed all the while it was read. */
enum outcome archive_write(struct store *, struct arena *, const struct world *,
                           int64_t samling, struct buf *, const char **why) MUST;

#define ARCHIVE_MOST ((size_t)256 << 20)

/* Do these first bytes of a file say that it is an archive, of whatever version? */
bool archive_begins(const char *bytes, size_t n);

/* A file, read and checked to the last column; nothing has been written.  NULL with *error
 * a sentence in bokmål that says what is wrong, and where.  Lives in the arena. */
struct archive;
struct archive *archive_read(struct arena *, const char *bytes, size_t n, const char **error);

/* Puts it in as a new samling: all of it, or (the caller undoes the request) nothing.  Ids
 * are new, the code too if it is taken; nobody leads it yet.  OUTCOME_INVALID with *error:
 * what it says does not hold together. */
enum outcome archive_put(struct store *, struct arena *, const struct world *,
                         const struct archive *, int64_t *samling, const char **error) MUST;

#endif
