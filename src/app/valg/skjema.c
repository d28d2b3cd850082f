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
	{ "signert", FIELD_ROWS, .max = 20 },
	{ "bak", FIELD_ROWS, .max = SKJEMA_PARTIES_MAX },
	{ "gruppe_k", FIELD_ROWS, .max = 20 },
	{ "gruppe_m", FIELD_ROWS, .max = 20 },
	{ "venter", FIELD_ROWS, .max = 20 },
	{ "lodd", FIELD_MANY, .max = 80 },
	{ "lodd2", FIELD_MANY, .max = 80 },
	{ "froe", FIELD_TEXT, .max = 80 },
	{ "kommunestyre", FIELD_MANY, .max = VALG_NAVN_LETTERS },
	{ "liste_tom", FIELD_TEXT, .max = 40 },
	{ "vara_uten_plass", FIELD_TEXT, .max = 40 },
	{ "vara_faa", FIELD_TEXT, .max = 40 },
	{ "minste_navn", FIELD_TEXT, .max = 40 },
	{ "to_lister", FIELD_TEXT, .max = 40 },
	{ "samme_person", FIELD_TEXT, .max = 40 },
	{ "partier", FIELD_LINES, .max = PASTED_LETTERS },
	{ "sammen", FIELD_ROWS, .max = 80 },
	{ "flere", FIELD_FLAG },
	{ NULL }
};

const enum tvil skjema_questions[] = { TVIL_LISTE_TOM, TVIL_VARA_UTEN_PLASS, TVIL_VARA_FAA,
	TVIL_MINSTE_NAVN, TVIL_TO_LISTER, TVIL_SAMME_PERSON, TVIL_NONE };

const char *const skjema_draw_fields[SKJEMA_LOTS] = { "lodd", "lodd2" };

const char *const skjema_number_fields[SKJEMA_NUMBERS] = {
	[SKJEMA_GROUP_WOMEN] = "gruppe_k", [SKJEMA_GROUP_MEN] = "gruppe_m",
	[SKJEMA_HOPES] = "venter",
};

struct skjema_list skjema_list(const char *name, const char *votes, const char *names)
{
	return (struct skjema_list){ .name = name, .votes = votes, .names = names,
	                             .signature = "", .parties = "", .number = { "", "", "" } };
}

bool skjema_list_more(const struct skjema_list *l)
{
	bool more = l->signature[0] != '\0' || l->parties[0] != '\0';

	for (int i = 0; i < SKJEMA_NUMBERS; i++)
		more = more || l->number[i][0] != '\0';
	return more;
}

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

static const char *trimmed(struct arena *mem, const char *text, size_t n)
{
	for (; n > 0 && *text == ' '; n--)
		text++;
	while (n > 0 && text[n - 1] == ' ')
		n--;
	return arena_strndup(mem, text, n);
}

/* "Ap, SV": who is behind the list. */
static void read_parties(struct arena *mem, const char *text, struct liste_paper *paper)
{
	const char **party = arena_array(mem, strlen(text) / 2 + 1, sizeof *party);

	while (*text != '\0') {
		const size_t n = strcspn(text, ",;");
		const char *name = trimmed(mem, text, n);

		if (name[0] != '\0')
			party[paper->n_party++] = name;
		text += n + (text[n] != '\0');
	}
	paper->party = party;
}

/* What is told beside the names.  A list that says nothing of who is behind it is its own. */
static void read_more(struct arena *mem, struct skjema_list *row, struct liste_paper *paper)
{
	int64_t n[SKJEMA_NUMBERS];

	for (int i = 0; i < SKJEMA_NUMBERS; i++)
		row->number_error[i] = skjema_number(row->number[i], i == SKJEMA_HOPES ?
			SKJEMA_SEATS_MAX : SKJEMA_VOTES_MAX, &n[i]);
	if (strcmp(row->signature, "ja") == 0)
		paper->signature = LISTE_SIGNED;
	else if (strcmp(row->signature, "nei") == 0)
		paper->signature = LISTE_UNSIGNED;
	read_parties(mem, row->parties[0] != '\0' ? row->parties : row->name, paper);
	paper->group_known = row->number[SKJEMA_GROUP_WOMEN][0] != '\0' ||
	                     row->number[SKJEMA_GROUP_MEN][0] != '\0';
	paper->group[GENDER_WOMAN] = (size_t)n[SKJEMA_GROUP_WOMEN];
	paper->group[GENDER_MAN] = (size_t)n[SKJEMA_GROUP_MEN];
	paper->hopes = (size_t)n[SKJEMA_HOPES];
}

static void read_row(struct arena *mem, struct skjema *s, size_t i, struct valg_list *list)
{
	struct skjema_list *row = &s->row[i];

	row->votes_error = skjema_number(row->votes, SKJEMA_VOTES_MAX, &list->votes);
	row->read = valg_navn_read(mem, row->names);
	if (row->name[0] == '\0' && (row->votes[0] != '\0' || row->names[0] != '\0'))
		row->name_error = N_("Gi listen et navn.");
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
			s->row[s->n_row++] = skjema_list("", "", "");
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
	for (size_t i = 0; i < s->n_row; i++) {
		s->row[i] = skjema_list(at(form_entry(f, "liste"), i),
		                        at(form_entry(f, "stemmer"), i),
		                        at(form_entry(f, "navn"), i));
		s->row[i].signature = at(form_entry(f, "signert"), i);
		s->row[i].parties = at(form_entry(f, "bak"), i);
		for (int k = 0; k < SKJEMA_NUMBERS; k++)
			s->row[i].number[k] = at(form_entry(f, skjema_number_fields[k]), i);
	}
	paste(r->mem, s);
	s->wrong = s->pasted.error != NULL;
	s->pasted_text = s->wrong ? form_text(f, "partier") : "";
}

static bool row_is_wrong(const struct skjema_list *row)
{
	bool wrong = row->name_error != NULL || row->votes_error != NULL ||
	             row->read.error != NULL;

	for (int i = 0; i < SKJEMA_NUMBERS; i++)
		wrong = wrong || row->number_error[i] != NULL;
	return wrong;
}

static void read_lists(struct req *r, struct skjema *s)
{
	struct valg_list *list;

	rows(r, s);
	list = arena_array(r->mem, s->n_row, sizeof *list);
	s->paper = arena_array(r->mem, s->n_row, sizeof *s->paper);
	for (size_t i = 0; i < s->n_row; i++) {
		struct valg_list *into = &list[s->body.n_list];
		struct liste_paper *paper = &s->paper[s->body.n_list];

		read_row(r->mem, s, i, into);
		*paper = (struct liste_paper){ .list = *into };
		read_more(r->mem, &s->row[i], paper);
		s->wrong |= row_is_wrong(&s->row[i]);
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

bool skjema_in_council(const struct skjema *s, const char *name)
{
	for (size_t i = 0; i < s->council.n; i++)
		if (strcmp(s->council.name[i], name) == 0)
			return true;
	return false;
}

static void read_choices(const struct form *f, struct skjema *s)
{
	for (int q = 0; q < TVIL__MAX; q++)
		s->chosen[q] = TVIL_ASK;
	for (const enum tvil *q = skjema_questions; *q != TVIL_NONE; q++)
		s->chosen[*q] = tvil_reading(*q, form_text(f, tvil_row(*q)->key));
	for (int i = 0; i < SKJEMA_LOTS; i++)
		s->draw[i] = (struct skjema_names){ form_entry(f, skjema_draw_fields[i])->many,
		                                   form_entry(f, skjema_draw_fields[i])->n_many };
	s->council = (struct skjema_names){ form_entry(f, "kommunestyre")->many,
	                                   form_entry(f, "kommunestyre")->n_many };
	s->seed = form_text(f, "froe");
}

void skjema_read(struct req *r, struct skjema *s)
{
	const struct form *f = &r->form;

	*s = (struct skjema){ .place = form_text(f, "kommune") };
	read_choices(f, s);
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
