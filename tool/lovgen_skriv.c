#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lovgen.h"

/* ---- names of places ---------------------------------------------------- */

static const struct part ordinal[] = {
	{ "første", "første" }, { "andre", "andre" }, { "tredje", "tredje" },
	{ "fjerde", "fjerde" }, { "femte", "femte" }, { "sjette", "sjette" },
	{ "sjuende", "sjuande" }, { "åttende", "åttande" }, { "niende", "niande" },
	{ "tiende", "tiande" }, { "ellevte", "ellevte" }, { "tolvte", "tolvte" },
};

static struct part ordinal_part(const char *value, const char *what)
{
	char *end;
	const long n = strtol(value, &end, 10);

	if (*end != '\0' || n < 1 || n > (long)(sizeof ordinal / sizeof *ordinal))
		stop("%s %s: a number from 1 to 12", what, value);
	return (struct part){ text_of("%s %s", ordinal[n - 1].nb, what),
	                      text_of("%s %s", ordinal[n - 1].nn, what) };
}

struct part part_read(const char *word, const char *value)
{
	const char *same;

	if (strcmp(word, "ledd") == 0 || strcmp(word, "punktum") == 0)
		return ordinal_part(value, word);
	if (strcmp(word, "bokstav") == 0 && islower((unsigned char)value[0]) && value[1] == '\0')
		same = text_of("bokstav %s", value);
	else if (strcmp(word, "nr") == 0 && strspn(value, "0123456789") == strlen(value))
		same = text_of("nr. %s", value);
	else
		stop("%s %s: ledd N, bokstav x, nr N or punktum N", word, value);
	return (struct part){ same, same };
}

const char *part_prefix(const char *word)
{
	return strcmp(word, "nr") == 0 ? "NR" : strcmp(word, "punktum") == 0 ? "P" : "";
}

static char *place_name(const struct place *p, bool nn)
{
	const struct act *a = &table.act[p->act];
	char *name = text_of("%s § %s", nn ? a->nn : a->nb, p->section);

	for (size_t i = 0; i < p->n_part; i++)
		name = text_of("%s %s", name, nn ? p->part[i].nn : p->part[i].nb);
	return name;
}

/* What stands after the section in its name. */
static char *place_part(const struct place *p, bool nn)
{
	char *name = text_of("%s", "");

	for (size_t i = 0; i < p->n_part; i++)
		name = text_of("%s%s%s", name, i > 0 ? " " : "",
		               nn ? p->part[i].nn : p->part[i].nb);
	return name;
}

/* ---- rules and what they obey ------------------------------------------- */

bool overlap(const char *from, const char *to, const char *other_from, const char *other_to)
{
	return (to == NULL || strcmp(other_from, to) <= 0) &&
	       (other_to == NULL || strcmp(from, other_to) <= 0);
}

static bool in_force_with(const struct rule *r, size_t place)
{
	for (size_t i = 0; i < table.n_row; i++)
		if (table.row[i].place == place &&
		    overlap(r->from, r->to, table.row[i].from, table.row[i].to))
			return true;
	return false;
}

static size_t find_place(const char *key)
{
	for (size_t i = 0; i < table.n_place; i++)
		if (strcmp(table.place[i].key, key) == 0)
			return i;
	stop("there is no row %s", key);
}

static void join_rule(struct rule *r)
{
	char *rest = text_of("%s", r->obeys);

	reading = r->file;
	reading_line = r->line;
	for (char *key; (key = strsep(&rest, " ")) != NULL;) {
		size_t place;

		if (*key == '\0')
			continue;
		place = find_place(key);
		if (!in_force_with(r, place))
			stop("%s is never in force together with %s", key, r->key);
		for (size_t i = 0; i < r->n_place; i++)
			if (r->place[i] == place)
				stop("%s is named twice", key);
		r->place = reallocarray(r->place, r->n_place + 1, sizeof *r->place);
		if (r->place == NULL)
			stop("out of memory");
		r->place[r->n_place++] = place;
		table.place[place].obeyed = true;
	}
}

void join_rules(void)
{
	for (size_t i = 0; i < table.n_rule; i++)
		join_rule(&table.rule[i]);
}

/* ---- writing ------------------------------------------------------------ */

static void put(FILE *out, const char *s)
{
	if (s == NULL) {
		fputs("NULL, ", out);
		return;
	}
	fputc('"', out);
	for (; *s != '\0'; s++)
		fprintf(out, *s == '"' || *s == '\\' ? "\\%c" : "%c", *s);
	fputs("\", ", out);
}

static FILE *create(const char *path)
{
	FILE *out = fopen(path, "w");

	reading = path;
	reading_line = 0;
	if (out == NULL)
		stop("cannot be written");
	return out;
}

static void finish(FILE *out)
{
	if (ferror(out) | fclose(out))
		stop("cannot be written");
}

static void put_upper(FILE *out, const char *s)
{
	for (; *s != '\0'; s++)
		fputc(toupper((unsigned char)*s), out);
}

static void write_header(const char *path)
{
	FILE *out = create(path);

	fputs("/* Made by tool/lovgen of lov/; included by rules/lov.h. */\n"
	      "#ifndef LOV_LISTE_H\n#define LOV_LISTE_H\n\nenum lov_act {\n", out);
	for (size_t i = 0; i < table.n_act; i++)
		fprintf(out, "\tACT_%s,\n", table.act[i].key);
	fputs("\tACT__MAX\n};\n\nenum lov {\n", out);
	for (size_t i = 0; i < table.n_place; i++)
		fprintf(out, "\t%s,\n", table.place[i].key);
	fputs("\tLOV__MAX\n};\n\nenum rule {\n", out);
	for (size_t i = 0; i < table.n_rule; i++) {
		fputs("\tRULE_", out);
		put_upper(out, table.rule[i].key);
		fputs(",\n", out);
	}
	fputs("\tRULE__MAX\n};\n\n#endif\n", out);
	finish(out);
}

static size_t write_rows(FILE *out, size_t place)
{
	size_t n = 0;

	for (size_t i = 0; i < table.n_row; i++) {
		const struct row *r = &table.row[i];
		const char *const value[] = { r->from, r->to, r->checked, r->nb, r->nn,
		                              r->doubt_nb, r->doubt_nn };

		if (r->place != place)
			continue;
		fprintf(out, "\t{ %s, ", table.place[place].key);
		for (size_t v = 0; v < sizeof value / sizeof *value; v++)
			put(out, value[v]);
		fputs("},\n", out);
		n++;
	}
	return n;
}

static void write_places(FILE *out)
{
	size_t first = 0, *n = calloc(table.n_place, sizeof *n);

	if (n == NULL)
		stop("out of memory");
	fputs("const struct lov_row lov_rows[] = {\n", out);
	for (size_t i = 0; i < table.n_place; i++)
		n[i] = write_rows(out, i);
	fputs("};\n\nconst struct lov_place lov_places[LOV__MAX] = {\n", out);
	for (size_t i = 0; i < table.n_place; first += n[i], i++) {
		const struct place *p = &table.place[i];
		const struct act *a = &table.act[p->act];

		fprintf(out, "\t[%s] = { ACT_%s, ", p->key, a->key);
		put(out, p->key);
		put(out, p->section);
		put(out, place_name(p, false));
		put(out, place_name(p, true));
		put(out, place_part(p, false));
		put(out, place_part(p, true));
		put(out, text_of("%s/§%s", a->address, p->section));
		fprintf(out, "lov_rows + %zu, %zu, %d },\n", first, n[i], p->obeyed);
	}
	fputs("};\n\n", out);
	free(n);
}

static void write_rules(FILE *out)
{
	for (size_t i = 0; i < table.n_rule; i++) {
		const struct rule *r = &table.rule[i];

		fprintf(out, "static const enum lov of_%s[] = { ", r->key);
		for (size_t k = 0; k < r->n_place; k++)
			fprintf(out, "%s, ", table.place[r->place[k]].key);
		fputs("};\n", out);
	}
	fputs("\nconst struct rule_info rule_infos[RULE__MAX] = {\n", out);
	for (size_t i = 0; i < table.n_rule; i++) {
		const struct rule *r = &table.rule[i];

		fputs("\t{ ", out);
		put(out, r->key);
		put(out, r->from);
		put(out, r->to);
		put(out, r->done_in);
		put(out, r->nb);
		put(out, r->nn);
		fprintf(out, "of_%s, %zu },\n", r->key, r->n_place);
	}
	fputs("};\n", out);
}

static void write_source(const char *path)
{
	FILE *out = create(path);

	fputs("/* Made by tool/lovgen of lov/. */\n#include \"rules/lov.h\"\n\n"
	      "const struct lov_act_info lov_acts[ACT__MAX] = {\n", out);
	for (size_t i = 0; i < table.n_act; i++) {
		const struct act *a = &table.act[i];
		const char *const value[] = { a->slug, a->nb, a->nn, a->number, a->address,
		                              a->commence_nb, a->commence_nn };

		fprintf(out, "\t[ACT_%s] = { ", a->key);
		for (size_t v = 0; v < sizeof value / sizeof *value; v++)
			put(out, value[v]);
		fputs("},\n", out);
	}
	fputs("};\n\n", out);
	write_places(out);
	write_rules(out);
	finish(out);
}

void write_tables(const char *header, const char *source, const char *unobeyed)
{
	FILE *out;

	write_header(header);
	write_source(source);
	out = create(unobeyed);
	for (size_t i = 0; i < table.n_place; i++)
		if (!table.place[i].obeyed)
			fprintf(out, "%s\t%s\n", table.place[i].key,
			        place_name(&table.place[i], false));
	finish(out);
}
