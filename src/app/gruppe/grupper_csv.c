#include "app/gruppe/grupper_csv.h"

#include <errno.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "lib/arena.h"
#include "lib/utf8.h"

struct reader {
	struct arena *mem;
	struct csv *csv;
	const char *at, *end;
	size_t line, column;    /* of `at`; columns from 0 */
	char part;
	const char **error;
};

bool csv_load(struct arena *mem, const char *path, struct buf *text, const char **error)
{
	FILE *f = fopen(path, "rb");
	char part[8192];
	bool well = f != NULL;

	*text = buf_in(mem);
	buf_puts(text, "");
	for (size_t n; well && text->n <= CSV_FILE_MAX && (n = fread(part, 1, sizeof part, f)) > 0;)
		buf_add(text, part, n);
	well = well && !ferror(f);
	if (!well)
		*error = arena_printf(mem, "%s kan ikke leses: %s.", path, strerror(errno));
	else if (text->n > CSV_FILE_MAX)
		*error = arena_printf(mem, "%s er for stor. Filen kan være på høyst 4 megabyte.",
		                      path);
	if (f != NULL)
		fclose(f);
	return well && text->n <= CSV_FILE_MAX;
}

bool csv_wrong(struct arena *mem, const struct csv *csv, size_t line, size_t column,
               const char **error, const char *what, ...)
{
	const char *sentence, *where = "";
	va_list list;

	va_start(list, what);
	sentence = arena_vprintf(mem, what, list);
	va_end(list);
	if (column != CSV_NO_COLUMN && column < csv->columns)
		where = arena_printf(mem, ", kolonne %zu (%s)", column + 1, csv->name[column]);
	else if (column != CSV_NO_COLUMN)
		where = arena_printf(mem, ", kolonne %zu", column + 1);
	*error = arena_printf(mem, "%s, linje %zu%s: %s", csv->file, line, where, sentence);
	return false;
}

static bool wrong(const struct reader *r, const char *what)
{
	return csv_wrong(r->mem, r->csv, r->line, r->column, r->error, "%s", what);
}

static bool at_line_end(const struct reader *r)
{
	return r->at == r->end || *r->at == '\n' || *r->at == '\r';
}

/* In quotation marks; two of them in a row are one of the text. */
static bool quoted(struct reader *r, struct buf *text)
{
	const size_t begun = r->line;

	for (r->at++; r->at < r->end; r->at++) {
		if (*r->at == '"' && (r->at + 1 == r->end || r->at[1] != '"'))
			break;
		r->at += *r->at == '"';
		r->line += *r->at == '\n';
		buf_putc(text, *r->at);
	}
	if (r->at == r->end) {
		r->line = begun;
		return wrong(r, "anførselstegnet blir aldri avsluttet.");
	}
	r->at++;
	if (!at_line_end(r) && *r->at != r->part)
		return wrong(r, "det står tekst etter anførselstegnet.");
	return true;
}

static bool cell(struct reader *r, const char **out)
{
	struct buf text = buf_in(r->mem);

	buf_puts(&text, "");
	if (r->at < r->end && *r->at == '"') {
		if (!quoted(r, &text))
			return false;
	} else {
		const char *from = r->at;

		while (!at_line_end(r) && *r->at != r->part && *r->at != '"')
			r->at++;
		if (!at_line_end(r) && *r->at == '"')
			return wrong(r, "det står et anførselstegn midt i feltet.");
		buf_add(&text, from, (size_t)(r->at - from));
	}
	if (!utf8_valid(text.p, text.n))
		return wrong(r, memchr(text.p, '\0', text.n) != NULL
		                ? "her står det tegn som ikke er tekst."
		                : "teksten er ikke UTF-8. Lagre filen som UTF-8.");
	*out = utf8_clean(r->mem, text.p, false);
	return true;
}

/* The cells of a line; false: wrong. */
static bool cells(struct reader *r, const char **out, size_t *n)
{
	*n = 0;
	for (r->column = 0;; r->at++, r->column++) {
		if (*n == CSV_COLUMNS_MAX)
			return wrong(r, "linjen har for mange felt.");
		if (!cell(r, &out[(*n)++]))
			return false;
		if (at_line_end(r))
			break;
	}
	return true;
}

static void next_line(struct reader *r)
{
	const bool both = r->end - r->at >= 2 && r->at[0] == '\r' && r->at[1] == '\n';

	r->at += both ? 2 : r->at < r->end;
	r->line++;
}

static bool head(struct reader *r)
{
	struct csv *csv = r->csv;
	const char *line = r->at;
	size_t n = 0, columns;

	while (line + n < r->end && strchr("\r\n", line[n]) == NULL)
		n++;
	r->part = memchr(line, ',', n) != NULL ? ',' : memchr(line, ';', n) != NULL ? ';' :
	          memchr(line, '\t', n) != NULL ? '\t' : ',';
	if (!cells(r, csv->name, &columns))
		return false;
	csv->columns = columns;
	for (size_t i = 0; i < csv->columns; i++) {
		csv->name[i] = utf8_fold(r->mem, csv->name[i]);
		for (size_t k = 0; k < i; k++)
			if (csv->name[i][0] != '\0' && strcmp(csv->name[i], csv->name[k]) == 0)
				return csv_wrong(r->mem, csv, 1, i, r->error,
				                 "kolonnen står to ganger.");
	}
	next_line(r);
	return true;
}

static bool row(struct reader *r)
{
	struct csv *csv = r->csv;
	const char *found[CSV_COLUMNS_MAX];
	const size_t line = r->line;
	size_t n;

	if (!cells(r, found, &n))
		return false;
	next_line(r);
	if (n == 1 && found[0][0] == '\0')
		return true;
	if (n != csv->columns)
		return csv_wrong(r->mem, csv, line, CSV_NO_COLUMN, r->error,
		                 "linjen har %zu felt, men overskriften har %zu.", n,
		                 csv->columns);
	csv->row[csv->n].line = line;
	csv->row[csv->n].cell = arena_array(r->mem, n, sizeof *found);
	memcpy(csv->row[csv->n++].cell, found, n * sizeof *found);
	return true;
}

bool csv_read(struct arena *mem, const char *file, const char *text, size_t n, struct csv *csv,
              const char **error)
{
	const bool mark = n >= 3 && memcmp(text, "\357\273\277", 3) == 0;
	struct reader r = { mem, csv, text + (mark ? 3 : 0), text + n, 1, 0, ',', error };
	size_t lines = 1;

	*csv = (struct csv){ .file = file };
	if (r.at == r.end) {
		*error = arena_printf(mem, "%s er tom.", file);
		return false;
	}
	for (const char *p = r.at; p < r.end; p++)
		lines += *p == '\n' || *p == '\r';
	csv->row = arena_array(mem, lines, sizeof *csv->row);
	if (!head(&r))
		return false;
	while (r.at < r.end)
		if (!row(&r))
			return false;
	return true;
}

size_t csv_column(const struct csv *csv, const char *name)
{
	for (size_t i = 0; i < csv->columns; i++)
		if (strcmp(csv->name[i], name) == 0)
			return i;
	return CSV_NO_COLUMN;
}
