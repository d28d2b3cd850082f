#include "app/regler/regelstoff.h"

#include "lib/arena.h"
#include "lib/log.h"
#include "web/text.h"

json_t *regelstoff_open(const char *name, const unsigned char *text, size_t n)
{
	json_t *all = json_loadb((const char *)text, n, JSON_REJECT_DUPLICATES, NULL);

	if (all == NULL)
		log_fatal("innhold/%s cannot be read", name);
	return all;
}

const char *regelstoff_text(struct arena *mem, const json_t *o, const char *name)
{
	const char *s = json_string_value(json_object_get(o, name));

	if (s == NULL)
		log_fatal("a file of innhold/ lacks a text: %s", name);
	return arena_strdup(mem, s);
}

const char *regelstoff_words(struct arena *mem, enum lang lang, const json_t *o)
{
	return regelstoff_text(mem, o, lang_code(lang));
}

static enum lov provision(const json_t *key)
{
	const char *name = json_string_value(key);
	const enum lov lov = name == NULL ? LOV__MAX : lov_find(name);

	if (lov == LOV__MAX)
		log_fatal("a file of innhold/ names a section that is not in lov/: %s",
		          name == NULL ? "" : name);
	return lov;
}

size_t regelstoff_lov(struct arena *mem, const json_t *keys, const enum lov **out)
{
	const size_t n = json_array_size(keys);
	enum lov *lov = arena_array(mem, n, sizeof *lov);

	for (size_t i = 0; i < n; i++) {
		const enum lov one = provision(json_array_get(keys, i));
		size_t at = i;

		for (; at > 0 && lov[at - 1] > one; at--)
			lov[at] = lov[at - 1];
		lov[at] = one;
	}
	*out = lov;
	return n;
}
