/* link.h - a ring of things that know their neighbours.
 *
 * The ring is a link itself, so nothing here can fail or allocate; a thing in no
 * ring points at itself, and taking it out twice is harmless.
 */
#ifndef NET_LINK_H
#define NET_LINK_H

#include <stdbool.h>
#include <stddef.h>

struct link {
	struct link *prev, *next;
};

#define LINK_OF(link, type, member) \
	((type *)(void *)((char *)(link) - offsetof(type, member)))

static inline void link_init(struct link *l)
{
	l->prev = l->next = l;
}

static inline bool link_empty(const struct link *ring)
{
	return ring->next == ring;
}

static inline void link_drop(struct link *l)
{
	l->prev->next = l->next;
	l->next->prev = l->prev;
	link_init(l);
}

/* Moves l, wherever it is, to the place just before `next`: before the ring
 * itself is last, before ring->next is first. */
static inline void link_put(struct link *l, struct link *next)
{
	if (l == next)
		return;
	link_drop(l);
	l->prev = next->prev;
	l->next = next;
	next->prev->next = l;
	next->prev = l;
}

#endif
