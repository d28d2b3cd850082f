/* gjensyn.h - between gjensyn.c and its template. */
#ifndef APP_AKTIVITET_SLAG_GJENSYN_H
#define APP_AKTIVITET_SLAG_GJENSYN_H

#include "app/aktivitet/kind.h"

/* What kind->read() found of the item that is shown again. */
struct gjensyn {
	const struct activity *a;
	const char *question;           /* NULL: its title says it                    */
	bool seen;                      /* there is something that may be seen        */
	struct drawing d;
};

#endif
