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

/* The provisions a step stands on; writes at most LOV__MAX. */
size_t sjekk_lov(const struct sjekk_step *, enum lov *out);

/* What the document is made of.  A provision is told once, and shown with the steps that stand
 * on it: by its number here, which assets/css/sjekk.css knows up to SJEKK_LOV_MAX. */
#define SJEKK_LOV_MAX 32
struct sjekk_view {
	struct sjekk walk;
	enum lov lov[SJEKK_LOV_MAX];
	size_t n_lov;
};
void sjekk_view_make(struct sjekk_view *);

/* " k3 k7": the classes that show them. */
const char *sjekk_lov_classes(struct arena *, const struct sjekk_view *,
                              const struct sjekk_step *);

/* Everything that can weigh when the body assesses, each once; writes at most
 * HABIL_FACTORS_MAX. */
size_t sjekk_factors(const struct sjekk *, struct habil_factor *out);

/* Of an end: there is nothing that the body should be told of. */
bool sjekk_takes_part(const struct sjekk_step *);

struct html sjekk_html(struct arena *, enum lang);

#endif
