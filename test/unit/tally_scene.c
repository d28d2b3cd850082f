#include "tally_scene.h"

#include "store/right.h"
#include "web/page.h"

#define LILLEVIK "9999"

struct site_test *t;
int64_t punkt;
struct activity a;
static int phones;

int tally_open(void **state)
{
	static const struct page *const none[] = { NULL };

	(void)state;
	t = site_open(none);
	return 0;
}

int tally_close(void **state)
{
	(void)state;
	site_close(t);
	return 0;
}

struct req begin(void)
{
	struct req r = { .mem = t->mem, .site = &t->p.site, .store = t->p.site.store,
	                 .world = t->p.site.world, .who.name = "Kari" };

	store_request_begin(r.store, RIGHT_BIT(RIGHT_SYSTEM), false);
	assert_int_equal(activity_read(r.store, t->mem, punkt, &a), OUTCOME_OK);
	r.samling = a.samling;
	return r;
}

void end(struct req *r)
{
	assert_int_equal(store_request_end(r->store, true), OUTCOME_OK);
	assert_true(store_commit(r->store));
}

void under_way(const char *kind, const char *config, enum level level, enum show show)
{
	int64_t samling = site_samling(t, LILLEVIK, PHASE_LIVE);

	phones = 0;
	punkt = site_item(t, samling, 1, kind, "Spørsmålet", 10, config);
	site_sql(t, "UPDATE punkt SET nivaa = %d, vis = %d WHERE id = %lld", (int)level,
	         (int)show, (long long)punkt);
}

void open_round(size_t stage, int nr)
{
	struct req r = begin();

	assert_int_equal(round_open(&r, &a, stage, nr), OUTCOME_OK);
	end(&r);
}

void close_round(void)
{
	struct req r = begin();

	assert_int_equal(round_close(&r, &a, a.current->id), OUTCOME_OK);
	end(&r);
}

void show_round(bool shown)
{
	struct req r = begin();

	assert_int_equal(round_show(&r, &a, a.current->id, shown), OUTCOME_OK);
	end(&r);
}

static enum outcome phone_sends(int phone, const struct answer_form *f, const char **error)
{
	struct req r = begin();
	unsigned char id[16] = { (unsigned char)phone, (unsigned char)(phone >> 8), 1 };
	enum outcome went;

	r.who.participant_token = arena_printf(t->mem, "telefon-%015d", phone);
	r.who.participant = id;
	went = answer_put(&r, &a, a.current, f, error);
	end(&r);
	return went;
}

enum outcome phone_says(int phone, const char *what, const char **error)
{
	const struct answer_form f = { .choice = &what, .n_choice = 1, .text = &what, .n_text = 1 };

	return phone_sends(phone, &f, error);
}

void write_times(int n, const char *text, const char *list)
{
	const struct answer_form f = { .choice = &list, .n_choice = list != NULL, .text = &text,
	                               .n_text = 1 };
	const char *error = NULL;

	while (n-- > 0)
		assert_int_equal(phone_sends(phones++, &f, &error), OUTCOME_OK);
}

void say(const char *what)
{
	const char *error = NULL;

	assert_int_equal(phone_says(phones++, what, &error), OUTCOME_OK);
	assert_null(error);
}

void say_times(int n, const char *what)
{
	while (n-- > 0)
		say(what);
}

const struct tally *seen_by(enum reader reader)
{
	struct req r = begin();
	const struct asked q = { r.store, t->mem, t->p.site.memory, reader };
	const struct tally *out;

	assert_non_null(a.current);
	assert_int_equal(tally_read(&q, &a, a.current, &out), OUTCOME_OK);
	end(&r);
	return out;
}

int64_t counter(enum reader reader)
{
	struct req r = begin();

	end(&r);
	return tally_people(&a, a.current, reader);
}

int64_t count_of(const struct tally *r, const char *label)
{
	for (size_t i = 0; i < r->n_line; i++)
		if (strcmp(r->line[i].label, label) == 0)
			return r->line[i].count;
	return -1;
}

int64_t sum(const struct tally *r)
{
	int64_t n = 0;

	for (size_t i = 0; i < r->n_line; i++)
		n += r->line[i].count;
	return n;
}
