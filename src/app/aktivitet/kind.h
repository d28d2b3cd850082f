/* kind.h - the kinds of items an agenda can have.
 *
 * A kind is one file in slag/ and one row in kind_table[].  Everything else -
 * rounds, countdowns, anonymity, moderation, counters, screens, report, export - is the
 * same for all and asks the row.  test/unit/test_kinds.c runs one battery over all.
 *
 * The config of an item ("oppsett" in files and in the database) is a JSON object that
 * kind_setup() has accepted: drawing and answering may trust it.
 */
#ifndef APP_AKTIVITET_KIND_H
#define APP_AKTIVITET_KIND_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rules/stored.h"
#include "store/right.h"
#include "store/store.h"
#include "web/html.h"

struct activity;
struct arena;
struct asked;
struct comparison;
struct config_field;
struct form;
struct memory;
struct ordsky_raw;
struct ordsky_word;
struct req;
struct round;
struct samling;
struct tally;

/* What came from the phone's form; empty texts are already gone.  Choices are the fields
 * "valg" and "ogsaa", which may come several times, and "v1" to "v8", each a group of radio
 * buttons. */
struct answer_form {
	const char *const *choice;
	size_t n_choice;
	const char *const *text;        /* field "tekst" */
	size_t n_text;
};
#define ANSWER_GROUPS 8

/* What a kind draws from, made by drawing_read() (app/aktivitet/aktivitet.h).  The
 * release gate has been passed: `tally` is NULL when this reader may not see a result now.
 * What is personal, `mine` and `error`, the phone fills in afterwards, and each screen the
 * path of its pictures. */
struct drawing {
	const struct activity *a;
	const struct round *round;      /* NULL: not asked yet                        */
	const struct tally *tally;
	const struct tally *before;     /* the same stage asked earlier, or NULL      */
	const struct activity *earlier; /* of `before`, when that was another item    */
	const struct comparison *compared; /* councillors beside administration, or NULL */
	struct memory *memory;          /* pictures keep their places; NULL: nowhere  */
	int64_t ends, total;            /* pauses: back at, wall ms, and how long; 0  */
	size_t most;                    /* lines in a list; 0: all                    */
	const char *alt;                /* what its picture shows; NULL: has none     */
	const char *pictures;           /* the path they lie under; NULL: the page
	                                   that this goes to says it (direkte.js)     */
	const struct answer_form *mine; /* phone: what this person answered, or NULL  */
	const char *error;              /* phone: msgid of what was wrong, or NULL    */
	const void *view;               /* what kind->read() made for this reader     */
	const char *mark;               /* personal kinds: see kind->read()           */
	const char *act_path, *token;   /* phone: where the forms of its acts go; or
	                                   NULL: draw nothing to press                */
	int64_t ms;                     /* the server's wall clock                    */
};

/* Something a person may do with an item besides answering: ask to speak, take the pen,
 * merge two cards.  It comes as the field "handling": "ta_ordet 17" is the act "ta_ordet"
 * with "17".  The item is under way when fn() is called.  fn() writes, notes what leaders
 * did, and ends with samling_changed(); done twice it does no more than once, for a phone
 * sends again what it has no reply to.  OUTCOME_INVALID with *message a msgid. */
struct kind_act {
	const char *name;               /* NULL ends the list; no act of styr.c       */
	enum right right;               /* _PARTICIPANT, or _LEADER, or _REMOTE (and
	                                   leaders)                                   */
	enum outcome (*fn)(struct req *, const struct activity *, const char *arg,
	                   const char **message);
};

/* For the item's title and note, where they are empty; NULL: nothing. */
struct fetched { const char *title, *note; };

struct kind {
	const char *name;               /* stored; never renamed                      */
	const char *label;              /* msgid: "Ordsky"                            */
	const char *icon;               /* name in web/ikon.html                      */
	bool answers;                   /* asks the hall something                    */
	bool texts;                     /* answers may hold words people write; in which
	                                   stages: writes()                           */
	bool picture;                   /* its oppsett may name one: app/bilde        */
	bool before_rounds;             /* wall() has something to show before the first round */
	bool one_tap;                   /* phone() draws the buttons that send        */
	bool leaders_first;             /* they see the result while a round is open  */
	bool confidential;              /* only those who lead see a result           */
	bool outlasts;                  /* its round may stay open when the item is left */
	bool one_level;                 /* what is written is always tied to ...      */
	enum level level;               /* ... this; false: anonymous or open         */
	bool clock;                     /* draws the clock of its steps itself        */
	bool alike;                     /* phones all show the same: what the stream
	                                   brings is whole, and the mark of read() only
	                                   says that it is another                     */

	/* The fields of an "oppsett" (slag/felles.h), and what must hold besides: check() may
	 * put a value in its one form, or say false with *error a msgid and *where the field's
	 * name.  NULL: nothing more. */
	const struct config_field *fields;
	bool (*check)(json_t *config, const char **where, const char **error);
	/* Puts our words, in the samling's language, where a text may stay empty.
	 * activity_read() has called it; what is stored stays empty.  NULL: nothing to do. */
	void (*words)(json_t *config, enum lang);

	/* How many stages (NULL: one), and whether the first is asked again. */
	size_t (*stages)(const json_t *config);
	bool (*first_again)(const json_t *config);
	/* Is it words that this stage asks for?  Those who lead read them while the round is
	 * open, to hide what should not be shown; counts of a hidden round nobody reads then.
	 * NULL: in a kind with texts every stage. */
	bool (*writes)(const json_t *config, size_t stage);
	/* What a stage tells before it asks, for the report; NULL, or NULL of it: nothing. */
	const char *(*story)(const json_t *config, size_t stage);
	/* The heading of a stage, in the samling's language; NULL: the item's title. */
	const char *(*question)(const json_t *config, size_t stage);

	/* May it go on from an earlier item of that kind: ask it again, show it again, work on
	 * with what came of it?  NULL: a question, from one of its own kind. */
	bool (*follows)(const struct kind *earlier);

	/* What its choices and its steps are made of besides the config, to a->state: cards,
	 * groups, speakers.  All of it; who may see what is read()'s matter.  NULL: nothing. */
	enum outcome (*load)(struct store *, struct arena *, struct activity *);

	/* One person's answer as stored: lines parted by \n, in arena memory; or NULL with
	 * *error a msgid.  NULL function: kind does not take answers.  A line that is a
	 * choice's value counts for it; any other is a text, if the kind has texts. */
	const char *(*answer)(struct arena *, const struct activity *, size_t stage,
	                      const struct answer_form *, const char **error);
	/* The lines a tally always has, first and in order, also with no votes: value and
	 * label of choice i of a stage; false after the last.  NULL: free texts alone. */
	bool (*choice)(const struct activity *, size_t stage, size_t i, const char **value,
	               const char **label);

	/* Which of the texts are the same, as ord_group() in rules/ord/ord.h, in `scratch`.  NULL:
	 * those that are equal when folded. */
	enum outcome (*merge)(const struct asked *, const struct activity *,
	                      struct arena *scratch, const struct ordsky_raw *, size_t n_raw,
	                      struct ordsky_word **, size_t *n);

	/* Kinds that go on by themselves or by steps (phases of group work, speakers): what
	 * "next" would do now, in words, translated, maybe in the arena; NULL: nothing more,
	 * and "next" goes on to the rounds and the next item.  take_step() does it.
	 * a->step is where it stands; step_set() moves it (aktivitet.h).  NULL: no steps. */
	const char *(*step)(struct arena *, enum lang, const struct activity *);
	enum outcome (*take_step)(struct req *, const struct activity *);
	/* The same for "back": what it would take back of the steps, as long as nothing that
	 * was decided or answered goes with it; NULL: nothing, and "back" goes on to the
	 * rounds and the item before. */
	const char *(*step_back)(struct arena *, enum lang, const struct activity *);
	enum outcome (*take_step_back)(struct req *, const struct activity *);

	/* Makes d->view of what this reader may see; with asked->seat also what is that
	 * person's own.  In a kind where phones differ, d->mark is a short text that changes
	 * when phones should fetch their own page again.  NULL: drawing needs no more. */
	enum outcome (*read)(const struct asked *, const struct samling *,
	                     const struct activity *, struct drawing *);
	const struct kind_act *acts;    /* NULL: none                                 */
	/* The kind's own tools on the console, inside a form for its acts: buttons named
	 * "handling", one text field "tekst".  NULL: none. */
	void (*panel)(struct out *, const struct drawing *);

	/* Kinds whose result is not counts of choices (means of a scale): may what it draws of
	 * these two groups be shown?  Its own pictures draw d->compared and, when the item goes on
	 * from an earlier one, d->before.  NULL: compare_hide() decides and sammenligning.html
	 * draws. */
	bool (*compare)(const struct activity *, const struct tally *, struct comparison *);

	/* Pictures; none is NULL.  `phone` draws the fields of the form (the form element,
	 * the button and the clock are drawn for all kinds alike), or what there is to read.
	 * `wall` draws one <div class="flate"> that fills the room under the question.
	 * `result` draws a table or list for console, phone and report; nothing without a
	 * tally, but for kinds that take no answers, or that have before_rounds: what they
	 * show, in small. */
	void (*phone)(struct out *, const struct drawing *);
	void (*wall)(struct out *, const struct drawing *);
	void (*result)(struct out *, const struct drawing *);
	/* What leaders have told of it besides, by its steps; nothing until they have.  Phones have
	 * it under the result, the report after the rounds.  NULL: nothing. */
	void (*told)(struct out *, const struct drawing *);

	/* The editor: draws a field "o_NAME" for each of `fields`, as kind_from_form() reads
	 * them; of pictures nothing, they have a page of their own. */
	void (*edit)(struct out *, const json_t *config);
	/* Kinds with a library: the editor has a button with formaction="hent" that draws the form
	 * anew.  Puts into the config what `id` (the field "o_hent") names, if anything. */
	struct fetched (*fetch)(json_t *config, enum lang, const char *id);
};

/* The fields that kinds' editors use; the editor's page takes them all. */
#define KIND_FORM_FIELDS \
	{ "o_oppgave", FIELD_LINES, .max = 2000 }, { "o_oppgave_adm", FIELD_LINES, .max = 2000 }, \
	{ "o_antall", FIELD_INT, .min = 0, .max = 60 }, \
	{ "o_stoerrelse", FIELD_INT, .min = 2, .max = 20 }, \
	{ "o_alene", FIELD_INT, .min = 0, .max = 60 }, \
	{ "o_runde", FIELD_INT, .min = 0, .max = 120 }, \
	{ "o_enighet", FIELD_INT, .min = 0, .max = 120 }, \
	{ "o_plenum", FIELD_INT, .min = 0, .max = 10 }, \
	{ "o_punkter", FIELD_INT, .min = 0, .max = 5 }, \
	{ "o_yngst_leder", FIELD_FLAG }, { "o_hver_for_seg", FIELD_FLAG }, \
	{ "o_spoersmaal", FIELD_TEXT, .max = 300 }, { "o_tekst", FIELD_LINES, .max = 2000 }, \
	{ "o_lenke", FIELD_TEXT, .max = 500 }, { "o_lenketekst", FIELD_TEXT, .max = 120 }, \
	{ "o_valg", FIELD_LINES, .max = 1600 }, { "o_flere", FIELD_INT, .min = 1, .max = 12 }, \
	{ "o_ord", FIELD_INT, .min = 1, .max = 10 }, \
	{ "o_tegn", FIELD_INT, .min = 10, .max = 1000 }, \
	{ "o_svar", FIELD_INT, .min = 1, .max = 3 }, { "o_deler", FIELD_LINES, .max = 12100 }, \
	{ "o_foerste_igjen", FIELD_FLAG }, { "o_roedt", FIELD_TEXT, .max = 60 }, \
	{ "o_groent", FIELD_TEXT, .max = 60 }, \
	{ "o_utsagn", FIELD_LINES, .max = 1000 }, { "o_ordsett", FIELD_TEXT, .max = 20 }, \
	{ "o_lav", FIELD_TEXT, .max = 40 }, { "o_hoey", FIELD_TEXT, .max = 40 }, \
	{ "o_om", FIELD_TEXT, .max = 20 }, { "o_riktig", FIELD_TEXT, .max = 30 }, \
	{ "o_forklaring", FIELD_LINES, .max = 600 }, { "o_kilde", FIELD_TEXT, .max = 120 }, \
	{ "o_stander", FIELD_LINES, .max = 4900 }, { "o_temaer", FIELD_LINES, .max = 1000 }, \
	{ "o_neste", FIELD_LINES, .max = 1000 }, \
	{ "o_samle", FIELD_FLAG }, { "o_prikker", FIELD_INT, .min = 0, .max = 8 }, \
	{ "o_totredel", FIELD_FLAG }, { "o_oppfoelging", FIELD_FLAG }, \
	{ "o_sekunder", FIELD_INT, .min = 10, .max = 1800 }, \
	{ "o_replikk", FIELD_INT, .min = 10, .max = 600 }, \
	{ "o_replikker", FIELD_INT, .min = 0, .max = 20 }, \
	{ "o_telefon", FIELD_FLAG }, { "o_orden", FIELD_FLAG }, { "o_navn", FIELD_FLAG }, \
	{ "o_lyd", FIELD_FLAG }, { "o_partivis", FIELD_FLAG }, \
	{ "o_tekst_adm", FIELD_LINES, .max = 2000 }, { "o_organ", FIELD_TEXT, .max = 20 }, \
	{ "o_plasser", FIELD_INT, .min = 1, .max = 99 }, \
	{ "o_lister", FIELD_LINES, .max = 20000 }, { "o_skriftlig", FIELD_FLAG }, \
	{ "o_sak", FIELD_TEXT, .max = 60 }, { "o_hent", FIELD_TEXT, .max = 60 }, \
	{ "o_verv", FIELD_TEXT, .max = 20 }, { "o_kandidater", FIELD_LINES, .max = 700 }, \
	{ "o_kort", FIELD_TEXT, .max = 40 }

extern const struct kind *const kind_table[];   /* NULL ends */
const struct kind *kind_find(const char *name); /* NULL: no such kind */
bool kind_follows(const struct kind *, const struct kind *earlier);

/* Accepts an "oppsett": returns it complete and canonical (new reference), or NULL with
 * *error a msgid and *where the field's name.  A result is its own result. */
json_t *kind_setup(const struct kind *, const json_t *in, const char **where,
                   const char **error);
/* What the editor shows of a new item: absent numbers and flags are what they mean.  Texts are
 * absent, so it need not be accepted.  New reference. */
json_t *kind_new_setup(const struct kind *);
/* What the editor sent, for kind_setup(); a number that was not written is left out.  New
 * reference. */
json_t *kind_from_form(const struct kind *, const struct form *);

#endif
