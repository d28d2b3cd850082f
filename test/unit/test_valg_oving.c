/* The training set: every answer is right, in both languages, and every task opens its page. */
#include "valg_scene.h"

#include <stdio.h>
#include <stdlib.h>

#include "app/valg/oving.h"
#include "app/valg/sak.h"
#include "lib/buf.h"
#include "rules/moete/medlemstall.h"

static void agrees(void *n_case, const struct saksfil_answer *a)
{
	char where[200];

	(*(size_t *)n_case)++;
	if (a->error != NULL)
		fail_msg("%s", a->error);
	if (!sak_agrees(json_object_get(a->in, "expected"), json_object_get(a->json, "result"),
	                where, sizeof where))
		fail_msg("%s: %s", json_string_value(json_object_get(a->json, "id")), where);
}

static void every_case_is_settled_as_its_file_expects(void **state)
{
	(void)state;
	for (size_t i = 0; i < OVING_TASKS; i++) {
		size_t n = 0;

		sak_each((const char *)oving_files[i].text, *oving_files[i].n, agrees, &n);
		assert_true(n > 0);
	}
}

/* As a case says it, so that a file without is no task. */
static void every_case_expects_something(void **state)
{
	(void)state;
	for (size_t i = 0; i < OVING_TASKS; i++) {
		json_t *all = json_loadb((const char *)oving_files[i].text, *oving_files[i].n, 0,
		                         NULL), *in;
		size_t k;

		json_array_foreach(all, k, in)
			assert_true(json_object_size(json_object_get(in, "expected")) > 0);
		json_decref(all);
	}
}

static void the_votes_of_a_task_are_those_of_its_council(void **state)
{
	(void)state;
	for (size_t i = 0; i < OVING_TASKS; i++) {
		json_t *all = json_loadb((const char *)oving_files[i].text, *oving_files[i].n, 0,
		                         NULL), *in = json_array_get(all, 0), *list;
		json_int_t n = json_integer_value(json_object_get(in, "blank"));
		size_t k;

		json_array_foreach(json_object_get(in, "lists"), k, list)
			n += json_integer_value(json_object_get(list, "votes"));
		if (n > 0)
			assert_int_equal(n, json_integer_value(json_object_get(
			                 json_object_get(in, "note"), "medlemmer")));
		json_decref(all);
	}
}

/* ",Hemnes,Hemnes,18,4432,": the population is the fifth column. */
static int64_t population(const char *csv, const char *council)
{
	const char *at = strstr(csv, site_path(t, ",%s,", council));

	assert_non_null(at);
	for (int comma = 0; comma < 4; comma++)
		at = strchr(at, ',') + 1;
	return strtoll(at, NULL, 10);
}

static void a_council_is_as_large_as_the_act_asks(void **state)
{
	FILE *f = fopen(KOMMUNER, "r");
	struct buf csv = buf_in(t->mem);
	char part[4096];

	(void)state;
	assert_non_null(f);
	for (size_t n; (n = fread(part, 1, sizeof part, f)) > 0;)
		buf_add(&csv, part, n);
	fclose(f);
	for (size_t i = 0; i < OVING_TASKS; i++) {
		json_t *all = json_loadb((const char *)oving_files[i].text, *oving_files[i].n, 0,
		                         NULL);
		const json_t *note = json_object_get(json_array_get(all, 0), "note");
		const char *council = json_string_value(json_object_get(note, "kommune"));

		assert_int_equal(medlemstall_check(LEVEL_KOMMUNE, population(csv.p, council),
			(size_t)json_integer_value(json_object_get(note, "medlemmer"))),
			MEDLEMSTALL_OK);
		json_decref(all);
	}
}

static void encode(struct buf *b, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		buf_printf(b, "%%%02X", (unsigned)(unsigned char)s[i]);
}

/* Between `before` and the next quotation mark; *p goes past it. */
static const char *quoted(const char **p, const char *before, size_t *n)
{
	const char *at = strstr(*p, before);

	if (at == NULL)
		return NULL;
	at += strlen(before);
	*n = strcspn(at, "\"");
	*p = at + *n;
	return at;
}

/* The address that the next form of the page leads to, as a browser makes it. */
static const char *next_form(const char **p)
{
	struct buf b = buf_in(t->mem);
	size_t n = 0;
	const char *at = quoted(p, "<form method=\"get\" action=\"", &n), *end;

	assert_non_null(at);
	buf_printf(&b, "%.*s?", (int)n, at);
	end = strstr(*p, "</form>");
	for (;;) {
		const char *next = *p, *name = quoted(&next, "type=\"hidden\" name=\"", &n);

		if (name == NULL || name > end)
			break;
		buf_printf(&b, "&%.*s=", (int)n, name);
		at = quoted(&next, "value=\"", &n);
		encode(&b, at, n);
		*p = next;
	}
	return b.p;
}

static void every_task_opens_the_page_that_settles_it(void **state)
{
	static const char *const says[OVING_TASKS] = {
		"sisteplass", "Her må det trekkes lodd", "rykker opp foran", "Hva om",
		"så langt det er mulig", "Loven sier ikke hva som skjer da",
		"Kravet er absolutt her", "Kandidater kan bare stå på egen",
		"Her må det trekkes lodd", "rykker opp foran",
	};
	const char *p = page("/valg/oving");

	(void)state;
	p = strstr(p, "<ol class=\"valgoving\"");
	assert_non_null(p);
	for (size_t i = 0; i < OVING_TASKS; i++)
		assert_in(page(next_form(&p)), says[i]);
}

static void tasks_and_answers_are_in_both_languages(void **state)
{
	const char *p = page("/valg/oving");

	(void)state;
	assert_in(p, "Hvem får den fjerde plassen?");
	assert_in(p, "/lov/kommuneloven/7-6");
	assert_in(p, "Røst, 11 medlemmer");
	secretary.lang = "nn";
	p = page("/valg/oving");
	secretary.lang = NULL;
	assert_in(p, "Kven får den fjerde plassen?");
	assert_in(p, "Færder, 39 medlemer");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_case_is_settled_as_its_file_expects),
		cmocka_unit_test(every_case_expects_something),
		cmocka_unit_test(the_votes_of_a_task_are_those_of_its_council),
		cmocka_unit_test(a_council_is_as_large_as_the_act_asks),
		cmocka_unit_test(every_task_opens_the_page_that_settles_it),
		cmocka_unit_test(tasks_and_answers_are_in_both_languages),
	};

	return cmocka_run_group_tests(tests, valg_scene_open, valg_scene_close);
}
