/* multipart/form-data: what browsers send is read, and nothing else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "lib/arena.h"
#include "lib/buf.h"
#include "web/form.h"
#include "web/multipart.h"

#define TYPE "multipart/form-data; boundary=xyz"
#define TEXT(name, text) \
	"--xyz\r\nContent-Disposition: form-data; name=\"" name "\"\r\n\r\n" text "\r\n"
#define FIL(name, text) \
	"--xyz\r\nContent-Disposition: form-data; name=\"fil\"; filename=\"" name "\"\r\n" \
	"Content-Type: image/png\r\n\r\n" text "\r\n"
#define END "--xyz--\r\n"

static const struct field fields[] = {
	{ "navn", FIELD_TEXT, .required = true, .max = 10 }, { "fil", FIELD_FILE }, { 0 }
};
static const struct field must[] = { { "fil", FIELD_FILE, .required = true }, { 0 } };

static const struct { const char *what, *type, *body; enum form_result result; } cases[] = {
	{ "a text and a file", TYPE, TEXT("navn", "Kari") FIL("a.png", "abc") END, FORM_OK },
	{ "in quotation marks", "multipart/form-data; boundary=\"xyz\"",
	  TEXT("navn", "Kari") END, FORM_OK },
	{ "with a charset", "Multipart/Form-Data; charset=utf-8; boundary=xyz; x=y",
	  TEXT("navn", "Kari") END, FORM_OK },
	{ "no line end after the last", TYPE, TEXT("navn", "Kari") "--xyz--", FORM_OK },
	{ "no file chosen", TYPE, TEXT("navn", "Kari") FIL("", "") END, FORM_OK },
	{ "a file from a folder", TYPE, TEXT("navn", "K") FIL("../../etc/passwd", "a") END,
	  FORM_OK },
	{ "a text that is too long", TYPE, TEXT("navn", "abcdefghijk") END, FORM_BAD },
	{ "a text that is missing", TYPE, FIL("a.png", "abc") END, FORM_BAD },
	{ "no parts", TYPE, END, FORM_BAD },
	{ "no boundary", "multipart/form-data", TEXT("navn", "Kari") END, FORM_REFUSED },
	{ "an empty boundary", "multipart/form-data; boundary=", TEXT("navn", "K") END,
	  FORM_REFUSED },
	{ "an open quotation mark", "multipart/form-data; boundary=\"xyz", TEXT("navn", "K") END,
	  FORM_REFUSED },
	{ "no boundary, but a word that ends like it", "multipart/form-data; xboundary=xyz",
	  TEXT("navn", "K") END, FORM_REFUSED },
	{ "a boundary of 71", "multipart/form-data; boundary=aaaaaaaaaabbbbbbbbbbccccccccccdddddd"
	  "ddddeeeeeeeeeeffffffffffgggggggggghX", TEXT("navn", "K") END, FORM_REFUSED },
	{ "another boundary", "multipart/form-data; boundary=xyy", TEXT("navn", "K") END,
	  FORM_REFUSED },
	{ "another kind", "multipart/mixed; boundary=xyz", TEXT("navn", "K") END, FORM_REFUSED },
	{ "nothing", TYPE, "", FORM_REFUSED },
	{ "no end", TYPE, TEXT("navn", "Kari"), FORM_REFUSED },
	{ "half an end", TYPE, TEXT("navn", "Kari") "--xyz-", FORM_REFUSED },
	{ "something behind the end", TYPE, TEXT("navn", "Kari") END "x", FORM_REFUSED },
	{ "something in front", TYPE, "x\r\n" TEXT("navn", "Kari") END, FORM_REFUSED },
	{ "the same twice", TYPE, TEXT("navn", "a") TEXT("navn", "b") END, FORM_REFUSED },
	{ "two files", TYPE, TEXT("navn", "a") FIL("a", "a") FIL("b", "b") END, FORM_REFUSED },
	{ "a part nobody asked for", TYPE, TEXT("navn", "a") TEXT("x", "b") END, FORM_REFUSED },
	{ "text where a file should be", TYPE, TEXT("navn", "a") TEXT("fil", "b") END,
	  FORM_REFUSED },
	{ "a file where text should be", TYPE, "--xyz\r\nContent-Disposition: form-data; "
	  "name=\"navn\"; filename=\"a\"\r\n\r\na\r\n" END, FORM_REFUSED },
	{ "no name", TYPE, "--xyz\r\nContent-Disposition: form-data\r\n\r\na\r\n" END,
	  FORM_REFUSED },
	{ "an empty name", TYPE, TEXT("", "a") END, FORM_REFUSED },
	{ "a long name", TYPE, TEXT("aaaaaaaaaabbbbbbbbbbccccccccccddddddddddX", "a") END,
	  FORM_REFUSED },
	{ "no headers", TYPE, "--xyz\r\n\r\na\r\n" END, FORM_REFUSED },
	{ "two dispositions", TYPE, "--xyz\r\nContent-Disposition: form-data; name=\"navn\"\r\n"
	  "Content-Disposition: form-data; name=\"fil\"\r\n\r\na\r\n" END, FORM_REFUSED },
	{ "a quotation mark that is not closed", TYPE,
	  "--xyz\r\nContent-Disposition: form-data; name=\"navn\r\n\r\na\r\n" END, FORM_REFUSED },
	{ "no UTF-8", TYPE, TEXT("navn", "\xc3\x28") END, FORM_REFUSED },
	{ "line ends of another kind", TYPE, "--xyz\nContent-Disposition: form-data; "
	  "name=\"navn\"\n\na\n--xyz--\n", FORM_REFUSED },
};

static enum form_result read_it(struct arena *a, const char *type, const struct buf *b,
                                struct form *f)
{
	return form_read_parts(a, fields, type, b->p, b->n, f);
}

static void a_form_is_taken_sent_back_or_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct arena *a = arena_new(1 << 20);
		struct form f;
		enum form_result got = form_read_parts(a, fields, cases[i].type, cases[i].body,
		                                       strlen(cases[i].body), &f);

		if (got != cases[i].result)
			fail_msg("%s: %d", cases[i].what, got);
		arena_free(a);
	}
}

static void a_file_is_its_bytes_and_nothing_of_its_name(void **state)
{
	static const char bytes[] = "a\0b\r\n--xy\r\n\r\n\xff";
	struct arena *a = arena_new(1 << 20);
	struct buf b = buf_in(a);
	const struct form_entry *e;
	struct form f;

	(void)state;
	buf_puts(&b, TEXT("navn", "Kari") "--xyz\r\nContent-Disposition: form-data; name=\"fil\"; "
	         "filename=\"C:\\x.png\"\r\n\r\n");
	buf_add(&b, bytes, sizeof bytes);
	buf_puts(&b, "\r\n" END);
	assert_int_equal(read_it(a, TYPE, &b, &f), FORM_OK);
	e = form_entry(&f, "fil");
	assert_int_equal(e->n_bytes, sizeof bytes);
	assert_memory_equal(e->bytes, bytes, sizeof bytes);
	assert_string_equal(e->text, "");
	assert_string_equal(form_text(&f, "navn"), "Kari");
	arena_free(a);
}

static void a_text_with_a_nul_or_of_20_kB_is_refused(void **state)
{
	struct arena *a = arena_new(4 << 20);
	struct form f;

	(void)state;
	for (int nul = 0; nul < 2; nul++) {
		struct buf b = buf_in(a);

		buf_puts(&b, "--xyz\r\nContent-Disposition: form-data; name=\"navn\"\r\n\r\n");
		for (int i = 0; i < (nul ? 1 : 20000); i++)
			buf_putc(&b, nul ? '\0' : 'a');
		buf_puts(&b, "\r\n" END);
		assert_int_equal(read_it(a, TYPE, &b, &f), FORM_REFUSED);
	}
	arena_free(a);
}

static void heads_of_2_kB_and_17_parts_are_refused(void **state)
{
	struct arena *a = arena_new(4 << 20);
	struct buf b = buf_in(a);
	struct multipart m;

	(void)state;
	buf_puts(&b, "--xyz\r\nX: ");
	for (int i = 0; i < 2000; i++)
		buf_putc(&b, 'a');
	buf_puts(&b, "\r\nContent-Disposition: form-data; name=\"navn\"\r\n\r\na\r\n" END);
	assert_false(multipart_read(a, TYPE, b.p, b.n, &m));
	b = buf_in(a);
	for (int i = 0; i < 16; i++)
		buf_puts(&b, TEXT("navn", "a"));
	assert_true(multipart_read(a, TYPE, arena_printf(a, "%s" END, b.p), b.n + 9, &m));
	assert_int_equal(m.n, 16);
	buf_puts(&b, TEXT("navn", "a") END);
	assert_false(multipart_read(a, TYPE, b.p, b.n, &m));
	arena_free(a);
}

static void cut_anywhere_it_is_refused(void **state)
{
	static const char whole[] = TEXT("navn", "Kari") FIL("a.png", "abc") "--xyz--";
	struct arena *a = arena_new(4 << 20);
	struct multipart m;

	(void)state;
	for (size_t n = 0; n < sizeof whole - 1; n++)
		assert_false(multipart_read(a, TYPE, arena_strndup(a, whole, n), n, &m));
	assert_true(multipart_read(a, TYPE, whole, sizeof whole - 1, &m));
	arena_free(a);
}

static void a_file_that_must_be_there_is_asked_for(void **state)
{
	static const char body[] = FIL("", "") END;
	struct arena *a = arena_new(1 << 20);
	struct form f;

	(void)state;
	assert_int_equal(form_read_parts(a, must, TYPE, body, strlen(body), &f), FORM_BAD);
	assert_non_null(form_error(&f, "fil"));
	assert_int_equal(form_read(a, must, "fil=a.png", 9, &f), FORM_BAD);
	assert_true(form_takes_file(must));
	assert_false(form_takes_file(must + 1));
	assert_false(form_takes_file(NULL));
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_form_is_taken_sent_back_or_refused),
		cmocka_unit_test(a_file_is_its_bytes_and_nothing_of_its_name),
		cmocka_unit_test(a_text_with_a_nul_or_of_20_kB_is_refused),
		cmocka_unit_test(heads_of_2_kB_and_17_parts_are_refused),
		cmocka_unit_test(cut_anywhere_it_is_refused),
		cmocka_unit_test(a_file_that_must_be_there_is_asked_for),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
