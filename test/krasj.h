/* krasj.h - what test/krasj.c (before the crash) and test/krasj_etter.c (after it) share. */
#ifndef TEST_KRASJ_H
#define TEST_KRASJ_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#define PHONES 40

enum mode { MODE_OPEN, MODE_ANONYMOUS, MODE_CLOSING, MODE__MAX };

struct phone {
	struct crash *c;
	int nr;
	const char *cookie;
	struct client_line *line;
	int sent, stored;       /* answers, numbered from 1; 0: none                  */
	bool waits;             /* for the reply to `sent`                            */
	bool ended;             /* the round is closed, or the server gone            */
};

struct crash {
	const char *binary;
	enum mode mode;
	struct arena *mem;
	char dir[64], cookies[80];
	const char *wall, *token;
	long long round;
	pid_t server;
	struct client *client;
	struct client_line *clicker;
	struct phone phone[PHONES];
	size_t answers;
	bool pressed, closed;   /* the close was asked for; it was acknowledged       */
	int wrong;
};

/* Something is lost, or there that should not be. */
void wrong(struct crash *, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* The test itself cannot go on. */
void need(bool ok, const char *what);

/* Gives the phone's next answer, and another as soon as that is acknowledged. */
void answer(struct phone *);

/* Everything in the data folder against what the phones were told. */
void check_folder(struct crash *);

#endif
