/* kortslag.h - what the kinds with cards share: kjoereregler, forventninger and prikker.
 *
 * A cards item has up to two stages: the hall writes, and the hall gives dots.  Between them
 * the leader makes cards of what was written, merges and words them; after them the hall
 * adopts, by dots from two of three or as the leader ticks them off.  The item that follows
 * up asks one thing instead: how each adopted rule went.
 *
 * Where it stands is activity.step: how many rounds have been taken care of, whether the
 * wall has what was adopted, and which page of a long list it has. */
#ifndef APP_AKTIVITET_SLAG_KORTSLAG_H
#define APP_AKTIVITET_SLAG_KORTSLAG_H

#include "app/aktivitet/aktivitet.h"
#include "app/aktivitet/slag/felles.h"
#include "app/kort/kort.h"

/* ---- stages (kortslag.c) ---- */

enum card_stage { CARD_STAGE_WRITE, CARD_STAGE_DOTS, CARD_STAGE_GRADES };
enum card_stage card_stage(const json_t *config, size_t stage);

#define DOTS_MOST 8
#define CARD_WRITTEN 300        /* letters, at most, of what is written on a phone */

extern const struct config_field cards_fields[];
bool cards_check(json_t *config, const char **where, const char **error);
void cards_words(json_t *config, enum lang);
size_t cards_stages(const json_t *config);
bool cards_writes(const json_t *config, size_t stage);
const char *cards_question(const json_t *config, size_t stage);
bool cards_follow(const struct kind *earlier);
enum outcome cards_load(struct store *, struct arena *, struct activity *);
enum outcome cards_view_read(const struct asked *, const struct samling *,
                             const struct activity *, struct drawing *);
const char *cards_answer(struct arena *, const struct activity *, size_t stage,
                         const struct answer_form *, const char **error);
bool cards_choice(const struct activity *, size_t stage, size_t i, const char **value,
                  const char **label);

/* drawing.view */
struct card_view {
	enum role role;                 /* of the phone this is for               */
	const struct card_pair *pair;   /* suggestions; leaders only              */
	size_t n_pair;
	const struct card *last;        /* merged last; leaders only              */
};

/* ---- steps (kortsteg.c) ---- */

struct card_step {
	size_t handled;                 /* rounds                                 */
	bool adopted;                   /* what was adopted is on the wall        */
	size_t page;                    /* of the wall, from 0                    */
};
struct card_step card_step(const struct activity *);

const char *cards_step(struct arena *, enum lang, const struct activity *);
enum outcome cards_take_step(struct req *, const struct activity *);
const char *cards_step_back(struct arena *, enum lang, const struct activity *);
enum outcome cards_take_step_back(struct req *, const struct activity *);
/* On the cards, and besides: "kort_side 2", the second page of what the wall shows;
 * "kort_vegg 1", what was adopted, and "kort_vegg 0", all the cards again. */
extern const struct kind_act cards_acts[];

/* ---- lists (kortliste.c) ---- */

/* Two lists: what councillors write, and what the administration writes. */
bool cards_two_lists(const struct activity *);
/* "Til administrasjonen: " and "Til de folkevalgte: ", in the words of the samling. */
const char *cards_prefix(const json_t *config, enum role side);
const char *cards_without_prefix(const char *text, enum role *side);

struct card_row {
	const char *label, *value;
	const struct card *card;        /* NULL: typed in the config              */
	const struct tally_line *line;  /* its dots; NULL: none to show           */
	int64_t grade[3];               /* better, the same, worse                */
	size_t place;                   /* in the order in which they were written */
};
struct card_list {
	struct card_row *row;
	size_t n;
};
/* The rows of one list of those that may be shown; with a tally those with most dots first,
 * and with `adopted` only what was adopted. */
struct card_list cards_list(struct arena *, const struct drawing *, enum role side, bool adopted);

/* The same without a result, as phones choose among them; of prikker all its choices. */
struct card_list cards_to_choose(struct arena *, const struct drawing *, enum role side);
/* The same of a kind whose choices are all cards. */
struct card_list cards_of_choices(struct arena *, const struct drawing *);

/* What the wall shows. */
enum card_face { FACE_WRITE, FACE_CARDS, FACE_DOTS, FACE_ADOPTED, FACE_GRADES };
enum card_face cards_face(const struct drawing *);

/* How a list is set on the wall: class kort-N, and which rows are on this page. */
struct card_page {
	int setting;
	struct { size_t from, to; } cut[2];
	size_t page, pages;
};
struct card_page cards_fit(const struct drawing *, const struct card_list *list,
                           size_t n_list, size_t page, enum card_face);
size_t cards_pages(struct arena *, const struct drawing *);

/* The other texts that were merged into a card, one at a time; NULL after the last. */
const char *card_original(const struct drawing *, const struct card *, size_t i);

/* ---- pictures (kortslag.c) ---- */

void cards_phone(struct out *, const struct drawing *);
void cards_wall(struct out *, const struct drawing *);
void cards_result(struct out *, const struct drawing *);
void cards_panel(struct out *, const struct drawing *);
void cards_edit(struct out *, const json_t *config);

/* What kjoereregler and forventninger have alike in their rows. */
#define CARDS_ROW \
	.answers = true, .texts = true, .before_rounds = true, .one_level = true, \
	.level = LEVEL_ANONYMOUS, .fields = cards_fields, .check = cards_check, \
	.words = cards_words, .stages = cards_stages, .writes = cards_writes, \
	.question = cards_question, \
	.follows = cards_follow, .load = cards_load, .answer = cards_answer, \
	.choice = cards_choice, .step = cards_step, .take_step = cards_take_step, \
	.step_back = cards_step_back, .take_step_back = cards_take_step_back, \
	.read = cards_view_read, .acts = cards_acts, .panel = cards_panel, \
	.phone = cards_phone, .wall = cards_wall, .result = cards_result, .edit = cards_edit

#endif
