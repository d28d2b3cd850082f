/* inside.h - what the files of the rostrum share. */
#ifndef APP_TALER_INSIDE_H
#define APP_TALER_INSIDE_H

#include "app/aktivitet/slag/felles.h"
#include "app/taler/taler.h"
#include "app/telefon/telefon.h"
#include "web/html.h"

/* Does this place belong to the phone or to the name it has said? */
bool rostrum_own(const struct taler *, const void *seat, int64_t name);
/* That person's place in the queue, of speeches or of what interrupts; or NO_SPEAKER. */
size_t rostrum_waiting(const struct rostrum *, const void *seat, int64_t name, bool replies);

/* Names on the roster into v->choice, of a role or (NULL) of all. */
enum outcome rostrum_choices(struct store *, struct arena *, int64_t samling,
                             const enum role *, struct rostrum_view *v) MUST;
/* The one of them with that name, however it is written; or NULL. */
const struct roster_choice *rostrum_known(struct arena *, const struct rostrum_view *,
                                          const char *name);

/* One more in the queue. */
struct newcomer {
	const struct roster_choice *name;       /* NULL: `said`                      */
	const char *said;
	const void *seat;               /* NULL: put there by a leader               */
	enum role role;
	enum speech speech;
};
enum outcome rostrum_add(struct req *, const struct activity *,
                         const struct newcomer *) MUST;

/* "replikk" and the like, as in the acts; false: no such form. */
bool speech_find(const char *name, enum speech *);
const char *speech_label(enum speech);          /* msgid                        */

/* What somebody of that role is asked to say; "". */
const char *speaker_asked(const json_t *config, enum role);

/* What the clock says: "0:48", "+0:12". */
char *speaker_clock(struct arena *, int64_t left_ms);
/* "12 min", "1 min 20 s": how much time was used. */
char *speaker_spent(struct arena *, int64_t ms);

/* drawing.view; where nothing was read, an empty list. */
const struct rostrum_view *rostrum_seen(const struct drawing *);

/* A presentasjonsrunde where nobody has been called, also before what is forgotten: "next"
 * fetches the names. */
bool rostrum_unbegun(const struct rostrum *);

/* What this reader may call row `at`: the name, or only the role. */
const char *speaker_shown(enum lang, const struct rostrum_view *, size_t at);

/* Those who have spoken, by name, for the leader's console. */
struct rostrum_person { const char *said; size_t n; int64_t ms; };
size_t rostrum_persons(struct arena *, const struct rostrum *, int64_t ms,
                       const struct rostrum_person **out);

/* An act of a phone and those of leaders; see struct kind_act. */
enum outcome rostrum_ask(struct req *, const struct activity *, const char *arg,
                         const char **message) MUST;
enum outcome rostrum_withdraw(struct req *, const struct activity *, const char *arg,
                              const char **message) MUST;

#endif
