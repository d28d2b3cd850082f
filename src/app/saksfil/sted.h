/* sted.h - where in a text of JSON a byte is: for what the JSON reader itself refuses.
 *
 * A number that is too large, NaN, a field that stands twice: the reader gives an offset, and
 * people want the field.  Works on any bytes; what it does not understand it walks past.
 */
#ifndef APP_SAKSFIL_STED_H
#define APP_SAKSFIL_STED_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

struct saksfil_sted {
	const char *field;              /* "lists[0].votes"; "" outside all fields      */
	const char *id, *method;        /* of the case, or ""                           */
	size_t line;                    /* from 1                                       */
};

/* Of the case that the n bytes are. */
struct saksfil_sted saksfil_sted(struct arena *, const char *bytes, size_t n, size_t offset);

/* The elements of an array, one at a time, as its bytes have them.  *at begins at the bracket;
 * false: there are no more.  An element whose end cannot be found ends with the text. */
bool saksfil_element(const char *bytes, size_t n, size_t *at, size_t *begin, size_t *end);

#endif
