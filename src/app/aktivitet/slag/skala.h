/* skala.h - what kinds with scales from 1 to 6 share: a line each, and their table. */
#ifndef APP_AKTIVITET_SLAG_SKALA_H
#define APP_AKTIVITET_SLAG_SKALA_H

#include "app/aktivitet/kind.h"
#include "rules/skala.h"

struct skala_line {
	const char *statement;
	struct skala now, before;       /* before.n 0: not asked before, or too few   */
	struct skala group[2];          /* councillors, the others; n 0: not shown    */
};

struct skala_result {
	struct skala_line *line;
	size_t n;
	const char *low, *high;         /* what 1 and 6 mean                          */
	const char *others;             /* msgid: who group[1] is; NULL: no groups    */
	int size;                       /* the class rad-N of its table               */
};

/* The ready words for the ends, by the name that "ordsett" holds.  NULL ends. */
struct skala_words { const char *name, *low, *high; };
extern const struct skala_words skala_words[];

/* The counts of the pairs `statement`=1..6 in a result, summed up. */
struct skala skala_of(const struct tally *, size_t statement);
/* "3,4"; "–" when nobody answered. */
char *skala_mean(struct arena *, const struct skala *);

/* What the picture of the spread shows: "1: 3 svar, 2: 0 svar ..." */
char *skala_said(struct arena *, enum lang, const struct skala *);

#endif
