/* Names as people paste them are read as names and genders. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "app/valg/navn.h"
#include "lib/arena.h"

static struct arena *mem;

static void a_line_is_a_name_and_a_gender(void **state)
{
	static const struct { const char *line, *name; enum gender gender; } cases[] = {
		{ "Kari Nordmann, K", "Kari Nordmann", GENDER_WOMAN },
		{ "1. Kari Nordmann (K)", "Kari Nordmann", GENDER_WOMAN },
		{ "12) Per Hansen\tm", "Per Hansen", GENDER_MAN },
		{ "Ola Nilsen;mann", "Ola Nilsen", GENDER_MAN },
		{ "  3 Åse Øvre - kvinne ", "Åse Øvre", GENDER_WOMAN },
		{ "Anne-Lise M. Berg, K", "Anne-Lise M. Berg", GENDER_WOMAN },
		{ "Mona K", "Mona", GENDER_WOMAN },
		{ "Kari Bø (1970), K", "Kari Bø (1970)", GENDER_WOMAN },
		{ "4. Kari Bø (1970) (K)", "Kari Bø (1970)", GENDER_WOMAN },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct valg_navn got = valg_navn_read(mem, cases[i].line);

		assert_int_equal(got.n, 1);
		assert_null(got.error);
		assert_string_equal(got.name[0].name, cases[i].name);
		assert_int_equal(got.name[0].gender, cases[i].gender);
	}
}

static void the_first_line_that_cannot_be_read_is_told(void **state)
{
	static const struct { const char *lines; size_t n, line; } cases[] = {
		{ "Kari, K\nPer\nOla", 1, 2 },          /* no gender                   */
		{ "\n\nK", 0, 3 },                      /* no name                     */
		{ "1. K", 0, 1 },
		{ "Kari, X", 0, 1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct valg_navn got = valg_navn_read(mem, cases[i].lines);

		assert_int_equal(got.n, cases[i].n);
		assert_non_null(got.error);
		assert_int_equal(got.line, cases[i].line);
	}
}

static void empty_lines_are_nothing(void **state)
{
	struct valg_navn got = valg_navn_read(mem, "\nKari, K\n\n  \nPer, M\n");

	(void)state;
	assert_int_equal(got.n, 2);
	assert_null(got.error);
	assert_int_equal(valg_navn_read(mem, "").n, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_line_is_a_name_and_a_gender),
		cmocka_unit_test(the_first_line_that_cannot_be_read_is_told),
		cmocka_unit_test(empty_lines_are_nothing),
	};
	int failed;

	mem = arena_new(1 << 20);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_free(mem);
	return failed;
}
