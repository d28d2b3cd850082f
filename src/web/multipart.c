#include "web/multipart.h"

#include <string.h>
#include <strings.h>

#include "lib/arena.h"

#define MEDIA "multipart/form-data"
#define DISPOSITION "content-disposition:"
#define BOUNDARY_MAX 70              /* RFC 2046 */
#define HEADERS_MAX 1024             /* bytes in front of one part */
#define NAME_MAX_BYTES 40

/* What is left to read. */
struct reading { const char *p, *end; };

static bool take(struct reading *r, const char *what, size_t n)
{
	if ((size_t)(r->end - r->p) < n || memcmp(r->p, what, n) != 0)
		return false;
	r->p += n;
	return true;
}

bool multipart_is(const char *type)
{
	return type != NULL && strncasecmp(type, MEDIA, strlen(MEDIA)) == 0 &&
	       (type[strlen(MEDIA)] == ';' || type[strlen(MEDIA)] == ' ' ||
	        type[strlen(MEDIA)] == '\0');
}

/* CRLF, two hyphens and the boundary, which stands in front of every part and after the
 * last; NULL when there is none. */
static const char *delimiter_of(struct arena *a, const char *type)
{
	const char *p = strcasestr(type, "boundary=");
	size_t n;

	if (p == NULL || (p[-1] != ';' && p[-1] != ' '))
		return NULL;
	p += strlen("boundary=");
	if (*p == '"') {
		n = strcspn(++p, "\"");
		if (p[n] != '"')
			return NULL;
	} else {
		n = strcspn(p, "; ");
	}
	if (n == 0 || n > BOUNDARY_MAX)
		return NULL;
	return arena_printf(a, "\r\n--%.*s", (int)n, p);
}

/* The value in quotation marks, inside one line; browsers write a mark in it as %22. */
static bool take_quoted(struct reading *line, struct reading *value)
{
	const char *close;

	if (!take(line, "\"", 1))
		return false;
	close = memchr(line->p, '"', (size_t)(line->end - line->p));
	if (close == NULL)
		return false;
	*value = (struct reading){ line->p, close };
	line->p = close + 1;
	return true;
}

/* form-data; name="fil"; filename="C:\bilder\a.png" */
static bool take_disposition(struct arena *a, struct reading line, struct part *part)
{
	struct reading value;
	size_t n;

	while (line.p < line.end && *line.p == ' ')
		line.p++;
	if (part->name != NULL || !take(&line, "form-data; name=", 16) ||
	    !take_quoted(&line, &value))
		return false;
	n = (size_t)(value.end - value.p);
	if (n == 0 || n > NAME_MAX_BYTES || memchr(value.p, '\0', n) != NULL)
		return false;
	part->name = arena_strndup(a, value.p, n);
	if (take(&line, "; filename=", 11)) {
		part->file = true;
		if (!take_quoted(&line, &value))
			return false;
	}
	return line.p == line.end;
}

/* Lines up to an empty one. */
static bool take_headers(struct arena *a, struct reading *r, struct part *part)
{
	const char *limit = r->end - r->p > HEADERS_MAX ? r->p + HEADERS_MAX : r->end;

	while (!take(r, "\r\n", 2)) {
		const char *eol = memmem(r->p, (size_t)(limit - r->p), "\r\n", 2);
		size_t n = strlen(DISPOSITION);

		if (eol == NULL)
			return false;
		if ((size_t)(eol - r->p) > n && strncasecmp(r->p, DISPOSITION, n) == 0 &&
		    !take_disposition(a, (struct reading){ r->p + n, eol }, part))
			return false;
		r->p = eol + 2;
	}
	return part->name != NULL;
}

static bool take_part(struct arena *a, struct reading *r, const char *delimiter,
                      struct part *part)
{
	const char *end;

	*part = (struct part){ 0 };
	if (!take(r, "\r\n", 2) || !take_headers(a, r, part))
		return false;
	end = memmem(r->p, (size_t)(r->end - r->p), delimiter, strlen(delimiter));
	if (end == NULL)
		return false;
	part->bytes = r->p;
	part->n = (size_t)(end - r->p);
	r->p = end + strlen(delimiter);
	return true;
}

bool multipart_read(struct arena *a, const char *type, const char *body, size_t n,
                    struct multipart *out)
{
	struct reading r = { body, body + n };
	const char *delimiter = multipart_is(type) ? delimiter_of(a, type) : NULL;

	out->n = 0;
	if (delimiter == NULL || !take(&r, delimiter + 2, strlen(delimiter) - 2))
		return false;
	while (!take(&r, "--", 2)) {
		if (out->n == MULTIPART_PARTS_MAX ||
		    !take_part(a, &r, delimiter, &out->part[out->n++]))
			return false;
	}
	return r.p == r.end || (take(&r, "\r\n", 2) && r.p == r.end);
}
