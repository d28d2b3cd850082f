/* tall.h - numbers of the act: sizes, quorum, shares, notice and time limits.
 *
 * Kommuneloven §§ 5-5, 7-1, 7-12, 10-1, 11-2, 11-9, 27-1.  People and votes are counted in
 * whole ones, so every share is rounded up to the first that fulfils it.
 */
#ifndef RULES_VALG_TALL_H
#define RULES_VALG_TALL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/* ---- size of the council, § 5-5 ---- */

enum tall_level { LEVEL_KOMMUNE, LEVEL_FYLKE };

size_t tall_council_least(enum tall_level, int64_t population);

enum tall_size {
	SIZE_OK,
	SIZE_EVEN,                      /* the number of members must be odd          */
	SIZE_SMALL                      /* below the minimum                          */
};
enum tall_size tall_council_size(enum tall_level, int64_t population, size_t members);

/* The population counts as it was at the second last turn of the year before the election:
 * "2026-01-01" for one in 2027. */
char *tall_population_day(struct arena *, int election_year);

/* The last day a council can change its size, with effect from that election: 31 December of
 * the second last year of the term. */
char *tall_size_day(struct arena *, int election_year);

/* ---- meetings ---- */

size_t tall_quorum_constituting(size_t members);        /* two thirds, § 7-1      */
size_t tall_quorum(size_t members);                     /* half, § 11-9           */
size_t tall_third(size_t members);                      /* § 11-2: demand a meeting, an item */
int64_t tall_two_thirds(int64_t votes);                 /* of votes cast, §§ 7-12, 10-1 */
int64_t tall_ninety(int64_t votes);                     /* § 7-12: remove the ordfører */
int64_t tall_majority(int64_t votes);                   /* more than half         */

#define TALL_NOTICE_DAYS 14
#define TALL_COMPLAINT_DAYS 21
#define TALL_COMPLAINT_MEMBERS 3        /* of the council, § 27-1                 */

enum tall_meeting {
	MEETING_OK,
	MEETING_NOTICE_SHORT,           /* less than 14 days                          */
	MEETING_LATE                    /* after the end of October                   */
};

/* The constitutive meeting, § 7-1: called on one day, held on another.  What is both too late
 * and too short is MEETING_LATE. */
enum tall_meeting tall_constituting(int election_year, const char *notice, const char *meeting);
char *tall_notice_day(struct arena *, const char *meeting);     /* last day to call it */
char *tall_last_constituting(struct arena *, int election_year);        /* "2027-10-31" */

/* The last day to demand lovlighetskontroll of what was decided that day: three weeks. */
char *tall_complaint_day(struct arena *, const char *decided);

#endif
