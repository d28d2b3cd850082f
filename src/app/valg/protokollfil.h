/* protokollfil.h - an election as a file: what was fed in, and what came out of it.
 *
 * The file is a case of `samling valg` (doc/valg.md) and can be read as one.  A settled one also
 * has "expected", the result, and "sha256", a sum over all the rest, so that a number changed
 * afterwards is seen even where it would change no seat.  What was drawn and chosen is in the
 * case, and so again in the result.  Written texts of other editions may differ, so the
 * findings about lists, which are prose, are left out of the result.
 */
#ifndef APP_VALG_PROTOKOLLFIL_H
#define APP_VALG_PROTOKOLLFIL_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "app/valg/side.h"
#include "lib/buf.h"

struct saksfil_answer;

/* The election of the form, as far as it has come.  Nothing in it is wrong (s.wrong). */
const char *protokollfil(struct arena *, const struct valg_view *, size_t *n);

/* Puts result and sum into a case; false, and as before: it is not settled. */
bool protokollfil_close(json_t *sak);

/* Is what the file says came out what comes out?  What differs is said, a line each. */
bool protokollfil_check(const struct saksfil_answer *, struct buf *said);

#endif
