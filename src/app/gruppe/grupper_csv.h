/* grupper_csv.h - a table from a file, read strictly: what does not fit is an error that says
 * where.
 *
 * UTF-8, with or without its mark; lines end as they like; cells are parted by comma,
 * semicolon or tab, as the first line has it, and may stand in quotation marks.  Every line
 * has as many cells as the first, which names the columns; empty lines are left out.
 */
#ifndef APP_GRUPPE_GRUPPER_CSV_H
#define APP_GRUPPE_GRUPPER_CSV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/buf.h"

struct arena;

#define CSV_COLUMNS_MAX 64
#define CSV_FILE_MAX (4u << 20)

struct csv_row {
	const char **cell;      /* clean text */
	size_t line;            /* from 1     */
};

struct csv {
	const char *file;       /* as it is called in messages */
	const char *name[CSV_COLUMNS_MAX];      /* folded */
	size_t columns;
	struct csv_row *row;
	size_t n;
};

/* The bytes of a file of at most CSV_FILE_MAX.  False: the sentence is in *error. */
bool csv_load(struct arena *, const char *path, struct buf *, const char **error);

bool csv_read(struct arena *, const char *file, const char *text, size_t n, struct csv *,
              const char **error);

#define CSV_NO_COLUMN SIZE_MAX
size_t csv_column(const struct csv *, const char *name);

/* "FILE, linje 3, kolonne 2 (alder): WHAT"; column CSV_NO_COLUMN: of the whole line.
 * Returns false, so that a reader can end with it. */
bool csv_wrong(struct arena *, const struct csv *, size_t line, size_t column,
               const char **error, const char *what, ...)
	__attribute__((format(printf, 6, 7)));

#endif
