/* ordsky.h - word clouds: which answers are the same word, and where each word stands.
 *
 * Merging.  Here answers are one word when utf8_fold() makes them equal: case, spacing and
 * punctuation at either end.  rules/ord/ord.h goes further, for clouds.  The label is the form
 * most people wrote; of equally many the shortest, then the one with small letters.
 *
 * Layout.  Made on the server, so that every screen shows the same picture.  The same
 * words give the same picture.  No word is turned; size goes by the square root of the
 * count, so that area goes by count, with a least size that can be read; the most
 * frequent words are placed first, from the middle outwards along an elliptical spiral
 * that begins at an angle of the word's own.  When not everything fits, everything
 * shrinks.  A word with a place from the time before takes it again if it can, so that
 * the cloud does not jump when it grows.
 *
 * Units are those of the box, meant as the user units of an SVG (1240 x 640 on the wall).
 * The font is Inter at weight 650, with letters no further apart than it says.  Other
 * fonts are guessed wide: emoji and unknown letters never overlap a neighbour.
 */
#ifndef RULES_ORD_ORDSKY_H
#define RULES_ORD_ORDSKY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

#define ORDSKY_MOST 60          /* words in a picture                               */
#define ORDSKY_COLOURS 5

struct ordsky_raw {             /* an answer as written (clean text), and how often */
	const char *text;
	int64_t count;
};

struct ordsky_form {            /* a way a word was written, however capitals are   */
	const char *fold, *label;
	const char *id;         /* the key it came by (rules/ord/ord.h)                 */
	int64_t count;
};

struct ordsky_word {
	const char *key;        /* utf8_fold() of its answers, or as ord.h says     */
	const char *label;
	int64_t count;
	const struct ordsky_form *form; /* most frequent first; ord_group() alone   */
	size_t n_form;
	const char *const *id;  /* the keys that have come together in it; the same */
	size_t n_id;
	bool placed;            /* has a place from before: x and y                 */
	int x, y;
};

/* The words of these answers, most frequent first, then in Norwegian order.  Answers
 * with a count below 1 or no text are left out.  Returns their number.  Needs of the
 * arena about 300 bytes an answer and 500 a word. */
size_t ordsky_merge(struct arena *, const struct ordsky_raw *, size_t n,
                    struct ordsky_word **words);

struct ordsky_place {
	const char *key, *label;
	int64_t count;
	int x, y;               /* the middle of the text, on its baseline          */
	int size;               /* of the font                                      */
	int colour;             /* 0: one of the most frequent; 1-4: by the word    */
	int left, top, right, bottom;   /* the ink and a margin around it           */
};

struct ordsky {
	struct ordsky_place *place;     /* most frequent first                      */
	size_t n;
	size_t not_shown;               /* words there was no room for              */
};

/* Places words as ordsky_merge() returns them.  No two rectangles overlap, all are
 * inside the box.  Words after the ORDSKY_MOST first, and words too long to be read at
 * any size, are counted as not shown. */
struct ordsky ordsky_layout(struct arena *, const struct ordsky_word *, size_t n,
                            int width, int height);

/* The better of two ways to write a word; of equal ones either. */
bool ordsky_better(const char *a, int64_t count_a, const char *b, int64_t count_b);

/* Most frequent first, then in Norwegian order. */
void ordsky_rank(struct arena *, struct ordsky_word *, size_t n);

/* Gives each word the place its key had in the picture before (same box), or else the first
 * of what has come together in it. */
void ordsky_keep(struct ordsky_word *, size_t n, const struct ordsky *before);

#endif
