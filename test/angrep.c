/* angrep.c - five hundred who never read and two hundred who never finish asking, in the
 * same hall as some who answer.
 *
 * The clock is a fake and nothing waits: that the others are unharmed is counted in turns
 * of the loop, and that the attackers cost little in bytes.
 */
#include "unit/net_help.h"

#include <malloc.h>

#define SILENT 500
#define SLOW 200
#define VOTERS 20
#define ROUNDS 40
#define ROUND_MS 500
#define FRAME ((size_t)60 << 10)
#define REPLY_TURNS 6              /* in, out, and slices of the fan-out between them */
#define BYTES_MOST ((size_t)4 << 20)

static const char answer[] = "POST /svar HTTP/1.1\r\nHost: sal\r\nContent-Length: 5\r\n\r\nvalg1";
static const char ask_stream[] = "GET /strom?1 HTTP/1.1\r\nHost: sal\r\n\r\n";
static const char half_a_request[] = "POST /svar HTTP/1.1\r\nHost: sal\r\nX-Treg: ";

struct scene {
	struct hall h;
	struct client silent[SILENT], slow[SLOW], voter[VOTERS], watcher[VOTERS];
};

static void enter(struct scene *s, struct client *c, int n, int window, const char *text)
{
	for (int i = 0; i < n; i++) {
		c[i] = client_new(&s->h, window);
		client_say(&c[i], text);
		if (i % 32 == 0)
			hall_settle(&s->h);
	}
	hall_settle(&s->h);
}

static void publish(struct scene *s, int nr)
{
	char *text = malloc(FRAME);
	struct frame *f;
	int n = snprintf(text, FRAME, "event: bit\ndata: <%d>", nr);

	memset(text + n, 'x', FRAME - (size_t)n);
	memcpy(text + FRAME - 2, "\n\n", 2);
	f = frame_new(text, FRAME);
	channel_publish(s->h.channel, f);
	frame_drop(f);
	free(text);
}

/* Each gets a whole reply within some turns, whatever the others do. */
static void everybody_answers(struct scene *s, int round)
{
	for (int i = 0; i < VOTERS; i++) {
		int turns = 0;

		client_say(&s->voter[i], answer);
		while (client_count(&s->voter[i], "valg1") < round && turns++ < REPLY_TURNS) {
			net_turn(s->h.net, 1);
			client_read(&s->voter[i]);
		}
		assert_int_equal(client_count(&s->voter[i], "valg1"), round);
	}
}

static void everybody_sees(struct scene *s, int round)
{
	char want[32];

	snprintf(want, sizeof want, "<%d>", round);
	for (int i = 0; i < VOTERS; i++) {
		client_await(&s->watcher[i], want, 1);
		s->watcher[i].got.n = 0;
	}
}

static void the_others_are_unharmed(void **state)
{
	static struct scene s;
	size_t before, after;

	(void)state;
	hall_open(&s.h);
	enter(&s, s.watcher, VOTERS, 0, ask_stream);
	enter(&s, s.silent, SILENT, 4096, ask_stream);
	enter(&s, s.slow, SLOW, 0, half_a_request);
	enter(&s, s.voter, VOTERS, 0, "");
	assert_int_equal(net_stats(s.h.net).streams, SILENT + VOTERS);
	before = mallinfo2().uordblks + mallinfo2().hblkhd;
	for (int round = 1; round <= ROUNDS; round++) {
		publish(&s, round);
		everybody_answers(&s, round);
		everybody_sees(&s, round);
		for (int i = 0; i < SLOW; i++)
			client_say(&s.slow[i], "a");
		if (round == ROUNDS / 4) {
			after = mallinfo2().uordblks + mallinfo2().hblkhd;
			assert_true(after < before + BYTES_MOST);
		}
		s.h.clock.mono_ms += ROUND_MS;
	}
	/* Twenty seconds have gone: who took nothing, and who never finished, is out. */
	assert_int_equal(net_stats(s.h.net).stalled, SILENT);
	assert_int_equal(net_stats(s.h.net).streams, VOTERS);
	assert_int_equal(net_stats(s.h.net).refused, SLOW);
	for (int i = 0; i < SILENT; i++)
		client_free(&s.silent[i]);
	for (int i = 0; i < SLOW; i++)
		client_free(&s.slow[i]);
	for (int i = 0; i < VOTERS; i++) {
		client_free(&s.voter[i]);
		client_free(&s.watcher[i]);
	}
	hall_close(&s.h);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(the_others_are_unharmed) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
