/* fil_sak.c - a case from a file as the fields of the page. */
#include <jansson.h>
#include <string.h>

#include "app/valg/fil.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/tid.h"
#include "lib/utf8.h"
#include "rules/valg/tvil.h"
#include "web/text.h"

#define LETTERS 80              /* as the page's fields have it */
#define VALUE N_("Feltet %s i filen kan ikke leses.")

/* The name of a field, which may be anything, short and whole letters. */
static const char *field_name(struct valg_fil *f, const char *where, const char *name)
{
	const char *end = name;

	for (int n = 0; n < LETTERS && *end != '\0'; n++)
		utf8_next(&end);
	name = utf8_clean(f->mem, arena_strndup(f->mem, name, (size_t)(end - name)), false);
	return arena_printf(f->mem, "%s%s", where, name);
}

static void unknown_fields(struct valg_fil *f, const json_t *o, const char *where,
                           const char *const *known)
{
	const char *name;
	json_t *v;

	json_object_foreach((json_t *)o, name, v) {
		size_t i = 0;

		while (known[i] != NULL && strcmp(known[i], name) != 0)
			i++;
		if (known[i] == NULL)
			valg_fil_fault(f, N_("Siden har ikke plass til feltet %s i filen. Bruk "
			                     "kommandoen «samling valg»."),
			               field_name(f, where, name));
	}
}

/* A text of a line, or "". */
static const char *text_of(struct valg_fil *f, const json_t *v, const char *field)
{
	const char *clean = "";

	if (v == NULL)
		return "";
	if (json_string_length(v) <= 8 * LETTERS && json_is_string(v))
		clean = utf8_clean(f->mem, json_string_value(v), false);
	if (!json_is_string(v) || clean == NULL || clean[0] == '\0' || utf8_length(clean) > LETTERS)
		valg_fil_fault(f, VALUE, field);
	return clean != NULL ? clean : "";
}

static int64_t number_of(struct valg_fil *f, const json_t *v, const char *field, int64_t max)
{
	if (v == NULL)
		return 0;
	if (json_is_integer(v) && json_integer_value(v) >= 0 && json_integer_value(v) <= max)
		return json_integer_value(v);
	valg_fil_fault(f, VALUE, field);
	return 0;
}

/* ---- lists ---- */

/* As lines for the box of names; the page must read back just what the file said. */
static const char *names_of(struct valg_fil *f, const json_t *names, const char *where)
{
	struct buf b = buf_in(f->mem);
	struct valg_navn back;

	buf_puts(&b, "");
	for (size_t i = 0; i < json_array_size(names); i++) {
		const json_t *o = json_array_get(names, i);
		const char *gender = json_string_value(json_object_get(o, "gender"));

		if (json_string_length(json_object_get(o, "name")) == 0 || gender == NULL ||
		    (strcmp(gender, "K") != 0 && strcmp(gender, "M") != 0)) {
			valg_fil_fault(f, VALUE, arena_printf(f->mem, "%s[%zu]", where, i));
			return "";
		}
		buf_printf(&b, "%s%s, %s", i > 0 ? "\n" : "",
		           text_of(f, json_object_get(o, "name"), where), gender);
	}
	back = valg_navn_read(f->mem, b.p);
	for (size_t i = 0; i < json_array_size(names) && f->n_fault == 0; i++) {
		const json_t *o = json_array_get(names, i);
		const char *name = text_of(f, json_object_get(o, "name"), where);

		if (i >= back.n || strcmp(back.name[i].name, name) != 0)
			valg_fil_fault(f, N_("Navnet «%s» kan siden ikke lese."), name);
	}
	return b.p;
}

static const char *count_of(struct valg_fil *f, const json_t *v, const char *field, int64_t max)
{
	return v == NULL ? "" : arena_printf(f->mem, "%lld",
	                                     (long long)number_of(f, v, field, max));
}

/* What list control asks for beside the names. */
static void read_more(struct valg_fil *f, const json_t *o, const char *where,
                      struct skjema_list *row)
{
	static const char *const letters[] = { "K", "M", NULL };
	const char *at = arena_printf(f->mem, "%s.group_genders", where);
	const json_t *is_signed = json_object_get(o, "signed");
	const json_t *parties = json_object_get(o, "parties");
	const json_t *group = json_object_get(o, "group_genders");
	struct buf b = buf_in(f->mem);

	buf_puts(&b, "");
	for (size_t i = 0; i < json_array_size(parties); i++) {
		const char *party = text_of(f, json_array_get(parties, i), where);

		if (strpbrk(party, ",;") != NULL)
			valg_fil_fault(f, N_("Navnet «%s» kan siden ikke lese."), party);
		buf_printf(&b, "%s%s", i > 0 ? ", " : "", party);
	}
	if ((is_signed != NULL && !json_is_boolean(is_signed)) ||
	    (parties != NULL && !json_is_array(parties)) ||
	    (group != NULL && !json_is_object(group)) || utf8_length(b.p) > SKJEMA_PARTIES_MAX)
		valg_fil_fault(f, VALUE, where);
	unknown_fields(f, group, arena_printf(f->mem, "%s.", at), letters);
	row->parties = b.p;
	if (is_signed != NULL)
		row->signature = json_is_true(is_signed) ? "ja" : "nei";
	row->number[SKJEMA_GROUP_WOMEN] = count_of(f, json_object_get(group, "K"), at,
	                                           SKJEMA_VOTES_MAX);
	row->number[SKJEMA_GROUP_MEN] = count_of(f, json_object_get(group, "M"), at,
	                                         SKJEMA_VOTES_MAX);
	row->number[SKJEMA_HOPES] = count_of(f, json_object_get(o, "hopes"), arena_printf(f->mem,
		"%s.hopes", where), SKJEMA_SEATS_MAX);
}

static void read_list(struct valg_fil *f, const json_t *o, size_t i, struct skjema_list *row)
{
	static const char *const known[] = { "name", "votes", "candidates", "signed", "parties",
		"group_genders", "hopes", NULL };
	const char *where = arena_printf(f->mem, "lists[%zu]", i);
	const json_t *votes = json_object_get(o, "votes");
	const json_t *names = json_object_get(o, "candidates");
	const char *at = arena_printf(f->mem, "%s.candidates", where);

	*row = skjema_list("", "", "");
	if (json_string_length(json_object_get(o, "name")) == 0) {
		valg_fil_fault(f, VALUE, arena_printf(f->mem, "%s.name", where));
		return;
	}
	unknown_fields(f, o, arena_printf(f->mem, "%s.", where), known);
	row->name = text_of(f, json_object_get(o, "name"), where);
	if (votes != NULL)
		row->votes = arena_printf(f->mem, "%lld", (long long)number_of(f, votes,
			arena_printf(f->mem, "%s.votes", where), SKJEMA_VOTES_MAX));
	if (names != NULL && !json_is_array(names))
		valg_fil_fault(f, VALUE, at);
	row->names = names_of(f, names, at);
	read_more(f, o, where, row);
}

static void read_lists(struct valg_fil *f, const json_t *lists, struct skjema *s)
{
	size_t n = json_array_size(lists);

	if (lists != NULL && (!json_is_array(lists) || n > SKJEMA_LISTS_MAX)) {
		valg_fil_fault(f, VALUE, "lists");
		n = 0;
	}
	s->row = arena_array(f->mem, n, sizeof *s->row);
	for (; s->n_row < n; s->n_row++)
		read_list(f, json_array_get(lists, s->n_row), s->n_row, &s->row[s->n_row]);
}

/* ---- what was drawn and chosen ---- */

static struct skjema_names read_texts(struct valg_fil *f, const json_t *a, const char *where)
{
	const char **name = arena_array(f->mem, json_array_size(a), sizeof *name);
	struct skjema_names out = { .name = name };

	if (a != NULL && (!json_is_array(a) || json_array_size(a) > FORM_MANY_MAX))
		valg_fil_fault(f, VALUE, where);
	else
		for (; out.n < json_array_size(a); out.n++)
			name[out.n] = text_of(f, json_array_get(a, out.n), where);
	return out;
}

static void read_draws(struct valg_fil *f, const json_t *in, struct skjema *s)
{
	const json_t *draws = json_object_get(in, "draws");
	const size_t n = json_array_size(draws);

	s->seed = text_of(f, json_object_get(in, "seed"), "seed");
	if ((draws != NULL && !json_is_array(draws)) || n > SKJEMA_LOTS ||
	    (n > 0 && s->seed[0] != '\0')) {
		valg_fil_fault(f, VALUE, "draws");
		return;
	}
	for (size_t i = 0; i < n; i++) {
		const json_t *drawn = json_object_get(json_array_get(draws, i), "drawn");

		if (json_array_size(drawn) == 0)
			valg_fil_fault(f, VALUE, "draws");
		s->draw[i] = read_texts(f, drawn, arena_printf(f->mem, "draws[%zu].drawn", i));
	}
}

/* The name of the case is part of what is hashed, and the page has names of its own. */
static void check_seed(struct valg_fil *f, const json_t *in, const struct skjema *s)
{
	const char *id = json_string_value(json_object_get(in, "id"));

	if (s->seed[0] != '\0' && (id == NULL || strcmp(id, skjema_id(f->mem, s)) != 0))
		valg_fil_fault(f, N_("Med et frø må saken i filen hete «%s», ellers faller loddet "
		                     "annerledes på siden. Bruk kommandoen «samling valg»."),
		               skjema_id(f->mem, s));
}

static void read_choices(struct valg_fil *f, const json_t *choices, struct skjema *s)
{
	const char *known[TVIL__MAX] = { NULL };
	size_t n = 0;

	for (const enum tvil *q = skjema_questions; *q != TVIL_NONE; q++) {
		const json_t *reading = json_object_get(choices, tvil_row(*q)->key);
		const char *key = json_string_value(reading);

		known[n++] = tvil_row(*q)->key;
		s->chosen[*q] = key == NULL ? TVIL_ASK : tvil_reading(*q, key);
		if (reading != NULL && s->chosen[*q] == TVIL_ASK)
			valg_fil_fault(f, VALUE, "choices");
	}
	unknown_fields(f, choices, "choices.", known);
	if (choices != NULL && !json_is_object(choices))
		valg_fil_fault(f, VALUE, "choices");
}

/* ---- the body ---- */

static const struct valg_organ *organ_of(const char *text)
{
	const struct valg_organ *found = valg_organ_find(text);
	enum organ organ;

	if (found != NULL || !organ_read(text, &organ))
		return found;
	for (found = valg_organer; found->key != NULL; found++)
		if (found->organ == organ)
			return found;
	return NULL;
}

static void read_organ(struct valg_fil *f, const json_t *in, struct skjema *s)
{
	const json_t *organ = json_object_get(in, "organ");
	const json_t *only = json_object_get(in, "council_only");

	s->organ = organ_of(organ == NULL ? "utvalg" : text_of(f, organ, "organ"));
	if (s->organ == NULL) {
		valg_fil_fault(f, VALUE, "organ");
		s->organ = &valg_organer[0];
	}
	if (only != NULL && json_is_true(only) != organ_traits(s->organ->organ)->mild)
		valg_fil_fault(f, N_("Feltet council_only i filen passer ikke til %s på siden. "
		                     "Bruk kommandoen «samling valg»."),
		               tr(f->lang, s->organ->name));
}

static void read_fields(struct valg_fil *f, const json_t *in, struct skjema *s)
{
	static const char *const known[] = { "method", "organ", "place", "date", "seats",
		"written", "blank", "lists", "draws", "seed", "choices", "council_only", "id",
		"council_members", "kind", "source", "note", "expected", "sha256",
		"present", NULL };
	const char *method = json_string_value(json_object_get(in, "method"));

	if (method == NULL || strcmp(method, "forholdsvalg") != 0) {
		valg_fil_fault(f, N_("Filen er ikke et forholdsvalg."), "");
		return;
	}
	unknown_fields(f, in, "", known);
	read_organ(f, in, s);
	s->place = text_of(f, json_object_get(in, "place"), "place");
	s->date = text_of(f, json_object_get(in, "date"), "date");
	if (s->date[0] != '\0' && !tid_is_date(s->date))
		valg_fil_fault(f, VALUE, "date");
	s->seats = (size_t)number_of(f, json_object_get(in, "seats"), "seats", SKJEMA_SEATS_MAX);
	s->blank = number_of(f, json_object_get(in, "blank"), "blank", SKJEMA_VOTES_MAX);
	s->written = json_is_true(json_object_get(in, "written"));
	read_lists(f, json_object_get(in, "lists"), s);
	read_draws(f, in, s);
	check_seed(f, in, s);
	s->council = read_texts(f, json_object_get(in, "council_members"), "council_members");
	read_choices(f, json_object_get(in, "choices"), s);
}

static void let_go(void *json)
{
	json_decref(json);
}

void valg_fil_read_case(struct valg_fil *f, const char *bytes, size_t n, struct skjema *s)
{
	json_error_t e;
	json_t *all = json_loadb(bytes, n, JSON_REJECT_DUPLICATES, &e);
	const json_t *in = all;

	if (all == NULL) {
		valg_fil_fault(f, N_("Filen kan ikke leses. Noe er galt i linje %s."),
		          arena_printf(f->mem, "%d", e.line));
		return;
	}
	arena_undo(f->mem, let_go, all);
	if (json_is_array(all) && json_array_size(all) != 1)
		valg_fil_fault(f, N_("Filen må ha én sak. Denne har flere eller ingen."), "");
	else if (json_is_array(all))
		in = json_array_get(all, 0);
	if (f->n_fault == 0)
		read_fields(f, in, s);
}
