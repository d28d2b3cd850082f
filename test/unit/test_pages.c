/* Every page as everybody: who gets in, what a GET leaves alone, what a POST must carry. */
#include "pages_help.h"

#include <stdio.h>

#include "app/sider.h"
#include "lib/buf.h"

static const char *who_and_what(const struct page *p, int visitor, const char *path)
{
	return site_path(w.t, "%s, %s %s", visitors[visitor].name,
	                 p->method == HTTP_POST ? "POST" : "GET", path);
}

typedef void (*row_fn)(const struct page *, int visitor);

static void for_every_row(enum http_method method, row_fn fn)
{
	for (const struct page *const *table = all_pages; *table != NULL; table++)
		for (const struct page *p = *table; p->path != NULL; p++)
			for (int v = 0; p->method == method && v < VISITORS; v++)
				fn(p, v);
	w.t->clock.mono_ms += 61000;    /* the brakes have forgotten */
}

/* Two answers about the same, but for what may differ by the moment. */
static void assert_head_of(const struct got *head, const struct got *whole, const char *what)
{
	static const char *const same[] = { "Content-Type", "Location", "Cache-Control",
	                                    "Content-Language", "Content-Disposition" };

	if (head->status != whole->status || head->n_body != 0)
		fail_msg("%s: HEAD gave %d and %zu bytes, GET %d", what, head->status,
		         head->n_body, whole->status);
	for (size_t i = 0; i < sizeof same / sizeof same[0]; i++)
		if (strcmp(got_field(w.t, head, same[i]), got_field(w.t, whole, same[i])) != 0)
			fail_msg("%s: HEAD and GET differ in %s", what, same[i]);
}

static void get_row(const struct page *p, int visitor)
{
	for (int here = 0; here < (pages_has(p, "{samling}") ? 2 : 1); here++) {
		const struct place *place = here || !pages_has(p, "{samling}") ? &w.ours : &w.other;
		const char *path = pages_path(p, place, place, visitor);
		const char *what = who_and_what(p, visitor, path);
		int want = pages_refusal(p, visitor, place == &w.ours);
		struct got g = pages_get("GET", path, visitor);
		struct got h = pages_get("HEAD", path, visitor);
		bool kind_decides = pages_has(p, "{nokkel}") && p->right == RIGHT_ALL;

		if (want != 0 ? g.status != want :
		    g.status != 200 && g.status != 303 && !(kind_decides && g.status == 404))
			fail_msg("%s: %d, wanted %d", what, g.status, want != 0 ? want : 200);
		assert_strict(&g, what);
		assert_strict(&h, what);
		assert_head_of(&h, &g, what);
		if (database_changed(w.t))
			fail_msg("%s: a GET wrote", what);
	}
}

static void every_get_row_lets_in_whom_it_should_and_writes_nothing(void **state)
{
	(void)state;
	for_every_row(HTTP_GET, get_row);
}

static void refused_row(const struct page *p, int visitor)
{
	const char *path = pages_path(p, &w.ours, &w.ours, visitor);
	const char *token = pages_token(path, visitor);
	const struct { const char *name, *origin, *body; } bad[] = {
		{ "no token", VISIT_OWN, "x=1" },
		{ "empty token", VISIT_OWN, "token=" },
		{ "another token", VISIT_OWN, "token=AAAAAAAAAAAAAAAAAAAAAA" },
		{ "foreign origin", "https://ond.example", site_path(w.t, "token=%s", token) },
		{ "foreign port", "http://127.0.0.1:1", site_path(w.t, "token=%s", token) },
		{ "origin null", "null", site_path(w.t, "token=%s", token) },
		{ "no origin", NULL, site_path(w.t, "token=%s", token) },
	};
	int want = pages_refusal(p, visitor, true);

	/* Who may not at all is turned away before any of this is looked at. */
	for (size_t i = 0; i < (want == 0 ? sizeof bad / sizeof bad[0] : 1); i++) {
		const char *what = site_path(w.t, "%s, %s", who_and_what(p, visitor, path),
		                             bad[i].name);
		struct got g = pages_post(path, visitor, bad[i].origin, bad[i].body);

		if (g.status != (want != 0 ? want : 403))
			fail_msg("%s: %d", what, g.status);
		assert_strict(&g, what);
		if (database_changed(w.t))
			fail_msg("%s: it wrote", what);
	}
}

static void a_post_without_token_or_from_elsewhere_changes_nothing(void **state)
{
	(void)state;
	for_every_row(HTTP_POST, refused_row);
}

static void post_row(const struct page *p, int visitor)
{
	for (int here = 0; here < (pages_has(p, "{samling}") ? 2 : 1); here++) {
		const struct place *place = here || !pages_has(p, "{samling}") ? &w.ours : &w.other;
		const char *path = pages_path(p, place, place, visitor);
		const char *what = who_and_what(p, visitor, path);
		int want = pages_refusal(p, visitor, place == &w.ours);
		struct got g = pages_post(path, visitor, VISIT_OWN,
		                    site_path(w.t, "token=%s", pages_token(path, visitor)));
		bool changed = database_changed(w.t);

		if (want != 0 ? g.status != want || changed :
		    g.status == 403 || g.status == 405 || g.status >= 500)
			fail_msg("%s: %d, wanted %d", what, g.status, want);
		assert_strict(&g, what);
		if (changed)
			database_restore(w.t);
	}
}

static void every_post_row_refuses_whom_it_should(void **state)
{
	(void)state;
	for_every_row(HTTP_POST, post_row);
}

/* A value that each field accepts; ids are those of somebody else's things. */
static const char *foreign_form(const struct page *p, const char *token)
{
	const struct { const char *name; int64_t id; } ids[] = {
		{ "punkt", w.other.punkt }, { "runde", w.other.runde },
		{ "navn", w.other.navn }, { "lenke", w.other.lenke },
		{ "person", w.other.person }, { "samling", w.other.samling },
	};
	static const char *const plain[] = {
		[FIELD_TEXT] = "tekst", [FIELD_LINES] = "tekst", [FIELD_MANY] = "Ja",
		[FIELD_ROWS] = "Ja",
		[FIELD_FLAG] = "1", [FIELD_EMAIL] = "en%40l.example", [FIELD_DATE] = SITE_TODAY,
		[FIELD_CLOCK] = "09.00", [FIELD_FILE] = "bilde.png",
	};
	struct buf b = buf_in(w.t->mem);

	buf_printf(&b, "token=%s", token);
	for (const struct field *f = p->fields; f != NULL && f->name != NULL; f++) {
		bool done = strcmp(f->name, "token") == 0;

		for (size_t i = 0; !done && i < sizeof ids / sizeof ids[0]; i++)
			if (f->kind == FIELD_INT && strcmp(f->name, ids[i].name) == 0) {
				buf_printf(&b, "&%s=%d", f->name, (int)ids[i].id);
				done = true;
			}
		if (!done && f->kind == FIELD_INT)
			buf_printf(&b, "&%s=%d", f->name,
			           (int)(f->min > 1 || f->max < 1 ? f->min : 1));
		else if (!done)
			buf_printf(&b, "&%s=%.*s", f->name, (int)(f->max > 0 && f->max < 5 &&
			           f->kind == FIELD_TEXT ? f->max : 20), plain[f->kind]);
	}
	return b.p;
}

/* All that is in a samling, as one text. */
static const char *contents(int64_t samling)
{
	static const char *const parts[] = {
		"SELECT group_concat(quote(id) || quote(tittel) || quote(sted) || "
		"quote(kommune) || quote(fase) || quote(dag) || quote(naa) || quote(svart) || "
		"quote(etter) || quote(frigitt)) FROM samling WHERE id = %d",
		"SELECT group_concat(quote(nr) || quote(dato) || quote(start)) FROM dag WHERE "
		"samling = %d",
		"SELECT group_concat(quote(id) || quote(dag) || quote(plass) || quote(slag) || "
		"quote(tittel) || quote(notat) || quote(oppsett) || quote(konklusjon) || "
		"quote(startet) || quote(avsluttet)) FROM punkt WHERE samling = %d",
		"SELECT group_concat(quote(r.id) || quote(r.fase) || quote(r.vist) || "
		"quote(r.slutt)) FROM runde r JOIN punkt p ON p.id = r.punkt WHERE p.samling = %d",
		"SELECT group_concat(quote(s.verdi)) FROM svar s JOIN runde r ON r.id = s.runde "
		"JOIN punkt p ON p.id = r.punkt WHERE p.samling = %d",
		"SELECT group_concat(quote(h.verdi) || quote(h.antall)) FROM handtelling h JOIN "
		"runde r ON r.id = h.runde JOIN punkt p ON p.id = r.punkt WHERE p.samling = %d",
		"SELECT group_concat(quote(m.tekst) || quote(m.vedtak)) FROM moderering m JOIN "
		"punkt p ON p.id = m.punkt WHERE p.samling = %d",
		"SELECT group_concat(quote(id) || quote(navn) || quote(parti) || quote(rolle)) "
		"FROM navneliste WHERE samling = %d",
		"SELECT group_concat(quote(id) || quote(tilbakekalt)) FROM lenke WHERE "
		"samling = %d",
		"SELECT group_concat(quote(person)) FROM samling_veileder WHERE samling = %d",
		"SELECT group_concat(hex(id) || quote(navn)) FROM deltaker WHERE samling = %d",
	};
	struct buf b = buf_in(w.t->mem);

	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
#pragma GCC diagnostic ignored "-Wformat-security"
		buf_puts(&b, site_sql_text(w.t, parts[i], (int)samling));
#pragma GCC diagnostic pop
		buf_putc(&b, '\n');
	}
	return b.p;
}

/* Whoever leads by a link lets nobody in, and is told when the form is whole. */
static bool lets_in(const struct page *p, int visitor)
{
	return visitor == CONSOLE && p->method == HTTP_POST &&
	       (strcmp(p->path, "/samling/{samling}/lenker") == 0 ||
	        strcmp(p->path, "/samling/{samling}/veiledere") == 0);
}

/* Their things under our samling's path: not found, and they stay as they are. */
static void swapped_row(const struct page *p, int visitor)
{
	const char *path = pages_path(p, &w.ours, &w.other, visitor), *before, *what;
	bool thing = pages_has(p, "{punkt}") || pages_has(p, "{navn}") || pages_has(p, "{runde}") ||
	             (pages_has(p, "{lenke}") && pages_has(p, "{samling}"));
	struct got g;

	if (pages_refusal(p, visitor, true) != 0 || !pages_has(p, "{samling}"))
		return;
	what = who_and_what(p, visitor, path);
	before = contents(w.other.samling);
	g = p->method == HTTP_GET ? pages_get("GET", path, visitor) :
	    pages_post(path, visitor, VISIT_OWN, foreign_form(p, pages_token(path, visitor)));
	if (thing && g.status != 404)
		fail_msg("%s: %d, wanted 404", what, g.status);
	if ((g.status == 403) != lets_in(p, visitor) || g.status >= 500)
		fail_msg("%s: %d", what, g.status);
	if (visitor != PROGRAMLEDER && strcmp(contents(w.other.samling), before) != 0)
		fail_msg("%s: changed another samling", what);
	if (database_changed(w.t))
		database_restore(w.t);
}

static void what_belongs_to_another_samling_is_not_found_and_not_touched(void **state)
{
	(void)state;
	for_every_row(HTTP_GET, swapped_row);
	for_every_row(HTTP_POST, swapped_row);
}

static void a_samling_that_is_not_is_as_one_that_is_not_mine(void **state)
{
	struct place none = { .samling = 4711 };

	(void)state;
	for (const struct page *const *table = all_pages; *table != NULL; table++)
		for (const struct page *p = *table; p->path != NULL; p++) {
			const char *foreign = pages_path(p, &w.other, &w.other, LEADER), *nowhere;
			struct got a, b;

			if (p->method != HTTP_GET || p->right == RIGHT_PARTICIPANT ||
			    !pages_has(p, "{samling}"))
				continue;
			nowhere = pages_path(p, &none, &none, LEADER);
			a = pages_get("GET", foreign, LEADER);
			b = pages_get("GET", nowhere, LEADER);
			assert_int_equal(a.status, 404);
			assert_int_equal(b.status, 404);
			assert_string_equal(a.body, b.body);
		}
}

static void other_methods_and_unknown_paths_are_refused_strictly(void **state)
{
	static const struct { const char *method, *path; int status; } cases[] = {
		{ "GET", "/finnes-ikke", 404 }, { "POST", "/mine", 405 },
		{ "GET", "/bli-med", 405 },
		{ "DELETE", "/mine", 405 }, { "PUT", "/", 405 }, { "GET", "/s/0", 404 },
		{ "GET", "/samling/99999999999999999999", 404 }, { "GET", "/s/1/../../etc", 404 },
		{ "GET", "/%2e%2e/etc/passwd", 404 }, { "GET", "/_/finnes-ikke.css", 404 },
		{ "GET", "/_/../noekkel", 404 }, { "GET", "/mine?x=%ff", 303 },
		{ "GET", "/?kode=1&kode=2", 400 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct got g = pages_get(cases[i].method, cases[i].path, NOBODY);

		if (g.status != cases[i].status)
			fail_msg("%s %s: %d", cases[i].method, cases[i].path, g.status);
		assert_strict(&g, cases[i].path);
	}
}

static void behind_tls_cookies_are_bound_to_the_host(void **state)
{
	struct site_test *t = w.t;
	struct got g;
	const char *cookie;

	(void)state;
	t->p.site.secure = true;
	g = pages_post("/spraak", NOBODY, VISIT_OWN,
	         site_path(t, "token=%s&spraak=nn&til=/", pages_token("/spraak", NOBODY)));
	t->p.site.secure = false;
	cookie = got_field(t, &g, "Set-Cookie");
	assert_int_equal(g.status, 303);
	assert_non_null(strstr(cookie, "__Host-spraak=nn; Path=/;"));
	assert_non_null(strstr(cookie, "HttpOnly"));
	assert_non_null(strstr(cookie, "Secure"));
	assert_non_null(strstr(cookie, "SameSite=Lax"));
	assert_null(strstr(cookie, "Domain"));
	assert_non_null(strstr(got_field(t, &g, "Strict-Transport-Security"), "max-age"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_get_row_lets_in_whom_it_should_and_writes_nothing),
		cmocka_unit_test(a_post_without_token_or_from_elsewhere_changes_nothing),
		cmocka_unit_test(every_post_row_refuses_whom_it_should),
		cmocka_unit_test(what_belongs_to_another_samling_is_not_found_and_not_touched),
		cmocka_unit_test(a_samling_that_is_not_is_as_one_that_is_not_mine),
		cmocka_unit_test(other_methods_and_unknown_paths_are_refused_strictly),
		cmocka_unit_test(behind_tls_cookies_are_bound_to_the_host),
	};

	return cmocka_run_group_tests(tests, pages_open, pages_close);
}
