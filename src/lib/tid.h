/* tid.h - civil time in Norway.
 *
 * The database stores moments as milliseconds since 1970 and civil dates as
 * ISO text ("2027-01-15"); times of day are minutes since midnight.  The zone is
 * always Europe/Oslo, by the rule in force since 1996, so that no machine's
 * setting and no installed table can change an agenda.
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
int64_t tid_wall_ms(const char *iso_date, int minute);  /* local time to moment */

bool tid_is_date(const char *);                    /* a real ISO date            */
int tid_days_between(const char *from, const char *to);
char *tid_add_days(struct arena *, const char *iso_date, int days);
char *tid_today(struct arena *, int64_t wall_ms);  /* ISO date in Norway         */
int tid_weekday(const char *iso_date);             /* 1 Monday .. 7 Sunday       */

/* "08.30"; -1 for what is not a time of day.  Reads 8.30, 08:30 and 0830. */
char *tid_clock(struct arena *, int minute);
int tid_parse_clock(const char *);

#endif
