/* krasj - kill -9 at random moments while a hall answers: nothing acknowledged is lost.
 *
 *	krasj BINARY ROUNDS [SEED]
 *
 * Each round makes Lillevik anew, lets phones answer as fast as they are answered, kills the
 * server, starts it again and asks: does every phone that was told "saved" find its answer,
 * is there one answer a phone and no more, is the database whole, and does a secret lie there
 * for each open anonymous round and for no other?  In every third round the question is
 * anonymous, in another the round is closed at about the moment of the crash. */
#include <fcntl.h>
#include <ftw.h>
#include <jansson.h>
#include <signal.h>
#include <sodium.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "krasj.h"

#include "app/drift/program.h"
#include "app/lillevik/side.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/log.h"
#include "lib/world.h"
#include "net/client.h"

#define MEMORY (256u << 20)
#define START_TRIES 1000
#define RUN_MS_MOST 500
#define CLOSE_MS 30             /* the crash comes within this of the close */

static struct world world;

void wrong(struct crash *c, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	fputs("FEIL: ", stderr);
	vfprintf(stderr, fmt, ap);
	fputc('\n', stderr);
	va_end(ap);
	c->wrong++;
}

void need(bool ok, const char *what)
{
	if (!ok)
		log_fatal("krasj: %s", what);
}

static void pause_ms(long ms)
{
	nanosleep(&(struct timespec){ ms / 1000, ms % 1000 * 1000000L }, NULL);
}

/* ---- the program ---- */

static pid_t spawn(const char *const *argv, int out)
{
	pid_t pid = fork();

	need(pid >= 0, "fork");
	if (pid != 0)
		return pid;
	if (out >= 0)
		dup2(out, STDOUT_FILENO);
	dup2(open("/dev/null", O_WRONLY), STDERR_FILENO);
	execv(argv[0], (char *const *)argv);
	_exit(127);
}

static json_t *demo(struct crash *c)
{
	const char *const argv[] = { c->binary, "demo", "--data", c->dir, "--deltakere", "40",
	                             "--kaker", c->cookies, "--json", NULL };
	int fd[2], status;
	json_t *j;
	FILE *f;
	pid_t pid;

	need(pipe(fd) == 0, "pipe");
	pid = spawn(argv, fd[1]);
	close(fd[1]);
	f = fdopen(fd[0], "r");
	j = json_loadf(f, 0, NULL);
	fclose(f);
	need(waitpid(pid, &status, 0) == pid && status == 0 && j != NULL, "demo");
	return j;
}

/* The address file of a server that was killed is still there: gone before the next. */
static void start(struct crash *c)
{
	const char *const argv[] = { c->binary, "serve", "--data", c->dir, "--listen",
	                             "127.0.0.1:0", NULL };
	const char *address = NULL, *error;

	unlink(arena_printf(c->mem, "%s/adresse", c->dir));
	c->server = spawn(argv, -1);
	for (int i = 0; i < START_TRIES && address == NULL; i++) {
		pause_ms(5);
		address = program_address(c->mem, c->dir);
	}
	need(address != NULL, "the server did not start");
	c->client = client_new(address, &error);
	need(c->client != NULL, "client");
	c->clicker = client_line(c->client);
	for (int i = 0; i < PHONES; i++)
		c->phone[i].line = client_line(c->client);
}

static void stop(struct crash *c, int signal)
{
	int status;

	kill(c->server, signal);
	need(waitpid(c->server, &status, 0) == c->server, "wait");
	if (signal == SIGTERM && status != 0)
		wrong(c, "the server did not end cleanly: %d", status);
}

/* ---- before the crash ---- */

/* "http://host:port/x" is "/x" on whatever port the server has now. */
static const char *wall_of(struct crash *c, const json_t *j)
{
	const char *at = strstr(json_string_value(json_object_get(j, "lerret")), "/lerret/");

	need(at != NULL, "the wall's address");
	return arena_strdup(c->mem, at);
}

static void deal_cookies(struct crash *c)
{
	FILE *f = fopen(c->cookies, "r");
	char line[128];

	need(f != NULL, "cookies");
	for (int i = 0; i < PHONES; i++) {
		need(fgets(line, sizeof line, f) != NULL, "a cookie each");
		line[strcspn(line, "\n")] = '\0';
		c->phone[i] = (struct phone){ .c = c, .nr = i,
		                              .cookie = arena_strdup(c->mem, line) };
	}
	fclose(f);
}

/* Also learns which round is under way. */
static bool clicker_form(struct crash *c, struct side_form *form)
{
	struct client_reply r = client_get(c->clicker, &(struct client_ask){ .path = c->wall });

	if (r.status != 200 || !side_form(c->mem, r.body, "handling", "neste", form))
		return false;
	c->round = strtoll(side_value(c->mem, r.body, "runde", 0), NULL, 10);
	side_add(&form->body, "handling", "neste");
	return true;
}

static void press(struct crash *c)
{
	struct side_form form;
	struct client_reply r;

	need(clicker_form(c, &form), "the clicker's form");
	r = client_get(c->clicker, &(struct client_ask){ .path = form.action,
	               .form = form.body.p });
	need(r.status == 200 || r.status == 303, "the clicker");
}

/* Demo leaves a question with an open level open; the item after it is anonymous. */
static void set_stage(struct crash *c)
{
	struct client_reply r;
	struct side_form form;

	for (int i = 0; c->mode != MODE_OPEN && i < 3; i++)
		press(c);
	need(clicker_form(c, &form), "the clicker's form");
	r = client_get(c->phone[0].line, &(struct client_ask){ .path = "/s/1",
	               .cookie = c->phone[0].cookie });
	need(r.status == 200 && side_form(c->mem, r.body, "runde", NULL, &form), "a question");
	c->token = side_value(c->mem, form.html, "token", 0);
	need(side_count(form.html, c->mode == MODE_OPEN ? "valg" : "tekst") > 0, "its fields");
}

static void answered(void *arg, const struct client_reply *r)
{
	struct phone *p = arg;

	if (r->status == 0) {           /* the crash: it may have been stored, or not */
		p->ended = true;
		return;
	}
	p->waits = false;
	if (r->status == 200) {
		p->stored = p->sent;
		p->c->answers++;
	} else {
		p->ended = true;
		if (r->status != 409 || !p->c->pressed)
			wrong(p->c, "an answer got %d", r->status);
	}
	if (!p->ended)
		answer(p);
}

void answer(struct phone *p)
{
	struct crash *c = p->c;
	struct arena *scratch = arena_new(1u << 16);
	const char *what = c->mode == MODE_OPEN ? arena_printf(scratch, "valg=%d", p->sent % 2)
	                 : arena_printf(scratch, "tekst=ord%dx%d", p->nr, p->sent + 1);

	p->sent++;
	p->waits = true;
	client_ask(p->line, &(struct client_ask){ .path = "/s/1/svar", .cookie = p->cookie,
	           .bit = true, .form = arena_printf(scratch, "token=%s&runde=%lld&%s", c->token,
	           c->round, what) }, answered, p);
	arena_free(scratch);
}

static void close_told(void *arg, const struct client_reply *r)
{
	struct crash *c = arg;

	c->closed = r->status == 200 || r->status == 303;
}

static void run_until(struct crash *c, int64_t end)
{
	for (int64_t now = 0; (now = world_mono_ms(&world)) < end;)
		client_turn(c->client, (int)(end - now));
}

static void crash(struct crash *c)
{
	int64_t run = 20 + world_random_below(&world, RUN_MS_MOST);
	int64_t begin = world_mono_ms(&world);
	struct side_form form;

	for (int i = 0; i < PHONES; i++)
		answer(&c->phone[i]);
	if (c->mode == MODE_CLOSING) {
		need(clicker_form(c, &form), "the clicker's form");
		run_until(c, begin + run);
		c->pressed = true;
		client_ask(c->clicker, &(struct client_ask){ .path = form.action,
		           .form = form.body.p }, close_told, c);
		run = world_mono_ms(&world) - begin + world_random_below(&world, CLOSE_MS);
	}
	run_until(c, begin + run);
	stop(c, SIGKILL);
	while (client_waiting(c->client) > 0)
		client_turn(c->client, -1);
	client_free(c->client);
}

/* What each phone sees, and that it can still change its one answer. */
static void check_pages(struct crash *c)
{
	struct side_form form;
	bool open = c->round != 0 && !c->closed;

	for (int i = 0; i < PHONES; i++) {
		struct phone *p = &c->phone[i];
		struct client_reply r = client_get(p->line, &(struct client_ask){ .path = "/s/1",
		                                   .cookie = p->cookie });
		bool thanks = r.status == 200 && strstr(r.body, "svaret ditt er lagret") != NULL;

		if (r.status == 200 && strstr(r.body, "Runden er lukket") != NULL)
			open = false;
		if (r.status != 200)
			wrong(c, "phone %d: its page is %d", i, r.status);
		else if (open && p->stored > 0 && !thanks)
			wrong(c, "phone %d: its page does not say that the answer is stored", i);
		else if (thanks && p->stored == 0 && !p->waits)
			wrong(c, "phone %d: its page thanks for what it never sent", i);
	}
	if (!open)
		return;
	need(clicker_form(c, &form), "the clicker's form");
	c->pressed = c->closed = false;
	for (int i = 0; i < PHONES; i++) {
		c->phone[i].waits = false;
		c->phone[i].stored = c->phone[i].sent;
		answer(&c->phone[i]);
		c->phone[i].ended = true;       /* this one, and no more */
	}
	while (client_waiting(c->client) > 0)
		client_turn(c->client, -1);
}

static int remove_one(const char *path, const struct stat *st, int flag, struct FTW *ftw)
{
	(void)st, (void)flag, (void)ftw;
	return remove(path);
}

static int one(const char *binary, enum mode mode, size_t *answers)
{
	struct crash *c = calloc(1, sizeof *c);
	json_t *j;
	int bad;

	need(c != NULL, "memory");
	*c = (struct crash){ .binary = binary, .mode = mode, .mem = arena_new(MEMORY) };
	snprintf(c->dir, sizeof c->dir, "/tmp/samling-krasj-XXXXXX");
	need(mkdtemp(c->dir) != NULL, "folder");
	snprintf(c->cookies, sizeof c->cookies, "%s.kaker", c->dir);
	j = demo(c);
	c->wall = wall_of(c, j);
	json_decref(j);
	deal_cookies(c);
	start(c);
	set_stage(c);
	crash(c);
	start(c);
	check_folder(c);
	check_pages(c);
	check_folder(c);
	stop(c, SIGTERM);
	client_free(c->client);
	bad = c->wrong;
	*answers += c->answers;
	if (bad > 0)
		fprintf(stderr, "The folder is kept: %s\n", c->dir);
	else
		nftw(c->dir, remove_one, 8, FTW_DEPTH | FTW_PHYS);
	unlink(c->cookies);
	arena_free(c->mem);
	free(c);
	return bad;
}

int main(int argc, char **argv)
{
	long rounds = argc > 2 ? strtol(argv[2], NULL, 10) : 0;
	unsigned long seed = argc > 3 ? strtoul(argv[3], NULL, 10) : (unsigned long)time(NULL);
	struct world_fake chance = { .seed = seed };
	size_t answers = 0;
	int bad = 0;

	if (rounds <= 0 || sodium_init() < 0) {
		fputs("Bruk: krasj BINARY ROUNDS [SEED]\n", stderr);
		return 2;
	}
	world = world_real();
	world.random = world_fake(&chance).random;
	world.arg = &chance;
	printf("seed %lu\n", seed);
	fflush(stdout);
	for (long i = 0; i < rounds && bad == 0; i++) {
		bad += one(argv[1], (enum mode)(i % MODE__MAX), &answers);
		if (i % 10 == 9)
			fprintf(stderr, "  %ld of %ld rounds, %zu answers acknowledged\n", i + 1,
			        rounds, answers);
	}
	printf("%ld rounds, %zu answers acknowledged, %d faults\n", rounds, answers, bad);
	return bad > 0;
}
