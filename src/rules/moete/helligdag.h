/* helligdag.h - Norwegian holidays, for time limits.
 *
 * Helligdagsfredloven § 2; 1 and 17 May by the act of 26 April 1947, which makes them as
 * Sundays.  Saturdays are not holidays, but a time limit does not end on one either
 * (domstolloven § 149).  Christmas Eve, New Year's Eve and Easter Eve are working days unless
 * they are Saturdays or Sundays.  Dates are ISO dates that tid_is_date() takes; the calendar
 * is the Gregorian, for any year.
 */
#ifndef RULES_MOETE_HELLIGDAG_H
#define RULES_MOETE_HELLIGDAG_H

#include <stdbool.h>

struct arena;

enum helligdag {
	HELLIGDAG_NONE,
	HELLIGDAG_SOENDAG,              /* and none of those below                    */
	HELLIGDAG_NYTTAAR,
	HELLIGDAG_SKJAERTORSDAG,
	HELLIGDAG_LANGFREDAG,
	HELLIGDAG_PAASKE_1,
	HELLIGDAG_PAASKE_2,
	HELLIGDAG_MAI_1,
	HELLIGDAG_MAI_17,
	HELLIGDAG_HIMMELFART,
	HELLIGDAG_PINSE_1,
	HELLIGDAG_PINSE_2,
	HELLIGDAG_JUL_1,
	HELLIGDAG_JUL_2,
	HELLIGDAG__MAX
};

/* Easter Sunday. */
char *helligdag_easter(struct arena *, int year);

/* On a day that is two of them, the one that follows Easter is named. */
enum helligdag helligdag(struct arena *, const char *iso_date);

/* A Saturday, a Sunday or a holiday: no virkedag. */
bool helligdag_is_off(struct arena *, const char *iso_date);

/* The day itself, or else the nearest virkedag after it, or before it. */
char *helligdag_working_from(struct arena *, const char *iso_date);
char *helligdag_working_to(struct arena *, const char *iso_date);

#endif
