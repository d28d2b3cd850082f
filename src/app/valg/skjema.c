#include "app/valg/skjema.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/tid.h"
#include "lib/utf8.h"
#include "lib/world.h"
#include "web/page.h"
#include "web/text.h"

#define ROWS_FIRST 4            /* boxes for lists on an empty page */
#define NAMES_BYTES 8000
#define PASTED_LETTERS 4000

/* All are texts: a page that is only read has no other way to say what is wrong. */
const struct field skjema_fields[] = {
	{ "organ", FIELD_TEXT },
	{ "kommune", FIELD_TEXT, .max = 80 },
	{ "dato", FIELD_TEXT, .max = 20 },
	{ "plasser", FIELD_TEXT, .max = 20 },
	{ "maate", FIELD_TEXT, .max = 20 },
	{ "blanke", FIELD_TEXT, .max = 20 },
	{ "liste", FIELD_ROWS, .max = 80 },
	{ "stemmer", FIELD_ROWS, .max = 20 },
	{ "navn", FIELD_ROWS, .max = NAMES_BYTES },
	{ "lodd", FIELD_MANY, .max = 80 },
	{ "tvil", FIELD_TEXT, .max = 40 },
	{ "partier", FIELD_LINES, .max = PASTED_LETTERS },
	{ "sammen", FIELD_ROWS, .max = 80 },
	{ "flere", FIELD_FLAG },
	{ NULL }
};

const char *skjema_number(const char *text, int64_t max, int64_t *n)
{
	char *end;

	*n = 0;
	if (text[0] == '\0')
		return NULL;
	if (strlen(text) > 12 || strspn(text, "0123456789") != strlen(text))
		return N_("Skriv et helt tall.");
	*n = strtoll(text, &end, 10);
	if (*n > max) {
		*n = 0;
		return N_("Tallet er for stort.");
	}
	return NULL;
}

static const char *at(const struct form_entry *e, size_t i)
{
	return i < e->n_many ? e->many[i] : "";
}

static bool same_name(struct arena *mem, const char *a, const char *b)
{
	return strcmp(utf8_fold(mem, a), utf8_fold(mem, b)) == 0;
}

/* Is that row the one whose name an earlier row has? */
static bool taken(struct arena *mem, const struct skjema *s, size_t i)
{
	for (size_t j = 0; j < i; j++)
		if (same_name(mem, s->row[j].name, s->row[i].name))
			return true;
	return false;
}

static void read_row(struct arena *mem, struct skjema *s, size_t i, struct valg_list *list)
{
	struct skjema_list *row = &s->row[i];

	row->votes_error = skjema_number(row->votes, SKJEMA_VOTES_MAX, &list->votes);
	row->read = valg_navn_read(mem, row->names);
	if (row->name[0] == '\0' && (row->votes[0] != '\0' || row->names[0] != '\0'))
		row->name_error = N_("Gi lista et navn.");
	else if (row->name[0] != '\0' && taken(mem, s, i))
		row->name_error = N_("To lister kan ikke ha samme navn.");
	list->name = row->name;
	list->candidate = row->read.n > 0 ? row->read.name : NULL;
	list->n_candidate = row->read.n;
}

/* The row that a pasted party goes into: its own, else the first empty one; n_row: none. */
static size_t row_for(struct arena *mem, const struct skjema *s, const char *name)
{
	size_t i = 0;

	while (i < s->n_row && !same_name(mem, s->row[i].name, name))
		i++;
	if (i < s->n_row)
		return i;
	for (i = 0; i < s->n_row; i++)
		if (s->row[i].name[0] == '\0' && s->row[i].votes[0] == '\0' &&
		    s->row[i].names[0] == '\0')
			break;
	return i;
}

/* What was pasted stands in the rows from now on, and no longer in its own box. */
static void paste(struct arena *mem, struct skjema *s)
{
	for (size_t k = 0; k < s->pasted.n; k++) {
		const struct fil_parti *p = &s->pasted.row[k];
		size_t i = row_for(mem, s, p->name);

		if (i == s->n_row && i == SKJEMA_LISTS_MAX) {
			s->pasted.error = N_("Det er for mange lister.");
			s->pasted.line = k + 1;
			return;
		}
		if (i == s->n_row)
			s->row[s->n_row++] = (struct skjema_list){ "", "", "" };
		s->row[i].name = p->name;
		if (p->number >= 0)
			s->row[i].votes = arena_printf(mem, "%lld", (long long)p->number);
	}
}

static void rows(struct req *r, struct skjema *s)
{
	const struct form *f = &r->form;
	size_t n = form_entry(f, "liste")->n_many;

	s->pasted = fil_partier_read(r->mem, form_text(f, "partier"));
	s->n_row = n < ROWS_FIRST ? ROWS_FIRST : n;
	s->n_row += form_flag(f, "flere");
	if (s->n_row > SKJEMA_LISTS_MAX)
		s->n_row = SKJEMA_LISTS_MAX;
	s->row = arena_array(r->mem, SKJEMA_LISTS_MAX, sizeof *s->row);
	for (size_t i = 0; i < s->n_row; i++)
		s->row[i] = (struct skjema_list){ at(form_entry(f, "liste"), i),
		                                  at(form_entry(f, "stemmer"), i),
		                                  at(form_entry(f, "navn"), i) };
	paste(r->mem, s);
	s->wrong = s->pasted.error != NULL;
	s->pasted_text = s->wrong ? form_text(f, "partier") : "";
}

static void read_lists(struct req *r, struct skjema *s)
{
	struct valg_list *list;

	rows(r, s);
	list = arena_array(r->mem, s->n_row, sizeof *list);
	for (size_t i = 0; i < s->n_row; i++) {
		struct valg_list *into = &list[s->body.n_list];

		read_row(r->mem, s, i, into);
		s->wrong |= s->row[i].name_error != NULL || s->row[i].votes_error != NULL ||
		            s->row[i].read.error != NULL;
		if (s->row[i].name[0] != '\0' && s->row[i].name_error == NULL) {
			s->votes += into->votes;
			s->body.n_list++;
		}
	}
	s->body.list = list;
}

static void read_size(struct req *r, struct skjema *s)
{
	int64_t seats;

	s->seats_error = skjema_number(form_text(&r->form, "plasser"), SKJEMA_SEATS_MAX, &seats);
	s->blank_error = skjema_number(form_text(&r->form, "blanke"), SKJEMA_VOTES_MAX, &s->blank);
	if (s->seats_error == NULL && seats == 0 && form_given(&r->form, "plasser"))
		s->seats_error = N_("Hvor mange medlemmer skal velges?");
	s->seats = (size_t)seats;
	s->wrong |= s->seats_error != NULL || s->blank_error != NULL;
}

void skjema_read(struct req *r, struct skjema *s)
{
	const struct form *f = &r->form;

	*s = (struct skjema){ .place = form_text(f, "kommune"), .reading = form_text(f, "tvil"),
	                      .drawn = form_entry(f, "lodd")->many,
	                      .n_drawn = form_entry(f, "lodd")->n_many };
	for (size_t i = 0; i < 2; i++)
		s->join[i] = at(form_entry(f, "sammen"), i);
	s->organ = valg_organ_find(form_text(f, "organ"));
	if (s->organ == NULL)
		s->organ = &valg_organer[0];
	s->written = strcmp(form_text(f, "maate"), "skriftlig") == 0;
	s->date = form_text(f, "dato");
	if (!tid_is_date(s->date))
		s->date = tid_today(r->mem, world_wall_ms(r->world));
	read_lists(r, s);
	read_size(r, s);
	s->body.seats = s->seats;
	s->body.council_only = organ_traits(s->organ->organ)->mild;
}

static void add(struct buf *b, const char *name, const char *value)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	                            "0123456789-._~";

	buf_printf(b, "%c%s=", memchr(b->p, '?', b->n) != NULL ? '&' : '?', name);
	for (const char *p = value; *p != '\0'; p++)
		if (strchr(plain, *p) != NULL)
			buf_putc(b, *p);
		else if (*p == ' ')
			buf_putc(b, '+');
		else
			buf_printf(b, "%%%02X", (unsigned)(unsigned char)*p);
}

char *skjema_path(struct arena *mem, const char *page, const struct skjema *s)
{
	struct buf b = buf_in(mem);

	buf_puts(&b, page);
	add(&b, "organ", s->organ->key);
	add(&b, "kommune", s->place);
	add(&b, "dato", s->date);
	if (s->seats > 0)
		add(&b, "plasser", arena_printf(mem, "%zu", s->seats));
	add(&b, "maate", s->written ? "skriftlig" : "tegn");
	add(&b, "blanke", arena_printf(mem, "%lld", (long long)s->blank));
	for (size_t i = 0; i < s->n_row; i++)
		if (s->row[i].name[0] != '\0') {
			add(&b, "liste", s->row[i].name);
			add(&b, "stemmer", s->row[i].votes);
			add(&b, "navn", s->row[i].names);
		}
	for (size_t i = 0; i < s->n_drawn; i++)
		add(&b, "lodd", s->drawn[i]);
	if (s->reading[0] != '\0')
		add(&b, "tvil", s->reading);
	for (size_t i = 0; i < 2; i++)
		if (s->join[i][0] != '\0')
			add(&b, "sammen", s->join[i]);
	return b.p;
}
