/* habilitetssak.h - a case of impartiality in the hall: what its templates draw from. */
#ifndef APP_AKTIVITET_SLAG_HABILITETSSAK_H
#define APP_AKTIVITET_SLAG_HABILITETSSAK_H

#include "app/aktivitet/aktivitet.h"
#include "app/habilitet/bibliotek.h"
#include "rules/forskyvning.h"

/* The steps: what the hall has been shown besides its votes. */
enum { SAK_VOTE, SAK_ANSWER, SAK_TALK };

const struct library_case *sak_of(const json_t *config);
enum lang sak_form(const json_t *config);       /* the samling's */

/* How much the choice *line moved since the first vote, as the red of rules/forskyvning.h. */
struct forskyvning sak_shift(const struct drawing *, size_t *line);

#endif
