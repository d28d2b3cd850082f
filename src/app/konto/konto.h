/* konto.h - people with a login: the first one, logging in, who has which role.
 *
 * Nobody has a password.  A link that is sent or handed over is confirmed by a button
 * (POST) and spent exactly once; only its hash is kept.  Participants have no account.
 */
#ifndef APP_KONTO_KONTO_H
#define APP_KONTO_KONTO_H

#include "store/store.h"
#include "web/page.h"

extern const struct page konto_pages[];

/* While no person exists: the address, new each time, where the first programleder is
 * made; earlier ones die.  *url NULL: somebody exists.  Needs RIGHT_SYSTEM. */
enum outcome konto_setup_link(struct site *, struct arena *, const char **url) MUST;

/* An address that logs the person in, for a quarter of an hour, once; `til` is a path of
 * ours to go on to, or "".  OUTCOME_NOT_FOUND: nobody who may log in has this address. */
enum outcome konto_login_link(struct site *, struct arena *, const char *email,
                              const char *til, const char **url) MUST;

/* The path itself when it is one of our own, plain enough to stand in any address, else
 * `otherwise`: what somebody can be sent on to. */
const char *konto_local_path(const char *path, const char *otherwise);

/* An e-mail address as it is kept: in lower case. */
char *konto_email(struct arena *, const char *typed);

/* Ends the event streams that a login has open. */
enum outcome konto_end_screens(struct req *, int64_t session) MUST;

#endif
