/* sakbibliotek.h - the public page of the library of cases. */
#ifndef APP_HABILITET_SAKBIBLIOTEK_H
#define APP_HABILITET_SAKBIBLIOTEK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "web/page.h"

struct library_case;

/* What is shown of the library. */
struct library_view {
	int64_t theme;                  /* from 1; 0: all                             */
	const char *certainty;          /* its key; "": all                           */
	bool paper;                     /* with the answers open, for who leads       */
	const struct library_case *const *c;
	size_t n;
};

extern const struct field library_fields[];
enum outcome library_page(struct req *) MUST;

#endif
