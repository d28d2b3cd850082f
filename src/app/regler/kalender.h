/* kalender.h - the calendar of a council's duties as a page and as a file, and the round of the
 * year drawn as a wheel.  What the duties are: rules/moete/kalender.h.
 */
#ifndef APP_REGLER_KALENDER_H
#define APP_REGLER_KALENDER_H

#include "rules/moete/kalender.h"
#include "web/page.h"

#define KALENDER_CHOICES 3              /* elections to choose among               */

struct kalender_view {
	struct arena *mem;
	const char *today;              /* ISO date                                  */
	int election;
	int choice[KALENDER_CHOICES];
	const char *constituted;        /* as typed, or ""                           */
	const char *error;              /* about it, msgid, or NULL                  */
	struct kalender all;
};

/* "senest fredag 31. desember 2027", "mandag 13. september 2027 (forventet)", "i løpet av 2028" */
const char *kalender_when(struct arena *, enum lang, const struct duty *);

/* "Dagen er en søndag; siste virkedag før er fredag 29. oktober 2027."  NULL: the last day is
 * a virkedag, or the duty has no last day to be late for. */
const char *kalender_day_off(struct arena *, enum lang, const struct duty *);

/* Where in the year a duty stands, in degrees from its beginning. */
int aarshjul_degree(const struct aarshjul_duty *);

/* Their numbers in the list that have no day: "8 · 9 · 10". */
const char *aarshjul_without_day(struct arena *);

extern const struct field kalender_fields[];
enum outcome kalender_page(struct req *) MUST;
enum outcome kalender_file(struct req *) MUST;

#endif
