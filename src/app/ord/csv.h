/* csv.h - answers from a file: which columns are the id and the answer, and its rows. */
#ifndef APP_ORD_CSV_H
#define APP_ORD_CSV_H

#include <stddef.h>

struct arena;

struct csv_answer {
	const char *id, *text;          /* clean; text may be empty                  */
};

struct csv_answers {
	struct csv_answer *row;
	size_t n;
	const char *error;              /* a sentence; NULL: read                    */
	int line, column;               /* where, from 1; 0: the whole file          */
};

/* Columns parted by semicolon, comma or tab, as the first line has them, which names `id` and
 * `svar`; other columns are left out.  A cell may stand in quotation marks. */
struct csv_answers csv_answers(struct arena *, const char *text, size_t n);

#endif
