#include "site_help.h"

#include <ftw.h>
#include <sqlite3.h>
#include <stdio.h>
#include <unistd.h>

#include "app/lerret/lerret.h"
#include "app/telefon/telefon.h"
#include "lib/buf.h"
#include "lib/log.h"
#include "lib/tid.h"
#include "live/live.h"
#include "store/right.h"
#include "web/page.h"
#include "web/route.h"
#include "web/session.h"

#define REQUEST_MEMORY (64u << 20)
#define TEST_MEMORY (512u << 20)
#define DAY_MS (INT64_C(24) * 3600 * 1000)

struct site_test *site_open(const struct page *const *tables)
{
	struct site_test *t = calloc(1, sizeof *t);
	const char *tmp = getenv("TMPDIR");
	struct program_options o;

	assert_non_null(t);
	snprintf(t->dir, sizeof t->dir, "%s/samling-test-XXXXXX", tmp != NULL ? tmp : "/tmp");
	assert_non_null(mkdtemp(t->dir));
	o = (struct program_options){ .dir = t->dir, .listen = "127.0.0.1:0", .create = true };
	log_quiet();
	assert_true(program_open(&t->p, &o, tables));
	t->mem = arena_new(TEST_MEMORY);
	t->clock = (struct world_fake){ .wall_ms = tid_wall_ms(SITE_TODAY, 9 * 60), .seed = 7 };
	t->p.world = world_fake(&t->clock);
	return t;
}

static int remove_one(const char *path, const struct stat *st, int flag, struct FTW *ftw)
{
	(void)st, (void)flag, (void)ftw;
	return remove(path);
}

void site_close(struct site_test *t)
{
	sqlite3_close(t->db);
	program_close(&t->p);
	nftw(t->dir, remove_one, 8, FTW_DEPTH | FTW_PHYS);
	arena_free(t->mem);
	free(t);
}

void site_wait(struct site_test *t, int64_t ms)
{
	t->clock.wall_ms += ms;
	t->clock.mono_ms += ms;
}

/* ---- the database, past every door ---- */

/* Opened once: to read the schema takes longer than to ask. */
static sqlite3 *database(struct site_test *t)
{
	if (t->db == NULL) {
		assert_int_equal(sqlite3_open(arena_printf(t->mem, "%s/samling.db", t->dir),
		                              &t->db), SQLITE_OK);
		sqlite3_exec(t->db, "PRAGMA foreign_keys = ON", NULL, NULL, NULL);
	}
	return t->db;
}

static const char *run(struct site_test *t, const char *sql, int64_t *number)
{
	const char *text = "";
	sqlite3 *db = database(t);
	sqlite3_stmt *s;
	int rc;

	if (sqlite3_prepare_v2(db, sql, -1, &s, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sqlite3_errmsg(db), sql);
	rc = sqlite3_step(s);
	if (rc == SQLITE_ROW) {
		const char *first = (const char *)sqlite3_column_text(s, 0);

		*number = sqlite3_column_int64(s, 0);
		text = arena_strdup(t->mem, first != NULL ? first : "");
	} else if (rc == SQLITE_DONE) {
		*number = sqlite3_stmt_readonly(s) ? 0 : sqlite3_last_insert_rowid(db);
	} else {
		fail_msg("%s: %s", sqlite3_errmsg(db), sql);
	}
	sqlite3_finalize(s);
	return text;
}

int64_t site_sql(struct site_test *t, const char *fmt, ...)
{
	int64_t number;
	va_list ap;

	va_start(ap, fmt);
	run(t, arena_vprintf(t->mem, fmt, ap), &number);
	va_end(ap);
	return number;
}

const char *site_sql_text(struct site_test *t, const char *fmt, ...)
{
	const char *text;
	int64_t number;
	va_list ap;

	va_start(ap, fmt);
	text = run(t, arena_vprintf(t->mem, fmt, ap), &number);
	va_end(ap);
	return text;
}

const char *site_path(struct site_test *t, const char *fmt, ...)
{
	const char *text;
	va_list ap;

	va_start(ap, fmt);
	text = arena_vprintf(t->mem, fmt, ap);
	va_end(ap);
	return text;
}

static const char *hex(struct site_test *t, const void *bytes, size_t n)
{
	struct buf b = buf_in(t->mem);

	for (size_t i = 0; i < n; i++)
		buf_printf(&b, "%02x", ((const unsigned char *)bytes)[i]);
	return b.p;
}

/* ---- requests ---- */

static const char *cookies(struct browser *b)
{
	struct buf out = buf_in(b->t->mem);

	for (size_t i = 0; i < b->n_cookie; i++)
		buf_printf(&out, "%s%s=%s", i > 0 ? "; " : "", b->cookie[i].name,
		           b->cookie[i].value);
	return out.p;
}

static void keep_cookie(struct browser *b, const char *name, const char *value)
{
	size_t i = 0;

	while (i < b->n_cookie && strcmp(b->cookie[i].name, name) != 0)
		i++;
	assert_true(i < sizeof b->cookie / sizeof b->cookie[0]);
	b->cookie[i].name = name;
	b->cookie[i].value = value;
	if (i == b->n_cookie)
		b->n_cookie++;
}

static void keep_cookies(struct browser *b, const struct http_reply *p)
{
	struct arena *a = b->t->mem;

	for (size_t i = 0; i < p->n_field; i++) {
		const char *v = p->field[i].value;
		size_t name = strcspn(v, "=");

		if (strcmp(p->field[i].name, "Set-Cookie") != 0)
			continue;
		keep_cookie(b, arena_strndup(a, v, name),
		            arena_strndup(a, v + name + 1, strcspn(v + name + 1, ";")));
	}
}

/* The token that the form of this page would have carried. */
static const char *token_for(struct browser *b, const struct http_request *h)
{
	struct http_reply scratch = { .mem = h->mem };
	struct route route = route_find(&b->t->p.site, h->mem, h->method, h->path);
	struct req r = { .mem = h->mem, .site = &b->t->p.site, .store = b->t->p.site.store,
	                 .world = &b->t->p.world, .http = h, .reply = &scratch,
	                 .page = route.page };
	enum outcome went, ended;

	store_request_begin(r.store, RIGHT_BIT(RIGHT_ALL), true);
	went = session_find(&r, route.samling, route.nokkel);
	ended = store_request_end(r.store, false);
	return went == OUTCOME_OK && ended == OUTCOME_OK ? page_token(&r) : "";
}

static void encode(struct buf *out, const char *s)
{
	for (; *s != '\0'; s++) {
		unsigned char c = (unsigned char)*s;

		if ((c | 32) >= 'a' && (c | 32) <= 'z')
			buf_putc(out, *s);
		else
			buf_printf(out, "%%%02X", c);
	}
}

static void add_field(struct buf *out, const char *name, const char *value)
{
	buf_puts(out, out->n > 0 ? "&" : "");
	encode(out, name);
	buf_putc(out, '=');
	encode(out, value);
}

#define BOUNDARY "vitskille"

static void add_part(struct buf *out, const char *name, const void *bytes, size_t n, bool file)
{
	buf_printf(out, "--" BOUNDARY "\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n",
	           name, file ? "; filename=\"fil\"" : "");
	buf_add(out, bytes, n);
	buf_puts(out, "\r\n");
}

/* The body as it is sent: `parts` says how what is there was written. */
static void end_body(struct browser *b, struct http_request *h, struct buf *whole, bool parts)
{
	const char *token = b->token != NULL ? b->token : token_for(b, h);

	if (parts)
		add_part(whole, "token", token, strlen(token), false);
	else if (*token != '\0')
		add_field(whole, "token", token);
	if (parts)
		buf_puts(whole, "--" BOUNDARY "--\r\n");
	h->body = whole->p;
	h->n_body = whole->n;
}

static struct answer ask(struct browser *b, enum http_method method, const char *path,
                         const struct buf *body, bool parts)
{
	struct site_test *t = b->t;
	struct arena *mem = arena_new(REQUEST_MEMORY);
	const char *q = strchr(path, '?');
	const char *host = strstr(t->p.site.base, "//") + 2;
	struct http_field fields[8] = { { "host", host }, { "cookie", cookies(b) },
		{ "accept-language", b->lang != NULL ? b->lang : "nb" },
		{ "origin", b->origin != NULL ? b->origin : t->p.site.base } };
	struct http_request h = {
		.method = method, .path = arena_strndup(mem, path, strcspn(path, "?")),
		.query = q != NULL ? q + 1 : "", .host = host, .field = fields, .n_field = 4,
		.peer = "127.0.0.1", .mem = mem, .body = "",
	};
	struct http_reply *p = arena_get(t->mem, sizeof *p);
	struct buf whole;
	struct answer a;

	if (fields[1].value == NULL)
		fields[1].value = "";
	if (b->bit)
		fields[h.n_field++] = (struct http_field){ "x-bit", "1" };
	if (parts)
		fields[h.n_field++] = (struct http_field){ "content-type",
			"multipart/form-data; boundary=" BOUNDARY };
	if (b->have != NULL)
		fields[h.n_field++] = (struct http_field){ "if-none-match", b->have };
	if (body != NULL) {
		whole = buf_in(mem);
		buf_add(&whole, body->p, body->n);
		end_body(b, &h, &whole, parts);
	}
	p->mem = t->mem;
	page_handle(&t->p.site, &h, p);
	assert_true(page_commit(&t->p.site));
	keep_cookies(b, p);
	a = (struct answer){ .status = p->status, .reply = p };
	a.body = arena_strndup(t->mem, p->body != NULL ? p->body : "", p->n_body);
	a.to = arena_strdup(t->mem, site_header(&a, "Location"));
	for (size_t i = 0; i < p->n_field; i++)
		p->field[i] = (struct http_field){ arena_strdup(t->mem, p->field[i].name),
		                                   arena_strdup(t->mem, p->field[i].value) };
	p->body = a.body;
	arena_free(mem);
	return a;
}

const char *site_header(const struct answer *a, const char *name)
{
	for (size_t i = 0; i < a->reply->n_field; i++)
		if (strcmp(a->reply->field[i].name, name) == 0)
			return a->reply->field[i].value;
	return "";
}

struct answer site_get(struct browser *b, const char *path)
{
	return ask(b, HTTP_GET, path, NULL, false);
}

struct answer site_post(struct browser *b, const char *path, ...)
{
	struct buf body = buf_in(b->t->mem);
	const char *name;
	va_list ap;

	buf_puts(&body, "");
	va_start(ap, path);
	while ((name = va_arg(ap, const char *)) != NULL)
		add_field(&body, name, va_arg(ap, const char *));
	va_end(ap);
	return ask(b, HTTP_POST, path, &body, false);
}

struct answer site_post_file(struct browser *b, const char *path, const char *name,
                             const struct buf *file, ...)
{
	struct buf body = buf_in(b->t->mem);
	const char *text;
	va_list ap;

	va_start(ap, file);
	while ((text = va_arg(ap, const char *)) != NULL) {
		const char *value = va_arg(ap, const char *);

		add_part(&body, text, value, strlen(value), false);
	}
	va_end(ap);
	if (file != NULL)
		add_part(&body, name, file->p, file->n, true);
	return ask(b, HTTP_POST, path, &body, true);
}

/* ---- people ---- */

int64_t site_person(struct site_test *t, enum staff_role role, const char *email,
                    const char *municipality)
{
	return site_sql(t, "INSERT INTO person (epost, navn, rolle, kommune, opprettet) "
	                "VALUES ('%s', 'Navn på %s', %d, nullif('%s', ''), 0)", email, email,
	                (int)role, municipality != NULL ? municipality : "");
}

static struct browser login(struct site_test *t, const char *column, int64_t id)
{
	struct browser b = { .t = t };
	unsigned char hash[TOKEN_HASH];
	char *text = arena_get(t->mem, TOKEN_TEXT);

	session_token_new(&t->p.world, text, hash);
	site_sql(t, "INSERT INTO oekt (hash, %s, opprettet, utloeper) "
	         "VALUES (x'%s', %lld, 0, %lld)", column, hex(t, hash, sizeof hash),
	         (long long)id, (long long)(t->clock.wall_ms + 30 * DAY_MS));
	keep_cookie(&b, "oekt", text);
	return b;
}

struct browser site_login(struct site_test *t, int64_t person)
{
	return login(t, "person", person);
}

static const char *new_email(struct site_test *t, const char *who)
{
	return site_path(t, "%s%lld@lillevik.example", who,
	                 (long long)site_sql(t, "SELECT count(*) FROM person"));
}

struct browser site_programleder(struct site_test *t)
{
	return site_login(t, site_person(t, STAFF_PROGRAMLEDER, new_email(t, "leder"), NULL));
}

struct browser site_veileder(struct site_test *t, int64_t samling)
{
	int64_t person = site_person(t, STAFF_VEILEDER, new_email(t, "veileder"), NULL);

	if (samling != 0)
		site_sql(t, "INSERT INTO samling_veileder (samling, person) VALUES (%lld, %lld)",
		         (long long)samling, (long long)person);
	return site_login(t, person);
}

struct browser site_kontakt(struct site_test *t, const char *municipality)
{
	return site_login(t, site_person(t, STAFF_KONTAKT, new_email(t, "kontakt"),
	                                 municipality));
}

struct browser site_participant(struct site_test *t, int64_t samling, enum role role)
{
	struct browser b = { .t = t };
	unsigned char hash[TOKEN_HASH], id[16];
	char *text = arena_get(t->mem, TOKEN_TEXT);

	world_random(&t->p.world, id, sizeof id);
	session_token_new(&t->p.world, text, hash);
	site_sql(t, "INSERT INTO deltaker (id, samling, token, rolle, dato) "
	         "VALUES (x'%s', %lld, x'%s', %d, '" SITE_TODAY "')", hex(t, id, sizeof id),
	         (long long)samling, hex(t, hash, sizeof hash), (int)role);
	keep_cookie(&b, site_path(t, "d%lld", (long long)samling), text);
	return b;
}

const char *site_link(struct site_test *t, int64_t samling, enum link_kind kind)
{
	unsigned char hash[TOKEN_HASH];
	char *text = arena_get(t->mem, TOKEN_TEXT);

	session_token_new(&t->p.world, text, hash);
	site_sql(t, "INSERT INTO lenke (hash, slag, samling, navn, utloeper) "
	         "VALUES (x'%s', %d, %lld, 'Lenke i test', %lld)", hex(t, hash, sizeof hash),
	         (int)kind, (long long)samling, (long long)(t->clock.wall_ms + 3 * DAY_MS));
	return text;
}

struct browser site_console(struct site_test *t, int64_t samling)
{
	site_link(t, samling, LINK_CONSOLE);
	return login(t, "lenke", site_sql(t, "SELECT max(id) FROM lenke"));
}

/* ---- a samling ---- */

int64_t site_samling(struct site_test *t, const char *municipality, enum samling_phase phase)
{
	int64_t n = site_sql(t, "SELECT coalesce(max(id), 0) + 1 FROM samling");

	site_sql(t, "INSERT INTO samling (id, kommune, kommunenavn, tittel, maalform, sted, kode, "
	         "fase, opprettet) VALUES (%lld, '%s', 'Lillevik', 'Basisprogram', 'nb', "
	         "'Kommunestyresalen', '%lld', %d, 0)", (long long)n, municipality,
	         (long long)(20000000 + n), (int)phase);
	site_sql(t, "INSERT INTO dag (samling, nr, dato, start) VALUES (%lld, 1, '" SITE_TODAY
	         "', 510), (%lld, 2, '" SITE_TOMORROW "', 510)", (long long)n, (long long)n);
	return n;
}

int64_t site_item(struct site_test *t, int64_t samling, int day, const char *kind,
                  const char *title, int minutes, const char *config)
{
	return site_sql(t, "INSERT INTO punkt (samling, dag, plass, slag, tittel, minutter, "
	                "oppsett) VALUES (%lld, %d, (SELECT coalesce(max(plass), 0) + 1 FROM "
	                "punkt WHERE samling = %lld AND dag = %d), '%s', '%s', %d, '%s')",
	                (long long)samling, day, (long long)samling, day, kind, title, minutes,
	                config);
}

typedef bool (*draw_fn)(struct site *, const struct live_key *, struct arena *, struct buf *,
                        int64_t *);

static const char *drawn(struct site_test *t, int64_t samling, enum view view, enum right right,
                         draw_fn draw)
{
	struct live_key key = { .samling = samling, .view = view };
	struct buf html = { 0 };
	int64_t version;

	store_request_begin(t->p.site.store, RIGHT_BIT(right), true);
	assert_true(draw(&t->p.site, &key, t->mem, &html, &version));
	assert_int_equal(store_request_end(t->p.site.store, false), OUTCOME_OK);
	return html.p;
}

const char *site_wall(struct site_test *t, int64_t samling)
{
	return drawn(t, samling, VIEW_WALL, RIGHT_WALL, wall_draw);
}

const char *site_phones(struct site_test *t, int64_t samling)
{
	return drawn(t, samling, VIEW_PHONE, RIGHT_PARTICIPANT, telefon_draw);
}

void assert_in(const char *text, const char *wanted)
{
	if (strstr(text, wanted) == NULL)
		fail_msg("\"%s\" is missing in:\n%s", wanted, text);
}

void assert_out(const char *text, const char *unwanted)
{
	if (strstr(text, unwanted) != NULL)
		fail_msg("\"%s\" should not be in:\n%s", unwanted, text);
}
