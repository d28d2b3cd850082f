/* kort.h - one card of the council's rules as a page, and what its template asks. */
#ifndef APP_REGLER_KORT_H
#define APP_REGLER_KORT_H

#include "app/regler/lokal.h"
#include "app/regler/regelkort.h"
#include "web/page.h"

enum outcome kort_page(struct req *) MUST;

/* "Sist kontrollert 28. juli 2026": the oldest day of its sections; NULL: it has none. */
const char *kort_checked(struct arena *, enum lang, const struct regelkort *);

/* "Frist for å melde inn en sak, Interpellasjoner" of the local rules it hangs on. */
const char *kort_left_to_them(struct arena *, enum lang, const struct regelkort *);

/* What the link to its calculator is called: a msgid. */
const char *kort_onward(const struct regelkort *);

/* The oldest day of what the municipality has said on what the card hangs on; NULL: nothing.
 * The rules may be NULL. */
const char *kort_said(const struct regelkort *, const struct lokal_rules *);

#endif
