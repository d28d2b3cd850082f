/* styr.h - the acts of leaders that take more than a press: texts, hands, the plan.
 * They are rows of the table in styr.c; `arg` is what stood behind the act's name. */
#ifndef APP_KONSOLL_STYR_H
#define APP_KONSOLL_STYR_H

#include "app/konsoll/konsoll.h"

/* Closes an open round, then begins the item `to` (0: the day ends). */
enum outcome styr_go(struct req *, const struct scene *, int64_t to) MUST;

/* One step in the agenda; `arg` is the item. */
enum outcome styr_up(struct req *, const struct scene *, const char *arg) MUST;
enum outcome styr_down(struct req *, const struct scene *, const char *arg) MUST;

/* "<value> +1" or "<value> -1"; and all choices at once, from the field "hender". */
enum outcome styr_hand(struct req *, const struct scene *, const char *arg) MUST;
enum outcome styr_hands(struct req *, const struct scene *, const char *arg) MUST;

/* `arg` is the folded text. */
enum outcome styr_text_show(struct req *, const struct scene *, const char *arg) MUST;
enum outcome styr_text_hide(struct req *, const struct scene *, const char *arg) MUST;

/* What was decided, to the item that the person saw, also when the day has moved on. */
enum outcome styr_conclusion(struct req *, const struct scene *, const char *arg) MUST;

/* A question nobody had planned: an item of the kind `arg` after the one under way, with
 * the field "tekst" as its question, gone to and opened. */
enum outcome styr_improvise(struct req *, const struct scene *, const char *arg) MUST;

#endif
