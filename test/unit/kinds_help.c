#include "kinds_help.h"

#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "lib/arena.h"
#include "lib/buf.h"

#define ATTRIBUTES 24
#define DEPTH 64
#define IDS 256

struct attribute { const char *name, *value; };

struct tag {
	char name[32];
	bool closing, empty;
	struct attribute attr[ATTRIBUTES];
	size_t n;
	const char *after;              /* what follows the > */
};

static const char *get(const struct tag *t, const char *name)
{
	for (size_t i = 0; i < t->n; i++)
		if (strcmp(t->attr[i].name, name) == 0)
			return t->attr[i].value;
	return NULL;
}

/* Entities as our templates write them. */
static const char *unescape(struct arena *mem, const char *p, size_t n)
{
	static const struct { const char *entity, *is; } known[] = {
		{ "&lt;", "<" }, { "&gt;", ">" }, { "&amp;", "&" }, { "&quot;", "\"" },
		{ "&#39;", "'" }, { "&#34;", "\"" },
	};
	struct buf b = buf_in(mem);

	buf_puts(&b, "");
	for (const char *end = p + n; p < end;) {
		size_t i = 0;

		for (; i < sizeof known / sizeof *known; i++)
			if (strncmp(p, known[i].entity, strlen(known[i].entity)) == 0)
				break;
		if (i < sizeof known / sizeof *known) {
			buf_puts(&b, known[i].is);
			p += strlen(known[i].entity);
		} else {
			if (*p == '&')
				fail_msg("a bare & in: %.40s", p);
			buf_putc(&b, *p++);
		}
	}
	return b.p;
}

static const char *read_attribute(struct arena *mem, const char *p, struct tag *t)
{
	size_t n = strcspn(p, " =>/\"'<");
	struct attribute *a = &t->attr[t->n];

	assert_true(n > 0 && t->n < ATTRIBUTES);
	*a = (struct attribute){ arena_strndup(mem, p, n), "" };
	assert_null(get(t, a->name));
	assert_true(strncmp(a->name, "on", 2) != 0 && strcmp(a->name, "style") != 0);
	t->n++;
	p += n;
	if (*p != '=')
		return p;
	assert_int_equal(p[1], '"');
	p += 2;
	n = strcspn(p, "\"");
	assert_null(memchr(p, '<', n));
	a->value = unescape(mem, p, n);
	assert_int_equal(p[n], '"');
	return p + n + 1;
}

/* p is at a <. */
static void read_tag(struct arena *mem, const char *p, struct tag *t)
{
	size_t n;

	*t = (struct tag){ .closing = p[1] == '/' };
	p += 1 + t->closing;
	n = strcspn(p, " >/");
	assert_true(n > 0 && n < sizeof t->name && isalpha((unsigned char)*p));
	memcpy(t->name, p, n);
	p += n;
	while (*p != '>') {
		p += strspn(p, " \n");
		if (*p == '/') {
			t->empty = true;
			p++;
		} else if (*p != '>') {
			assert_true(*p != '\0');
			p = read_attribute(mem, p, t);
		}
	}
	t->after = p + 1;
}

static bool is_void(const struct tag *t)
{
	static const char *const names[] = { "input", "br", "hr", "img", "meta", "link", NULL };

	for (size_t i = 0; names[i] != NULL; i++)
		if (strcmp(names[i], t->name) == 0)
			return true;
	return t->empty;
}

struct page_ids {
	const char *id[IDS], *wanted[IDS];
	size_t n_id, n_wanted;
};

static void collect(struct arena *mem, const struct tag *t, struct page_ids *ids)
{
	const char *id = get(t, "id"), *by = get(t, "aria-describedby");

	if (id != NULL) {
		for (size_t i = 0; i < ids->n_id; i++)
			assert_string_not_equal(ids->id[i], id);
		assert_true(ids->n_id < IDS);
		ids->id[ids->n_id++] = id;
	}
	if (get(t, "for") != NULL)
		ids->wanted[ids->n_wanted++] = get(t, "for");
	while (by != NULL && *by != '\0') {
		size_t n = strcspn(by, " ");

		ids->wanted[ids->n_wanted++] = arena_strndup(mem, by, n);
		by += n + strspn(by + n, " ");
	}
	assert_true(ids->n_wanted < IDS - 4);
}

static void assert_ids_exist(const struct page_ids *ids)
{
	for (size_t w = 0; w < ids->n_wanted; w++) {
		bool found = strcmp(ids->wanted[w], "svarfeil") == 0;

		for (size_t i = 0; i < ids->n_id; i++)
			found |= strcmp(ids->wanted[w], ids->id[i]) == 0;
		if (!found)
			fail_msg("nothing has the id %s", ids->wanted[w]);
	}
}

void assert_well_formed(const char *html)
{
	struct arena *mem = arena_new(256u << 20);
	struct page_ids *ids = arena_get(mem, sizeof *ids);
	char open[DEPTH][32];
	size_t depth = 0;
	struct tag t;

	for (const char *p = html; p != NULL && (p = strchr(p, '<')) != NULL; p = t.after) {
		read_tag(mem, p, &t);
		assert_string_not_equal(t.name, "script");
		collect(mem, &t, ids);
		if (t.closing) {
			assert_true(depth > 0);
			assert_string_equal(open[--depth], t.name);
		} else if (!is_void(&t)) {
			assert_true(depth < DEPTH);
			memcpy(open[depth++], t.name, sizeof t.name);
		}
	}
	assert_int_equal(depth, 0);
	assert_ids_exist(ids);
	arena_free(mem);
}

static void send_pair(struct buf *b, const char *name, const char *value)
{
	buf_printf(b, "%s%s=", b->n > 0 ? "&" : "", name);
	for (const unsigned char *p = (const unsigned char *)value; *p != '\0'; p++)
		buf_printf(b, *p == '\n' ? "%%0D%%0A" : "%%%02X", *p);
}

/* The option that is selected, else the first one. */
static void send_select(struct arena *mem, struct buf *b, const char *name, const char *p)
{
	const char *value = NULL;
	struct tag t;

	for (; (p = strchr(p, '<')) != NULL; p = t.after) {
		read_tag(mem, p, &t);
		if (t.closing && strcmp(t.name, "select") == 0)
			break;
		if (strcmp(t.name, "option") == 0 && !t.closing &&
		    (value == NULL || get(&t, "selected") != NULL))
			value = get(&t, "value");
	}
	if (value != NULL)
		send_pair(b, name, value);
}

const char *form_that_would_be_sent(struct arena *mem, const char *html)
{
	struct buf b = buf_in(mem);
	struct tag t;

	buf_puts(&b, "");
	for (const char *p = html; p != NULL && (p = strchr(p, '<')) != NULL; p = t.after) {
		const char *type, *name;

		read_tag(mem, p, &t);
		name = get(&t, "name");
		type = get(&t, "type");
		if (t.closing || name == NULL)
			continue;
		if (strcmp(t.name, "textarea") == 0)
			send_pair(&b, name, unescape(mem, t.after, strcspn(t.after, "<")));
		else if (strcmp(t.name, "select") == 0)
			send_select(mem, &b, name, t.after);
		else if (strcmp(type, "checkbox") != 0 || get(&t, "checked") != NULL)
			send_pair(&b, name, get(&t, "value"));
	}
	return b.p;
}
