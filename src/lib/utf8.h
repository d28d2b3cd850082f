/* utf8.h - the text people write.
 *
 * Text from outside is checked once, where it comes in (web/form), and is from
 * then on valid UTF-8 in NFC without control characters.  The work is
 * utf8proc's; this file says which of it we mean.
 *
 * "Clean text" is what utf8_clean() returns.  No function here reads outside its
 * argument or stops on any bytes; text that is not valid UTF-8 is its own fold and
 * its own sort key.
 */
#ifndef LIB_UTF8_H
#define LIB_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/* Valid UTF-8, no NUL. */
bool utf8_valid(const char *, size_t n);

/* NFC; control, format and private-use characters gone, among them everything that
 * turns the direction of writing or has no width; runs of white space one space,
 * trimmed.  The joiner and the variation mark of an emoji stay where they belong to
 * one.  With `lines`, line breaks stay (as \n), at most two together.  More than
 * three combining marks on a letter are cut to three, and a mark without a letter
 * goes.  Needs about seven times the text's bytes of the arena.
 * NULL: not valid UTF-8. */
char *utf8_clean(struct arena *, const char *, bool lines);

/* What two texts share when they differ only in case, spacing and punctuation
 * at either end: the key of a word in a cloud.  Nothing else is taken away: æ, ø, å,
 * accents and endings tell words apart.  Text that is all punctuation keeps it.
 * In: clean text. */
char *utf8_fold(struct arena *, const char *);

/* The next character and the step past it: 0 at the end, U+FFFD for a byte that is
 * no UTF-8. */
uint32_t utf8_next(const char **);

/* Letters as a reader counts them (grapheme clusters). */
size_t utf8_length(const char *);

/* Sort key for Norwegian order: a-z, æ, ø, å; foreign and Sámi letters beside the one
 * they come from (ä at æ, ö at ø, ü at y, đ at d); aa is two letters; digits before
 * letters, other alphabets after; case and punctuation do not count.  Compare with
 * strcmp(). */
char *utf8_sort_key(struct arena *, const char *);

#endif
