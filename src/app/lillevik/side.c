#include "app/lillevik/side.h"

#include <string.h>

#include "lib/arena.h"
#include "net/client.h"

/* Just past the '>' that ends the tag at p, quotes respected. */
static const char *tag_end(const char *p)
{
	for (bool quoted = false; *p != '\0' && (quoted || *p != '>'); p++)
		quoted ^= *p == '"';
	return *p == '>' ? p + 1 : p;
}

static char *unescape(struct arena *mem, const char *p, size_t n)
{
	static const struct { const char *entity, letter; } known[] = {
		{ "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' }, { "&quot;", '"' },
		{ "&#34;", '"' }, { "&#39;", '\'' },
	};
	char *out = arena_strndup(mem, p, n), *to = out;

	for (const char *from = out; *from != '\0'; to++) {
		size_t taken = 1;

		*to = *from;
		for (size_t i = 0; *from == '&' && i < sizeof known / sizeof known[0]; i++) {
			if (strncmp(from, known[i].entity, strlen(known[i].entity)) != 0)
				continue;
			*to = known[i].letter;
			taken = strlen(known[i].entity);
		}
		from += taken;
	}
	*to = '\0';
	return out;
}

/* Attribute `name` of the tag at p; NULL when it has none. */
static char *attribute(struct arena *mem, const char *p, const char *name)
{
	const char *end = tag_end(p);
	size_t n = strlen(name);

	for (; p < end; p++) {
		if (*p == ' ' && strncmp(p + 1, name, n) == 0 && strncmp(p + 1 + n, "=\"", 2) == 0)
			return unescape(mem, p + n + 3, strcspn(p + n + 3, "\""));
		if (*p == '"')
			p += 1 + strcspn(p + 1, "\"");
	}
	return NULL;
}

static bool is_field(const char *tag)
{
	return strncmp(tag, "<input", 6) == 0 || strncmp(tag, "<button", 7) == 0 ||
	       strncmp(tag, "<textarea", 9) == 0 || strncmp(tag, "<select", 7) == 0;
}

/* The next field with that name from p on. */
static const char *field(const char *p, const char *name)
{
	char want[48];
	size_t n = strlen(name);

	if (n + 9 > sizeof want)
		return NULL;
	memcpy(want, " name=\"", 7);
	memcpy(want + 7, name, n);
	memcpy(want + 7 + n, "\"", 2);
	for (; (p = strchr(p, '<')) != NULL; p = tag_end(p)) {
		const char *end = tag_end(p), *at = is_field(p) ? strstr(p, want) : NULL;

		if (at != NULL && at < end)
			return p;
	}
	return NULL;
}

char *side_option(struct arena *mem, const char *html, const char *name, size_t i, size_t option)
{
	const char *p = html, *end;

	while ((p = field(p, name)) != NULL && i > 0) {
		i--;
		p++;
	}
	end = p != NULL ? strstr(p, "</select>") : NULL;
	for (; p != NULL && (p = strstr(p, "<option")) != NULL && p < end; p++)
		if (option-- == 0)
			return attribute(mem, p, "value");
	return NULL;
}

size_t side_count(const char *html, const char *name)
{
	size_t n = 0;

	for (const char *p = html; (p = field(p, name)) != NULL; p++)
		n++;
	return n;
}

char *side_value(struct arena *mem, const char *html, const char *name, size_t i)
{
	const char *p = html;

	while ((p = field(p, name)) != NULL && i > 0) {
		i--;
		p++;
	}
	return p != NULL ? attribute(mem, p, "value") : NULL;
}

void side_add(struct buf *b, const char *name, const char *value)
{
	buf_printf(b, "%s%s=", b->n > 0 ? "&" : "", name);
	for (; *value != '\0'; value++) {
		unsigned char c = (unsigned char)*value;

		if (((c | 32) >= 'a' && (c | 32) <= 'z') || (c >= '0' && c <= '9'))
			buf_putc(b, *value);
		else
			buf_printf(b, "%%%02X", c);
	}
}

static void add_hidden(struct arena *mem, const char *html, const char *id, struct buf *b)
{
	for (const char *p = html; (p = strstr(p, "<input")) != NULL; p++) {
		const char *type = attribute(mem, p, "type"), *belongs = attribute(mem, p, "form");
		const char *name = attribute(mem, p, "name");

		if (type == NULL || strcmp(type, "hidden") != 0 || name == NULL)
			continue;
		if (id == NULL ? belongs == NULL : belongs != NULL && strcmp(belongs, id) == 0)
			side_add(b, name, attribute(mem, p, "value"));
	}
}

/* The form that the tag at `p` belongs to. */
static const char *form_of(struct arena *mem, const char *html, const char *p, const char *id)
{
	const char *best = NULL;

	for (const char *f = html; (f = strstr(f, "<form")) != NULL; f++) {
		const char *own = attribute(mem, f, "id");

		if (id != NULL ? own != NULL && strcmp(own, id) == 0 : f < p)
			best = f;
	}
	return best;
}

bool side_form(struct arena *mem, const char *html, const char *name, const char *value,
               struct side_form *out)
{
	const char *p = html, *form = NULL, *id, *end;

	while ((p = field(p, name)) != NULL) {
		const char *v = attribute(mem, p, "value");

		if (value == NULL || (v != NULL && strcmp(v, value) == 0))
			break;
		p++;
	}
	if (p != NULL)
		form = form_of(mem, html, p, attribute(mem, p, "form"));
	end = form != NULL ? strstr(form, "</form>") : NULL;
	if (end == NULL)
		return false;
	*out = (struct side_form){ .action = attribute(mem, form, "action"),
	                           .body = buf_in(mem),
	                           .html = arena_strndup(mem, form, (size_t)(end - form)) };
	id = attribute(mem, form, "id");
	add_hidden(mem, out->html, NULL, &out->body);
	if (id != NULL)
		add_hidden(mem, html, id, &out->body);
	return out->action != NULL;
}

char *side_cookie(struct arena *mem, const char *before, const struct client_reply *r)
{
	struct buf b = buf_in(mem);

	buf_puts(&b, before != NULL ? before : "");
	for (size_t i = 0; i < r->n_field; i++) {
		const char *v = r->field[i].value;

		if (strcmp(r->field[i].name, "set-cookie") == 0)
			buf_printf(&b, "%s%.*s", b.n > 0 ? "; " : "", (int)strcspn(v, ";"), v);
	}
	return b.p;
}
