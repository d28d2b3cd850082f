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

#include "app/samling/fil.h"
#include "rules/stored.h"
#include "store/store.h"
#include "web/html.h"
#include "web/page.h"

struct page;
struct req;
struct site;
struct world;

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
	size_t now;             /* index of the item under way, or NO_ITEM       */
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

/* The same without days, and of the agenda only the item under way, without its times: for
 * what hundreds of phones do in the same second. */
enum outcome samling_read_short(struct store *, struct arena *, int64_t id,
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

/* ---- making one (kode.c, rediger.c) ---- */

/* Eight digits that no samling has, the first not 0, without a pattern that one could
 * guess or mistake.  *code lives in the arena. */
enum outcome samling_new_code(struct store *, struct arena *, const struct world *,
                              const char **code) MUST;

/* What stands on walls and paper for those who are to come in with a phone. */
struct way_in {
	const char *host;               /* to be typed: "samling.example"               */
	const char *address;            /* the whole, with the code                     */
	const char *code;               /* "2000 0001"                                  */
	struct html qr;                 /* of it                                        */
};
struct way_in samling_way_in(const struct site *, struct arena *, const struct samling *,
                             enum lang);

struct samling_new {
	const char *municipality_nr, *municipality;    /* as they will stand on the samling */
	const char *title;              /* "" or NULL: the file's                       */
	const char *place;
	enum lang lang;                 /* the language form of its texts               */
	const char *first_date;         /* ISO; the other days follow it                */
	int64_t leader;                 /* person.id, or 0: nobody yet                  */
};

/* A draft from a samling file (app/samling/fil.h): templates, imports, copies and the
 * example all go this way.  In the caller's savepoint, so all of it or nothing. */
enum outcome samling_from_file(struct store *, struct arena *, const struct world *,
                               const struct fil *, const struct samling_new *,
                               int64_t *id) MUST;

/* ---- changing its plan (rediger.c); needs RIGHT_LEADER ---- */

/* Puts a new item after the item `after`, or with 0 last on the day. */
enum outcome samling_item_add(struct req *, const struct fil_item *, int day, int64_t after,
                              int64_t *id) MUST;

/* Writes what an item is: all of it but its place on the agenda. */
enum outcome samling_item_set(struct store *, struct arena *, int64_t samling, int64_t id,
                              const struct fil_item *) MUST;

/* One step up or down, over to the neighbouring day from its end.  `day` and `place` are
 * where the caller saw it; OUTCOME_CONFLICT when it is elsewhere by now. */
struct item_seen { int64_t id; int day, place; };
enum outcome samling_item_move(struct req *, struct item_seen, bool up) MUST;

/* OUTCOME_INVALID: it has answers or is under way, *why is a msgid. */
enum outcome samling_item_delete(struct req *, int64_t id, const char **why) MUST;

/* ---- secret addresses (lenker.c) ---- */

/* A new link of the samling, good until the end of the day after its last.  The secret is
 * in the arena and nowhere else. */
enum outcome samling_new_link(struct store *, struct arena *, const struct world *,
                              int64_t samling, enum link_kind, const char *name,
                              const char **secret) MUST;

/* The address (without site.base) that a link's secret opens. */
char *samling_link_path(struct arena *, enum link_kind, const char *secret);

/* What live_watch() is told as `who`, so that a revoked right ends its streams. */
#define STREAM_OF_LINK(id) ((UINT64_C(1) << 62) | (uint64_t)(id))
#define STREAM_OF_SESSION(id) ((UINT64_C(1) << 61) | (uint64_t)(id))

extern const struct page samling_pages[];

#endif
