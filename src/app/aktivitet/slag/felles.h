/* felles.h - what kinds share: the fields of an "oppsett" and how it is read (oppsett.c), taking
 * texts, fitting the wall. */
#ifndef APP_AKTIVITET_SLAG_FELLES_H
#define APP_AKTIVITET_SLAG_FELLES_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "app/aktivitet/kind.h"

struct arena;

/* One field of an "oppsett": its kind, its limits, and what it is when absent.  The editor's
 * templates in oppsett.html draw one each; their labels and hints are msgids. */
enum config_kind {
	CONFIG_TEXT,                 /* one line                                    */
	CONFIG_LINES,                /* several                                     */
	CONFIG_LINK,                 /* one line, https:// or empty                 */
	CONFIG_PICTURE,              /* 64 hex digits or empty                      */
	CONFIG_TEXTS,                /* a list of lines, all different              */
	CONFIG_PARAGRAPHS,           /* a list of texts without empty lines in them */
	CONFIG_INT,
	CONFIG_FLAG
};
struct config_field {
	const char *name;            /* NULL ends the list                          */
	enum config_kind kind;
	int min, max;                /* letters, numbers; in a list of each text    */
	int min_n, max_n;            /* how many texts                              */
	int number;                  /* an absent number; an absent text is ""      */
};

/* A complete object with exactly these fields (new reference), or NULL: *where is the
 * field, *error a msgid.  Text is cleaned (utf8_clean).  A result is its own result.  It is
 * what kind_setup() begins with. */
json_t *config_check(const struct config_field *, const json_t *in, const char **where,
                     const char **error);

const char *config_text(const json_t *config, const char *name);        /* "" if none */
int config_int(const json_t *config, const char *name);
bool config_flag(const json_t *config, const char *name);
size_t config_n(const json_t *config, const char *name);
const char *config_nth(const json_t *config, const char *name, size_t i); /* NULL: past */
/* The texts of a list: config_n() of them. */
const char **config_list(struct arena *, const json_t *config, const char *name);
/* kind->question() of kinds whose stages all ask "spoersmaal". */
const char *config_question(const json_t *config, size_t stage);
/* For kind->words(): puts our words where the text `name` is empty. */
void config_word(json_t *config, enum lang, const char *name, const char *msgid);

/* The texts of a list as they are written in the editor: one a line, or with `paragraphs`
 * with an empty line between. */
char *config_unlines(struct arena *, const json_t *config, const char *name, bool paragraphs);

/* Bytes that a letter with all its marks hardly takes more than. */
#define LETTER_BYTES 32

/* How texts are taken, and what to say when they are not as they should be (msgids). */
struct texts_wanted {
	int most;                    /* texts from one person                       */
	int letters;                 /* in each                                     */
	const char *none, *too_long, *too_many;
};
/* The texts of an answer as stored, one a line: each cleaned, without empty ones and those
 * the same person has written already.  NULL with *error. */
const char *answer_texts(struct arena *, const struct answer_form *,
                         const struct texts_wanted *, const char **error);

/* Text number i that this person wrote, "" if none. */
const char *mine_text(const struct drawing *, size_t i);
/* Has this person chosen it? */
bool mine_choice(const struct drawing *, const char *value);

/* Lines on the wall that this text takes, at a width of `letters`. */
size_t wall_lines(const char *text, size_t letters);

/* The largest of the sizes 0..5 (classes str-0 .. str-5 of the wall) at which a text fits
 * `height` rem of the wall's width; 5 also when none does. */
int wall_size(const char *text, int height);
/* The same of half the width, beside a picture; at worst 6. */
int wall_size_beside(const char *text, int height);

/* What a class rad-N of the wall's tables holds: letters on a line of a label, and tenths of a
 * rem a line and a row's least height are. */
struct row_class {
	size_t letters, line, row;
};
#define ROW_CLASSES 4
/* The first of the classes rad-0 .. at which rows with these labels fit `height` tenths of a rem,
 * beside bars, or in a list of twice the width; the last also when they do not. */
int wall_rows(const struct row_class class[ROW_CLASSES], const char *const *label, size_t n,
              size_t height);
int wall_list(const struct row_class class[ROW_CLASSES], const char *const *label, size_t n,
              size_t height);

#endif
