/* route.h - from a path to the row that serves it. */
#ifndef WEB_ROUTE_H
#define WEB_ROUTE_H

#include <stdint.h>

#include "web/page.h"

struct route {
	const struct page *page;       /* NULL: no such path, or not this method    */
	bool path_known;               /* some method has it: 405, not 404          */
	const char *param[PAGE_PARAMS];
	int64_t samling;               /* {samling}; 0: none                        */
	const char *nokkel;            /* {nokkel} or NULL                          */
};

/* Finds the row for the method (HEAD counts as GET) and path in the site's tables. */
struct route route_find(const struct site *, struct arena *, enum http_method,
                        const char *path);

#endif
