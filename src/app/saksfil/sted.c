#include "app/saksfil/sted.h"

#include <string.h>

#include "lib/arena.h"
#include "lib/buf.h"

#define FRAMES_MAX 16           /* deeper than any field of a case */
#define KEY_BYTES 80

struct frame {
	bool array;
	size_t index;
	const char *key;        /* in the bytes, or NULL before the first */
	size_t n_key;
};

struct walk {
	struct frame frame[FRAMES_MAX];
	size_t depth;           /* may be more than FRAMES_MAX: those are not kept */
	bool value;             /* what comes is a value, not a key                */
};

static struct frame *top(struct walk *w)
{
	return w->depth > 0 && w->depth <= FRAMES_MAX ? &w->frame[w->depth - 1] : NULL;
}

/* The offset behind the string that begins at i. */
static size_t string_end(const char *bytes, size_t n, size_t i)
{
	for (i++; i < n && bytes[i] != '"'; i++)
		i += bytes[i] == '\\';
	return i < n ? i + 1 : n;
}

static void punctuation(struct walk *w, char c)
{
	struct frame *f;

	if (c == '{' || c == '[') {
		w->depth++;
		w->value = c == '[';
		if ((f = top(w)) != NULL)
			*f = (struct frame){ .array = c == '[' };
	} else if (c == '}' || c == ']') {
		w->depth -= w->depth > 0;
	} else if (c == ',' && (f = top(w)) != NULL) {
		f->index++;
		w->value = f->array;
	} else if (c == ':') {
		w->value = true;
	}
}

static char *path_of(struct arena *mem, const struct walk *w)
{
	struct buf b = buf_in(mem);

	buf_puts(&b, "");
	for (size_t i = 0; i < w->depth && i < FRAMES_MAX; i++) {
		const struct frame *f = &w->frame[i];
		const size_t n = f->n_key < KEY_BYTES ? f->n_key : KEY_BYTES;

		if (f->array) {
			buf_printf(&b, "[%zu]", f->index);
		} else if (f->key != NULL) {
			buf_puts(&b, b.n > 0 ? "." : "");
			buf_add(&b, f->key, n);
		}
	}
	return b.p;
}

/* The value of a string field of the case itself. */
static void keep(struct arena *mem, const struct walk *w, const char *text, size_t n,
                 struct saksfil_sted *out)
{
	const struct frame *f = &w->frame[0];

	if (w->depth != 1 || f->key == NULL || n > KEY_BYTES)
		return;
	if (f->n_key == 2 && memcmp(f->key, "id", 2) == 0)
		out->id = arena_strndup(mem, text, n);
	if (f->n_key == 6 && memcmp(f->key, "method", 6) == 0)
		out->method = arena_strndup(mem, text, n);
}

struct saksfil_sted saksfil_sted(struct arena *mem, const char *bytes, size_t n, size_t offset)
{
	struct saksfil_sted out = { NULL, "", "", 1 };
	struct walk w = { .depth = 0 };

	for (size_t i = 0, end; i < n; i = end) {
		end = i + 1;
		if (i >= offset && out.field == NULL)
			out.field = path_of(mem, &w);
		if (bytes[i] != '"') {
			punctuation(&w, bytes[i]);
		} else {
			struct frame *f = top(&w);

			end = string_end(bytes, n, i);
			if (w.value) {
				keep(mem, &w, bytes + i + 1, end - i - 2, &out);
			} else if (f != NULL && end - i >= 2) {
				f->key = bytes + i + 1;
				f->n_key = end - i - 2;
			}
		}
		for (size_t k = i; k < end && k < offset; k++)
			out.line += bytes[k] == '\n';
	}
	if (out.field == NULL)
		out.field = path_of(mem, &w);
	return out;
}

bool saksfil_element(const char *bytes, size_t n, size_t *at, size_t *begin, size_t *end)
{
	size_t i = *at + 1, depth = 0;

	while (i < n && (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\r' ||
	                 bytes[i] == '\n'))
		i++;
	if (i >= n || (bytes[i] == ']' && bytes[*at] == '['))
		return false;
	*begin = i;
	for (; i < n && (depth > 0 || (bytes[i] != ',' && bytes[i] != ']')); i++) {
		if (bytes[i] == '"') {
			i = string_end(bytes, n, i) - 1;
			continue;
		}
		depth += bytes[i] == '{' || bytes[i] == '[';
		depth -= depth > 0 && (bytes[i] == '}' || bytes[i] == ']');
	}
	*end = i;
	*at = i;
	return true;
}
