/* A calendar file as RFC 5545 wants it: line ends, folding, escaping. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "arena_help.h"
#include "lib/arena.h"
#include "lib/ics.h"
#include "lib/utf8.h"

#define STAMP INT64_C(1795330800000)    /* 2026-11-22 07:00 UTC */

static const char *file_of(const struct ics_event *e)
{
	struct buf b = buf_in(mem);

	ics_begin(&b, "-//Samling//test//NO", "Plikter");
	ics_day(&b, e);
	ics_end(&b);
	return b.p;
}

static void a_whole_file(void **state)
{
	(void)state;
	assert_string_equal(file_of(&(struct ics_event){
		.uid = "budsjett-2027@samling", .stamp_ms = STAMP, .day = "2027-12-31",
		.summary = "Frist: budsjettet", .description = "§ 14-3",
		.url = "https://samling.example/lov/kommuneloven/14-3" }),
		"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Samling//test//NO\r\n"
		"CALSCALE:GREGORIAN\r\nX-WR-CALNAME:Plikter\r\nBEGIN:VEVENT\r\n"
		"UID:budsjett-2027@samling\r\nDTSTAMP:20261122T070000Z\r\n"
		"DTSTART;VALUE=DATE:20271231\r\nDTEND;VALUE=DATE:20280101\r\n"
		"SUMMARY:Frist: budsjettet\r\nDESCRIPTION:§ 14-3\r\n"
		"URL:https://samling.example/lov/kommuneloven/14-3\r\nTRANSP:TRANSPARENT\r\n"
		"END:VEVENT\r\nEND:VCALENDAR\r\n");
}

static void text_is_escaped(void **state)
{
	const char *file = file_of(&(struct ics_event){ .uid = "x", .stamp_ms = STAMP,
		.day = "2027-01-01", .summary = "a, b; c\\d",
		.description = "én\r\nto\nEND:VEVENT" });

	(void)state;
	assert_non_null(strstr(file, "\r\nSUMMARY:a\\, b\\; c\\\\d\r\n"));
	assert_non_null(strstr(file, "\r\nDESCRIPTION:én\\nto\\nEND:VEVENT\r\n"));
	assert_null(strstr(file, "URL:"));
}

/* What a reader does first: a line break and a blank are nothing. */
static char *unfolded(const char *file)
{
	char *out = arena_get(mem, strlen(file) + 1), *to = out;

	for (const char *s = file; *s != '\0'; s++)
		if (strncmp(s, "\r\n ", 3) == 0)
			s += 2;
		else
			*to++ = *s;
	return out;
}

/* Of every length, so that each kind of letter comes to stand at the cut. */
static void long_lines_are_folded_between_letters(void **state)
{
	static const char *const letters[] = { "å", "x", "–", "😀" };
	char text[600] = "";

	(void)state;
	for (int i = 0; strlen(text) + 8 < sizeof text; i++) {
		const char *file, *end;

		memcpy(text + strlen(text), letters[i % 4], strlen(letters[i % 4]) + 1);
		file = file_of(&(struct ics_event){ .uid = "x", .stamp_ms = STAMP,
		                                    .day = "2027-01-01", .summary = text });
		assert_non_null(strstr(unfolded(file), arena_printf(mem, "\r\nSUMMARY:%s\r\n",
		                                                    text)));
		for (const char *s = file; *s != '\0'; s = end + 2) {
			end = strstr(s, "\r\n");
			assert_non_null(end);
			assert_true(end - s <= 75);
			assert_true(utf8_valid(s, (size_t)(end - s)));
		}
		arena_reset(mem);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_whole_file),
		cmocka_unit_test(text_is_escaped),
		cmocka_unit_test(long_lines_are_folded_between_letters),
	};

	return cmocka_run_group_tests(tests, arena_begin, arena_end);
}
