#include "live/seen.h"

#include <stdlib.h>
#include <string.h>

#include "lib/log.h"
#include "live/live.h"

#define FIRST_PLACES 64

struct phone {
	uint64_t who;            /* 0: an empty place */
	int64_t samling;
	int streams;             /* open now */
	int64_t left;            /* mono ms when the last one ended */
};

/* Open addressing; cap is a power of two and at least a third is empty. */
struct seen {
	struct phone *table;
	size_t cap, used;
};

static struct phone *table_new(size_t cap)
{
	struct phone *t = calloc(cap, sizeof *t);

	if (t == NULL)
		log_fatal("out of memory");
	return t;
}

struct seen *seen_new(void)
{
	struct seen *s = calloc(1, sizeof *s);

	if (s == NULL)
		log_fatal("out of memory");
	s->cap = FIRST_PLACES;
	s->table = table_new(s->cap);
	return s;
}

void seen_free(struct seen *s)
{
	free(s->table);
	free(s);
}

static struct phone *place(struct phone *table, size_t cap, uint64_t who)
{
	size_t i = (size_t)(who * UINT64_C(0x9e3779b97f4a7c15)) & (cap - 1);

	while (table[i].who != 0 && table[i].who != who)
		i = (i + 1) & (cap - 1);
	return &table[i];
}

static bool here(const struct phone *p, int64_t now)
{
	return p->streams > 0 || now - p->left < LIVE_SEEN_MS;
}

/* Leaves out those who went long ago, and doubles the room if the rest need it; `now` is
 * the latest leaving. */
static void grow(struct seen *s)
{
	struct phone *old = s->table;
	size_t cap = s->cap, staying = 0;
	int64_t now = 0;

	for (size_t i = 0; i < cap; i++)
		if (old[i].left > now)
			now = old[i].left;
	for (size_t i = 0; i < cap; i++)
		staying += old[i].who != 0 && here(&old[i], now);
	if (staying * 3 > cap)
		s->cap *= 2;
	s->table = table_new(s->cap);
	s->used = 0;
	for (size_t i = 0; i < cap; i++) {
		if (old[i].who != 0 && here(&old[i], now)) {
			*place(s->table, s->cap, old[i].who) = old[i];
			s->used++;
		}
	}
	free(old);
}

void seen_enter(struct seen *s, uint64_t who, int64_t samling)
{
	struct phone *p;

	if (who == 0)
		return;
	if (s->used * 3 > s->cap * 2)
		grow(s);
	p = place(s->table, s->cap, who);
	if (p->who == 0)
		s->used++;
	p->who = who;
	p->samling = samling;
	p->streams++;
}

void seen_leave(struct seen *s, uint64_t who, int64_t mono_ms)
{
	struct phone *p = who != 0 ? place(s->table, s->cap, who) : NULL;

	if (p == NULL || p->who == 0)
		return;
	p->streams--;
	p->left = mono_ms;
}

size_t seen_count(struct seen *s, int64_t samling, int64_t mono_ms)
{
	size_t n = 0;

	for (size_t i = 0; i < s->cap; i++)
		if (s->table[i].who != 0 && s->table[i].samling == samling &&
		    here(&s->table[i], mono_ms))
			n++;
	return n;
}
