#include "app/valg/sak.h"

#include <string.h>

#include "app/saksfil/saksfil.h"
#include "app/valg/sak_felt.h"
#include "app/valg/sak_metode.h"
#include "app/valg/sak_tekst.h"
#include "lib/arena.h"
#include "lib/tid.h"

/* What every case may have; kind, source, note and expected are its author's notes. */
static const char *const common[] = { "id", "kind", "method", "source", "organ", "seats", "lists",
                                      "expected", "note", "date", "choices", "seed", "draws",
                                      "sha256" };

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
			les_fail(&s->les, les_key(&s->les, name), LES_NO_LOV,
			         "Feltet hører ikke til metoden %s.", s->method->name);
	}
}

static void read_date(struct sak *s)
{
	const char *date = les_text(&s->les, s->in, "", "date", false);

	s->date = *date != '\0' ? date : NULL;
	if (s->date == NULL)
		s->set = &valg_sets[n_valg_sets - 1];
	else if (!tid_is_date(date))
		les_fail(&s->les, "date", LES_NO_LOV,
		         "Her skal det stå en dato, for eksempel \"2027-10-13\".");
	else if ((s->set = valg_set_of(date)) == NULL)
		les_fail(&s->les, "date", LES_NO_LOV,
		         "Vi har ikke reglene som gjaldt den dagen. De "
		         "eldste vi har, er fra %s.", valg_sets[0].from);
}

static void read_choices(struct sak *s)
{
	const json_t *choices = les_map(&s->les, s->in, "", "choices", false);
	const char *name;
	json_t *v;

	json_object_foreach((json_t *)choices, name, v)
		sak_check_choice(s, name, v);
}

static void read_common(struct sak *s)
{
	const struct les_limit seats = { true, 1, VALG_SEATS_MAX, LES_NO_LOV };
	const json_t *lists = les_array(&s->les, s->in, "", "lists", s->method->lists);

	check_names(s);
	s->seats = (size_t)les_int(&s->les, s->in, "", "seats", seats);
	s->organ_name = les_text(&s->les, s->in, "", "organ", false);
	s->organ_known = organ_read(s->organ_name, &s->organ);
	s->council_only = les_flag(&s->les, s->in, "", "council_only",
	                           s->organ_known && organ_traits(s->organ)->mild);
	if (!s->method->lists && json_array_size(lists) > 0)
		les_fail(&s->les, "lists", LES_NO_LOV, "Metoden %s bruker ikke lister.",
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

static struct saksfil_answer answer(struct sak *s)
{
	struct saksfil_answer a = { .in = s->in, .json = json_object() };
	json_t *id = *s->id != '\0' ? json_string(s->id) : json_null();

	saksfil_own(s->les.mem, a.json);
	json_object_set_new(a.json, "id", id);
	if (les_well(&s->les)) {
		put_rules(s);
		json_object_set(a.json, "result", s->out);
		a.text = sak_as_text(s);
	} else {
		json_object_set_new(a.json, "error", les_error_json(&s->les));
		a.error = les_error_text(&s->les, s->id);
		a.text = arena_printf(s->les.mem, "%s\n", a.error);
	}
	return a;
}

/* ---- one case ---- */

static void find_method(struct sak *s, const char *name)
{
	s->method = sak_method_find(name);
	if (s->method != NULL)
		s->les.lov = s->method->lov;
}

static void settle(struct sak *s)
{
	const char *method;

	if (!json_is_object(s->in)) {
		les_fail(&s->les, "", LES_NO_LOV, "En sak er et objekt, i krøllparenteser.");
		return;
	}
	if (json_object_get(s->in, "id") != NULL)
		s->id = les_text(&s->les, s->in, "", "id", true);
	method = les_text(&s->les, s->in, "", "method", true);
	if (!les_well(&s->les))
		return;
	find_method(s, method);
	if (s->method == NULL) {
		les_fail(&s->les, "method", LES_NO_LOV, "«%s» er ikke en metode. Metodene er %s.",
		         method, sak_method_names(s->les.mem));
		return;
	}
	read_common(s);
	if (les_well(&s->les))
		s->method->settle(s);
}

/* ---- the file ---- */

struct give {
	void (*take)(void *, const struct saksfil_answer *);
	void *arg;
};

static struct sak begin(struct arena *mem)
{
	struct sak s = { .les = { .mem = mem, .lov = LES_NO_LOV }, .out = json_object(),
	                 .id = "", .organ_name = "" };

	saksfil_own(mem, s.out);
	return s;
}

static void give(const struct give *g, struct sak *s)
{
	const struct saksfil_answer a = answer(s);

	g->take(g->arg, &a);
}

static void take(void *arg, struct arena *mem, const char *bytes, size_t n)
{
	struct sak s = begin(mem);
	struct saksfil_wrong wrong;

	s.in = saksfil_json(mem, bytes, n, &wrong);
	if (s.in != NULL) {
		settle(&s);
	} else {
		s.id = wrong.id;
		find_method(&s, wrong.method);
		les_fail(&s.les, wrong.field, LES_NO_LOV, "%s", wrong.message);
	}
	give(arg, &s);
}

static void refuse(void *arg, struct arena *mem, const char *why)
{
	struct sak s = begin(mem);

	les_fail(&s.les, "", LES_NO_LOV, "%s", why);
	give(arg, &s);
}

void sak_each(const char *bytes, size_t n, void (*to)(void *, const struct saksfil_answer *),
              void *arg)
{
	static const struct saksfil_taker taker = { take, refuse };
	struct give g = { to, arg };

	saksfil_each(bytes, n, &taker, &g);
}
