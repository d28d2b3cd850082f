/* taler_scene.h - Lillevik's hall with a rostrum: people with names, and those without. */
#ifndef TEST_TALER_SCENE_H
#define TEST_TALER_SCENE_H

#include "konsoll_scene.h"

struct hall {
	struct day_scene d;
	int64_t round, list;            /* a presentasjonsrunde, a talerliste        */
	int64_t mayor_id, per_id, kari_id, director_id;         /* on the roster     */
	struct browser mayor, per, kari, director;      /* phones that have said it  */
	struct browser nameless;        /* a councillor's, who has said nothing      */
};

/* `config` is that of the talerliste, as kind_setup() makes it. */
#define LIST_CONFIG "{\"tekst\":\"\",\"sekunder\":120,\"replikk\":60,\"replikker\":2," \
	"\"telefon\":true,\"orden\":true,\"navn\":true,\"lyd\":false}"
struct hall hall_open(const char *config);
void hall_close(struct hall *);

/* A phone says whose it is. */
void hall_says(struct hall *, struct browser *, int64_t name);

/* The leader Anna goes to an item; presses "next"; does an act of the rostrum. */
void hall_goes_to(struct hall *, int64_t item);
void hall_next(struct hall *);
void hall_lead(struct hall *, const char *act);
/* An act with a text. */
struct answer hall_type(struct hall *, const char *act, const char *text);

/* A phone sends an act of the item under way; `text` may be NULL. */
struct answer hall_phone(struct hall *, struct browser *, const char *act, const char *text);
void hall_asks(struct hall *, struct browser *, const char *act);        /* is taken */

const char *phone_page_of(struct hall *, struct browser *);
const char *console_of(struct hall *);

/* The id of the place that this name or text has; the newest. */
int64_t place_of(struct hall *, const char *said);
/* "Kari Nordmann, Per Hansen": those who wait, in the order they will speak, by the wall. */
const char *queue_of(struct hall *);
const char *speaker_of(struct hall *);          /* "": nobody */

#endif
