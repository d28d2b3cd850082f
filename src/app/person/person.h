/* person.h - what is stored of people: seeing it, erasing it, keeping it no longer than needed.
 *
 * Whoever is asked for access or for erasing runs a command; a leader deletes a samling from
 * a page.  How long each thing is kept stands in rules/oppbevaring.h, and rydd() runs it once
 * a day.  doc/personvern.md is the record of it all, checked against the schema by
 * test/unit/test_person.c.
 */
#ifndef APP_PERSON_PERSON_H
#define APP_PERSON_PERSON_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "store/store.h"
#include "web/page.h"

struct arena;
struct world;

/* ---- finding ---- */

struct found_person {
	const char *name;               /* as it is stored                           */
	const char *email;              /* "" unless somebody with a login           */
	int64_t staff;                  /* person.id, or 0                           */
	const int64_t *roster;          /* navneliste.id                             */
	size_t n_roster;
	size_t municipalities;          /* that have the name on a list              */
	const char *municipality;       /* the one that was asked for; NULL: all     */
};

/* Somebody with that e-mail address, or (without an @) those with that name on a roster, of
 * one municipality (its number) or of all (NULL).  Inside a request of RIGHT_SYSTEM, as all
 * of this.  OUTCOME_NOT_FOUND: nobody. */
enum outcome person_find(struct store *, struct arena *, const char *who,
                         const char *municipality, struct found_person *) MUST;

/* Everything that is stored of them: section -> list of rows, in bokmål.  A new reference. */
enum outcome person_seen(struct store *, struct arena *, const struct found_person *,
                         json_t **) MUST;
void person_write(FILE *, const json_t *seen);

/* ---- erasing ---- */

struct erased {
	size_t roster, answers, acts;   /* lines; answers made anonymous; acts reworded */
	const char *without_leader;     /* samlinger that now have none, or ""       */
};

/* Takes the person out: from rosters and groups; answers given by name become anonymous, so
 * that no figure changes; the login goes, and the protocol keeps the office.
 * OUTCOME_CONFLICT: the last programleder. */
enum outcome person_erase(struct store *, struct arena *, const struct world *,
                          const struct found_person *, struct erased *) MUST;

/* A whole samling; `who` stands in the protocol of the programme.  What its pages held is
 * overwritten when the turn is committed. */
enum outcome samling_erase(struct store *, struct arena *, const struct world *,
                           int64_t samling, const char *who) MUST;

/* ---- keeping ---- */

struct tidied {
	size_t phones, names, texts, contacts, links, copies;
	bool waits;                     /* the database was in use: what was freed is
	                                   overwritten next time                     */
};

/* Everything that has been kept long enough goes.  Inside no request: opens its own, commits,
 * and overwrites what was freed.  Once a day; twice does no harm. */
enum outcome rydd(struct store *, struct arena *, const struct world *, const char *dir,
                  struct tidied *) MUST;

/* ---- the record ---- */

/* A column of the database that can say something of a person; or, with purpose NULL, one
 * that cannot, though its type would allow it. */
struct treatment {
	const char *column;             /* "navneliste.navn"                         */
	const char *purpose, *basis, *kept;     /* bokmål                            */
};
extern const struct treatment treatments[];     /* column NULL ends */

/* The record as a table in Markdown. */
void treatment_write(FILE *);

/* ---- doors ---- */

extern const struct page person_pages[];
int innsyn_command(int argc, char **argv, const struct page *const *tables);
int slett_command(int argc, char **argv, const struct page *const *tables);
int rydd_command(int argc, char **argv, const struct page *const *tables);
int personvern_command(int argc, char **argv, const struct page *const *tables);

#endif
