/* Which cards are offered to be merged, and which never: lines as groups write them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "arena_help.h"
#include "lib/arena.h"
#include "lib/utf8.h"
#include "rules/kort.h"

static int score_of(const char *a, const char *b)
{
	const struct kort_text text[] = { { a, 0 }, { b, 0 } };
	struct kort_pair *pairs;

	return kort_pairs(mem, text, 2, &pairs) == 1 ? pairs[0].score : 0;
}

static const struct pair { const char *a, *b; } alike[] = {
	{ "Møt forberedt", "møt forberedt." },
	{ "Møt forberedt til møtene", "Vi møter forberedt" },
	{ "Vi viser hverandre respekt", "Respekter hverandre" },
	{ "Respekt for hverandre", "Vise respekt" },
	{ "Sakspapirene må komme i god tid", "Papirer i god tid" },
	{ "Saksdokumenter i god tid", "Få saksdokumentene i god tid før møtet" },
	{ "Lytt til hverandre", "Vi lytter til hverandre" },
	{ "Me lyttar til kvarandre", "Vi lytter til hverandre" },
	{ "Hold deg til saken", "Vi holder oss til saka" },
	{ "Korte innlegg", "Kort innlegg, hold deg til saken" },
	{ "God tone i salen", "Vi har en god tone i salen" },
	{ "Ikke avbryt hverandre", "Vi avbryter ikke hverandre" },
	{ "Ikke gå på person", "Vi går ikke på personen" },
	{ "Følg opp vedtakene", "Oppfølging av vedtak" },
	{ "Klart språk i sakene", "Saker i klart språk" },
	{ "Maks to minutter på talerstolen", "To minutter på talerstolen" },
	{ "Åpenhet", "ÅPENHET!" },
	{ "Overhold taletida", "Hold taletiden" },
	{ "Slå av mobilen i møtet", "Mobilen er avslått i møtene" },
	{ "Folkevalgte respekterer administrasjonen",
	  "De folkevalgte skal respektere administrasjonen" },
};

static const struct pair different[] = {
	{ "Møt forberedt", "Møt presis" },
	{ "Lytt til hverandre", "Vis hverandre tillit" },
	{ "Korte innlegg", "Gode innlegg fra talerstolen" },
	{ "Snakk med hverandre", "Ikke snakk om hverandre" },
	{ "Avbryt gjerne med replikk", "Ikke avbryt med replikk" },
	{ "Mer tid til debatt", "Mindre tid til debatt" },
	{ "To minutter på talerstolen", "Tre minutter på talerstolen" },
	{ "Møtene slutter kl. 16", "Møtene slutter kl. 20" },
	{ "Administrasjonen respekterer de folkevalgte",
	  "De folkevalgte respekterer administrasjonen" },
	{ "Papirer i god tid", "God tid til debatt" },
	{ "God tone i salen", "God tone på nettet" },
	{ "Respekt", "Tillit" },
	{ "Vi er presise", "Snakk med pressen" },
	{ "Saker med alternativer", "Saker med konsekvenser" },
	{ "Hold dere til saken", "Hold dere til tiden" },
	{ "Ta ordet når du har noe å si", "Gi ordet videre" },
	{ "Humor", "Humør på tvers av partiene" },
	{ "Vi", "Vi skal" },
	{ "…", "!" },
	{ "👍", "👎" },
	{ "", "" },
};

static void near_duplicates_are_offered(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof alike / sizeof *alike; i++) {
		if (score_of(alike[i].a, alike[i].b) == 0)
			fail_msg("not offered: \"%s\" and \"%s\"", alike[i].a, alike[i].b);
		assert_int_equal(score_of(alike[i].a, alike[i].b),
		                 score_of(alike[i].b, alike[i].a));
	}
}

static void what_says_something_else_is_not_offered(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof different / sizeof *different; i++)
		if (different[i].a[0] != '\0' && score_of(different[i].a, different[i].b) != 0)
			fail_msg("offered: \"%s\" and \"%s\"", different[i].a, different[i].b);
}

static void cards_of_two_lists_are_not_offered(void **state)
{
	const struct kort_text text[] = { { "Svar i tide", 0 }, { "Svar i tide", 1 } };
	struct kort_pair *pairs;

	(void)state;
	assert_int_equal(kort_pairs(mem, text, 2, &pairs), 0);
}

static void the_likest_comes_first(void **state)
{
	const struct kort_text text[] = {
		{ "Møt forberedt til møtene", 0 }, { "Respekt", 0 }, { "Vi møter forberedt", 0 },
		{ "respekt!", 0 },
	};
	struct kort_pair *pairs;

	(void)state;
	assert_int_equal(kort_pairs(mem, text, 4, &pairs), 2);
	assert_int_equal(pairs[0].a, 1);
	assert_int_equal(pairs[0].b, 3);
	assert_int_equal(pairs[0].score, 1000);
	assert_int_equal(pairs[1].a, 0);
	assert_int_equal(pairs[1].b, 2);
	assert_true(pairs[1].score < 1000);
}

static void any_number_of_any_cards_is_taken(void **state)
{
	struct kort_text text[1000];
	struct kort_pair *pairs;
	char *longest = arena_get(mem, 2001);

	(void)state;
	memset(longest, 'x', 2000);
	for (size_t i = 0; i < 1000; i += 2)
		longest[i] = ' ';
	for (size_t i = 0; i < 1000; i++)
		text[i] = (struct kort_text){ i % 3 == 0 ? longest : "Samme kort", 0 };
	assert_true(kort_pairs(mem, text, 1000, &pairs) > 0);
	assert_int_equal(kort_pairs(mem, text, 0, &pairs), 0);
	text[0].text = text[1].text = "\xff\xfe";
	kort_pairs(mem, text, 2, &pairs);
}

static void what_is_not_wanted_is_noticed(void **state)
{
	static const struct { const char *text; bool is; } cases[] = {
		{ "Ikke gå på person", true }, { "Ikkje avbryt", true },
		{ "Slutt å grave i gamle saker", true }, { "Aldri på nett etter kl. 22", true },
		{ "Vis respekt", false }, { "Sluttbehandling i mai", false }, { "", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(kort_negative(mem, cases[i].text), cases[i].is);
}

static void two_thirds_are_two_of_three(void **state)
{
	static const struct { int64_t count, people; bool is; } cases[] = {
		{ 6, 9, true }, { 5, 9, false }, { 2, 3, true }, { 7, 10, true },
		{ 6, 10, false }, { 1, 1, true }, { 0, 1, false }, { 0, 0, false },
		{ 18, 27, true }, { 17, 27, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(kort_two_thirds(cases[i].count, cases[i].people), cases[i].is);
}

static void hands_are_people_once(void **state)
{
	static const int64_t hands[] = { 4, 1, 1 }, even[] = { 3, 3, 3 };

	(void)state;
	assert_int_equal(kort_people(20, NULL, 0, 3), 20);
	assert_int_equal(kort_people(20, hands, 3, 3), 24);     /* four raised it for the first */
	assert_int_equal(kort_people(20, even, 3, 3), 23);
	assert_int_equal(kort_people(0, even, 3, 2), 5);        /* nine hands, two each */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_ARENA(near_duplicates_are_offered),
		IN_ARENA(what_says_something_else_is_not_offered),
		IN_ARENA(cards_of_two_lists_are_not_offered), IN_ARENA(the_likest_comes_first),
		IN_ARENA(any_number_of_any_cards_is_taken),
		IN_ARENA(what_is_not_wanted_is_noticed), IN_ARENA(two_thirds_are_two_of_three),
		IN_ARENA(hands_are_people_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
