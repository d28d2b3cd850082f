/* dispatch.c - one request, from whole to held reply.
 *
 * The order is the security of the program: who is asking, the row's right (404 when
 * the samling is somebody else's), origin and token of a POST, the fields, and only then
 * the handler, whose queries are held against the same rights once more.
 */
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "lib/arena.h"
#include "web/asset.h"
#include "web/multipart.h"
#include "web/page.h"
#include "web/reply.h"
#include "web/route.h"
#include "web/site.h"
#include "web/text.h"

#define BODY_MAX (64 * 1024)
#define FILE_BODY_MAX (1024 * 1024)      /* pages that take a file as text */
#define UPLOAD_MAX (4 * 1024 * 1024)      /* a FIELD_FILE ... */
#define UPLOAD_FIELDS_MAX (16 * 1024)     /* ... and its fields */

static const char *scope_token(const struct site *site, struct arena *a, const char *scope)
{
	unsigned char mac[TOKEN_BYTES];
	char *text = arena_get(a, TOKEN_TEXT);

	crypto_generichash(mac, sizeof mac, (const unsigned char *)scope, strlen(scope),
	                   site->key, sizeof site->key);
	sodium_bin2base64(text, TOKEN_TEXT, mac, sizeof mac,
	                  sodium_base64_VARIANT_URLSAFE_NO_PADDING);
	return text;
}

const char *page_token_participants(struct site *site, struct arena *a, int64_t samling)
{
	return scope_token(site, a, arena_printf(a, "deltaker %lld", (long long)samling));
}

/* A login has a token of its own; strangers share one. */
const char *page_token_site(struct req *r)
{
	if (r->who.session != 0)
		return scope_token(r->site, r->mem, arena_printf(r->mem, "oekt %lld",
		                                          (long long)r->who.session));
	return scope_token(r->site, r->mem, "alle");
}

/* Phones share their samling's, because the frames they all get have the form in them;
 * a link shares one. */
const char *page_token(struct req *r)
{
	bool phone = r->page != NULL && r->page->right == RIGHT_PARTICIPANT;

	if (phone)
		return page_token_participants(r->site, r->mem, r->samling);
	if (r->who.session == 0 && r->who.link != 0)
		return scope_token(r->site, r->mem, arena_printf(r->mem, "lenke %lld",
		                                          (long long)r->who.link));
	return page_token_site(r);
}

static bool token_good(struct req *r)
{
	const char *sent = form_text(&r->form, "token"), *want = page_token(r);

	return strlen(sent) == strlen(want) && sodium_memcmp(sent, want, strlen(want)) == 0;
}

/* The origin of a POST must be the host it was sent to.  Old browsers that send no
 * Origin say so in Sec-Fetch-Site; without either we refuse. */
static bool origin_good(const struct http_request *h)
{
	const char *origin = http_field(h, "origin"), *site = http_field(h, "sec-fetch-site");
	const char *host;

	if (site != NULL && strcmp(site, "same-origin") != 0)
		return false;
	if (origin == NULL)
		return site != NULL;
	host = strstr(origin, "://");
	return host != NULL && strcasecmp(host + 3, h->host) == 0;
}

static enum lang accepted(const struct http_request *h)
{
	const char *a = http_field(h, "accept-language");

	for (; a != NULL && *a != '\0'; a += strcspn(a, ","), a += strspn(a, ", ")) {
		if (strncasecmp(a, "nn", 2) == 0)
			return LANG_NN;
		if (strncasecmp(a, "nb", 2) == 0 || strncasecmp(a, "no", 2) == 0)
			return LANG_NB;
	}
	return LANG_NB;
}

static struct req start(struct site *site, const struct http_request *h, struct http_reply *p)
{
	return (struct req){
		.mem = h != NULL ? h->mem : p->mem, .site = site, .store = site->store,
		.world = site->world, .http = h, .reply = p,
		.lang = h != NULL ? accepted(h) : LANG_NB,
		.bit = h != NULL && http_field(h, "x-bit") != NULL,
	};
}

static enum outcome serve_asset(struct req *r)
{
	const struct asset *a = asset_find(r->http->path);
	const char *match = http_field(r->http, "if-none-match");
	const char *accept = http_field(r->http, "accept-encoding");
	bool gzip = a != NULL && a->n_gzip > 0 && accept != NULL && strstr(accept, "gzip") != NULL;

	if (a == NULL)
		return OUTCOME_NOT_FOUND;
	http_reply_set(r->reply, "ETag", a->etag);
	http_reply_set(r->reply, "Cache-Control", "public, max-age=31536000, immutable");
	http_reply_set(r->reply, "Vary", "Accept-Encoding");
	if (match != NULL && strcmp(match, a->etag) == 0) {
		r->reply->status = 304;
		return OUTCOME_OK;
	}
	http_reply_set(r->reply, "Content-Type", a->type);
	if (gzip)
		http_reply_set(r->reply, "Content-Encoding", "gzip");
	r->reply->status = 200;
	r->reply->body = gzip ? a->gzip : a->bytes;
	r->reply->n_body = gzip ? a->n_gzip : a->n_bytes;
	return OUTCOME_OK;
}

/* Somebody without the right: people who could log in or join are shown where. */
static int refuse_right(struct req *r, const struct route *route)
{
	enum right need = route->page->right;

	if (route->page->method == HTTP_GET && need == RIGHT_PARTICIPANT) {
		page_redirect(r, "/");
		return 0;
	}
	if (r->who.session != 0 || need == RIGHT_WALL || need == RIGHT_REMOTE)
		return 404;
	if (route->page->method == HTTP_GET && !r->bit) {
		page_redirect(r, arena_printf(r->mem, "/logg-inn?til=%s", r->http->path));
		return 0;
	}
	return 403;
}

static int status_of(enum outcome went)
{
	switch (went) {
	case OUTCOME_OK:          return 200;
	case OUTCOME_INVALID:     return 400;
	case OUTCOME_FORBIDDEN:   return 403;
	case OUTCOME_NOT_FOUND:   return 404;
	case OUTCOME_CONFLICT:    return 409;
	case OUTCOME_UNAVAILABLE: return 503;
	}
	return 503;
}

static enum form_result read_fields(struct req *r, bool post)
{
	const struct field *fields = r->page->fields;
	const char *type = http_field(r->http, "content-type"), *query = r->http->query;

	if (post && form_takes_file(fields) && multipart_is(type))
		return form_read_parts(r->mem, fields, type, r->http->body, r->http->n_body,
		                       &r->form);
	if (post)
		return form_read(r->mem, fields, r->http->body, r->http->n_body, &r->form);
	return form_read(r->mem, fields, query, strlen(query), &r->form);
}

/* Reads the fields and runs the handler.  A wrong field draws the form again. */
static int run_handler(struct req *r)
{
	const struct page *p = r->page;
	bool post = p->method == HTTP_POST;
	enum form_result form = read_fields(r, post);
	enum outcome went;

	if (form == FORM_REFUSED)
		return 400;
	if (post && (!origin_good(r->http) || !token_good(r)))
		return 403;
	if (form == FORM_BAD && !post)
		return 404;
	went = form == FORM_BAD ? OUTCOME_INVALID : p->fn(r);
	if (went == OUTCOME_INVALID && p->again != NULL) {
		/* What the handler had begun to write is undone; drawing only reads. */
		if (store_request_end(r->store, false) != OUTCOME_OK)
			return 503;
		store_request_begin(r->store, r->who.rights, true);
		if (r->status == 0)
			r->status = 422;
		went = p->again(r);
	}
	return went == OUTCOME_OK ? 0 : status_of(went);
}

static enum outcome who_asks(struct req *r, const struct route *route)
{
	enum outcome went, kept;

	store_request_begin(r->store, RIGHT_BIT(RIGHT_ALL), true);
	went = session_find(r, route->samling, route->nokkel);
	kept = store_request_end(r->store, false);
	return went != OUTCOME_OK ? went : kept;
}

static int settle(struct req *r, const struct route *route)
{
	bool writes = route->page->method == HTTP_POST;
	enum outcome went = who_asks(r, route);
	int status;

	/* A samling that is not there is refused like one that is somebody else's. */
	if (went == OUTCOME_NOT_FOUND && route->samling != 0)
		return refuse_right(r, route);
	if (went != OUTCOME_OK)
		return status_of(went);
	if (!(r->who.rights & RIGHT_BIT(route->page->right)))
		return refuse_right(r, route);
	store_request_begin(r->store, r->who.rights, !writes);
	status = run_handler(r);
	if (store_request_end(r->store, status == 0) != OUTCOME_OK)
		status = 503;
	return status;
}

void page_handle(void *arg, const struct http_request *h, struct http_reply *p)
{
	struct site *site = arg;
	struct req r = start(site, h, p);
	struct route route;
	size_t strict;
	int status;

	reply_strict(site, p);
	strict = p->n_field;
	if (strncmp(h->path, "/_/", 3) == 0 && h->method != HTTP_POST) {
		if (serve_asset(&r) != OUTCOME_OK)
			reply_error(&r, 404);
		return;
	}
	route = route_find(site, r.mem, h->method, h->path);
	if (route.page == NULL) {
		if (route.path_known)
			http_reply_set(p, "Allow", h->method == HTTP_POST ? "GET, HEAD" : "POST");
		reply_error(&r, route.path_known ? 405 : 404);
		return;
	}
	r.page = route.page;
	memcpy(r.param, route.param, sizeof r.param);
	status = settle(&r, &route);
	if (status != 0) {
		p->n_field = strict;    /* no cookie of something that was not saved */
		reply_error(&r, status);
	}
}

void page_refuse(void *arg, int status, const struct http_request *h, struct http_reply *p)
{
	struct req r = start(arg, h, p);

	reply_strict(arg, p);
	reply_error(&r, status);
}

/* Megabytes are kept only for somebody who may send them. */
static bool may_upload(struct site *site, const struct http_request *h,
                       const struct route *route)
{
	struct http_reply none = { .mem = h->mem };
	struct req r = start(site, h, &none);

	r.page = route->page;
	return who_asks(&r, route) == OUTCOME_OK &&
	       (r.who.rights & RIGHT_BIT(route->page->right)) != 0;
}

static size_t upload_max(const struct field *f)
{
	while (f->kind != FIELD_FILE)
		f++;
	return f->max > 0 ? (size_t)f->max : UPLOAD_MAX;
}

size_t page_body_limit(void *arg, const struct http_request *h)
{
	const struct route route = route_find(arg, h->mem, h->method, h->path);

	if (route.page == NULL || route.page->method != HTTP_POST)
		return 0;
	if (form_takes_file(route.page->fields) && may_upload(arg, h, &route))
		return upload_max(route.page->fields) + UPLOAD_FIELDS_MAX;
	for (const struct field *f = route.page->fields; f != NULL && f->name != NULL; f++)
		if (f->kind == FIELD_LINES && f->max > BODY_MAX)
			return FILE_BODY_MAX;
	return BODY_MAX;
}

bool page_commit(void *arg)
{
	struct site *site = arg;

	return store_commit(site->store);
}
