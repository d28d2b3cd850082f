/* taler.h - who has the floor next, what the clock says, and how much time was used.
 *
 * Those who wait stand in the order the chair gives, but for what interrupts: a matter of
 * order comes first, then replies and facts, then speeches.
 */
#ifndef RULES_TALER_H
#define RULES_TALER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rules/stored.h"

struct speaker {
	int64_t id;
	enum role role;
	uint64_t person;        /* the same for all that one person says             */
	enum speech speech;
	enum speaker_phase phase;
	int64_t place;          /* among those who wait                              */
	int64_t turn;           /* rises with each who gets the floor; 0: not yet    */
	int64_t reply_to;       /* the id of the speech; 0: none                     */
	int64_t used;           /* ms at the rostrum before `since`                  */
	int64_t since;          /* its clock has run since, wall ms; 0: it stands    */
};

#define NO_SPEAKER SIZE_MAX

/* The indices of those who wait, in the order they will speak; how many. */
size_t speaker_queue(const struct speaker *, size_t n, size_t *queue);

size_t speaker_now(const struct speaker *, size_t n);    /* who speaks, or NO_SPEAKER */
size_t speaker_last(const struct speaker *, size_t n);   /* the latest who is done    */

/* The id of the speech one may reply to now: the one under way, or that which the one under
 * way replies to; 0: none. */
int64_t speaker_subject(const struct speaker *, size_t n);

/* Replies and facts to a speech, waiting, under way and done. */
size_t speaker_replies(const struct speaker *, size_t n, int64_t subject);

/* Moves queue[from] to where `to` is, or as near as what interrupts allows. */
void speaker_move(const struct speaker *, size_t *queue, size_t n, size_t from, size_t to);

int64_t speaker_used(const struct speaker *, int64_t now);       /* ms */

/* ---- the clock ---- */

/* Whole seconds left as a clock shows them: 1 ms left is 1, 1 ms over is 0, 1 s over -1. */
int64_t speaker_seconds(int64_t left_ms);

enum speaker_time {
	TIME_GOES,
	TIME_SOON,              /* half a minute left, of more than that            */
	TIME_OVER
};
enum speaker_time speaker_time(int64_t left_ms, int64_t total_ms);

/* ---- sums: never of a person ---- */

/* With fewer the time of a role would be the time of one or two people. */
#define SPEAKER_SUM_LEAST 3

struct speaker_sum {
	size_t n;               /* speeches of every form, begun                     */
	size_t replies;         /* of them, other than innlegg                       */
	size_t persons;         /* who held them; at least                           */
	int64_t ms;
};
/* Adds to sum[]; what waits counts nothing.  Whoever was counted in it before may be among
 * these, so that persons become the larger of the two numbers. */
void speaker_sums(const struct speaker *, size_t n, int64_t now,
                  struct speaker_sum sum[ROLE__MAX]);
bool speaker_sum_tells(const struct speaker_sum *);

#endif
