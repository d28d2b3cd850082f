#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "lib/arena.h"
#include "web/mo.h"
#include "web/text.h"

static struct arena *arena;

static int begin(void **state)
{
	(void)state;
	arena = arena_new(1 << 20);
	return 0;
}

static int end(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

/* A catalogue as msgfmt writes it: a head, two tables, the texts. */
static const struct { const char *id, *text; size_t n_id, n_text; } entries[] = {
	{ "", "Content-Type: text/plain", 0, 24 },
	{ "%d svar\0%d svar", "eitt\0%d svar", 15, 12 },
	{ "Hva", "Kva", 3, 3 },
	{ "Onsdag", "Onsdag", 6, 6 },
	{ "Å være", "Å vere", 8, 8 },
};
#define N_ENTRIES ((uint32_t)(sizeof(entries) / sizeof(entries[0])))

static void put(unsigned char *to, size_t at, size_t word)
{
	uint32_t w = (uint32_t)word;

	memcpy(to + at, &w, sizeof(w));
}

static size_t small_catalogue(unsigned char to[512])
{
	size_t ids = 28, texts = ids + 8 * N_ENTRIES, at = texts + 8 * N_ENTRIES;

	memset(to, 0, 512);
	put(to, 0, 0x950412de);
	put(to, 8, N_ENTRIES);
	put(to, 12, ids);
	put(to, 16, texts);
	for (size_t i = 0; i < N_ENTRIES; i++) {
		put(to, ids + 8 * i, entries[i].n_id);
		put(to, ids + 8 * i + 4, at);
		memcpy(to + at, entries[i].id, entries[i].n_id);
		at += entries[i].n_id + 1;
		put(to, texts + 8 * i, entries[i].n_text);
		put(to, texts + 8 * i + 4, at);
		memcpy(to + at, entries[i].text, entries[i].n_text);
		at += entries[i].n_text + 1;
	}
	return at;
}

static void a_catalogue_is_looked_up(void **state)
{
	static const struct { const char *id, *text; bool plural; } cases[] = {
		{ "Hva", "Kva", false }, { "Onsdag", "Onsdag", false },
		{ "Å være", "Å vere", false },
		{ "%d svar", "eitt", false }, { "%d svar", "%d svar", true },
		{ "Hva", "Kva", true },         /* has one form only */
		{ "Hvor", NULL, false }, { "A", NULL, false }, { "Ø", NULL, false },
	};
	unsigned char bytes[512];
	struct mo mo;

	(void)state;
	assert_true(mo_open(&mo, bytes, small_catalogue(bytes)));
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const char *got = mo_find(&mo, cases[i].id, cases[i].plural);

		if (cases[i].text == NULL)
			assert_null(got);
		else
			assert_string_equal(got, cases[i].text);
	}
}

static void a_damaged_catalogue_is_refused(void **state)
{
	unsigned char bytes[512];
	size_t n = small_catalogue(bytes);
	struct mo mo;

	(void)state;
	for (size_t cut = 0; cut < n; cut++)
		assert_false(mo_open(&mo, bytes, cut));
	put(bytes, 0, 0xde120495);
	assert_false(mo_open(&mo, bytes, n));
	small_catalogue(bytes);
	put(bytes, 8, UINT32_MAX);
	assert_false(mo_open(&mo, bytes, n));
	small_catalogue(bytes);
	put(bytes, 28 + 8 + 4, UINT32_MAX);
	assert_false(mo_open(&mo, bytes, n));
	small_catalogue(bytes);
	put(bytes, 28 + 8, UINT32_MAX);
	assert_false(mo_open(&mo, bytes, n));
}

static void the_built_in_catalogue_is_whole(void **state)
{
	struct mo mo;

	(void)state;
	assert_true(mo_open(&mo, nn_mo, nn_mo_size));
	assert_string_equal(tr(LANG_NB, "Hva skjer nå?"), "Hva skjer nå?");
	assert_string_equal(tr(LANG_NN, "er ikke i katalogen"), "er ikke i katalogen");
}

static void dates_in_both_languages(void **state)
{
	static const struct { const char *iso, *nb, *nn; } cases[] = {
		{ "2027-01-11", "mandag 11. januar 2027", "måndag 11. januar 2027" },
		{ "2027-02-02", "tirsdag 2. februar 2027", "tysdag 2. februar 2027" },
		{ "2027-03-03", "onsdag 3. mars 2027", "onsdag 3. mars 2027" },
		{ "2027-04-01", "torsdag 1. april 2027", "torsdag 1. april 2027" },
		{ "2027-05-07", "fredag 7. mai 2027", "fredag 7. mai 2027" },
		{ "2027-06-05", "lørdag 5. juni 2027", "laurdag 5. juni 2027" },
		{ "2028-02-29", "tirsdag 29. februar 2028", "tysdag 29. februar 2028" },
		{ "2027-08-08", "søndag 8. august 2027", "sundag 8. august 2027" },
		{ "2027-12-31", "fredag 31. desember 2027", "fredag 31. desember 2027" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		assert_string_equal(text_date(arena, LANG_NB, cases[i].iso), cases[i].nb);
		assert_string_equal(text_date(arena, LANG_NN, cases[i].iso), cases[i].nn);
	}
}

static void numbers_as_people_write_them(void **state)
{
	static const struct { int64_t n; const char *text; } cases[] = {
		{ 0, "0" }, { 7, "7" }, { 999, "999" }, { 1000, "1\302\240000" }, { -7, "-7" },
		{ -999, "-999" }, { -1000, "-1\302\240000" },
		{ 5627400, "5\302\240627\302\240400" },
		{ INT64_MIN, "-9\302\240223\302\240372\302\240036\302\240854"
			     "\302\240775\302\240808" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_string_equal(text_number(arena, cases[i].n), cases[i].text);
	assert_string_equal(text_percent(arena, 70), "70\302\240%");
	assert_string_equal(text_minutes(arena, 0), "0\302\240min");
	assert_string_equal(text_minutes(arena, 45), "45\302\240min");
	assert_string_equal(text_minutes(arena, 60), "1\302\240t");
	assert_string_equal(text_minutes(arena, 90), "1\302\240t\302\24030\302\240min");
}

static void formats_and_plurals(void **state)
{
	(void)state;
	assert_string_equal(trf(arena, LANG_NB, "%s av %d (%lld)", "x", 3, 4LL), "x av 3 (4)");
	assert_string_equal(trn(arena, LANG_NB, "ett svar", "%d svar", 1), "ett svar");
	assert_string_equal(trn(arena, LANG_NB, "ett svar", "%d svar", 0), "0 svar");
	assert_string_equal(trn(arena, LANG_NB, "ett svar", "Alle %d svar", 1200),
			    "Alle 1\302\240200 svar");
}

static void languages_have_codes(void **state)
{
	(void)state;
	for (enum lang l = 0; l < LANG__MAX; l++)
		assert_int_equal(lang_from(lang_code(l), LANG__MAX), l);
	assert_int_equal(lang_from("se", LANG_NN), LANG_NN);
	assert_int_equal(lang_from(NULL, LANG_NB), LANG_NB);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_catalogue_is_looked_up, begin, end),
		cmocka_unit_test_setup_teardown(a_damaged_catalogue_is_refused, begin, end),
		cmocka_unit_test_setup_teardown(the_built_in_catalogue_is_whole, begin, end),
		cmocka_unit_test_setup_teardown(dates_in_both_languages, begin, end),
		cmocka_unit_test_setup_teardown(numbers_as_people_write_them, begin, end),
		cmocka_unit_test_setup_teardown(formats_and_plurals, begin, end),
		cmocka_unit_test_setup_teardown(languages_have_codes, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
