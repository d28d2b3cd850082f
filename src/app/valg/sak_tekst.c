#include "app/valg/sak_tekst.h"

#include <string.h>

#include "app/valg/tvil_tekst.h"
#include "lib/arena.h"
#include "rules/lov.h"

#define ALTERNATIVE_FIELDS_MAX 20

/* What the fields of results are called; a field that is not here is not for people. */
static const struct { const char *field, *name; } names[] = {
	{ "valid", "Gyldig" }, { "reasons", "Grunner" }, { "warnings", "Merknader" },
	{ "flags", "Merknader" }, { "min_per_gender", "Minst av hvert kjønn" },
	{ "gender_ok", "Kravet til kjønn er oppfylt" }, { "missing", "Mangler" },
	{ "underrepresented", "Underrepresentert kjønn" }, { "possible", "Mulig å oppfylle" },
	{ "accepted", "Kan godtas" }, { "adopted", "Vedtatt" }, { "next", "Så følger" },
	{ "deputies_ok", "Varamedlemmene er ikke for mange" },
	{ "too_many_deputies", "For mange varamedlemmer i" },
	{ "deputies_gender_ok", "Kravet til kjønn er oppfylt blant varamedlemmene" },
	{ "per_list_ok", "Kravet til kjønn er oppfylt på hver liste" },
	{ "accept", "Kan velges" }, { "reason", "Fordi" }, { "require", "Må være" },
	{ "called", "Innkalles" }, { "after", "Rekkefølgen etterpå" },
	{ "eligible", "Kan velges" }, { "duty", "Plikter å ta imot" },
	{ "min_members", "Minste antall medlemmer" }, { "size", "Størrelsen i saken" },
	{ "constituting", "Må være til stede i det konstituerende møtet" },
	{ "ordinary", "Må være til stede ellers" }, { "third", "En tredel er" },
	{ "max_stemmetillegg", "Høyst med stemmetillegg" },
	{ "max_slengere", "Høyst til andre lister" }, { "listestemmetall", "Listestemmetall" },
	{ "ranking", "Rekkefølge" }, { "votes", "Stemmer med tillegg" },
	{ "elected", "Valgt" }, { "deputies", "Varamedlemmer" }, { "surplus", "Til andre lister" },
	{ "round1", "Første avstemning" }, { "cast", "Avgitte stemmer" },
	{ "needed", "Nødvendig for å bli valgt" }, { "round2", "Andre avstemning" },
	{ "among", "Loddet står mellom" }, { "drawn", "Loddet falt på" },
	{ "error", "Ikke avgjort" }, { "vacant", "Ledige plasser" },
	{ "seats_by_list", "Plasser" }, { "rule", "Lesemåte" },
};

static const char *asked_of(const char *key)
{
	enum tvil q;

	return tvil_read(key, &q) ? tvil_words(q)->question : "";
}

static const char *name_of(const char *field)
{
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(names[i].field, field) == 0)
			return names[i].name;
	return NULL;
}

static const char *value(struct arena *mem, const json_t *v)
{
	const char *name, *all = "";
	json_t *of;

	if (json_is_boolean(v))
		return json_is_true(v) ? "ja" : "nei";
	if (json_is_integer(v))
		return arena_printf(mem, "%lld", (long long)json_integer_value(v));
	if (json_is_array(v))
		return json_array_size(v) == 0 ? "ingen" : sak_joined(mem, v);
	if (!json_is_object(v))
		return json_is_string(v) ? json_string_value(v) : "";
	json_object_foreach((json_t *)v, name, of)
		all = arena_printf(mem, "%s%s%s: %s", all, *all == '\0' ? "" : "; ", name,
		                   value(mem, of));
	return all;
}

const char *sak_joined(struct arena *mem, const json_t *a)
{
	const size_t n = json_array_size(a);
	struct buf b = buf_in(mem);

	buf_puts(&b, "");
	for (size_t i = 0; i < n; i++)
		buf_printf(&b, "%s%s", i == 0 ? "" : i + 1 == n ? " og " : ", ",
		           value(mem, json_array_get(a, i)));
	return b.p;
}

static bool is_left(const char *const *leave, const char *field)
{
	for (size_t i = 0; leave[i] != NULL; i++)
		if (strcmp(leave[i], field) == 0)
			return true;
	return false;
}

void sak_tell_fields(struct sak *s, struct buf *b, const json_t *o, const char *const *leave)
{
	const char *field;
	json_t *v;

	json_object_foreach((json_t *)o, field, v) {
		const char *name = name_of(field);

		if (name == NULL || is_left(leave, field) ||
		    (json_is_array(v) && json_array_size(v) == 0))
			continue;
		buf_printf(b, "  %s: %s\n", name, value(s->les.mem, v));
	}
}

const char *sak_quotient(struct arena *mem, int64_t votes, int64_t scale, int64_t divisor)
{
	char *text = sak_decimal(mem, votes, scale, divisor, 3, ',');
	size_t n = strlen(text);

	while (text[n - 1] == '0')
		n--;
	text[n - (text[n - 1] == ',')] = '\0';
	return text;
}

/* ---- the whole ---- */

static void tell_head(struct sak *s, struct buf *b)
{
	if (*s->id != '\0')
		buf_printf(b, "%s: ", s->id);
	buf_puts(b, s->method->name);
	if (*s->organ_name != '\0')
		buf_printf(b, ", %s", s->organ_name);
	buf_printf(b, ", %zu %s", s->seats, s->seats == 1 ? "plass" : "plasser");
	if (s->date != NULL)
		buf_printf(b, ", %s", s->date);
	buf_puts(b, "\n");
}

/* What each reading gives, but for what they agree about. */
static void tell_alternatives(struct sak *s, struct buf *b, const json_t *alternatives)
{
	for (size_t i = 0; i < json_array_size(alternatives); i++) {
		const json_t *a = json_array_get(alternatives, i);
		const json_t *other = json_array_get(alternatives, i == 0 ? 1 : 0);
		const char *leave[ALTERNATIVE_FIELDS_MAX + 1] = { "rule" }, *field;
		size_t n = 1;
		json_t *v;

		json_object_foreach((json_t *)a, field, v)
			if (n < ALTERNATIVE_FIELDS_MAX &&
			    json_equal(v, json_object_get(other, field)))
				leave[n++] = field;
		buf_printf(b, "  - %s%s\n", json_string_value(json_object_get(a, "rule")),
		           n >= json_object_size(a) ? " (samme resultat)" : "");
		sak_tell_fields(s, b, a, leave);
	}
}

static void tell_questions(struct sak *s, struct buf *b)
{
	const json_t *questions = json_object_get(s->out, "questions");
	const char *uncertain = json_string_value(json_object_get(s->out, "uncertain"));

	if (uncertain != NULL) {
		buf_printf(b, "Loven svarer ikke: %s Velg {\"%s\": \"...\"} i \"choices\":\n",
		           asked_of(uncertain), uncertain);
		tell_alternatives(s, b, json_object_get(s->out, "alternatives"));
	}
	for (size_t i = 0; i < json_array_size(questions); i++) {
		const json_t *q = json_array_get(questions, i);
		const char *key = json_string_value(json_object_get(q, "question"));
		const char *usual = json_string_value(json_object_get(q, "default"));
		const char *chosen = json_string_value(json_object_get(q, "chosen"));

		if (uncertain != NULL && strcmp(uncertain, key) == 0)
			continue;
		buf_printf(b, "Loven svarer ikke: %s (%s) Her er %s fulgt:\n", asked_of(key), key,
		           chosen != NULL ? chosen : usual);
		tell_alternatives(s, b, json_object_get(q, "alternatives"));
	}
}

static void tell_draws(struct sak *s, struct buf *b)
{
	const json_t *draws = json_object_get(s->out, "draws");

	for (size_t i = 0; i < json_array_size(draws); i++) {
		const json_t *d = json_array_get(draws, i);
		const char *seed = json_string_value(json_object_get(d, "seed"));

		buf_printf(b, "Lodd mellom %s: %s",
		           sak_joined(s->les.mem, json_object_get(d, "among")),
		           sak_joined(s->les.mem, json_object_get(d, "drawn")));
		if (seed != NULL)
			buf_printf(b, " (trukket med frøet «%s»)\n", seed);
		else
			buf_puts(b, " (trukket for hånd)\n");
	}
}

const char *sak_as_text(struct sak *s)
{
	static const char *const leave[] = { "alternatives", NULL };
	struct buf b = buf_in(s->les.mem);
	enum lov lov[LOV__MAX];
	const size_t n = lov_of_rules(s->rule, s->n_rule, lov);

	tell_head(s, &b);
	if (s->method->tell != NULL)
		s->method->tell(s, &b);
	else
		sak_tell_fields(s, &b, s->out, leave);
	tell_draws(s, &b);
	tell_questions(s, &b);
	if (n > 0)
		buf_printf(&b, "%s\n", lov_cite(s->les.mem, lov, n, false));
	return b.p;
}
