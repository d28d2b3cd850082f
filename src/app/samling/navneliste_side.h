/* navneliste_side.h - what the pages of the roster draw. */
#ifndef APP_SAMLING_NAVNELISTE_SIDE_H
#define APP_SAMLING_NAVNELISTE_SIDE_H

#include "app/samling/navneliste.h"

struct roster_pasted {
	struct roster *list;
	struct roster_changes changes;
	const char *seen;               /* of the stored list, as it was compared with */
};

struct roster_view {
	const struct roster *stored;
	const struct roster_pasted *pasted;     /* NULL: nothing was                 */
	bool file_wrong;                /* the file that was sent has an error       */
	const char *kept;               /* the last date it is kept, in words; "": no days */
};

/* The ids of those who are here, parted by "-": what the page shows as ticked. */
char *attendance_shown(struct arena *, const struct people *);

#endif
