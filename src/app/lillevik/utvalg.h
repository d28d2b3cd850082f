/* utvalg.h - what each of the phones in a hall answers to a question, from the material. */
#ifndef APP_LILLEVIK_UTVALG_H
#define APP_LILLEVIK_UTVALG_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/* A question as the phones' form asks it. */
struct asked_form {
	size_t choices;         /* 0: texts are wanted                             */
	size_t most;            /* how many choices or texts one phone may give    */
};

/* Dealt like cards: who gets what is by chance, how many get what is not. */
struct deal {
	const char **text;      /* texts; NULL: numbers of choices                 */
	size_t *card;           /* into text, or numbers of choices                */
	size_t n, each;         /* cards, and how many each phone takes            */
	bool once;              /* when they are used up, the rest do not answer   */
};

/* `entry` is that of the question in lillevik.json, or NULL: something, whatever it asks.
 * `stage` from 0; the first one again is the one past the last. */
struct deal deal_new(struct arena *, const json_t *entry, size_t stage,
                     const struct asked_form *, size_t phones, uint64_t *seed);

/* The i-th of what phone number `phone` answers: a place in deal.text or a choice;
 * SIZE_MAX: no more. */
size_t deal_card(const struct deal *, size_t phone, size_t i);

/* An even number below n, from a seed that moves on. */
size_t deal_chance(uint64_t *seed, size_t n);

#endif
