#include "app/aktivitet/husk.h"

#include <string.h>

#include "lib/arena.h"
#include "rules/ord/ordsky.h"

/* More rounds open at once than this, and the oldest starts over at what the database
 * says: a hall has one open round, a country some tens. */
#define REMEMBERED 128
#define GROUPS_CEILING (32u << 20)
#define PICTURE_CEILING (4u << 20)

struct remembered {
	int64_t round, accepted, people, floor;
	struct arena *mem;           /* of the groups */
	struct remembered_groups groups;
	struct arena *picture_mem;
	struct ordsky picture;
};

struct memory {
	struct arena *mem;
	struct remembered round[REMEMBERED];
	size_t next;
};

struct memory *memory_new(void)
{
	struct arena *a = arena_new(sizeof(struct memory) + 64);
	struct memory *m = arena_get(a, sizeof *m);

	m->mem = a;
	return m;
}

static void forget(struct remembered *r)
{
	arena_free(r->mem);
	arena_free(r->picture_mem);
}

void memory_free(struct memory *m)
{
	if (m == NULL)
		return;
	for (size_t i = 0; i < REMEMBERED; i++)
		forget(&m->round[i]);
	arena_free(m->mem);
}

static const struct remembered *find(const struct memory *m, int64_t round)
{
	for (size_t i = 0; i < REMEMBERED; i++)
		if (m->round[i].round == round)
			return &m->round[i];
	return NULL;
}

static struct remembered *get(struct memory *m, int64_t round)
{
	struct remembered *r = (struct remembered *)find(m, round);

	if (r != NULL)
		return r;
	r = &m->round[m->next++ % REMEMBERED];
	forget(r);
	*r = (struct remembered){ .round = round, .people = -1, .floor = -1 };
	return r;
}

/* An arena that is there, and empty. */
static void fresh(struct arena **mem, size_t ceiling)
{
	if (*mem == NULL)
		*mem = arena_new(ceiling);
	else
		arena_reset(*mem);
}

void memory_accepted(struct memory *m, int64_t round)
{
	get(m, round)->accepted++;
}

int64_t memory_count(const struct memory *m, int64_t round)
{
	const struct remembered *r = find(m, round);

	return r != NULL ? r->accepted : 0;
}

int64_t memory_people(const struct memory *m, int64_t round)
{
	const struct remembered *r = find(m, round);

	return r != NULL ? r->people : -1;
}

void memory_people_set(struct memory *m, int64_t round, int64_t people)
{
	get(m, round)->people = people;
}

void memory_opened(struct memory *m, int64_t round)
{
	get(m, round)->floor = 0;
}

int64_t memory_floor(struct memory *m, int64_t round, int64_t phones)
{
	struct remembered *r = get(m, round);

	if (r->floor < 0)
		r->floor = phones;
	return r->floor;
}

void memory_people_forget(struct memory *m)
{
	for (size_t i = 0; i < REMEMBERED; i++)
		m->round[i].people = -1;
}

const struct remembered_groups *memory_groups(const struct memory *m, int64_t round)
{
	const struct remembered *r = find(m, round);

	return r != NULL && r->mem != NULL ? &r->groups : NULL;
}

static struct rows copy_rows(struct arena *a, const struct rows *from)
{
	struct rows to = { .n = from->n, .n_col = from->n_col };

	to.row = arena_array(a, from->n, sizeof *to.row);
	for (size_t i = 0; i < from->n; i++) {
		struct value *col = arena_array(a, from->n_col, sizeof *col);

		for (size_t c = 0; c < from->n_col; c++) {
			col[c] = from->row[i].col[c];
			if (col[c].text != NULL)
				col[c].text = arena_strndup(a, col[c].text, col[c].n);
		}
		to.row[i].col = col;
	}
	return to;
}

const struct remembered_groups *memory_keep(struct memory *m, int64_t round, int64_t people,
                                            const struct rows *from)
{
	struct remembered *r = get(m, round);

	fresh(&r->mem, GROUPS_CEILING);
	r->groups = (struct remembered_groups){ people, copy_rows(r->mem, from) };
	return &r->groups;
}

const struct ordsky *memory_picture(const struct memory *m, int64_t round)
{
	const struct remembered *r = find(m, round);

	return r != NULL && r->picture_mem != NULL ? &r->picture : NULL;
}

void memory_picture_keep(struct memory *m, int64_t round, const struct ordsky *from)
{
	struct remembered *r = get(m, round);

	fresh(&r->picture_mem, PICTURE_CEILING);
	r->picture = *from;
	r->picture.place = arena_array(r->picture_mem, from->n, sizeof *from->place);
	for (size_t i = 0; i < from->n; i++) {
		r->picture.place[i] = from->place[i];
		r->picture.place[i].key = arena_strdup(r->picture_mem, from->place[i].key);
		r->picture.place[i].label = arena_strdup(r->picture_mem, from->place[i].label);
	}
}
