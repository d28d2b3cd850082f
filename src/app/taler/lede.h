/* lede.h - the acts of the chair, see struct kind_act. */
#ifndef APP_TALER_LEDE_H
#define APP_TALER_LEDE_H

#include "app/taler/inside.h"

#define ROSTRUM_ACT(name) \
	enum outcome name(struct req *, const struct activity *, const char *arg, \
	                  const char **message) MUST

/* "innlegg", "replikk": the name or group in the field "tekst"; "Gruppe 1-9" is nine. */
ROSTRUM_ACT(rostrum_put);
ROSTRUM_ACT(rostrum_fetch_act);
/* "parti" or "navn". */
ROSTRUM_ACT(rostrum_sort);
/* "17 3 0": from the fourth place, where the person saw it, to the first. */
ROSTRUM_ACT(rostrum_place);
ROSTRUM_ACT(rostrum_remove);
/* "1" or "0". */
ROSTRUM_ACT(rostrum_close);
ROSTRUM_ACT(rostrum_show_sums);

/* Those on the roster who are here, or all when nobody has said, and are not on the list. */
enum outcome rostrum_fetch(struct req *, const struct activity *) MUST;

/* The index of the id that `arg` begins with, or NO_SPEAKER; *rest is what follows it. */
size_t rostrum_find(const struct rostrum *, const char *arg, const char **rest);

#endif
