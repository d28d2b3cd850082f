#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "arena_help.h"
#include "lib/arena.h"
#include "lib/utf8.h"
#include "lib/world.h"

#define N(a) (sizeof(a) / sizeof(a)[0])

static void only_utf8_is_valid(void **state)
{
	static const struct { const char *s; size_t n; bool valid; } cases[] = {
		{ "", 0, true }, { "abc", 3, true }, { "blåbær", 8, true }, { "a\0b", 3, false },
		{ "\xc3", 1, false }, { "\xc0\xaf", 2, false }, { "\xed\xa0\x80", 3, false },
		{ "\xf4\x90\x80\x80", 4, false }, { "\x80", 1, false }, { "\xff", 1, false },
		{ "\xf0\x9f\x91\x8d", 4, true }, { "\xe2\x82", 2, false },
	};

	(void)state;
	for (size_t i = 0; i < N(cases); i++)
		assert_int_equal(utf8_valid(cases[i].s, cases[i].n), cases[i].valid);
}

/* Characters that cannot be seen are written as escapes. */
static const struct { const char *in, *line, *lines; } cleaned[] = {
	{ "", "", "" },
	{ "  tillit \t og\xc2\xa0respekt  ", "tillit og respekt", "tillit og respekt" },
	{ "en\r\nto\n\n\n\ntre\r", "en to tre", "en\nto\n\ntre" },
	{ "en \n to", "en to", "en\nto" },
	{ "a\xe2\x80\xa8" "b", "a b", "a\nb" },
	{ "a\x01\x02\x7f" "b\x1b[31m", "ab[31m", "ab[31m" },
	{ "a\xe2\x80\xae" "b\xe2\x81\xa6" "c", "abc", "abc" },              /* bidi        */
	{ "a\xe2\x80\x8b" "b\xe2\x80\x8c" "c\xef\xbb\xbf" "d\xc2\xad", "abcd", "abcd" },
	{ "a\xe2\x80\x8d" "b", "ab", "ab" },                                /* lone joiner */
	{ "\xe3\x85\xa4", "", "" },                                         /* blank letter */
	{ "\xe2\xa0\x80" "a", "a", "a" },
	{ "A\xcc\x8a" "rbok o\xcc\x88", "Årbok ö", "Årbok ö" },             /* NFC         */
	{ "\xcc\x81" "a \xcc\x81" "b", "a b", "a b" },
	{ "Kárášjohka", "Kárášjohka", "Kárášjohka" },
	{ "čđŋšŧž ČĐŊŠŦŽ", "čđŋšŧž ČĐŊŠŦŽ", "čđŋšŧž ČĐŊŠŦŽ" },
	{ "æøå ÆØÅ", "æøå ÆØÅ", "æøå ÆØÅ" },
	/* family: woman joiner woman joiner girl; heart with variation mark; skin tone */
	{ "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7",
	  "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7",
	  "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7" },
	{ "\xe2\x9d\xa4\xef\xb8\x8f!", "\xe2\x9d\xa4\xef\xb8\x8f!", "\xe2\x9d\xa4\xef\xb8\x8f!" },
	{ "\xf0\x9f\x91\x8d\xf0\x9f\x8f\xbd\xe2\x80\x8d", "\xf0\x9f\x91\x8d\xf0\x9f\x8f\xbd",
	  "\xf0\x9f\x91\x8d\xf0\x9f\x8f\xbd" },
	{ "a\xef\xb8\x8f" "b", "ab", "ab" },
	{ "x\xf3\xa0\x81\xa1y\xee\x80\x80z", "xyz", "xyz" },                /* tag, private */
	{ "e\xcc\x81\xcc\xa3\xcc\xb1\xcc\x82\xcc\x83", NULL, NULL },        /* see below   */
};

static void clean_text_has_nothing_hidden(void **state)
{
	for (size_t i = 0; i < N(cleaned) - 1; i++) {
		assert_string_equal(utf8_clean(*state, cleaned[i].in, false), cleaned[i].line);
		assert_string_equal(utf8_clean(*state, cleaned[i].in, true), cleaned[i].lines);
	}
	assert_null(utf8_clean(*state, "abc\xff", false));
}

static void marks_on_a_letter_are_at_most_three(void **state)
{
	/* Marks below are sorted before marks above; one may join the letter. */
	assert_string_equal(utf8_clean(*state, cleaned[N(cleaned) - 1].in, false),
	                    "\xe1\xba\xb9\xcc\xb1\xcc\x81\xcc\x82");
	assert_string_equal(utf8_clean(*state, "a\xcc\x81\xcc\x82\xcc\x83", false),
	                    "\xc3\xa1\xcc\x82\xcc\x83");
}

static const struct { const char *a, *b; bool same; } folded[] = {
	{ "Tillit", "tillit", true }, { "TILLIT!", "«tillit»", true },
	{ " tillit ", "tillit.", true }, { "Åpenhet", "åpenhet", true },
	{ "god  tone", "God tone…", true }, { "#tillit", "tillit", true },
	{ "A\xcc\x8a" "pen", "åpen", true }, { "Straße", "STRASSE", true },
	{ "ČÁHPPAT", "čáhppat", true }, { "(ja)", "ja?", true }, { "a\nb", "a b", true },
	{ "får", "far", false }, { "før", "for", false }, { "lære", "laere", false },
	{ "lærer", "lærere", false }, { "tillit", "tillitt", false }, { "idé", "ide", false },
	{ "samarbeid", "sam arbeid", false }, { "sør-nord", "sør nord", false },
	{ "!", "?", false }, { "50", "60", false }, { "čáhppat", "cahppat", false },
	{ "C+", "C", false },
};

static void words_fold_by_case_space_and_outer_punctuation_only(void **state)
{
	for (size_t i = 0; i < N(folded); i++) {
		const char *a = utf8_fold(*state, folded[i].a), *b = utf8_fold(*state, folded[i].b);

		if (folded[i].same)
			assert_string_equal(a, b);
		else
			assert_string_not_equal(a, b);
	}
	assert_string_equal(utf8_fold(*state, "!?"), "!?");
	assert_string_equal(utf8_fold(*state, ""), "");
	assert_string_equal(utf8_fold(*state, "\xff\xfe"), "\xff\xfe");
}

static void length_is_what_a_reader_counts(void **state)
{
	static const struct { const char *s; size_t n; } cases[] = {
		{ "", 0 }, { "abc", 3 }, { "blåbær", 6 }, { "A\xcc\x8a", 1 },
		{ "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7", 1 },
		{ "\xf0\x9f\x87\xb3\xf0\x9f\x87\xb4\xf0\x9f\x87\xb8\xf0\x9f\x87\xaa", 2 },
		{ "a\xff" "b", 3 },
	};

	(void)state;
	for (size_t i = 0; i < N(cases); i++)
		assert_int_equal(utf8_length(cases[i].s), cases[i].n);
}

static void characters_one_by_one(void **state)
{
	const char *s = "aå\xf0\x9f\x91\x8d\xff\xe2\x82";
	const uint32_t want[] = { 'a', 0xe5, 0x1f44d, 0xfffd, 0xfffd, 0xfffd, 0, 0 };

	(void)state;
	for (size_t i = 0; i < N(want); i++)
		assert_int_equal(utf8_next(&s), want[i]);
}

/* In Norwegian order; each strictly before the next. */
static const char *const order[] = {
	"", "1. juni", "17. mai", "2. juni", "Aa", "Aas", "Abel", "Árdal", "Arendal", "Ås bil",
	"Åsane",
};

static const char *const alphabet[] = {
	"a", "à", "á", "aa", "ab", "b", "c", "č", "d", "đ", "e", "é", "f", "g", "ǥ", "h", "i", "j",
	"k", "l", "ł", "m", "n", "ñ", "ŋ", "o", "ó", "ô", "p", "q", "r", "s", "š", "ss", "t", "ŧ",
	"u", "v", "w", "x", "y", "ü", "ya", "z", "ž", "æ", "ä", "æa", "ø", "ö", "øa", "å", "åa",
	"я", "中",
};

static const char *const places[] = {
	"Alstahaug", "Đ", "Deatnu", "Gáivuotna", "Kárášjohka", "Møre", "Nord-Aurdal", "Nord-Fron",
	"Nord-Odal", "Nordre Follo", "Nore", "Sandnes", "Ski", "Skien", "Snåsa", "Søndre Land",
	"Sør-Varanger", "Sørfold", "Tana", "Ullensaker", "Ærfuglvegen", "Øksnes",
	"Åfjord", "Ålesund",
};

static void ordered(struct arena *a, const char *const *text, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		for (size_t j = i + 1; j < n; j++) {
			const char *x = utf8_sort_key(a, text[i]), *y = utf8_sort_key(a, text[j]);

			if (strcmp(x, y) >= 0)
				fail_msg("«%s» should be before «%s»", text[i], text[j]);
		}
		arena_reset(a);
	}
}

static void norwegian_order(void **state)
{
	ordered(*state, order, N(order));
	ordered(*state, alphabet, N(alphabet));
	ordered(*state, places, N(places));
}

static void case_and_punctuation_do_not_order(void **state)
{
	static const char *const same[][2] = {
		{ "OSLO", "oslo" }, { "Nord-Fron", "nord fron" }, { "«Ås»", "ås" },
		{ "A\xcc\x8a", "å" }, { "ČÁ", "čá" },
	};

	for (size_t i = 0; i < N(same); i++)
		assert_string_equal(utf8_sort_key(*state, same[i][0]),
		                    utf8_sort_key(*state, same[i][1]));
	assert_string_equal(utf8_sort_key(*state, "\xff"), "\xff");
}

/* What can be built of these goes wrong where anything can. */
static const char *const bits[] = {
	"a", "Å", "ø", " ", "\n", "\r", "!", "«", "\xcc\x81", "\xcc\xa3", "\xcc\x8a",
	"\xe2\x80\x8d",
	"\xef\xb8\x8f", "\xf0\x9f\x91\xa9", "\xf0\x9f\x8f\xbd", "\xe2\x9d\xa4", "\xe2\x80\xae", "1",
	"\xe2\x83\xa3", "\xf0\x9f\x87\xb3", "ß", "İ", "ŉ", "\xe1\x84\x80", "\xe1\x85\xa1",
	"\xcd\x85",
	"ώ", "\xcd\x84", "\xf0\x9d\x85\x9e", "ﷺ", "\xef\xbf\xbf", "\x01", "đ", "中",
};

static void check_text(struct arena *a, const char *s)
{
	bool valid = utf8_valid(s, strlen(s));

	for (int lines = 0; lines < 2; lines++) {
		char *clean = utf8_clean(a, s, lines == 1);

		assert_int_equal(clean != NULL, valid);
		if (clean == NULL)
			continue;
		assert_true(utf8_valid(clean, strlen(clean)));
		assert_string_equal(utf8_clean(a, clean, lines == 1), clean);
		assert_true(utf8_length(clean) <= strlen(s));
		assert_null(strstr(clean, "  "));
		for (const char *p = clean; *p != '\0'; p++)
			assert_true((unsigned char)*p >= 0x20 || (lines == 1 && *p == '\n'));
	}
	assert_string_equal(utf8_fold(a, utf8_fold(a, s)), utf8_fold(a, s));
	assert_string_equal(utf8_sort_key(a, s), utf8_sort_key(a, s));
	assert_true(utf8_length(s) <= strlen(s));
	arena_reset(a);
}

static void no_text_is_too_strange(void **state)
{
	struct world_fake fake = { .seed = 7 };
	struct world w = world_fake(&fake);
	char s[256];

	for (int round = 0; round < 4000; round++) {
		size_t n = 0, length = world_random_below(&w, 40);

		for (size_t i = 0; i < length; i++) {
			const char *bit = bits[world_random_below(&w, N(bits))];

			memcpy(s + n, bit, strlen(bit));
			n += strlen(bit);
		}
		s[n] = '\0';
		check_text(*state, s);
		for (size_t i = 0; i < length; i++)
			s[i] = (char)(1 + world_random_below(&w, 255));
		s[length] = '\0';
		check_text(*state, s);
	}
}

/* Sorting the marks must not take the time of their square; and a text as long as a
 * form may be fits in the arena of a request. */
static void long_hostile_text_is_cheap(void **state)
{
	static char s[64 * 1024 + 1];
	struct arena *request = arena_new(1 << 20);

	(void)state;
	for (size_t i = 0; i + 4 < sizeof s; i += 4)
		memcpy(s + i, "\xcc\x81\xcc\xa3", 4);
	s[0] = 'a';
	s[1] = 'a';
	assert_int_equal(utf8_length(utf8_clean(request, s, true)), 2);
	arena_free(request);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_utf8_is_valid),
		cmocka_unit_test(clean_text_has_nothing_hidden),
		cmocka_unit_test(marks_on_a_letter_are_at_most_three),
		cmocka_unit_test(words_fold_by_case_space_and_outer_punctuation_only),
		cmocka_unit_test(length_is_what_a_reader_counts),
		cmocka_unit_test(characters_one_by_one),
		cmocka_unit_test(norwegian_order),
		cmocka_unit_test(case_and_punctuation_do_not_order),
		cmocka_unit_test(no_text_is_too_strange),
		cmocka_unit_test(long_hostile_text_is_cheap),
	};

	return cmocka_run_group_tests(tests, arena_begin, arena_end);
}
