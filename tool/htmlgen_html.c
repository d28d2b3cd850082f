/* htmlgen_html.c - follows the HTML and refuses what cannot be made safe. */
#include "htmlgen.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

static bool one_of(const char *const *list, const char *name)
{
	for (; *list != NULL; list++)
		if (strcasecmp(*list, name) == 0)
			return true;
	return false;
}

static void scheme_check(const struct gen *g)
{
	static const char *const good[] = { "http:", "https:", "mailto:", "tel:" };
	size_t n = strcspn(g->at, ":/?#{\"'\n");

	if (g->at[n] != ':')
		return;
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		if (strncasecmp(g->at, good[i], n + 1) == 0 && good[i][n + 1] == '\0')
			return;
	die(g, "URL with the scheme %.*s", (int)n, g->at);
}

static void attribute(struct gen *g)
{
	static const char *const urls[] = { "href", "src", "action", "formaction", "poster",
		"cite", "xlink:href", NULL };
	static const char *const refused[] = { "srcdoc", "srcset", "ping", "http-equiv",
		"attributename", "background", "data", NULL };
	size_t n = strcspn(g->at, " \t\n=>/\"'<{");
	bool turn = strncmp(g->at + n, "{{/", 3) == 0 || strncmp(g->at + n, "{{:", 3) == 0;
	char name[64];

	if (g->at[n] == '{' && !turn)
		die(g, "value in an attribute name");
	if (n == 0 || n >= sizeof(name))
		die(g, "bad attribute name");
	memcpy(name, g->at, n);
	name[n] = '\0';
	if (strcasecmp(name, "style") == 0)
		die(g, "style attribute: use a class");
	if (strncasecmp(name, "on", 2) == 0)
		die(g, "event attribute %s: use a script file", name);
	if (one_of(refused, name))
		die(g, "attribute %s is not allowed", name);
	lit(g, " ", 1);
	lit(g, g->at, n);
	g->at += n;
	if (*g->at != '=')
		return;
	if (strncmp(g->at + 1, "{{", 2) == 0)
		die(g, "value in an unquoted attribute");
	if (g->at[1] != '"' && g->at[1] != '\'')
		die(g, "attribute %s without quotes", name);
	lit(g, g->at, 2);
	g->quote = g->at[1];
	g->at += 2;
	g->place = VALUE;
	g->attr_no++;
	g->url = one_of(urls, name);
	g->url_begun = false;
	if (g->url)
		scheme_check(g);
}

static void tag_end(struct gen *g)
{
	bool pre = strcasecmp(g->tag, "pre") == 0;
	bool area = strcasecmp(g->tag, "textarea") == 0;

	lits(g, ">");
	g->at++;
	g->place = TEXT;
	if (pre || area)
		g->keep = !g->closing;
	if (g->closing)
		return;
	if (area || strcasecmp(g->tag, "title") == 0)
		g->place = RCDATA;
	if (strcasecmp(g->tag, "script") == 0)
		g->place = SCRIPT;
}

static void in_tag(struct gen *g)
{
	if (*g->at == ' ' || *g->at == '\t') {
		g->at++;
	} else if (*g->at == '>') {
		tag_end(g);
	} else if (strncmp(g->at, "/>", 2) == 0) {
		lits(g, "/");
		g->at++;
	} else if (g->closing) {
		die(g, "end tag </%s with something in it", g->tag);
	} else {
		attribute(g);
	}
}

/* <!doctype> is written as it is, a comment is left out. */
static void declaration(struct gen *g)
{
	bool comment = strncmp(g->at, "<!--", 4) == 0;
	const char *end = strstr(g->at, comment ? "-->" : ">");
	const char *p;

	if (!comment && strncasecmp(g->at, "<!doctype", 9) != 0)
		die(g, "unknown declaration");
	if (end == NULL)
		die(g, "file ends inside a %s", comment ? "comment" : "tag");
	for (p = g->at; p < end; p++) {
		if (strncmp(p, "{{", 2) == 0)
			die(g, "value in a comment");
		g->line += *p == '\n';
	}
	end += comment ? 3 : 1;
	if (!comment)
		lit(g, g->at, (size_t)(end - g->at));
	g->at = end;
	if (comment && *end == '\n' && (g->n_lit == 0 || g->lit[g->n_lit - 1] == '\n')) {
		g->at++;            /* a comment alone on its line leaves no line */
		g->line++;
		g->line_head = true;
	}
}

static void tag_begin(struct gen *g)
{
	static const char *const refused[] = { "style", "base", "iframe", "object", "embed",
		"plaintext", "xmp", "noembed", "noframes", "applet", "frameset", NULL };
	const char *p = g->at + 1;
	size_t n;

	if (*p == '!') {
		declaration(g);
		return;
	}
	g->closing = *p == '/';
	p += g->closing;
	n = strcspn(p, " \t\n/>{\"'<=");
	if (p[n] == '{' || strncmp(p, "{{", 2) == 0)
		die(g, "value in a tag name");
	if (!isalpha((unsigned char)*p) || n >= sizeof(g->tag))
		die(g, "bare <: write &lt;");
	memcpy(g->tag, p, n);
	g->tag[n] = '\0';
	if (one_of(refused, g->tag))
		die(g, "<%s> is not allowed", g->tag);
	lit(g, g->at, (size_t)(p - g->at) + n);
	g->at = p + n;
	g->place = TAG;
	g->tag_no++;
}

/* Up to its end tag, a title or a textarea is text and a script must be empty. */
static void in_raw(struct gen *g)
{
	size_t n = strlen(g->tag);

	if (*g->at == '<') {
		if (g->at[1] != '/' || strncasecmp(g->at + 2, g->tag, n) != 0)
			die(g, "a tag inside <%s>", g->tag);
		tag_begin(g);
		return;
	}
	if (g->place == SCRIPT && !isspace((unsigned char)*g->at))
		die(g, "script in the page: use a script file");
	lit(g, g->at++, 1);
}

void html_step(struct gen *g)
{
	if (g->place == TAG) {
		in_tag(g);
	} else if (g->place == RCDATA || g->place == SCRIPT) {
		in_raw(g);
	} else if (g->place == TEXT && *g->at == '<') {
		tag_begin(g);
	} else {
		if (g->place == VALUE && *g->at == g->quote)
			g->place = TAG;
		g->url_begun = true;
		lit(g, g->at++, 1);
	}
}
