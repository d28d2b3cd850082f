/* htmlgen - compiles templates (.html) to C functions.
 *
 *	htmlgen in.html out.c out.h
 *
 * The language:
 *
 *	% #include "app/x/x.h"              outside a template: C for the header
 *	% template name(const struct x *x)  opens  void t_name(struct out *o, ...)
 *	% end                               closes it
 *	% for (i = 0; i < x->n; i++) {      inside: C, only between tags
 *	{{ expr }}              value, escaped for the place it stands in
 *	{{{ expr }}}            struct html, between tags only
 *	{{_ "tekst" }}          translated text
 *	{{_ "%s av %d", a, b }} translated format
 *	{{n "1 svar", "%d svar", n }}       translated, singular or plural
 *	{{> name(args) }}       another template: t_name(o, args)
 *	{{? cond }} .. {{:}} .. {{/}}       between tags, between the attributes of a
 *	                        tag or inside a quoted value; ends where it began
 *
 * The tool follows the HTML to know each place: text, quoted value, URL, inside a
 * tag.  What cannot be made safe is refused with file and line, and so is what our
 * content security policy would stop in the browser.  Escaping cannot be forgotten,
 * since nobody writes it.  Indentation, blank lines and comments are left out of
 * the page (but kept in <pre> and <textarea>).
 *
 * #line lets compilers, debuggers and xgettext speak of the .html.
 */
#include "htmlgen.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

void die(const struct gen *g, const char *fmt, ...)
{
	va_list ap;

	fprintf(stderr, "%s:%d: ", g->path, g->line);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
	exit(1);
}

void lit(struct gen *g, const char *p, size_t n)
{
	if (g->n_lit == 0)
		g->lit_line = g->line;
	if (g->n_lit + n > g->lit_cap) {
		g->lit_cap = 2 * (g->n_lit + n);
		g->lit = realloc(g->lit, g->lit_cap);
		if (g->lit == NULL)
			die(g, "out of memory");
	}
	memcpy(g->lit + g->n_lit, p, n);
	g->n_lit += n;
}

void lits(struct gen *g, const char *s)
{
	lit(g, s, strlen(s));
}

static void line_mark(const struct gen *g, FILE *f, int line)
{
	fprintf(f, "#line %d \"%s\"\n", line, g->path);
}

/* Three octal digits cannot swallow what follows; a bare ? could be a trigraph. */
static void flush(struct gen *g)
{
	if (g->n_lit == 0)
		return;
	line_mark(g, g->c, g->lit_line);
	fputs("out_raw(o, \"", g->c);
	for (size_t i = 0; i < g->n_lit; i++) {
		unsigned char b = (unsigned char)g->lit[i];

		if (b == '\n')
			fputs(i + 1 < g->n_lit ? "\\n\"\n\"" : "\\n", g->c);
		else if (b == '"' || b == '\\' || b == '?')
			fprintf(g->c, "\\%c", b);
		else if (b < 0x20 || b > 0x7e)
			fprintf(g->c, "\\%03o", b);
		else
			fputc(b, g->c);
	}
	fprintf(g->c, "\", %zu);\n", g->n_lit);
	g->n_lit = 0;
}

void emit(struct gen *g, int line, const char *fmt, ...)
{
	va_list ap;

	flush(g);
	line_mark(g, g->c, line);
	va_start(ap, fmt);
	vfprintf(g->c, fmt, ap);
	va_end(ap);
	fputc('\n', g->c);
}

/* Reads "name(type arg, ...)", which may go on over several % lines. */
static void template_begin(struct gen *g, char *text)
{
	char *open = strchr(text, '('), *close = strrchr(text, ')');
	size_t name = strspn(text, "abcdefghijklmnopqrstuvwxyz_0123456789");
	bool none;

	if (g->place != OUTSIDE)
		die(g, "a template inside a template");
	if (name == 0 || open != text + name || close == NULL || close[1] != '\0')
		die(g, "expected: %% template name(type arg, ...)");
	*close = '\0';
	none = open[1] == '\0' || strcmp(open + 1, "void") == 0;
	if (none)
		open[1] = '\0';
	line_mark(g, g->h, g->line);
	fprintf(g->h, "void t_%.*s(struct out *o%s%s);\n", (int)name, text, none ? "" : ", ",
		open + 1);
	line_mark(g, g->c, g->line);
	fprintf(g->c, "void t_%.*s(struct out *o%s%s)\n{\n", (int)name, text,
		none ? "" : ", ", open + 1);
	g->place = TEXT;
	g->keep = false;
}

static void template_end(struct gen *g)
{
	if (g->place != TEXT)
		die(g, "%s", g->place == OUTSIDE ? "% end without a template" :
		    "template ends inside a tag");
	if (g->n_lit > 0 && g->lit[g->n_lit - 1] == '\n')
		g->n_lit--;         /* the caller's line has a newline of its own */
	if (g->n_branch > 0)
		die(g, "{{? of line %d is not closed", g->branch[g->n_branch - 1].line);
	emit(g, g->line, "}\n");
	g->place = OUTSIDE;
}

/* The text after a %, joined with the % lines below while a bracket is open. */
static char *c_line(struct gen *g, const char *p)
{
	struct { char *p; size_t n; } s;
	FILE *f = open_memstream(&s.p, &s.n);
	int depth = 0;

	for (;; p++) {
		p += strspn(p, " \t");
		for (; *p != '\n' && *p != '\0'; p++) {
			depth += (*p == '(') - (*p == ')');
			fputc(*p, f);
		}
		if (*p == '\0' || depth <= 0)
			break;
		fputc('\n', f);
		g->line++;
		p += 1 + strspn(p + 1, " \t");
		if (*p != '%')
			die(g, "a bracket is open: expected a %% line");
	}
	fclose(f);
	while (s.n > 0 && isspace((unsigned char)s.p[s.n - 1]))
		s.p[--s.n] = '\0';
	g->at = p + (*p == '\n');
	return s.p;
}

static void c_step(struct gen *g, const char *p)
{
	int line = g->line;
	char *s;

	if (g->place != TEXT && g->place != OUTSIDE)
		die(g, "%% line inside a tag");
	s = c_line(g, p + 1);
	if (strncmp(s, "template ", 9) == 0) {
		template_begin(g, s + 9 + strspn(s + 9, " "));
	} else if (strcmp(s, "end") == 0) {
		template_end(g);
	} else if (g->place == OUTSIDE) {
		line_mark(g, g->h, line);
		fprintf(g->h, "%s\n", s);
	} else {
		emit(g, line, "%s", s);
	}
	free(s);
	g->line++;
}

/* At the beginning of a line: C, nothing, or text behind its indentation. */
static void line_step(struct gen *g)
{
	const char *p = g->at + strspn(g->at, " \t");

	g->line_head = false;
	if (*p == '%') {
		c_step(g, p);
		g->line_head = true;
	} else if (*p == '\n' && !g->keep) {
		g->at = p + 1;
		g->line++;
		g->line_head = true;
	} else if (g->place == OUTSIDE && *p != '\0') {
		die(g, "text outside a template");
	} else if (!g->keep) {
		g->at = p;
	}
}

static void newline(struct gen *g)
{
	if (g->place != TAG && g->place != SCRIPT)
		lits(g, g->place == VALUE ? " " : "\n");
	g->at++;
	g->line++;
	g->line_head = true;
}

static void compile(struct gen *g)
{
	while (*g->at != '\0') {
		if (g->line_head)
			line_step(g);
		else if (strncmp(g->at, "{{", 2) == 0)
			value_step(g);
		else if (*g->at == '\n')
			newline(g);
		else
			html_step(g);
	}
	if (g->place != OUTSIDE)
		die(g, "file ends inside a %s", g->place == TEXT ? "template" : "tag");
}

static char *read_file(const char *path)
{
	FILE *f = fopen(path, "rb"), *to;
	char *p, part[4096];
	size_t n;

	if (f == NULL) {
		perror(path);
		exit(1);
	}
	to = open_memstream(&p, &n);
	while ((n = fread(part, 1, sizeof(part), f)) > 0)
		fwrite(part, 1, n, to);
	fclose(f);
	fclose(to);
	return p;
}

static void write_file(const char *path, const char *text)
{
	FILE *f = fopen(path, "wb");

	if (f == NULL || fputs(text, f) == EOF || fclose(f) != 0) {
		perror(path);
		exit(1);
	}
}

int main(int argc, char **argv)
{
	char *text, *c, *h;
	const char *name;
	size_t n;

	if (argc != 4) {
		fprintf(stderr, "usage: htmlgen in.html out.c out.h\n");
		return 2;
	}
	text = read_file(argv[1]);
	struct gen g = { .path = argv[1], .at = text, .line = 1, .line_head = true,
		.c = open_memstream(&c, &n), .h = open_memstream(&h, &n) };
	name = strrchr(argv[3], '/') ? strrchr(argv[3], '/') + 1 : argv[3];
	fprintf(g.c, "#include \"%s\"\n", name);
	fprintf(g.h, "#pragma once\n#include \"web/html.h\"\n");
	compile(&g);
	fclose(g.c);
	fclose(g.h);
	write_file(argv[2], c);
	write_file(argv[3], h);
	free(g.lit);
	free(text);
	free(c);
	free(h);
	return 0;
}
