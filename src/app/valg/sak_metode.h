/* sak_metode.h - the methods a case can have, one row each. */
#ifndef APP_VALG_SAK_METODE_H
#define APP_VALG_SAK_METODE_H

#include "app/valg/sak_felt.h"

extern const struct sak_method sak_methods[];   /* ends with a NULL name */

const struct sak_method *sak_method_find(const char *name);     /* NULL: none */
const char *sak_method_names(struct arena *);   /* "avtalevalg, dhondt, ..." */

/* What the rows call. */
void sak_forholdsvalg(struct sak *);
void sak_forholdsvalg_tell(struct sak *, struct buf *);
void sak_kvotienter(struct sak *);              /* the method's name says which divisors */
void sak_kvotienter_tell(struct sak *, struct buf *);
void sak_liste_kontroll(struct sak *);
void sak_flertallsvalg(struct sak *);
void sak_avtalevalg(struct sak *);
void sak_nyvalg(struct sak *);
void sak_settemedlem(struct sak *);
void sak_innkalling(struct sak *);
void sak_plass_nyvalg(struct sak *);
void sak_plass_supplering(struct sak *);
void sak_valgbarhet(struct sak *);
void sak_kjonn_minimum(struct sak *);
void sak_kommunestyre_minstetall(struct sak *);
void sak_fylkesting_minstetall(struct sak *);
void sak_vedtaksforhet(struct sak *);
void sak_valggrenser(struct sak *);
void sak_listestemmer(struct sak *);
void sak_kandidatkaring(struct sak *);
void sak_personvalg(struct sak *);

#endif
