/* rydd.h - what the files of keeping no longer than needed share. */
#ifndef APP_PERSON_RYDD_H
#define APP_PERSON_RYDD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "store/store.h"

struct arena;

/* What people wrote in a samling, and what leaders decided of it.  Inside a request of
 * RIGHT_SYSTEM; *gone rises by the texts that went. */
enum outcome texts_forget(struct store *, int64_t samling, size_t *gone) MUST;

/* What was deleted is overwritten.  False: others use the database; that it waits is
 * remembered, and rydd() does it.  Outside any request. */
bool freed_overwrite(struct store *, struct arena *);

#endif
