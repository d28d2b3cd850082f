#include "web/route.h"

#include <string.h>

#include "lib/arena.h"
#include "web/site.h"

/* An id as we write it: digits, no leading zero, within an int64. */
static int64_t parse_id(const char *s)
{
	int64_t id = 0;

	if (*s == '0' || strlen(s) > 18)
		return 0;
	for (; *s != '\0'; s++) {
		if (*s < '0' || *s > '9')
			return 0;
		id = id * 10 + (*s - '0');
	}
	return id;
}

int64_t page_param_id(const struct req *r, size_t i)
{
	return parse_id(r->param[i]);
}

static size_t part_length(const char *s)
{
	return strcspn(s, "/");
}

/* One braced part of the pattern against one part of the path. */
static bool take_param(struct arena *a, struct route *r, size_t i, const char *name,
                       size_t n_name, const char *part, size_t n_part)
{
	char *value = form_decode(a, part, n_part, false);

	if (value == NULL || *value == '\0')
		return false;
	r->param[i] = value;
	if (n_name == 7 && memcmp(name, "samling", 7) == 0) {
		r->samling = parse_id(value);
		return r->samling > 0;
	}
	if (n_name == 6 && memcmp(name, "nokkel", 6) == 0)
		r->nokkel = value;
	return true;
}

/* Most patterns fall here, before anything is decoded. */
static bool could_match(const char *pattern, const char *path)
{
	while (*pattern == '/' && *path == '/') {
		size_t n = part_length(++pattern), m = part_length(++path);

		if (pattern[0] != '{' && (n != m || memcmp(pattern, path, n) != 0))
			return false;
		pattern += n;
		path += m;
	}
	return *pattern == '\0' && *path == '\0';
}

static bool match(struct arena *a, const char *pattern, const char *path, struct route *r)
{
	size_t params = 0;

	if (!could_match(pattern, path))
		return false;
	while (*pattern == '/' && *path == '/') {
		size_t n = part_length(++pattern), m = part_length(++path);

		if (pattern[0] == '{' &&
		    !take_param(a, r, params++, pattern + 1, n - 2, path, m))
			return false;
		pattern += n;
		path += m;
	}
	return true;
}

struct route route_find(const struct site *site, struct arena *a, enum http_method method,
                        const char *path)
{
	struct route r = { 0 };

	if (method == HTTP_HEAD)
		method = HTTP_GET;
	for (size_t t = 0; t < SITE_TABLES_MAX && site->table[t] != NULL; t++) {
		for (const struct page *p = site->table[t]; p->path != NULL; p++) {
			struct route this = { 0 };

			if (!match(a, p->path, path, &this))
				continue;
			if (p->method == method) {
				this.page = p;
				this.path_known = true;
				return this;
			}
			r.path_known = true;
		}
	}
	return r;
}
