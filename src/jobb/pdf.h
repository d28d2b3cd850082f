/* pdf.h - a document as a PDF file: tagged, with language, title, bookmarks. */
#ifndef JOBB_PDF_H
#define JOBB_PDF_H

#include "jobb/ark.h"
#include "store/store.h"

/* Writes the file.  *pages is how many it got; may be NULL. */
enum outcome pdf_write(const struct doc *, const char *path, int *pages) MUST;

/* How many pages it would get. */
int pdf_pages(const struct doc *);

/* pdf_ferdig.c: what cairo cannot say - the language, descriptions of pictures, what heads
 * a row or a column, what only decorates.  Reads `from`, writes `to`. */
enum outcome pdf_finish(const struct sheet *, const char *from, const char *to) MUST;

#endif
