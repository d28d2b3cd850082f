#include "app/aktivitet/slag/dilemmaer.h"

#include <string.h>

#include "lib/log.h"
#include "web/text.h"

extern const unsigned char dilemma_etikk[];
extern const size_t dilemma_etikk_size;

static const json_t *all(void)
{
	static json_t *file;

	if (file == NULL)
		file = json_loadb((const char *)dilemma_etikk, dilemma_etikk_size,
		                  JSON_REJECT_DUPLICATES, NULL);
	if (file == NULL)
		log_fatal("the library of dilemmas is not JSON");
	return json_object_get(file, "dilemmaer");
}

static const json_t *words_of(size_t i, enum lang lang)
{
	return json_object_get(json_array_get(all(), i), lang_code(lang));
}

static const char *text(const json_t *o, const char *name)
{
	const char *s = json_string_value(json_object_get(o, name));

	if (s == NULL)
		log_fatal("a dilemma of the library has no %s", name);
	return s;
}

size_t dilemmas(void)
{
	return json_array_size(all());
}

const char *dilemma_id(size_t i)
{
	return text(json_array_get(all(), i), "id");
}

const char *dilemma_title(size_t i, enum lang lang)
{
	return text(words_of(i, lang), "tittel");
}

struct fetched dilemma_fetch(json_t *config, enum lang lang, const char *id)
{
	static const char *const fields[] = { "spoersmaal", "deler", "foerste_igjen", "roedt",
	                                      "groent" };
	size_t i = 0;

	while (i < dilemmas() && strcmp(dilemma_id(i), id) != 0)
		i++;
	if (i == dilemmas())
		return (struct fetched){ 0 };
	for (size_t f = 0; f < sizeof fields / sizeof *fields; f++)
		json_object_set(config, fields[f], json_object_get(words_of(i, lang), fields[f]));
	return (struct fetched){ .title = dilemma_title(i, lang),
	                         .note = text(words_of(i, lang), "notat") };
}
