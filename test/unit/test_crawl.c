/* Every link and form on every page that somebody can come to: no dead end, no form that
 * would be refused, and nothing changed by all the looking. */
#include "pages_help.h"

#include <stdio.h>

#include "app/sider.h"
#include "lib/buf.h"
#include "web/route.h"

#define PATHS_MAX 1500

static const char *path[PATHS_MAX], *from[PATHS_MAX];
static size_t n_path;

static void add_path(const char *p, const char *where)
{
	for (size_t i = 0; i < n_path; i++)
		if (strcmp(path[i], p) == 0)
			return;
	if (n_path == PATHS_MAX)
		fail_msg("more than %d pages: does a page link to ever new ones?", PATHS_MAX);
	from[n_path] = where;
	path[n_path++] = p;
}

/* The value of an attribute in this tag, unescaped as far as an address needs; or NULL. */
static const char *attribute(const char *tag, const char *name)
{
	const char *end = tag + strcspn(tag, ">"), *at = strstr(tag, name);
	struct buf b = buf_in(w.t->mem);

	if (at == NULL || at > end)
		return NULL;
	buf_puts(&b, "");
	for (at += strlen(name); *at != '"' && *at != '#'; at++) {
		buf_putc(&b, *at);
		if (strncmp(at, "&amp;", 5) == 0)
			at += 4;
	}
	return b.p;
}

static void take_links(const char *body, const char *where)
{
	for (const char *a = body; (a = strchr(a, '<')) != NULL; a++) {
		const char *href = attribute(a, " href=\""), *src = attribute(a, " src=\"");

		if (href != NULL && href[0] == '/' && href[1] != '/')
			add_path(href, where);
		if (src != NULL && src[0] == '/')
			add_path(src, where);
	}
}

/* A form that posts: there is a page for it, and its token is the one asked for there. */
static void check_forms(const char *body, const char *where, int visitor)
{
	for (const char *f = body; (f = strstr(f, "<form")) != NULL; f++) {
		const char *method = attribute(f, " method=\"");
		const char *action = attribute(f, " action=\"");
		const char *end = strstr(f, "</form>"), *token = strstr(f, "name=\"token\"");
		char plain[400];

		if (method == NULL || strcmp(method, "post") != 0)
			continue;
		if (action == NULL || end == NULL || token == NULL || token > end)
			fail_msg("%s, %s: a form without action or token", visitors[visitor].name,
			         where);
		snprintf(plain, sizeof plain, "%.*s", (int)strcspn(action, "?"), action);
		if (route_find(&w.t->p.site, w.t->mem, HTTP_POST, plain).page == NULL)
			fail_msg("%s, %s: nobody takes the form sent to %s", visitors[visitor].name,
			         where, action);
		if (strcmp(attribute(token, " value=\""), pages_token(plain, visitor)) != 0)
			fail_msg("%s, %s: the form to %s has another page's token",
			         visitors[visitor].name, where, action);
	}
}

static void start_at(int visitor)
{
	n_path = 0;
	add_path("/", "");
	add_path("/logg-inn", "");
	if (visitors[visitor].always & RIGHT_BIT(RIGHT_STAFF))
		add_path("/mine", "");
	if (visitors[visitor].here & RIGHT_BIT(RIGHT_LEADER))
		add_path(site_path(w.t, "/samling/%d/konsoll", (int)w.ours.samling), "");
	if (visitors[visitor].here & RIGHT_BIT(RIGHT_PARTICIPANT))
		add_path(site_path(w.t, "/s/%d", (int)w.ours.samling), "");
	if (visitors[visitor].link & RIGHT_BIT(RIGHT_WALL))
		add_path(site_path(w.t, "/lerret/%s", w.nokkel[visitor]), "");
	else if (visitors[visitor].link != 0)
		add_path(site_path(w.t, "/fjern/%s", w.nokkel[visitor]), "");
}

static void crawl(int visitor)
{
	start_at(visitor);
	for (size_t i = 0; i < n_path; i++) {
		struct got g = pages_get("GET", path[i], visitor);

		if (g.status != 200 && g.status != 303)
			fail_msg("%s: %s on %s gave %d", visitors[visitor].name, path[i], from[i],
			         g.status);
		if (strncmp(got_field(w.t, &g, "Content-Type"), "text/html", 9) != 0)
			continue;
		take_links(g.body, path[i]);
		check_forms(g.body, path[i], visitor);
	}
	if (database_changed(w.t))
		fail_msg("%s changed something by looking", visitors[visitor].name);
}

static void every_link_and_form_leads_somewhere(void **state)
{
	(void)state;
	for (int v = 0; v < VISITORS; v++)
		crawl(v);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_link_and_form_leads_somewhere),
	};

	return cmocka_run_group_tests(tests, pages_open, pages_close);
}
