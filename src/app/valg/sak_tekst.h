/* sak_tekst.h - an answered case as a person would want to read it, on a terminal. */
#ifndef APP_VALG_SAK_TEKST_H
#define APP_VALG_SAK_TEKST_H

#include "app/valg/sak_felt.h"
#include "lib/buf.h"

/* The whole of it: what was asked, what came out, open questions, lots and sections. */
const char *sak_as_text(struct sak *);

/* "9", "4,5", "4,333": a quotient with at most three decimals. */
const char *sak_quotient(struct arena *, int64_t votes, int64_t scale, int64_t divisor);

/* Fields of a result with their names in Norwegian, those that have one, in the order of the
 * result; `leave` are left out. */
void sak_tell_fields(struct sak *, struct buf *, const json_t *, const char *const *leave);

/* "A, B og C" of an array of texts and numbers. */
const char *sak_joined(struct arena *, const json_t *);

#endif
