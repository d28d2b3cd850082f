/* sider.h - what the pages about groups show. */
#ifndef APP_GRUPPE_SIDER_H
#define APP_GRUPPE_SIDER_H

#include "app/gruppe/gruppe.h"
#include "web/page.h"

struct groups_page {
	const struct samling *s;
	struct rows items;              /* gruppearbeid_i_samling                    */
	struct rows rules;              /* gruppe_regler                             */
	struct rows people;             /* gruppe_folk                               */
	const char *rooms;              /* a line for each                           */
};

/* One item and its groups. */
struct division_page {
	const struct samling *s;
	const struct activity *a;
	const struct division *div;
	struct rows people;             /* gruppe_folk                               */
	struct way_in way;              /* the paper                                 */
};

/* "Kari Nes og Ola Li kan ikke holdes fra hverandre: ..." for number i of the rules that
 * could not be kept; NULL after the last. */
const char *broken_text(struct arena *, enum lang, const struct division *, size_t i);

#endif
