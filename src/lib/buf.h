/* buf.h - bytes that grow.
 *
 * A buf over an arena belongs to the arena and is never freed; one over NULL
 * is on the heap and ends with buf_free().  `p` is always NUL-terminated after
 * the first write, so text can be read as a string; `n` does not count the NUL.
 * A zeroed buf is an empty heap buf.
 */
#ifndef LIB_BUF_H
#define LIB_BUF_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

struct buf {
	char *p;
	size_t n, cap;
	struct arena *arena;    /* NULL: the heap */
};

struct buf buf_in(struct arena *);
void buf_free(struct buf *);                  /* heap bufs only          */
void buf_add(struct buf *, const void *, size_t n);
void buf_puts(struct buf *, const char *);
void buf_putc(struct buf *, char);
void buf_printf(struct buf *, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
void buf_vprintf(struct buf *, const char *fmt, va_list)
	__attribute__((format(printf, 2, 0)));
void buf_drop_front(struct buf *, size_t n);  /* the first n bytes are done */

#endif
