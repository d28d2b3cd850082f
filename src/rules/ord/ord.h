/* ord.h - words that people mean as the same: the chain, groups, and what may be suggested.
 *
 * The chain gives an answer its key; answers with one key are shown as one word.  A wrong
 * merge on a wall changes what somebody said, so the chain does only what made no wrong
 * merge in all our lists, and the rest is suggested to a person.  It takes away case and
 * punctuation, fillers ("flere", "satse på"; not what turns a subject round), endings, and
 * the difference between bokmål and nynorsk; it does not mind the order of words.  A word
 * that is not known, not even as a compound of known ones, is taken for the one known word
 * that it is a slip from (rules/ord/bokstav.h), if there is one.  Known words are never
 * slips from each other.  What is known: innhold/ordliste.txt.
 *
 * A key depends on the answer alone, not on the other answers nor on their order: so what
 * is hidden or merged stays so, whatever is written later.  Keys are never shown.
 *
 * Numbers, emoji and single letters are their own; answers past ORD_BYTES bytes or
 * ORD_WORDS words are only folded.  Work grows in step with the answers.
 */
#ifndef RULES_ORD_ORD_H
#define RULES_ORD_ORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rules/ord/ordsky.h"

struct arena;

#define ORD_BYTES 160           /* a field of the form takes 40 letters */
#define ORD_WORDS 12

/* Makes keys, and knows the words it has seen again; lives in the arena, some 100 kB. */
struct ord_reader *ord_reader_new(struct arena *);
/* Of an answer as utf8_fold() gives it. */
const char *ord_key(struct ord_reader *, const char *fold);

/* Words are named by ids: a key, or "=" and a fold (utf8_fold): that one spelling alone. */
const char *ord_spelling(struct arena *, const char *fold);

struct ord_choice {             /* decided by a person: `id` is shown with `head`          */
	const char *id, *head;  /* the same: it stands alone, also if a pair says else     */
};
struct ord_name { const char *head, *name; };
struct ord_pair { const char *a, *b; bool same; };

struct ord_decisions {
	const struct ord_choice *choice;        /* heads are never ids of others           */
	size_t n_choice;
	const struct ord_name *name;            /* what a word is called                   */
	size_t n_name;
	const struct ord_pair *pair;            /* what the municipality said earlier      */
	size_t n_pair;
};

/* The words of these answers, as ordsky_merge(), by the chain and what people decided.  Keys
 * are ids; a word keeps its key when answers come, and all it is made of are in word.id.
 * Needs of the arena about 1500 bytes an answer. */
size_t ord_group(struct arena *, const struct ordsky_raw *, size_t n,
                 const struct ord_decisions *, struct ordsky_word **words);

struct ord_suggestion {
	size_t a, b;            /* places in the list of words; a has the most answers     */
	int percent;            /* how like they are                                       */
};

/* Words that might be the same: parts in common, or letters.  Best first, at most `most`,
 * among the ORD_SUGGEST_FROM most frequent; none that the decisions part, none of which one
 * turns the other round. */
#define ORD_SUGGEST_FROM 120
size_t ord_suggest(struct arena *, const struct ordsky_word *, size_t n,
                   const struct ord_decisions *, struct ord_suggestion *, size_t most);

#endif
