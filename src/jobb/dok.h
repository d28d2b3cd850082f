/* dok.h - a document as blocks, before anybody knows its pages.
 *
 * Made by what has something to tell (rapport_dok.c), set by ark.c.  Everything lives in one
 * arena; texts are clean UTF-8 (lib/utf8.h) and may hold line breaks.
 */
#ifndef JOBB_DOK_H
#define JOBB_DOK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "web/html.h"

struct arena;
struct figure;

enum block_kind {
	BLOCK_COVER,            /* a page of its own: text is the title, item its lines */
	BLOCK_CONTENTS,         /* the headings of level 1 and 2, with their pages    */
	BLOCK_HEADING,
	BLOCK_TEXT,
	BLOCK_LIST,
	BLOCK_TABLE,
	BLOCK_FIGURE,
	BLOCK_NUMBERS,          /* figures to see at once: cells of a number and what */
	BLOCK_PAGE              /* what follows begins a page                         */
};

enum text_style {
	TEXT_BODY,
	TEXT_LEAD,              /* larger: what a section says first                  */
	TEXT_SMALL,             /* about what stands beside it                        */
	TEXT_NOTE,              /* a reservation                                      */
	TEXT_BOX,               /* what was agreed                                    */
	TEXT__MAX
};

struct cell {
	const char *text;
	const char *small;      /* a second line, or NULL                             */
	bool head;              /* names its row or column                            */
	bool number;            /* set to the right, figures of one width             */
	const struct bar *bar;  /* in place of text: what the number beside it shows  */
};

/* A length that is seen at once.  It decorates: its number stands in words beside it. */
struct bar {
	double share;           /* 0 to 1, of its column                              */
	uint32_t colour;
	bool hatched;
};

struct block {
	struct block *next;
	enum block_kind kind;
	int level;              /* HEADING: 1 to 4                                    */
	enum text_style style;
	const char *text;       /* HEADING, TEXT, COVER; TABLE: its caption or NULL   */
	const char *const *item;/* LIST, COVER                                        */
	size_t n_item;
	bool ordered;           /* LIST: numbered, and not with dots                  */
	struct cell *cell;      /* TABLE: row by row, the first row its head; NUMBERS */
	size_t n_row, n_col;
	bool sum;               /* TABLE: the last row is a sum                       */
	double *width;          /* TABLE: of the columns; 0: not yet measured         */
	const struct figure *figure;
};

struct doc {
	struct arena *mem;
	enum lang lang;
	const char *title, *subject, *author;
	const char *footer;             /* at the foot of each page                   */
	struct block *first, *last;
	size_t n_heading;               /* blocks of that kind                        */
};

struct doc doc_new(struct arena *, enum lang);
struct block *doc_add(struct doc *, enum block_kind);
void doc_heading(struct doc *, int level, const char *text);
void doc_text(struct doc *, enum text_style, const char *text);    /* NULL, "": nothing */

/* Rows are filled one at a time: doc_row() gives the cells of the next. */
struct table {
	struct doc *doc;
	struct block *block;
	size_t room;
};
struct table doc_table(struct doc *, const char *caption, size_t n_col);
struct cell *doc_row(struct table *);

/* What a kind drew as a table, a list or paragraphs (struct kind .result), as blocks.  What
 * paper does not have - forms, pictures, what is marked as decoration - is left out. */
void doc_html(struct doc *, struct html);

#endif
