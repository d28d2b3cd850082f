#include "app/lillevik/fyll.h"

#include <string.h>

#include "app/aktivitet/aktivitet.h"
#include "app/lillevik/side.h"
#include "app/lillevik/utvalg.h"
#include "lib/arena.h"
#include "lib/buf.h"

#define BOXES 3                 /* check boxes that one person marks at most         */
#define SILENT 8                /* one in so many passes over a question             */

bool fill_wanted(const char *form)
{
	return side_count(form, "v1") > 0 || side_count(form, "ogsaa") > 0 ||
	       strstr(form, "<select") != NULL;
}

static size_t weight(const json_t *weights, size_t i)
{
	return json_is_array(weights) ?
	       (size_t)json_integer_value(json_array_get(weights, i)) : 1;
}

/* One of n by weight among those not taken; n when there are none. */
static size_t draw(const json_t *weights, size_t n, const bool *taken, uint64_t *seed)
{
	size_t all = 0, at;

	for (size_t i = 0; i < n; i++)
		all += taken[i] ? 0 : weight(weights, i);
	if (all == 0)
		return n;
	at = deal_chance(seed, all);
	for (size_t i = 0; i < n; i++) {
		size_t w = taken[i] ? 0 : weight(weights, i);

		if (at < w)
			return i;
		at -= w;
	}
	return n;
}

static void groups(struct arena *mem, const char *form, const json_t *entry, uint64_t *seed,
                   struct buf *body)
{
	const json_t *weights = json_object_get(entry, "grupper");

	for (int g = 1; g <= ANSWER_GROUPS; g++) {
		const char *name = arena_printf(mem, "v%d", g);
		size_t n = side_count(form, name), at;
		bool *taken = arena_array(mem, n, sizeof *taken);

		at = draw(json_array_get(weights, (size_t)g - 1), n, taken, seed);
		if (at < n && (g == 1 || deal_chance(seed, SILENT) > 0))
			side_add(body, name, side_value(mem, form, name, at));
	}
}

static void boxes(struct arena *mem, const char *form, const char *name, const json_t *weights,
                  uint64_t *seed, struct buf *body)
{
	size_t n = side_count(form, name), most = 1 + deal_chance(seed, BOXES);
	bool *taken = arena_array(mem, n, sizeof *taken);

	for (size_t i = 0; i < most; i++) {
		size_t at = draw(weights, n, taken, seed);

		if (at == n)
			return;
		taken[at] = true;
		side_add(body, name, side_value(mem, form, name, at));
	}
}

/* Each list gets a place of its own: the first that is drawn the first, and so on. */
static void places(struct arena *mem, const char *form, const json_t *weights, uint64_t *seed,
                   struct buf *body)
{
	size_t n = side_count(form, "valg"), most = n - deal_chance(seed, n);
	bool *taken = arena_array(mem, n, sizeof *taken);

	for (size_t place = 0; place < most; place++) {
		size_t at = draw(weights, n, taken, seed);

		if (at == n)
			return;
		taken[at] = true;
		/* The first of its choices is to have none. */
		side_add(body, "valg", side_option(mem, form, "valg", at, place + 1));
	}
}

void fill_form(struct arena *mem, const char *form, const json_t *entry, size_t phone,
               uint64_t *seed, struct buf *body)
{
	const json_t *texts = json_object_get(entry, "tekster");
	const json_t *weights = json_object_get(entry, "vekter");

	groups(mem, form, entry, seed, body);
	if (strstr(form, "<select") != NULL)
		places(mem, form, weights, seed, body);
	else if (strstr(form, "type=\"checkbox\"") != NULL)
		boxes(mem, form, "valg", weights, seed, body);
	boxes(mem, form, "ogsaa", json_object_get(entry, "ogsaa"), seed, body);
	if (side_count(form, "tekst") > 0 && phone < json_array_size(texts))
		side_add(body, "tekst", json_string_value(json_array_get(texts, phone)));
}
