/* tekst.h - results of the rules as sentences, for the page and for the protocol. */
#ifndef APP_VALG_TEKST_H
#define APP_VALG_TEKST_H

#include "rules/lov.h"
#include "rules/valg/liste.h"
#include "rules/valg/oppgjoer.h"
#include "web/html.h"

struct arena;
struct skjema;
struct valg_lot;
struct valg_view;

/* A text that has no links beside it: "Lista er for kort. (kommuneloven § 7-5 første ledd)" */
const char *valg_cited(struct arena *, enum lang, const char *text, enum rule);

/* "kvinner", "menn", in the language. */
const char *valg_gender_many(enum lang, enum gender);

/* What is wrong with a list, or should be looked at; and the rule it is about. */
const char *valg_finding_text(struct arena *, enum lang, const struct liste_task *,
                              const struct liste_finding *);
enum rule valg_finding_rule(enum liste_what);

/* "Kari Nordmann rykker opp foran Per Hansen." */
const char *valg_move_text(struct arena *, enum lang, const struct valg_list *,
                           const struct kjoenn_move *);

/* What a settlement could not give, list by list; and the rule it is about. */
const char *valg_flag_text(struct arena *, enum lang, const struct valg_body *,
                           const struct oppgjoer_flag *);
enum rule valg_flag_rule(const struct oppgjoer_flag *);

/* A claim as people write it, with at most three decimals: "4", "4,333". */
char *valg_quotient(struct arena *, const struct fordeling *, const struct fordeling_claim *);

/* "Ap, 9/3 = 3": who got a seat and why, as a line of the protocol. */
const char *valg_seat_text(struct arena *, enum lang, const struct valg_body *,
                           const struct fordeling *, size_t seat);

/* "A og B", "A, B og C": the lists a lot is between. */
const char *valg_among_text(struct arena *, enum lang, const struct valg_body *,
                            const struct fordeling *);

/* "Det ble trukket lodd mellom A og B. Trukket: A. Loddet ble trukket med lapper." */
const char *valg_lot_text(struct arena *, enum lang, const struct valg_view *,
                          const struct valg_lot *);

/* What is hashed for a name of a lot with a seed: "froe|utvalg 2027-10-14|1|A". */
const char *valg_lot_line(struct arena *, const struct skjema *, const struct valg_lot *,
                          const char *name);

#endif
