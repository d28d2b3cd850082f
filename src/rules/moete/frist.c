#include "rules/moete/frist.h"

#include <stdlib.h>

#include "lib/arena.h"
#include "lib/tid.h"
#include "rules/moete/helligdag.h"

#define LAST_MONTH 10           /* the constitutive meeting is held by the end of it */

char *frist_last_constituting(struct arena *mem, int election_year)
{
	return arena_printf(mem, "%04d-%02d-31", election_year, LAST_MONTH);
}

enum frist_meeting frist_constituting(int election_year, const char *notice, const char *meeting)
{
	const long year = strtol(meeting, NULL, 10), month = strtol(meeting + 5, NULL, 10);

	if (year > election_year || (year == election_year && month > LAST_MONTH))
		return MEETING_LATE;
	return tid_days_between(notice, meeting) < FRIST_NOTICE_DAYS ? MEETING_NOTICE_SHORT
	                                                             : MEETING_OK;
}

char *frist_notice_day(struct arena *mem, const char *meeting)
{
	return tid_add_days(mem, meeting, -FRIST_NOTICE_DAYS);
}

struct frist_complaint frist_complaint(struct arena *mem, const char *decided)
{
	const char *out = tid_add_days(mem, decided, FRIST_COMPLAINT_DAYS);

	return (struct frist_complaint){ out, helligdag_working_from(mem, out) };
}
