#include "valg_sak_help.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/valg/sak.h"

static void take(void *arg, const struct sak_answer *a)
{
	struct answers *to = arg;

	json_array_append(to->all, a->json);
	buf_puts(&to->text, a->text);
	if (a->error != NULL && to->wrong++ == 0)
		snprintf(to->error, sizeof to->error, "%s", a->error);
}

struct answers answer_bytes(const char *bytes, size_t n)
{
	struct answers a = { .all = json_array() };

	buf_puts(&a.text, "");
	sak_each(bytes, n, take, &a);
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

const json_t *answer_result(const struct answers *a, size_t i)
{
	return json_object_get(json_array_get(a->all, i), "result");
}
