/* arena.h - memory that dies together.
 *
 * One arena per HTTP request, one per drawn view, one per rule computation,
 * one per test.  Nothing got here is ever freed alone: arena_reset() takes it
 * all back at once and runs the undo list, last registered first.  Every arena
 * has a ceiling given at birth, checked sizes come in from the edge (net/,
 * web/form), so reaching the ceiling or running out of memory is a bug of ours
 * and ends the process.
 */
#ifndef LIB_ARENA_H
#define LIB_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

struct arena *arena_new(size_t ceiling);  /* the caller owns it: arena_free() */
void arena_free(struct arena *);          /* NULL is fine                     */
void arena_reset(struct arena *);         /* keeps one block for the next use */
size_t arena_used(const struct arena *);  /* bytes since the reset; for tests */

/* Zeroed and 16-aligned; lives until the reset.  n may be 0. */
void *arena_get(struct arena *, size_t n);

/* Room for n elements of `size` bytes; a product that overflows is a bug. */
void *arena_array(struct arena *, size_t n, size_t size);

/* What another library allocated for us is let go together with the arena. */
void arena_undo(struct arena *, void (*fn)(void *), void *arg);

char *arena_strdup(struct arena *, const char *);            /* NULL gives NULL */
char *arena_strndup(struct arena *, const char *, size_t n); /* all n; adds a NUL */
char *arena_printf(struct arena *, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *, const char *fmt, va_list)
	__attribute__((format(printf, 2, 0)));

#endif
