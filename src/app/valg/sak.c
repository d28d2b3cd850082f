#include "app/valg/sak.h"

#include <string.h>

#include "app/valg/sak_felt.h"
#include "app/valg/sak_metode.h"
#include "app/valg/sak_sted.h"
#include "app/valg/sak_tekst.h"
#include "lib/arena.h"
#include "lib/tid.h"
#include "lib/utf8.h"

#define CASE_MEMORY ((size_t)1 << 30)

/* What every case may have; kind, source, note and expected are its author's notes. */
static const char *const common[] = { "id", "kind", "method", "source", "organ", "seats", "lists",
                                      "expected", "note", "date", "choices", "seed", "draws",
                                      "sha256" };

static void own(struct arena *mem, json_t *v)
{
	arena_undo(mem, (void (*)(void *))json_decref, v);
}

/* ---- the case's own fields ---- */

static void check_names(struct sak *s)
{
	const char *name;
	json_t *v;

	json_object_foreach((json_t *)s->in, name, v) {
		bool known = false;

		for (size_t i = 0; i < sizeof common / sizeof *common; i++)
			known = known || strcmp(common[i], name) == 0;
		for (size_t i = 0; !known && s->method->fields[i] != NULL; i++)
			known = strcmp(s->method->fields[i], name) == 0;
		if (!known)
			sak_fail(s, sak_key(s, name), SAK_NO_LOV,
			         "Feltet hører ikke til metoden %s.", s->method->name);
	}
}

static void read_date(struct sak *s)
{
	const char *date = sak_text(s, s->in, "", "date", false);

	s->date = *date != '\0' ? date : NULL;
	if (s->date == NULL)
		s->set = &valg_sets[n_valg_sets - 1];
	else if (!tid_is_date(date))
		sak_fail(s, "date", SAK_NO_LOV,
		         "Her skal det stå en dato, for eksempel \"2027-10-13\".");
	else if ((s->set = valg_set_of(date)) == NULL)
		sak_fail(s, "date", SAK_NO_LOV, "Vi har ikke reglene som gjaldt den dagen. De "
		         "eldste vi har, er fra %s.", valg_sets[0].from);
}

static void read_choices(struct sak *s)
{
	const json_t *choices = sak_map(s, s->in, "", "choices", false);
	const char *name;
	json_t *v;

	json_object_foreach((json_t *)choices, name, v)
		sak_check_choice(s, name, v);
}

static void read_common(struct sak *s)
{
	const struct sak_limit seats = { true, 1, VALG_SEATS_MAX, SAK_NO_LOV };
	const json_t *lists = sak_array(s, s->in, "", "lists", s->method->lists);

	check_names(s);
	s->seats = (size_t)sak_int(s, s->in, "", "seats", seats);
	s->organ_name = sak_text(s, s->in, "", "organ", false);
	s->organ_known = organ_read(s->organ_name, &s->organ);
	s->council_only = sak_flag(s, s->in, "", "council_only",
	                           s->organ_known && organ_traits(s->organ)->mild);
	if (!s->method->lists && json_array_size(lists) > 0)
		sak_fail(s, "lists", SAK_NO_LOV, "Metoden %s bruker ikke lister.",
		         s->method->name);
	read_date(s);
	read_choices(s);
}

/* ---- the answer ---- */

static void put_rules(struct sak *s)
{
	enum lov lov[LOV__MAX];
	const size_t n = lov_of_rules(s->rule, s->n_rule, lov);
	json_t *rules = json_array(), *sections = json_array();

	for (size_t i = 0; i < s->n_rule; i++)
		json_array_append_new(rules, json_string(rule_infos[s->rule[i]].key));
	for (size_t i = 0; i < n; i++)
		json_array_append_new(sections, json_string(lov_places[lov[i]].nb));
	json_object_set_new(s->out, "rules", rules);
	json_object_set_new(s->out, "sections", sections);
	if (s->date != NULL)
		json_object_set_new(s->out, "rules_of", json_string(s->set->key));
}

static json_t *error_json(const struct sak *s)
{
	json_t *error = json_pack("{s:s, s:s}", "field", s->error.field, "message",
	                          s->error.message);

	if (s->error.lov != SAK_NO_LOV)
		json_object_set_new(error, "section", json_string(lov_places[s->error.lov].nb));
	return error;
}

static struct sak_answer answer(struct sak *s)
{
	struct sak_answer a = { .in = s->in, .json = json_object() };
	json_t *id = *s->id != '\0' ? json_string(s->id) : json_null();

	own(s->mem, a.json);
	json_object_set_new(a.json, "id", id);
	if (sak_well(s)) {
		put_rules(s);
		json_object_set(a.json, "result", s->out);
		a.text = sak_as_text(s);
	} else {
		const char *section = s->error.lov != SAK_NO_LOV
			? arena_printf(s->mem, " (%s)", lov_places[s->error.lov].nb) : "";

		json_object_set_new(a.json, "error", error_json(s));
		a.error = arena_printf(s->mem, "%s%s%s%s%s%s", s->id, *s->id != '\0' ? ": " : "",
		                       s->error.field, *s->error.field != '\0' ? ": " : "",
		                       s->error.message, section);
		a.text = arena_printf(s->mem, "%s\n", a.error);
	}
	return a;
}

/* ---- one case ---- */

static void settle(struct sak *s)
{
	const char *method;

	if (!json_is_object(s->in)) {
		sak_fail(s, "", SAK_NO_LOV, "En sak er et objekt, i krøllparenteser.");
		return;
	}
	if (json_object_get(s->in, "id") != NULL)
		s->id = sak_text(s, s->in, "", "id", true);
	method = sak_text(s, s->in, "", "method", true);
	if (!sak_well(s))
		return;
	s->method = sak_method_find(method);
	if (s->method == NULL) {
		sak_fail(s, "method", SAK_NO_LOV, "«%s» er ikke en metode. Metodene er %s.",
		         method, sak_method_names(s->mem));
		return;
	}
	read_common(s);
	if (sak_well(s))
		s->method->settle(s);
}

/* What the JSON reader refused, in words that say where. */
static void refuse(struct sak *s, const char *bytes, size_t n, const json_error_t *e)
{
	const size_t at = e->position > 0 ? (size_t)e->position : 0;
	const struct sak_sted sted = sak_sted(s->mem, bytes, n, at > 0 ? at - 1 : 0);
	const char *what = "dette er ikke gyldig JSON.";

	switch (json_error_code(e)) {
	case json_error_numeric_overflow:
		what = "tallet er for stort.";
		break;
	case json_error_duplicate_key:
		what = "feltet står to ganger.";
		break;
	case json_error_stack_overflow:
		what = "for mange nivåer inni hverandre.";
		break;
	case json_error_invalid_utf8:
		what = "teksten er ikke UTF-8.";
		break;
	case json_error_end_of_input_expected:
		what = "det står noe mer etter saken.";
		break;
	case json_error_premature_end_of_input:
		what = "teksten slutter midt i saken.";
		break;
	case json_error_unknown: case json_error_out_of_memory: case json_error_cannot_open_file:
	case json_error_invalid_argument: case json_error_invalid_syntax:
	case json_error_invalid_format: case json_error_wrong_type:
	case json_error_null_character: case json_error_null_value:
	case json_error_null_byte_in_key: case json_error_item_not_found:
	case json_error_index_out_of_range:
		break;
	}
	s->id = utf8_valid(sted.id, strlen(sted.id)) ? sted.id : "";
	s->method = sak_method_find(sted.method);
	sak_fail(s, utf8_valid(sted.field, strlen(sted.field)) ? sted.field : "", SAK_NO_LOV,
	         "Linje %zu: %s", sted.line, what);
}

static struct sak_answer one(struct arena *mem, const char *bytes, size_t n)
{
	struct sak s = { .mem = mem, .out = json_object(), .id = "", .organ_name = "" };
	json_error_t e;
	json_t *in = json_loadb(bytes, n, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &e);

	own(mem, s.out);
	s.in = in;
	if (in == NULL) {
		refuse(&s, bytes, n, &e);
	} else {
		own(mem, in);
		settle(&s);
	}
	return answer(&s);
}

/* ---- the file ---- */

struct each {
	struct arena *mem;
	void (*take)(void *, const struct sak_answer *);
	void *arg;
};

static size_t past_blank(const char *bytes, size_t n, size_t i)
{
	while (i < n && (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\r' ||
	                 bytes[i] == '\n'))
		i++;
	return i;
}

static void give(const struct each *e, const char *bytes, size_t n)
{
	const struct sak_answer a = one(e->mem, bytes, n);

	e->take(e->arg, &a);
	arena_reset(e->mem);
}

static void give_error(const struct each *e, const char *message)
{
	struct sak s = { .mem = e->mem, .id = "" };
	struct sak_answer a;

	sak_fail(&s, "", SAK_NO_LOV, "%s", message);
	a = answer(&s);
	e->take(e->arg, &a);
	arena_reset(e->mem);
}

static void give_elements(const struct each *e, const char *bytes, size_t n)
{
	size_t at = 0, begin, end, cases = 0;

	while (at < n && bytes[at] != ']' && sak_element(bytes, n, &at, &begin, &end)) {
		if (cases++ == SAK_CASES_MAX) {
			give_error(e, "Filen har for mange saker. Den kan ha høyst 10 000.");
			return;
		}
		give(e, bytes + begin, end - begin);
	}
	at = past_blank(bytes, n, at + (at == 0));
	if (at >= n || bytes[at] != ']')
		give_error(e, "Listen av saker blir ikke avsluttet.");
	else if (past_blank(bytes, n, at + 1) != n)
		give_error(e, "Det står noe mer etter listen av saker.");
}

/* Past the mark that some editors begin UTF-8 with. */
static size_t begin_of(const char *bytes, size_t n)
{
	return past_blank(bytes, n, n >= 3 && memcmp(bytes, "\357\273\277", 3) == 0 ? 3 : 0);
}

bool sak_is_array(const char *bytes, size_t n)
{
	const size_t begin = begin_of(bytes, n);

	return n <= SAK_BYTES_MAX && begin < n && bytes[begin] == '[';
}

void sak_each(const char *bytes, size_t n, void (*take)(void *, const struct sak_answer *),
              void *arg)
{
	const struct each e = { arena_new(CASE_MEMORY), take, arg };
	const size_t begin = begin_of(bytes, n);

	if (n > SAK_BYTES_MAX)
		give_error(&e, "Filen er for stor. Den kan være på høyst 4 megabyte.");
	else if (begin >= n)
		give_error(&e, "Filen er tom.");
	else if (sak_is_array(bytes, n))
		give_elements(&e, bytes + begin, n - begin);
	else
		give(&e, bytes + begin, n - begin);
	arena_free(e.mem);
}
