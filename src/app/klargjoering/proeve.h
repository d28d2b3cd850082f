/* proeve.h - the rehearsal's pages, for this feature's table. */
#ifndef APP_KLARGJOERING_PROEVE_H
#define APP_KLARGJOERING_PROEVE_H

#include "web/page.h"

extern const struct field rehearsal_fields[], rehearsal_fields_sent[], rehearsal_end_fields[];
enum outcome rehearsal_start(struct req *) MUST;
enum outcome rehearsal_end(struct req *) MUST;

/* Starts `samling proevetelefoner` against the server that runs on this folder; it ends by
 * itself when the rehearsal is gone.  In a test nothing. */
void phones_start(struct arena *, const char *dir, const char *code, int n);

#endif
