/* Who can be elected: kommuneloven §§ 5-6, 5-9, 6-2, 7-2, 7-3 and 23-1. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "rules/valg/valgbar.h"

/* The marks of a person: "vbs" has the vote, lives there and has consented; k is a council
 * member, u below voting age, f has left the post in time. */
static struct valgbar_person person(const char *marks, enum stilling stilling)
{
	return (struct valgbar_person){
		.stemmerett = strchr(marks, 'v') != NULL, .bosatt = strchr(marks, 'b') != NULL,
		.samtykke = strchr(marks, 's') != NULL, .under_alder = strchr(marks, 'u') != NULL,
		.kommunestyremedlem = strchr(marks, 'k') != NULL,
		.fratraadt = strchr(marks, 'f') != NULL, .stilling = stilling,
	};
}

static struct valgbar_result holder(enum organ organ, const char *marks, enum verv verv)
{
	const struct valgbar_body body = { .organ = organ };
	struct valgbar_person who = person(marks, STILLING_INGEN);

	who.verv = &verv;
	who.n_verv = 1;
	return valgbar(&body, &who);
}

static struct valgbar_result employee(enum organ organ, const char *marks, enum stilling stilling)
{
	const struct valgbar_body body = { .organ = organ };
	const struct valgbar_person who = person(marks, stilling);

	return valgbar(&body, &who);
}

static void assert_only(const struct valgbar_result *r, enum valgbar_ground ground)
{
	assert_false(r->eligible);
	assert_int_equal(r->duty, DUTY_UNSAID);
	assert_int_equal(r->n_ground, 1);
	if (r->ground[0] != ground)
		fail_msg("%s, not %s", valgbar_key(r->ground[0]), valgbar_key(ground));
}

static void section_7_2_asks_for_the_vote_residence_and_consent(void **state)
{
	static const struct {
		const char *marks;
		bool eligible;
		enum valgbar_ground ground;
	} cases[] = {
		{ "vbs", true, 0 }, { "vb", false, VALGBAR_SAMTYKKE },
		{ "vs", false, VALGBAR_BOSATT }, { "bs", false, VALGBAR_STEMMERETT },
		{ "ubs", true, 0 }, { "ub", false, VALGBAR_SAMTYKKE },
		{ "us", false, VALGBAR_BOSATT },
	};
	static const enum organ bodies[] = {
		ORGAN_UTVALG, ORGAN_KONTROLLUTVALG, ORGAN_KOMMUNERAAD, ORGAN_PARTSSAMMENSATT,
		ORGAN_KOMMUNEDELSUTVALG, ORGAN_REPRESENTANTSKAP, ORGAN_NEMND, ORGAN_UTVALG_LEDER,
		ORGAN_STYRE_POLITISK_RAAD,
	};

	(void)state;
	for (size_t b = 0; b < sizeof bodies / sizeof *bodies; b++)
		for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
			struct valgbar_result r = employee(bodies[b], cases[i].marks,
			                                   STILLING_INGEN);

			if (!cases[i].eligible) {
				assert_only(&r, cases[i].ground);
				continue;
			}
			assert_true(r.eligible);
			assert_true(r.by_age == (cases[i].marks[0] == 'u'));
			assert_int_equal(r.duty, r.by_age ? DUTY_NOT_BOUND : DUTY_BOUND);
		}
}

static void every_ground_is_told(void **state)
{
	struct valgbar_result r = employee(ORGAN_UTVALG, "", STILLING_KOMMUNALSJEF);

	(void)state;
	assert_int_equal(r.n_ground, 4);
	assert_int_equal(r.ground[0], VALGBAR_STEMMERETT);
	assert_int_equal(r.ground[1], VALGBAR_BOSATT);
	assert_int_equal(r.ground[2], VALGBAR_SAMTYKKE);
	assert_int_equal(r.ground[3], VALGBAR_STILLING);
}

/* § 7-2 fourth: institutions, foretak, and the lower bodies of an oppgavefellesskap. */
static void boards_can_have_members_who_live_elsewhere(void **state)
{
	(void)state;
	for (int i = 0; i < ORGAN__MAX; i++) {
		enum organ organ = (enum organ)i;
		struct valgbar_result r = employee(organ, "vs", STILLING_INGEN);
		bool board = organ == ORGAN_STYRE_INSTITUSJON || organ == ORGAN_STYRE_FORETAK ||
		             organ == ORGAN_STYRE_OPPGAVEFELLESSKAP;

		assert_true(r.by_residence == board);
		if (board) {
			assert_true(r.eligible);
			assert_int_equal(r.duty, DUTY_NOT_BOUND);
		} else if (organ_traits(organ)->listed) {
			assert_only(&r, VALGBAR_BOSATT);
		}
	}
}

/* § 7-3 fourth: only where the council has decided it, and of that body only. */
static void a_kommunedelsutvalg_may_be_for_those_who_live_there(void **state)
{
	const struct valgbar_person p = { .stemmerett = true, .bosatt = true, .samtykke = true,
	                                  .utenfor_kommunedelen = true };

	(void)state;
	for (int i = 0; i < ORGAN__MAX; i++) {
		const struct valgbar_body open = { .organ = (enum organ)i };
		const struct valgbar_body closed = { .organ = (enum organ)i,
		                                     .bare_kommunedelen = true };
		const bool changes = valgbar(&open, &p).n_ground != valgbar(&closed, &p).n_ground;

		assert_true(changes == (i == ORGAN_KOMMUNEDELSUTVALG));
		if (changes) {
			struct valgbar_result r = valgbar(&closed, &p);

			assert_only(&r, VALGBAR_KOMMUNEDEL);
		}
	}
}

/* § 5-11 third: the other conditions are the same. */
static void employees_elect_whom_they_will_wherever_they_live(void **state)
{
	struct valgbar_person p = { .stemmerett = true, .samtykke = true,
	                            .ansattrepresentant = true, .stilling = STILLING_ANSATT };
	struct valgbar_body b = { .organ = ORGAN_PARTSSAMMENSATT };
	struct valgbar_result r = valgbar(&b, &p);

	(void)state;
	assert_true(r.eligible);
	assert_true(r.by_residence);
	assert_int_equal(r.duty, DUTY_UNSAID);
	p.stilling = STILLING_KOMMUNALSJEF;
	r = valgbar(&b, &p);
	assert_only(&r, VALGBAR_STILLING);
	p.stilling = STILLING_ANSATT;
	b.organ = ORGAN_UTVALG;
	r = valgbar(&b, &p);
	assert_only(&r, VALGBAR_BOSATT);
}

/* § 5-6; consent is a condition of § 7-2, which formannskap is not in. */
static void formannskap_is_elected_among_council_members(void **state)
{
	static const struct { const char *marks; bool eligible; } cases[] = {
		{ "vbsk", true }, { "vbk", true }, { "vbs", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct valgbar_result r = employee(ORGAN_FORMANNSKAP, cases[i].marks,
		                                   STILLING_INGEN);

		assert_int_equal(r.duty, DUTY_UNSAID);
		if (cases[i].eligible)
			assert_true(r.eligible);
		else
			assert_only(&r, VALGBAR_KOMMUNESTYRE);
	}
}

static void section_5_9_komite_is_of_council_members(void **state)
{
	struct valgbar_result in = employee(ORGAN_KOMITE, "vbk", STILLING_INGEN);
	struct valgbar_result out = employee(ORGAN_KOMITE, "vbs", STILLING_INGEN);

	(void)state;
	assert_true(in.eligible);
	assert_only(&out, VALGBAR_KOMMUNESTYRE);
	assert_int_equal(valgbar_rule(VALGBAR_KOMMUNESTYRE, ORGAN_KOMITE), RULE_VALGBAR_KOMITE);
}

static void section_6_2_ordfoerer_is_in_formannskap_and_has_said_yes(void **state)
{
	static const enum organ offices[] = { ORGAN_ORDFOERER, ORGAN_VARAORDFOERER };

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct valgbar_result r = holder(offices[i], "vbsk", VERV_FORMANNSKAP);

		assert_true(r.eligible);
		assert_int_equal(r.duty, DUTY_UNSAID);
		r = holder(offices[i], "vbk", VERV_FORMANNSKAP);
		assert_only(&r, VALGBAR_SAMTYKKE);
		r = holder(offices[i], "vbsk", VERV_FORMANNSKAP_VARA);
		assert_only(&r, VALGBAR_FORMANNSKAP);
		r = employee(offices[i], "vbsk", STILLING_INGEN);
		assert_only(&r, VALGBAR_FORMANNSKAP);
		assert_int_equal(valgbar_rule(VALGBAR_SAMTYKKE, offices[i]),
		                 RULE_VALGBAR_ORDFOERER);
	}
}

static void section_6_2_in_the_parliamentary_model_any_council_member(void **state)
{
	const struct valgbar_body body = { .organ = ORGAN_ORDFOERER, .parlamentarisk = true };
	struct valgbar_person who = person("vbsk", STILLING_INGEN);
	struct valgbar_result r = valgbar(&body, &who);

	(void)state;
	assert_true(r.eligible);
	who.kommunestyremedlem = false;
	r = valgbar(&body, &who);
	assert_only(&r, VALGBAR_KOMMUNESTYRE);
}

static void section_7_3_names_posts_that_exclude(void **state)
{
	static const struct { enum stilling post; bool excluded; } cases[] = {
		{ STILLING_INGEN, false }, { STILLING_ANSATT, false },
		{ STILLING_STATSFORVALTER, true }, { STILLING_KOMMUNEDIREKTOER, true },
		{ STILLING_KOMMUNALSJEF, true }, { STILLING_SEKRETAER, true },
		{ STILLING_REGNSKAP, true }, { STILLING_REVISOR, true },
		{ STILLING_KONTROLLSEKRETARIAT, true }, { STILLING_RAADSSEKRETARIAT, true },
		{ STILLING_REGNSKAP_VIRKSOMHET, false },
	};

	(void)state;
	assert_int_equal(sizeof cases / sizeof *cases, STILLING__MAX);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct valgbar_result r = employee(ORGAN_UTVALG, "vbs", cases[i].post);
		struct valgbar_result left = employee(ORGAN_UTVALG, "vbsf", cases[i].post);

		if (cases[i].excluded)
			assert_only(&r, VALGBAR_STILLING);
		else
			assert_true(r.eligible && r.duty == DUTY_BOUND);
		/* Sixth paragraph: the post is left when the body starts work. */
		assert_true(left.eligible);
		assert_true(left.by_leaving == cases[i].excluded);
	}
}

/* Second paragraph: director and etatssjef, in the lower bodies of an oppgavefellesskap. */
static void section_7_3_lets_leaders_into_an_oppgavefellesskap(void **state)
{
	static const struct { enum stilling post; bool eligible; } cases[] = {
		{ STILLING_KOMMUNEDIREKTOER, true }, { STILLING_KOMMUNALSJEF, true },
		{ STILLING_REGNSKAP, false }, { STILLING_REVISOR, false },
		{ STILLING_REGNSKAP_VIRKSOMHET, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_true(employee(ORGAN_STYRE_OPPGAVEFELLESSKAP, "vbs",
		                     cases[i].post).eligible == cases[i].eligible);
		assert_false(employee(ORGAN_REPRESENTANTSKAP, "vbs", cases[i].post).eligible);
	}
}

/* Fifth paragraph. */
static void section_7_3_keeps_the_accounts_of_a_foretak_out_of_its_board(void **state)
{
	(void)state;
	assert_false(employee(ORGAN_STYRE_FORETAK, "vbs", STILLING_REGNSKAP_VIRKSOMHET).eligible);
	assert_false(employee(ORGAN_STYRE_POLITISK_RAAD, "vbs",
	                      STILLING_REGNSKAP_VIRKSOMHET).eligible);
	assert_true(employee(ORGAN_STYRE_INSTITUSJON, "vbs",
	                     STILLING_REGNSKAP_VIRKSOMHET).eligible);
}

static void section_23_1_keeps_the_controlled_out_of_kontrollutvalg(void **state)
{
	static const struct {
		enum verv verv;
		bool eligible;
		enum valgbar_ground ground;
	} cases[] = {
		{ VERV_KOMMUNESTYRE, true, 0 }, { VERV_KONTROLLUTVALG, true, 0 },
		{ VERV_UTEN_MYNDIGHET, true, 0 }, { VERV_ORDFOERER, false, VALGBAR_VERV },
		{ VERV_VARAORDFOERER, false, VALGBAR_VERV },
		{ VERV_FORMANNSKAP, false, VALGBAR_VERV },
		{ VERV_FORMANNSKAP_VARA, false, VALGBAR_VERV },
		{ VERV_KOMMUNERAAD, false, VALGBAR_VERV }, { VERV_KOMITE, false, VALGBAR_VERV },
		{ VERV_MED_MYNDIGHET, false, VALGBAR_VERV },
		{ VERV_SELSKAP, false, VALGBAR_SELSKAP },
		{ VERV_FELLESSKAP, false, VALGBAR_SELSKAP },
	};
	static const enum organ bodies[] = { ORGAN_KONTROLLUTVALG, ORGAN_KONTROLLUTVALG_LEDER };

	(void)state;
	assert_int_equal(sizeof cases / sizeof *cases, VERV__MAX);
	for (size_t b = 0; b < 2; b++)
		for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
			struct valgbar_result r = holder(bodies[b], "vbsk", cases[i].verv);

			if (cases[i].eligible)
				assert_true(r.eligible && r.duty == DUTY_BOUND);
			else
				assert_only(&r, cases[i].ground);
		}
}

static void section_23_1_excludes_every_employee(void **state)
{
	(void)state;
	for (int i = STILLING_ANSATT; i < STILLING__MAX; i++) {
		struct valgbar_result r = employee(ORGAN_KONTROLLUTVALG, "vbs", (enum stilling)i);
		struct valgbar_result left = employee(ORGAN_KONTROLLUTVALG, "vbsf",
		                                      (enum stilling)i);

		assert_false(r.eligible);
		assert_true(left.eligible && left.by_leaving);
	}
	assert_true(employee(ORGAN_KONTROLLUTVALG, "vbs", STILLING_INGEN).eligible);
}

static void section_23_1_the_leader_is_not_of_the_party_of_the_ordfoerer(void **state)
{
	static const struct {
		const char *party, *group, *mayors, *mayors_group;
		bool ok;
	} cases[] = {
		{ "Ap", NULL, "Ap", NULL, false }, { "H", NULL, "Ap", NULL, true },
		{ "AP", NULL, "Ap", NULL, false }, { "Sp", "Sp og V", "V", "Sp og V", false },
		{ "Sp", "Sp", "V", "V", true }, { NULL, NULL, "Ap", NULL, true },
		{ "Ap", NULL, NULL, NULL, true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct valgbar_body body = { .organ = ORGAN_KONTROLLUTVALG_LEDER };
		struct valgbar_person who = person("vbs", STILLING_INGEN);
		struct valgbar_result r;

		who.parti = cases[i].party;
		who.gruppe = cases[i].group;
		who.ordfoerer_parti = cases[i].mayors;
		who.ordfoerer_gruppe = cases[i].mayors_group;
		r = valgbar(&body, &who);
		if (cases[i].ok)
			assert_true(r.eligible && r.duty == DUTY_BOUND);
		else
			assert_only(&r, VALGBAR_PARTI);
		body.organ = ORGAN_KONTROLLUTVALG;      /* members and deputy leader can be */
		assert_true(valgbar(&body, &who).eligible);
	}
}

static void section_7_3_keeps_the_controllers_out_of_what_they_control(void **state)
{
	static const enum organ closed[] = {
		ORGAN_ORDFOERER, ORGAN_VARAORDFOERER, ORGAN_FORMANNSKAP, ORGAN_KOMMUNERAAD,
		ORGAN_KOMITE, ORGAN_UTVALG, ORGAN_UTVALG_LEDER, ORGAN_KOMMUNEDELSUTVALG,
		ORGAN_NEMND,
	};
	static const enum organ open[] = {
		ORGAN_KOMMUNESTYRE, ORGAN_KONTROLLUTVALG, ORGAN_KONTROLLUTVALG_LEDER,
		ORGAN_MEDVIRKNING, ORGAN_UNGDOMSRAAD,
	};

	(void)state;
	for (size_t i = 0; i < sizeof closed / sizeof *closed; i++) {
		struct valgbar_result r = holder(closed[i], "vbsk", VERV_KONTROLLUTVALG);

		assert_false(r.eligible);
		assert_int_equal(r.ground[r.n_ground - 1], VALGBAR_KONTROLLUTVALG);
	}
	for (size_t i = 0; i < sizeof open / sizeof *open; i++)
		assert_true(holder(open[i], "vbsk", VERV_KONTROLLUTVALG).eligible);
}

static void section_7_3_leaves_an_utvalg_without_power_open_to_controllers(void **state)
{
	const struct valgbar_body body = { .organ = ORGAN_UTVALG, .uten_myndighet = true };
	const enum verv verv = VERV_KONTROLLUTVALG;
	struct valgbar_person who = person("vbs", STILLING_INGEN);

	(void)state;
	who.verv = &verv;
	who.n_verv = 1;
	assert_true(valgbar(&body, &who).eligible);
}

static void a_ground_is_told_once(void **state)
{
	static const enum verv both[] = { VERV_ORDFOERER, VERV_FORMANNSKAP };
	const struct valgbar_body body = { .organ = ORGAN_KONTROLLUTVALG };
	struct valgbar_person who = person("vbs", STILLING_INGEN);
	struct valgbar_result r;

	(void)state;
	who.verv = both;
	who.n_verv = 2;
	r = valgbar(&body, &who);
	assert_only(&r, VALGBAR_VERV);
}

/* Valgloven has more conditions for the council; § 5-12 has none for the councils of advice. */
static void bodies_that_section_7_2_does_not_list(void **state)
{
	struct valgbar_result r = employee(ORGAN_KOMMUNESTYRE, "v", STILLING_INGEN);

	(void)state;
	assert_only(&r, VALGBAR_BOSATT);
	r = employee(ORGAN_KOMMUNESTYRE, "vb", STILLING_KOMMUNALSJEF);
	assert_only(&r, VALGBAR_STILLING);
	assert_int_equal(employee(ORGAN_KOMMUNESTYRE, "vb", STILLING_INGEN).duty, DUTY_UNSAID);
	assert_false(employee(ORGAN_KOMMUNESTYRE, "ub", STILLING_INGEN).eligible);
	assert_true(employee(ORGAN_UNGDOMSRAAD, "", STILLING_INGEN).eligible);
	assert_true(employee(ORGAN_MEDVIRKNING, "", STILLING_KOMMUNALSJEF).eligible);
}

static void a_ground_stands_on_the_rule_of_its_body(void **state)
{
	static const struct {
		enum valgbar_ground ground;
		enum organ organ;
		enum rule rule;
	} c[] = {
		{ VALGBAR_SAMTYKKE, ORGAN_UTVALG, RULE_VALGBAR_VILKAAR },
		{ VALGBAR_SAMTYKKE, ORGAN_ORDFOERER, RULE_VALGBAR_ORDFOERER },
		{ VALGBAR_KOMMUNESTYRE, ORGAN_VARAORDFOERER, RULE_VALGBAR_ORDFOERER },
		{ VALGBAR_KOMMUNESTYRE, ORGAN_FORMANNSKAP, RULE_VALGBAR_FORMANNSKAP },
		{ VALGBAR_STILLING, ORGAN_ORDFOERER, RULE_VALGBAR_STILLING },
		{ VALGBAR_STILLING, ORGAN_KOMITE, RULE_VALGBAR_STILLING },
		{ VALGBAR_PARTI, ORGAN_KONTROLLUTVALG_LEDER, RULE_VALGBAR_KONTROLLEDER },
		{ VALGBAR_ANSATT, ORGAN_KONTROLLUTVALG, RULE_VALGBAR_KONTROLLUTVALG },
	};

	(void)state;
	for (size_t i = 0; i < sizeof c / sizeof *c; i++)
		assert_int_equal(valgbar_rule(c[i].ground, c[i].organ), c[i].rule);
}

static void every_ground_has_a_key_and_a_rule(void **state)
{
	(void)state;
	for (int g = 0; g < VALGBAR__MAX; g++) {
		assert_non_null(valgbar_key((enum valgbar_ground)g));
		for (int o = 0; o < ORGAN__MAX; o++)
			assert_true(rule_infos[valgbar_rule((enum valgbar_ground)g,
			                                    (enum organ)o)].n_lov > 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(section_7_2_asks_for_the_vote_residence_and_consent),
		cmocka_unit_test(every_ground_is_told),
		cmocka_unit_test(a_kommunedelsutvalg_may_be_for_those_who_live_there),
		cmocka_unit_test(employees_elect_whom_they_will_wherever_they_live),
		cmocka_unit_test(boards_can_have_members_who_live_elsewhere),
		cmocka_unit_test(formannskap_is_elected_among_council_members),
		cmocka_unit_test(section_5_9_komite_is_of_council_members),
		cmocka_unit_test(section_6_2_ordfoerer_is_in_formannskap_and_has_said_yes),
		cmocka_unit_test(section_6_2_in_the_parliamentary_model_any_council_member),
		cmocka_unit_test(section_7_3_names_posts_that_exclude),
		cmocka_unit_test(section_7_3_lets_leaders_into_an_oppgavefellesskap),
		cmocka_unit_test(section_7_3_keeps_the_accounts_of_a_foretak_out_of_its_board),
		cmocka_unit_test(section_23_1_keeps_the_controlled_out_of_kontrollutvalg),
		cmocka_unit_test(section_23_1_excludes_every_employee),
		cmocka_unit_test(section_23_1_the_leader_is_not_of_the_party_of_the_ordfoerer),
		cmocka_unit_test(section_7_3_keeps_the_controllers_out_of_what_they_control),
		cmocka_unit_test(section_7_3_leaves_an_utvalg_without_power_open_to_controllers),
		cmocka_unit_test(a_ground_is_told_once),
		cmocka_unit_test(bodies_that_section_7_2_does_not_list),
		cmocka_unit_test(a_ground_stands_on_the_rule_of_its_body),
		cmocka_unit_test(every_ground_has_a_key_and_a_rule),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
