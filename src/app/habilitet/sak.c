#include "app/habilitet/sak.h"

#include <string.h>

#include "app/habilitet/sak_inside.h"
#include "lib/arena.h"
#include "lib/tid.h"

#define STORY_BYTES_MAX 2000

/* The last of these are its author's notes. */
static const char *const fields[] = { "id", "facts", "date", "sikkerhet", "answer", "sections",
                                      "grounds", "factors", "reason", "source", "lean", "note",
                                      NULL };

static void read_date(struct habil_case *c)
{
	const char *date = les_text(&c->les, c->in, "", "date", false);

	c->date = *date != '\0' ? date : NULL;
	if (c->date != NULL && !tid_is_date(date)) {
		les_fail(&c->les, "date", LES_NO_LOV,
		         "Her skal det stå en dato, for eksempel \"2026-11-22\".");
		return;
	}
	c->set = habil_set_of(c->date);
	if (c->set == NULL || !c->set->written)
		les_fail(&c->les, "date", KOML_11_10_1, "Vi har ikke reglene som gjaldt den "
		         "dagen. De eldste vi har, er fra %s.", habil_sets[0].from);
}

/* A story may have lines, and be longer than a name. */
static void read_story(struct habil_case *c, const json_t *facts)
{
	const json_t *v = json_object_get(facts, "tekst");

	if (v == NULL)
		return;
	if (!json_is_string(v))
		les_fail(&c->les, "facts.tekst", LES_NO_LOV,
		         "Her skal det stå en tekst, i anførselstegn.");
	else if (json_string_length(v) > STORY_BYTES_MAX)
		les_fail(&c->les, "facts.tekst", LES_NO_LOV,
		         "Teksten kan ikke være lengre enn %d tegn.", STORY_BYTES_MAX);
	else
		c->story = json_string_value(v);
}

static void read_type(struct habil_case *c, const json_t *facts)
{
	const char *type = les_text(&c->les, facts, "facts", "type", false);

	c->procedure = strcmp(type, "prosedyre") == 0;
	if (*type != '\0' && !c->procedure && strcmp(type, "habilitet") != 0)
		les_fail(&c->les, "facts.type", LES_NO_LOV,
		         "Her skal det stå \"habilitet\" eller \"prosedyre\".");
}

void habil_settle(struct habil_case *c)
{
	const json_t *facts;

	if (!json_is_object(c->in)) {
		les_fail(&c->les, "", LES_NO_LOV, "En sak er et objekt, i krøllparenteser.");
		return;
	}
	if (json_object_get(c->in, "id") != NULL)
		c->id = les_text(&c->les, c->in, "", "id", true);
	if (!les_well(&c->les))
		return;
	les_object(&c->les, c->in, "", fields, LES_NO_LOV);
	c->certainty = les_text(&c->les, c->in, "", "sikkerhet", false);
	read_date(c);
	facts = les_map(&c->les, c->in, "", "facts", true);
	if (!les_well(&c->les))
		return;
	read_story(c, facts);
	read_type(c, facts);
	if (c->procedure)
		habil_read_procedure(c, facts);
	else
		habil_read_facts(c, facts);
	if (!c->procedure && les_well(&c->les))
		c->result = habilitet(&c->facts);
}

/* ---- the file ---- */

struct give {
	void (*take)(void *, const struct saksfil_answer *);
	void *arg;
};

static void answer(const struct give *g, struct habil_case *c)
{
	struct saksfil_answer a = { .in = c->in, .json = c->out };

	json_object_set_new(c->out, "id", *c->id != '\0' ? json_string(c->id) : json_null());
	if (les_well(&c->les)) {
		habil_put(c);
		a.text = habil_as_text(c);
	} else {
		json_object_set_new(c->out, "error", les_error_json(&c->les));
		a.error = les_error_text(&c->les, c->id);
		a.text = arena_printf(c->les.mem, "%s\n", a.error);
	}
	g->take(g->arg, &a);
}

struct habil_case habil_begin(struct arena *mem)
{
	struct habil_case c = { .les = { .mem = mem, .lov = LES_NO_LOV }, .out = json_object(),
	                        .id = "", .story = "", .certainty = "" };

	saksfil_own(mem, c.out);
	return c;
}

static void take(void *arg, struct arena *mem, const char *bytes, size_t n)
{
	struct habil_case c = habil_begin(mem);
	struct saksfil_wrong wrong;

	c.in = saksfil_json(mem, bytes, n, &wrong);
	if (c.in != NULL) {
		habil_settle(&c);
	} else {
		c.id = wrong.id;
		les_fail(&c.les, wrong.field, LES_NO_LOV, "%s", wrong.message);
	}
	answer(arg, &c);
}

static void refuse(void *arg, struct arena *mem, const char *why)
{
	struct habil_case c = habil_begin(mem);

	les_fail(&c.les, "", LES_NO_LOV, "%s", why);
	answer(arg, &c);
}

void habil_each(const char *bytes, size_t n, void (*to)(void *, const struct saksfil_answer *),
                void *arg)
{
	static const struct saksfil_taker taker = { take, refuse };
	struct give g = { to, arg };

	saksfil_each(bytes, n, &taker, &g);
}
