/* tally_scene.h - one activity under way, and the doors as a leader and the phones use them. */
#ifndef TEST_TALLY_SCENE_H
#define TEST_TALLY_SCENE_H

#include "site_help.h"

#include "app/aktivitet/aktivitet.h"

#define VOTE "{\"spoersmaal\": \"Hva?\", \"valg\": [\"A\", \"B\", \"C\"], \"flere\": 1}"
#define VOTE_TWO "{\"spoersmaal\": \"Hva?\", \"valg\": [\"A\", \"B\", \"C\"], \"flere\": 2}"
#define WORDS "{\"spoersmaal\": \"Hva?\", \"ord\": 3}"
#define CARDS "{\"spoersmaal\": \"Hva?\", \"samle\": true, \"tegn\": 160, \"svar\": 3, " \
	"\"prikker\": 3, \"totredel\": false, \"oppfoelging\": false}"
#define DILEMMA "{\"spoersmaal\": \"\", \"deler\": [\"x\", \"y\"], \"foerste_igjen\": true, " \
	"\"roedt\": \"\", \"groent\": \"\"}"

extern struct site_test *t;
extern int64_t punkt;
extern struct activity a;           /* as it was when a request last began */

/* A site with no pages, for each test. */
int tally_open(void **state);
int tally_close(void **state);
#define T(name) cmocka_unit_test_setup_teardown(name, tally_open, tally_close)

/* An item in a samling that is live; nobody has answered. */
void under_way(const char *kind, const char *config, enum level, enum show);

/* A request that may do everything, with `a` read again; end() commits. */
struct req begin(void);
void end(struct req *);

void open_round(size_t stage, int nr);
void close_round(void);
void show_round(bool shown);

/* The phone with this number answers, for the first time or anew. */
enum outcome phone_says(int phone, const char *what, const char **error);
/* The next phone answers, which must be taken. */
void say(const char *what);
void say_times(int n, const char *what);
/* The same of a text, and the list it is for (NULL: none). */
void write_times(int n, const char *text, const char *list);

/* The result of the newest round, NULL when this reader may not see it. */
const struct tally *seen_by(enum reader);
int64_t counter(enum reader);
int64_t count_of(const struct tally *, const char *label);      /* -1: no such line */
int64_t sum(const struct tally *);

#endif
