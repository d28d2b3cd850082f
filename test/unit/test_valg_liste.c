/* Lists as they are handed in, kommuneloven § 7-5. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "arena_help.h"
#include "lib/arena.h"
#include "rules/valg/liste.h"

#define N(a) (sizeof(a) / sizeof(a)[0])
#define NONE LISTE__MAX

/* "KMM": a woman and two men, with names of their own. */
static struct valg_list list_of(const char *name, const char *genders)
{
	struct valg_list list = { .name = name };
	struct valg_name *c = arena_array(mem, 64, sizeof *c);

	for (const char *p = genders; *p != '\0'; p++, list.n_candidate++)
		c[list.n_candidate] = (struct valg_name){
			arena_printf(mem, "%s %zu", name, list.n_candidate),
			*p == 'K' ? GENDER_WOMAN : GENDER_MAN };
	list.candidate = c;
	return list;
}

static struct liste_result control(const struct liste_paper *paper, size_t n, size_t seats,
                                   bool council_only)
{
	return liste_control(mem, &(struct liste_task){ .seats = seats, .paper = paper,
	                     .n_paper = n, .council_only = council_only });
}

static const struct {
	const char *why, *genders;
	size_t seats;
	enum liste_what what;
} cases[] = {
	{ "first: twice as many names as seats", "KMKMKMKM", 4, NONE },
	{ "first: one more than that", "KMKMKMKMK", 4, LISTE_TOO_MANY_NAMES },
	{ "second: two of five is 40 percent", "KKMMM", 5, NONE },
	{ "second: three of eight is not", "KKKMMMMM", 5, LISTE_GENDER_40 },
	{ "second: three names never can when four are elected", "KMM", 4, LISTE_GENDER_40 },
	{ "second: one name never can", "K", 4, LISTE_GENDER_40 },
	{ "second: both genders when three are elected", "KMMM", 3, NONE },
	{ "second: only men when two are", "MMM", 2, LISTE_BOTH_GENDERS },
	{ "second: one is elected", "MM", 1, NONE },
	{ "no names at all", "", 4, LISTE_NO_NAMES },
};

static void a_list_is_lawful_or_the_reason_is_told(void **state)
{
	(void)state;
	for (size_t i = 0; i < N(cases); i++) {
		const struct liste_paper paper = { .list = list_of("A", cases[i].genders) };
		struct liste_result got = control(&paper, 1, cases[i].seats, false);

		if (got.valid[0] != (cases[i].what == NONE) || got.n != (cases[i].what != NONE) ||
		    (got.n > 0 && got.finding[0].what != cases[i].what))
			fail_msg("%s", cases[i].why);
	}
}

/* What the group has is known or not; a formannskap of seven, a list of seven. */
static const struct {
	const char *why, *genders;
	bool known;
	size_t women;
	enum liste_what what;
} formannskap[] = {
	{ "nobody knows what the group has", "MMMMMMM", false, 0, LISTE_GENDER_AS_FAR },
	{ "it has no women", "MMMMMMM", true, 0, LISTE_GENDER_AS_FAR },
	{ "its only woman is on the list", "KMMMMMM", true, 1, LISTE_GENDER_AS_FAR },
	{ "it has one, and left her out", "MMMMMMM", true, 1, LISTE_BOTH_GENDERS },
	{ "it has three, and took one", "KMMMMMM", true, 3, LISTE_GENDER_AS_FAR },
	{ "it took three", "KKKMMMM", true, 3, NONE },
};

static void as_far_as_possible_is_at_least_both_where_the_group_has_both(void **state)
{
	(void)state;
	for (size_t i = 0; i < N(formannskap); i++) {
		const struct liste_paper paper = {
			.list = list_of("A", formannskap[i].genders),
			.group_known = formannskap[i].known,
			.group = { formannskap[i].women, 9 } };
		struct liste_result got = control(&paper, 1, 7, true);
		enum liste_what what = got.n > 0 ? got.finding[0].what : NONE;

		if (what != formannskap[i].what || got.n > 1 ||
		    got.valid[0] != (what == NONE || liste_is_warning(what)))
			fail_msg("%s", formannskap[i].why);
	}
}

static void a_person_and_a_party_stand_on_one_list(void **state)
{
	struct valg_name first[] = { { "Kari Dal", GENDER_WOMAN }, { "Per Li", GENDER_MAN } };
	struct valg_name second[] = { { "KARI  DAL", GENDER_WOMAN }, { "Bo Vik", GENDER_MAN },
	                              { "bo vik", GENDER_MAN } };
	const char *const joint[] = { "Ap", "SV" }, *const alone[] = { "SV" };
	const struct liste_paper paper[] = {
		{ .list = { "Ap og SV", 0, first, 2 }, .party = joint, .n_party = 2 },
		{ .list = { "SV", 0, second, 3 }, .party = alone, .n_party = 1 },
	};
	struct liste_result got = control(paper, 2, 2, false);

	(void)state;
	assert_true(got.valid[0]);
	assert_false(got.valid[1]);
	assert_int_equal(got.n, 3);
	assert_int_equal(got.finding[0].what, LISTE_PERSON_ELSEWHERE);
	assert_int_equal(got.finding[0].other, 0);
	assert_int_equal(got.finding[1].what, LISTE_NAME_TWICE);
	assert_int_equal(got.finding[1].other_name, 1);
	assert_int_equal(got.finding[2].what, LISTE_PARTY_ELSEWHERE);
	assert_string_equal(got.finding[2].party, "SV");
}

static void a_list_is_signed_and_has_names_enough_to_win(void **state)
{
	const struct liste_paper paper = { .list = list_of("A", "KMKM"), .hopes = 2,
	                                   .signature = LISTE_UNSIGNED };
	struct liste_result got = control(&paper, 1, 5, false);

	(void)state;
	assert_int_equal(got.n, 2);
	assert_int_equal(got.finding[0].what, LISTE_NOT_SIGNED);
	assert_int_equal(got.finding[1].what, LISTE_FEW_NAMES);
	assert_int_equal(got.finding[1].limit, 6);
	assert_true(liste_is_warning(got.finding[1].what));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_list_is_lawful_or_the_reason_is_told),
		cmocka_unit_test(as_far_as_possible_is_at_least_both_where_the_group_has_both),
		cmocka_unit_test(a_person_and_a_party_stand_on_one_list),
		cmocka_unit_test(a_list_is_signed_and_has_names_enough_to_win),
	};

	return cmocka_run_group_tests(tests, arena_begin, arena_end);
}
