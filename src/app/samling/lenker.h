/* lenker.h - what the page of links and people shows. */
#ifndef APP_SAMLING_LENKER_H
#define APP_SAMLING_LENKER_H

#include "app/samling/samling.h"
#include "web/page.h"

struct link_row {
	int64_t id;
	enum link_kind kind;
	const char *name;
	const char *until;              /* the last day it works, ISO                   */
	bool revoked;
};

struct leader_row { int64_t id; const char *name, *email; };

struct links_view {
	const struct samling *s;
	struct link_row *link;
	size_t n_link;
	struct leader_row *leader;
	size_t n_leader;
	const char *secret;             /* the whole address of a new link, or NULL     */
	struct html qr;                 /* of it                                        */
};

const char *link_label(enum link_kind);         /* msgid */

/* May this reader say who leads?  Not somebody who leads by a link themselves: the link can
 * be revoked, and then nothing of what it gave should be left with others. */
bool links_let_in(const struct req *);

#endif
