/* text.h - what people read, in bokmål and nynorsk.
 *
 * The msgid is bokmål; po/nn.po holds nynorsk and is compiled into the program.
 * The build fails on a missing or fuzzy entry.  N_() marks a text that is
 * translated later.  Dates, numbers and names of days are made here too, not by
 * the machine's locale.
 */
#ifndef WEB_TEXT_H
#define WEB_TEXT_H

#include <stdint.h>

#include "web/html.h"

struct arena;

#define N_(text) text

const char *tr(enum lang, const char *msgid) __attribute__((format_arg(2)));

/* The form for n, with n written where the text has %d. */
char *trn(struct arena *, enum lang, const char *one, const char *many, int64_t n);

/* A translated format with %s, %d and %lld. */
char *trf(struct arena *, enum lang, const char *msgid, ...)
	__attribute__((format(printf, 3, 4)));

const char *lang_code(enum lang);                /* "nb", "nn"                */
enum lang lang_from(const char *code, enum lang otherwise);   /* code may be NULL */

/* Spaces inside what these make are U+00A0, but for those of a date. */
char *text_date(struct arena *, enum lang, const char *iso);   /* onsdag 15. januar 2027 */
const char *text_month(int month);                             /* 1: januar              */
char *text_number(struct arena *, int64_t);                    /* 5 627 400              */
char *text_percent(struct arena *, int percent);               /* 70 %                   */
char *text_minutes(struct arena *, int minutes);               /* 45 min; 1 t 30 min     */

#endif
