/* puls.h - what a puls can be about. */
#ifndef APP_AKTIVITET_SLAG_PULS_H
#define APP_AKTIVITET_SLAG_PULS_H

#include <stddef.h>

struct puls_about {
	const char *name;               /* as "om" holds it; NULL ends the list       */
	const char *question, *answer[3];
	size_t n;
};
extern const struct puls_about puls_about[];

#endif
