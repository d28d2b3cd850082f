/* test_habilitet.c - the tree of impartiality: every ground, the traps, what is unknown. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "rules/habilitet/tre.h"

#define N(a) (sizeof(a) / sizeof(a)[0])

/* Somebody elected, about whom nothing is told but this. */
#define ELECTED(...) (struct habil_facts){ __VA_ARGS__ }

static enum habil_outcome outcome(struct habil_facts f)
{
	return habilitet(&f).outcome;
}

static const char *deciding(struct habil_facts f)
{
	const struct habil_result r = habilitet(&f);

	return r.deciding == NULL ? "" : r.deciding->code;
}

static enum habil_tie tie(const char *word)
{
	enum habil_tie t = TIE_NONE;

	if (!habil_relation_read(word, &t))
		fail_msg("%s is not read", word);
	return t;
}

/* ---- the traps ---- */

static void the_exempt_plans_exempt_a_former_employee_and_from_nothing_else(void **state)
{
	static const enum habil_matter exempt[] = {
		MATTER_ARSBUDSJETT, MATTER_OKONOMIPLAN, MATTER_KOMMUNEPLAN,
		MATTER_REGIONAL_PLANSTRATEGI, MATTER_REGIONAL_PLAN,
	};

	(void)state;
	for (size_t i = 0; i < N(exempt); i++) {
		struct habil_facts f = { .matter = exempt[i], .prepared_as_employee = true };

		assert_int_equal(outcome(f), HABIL_HABIL);
		f.party = true;
		assert_string_equal(deciding(f), "A1");
		f.party = false;
		f.special = 1u << SPECIAL_OKONOMISK;
		assert_int_equal(outcome(f), HABIL_SKJONN);
	}
}

static void a_zoning_plan_is_not_among_the_exempt_plans(void **state)
{
	(void)state;
	assert_string_equal(deciding(ELECTED(.matter = MATTER_REGULERINGSPLAN,
	                                     .prepared_as_employee = true)), "K1");
}

static void an_appeal_that_the_state_decides_is_no_internal_appeal(void **state)
{
	(void)state;
	assert_int_equal(outcome(ELECTED(.matter = MATTER_KLAGE_INTERN, .first_instance = true)),
	                 HABIL_SAERREGEL);
	assert_int_equal(outcome(ELECTED(.matter = MATTER_KLAGE_STATLIG, .first_instance = true)),
	                 HABIL_HABIL);
}

static void nobody_elected_acts_for_a_parent_company(void **state)
{
	struct habil_facts f = { .office = OFFICE_STYREMEDLEM, .entity = ENTITY_SELSKAP,
	                         .entity_party = true, .for_public_parent = true };

	(void)state;
	assert_string_equal(deciding(f), "E2");
	f.role = HABIL_OTHER;
	assert_int_equal(outcome(f), HABIL_SKJONN);
	f.for_public_parent = false;
	assert_string_equal(deciding(f), "E2");
}

static void a_cohabitant_is_for_the_body_to_assess(void **state)
{
	(void)state;
	assert_int_equal(outcome(ELECTED(.tie = tie("samboer"))), HABIL_SKJONN);
	assert_int_equal(outcome(ELECTED(.tie = tie("samboers_barn"))), HABIL_SKJONN);
}

static void a_former_spouse_counts_for_ever(void **state)
{
	(void)state;
	assert_string_equal(deciding(ELECTED(.tie = tie("tidligere_ektefelle"))), "C1");
}

static void a_former_fiance_is_for_the_body_to_assess(void **state)
{
	(void)state;
	assert_string_equal(deciding(ELECTED(.tie = tie("forlovet"))), "C1");
	assert_int_equal(outcome(ELECTED(.tie = tie("tidligere_forlovet"))), HABIL_SKJONN);
}

static void suspension_and_hiring_are_no_elections(void **state)
{
	(void)state;
	assert_int_equal(outcome(ELECTED(.matter = MATTER_VALG, .party = true)), HABIL_UNNTAK);
	assert_int_equal(outcome(ELECTED(.matter = MATTER_GODTGJORING, .party = true)),
	                 HABIL_UNNTAK);
	assert_string_equal(deciding(ELECTED(.matter = MATTER_SUSPENSJON, .party = true)), "A1");
	assert_string_equal(deciding(ELECTED(.matter = MATTER_ANSETTELSE, .tie = TIE_B)), "B1");
	assert_string_equal(deciding(ELECTED(.role = HABIL_EMPLOYEE, .matter = MATTER_VALG,
	                                     .party = true)), "A1");
}

/* ---- grounds ---- */

static void every_ground_that_applies_is_named(void **state)
{
	const struct habil_facts f = { .matter = MATTER_REGULERINGSPLAN, .party = true,
		.tie = TIE_C, .agent = AGENT_NOW, .office = OFFICE_LEDER,
		.entity = ENTITY_STIFTELSE, .entity_party = true, .prepared_as_employee = true,
		.special = 1u << SPECIAL_NABO };
	static const char *const codes[] = { "A1", "C1", "D1", "E1", "K1", "S" };
	const struct habil_result r = habilitet(&f);

	(void)state;
	assert_int_equal(r.n_found, N(codes));
	for (size_t i = 0; i < N(codes); i++)
		assert_string_equal(r.found[i].ground->code, codes[i]);
	assert_string_equal(r.deciding->code, "A1");
}

static void the_obvious_sets_aside_letters_and_no_special_rule(void **state)
{
	struct habil_facts f = { .office = OFFICE_STYREMEDLEM, .entity = ENTITY_SELSKAP,
	                         .entity_party = true, .obvious = true };
	struct habil_result r = habilitet(&f);

	(void)state;
	assert_int_equal(r.outcome, HABIL_UNNTAK);
	assert_int_equal(r.n_found, 2);
	assert_true(r.found[0].waived);
	f.prepared_as_employee = true;
	assert_string_equal(deciding(f), "K1");
	assert_int_equal(outcome(ELECTED(.obvious = true, .tie = TIE_NEAR)), HABIL_SKJONN);
}

static void a_subordinate_may_prepare_but_not_decide(void **state)
{
	struct habil_facts f = { .role = HABIL_EMPLOYEE, .superior_out = true };

	(void)state;
	assert_int_equal(outcome(f), HABIL_HABIL);
	f.decides = true;
	assert_string_equal(deciding(f), "T");
	f.decides = false;
	f.matter = MATTER_KLAGE_INTERN;
	assert_string_equal(deciding(f), "K3");
	f.role = HABIL_ELECTED;
	assert_int_equal(outcome(f), HABIL_HABIL);
}

static void membership_alone_is_nothing_and_other_ties_are_assessed(void **state)
{
	(void)state;
	for (size_t o = 0; o < HABIL_OFFICE__MAX; o++)
		for (size_t e = 0; e < HABIL_ENTITY__MAX; e++)
			for (size_t party = 0; party < 2; party++) {
				const enum habil_outcome is = outcome(ELECTED(
					.office = (enum habil_office)o,
					.entity = (enum habil_entity)e, .entity_party = party));
				const bool leads = o >= OFFICE_LEDER &&
				                   o <= OFFICE_BEDRIFTSFORSAMLING;
				const bool none = o == OFFICE_NONE || o == OFFICE_MEDLEM;

				assert_int_equal(is, none ? HABIL_HABIL : leads && party &&
				                 e <= ENTITY_RETTSSUBJEKT ? HABIL_AUTOMATISK
				                 : HABIL_SKJONN);
			}
}

/* The tree once more, as a plain chain of questions. */
static enum habil_outcome plainly(const struct habil_facts *f)
{
	const bool elected = f->role == HABIL_ELECTED, employee = f->role == HABIL_EMPLOYEE;
	const bool intern = f->matter == MATTER_KLAGE_INTERN;
	const bool leads = f->office == OFFICE_LEDER && f->entity_party &&
		(f->entity == ENTITY_FORENING ||
		 (f->entity == ENTITY_SELSKAP && (elected || !f->for_public_parent)));
	const bool letter = f->party || f->tie == TIE_B || f->tie == TIE_C ||
		f->agent == AGENT_NOW || f->agent == AGENT_SINCE_START || leads;

	if (elected && (f->matter == MATTER_VALG || f->matter == MATTER_GODTGJORING))
		return HABIL_UNNTAK;
	if (letter && !f->obvious)
		return HABIL_AUTOMATISK;
	if (elected && f->prepared_as_employee && f->matter != MATTER_KOMMUNEPLAN &&
	    f->matter != MATTER_ARSBUDSJETT && f->matter != MATTER_OKONOMIPLAN &&
	    f->matter != MATTER_REGIONAL_PLAN && f->matter != MATTER_REGIONAL_PLANSTRATEGI)
		return HABIL_SAERREGEL;
	if ((elected || employee) && intern && f->first_instance)
		return HABIL_SAERREGEL;
	if (employee && f->superior_out && (intern || f->decides))
		return HABIL_AVLEDET;
	if (letter)
		return HABIL_UNNTAK;
	if (f->special != 0 || f->tie == TIE_NEAR || f->agent == AGENT_BEFORE_START ||
	    (f->office != OFFICE_NONE && f->office != OFFICE_MEDLEM) ||
	    (f->role == HABIL_OTHER && intern && f->first_instance))
		return HABIL_SKJONN;
	return HABIL_HABIL;
}

static void set_flags(struct habil_facts *f, unsigned bits)
{
	f->party = bits & 1;
	f->prepared_as_employee = bits & 2;
	f->first_instance = bits & 4;
	f->superior_out = bits & 8;
	f->decides = bits & 16;
	f->obvious = bits & 32;
	f->special = bits & 64 ? 1u << SPECIAL_NABO : 0;
	f->for_public_parent = bits & 128;
	f->entity_party = bits & 256;
}

/* Of facts that are numbered. */
static struct habil_facts facts_of(unsigned n)
{
	static const enum habil_office office[] = { OFFICE_NONE, OFFICE_LEDER, OFFICE_ANSATT,
	                                            OFFICE_MEDLEM };
	static const enum habil_entity entity[] = { ENTITY_FORENING, ENTITY_SELSKAP,
	                                            ENTITY_KOMMUNALT_FORETAK };
	struct habil_facts f = { 0 };

	set_flags(&f, n & 511);
	n >>= 9;
	f.role = (enum habil_role)(n % HABIL_ROLE__MAX);
	n /= HABIL_ROLE__MAX;
	f.matter = (enum habil_matter)(n % HABIL_MATTER__MAX);
	n /= HABIL_MATTER__MAX;
	f.tie = (enum habil_tie)(n % (TIE_ORDINARY + 1));
	n /= TIE_ORDINARY + 1;
	f.agent = (enum habil_agent)(n % HABIL_AGENT__MAX);
	n /= HABIL_AGENT__MAX;
	f.office = office[n % N(office)];
	f.entity = entity[n / N(office) % N(entity)];
	return f;
}
#define FACTS_OF_MAX (512u * HABIL_ROLE__MAX * HABIL_MATTER__MAX * 5 * HABIL_AGENT__MAX * 4 * 3)

static void every_combination_of_facts_comes_out_as_the_tree_says(void **state)
{
	(void)state;
	for (unsigned n = 0; n < FACTS_OF_MAX; n += 3) {
		const struct habil_facts f = facts_of(n);
		const struct habil_result r = habilitet(&f);

		if (r.outcome != plainly(&f))
			fail_msg("facts %u: %d, not %d", n, (int)r.outcome, (int)plainly(&f));
		if ((r.deciding == NULL) != (r.outcome == HABIL_HABIL) || r.n_rule == 0)
			fail_msg("facts %u: no ground at the leaf", n);
	}
}

/* ---- what is not known, and what does not fit ---- */

static void what_is_unknown_is_asked_for_when_the_answer_hangs_on_it(void **state)
{
	struct habil_facts f = { .matter = MATTER_ENKELTVEDTAK, .unknown = 1u << FACT_PARTY };
	struct habil_result r = habilitet(&f);

	(void)state;
	assert_int_equal(r.outcome, HABIL_MANGLER);
	assert_int_equal(r.missing, 1u << FACT_PARTY);
	f.tie = TIE_B;                                  /* inhabil all the same */
	assert_int_equal(outcome(f), HABIL_AUTOMATISK);
	f = ELECTED(.prepared_as_employee = true, .unknown = 1u << FACT_MATTER);
	r = habilitet(&f);
	assert_int_equal(r.outcome, HABIL_MANGLER);
	assert_int_equal(r.missing, 1u << FACT_MATTER);
	f = ELECTED(.party = true, .unknown = 1u << FACT_OBVIOUS);
	assert_int_equal(outcome(f), HABIL_MANGLER);
	assert_int_equal(outcome(ELECTED(.unknown = 1u << FACT_OBVIOUS)), HABIL_HABIL);
	assert_int_equal(outcome(ELECTED(.unknown = 1u << FACT_DECIDES)), HABIL_HABIL);
}

/* Whatever the unknown turns out to be, an answer that was given stands. */
static void an_answer_given_without_a_fact_does_not_hang_on_it(void **state)
{
	static const struct { enum habil_fact fact; unsigned bit; } flags[] = {
		{ FACT_PARTY, 1 }, { FACT_PREPARED, 2 }, { FACT_FIRST_INSTANCE, 4 },
		{ FACT_SUPERIOR, 8 }, { FACT_DECIDES, 16 }, { FACT_OBVIOUS, 32 },
		{ FACT_SPECIAL, 64 }, { FACT_PARENT, 128 }, { FACT_ENTITY_PARTY, 256 },
	};

	(void)state;
	for (unsigned n = 0; n < FACTS_OF_MAX; n += 997)
		for (size_t i = 0; i < N(flags); i++) {
			struct habil_facts f = facts_of(n & ~flags[i].bit);
			const enum habil_outcome without = outcome(f);
			enum habil_outcome with;

			f = facts_of((n & ~flags[i].bit) | flags[i].bit);
			with = outcome(f);
			f.unknown = 1u << flags[i].fact;
			if (outcome(f) != HABIL_MANGLER &&
			    (outcome(f) != with || outcome(f) != without))
				fail_msg("facts %u: %s", n, habil_fact_rows[flags[i].fact].key);
		}
}

static void facts_that_cannot_both_be_true_are_named(void **state)
{
	struct habil_facts f = { .office = OFFICE_LEDER, .entity = ENTITY_FORENING,
	                         .for_public_parent = true };
	enum habil_fact one, two;

	(void)state;
	assert_true(habil_contradiction(&f, &one, &two));
	assert_int_equal(one, FACT_PARENT);
	assert_int_equal(two, FACT_ENTITY);
	f = ELECTED(.obvious = true, .special = 1u << SPECIAL_OKONOMISK);
	assert_true(habil_contradiction(&f, &one, &two));
	assert_int_equal(one, FACT_OBVIOUS);
	f.special = 1u << SPECIAL_NABO;
	assert_false(habil_contradiction(&f, &one, &two));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_exempt_plans_exempt_a_former_employee_and_from_nothing_else),
		cmocka_unit_test(a_zoning_plan_is_not_among_the_exempt_plans),
		cmocka_unit_test(an_appeal_that_the_state_decides_is_no_internal_appeal),
		cmocka_unit_test(nobody_elected_acts_for_a_parent_company),
		cmocka_unit_test(a_cohabitant_is_for_the_body_to_assess),
		cmocka_unit_test(a_former_spouse_counts_for_ever),
		cmocka_unit_test(a_former_fiance_is_for_the_body_to_assess),
		cmocka_unit_test(suspension_and_hiring_are_no_elections),
		cmocka_unit_test(every_ground_that_applies_is_named),
		cmocka_unit_test(the_obvious_sets_aside_letters_and_no_special_rule),
		cmocka_unit_test(a_subordinate_may_prepare_but_not_decide),
		cmocka_unit_test(membership_alone_is_nothing_and_other_ties_are_assessed),
		cmocka_unit_test(every_combination_of_facts_comes_out_as_the_tree_says),
		cmocka_unit_test(what_is_unknown_is_asked_for_when_the_answer_hangs_on_it),
		cmocka_unit_test(an_answer_given_without_a_fact_does_not_hang_on_it),
		cmocka_unit_test(facts_that_cannot_both_be_true_are_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
