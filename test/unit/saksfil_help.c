#include "saksfil_help.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void take(void *arg, const struct saksfil_answer *a)
{
	struct answers *to = arg;

	json_array_append(to->all, a->json);
	buf_puts(&to->text, a->text);
	if (a->error != NULL && to->wrong++ == 0)
		snprintf(to->error, sizeof to->error, "%s", a->error);
}

static struct answers none_yet(void)
{
	struct answers a = { .all = json_array() };

	buf_puts(&a.text, "");
	return a;
}

struct answers answer_bytes(const char *bytes, size_t n)
{
	struct answers a = none_yet();

	cases_each(bytes, n, take, &a);
	return a;
}

char *json_of(const char *text)
{
	char *json = strdup(text);

	for (char *c = json; *c != '\0'; c++)
		if (*c == '\'')
			*c = '"';
	return json;
}

struct answers answer(const char *text)
{
	char *json = json_of(text);
	struct answers a = answer_bytes(json, strlen(json));

	free(json);
	return a;
}

void answers_free(struct answers *a)
{
	json_decref(a->all);
	buf_free(&a->text);
}

void cases_of_file(const char *path, cases_take *each, void *arg)
{
	struct buf text = { 0 };

	assert_true(saksfil_load(path, &text));
	cases_each(text.p, text.n, each, arg);
	buf_free(&text);
}

struct answers answers_of_file(const char *path)
{
	struct answers a = none_yet();

	cases_of_file(path, take, &a);
	return a;
}

void cases_of_manual(const char *path, cases_take *each, void *arg)
{
	static const char begin[] = "```json\n", end[] = "\n```";
	struct buf text = { 0 };
	const char *rest;

	assert_true(saksfil_load(path, &text));
	rest = text.p;
	for (const char *at; (at = strstr(rest, begin)) != NULL; rest = strstr(at, end) + 1) {
		at += strlen(begin);
		assert_non_null(strstr(at, end));
		cases_each(at, (size_t)(strstr(at, end) - at), each, arg);
	}
	buf_free(&text);
}
