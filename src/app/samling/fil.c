/* fil.c - reads a samling file.
 *
 * The first thing that is wrong ends the reading: f->error is set once, and everything
 * after it is skipped. */
#include "app/samling/fil.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "app/aktivitet/aktivitet.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/tid.h"
#include "lib/utf8.h"
#include "web/text.h"

#define LETTER_BYTES 32         /* a letter with all its marks is hardly more */

struct reading {
	struct arena *mem;
	enum lang said;
	const char *error;      /* NULL while all is well */
	const char *mark[FIL_ITEMS_MAX];        /* "merke" of the items read; "" if none */
	size_t n_mark;
};

/* ---- one field ---- */

static void fail(struct reading *f, const char *where, const char *what)
{
	if (f->error == NULL)
		f->error = *where == '\0' ? what : arena_printf(f->mem, "%s: %s", where, what);
}

#define FAIL(f, where, ...) fail((f), (where), trf((f)->mem, (f)->said, __VA_ARGS__))

static const char *join(struct reading *f, const char *where, const char *name)
{
	return *where == '\0' ? name : arena_printf(f->mem, "%s.%s", where, name);
}

/* A field's value, and that the object has it if it must. */
static json_t *get(struct reading *f, const json_t *o, const char *where, const char *name,
                   bool required)
{
	json_t *v = f->error == NULL ? json_object_get(o, name) : NULL;

	if (v == NULL && required && f->error == NULL)
		FAIL(f, join(f, where, name), N_("Feltet mangler."));
	return v;
}

struct text_rule { bool required, lines; int max; };

static const char *get_text(struct reading *f, const json_t *o, const char *where,
                            const char *name, struct text_rule rule)
{
	json_t *v = get(f, o, where, name, rule.required);
	const char *at, *clean;

	if (v == NULL)
		return "";
	at = join(f, where, name);
	if (!json_is_string(v)) {
		FAIL(f, at, N_("Her skal det stå tekst."));
		return "";
	}
	clean = json_string_length(v) <= (size_t)rule.max * LETTER_BYTES ?
	        utf8_clean(f->mem, json_string_value(v), rule.lines) : NULL;
	if (clean == NULL || utf8_length(clean) > (size_t)rule.max)
		FAIL(f, at, N_("Teksten er lengre enn %d tegn."), rule.max);
	else if (rule.required && *clean == '\0')
		FAIL(f, at, N_("Teksten er tom."));
	return clean != NULL ? clean : "";
}

static int get_int(struct reading *f, const json_t *o, const char *where, const char *name,
                   bool required, int min, int max)
{
	json_t *v = get(f, o, where, name, required);

	if (v == NULL)
		return 0;
	if (!json_is_integer(v))
		FAIL(f, join(f, where, name), N_("Her skal det stå et helt tall."));
	else if (json_integer_value(v) < min || json_integer_value(v) > max)
		FAIL(f, join(f, where, name), N_("Tallet skal være fra %d til %d."), min, max);
	return (int)json_integer_value(v);
}

static bool get_flag(struct reading *f, const json_t *o, const char *where, const char *name)
{
	json_t *v = get(f, o, where, name, false);

	if (v != NULL && !json_is_boolean(v))
		FAIL(f, join(f, where, name), N_("Her skal det stå true eller false."));
	return json_is_true(v);
}

static int get_clock(struct reading *f, const json_t *o, const char *where, const char *name,
                     bool required)
{
	json_t *v = get(f, o, where, name, required);
	int minute;

	if (v == NULL)
		return -1;
	minute = json_is_string(v) ? tid_parse_clock(json_string_value(v)) : -1;
	if (minute < 0)
		FAIL(f, join(f, where, name),
		     N_("Her skal det stå et klokkeslett, for eksempel \"08.30\"."));
	return minute;
}

/* The place of a word in a list of two; the first when the field is absent. */
static int get_word(struct reading *f, const json_t *o, const char *where, const char *name,
                    const char *const word[2])
{
	json_t *v = get(f, o, where, name, false);
	const char *text = json_string_value(v);

	for (int i = 0; i < 2; i++)
		if (v == NULL || (text != NULL && strcmp(text, word[i]) == 0))
			return i;
	FAIL(f, join(f, where, name), N_("Her skal det stå \"%s\" eller \"%s\"."), word[0],
	     word[1]);
	return 0;
}

/* ---- objects ---- */

/* That it is an object with no other fields than these. */
static bool is_object(struct reading *f, const json_t *o, const char *where,
                      const char *const *known)
{
	const char *name;
	json_t *v;

	if (f->error != NULL)
		return false;
	if (!json_is_object(o)) {
		FAIL(f, where, N_("Her skal det stå et objekt, i krøllparenteser."));
		return false;
	}
	json_object_foreach((json_t *)o, name, v) {
		size_t i = 0;

		while (known[i] != NULL && strcmp(known[i], name) != 0)
			i++;
		if (known[i] != NULL)
			continue;
		FAIL(f, join(f, where, arena_strndup(f->mem, name, strnlen(name, 80))),
		     N_("Feltet finnes ikke i samling/1."));
		return false;
	}
	return true;
}

static const char *kinds(struct reading *f)
{
	struct buf b = buf_in(f->mem);

	for (size_t i = 0; kind_table[i] != NULL; i++)
		buf_printf(&b, "%s%s", i > 0 ? ", " : "", kind_table[i]->name);
	return b.p;
}

static const struct kind *read_kind(struct reading *f, const json_t *o, const char *where)
{
	const char *name = get_text(f, o, where, "slag", (struct text_rule){ true, false, 40 });
	const struct kind *k = kind_find(name);

	if (k == NULL && f->error == NULL)
		FAIL(f, join(f, where, "slag"), N_("«%s» er ikke et slag. Slagene er %s."), name,
		     kinds(f));
	return k;
}

static const char *read_config(struct reading *f, const json_t *o, const char *where,
                               const struct kind *k)
{
	json_t *v = get(f, o, where, "oppsett", false), *empty = json_object(), *config;
	const char *field = "", *error = NULL, *text = "{}", *at;
	char *dumped;

	if (f->error != NULL) {
		json_decref(empty);
		return text;
	}
	at = join(f, where, "oppsett");
	if (json_object_get(v, "bilde") != NULL)
		FAIL(f, join(f, at, "bilde"), N_("Bilder er ikke med i en samlingsfil."));
	config = kind_setup(k, v != NULL ? v : empty, &field, &error);
	if (config != NULL) {
		dumped = json_dumps(config, JSON_COMPACT);
		arena_undo(f->mem, free, dumped);
		text = dumped;
	} else {
		at = *field != '\0' ? join(f, at, arena_strndup(f->mem, field, strnlen(field, 80)))
		                    : at;
		fail(f, at, tr(f->said, error));
	}
	json_decref(config);
	json_decref(empty);
	return text;
}

/* Of a kind that has only one: it need not be written, and nothing else may. */
static enum level read_level(struct reading *f, const json_t *o, const char *where,
                             const struct kind *k)
{
	static const char *const levels[] = {
		[LEVEL_OPEN] = "aapen", [LEVEL_GROUP] = "gruppe", [LEVEL_ANONYMOUS] = "anonym",
	};
	json_t *v = k->answers ? get(f, o, where, "nivaa", false) : NULL;
	const char *text = json_string_value(v);

	if (v != NULL && (text == NULL || strcmp(text, levels[k->level]) != 0))
		FAIL(f, join(f, where, "nivaa"), N_("Slaget «%s» er alltid \"%s\"."), k->name,
		     levels[k->level]);
	return k->level;
}

/* Settings of asking are refused where nothing is asked. */
static void refuse_asking(struct reading *f, const json_t *o, const char *where)
{
	static const char *const asking[] = { "nivaa", "vis", "hold", "nedtelling" };

	for (size_t i = 0; i < sizeof asking / sizeof *asking; i++)
		if (get(f, o, where, asking[i], false) != NULL)
			FAIL(f, join(f, where, asking[i]),
			     N_("Feltet hører bare til punkter som tar imot svar."));
}

/* "merke" names an item, so that a later one can say "gjelder" with that name. */
static const char *read_mark(struct reading *f, const json_t *o, const char *where)
{
	const char *mark = get_text(f, o, where, "merke",
	                            (struct text_rule){ false, false, FIL_MARK_MAX });

	for (size_t i = 0; f->error == NULL && *mark != '\0' && i < f->n_mark; i++)
		if (strcmp(f->mark[i], mark) == 0)
			FAIL(f, join(f, where, "merke"), N_("To punkter har merket «%s»."), mark);
	return mark;
}

static size_t read_about(struct reading *f, const json_t *o, const char *where,
                         const struct kind *k, const struct fil *fil)
{
	const char *about = get_text(f, o, where, "gjelder",
	                             (struct text_rule){ false, false, FIL_MARK_MAX });
	const char *at = join(f, where, "gjelder");

	if (f->error != NULL || *about == '\0')
		return 0;
	for (size_t i = 0; i < f->n_mark; i++) {
		const char *earlier = fil->item[i].kind;

		if (strcmp(f->mark[i], about) != 0)
			continue;
		if (!kind_follows(k, kind_find(earlier)))
			FAIL(f, at, N_("Et punkt av slaget «%s» kan ikke bygge på et av slaget "
			               "«%s»."), k->name, earlier);
		return i + 1;
	}
	FAIL(f, at, N_("Ingen punkter før dette har merket «%s»."), about);
	return 0;
}

static struct fil_item read_item(struct reading *f, const json_t *o, const char *where,
                                 const struct fil *fil)
{
	static const char *const known[] = { "slag", "tittel", "minutter", "anker", "omtrent",
		"spor", "ansvarlig", "notat", "nivaa", "vis", "hold", "nedtelling", "oppsett",
		"merke", "gjelder", NULL };
	static const char *const levels[2] = { "anonym", "aapen" };
	static const char *const shows[2] = { "etterpaa", "underveis" };
	struct fil_item item = { 0 };
	const struct kind *k;

	if (!is_object(f, o, where, known))
		return item;
	k = read_kind(f, o, where);
	if (f->error != NULL)
		return item;
	item = (struct fil_item){
		.kind = k->name,
		.title = get_text(f, o, where, "tittel",
		                  (struct text_rule){ true, false, FIL_TITLE_MAX }),
		.minutes = get_int(f, o, where, "minutter", true, 1, FIL_MINUTES_MAX),
		.anchor = get_clock(f, o, where, "anker", false),
		.approximate = get_flag(f, o, where, "omtrent"),
		.track = get_text(f, o, where, "spor",
		                  (struct text_rule){ false, false, FIL_TRACK_MAX }),
		.responsible = get_text(f, o, where, "ansvarlig",
		                        (struct text_rule){ false, false, FIL_RESPONSIBLE_MAX }),
		.note = get_text(f, o, where, "notat",
		                 (struct text_rule){ false, true, FIL_NOTE_MAX }),
		.level = k->one_level ? read_level(f, o, where, k) :
		         get_word(f, o, where, "nivaa", levels) == 0 ? LEVEL_ANONYMOUS
		                                                     : LEVEL_OPEN,
		.show = get_word(f, o, where, "vis", shows) == 0 ? SHOW_HIDDEN : SHOW_LIVE,
		.hold = get_flag(f, o, where, "hold"),
		.countdown = get_int(f, o, where, "nedtelling", false, 0, FIL_COUNTDOWN_MAX),
	};
	if (!k->answers)
		refuse_asking(f, o, where);
	item.about = read_about(f, o, where, k, fil);
	item.config = read_config(f, o, where, k);
	f->mark[f->n_mark] = read_mark(f, o, where);
	f->n_mark++;
	return item;
}

static size_t read_array(struct reading *f, json_t *v, const char *where)
{
	if (v != NULL && !json_is_array(v))
		FAIL(f, where, N_("Her skal det stå en liste, i hakeparenteser."));
	return f->error == NULL ? json_array_size(v) : 0;
}

static void read_day(struct reading *f, struct fil *fil, const json_t *o, const char *where)
{
	static const char *const known[] = { "start", "punkter", NULL };
	struct fil_day *day = &fil->day[fil->n_day++];
	const char *at;
	json_t *items;
	size_t n;

	if (!is_object(f, o, where, known))
		return;
	day->start = get_clock(f, o, where, "start", true);
	day->first = fil->n_item;
	items = get(f, o, where, "punkter", true);
	at = join(f, where, "punkter");
	n = read_array(f, items, at);
	if (n > FIL_ITEMS_MAX - fil->n_item) {
		FAIL(f, at, N_("Det er flere enn %d punkter i alt."), FIL_ITEMS_MAX);
		return;
	}
	for (size_t i = 0; i < n && f->error == NULL; i++)
		fil->item[fil->n_item++] = read_item(f, json_array_get(items, i),
			arena_printf(f->mem, "%s[%zu]", at, i), fil);
	day->n = fil->n_item - day->first;
}

static void read_schema(struct reading *f, const json_t *root)
{
	const char *schema = get_text(f, root, "", "skjema", (struct text_rule){ true, false, 40 });

	if (f->error == NULL && strcmp(schema, "samling/1") != 0)
		FAIL(f, "skjema", N_("«%s» kan ikke leses her, bare samling/1."), schema);
}

static void read_root(struct reading *f, struct fil *fil, const json_t *root)
{
	static const char *const known[] = { "skjema", "tittel", "maalform", "dager", NULL };
	static const char *const langs[2] = { "nb", "nn" };
	json_t *days;
	size_t n;

	if (json_is_object(root))
		read_schema(f, root);
	if (!is_object(f, root, "", known))
		return;
	fil->title = get_text(f, root, "", "tittel",
	                      (struct text_rule){ true, false, FIL_TITLE_MAX });
	if (get(f, root, "", "maalform", true) != NULL)
		fil->lang = get_word(f, root, "", "maalform", langs) == 0 ? LANG_NB : LANG_NN;
	days = get(f, root, "", "dager", true);
	n = read_array(f, days, "dager");
	if (f->error == NULL && (n < 1 || n > FIL_DAYS_MAX)) {
		FAIL(f, "dager", N_("Det skal være fra %d til %d dager."), 1, FIL_DAYS_MAX);
		return;
	}
	fil->item = arena_array(f->mem, FIL_ITEMS_MAX, sizeof *fil->item);
	for (size_t i = 0; i < n && f->error == NULL; i++)
		read_day(f, fil, json_array_get(days, i), arena_printf(f->mem, "dager[%zu]", i));
}

static void not_json(struct reading *f, const json_error_t *e)
{
	if (json_error_code(e) == json_error_duplicate_key)
		FAIL(f, "", N_("Linje %d, kolonne %d: Det samme feltet står to ganger."), e->line,
		     e->column);
	else
		FAIL(f, "", N_("Linje %d, kolonne %d: Dette er ikke JSON. Se etter et tegn som "
		               "mangler eller er for mye."), e->line, e->column);
}

enum outcome fil_read(struct arena *mem, enum lang said, const char *text, size_t n,
                      struct fil *fil, const char **error)
{
	struct reading f = { .mem = mem, .said = said };
	json_error_t wrong;
	json_t *root = json_loadb(text, n, JSON_REJECT_DUPLICATES, &wrong);

	*fil = (struct fil){ .title = "" };
	if (root == NULL)
		not_json(&f, &wrong);
	else
		read_root(&f, fil, root);
	json_decref(root);
	*error = f.error;
	return f.error == NULL ? OUTCOME_OK : OUTCOME_INVALID;
}
