#include "app/ord/csv.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/utf8.h"

#define COLUMNS_MOST 64

struct reader {
	struct arena *mem;
	const char *at;
	char part;                      /* between two cells                         */
	int line, column;               /* where `at` is; columns are cells          */
	const char *error;
};

struct line {
	const char *cell[COLUMNS_MOST];
	size_t n;
	int line;
};

static const char *wrong(struct reader *r, const char *error)
{
	if (r->error == NULL)
		r->error = error;
	return "";
}

/* A cell in quotation marks; two of them in a row are one of the text. */
static const char *quoted(struct reader *r)
{
	struct buf b = buf_in(r->mem);

	buf_puts(&b, "");
	for (r->at++; *r->at != '"' || r->at[1] == '"'; r->at++) {
		if (*r->at == '\0')
			return wrong(r, "Et anførselstegn mangler på slutten av cellen.");
		if (*r->at == '"')
			r->at++;
		r->line += *r->at == '\n';
		buf_putc(&b, *r->at);
	}
	r->at++;
	if (*r->at != '\0' && strchr("\r\n", *r->at) == NULL && *r->at != r->part)
		return wrong(r, "Det står tekst etter anførselstegnet.");
	return b.p;
}

static const char *cell(struct reader *r)
{
	const char stop[] = { r->part, '\r', '\n', '\0' };
	const char *from = r->at;

	if (*r->at == '"')
		return quoted(r);
	r->at += strcspn(r->at, stop);
	return arena_strndup(r->mem, from, (size_t)(r->at - from));
}

/* The next line; false at the end, or after an error. */
static bool next(struct reader *r, struct line *l)
{
	*l = (struct line){ .line = r->line };
	if (*r->at == '\0' || r->error != NULL)
		return false;
	for (r->column = 1;; r->column++) {
		if (l->n == COLUMNS_MOST) {
			wrong(r, "Linja har for mange kolonner.");
			return false;
		}
		l->cell[l->n++] = cell(r);
		if (r->error != NULL)
			return false;
		if (*r->at != r->part)
			break;
		r->at++;
	}
	r->at += *r->at == '\r';
	if (*r->at == '\n') {
		r->at++;
		r->line++;
	}
	return true;
}

/* The column of that name, or the number of columns. */
static size_t named(struct arena *mem, const struct line *head, const char *name)
{
	size_t i = 0;

	while (i < head->n && strcmp(utf8_fold(mem, head->cell[i]), name) != 0)
		i++;
	return i;
}

static bool blank(const struct line *l)
{
	return l->n == 1 && l->cell[0][0] == '\0';
}

static int by_id(const void *a, const void *b)
{
	const struct csv_answer *const *x = a, *const *y = b;
	int order = strcmp((*x)->id, (*y)->id);

	return order != 0 ? order : (*x > *y) - (*x < *y);
}

/* The first row whose id an earlier one has, or NULL. */
static const struct csv_answer *repeated(struct arena *mem, const struct csv_answers *a)
{
	const struct csv_answer **row = arena_array(mem, a->n, sizeof *row), *found = NULL;

	for (size_t i = 0; i < a->n; i++)
		row[i] = &a->row[i];
	qsort(row, a->n, sizeof *row, by_id);
	for (size_t i = 1; i < a->n; i++)
		if (strcmp(row[i - 1]->id, row[i]->id) == 0 && (found == NULL || row[i] < found))
			found = row[i];
	return found;
}

static struct csv_answers fail(struct csv_answers a, const char *error, int line, int column)
{
	a.error = error;
	a.line = line;
	a.column = column;
	return a;
}

static const char *check(const struct line *l, size_t id, size_t text, struct csv_answer *out,
                         struct arena *mem, int *column)
{
	*column = (int)(id < text ? text : id) + 1;
	if (l->n <= id || l->n <= text)
		return "Linja har for få kolonner.";
	out->text = utf8_clean(mem, l->cell[text], false);
	*column = (int)text + 1;
	if (out->text == NULL)
		return "Teksten er ikke UTF-8.";
	out->id = utf8_clean(mem, l->cell[id], false);
	*column = (int)id + 1;
	return out->id == NULL ? "Teksten er ikke UTF-8." :
	       out->id[0] == '\0' ? "Svaret mangler id." : NULL;
}

static char part_of(const char *s)
{
	size_t n = strcspn(s, "\r\n");

	return memchr(s, ';', n) != NULL ? ';' : memchr(s, '\t', n) != NULL ? '\t' : ',';
}

/* The lines after the headings; `where` is the line of each answer. */
static struct csv_answers rows(struct reader *r, size_t id, size_t text, size_t most)
{
	struct csv_answers a = { .row = arena_array(r->mem, most, sizeof *a.row) };
	int *where = arena_array(r->mem, most, sizeof *where), column;
	const struct csv_answer *twice;
	struct line l;

	while (next(r, &l)) {
		const char *error;

		if (blank(&l))
			continue;
		error = check(&l, id, text, &a.row[a.n], r->mem, &column);
		if (error != NULL)
			return fail(a, error, l.line, column);
		where[a.n++] = l.line;
	}
	if (r->error != NULL)
		return fail(a, r->error, l.line, r->column);
	twice = repeated(r->mem, &a);
	if (twice != NULL)
		return fail(a, "En id kan bare stå én gang.", where[twice - a.row], (int)id + 1);
	return a;
}

struct csv_answers csv_answers(struct arena *mem, const char *s, size_t n)
{
	struct reader r = { .mem = mem, .line = 1, .column = 1 };
	struct csv_answers none = { 0 };
	size_t id, text, most = 1;
	struct line head;

	if (strlen(s) != n)
		return fail(none, "Fila er ikke en tekstfil.", 0, 0);
	if (strncmp(s, "\xef\xbb\xbf", 3) == 0)
		s += 3;
	r.at = s;
	r.part = part_of(s);
	for (const char *p = s; *p != '\0'; p++)
		most += *p == '\n';
	if (!next(&r, &head))
		return fail(none, r.error != NULL ? r.error : "Fila er tom.", 1, r.column);
	id = named(mem, &head, "id");
	text = named(mem, &head, "svar");
	if (id == head.n || text == head.n)
		return fail(none, "Første linje må ha kolonnene id og svar.", 1,
		            id == head.n ? 1 : (int)head.n);
	return rows(&r, id, text, most);
}
