/* test_http_oracle.h - llhttp alone, on a whole message: what it makes of one that
 * our reader has accepted must be the same.
 */
#ifndef TEST_HTTP_ORACLE_H
#define TEST_HTTP_ORACLE_H

#include <stdbool.h>
#include <string.h>

/* Its names for methods are ours too. */
#define HTTP_GET LLHTTP_GET
#define HTTP_HEAD LLHTTP_HEAD
#define HTTP_POST LLHTTP_POST
#include <llhttp.h>
#undef HTTP_GET
#undef HTTP_HEAD
#undef HTTP_POST

#include "lib/buf.h"
#include "net/http_in.h"

struct oracle {
	struct buf target, body;
	bool whole;
	size_t used;
	int method;
};

static int oracle_target(llhttp_t *p, const char *at, size_t n)
{
	buf_add(&((struct oracle *)p->data)->target, at, n);
	return 0;
}

static int oracle_body(llhttp_t *p, const char *at, size_t n)
{
	buf_add(&((struct oracle *)p->data)->body, at, n);
	return 0;
}

static int oracle_headers(llhttp_t *p)
{
	p->upgrade = 0;
	return 0;
}

static int oracle_whole(llhttp_t *p)
{
	((struct oracle *)p->data)->whole = true;
	return HPE_PAUSED;
}

/* Free target and body afterwards. */
static struct oracle oracle_read(const char *bytes, size_t n)
{
	const llhttp_settings_t settings = { .on_url = oracle_target, .on_body = oracle_body,
	                                     .on_headers_complete = oracle_headers,
	                                     .on_message_complete = oracle_whole };
	struct oracle o = { 0 };
	llhttp_t p;

	llhttp_init(&p, HTTP_REQUEST, &settings);
	p.data = &o;
	o.whole = llhttp_execute(&p, bytes, n) == HPE_PAUSED && o.whole;
	if (o.whole)
		o.used = (size_t)(llhttp_get_error_pos(&p) - bytes);
	o.method = p.method;
	return o;
}

static bool oracle_same_target(const struct oracle *o, const struct http_request *req)
{
	const size_t n_path = strlen(req->path), n_query = strlen(req->query);
	const char *end = o->target.p + o->target.n;

	if (strcmp(o->target.p, "*") == 0)
		return strcmp(req->path, "/") == 0;
	if (n_query > 0) {
		if (o->target.n < n_query || strcmp(end - n_query, req->query) != 0)
			return false;
		end -= n_query;
	}
	if (end > o->target.p && end[-1] == '?')
		end--;
	if ((size_t)(end - o->target.p) >= n_path && strncmp(end - n_path, req->path, n_path) == 0)
		return true;
	return n_path == 1;       /* "http://host" has no path at all */
}

/* NULL: it agrees; else what it sees differently. */
static const char *oracle_objects(const char *bytes, size_t n, size_t used,
                                  const struct http_request *req)
{
	struct oracle o = oracle_read(bytes, n);
	const char *objection = NULL;
	enum http_method method = o.method == LLHTTP_GET ? HTTP_GET :
		o.method == LLHTTP_HEAD ? HTTP_HEAD :
		o.method == LLHTTP_POST ? HTTP_POST : HTTP_OTHER;

	if (!o.whole)
		objection = "not a message";
	else if (o.used != used)
		objection = "the end";
	else if (method != req->method)
		objection = "the method";
	else if (!oracle_same_target(&o, req))
		objection = "the target";
	else if (o.body.n != req->n_body || memcmp(req->body, o.body.n ? o.body.p : "",
	                                           req->n_body) != 0)
		objection = "the body";
	buf_free(&o.target);
	buf_free(&o.body);
	return objection;
}

#endif
