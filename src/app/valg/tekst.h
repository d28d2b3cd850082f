/* tekst.h - results of the rules as sentences, for the page and for the protocol. */
#ifndef APP_VALG_TEKST_H
#define APP_VALG_TEKST_H

#include "rules/valg/liste.h"
#include "rules/valg/oppgjoer.h"
#include "web/html.h"

struct arena;

/* "kvinner", "menn", in the language. */
const char *valg_gender_many(enum lang, enum gender);

/* What is wrong with a list, or should be looked at, with the section. */
const char *valg_finding_text(struct arena *, enum lang, const struct liste_task *,
                              const struct liste_finding *);

/* "Kari Nordmann rykker opp foran Per Hansen." */
const char *valg_move_text(struct arena *, enum lang, const struct valg_list *,
                           const struct kjoenn_move *);

/* What a settlement could not give, list by list. */
const char *valg_flag_text(struct arena *, enum lang, const struct valg_body *,
                           const struct oppgjoer_flag *);

/* A claim as people write it, with at most three decimals: "4", "4,333". */
char *valg_quotient(struct arena *, const struct fordeling *, const struct fordeling_claim *);

/* "Ap, 9/3 = 3": who got a seat and why, as a line of the protocol. */
const char *valg_seat_text(struct arena *, enum lang, const struct oppgjoer *, size_t seat);

/* What was chosen where a list won more seats than it had names; msgid. */
const char *valg_empty_text(const struct oppgjoer *);

/* "A og B", "A, B og C": the lists a lot is between. */
const char *valg_among_text(struct arena *, enum lang, const struct valg_body *,
                            const struct fordeling *);

#endif
