/* kort.h - cards: which may say the same, and which have support enough.
 *
 * Nothing is merged by rule: a pair is offered to the person who leads, who says yes or no.
 * So the rule may be looser than that of word clouds, but a list of bad guesses is not read:
 * two cards are offered when they are equal but for case and punctuation, or when most of
 * what they say is the same word, whatever its ending, also as a part of a compound
 * ("sakspapirene", "papirer"), and what is left does not turn it round.  It is turned round
 * by a "not" in one of them, by other numbers, by "more" against "less", and by who does it
 * to whom.  Cards of different lists are never offered.
 */
#ifndef RULES_KORT_H
#define RULES_KORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

#define KORT_PAIRS_CARDS 400        /* of more cards only the first are compared  */

struct kort_text {
	const char *text;           /* clean text                                 */
	int list;
};

struct kort_pair {
	size_t a, b;                /* a < b: places in what was given            */
	int score;                  /* 1000: equal                                */
};

/* The pairs to offer, the likest first. */
size_t kort_pairs(struct arena *, const struct kort_text *, size_t n,
                  struct kort_pair **pairs);

/* Says what is not wanted ("ikke", "aldri", "slutt å"): it may need to be worded anew. */
bool kort_negative(struct arena *, const char *text);

/* How many people are behind a result: phones, and hands in the hall, where each person may
 * have raised one for up to `dots` cards. */
int64_t kort_people(int64_t phones, const int64_t *hands, size_t n, int64_t dots);

/* At least two of three. */
bool kort_two_thirds(int64_t count, int64_t people);

#endif
