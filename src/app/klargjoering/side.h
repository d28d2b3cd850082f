/* side.h - what the page of a samling that is made ready draws. */
#ifndef APP_KLARGJOERING_SIDE_H
#define APP_KLARGJOERING_SIDE_H

#include <stddef.h>
#include <stdint.h>

#include "app/samling/samling.h"
#include "web/html.h"

enum ready { READY_YES, READY_NOTE, READY_NO };

struct ready_row {
	const char *name;               /* msgid                                     */
	enum ready state;
	const char *said;               /* translated: how it is, and what to do     */
};

#define READY_ROWS 6

struct ready_view {
	const struct samling *s;
	struct ready_row row[READY_ROWS];
	struct way_in way;
	const char *clock;              /* of the server, "14.32.05"                 */
	int64_t rehearsal;              /* samling.id, or 0                          */
	const char *rehearsal_code;
	size_t rehearsal_phones;        /* connected now                             */
	bool is_rehearsal;              /* this samling is one                       */
	bool may_rehearse;              /* somebody with a login                     */
};

#define REHEARSAL_PHONES 30
#define REHEARSAL_PHONES_MAX 200

#endif
