#include "app/lillevik/hall.h"

#include <stdlib.h>
#include <string.h>

#include "app/lillevik/framdrift.h"
#include "app/lillevik/fyll.h"
#include "app/lillevik/side.h"
#include "app/lillevik/utvalg.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/world.h"
#include "net/client.h"

#define TURN_MS 20
#define AGAIN_MS 300            /* a stream that ended is opened anew               */
#define LAST_MS 5000            /* replies that are under way when a round is over  */
#define ROUND_MEMORY (64u << 20)
#define CHANGES_MIND 8          /* one in so many answers twice                     */
#define PASSES 13               /* one in so many lets a question pass              */

struct phone {
	struct hall *hall;
	size_t nr;
	const char *cookie;
	struct client_line *line, *stream;
	bool watching;
	int64_t again;          /* when to open the stream anew                     */
	int64_t sees;           /* the round whose form is on its screen; 0: none   */
	bool seen, busy, stored;/* of the round under way                           */
	uint64_t seed;          /* its own, for each round: replies come in any order */
	size_t to_send;         /* answers it has yet to give                       */
	int64_t due, sent;
};

struct hall {
	struct client *client;
	const struct world *world;
	struct arena *mem, *round_mem;
	struct phone *phone;
	size_t n;
	uint64_t seed;          /* moves on once a round                            */
	bool some_pass;
	const char *place;
	int64_t round, spread;
	const json_t *entry;
	size_t stage;
	struct buf html;        /* the newest frame that had a form ...             */
	int64_t html_round;     /* ... and its round; frames are the same for all   */
	bool have_form;
	struct side_form form;
	bool several;           /* questions in it, so that `deal` is not used      */
	struct deal deal;
	struct hall_count count;
};

struct hall *hall_new(struct client *c, const struct world *w, struct arena *mem, size_t n,
                      uint64_t seed)
{
	struct hall *h = arena_get(mem, sizeof *h);

	*h = (struct hall){ .client = c, .world = w, .mem = mem, .n = n, .seed = seed,
	                    .round_mem = arena_new(ROUND_MEMORY),
	                    .phone = arena_array(mem, n, sizeof *h->phone) };
	for (size_t i = 0; i < n; i++)
		h->phone[i] = (struct phone){ .hall = h, .nr = i, .line = client_line(c),
		                              .stream = client_line(c) };
	return h;
}

void hall_some_pass(struct hall *h)
{
	h->some_pass = true;
}

void hall_free(struct hall *h)
{
	buf_free(&h->html);
	arena_free(h->round_mem);
}

struct hall_count hall_count(const struct hall *h)
{
	return h->count;
}

/* ---- joining ---- */

static bool join(struct hall *h, struct phone *p, const char *code)
{
	const char *path = arena_printf(h->mem, "/k/%s", code), *to;
	const char *role = p->nr % 5 == 4 ? "1" : "0";
	struct client_reply r = client_get(p->line, &(struct client_ask){ .path = path });
	struct side_form form;

	if (r.status != 200 || !side_form(h->mem, r.body, "rolle", role, &form))
		return false;
	side_add(&form.body, "kode", code);
	side_add(&form.body, "rolle", role);
	r = client_get(p->line, &(struct client_ask){ .path = form.action, .form = form.body.p });
	to = client_field(&r, "location");
	if (r.status != 303 || to == NULL)
		return false;
	p->cookie = side_cookie(h->mem, NULL, &r);
	if (h->place == NULL)
		h->place = arena_strdup(h->mem, to);
	return true;
}

size_t hall_join(struct hall *h, const char *code)
{
	struct progress said = progress_begin(h->world, "Blir med", h->n);
	size_t n = 0;

	for (size_t i = 0; i < h->n; i++) {
		n += join(h, &h->phone[i], code);
		progress_step(&said, i + 1);
	}
	progress_end(&said);
	return n;
}

/* ---- what a phone sees ---- */

/* The round that a frame asks about; 0: none.  Frames that come before we know that a round
 * is open are the reason to remember them. */
static int64_t round_in(struct hall *h, const char *html)
{
	static const char mark[] = "name=\"runde\" value=\"";
	const char *at = strstr(html, mark);
	int64_t round = at != NULL ? strtoll(at + sizeof mark - 1, NULL, 10) : 0;

	if (round != 0 && round != h->html_round) {
		h->html.n = 0;
		buf_puts(&h->html, html);
		h->html_round = round;
	}
	return round;
}

/* The number in the text of the first tag that begins so; 0: none. */
static size_t number_in(const char *form, const char *tag)
{
	const char *at = strstr(form, tag);
	const char *text = at != NULL ? strchr(at, '>') : NULL;

	return text != NULL ? strtoul(text + strcspn(text, "0123456789<"), NULL, 10) : 0;
}

/* "Velg inntil 2", where the boxes are or before them; else one. */
static size_t most_choices(const char *form)
{
	size_t n = number_in(form, "<legend");

	if (n == 0)
		n = number_in(form, "<p class=\"ds-paragraph hint\"");
	return n > 0 ? n : 1;
}

static void read_form(struct hall *h)
{
	struct asked_form f = { .most = 1 };
	uint64_t seed = h->seed;

	if (!side_form(h->round_mem, h->html.p, "runde", NULL, &h->form))
		return;
	h->several = fill_wanted(h->form.html);
	h->have_form = h->several;
	if (h->several)
		return;
	f.choices = side_count(h->form.html, "valg");
	if (f.choices == 0)
		f.most = side_count(h->form.html, "tekst");
	else if (strstr(h->form.html, "type=\"checkbox\"") != NULL)
		f.most = most_choices(h->form.html);
	h->deal = deal_new(h->round_mem, h->entry, h->stage, &f, h->n, &seed);
	h->have_form = f.most > 0;
}

static void look(struct hall *h, struct phone *p)
{
	if (!h->have_form)
		read_form(h);
	if (!h->have_form)
		return;
	p->seen = true;
	if (!h->several && deal_card(&h->deal, p->nr, 0) == SIZE_MAX)
		return;
	if (h->some_pass && !h->deal.once && deal_chance(&p->seed, PASSES) == 0)
		return;
	p->to_send = deal_chance(&p->seed, CHANGES_MIND) == 0 ? 2 : 1;
	p->due = world_mono_ms(h->world) +
	         (int64_t)deal_chance(&p->seed, (size_t)(h->spread / (int64_t)p->to_send) + 1);
}

static void told(void *arg, const char *event, const char *data, size_t n)
{
	struct phone *p = arg;

	(void)n;
	if (event == NULL) {
		p->watching = false;
		p->again = world_mono_ms(p->hall->world) + AGAIN_MS;
		return;
	}
	p->hall->count.frames++;
	if (strcmp(event, "bit") == 0)
		p->sees = round_in(p->hall, data);
}

static void watch(struct hall *h, struct phone *p)
{
	p->watching = true;
	h->count.streams++;
	client_watch(p->stream, arena_printf(h->round_mem, "%s/strom", h->place), p->cookie, told,
	             p);
}

/* ---- answering ---- */

static void answered(void *arg, const struct client_reply *r)
{
	struct phone *p = arg;
	struct hall *h = p->hall;
	int64_t took = world_mono_ms(h->world) - p->sent;

	p->busy = false;
	if (took > h->count.slowest_ms)
		h->count.slowest_ms = took;
	if (r->status == 200) {
		h->count.stored++;
		p->stored = true;
	} else if (r->status == 0) {
		h->count.lost++;
	} else if (r->status == 409) {
		h->count.late++;
	} else {
		h->count.refused++;
	}
}

/* What this phone was dealt. */
static void add_cards(struct hall *h, const struct phone *p, struct buf *body)
{
	const struct deal *d = &h->deal;
	/* Who changes their mind answers as the neighbour first did. */
	size_t as = d->once ? p->nr : (p->nr + (p->to_send > 1)) % h->n;

	for (size_t i = 0; deal_card(d, as, i) != SIZE_MAX; i++) {
		size_t card = deal_card(d, as, i);
		bool again = false;

		for (size_t k = 0; k < i; k++)
			again |= deal_card(d, as, k) == card;
		if (again)
			continue;
		if (d->text != NULL)
			side_add(body, "tekst", d->text[card]);
		else
			side_add(body, "valg",
			         side_value(h->round_mem, h->form.html, "valg", card));
	}
}

static void answer(struct hall *h, struct phone *p)
{
	struct buf body = buf_in(h->round_mem);

	buf_add(&body, h->form.body.p, h->form.body.n);
	if (h->several)
		fill_form(h->round_mem, h->form.html, h->entry, p->nr, &p->seed, &body);
	else
		add_cards(h, p, &body);
	p->busy = true;
	p->to_send--;
	p->sent = world_mono_ms(h->world);
	p->due = p->sent + (int64_t)deal_chance(&p->seed, (size_t)(h->spread / 2) + 1);
	client_ask(p->line, &(struct client_ask){ .path = h->form.action, .cookie = p->cookie,
	           .form = body.p, .bit = true }, answered, p);
}

static void add_lines(struct arena *mem, struct buf *body, const char *text)
{
	while (text != NULL && *text != '\0') {
		size_t n = strcspn(text, "\n");

		side_add(body, "tekst", arena_strndup(mem, text, n));
		text += n + (text[n] == '\n');
	}
}

bool hall_press(struct hall *h, size_t nr, struct hall_press press)
{
	struct phone *p = &h->phone[nr % h->n];
	struct client_reply r;
	struct side_form form;
	const char *chosen;

	if (p->cookie == NULL || p->busy)
		return false;
	r = client_get(p->line, &(struct client_ask){ .path = h->place, .cookie = p->cookie });
	if (r.status != 200 || !side_form(h->round_mem, r.body, "handling", press.act, &form))
		return false;
	chosen = side_option(h->round_mem, form.html, "tekst", 0, press.option);
	if (chosen != NULL)
		side_add(&form.body, "tekst", chosen);
	else
		add_lines(h->round_mem, &form.body, press.text);
	side_add(&form.body, "handling", press.act);
	r = client_get(p->line, &(struct client_ask){ .path = form.action, .cookie = p->cookie,
	               .form = form.body.p });
	return r.status == 303;
}

/* ---- time ---- */

static void turn(struct hall *h, int64_t wait)
{
	int64_t now;

	client_turn(h->client, (int)wait);
	now = world_mono_ms(h->world);
	for (size_t i = 0; i < h->n; i++) {
		struct phone *p = &h->phone[i];

		if (p->cookie == NULL)
			continue;
		if (!p->watching && now >= p->again)
			watch(h, p);
		if (h->round != 0 && p->sees == h->round && !p->seen)
			look(h, p);
		if (h->round != 0 && p->to_send > 0 && !p->busy && now >= p->due)
			answer(h, p);
	}
}

void hall_live(struct hall *h, int64_t ms, bool (*done)(const struct hall *))
{
	int64_t now = world_mono_ms(h->world), end = now + ms;

	do {
		turn(h, end - now < TURN_MS ? end - now : TURN_MS);
		now = world_mono_ms(h->world);
	} while (now < end && (done == NULL || !done(h)));
}

void hall_ask(struct hall *h, int64_t round, const json_t *entry, size_t stage,
              int64_t spread_ms)
{
	arena_reset(h->round_mem);
	h->round = round;
	h->entry = entry;
	h->stage = stage;
	h->spread = spread_ms;
	h->have_form = false;
	h->deal = (struct deal){ 0 };
	deal_chance(&h->seed, 1);
	for (size_t i = 0; i < h->n; i++) {
		struct phone *p = &h->phone[i];

		p->seed = h->seed + i;
		deal_chance(&p->seed, 1);
		p->seen = p->stored = false;
		p->to_send = 0;
	}
}

bool hall_done(const struct hall *h)
{
	for (size_t i = 0; i < h->n; i++) {
		const struct phone *p = &h->phone[i];

		if (p->cookie != NULL && (!p->seen || p->busy || p->to_send > 0))
			return false;
	}
	return true;
}

int64_t hall_sees(const struct hall *h)
{
	int64_t newest = 0;

	for (size_t i = 0; i < h->n; i++)
		if (h->phone[i].sees > newest)
			newest = h->phone[i].sees;
	return newest;
}

bool hall_alive(struct hall *h)
{
	for (size_t i = 0; i < h->n; i++) {
		struct phone *p = &h->phone[i];

		if (p->cookie != NULL && !p->busy)
			return client_get(p->line, &(struct client_ask){ .path = h->place,
			                  .cookie = p->cookie }).status == 200;
	}
	return h->n > 0;
}

static bool quiet(const struct hall *h)
{
	return client_waiting(h->client) == 0;
}

size_t hall_over(struct hall *h)
{
	size_t n = 0;

	h->round = 0;
	hall_live(h, LAST_MS, quiet);
	for (size_t i = 0; i < h->n; i++) {
		n += h->phone[i].stored;
		h->count.missed += h->phone[i].cookie != NULL && !h->phone[i].seen;
	}
	return n;
}
