#include "app/valg/avtalevalg.h"

#include <string.h>

#include "app/valg/avtalevalg.html.h"
#include "app/valg/skjema.h"
#include "lib/arena.h"
#include "lib/tid.h"
#include "lib/world.h"
#include "web/text.h"

#define NAMES_BYTES 8000

const struct field avtalevalg_fields[] = {
	{ "organ", FIELD_TEXT },
	{ "kommune", FIELD_TEXT, .max = 80 },
	{ "dato", FIELD_TEXT, .max = 20 },
	{ "plasser", FIELD_TEXT, .max = 20 },
	{ "medlemmer", FIELD_LINES, .max = NAMES_BYTES },
	{ "varamedlemmer", FIELD_LINES, .max = NAMES_BYTES },
	{ "for", FIELD_TEXT, .max = 20 },
	{ "mot", FIELD_TEXT, .max = 20 },
	{ "blanke", FIELD_TEXT, .max = 20 },
	{ "kvinner", FIELD_TEXT, .max = 20 },
	{ "menn", FIELD_TEXT, .max = 20 },
	{ "tvil", FIELD_TEXT, .max = 40 },
	{ "vara_kjoenn", FIELD_TEXT, .max = 40 },
	{ "kommunestyre", FIELD_MANY, .max = VALG_NAVN_LETTERS },
	{ NULL }
};

static const struct { const char *field, *label; } numbers[AVTALEVALG_COUNTS] = {
	[AVTALEVALG_FOR] = { "for", N_("Stemmer for") },
	[AVTALEVALG_AGAINST] = { "mot", N_("Stemmer mot") },
	[AVTALEVALG_BLANK] = { "blanke", N_("Blanke") },
	[AVTALEVALG_WOMEN] = { "kvinner", N_("Kvinner i kommunestyret") },
	[AVTALEVALG_MEN] = { "menn", N_("Menn i kommunestyret") },
};

static bool written(const struct avtalevalg_form *a, enum avtalevalg_count i)
{
	return a->number[i].text[0] != '\0';
}

static void read_numbers(const struct form *f, struct avtalevalg_form *a)
{
	for (size_t i = 0; i < AVTALEVALG_COUNTS; i++) {
		struct avtalevalg_number *n = &a->number[i];

		*n = (struct avtalevalg_number){ numbers[i].field, numbers[i].label,
		                                 form_text(f, numbers[i].field), NULL, 0 };
		n->error = skjema_number(n->text, SKJEMA_VOTES_MAX, &n->n);
		a->wrong |= n->error != NULL;
	}
	a->task.voted = written(a, AVTALEVALG_FOR) || written(a, AVTALEVALG_AGAINST) ||
	                written(a, AVTALEVALG_BLANK);
	a->task.against = a->number[AVTALEVALG_AGAINST].n;
	a->task.blank = a->number[AVTALEVALG_BLANK].n;
	if (!a->wrong && a->task.voted && a->task.against == 0 &&
	    a->number[AVTALEVALG_FOR].n == 0) {
		a->number[AVTALEVALG_FOR].error = N_("Hvor mange stemte for?");
		a->wrong = true;
	}
	a->task.council_known = written(a, AVTALEVALG_WOMEN) && written(a, AVTALEVALG_MEN);
	a->task.council[GENDER_WOMAN] = (size_t)a->number[AVTALEVALG_WOMEN].n;
	a->task.council[GENDER_MAN] = (size_t)a->number[AVTALEVALG_MEN].n;
}

static struct avtalevalg_group *group_of(struct avtalevalg_form *a, const char *name)
{
	for (size_t i = 0; i < a->n_group; i++)
		if (avtalenavn_same(a->mem, a->group[i].name, name))
			return &a->group[i];
	a->group[a->n_group] = (struct avtalevalg_group){
		.name = name, .index = a->n_group,
		.member = arena_array(a->mem, a->member.n, sizeof(size_t)),
		.deputy = arena_array(a->mem, a->deputy.n, sizeof(size_t)),
	};
	return &a->group[a->n_group++];
}

static void gather(struct avtalevalg_form *a)
{
	struct avtale_group *group;

	a->group = arena_array(a->mem, a->member.n + a->deputy.n, sizeof *a->group);
	for (size_t i = 0; i < a->member.n; i++) {
		struct avtalevalg_group *g = group_of(a, a->member.row[i].group);

		g->member[g->n_member++] = i;
	}
	for (size_t i = 0; i < a->deputy.n; i++) {
		struct avtalevalg_group *g = group_of(a, a->deputy.row[i].group);

		g->deputy[g->n_deputy++] = i;
	}
	group = arena_array(a->mem, a->n_group, sizeof *group);
	for (size_t i = 0; i < a->n_group; i++) {
		const struct avtalevalg_group *g = &a->group[i];
		enum gender *who = arena_array(a->mem, g->n_deputy, sizeof *who);

		for (size_t k = 0; k < g->n_deputy; k++)
			who[k] = a->deputy.row[g->deputy[k]].person.gender;
		group[i] = (struct avtale_group){ g->name, g->n_member, g->n_deputy, who };
	}
	a->task.group = group;
	a->task.n_group = a->n_group;
}

static const char *name_at(const struct avtalevalg_form *a, size_t i)
{
	return i < a->member.n ? a->member.row[i].person.name
	                       : a->deputy.row[i - a->member.n].person.name;
}

static const char *twice(const struct avtalevalg_form *a)
{
	for (size_t i = 0; i < a->member.n + a->deputy.n; i++)
		for (size_t j = 0; j < i; j++)
			if (avtalenavn_same(a->mem, name_at(a, i), name_at(a, j)))
				return name_at(a, i);
	return NULL;
}

static void read_names(const struct form *f, struct avtalevalg_form *a)
{
	enum gender *who;

	a->member_text = form_text(f, "medlemmer");
	a->deputy_text = form_text(f, "varamedlemmer");
	a->member = avtalenavn_read(a->mem, a->member_text);
	a->deputy = avtalenavn_read(a->mem, a->deputy_text);
	a->wrong |= a->member.error != NULL || a->deputy.error != NULL;
	who = arena_array(a->mem, a->member.n, sizeof *who);
	for (size_t i = 0; i < a->member.n; i++)
		who[i] = a->member.row[i].person.gender;
	a->task.member = who;
	a->task.n_member = a->member.n;
	a->twice = twice(a);
	gather(a);
}

static void read_form(struct req *r, struct avtalevalg_form *a)
{
	const struct form *f = &r->form;
	int64_t seats;

	*a = (struct avtalevalg_form){ .mem = r->mem, .place = form_text(f, "kommune"),
	                               .date = form_text(f, "dato"),
	                               .blank_chosen = tvil_reading(TVIL_ENSTEMMIG_BLANK,
	                                       form_text(f, "tvil")),
	                               .deputies_chosen = tvil_reading(TVIL_AVTALE_VARA_KJOENN,
	                                       form_text(f, "vara_kjoenn")),
	                               .council = form_entry(f, "kommunestyre")->many,
	                               .n_council = form_entry(f, "kommunestyre")->n_many,
	                               .organ = valg_organ_find(form_text(f, "organ")) };
	if (a->organ == NULL)
		a->organ = &valg_organer[0];
	if (!tid_is_date(a->date))
		a->date = tid_today(r->mem, world_wall_ms(r->world));
	a->seats_text = form_text(f, "plasser");
	a->seats_error = skjema_number(a->seats_text, SKJEMA_SEATS_MAX, &seats);
	a->wrong = a->seats_error != NULL;
	a->task.seats = (size_t)seats;
	a->task.council_only = organ_traits(a->organ->organ)->mild;
	read_numbers(f, a);
	read_names(f, a);
	a->ready = a->member.n > 0 && seats > 0;
	if (a->ready && !a->wrong)
		a->result = avtale_check(r->mem, &a->task);
}

bool avtalevalg_in_council(const struct avtalevalg_form *a, const char *name)
{
	for (size_t i = 0; i < a->n_council; i++)
		if (strcmp(a->council[i], name) == 0)
			return true;
	return false;
}

bool avtalevalg_council_ok(const struct avtalevalg_form *a)
{
	size_t n = 0;

	for (size_t i = 0; i < a->member.n; i++)
		n += avtalevalg_in_council(a, a->member.row[i].person.name);
	return n >= organ_traits(a->organ->organ)->council_least;
}

bool avtalevalg_lawful(const struct avtalevalg_form *a)
{
	const struct avtale_result *r = &a->result;

	return r->count_ok && r->accepted && r->deputies_ok && a->member.n_ungrouped == 0 &&
	       a->twice == NULL &&
	       (!r->deputies_known || avtalevalg_deputies_ok(a) || a->task.council_only);
}

bool avtalevalg_deputies_ok(const struct avtalevalg_form *a)
{
	return a->deputies_chosen == 1 ? a->result.groups_ok : a->result.deputies.ok;
}

bool avtalevalg_adopted(const struct avtalevalg_form *a)
{
	if (a->result.adopted == AVTALE_OPEN)
		return a->blank_chosen == 1;
	return a->result.adopted == AVTALE_ADOPTED;
}

char *avtalevalg_forholdsvalg(const struct avtalevalg_form *a)
{
	return arena_printf(a->mem, "/valg/forholdsvalg?organ=%s&plasser=%zu&dato=%s",
	                    a->organ->key, a->task.seats, a->date);
}

enum outcome avtalevalg_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);
	struct avtalevalg_form a;

	read_form(r, &a);
	if (r->bit) {
		t_avtalevalg_resultat(&o, &a);
		return page_bits(r, out_html(&o));
	}
	t_avtalevalg(&o, &a);
	return page_framed(r, &(struct frame_text){ .title = tr(r->lang, N_("Avtalevalg")),
	                   .css = "full.css", .html_class = "forvaltning" }, out_html(&o));
}
