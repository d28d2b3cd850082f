#include "net/head.h"

#include <llhttp.h>

/* llhttp reads on into the body of a message; a head is all that it gets, so
 * the facts are taken in on_headers_complete(), before it forgets them. */
struct reading {
	struct head_facts *facts;
	bool in_name, complete;
};

static int on_target(llhttp_t *p, const char *at, size_t n)
{
	struct head_facts *f = ((struct reading *)p->data)->facts;

	if (f->target == NULL)
		f->target = at;
	f->n_target += n;
	return 0;
}

static int on_name(llhttp_t *p, const char *at, size_t n)
{
	struct reading *r = p->data;

	(void)n;
	if (r->in_name)
		return 0;
	if (r->facts->n_field == r->facts->room)
		return -1;
	r->facts->name[r->facts->n_field++] = at;
	r->in_name = true;
	return 0;
}

static int on_name_complete(llhttp_t *p)
{
	((struct reading *)p->data)->in_name = false;
	return 0;
}

static int on_headers_complete(llhttp_t *p)
{
	struct reading *r = p->data;
	struct head_facts *f = r->facts;

	f->major = p->http_major;
	f->minor = p->http_minor;
	f->chunked = (p->flags & F_CHUNKED) != 0;
	f->has_length = (p->flags & F_CONTENT_LENGTH) != 0;
	f->length = f->has_length ? p->content_length : 0;
	f->keep_alive = llhttp_should_keep_alive(p) != 0;
	r->complete = true;
	p->upgrade = 0;    /* an offer to change protocol may be ignored, and is */
	return 0;
}

static const llhttp_settings_t settings = {
	.on_url = on_target,
	.on_header_field = on_name,
	.on_header_field_complete = on_name_complete,
	.on_headers_complete = on_headers_complete,
};

enum head_verdict head_read(const char *text, size_t n, struct head_facts *facts)
{
	struct reading r = { .facts = facts };
	llhttp_errno_t error;
	llhttp_t p;

	llhttp_init(&p, HTTP_REQUEST, &settings);
	p.data = &r;
	error = llhttp_execute(&p, text, n);
	if (error == HPE_INVALID_METHOD)
		return HEAD_UNKNOWN_METHOD;
	return error == HPE_OK && r.complete && facts->target != NULL ? HEAD_OK : HEAD_BAD;
}
