#include "app/lillevik/takt.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "app/lillevik/fasit.h"
#include "app/lillevik/klokke.h"
#include "app/lillevik/utvalg.h"
#include "lib/tid.h"
#include "web/text.h"

#define MINUTE_MS 60000
#define EARLY 2                 /* minutes at most before the programme, and after */
#define LATE 8
#define EARLY_IN_MINUTE 40
#define SLOW_MS 20000           /* since the last press: what the machine took, not they */

/* A key is called the same wherever it stands; what comes after its first words is not. */
static bool says(const char *label, const char *msgid)
{
	size_t n = strcspn(msgid, "%");

	return strncmp(label, tr(LANG_NB, msgid), n) == 0;
}

static int chance(struct pace *p, int n)
{
	return (int)deal_chance(&p->seed, (size_t)n);
}

static int64_t planned(const json_t *report, const json_t *item)
{
	const json_t *day;
	size_t i;

	json_array_foreach(json_object_get(report, "dager"), i, day)
		if (fact_number(day, "nr") == fact_number(item, "dag"))
			return tid_wall_ms(fact_text(day, "dato"),
			                   tid_parse_clock(fact_text(item, "planlagt_fra")));
	return 0;
}

/* Breaks take up what the day is behind. */
static void wander(struct pace *p, const json_t *left)
{
	if (left != NULL && strcmp(fact_text(left, "slag"), "pause") == 0)
		p->late /= 3;
	p->late += chance(p, 5) - 2;
	if (p->late < -EARLY)
		p->late = -EARLY;
	if (p->late > LATE)
		p->late = LATE;
}

/* Not so late in a minute that a slow machine would have it begin in another. */
static int64_t away_from_next(int64_t at)
{
	int64_t second = at / 1000 % 60;

	return second < EARLY_IN_MINUTE ? at : at + (60 - second) * 1000;
}

static int64_t begin(struct pace *p, const json_t *report, const json_t *item, int64_t now)
{
	const json_t *left = fact_under_way(report);
	int64_t plan = planned(report, item), at;

	if (left == NULL)
		p->late = 0;
	wander(p, left);
	at = plan + (int64_t)p->late * MINUTE_MS + chance(p, EARLY_IN_MINUTE) * 1000;
	if (at < now + 20000)
		at = away_from_next(now + 20000 + chance(p, 20) * 1000);
	p->late = (int)((at - plan) / MINUTE_MS);
	p->ends = at + fact_number(item, "minutter") * MINUTE_MS;
	return at;
}

/* A press that stays within the item. */
static int64_t within(struct pace *p, const char *kind, const char *label, int64_t now)
{
	int64_t left = p->ends - now > MINUTE_MS ? p->ends - now : MINUTE_MS, ms;

	if (says(label, N_("Vis resultatet")))
		return now + (5 + chance(p, 20)) * 1000;
	if (says(label, N_("Lukk runden"))) {
		ms = (45 + chance(p, 60)) * 1000;
		return now + (ms < left / 2 ? ms : left / 2);
	}
	if (p->waits > now)
		return p->waits;
	if (strcmp(kind, "gruppearbeid") == 0)
		return now + (40 + chance(p, 60)) * 1000;
	if (strcmp(kind, "presentasjonsrunde") == 0)
		return now + (40 + chance(p, 35)) * 1000;
	if (strcmp(kind, "talerliste") == 0)
		return now + (60 + chance(p, 50)) * 1000;
	return now + left * (20 + chance(p, 15)) / 100;
}

/* "Start runden (7 min)": they get the time that they are promised. */
static int64_t promised(const char *label)
{
	const char *open = strrchr(label, '(');
	char *end = NULL;
	long minutes = open != NULL ? strtol(open + 1, &end, 10) : 0;

	return minutes > 0 && strcmp(end, " min)") == 0 ? minutes * MINUTE_MS : 0;
}

void pace_press(struct pace *p, const json_t *report, const char *label)
{
	const json_t *item = fact_under_way(report), *coming = fact_coming(report);
	int64_t now, at;

	if (p->clock == NULL)
		return;
	now = play_clock_now(p->clock);
	if (now - p->pressed < SLOW_MS)
		now = p->pressed;
	if (coming != NULL && (item == NULL || says(label, N_("Gå til neste: %s"))))
		at = begin(p, report, coming, now);
	else if (item != NULL && says(label, N_("Avslutt dagen")))
		at = p->ends + chance(p, 3) * MINUTE_MS;
	else
		at = within(p, item != NULL ? fact_text(item, "slag") : "", label, now);
	p->waits = promised(label) > 0 ? at + promised(label) + chance(p, 40) * 1000 : 0;
	p->pressed = at;
	play_clock_reach(p->clock, at);
}
