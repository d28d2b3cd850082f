#include "lib/arena.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/log.h"

#define FIRST_BLOCK 4096
#define ALIGNMENT 16

struct block {
	struct block *next;
	size_t used, size;
	_Alignas(ALIGNMENT) unsigned char bytes[];
};

struct undo {
	struct undo *next;
	void (*fn)(void *);
	void *arg;
};

struct arena {
	struct block *newest;   /* the block we hand out from */
	struct undo *undo;      /* last registered first */
	size_t used, ceiling;
};

static struct block *block_new(size_t size, struct block *next)
{
	struct block *b = malloc(sizeof *b + size);

	if (b == NULL)
		log_fatal("out of memory");
	b->next = next;
	b->used = 0;
	b->size = size;
	return b;
}

struct arena *arena_new(size_t ceiling)
{
	struct arena *a = malloc(sizeof *a);

	if (a == NULL)
		log_fatal("out of memory");
	*a = (struct arena){ .ceiling = ceiling };
	return a;
}

static void run_undo(struct arena *a)
{
	for (struct undo *u = a->undo; u != NULL; u = u->next)
		u->fn(u->arg);
	a->undo = NULL;
}

void arena_free(struct arena *a)
{
	if (a == NULL)
		return;
	run_undo(a);
	for (struct block *b = a->newest, *next; b != NULL; b = next) {
		next = b->next;
		free(b);
	}
	free(a);
}

/* The oldest block is the first and smallest; keeping it spares the next
 * request a malloc without letting one large request pin its memory. */
void arena_reset(struct arena *a)
{
	run_undo(a);
	while (a->newest != NULL && a->newest->next != NULL) {
		struct block *b = a->newest;
		a->newest = b->next;
		free(b);
	}
	if (a->newest != NULL)
		a->newest->used = 0;
	a->used = 0;
}

size_t arena_used(const struct arena *a)
{
	return a->used;
}

void *arena_get(struct arena *a, size_t n)
{
	struct block *b = a->newest;
	size_t size;
	void *p;

	assert(n <= a->ceiling);
	n = (n + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
	if (a->used + n > a->ceiling)
		log_fatal("an arena of %zu bytes is full", a->ceiling);
	if (b == NULL || b->size - b->used < n) {
		size = b == NULL ? FIRST_BLOCK : b->size * 2;
		b = a->newest = block_new(size > n ? size : n, a->newest);
	}
	p = b->bytes + b->used;
	b->used += n;
	a->used += n;
	return memset(p, 0, n);
}

void *arena_array(struct arena *a, size_t n, size_t size)
{
	size_t total;

	if (__builtin_mul_overflow(n, size, &total))
		log_fatal("an array of %zu elements overflows", n);
	return arena_get(a, total);
}

void arena_undo(struct arena *a, void (*fn)(void *), void *arg)
{
	struct undo *u = arena_get(a, sizeof *u);

	*u = (struct undo){ a->undo, fn, arg };
	a->undo = u;
}

char *arena_strndup(struct arena *a, const char *s, size_t n)
{
	char *p = arena_get(a, n + 1);

	memcpy(p, s, n);
	return p;
}

char *arena_strdup(struct arena *a, const char *s)
{
	return s == NULL ? NULL : arena_strndup(a, s, strlen(s));
}

char *arena_vprintf(struct arena *a, const char *fmt, va_list ap)
{
	va_list twice;
	char *p;
	int n;

	va_copy(twice, ap);
	n = vsnprintf(NULL, 0, fmt, twice);
	va_end(twice);
	assert(n >= 0);
	p = arena_get(a, (size_t)n + 1);
	vsnprintf(p, (size_t)n + 1, fmt, ap);
	return p;
}

char *arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap;
	char *p;

	va_start(ap, fmt);
	p = arena_vprintf(a, fmt, ap);
	va_end(ap);
	return p;
}
