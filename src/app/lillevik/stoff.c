#include "app/lillevik/stoff.h"

#include "lib/arena.h"
#include "lib/log.h"

/* tool/embed, from innhold/ */
extern const unsigned char lillevik_json[];
extern const size_t lillevik_json_size;

static void let_go(void *json)
{
	json_decref(json);
}

json_t *stoff_read(struct arena *mem)
{
	json_error_t error;
	json_t *j = json_loadb((const char *)lillevik_json, lillevik_json_size,
	                       JSON_REJECT_DUPLICATES, &error);

	if (j == NULL)
		log_fatal("lillevik.json: line %d: %s", error.line, error.text);
	arena_undo(mem, let_go, j);
	return j;
}

json_t *stoff_get(const json_t *from, const char *name)
{
	json_t *j = json_object_get(from, name);

	if (j == NULL)
		log_fatal("lillevik.json has no \"%s\"", name);
	return j;
}

const char *stoff_text(const json_t *from, const char *name)
{
	const json_t *j = stoff_get(from, name);

	if (!json_is_string(j))
		log_fatal("lillevik.json: \"%s\" is no text", name);
	return json_string_value(j);
}
