/* utf8.h - the text people write.
 *
 * Text from outside is checked once, where it comes in (web/form), and is from
 * then on valid UTF-8 in NFC without control characters.  The work is
 * utf8proc's; this file says which of it we mean.
 */
#ifndef LIB_UTF8_H
#define LIB_UTF8_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* Valid UTF-8, no NUL. */
bool utf8_valid(const char *, size_t n);

/* NFC, control and bidirectional-override characters gone, runs of white space
 * one space, trimmed.  With `lines`, line breaks stay (as \n).  More than three
 * combining marks on a letter are cut to three.  NULL: not valid UTF-8. */
char *utf8_clean(struct arena *, const char *, bool lines);

/* What two texts share when they differ only in case, spacing and punctuation
 * at either end: the key of a word in a cloud.  In: clean text. */
char *utf8_fold(struct arena *, const char *);

/* Letters as a reader counts them (grapheme clusters). */
size_t utf8_length(const char *);

/* Sort key for Norwegian order: a-z, æ, ø, å; foreign letters beside the one
 * they come from; case does not count.  Compare with strcmp(). */
char *utf8_sort_key(struct arena *, const char *);

#endif
