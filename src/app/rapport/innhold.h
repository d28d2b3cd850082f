/* innhold.h - what a report holds, read once and written as a page, CSV or JSON.
 *
 * Every number and text of an answer has come through the release gate tally_read() as
 * the reader it is for, and has then lost what moderation holds back: that is kept
 * apart (`back`) and is only for leaders, on the screen.
 */
#ifndef APP_RAPPORT_INNHOLD_H
#define APP_RAPPORT_INNHOLD_H

#include "app/aktivitet/aktivitet.h"
#include "app/samling/samling.h"

enum held {
	HELD,                   /* it was begun: started, and perhaps ended          */
	HELD_BESIDE,            /* parallel to one that was begun; no clock of its own */
	HELD_NOT,               /* the day went past it                              */
	HELD_LATER              /* its turn has not come                             */
};

struct named {                  /* only for staff, only of closed rounds by name    */
	const char *name, *party;
	const char *answer;     /* as shown: labels, or texts; several by ", "       */
};

struct report_round {
	const struct round *round;
	const char *question;           /* NULL: the item's title says it           */
	const char *story;              /* what the stage tells; NULL: no stages    */
	int64_t people;                 /* as may be said aloud                     */
	const struct tally *tally;      /* NULL: not for this reader now            */
	const struct tally *before;     /* the same choices asked earlier, or NULL  */
	struct drawing d;               /* what its kind draws from                 */
	const struct tally_line *back;  /* texts held back; leaders only            */
	size_t n_back;
	const struct named *named;
	size_t n_named;
};

/* What came of an item besides answers. */
struct report_point { int group; const char *text; };
struct report_card {
	const char *text;               /* as it is shown                            */
	bool two_lists;                 /* `side` says whose list                    */
	enum role side;
	bool adopted;
	const char *const *original;    /* what was merged into it, its own too; or
	                                   nothing: it is one, as written            */
	size_t n_original;
};
struct report_floor {
	enum role role;
	size_t times, replies;          /* replies are among the times               */
	int64_t ms;                     /* -1: it would be one person's              */
};

struct report_item {
	const struct item *item;
	int start, end;                 /* minute of the day, as it was planned     */
	enum held held;
	const struct activity *a;
	bool shows;                     /* it has something to read besides answers: a
	                                   picture, groups, speakers, stands ...    */
	struct drawing d;               /* ... that its kind draws from this        */
	const struct report_round *round;
	size_t n_round;                 /* those this reader may know of            */
	const struct report_point *point;
	const struct report_card *card; /* the hall's: only what is adopted         */
	const struct report_floor *floor;
	size_t n_point, n_card, n_adopted, n_floor;
};

/* People who joined on a day, by enum role. */
struct attendance {
	const struct day *day;          /* NULL: days that are not in the programme  */
	size_t n[ROLE__MAX];
};

struct report {
	const struct samling *s;
	bool staff, leader;             /* who it is for                             */
	int64_t written;                /* wall ms                                   */
	const struct report_item *item; /* one for each in s->item                   */
	const struct attendance *attendance;
	size_t n_attendance;
	struct rows protocol;           /* rapport_protokoll; staff only             */
};

/* Who asks for a report, and when.  Without a memory (another program than the server) a
 * round that is open has no result yet. */
struct report_for {
	struct store *store;
	struct arena *mem;
	struct memory *memory;
	int64_t samling;
	bool staff, leader;             /* staff: all; else what the hall may see    */
	int64_t now;                    /* wall ms                                   */
};
enum outcome report_read(const struct report_for *, struct report **) MUST;

/* Has anything to say besides its row in the agenda. */
bool report_tells(const struct report_item *);

/* Of a report_item whose `d` has been read: point, card and floor. */
void report_yield(struct arena *, struct report_item *, bool staff);

/* Its answers are for those who lead the samling, and this reader is another: what is said
 * instead, a msgid.  Else NULL. */
const char *report_withheld(const struct report *, const struct report_item *);

/* A number of people by role may tell who they are when it is below this (rules/telling.h):
 * then it is not written.  A sum is of what is written, one for each cell that is not, so
 * that no cell is found by subtraction; *exact tells whether there were none. */
bool report_small(size_t people);
size_t report_sum(const struct attendance *, size_t n, enum role from, enum role to,
                  bool *exact);

/* "08.32–09.05", "23.55–00.10 (16.1.)"; `to` 0: it goes on. */
char *report_span(struct arena *, int64_t from, int64_t to, const char *date);
/* "2026-10-25T02:30:00+01:00": no doubt in the hour that comes twice. */
char *report_iso(struct arena *, int64_t wall_ms);

/* The same stage has been asked before, and both times enough answered that the change
 * may be told (rules/forskyvning.h); then report_change() is that of line i, in percentage
 * points. */
bool report_changed(const struct report_round *);
int report_change(const struct report_round *, size_t i);

/* The heading of a round would only say the title of its item once more. */
bool report_says_title(const struct report_item *, const struct report_round *);

bool report_by_hand(const struct tally *);       /* somebody was counted in the hall */

/* A cloud is a picture beside its table; what the other kinds draw is the table. */
bool report_cloud(const struct kind *);

/* The choices of a result say one thing each, so that their counts are the result; others
 * ("statement 2 got a 5") mean something first when their kind has put them together. */
bool report_plain(const struct tally *);

const char *level_name(enum level);      /* "anonym", as in the files               */
const char *role_code(enum role);        /* "folkevalgt", as in the files           */

/* The files, in the request's arena. */
struct buf report_csv(struct arena *, const struct report *);
struct buf report_json(struct arena *, const struct report *);

/* The sections of the page, for those who write them elsewhere: attendance, and the
 * protocol (staff). */
struct html report_attendance_html(struct arena *, enum lang, const struct report *);
struct html report_protocol_html(struct arena *, enum lang, const struct report *);

/* What the protocol says, in words: an act and its detail. */
const char *act_text(struct arena *, enum lang, const char *what);
const char *act_detail(struct arena *, enum lang, const char *what, const char *detail);
/* How many rows from this one on say the same of the same person: they are told as one. */
size_t acts_alike(const struct rows *, size_t from);

#endif
