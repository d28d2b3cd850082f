/* tegning.c - gathers what a kind draws from, through the release gate. */
#include "app/aktivitet/aktivitet.h"
#include "app/bilde/bilde.h"
#include "lib/tid.h"

#define MINUTE 60000
/* A break that began early lasts until the programme says, but a trial run on another day
 * or hour does not make it longer than this. */
#define LONGER_MOST (30 * (int64_t)MINUTE)

/* Nobody is called back before the break has had its length, nor before the time that
 * the programme on every screen says; the moment is a whole minute. */
static void pause_end(const struct samling *s, const struct item *item, struct drawing *d)
{
	const struct day *day = samling_day(s, item->day);
	int64_t own, planned;

	if (d->a->kind->answers || item->started == 0 || day == NULL)
		return;
	own = item->started + (int64_t)item->minutes * MINUTE;
	own = (own + MINUTE - 1) / MINUTE * MINUTE;
	planned = tid_wall_ms(day->date, item->end);
	d->ends = planned > own && planned - own <= LONGER_MOST ? planned : own;
	d->total = d->ends - item->started;
}

enum outcome drawing_read(const struct asked *q, const struct samling *s,
                          const struct item *item, const struct activity *a,
                          const struct round *round, struct drawing *d)
{
	const struct round *before = round != NULL ? round_before(a, round) : NULL;
	enum outcome went = OUTCOME_OK;

	*d = (struct drawing){ .a = a, .round = round, .ms = q->ms };
	pause_end(s, item, d);
	if (a->kind->picture)
		went = picture_alt(q->store, q->mem, s->id, a->config, &d->alt);
	if (went == OUTCOME_OK && round != NULL)
		went = tally_read(q, a, round, &d->tally);
	if (went == OUTCOME_OK && d->tally != NULL && before != NULL)
		went = tally_read(q, a, before, &d->before);
	if (went == OUTCOME_OK)
		went = earlier_read(q, d);
	if (went == OUTCOME_OK && d->tally != NULL)
		went = comparison_read(q, a, round, d->tally, &d->compared);
	if (went == OUTCOME_OK && a->kind->read != NULL)
		went = a->kind->read(q, s, a, d);
	/* Only the live screens share places; the leader's lists hold what is hidden. */
	if (q->reader == READER_HALL && !q->all)
		d->memory = q->memory;
	return went;
}
