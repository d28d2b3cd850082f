#include <ctype.h>
#include <string.h>

#include "app/habilitet/sak_inside.h"
#include "lib/arena.h"
#include "lib/utf8.h"

static const char *const toward_keys[HABIL_TOWARD__MAX] = {
	[TOWARD_INHABIL] = "inhabil", [TOWARD_HABIL] = "habil", [TOWARD_EITHER] = "begge",
};

const char *habil_section(struct arena *mem, enum lov lov)
{
	const struct lov_place *p = &lov_places[lov];
	const char *letter = strstr(p->part_nb, "bokstav ");
	char *act = arena_strndup(mem, p->key, strcspn(p->key, "_"));
	size_t before = letter == NULL ? strlen(p->part_nb) : (size_t)(letter - p->part_nb);

	for (char *a = act; *a != '\0'; a++)
		*a = (char)tolower((unsigned char)*a);
	return arena_printf(mem, "%s § %s%s%.*s%s", act, p->section,
	                    *p->part_nb != '\0' ? " " : "", (int)before, p->part_nb,
	                    letter == NULL ? "" : letter + strlen("bokstav "));
}

/* Those of the day. */
static size_t places_of(const struct habil_case *c, const enum rule *rule, size_t n,
                        enum lov *out)
{
	enum rule in_force[HABIL_GROUNDS_MAX];
	size_t k = 0;

	for (size_t i = 0; i < n; i++)
		if (rule_in_force(rule[i], c->date))
			in_force[k++] = rule[i];
	return lov_of_rules(in_force, k, out);
}

static json_t *sections_of(struct habil_case *c, const enum rule *rule, size_t n)
{
	enum lov lov[LOV__MAX];
	const size_t k = places_of(c, rule, n, lov);
	json_t *sections = json_array();

	for (size_t i = 0; i < k; i++)
		json_array_append_new(sections, json_string(habil_section(c->les.mem, lov[i])));
	return sections;
}

/* A circumstance without a key is told as it was written. */
static const char *factor_text(struct arena *mem, const struct habil_factor *f)
{
	char *text;

	if (f->nb != f->key)
		return f->nb;
	text = arena_strdup(mem, f->key);
	for (char *t = text; *t != '\0'; t++)
		if (*t == '_')
			*t = ' ';
	return text;
}

/* ---- JSON ---- */

static json_t *rules_of(const enum rule *rule, size_t n)
{
	json_t *keys = json_array();

	for (size_t i = 0; i < n; i++)
		json_array_append_new(keys, json_string(rule_infos[rule[i]].key));
	return keys;
}

static json_t *grounds_of(struct habil_case *c)
{
	json_t *all = json_array();

	for (size_t i = 0; i < c->result.n_found; i++) {
		const struct habil_found *found = &c->result.found[i];
		const struct habil_ground *g = found->ground;
		json_t *one = json_pack("{s:s, s:s, s:s, s:b, s:o, s:s}", "code", g->code, "rule",
		                        rule_infos[g->rule].key, "outcome",
		                        habil_outcome_word(g->outcome)->key, "deciding",
		                        g == c->result.deciding, "sections",
		                        sections_of(c, &g->rule, 1), "text",
		                        rule_infos[g->rule].nb);

		if (found->waived)
			json_object_set_new(one, "set_aside", json_true());
		json_array_append_new(all, one);
	}
	return all;
}

static json_t *factors_of(struct habil_case *c)
{
	struct habil_factor factor[HABIL_FACTORS_MAX];
	const size_t n = c->result.outcome == HABIL_SKJONN ? habil_factors(&c->facts, factor) : 0;
	json_t *all = json_array();

	for (size_t i = 0; i < n; i++)
		json_array_append_new(all, json_pack("{s:s, s:s, s:s}", "factor", factor[i].key,
			"toward", toward_keys[factor[i].toward], "text",
			factor_text(c->les.mem, &factor[i])));
	return all;
}

static void put_missing(struct habil_case *c)
{
	json_t *missing = json_array();

	for (size_t i = 0; i < HABIL_FACT__MAX; i++)
		if ((c->result.missing & 1u << i) != 0)
			json_array_append_new(missing, json_pack("{s:s, s:s}", "field",
				habil_fact_rows[i].key, "question", habil_fact_rows[i].nb));
	json_object_set_new(c->out, "missing", missing);
}

static void put_tree(struct habil_case *c)
{
	const struct habil_result *r = &c->result;

	json_object_set_new(c->out, "answer", json_string(habil_outcome_word(r->outcome)->key));
	json_object_set_new(c->out, "sections", sections_of(c, r->rule, r->n_rule));
	json_object_set_new(c->out, "rules", rules_of(r->rule, r->n_rule));
	json_object_set_new(c->out, "grounds", grounds_of(c));
	json_object_set_new(c->out, "factors", factors_of(c));
	if (r->outcome == HABIL_SKJONN)
		json_object_set_new(c->out, "body_decides", json_true());
	if (r->outcome == HABIL_MANGLER)
		put_missing(c);
	if (habil_may_provisional(r->outcome, c->waiting_harms)) {
		const enum rule rule = RULE_HABIL_FORELOPIG;

		json_object_set_new(c->out, "provisional", sections_of(c, &rule, 1));
	}
}

static const char *procedure_missing(const struct habil_case *c)
{
	const json_t *facts = json_object_get(c->in, "facts");

	if (json_object_get(facts, "antall_reist") == NULL &&
	    json_object_get(facts, "sporsmal") == NULL)
		return "sporsmal";
	return json_object_get(facts, "medlemmer") == NULL ? "medlemmer"
		: json_object_get(facts, "motte") == NULL ? "motte" : "antall_reist";
}

static const char *procedure_question(const char *field)
{
	return strcmp(field, "sporsmal") == 0
		? "Hvilket spørsmål om framgangsmåten gjelder det?"
		: strcmp(field, "medlemmer") == 0 ? "Hvor mange medlemmer har organet?"
		: strcmp(field, "motte") == 0 ? "Hvor mange møter?"
		: "Hvor mange av dem er det reist spørsmål om?";
}

static void put_procedure(struct habil_case *c)
{
	const struct habil_procedure *p = c->question;
	const char *field;

	json_object_set_new(c->out, "grounds", json_array());
	json_object_set_new(c->out, "factors", json_array());
	if (p != NULL) {
		json_object_set_new(c->out, "answer", json_string(c->answer));
		json_object_set_new(c->out, "sections", sections_of(c, &p->rule, 1));
		json_object_set_new(c->out, "question", json_string(p->key));
		json_object_set_new(c->out, "rules", rules_of(&p->rule, 1));
		return;
	}
	field = procedure_missing(c);
	json_object_set_new(c->out, "answer",
	                    json_string(habil_outcome_word(HABIL_MANGLER)->key));
	json_object_set_new(c->out, "sections", json_array());
	json_object_set_new(c->out, "missing", json_pack("[{s:s, s:s}]", "field", field,
	                                                 "question", procedure_question(field)));
}

void habil_put(struct habil_case *c)
{
	if (c->procedure)
		put_procedure(c);
	else
		put_tree(c);
	if (*c->certainty != '\0')
		json_object_set_new(c->out, "sikkerhet", json_string(c->certainty));
	json_object_set_new(c->out, "rules_of", json_string(c->set->key));
}

/* ---- for people ---- */

static void tell_rules(struct habil_case *c, struct buf *b, const enum rule *rule, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		enum lov lov[LOV__MAX];
		const size_t k = places_of(c, &rule[i], 1, lov);

		buf_printf(b, "  %s (%s)\n", rule_infos[rule[i]].nb,
		           lov_cite(c->les.mem, lov, k, false));
	}
}

static void tell_factors(struct habil_case *c, struct buf *b)
{
	static const char *const heads[HABIL_TOWARD__MAX] = {
		[TOWARD_INHABIL] = "Taler for inhabil", [TOWARD_HABIL] = "Taler for habil",
		[TOWARD_EITHER] = "Kan tale begge veier",
	};
	struct habil_factor factor[HABIL_FACTORS_MAX];
	const size_t n = habil_factors(&c->facts, factor);

	for (size_t t = 0; t < HABIL_TOWARD__MAX; t++) {
		bool any = false;

		for (size_t i = 0; i < n; i++) {
			if ((size_t)factor[i].toward != t)
				continue;
			if (!any)
				buf_printf(b, "%s:\n", heads[t]);
			any = true;
			buf_printf(b, "  - %s\n", factor_text(c->les.mem, &factor[i]));
		}
	}
	buf_puts(b, "Spør også:\n");
	for (size_t i = 0; i < n_habil_checklist; i++)
		buf_printf(b, "  - %s\n", habil_checklist[i].nb);
	buf_puts(b, "Dette er ikke et svar. Organet vurderer og avgjør.\n");
}

static void tell_tree(struct habil_case *c, struct buf *b)
{
	const struct habil_result *r = &c->result;

	buf_printf(b, "%s\n", habil_outcome_word(r->outcome)->nb);
	for (size_t i = 0; i < HABIL_FACT__MAX; i++)
		if ((r->missing & 1u << i) != 0)
			buf_printf(b, "  - %s\n", habil_fact_rows[i].nb);
	if (r->outcome != HABIL_MANGLER)
		tell_rules(c, b, r->rule, r->n_rule);
	for (size_t i = 0; i < r->n_found; i++)
		if (r->found[i].ground != r->deciding) {
			buf_puts(b, r->found[i].waived ? "Satt til side:\n" : "Også:\n");
			tell_rules(c, b, &r->found[i].ground->rule, 1);
		}
	if (r->outcome == HABIL_SKJONN)
		tell_factors(c, b);
	if (habil_may_provisional(r->outcome, c->waiting_harms))
		tell_rules(c, b, &(const enum rule){ RULE_HABIL_FORELOPIG }, 1);
}

static void tell_procedure(struct habil_case *c, struct buf *b)
{
	if (c->question == NULL) {
		buf_printf(b, "%s\n  - %s\n", habil_outcome_word(HABIL_MANGLER)->nb,
		           procedure_question(procedure_missing(c)));
		return;
	}
	buf_printf(b, "%s\n", c->question->nb);
	if (c->question->rule == RULE_HABIL_FLERE_REIST)
		buf_printf(b, "  %s\n", strcmp(c->answer, habil_voters_key(VOTERS_ALL)) == 0
		           ? "Her deltar alle som møter, i habilitetsspørsmålet."
		           : strcmp(c->answer, habil_voters_key(VOTERS_OTHERS)) == 0
		           ? "Her avgjør de øvrige."
		           : "Her møter for få til å vedta noe.");
	if (c->question->rule == RULE_HABIL_LOVLIGHETSKONTROLL)
		buf_printf(b, "  %s\n", strcmp(c->answer, habil_legality_key(LEGALITY_OPEN)) == 0
		           ? "Her kan det kreves kontroll."
		           : strcmp(c->answer, habil_legality_key(LEGALITY_LATE)) == 0
		           ? "Her er fristen ute." : "Her er de for få.");
	tell_rules(c, b, &c->question->rule, 1);
}

static void tell_head(struct habil_case *c, struct buf *b)
{
	const char *story = utf8_clean(c->les.mem, c->story, false);

	if (story == NULL)
		story = "";
	if (*c->id == '\0' && *story == '\0')
		return;
	buf_printf(b, "%s%s%s\n", c->id, *c->id != '\0' && *story != '\0' ? ": " : "", story);
}

const char *habil_as_text(struct habil_case *c)
{
	struct buf b = buf_in(c->les.mem);

	tell_head(c, &b);
	if (c->procedure)
		tell_procedure(c, &b);
	else
		tell_tree(c, &b);
	if (strcmp(c->certainty, "egen_vurdering") == 0)
		buf_puts(&b, "Vurdering, ikke fasit.\n");
	return b.p;
}
