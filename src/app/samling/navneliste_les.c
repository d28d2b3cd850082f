/* navneliste_les.c - a roster from pasted text. */
#include <string.h>

#include "app/samling/navneliste.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/utf8.h"
#include "web/text.h"

#define CELLS 4
enum { NAME, PARTY, ROLE, POST };

const char *role_label(enum role role)
{
	static const char *const label[ROLE__MAX] = {
		[ROLE_FOLKEVALGT] = N_("Folkevalgt"),
		[ROLE_ADMINISTRASJON] = N_("Administrasjonen"), [ROLE_ANNET] = N_("Annet"),
	};

	return label[role];
}

/* What somebody calls a role, in either language form; -1: not one. */
static int role_from(struct arena *mem, const char *word)
{
	static const struct { const char *word; enum role role; } words[] = {
		{ "", ROLE_FOLKEVALGT }, { "folkevalgt", ROLE_FOLKEVALGT },
		{ "folkevald", ROLE_FOLKEVALGT }, { "politiker", ROLE_FOLKEVALGT },
		{ "administrasjon", ROLE_ADMINISTRASJON },
		{ "administrasjonen", ROLE_ADMINISTRASJON }, { "adm", ROLE_ADMINISTRASJON },
		{ "ansatt", ROLE_ADMINISTRASJON }, { "tilsett", ROLE_ADMINISTRASJON },
		{ "annet", ROLE_ANNET }, { "anna", ROLE_ANNET }, { "andre", ROLE_ANNET },
	};
	const char *fold = utf8_fold(mem, word);

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(fold, words[i].word) == 0)
			return (int)words[i].role;
	return -1;
}

/* The next cell up to `gap`; moves *p past it.  In quotes, "" is one quotation mark. */
static char *cell(struct arena *mem, const char **p, char gap)
{
	struct buf b = buf_in(mem);
	bool quoted = **p == '"';

	buf_puts(&b, "");
	*p += quoted;
	for (; **p != '\0'; (*p)++) {
		if (quoted && **p == '"') {
			if ((*p)[1] != '"')
				quoted = false;
			else
				buf_putc(&b, *(*p)++);
		} else if (!quoted && **p == gap) {
			break;
		} else {
			buf_putc(&b, **p);
		}
	}
	*p += **p == gap;
	return b.p;
}

static char gap_of(const char *line)
{
	return strchr(line, '\t') != NULL ? '\t' : strchr(line, ';') != NULL ? ';' : ',';
}

static const char *check(struct roster_row *row, int role)
{
	if (row->name[0] == '\0')
		return N_("Navnet mangler.");
	if (utf8_length(row->name) > ROSTER_NAME_MAX ||
	    utf8_length(row->party) > ROSTER_PARTY_MAX ||
	    utf8_length(row->post) > ROSTER_POST_MAX)
		return N_("Navnet, partiet eller stillingen er for lang. Kort ned teksten.");
	if (role < 0)
		return N_("Rollen må være folkevalgt, administrasjon eller annet.");
	return NULL;
}

static struct roster_row row_of(struct arena *mem, const char *line, int nr)
{
	struct roster_row row = { .line = nr };
	const char *c[CELLS + 1] = { "", "", "", "", "" }, *p = line;
	char gap = gap_of(line);
	size_t n = 0;
	int role;

	for (; n <= CELLS && *p != '\0'; n++) {
		c[n] = utf8_clean(mem, cell(mem, &p, gap), false);
		if (c[n] == NULL)
			c[n] = "";
	}
	role = role_from(mem, c[ROLE]);
	row.name = c[NAME];
	row.party = c[PARTY];
	row.post = c[POST];
	row.role = role >= 0 ? (enum role)role : ROLE_FOLKEVALGT;
	row.error = c[CELLS][0] != '\0' || *p != '\0'
	            ? N_("Linjen har for mange felt. Skriv navn, parti, rolle og stilling.")
	            : check(&row, role);
	return row;
}

static bool is_heading(struct arena *mem, const struct roster_row *row)
{
	const char *fold = utf8_fold(mem, row->name);

	return strcmp(fold, "navn") == 0 || strcmp(fold, "namn") == 0;
}

struct roster roster_read(struct arena *mem, const char *text)
{
	struct roster r = { .row = arena_array(mem, ROSTER_ROWS_MAX + 1, sizeof *r.row) };
	int nr = 1;

	for (; *text != '\0' && r.n <= ROSTER_ROWS_MAX; nr++) {
		size_t n = strcspn(text, "\n");
		char *line = arena_strndup(mem, text, n);

		text += n + (text[n] == '\n');
		line[strcspn(line, "\r")] = '\0';
		if (line[strspn(line, " \t;,")] == '\0')
			continue;
		r.row[r.n] = row_of(mem, line, nr);
		if (r.n == 0 && is_heading(mem, &r.row[0]))
			continue;
		if (r.n == ROSTER_ROWS_MAX)
			r.row[r.n].error = N_("Listen er for lang. Den har plass til 500 navn.");
		r.n_bad += r.row[r.n++].error != NULL;
	}
	return r;
}

static void put_cell(struct buf *b, const char *s)
{
	bool quote = strpbrk(s, ";\"") != NULL || *s == '"';

	if (quote)
		buf_putc(b, '"');
	for (; *s != '\0'; s++) {
		if (*s == '"')
			buf_putc(b, '"');
		buf_putc(b, *s);
	}
	if (quote)
		buf_putc(b, '"');
}

char *roster_write(struct arena *mem, const struct roster *r)
{
	static const char *const role[ROLE__MAX] = { "folkevalgt", "administrasjon", "annet" };
	struct buf b = buf_in(mem);

	buf_puts(&b, "");
	for (size_t i = 0; i < r->n; i++) {
		put_cell(&b, r->row[i].name);
		buf_putc(&b, ';');
		put_cell(&b, r->row[i].party);
		buf_printf(&b, ";%s;", role[r->row[i].role]);
		put_cell(&b, r->row[i].post);
		buf_putc(&b, '\n');
	}
	return b.p;
}
