/* How long what is known of people is kept. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lib/arena.h"
#include "rules/oppbevaring.h"

static void each_thing_has_its_last_date(void **state)
{
	static const struct { enum kept what; const char *from, *until; } cases[] = {
		{ KEPT_SEAT, "2027-01-16", "2027-01-17" },
		{ KEPT_TEXT, "2027-01-16", "2027-02-15" },
		{ KEPT_ROSTER, "2027-02-28", "2027-03-30" },
		{ KEPT_BACKUP, "2027-12-01", "2028-01-05" },
		{ KEPT_CONTACT, "2027-01-16", "2027-10-31" },
		{ KEPT_CONTACT, "2027-10-31", "2027-10-31" },
		{ KEPT_CONTACT, "2027-11-01", "2031-10-31" },
		{ KEPT_CONTACT, "2023-06-01", "2023-10-31" },
		{ KEPT_CONTACT, "2022-12-31", "2023-10-31" },
	};
	struct arena *mem = arena_new(1 << 16);

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(kept_until(mem, cases[i].what, cases[i].from), cases[i].until);
	arena_free(mem);
	(void)state;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_thing_has_its_last_date),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
