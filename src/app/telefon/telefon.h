/* telefon.h - the phone: join, answer, programme, report.
 *
 * A page with three sections that the stream replaces: #naa (the question or what to do
 * now), #resultat and #teller.  #naa is personal when it comes with the page or as the
 * reply to an answer, and shared in the stream; its data-k tells which question it is, and
 * the script keeps the personal one as long as the question is the same.
 */
#ifndef APP_TELEFON_TELEFON_H
#define APP_TELEFON_TELEFON_H

#include <stdbool.h>
#include <stdint.h>

#include "app/aktivitet/aktivitet.h"
#include "app/samling/samling.h"
#include "web/page.h"

struct buf;
struct live_key;

#define SEAT_BYTES 16           /* deltaker.id */

/* All that a phone shows. */
struct phone {
	const struct samling *s;
	const struct item *now;         /* NULL: nothing under way                 */
	const struct activity *a;       /* of `now`; NULL when there is none       */
	const struct round *round;      /* its newest, or NULL                     */
	struct drawing d;
	const char *token;              /* for the forms                           */
	bool own;                       /* one person's page, not what all share   */
	int64_t ms;                     /* the server's wall clock                 */
	int64_t people;                 /* answered, as may be said aloud          */
	const char *message;            /* msgid above the form, or NULL           */
	const struct answer_form *lost; /* what came too late, or NULL             */
	int64_t until;                  /* `now` is over, but its round is open until
	                                   this wall ms; 0: it is under way        */
	bool sent;                      /* d.mine is stored: show it, not the form */
};

/* Where the item is, for telling a phone in which somebody writes that it is elsewhere by
 * now: the phase of its round, or its step.  Speakers who come and go change nothing. */
int phone_phase(const struct phone *);
/* What such a phone is told; NULL: that a new question is open, as its page says. */
const char *phone_news(const struct phone *);

extern const struct page telefon_pages[];

/* Draws the shared sections for the event stream. */
bool telefon_draw(struct site *, const struct live_key *, struct arena *, struct buf *html,
                  int64_t *version);

#endif
