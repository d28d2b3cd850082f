#include "net/http_in.h"

#include <assert.h>
#include <string.h>
#include <strings.h>

#include "lib/arena.h"
#include "net/head.h"

#define METHOD_MAX 32
#define FIELDS_MAX 100
#define LENGTH_DIGITS_MAX 18
#define CHUNK_DIGITS_MAX 8

/* A page, its form and its rows fit many times over: only a bug gets here. */
#define REQUEST_CEILING ((size_t)64 << 20)

void http_in_init(struct http_in *in, size_t head_max)
{
	*in = (struct http_in){ .head_max = head_max };
}

void http_in_free(struct http_in *in)
{
	arena_free(in->req.mem);
	buf_free(&in->head);
	buf_free(&in->body);
}

static enum http_in_step refuse(struct http_in *in, int status)
{
	in->status = status;
	in->part = PART_DONE;
	return HTTP_IN_REFUSED;
}

/* One byte of the head.  0: go on; -1: that was its last; else a refusal.
 * What a proxy in front could read differently than we do is no request:
 * line ends other than CRLF, control characters, folded lines. */
static int scan(struct http_in *in, unsigned char c)
{
	if (in->size++ >= in->head_max)
		return in->lines == 0 ? 414 : 431;
	if (in->cr) {
		in->cr = false;
		if (c != '\n')
			return 400;
		if (in->column == 0 && in->lines > 0)
			return -1;
		if (in->column == 0 && in->blank)
			return 400;
		if (in->column == 0)
			in->blank = true;
		else if (++in->lines > FIELDS_MAX + 1)
			return 431;
		in->column = 0;
		return 0;
	}
	if (c == '\r') {
		in->cr = true;
		return 0;
	}
	if ((c < ' ' && c != '\t') || c == 0x7f)
		return 400;
	if (in->column == 0 && (c == ' ' || c == '\t'))
		return 400;
	if (in->lines == 0 && !in->word) {
		in->word = c == ' ';
		if (in->column >= METHOD_MAX)
			return 400;
	}
	in->column++;
	return 0;
}

static bool is_token(const char *s)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`|~";

	return *s != '\0' && s[strspn(s, letters)] == '\0';
}

/* Cuts one field, whose name begins at `name`, into two strings.  Returns the
 * value as it was sent, with the white space, for those that must be exact. */
static const char *cut_field(struct http_field *f, char *name)
{
	char *colon = strchr(name, ':'), *value, *end;

	if (colon == NULL)
		return NULL;
	*colon = '\0';
	for (char *p = name; p < colon; p++)
		if (*p >= 'A' && *p <= 'Z')
			*p = (char)(*p - 'A' + 'a');
	value = colon + 1;
	end = strchr(value, '\r');
	assert(end != NULL);
	*end = '\0';
	value += strspn(value, " ");
	f->name = name;
	f->value = value + strspn(value, "\t ");
	return is_token(name) ? value : NULL;
}

/* Called after the value was looked at as it came. */
static void trim(const struct http_field *f)
{
	char *value = (char *)(uintptr_t)f->value;
	size_t n = strlen(value);

	while (n > 0 && (value[n - 1] == ' ' || value[n - 1] == '\t'))
		value[--n] = '\0';
}

static bool is_number(const char *s)
{
	size_t n = strspn(s, "0123456789");

	return n > 0 && n <= LENGTH_DIGITS_MAX && s[n] == '\0';
}

/* Letters of a host and a port; international names come as punycode. */
static bool is_host(const char *s)
{
	size_t n = strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	                     "0123456789.-_:[]");

	return n > 0 && n <= 255 && s[n] == '\0';
}

/* The fields that decide where the body ends and whom it is for: each at most
 * once, written exactly as we would.  Returns a status, 0 when all is well. */
static int read_fields(struct http_in *in, char *text, const struct head_facts *facts)
{
	struct http_field *field = arena_array(in->req.mem, facts->n_field, sizeof *field);
	unsigned lengths = 0, codings = 0, hosts = 0;
	const char *raw;

	for (size_t i = 0; i < facts->n_field; i++) {
		raw = cut_field(&field[i], text + (facts->name[i] - text));
		if (raw == NULL)
			return 400;
		if (strcmp(field[i].name, "content-length") == 0) {
			if (!is_number(raw))
				return 400;
			lengths++;
		} else if (strcmp(field[i].name, "transfer-encoding") == 0) {
			if (strcasecmp(raw, "chunked") != 0)
				return 400;
			codings++;
		}
		trim(&field[i]);
		if (strcmp(field[i].name, "host") == 0) {
			if (!is_host(field[i].value))
				return 400;
			hosts++;
			in->req.host = field[i].value;
		} else if (strcmp(field[i].name, "expect") == 0) {
			in->expects = !in->http10;
		}
	}
	in->req.field = field;
	in->req.n_field = facts->n_field;
	if (hosts != 1 || lengths + codings > 1 || (codings > 0 && in->http10))
		return 400;
	/* llhttp must have understood the same. */
	if (facts->chunked != (codings == 1) || facts->has_length != (lengths == 1))
		return 400;
	in->chunked = codings == 1;
	in->left = facts->length;
	return 0;
}

/* "/path?query", or the same behind "http://host" as if sent to a proxy; then
 * the host must be the one of the Host field. */
static int read_target(struct http_in *in, char *target)
{
	struct http_request *req = &in->req;
	size_t n = 0;

	for (const char *p = target; *p != '\0'; p++)
		if (*p <= ' ' || *p > '~' || *p == '#')
			return 400;
	if (strncasecmp(target, "http://", 7) == 0)
		n = 7;
	else if (strncasecmp(target, "https://", 8) == 0)
		n = 8;
	if (n > 0) {
		target += n;
		n = strcspn(target, "/?");
		if (n != strlen(req->host) || strncasecmp(target, req->host, n) != 0)
			return 400;
		target += n;
	}
	req->path = target;
	req->query = "";
	target += strcspn(target, "?");
	if (*target == '?') {
		*target = '\0';
		req->query = target + 1;
	}
	if (req->path[0] == '\0' || strcmp(req->path, "*") == 0)
		req->path = "/";
	return req->path[0] == '/' ? 0 : 400;
}

static enum http_method method_of(const char *word)
{
	if (strcmp(word, "GET") == 0)
		return HTTP_GET;
	if (strcmp(word, "HEAD") == 0)
		return HTTP_HEAD;
	return strcmp(word, "POST") == 0 ? HTTP_POST : HTTP_OTHER;
}

/* "METHOD target HTTP/1.x" with one space each: llhttp takes a little more.
 * Cuts it into strings. */
static int read_line(struct http_in *in, char *text, const struct head_facts *facts)
{
	char *space = strchr(text, ' ');
	char *target = text + (facts->target - text);
	char *after = target + facts->n_target;

	if (target != space + 1 || strncmp(after, " HTTP/", 6) != 0 ||
	    after[7] != '.' || after[9] != '\r')
		return 400;
	if (facts->major != 1 || facts->minor > 1)
		return 505;
	*space = '\0';
	*after = '\0';
	in->http10 = facts->minor == 0;
	in->req.method = method_of(text);
	return 0;
}

/* A method nobody here knows is no mistake in the writing of the request. */
static int unknown_method(const char *text)
{
	size_t n = strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ-");
	const char *end = strchr(text, '\r');

	if (n == 0 || text[n] != ' ' || end - text < 9)
		return 400;
	return strncmp(end - 9, " HTTP/1.", 8) == 0 ? 501 : 400;
}

static enum http_in_step read_head(struct http_in *in)
{
	struct head_facts facts = { .room = FIELDS_MAX };
	const size_t skip = in->blank ? 2 : 0, n = in->head.n - skip;
	char *text;
	int status;

	in->req.mem = arena_new(REQUEST_CEILING);
	text = arena_strndup(in->req.mem, in->head.p + skip, n);
	buf_free(&in->head);
	facts.name = arena_array(in->req.mem, FIELDS_MAX, sizeof *facts.name);
	switch (head_read(text, n, &facts)) {
	case HEAD_BAD:
		return refuse(in, 400);
	case HEAD_UNKNOWN_METHOD:
		return refuse(in, unknown_method(text));
	case HEAD_OK:
		break;
	}
	status = read_line(in, text, &facts);
	if (status == 0)
		status = read_fields(in, text, &facts);
	if (status == 0)
		status = read_target(in, text + (facts.target - text));
	if (status != 0)
		return refuse(in, status);
	in->known = true;
	in->keep_alive = facts.keep_alive;
	in->req.body = "";
	if (in->expects && strcasecmp(http_field(&in->req, "expect"), "100-continue") != 0)
		return refuse(in, 417);
	in->part = in->chunked || in->left > 0 ? PART_ADMIT : PART_DONE;
	return in->part == PART_ADMIT ? HTTP_IN_HEAD : HTTP_IN_WHOLE;
}

static enum http_in_step feed_head(struct http_in *in, const char *p, size_t n, size_t *used)
{
	for (size_t i = 0; i < n; i++) {
		int verdict = scan(in, (unsigned char)p[i]);

		if (verdict > 0)
			return refuse(in, verdict);
		if (verdict < 0) {
			*used = i + 1;
			buf_add(&in->head, p, i + 1);
			return read_head(in);
		}
	}
	*used = n;
	buf_add(&in->head, p, n);
	return HTTP_IN_MORE;
}

bool http_in_admit(struct http_in *in, size_t limit)
{
	assert(in->part == PART_ADMIT);
	in->limit = limit;
	if (!in->chunked && in->left > limit) {
		refuse(in, 413);
		return false;
	}
	in->part = in->chunked ? PART_SIZE : PART_LENGTH;
	return true;
}

static int hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* A byte between the pieces of a chunked body.  llhttp would let extensions,
 * trailers and odd white space through; nothing we serve sends them, so what
 * is not exactly size CRLF data CRLF ... 0 CRLF CRLF is refused.  The tests and
 * the fuzzer see to it that llhttp reads what is left in the same way. */
static int chunk_byte(struct http_in *in, char c)
{
	const int digit = hex(c);
	enum http_in_part next = in->part;
	char want = '\n';

	switch (in->part) {
	case PART_SIZE:
		if (digit >= 0) {
			in->left = in->left * 16 + (unsigned)digit;
			return ++in->digits > CHUNK_DIGITS_MAX ? 400 : 0;
		}
		if (in->digits == 0)
			return 400;
		want = '\r';
		next = PART_SIZE_LF;
		break;
	case PART_SIZE_LF:
		if (in->left > in->limit - in->body.n)
			return c == '\n' ? 413 : 400;
		in->digits = 0;
		next = in->left > 0 ? PART_DATA : PART_LAST_CR;
		break;
	case PART_DATA_CR:
		want = '\r';
		next = PART_DATA_LF;
		break;
	case PART_DATA_LF:
		next = PART_SIZE;
		break;
	case PART_LAST_CR:
		want = '\r';
		next = PART_LAST_LF;
		break;
	case PART_LAST_LF:
		next = PART_DONE;
		break;
	case PART_HEAD:
	case PART_ADMIT:
	case PART_LENGTH:
	case PART_DATA:
	case PART_DONE:
		assert(!"a part without bytes of its own");
	}
	in->part = next;
	return c == want ? 0 : 400;
}

static enum http_in_step feed_body(struct http_in *in, const char *p, size_t n, size_t *used)
{
	size_t at = 0;

	while (at < n && in->part != PART_DONE) {
		if (in->part == PART_LENGTH || in->part == PART_DATA) {
			const size_t take = n - at < in->left ? n - at : (size_t)in->left;

			buf_add(&in->body, p + at, take);
			at += take;
			in->left -= take;
			if (in->left == 0)
				in->part = in->chunked ? PART_DATA_CR : PART_DONE;
		} else {
			int status = chunk_byte(in, p[at++]);
			if (status != 0)
				return refuse(in, status);
		}
	}
	*used = at;
	if (in->part != PART_DONE)
		return HTTP_IN_MORE;
	if (in->body.n > 0) {
		in->req.body = in->body.p;
		in->req.n_body = in->body.n;
	}
	return HTTP_IN_WHOLE;
}

enum http_in_step http_in_feed(struct http_in *in, const char *p, size_t n, size_t *used)
{
	*used = 0;
	if (in->part == PART_HEAD)
		return feed_head(in, p, n, used);
	assert(in->part != PART_ADMIT && in->part != PART_DONE);
	return feed_body(in, p, n, used);
}
