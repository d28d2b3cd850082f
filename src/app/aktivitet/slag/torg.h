/* torg.h - a stand of the kommunetorg, as its line in the config says it.
 *
 * "Barnehagen | Bord 1 | 10.00–10.20, 10.40–11.00 | Terje": the name, and if they are
 * known place, times and who stands there. */
#ifndef APP_AKTIVITET_SLAG_TORG_H
#define APP_AKTIVITET_SLAG_TORG_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

#define TORG_TIMES 6

struct torg_time {
	int from, to;                   /* minutes of the day                         */
	/* While the wall clock is between these, it is on now, or the next to come; 0, 0:
	 * not known (no clock to hold it against), or never the next. */
	int64_t now_from, now_to, next_from, next_to;
};

struct torg_stand {
	const char *name, *place, *who; /* "" if not said                             */
	struct torg_time time[TORG_TIMES];
	size_t n_time;
};

/* false with *error a msgid. */
bool torg_read(struct arena *, const char *line, struct torg_stand *, const char **error);
char *torg_write(struct arena *, const struct torg_stand *);

/* How the stands fill the wall: class torg-N; with the text above; wide: the code gives way. */
struct torg_board { int size; bool manned, text, wide; };
struct torg_board torg_board(const struct torg_stand *, size_t n, const char *title,
                             const char *text);

/* Which moments each time is on, or the next, on the day of `ms`. */
void torg_clock(struct arena *, struct torg_stand *, size_t n, int64_t ms);

#endif
