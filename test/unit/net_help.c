#include "net_help.h"

static size_t hall_limit(void *arg, const struct http_request *head)
{
	struct hall *h = arg;

	assert_non_null(head->host);
	return head->method == HTTP_POST ? h->limit : 0;
}

static void hall_gone(void *arg, uint64_t tag)
{
	struct hall *h = arg;

	h->gone++;
	h->gone_tag = tag;
}

static void hall_handle(void *arg, const struct http_request *req, struct http_reply *reply)
{
	static const char *const methods[] = { "GET", "HEAD", "POST", "OTHER" };
	struct hall *h = arg;

	buf_printf(&h->seen, "%s ", req->path);
	reply->status = 200;
	if (strcmp(req->path, "/strom") == 0) {
		stream_open(reply, h->channel, h->first, strtoull(req->query, NULL, 10),
		            hall_gone, h);
		return;
	}
	if (strcmp(req->path, "/angret") == 0) {
		stream_open(reply, h->channel, NULL, 99, hall_gone, h);
		channel_close_tag(h->channel, 99);
		return;
	}
	if (strcmp(req->path, "/steng") == 0)
		channel_close_tag(h->channel, strtoull(req->query, NULL, 10));
	if (strcmp(req->path, "/stor") == 0) {
		reply->body = h->big;
		reply->n_body = h->n_big;
		return;
	}
	if (strcmp(req->path, "/tomt") == 0) {
		reply->status = 204;
		return;
	}
	reply->body = arena_printf(req->mem, "%s %s?%s %.*s", methods[req->method], req->path,
	                           req->query, (int)req->n_body, req->body);
	reply->n_body = strlen(reply->body);
	http_reply_set(reply, "Content-Type", "text/plain");
}

static void hall_refuse(void *arg, int status, const struct http_request *req,
                        struct http_reply *reply)
{
	struct hall *h = arg;

	buf_printf(&h->seen, "!%d%s ", status, req != NULL ? req->path : "");
	reply->status = status;
	reply->body = arena_printf(reply->mem, "refused %d", status);
	reply->n_body = strlen(reply->body);
}

static bool hall_commit(void *arg)
{
	struct hall *h = arg;

	h->commits++;
	buf_puts(&h->seen, "commit ");
	return h->save;
}

static int hall_drawn(void *arg, int64_t mono_ms)
{
	(void)arg;
	(void)mono_ms;
	return -1;
}

void hall_open(struct hall *h)
{
	const struct net_app app = { h, hall_limit, hall_handle, hall_refuse, hall_commit,
	                             hall_drawn };
	const char *error = NULL;

	log_quiet();
	h->clock = (struct world_fake){ .wall_ms = 1799971200000, .mono_ms = 1000000, .seed = 7 };
	h->world = world_fake(&h->clock);
	h->save = true;
	h->limit = 1000;
	h->net = net_open("127.0.0.1:0", &h->limits, &h->world, &app, &error);
	if (h->net == NULL)
		fail_msg("%s", error);
	h->channel = channel_new(h->net);
}

void hall_close(struct hall *h)
{
	channel_free(h->channel);
	net_close(h->net);
	frame_drop(h->first);
	buf_free(&h->seen);
	free(h->big);
	*h = (struct hall){ 0 };
}

struct client client_new(struct hall *h, int window)
{
	struct sockaddr_in to = { .sin_family = AF_INET,
	                          .sin_port = htons((uint16_t)net_port(h->net)),
	                          .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	struct client c = { .hall = h, .fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0) };

	assert_true(c.fd >= 0);
	if (window > 0)
		setsockopt(c.fd, SOL_SOCKET, SO_RCVBUF, &window, sizeof window);
	assert_int_equal(connect(c.fd, (struct sockaddr *)&to, sizeof to), 0);
	fcntl(c.fd, F_SETFL, O_NONBLOCK);
	return c;
}

void client_free(struct client *c)
{
	close(c->fd);
	buf_free(&c->got);
}

void client_read(struct client *c)
{
	char bytes[65536];
	ssize_t n;

	while ((n = recv(c->fd, bytes, sizeof bytes, 0)) > 0)
		buf_add(&c->got, bytes, (size_t)n);
	if (n == 0 || (errno != EAGAIN && errno != EINTR))
		c->eof = true;
}

void client_send(struct client *c, const char *bytes, size_t n)
{
	for (int i = 0; n > 0; i++) {
		ssize_t sent = send(c->fd, bytes, n, MSG_NOSIGNAL);

		if (sent < 0 && errno != EAGAIN)
			return;         /* the server has refused and closed */
		if (sent > 0) {
			bytes += sent;
			n -= (size_t)sent;
		}
		if (n > 0) {
			assert_in_range(i, 0, TURNS);
			net_turn(c->hall->net, 1);
			client_read(c);
		}
	}
}

void client_say(struct client *c, const char *text)
{
	client_send(c, text, strlen(text));
}

bool client_has(struct client *c, const char *text)
{
	return c->got.p != NULL && memmem(c->got.p, c->got.n, text, strlen(text)) != NULL;
}

int client_count(const struct client *c, const char *text)
{
	const char *p = c->got.p;
	int n = 0;

	while (p != NULL && (p = strstr(p, text)) != NULL) {
		p += strlen(text);
		n++;
	}
	return n;
}

void client_await(struct client *c, const char *text, int n)
{
	for (int i = 0; i < TURNS && client_count(c, text) < n && !c->eof; i++) {
		net_turn(c->hall->net, 1);
		client_read(c);
	}
	if (client_count(c, text) < n)
		fail_msg("wanted %d x \"%s\", got \"%.300s\"", n, text, c->got.n ? c->got.p : "");
}

void client_await_eof(struct client *c)
{
	for (int i = 0; i < TURNS && !c->eof; i++) {
		net_turn(c->hall->net, 1);
		client_read(c);
	}
	assert_true(c->eof);
}

void hall_settle(struct hall *h)
{
	for (int i = 0; i < 20; i++)
		net_turn(h->net, 1);
}

int status_of(const struct client *c)
{
	return c->got.n > 12 ? (int)strtol(c->got.p + 9, NULL, 10) : 0;
}

struct client client_watching(struct hall *h, const char *request, int window)
{
	struct client c = client_new(h, window);

	client_say(&c, request);
	client_await(&c, "retry: 1000\n\n", 1);
	return c;
}

void channel_say(struct channel *ch, const char *text)
{
	struct frame *f = frame_new(text, strlen(text));

	channel_publish(ch, f);
	frame_drop(f);
}
