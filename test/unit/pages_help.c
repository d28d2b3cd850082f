#include "pages_help.h"

#include <stdio.h>

#include "app/sider.h"
#include "lib/buf.h"
#include "web/route.h"

#define BIT(r) RIGHT_BIT(RIGHT_##r)
#define STAFF (BIT(ALL) | BIT(STAFF))
#define LEADS (BIT(CONTACT) | BIT(LEADER) | BIT(WALL) | BIT(REMOTE))

const struct visitor visitors[VISITORS] = {
	[NOBODY]        = { "nobody", BIT(ALL), 0, 0, 0, false },
	[PARTICIPANT]   = { "participant", BIT(ALL), BIT(PARTICIPANT), 0, 0, false },
	[WALL]          = { "wall link", BIT(ALL), 0, 0, BIT(WALL), false },
	[REMOTE]        = { "remote link", BIT(ALL), 0, 0, BIT(REMOTE), false },
	[CLICKER]       = { "wall with clicker", BIT(ALL), 0, 0, BIT(WALL) | BIT(REMOTE), false },
	[CONTACT]       = { "contact", STAFF, BIT(CONTACT), 0, 0, true },
	[OTHER_CONTACT] = { "contact elsewhere", STAFF, 0, BIT(CONTACT), 0, true },
	[LEADER]        = { "leader", STAFF, LEADS, 0, 0, true },
	[OTHER_LEADER]  = { "leader elsewhere", STAFF, 0, LEADS, 0, true },
	[CONSOLE]       = { "co-leader by link", BIT(ALL), LEADS, 0, 0, true },
	[COORDINATOR]   = { "coordinator", STAFF | BIT(PLANNER), 0, 0, 0, true },
	[PROGRAMLEDER]  = { "programleder", STAFF | BIT(PLANNER) | BIT(ADMIN), LEADS,
	                    LEADS, 0, true },
};

/* A contact does not make samlinger; who leads one by a link does not copy it. */
static const struct { const char *path; int visitor, status; } stricter[] = {
	{ "/samling/ny", CONTACT, 403 }, { "/samling/ny", OTHER_CONTACT, 403 },
	{ "/samling/importer", CONTACT, 403 }, { "/samling/importer", OTHER_CONTACT, 403 },
	{ "/samling/{samling}/kopier", CONSOLE, 403 },
	{ "/samling/{samling}/slett", CONSOLE, 403 },
	{ "/samling/{samling}/proeve", CONSOLE, 403 },
	{ "/samling/{samling}/veiledere/{person}/fjern", CONSOLE, 403 },
};

struct pages_world w;

static const char *sha_of(const struct place *p)
{
	return site_path(w.t, "%064d", (int)p->samling);
}

/* An item with a picture that has begun, so that also the hall may see it. */
static void hang_picture(struct site_test *t, struct place *p)
{
	p->punkt_bilde = site_item(t, p->samling, 1, "innledning", "Velkommen", 5,
	                           site_path(t, "{\"bilde\": \"%s\"}", sha_of(p)));
	site_sql(t, "UPDATE punkt SET startet = 1 WHERE id = %d", (int)p->punkt_bilde);
	site_sql(t, "INSERT INTO bilde (samling, sha, type, beskrivelse, bytes) VALUES "
	         "(%d, '%s', 0, 'Et bilde', x'89504e47')", (int)p->samling, sha_of(p));
}

static void put_cards(struct site_test *t, struct place *p)
{
	p->punkt_kort = site_item(t, p->samling, 1, "kjoereregler", "Kjøreregler", 20,
	                          "{\"spoersmaal\": \"Hva?\", \"samle\": true, \"tegn\": 160, "
	                          "\"svar\": 3, \"prikker\": 3, \"totredel\": false, "
	                          "\"oppfoelging\": false}");
	site_sql(t, "INSERT INTO kort (punkt, tekst, status) VALUES (%d, 'Vis respekt', 2), "
	         "(%d, 'Møt forberedt', 0)", (int)p->punkt_kort, (int)p->punkt_kort);
}

static struct place furnish(struct site_test *t, const char *municipality)
{
	struct place p = { .samling = site_samling(t, municipality, PHASE_LIVE) };

	p.punkt = site_item(t, p.samling, 1, "flervalg", "Hva nå?", 30,
	                    "{\"spoersmaal\": \"Hva nå?\", \"valg\": [\"Ja\", \"Nei\"], "
	                    "\"flere\": 1}");
	site_item(t, p.samling, 1, "pause", "Pause", 15, "{}");
	hang_picture(t, &p);
	p.punkt_gruppe = site_item(t, p.samling, 1, "gruppearbeid", "Grupper", 20,
		"{\"oppgave\":\"Hva?\",\"oppgave_adm\":\"\",\"antall\":0,\"stoerrelse\":4,"
		"\"alene\":2,\"runde\":8,\"enighet\":5,\"plenum\":2,\"punkter\":3,\"tegn\":140,"
		"\"yngst_leder\":true,\"hver_for_seg\":false}");
	put_cards(t, &p);
	p.punkt_ord = site_item(t, p.samling, 1, "ordsky", "Ord", 10,
	                        "{\"spoersmaal\": \"Hva?\", \"ord\": 3}");
	p.punkt_valg = site_item(t, p.samling, 1, "flertallsvalg", "Valg av leder", 10,
	                         "{\"tekst\":\"\",\"verv\":\"leder\",\"kandidater\":"
	                         "[\"Åse\",\"Bo\"]}");
	p.runde = site_sql(t, "INSERT INTO runde (punkt, fase, vist, aapnet, lukket, antall) "
	                   "VALUES (%d, 2, 1, 1, 2, 0)", (int)p.punkt);
	p.navn = site_sql(t, "INSERT INTO navneliste (samling, navn, rolle) VALUES "
	                  "(%d, 'Åse Vik', 0)", (int)p.samling);
	site_link(t, p.samling, LINK_WALL);
	p.lenke = site_sql(t, "SELECT max(id) FROM lenke");
	p.person = site_person(t, STAFF_VEILEDER, site_path(t, "med%d@l.example",
	                       (int)p.samling), NULL);
	site_sql(t, "INSERT INTO samling_veileder VALUES (%d, %d)", (int)p.samling,
	         (int)p.person);
	site_sql(t, "UPDATE samling SET naa = %d, frigitt = 1 WHERE id = %d", (int)p.punkt,
	         (int)p.samling);
	return p;
}

static const char *one_time(struct site_test *t, enum link_kind kind, int64_t person)
{
	const char *text = site_link(t, w.ours.samling, kind);

	site_sql(t, "UPDATE lenke SET samling = NULL, person = nullif(%d, 0) WHERE id = "
	         "(SELECT max(id) FROM lenke)", (int)person);
	return text;
}

int pages_open(void **state)
{
	struct site_test *t = w.t = site_open(all_pages);

	(void)state;
	w.ours = furnish(t, "3101");
	w.other = furnish(t, "3103");
	for (int i = 0; i < VISITORS; i++)
		w.browser[i] = (struct browser){ .t = t };
	w.browser[PARTICIPANT] = site_participant(t, w.ours.samling, ROLE_FOLKEVALGT);
	w.browser[CONTACT] = site_kontakt(t, "3101");
	w.browser[OTHER_CONTACT] = site_kontakt(t, "3103");
	w.browser[LEADER] = site_veileder(t, w.ours.samling);
	w.browser[OTHER_LEADER] = site_veileder(t, w.other.samling);
	w.browser[CONSOLE] = site_console(t, w.ours.samling);
	w.browser[COORDINATOR] = site_login(t, site_person(t, STAFF_KOORDINATOR,
	                                    "koord@l.example", NULL));
	w.browser[PROGRAMLEDER] = site_programleder(t);
	for (int i = 0; i < VISITORS; i++)
		w.nokkel[i] = "AAAAAAAAAAAAAAAAAAAAAA";
	w.nokkel[WALL] = site_link(t, w.ours.samling, LINK_WALL);
	w.nokkel[REMOTE] = site_link(t, w.ours.samling, LINK_REMOTE);
	w.nokkel[CLICKER] = site_link(t, w.ours.samling, LINK_WALL_CLICKER);
	w.login = one_time(t, LINK_LOGIN, w.ours.person);
	w.setup = one_time(t, LINK_SETUP, 0);
	database_keep(t);
	return 0;
}

int pages_close(void **state)
{
	(void)state;
	database_let_go();
	site_close(w.t);
	return 0;
}

/* What stands in a path's braces, when it is visited in this place. */
static const char *fill(const char *pattern, const char *name, const struct place *p,
                        int visitor)
{
	const struct { const char *name; int64_t id; } ids[] = {
		{ "samling", p->samling }, { "punkt", p->punkt }, { "navn", p->navn },
		{ "runde", p->runde }, { "person", p->person }, { "nr", 2 },
	};

	if (strcmp(name, "slag") == 0)
		return "pdf";
	if (strcmp(name, "sha") == 0)
		return sha_of(p);
	if (strcmp(name, "lov") == 0)
		return "kommuneloven";
	if (strncmp(pattern, "/regler/kort/", 13) == 0)
		return "en-tredel";
	if (strcmp(name, "regn") == 0)
		return "vedtaksfoer";
	if (strcmp(name, "paragraf") == 0)
		return "7-6";
	if (strcmp(name, "punkt") == 0 && strstr(pattern, "/bilde") != NULL)
		return site_path(w.t, "%d", (int)p->punkt_bilde);
	if (strcmp(name, "punkt") == 0 && strstr(pattern, "/grupper/") != NULL)
		return site_path(w.t, "%d", (int)p->punkt_gruppe);
	if (strcmp(name, "punkt") == 0 && (strstr(pattern, "/kort/") != NULL ||
	                                   strstr(pattern, "/plakat/") != NULL))
		return site_path(w.t, "%d", (int)p->punkt_kort);
	if (strcmp(name, "punkt") == 0 && strstr(pattern, "/valg") != NULL)
		return site_path(w.t, "%d", (int)p->punkt_valg);
	if (strcmp(name, "punkt") == 0 && strstr(pattern, "/ord/") != NULL)
		return site_path(w.t, "%d", (int)p->punkt_ord);
	if (strcmp(name, "nokkel") == 0)
		return w.nokkel[visitor];
	if (strcmp(name, "kode") == 0)
		return "20000001";
	if (strcmp(name, "lenke") == 0 && strncmp(pattern, "/oppsett", 8) == 0)
		return w.setup;
	if (strcmp(name, "lenke") == 0 && strncmp(pattern, "/logg-inn", 9) == 0)
		return w.login;
	if (strcmp(name, "lenke") == 0)
		return site_path(w.t, "%d", (int)p->lenke);
	for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++)
		if (strcmp(ids[i].name, name) == 0)
			return site_path(w.t, "%d", (int)ids[i].id);
	fail_msg("%s: say here what {%s} can be", pattern, name);
	return "";
}

/* Pages that are asked for with something after the question mark. */
static const char *query_of(const struct page *page)
{
	static const struct { const char *path, *query; } asked[] = {
		{ "/samling/{samling}/punkt/ny", "?slag=flervalg&dag=1" },
	};

	for (size_t i = 0; i < sizeof asked / sizeof asked[0]; i++)
		if (page->method == HTTP_GET && strcmp(asked[i].path, page->path) == 0)
			return asked[i].query;
	return "";
}

const char *pages_path(const struct page *page, const struct place *of,
                       const struct place *things, int visitor)
{
	struct buf b = buf_in(w.t->mem);

	for (const char *s = page->path; *s != '\0'; s++) {
		const char *end = strchr(s, '}'), *name;

		if (*s != '{') {
			buf_putc(&b, *s);
			continue;
		}
		name = site_path(w.t, "%.*s", (int)(end - s - 1), s + 1);
		buf_puts(&b, fill(page->path, name, strcmp(name, "samling") == 0 ? of : things,
		                  visitor));
		s = end;
	}
	buf_puts(&b, query_of(page));
	return b.p;
}

const char *pages_cookies(int visitor)
{
	struct browser *b = &w.browser[visitor];

	return b->n_cookie == 0 ? "" : site_path(w.t, "%s=%s", b->cookie[0].name,
	                                         b->cookie[0].value);
}

const char *pages_token(const char *path, int visitor)
{
	struct http_field field[] = { { "host", "x" }, { "cookie", pages_cookies(visitor) } };
	struct http_request h = { .method = HTTP_POST, .path = path, .query = "", .host = "x",
	                          .field = field, .n_field = 2, .mem = w.t->mem };
	struct http_reply reply = { .mem = w.t->mem };
	struct route route = route_find(&w.t->p.site, w.t->mem, HTTP_POST, path);
	struct req r = { .mem = w.t->mem, .site = &w.t->p.site, .store = w.t->p.site.store,
	                 .world = &w.t->p.world, .http = &h, .reply = &reply,
	                 .page = route.page };
	enum outcome went;

	store_request_begin(r.store, RIGHT_BIT(RIGHT_ALL), true);
	went = session_find(&r, route.samling, route.nokkel);
	assert_int_equal(store_request_end(r.store, false), OUTCOME_OK);
	return went == OUTCOME_OK ? page_token(&r) : "";
}

bool pages_has(const struct page *p, const char *what)
{
	return strstr(p->path, what) != NULL;
}

static uint32_t rights_of(const struct page *p, int visitor, bool here)
{
	uint32_t rights = visitors[visitor].always;

	if (pages_has(p, "{samling}"))
		rights |= here ? visitors[visitor].here : visitors[visitor].there;
	if (pages_has(p, "{nokkel}"))
		rights |= visitors[visitor].link;
	return rights;
}

int pages_refusal(const struct page *p, int visitor, bool here)
{
	int may = 0;

	if (pages_has(p, "{nokkel}") && visitors[visitor].link == 0)
		return 404;
	for (size_t i = 0; i < sizeof stricter / sizeof stricter[0]; i++)
		if (stricter[i].visitor == visitor && strcmp(stricter[i].path, p->path) == 0)
			may = stricter[i].status;
	if (rights_of(p, visitor, here) & RIGHT_BIT(p->right))
		return may;
	if (p->method == HTTP_GET && p->right == RIGHT_PARTICIPANT)
		return 303;
	if (visitors[visitor].login || p->right == RIGHT_WALL || p->right == RIGHT_REMOTE)
		return 404;
	return p->method == HTTP_GET ? 303 : 403;
}

struct got pages_get(const char *method, const char *path, int visitor)
{
	return visit(w.t, &(struct visit){ method, path, pages_cookies(visitor), NULL, NULL });
}

struct got pages_post(const char *path, int visitor, const char *origin, const char *body)
{
	return visit(w.t, &(struct visit){ "POST", path, pages_cookies(visitor), origin, body });
}

void assert_strict(const struct got *g, const char *what)
{
	static const struct { const char *name, *holds; } strict[] = {
		{ "Content-Security-Policy", "default-src 'none'; script-src 'self'; "
		  "style-src 'self'; " },
		{ "Content-Security-Policy", "frame-ancestors 'none'" },
		{ "X-Content-Type-Options", "nosniff" }, { "Referrer-Policy", "same-origin" },
		{ "X-Frame-Options", "DENY" }, { "Cross-Origin-Opener-Policy", "same-origin" },
		{ "Cross-Origin-Resource-Policy", "same-origin" },
		{ "Permissions-Policy", "camera=()" },
	};
	const char *type = got_field(w.t, g, "Content-Type");

	for (size_t i = 0; i < sizeof strict / sizeof strict[0]; i++)
		if (strstr(got_field(w.t, g, strict[i].name), strict[i].holds) == NULL)
			fail_msg("%s: %d without %s", what, g->status, strict[i].name);
	if (strstr(got_field(w.t, g, "Content-Security-Policy"), "unsafe") != NULL)
		fail_msg("%s: unsafe policy", what);
	if (g->n_body > 0 && strncmp(type, "text/html", 9) == 0 &&
	    strcmp(type, "text/html; charset=utf-8") != 0)
		fail_msg("%s: %s", what, type);
	if (strstr(got_field(w.t, g, "Cache-Control"), "no-store") == NULL &&
	    strstr(got_field(w.t, g, "Cache-Control"), "immutable") == NULL)
		fail_msg("%s: %d may be kept by caches", what, g->status);
}
