/* bibliotek.h - the library of cases of impartiality: innhold/habilitet, a file for each theme.
 *
 * A file holds the stories, in both forms of Norwegian, and the facts of each.  What the law
 * makes of the facts is found by the rules (sak.h) when the library is read; the answer that a
 * file expects is only there for the tests to hold against it.  doc/habilitet.md shows a case.
 *
 * Where the body must assess, a case has no answer: only why it must, and what weighs each way.
 *
 * It is read at first use and kept while the program runs; nothing of it is anybody's to free.
 * The files are ours: one that cannot be read ends the program.  An id is never taken away or
 * used for another case, because programmes of samlinger name it.
 */
#ifndef APP_HABILITET_BIBLIOTEK_H
#define APP_HABILITET_BIBLIOTEK_H

#include <stdbool.h>
#include <stddef.h>

#include "rules/habilitet/tre.h"
#include "web/html.h"

#define LIBRARY_CHOICES_MAX 4
#define LIBRARY_ID_MAX 60               /* letters, a to z, digits and hyphens        */

/* How sure we are: it stands in the act; a source says so; or it is our own assessment. */
enum library_certainty { SURE_LAW, SURE_SOURCE, SURE_OURS, LIBRARY_CERTAINTY__MAX };

struct library_theme { const char *name[LANG__MAX]; };

struct library_words {
	const char *title;
	const char *text;               /* the story; paragraphs parted by a \n       */
	const char *why;                /* the law and this story, in a sentence      */
	const char *talk[2];            /* what to talk about                         */
};

struct library_choice {
	const char *key;                /* as it is stored when voted for             */
	const char *label[LANG__MAX];
};

struct library_case {
	const char *id;
	const struct library_theme *theme;
	enum library_certainty certainty;
	struct library_words words[LANG__MAX];
	const char *question[LANG__MAX];        /* what is voted on                   */
	struct library_choice choice[LIBRARY_CHOICES_MAX];
	size_t n_choice;
	const char *answer;             /* its key, as `samling habilitet` gives it   */
	const char *verdict[LANG__MAX]; /* the same, to be read                       */
	bool body_assesses;
	enum rule rule[HABIL_GROUNDS_MAX];      /* why                                */
	size_t n_rule;
	struct habil_factor factor[HABIL_FACTORS_MAX];  /* when the body assesses     */
	size_t n_factor;
};

/* Grouped by theme, in the order of the files. */
const struct library_case *library_cases(size_t *n);
const struct library_case *library_find(const char *id);        /* NULL: none */

const char *library_certainty_key(enum library_certainty);      /* "egen_vurdering" */
const char *library_certainty_label(enum library_certainty);    /* a msgid          */

/* The sections a case stands on, in the order of the table; at most LOV__MAX. */
size_t library_sections(const struct library_case *, enum lov *out);

/* The files as they lie in the program, for the tests. */
struct library_file { const unsigned char *text; const size_t *n; };
extern const struct library_file library_files[];
extern const size_t n_library_files;

#endif
