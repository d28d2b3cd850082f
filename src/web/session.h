/* session.h - who is asking.
 *
 * Three kinds of secrets come with a request, and only hashes of them are kept:
 *   cookie "oekt"     a login of staff, or of somebody with a console link
 *   cookie "d<id>"    a phone that has joined samling <id>
 *   {nokkel}          a link's secret in the path: walls and remotes
 */
#ifndef WEB_SESSION_H
#define WEB_SESSION_H

#include <stdbool.h>
#include <stdint.h>

#include "rules/stored.h"
#include "store/store.h"

struct req;

#define TOKEN_BYTES 16          /* 128 bits                                    */
#define TOKEN_TEXT 23           /* base64url without padding, and the NUL      */
#define TOKEN_HASH 32

struct who {
	uint32_t rights;              /* RIGHT_BIT()s, in the samling asked about    */
	int64_t session;              /* oekt.id; 0: not logged in                   */
	int64_t person;               /* person.id; 0: none                          */
	const char *name;             /* for the protocol                            */
	enum staff_role role;         /* only when person != 0                       */
	int64_t link;                 /* lenke.id behind the rights; 0: none         */
	enum link_kind link_kind;
	const char *participant_token;   /* as in the cookie; NULL: has not joined   */
	const void *participant;         /* deltaker.id, 16 bytes                    */
	enum role participant_role;
	int64_t participant_name;        /* navneliste.id; 0: nameless               */
};

/* Fills r->who, r->samling and r->lang.  `samling` is the {samling} of the path or
 * 0, `nokkel` the {nokkel} or NULL.  OUTCOME_NOT_FOUND: no such samling or link. */
enum outcome session_find(struct req *r, int64_t samling, const char *nokkel) MUST;

/* Has this browser joined the samling already?  Then r->who has its seat.  For the page with
 * the code, whose path names no samling. */
enum outcome session_seat(struct req *, int64_t samling) MUST;

/* A new secret: text for a cookie or a link, and the hash that is kept. */
void session_token(struct req *, char text[TOKEN_TEXT], unsigned char hash[TOKEN_HASH]);
void session_token_new(const struct world *, char text[TOKEN_TEXT],
                       unsigned char hash[TOKEN_HASH]);
bool session_hash(const char *text, unsigned char hash[TOKEN_HASH]);  /* false: not one */

/* Logs in: always a new id (fixation), the old one of this browser ends. */
enum outcome session_start(struct req *, int64_t person, int64_t link) MUST;
enum outcome session_end(struct req *) MUST;

#endif
