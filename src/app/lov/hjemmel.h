/* hjemmel.h - the sections something stands on: as links to our pages about them, and as what they
 * say, one tap away.  The templates of hjemmel.html, for all features:
 *
 *	{{> hjemmel(mem, rule) }}           links, of what a rule obeys
 *	{{> hjemler(mem, lov, n) }}         links, of provisions in the order of the table
 *	{{> lovhjemmel(mem, rule) }}        the same two with the act's name always, where a page
 *	{{> lovhjemler(mem, lov, n) }}      stands on several acts
 *	{{> lovord(mem, lov, n) }}          each as <details>: our words, the day they were held
 *	                                    against the wording, our page, and Lovdata's
 */
#ifndef APP_LOV_HJEMMEL_H
#define APP_LOV_HJEMMEL_H

#include "app/lov/lov.h"
#include "rules/lov.h"
#include "web/html.h"

struct arena;

/* How many of the n provisions, from the first one on, are of the same section; n is not 0. */
size_t hjemmel_same(const enum lov *, size_t n);

/* "§ 7-7 andre og fjerde ledd", in the language, of n provisions of one section; with the act
 * before it unless it is kommuneloven.  And the page of that section. */
const char *hjemmel_text(struct arena *, enum lang, const enum lov *, size_t n);
const char *hjemmel_path(struct arena *, enum lov);

#endif
