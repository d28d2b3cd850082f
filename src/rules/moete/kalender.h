/* kalender.h - the duties of a council around an election, as days.
 *
 * From the last day to change its size, in the year before the election, to the end of the
 * second year of the new term; and what has no day of its own in that time, as a span.  All of
 * it follows from the year of the election, and from the day the council is constituted where
 * that is known.  A day the act names is not moved when it is a Sunday: no rule moves it.
 */
#ifndef RULES_MOETE_KALENDER_H
#define RULES_MOETE_KALENDER_H

#include <stddef.h>

#include "rules/lov.h"

struct arena;

enum duty_when {
	DUTY_BY,                        /* at the latest on `to`                      */
	DUTY_ON,                        /* on `to`, a day that has been told          */
	DUTY_EXPECTED,                  /* on `to`; the government decides            */
	DUTY_WITHIN                     /* from `from` to `to`, once or more          */
};

struct duty {
	const char *key;                /* "budsjett"; one of its kind in a year      */
	enum duty_when when;
	const char *from, *to;          /* ISO dates; from NULL: only a last day      */
	const char *nb, *nn;            /* what, in a short sentence                  */
	enum rule rule;                 /* says more, and obeys what it obeys         */
};

struct kalender {
	const struct duty *duty;        /* in the order of their last days            */
	size_t n;
};

/* The elections a calendar can be made for: 2027, 2031, ...  Before that the acts read otherwise
 * in ways we have not looked at. */
#define KALENDER_FIRST 2027
#define KALENDER_LAST 2095
#define KALENDER_TERM 4

/* The second Monday of September, as in every such year from 2007 to 2023; the government
 * decides, valgloven § 9-1. */
char *kalender_election_day(struct arena *, int election_year);

/* `constituted`: NULL: not known, and the last lawful day is used. */
struct kalender kalender(struct arena *, int election_year, const char *constituted);

/* The year of the first election whose calendar is not over on that day; within the bounds. */
int kalender_election_of(const char *today);

/* ---- the round that comes every year ---- */

enum aarshjul_ring {
	RING_REGNSKAP,                  /* the accounts of last year                  */
	RING_BUDSJETT,                  /* økonomiplan and budget of next year        */
	RING_AARET,                     /* so many times a year, no day in the act    */
	AARSHJUL_RING__MAX
};

/* What the act asks for every year: a last day, or a number of times without any day. */
struct aarshjul_duty {
	const char *key;
	enum aarshjul_ring ring;
	int month, day;                 /* last day; month 0: no day in the act       */
	const char *nb, *nn;
	enum rule rule;
};
extern const struct aarshjul_duty aarshjul[];   /* key NULL ends                      */

#endif
