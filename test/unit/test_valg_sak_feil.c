/* test_valg_sak_feil.c - what is said of cases that are wrong: the field, why, the section. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "app/saksfil/saksfil.h"
#include "app/valg/kommando.h"
#include "app/valg/sak.h"
#include "valg_sak_help.h"

#define N(a) (sizeof(a) / sizeof(a)[0])

#define LISTS "'lists': [{'name': 'A', 'votes': 5}, {'name': 'B', 'votes': 3}]"
#define FV(rest) "{'method': 'forholdsvalg', 'seats': 5, " rest "}"
#define A_LIST(list) FV("'lists': [" list "]")

static const struct { const char *text, *says; } wrong[] = {
	{ "", "Filen er tom." },
	{ "  \n", "Filen er tom." },
	{ "valg", "Linje 1: dette er ikke gyldig JSON." },
	{ "3", "En sak er et objekt" },
	{ "[3]", "En sak er et objekt" },
	{ "[{}", "method: Feltet mangler." },
	{ "{}", "method: Feltet mangler." },
	{ "{'method': 3}", "method: Her skal det stå en tekst" },
	{ "{'method': 'valg'}", "method: «valg» er ikke en metode. Metodene er forholdsvalg, " },
	{ "{'method': 'dhondt', " LISTS "}", "seats: Feltet mangler. (kommuneloven § 7-6" },
	{ "{'method': 'dhondt', 'seats': 0, " LISTS "}", "seats: Tallet kan ikke være mindre" },
	{ "{'method': 'dhondt', 'seats': 1000, " LISTS "}", "seats: Tallet kan ikke være større" },
	{ "{'method': 'dhondt', 'seats': 2.5, " LISTS "}", "seats: Her skal det stå et helt tall" },
	{ "{'method': 'dhondt', 'seats': '5', " LISTS "}", "seats: Her skal det stå et tall." },
	{ "{'method': 'dhondt', 'seats': NaN, " LISTS "}", "seats: Linje 1: dette er ikke gyldig" },
	{ "{'method': 'dhondt', 'seats': 5}", "lists: Feltet mangler." },
	{ "{'method': 'dhondt', 'seats': 5, 'lists': []}", "lists: Det skal være fra 1 til 200" },
	{ A_LIST("{'name': 'A', 'votes': -1}"), "lists[0].votes: Tallet kan ikke være mindre enn "
	  "0. (kommuneloven § 7-6 første ledd)" },
	{ A_LIST("{'name': 'A'}"), "lists[0].votes: Feltet mangler. (kommuneloven § 7-6" },
	{ A_LIST("{'name': 'A', 'votes': 1.5}"), "lists[0].votes: Her skal det stå et helt tall" },
	{ A_LIST("{'name': 'A', 'votes': 1e400}"), "lists[0].votes: Linje 1: tallet er for stort. "
	  "(kommuneloven § 7-6" },
	{ A_LIST("{'name': 'A', 'votes': 1000000000001}"), "lists[0].votes: Tallet kan ikke være "
	  "større enn 1000000000000." },
	{ A_LIST("{'name': 'A', 'votes': 99999999999999999999}"), "lists[0].votes: Linje 1: "
	  "tallet er for stort." },
	{ A_LIST("{'name': 'A', 'votes': NaN}"), "lists[0].votes: Linje 1: dette er ikke gyldig "
	  "JSON. (kommuneloven § 7-6 første ledd)" },
	{ A_LIST("{'name': 'A', 'votes': 5, 'stemmer': 5}"), "lists[0].stemmer: Feltet finnes "
	  "ikke her." },
	{ A_LIST("{'name': 'A', 'votes': 5, 'votes': 6}"), "lists[0].votes: Linje 1: feltet står "
	  "to ganger." },
	{ A_LIST("{'name': 'A', 'votes': 5}, {'name': 'A', 'votes': 5}"), "lists[1].name: Det er "
	  "to lister som heter A." },
	{ A_LIST("{'name': '', 'votes': 5}"), "lists[0].name: Teksten er tom." },
	{ A_LIST("{'name': 'A\\u001b[2J', 'votes': 5}"), "lists[0].name: Her står det tegn som "
	  "ikke" },
	{ A_LIST("{'name': 'A\\u0000', 'votes': 5}"), "lists[0].name: Linje 1: dette er ikke" },
	{ A_LIST("{'name': 'A\xff', 'votes': 5}"), "lists[0].name: Linje 1: teksten er ikke UTF-8."
	  },
	{ A_LIST("{'name': 'A', 'votes': 5, 'candidates': [" P("K1", "F") "]}"),
	  "lists[0].candidates[0].gender: Kjønn skrives \"K\" eller \"M\"." },
	{ A_LIST("{'name': 'A', 'votes': 5, 'candidates': [{'name': 'K1'}]}"),
	  "lists[0].candidates[0].gender: Feltet mangler." },
	{ FV("'velgere': 3, " LISTS), "velgere: Feltet hører ikke til metoden forholdsvalg." },
	{ FV("'present': 7, " LISTS), "present: Det er 8 stemmer, men bare 7 til stede." },
	{ FV("'date': 'i går', " LISTS), "date: Her skal det stå en dato" },
	{ FV("'date': '2001-10-10', " LISTS), "date: Vi har ikke reglene som gjaldt den dagen." },
	{ FV("'choices': {'liste_tom': 'ja'}, " LISTS), "choices.liste_tom: Her skal det stå "
	  "\"ledig\" eller \"neste_kvotient\"." },
	{ FV("'choices': {'maanen': 'ja'}, " LISTS), "choices.maanen: Dette er ikke et av" },
	{ FV("'draws': [{'drawn': ['A']}], " LISTS), "draws[0]: Her er det ikke noe å trekke" },
	/* What no settlement of forholdsvalg can mend. */
	{ A_LIST("{'name': 'A', 'votes': 5, 'candidates': [" FOUR "]}"), "seats: Det er 5 "
	  "plasser, men bare 4 navn på alle listene til sammen. (kommuneloven § 7-6 andre ledd)" },
	{ A_LIST("{'name': 'A', 'votes': 5, 'candidates': [" FOUR ", " P("Kari Ås", "K") ", " P(
	  "M3", "M") "]}, {'name': 'B', 'votes': 3, 'candidates': [" P("Kari Ås", "K") ", " P("M9",
	  "M") "]}"), "lists[1].candidates[0].name: Kari Ås står også på listen til A." },
	{ A_LIST("{'name': 'A', 'votes': 5, 'candidates': [" FOUR ", " P("K1", "K") "]}"),
	  "lists[0].candidates[4].name: K1 står to ganger på listen til A. (kommuneloven § 7-5" },
	{ "{'method': 'forholdsvalg', 'seats': 7, 'lists': [{'name': 'A', 'votes': 9, "
	  "'candidates': [" P("K1", "K") ", " P("M1", "M") ", " P("K2", "K") "]}]}",
	  "lists[0].candidates: Når det skal velges 7, kan en liste med 3 navn aldri ha minst 40 "
	  "prosent av hvert kjønn. (kommuneloven § 7-5 andre ledd)" },
	/* Other methods. */
	{ "{'method': 'flertallsvalg', 'seats': 1, 'rounds': []}", "rounds: Et flertallsvalg har "
	  "én" },
	{ "{'method': 'flertallsvalg', 'seats': 2, 'rounds': [{'votes': {'A': 1}}]}", "seats: Et "
	  "flertallsvalg velger én person." },
	{ "{'method': 'flertallsvalg', 'seats': 1, 'rounds': [{'votes': [3, 4]}]}",
	  "rounds[0].votes: Her skal det stå et objekt" },
	{ "{'method': 'flertallsvalg', 'seats': 1, 'rounds': [{'votes': {'A': -4}}]}",
	  "rounds[0].votes.A: Tallet kan ikke være mindre enn 0. (kommuneloven § 7-8 første ledd)"
	  },
	{ "{'method': 'flertallsvalg', 'seats': 1, 'rounds': [{'votes': {'ingen': 4}}]}",
	  "rounds[0].votes.ingen: En kandidat kan ikke hete «ingen»." },
	{ "{'method': 'avtalevalg', 'seats': 5, 'members': 'MMK'}", "members: Innstillingen skal "
	  "ha like mange navn som det er plasser: 5, ikke 3. (kommuneloven § 7-7 andre ledd)" },
	{ "{'method': 'avtalevalg', 'seats': 3, 'members': 'MMX'}", "members: Tegn 3 er ikke K" },
	{ "{'method': 'nyvalg', 'seats': 3, 'members': 'MMM', 'leaving': 'K', 'proposed': 'K', "
	  "'group_available': {'K': 1}}", "leaving: Ingen K er blant medlemmene." },
	{ "{'method': 'valgbarhet', 'seats': 1, 'organ': 'sangkor', 'person': {}}", "organ: Vi "
	  "kjenner ikke organet «sangkor»." },
	{ "{'method': 'valgbarhet', 'seats': 1, 'organ': 'utvalg', 'person': {'bosatt': 1}}",
	  "person.bosatt: Her skal det stå true eller false." },
	{ "{'method': 'kjonn_minimum', 'seats': 3, " LISTS "}", "lists: Metoden kjonn_minimum "
	  "bruker" },
	{ "{'method': 'listestemmer', 'seats': 3, 'ballots': 1, 'received': 0, 'given': 9}",
	  "given: Det er gitt flere slengere" },
	{ "{'method': 'kommunestyre_minstetall', 'seats': 3, 'population': -1}", "population: "
	  "Tallet kan ikke være mindre enn 0. (kommuneloven § 5-5 andre ledd)" },
	{ "{'method': 'innkalling', 'seats': 1, 'deputies': ['a', 'a']}", "deputies[1]: a står to "
	  "ganger." },
	{ "{'method': 'plass_nyvalg', 'seats': 1, 'before': ['a'], 'leaving': 'b', 'new': 'c'}",
	  "leaving: b er ikke med fra før. (kommuneloven § 7-10 sjette ledd)" },
	{ "{'method': 'kandidatkaring', 'seats': 1, 'ballots': 3, 'candidates': [{'nr': 1, "
	  "'personstemmer': 3, 'slengere': 0}, {'nr': 1, 'personstemmer': 3, 'slengere': 0}]}",
	  "candidates[1].nr: To kandidater har nummer 1." },
};

static void what_is_wrong_is_said_with_its_field_and_section(void **state)
{
	(void)state;
	for (size_t i = 0; i < N(wrong); i++) {
		struct answers a = answer(wrong[i].text);

		if (a.wrong == 0 || strncmp(a.error, wrong[i].says, strlen(wrong[i].says)) != 0)
			fail_msg("%s: %s", wrong[i].text, a.error);
		assert_null(answer_result(&a, 0));
		answers_free(&a);
	}
}

/* Run as from a terminal; what it says goes nowhere. */
static int status_of(const char *json)
{
	char command[] = "valg", option[] = "--json", path[] = "/tmp/valg-sak-XXXXXX";
	char *args[] = { command, option, path, NULL }, *text = json_of(json);
	const int fd = mkstemp(path), out = dup(STDOUT_FILENO), err = dup(STDERR_FILENO);
	const int nowhere = open("/dev/null", O_WRONLY);
	int status;

	assert_true(fd >= 0 && out >= 0 && err >= 0 && nowhere >= 0);
	assert_int_equal(write(fd, text, strlen(text)), strlen(text));
	fflush(stdout);
	dup2(nowhere, STDOUT_FILENO);
	dup2(nowhere, STDERR_FILENO);
	status = valg_command(3, args, NULL);
	fflush(stdout);
	dup2(out, STDOUT_FILENO);
	dup2(err, STDERR_FILENO);
	close(fd);
	close(out);
	close(err);
	close(nowhere);
	unlink(path);
	free(text);
	return status;
}

static void what_is_wrong_is_exit_status_two(void **state)
{
	(void)state;
	for (size_t i = 0; i < N(wrong); i++)
		assert_int_equal(status_of(wrong[i].text), 2);
	assert_int_equal(status_of("[{'method': 'dhondt', 'seats': 2, " LISTS "}, {}]"), 2);
	assert_int_equal(status_of("{'method': 'dhondt', 'seats': 2, " LISTS "}"), 0);
	assert_int_equal(status_of("[]"), 0);
}

static void a_bad_case_hides_no_other(void **state)
{
	struct answers a = answer(
		"[{'id': 'en', 'method': 'kjonn_minimum', 'seats': 5},\n"
		"{'id': 'to', 'method': 'kjonn_minimum', 'seats': NaN},\n"
		"{'id': 'tre', 'method': 'kjonn_minimum', 'seats': 1, 'seats': 2},\n"
		"{'id': 'fire', 'method': 'kjonn_minimum', 'seats': 8}]");
	static const char *const id[] = { "en", "to", "tre", "fire" };

	(void)state;
	assert_int_equal(json_array_size(a.all), 4);
	assert_int_equal(a.wrong, 2);
	for (size_t i = 0; i < 4; i++)
		assert_string_equal(json_string_value(json_object_get(json_array_get(a.all, i),
		                                                      "id")), id[i]);
	assert_non_null(answer_result(&a, 0));
	assert_null(answer_result(&a, 1));
	assert_null(answer_result(&a, 2));
	assert_int_equal(json_integer_value(json_object_get(answer_result(&a, 3),
	                                                    "min_per_gender")), 4);
	answers_free(&a);
}

static void ten_megabytes_are_refused(void **state)
{
	const size_t n = 10u << 20;
	char *bytes = malloc(n);
	struct answers a;

	(void)state;
	memset(bytes, '[', n);
	a = answer_bytes(bytes, n);
	assert_string_equal(a.error, "Filen er for stor. Den kan være på høyst 4 megabyte.");
	answers_free(&a);
	memset(bytes + 1, ',', SAKSFIL_BYTES_MAX - 1);
	a = answer_bytes(bytes, SAKSFIL_BYTES_MAX);
	assert_int_equal(a.wrong, SAKSFIL_CASES_MAX + 1);
	answers_free(&a);
	free(bytes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_wrong_is_said_with_its_field_and_section),
		cmocka_unit_test(what_is_wrong_is_exit_status_two),
		cmocka_unit_test(a_bad_case_hides_no_other),
		cmocka_unit_test(ten_megabytes_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
