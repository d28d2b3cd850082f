#include "app/aktivitet/slag/valgoving.h"

#include <string.h>

#include "app/valg/oving.h"
#include "lib/buf.h"
#include "lib/log.h"
#include "web/text.h"

/* The files are ours: what is not there is a bug. */
static const char *text(const json_t *o, const char *name)
{
	const char *s = json_string_value(json_object_get(o, name));

	if (s == NULL)
		log_fatal("an election to practise on has no %s", name);
	return s;
}

/* As valglister.h reads them; the votes to *votes. */
static json_t *lists_of(const json_t *lists, struct buf *votes)
{
	struct buf b = { 0 };
	const json_t *list, *who;
	json_t *all;
	size_t i, k;

	buf_puts(&b, "");
	json_array_foreach(lists, i, list) {
		buf_printf(&b, "%s%s\n", i > 0 ? "\n" : "", text(list, "name"));
		json_array_foreach(json_object_get(list, "candidates"), k, who)
			buf_printf(&b, "%s %s\n", text(who, "name"), text(who, "gender"));
		if (json_object_get(list, "votes") != NULL)
			buf_printf(votes, "%s%s %lld", votes->n > 0 ? ", " : "",
			           text(list, "name"), (long long)
			           json_integer_value(json_object_get(list, "votes")));
	}
	all = json_string(b.p);
	buf_free(&b);
	return all;
}

static json_t *words_of(const json_t *note, enum lang lang, const char *votes)
{
	const json_t *words = json_object_get(note, lang_code(lang));
	struct buf b = { 0 };
	json_t *o;

	buf_puts(&b, "");
	if (votes[0] != '\0')
		buf_printf(&b, "%s %s\n\n", tr(lang, N_("Stemmene i øvelsen:")), votes);
	buf_printf(&b, "%s %s", tr(lang, N_("Svaret:")), text(words, "svar"));
	o = json_pack("{s:s, s:s, s:s}", "tittel", text(words, "tittel"), "tekst",
	              text(words, "oppgave"), "notat", b.p);
	buf_free(&b);
	return o;
}

static json_t *task_of(const json_t *in)
{
	const json_t *note = json_object_get(in, "note");
	struct buf votes = { 0 };
	json_t *o;

	buf_puts(&votes, "");
	o = json_pack("{s:s, s:s, s:O, s:o}", "id", text(in, "id"), "organ", text(in, "organ"),
	              "plasser", json_object_get(in, "seats"),
	              "lister", lists_of(json_object_get(in, "lists"), &votes));
	for (enum lang l = 0; l < LANG__MAX; l++)
		json_object_set_new(o, lang_code(l), words_of(note, l, votes.p));
	buf_free(&votes);
	return o;
}

static const json_t *all(void)
{
	static json_t *tasks;

	if (tasks != NULL)
		return tasks;
	tasks = json_array();
	for (size_t i = 0; i < OVING_TASKS; i++) {
		json_t *file = json_loadb((const char *)oving_files[i].text, *oving_files[i].n,
		                          JSON_REJECT_DUPLICATES, NULL);
		const json_t *in = json_array_get(file, 0);

		if (json_array_size(json_object_get(in, "lists")) > 0)
			json_array_append_new(tasks, task_of(in));
		json_decref(file);
	}
	return tasks;
}

size_t valgovinger(void)
{
	return json_array_size(all());
}

const char *valgoving_id(size_t i)
{
	return text(json_array_get(all(), i), "id");
}

const char *valgoving_title(size_t i, enum lang lang)
{
	return text(json_object_get(json_array_get(all(), i), lang_code(lang)), "tittel");
}

struct fetched valgoving_fetch(json_t *config, enum lang lang, const char *id)
{
	static const char *const fields[] = { "organ", "plasser", "lister" };
	const json_t *task, *words;
	size_t i = 0;

	while (i < valgovinger() && strcmp(valgoving_id(i), id) != 0)
		i++;
	if (i == valgovinger())
		return (struct fetched){ 0 };
	task = json_array_get(all(), i);
	words = json_object_get(task, lang_code(lang));
	for (size_t f = 0; f < sizeof fields / sizeof *fields; f++)
		json_object_set(config, fields[f], json_object_get(task, fields[f]));
	json_object_set(config, "tekst", json_object_get(words, "tekst"));
	return (struct fetched){ .title = text(words, "tittel"), .note = text(words, "notat") };
}
