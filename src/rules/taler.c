#include "rules/taler.h"

#include <assert.h>

#define SECOND 1000
#define SOON_S 30

/* What interrupts comes first. */
static int rank(enum speech speech)
{
	switch (speech) {
	case SPEECH_FORRETNINGSORDEN:
		return 0;
	case SPEECH_REPLIKK:
	case SPEECH_SAKSOPPLYSNING:
		return 1;
	case SPEECH_INNLEGG:
	case SPEECH__MAX:
		return 2;
	}
	return 2;
}

static bool before(const struct speaker *a, const struct speaker *b)
{
	int x = rank(a->speech), y = rank(b->speech);

	if (x != y)
		return x < y;
	return a->place != b->place ? a->place < b->place : a->id < b->id;
}

size_t speaker_queue(const struct speaker *s, size_t n, size_t *queue)
{
	size_t waiting = 0;

	for (size_t i = 0; i < n; i++) {
		size_t at = waiting;

		if (s[i].phase != SPEAKER_WAITING)
			continue;
		for (; at > 0 && before(&s[i], &s[queue[at - 1]]); at--)
			queue[at] = queue[at - 1];
		queue[at] = i;
		waiting++;
	}
	return waiting;
}

size_t speaker_now(const struct speaker *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (s[i].phase == SPEAKER_SPEAKING)
			return i;
	return NO_SPEAKER;
}

size_t speaker_last(const struct speaker *s, size_t n)
{
	size_t last = NO_SPEAKER;

	for (size_t i = 0; i < n; i++)
		if (s[i].phase == SPEAKER_DONE && (last == NO_SPEAKER || s[i].turn > s[last].turn))
			last = i;
	return last;
}

int64_t speaker_subject(const struct speaker *s, size_t n)
{
	size_t now = speaker_now(s, n);

	if (now == NO_SPEAKER)
		return 0;
	return s[now].speech == SPEECH_INNLEGG ? s[now].id : s[now].reply_to;
}

size_t speaker_replies(const struct speaker *s, size_t n, int64_t subject)
{
	size_t replies = 0;

	for (size_t i = 0; i < n; i++)
		replies += s[i].reply_to == subject && rank(s[i].speech) == 1;
	return replies;
}

void speaker_move(const struct speaker *s, size_t *queue, size_t n, size_t from, size_t to)
{
	size_t moved = queue[from];
	int own = rank(s[moved].speech);

	assert(from < n && to < n);
	while (from > to && rank(s[queue[from - 1]].speech) == own) {
		queue[from] = queue[from - 1];
		from--;
	}
	while (from < to && rank(s[queue[from + 1]].speech) == own) {
		queue[from] = queue[from + 1];
		from++;
	}
	queue[from] = moved;
}

int64_t speaker_used(const struct speaker *s, int64_t now)
{
	return s->used + (s->since > 0 && now > s->since ? now - s->since : 0);
}

int64_t speaker_seconds(int64_t left_ms)
{
	return left_ms > 0 ? (left_ms + SECOND - 1) / SECOND : left_ms / SECOND;
}

enum speaker_time speaker_time(int64_t left_ms, int64_t total_ms)
{
	int64_t s = speaker_seconds(left_ms);

	if (s <= 0)
		return TIME_OVER;
	return s <= SOON_S && total_ms > (int64_t)SOON_S * SECOND ? TIME_SOON : TIME_GOES;
}

/* How many people of that role have spoken. */
static size_t persons(const struct speaker *s, size_t n, enum role role)
{
	size_t found = 0;

	for (size_t i = 0; i < n; i++) {
		bool again = s[i].role != role || s[i].phase == SPEAKER_WAITING;

		for (size_t k = 0; k < i && !again; k++)
			again = s[k].role == role && s[k].phase != SPEAKER_WAITING &&
			        s[k].person == s[i].person;
		found += !again;
	}
	return found;
}

void speaker_sums(const struct speaker *s, size_t n, int64_t now,
                  struct speaker_sum sum[ROLE__MAX])
{
	for (size_t i = 0; i < n; i++) {
		struct speaker_sum *of = &sum[s[i].role];

		if (s[i].phase == SPEAKER_WAITING)
			continue;
		of->n++;
		of->replies += s[i].speech != SPEECH_INNLEGG;
		of->ms += speaker_used(&s[i], now);
	}
	for (int role = 0; role < ROLE__MAX; role++) {
		size_t found = persons(s, n, (enum role)role);

		if (found > sum[role].persons)
			sum[role].persons = found;
	}
}

bool speaker_sum_tells(const struct speaker_sum *sum)
{
	return sum->persons >= SPEAKER_SUM_LEAST;
}
