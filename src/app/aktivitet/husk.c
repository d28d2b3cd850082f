#include "app/aktivitet/husk.h"

#include <string.h>

#include "lib/arena.h"

/* More rounds open at once than this, and the oldest starts over at what the database
 * says: a hall has one open round, a country some tens. */
#define REMEMBERED 128
#define CEILING (4u << 20)

struct remembered {
	int64_t round, accepted, step;
	struct arena *mem;           /* of the groups */
	struct rows groups;
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

void memory_free(struct memory *m)
{
	if (m == NULL)
		return;
	for (size_t i = 0; i < REMEMBERED; i++)
		arena_free(m->round[i].mem);
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
	arena_free(r->mem);
	*r = (struct remembered){ .round = round, .step = -1, .mem = arena_new(CEILING) };
	return r;
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

const struct rows *memory_groups(const struct memory *m, int64_t round, int64_t step)
{
	const struct remembered *r = find(m, round);

	return r != NULL && r->step == step ? &r->groups : NULL;
}

const struct rows *memory_keep(struct memory *m, int64_t round, int64_t step,
                               const struct rows *from)
{
	struct remembered *r = get(m, round);

	arena_reset(r->mem);
	r->step = step;
	r->groups = (struct rows){ .n = from->n, .n_col = from->n_col };
	r->groups.row = arena_array(r->mem, from->n, sizeof *r->groups.row);
	for (size_t i = 0; i < from->n; i++) {
		struct value *col = arena_array(r->mem, from->n_col, sizeof *col);

		for (size_t c = 0; c < from->n_col; c++) {
			col[c] = from->row[i].col[c];
			if (col[c].text != NULL)
				col[c].text = arena_strndup(r->mem, col[c].text, col[c].n);
		}
		r->groups.row[i].col = col;
	}
	return &r->groups;
}
