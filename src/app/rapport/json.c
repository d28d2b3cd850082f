/* json.c - the whole report as data, "samling-rapport/1"; doc/rapport.md is its manual. */
#include <jansson.h>

#include "app/aktivitet/slag/valg.h"
#include "app/rapport/innhold.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/tid.h"
#include "rules/ord/ordsky.h"
#include "rules/telling.h"
#include "web/text.h"

static void put(json_t *o, const char *name, json_t *value)
{
	json_object_set_new(o, name, value);
}

static json_t *moment(struct arena *mem, int64_t wall_ms)
{
	return wall_ms == 0 ? json_null() : json_string(report_iso(mem, wall_ms));
}

static json_t *days(struct arena *mem, const struct samling *s)
{
	json_t *list = json_array();

	for (size_t i = 0; i < s->n_day; i++) {
		json_t *o = json_object();

		put(o, "nr", json_integer(s->day[i].nr));
		put(o, "dato", json_string(s->day[i].date));
		put(o, "start", json_string(tid_clock(mem, s->day[i].start)));
		json_array_append_new(list, o);
	}
	return list;
}

static json_t *attendance(const struct report *rep)
{
	json_t *list = json_array();

	for (size_t d = 0; d < rep->n_attendance; d++) {
		const struct attendance *day = &rep->attendance[d];

		for (int i = 0; i < ROLE__MAX; i++) {
			json_t *o = json_object();
			bool small = report_small(day->n[i]);

			put(o, "dag", day->day != NULL ? json_integer(day->day->nr) : json_null());
			put(o, "rolle", json_string(role_code((enum role)i)));
			put(o, "antall", small ? json_null() : json_integer((json_int_t)day->n[i]));
			if (small)
				put(o, "faerre_enn", json_integer(TELLING_LEAST));
			json_array_append_new(list, o);
		}
	}
	return list;
}

/* The spellings of a word that came together, as they were written. */
static json_t *written(const struct ordsky_word *w)
{
	json_t *list = json_array();

	for (size_t i = 0; i < w->n_form; i++) {
		json_t *o = json_object();

		put(o, "tekst", json_string(w->form[i].label));
		put(o, "antall", json_integer(w->form[i].count));
		json_array_append_new(list, o);
	}
	return list;
}

static json_t *lines(const struct report_round *rr)
{
	json_t *list = json_array();

	for (size_t i = 0; i < rr->tally->n_line; i++) {
		const struct tally_line *l = &rr->tally->line[i];
		json_t *o = json_object();

		put(o, "linje", json_string(l->label));
		put(o, "antall", json_integer(l->count));
		if (l->word != NULL)
			put(o, "skrevet", written(l->word));
		if (i < rr->tally->n_choice) {
			put(o, "prosent", json_integer(l->percent));
			put(o, "hender", json_integer(l->hands));
		}
		if (i < rr->tally->n_choice && report_changed(rr)) {
			put(o, "prosent_foer", json_integer(rr->before->line[i].percent));
			put(o, "endring", json_integer(report_change(rr, i)));
		}
		json_array_append_new(list, o);
	}
	return list;
}

static json_t *named(const struct report_round *rr)
{
	json_t *list = json_array();

	for (size_t i = 0; i < rr->n_named; i++) {
		json_t *o = json_object();

		put(o, "navn", json_string(rr->named[i].name));
		put(o, "parti", json_string(rr->named[i].party));
		put(o, "svar", json_string(rr->named[i].answer));
		json_array_append_new(list, o);
	}
	return list;
}

static json_t *rounds(const struct report_item *it)
{
	json_t *list = json_array();

	for (size_t i = 0; i < it->n_round; i++) {
		const struct report_round *rr = &it->round[i];
		json_t *o = json_object();

		put(o, "del", json_integer((json_int_t)rr->round->stage + 1));
		put(o, "runde", json_integer(rr->round->nr));
		put(o, "spoersmaal", json_string(rr->question != NULL ? rr->question
		                                                      : it->item->title));
		put(o, "tekst", json_string(rr->story != NULL ? rr->story : ""));
		put(o, "aapen", json_boolean(rr->round->phase == ROUND_OPEN));
		put(o, "vist", json_boolean(rr->round->shown));
		put(o, "antall_svar", json_integer(rr->people));
		put(o, "linjer", rr->tally != NULL ? lines(rr) : json_null());
		put(o, "holdt_tilbake", json_integer(rr->tally == NULL ? 0 :
		                                     (json_int_t)rr->tally->n_hidden));
		if (it->a->level == LEVEL_OPEN)
			put(o, "navn", named(rr));
		json_array_append_new(list, o);
	}
	return list;
}

static json_t *points(const struct report_item *it)
{
	json_t *list = json_array();

	for (size_t i = 0; i < it->n_point; i++) {
		json_t *o = json_object();

		put(o, "gruppe", json_integer(it->point[i].group));
		put(o, "tekst", json_string(it->point[i].text));
		json_array_append_new(list, o);
	}
	return list;
}

static json_t *cards(const struct report_item *it)
{
	json_t *list = json_array();

	for (size_t i = 0; i < it->n_card; i++) {
		const struct report_card *c = &it->card[i];
		json_t *o = json_object(), *written_as = json_array();

		for (size_t k = 0; k < c->n_original; k++)
			json_array_append_new(written_as, json_string(c->original[k]));
		put(o, "tekst", json_string(c->text));
		put(o, "liste", c->two_lists ? json_string(role_code(c->side)) : json_null());
		put(o, "vedtatt", json_boolean(c->adopted));
		put(o, "skrevet", written_as);
		json_array_append_new(list, o);
	}
	return list;
}

static json_t *floor_time(const struct report_item *it)
{
	json_t *list = json_array();

	for (size_t i = 0; i < it->n_floor; i++) {
		const struct report_floor *f = &it->floor[i];
		json_t *o = json_object();

		put(o, "rolle", json_string(role_code(f->role)));
		put(o, "ganger", json_integer((json_int_t)f->times));
		put(o, "replikker", json_integer((json_int_t)f->replies));
		put(o, "sekunder", f->ms < 0 ? json_null() : json_integer((f->ms + 500) / 1000));
		json_array_append_new(list, o);
	}
	return list;
}

static json_t *items(struct arena *mem, const struct report *rep)
{
	static const char *const held[] = {
		[HELD] = "holdt", [HELD_BESIDE] = "parallelt", [HELD_NOT] = "ikke_holdt",
		[HELD_LATER] = "gjenstaar",
	};
	json_t *list = json_array();

	for (size_t i = 0; i < rep->s->n_item; i++) {
		const struct report_item *it = &rep->item[i];
		json_t *o = json_object(), *election = election_json(mem, it->a);

		put(o, "dag", json_integer(it->item->day));
		put(o, "tittel", json_string(it->item->title));
		put(o, "slag", json_string(it->item->kind));
		put(o, "ansvarlig", json_string(it->item->responsible));
		put(o, "spor", json_string(it->item->track));
		put(o, "planlagt_fra", json_string(tid_clock(mem, it->start)));
		put(o, "planlagt_til", json_string(tid_clock(mem, it->end)));
		put(o, "minutter", json_integer(it->item->minutes));
		put(o, "holdt", json_string(held[it->held]));
		put(o, "startet", moment(mem, it->item->started));
		put(o, "avsluttet", moment(mem, it->item->ended));
		put(o, "nivaa", json_string(level_name(it->a->level)));
		put(o, "visning", json_string(it->a->show == SHOW_LIVE ? "fortloepende"
		                                                       : "skjult"));
		put(o, "fortrolig", json_boolean(it->a->kind->confidential));
		put(o, "konklusjon", json_string(it->a->conclusion));
		put(o, "runder", rounds(it));
		put(o, "gruppepunkter", points(it));
		put(o, "kort", cards(it));
		put(o, "talerstol", floor_time(it));
		if (election != NULL)
			put(o, "valg", election);
		json_array_append_new(list, o);
	}
	return list;
}

static json_t *protocol(struct arena *mem, const struct report *rep)
{
	json_t *list = json_array();

	for (size_t i = 0; i < rep->protocol.n; i++) {
		const struct row *row = &rep->protocol.row[i];
		json_t *o = json_object();

		put(o, "naar", moment(mem, row_int(row, rapport_protokoll__naar)));
		put(o, "hvem", json_string(row_text(row, rapport_protokoll__hvem)));
		put(o, "hva", json_string(row_text(row, rapport_protokoll__hva)));
		put(o, "detalj", json_string(row_text(row, rapport_protokoll__detalj)));
		json_array_append_new(list, o);
	}
	return list;
}

static int to_buf(const char *bytes, size_t n, void *buf)
{
	buf_add(buf, bytes, n);
	return 0;
}

struct buf report_json(struct arena *mem, const struct report *rep)
{
	static const char *const phase[PHASE__MAX] = {
		[PHASE_DRAFT] = "utkast", [PHASE_READY] = "klar", [PHASE_LIVE] = "paagaar",
		[PHASE_ENDED] = "avsluttet",
	};
	const struct samling *s = rep->s;
	struct buf b = buf_in(mem);
	json_t *o = json_object();

	put(o, "skjema", json_string("samling-rapport/1"));
	put(o, "skrevet", moment(mem, rep->written));
	put(o, "kommunenr", json_string(s->municipality_nr));
	put(o, "kommune", json_string(s->municipality));
	put(o, "tittel", json_string(s->title));
	put(o, "maalform", json_string(lang_code(s->lang)));
	put(o, "sted", json_string(s->place));
	put(o, "fase", json_string(phase[s->phase]));
	put(o, "frigitt", json_boolean(s->released));
	put(o, "dager", days(mem, s));
	put(o, "oppmoete", attendance(rep));
	put(o, "punkter", items(mem, rep));
	put(o, "protokoll", protocol(mem, rep));
	json_dump_callback(o, to_buf, &b, JSON_INDENT(2));
	json_decref(o);
	buf_putc(&b, '\n');
	return b;
}
