/* inside.h - between evaluering.c and its template. */
#ifndef APP_EVALUERING_INSIDE_H
#define APP_EVALUERING_INSIDE_H

#include <stdint.h>

#include "app/evaluering/evaluering.h"
#include "rules/skala.h"

/* One time a samling was evaluated, or the sum of several. */
struct evaluering {
	int64_t round;
	const char *title, *municipality, *date;
	size_t people;
	struct skala scale[EVALUERING_STATEMENTS];
};

#endif
