/* kinds_help.h - reads HTML as a browser would, as far as the kinds' tests need it. */
#ifndef TEST_KINDS_HELP_H
#define TEST_KINDS_HELP_H

struct arena;

/* Fails the test if tags do not match, an attribute is not quoted or comes twice, an id
 * comes twice, or `for` and aria-describedby point at nothing ("svarfeil" is the phone's). */
void assert_well_formed(const char *html);

/* What a browser sends of these fields, urlencoded. */
const char *form_that_would_be_sent(struct arena *, const char *html);

#endif
