#include "app/lov/xml.h"

#include <string.h>

#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/utf8.h"

#define SPACE " \t\r\n"

void xml_begin(struct xml *x, struct arena *mem, const char *text, size_t n)
{
	*x = (struct xml){ .mem = mem, .p = text, .end = text + n, .line = 1 };
	if (n >= 3 && memcmp(text, "\357\273\277", 3) == 0)
		x->p += 3;
	if (!utf8_valid(x->p, (size_t)(x->end - x->p)))
		x->error = "filen er ikke UTF-8-tekst";
}

static enum xml_piece wrong(struct xml *x, const char *what)
{
	x->error = arena_printf(x->mem, "linje %d: %s", x->line, what);
	return XML_WRONG;
}

static bool at(const struct xml *x, const char *text)
{
	const size_t n = strlen(text);

	return (size_t)(x->end - x->p) >= n && memcmp(x->p, text, n) == 0;
}

static void step_to(struct xml *x, const char *to)
{
	for (; x->p < to; x->p++)
		x->line += *x->p == '\n';
}

static bool is_space(char c)
{
	return c != '\0' && strchr(SPACE, c) != NULL;
}

static bool is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '-' || c == '_' || c == ':' || c == '.';
}

static void pass_space(struct xml *x)
{
	const char *p = x->p;

	while (p < x->end && is_space(*p))
		p++;
	step_to(x, p);
}

/* NULL: there is no name here. */
static const char *read_name(struct xml *x)
{
	const char *from = x->p;

	while (x->p < x->end && is_name(*x->p))
		x->p++;
	if (x->p == from || *from == '-' || *from == '.' || (*from >= '0' && *from <= '9'))
		return NULL;
	return arena_strndup(x->mem, from, (size_t)(x->p - from));
}

/* Passes what ends so; false: it does not end. */
static bool pass_through(struct xml *x, const char *end)
{
	const char *found = memmem(x->p, (size_t)(x->end - x->p), end, strlen(end));

	if (found == NULL)
		return false;
	step_to(x, found + strlen(end));
	return true;
}

static void add_character(struct buf *out, unsigned long c)
{
	const char tail = (char)(0x80 | (c & 0x3f));

	if (c < 0x80) {
		buf_putc(out, (char)c);
		return;
	}
	if (c < 0x800) {
		buf_putc(out, (char)(0xc0 | c >> 6));
	} else if (c < 0x10000) {
		buf_putc(out, (char)(0xe0 | c >> 12));
		buf_putc(out, (char)(0x80 | (c >> 6 & 0x3f)));
	} else {
		buf_putc(out, (char)(0xf0 | c >> 18));
		buf_putc(out, (char)(0x80 | (c >> 12 & 0x3f)));
		buf_putc(out, (char)(0x80 | (c >> 6 & 0x3f)));
	}
	buf_putc(out, tail);
}

/* "#229" or "#xE5"; 0: not a character of XML. */
static unsigned long numbered(const char *name, size_t n)
{
	const unsigned base = n > 1 && name[1] == 'x' ? 16 : 10;
	unsigned long c = 0;
	size_t i = base == 16 ? 2 : 1;

	if (i >= n || n > 9)
		return 0;
	for (; i < n; i++) {
		static const char digits[] = "0123456789abcdef";
		const char *d = strchr(digits, name[i] >= 'A' && name[i] <= 'F'
		                               ? name[i] - 'A' + 'a' : name[i]);

		if (d == NULL || *d == '\0' || (unsigned)(d - digits) >= base)
			return 0;
		c = c * base + (unsigned long)(d - digits);
	}
	if (c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff) || c == 0xfffe || c == 0xffff)
		return 0;
	return c < ' ' && c != '\t' && c != '\n' && c != '\r' ? 0 : c;
}

/* At the '&'. */
static bool read_entity(struct xml *x, struct buf *out)
{
	static const struct { const char *name; unsigned long c; } known[] = {
		{ "amp", '&' }, { "lt", '<' }, { "gt", '>' }, { "quot", '"' }, { "apos", '\'' },
		{ "nbsp", 0xa0 },
	};
	const char *name = x->p + 1;
	const size_t left = (size_t)(x->end - name);
	const char *end = memchr(name, ';', left < 12 ? left : 12);
	unsigned long c = 0;
	size_t n;

	if (end == NULL)
		return false;
	n = (size_t)(end - name);
	if (n > 0 && *name == '#')
		c = numbered(name, n);
	for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
		if (strlen(known[i].name) == n && memcmp(known[i].name, name, n) == 0)
			c = known[i].c;
	if (c == 0)
		return false;
	add_character(out, c);
	x->p = end + 1;
	return true;
}

/* Up to a character of `stop`, which is not passed; NULL: said already. */
static const char *read_text(struct xml *x, const char *stop)
{
	const char *const from = x->p;
	const char *end = from;
	struct buf out;

	while (end < x->end && strchr(stop, *end) == NULL && *end != '&')
		end++;
	if (end == x->end || *end != '&') {
		step_to(x, end);
		return arena_strndup(x->mem, from, (size_t)(end - from));
	}
	out = buf_in(x->mem);
	while (x->p < x->end && strchr(stop, *x->p) == NULL) {
		if (*x->p == '&') {
			if (!read_entity(x, &out)) {
				wrong(x, "et tegn skrevet med & er ukjent");
				return NULL;
			}
			continue;
		}
		buf_putc(&out, *x->p);
		step_to(x, x->p + 1);
	}
	return out.p;
}

/* After the name: true when all of them are read and '>' or '/' is next. */
static bool read_attributes(struct xml *x)
{
	for (x->n_attribute = 0;; x->n_attribute++) {
		const char *before = x->p, *name, *value;
		char quote;

		pass_space(x);
		if (x->p < x->end && (*x->p == '>' || *x->p == '/'))
			return true;
		if (x->p == before || x->n_attribute == XML_ATTRIBUTES)
			return false;
		name = read_name(x);
		pass_space(x);
		if (name == NULL || !at(x, "="))
			return false;
		x->p++;
		pass_space(x);
		if (!at(x, "\"") && !at(x, "'"))
			return false;
		quote = *x->p++;
		value = read_text(x, quote == '"' ? "\"<" : "'<");
		if (value == NULL || x->p == x->end || *x->p != quote)
			return false;
		x->p++;
		x->attribute[x->n_attribute].name = name;
		x->attribute[x->n_attribute].value = value;
	}
}

static enum xml_piece read_start(struct xml *x)
{
	x->p++;
	x->name = read_name(x);
	if (x->name == NULL || !read_attributes(x))
		return x->error != NULL ? XML_WRONG : wrong(x, "et element er ikke skrevet riktig");
	x->empty = *x->p == '/';
	x->p += x->empty;
	if (!at(x, ">"))
		return wrong(x, "et element er ikke skrevet riktig");
	x->p++;
	if (x->depth == XML_DEPTH)
		return wrong(x, "for mange elementer inni hverandre");
	if (x->depth == 0 && x->root)
		return wrong(x, "det står mer etter slutten");
	x->root = true;
	x->open[x->depth++] = x->name;
	return XML_START;
}

static enum xml_piece end_of(struct xml *x, const char *name)
{
	if (x->depth == 0 || name == NULL || strcmp(name, x->open[x->depth - 1]) != 0)
		return wrong(x, "et element slutter der et annet skulle sluttet");
	x->name = name;
	x->depth--;
	return XML_END;
}

static enum xml_piece read_end(struct xml *x)
{
	const char *name;

	x->p += 2;
	name = read_name(x);
	pass_space(x);
	if (!at(x, ">"))
		return wrong(x, "et element er ikke skrevet riktig");
	x->p++;
	return end_of(x, name);
}

/* <?xml ...?>, comments and <!DOCTYPE html>: passed; false: anything else that is no tag. */
static bool pass_aside(struct xml *x)
{
	if (at(x, "<!--"))
		return pass_through(x, "-->");
	if (at(x, "<?"))
		return pass_through(x, "?>");
	if ((!at(x, "<!DOCTYPE html>") && !at(x, "<!doctype html>")) || x->root)
		return false;
	return pass_through(x, ">");
}

enum xml_piece xml_next(struct xml *x)
{
	if (x->error != NULL)
		return XML_WRONG;
	if (x->empty) {
		x->empty = false;
		return end_of(x, x->open[x->depth - 1]);
	}
	if (x->depth == 0)
		pass_space(x);
	while (at(x, "<!") || at(x, "<?")) {
		if (!pass_aside(x))
			return wrong(x, "bare <!DOCTYPE html> og kommentarer kan begynne slik");
		if (x->depth == 0)
			pass_space(x);
	}
	if (x->p == x->end && x->depth == 0 && x->root)
		return XML_DONE;
	if (x->p == x->end)
		return wrong(x, "filen slutter før den er ferdig");
	if (at(x, "</"))
		return read_end(x);
	if (*x->p == '<')
		return read_start(x);
	if (x->depth == 0)
		return wrong(x, "her skulle det stått et element");
	x->text = read_text(x, "<");
	return x->text != NULL ? XML_TEXT : XML_WRONG;
}

const char *xml_value(const struct xml *x, const char *name)
{
	for (size_t i = 0; i < x->n_attribute; i++)
		if (strcmp(x->attribute[i].name, name) == 0)
			return x->attribute[i].value;
	return "";
}

bool xml_has_class(const struct xml *x, const char *class)
{
	const size_t n = strlen(class);

	for (const char *p = xml_value(x, "class"); *p != '\0';) {
		const size_t word = strcspn(p, SPACE);

		if (word == n && memcmp(p, class, n) == 0)
			return true;
		p += word + strspn(p + word, SPACE);
	}
	return false;
}
