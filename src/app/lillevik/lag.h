/* lag.h - makes Lillevik in a new data folder. */
#ifndef APP_LILLEVIK_LAG_H
#define APP_LILLEVIK_LAG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "store/store.h"

struct arena;
struct site;

/* What was made; paths without the address of the site. */
struct lillevik {
	int64_t samling;
	const char *title, *code;
	const char *console, *wall, *remote, *phone, *report;
	/* Only after lillevik_people(): */
	int64_t item, round;            /* the open question, and its round             */
	const char *token;              /* that its form must carry                     */
};

/* Municipality, people, roster and a samling that is ready and begins today.  Inside a
 * request with RIGHT_SYSTEM. */
enum outcome lillevik_make(struct site *, struct arena *, struct lillevik *) MUST;

/* n phones that have joined, their cookies one a line to `cookies`, and the practice
 * question open before them. */
enum outcome lillevik_people(struct site *, struct arena *, struct lillevik *, size_t n,
                             FILE *cookies) MUST;

#endif
