/* All kinds, one battery: what is true of every row of kind_table.
 *
 * A new kind brings a row in kinds_examples.h, else the first test fails. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "app/aktivitet/aktivitet.h"
#include "arena_help.h"
#include "kinds_examples.h"
#include "kinds_help.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/utf8.h"
#include "payload.h"
#include "web/form.h"

static const struct example *example_of(const struct kind *k)
{
	for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
		if (strcmp(examples[i].kind, k->name) == 0)
			return &examples[i];
	fail_msg("%s has no row in examples[]", k->name);
	return NULL;
}

static json_t *parse(const char *example)
{
	struct buf b = buf_in(mem);
	json_t *j;

	for (const char *p = example; *p != '\0'; p++) {
		if (*p != '%') {
			buf_putc(&b, *p);
			continue;
		}
		for (long n = strtol(p + 1, (char **)&p, 10); n > 0; n--)
			buf_puts(&b, "å");
		p--;
	}
	j = json_loads(b.p, JSON_DECODE_ANY, NULL);
	assert_non_null(j);
	arena_undo(mem, (void (*)(void *))json_decref, j);
	return j;
}

static json_t *accepted(const struct kind *k, const json_t *in)
{
	const char *where = NULL, *error = NULL;
	json_t *out = kind_setup(k, in, &where, &error), *again;

	if (out == NULL)
		fail_msg("%s: %s: %s", k->name, where, error);
	again = kind_setup(k, out, &where, &error);
	assert_non_null(again);
	assert_true(json_equal(out, again));
	json_decref(again);
	arena_undo(mem, (void (*)(void *))json_decref, out);
	return out;
}

static void refused(const struct kind *k, const json_t *in)
{
	const char *where = NULL, *error = NULL;
	json_t *out = kind_setup(k, in, &where, &error);

	if (out != NULL)
		fail_msg("%s took %s", k->name, json_dumps(in, JSON_ENCODE_ANY));
	assert_non_null(where);
	assert_non_null(error);
	assert_true(strlen(error) > 0);
}

static void names_are_unique_and_ascii(void **state)
{
	(void)state;
	for (size_t i = 0; kind_table[i] != NULL; i++) {
		const struct kind *k = kind_table[i];

		example_of(k);
		assert_ptr_equal(kind_find(k->name), k);
		assert_int_equal(strspn(k->name, "abcdefghijklmnopqrstuvwxyz"), strlen(k->name));
		assert_true(k->fields != NULL && k->phone != NULL && k->wall != NULL);
		assert_true(k->result != NULL && k->edit != NULL);
		assert_true(strlen(k->label) > 0 && strlen(k->icon) > 0);
		assert_int_equal(k->answers, k->answer != NULL);
		assert_true(!k->answers || k->choice != NULL || k->texts);
		assert_int_equal(k->step != NULL, k->take_step != NULL);
		assert_int_equal(k->step != NULL, k->step_back != NULL);
		assert_int_equal(k->step_back != NULL, k->take_step_back != NULL);
	}
	assert_null(kind_find("quiz"));
	assert_null(kind_find(""));
}

static void least_and_most_are_accepted(void **state)
{
	(void)state;
	for (size_t i = 0; kind_table[i] != NULL; i++) {
		const struct example *e = example_of(kind_table[i]);
		json_t *least = accepted(kind_table[i], parse(e->least));
		json_t *most = parse(e->most);

		assert_true(json_equal(accepted(kind_table[i], most), most));
		assert_int_equal(json_object_size(least), json_object_size(most));
	}
}

static void wrong_configs_are_refused(void **state)
{
	static const char *const not_objects[] = { "[]", "null", "1", "true", "\"{}\"", NULL };

	(void)state;
	for (size_t i = 0; kind_table[i] != NULL; i++) {
		const struct example *e = example_of(kind_table[i]);
		json_t *extra = json_deep_copy(parse(e->most));

		for (size_t n = 0; n < 6 && e->refused[n] != NULL; n++)
			refused(kind_table[i], parse(e->refused[n]));
		for (size_t n = 0; not_objects[n] != NULL; n++)
			refused(kind_table[i], parse(not_objects[n]));
		json_object_set_new(extra, "ukjent", json_null());
		refused(kind_table[i], extra);
		json_decref(extra);
	}
}

/* A value of another type in any field is refused, and the field is named. */
static void wrong_types_are_refused(void **state)
{
	static const char *const values[] = { "null", "1.5", "{}", "[1]", "[[]]", "1e400",
	                                      "-1", "99999999999", "\"tekst\"", "true", NULL };

	(void)state;
	for (size_t i = 0; kind_table[i] != NULL; i++) {
		const json_t *most = parse(example_of(kind_table[i])->most);
		const char *name;
		json_t *was;

		json_object_foreach((json_t *)most, name, was) {
			for (size_t v = 0; values[v] != NULL; v++) {
				json_t *value = json_loads(values[v], JSON_DECODE_ANY, NULL);
				json_t *in = json_deep_copy(most);

				if (value == NULL || json_typeof(value) == json_typeof(was)) {
					json_decref(value);
				} else {
					json_object_set_new(in, name, value);
					refused(kind_table[i], in);
				}
				json_decref(in);
			}
		}
	}
}

/* Texts of any kind end as clean text, or are refused; a megabyte is refused. */
static void put_everywhere(const struct kind *k, const char *text)
{
	json_t *least = kind_setup(k, parse(example_of(k)->least), &(const char *){ NULL },
	                           &(const char *){ NULL });
	const char *name, *where, *error;
	json_t *was;

	json_object_foreach(least, name, was) {
		json_t *in = json_deep_copy(least), *out, *value = NULL;

		if (json_is_string(was))
			json_object_set_new(in, name, json_string(text));
		else if (json_is_array(was))
			json_array_set_new(json_object_get(in, name), 0, json_string(text));
		out = kind_setup(k, in, &where, &error);
		if (out != NULL && json_is_string(was))
			value = json_object_get(out, name);
		if (value != NULL)
			assert_string_equal(utf8_clean(mem, json_string_value(value), true),
			                    json_string_value(value));
		if (out != NULL)
			accepted(k, out);
		else
			assert_true(where[0] != '\0' && error != NULL);
		json_decref(out);
		json_decref(in);
	}
	json_decref(least);
}

static void any_text_is_cleaned_or_refused(void **state)
{
	char *huge = arena_get(mem, 1000001);

	(void)state;
	for (size_t i = 0; i < 1000000; i += 2)
		memcpy(huge + i, "å", 2);
	for (size_t i = 0; kind_table[i] != NULL; i++) {
		for (size_t p = 0; payloads[p] != NULL; p++)
			put_everywhere(kind_table[i], payloads[p]);
		for (size_t p = 0; difficult[p] != NULL; p++)
			put_everywhere(kind_table[i], difficult[p]);
		put_everywhere(kind_table[i], huge);
	}
}

/* What the editor draws comes back the same, also at the limits of every field. */
static void the_editor_gives_back_what_it_was_given(void **state)
{
	static const struct field fields[] = { KIND_FORM_FIELDS, { 0 } };

	(void)state;
	for (size_t i = 0; kind_table[i] != NULL; i++) {
		const struct kind *k = kind_table[i];
		const char *in[] = { example_of(k)->least, example_of(k)->most };

		for (size_t n = 0; n < 2; n++) {
			json_t *config = accepted(k, parse(in[n])), *made;
			struct out o = out_new(mem, LANG_NB);
			const char *sent;
			struct form f;

			if (k->picture)         /* has a page of its own */
				json_object_set_new(config, "bilde", json_string(""));
			k->edit(&o, config);
			sent = form_that_would_be_sent(mem, o.buf.p);
			assert_int_equal(form_read(mem, fields, sent, strlen(sent), &f), FORM_OK);
			made = kind_from_form(k, &f);
			assert_true(json_equal(accepted(k, made), config));
			json_decref(made);
		}
	}
}

/* A new item's form without a word in it must be told what is missing, if anything. */
static void an_empty_editor_is_a_config_or_a_message(void **state)
{
	static const struct field fields[] = { KIND_FORM_FIELDS, { 0 } };

	(void)state;
	for (size_t i = 0; kind_table[i] != NULL; i++) {
		const struct kind *k = kind_table[i];
		const char *where = NULL, *error = NULL, *sent;
		struct out o = out_new(mem, LANG_NN);
		json_t *none = kind_new_setup(k), *made, *out;
		struct form f;

		k->edit(&o, none);
		json_decref(none);
		assert_well_formed(o.buf.p);
		sent = form_that_would_be_sent(mem, o.buf.p);
		assert_int_equal(form_read(mem, fields, sent, strlen(sent), &f), FORM_OK);
		made = kind_from_form(k, &f);
		out = kind_setup(k, made, &where, &error);
		assert_true((out != NULL) == (strcmp(example_of(k)->least, "{}") == 0));
		assert_true(out != NULL || (where[0] != '\0' && error != NULL));
		json_decref(out);
		json_decref(made);
	}
}

static void words_of_ours_come_in_the_samlings_language(void **state)
{
	const struct kind *k = kind_find("dilemma");
	json_t *config = accepted(k, parse("{\"deler\": [\"x\"], \"groent\": \"Ja\"}"));
	const struct activity a = { .kind = k, .config = config };
	const char *value, *label;

	(void)state;
	assert_string_equal(k->question(config, 0), "");
	k->words(config, LANG_NB);
	assert_string_equal(k->question(config, 0), "Er det greit eller ikke greit?");
	assert_true(k->choice(&a, 0, 0, &value, &label));
	assert_string_equal(value, "roedt");
	assert_string_equal(label, "Ikke greit");
	assert_true(k->choice(&a, 0, 1, &value, &label));
	assert_string_equal(label, "Ja");
	assert_false(k->choice(&a, 0, 2, &value, &label));
}

/* ---- answers ---- */

static const char *answer(const struct kind *k, const json_t *config, bool choice,
                          const char *const *what, size_t n, const char **error)
{
	const struct activity a = { .kind = k, .config = (json_t *)config };
	const struct answer_form f = { .choice = choice ? what : NULL, .n_choice = choice ? n : 0,
	                               .text = choice ? NULL : what, .n_text = choice ? 0 : n };

	*error = NULL;
	return k->answer(mem, &a, 0, &f, error);
}

/* An answer is a message, or lines that are clean and not empty. */
static void check_answer(const struct kind *k, const json_t *config, bool choice,
                         const char *const *what, size_t n)
{
	const char *error, *value = answer(k, config, choice, what, n, &error);
	size_t lines = 1;

	if (value == NULL) {
		assert_non_null(error);
		return;
	}
	assert_null(error);
	assert_true(value[0] != '\0');
	for (const char *p = value; (p = strchr(p, '\n')) != NULL; p++) {
		assert_true(p[1] != '\n' && p[1] != '\0');
		lines++;
	}
	assert_true(lines <= n);
	if (choice && n == 1)
		assert_string_equal(value, what[0]);
	else if (!choice && n == 1)
		assert_string_equal(value, utf8_clean(mem, what[0], false));
}

static void answers_are_clean_or_refused(void **state)
{
	char *huge = arena_get(mem, 10001);

	(void)state;
	memset(huge, 'x', 10000);
	for (size_t i = 0; kind_table[i] != NULL; i++) {
		const struct kind *k = kind_table[i];
		const json_t *config = accepted(k, parse(example_of(k)->most));
		const char *many[16], *error;

		if (!k->answers)
			continue;
		assert_null(answer(k, config, true, NULL, 0, &error));
		assert_non_null(error);
		for (int choice = 0; choice < 2; choice++) {
			for (size_t p = 0; payloads[p] != NULL; p++)
				check_answer(k, config, choice, &payloads[p], 1);
			for (size_t p = 0; difficult[p] != NULL; p++)
				check_answer(k, config, choice, &difficult[p], 1);
			assert_null(answer(k, config, choice, (const char *[]){ huge }, 1, &error));
			assert_null(answer(k, config, choice, (const char *[]){ "\xff\xfe" }, 1,
			                   &error));
		}
		for (size_t m = 0; m < 16; m++)
			many[m] = arena_printf(mem, "%zu", m);
		assert_null(answer(k, config, false, many, 16, &error));
		assert_null(answer(k, config, true, many, 16, &error));
		assert_null(answer(k, config, true, (const char *[]){ "finnes ikke" }, 1, &error));
	}
}

static void a_person_says_the_same_once(void **state)
{
	const json_t *words = accepted(kind_find("ordsky"), parse("{\"spoersmaal\": \"x\"}"));
	const char *error;

	(void)state;
	assert_string_equal(answer(kind_find("ordsky"), words, false,
	                           (const char *[]){ "Tillit", " tillit ", "TILLIT!", "mot" }, 4,
	                           &error), "Tillit\nmot");
}

static void more_choices_than_one_may_take_are_refused(void **state)
{
	const struct kind *k = kind_find("flervalg");
	const json_t *config = accepted(k, parse("{\"spoersmaal\": \"x\", "
	                                         "\"valg\": [\"a\", \"b\", \"c\"], \"flere\": 2}"));
	const char *three[] = { "0", "1", "2" }, *error;

	(void)state;
	assert_string_equal(answer(k, config, true, three + 1, 2, &error), "1\n2");
	assert_null(answer(k, config, true, three, 3, &error));
	assert_non_null(error);
}

static void every_choice_can_be_given(void **state)
{
	(void)state;
	for (size_t i = 0; kind_table[i] != NULL; i++) {
		const struct kind *k = kind_table[i];
		const json_t *config = accepted(k, parse(example_of(k)->most));
		const struct activity a = { .kind = k, .config = (json_t *)config };
		const char *value, *label, *error;
		size_t n = 0;

		for (; k->choice != NULL && k->choice(&a, 0, n, &value, &label); n++) {
			assert_true(strlen(label) > 0 && strchr(value, '\n') == NULL);
			assert_string_equal(answer(k, config, true, &value, 1, &error), value);
			assert_null(error);
		}
		assert_true(k->choice == NULL || n >= 2 || k->load != NULL);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_ARENA(names_are_unique_and_ascii), IN_ARENA(least_and_most_are_accepted),
		IN_ARENA(wrong_configs_are_refused), IN_ARENA(wrong_types_are_refused),
		IN_ARENA(any_text_is_cleaned_or_refused),
		IN_ARENA(the_editor_gives_back_what_it_was_given),
		IN_ARENA(an_empty_editor_is_a_config_or_a_message),
		IN_ARENA(words_of_ours_come_in_the_samlings_language),
		IN_ARENA(answers_are_clean_or_refused), IN_ARENA(a_person_says_the_same_once),
		IN_ARENA(every_choice_can_be_given),
		IN_ARENA(more_choices_than_one_may_take_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
