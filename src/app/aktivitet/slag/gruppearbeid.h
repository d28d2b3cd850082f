/* gruppearbeid.h - what the templates of group work ask: sizes, and whose task it is. */
#ifndef APP_AKTIVITET_SLAG_GRUPPEARBEID_H
#define APP_AKTIVITET_SLAG_GRUPPEARBEID_H

#include "app/gruppe/gruppe.h"

/* How the groups fill the wall: class kol-N, class gr-N; wide: the code gives way; without
 * names when there are too many to be read. */
struct board { int columns, size; bool wide, names; };
struct board board_of(const struct division *, const char *title);

/* The same for what all the groups wrote; !names: more than the wall has room for. */
struct board points_board(const struct division *, const char *title);

/* The class str-N at which a group's points fill `height` rem of the wall. */
int points_size(const struct group *, int height);

const char *task_for(const struct drawing *, enum role);
bool two_tasks(const struct drawing *);         /* the administration has its own */

#endif
