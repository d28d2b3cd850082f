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

const char *tr(enum lang, const char *msgid);
const char *trn(enum lang, const char *one, const char *many, int64_t n);
char *trf(struct arena *, enum lang, const char *msgid, ...);

const char *lang_code(enum lang);                /* "nb", "nn"                */
enum lang lang_from(const char *code, enum lang otherwise);

char *text_date(struct arena *, enum lang, const char *iso);   /* onsdag 15. januar 2027 */
char *text_number(struct arena *, int64_t);                    /* 5 627 400, thin space   */
char *text_percent(struct arena *, int percent);               /* 70 %                    */
char *text_minutes(struct arena *, enum lang, int minutes);    /* 45 min; 1 t 30 min      */

#endif
