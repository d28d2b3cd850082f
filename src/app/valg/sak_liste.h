/* sak_liste.h - the lists of a case, and what list control finds in them. */
#ifndef APP_VALG_SAK_LISTE_H
#define APP_VALG_SAK_LISTE_H

#include "app/valg/sak_felt.h"
#include "rules/valg/liste.h"

/* With their votes where `votes`; the papers hold what else was told about them.  Errors are
 * kept in the case. */
struct liste_task sak_lists(struct sak *, bool votes);

/* "for_mange_navn", "kjonn_40": the key of a finding in files. */
const char *sak_finding_key(enum liste_what);

/* List control of those lists whose names are given. */
struct liste_result sak_control_named(struct sak *, const struct liste_task *);

/* Where it is: "lists[1].candidates". */
const char *sak_finding_field(struct sak *, const struct liste_finding *);

/* An object of a list's name to what was found in it, {} when nothing was. */
json_t *sak_findings(struct sak *, const struct liste_task *, const struct liste_result *);

/* The open questions that the findings are about, each with what its readings give. */
void sak_list_questions(struct sak *, const struct liste_result *, json_t *to);

#endif
