/* test_habilitet_saker.c - the library of cases and that of dilemmas: every one of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "app/aktivitet/aktivitet.h"
#include "app/aktivitet/slag/dilemmaer.h"
#include "app/aktivitet/slag/felles.h"
#include "app/habilitet/bibliotek.h"
#include "arena_help.h"
#include "lib/arena.h"
#include "lib/utf8.h"
#include "web/text.h"

#define N(a) (sizeof(a) / sizeof(a)[0])
#define CASES_LEAST 44
#define DILEMMAS_LEAST 8
#define TITLE_MAX 60
#define NOTE_MAX 2000           /* FIL_NOTE_MAX */

typedef void (*look_fn)(const struct library_case *);

static void at_every_case(look_fn look)
{
	size_t n;
	const struct library_case *c = library_cases(&n);

	for (size_t i = 0; i < n; i++)
		look(&c[i]);
}

/* Every text that people read of a case, in one form. */
static size_t texts_of(const struct library_case *c, enum lang lang, const char *out[12])
{
	const struct library_words *w = &c->words[lang];
	const char *texts[] = { w->title, w->text, w->why, w->talk[0], w->talk[1],
	                        c->question[lang], c->verdict[lang], c->theme->name[lang] };

	memcpy(out, texts, sizeof texts);
	for (size_t i = 0; i < c->n_choice; i++)
		out[N(texts) + i] = c->choice[i].label[lang];
	return N(texts) + c->n_choice;
}

/* ---- what there is ---- */

static void there_are_many_and_each_has_a_name_of_its_own(void **state)
{
	size_t n;
	const struct library_case *c = library_cases(&n);

	(void)state;
	assert_true(n >= CASES_LEAST);
	for (size_t i = 0; i < n; i++) {
		assert_true(strlen(c[i].id) > 0 && strlen(c[i].id) <= LIBRARY_ID_MAX);
		assert_int_equal(strspn(c[i].id, "abcdefghijklmnopqrstuvwxyz0123456789-"),
		                 strlen(c[i].id));
		assert_ptr_equal(library_find(c[i].id), &c[i]);
		assert_true(utf8_length(c[i].words[LANG_NB].title) <= TITLE_MAX);
		assert_true(utf8_length(c[i].words[LANG_NN].title) <= TITLE_MAX);
	}
	assert_null(library_find("finnes-ikke"));
	assert_null(library_find(""));
}

/* Every theme, certainty and outcome is there to be practised, and Torunn comes back. */
static void all_sides_are_there(void **state)
{
	static const char *const answers[] = { "habil", "habil_unntak", "inhabil_automatisk",
		"inhabil_saerregel", "inhabil_avledet", "skjonn", "alle_moter", "de_ovrige" };
	size_t n, sure[LIBRARY_CERTAINTY__MAX] = { 0 }, torunn = 0, themes = 0;
	const struct library_case *c = library_cases(&n);

	(void)state;
	for (size_t i = 0; i < n; i++) {
		sure[c[i].certainty]++;
		themes += i == 0 || c[i].theme != c[i - 1].theme;
		torunn += strstr(c[i].words[LANG_NB].text, "Torunn Brattskjær") != NULL;
	}
	assert_int_equal(themes, n_library_files);
	assert_true(sure[SURE_LAW] > 5 && sure[SURE_SOURCE] > 5 && sure[SURE_OURS] > 5);
	assert_true(torunn >= 15);
	for (size_t a = 0; a < N(answers); a++) {
		size_t i = 0;

		while (i < n && strcmp(c[i].answer, answers[a]) != 0)
			i++;
		if (i == n)
			fail_msg("no case is %s", answers[a]);
	}
}

/* ---- each case ---- */

static size_t sentences(const char *text)
{
	size_t n = 0;

	for (const char *p = text; *p != '\0'; p++)
		n += strchr(".?!", *p) != NULL && (p[1] == ' ' || p[1] == '\0' || p[1] == '\xc2');
	return n;
}

static void look_at_words(const struct library_case *c)
{
	const char *nb[12], *nn[12];
	const size_t n = texts_of(c, LANG_NB, nb);

	assert_int_equal(texts_of(c, LANG_NN, nn), n);
	for (size_t i = 0; i < n; i++) {
		assert_true(strlen(nb[i]) > 0 && strlen(nn[i]) > 0);
		assert_string_equal(utf8_clean(mem, nb[i], true), nb[i]);
		assert_string_equal(utf8_clean(mem, nn[i], true), nn[i]);
	}
	for (enum lang l = 0; l < LANG__MAX; l++) {
		const struct library_words *w = &c->words[l];

		if (sentences(w->text) < 3 || sentences(w->text) > 7)
			fail_msg("%s: %zu sentences", c->id, sentences(w->text));
		for (size_t t = 0; t < 2; t++)
			assert_int_equal(w->talk[t][strlen(w->talk[t]) - 1], '?');
		assert_true(wall_size(w->text, 25) <= 3);       /* it can be read in a hall */
	}
	assert_string_not_equal(c->words[LANG_NB].text, c->words[LANG_NN].text);
	assert_string_not_equal(c->words[LANG_NB].why, c->words[LANG_NN].why);
}

static void every_text_stands_in_both_forms(void **state)
{
	(void)state;
	at_every_case(look_at_words);
}

static void look_at_sections(const struct library_case *c)
{
	enum lov lov[LOV__MAX];
	const size_t n = library_sections(c, lov);

	if (n == 0)
		fail_msg("%s stands on nothing", c->id);
	for (size_t i = 0; i < n; i++)
		assert_non_null(lov_row(lov[i], NULL));
	for (size_t i = 0; i < c->n_rule; i++)
		assert_true(rule_in_force(c->rule[i], NULL));
}

static void every_case_stands_on_sections_in_force(void **state)
{
	(void)state;
	at_every_case(look_at_sections);
}

/* What weighs each way is the rules' own; a word of ours would be shown as it is written. */
static void look_at_assessment(const struct library_case *c)
{
	static const char *const verdicts[] = { "er inhabil", "er habil", "blir inhabil",
		"gjør ham inhabil", "gjør henne inhabil", "gjer han inhabil", "gjer henne inhabil",
		"må gå fra", "må gå frå", "bør gå fra", "bør gå frå", "kan bli sittende",
		"kan bli sitjande", "riktig", "rett svar", "fasit" };

	assert_int_equal(c->body_assesses, strcmp(c->answer, "skjonn") == 0);
	assert_int_equal(c->body_assesses, c->n_factor > 0);
	for (size_t i = 0; i < c->n_factor; i++)
		assert_ptr_not_equal(c->factor[i].nb, c->factor[i].key);
	for (enum lang l = 0; c->body_assesses && l < LANG__MAX; l++) {
		const struct library_words *w = &c->words[l];
		const char *texts[] = { w->title, w->why, w->talk[0], w->talk[1], c->verdict[l] };

		for (size_t t = 0; t < N(texts); t++)
			for (size_t v = 0; v < N(verdicts); v++)
				if (strstr(texts[t], verdicts[v]) != NULL)
					fail_msg("%s: %s", c->id, texts[t]);
		if (strstr(w->why, "vurder") == NULL)
			fail_msg("%s: %s", c->id, w->why);
	}
}

static void where_the_body_assesses_nothing_is_concluded(void **state)
{
	(void)state;
	at_every_case(look_at_assessment);
}

static void look_at_choices(const struct library_case *c)
{
	assert_true(c->n_choice >= 2 && c->n_choice <= LIBRARY_CHOICES_MAX);
	for (size_t i = 0; i < c->n_choice; i++)
		for (size_t k = 0; k < i; k++) {
			assert_string_not_equal(c->choice[i].key, c->choice[k].key);
			for (enum lang l = 0; l < LANG__MAX; l++)
				assert_string_not_equal(c->choice[i].label[l],
				                        c->choice[k].label[l]);
		}
}

static void choices_differ(void **state)
{
	(void)state;
	at_every_case(look_at_choices);
}

/* ---- the files ---- */

static const char *told(const json_t *o, const char *name)
{
	const char *s = json_string_value(json_object_get(o, name));

	assert_non_null(s);
	return s;
}

/* The answer that the author expected, beside what the rules made of the facts. */
static void the_rules_agree_with_the_files(void **state)
{
	size_t n, at = 0, k;
	const struct library_case *c = library_cases(&n);
	json_t *one;

	(void)state;
	for (size_t f = 0; f < n_library_files; f++) {
		json_t *file = json_loadb((const char *)library_files[f].text, *library_files[f].n,
		                          JSON_REJECT_DUPLICATES, NULL);

		json_array_foreach(json_object_get(file, "saker"), k, one) {
			assert_true(at < n);
			assert_string_equal(told(one, "id"), c[at].id);
			if (strcmp(told(one, "answer"), c[at].answer) != 0)
				fail_msg("%s: %s, and the rules say %s", c[at].id,
				         told(one, "answer"), c[at].answer);
			assert_string_equal(told(one, "sikkerhet"),
			                    library_certainty_key(c[at].certainty));
			assert_null(json_object_get(one, "lean"));
			assert_int_equal(json_array_size(json_object_get(
				json_object_get(one, "nb"), "samtale")), 2);
			at++;
		}
		json_decref(file);
	}
	assert_int_equal(at, n);
}

/* ---- in a samling ---- */

static void a_samling_has_the_case_in_its_own_form(void **state)
{
	const struct kind *k = kind_find("habilitetssak");
	const struct library_case *c = library_find("femten-dager-etterpaa");
	json_t *config = json_pack("{s:s}", "sak", c->id);
	const struct activity a = { .kind = k, .config = config };
	const char *value, *label;

	(void)state;
	for (enum lang l = 0; l < LANG__MAX; l++) {
		k->words(config, l);
		assert_string_equal(k->question(config, 0), c->question[l]);
		assert_string_equal(k->story(config, 0), c->words[l].text);
		for (size_t i = 0; i < c->n_choice; i++) {
			assert_true(k->choice(&a, 0, i, &value, &label));
			assert_string_equal(value, c->choice[i].key);
			assert_string_equal(label, c->choice[i].label[l]);
		}
		assert_false(k->choice(&a, 0, c->n_choice, &value, &label));
	}
	assert_false(kind_follows(k, k));       /* another case has another answer */
	json_decref(config);
}

/* ---- dilemmas ---- */

static void dilemmas_are_what_the_kind_takes(void **state)
{
	const char *where, *error;

	(void)state;
	assert_true(dilemmas() >= DILEMMAS_LEAST);
	for (size_t i = 0; i < dilemmas(); i++)
		for (enum lang l = 0; l < LANG__MAX; l++) {
			json_t *config = json_object(), *taken;
			const struct fetched got = dilemma_fetch(config, l, dilemma_id(i));

			assert_string_equal(got.title, dilemma_title(i, l));
			assert_true(utf8_length(got.title) <= TITLE_MAX);
			assert_in_range(utf8_length(got.note), 100, NOTE_MAX);
			taken = kind_setup(kind_find("dilemma"), config, &where, &error);
			assert_non_null(taken);
			assert_true(json_equal(taken, config));
			assert_in_range(config_n(config, "deler"), 2, 6);
			assert_true(config_flag(config, "foerste_igjen"));
			for (size_t k = 0; k < i; k++)
				assert_string_not_equal(dilemma_id(i), dilemma_id(k));
			json_decref(taken);
			json_decref(config);
		}
}

static void a_dilemma_that_is_not_there_changes_nothing(void **state)
{
	json_t *config = json_pack("{s:s}", "spoersmaal", "Greit?");
	const struct fetched got = dilemma_fetch(config, LANG_NB, "finnes-ikke");

	(void)state;
	assert_null(got.title);
	assert_null(got.note);
	assert_int_equal(json_object_size(config), 1);
	json_decref(config);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_ARENA(there_are_many_and_each_has_a_name_of_its_own),
		IN_ARENA(all_sides_are_there), IN_ARENA(every_text_stands_in_both_forms),
		IN_ARENA(every_case_stands_on_sections_in_force),
		IN_ARENA(where_the_body_assesses_nothing_is_concluded), IN_ARENA(choices_differ),
		IN_ARENA(the_rules_agree_with_the_files),
		IN_ARENA(a_samling_has_the_case_in_its_own_form),
		IN_ARENA(dilemmas_are_what_the_kind_takes),
		IN_ARENA(a_dilemma_that_is_not_there_changes_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
