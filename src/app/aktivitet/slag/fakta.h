/* fakta.h - between fakta.c and its template. */
#ifndef APP_AKTIVITET_SLAG_FAKTA_H
#define APP_AKTIVITET_SLAG_FAKTA_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

/* Is choice i, from 0, right? */
bool fakta_right(const json_t *config, size_t choice);

#endif
