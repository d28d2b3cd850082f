/* fil_skriv.c - writes a samling file, and takes one from the database. */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "app/aktivitet/aktivitet.h"
#include "app/samling/fil.h"
#include "app/samling/samling.h"
#include "lib/arena.h"
#include "lib/log.h"
#include "lib/tid.h"
#include "web/text.h"

static void put_text(json_t *o, const char *name, const char *text)
{
	if (*text != '\0')
		json_object_set_new(o, name, json_string(text));
}

static void put_clock(struct arena *a, json_t *o, const char *name, int minute)
{
	if (minute >= 0)
		json_object_set_new(o, name, json_string(tid_clock(a, minute)));
}

static void put_flag(json_t *o, const char *name, bool flag)
{
	if (flag)
		json_object_set_new(o, name, json_true());
}

static void put_asking(json_t *o, const struct fil_item *item)
{
	if (item->level == LEVEL_OPEN && !kind_find(item->kind)->one_level)
		json_object_set_new(o, "nivaa", json_string("aapen"));
	if (item->show == SHOW_LIVE)
		json_object_set_new(o, "vis", json_string("underveis"));
	put_flag(o, "hold", item->hold);
	if (item->countdown > 0)
		json_object_set_new(o, "nedtelling", json_integer(item->countdown));
}

/* Texts that the kind has words of its own for are stored empty and not written; nor is a
 * picture, which is no part of a file. */
static void put_config(json_t *o, const char *text)
{
	json_t *config = json_loads(text, 0, NULL), *value;
	const char *name;
	void *next;

	if (!json_is_object(config))
		log_fatal("an item's config is not a JSON object");
	json_object_del(config, "bilde");
	json_object_foreach_safe(config, next, name, value)
		if (json_is_string(value) && json_string_length(value) == 0)
			json_object_del(config, name);
	if (json_object_size(config) > 0)
		json_object_set_new(o, "oppsett", config);
	else
		json_decref(config);
}

/* What a later item calls the one it goes on from. */
static char *mark_of(struct arena *a, size_t number)
{
	return arena_printf(a, "punkt-%zu", number);
}

static bool gone_on_from(const struct fil *f, size_t number)
{
	for (size_t i = number; i < f->n_item; i++)
		if (f->item[i].about == number)
			return true;
	return false;
}

static json_t *item_json(struct arena *a, const struct fil *f, size_t i)
{
	const struct fil_item *item = &f->item[i];
	json_t *o = json_object();

	put_text(o, "slag", item->kind);
	put_text(o, "tittel", item->title);
	json_object_set_new(o, "minutter", json_integer(item->minutes));
	put_clock(a, o, "anker", item->anchor);
	put_flag(o, "omtrent", item->approximate);
	put_text(o, "spor", item->track);
	put_text(o, "ansvarlig", item->responsible);
	put_text(o, "notat", item->note);
	if (kind_find(item->kind)->answers)
		put_asking(o, item);
	put_config(o, item->config);
	if (gone_on_from(f, i + 1))
		put_text(o, "merke", mark_of(a, i + 1));
	if (item->about > 0)
		put_text(o, "gjelder", mark_of(a, item->about));
	return o;
}

char *fil_write(struct arena *a, const struct fil *f)
{
	json_t *root = json_object(), *days = json_array();
	char *dumped;

	put_text(root, "skjema", "samling/1");
	put_text(root, "tittel", f->title);
	put_text(root, "maalform", lang_code(f->lang));
	for (size_t d = 0; d < f->n_day; d++) {
		json_t *day = json_object(), *items = json_array();

		put_clock(a, day, "start", f->day[d].start);
		for (size_t i = 0; i < f->day[d].n; i++)
			json_array_append_new(items, item_json(a, f, f->day[d].first + i));
		json_object_set_new(day, "punkter", items);
		json_array_append_new(days, day);
	}
	json_object_set_new(root, "dager", days);
	dumped = json_dumps(root, JSON_INDENT(2));
	if (dumped == NULL)
		log_fatal("a samling file cannot be written");
	arena_undo(a, free, dumped);
	json_decref(root);
	return arena_printf(a, "%s\n", dumped);
}

/* The number of an item before this one; one of another samling is no part of a file. */
static size_t about_of(const struct rows *rows, size_t i)
{
	int64_t about = row_int(&rows->row[i], plan_hel__gjelder);

	for (size_t k = 0; about != 0 && k < i; k++)
		if (row_int(&rows->row[k], plan_hel__id) == about)
			return k + 1;
	return 0;
}

static struct fil_item item_of(const struct row *row)
{
	return (struct fil_item){
		.kind = row_text(row, plan_hel__slag),
		.title = row_text(row, plan_hel__tittel),
		.minutes = (int)row_int(row, plan_hel__minutter),
		.anchor = row_null(row, plan_hel__anker) ? -1 : (int)row_int(row, plan_hel__anker),
		.approximate = row_int(row, plan_hel__omtrent) != 0,
		.track = row_text(row, plan_hel__spor),
		.responsible = row_text(row, plan_hel__ansvarlig),
		.note = row_text(row, plan_hel__notat),
		.level = (enum level)row_int(row, plan_hel__nivaa),
		.show = (enum show)row_int(row, plan_hel__vis),
		.hold = row_int(row, plan_hel__hold) != 0,
		.countdown = (int)row_int(row, plan_hel__nedtelling),
		.about_id = row_int(row, plan_hel__gjelder),
		.config = row_text(row, plan_hel__oppsett),
	};
}

enum outcome fil_of_samling(struct store *st, struct arena *mem, int64_t id, struct fil *f)
{
	struct samling *s;
	struct rows rows;
	enum outcome went = samling_read(st, mem, id, 0, &s);

	if (went == OUTCOME_OK)
		went = RUN(st, mem, &rows, plan_hel, .samling = v_int(id));
	if (went != OUTCOME_OK)
		return went;
	*f = (struct fil){ .title = s->title, .lang = s->lang, .n_day = s->n_day,
	                   .n_item = rows.n };
	f->item = arena_array(mem, rows.n, sizeof *f->item);
	for (size_t i = 0; i < rows.n; i++) {
		f->item[i] = item_of(&rows.row[i]);
		f->item[i].about = about_of(&rows, i);
	}
	for (size_t d = 0; d < s->n_day && d < FIL_DAYS_MAX; d++)
		f->day[d] = (struct fil_day){ s->day[d].start, s->day[d].first, s->day[d].n };
	return OUTCOME_OK;
}
