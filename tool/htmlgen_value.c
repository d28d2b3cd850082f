/* htmlgen_value.c - {{ }}: each form becomes a call that suits its place. */
#include "htmlgen.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* The C text up to the closing braces, trimmed; the reader moves behind them.
 * Braces inside literals and brackets are the expression's own. */
static char *expression(struct gen *g, const char *end)
{
	const char *from = g->at, *p = from;
	int depth = 0;
	size_t n;

	for (; depth > 0 || strncmp(p, end, strlen(end)) != 0; p++) {
		if (*p == '\0')
			die(g, "{{ is not closed");
		if (*p == '"' || *p == '\'') {
			char q = *p;

			while (*++p != q)
				if (*p == '\0' || *p == '\n' || (*p == '\\' && *++p == '\0'))
					die(g, "{{ has a literal that is not closed");
		} else if (strchr("([{", *p) != NULL) {
			depth++;
		} else if (strchr(")]}", *p) != NULL && depth-- == 0) {
			die(g, "{{ is not closed");
		}
	}
	g->at = p + strlen(end);
	while (from < p && isspace((unsigned char)*from))
		g->line += *from++ == '\n';
	for (const char *s = from; s < p; s++)
		g->line += *s == '\n';
	while (p > from && isspace((unsigned char)p[-1]))
		p--;
	n = (size_t)(p - from);
	return strndup(from, n);
}

static void branch_open(struct gen *g, int line, const char *cond)
{
	if (g->place == SCRIPT)
		die(g, "{{? cannot stand here");
	if (g->n_branch == sizeof(g->branch) / sizeof(g->branch[0]))
		die(g, "too many {{? inside each other");
	g->branch[g->n_branch++] = (struct branch){
		.place = g->place, .tag = g->tag_no, .attr = g->attr_no, .line = line };
	emit(g, line, "if (%s) {", cond);
}

static void branch_turn(struct gen *g, int line, bool is_else)
{
	struct branch *b;

	if (g->n_branch == 0)
		die(g, "{{/}} or {{:}} without {{?");
	b = &g->branch[g->n_branch - 1];
	if (b->place != g->place || (g->place == TAG && b->tag != g->tag_no) ||
	    (g->place == VALUE && b->attr != g->attr_no))
		die(g, "{{? of line %d must end where it began", b->line);
	if (is_else && b->has_else)
		die(g, "a second {{:}}");
	b->has_else = is_else;
	emit(g, line, is_else ? "} else {" : "}");
	g->n_branch -= !is_else;
}

static void call(struct gen *g, int line, const char *e)
{
	size_t n = strspn(e, "abcdefghijklmnopqrstuvwxyz_0123456789");
	bool bare = e[n] == '\0' || strcmp(e + n, "()") == 0;

	if (g->place != TEXT)
		die(g, "a template can only be called between tags");
	if (n == 0 || (!bare && e[n] != '('))
		die(g, "{{> needs name(args)");
	if (bare)
		emit(g, line, "t_%.*s(o);", (int)n, e);
	else
		emit(g, line, "t_%.*s(o, %s;", (int)n, e, e + n + 1);
}

/* A value that begins a URL decides where it leads, so it must be all of it. */
static void plain(struct gen *g, int line, const char *e)
{
	if (!isalpha((unsigned char)e[0]) && strchr("_(*", e[0]) == NULL)
		die(g, "unknown form {{%s}}", e);
	if (g->place != VALUE || !g->url) {
		emit(g, line, "out_text(o, %s);", e);
	} else if (g->url_begun) {
		emit(g, line, "out_url_part(o, %s);", e);
	} else {
		if (*g->at != g->quote)
			die(g, "a value that begins a URL must be the whole of it");
		emit(g, line, "out_url(o, %s);", e);
	}
	g->url_begun = true;
}

/* Behind the literals that make up a text; xgettext must be able to read it. */
static const char *after_literals(const struct gen *g, const char *p)
{
	if (*p != '"')
		die(g, "translated text must be a literal");
	while (*p == '"') {
		while (*++p != '"')
			p += *p == '\\';
		p++;
		p += strspn(p, " \t\n");
	}
	return p;
}

static void translated(struct gen *g, int line, char form, const char *e)
{
	const char *rest = after_literals(g, e);

	if (g->place == VALUE && g->url)
		die(g, "translated text in a URL");
	if (*rest != '\0' && *rest != ',')
		die(g, "translated text must be a literal");
	if (form == 'n')
		emit(g, line, "out_trn(o, %s);", e);
	else
		emit(g, line, *rest == ',' ? "out_trf(o, %s);" : "out_tr(o, %s);", e);
}

static void refuse_place(const struct gen *g)
{
	if (g->place == TAG)
		die(g, "value between attributes");
	if (g->place == SCRIPT)
		die(g, "value inside <script>");
}

/* Which form a {{ begins; the reader moves behind its mark. */
static char form_of(struct gen *g)
{
	const char *p = g->at += 2;

	if (*p == '>' || *p == '?' || *p == ':' || *p == '/' ||
	    (*p == '_' && (p[1] == '"' || isspace((unsigned char)p[1]))) ||
	    (*p == 'n' && p[1 + strspn(p + 1, " \t")] == '"'))
		return *g->at++;
	return ' ';
}

static void html_value(struct gen *g)
{
	int line = g->line;
	char *e;

	g->at += 3;
	e = expression(g, "}}}");
	refuse_place(g);
	if (g->place != TEXT)
		die(g, "{{{ }}} can only stand between tags");
	emit(g, line, "out_html_value(o, %s);", e);
	free(e);
}

void value_step(struct gen *g)
{
	int line = g->line;
	char form, *e;

	if (g->at[2] == '{') {
		html_value(g);
		return;
	}
	form = form_of(g);
	e = expression(g, "}}");
	if ((form == ':' || form == '/') ? e[0] != '\0' : e[0] == '\0')
		die(g, "unknown form {{%c%s}}", form, e);
	if (form == '?') {
		branch_open(g, line, e);
	} else if (form == ':' || form == '/') {
		branch_turn(g, line, form == ':');
	} else {
		refuse_place(g);
		if (form == '>')
			call(g, line, e);
		else if (form == ' ')
			plain(g, line, e);
		else
			translated(g, line, form, e);
	}
	free(e);
}
