/* sak.h - cases of elections from a file: read, settled by the rules, answered.
 *
 * A case is a JSON object; a file is one case or an array of them.  The format, with every
 * method and field, is doc/valg.md.  The reader is strict: an unknown field, a number out of
 * its limits or a text where a number should be is an error that names the field, and the
 * section it is about where there is one.  An error stops its own case and no other.
 *
 * Nothing is chosen for anybody.  A lot that is not drawn, and a question the act leaves open,
 * come back in the answer; the case is settled again when it says what was drawn or chosen.
 * Same case, same answer.
 */
#ifndef APP_VALG_SAK_H
#define APP_VALG_SAK_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "app/saksfil/saksfil.h"

#define SAK_PEOPLE_MAX 10000            /* on all lists of a case                       */

/* Calls `take` for every case of the file (app/saksfil/saksfil.h), in order; what it gets is gone
 * when it returns.  A file in which no case can be found, as an empty one, is one answer with an
 * error. */
void sak_each(const char *bytes, size_t n, void (*take)(void *, const struct saksfil_answer *),
              void *);

/* Does an answer agree with what was expected of it?  Every field expected is there and equal;
 * further fields are nobody's business.  Where order has no meaning (flags, reasons, lots,
 * outcomes) it has none here.  *where, of at most n bytes, is told which field does not. */
bool sak_agrees(const json_t *expected, const json_t *result, char *where, size_t n);

#endif
