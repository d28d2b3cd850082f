/* rapport_scene.h - a samling that is led and answered, and its report. */
#ifndef TEST_RAPPORT_SCENE_H
#define TEST_RAPPORT_SCENE_H

#include "site_help.h"

#define LILLEVIK "9999"
#define ELSEWHERE "9998"
#define CHOICES "{\"spoersmaal\": \"%s\", \"valg\": [\"%s\", \"%s\"], \"flere\": 1}"
#define OPEN_QUESTION "{\"spoersmaal\": \"Hva er viktigst?\", \"tegn\": 300, \"svar\": 1}"
#define WORDS "{\"spoersmaal\": \"Hva venter du deg?\", \"ord\": 3}"
#define DILEMMA "{\"spoersmaal\": \"Er det greit?\", \"deler\": [\"En middag.\", \"En reise.\"], " \
	"\"foerste_igjen\": true, \"roedt\": \"Ikke greit\", \"groent\": \"Greit\"}"

/* One samling in Lillevik with somebody to lead it, and somebody in the hall. */
struct scene {
	struct site_test *t;
	int64_t samling;
	struct browser leader, contact, phone;
};

struct scene scene_open(void);

/* What a leader does on the console: aapne, lukk, vis, hender (three, for the choice
 * `text`), skjul and slipp (the text). */
void act(struct scene *, int64_t item, const char *what, int stage, const char *text);
void go(struct scene *, int64_t item);

/* A phone answers the newest round; or n new ones do, when its item has been opened. */
void answers(struct scene *, struct browser *, const char *field, const char *value);
void ask(struct scene *, int64_t item, const char *field, const char *value, int n);

/* A question with two choices. */
int64_t question(struct scene *, const char *title, const char *first, const char *second);

/* An evaluation that is over, in which six gave the first statement a five, and wrote
 * this.  (They see it who lead the samling, and nobody else.) */
#define SECRET_PRAISE "HEMMELIG ROS"
void evaluated(struct scene *);

/* A group work in which group 2 wrote "Bad for alle" and group 1 nothing, ground rules of which
 * "Vi lytter" (also written "Vi lyttar", merged) is adopted and "Vi er korte" is not, and a
 * rostrum where councillors had 90 seconds in 4 speeches. */
void worked(struct scene *);

/* `ending`: "", ".csv" or ".json". */
const char *report(struct scene *, struct browser *, const char *ending);
void release(struct scene *, const char *wanted);
/* What the hall reads on its phones when the report is released. */
const char *hall(struct scene *);

#define assert_says(body, text) assert_non_null(strstr(body, text))
#define assert_silent(body, text) assert_null(strstr(body, text))

#endif
