/* tid.h - civil time in Norway.
 *
 * The database stores moments as milliseconds since 1970 and civil dates as
 * ISO text ("2027-01-15"); times of day are minutes since midnight.  The zone is
 * always Europe/Oslo, by the rule in force since 1996, so that no machine's
 * setting and no installed table can change an agenda.
 *
 * A function that takes an ISO date wants one that tid_is_date() has said yes to.
 */
#ifndef LIB_TID_H
#define LIB_TID_H

#include <stdbool.h>
#include <stdint.h>

struct arena;

struct civil {
	int year, month, day;     /* month and day from 1           */
	int minute;               /* of the day, 0..1439            */
	int second;
	int weekday;              /* 1 Monday .. 7 Sunday           */
};

struct civil tid_civil(int64_t wall_ms);

/* Local time to moment.  A time that the clock jumps over in March is counted from
 * before the jump (02.30 becomes 03.30); one that comes twice in October is the
 * first of the two.  A minute outside the day is in a day before or after. */
int64_t tid_wall_ms(const char *iso_date, int minute);

bool tid_is_date(const char *);            /* a real ISO date, year 1..9999; no NULL */
int tid_days_between(const char *from, const char *to);    /* negative: to is before */
char *tid_add_days(struct arena *, const char *iso_date, int days);  /* stops at the
                                              first and the last date there is       */
char *tid_today(struct arena *, int64_t wall_ms);  /* ISO date in Norway         */
int tid_weekday(const char *iso_date);             /* 1 Monday .. 7 Sunday       */

/* "08.30"; a minute outside the day is shown as the clock would show it. */
char *tid_clock(struct arena *, int minute);

/* Reads 8.30, 08:30 and 0830; -1 for what is not a time of day. */
int tid_parse_clock(const char *);

#endif
