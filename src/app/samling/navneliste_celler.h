/* navneliste_celler.h - the cells of pasted text or of a CSV file. */
#ifndef APP_SAMLING_NAVNELISTE_CELLER_H
#define APP_SAMLING_NAVNELISTE_CELLER_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

#define CELLS_MAX 24

struct cell_line {
	const char *cell[CELLS_MAX];    /* clean; those past n are ""                */
	size_t n;                       /* without empty ones at the end             */
	char gap;                       /* what parts its cells                      */
	int line;                       /* where it begins, from 1                   */
	bool open;                      /* a quotation mark that is never closed     */
	bool wide;                      /* more cells than there is room for         */
};

struct cells {
	const char *p;
	char gap;                       /* 0: each line's own                        */
	int line;                       /* the next, from 1                          */
};

/* The next line that is not empty; in quotes it may go on over several.  False: no more. */
bool cells_next(struct arena *, struct cells *, struct cell_line *);

#endif
