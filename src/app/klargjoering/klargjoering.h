/* klargjoering.h - the evening before and the hour before: does the venue work, and a
 * rehearsal with phones that are programs.
 *
 * A rehearsal is a copy of the samling under a code of its own, called PRØVE on every
 * screen.  Its answers lie in the copy, so that none of them can ever be taken for real ones,
 * stand in the report, or be forgotten: the copy is erased by one press, when the real
 * samling begins, and after a day.
 */
#ifndef APP_KLARGJOERING_KLARGJOERING_H
#define APP_KLARGJOERING_KLARGJOERING_H

#include "store/store.h"
#include "web/page.h"

/* Erases what rehearses this samling; nothing to erase is well. */
enum outcome rehearsals_wipe(struct store *, struct arena *, int64_t samling) MUST;

/* Those that somebody has left: older than a day.  Inside a request of RIGHT_SYSTEM. */
enum outcome rehearsals_forget(struct store *, struct arena *, const struct world *) MUST;

extern const struct page klargjoering_pages[];

#endif
