/* frist.h - notice and time limits: kommuneloven §§ 7-1 and 27-1.
 *
 * The three weeks of § 27-1 are counted as in forvaltningsloven § 30, which points to
 * domstolloven §§ 148 and 149: the same day of the week three weeks on, and if that is a
 * Saturday or a holiday, the next virkedag.  A demand that is posted that day is in time.
 * The days of § 7-1 are not moved by any rule we have found.
 */
#ifndef RULES_MOETE_FRIST_H
#define RULES_MOETE_FRIST_H

#include <stdint.h>

struct arena;

#define FRIST_NOTICE_DAYS 14
#define FRIST_COMPLAINT_DAYS 21
#define FRIST_COMPLAINT_MEMBERS 3       /* of the council, § 27-1                 */

enum frist_meeting {
	MEETING_OK,
	MEETING_NOTICE_SHORT,           /* less than 14 days                          */
	MEETING_LATE                    /* after the end of October                   */
};

/* The constitutive meeting, § 7-1: called on one day, held on another.  What is both too late
 * and too short is MEETING_LATE. */
enum frist_meeting frist_constituting(int election_year, const char *notice, const char *meeting);
char *frist_notice_day(struct arena *, const char *meeting);    /* last day to call it */
char *frist_last_constituting(struct arena *, int election_year);       /* "2027-10-31" */

/* Demanding lovlighetskontroll of what was decided that day: when the three weeks are out, and
 * the last day, which is later when that day is a Saturday or a holiday. */
struct frist_complaint {
	const char *out, *last;
};
struct frist_complaint frist_complaint(struct arena *, const char *decided);

#endif
