/* http_out.c - header fields, the head of a reply as bytes, and what net itself refuses. */
#include "net/http.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "lib/arena.h"
#include "lib/log.h"
#include "lib/world.h"
#include "net/conn.h"

const char *http_field(const struct http_request *req, const char *name)
{
	for (size_t i = 0; i < req->n_field; i++)
		if (strcmp(req->field[i].name, name) == 0)
			return req->field[i].value;
	return NULL;
}

/* The array grows when the count reaches a power of two from eight on, so the
 * reply need not remember how much room it has. */
void http_reply_set(struct http_reply *reply, const char *name, const char *value)
{
	const size_t n = reply->n_field;

	assert(*name != '\0' && strpbrk(name, ": \t\r\n") == NULL);
	for (const char *p = value; *p != '\0'; p++)
		if ((unsigned char)*p < ' ' || *p == 0x7f)
			log_fatal("a control character in the reply field %s", name);
	if (n == 0 || (n >= 8 && (n & (n - 1)) == 0)) {
		struct http_field *more =
			arena_array(reply->mem, n == 0 ? 8 : 2 * n, sizeof *more);

		if (n > 0)
			memcpy(more, reply->field, n * sizeof *more);
		reply->field = more;
	}
	reply->field[reply->n_field++] = (struct http_field){ name, value };
}

/* "" for one that nobody here answers with. */
static const char *reason_of(int status)
{
	static const struct { int status; const char *reason; } reasons[] = {
		{ 200, "OK" }, { 201, "Created" }, { 202, "Accepted" },
		{ 204, "No Content" }, { 206, "Partial Content" },
		{ 301, "Moved Permanently" }, { 302, "Found" }, { 303, "See Other" },
		{ 304, "Not Modified" }, { 307, "Temporary Redirect" },
		{ 308, "Permanent Redirect" }, { 400, "Bad Request" },
		{ 401, "Unauthorized" }, { 403, "Forbidden" }, { 404, "Not Found" },
		{ 405, "Method Not Allowed" }, { 406, "Not Acceptable" },
		{ 408, "Request Timeout" }, { 409, "Conflict" }, { 410, "Gone" },
		{ 412, "Precondition Failed" }, { 413, "Content Too Large" },
		{ 414, "URI Too Long" }, { 415, "Unsupported Media Type" },
		{ 416, "Range Not Satisfiable" }, { 417, "Expectation Failed" },
		{ 421, "Misdirected Request" }, { 422, "Unprocessable Content" },
		{ 429, "Too Many Requests" }, { 431, "Request Header Fields Too Large" },
		{ 500, "Internal Server Error" }, { 501, "Not Implemented" },
		{ 503, "Service Unavailable" }, { 505, "HTTP Version Not Supported" },
	};

	for (size_t i = 0; i < sizeof reasons / sizeof reasons[0]; i++)
		if (reasons[i].status == status)
			return reasons[i].reason;
	return "";
}

static const char *date_now(struct net *net)
{
	static const char days[] = "SunMonTueWedThuFriSat";
	static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	const time_t second = (time_t)(world_wall_ms(net->world) / 1000);
	struct tm t;

	if (second == net->date_second)
		return net->date;
	gmtime_r(&second, &t);
	snprintf(net->date, sizeof net->date, "%.3s, %02d %.3s %04d %02d:%02d:%02d GMT",
	         days + 3 * t.tm_wday, t.tm_mday % 100, months + 3 * t.tm_mon,
	         (t.tm_year + 1900) % 10000, t.tm_hour, t.tm_min, t.tm_sec);
	net->date_second = second;
	return net->date;
}

/* Makes the head and thereby lets the reply go.  A stream ends with its
 * connection, so it needs no length. */
void http_out_head(struct net *net, struct exchange *x)
{
	struct http_reply *reply = &x->reply;
	const bool bare = reply->status == 204 || reply->status == 304;

	x->close |= net->stopping || (x->endless && x->req.method != HTTP_HEAD);
	x->head = buf_in(reply->mem);
	buf_printf(&x->head, "HTTP/1.1 %d %s\r\nDate: %s\r\n", reply->status,
	           reason_of(reply->status), date_now(net));
	for (size_t i = 0; i < reply->n_field; i++) {
		buf_puts(&x->head, reply->field[i].name);
		buf_puts(&x->head, ": ");
		buf_puts(&x->head, reply->field[i].value);
		buf_puts(&x->head, "\r\n");
	}
	if (!bare && !x->endless)
		buf_printf(&x->head, "Content-Length: %zu\r\n", reply->n_body);
	if (x->close)
		buf_puts(&x->head, "Connection: close\r\n");
	else if (x->http10)
		buf_puts(&x->head, "Connection: keep-alive\r\n");
	buf_puts(&x->head, "\r\n");
	if (bare || x->req.method == HTTP_HEAD)
		reply->n_body = 0;
}

void http_out_refuse(struct net *net, struct exchange *x, int status, bool known)
{
	x->reply = (struct http_reply){ .mem = x->reply.mem };
	net->app.refuse(net->app.arg, status, known ? &x->req : NULL, &x->reply);
	assert(x->reply.status >= 400 && x->reply.stream == NULL);
	x->endless = false;
	net->stats.refused++;
}
