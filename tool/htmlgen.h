/* htmlgen.h - the three parts of the template compiler.
 *
 * htmlgen.c       reads lines, opens and closes templates, writes the C
 * htmlgen_html.c  follows the HTML, so that the place of each value is known
 * htmlgen_value.c turns each {{ }} into a call that suits its place
 *
 * There is one struct gen a run; an error prints file and line and ends the program.
 */
#ifndef TOOL_HTMLGEN_H
#define TOOL_HTMLGEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum place { OUTSIDE, TEXT, TAG, VALUE, RCDATA, SCRIPT };

struct branch {                     /* a {{? that is open             */
	enum place place;
	int tag, attr, line;
	bool has_else;
};

struct gen {
	const char *path;
	const char *at;             /* what is read next              */
	int line;
	bool line_head;

	enum place place;
	char tag[32];               /* the tag we are in or came from */
	bool closing;               /* ... is an end tag              */
	int tag_no, attr_no;        /* tells two places apart         */
	char quote;
	bool url, url_begun;
	bool keep;                  /* white space matters here       */

	struct branch branch[8];
	size_t n_branch;

	FILE *c, *h;
	char *lit;                  /* literal HTML not yet written   */
	size_t n_lit, lit_cap;
	int lit_line;
};

void die(const struct gen *, const char *fmt, ...)
	__attribute__((format(printf, 2, 3), noreturn));

void lit(struct gen *, const char *, size_t n);     /* HTML as it stands           */
void lits(struct gen *, const char *);
void emit(struct gen *, int line, const char *fmt, ...)  /* C, after what is in lit */
	__attribute__((format(printf, 3, 4)));

void html_step(struct gen *);       /* reads one thing that is neither {{ nor newline */
void value_step(struct gen *);      /* reads one {{ }}                             */

#endif
