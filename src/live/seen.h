/* seen.h - which phones have been here during the last two minutes.
 *
 * A phone's stream is cut whenever its screen goes dark, so open streams say little;
 * "connected" means seen lately.  Kept in memory only: it is nobody's history.
 */
#ifndef LIVE_SEEN_H
#define LIVE_SEEN_H

#include <stddef.h>
#include <stdint.h>

struct seen;

struct seen *seen_new(void);
void seen_free(struct seen *);
void seen_enter(struct seen *, uint64_t who, int64_t samling);
void seen_leave(struct seen *, uint64_t who, int64_t mono_ms);
size_t seen_count(struct seen *, int64_t samling, int64_t mono_ms);

#endif
