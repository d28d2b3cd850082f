#include "app/lillevik/utvalg.h"

#include "lib/arena.h"

#define FAVOURITE 12            /* cards of the best liked, before it begins anew    */

/* splitmix64 */
size_t deal_chance(uint64_t *seed, size_t n)
{
	uint64_t x = *seed += UINT64_C(0x9e3779b97f4a7c15);

	x = (x ^ x >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	x = (x ^ x >> 27) * UINT64_C(0x94d049bb133111eb);
	return (size_t)((x ^ x >> 31) % n);
}

static void shuffle(struct deal *d, uint64_t *seed)
{
	for (size_t i = d->n; i > 1; i--) {
		size_t j = deal_chance(seed, i), kept = d->card[i - 1];

		d->card[i - 1] = d->card[j];
		d->card[j] = kept;
	}
}

/* As many cards of each choice as its weight. */
static void weights(struct arena *mem, struct deal *d, const json_t *list, size_t choices)
{
	size_t n = json_array_size(list) < choices ? json_array_size(list) : choices, all = 0;

	for (size_t i = 0; i < n; i++)
		all += (size_t)json_integer_value(json_array_get(list, i));
	d->card = arena_array(mem, all, sizeof *d->card);
	for (size_t i = 0; i < n; i++)
		for (json_int_t k = json_integer_value(json_array_get(list, i)); k > 0; k--)
			d->card[d->n++] = i;
}

static void texts(struct arena *mem, struct deal *d, const json_t *list)
{
	d->n = json_array_size(list);
	d->text = arena_array(mem, d->n, sizeof *d->text);
	d->card = arena_array(mem, d->n, sizeof *d->card);
	for (size_t i = 0; i < d->n; i++) {
		d->text[i] = json_string_value(json_array_get(list, i));
		d->card[i] = i;
	}
}

/* A question that the material does not know, as when somebody improvised it, or when what
 * there is to choose among came up in the hall.  Some choices are liked far better: the first
 * of a chance order is on most cards, the k-th on about one part in k of those. */
static void something(struct arena *mem, struct deal *d, const struct asked_form *f,
                      size_t phones, uint64_t *seed)
{
	size_t n = f->choices > 0 ? f->choices : phones, from = 0;
	size_t *order = arena_array(mem, n, sizeof *order);

	d->n = n;
	d->card = order;
	for (size_t i = 0; i < n; i++)
		order[i] = i;
	if (f->choices == 0) {
		d->text = arena_array(mem, n, sizeof *d->text);
		for (size_t i = 0; i < n; i++)
			d->text[i] = arena_printf(mem, "Svar fra plass %zu", i + 1);
		return;
	}
	shuffle(d, seed);
	d->n = phones * f->most;
	d->card = arena_array(mem, d->n, sizeof *d->card);
	for (size_t at = 0; at < d->n; from = (from + 1) % n)
		for (size_t k = 1 + FAVOURITE / (from + 1); k > 0 && at < d->n; k--)
			d->card[at++] = order[from];
}

struct deal deal_new(struct arena *mem, const json_t *entry, size_t stage,
                     const struct asked_form *f, size_t phones, uint64_t *seed)
{
	const json_t *words = json_object_get(entry, "ord");
	const json_t *lines = json_object_get(entry, "tekster");
	const json_t *weight = json_object_get(entry, "vekter");
	struct deal d = { .each = 1 };

	if (weight == NULL)
		weight = json_array_get(json_object_get(entry, "deler"), stage);
	if (f->choices == 0 && (words != NULL || lines != NULL))
		texts(mem, &d, words != NULL ? words : lines);
	else if (f->choices > 0 && weight != NULL)
		weights(mem, &d, weight, f->choices);
	if (d.n == 0)
		something(mem, &d, f, phones, seed);
	d.once = f->choices == 0 && lines != NULL;
	if (!d.once)
		shuffle(&d, seed);
	d.each = d.once ? f->most : (d.n + phones - 1) / phones;
	if (d.each > f->most)
		d.each = f->most;
	return d;
}

size_t deal_card(const struct deal *d, size_t phone, size_t i)
{
	size_t at = phone * d->each + i;

	if (i >= d->each || (d->once && at >= d->n))
		return SIZE_MAX;
	return d->card[at % d->n];
}
