/* regneark.h - the report as a spreadsheet (XLSX). */
#ifndef JOBB_REGNEARK_H
#define JOBB_REGNEARK_H

#include "app/rapport/innhold.h"

#define SHEET_NAME_MOST 31

enum outcome workbook_write(struct arena *, const struct report *, const char *path) MUST;

/* A title as the name of a sheet: without []:*?/\ and quotes at either end, at most 31 units
 * of UTF-16; the second of the same title has nr 2. */
const char *sheet_name(struct arena *, const char *title, int nr);

#endif
