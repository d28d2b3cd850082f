#include "app/valg/fil_partier.h"

#include <stdbool.h>
#include <string.h>

#include "app/valg/skjema.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/utf8.h"
#include "web/text.h"

#define LETTERS 80              /* of a name, as the page's field has it */
#define BETWEEN " ,:-"          /* what may stand between a name and its number */

/* One cell, up to ; or the end; what is between quotation marks is kept whole. */
static char *cell(struct arena *mem, const char **at, const char *end)
{
	struct buf b = buf_in(mem);
	bool quoted = false;
	const char *p = *at;

	buf_puts(&b, "");
	for (; p < end && (quoted || *p != ';'); p++) {
		if (*p != '"') {
			buf_putc(&b, *p);
		} else if (quoted && p + 1 < end && p[1] == '"') {
			buf_putc(&b, '"');
			p++;
		} else {
			quoted = !quoted;
		}
	}
	*at = p;
	return utf8_clean(mem, b.p, false);
}

static bool is_number(const char *text)
{
	return text[0] != '\0' && strspn(text, "0123456789") == strlen(text);
}

/* "SV og Rødt, 9" in two; a text without a number last is a name alone. */
static void split(struct arena *mem, const char *text, const char **name, const char **number)
{
	size_t n = strlen(text), digits = n;

	while (digits > 0 && text[digits - 1] >= '0' && text[digits - 1] <= '9')
		digits--;
	*name = text;
	*number = "";
	if (digits == n || digits == 0 || strchr(BETWEEN, text[digits - 1]) == NULL)
		return;
	*number = text + digits;
	for (n = digits; n > 0 && strchr(BETWEEN, text[n - 1]) != NULL;)
		n--;
	*name = arena_strndup(mem, text, n);
}

static const char *check(const char *name, const char *number, struct fil_parti *row)
{
	const char *error = NULL;

	*row = (struct fil_parti){ name, -1 };
	if (number[0] != '\0' && !is_number(number))
		return N_("Skriv partiet først og så et helt tall.");
	if (number[0] != '\0')
		error = skjema_number(number, SKJEMA_VOTES_MAX, &row->number);
	if (error == NULL && name[0] == '\0')
		error = N_("Her mangler navnet.");
	if (error == NULL && utf8_length(name) > LETTERS)
		error = N_("Navnet er for langt.");
	return error;
}

/* A line; *heads: it is the headings of the columns. */
static const char *read_line(struct arena *mem, const char *p, const char *end,
                             struct fil_parti *row, bool *heads)
{
	const char *name = cell(mem, &p, end), *number = "";
	const bool cells = p < end;

	if (cells) {
		p++;
		number = cell(mem, &p, end);
	} else {
		split(mem, name, &name, &number);
	}
	*heads = cells && !is_number(number) && number[0] != '\0';
	return check(name, number, row);
}

static bool is_blank(const char *p, const char *end)
{
	while (p < end && strchr(" ;", *p) != NULL)
		p++;
	return p == end;
}

struct fil_partier fil_partier_read(struct arena *mem, const char *lines)
{
	struct fil_partier all = { .row = arena_array(mem, SKJEMA_LISTS_MAX, sizeof *all.row) };
	struct fil_parti row;
	const char *end;

	for (size_t line = 1; *lines != '\0' && all.error == NULL; line++) {
		const char *start = lines;
		bool heads;

		end = lines + strcspn(lines, "\n");
		lines = end + (*end == '\n');
		if (is_blank(start, end))
			continue;
		all.error = read_line(mem, start, end, &row, &heads);
		if (heads && line == 1) {
			all.error = NULL;
			continue;
		}
		if (all.error == NULL && all.n == SKJEMA_LISTS_MAX)
			all.error = N_("Det er for mange lister.");
		if (all.error == NULL)
			all.row[all.n++] = row;
		all.line = line;
	}
	return all;
}
