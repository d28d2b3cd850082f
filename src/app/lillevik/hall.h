/* hall.h - a hall of people with phones, who do what people do: join with the code, keep the
 * page open, and answer when a question comes, at scattered times.  Some change their mind. */
#ifndef APP_LILLEVIK_HALL_H
#define APP_LILLEVIK_HALL_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct client;
struct hall;
struct world;

/* `mem` and the client must outlive it. */
struct hall *hall_new(struct client *, const struct world *, struct arena *mem, size_t phones,
                      uint64_t seed);
void hall_free(struct hall *);

/* From now on a few let each question pass, as in life. */
void hall_some_pass(struct hall *);

/* All join; those that came in. */
size_t hall_join(struct hall *, const char *code);

/* A round has been opened: the phones answer it, when it reaches them, within `spread_ms`. */
void hall_ask(struct hall *, int64_t round, const json_t *entry, size_t stage,
              int64_t spread_ms);
bool hall_done(const struct hall *);            /* all who would answer, have     */

/* The round is over: nobody begins to answer; waits for replies under way.  How many phones
 * the server has told that their answer is stored. */
size_t hall_over(struct hall *);

/* Serves what is ready, for `ms`, or until done(arg) says so. */
void hall_live(struct hall *, int64_t ms, bool (*done)(const struct hall *));

/* Phone number `nr` opens its page and presses the button with this act, with each line of
 * `text` in a field "tekst", or with the option of that number where it chooses from a list.
 * False: there is no such button, or it was not taken. */
struct hall_press { const char *act, *text; size_t option; };
bool hall_press(struct hall *, size_t nr, struct hall_press);

/* The round whose form is on a screen now; 0: none.  For phones that nobody leads. */
int64_t hall_sees(const struct hall *);
/* Does the samling still know the phones? */
bool hall_alive(struct hall *);

struct hall_count {
	size_t stored;          /* answers acknowledged, changed ones too          */
	size_t late;            /* told that the round was closed                  */
	size_t refused;         /* told that something else was wrong              */
	size_t lost;            /* lines that broke before a reply                 */
	size_t missed;          /* times that a round never reached a phone        */
	size_t frames, streams; /* events received; streams opened                 */
	int64_t slowest_ms;     /* reply to an answer                              */
};
struct hall_count hall_count(const struct hall *);

#endif
