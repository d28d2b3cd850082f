/* samling.h - a gathering: what it is, its days, its items, and the door between them.
 *
 * Everything a screen or a report shows begins with one struct samling, read whole
 * by samling_read() with the request's own rights, so that what a view may not see is
 * not in it.
 */
#ifndef APP_SAMLING_SAMLING_H
#define APP_SAMLING_SAMLING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rules/stored.h"
#include "store/store.h"
#include "web/html.h"

struct req;
struct site;

struct item {                   /* a punkt on the agenda                          */
	int64_t id;
	int day, place;
	const char *kind;       /* struct kind .name                              */
	const char *title, *responsible, *track;
	const char *note;       /* for the console; "" in every other view        */
	int minutes;            /* planned length                                 */
	int anchor;             /* minute of the day, or -1                       */
	bool approximate;
	int start, end;         /* minute of the day, with what the day is behind */
	int crowded;            /* minutes by which it does not fit its anchor    */
	int64_t started, ended; /* wall ms; 0: not yet                            */
};

struct day {
	int nr;
	const char *date;       /* ISO */
	int start;              /* minute of the day */
	size_t first, n;        /* its items in samling.item */
};

struct samling {
	int64_t id;
	const char *municipality, *municipality_nr;
	const char *title, *place, *code;
	enum lang lang;         /* the language form of its texts                 */
	enum samling_phase phase;
	int today;              /* nr of the day under way                        */
	size_t now;             /* index of the item under way; SIZE_MAX: none    */
	bool black;
	int behind;             /* minutes, as the facilitator has said           */
	bool released;          /* participants may see the report                */
	int64_t version;
	struct day *day;
	size_t n_day;
	struct item *item;
	size_t n_item;
};

#define NO_ITEM SIZE_MAX

/* Any of RIGHT_PARTICIPANT, _WALL, _REMOTE, _CONTACT, _LEADER.  Notes are read only
 * with RIGHT_LEADER among `rights`. */
enum outcome samling_read(struct store *, struct arena *, int64_t id, uint32_t rights,
                          struct samling **) MUST;

const struct item *samling_now(const struct samling *);      /* NULL: none          */
const struct item *samling_next(const struct samling *);     /* after now, same day */
const struct day *samling_day(const struct samling *, int nr);

/* What happened, by whom: into the protocol, in the samling's own transaction. */
enum outcome samling_note(struct req *, const char *what, const char *detail) MUST;

/* Every change that a screen can see ends here: the version rises and the views are
 * marked to be drawn.  Called after the writes, before the commit. */
enum outcome samling_changed(struct req *, unsigned views) MUST;

/* The only way a samling changes phase.  `from` is what the caller saw. */
enum outcome samling_move(struct req *, enum samling_phase from, enum samling_phase to) MUST;

/* The only way the day moves to another item.  `seen` is the item that the caller
 * believes is under way (0: none), `to` the one to begin (0: the day ends). */
enum outcome samling_go(struct req *, int64_t seen, int64_t to) MUST;

#endif
