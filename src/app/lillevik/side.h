/* side.h - what a program finds on our own pages: a form, filled in as a browser would.
 *
 * Reads the HTML that htmlgen writes (attributes in double quotes, escaped by us), not HTML
 * at large. */
#ifndef APP_LILLEVIK_SIDE_H
#define APP_LILLEVIK_SIDE_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/buf.h"

struct arena;
struct client_reply;

struct side_form {
	const char *action;
	struct buf body;             /* its hidden fields, urlencoded                   */
	const char *html;            /* from <form to </form>                           */
};

/* The form of the first button or field with this name and value (value NULL: any).  Fields
 * that say by form="id" where they belong are found too.  False: there is none. */
bool side_form(struct arena *, const char *html, const char *name, const char *value,
               struct side_form *);

/* The value of number i (from 0) of the fields with that name in the HTML, or NULL. */
char *side_value(struct arena *, const char *html, const char *name, size_t i);
size_t side_count(const char *html, const char *name);

/* The value of option number `option` in number i of the lists with that name, or NULL. */
char *side_option(struct arena *, const char *html, const char *name, size_t i, size_t option);

/* One more field to an urlencoded body. */
void side_add(struct buf *, const char *name, const char *value);

/* The Cookie field after this reply: what was sent before, and what it sets. */
char *side_cookie(struct arena *, const char *before, const struct client_reply *);

#endif
