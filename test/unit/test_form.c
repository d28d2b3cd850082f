#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "lib/arena.h"
#include "lib/buf.h"
#include "web/form.h"

static const struct field fields[] = {
	{ "navn", FIELD_TEXT, .required = true, .max = 10 },
	{ "tekst", FIELD_LINES, .max = 20 },
	{ "ord", FIELD_MANY, .max = 5 },
	{ "antall", FIELD_INT, .min = 1, .max = 12 },
	{ "hold", FIELD_FLAG },
	{ "epost", FIELD_EMAIL },
	{ "dato", FIELD_DATE },
	{ "kl", FIELD_CLOCK },
	{ "rad", FIELD_ROWS, .max = 20 },
	{ 0 }
};

static enum form_result read_form(struct arena *a, const char *text, struct form *f)
{
	return form_read(a, fields, text, strlen(text), f);
}

/* What is typed -> refused as a whole, wrong in a field, or good. */
static const struct { const char *text; enum form_result result; const char *wrong; } cases[] = {
	{ "navn=Kari", FORM_OK, NULL },
	{ "navn=K%C3%A5re&ukjent=1", FORM_OK, NULL },
	{ "", FORM_BAD, "navn" },
	{ "navn=", FORM_BAD, "navn" },
	{ "navn=+++", FORM_BAD, "navn" },
	{ "navn=abcdefghijk", FORM_BAD, "navn" },
	{ "navn=%C3%A6%C3%B8%C3%A5%C3%A6%C3%B8%C3%A5%C3%A6%C3%B8%C3%A5%C3%A5", FORM_OK, NULL },
	{ "navn=a&navn=b", FORM_REFUSED, NULL },
	{ "navn=a&ord=1&ord=2", FORM_OK, NULL },
	{ "navn=a&ord=123456", FORM_BAD, "ord" },
	{ "navn=%C3%28", FORM_REFUSED, NULL },
	{ "navn=%00", FORM_REFUSED, NULL },
	{ "navn=%", FORM_REFUSED, NULL },
	{ "navn=%4", FORM_REFUSED, NULL },
	{ "navn=%zz", FORM_REFUSED, NULL },
	{ "bare tekst", FORM_REFUSED, NULL },
	{ "navn=a&antall=0", FORM_BAD, "antall" },
	{ "navn=a&antall=13", FORM_BAD, "antall" },
	{ "navn=a&antall=-1", FORM_BAD, "antall" },
	{ "navn=a&antall=%2B5", FORM_BAD, "antall" },
	{ "navn=a&antall=0x5", FORM_BAD, "antall" },
	{ "navn=a&antall=5.0", FORM_BAD, "antall" },
	{ "navn=a&antall=1e309", FORM_BAD, "antall" },
	{ "navn=a&antall=NaN", FORM_BAD, "antall" },
	{ "navn=a&antall=%EF%BC%91", FORM_BAD, "antall" },
	{ "navn=a&antall=9223372036854775808", FORM_BAD, "antall" },
	{ "navn=a&antall=12", FORM_OK, NULL },
	{ "navn=a&epost=kari", FORM_BAD, "epost" },
	{ "navn=a&epost=kari%40lillevik.example", FORM_OK, NULL },
	{ "navn=a&epost=a%40b.c%0D%0ABcc%3A+x%40y.z", FORM_BAD, "epost" },
	{ "navn=a&dato=2027-02-29", FORM_BAD, "dato" },
	{ "navn=a&dato=2028-02-29", FORM_OK, NULL },
	{ "navn=a&kl=25.00", FORM_BAD, "kl" },
	{ "navn=a&kl=08.30", FORM_OK, NULL },
};

static void fields_are_checked_before_anybody_sees_them(void **state)
{
	struct arena *a = arena_new(1 << 20);

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct form f;
		enum form_result got = read_form(a, cases[i].text, &f);

		if (got != cases[i].result)
			fail_msg("%s: %d, not %d", cases[i].text, got, cases[i].result);
		if (cases[i].wrong != NULL && form_error(&f, cases[i].wrong) == NULL)
			fail_msg("%s: %s is not said to be wrong", cases[i].text, cases[i].wrong);
		arena_reset(a);
	}
	arena_free(a);
}

static void what_was_typed_is_kept_beside_the_error(void **state)
{
	struct arena *a = arena_new(1 << 20);
	struct form f;

	(void)state;
	assert_int_equal(read_form(a, "navn=Kari&antall=99&kl=8.30&ord=en&ord=to", &f), FORM_BAD);
	assert_string_equal(form_text(&f, "navn"), "Kari");
	assert_string_equal(form_text(&f, "antall"), "99");
	assert_non_null(form_error(&f, "antall"));
	assert_null(form_error(&f, "navn"));
	assert_int_equal(form_int(&f, "kl"), 8 * 60 + 30);
	assert_int_equal(form_entry(&f, "ord")->n_many, 2);
	assert_string_equal(form_entry(&f, "ord")->many[1], "to");
	arena_free(a);
}

static void rows_keep_their_place_and_their_lines(void **state)
{
	struct arena *a = arena_new(1 << 20);
	const struct form_entry *e;
	struct form f;

	(void)state;
	assert_int_equal(read_form(a, "navn=a&rad=&rad=en%0D%0Ato&rad=", &f), FORM_OK);
	e = form_entry(&f, "rad");
	assert_int_equal(e->n_many, 3);
	assert_string_equal(e->many[0], "");
	assert_string_equal(e->many[1], "en\nto");
	arena_free(a);
}

static void control_characters_and_line_breaks_do_not_survive_a_line(void **state)
{
	struct arena *a = arena_new(1 << 20);
	struct form f;

	(void)state;
	assert_int_equal(read_form(a, "navn=a%0Ab%07c&tekst=en%0D%0Ato", &f), FORM_OK);
	assert_null(strpbrk(form_text(&f, "navn"), "\n\r\a"));
	assert_string_equal(form_text(&f, "tekst"), "en\nto");
	arena_free(a);
}

static void too_many_fields_or_repeats_are_refused(void **state)
{
	struct arena *a = arena_new(4 << 20);
	struct buf b = buf_in(a);
	struct form f;

	(void)state;
	for (int i = 0; i < 5000; i++)
		buf_puts(&b, "x=1&");
	assert_int_equal(form_read(a, fields, b.p, b.n, &f), FORM_REFUSED);
	b.n = 0;
	for (int i = 0; i <= FORM_MANY_MAX; i++)
		buf_puts(&b, "ord=a&");
	buf_puts(&b, "navn=a");
	assert_int_equal(form_read(a, fields, b.p, b.n, &f), FORM_REFUSED);
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fields_are_checked_before_anybody_sees_them),
		cmocka_unit_test(what_was_typed_is_kept_beside_the_error),
		cmocka_unit_test(control_characters_and_line_breaks_do_not_survive_a_line),
		cmocka_unit_test(rows_keep_their_place_and_their_lines),
		cmocka_unit_test(too_many_fields_or_repeats_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
