/* felles.h - what kinds share when they read a config. */
#ifndef APP_AKTIVITET_SLAG_FELLES_H
#define APP_AKTIVITET_SLAG_FELLES_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

struct arena;

/* One field of an "oppsett": its kind, its limits, and what it is when absent. */
enum config_kind { CONFIG_TEXT, CONFIG_INT, CONFIG_FLAG, CONFIG_TEXTS, CONFIG_LINK };
struct config_field {
	const char *name;            /* NULL ends the list                          */
	enum config_kind kind;
	int min, max;                /* letters, numbers; for TEXTS of each text    */
	int min_n, max_n;            /* how many texts                              */
	const char *text;            /* default; NULL with min > 0: required        */
	int number;
};

/* A complete object with exactly these fields (new reference), or NULL: *where is the
 * field, *error a msgid.  Text is cleaned (utf8_clean). */
json_t *config_check(const struct config_field *, const json_t *in, const char **where,
                     const char **error);

const char *config_text(const json_t *config, const char *name);        /* "" if none */
int config_int(const json_t *config, const char *name);
bool config_flag(const json_t *config, const char *name);
size_t config_n(const json_t *config, const char *name);
const char *config_nth(const json_t *config, const char *name, size_t i); /* NULL: past */

/* Text of several lines as a JSON array; empty lines are left out.  With `paragraphs`
 * an empty line parts the texts instead of every line. */
json_t *config_lines(const char *text, bool paragraphs);

/* The texts of a list as they were written in the editor. */
char *config_unlines(struct arena *, const json_t *config, const char *name, bool paragraphs);

#endif
