/* lovgen - turns the folder lov/ into the tables of rules/lov.h.
 *
 *	lovgen [-d DEPFILE] LOVDIR OUT.h OUT.c UNOBEYED.txt
 *
 * Every file in the folder is an act, which begins with "lov:", or rules, which begin with
 * "regler:"; lov/README.md shows both.  What is wrong stops the build with "file:line: what":
 * a row without a text in both forms, a date or an address, a date that is none, two rows of
 * a provision that are in force on the same day, a rule without a row, a rule that obeys a
 * row that is not there or is never in force together with it.
 *
 * Rows that no rule obeys are no error: they are written to UNOBEYED.txt.
 */
#include <ctype.h>
#include <dirent.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lovgen.h"

struct table table;
const char *reading;            /* the file, and its line */
int reading_line;

void stop(const char *fmt, ...)
{
	va_list ap;

	fprintf(stderr, "%s:%d: ", reading, reading_line);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
	exit(1);
}

static void *more(void *array, size_t n, size_t size)
{
	void *p = realloc(array, (n + 1) * size);

	if (p == NULL)
		stop("out of memory");
	return memset((char *)p + n * size, 0, size), p;
}

/* Every text is kept until the end, which comes soon. */
char *text_of(const char *fmt, ...)
{
	static char **kept;
	static size_t n_kept;
	char *s;
	va_list ap;

	va_start(ap, fmt);
	if (vasprintf(&s, fmt, ap) < 0)
		stop("out of memory");
	va_end(ap);
	kept = more(kept, n_kept, sizeof *kept);
	kept[n_kept++] = s;
	return s;
}

static bool leap(int y)
{
	return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
}

static bool is_date(const char *s)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	int y, m, d, n = 0;

	if (sscanf(s, "%4d-%2d-%2d%n", &y, &m, &d, &n) != 3 || n != 10 || s[10] != '\0')
		return false;
	return y >= 1800 && m >= 1 && m <= 12 && d >= 1 &&
	       d <= days[m - 1] + (m == 2 && leap(y));
}

/* ---- fields ------------------------------------------------------------- */

static const char *const act_field[] = { "lov", "nb", "nn", "nummer", "adresse", "i-kraft-nb",
                                         "i-kraft-nn", NULL };
static const char *const row_field[] = { "fra", "til", "sjekket", "nb", "nn", "usikker-nb",
                                         "usikker-nn", NULL };
static const char *const rule_field[] = { "fra", "til", "gjort", "lov", "nb", "nn", NULL };

static const char **place_for(struct fields *f, const char *const *known, const char *name)
{
	for (size_t i = 0; known[i] != NULL; i++)
		if (strcmp(known[i], name) == 0)
			return &f->value[i];
	stop("there is no field %s here", name);
	return NULL;
}

const char *field(const struct fields *f, const char *const *known, const char *name)
{
	return *place_for((struct fields *)f, known, name);
}

/* "name: value"; a line that begins with a blank goes on with the value before. */
static void take_field(struct fields *f, const char *const *known, char *line)
{
	char *colon = strchr(line, ':');
	const char **to;

	if (isblank((unsigned char)line[0])) {
		if (f->last == NULL)
			stop("there is no field to go on with");
		*f->last = text_of("%s %s", *f->last, line + strspn(line, " \t"));
		return;
	}
	if (colon == NULL)
		stop("a field is called name: value");
	*colon++ = '\0';
	to = place_for(f, known, line);
	if (*to != NULL)
		stop("%s is given twice", line);
	*to = text_of("%s", colon + strspn(colon, " \t"));
	f->last = to;
}

static const char *needed(const struct fields *f, const char *const *known, const char *name)
{
	const char *s = field(f, known, name);

	if (s == NULL || *s == '\0')
		stop("%s is missing", name);
	return s;
}

static const char *date(const struct fields *f, const char *const *known, const char *name,
                        bool need)
{
	const char *s = need ? needed(f, known, name) : field(f, known, name);

	if (s == NULL)
		return NULL;
	if (!is_date(s))
		stop("%s: %s is not a date", name, s);
	return s;
}

/* ---- acts and their rows ------------------------------------------------ */

static void end_act(struct fields *f, const char *file)
{
	struct act *a = &table.act[table.n_act - 1];

	reading_line = a->line;
	a->slug = strrchr(file, '/') + 1;
	a->key = needed(f, act_field, "lov");
	a->nb = needed(f, act_field, "nb");
	a->nn = needed(f, act_field, "nn");
	a->number = needed(f, act_field, "nummer");
	a->address = needed(f, act_field, "adresse");
	a->commence_nb = needed(f, act_field, "i-kraft-nb");
	a->commence_nn = needed(f, act_field, "i-kraft-nn");
	if (strspn(a->key, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != strlen(a->key))
		stop("an act is called with capitals A to Z");
	if (strncmp(a->address, "https://lovdata.no/", 19) != 0)
		stop("adresse: a page at https://lovdata.no/");
	for (size_t i = 0; i + 1 < table.n_act; i++)
		if (strcmp(table.act[i].key, a->key) == 0)
			stop("there are two acts called %s", a->key);
}

/* "§ 7-6 ledd 3 bokstav a": what stands after the section is pairs of word and value. */
static void read_place(struct place *p, char *head)
{
	const struct act *a = &table.act[p->act];
	char *save, *word = strtok_r(head, " ", &save), *value, *key;

	word = word == NULL ? NULL : strtok_r(NULL, " ", &save);
	if (word == NULL || strspn(word, "0123456789-abcdefgh") != strlen(word))
		stop("a row begins with § and a section");
	p->section = text_of("%s", word);
	key = text_of("%s_%s", a->key, word);
	while ((word = strtok_r(NULL, " ", &save)) != NULL) {
		if ((value = strtok_r(NULL, " ", &save)) == NULL)
			stop("%s: which?", word);
		p->part = more(p->part, p->n_part, sizeof *p->part);
		p->part[p->n_part++] = part_read(word, value);
		key = text_of("%s_%s%s", key, part_prefix(word), value);
	}
	for (char *c = key; *c != '\0'; c++)
		*c = *c == '-' ? '_' : (char)toupper((unsigned char)*c);
	p->key = key;
}

/* The provision of a head; rows of other periods belong to the same. */
static size_t place_of(char *head)
{
	struct place p = { .act = table.n_act - 1, .file = reading, .line = reading_line };

	read_place(&p, head);
	for (size_t i = 0; i < table.n_place; i++)
		if (strcmp(table.place[i].key, p.key) == 0) {
			free(p.part);
			return i;
		}
	table.place = more(table.place, table.n_place, sizeof p);
	table.place[table.n_place] = p;
	return table.n_place++;
}

static void end_row(struct fields *f)
{
	struct row *r = &table.row[table.n_row - 1];

	reading_line = r->line;
	r->from = date(f, row_field, "fra", true);
	r->to = date(f, row_field, "til", false);
	r->checked = date(f, row_field, "sjekket", true);
	r->nb = needed(f, row_field, "nb");
	r->nn = needed(f, row_field, "nn");
	r->doubt_nb = field(f, row_field, "usikker-nb");
	r->doubt_nn = field(f, row_field, "usikker-nn");
	if ((r->doubt_nb == NULL) != (r->doubt_nn == NULL))
		stop("usikker-nb and usikker-nn belong together");
	if (r->to != NULL && strcmp(r->from, r->to) > 0)
		stop("the row ends before it begins");
	for (size_t i = 0; i + 1 < table.n_row; i++)
		if (table.row[i].place == r->place && overlap(table.row[i].from, table.row[i].to,
		                                              r->from, r->to))
			stop("the row on line %d is in force then too", table.row[i].line);
}

static void end_rule(struct fields *f)
{
	struct rule *r = &table.rule[table.n_rule - 1];

	reading_line = r->line;
	r->from = date(f, rule_field, "fra", true);
	r->to = date(f, rule_field, "til", false);
	r->done_in = needed(f, rule_field, "gjort");
	r->obeys = needed(f, rule_field, "lov");
	r->nb = needed(f, rule_field, "nb");
	r->nn = needed(f, rule_field, "nn");
	if (r->to != NULL && strcmp(r->from, r->to) > 0)
		stop("the rule ends before it begins");
}

static void begin_rule(char *head)
{
	struct rule r = { .key = text_of("%s", head + 1), .line = reading_line, .file = reading };
	size_t n = strlen(r.key);

	if (n < 2 || r.key[n - 1] != ']' ||
	    strspn(r.key, "abcdefghijklmnopqrstuvwxyz0123456789_") != n - 1)
		stop("a rule begins with [its_name]");
	((char *)r.key)[n - 1] = '\0';
	for (size_t i = 0; i < table.n_rule; i++)
		if (strcmp(table.rule[i].key, r.key) == 0)
			stop("there are two rules called %s", r.key);
	table.rule = more(table.rule, table.n_rule, sizeof r);
	table.rule[table.n_rule++] = r;
}

/* ---- files -------------------------------------------------------------- */

enum within { START, ACT, ROW, RULES, RULE };

static void end_block(enum within in, struct fields *f, const char *file)
{
	const int line = reading_line;

	if (in == ACT)
		end_act(f, file);
	else if (in == ROW)
		end_row(f);
	else if (in == RULE)
		end_rule(f);
	reading_line = line;
	*f = (struct fields){ 0 };
}

static enum within start(char *line)
{
	if (strncmp(line, "regler:", 7) == 0)
		return RULES;
	if (strncmp(line, "lov:", 4) != 0)
		stop("a file begins with lov: or regler:");
	table.act = more(table.act, table.n_act, sizeof *table.act);
	table.act[table.n_act++].line = reading_line;
	return ACT;
}

static enum within take_line(enum within in, struct fields *f, char *line, const char *file)
{
	if (in == START && (in = start(line)) == RULES)
		return in;
	if (strncmp(line, "§ ", strlen("§ ")) == 0 && (in == ACT || in == ROW)) {
		end_block(in, f, file);
		table.row = more(table.row, table.n_row, sizeof *table.row);
		table.row[table.n_row] = (struct row){ .place = place_of(line),
		                                       .line = reading_line };
		table.n_row++;
		return ROW;
	}
	if (line[0] == '[' && (in == RULES || in == RULE)) {
		end_block(in, f, file);
		begin_rule(line);
		return RULE;
	}
	if (in == RULES)
		stop("this stands outside a rule");
	take_field(f, in == ACT ? act_field : in == ROW ? row_field : rule_field, line);
	return in;
}

static void read_file(const char *file)
{
	FILE *in = fopen(file, "r");
	enum within within = START;
	struct fields fields = { 0 };
	char *line = NULL;
	size_t room = 0;

	reading = file;
	reading_line = 0;
	if (in == NULL)
		stop("cannot be read");
	for (ssize_t n; (n = getline(&line, &room, in)) >= 0;) {
		reading_line++;
		while (n > 0 && isspace((unsigned char)line[n - 1]))
			line[--n] = '\0';
		if (n > 0 && line[0] != '#')
			within = take_line(within, &fields, line, file);
	}
	end_block(within, &fields, file);
	free(line);
	fclose(in);
}

static int is_table(const struct dirent *e)
{
	return e->d_name[0] != '.' && strchr(e->d_name, '.') == NULL && !strchr(e->d_name, '~');
}

int main(int argc, char **argv)
{
	const char *depfile = NULL;
	struct dirent **entry;
	FILE *deps = NULL;
	int n;

	if (argc > 2 && strcmp(argv[1], "-d") == 0) {
		depfile = argv[2];
		argv += 2;
		argc -= 2;
	}
	reading = argc > 1 ? argv[1] : "lovgen";
	if (argc != 5)
		stop("usage: lovgen [-d DEPFILE] LOVDIR OUT.h OUT.c UNOBEYED.txt");
	if ((n = scandir(argv[1], &entry, is_table, alphasort)) < 0)
		stop("cannot be read");
	if (depfile != NULL && (deps = fopen(depfile, "w")) == NULL)
		stop("%s cannot be written", depfile);
	if (deps != NULL)
		fprintf(deps, "%s: %s", argv[2], argv[1]);
	for (int i = 0; i < n; i++) {
		char *file = text_of("%s/%s", argv[1], entry[i]->d_name);

		if (deps != NULL)
			fprintf(deps, " %s", file);
		read_file(file);
		free(entry[i]);
	}
	free(entry);
	if (deps != NULL && (fputc('\n', deps), fclose(deps)) != 0)
		stop("%s cannot be written", depfile);
	join_rules();
	write_tables(argv[2], argv[3], argv[4]);
	return 0;
}
