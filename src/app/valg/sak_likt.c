/* sak_likt.c - does an answer agree with what was expected of it? */
#include <stdio.h>
#include <string.h>

#include "app/valg/sak.h"

/* Fields whose elements have no order. */
static bool is_set(const char *name)
{
	static const char *const sets[] = { "flags", "reasons", "warnings", "outcomes", "among",
	                                    "ties", "alternatives" };

	for (size_t i = 0; i < sizeof sets / sizeof *sets; i++)
		if (strcmp(name, sets[i]) == 0)
			return true;
	return false;
}

static bool same(const char *name, const json_t *expected, const json_t *got);

static bool same_object(const json_t *expected, const json_t *got)
{
	const char *key;
	json_t *v;

	if (json_object_size(expected) != json_object_size(got))
		return false;
	json_object_foreach((json_t *)expected, key, v)
		if (!same(key, v, json_object_get(got, key)))
			return false;
	return true;
}

/* Each expected element has one of its own; sets of cases are small. */
static bool same_set(const char *name, const json_t *expected, const json_t *got)
{
	json_t *left = json_copy((json_t *)got);
	bool all = true;

	for (size_t i = 0; all && i < json_array_size(expected); i++) {
		size_t k = 0;

		while (k < json_array_size(left) &&
		       !same(name, json_array_get(expected, i), json_array_get(left, k)))
			k++;
		all = k < json_array_size(left);
		if (all)
			json_array_remove(left, k);
	}
	json_decref(left);
	return all;
}

static bool same_array(const char *name, const json_t *expected, const json_t *got)
{
	if (json_array_size(expected) != json_array_size(got))
		return false;
	if (is_set(name))
		return same_set(name, expected, got);
	for (size_t i = 0; i < json_array_size(expected); i++)
		if (!same(name, json_array_get(expected, i), json_array_get(got, i)))
			return false;
	return true;
}

static bool same(const char *name, const json_t *expected, const json_t *got)
{
	if (got == NULL || json_typeof(expected) != json_typeof(got))
		return false;
	if (json_is_object(expected))
		return same_object(expected, got);
	if (json_is_array(expected))
		return same_array(name, expected, got);
	return json_equal(expected, got);
}

bool sak_agrees(const json_t *expected, const json_t *result, char *where, size_t n)
{
	const char *key;
	json_t *v;

	json_object_foreach((json_t *)expected, key, v)
		if (!same(key, v, json_object_get(result, key))) {
			snprintf(where, n, "%s", key);
			return false;
		}
	return true;
}
