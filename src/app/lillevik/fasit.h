/* fasit.h - the report as data, read: what is under way, and whether it agrees with what
 * the phones were told.  The lists and texts are the report's own. */
#ifndef APP_LILLEVIK_FASIT_H
#define APP_LILLEVIK_FASIT_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/* A round that was led, and how many phones were told that their answer was stored. */
struct led_round {
	int64_t id;
	size_t stored;
	bool over;
};

const char *fact_text(const json_t *, const char *name);        /* "" if there is none */
int64_t fact_number(const json_t *, const char *name);          /* 0 if there is none  */

const json_t *fact_items(const json_t *report);
const json_t *fact_rounds(const json_t *item);
size_t fact_count_rounds(const json_t *report);

/* The item that has begun and not ended; the one after the last that has begun.  Or NULL. */
const json_t *fact_under_way(const json_t *report);
const json_t *fact_coming(const json_t *report);

/* "08.32", when the item began; "" before that. */
const char *fact_began(struct arena *, const json_t *item);

/* How many rounds are not as the phones were told, each said on standard error.  The first
 * `skipped` were there before the play. */
size_t fact_compare(const json_t *report, const struct led_round *, size_t n, size_t skipped);

/* How many of the kinds there are were held. */
size_t fact_kinds(const json_t *report, size_t *of);

/* Minutes between the programme and when an item began, at most. */
int fact_furthest(struct arena *, const json_t *report);

#endif
