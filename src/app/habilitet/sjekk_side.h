/* sjekk_side.h - what the page of the self-check says at each step. */
#ifndef APP_HABILITET_SJEKK_SIDE_H
#define APP_HABILITET_SJEKK_SIDE_H

#include "app/habilitet/sjekk.h"
#include "web/html.h"

struct arena;

/* Texts in the language; those in parentheses may be NULL: (help), (where one is). */
const char *sjekk_title(enum lang, const struct sjekk_step *);
const char *sjekk_help(struct arena *, enum lang, const struct sjekk_step *);
const char *sjekk_where(enum lang, const struct sjekk_step *);
const char *sjekk_answer(struct arena *, enum lang, const struct sjekk_option *);

/* The provision a question is asked for. */
enum lov sjekk_lov(const struct sjekk_step *);

/* Everything that can weigh when the body assesses, each once; writes at most
 * HABIL_FACTORS_MAX. */
size_t sjekk_factors(const struct sjekk *, struct habil_factor *out);

/* Of an end: the body has nothing to assess, and one takes part. */
bool sjekk_takes_part(const struct sjekk_step *);

struct html sjekk_html(struct arena *, enum lang);

#endif
