/* inside.h - the table of tables, shared by writing and reading. */
#ifndef APP_ARKIV_INSIDE_H
#define APP_ARKIV_INSIDE_H

#include <jansson.h>

#include "store/store.h"

#define MOMENT_MOST (INT64_C(1) << 53)  /* what a number in JSON can say exactly */

enum column_kind {
	COL_INT,        /* min to max                                              */
	COL_TEXT,       /* at most `max` bytes                                     */
	COL_DATE,
	COL_BYTES,      /* base64 in the file                                      */
	COL_CODE,       /* samling.kode                                            */
	COL_ID,         /* of the row, in the file only; new when it is put in     */
	COL_REF,        /* such an id of the table `to`                            */
	COL_LATER_REF,  /* the same, of a row that may come later; or not be there */
	COL_SEAT,       /* deltaker.id: in the file a number, new when put in      */
	COL_SEAT_REF,
	COL_KEY,        /* svar.noekkel: a seat where answers have names, else new */
	/* not in the file: */
	COL_SAMLING,    /* the samling itself                                      */
	COL_FRESH,      /* made by chance                                          */
	COL_LEFT        /* of the moment; NULL when put in                         */
};

#define LINE 4000       /* bytes of a COL_TEXT that is a line: a title, a name, a word    */

struct column {
	const char *name;               /* in the database and in the file; NULL ends */
	enum column_kind kind;
	int64_t min, max;
	bool null;
	const char *to;
};

struct archive_table {
	const char *name;               /* NULL ends */
	enum query read, write;
	const struct column *column;
	enum query later;               /* sets its COL_LATER_REF; Q__MAX: has none   */
};
extern const struct archive_table archive_tables[];
#define TABLES_MOST 40

/* Tables of the database that are not in an archive, and why. */
struct left_out { const char *table, *why; };
extern const struct left_out archive_left_out[];

bool column_in_file(const struct column *);
size_t column_count(const struct archive_table *);      /* all of them */

/* What has been read: rows of values, column by column as in the table; ids and seats are
 * still the file's. */
struct archive_rows {
	const struct archive_table *table;
	size_t n, n_col;
	struct value *v;
};
struct archive {
	struct archive_rows rows[TABLES_MOST];
	size_t n;
};
struct archive_rows *archive_find(struct archive *, const char *table);
const struct value *archive_value(const struct archive_rows *, size_t row, const char *column);

/* sjekk.c: what must hold between columns and tables.  NULL, or a sentence. */
const char *archive_check(struct arena *, struct archive *);

#endif
