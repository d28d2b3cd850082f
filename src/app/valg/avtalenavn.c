#include "app/valg/avtalenavn.h"

#include <string.h>

#include "app/valg/navn.h"
#include "lib/arena.h"
#include "lib/utf8.h"
#include "web/text.h"

bool avtalenavn_same(struct arena *mem, const char *a, const char *b)
{
	return strcmp(utf8_fold(mem, a), utf8_fold(mem, b)) == 0;
}

/* Of a line: what stands from `from` up to and without `to`, with no space around it. */
static char *part(struct arena *mem, const char *s, size_t from, size_t to)
{
	while (from < to && strchr(" \t", s[from]) != NULL)
		from++;
	while (to > from && strchr(" \t\r", s[to - 1]) != NULL)
		to--;
	return arena_strndup(mem, s + from, to - from);
}

/* Where the last comma, semicolon or tab is; SIZE_MAX: there is none. */
static size_t last_mark(const char *s)
{
	for (size_t i = strlen(s); i > 0; i--)
		if (strchr(",;\t", s[i - 1]) != NULL)
			return i - 1;
	return SIZE_MAX;
}

/* "navn, K" or "navn, K, gruppe". */
static const char *read_person(struct arena *mem, const char *line, struct avtalenavn_row *row)
{
	const struct valg_navn whole = valg_navn_read(mem, line);
	size_t mark = last_mark(line);

	if (whole.error == NULL) {
		row->person = whole.name[0];
		return NULL;
	}
	if (mark != SIZE_MAX) {
		const struct valg_navn before = valg_navn_read(mem, part(mem, line, 0, mark));

		if (before.error == NULL && before.n == 1) {
			row->person = before.name[0];
			row->group = part(mem, line, mark + 1, strlen(line));
			return NULL;
		}
	}
	return whole.error;
}

static size_t lines_of(const char *text)
{
	size_t n = 1;

	for (; *text != '\0'; text++)
		n += *text == '\n';
	return n;
}

static void read_line(struct arena *mem, struct avtalenavn *all, const char *line, size_t nr,
                      const char **group)
{
	struct avtalenavn_row *row = &all->row[all->n];
	size_t n = strlen(line);
	const char *error;

	if (n > 0 && line[n - 1] == ':') {
		*group = part(mem, line, 0, n - 1);
		return;
	}
	if (strspn(line, " \t,;()/-") == n)
		return;
	*row = (struct avtalenavn_row){ .group = *group };
	error = read_person(mem, line, row);
	if (error == NULL) {
		all->n++;
		all->n_ungrouped += row->group[0] == '\0';
	} else if (all->error == NULL) {
		all->error = error;
		all->line = nr;
	}
}

struct avtalenavn avtalenavn_read(struct arena *mem, const char *text)
{
	struct avtalenavn all = { .n = 0 };
	const char *group = "";
	size_t lines = lines_of(text);

	all.row = arena_array(mem, lines, sizeof *all.row);
	for (size_t nr = 1; nr <= lines; nr++) {
		size_t n = strcspn(text, "\n");

		read_line(mem, &all, part(mem, text, 0, n), nr, &group);
		text += n + (text[n] == '\n');
	}
	return all;
}
