/* fil_syn.h - an election in a file as the pages would show it, for who makes papers of it. */
#ifndef APP_VALG_FIL_SYN_H
#define APP_VALG_FIL_SYN_H

#include "app/valg/fil.h"
#include "app/valg/side.h"

struct world;

/* False: the file has faults, or says what the page would call wrong. */
bool valg_fil_view(struct valg_fil *, const struct world *, const char *bytes, size_t n,
              struct valg_view *);

#endif
