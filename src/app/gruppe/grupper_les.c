#include "app/gruppe/grupper_les.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "app/gruppe/grupper_csv.h"
#include "lib/arena.h"
#include "lib/utf8.h"

#define AGE_MAX 130
#define RULES_MAX 20000
#define ROUNDS_MAX 200          /* of an earlier plan */
#define GROUPS_MAX 10000        /* of a round of it   */

/* From `from` to `to`, in digits only; -1: not such a number. */
static long number(const char *s, long from, long to)
{
	long n;

	if (*s == '\0' || strlen(s) > 6 || strspn(s, "0123456789") != strlen(s))
		return -1;
	n = strtol(s, NULL, 10);
	return n >= from && n <= to ? n : -1;
}

static int by_id(const void *a, const void *b)
{
	const struct participant_id *x = a, *y = b;
	const int order = strcmp(x->id, y->id);

	return order != 0 ? order : (x->nr > y->nr) - (x->nr < y->nr);
}

static int id_order(const void *id, const void *of)
{
	return strcmp(id, ((const struct participant_id *)of)->id);
}

/* The participant with that id; n: none. */
static size_t participant_find(const struct participants *p, const char *id)
{
	const struct participant_id *found = bsearch(id, p->by_id, p->n, sizeof *found, id_order);

	return found != NULL ? found->nr : p->n;
}

/* Each different text in a column is a value, numbered as they come. */
static void read_values(struct arena *mem, const struct csv *csv, size_t column,
                        enum gruppe_trait trait, struct participants *p)
{
	const char **seen = arena_array(mem, csv->n, sizeof *seen);
	size_t n = 0;

	for (size_t i = 0; i < csv->n; i++) {
		size_t v = 0;

		p->person[i].trait[trait] = GRUPPE_UNKNOWN;
		if (column == CSV_NO_COLUMN)
			continue;
		while (v < n && strcmp(seen[v], csv->row[i].cell[column]) != 0)
			v++;
		if (v == n)
			seen[n++] = csv->row[i].cell[column];
		p->person[i].trait[trait] = (int)v;
	}
}

static bool read_ages(struct arena *mem, const struct csv *csv, struct participants *p,
                      const char **error)
{
	const size_t column = csv_column(csv, "alder");

	for (size_t i = 0; i < csv->n; i++) {
		const char *cell = column == CSV_NO_COLUMN ? "" : csv->row[i].cell[column];
		const long age = number(cell, 0, AGE_MAX);

		if (*cell != '\0' && age < 0)
			return csv_wrong(mem, csv, csv->row[i].line, column, error,
			                 "«%s» er ikke en alder. Skriv hele år, fra 0 til %d.",
			                 cell, AGE_MAX);
		p->age[i] = *cell == '\0' ? GRUPPE_UNKNOWN : (int)age;
		p->person[i].trait[GRUPPE_AGE] = *cell == '\0' ? GRUPPE_UNKNOWN :
			age < 35 ? 0 : age < 50 ? 1 : age < 62 ? 2 : 3;
	}
	return true;
}

static bool read_ids(struct arena *mem, const struct csv *csv, struct participants *p,
                     const char **error)
{
	const size_t column = csv_column(csv, "id"), name = csv_column(csv, "navn");

	if (column == CSV_NO_COLUMN)
		return csv_wrong(mem, csv, 1, CSV_NO_COLUMN, error, "kolonnen id mangler.");
	if (csv->n == 0)
		return csv_wrong(mem, csv, 1, CSV_NO_COLUMN, error, "filen har ingen deltakere.");
	if (csv->n > GRUPPE_PEOPLE_MAX)
		return csv_wrong(mem, csv, csv->row[GRUPPE_PEOPLE_MAX].line, CSV_NO_COLUMN, error,
		                 "filen har flere enn %d deltakere.", GRUPPE_PEOPLE_MAX);
	for (size_t i = 0; i < csv->n; i++) {
		const struct csv_row *row = &csv->row[i];

		if (row->cell[column][0] == '\0')
			return csv_wrong(mem, csv, row->line, column, error, "id mangler.");
		p->id[i] = row->cell[column];
		p->name[i] = name != CSV_NO_COLUMN && row->cell[name][0] != '\0'
		             ? row->cell[name] : row->cell[column];
		p->by_id[i] = (struct participant_id){ p->id[i], i };
	}
	qsort(p->by_id, csv->n, sizeof *p->by_id, by_id);
	for (size_t i = 1; i < csv->n; i++) {
		const struct participant_id *x = &p->by_id[i - 1], *y = x + 1;

		if (strcmp(x->id, y->id) == 0)
			return csv_wrong(mem, csv, csv->row[y->nr].line, column, error,
			                 "id «%s» står også på linje %zu.", y->id,
			                 csv->row[x->nr].line);
	}
	p->n = csv->n;
	return true;
}

bool participants_read(struct arena *mem, const char *file, const struct buf *text,
                       struct participants *p, const char **error)
{
	struct csv csv;
	size_t role, gender;

	if (!csv_read(mem, file, text->p, text->n, &csv, error))
		return false;
	*p = (struct participants){
		arena_array(mem, csv.n, sizeof *p->id), arena_array(mem, csv.n, sizeof *p->name),
		arena_array(mem, csv.n, sizeof *p->age),
		arena_array(mem, csv.n, sizeof *p->councillor),
		arena_array(mem, csv.n, sizeof *p->person),
		arena_array(mem, csv.n, sizeof *p->by_id), 0,
	};
	if (!read_ids(mem, &csv, p, error) || !read_ages(mem, &csv, p, error))
		return false;
	role = csv_column(&csv, "rolle");
	gender = csv_column(&csv, "kjonn");
	if (gender == CSV_NO_COLUMN)
		gender = csv_column(&csv, "kjønn");
	read_values(mem, &csv, csv_column(&csv, "parti"), GRUPPE_PARTY, p);
	read_values(mem, &csv, role, GRUPPE_ROLE, p);
	read_values(mem, &csv, gender, GRUPPE_GENDER, p);
	for (size_t i = 0; i < csv.n; i++)
		p->councillor[i] = role == CSV_NO_COLUMN ||
		                   strcmp(utf8_fold(mem, csv.row[i].cell[role]), "folkevalgt") == 0;
	return true;
}

/* What rules are called in the file. */
static const struct { const char *name; enum group_rule kind; } kinds[] = {
	{ "hver_for_seg", GROUP_RULE_APART }, { "sammen", GROUP_RULE_TOGETHER },
	{ "laast", GROUP_RULE_LOCKED },
};
#define KINDS (sizeof kinds / sizeof kinds[0])

struct rule_columns { size_t kind, a, b; };

static bool nobody(struct arena *mem, const struct csv *csv, const struct csv_row *row,
                   size_t column, const char **error)
{
	return csv_wrong(mem, csv, row->line, column, error, "ingen deltaker har id «%s».",
	                 row->cell[column]);
}

static bool read_rule(struct arena *mem, const struct csv *csv, const struct csv_row *row,
                      const struct rule_columns *c, const struct participants *p,
                      size_t groups, struct gruppe_rule *r, const char **error)
{
	const char *a = row->cell[c->a], *b = row->cell[c->b];
	size_t k = 0;

	while (k < KINDS && strcmp(row->cell[c->kind], kinds[k].name) != 0)
		k++;
	if (k == KINDS)
		return csv_wrong(mem, csv, row->line, c->kind, error, "«%s» er ikke en regel. "
		                 "Skriv hver_for_seg, sammen eller laast.", row->cell[c->kind]);
	*r = (struct gruppe_rule){ kinds[k].kind, participant_find(p, a),
	                           participant_find(p, b) };
	if (r->a == p->n)
		return nobody(mem, csv, row, c->a, error);
	if (r->kind == GROUP_RULE_LOCKED) {
		const long group = number(b, 1, (long)groups);

		r->b = (size_t)(group - 1);
		return group > 0 || csv_wrong(mem, csv, row->line, c->b, error,
		                              "«%s» er ikke en gruppe. Skriv et tall fra 1 til "
		                              "%zu.", b, groups);
	}
	if (r->b == p->n)
		return nobody(mem, csv, row, c->b, error);
	if (r->a == r->b)
		return csv_wrong(mem, csv, row->line, c->b, error,
		                 "regelen trenger to ulike deltakere.");
	return true;
}

bool rules_read(struct arena *mem, const char *file, const struct buf *text,
                const struct participants *p, size_t groups, struct rule_list *list,
                const char **error)
{
	static const char *const want[] = { "type", "a", "b" };
	size_t at[3];
	struct csv csv;

	if (!csv_read(mem, file, text->p, text->n, &csv, error))
		return false;
	for (size_t i = 0; i < 3; i++) {
		at[i] = csv_column(&csv, want[i]);
		if (at[i] == CSV_NO_COLUMN)
			return csv_wrong(mem, &csv, 1, CSV_NO_COLUMN, error, "kolonnen %s mangler.",
			                 want[i]);
	}
	if (csv.n > RULES_MAX)
		return csv_wrong(mem, &csv, csv.row[RULES_MAX].line, CSV_NO_COLUMN, error,
		                 "filen har flere enn %d regler.", RULES_MAX);
	*list = (struct rule_list){ arena_array(mem, csv.n, sizeof *list->rule),
	                            arena_array(mem, csv.n, sizeof *list->line), csv.n };
	for (size_t i = 0; i < csv.n; i++) {
		const struct rule_columns c = { at[0], at[1], at[2] };

		list->line[i] = csv.row[i].line;
		if (!read_rule(mem, &csv, &csv.row[i], &c, p, groups, &list->rule[i], error))
			return false;
	}
	return true;
}

/* Seats the people of one group, "3,4,7"; `group` is of this round. */
static bool read_group(struct arena *mem, const struct csv *where, size_t line, char *text,
                       const struct participants *p, uint16_t nr, uint16_t *group,
                       size_t *strangers, const char **error)
{
	while (text != NULL) {
		char *comma = strchr(text, ',');
		size_t who;

		if (comma != NULL)
			*comma++ = '\0';
		who = participant_find(p, text);
		if (*text == '\0')
			return csv_wrong(mem, where, line, CSV_NO_COLUMN, error,
			                 "en gruppe har et tomt navn mellom to komma.");
		if (who < p->n && group[who] != GRUPPE_ABSENT)
			return csv_wrong(mem, where, line, CSV_NO_COLUMN, error,
			                 "«%s» står i to grupper.", text);
		if (who < p->n)
			group[who] = nr;
		*strangers += who == p->n;
		text = comma;
	}
	return true;
}

static bool read_round(struct arena *mem, const struct csv *where, size_t line, char *text,
                       const struct participants *p, uint16_t *met, size_t *strangers,
                       const char **error)
{
	uint16_t *group = arena_array(mem, p->n, sizeof *group), nr = 0;
	char *rest = text;

	for (size_t i = 0; i < p->n; i++)
		group[i] = GRUPPE_ABSENT;
	for (char *g; (g = strsep(&rest, " \t")) != NULL;) {
		if (*g == '\0')
			continue;
		if (nr == GROUPS_MAX)
			return csv_wrong(mem, where, line, CSV_NO_COLUMN, error,
			                 "runden har for mange grupper.");
		if (!read_group(mem, where, line, g, p, nr++, group, strangers, error))
			return false;
	}
	gruppe_meet(met, group, p->n);
	return true;
}

bool earlier_plan_read(struct arena *mem, const char *file, const struct buf *text,
                  const struct participants *p, uint16_t *met, size_t *strangers,
                  const char **error)
{
	const struct csv where = { .file = file };
	const bool mark = text->n >= 3 && memcmp(text->p, "\357\273\277", 3) == 0;
	char *rest = arena_strdup(mem, text->p + (mark ? 3 : 0));

	*strangers = 0;
	if (!utf8_valid(text->p, text->n)) {
		*error = arena_printf(mem, "%s er ikke en tekstfil i UTF-8.", file);
		return false;
	}
	for (size_t line = 1; rest != NULL; line++) {
		char *round = strsep(&rest, "\n");

		round[strcspn(round, "\r")] = '\0';
		if (line > ROUNDS_MAX)
			return csv_wrong(mem, &where, line, CSV_NO_COLUMN, error,
			                 "planen har flere enn %d runder.", ROUNDS_MAX);
		if (round[strspn(round, " \t")] != '\0' && *round != '#' &&
		    !read_round(mem, &where, line, round, p, met, strangers, error))
			return false;
	}
	return true;
}
