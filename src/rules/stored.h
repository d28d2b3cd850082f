/* stored.h - the numbers that stand in the database.
 *
 * Each enum here is a column of src/store/schema/0001-start.sql.  Append only:
 * a value is never renumbered or used for something else, for old files and
 * exports keep it.  The asserts are the lock; a new value gets one too.
 */
#ifndef RULES_STORED_H
#define RULES_STORED_H

/* runde.fase: one time of asking. */
enum round_phase {
	ROUND_READY = 0,        /* made, nobody can answer yet                      */
	ROUND_OPEN = 1,         /* answers are taken and may be changed             */
	ROUND_CLOSED = 2,       /* nothing is taken; the key to the answers is gone */
	ROUND__MAX
};

/* punkt.vis: when the hall sees the result. */
enum show {
	SHOW_HIDDEN = 0,        /* not until the facilitator reveals it             */
	SHOW_LIVE = 1,          /* it grows on the wall while the round is open     */
	SHOW__MAX
};

/* punkt.nivaa: who an answer can be tied to; fixed when the punkt is made. */
enum level {
	LEVEL_OPEN = 0,         /* with the name of the one who answers             */
	LEVEL_GROUP = 1,        /* with a group, never with a person                */
	LEVEL_ANONYMOUS = 2,    /* with nobody                                      */
	LEVEL__MAX
};

/* moderering.vedtak: what was decided about a text; no row: nothing decided. */
enum verdict {
	VERDICT_APPROVED = 1,   /* may be shown, also where new texts wait          */
	VERDICT_HIDDEN = 2,     /* shown nowhere                                    */
	VERDICT__MAX
};

/* ordangre.hva: what a change of a cloud's words was about. */
enum word_change {
	WORD_HEAD = 0,          /* ordvalg: the word that a word is shown with      */
	WORD_NAME = 1,          /* ordnavn                                          */
	WORD_PAIR = 2,          /* ordpar: the same or not                          */
	WORD_VERDICT = 3,       /* moderering                                       */
	WORD_CHANGE__MAX
};

/* deltaker.rolle and navneliste.rolle: in what capacity somebody takes part. */
enum role {
	ROLE_FOLKEVALGT = 0,    /* an elected councillor                            */
	ROLE_ADMINISTRASJON = 1,/* employed by the municipality                     */
	ROLE_ANNET = 2,         /* anybody else in the hall                         */
	ROLE__MAX
};

/* navneliste.frammoete: whether somebody on the roster is in the hall. */
enum presence {
	PRESENCE_UNSAID = 0,  /* nobody has said                                  */
	PRESENCE_PRESENT = 1,
	PRESENCE_AWAY = 2,    /* whatever a phone says                            */
	PRESENCE__MAX
};

/* taler.slag: in what form somebody speaks. */
enum speech {
	SPEECH_INNLEGG = 0,
	SPEECH_REPLIKK = 1,     /* a reply to the speech under way                   */
	SPEECH_SAKSOPPLYSNING = 2,      /* a fact of the matter, as short as a reply */
	SPEECH_FORRETNINGSORDEN = 3,    /* how the matter is dealt with: goes first  */
	SPEECH__MAX
};

/* taler.fase */
enum speaker_phase {
	SPEAKER_WAITING = 0,
	SPEAKER_SPEAKING = 1,   /* at most one in an item                            */
	SPEAKER_DONE = 2,
	SPEAKER__MAX
};

/* kort.status: what was decided about a card. */
enum card_status {
	CARD_OPEN = 0,          /* nothing yet                                      */
	CARD_HIDDEN = 1,        /* shown nowhere                                    */
	CARD_ADOPTED = 2,       /* the hall has agreed on it                        */
	CARD__MAX
};

/* samling.fase: how far a gathering has come. */
enum samling_phase {
	PHASE_DRAFT = 0,        /* being written; the code does not let anybody in  */
	PHASE_READY = 1,        /* the programme is agreed                          */
	PHASE_LIVE = 2,         /* under way                                        */
	PHASE_ENDED = 3,        /* over; the report remains                         */
	PHASE__MAX
};

/* person.rolle: why somebody has a login. */
enum staff_role {
	STAFF_PROGRAMLEDER = 0, /* the whole programme                              */
	STAFF_KOORDINATOR = 1,  /* the bookings of a region                         */
	STAFF_VEILEDER = 2,     /* prosessveileder: leads the samlinger given them  */
	STAFF_KONTAKT = 3,      /* speaks for one municipality                      */
	STAFF__MAX
};

/* lenke.slag: what a secret address opens. */
enum link_kind {
	LINK_SETUP = 0,         /* makes the first programleder; once               */
	LINK_LOGIN = 1,         /* logs a person in; once                           */
	LINK_CONSOLE = 2,       /* the console of one samling                       */
	LINK_WALL = 3,          /* its wall, only to look at                        */
	LINK_WALL_CLICKER = 4,  /* its wall, where next and back work               */
	LINK_REMOTE = 5,        /* a phone that can go next and back                */
	LINK__MAX
};

/* grupperegel.slag: what must hold of two people in every round of groups.  The last is of a
 * person and a group, and is stored as a place (gruppeplass.laast). */
enum group_rule {
	GROUP_RULE_APART = 0,   /* hver for seg                                     */
	GROUP_RULE_TOGETHER = 1,/* sammen                                           */
	GROUP_RULE_LOCKED = 2,
	GROUP_RULE__MAX
};

#define STORED(name, value) _Static_assert((name) == (value), "stored value: " #name)

STORED(ROUND_READY, 0);
STORED(ROUND_OPEN, 1);
STORED(ROUND_CLOSED, 2);
STORED(SHOW_HIDDEN, 0);
STORED(SHOW_LIVE, 1);
STORED(LEVEL_OPEN, 0);
STORED(LEVEL_GROUP, 1);
STORED(LEVEL_ANONYMOUS, 2);
STORED(VERDICT_APPROVED, 1);
STORED(VERDICT_HIDDEN, 2);
STORED(ROLE_FOLKEVALGT, 0);
STORED(ROLE_ADMINISTRASJON, 1);
STORED(ROLE_ANNET, 2);
STORED(PRESENCE_UNSAID, 0);
STORED(PRESENCE_PRESENT, 1);
STORED(PRESENCE_AWAY, 2);
STORED(SPEECH_INNLEGG, 0);
STORED(SPEECH_REPLIKK, 1);
STORED(SPEECH_SAKSOPPLYSNING, 2);
STORED(SPEECH_FORRETNINGSORDEN, 3);
STORED(SPEAKER_WAITING, 0);
STORED(SPEAKER_SPEAKING, 1);
STORED(SPEAKER_DONE, 2);
STORED(CARD_OPEN, 0);
STORED(CARD_HIDDEN, 1);
STORED(CARD_ADOPTED, 2);
STORED(PHASE_DRAFT, 0);
STORED(PHASE_READY, 1);
STORED(PHASE_LIVE, 2);
STORED(PHASE_ENDED, 3);
STORED(STAFF_PROGRAMLEDER, 0);
STORED(STAFF_KOORDINATOR, 1);
STORED(STAFF_VEILEDER, 2);
STORED(STAFF_KONTAKT, 3);
STORED(LINK_SETUP, 0);
STORED(LINK_LOGIN, 1);
STORED(LINK_CONSOLE, 2);
STORED(LINK_WALL, 3);
STORED(LINK_WALL_CLICKER, 4);
STORED(LINK_REMOTE, 5);
STORED(WORD_HEAD, 0);
STORED(WORD_NAME, 1);
STORED(WORD_PAIR, 2);
STORED(WORD_VERDICT, 3);
STORED(GROUP_RULE_APART, 0);
STORED(GROUP_RULE_TOGETHER, 1);
STORED(GROUP_RULE_LOCKED, 2);

#undef STORED

#endif
