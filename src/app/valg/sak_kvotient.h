/* sak_kvotient.h - seats by quotients as files and people read them; and the lots of a case. */
#ifndef APP_VALG_SAK_KVOTIENT_H
#define APP_VALG_SAK_KVOTIENT_H

#include "app/valg/sak_felt.h"
#include "rules/valg/fordeling.h"

/* seats_by_list, seat_order, last_seat_rank, last_quotient; with a lot that is not drawn ties
 * and outcomes. */
void sak_put_seats(struct sak *, json_t *to, const struct valg_list *, const struct fordeling *);

/* {"A": 2, "B": 1} */
json_t *sak_by_list(const struct valg_list *, size_t n, const size_t *seats);

/* The rules that the seats followed. */
void sak_seat_rules(struct sak *, const struct fordeling *);

/* What the lot of a fordeling gave: the list indices in *n of them, as the case has it in the
 * nr-th (from 0) of "draws", or from its "seed"; it is told in the result.  *n is 0 when the
 * case says neither, or wrongly, which is an error. */
const size_t *sak_draw(struct sak *, size_t nr, const struct valg_list *,
                       const struct fordeling *, size_t *n);

/* The same among names; `most` of them may be drawn. */
const size_t *sak_draw_names(struct sak *, size_t nr, const char *const *name, size_t n_name,
                             size_t most, size_t *n);

/* That the case does not draw where there is no lot. */
void sak_no_more_draws(struct sak *, size_t used);

/* The table of quotients, and who got the seats. */
void sak_tell_seats(struct sak *, struct buf *, const struct valg_list *,
                    const struct fordeling *);

#endif
