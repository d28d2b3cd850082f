/* kort.h - cards: what groups and people have written, on the way to what the hall adopts.
 *
 * A card is gathered (from groups, from the phones, typed by who leads), merged with those
 * that say the same, given dots, and adopted.  What was written is never changed: a merged
 * card keeps its text under the card it went into, and a wording of the leader's stands beside
 * the original.  Nothing tells which phone wrote a card.
 *
 * An item that goes on from an earlier one of its samling works on the same cards.  An item
 * about one of an earlier samling sees what was adopted there, and changes nothing.
 */
#ifndef APP_KORT_KORT_H
#define APP_KORT_KORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "app/aktivitet/aktivitet.h"
#include "rules/stored.h"

struct page;
struct req;

#define CARD_LETTERS 300                /* in a text of the leader's              */

struct card {
	int64_t id, punkt;              /* the item in which it was written       */
	const char *value;              /* the id as text: a choice               */
	const char *text;               /* as written                             */
	const char *wording;            /* as the leader words it; ""             */
	const char *label;              /* the wording, else the text             */
	enum role side;                 /* whose list                             */
	int64_t group;                  /* its number; 0: none                    */
	const struct card *into;        /* merged into this one; NULL: its own    */
	const struct card *head;        /* the one it is shown as: itself, or the
	                                   last of those that `into` leads to     */
	int merged;                     /* the later, the higher; 0: is not       */
	enum card_status status;
	bool held;                      /* moderation holds the text back         */
	bool had_dots;                  /* before it was merged or hidden         */
	struct { const char *value, *label; } grade[3]; /* earlier: "17b", "Kom presis: Bedre" */
	size_t n_originals;             /* texts under it, its own too            */
};

/* What kind->load() leaves in a->state. */
struct cards {
	struct card *card;              /* oldest first                           */
	size_t n;
	const struct card **shown;      /* those that screens show                */
	size_t n_shown, n_adopted;
	const struct card **choice;     /* those of a dots round: the shown ones, then
	                                   those gone since somebody gave them a dot */
	size_t n_choice;
	bool two_lists;                 /* by card.side; else that is the same in all */
	bool earlier;                   /* of an earlier samling: nothing can be changed */
};

/* The cards of an item, in two lists or all in one; with `grades` (what they are called:
 * better, the same, worse) those that the earlier samling adopted. */
enum outcome cards_read(struct store *, struct arena *, int64_t punkt, bool two_lists,
                        const char *const grades[3], const struct cards **) MUST;

/* By id; NULL: not among these. */
const struct card *cards_find(const struct cards *, int64_t id);

/* Stands by itself and may be shown. */
bool card_shown(const struct card *);

/* Is a text of a round, folded, what that card says, folded?  As it was written on the phone,
 * or with the name of its list in front. */
bool card_is(const char *line, const char *card);

/* A pair that may say the same, and has not been said no to. */
struct card_pair { const struct card *a, *b; };
size_t cards_alike(struct store *, struct arena *, int64_t punkt, const struct cards *,
                   struct card_pair **, enum outcome *) MUST;

/* The card that was merged last, for undoing; NULL: none. */
const struct card *cards_merged_last(const struct cards *);

/* What a leader does, on the console and on the page of the cards, as acts of the kinds
 * (struct kind_act).  What somebody else has changed meanwhile is OUTCOME_INVALID, with a
 * message that says so. */
#define CARD_ACT(name) \
	enum outcome name(struct req *, const struct activity *, const char *arg, \
	                  const char **message) MUST
CARD_ACT(card_add);             /* "0", "1": a card with the form's text, in that list */
CARD_ACT(card_merge);           /* "17 23": 23 goes into 17                            */
CARD_ACT(card_not_same);        /* "17 23": not suggested any more                     */
CARD_ACT(card_part);            /* "23": taken out again, and not suggested any more   */
CARD_ACT(card_hide);
CARD_ACT(card_show);
CARD_ACT(card_adopt);
CARD_ACT(card_strike);          /* adopted no longer                                   */
#undef CARD_ACT

/* The leader's own wording, "" for none; `seen` is the one it replaces. */
enum outcome card_word(struct req *, const struct activity *, int64_t id, const char *seen,
                       const char *wording, const char **message) MUST;

/* New cards of what was written in a round; `side_of` parts a text from its list, NULL: it
 * all stands in one.  *made is how many. */
typedef const char *(*card_side)(const char *text, enum role *side);
enum outcome cards_of_round(struct req *, const struct activity *, const struct round *,
                            card_side, size_t *made) MUST;

/* The texts of the item's rounds that are this card, or one merged into it, get a verdict: who
 * hides a card does not want it read in the list of what was written either. */
enum outcome cards_judge(struct req *, const struct activity *, const struct card *,
                         enum verdict) MUST;

/* All cards with dots from at least two of three in this round are adopted. */
enum outcome cards_adopt_carried(struct req *, const struct activity *, const struct round *,
                                 int dots, size_t *adopted) MUST;

/* The page of the cards of an item, and its poster. */
char *cards_path(struct arena *, const struct activity *);
char *cards_poster_path(struct arena *, const struct activity *);

extern const struct page kort_pages[];

#endif
