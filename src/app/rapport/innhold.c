#include "app/rapport/innhold.h"

#include <string.h>

#include "app/bilde/bilde.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/utf8.h"
#include "rules/plan.h"
#include "web/text.h"

/* The programme as it was written: nothing of what the day is behind. */
static void plan(struct arena *mem, const struct samling *s, struct report_item *item)
{
	for (size_t d = 0; d < s->n_day; d++) {
		const struct day *day = &s->day[d];
		struct plan_item *in = arena_array(mem, day->n, sizeof *in);
		struct plan_time *out = arena_array(mem, day->n, sizeof *out);

		for (size_t i = 0; i < day->n; i++) {
			const struct item *it = &s->item[day->first + i];

			in[i] = (struct plan_item){ it->minutes, it->anchor, it->track };
		}
		plan_day(in, day->n, day->start, day->n, 0, out);
		for (size_t i = 0; i < day->n; i++) {
			item[day->first + i].start = out[i].start;
			item[day->first + i].end = out[i].end;
		}
	}
}

/* In a run of items with tracks, one begun means that its neighbours ran beside it. */
static bool beside_begun(const struct samling *s, size_t i)
{
	const struct item *it = s->item;
	size_t from = i, to = i;
	bool begun = false;

	if (it[i].track[0] == '\0')
		return false;
	while (from > 0 && it[from - 1].day == it[i].day && it[from - 1].track[0] != '\0')
		from--;
	while (to + 1 < s->n_item && it[to + 1].day == it[i].day && it[to + 1].track[0] != '\0')
		to++;
	for (size_t k = from; k <= to; k++)
		begun |= it[k].started != 0 && strcmp(it[k].track, it[i].track) != 0;
	return begun;
}

static enum held held(const struct samling *s, size_t i)
{
	bool past = s->phase == PHASE_ENDED;

	if (s->item[i].started != 0)
		return HELD;
	if (beside_begun(s, i))
		return HELD_BESIDE;
	for (size_t k = i + 1; k < s->n_item; k++)
		past |= s->item[k].started != 0;
	return past ? HELD_NOT : HELD_LATER;
}

/* Moderation has been applied already for the hall; a leader's tally still has the texts
 * that are held back, which are not to stand among the others in a document. */
static const struct tally *split(struct arena *mem, const struct activity *a,
                                 const struct tally *t, struct report_round *rr)
{
	struct tally *out = arena_get(mem, sizeof *out);
	struct tally_line *back;

	if (t == NULL || !activity_writes(a, rr->round->stage))
		return t;
	*out = *t;
	out->line = arena_array(mem, t->n_line, sizeof *out->line);
	back = arena_array(mem, t->n_line, sizeof *back);
	out->n_line = 0;
	rr->back = back;
	for (size_t i = 0; i < t->n_line; i++) {
		if (i < t->n_choice)
			out->line[out->n_line++] = t->line[i];
		else if (text_held(a, t->line[i].verdict))
			back[rr->n_back++] = t->line[i];
		else
			out->line[out->n_line++] = t->line[i];
	}
	for (size_t i = 0; i < out->n_line; i++)
		out->line[i].verdict = 0;       /* an approved text is a text */
	return out;
}

/* One person's stored lines as they may be read.  A text that is held back is held back
 * here too. */
static const char *answer_of(struct arena *mem, const struct activity *a, size_t stage,
                             const struct tally *t, const char *lines)
{
	struct buf b = buf_in(mem);

	buf_puts(&b, "");
	for (const char *p = lines;; p++) {
		size_t len = strcspn(p, "\n");
		const char *line = arena_strndup(mem, p, len);
		const char *label = answer_label(a, stage, line);

		if (label != NULL && !answer_is_choice(a, stage, line) &&
		    tally_line_of(t, utf8_fold(mem, line)) == NULL)
			label = NULL;
		if (label != NULL)
			buf_printf(&b, "%s%s", b.n > 0 ? ", " : "", label);
		p += len;
		if (*p == '\0')
			return b.p;
	}
}

static enum outcome read_named(const struct report_for *f, const struct activity *a,
                               struct report_round *rr)
{
	struct named *named;
	struct rows rows;
	enum outcome went = RUN(f->store, f->mem, &rows, rapport_navn,
	                        .runde = v_int(rr->round->id));

	if (went != OUTCOME_OK)
		return went;
	named = arena_array(f->mem, rows.n, sizeof *named);
	for (size_t i = 0; i < rows.n; i++)
		named[i] = (struct named){
			row_text(&rows.row[i], rapport_navn__navn),
			row_text(&rows.row[i], rapport_navn__parti),
			answer_of(f->mem, a, rr->round->stage, rr->tally,
			          row_text(&rows.row[i], rapport_navn__verdi)),
		};
	rr->named = named;
	rr->n_named = rows.n;
	return OUTCOME_OK;
}

/* An item in stages has a text for each in its oppsett; doc/samlingsfil.md. */
static const char *story(const struct activity *a, size_t stage)
{
	return a->kind->story != NULL ? a->kind->story(a->config, stage) : NULL;
}

static struct asked asked_by(const struct report_for *f)
{
	enum reader reader = !f->staff ? READER_HALL :
	                     f->leader ? READER_LEADER : READER_CONTACT;

	return (struct asked){ f->store, f->mem, f->memory, reader, .all = true,
	                       .ms = f->now };
}

/* Counts of the same choices, of which both can be said line by line. */
static const struct tally *comparable(const struct drawing *d)
{
	if (d->tally == NULL || d->before == NULL || d->tally->n_choice == 0 ||
	    d->before->n_choice != d->tally->n_choice || !report_plain(d->tally))
		return NULL;
	return d->before;
}

/* *mine is false when this reader may not know that there was such a round. */
static enum outcome read_round(const struct report_for *f, const struct samling *s,
                               const struct item *item, const struct activity *a,
                               const struct round *round, struct report_round *rr,
                               bool *mine)
{
	const struct asked q = asked_by(f);
	enum outcome went = OUTCOME_OK;

	*rr = (struct report_round){ .round = round, .d = { .a = a, .round = round } };
	if (round->phase != ROUND_OPEN || f->memory != NULL)
		went = drawing_read(&q, s, item, a, round, &rr->d);
	*mine = went == OUTCOME_OK && round->phase != ROUND_READY &&
	        (f->staff || rr->d.tally != NULL);
	if (!*mine)
		return went;
	if (a->kind->question != NULL)
		rr->question = a->kind->question(a->config, round->stage);
	rr->story = a->stages > 1 || round->nr == 1 ? story(a, round->stage) : NULL;
	rr->people = tally_people(a, round, READER_HALL);
	rr->before = comparable(&rr->d);
	rr->tally = rr->d.tally = split(f->mem, a, rr->d.tally, rr);
	rr->d.memory = NULL;
	if (f->staff && a->level == LEVEL_OPEN && rr->tally != NULL)
		went = read_named(f, a, rr);
	return went;
}

/* What an item that was begun shows by itself.  Only what can be read on paper counts. */
static enum outcome read_shown(const struct report_for *f, const struct samling *s,
                               struct report_item *it)
{
	const struct activity *a = it->a;
	const struct asked q = asked_by(f);
	struct out o = out_new(f->mem, LANG_NB);
	struct html html;
	enum outcome went;

	it->d = (struct drawing){ .a = a };
	if (it->item->started == 0 || (a->kind->answers && !a->kind->before_rounds))
		return OUTCOME_OK;
	went = drawing_read(&q, s, it->item, a, NULL, &it->d);
	if (went != OUTCOME_OK)
		return went;
	it->d.memory = NULL;
	it->d.pictures = f->staff ? pictures_of_staff(f->mem, s->id)
	                          : pictures_of_phones(f->mem, s->id);
	report_yield(f->mem, it, f->staff);
	a->kind->result(&o, &it->d);
	html = out_html(&o);
	it->shows = it->d.alt != NULL || memmem(html.p, html.n, "<table", 6) != NULL ||
	            memmem(html.p, html.n, "<li", 3) != NULL;
	return OUTCOME_OK;
}

static enum outcome read_item(const struct report_for *f, const struct samling *s,
                              struct report_item *it)
{
	struct activity *a = arena_get(f->mem, sizeof *a);
	struct report_round *round;
	enum outcome went = activity_read(f->store, f->mem, it->item->id, a);

	if (went != OUTCOME_OK)
		return went;
	it->a = a;
	went = read_shown(f, s, it);
	it->round = round = arena_array(f->mem, a->n_round, sizeof *round);
	for (size_t i = 0; went == OUTCOME_OK && i < a->n_round; i++) {
		bool mine;

		went = read_round(f, s, it->item, a, &a->round[i], &round[it->n_round], &mine);
		it->n_round += mine;
	}
	return went;
}

static enum outcome read_attendance(const struct report_for *f, struct report *rep)
{
	const struct samling *s = rep->s;
	struct attendance *day = arena_array(f->mem, s->n_day + 1, sizeof *day);
	struct rows rows;
	enum outcome went = RUN(f->store, f->mem, &rows, rapport_oppmoete,
	                        .samling = v_int(s->id));

	if (went != OUTCOME_OK)
		return went;
	for (size_t d = 0; d < s->n_day; d++)
		day[d].day = &s->day[d];
	rep->n_attendance = s->n_day;
	for (size_t i = 0; i < rows.n; i++) {
		int64_t nr = row_int(&rows.row[i], rapport_oppmoete__dag);
		size_t d = 0;

		while (d < s->n_day && s->day[d].nr != nr)
			d++;
		if (d == s->n_day)
			rep->n_attendance = s->n_day + 1;
		day[d].n[row_int(&rows.row[i], rapport_oppmoete__rolle)] =
			(size_t)row_int(&rows.row[i], rapport_oppmoete__antall);
	}
	rep->attendance = day;
	return OUTCOME_OK;
}

enum outcome report_read(const struct report_for *f, struct report **out)
{
	struct report *rep = arena_get(f->mem, sizeof *rep);
	struct report_item *item;
	struct samling *s;
	enum outcome went = samling_read(f->store, f->mem, f->samling, 0, &s);

	if (went != OUTCOME_OK)
		return went;
	*rep = (struct report){ .s = s, .staff = f->staff, .leader = f->leader,
	                        .written = f->now };
	rep->item = item = arena_array(f->mem, s->n_item, sizeof *item);
	plan(f->mem, s, item);
	for (size_t i = 0; went == OUTCOME_OK && i < s->n_item; i++) {
		item[i].item = &s->item[i];
		item[i].held = held(s, i);
		went = read_item(f, s, &item[i]);
	}
	if (went == OUTCOME_OK)
		went = read_attendance(f, rep);
	if (went == OUTCOME_OK && f->staff)
		went = RUN(f->store, f->mem, &rep->protocol, rapport_protokoll,
		           .samling = v_int(s->id));
	*out = rep;
	return went;
}

const char *report_withheld(const struct report *rep, const struct report_item *it)
{
	return it->a->kind->confidential && !rep->leader ?
	       N_("Svarene er bare for prosessveilederne, og står ikke her.") : NULL;
}

bool report_tells(const struct report_item *it)
{
	return it->n_round > 0 || it->shows || it->a->conclusion[0] != '\0';
}
