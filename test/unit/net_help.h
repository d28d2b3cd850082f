/* net_help.h - a server with a clock that stands still, and clients on loopback.
 *
 * No client ever waits for a moment of time: the server is turned until what is
 * expected has come, or until so many turns have passed that it never will; then
 * the test fails with what had come so far.
 */
#ifndef TEST_NET_HELP_H
#define TEST_NET_HELP_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/log.h"
#include "lib/world.h"
#include "net/conn.h"

#define TURNS 2000

#define HOST "Host: lillevik.test\r\n"
#define GET(path) "GET " path " HTTP/1.1\r\n" HOST "\r\n"
#define POST "POST /svar HTTP/1.1\r\n" HOST

/* The server, and an app that echoes what it is asked.  Of its own paths, /strom?N opens a
 * stream with tag N, /angret one that it ends at once, /steng?N ends those with tag N,
 * /stor answers with `big` and /tomt with nothing.  Limits are set before
 * hall_open. */
struct hall {
	struct world_fake clock;
	struct world world;
	struct net_limits limits;
	struct net *net;
	struct channel *channel;
	struct frame *first;       /* for newcomers to /strom; the hall's to drop */
	struct buf seen;           /* what the app was asked, in order            */
	bool save;                 /* what commit() answers                       */
	size_t limit;              /* what body_limit() answers                   */
	int commits, gone;
	uint64_t gone_tag;
	char *big;                 /* the body of /stor; the hall's to free       */
	size_t n_big;
};

void hall_open(struct hall *h);
void hall_close(struct hall *h);
/* As many turns as anything under way needs on a loopback. */
void hall_settle(struct hall *h);

struct client {
	struct hall *hall;
	int fd;
	struct buf got;
	bool eof;
};

/* `window`: bytes of receive buffer, 0 for the usual. */
struct client client_new(struct hall *h, int window);
/* One that has asked for a stream, and has it. */
struct client client_watching(struct hall *h, const char *request, int window);
void client_free(struct client *c);

/* Takes what has come, turning nothing. */
void client_read(struct client *c);
/* Turns the server as often as it takes; a server that has closed takes no more. */
void client_send(struct client *c, const char *bytes, size_t n);
void client_say(struct client *c, const char *text);
/* Turns the server until the client has `text` for the nth time. */
void client_await(struct client *c, const char *text, int n);
void client_await_eof(struct client *c);

bool client_has(struct client *c, const char *text);
int client_count(const struct client *c, const char *text);
/* Of the first reply; 0 before it has come. */
int status_of(const struct client *c);

/* Publishes `text` as it stands. */
void channel_say(struct channel *ch, const char *text);

#endif
