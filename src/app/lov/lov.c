#include "app/lov/lov.h"

#include <string.h>

#include "app/lov/lov.html.h"
#include "app/lov/side.h"
#include "lib/arena.h"
#include "store/store.h"
#include "web/text.h"

char *lov_path(struct arena *mem, const char *act, const char *section)
{
	return arena_printf(mem, "/lov/%s/%s", act, section);
}

const char *lov_in(enum lang lang, const char *nb, const char *nn)
{
	return lang == LANG_NN ? nn : nb;
}

char *lov_head(struct arena *mem, const char *text)
{
	char *head = arena_strdup(mem, text);

	if (head[0] >= 'a' && head[0] <= 'z')
		head[0] -= 'a' - 'A';
	else if (strncmp(head, "å", strlen("å")) == 0)
		memcpy(head, "Å", strlen("Å"));
	return head;
}

/* The date without its weekday. */
char *lov_day(struct arena *mem, enum lang lang, const char *iso)
{
	return strchr(text_date(mem, lang, iso), ' ') + 1;
}

bool lov_is_of(enum lov lov, enum lov_act act, const char *section)
{
	return lov_places[lov].act == act && strcmp(lov_places[lov].section, section) == 0;
}

bool lov_is_first(enum lov lov)
{
	const struct lov_place *p = &lov_places[lov];

	for (size_t i = 0; i < (size_t)lov; i++)
		if (lov_is_of((enum lov)i, p->act, p->section))
			return false;
	return true;
}

bool lov_obeys(enum rule rule, enum lov lov)
{
	const struct rule_info *r = &rule_infos[rule];

	for (size_t i = 0; i < r->n_lov; i++)
		if (r->lov[i] == lov)
			return true;
	return false;
}

const char *lov_line(struct arena *mem, const char **p)
{
	const char *from = *p;
	const size_t n = strcspn(from, "\n");

	if (*from == '\0')
		return NULL;
	*p = from + n + (from[n] == '\n');
	return arena_strndup(mem, from, n);
}

static enum outcome wording(struct req *r, enum lov_act act, const char *section,
                            struct lov_wording *w)
{
	struct rows rows;
	const enum outcome went = RUN(r->store, r->mem, &rows, lovtekst_paragraf,
	                              .lov = v_text(lov_acts[act].number),
	                              .paragraf = v_text(section));

	*w = (struct lov_wording){ .n = rows.n };
	w->ledd = arena_array(r->mem, rows.n, sizeof *w->ledd);
	for (size_t i = 0; i < rows.n; i++)
		w->ledd[i] = row_text(&rows.row[i], lovtekst_paragraf__tekst);
	if (rows.n > 0) {
		const struct row *first = &rows.row[0];

		w->loaded = row_text(first, lovtekst_paragraf__lest_inn);
		if (!row_null(first, lovtekst_paragraf__endret))
			w->changed = row_text(first, lovtekst_paragraf__endret);
	}
	return went;
}

static enum outcome front_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);

	t_lov_forside(&o, r, form_text(&r->form, "ord"));
	return page_staff(r, tr(r->lang, N_("Paragrafene vi følger")), out_html(&o));
}

static enum outcome section_page(struct req *r)
{
	const enum lov_act act = lov_act_find(r->param[0]);
	const char *section = r->param[1], *address = NULL, *name;
	struct out o = out_new(r->mem, r->lang);
	struct lov_wording w;
	enum outcome went;

	for (size_t i = 0; act < ACT__MAX && i < LOV__MAX; i++)
		if (lov_is_of((enum lov)i, act, section))
			address = lov_places[i].address;
	if (address == NULL)
		return OUTCOME_NOT_FOUND;
	went = wording(r, act, section, &w);
	if (went != OUTCOME_OK)
		return went;
	name = lov_in(r->lang, lov_acts[act].nb, lov_acts[act].nn);
	t_lov_paragraf(&o, r, act, section, address, &w);
	return page_staff(r, arena_printf(r->mem, "%s § %s", name, section), out_html(&o));
}

static const struct field front_fields[] = {
	{ "ord", FIELD_TEXT }, { 0 }
};

const struct page lov_pages[] = {
	{ HTTP_GET, "/lov",                  RIGHT_ALL, front_page, front_fields },
	{ HTTP_GET, "/lov/{lov}/{paragraf}", RIGHT_ALL, section_page, NULL },
	{ 0 }
};
