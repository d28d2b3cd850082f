/* regelkort.h - what the template of a card on the wall asks. */
#ifndef APP_AKTIVITET_SLAG_REGELKORT_H
#define APP_AKTIVITET_SLAG_REGELKORT_H

#include "app/regler/kort.h"

/* The size str-N at which a card fits the wall; the rules may be NULL. */
int regelkort_size(struct arena *, const struct regelkort *, const struct lokal_rules *);

#endif
