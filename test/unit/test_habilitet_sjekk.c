/* The self-check: every path through it ends as the engine says of what was told on the way. */
#include <stdio.h>

#include "app/habilitet/habilitet.h"
#include "app/habilitet/sjekk_side.h"
#include "rules/habilitet/sett.h"
#include "site_help.h"
#include "visit.h"

#define BIT(fact) (1u << (fact))
#define PAGE "/habilitet/sjekk"

static struct sjekk sjekk;

static int walk(void **state)
{
	(void)state;
	sjekk_walk(&sjekk);
	return 0;
}

static const struct sjekk_step *at(size_t i)
{
	assert_in_range(i, 0, sjekk.n - 1);
	return &sjekk.step[i];
}

/* ---- the steps ---- */

static void reach(bool *seen, size_t i)
{
	const struct sjekk_step *s;

	if (i == SJEKK_NOWHERE)
		return;
	s = at(i);
	if (seen[i])
		return;
	seen[i] = true;
	for (size_t j = 0; s->kind == STEP_QUESTION && j < sjekk_n_options(s->ask); j++) {
		assert_int_not_equal(s->to[j], SJEKK_NOWHERE);
		reach(seen, s->to[j]);
	}
	reach(seen, s->next);
	reach(seen, s->unknown);
	reach(seen, s->obvious);
}

static void every_link_leads_somewhere_and_every_step_is_reached(void **state)
{
	bool seen[SJEKK_STEPS_MAX] = { false }, asked[SJEKK_ASK__MAX] = { false };

	(void)state;
	reach(seen, 0);
	for (size_t i = 0; i < sjekk.n; i++) {
		if (!seen[i])
			fail_msg("step %zu is never reached", i);
		if (at(i)->kind == STEP_QUESTION)
			asked[at(i)->ask] = true;
		else
			assert_true(sjekk_is_end(at(i)) || at(i)->next != SJEKK_NOWHERE);
	}
	for (size_t a = 0; a < SJEKK_ASK__MAX; a++)
		if (!asked[a])
			fail_msg("question %zu is never asked", a);
}

static void every_ground_of_the_engine_is_an_end(void **state)
{
	(void)state;
	for (size_t g = 0; g < n_habil_grounds; g++) {
		size_t n = 0;

		for (size_t i = 0; i < sjekk.n; i++)
			n += sjekk_is_end(at(i)) && at(i)->rule == habil_grounds[g].rule;
		if (n == 0)
			fail_msg("nothing ends with %s", habil_grounds[g].code);
	}
}

static void every_step_has_a_section_and_says_what_the_engine_says(void **state)
{
	enum lov lov[LOV__MAX];

	(void)state;
	for (size_t i = 0; i < sjekk.n; i++) {
		const struct sjekk_step *s = at(i);
		const struct habil_result r = habilitet(&s->facts);

		assert_in_range(sjekk_lov(s, lov), 1, LOV__MAX);
		assert_non_null(lov_row(lov[0], NULL));
		if (s->kind == STEP_QUESTION)
			continue;
		if (s->kind == STEP_HIT)
			assert_true(habil_is_inhabil(r.outcome));
		if (s->kind == STEP_NEAR)
			assert_int_equal(r.outcome, HABIL_SKJONN);
		if (s->kind == STEP_CLEARED)
			assert_int_equal(r.outcome, HABIL_HABIL);
		if (s->kind != STEP_MORE_DONE && s->rule != RULE_HABIL_ORGANET_AVGJOR)
			assert_int_equal(s->rule, r.rule[0]);
		if (s->rule == RULE_HABIL_ORGANET_AVGJOR)
			assert_int_equal(r.outcome, HABIL_MANGLER);
	}
}

/* ---- every path, with all that is told on it ---- */

struct told {
	struct habil_facts f;
	bool hit;
};

static size_t n_paths;
static size_t trail[64], n_trail;       /* the steps on the way here */

static void follow(size_t i, struct told t);

static const char *way(void)
{
	static char text[512];
	size_t n = 0;

	for (size_t i = 0; i < n_trail && n < sizeof text - 8; i++)
		n += (size_t)snprintf(text + n, sizeof text - n, "%zu ", trail[i]);
	return text;
}

static bool is_found(const struct habil_result *r, enum rule rule)
{
	for (size_t i = 0; i < r->n_found; i++)
		if (r->found[i].ground->rule == rule)
			return !r->found[i].waived;
	return false;
}

/* What was not known does not take away a ground that applies. */
static void at_a_hit(const struct sjekk_step *s, struct told t)
{
	struct habil_facts known = t.f;
	struct habil_result r;

	known.unknown = 0;
	r = habilitet(&known);
	if (!is_found(&r, s->rule) || !habil_is_inhabil(r.outcome))
		fail_msg("%s %s is said, and does not apply", way(), rule_infos[s->rule].key);
	if (!t.hit && t.f.unknown == 0 && r.deciding->rule != s->rule)
		fail_msg("%s %s is said first, and %s decides", way(), rule_infos[s->rule].key,
		         r.deciding->code);
	t.hit = true;
	n_paths++;
	if (s->next != SJEKK_NOWHERE)
		follow(s->next, t);
	if (s->obvious != SJEKK_NOWHERE)
		follow(s->obvious, t);
}

static void at_an_end(const struct sjekk_step *s, const struct told *t)
{
	struct habil_facts known = t->f;

	n_paths++;
	if (s->kind == STEP_MORE_DONE) {
		known.unknown = 0;
		assert_true(t->hit && habil_is_inhabil(habilitet(&known).outcome));
		return;
	}
	if (habilitet(&s->facts).outcome != habilitet(&t->f).outcome)
		fail_msg("%s ends as %s, and the engine says %s", way(),
		         habil_outcome_word(habilitet(&s->facts).outcome)->key,
		         habil_outcome_word(habilitet(&t->f).outcome)->key);
}

/* Of relations, the first that the law treats in each way. */
static bool is_like_another(enum sjekk_ask ask, size_t i)
{
	for (size_t j = 0; ask == ASK_SLEKT && j < i; j++)
		if (sjekk_option(ask, j).facts.tie == sjekk_option(ask, i).facts.tie)
			return true;
	return false;
}

static void at_a_question(const struct sjekk_step *s, struct told t)
{
	struct told open = t;

	for (size_t i = 0; i < sjekk_n_options(s->ask); i++) {
		const struct sjekk_option o = sjekk_option(s->ask, i);
		struct told more = t;

		if (is_like_another(s->ask, i))
			continue;
		sjekk_tell(&more.f, o.tells, &o.facts);
		more.hit = t.hit && !(s->ask == ASK_APENBART && more.f.obvious);
		follow(s->to[i], more);
	}
	open.f.unknown |= BIT(sjekk_questions[s->ask].fact);
	if (s->unknown != SJEKK_NOWHERE)
		follow(s->unknown, open);
}

static void follow(size_t i, struct told t)
{
	const struct sjekk_step *s = at(i);

	trail[n_trail++] = i;
	switch (s->kind) {
	case STEP_QUESTION:
		at_a_question(s, t);
		break;
	case STEP_NEAR:
	case STEP_CLEARED:
		follow(s->next, t);
		break;
	case STEP_HIT:
		at_a_hit(s, t);
		break;
	case STEP_MORE_DONE:
	case STEP_END:
		at_an_end(s, &t);
		break;
	case SJEKK_KIND__MAX:
		fail();
	}
	n_trail--;
}

static void every_path_ends_as_the_engine_says_of_what_was_told(void **state)
{
	(void)state;
	n_paths = 0;
	follow(0, (struct told){ .f = { .matter = MATTER_ANNET } });
	assert_in_range(n_paths, 1000, 50000000);
}

/* ---- words ---- */

static void every_word_for_a_relation_leads_where_the_law_puts_it(void **state)
{
	static const enum rule hit[] = { [TIE_B] = RULE_HABIL_SLEKT,
	                                 [TIE_C] = RULE_HABIL_EKTEFELLE };

	(void)state;
	for (size_t i = 0; i < sjekk.n; i++)
		for (size_t j = 0; at(i)->kind == STEP_QUESTION && at(i)->ask == ASK_SLEKT &&
		     j < n_habil_relations; j++) {
			const struct sjekk_step *to = at(at(i)->to[j]);
			const bool after_hit = (at(i)->chain & CHAIN_HIT) != 0;
			enum habil_tie tie;

			assert_true(habil_relation_read(habil_relations[j].key, &tie));
			if (tie == TIE_B || tie == TIE_C)
				assert_true(to->kind == STEP_HIT && to->rule == hit[tie]);
			else
				assert_int_equal(to->kind, after_hit ? STEP_QUESTION
				                 : tie == TIE_NEAR ? STEP_NEAR : STEP_CLEARED);
		}
}

static void relations_are_grouped_and_none_is_left_out(void **state)
{
	size_t group = 0;

	(void)state;
	assert_string_equal(habil_relations[0].key, sjekk_kin[0].first);
	for (size_t i = 1; i < n_habil_relations && group + 1 < n_sjekk_kin; i++)
		group += strcmp(habil_relations[i].key, sjekk_kin[group + 1].first) == 0;
	assert_int_equal(group + 1, n_sjekk_kin);
}

static void what_can_be_told_is_all_that_the_engine_knows(void **state)
{
	uint32_t office = 0, entity = 0, agent = 0;

	(void)state;
	for (size_t i = 0; i < sjekk_n_options(ASK_VERV); i++)
		office |= BIT(sjekk_option(ASK_VERV, i).facts.office);
	for (size_t i = 0; i < sjekk_n_options(ASK_ENHET); i++)
		entity |= BIT(sjekk_option(ASK_ENHET, i).facts.entity);
	for (size_t i = 0; i < sjekk_n_options(ASK_VERGE); i++)
		agent |= BIT(sjekk_option(ASK_VERGE, i).facts.agent);
	assert_int_equal(office, BIT(HABIL_OFFICE__MAX) - 1);
	assert_int_equal(entity, BIT(HABIL_ENTITY__MAX) - 1);
	assert_int_equal(agent, BIT(HABIL_AGENT__MAX) - 1);
	for (unsigned i = 0; i < HABIL_SPECIAL__MAX; i++) {
		assert_int_equal((sjekk_option(ASK_SAERLIG, 0).facts.special & BIT(i)) != 0,
		                 habil_specials[i].opens);
		assert_int_equal((sjekk_option(ASK_SAERLIG, 1).facts.special & BIT(i)) != 0,
		                 !habil_specials[i].opens);
	}
}

/* ---- the page ---- */

static struct site_test *t;

static int open_site(void **state)
{
	static const struct page *const tables[] = { habilitet_pages, NULL };

	t = site_open(tables);
	return walk(state);
}

static int close_site(void **state)
{
	(void)state;
	site_close(t);
	return 0;
}

static const char *const langs[] = { "nb", "nn" };

static const char *page(const char *lang)
{
	struct browser b = { .t = t, .lang = lang };
	const struct answer a = site_get(&b, PAGE);

	assert_int_equal(a.status, 200);
	return a.body;
}

static const char *section(const char *body, size_t nr)
{
	const char *from = strstr(body, site_path(t, " id=\"s%zu\"", nr));

	assert_non_null(from);
	while (*from != '<')
		from--;
	return arena_strndup(t->mem, from, (size_t)(strstr(from, "</section>") - from));
}

static void every_step_is_on_the_page_with_its_links(void **state)
{
	(void)state;
	for (size_t l = 0; l < 2; l++) {
		const char *body = page(langs[l]);

		for (size_t i = 0; i < sjekk.n; i++) {
			const struct sjekk_step *s = at(i);
			const char *html = section(body, i);

			for (size_t j = 0; s->kind == STEP_QUESTION &&
			     j < sjekk_n_options(s->ask); j++)
				assert_in(html, site_path(t, "href=\"#s%d\"", s->to[j]));
			if (s->next != SJEKK_NOWHERE)
				assert_in(html, site_path(t, "href=\"#s%d\"", s->next));
		}
		assert_in(body, l == 0 ? "Veiledning. Organet avgjør."
		                       : "Rettleiing. Organet avgjer.");
	}
}

/* The sheet shows number 3 with the steps of class k3. */
static void every_step_shows_what_the_law_says(void **state)
{
	struct sjekk_view *v = arena_get(t->mem, sizeof *v);
	const char *body = page("nn");
	enum lov lov[LOV__MAX];

	(void)state;
	sjekk_view_make(v);
	for (size_t i = 0; i < v->n_lov; i++) {
		const char *told = strstr(body, site_path(t, "<div class=\"l l%zu", i));

		assert_non_null(told);
		assert_in(told, lov_row(v->lov[i], NULL)->nn);
	}
	for (size_t i = 0; i < sjekk.n; i++) {
		const size_t n = sjekk_lov(at(i), lov);
		const char *c = sjekk_lov_classes(t->mem, v, at(i));

		assert_in(section(body, i), site_path(t, "<section class=\"steg%s", c));
		for (size_t j = 0; j < n; j++, c = strchr(c + 1, ' '))
			assert_int_equal(v->lov[strtoul(c + 2, NULL, 10)], lov[j]);
	}
}

static void no_verdict_is_passed_where_the_body_assesses(void **state)
{
	static const char *const verdicts[] = {
		"Du er inhabil", "Du er habil", "du er habil", "Inhabil uten", "Inhabil utan",
		"Inhabil etter", "Inhabil fordi", "Habil:", "Ingen grunn funnet",
		"Ingen grunn funnen",
	};

	(void)state;
	for (size_t l = 0; l < 2; l++) {
		const char *body = page(langs[l]);

		for (size_t i = 0; i < sjekk.n; i++) {
			const char *html;

			if (at(i)->kind == STEP_QUESTION ||
			    habilitet(&at(i)->facts).outcome != HABIL_SKJONN)
				continue;
			html = section(body, i);
			for (size_t v = 0; v < sizeof verdicts / sizeof *verdicts; v++)
				assert_out(html, verdicts[v]);
			assert_in(html, l == 0 ? "Organet avgjør" : "Organet avgjer");
		}
	}
}

static void all_that_can_weigh_is_listed_where_the_body_assesses(void **state)
{
	struct habil_factor f[HABIL_FACTORS_MAX];
	const size_t n = sjekk_factors(&sjekk, f);
	const char *body = page("nb"), *html = NULL;

	(void)state;
	for (size_t i = 0; i < sjekk.n; i++)
		if (at(i)->kind == STEP_END && habilitet(&at(i)->facts).outcome == HABIL_SKJONN)
			html = section(body, i);
	assert_non_null(html);
	assert_in_range(n, HABIL_SPECIAL__MAX, HABIL_FACTORS_MAX);
	for (size_t i = 0; i < n; i++)
		assert_in(html, f[i].nb);
	for (size_t i = 0; i < n_habil_checklist; i++)
		assert_in(html, habil_checklist[i].nb);
}

/* What is between header and footer; those know who is logged in. */
static const char *inside(const char *body)
{
	const char *from = strstr(body, "<main"), *to = strstr(body, "</main>");

	assert_true(from != NULL && to != NULL);
	return arena_strndup(t->mem, from, (size_t)(to - from));
}

static void everybody_gets_the_same_bytes_and_nothing_is_stored(void **state)
{
	struct browser known = site_programleder(t), first = { .t = t };
	struct answer a;

	(void)state;
	database_changed(t);
	a = site_get(&first, PAGE);
	assert_string_equal(inside(a.body), inside(page("nb")));
	assert_string_equal(inside(a.body), inside(site_get(&known, PAGE).body));
	assert_out(inside(a.body), "<form");
	assert_out(inside(a.body), " name=");
	assert_false(database_changed(t));
	assert_string_equal(site_header(&a, "Set-Cookie"), "");
}

static void the_page_speaks_of_the_acts_in_force(void **state)
{
	(void)state;
	assert_string_equal(habil_set_of(NULL)->key, "fvl1967+koml2018");
	assert_in(page("nb"), "forvaltningsloven fra 1967 og kommuneloven fra 2018");
	assert_in(page("nn"), "28. juli 2026");
}

int main(void)
{
	const struct CMUnitTest steps[] = {
		cmocka_unit_test(every_link_leads_somewhere_and_every_step_is_reached),
		cmocka_unit_test(every_ground_of_the_engine_is_an_end),
		cmocka_unit_test(every_step_has_a_section_and_says_what_the_engine_says),
		cmocka_unit_test(every_path_ends_as_the_engine_says_of_what_was_told),
		cmocka_unit_test(every_word_for_a_relation_leads_where_the_law_puts_it),
		cmocka_unit_test(relations_are_grouped_and_none_is_left_out),
		cmocka_unit_test(what_can_be_told_is_all_that_the_engine_knows),
	};
	const struct CMUnitTest pages[] = {
		cmocka_unit_test(every_step_is_on_the_page_with_its_links),
		cmocka_unit_test(every_step_shows_what_the_law_says),
		cmocka_unit_test(no_verdict_is_passed_where_the_body_assesses),
		cmocka_unit_test(all_that_can_weigh_is_listed_where_the_body_assesses),
		cmocka_unit_test(everybody_gets_the_same_bytes_and_nothing_is_stored),
		cmocka_unit_test(the_page_speaks_of_the_acts_in_force),
	};

	return cmocka_run_group_tests(steps, walk, NULL) +
	       cmocka_run_group_tests(pages, open_site, close_site);
}
