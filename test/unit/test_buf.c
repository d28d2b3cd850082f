#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "lib/arena.h"
#include "lib/buf.h"

static void write_all_kinds(struct buf *b)
{
	buf_puts(b, "data: ");
	buf_printf(b, "%d-%s", 7, "b");
	buf_putc(b, '\n');
	buf_add(b, "a\0b", 3);
	assert_int_equal(b->n, 13);
	assert_memory_equal(b->p, "data: 7-b\na\0b", 14);
}

static void bytes_on_the_heap_and_in_an_arena(void **state)
{
	struct arena *a = arena_new(1 << 16);
	struct buf heap = { 0 }, in = buf_in(a);

	(void)state;
	write_all_kinds(&heap);
	write_all_kinds(&in);
	buf_free(&heap);
	assert_null(heap.p);
	assert_int_equal(heap.n, 0);
	arena_free(a);
}

static void a_buf_grows(void **state)
{
	struct arena *a = arena_new(1 << 20);
	struct buf b[] = { { 0 }, buf_in(a) };

	(void)state;
	for (int k = 0; k < 2; k++) {
		for (int i = 0; i < 5000; i++) {
			buf_printf(&b[k], "%04d", i);
			assert_int_equal(b[k].p[b[k].n], '\0');
		}
		assert_int_equal(b[k].n, 20000);
		for (int i = 0; i < 5000; i += 123) {
			char want[12];

			snprintf(want, sizeof want, "%04d", i);
			assert_memory_equal(b[k].p + 4 * i, want, 4);
		}
	}
	buf_free(&b[0]);
	arena_free(a);
}

static void the_front_can_be_dropped(void **state)
{
	struct buf b = { 0 };

	(void)state;
	buf_drop_front(&b, 0);
	buf_puts(&b, "hodekropp");
	buf_drop_front(&b, 4);
	assert_string_equal(b.p, "kropp");
	assert_int_equal(b.n, 5);
	buf_drop_front(&b, 5);
	assert_int_equal(b.n, 0);
	assert_string_equal(b.p, "");
	buf_puts(&b, "igjen");
	assert_string_equal(b.p, "igjen");
	buf_free(&b);
}

static void nothing_is_a_text_too(void **state)
{
	struct buf b = { 0 };

	(void)state;
	buf_add(&b, NULL, 0);
	assert_string_equal(b.p, "");
	buf_puts(&b, "");
	assert_int_equal(b.n, 0);
	buf_free(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bytes_on_the_heap_and_in_an_arena),
		cmocka_unit_test(a_buf_grows),
		cmocka_unit_test(the_front_can_be_dropped),
		cmocka_unit_test(nothing_is_a_text_too),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
