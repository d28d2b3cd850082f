/* xml.h - a small reader of XML that nobody has vouched for: tags, attributes, text.
 *
 * It goes one way, a piece at a time, and stops at the first thing that is wrong.  What it
 * does not know is an error: a DOCTYPE may only be <!DOCTYPE html>, there are no entities but
 * the five of XML, &nbsp; and numbers, no CDATA, no prefix is resolved, and nothing is ever
 * fetched.  At most XML_DEPTH elements are open at a time.
 */
#ifndef APP_LOV_XML_H
#define APP_LOV_XML_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

#define XML_DEPTH 64
#define XML_ATTRIBUTES 24

enum xml_piece { XML_START, XML_END, XML_TEXT, XML_DONE, XML_WRONG };

struct xml {
	struct arena *mem;
	const char *p, *end;
	const char *open[XML_DEPTH];
	size_t depth;                   /* after a start: with it; after an end: without it   */
	const char *name;               /* of the start or end                                */
	const char *text;               /* of the text, entities read                         */
	struct { const char *name, *value; } attribute[XML_ATTRIBUTES];
	size_t n_attribute;
	bool empty;                     /* <br/>: its end comes next                          */
	bool root;                      /* has been: there is only one                        */
	int line;
	const char *error;              /* bokmål, in mem, after XML_WRONG                    */
};

/* The text need not end with a NUL, and must live as long as the reader.  Needs at most
 * about ten times its bytes of the arena. */
void xml_begin(struct xml *, struct arena *, const char *text, size_t n);

/* After XML_DONE or XML_WRONG it comes again and again. */
enum xml_piece xml_next(struct xml *);

/* Of the start that was read last; "" when it is not there. */
const char *xml_value(const struct xml *, const char *name);
bool xml_has_class(const struct xml *, const char *class);

#endif
