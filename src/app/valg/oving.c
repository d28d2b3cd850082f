#include "app/valg/oving.h"

#include <jansson.h>
#include <string.h>

#include "app/valg/oving.html.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/log.h"
#include "web/text.h"

#define FILE_OF(name) extern const unsigned char name[]; extern const size_t name##_size

FILE_OF(oving_01_siste_plass);
FILE_OF(oving_02_lodd);
FILE_OF(oving_03_opprykk);
FILE_OF(oving_04_fellesliste);
FILE_OF(oving_05_saa_langt_mulig);
FILE_OF(oving_06_for_kort_liste);
FILE_OF(oving_07_avtalevalg);
FILE_OF(oving_08_listekontroll);
FILE_OF(oving_09_lodd_mellom_to);
FILE_OF(oving_10_stort_formannskap);

#define ROW(name) { name, &name##_size }

const struct oving_file oving_files[OVING_TASKS] = {
	ROW(oving_01_siste_plass), ROW(oving_02_lodd), ROW(oving_03_opprykk),
	ROW(oving_04_fellesliste), ROW(oving_05_saa_langt_mulig), ROW(oving_06_for_kort_liste),
	ROW(oving_07_avtalevalg), ROW(oving_08_listekontroll), ROW(oving_09_lodd_mellom_to),
	ROW(oving_10_stort_formannskap),
};

/* The files are ours: what is not there is a bug. */
static const char *text(struct arena *mem, const json_t *o, const char *name)
{
	const char *s = json_string_value(json_object_get(o, name));

	if (s == NULL)
		log_fatal("a training task has no %s", name);
	return arena_strndup(mem, s, strlen(s));
}

static const char *names(struct arena *mem, const json_t *candidates)
{
	struct buf b = buf_in(mem);
	size_t i;
	json_t *c;

	json_array_foreach(candidates, i, c)
		buf_printf(&b, "%s%s, %s", i > 0 ? "\n" : "", text(mem, c, "name"),
		           text(mem, c, "gender"));
	return b.p;
}

static void add(struct oving_task *t, struct oving_field *field, const char *name,
                const char *value)
{
	field[t->n_field++] = (struct oving_field){ name, value };
}

/* The fields of the page: the body and the lists, and what the note adds. */
static void fields(struct arena *mem, const json_t *in, const json_t *note, struct oving_task *t)
{
	const json_t *lists = json_object_get(in, "lists"), *more = json_object_get(note, "felt");
	struct oving_field *field = arena_array(mem, 4 + 3 * json_array_size(lists) +
	                                        json_object_size(more), sizeof *field);
	const char *name;
	json_t *v;
	size_t i;

	t->field = field;
	add(t, field, "organ", text(mem, in, "organ"));
	add(t, field, "kommune", t->council);
	add(t, field, "plasser", arena_printf(mem, "%lld", (long long)
	    json_integer_value(json_object_get(in, "seats"))));
	if (json_object_get(in, "blank") != NULL)
		add(t, field, "blanke", arena_printf(mem, "%lld", (long long)
		    json_integer_value(json_object_get(in, "blank"))));
	json_array_foreach(lists, i, v) {
		const json_t *votes = json_object_get(v, "votes");

		add(t, field, "liste", text(mem, v, "name"));
		add(t, field, "stemmer", votes == NULL ? "" : arena_printf(mem, "%lld",
		    (long long)json_integer_value(votes)));
		add(t, field, "navn", names(mem, json_object_get(v, "candidates")));
	}
	json_object_foreach((json_t *)more, name, v)
		add(t, field, arena_strndup(mem, name, strlen(name)), text(mem, more, name));
}

static void sections(struct arena *mem, const json_t *keys, struct oving_task *t)
{
	enum rule *rule = arena_array(mem, json_array_size(keys), sizeof *rule);
	enum lov *lov = arena_array(mem, LOV__MAX, sizeof *lov);
	size_t i;
	json_t *key;

	json_array_foreach(keys, i, key) {
		rule[i] = rule_find(json_string_value(key));
		if (rule[i] == RULE__MAX)
			log_fatal("no rule %s", json_string_value(key));
	}
	t->lov = lov;
	t->n_lov = lov_of_rules(rule, i, lov);
}

static struct oving_task read_task(struct arena *mem, enum lang lang, const struct oving_file *f)
{
	struct oving_task t = { 0 };
	json_t *all = json_loadb((const char *)f->text, *f->n, JSON_REJECT_DUPLICATES, NULL);
	const json_t *in = json_array_get(all, 0), *note = json_object_get(in, "note");
	const json_t *words = json_object_get(note, lang_code(lang));

	t.council = text(mem, note, "kommune");
	t.members = (int)json_integer_value(json_object_get(note, "medlemmer"));
	t.title = text(mem, words, "tittel");
	t.task = text(mem, words, "oppgave");
	t.answer = text(mem, words, "svar");
	t.source = text(mem, in, "source");
	t.page = strcmp(text(mem, in, "method"), "avtalevalg") == 0 ? "/valg/avtalevalg"
	                                                            : "/valg/forholdsvalg";
	fields(mem, in, note, &t);
	sections(mem, json_object_get(note, "regler"), &t);
	json_decref(all);
	return t;
}

enum outcome oving_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);
	struct oving_task *task = arena_array(r->mem, OVING_TASKS, sizeof *task);

	for (size_t i = 0; i < OVING_TASKS; i++)
		task[i] = read_task(r->mem, r->lang, &oving_files[i]);
	t_oving(&o, r->mem, task);
	return page_framed(r, &(struct frame_text){ .title = tr(r->lang, N_("Øv på valg")),
	                   .css = "full.css", .html_class = "forvaltning" }, out_html(&o));
}
