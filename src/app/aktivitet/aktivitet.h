/* aktivitet.h - an item that is led live: its rounds, answers and results.
 *
 * A round goes ready -> open -> closed, never back; asking again is a new round of the
 * same stage.  While a round is open, an answer lies under a key made from the round's
 * secret and the phone's token (store/secret.h); closing destroys the secret and rewrites
 * the rows, see runde.c.  doc/anonymitet.md tells the whole.
 */
#ifndef APP_AKTIVITET_AKTIVITET_H
#define APP_AKTIVITET_AKTIVITET_H

#include "app/aktivitet/kind.h"
#include "app/samling/samling.h"

struct req;
struct compare_choice;

struct round {
	int64_t id;
	size_t stage;
	int nr;                     /* 1 the first time the stage is asked           */
	enum round_phase phase;
	bool shown;                 /* the result is on the wall                     */
	bool compared;              /* and councillors beside administration         */
	int64_t ends, total;        /* countdown: wall ms, and its length; 0: none   */
	int64_t people;             /* have answered, hands in the hall included     */
	int64_t hands;              /* of them                                       */
};

struct activity {
	int64_t id, samling;        /* punkt.id                                      */
	const struct kind *kind;
	const char *title;
	enum level level;
	enum show show;
	bool hold;                  /* new texts wait for approval                   */
	int countdown;              /* seconds a new round gets                      */
	const char *conclusion;
	json_t *config;             /* let go with the arena                         */
	size_t stages;
	bool first_again;
	struct round *round;        /* in the order they were made                   */
	size_t n_round;
	struct round *current;      /* the newest, or NULL                           */
	int64_t about;              /* punkt.id of the item it goes on from; 0: none */
	int step;                   /* kinds with steps: where it stands, from 0     */
	int64_t ends, total;        /* the step's countdown: wall ms, its length; 0  */
	const void *state;          /* what kind->load() read                        */
};

/* May the answers of this stage hold words people write? */
bool activity_writes(const struct activity *, size_t stage);

/* Reads an item with its rounds. */
enum outcome activity_read(struct store *, struct arena *, int64_t punkt,
                           struct activity *) MUST;

/* The same with only the newest round, and that without how many have answered: what one
 * answer needs. */
enum outcome activity_read_short(struct store *, struct arena *, int64_t punkt,
                                 struct activity *) MUST;

/* One line of a result. */
struct tally_line {
	const char *value;          /* as stored; for texts the folded key, or what
	                               kind->merge() made their key                  */
	const char *label;          /* as shown                                      */
	int64_t count;              /* hands in the hall included                    */
	int64_t hands;
	int percent;                /* of `people`; choices that sum to 100 do       */
	int verdict;                /* texts: 0 none, or enum verdict                */
	const struct ordsky_word *word; /* what kind->merge() brought together; NULL */
};

struct tally {
	struct tally_line *line;    /* choices in their order; then texts, most first */
	size_t n_line;
	size_t n_choice;            /* of them are choices                           */
	int64_t people;             /* as it may be said aloud: steps while open     */
	size_t n_hidden;            /* texts that moderation holds back              */
	size_t n_more;              /* texts past what one page can hold             */
	int64_t sequence;           /* rises with what may be said aloud, for matching */
};

/* Is a text with this verdict held back from the hall? */
bool text_held(const struct activity *, int verdict);

/* The line that a text (folded) is counted in, or NULL. */
const struct tally_line *tally_line_of(const struct tally *, const char *folded);

/* Who asks for a result decides what is in it.  ONE release gate: every screen, stream,
 * report and export asks here. */
enum reader {
	READER_HALL,      /* wall, phones, released report: shown rounds, steps while open */
	READER_CONTACT,   /* staff report in the municipality: all results, but what
	                     moderation holds back and what is for leaders alone       */
	READER_LEADER     /* console, their report: also hidden lines; never single answers */
};
struct asked {
	struct store *store;
	struct arena *mem;
	struct memory *memory;      /* of open rounds; NULL only when none is open   */
	enum reader reader;
	bool all;                   /* reports: as many texts as there are           */
	const void *seat;           /* deltaker.id of the one phone this is for; NULL */
	int64_t name;               /* navneliste.id it has said it is; 0            */
	enum role role;             /* of that seat                                  */
	int64_t ms;                 /* the server's wall clock                       */
};
/* *out is NULL when this reader may not see a result of that round now. */
enum outcome tally_read(const struct asked *, const struct activity *, const struct round *,
                        const struct tally **out) MUST;

/* Councillors beside the others (rules/sammenlign.h), for each choice of the tally. */
struct comparison {
	const char *others;         /* msgid: who the others are                     */
	int64_t people[2];          /* who answered: councillors, the others         */
	struct compare_choice *choice;      /* as many as tally->n_choice            */
	bool single;                /* each gave one choice                          */
};
/* *out is NULL when there is none that this reader may see: of closed rounds, for the hall
 * only when a leader has put it on the wall. */
enum outcome comparison_read(const struct asked *, const struct activity *,
                             const struct round *, const struct tally *,
                             const struct comparison **out) MUST;
/* Could a comparison of this round be shown?  For the console's button. */
enum outcome comparison_may(const struct asked *, const struct activity *,
                            const struct round *, const struct tally *, bool *may) MUST;
/* When the item goes on from an earlier one that asked the same: its result to d->before. */
enum outcome earlier_read(const struct asked *, struct drawing *) MUST;

/* Is there a comparison, or an earlier result, that is drawn for all kinds alike
 * (sammenligning.html)?  Kinds that compare in their own way draw it themselves. */
bool comparison_own(const struct drawing *);
bool shift_own(const struct drawing *);
enum outcome round_compare(struct req *, const struct activity *, int64_t round,
                           bool compared) MUST;

/* The number of people who have answered, as this reader may see it. */
int64_t tally_people(const struct activity *, const struct round *, enum reader);

/* The round asked earlier of the same stage, or NULL. */
const struct round *round_before(const struct activity *, const struct round *);

/* All that a kind draws from but what is personal: the result of `round` (NULL: none is
 * asked), if this reader may see it, the one before it, and when a pause is over.  `item`
 * is the activity's own on the agenda `s`. */
enum outcome drawing_read(const struct asked *, const struct samling *s,
                          const struct item *item, const struct activity *,
                          const struct round *, struct drawing *) MUST;

/* The only way a round changes phase.  `from` is what the caller saw.  ready -> open
 * makes it (stage, nr) first. */
enum outcome round_open(struct req *, const struct activity *, size_t stage, int nr) MUST;
enum outcome round_close(struct req *, const struct activity *, int64_t round) MUST;
enum outcome round_show(struct req *, const struct activity *, int64_t round, bool shown) MUST;

/* Kinds that outlast their item (kind.h): a round that is open when the item is left stays
 * so, for those who answer later, until so long after the samling has ended. */
#define ROUND_KEPT_HOURS 48
struct kept_round {
	int64_t id, until;          /* wall ms: it closes by itself                  */
	struct item item;           /* what stands on its own row                    */
};
enum outcome round_keep(struct req *, const struct activity *, int64_t round) MUST;
/* The samling has ended: the time of those kept begins now. */
enum outcome rounds_kept_on(struct req *) MUST;
/* An item is under way again. */
enum outcome rounds_taken_up(struct req *, int64_t punkt) MUST;
/* The one that can be answered at this time though its item is not under way; NULL: none. */
enum outcome kept_round_read(struct store *, struct arena *, int64_t samling, int64_t ms,
                             const struct kept_round **) MUST;
/* Closes those whose time is out; a turn of its own at the store.  At start, and every
 * minute after that. */
void activity_upkeep(struct site *);

/* Moves the end of the countdown; seconds may be negative.  Starts one if none runs. */
enum outcome round_time(struct req *, const struct activity *, int64_t round, int seconds) MUST;

/* Kinds with steps: the only way a step begins.  `from` is the one the caller saw
 * (OUTCOME_CONFLICT when it is another by now); a countdown of so many seconds starts with
 * it, 0: none.  A step may be set to itself: its clock begins again. */
enum outcome step_set(struct req *, const struct activity *, int from, int to,
                      int seconds) MUST;
/* The step `to` with a clock that was stopped: `ends` may have passed; 0: none. */
enum outcome step_resume(struct req *, const struct activity *, int to, int64_t ends,
                         int64_t total) MUST;
/* Moves the end of the step's countdown, or starts one; seconds may be negative. */
enum outcome step_time(struct req *, const struct activity *, int seconds) MUST;

/* The countdown that runs now, of an open round or of a step; false: none, or a kind that
 * draws it itself. */
bool activity_clock(const struct activity *, const struct round *, int64_t *ends,
                    int64_t *total);

/* Does what `handling` names among the kind's acts, if `rights` cover it.  OUTCOME_NOT_FOUND:
 * the kind has no such act. */
enum outcome activity_act(struct req *, const struct activity *, uint32_t rights,
                          const char *handling, const char **message) MUST;

/* One phone's answer to an open round; a later one replaces it.  OUTCOME_INVALID with
 * *error a msgid; OUTCOME_CONFLICT: the round is closed. */
enum outcome answer_put(struct req *, const struct activity *, const struct round *,
                        const struct answer_form *, const char **error) MUST;
/* What this phone has answered so far (open rounds only); *mine NULL: nothing. */
enum outcome answer_mine(struct req *, const struct activity *, const struct round *,
                         const struct answer_form **mine) MUST;

/* One stored line in words: the label of the choice it is, else the text itself; NULL when
 * the stage has no texts and the choice is gone. */
const char *answer_label(const struct activity *, size_t stage, const char *line);
bool answer_is_choice(const struct activity *, size_t stage, const char *line);

/* Hands counted in the hall for one choice. */
#define HANDS_MAX 2000
enum outcome answer_hands(struct req *, const struct activity *, int64_t round,
                          const char *value, int64_t hands) MUST;

/* A text is held back from, or let onto, every screen; of a word also all it is made of. */
enum outcome text_judge(struct req *, const struct activity *, const char *folded,
                        enum verdict) MUST;

/* At start: destroys secrets of rounds that are not open, and closes open rounds whose
 * secret is gone (a restored backup). */
enum outcome activity_mend(struct site *, struct arena *) MUST;

#endif
