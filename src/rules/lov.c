#include "rules/lov.h"

#include <string.h>

#include "lib/arena.h"
#include "lib/buf.h"

static bool covers(const char *from, const char *to, const char *day)
{
	return strcmp(from, day) <= 0 && (to == NULL || strcmp(day, to) <= 0);
}

const struct lov_row *lov_row(enum lov lov, const char *day)
{
	const struct lov_place *p = &lov_places[lov];
	const struct lov_row *found = NULL;

	for (size_t i = 0; i < p->n_row; i++) {
		if (day != NULL && covers(p->row[i].from, p->row[i].to, day))
			return &p->row[i];
		if (day == NULL && (found == NULL || strcmp(found->from, p->row[i].from) < 0))
			found = &p->row[i];
	}
	return found;
}

bool rule_in_force(enum rule rule, const char *day)
{
	const struct rule_info *r = &rule_infos[rule];

	return day == NULL ? r->to == NULL : covers(r->from, r->to, day);
}

enum lov_act lov_act_find(const char *slug)
{
	size_t i = 0;

	while (i < ACT__MAX && strcmp(lov_acts[i].slug, slug) != 0)
		i++;
	return (enum lov_act)i;
}

enum lov lov_find(const char *key)
{
	size_t i = 0;

	while (i < LOV__MAX && strcmp(lov_places[i].key, key) != 0)
		i++;
	return (enum lov)i;
}

enum rule rule_find(const char *key)
{
	size_t i = 0;

	while (i < RULE__MAX && strcmp(rule_infos[i].key, key) != 0)
		i++;
	return (enum rule)i;
}

size_t lov_of_rules(const enum rule *rule, size_t n, enum lov *out)
{
	bool named[LOV__MAX] = { false };
	size_t count = 0;

	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < rule_infos[rule[i]].n_lov; k++)
			named[rule_infos[rule[i]].lov[k]] = true;
	for (size_t i = 0; i < LOV__MAX; i++)
		if (named[i])
			out[count++] = (enum lov)i;
	return count;
}

static bool same_section(enum lov a, enum lov b)
{
	return lov_places[a].act == lov_places[b].act &&
	       strcmp(lov_places[a].section, lov_places[b].section) == 0;
}

/* "første, andre" of "første ledd", "andre ledd", and at last "tredje ledd": the word that all
 * end with is said once.  Parts of other kinds are said in full. */
static void cite_part(struct buf *b, const char *part, bool more)
{
	const char *ledd = strstr(part, " ledd");

	if (more && ledd != NULL && ledd[strlen(" ledd")] == '\0')
		buf_add(b, part, (size_t)(ledd - part));
	else
		buf_puts(b, part);
}

static bool plain_ledd(enum lov lov)
{
	const char *ledd = strstr(lov_places[lov].part_nb, " ledd");

	return ledd != NULL && ledd[strlen(" ledd")] == '\0';
}

/* The provisions of one section, which are n. */
static void cite_section(struct buf *b, const enum lov *lov, size_t n, bool nynorsk)
{
	for (size_t i = 0; i < n; i++) {
		const struct lov_place *p = &lov_places[lov[i]];
		const char *part = nynorsk ? p->part_nn : p->part_nb;
		const bool more = i + 1 < n && plain_ledd(lov[i + 1]);

		if (*part == '\0')
			continue;
		buf_puts(b, i == 0 ? " " : i + 1 == n ? " og " : ", ");
		cite_part(b, part, more);
	}
}

char *lov_cite(struct arena *mem, const enum lov *lov, size_t n, bool nynorsk)
{
	struct buf b = buf_in(mem);

	buf_puts(&b, "");
	for (size_t i = 0, end; i < n; i = end) {
		const struct lov_place *p = &lov_places[lov[i]];
		const bool new_act = i == 0 || lov_places[lov[i - 1]].act != p->act;

		for (end = i + 1; end < n && same_section(lov[i], lov[end]); end++)
			;
		if (i > 0)
			buf_puts(&b, end == n ? " og " : ", ");
		if (new_act)
			buf_printf(&b, "%s ", nynorsk ? lov_acts[p->act].nn : lov_acts[p->act].nb);
		buf_printf(&b, "§ %s", p->section);
		cite_section(&b, lov + i, end - i, nynorsk);
	}
	return b.p;
}
