/* right.h - who may do what: one value a kind of person.
 *
 * A page names the one right it needs, a query every right that may run it.
 * A request has a set of them (RIGHT_BIT); which, is settled in web/session.
 */
#ifndef STORE_RIGHT_H
#define STORE_RIGHT_H

#include <stdint.h>

enum right {
	RIGHT_ALL,            /* everybody, known or not                           */
	RIGHT_PARTICIPANT,    /* has joined this samling with its code             */
	RIGHT_WALL,           /* a wall's link: reads what the hall may see        */
	RIGHT_REMOTE,         /* a remote's link: next, back, reveal, black, timer */
	RIGHT_STAFF,          /* a person with a login                             */
	RIGHT_CONTACT,        /* answers for this samling in its municipality      */
	RIGHT_LEADER,         /* leads this samling                                */
	RIGHT_PLANNER,        /* koordinator or programleder: figures of all       */
	RIGHT_ADMIN,          /* programleder: people, municipalities, everything  */
	RIGHT_SYSTEM,         /* the command line and the start of the program     */
	RIGHT__MAX
};

#define RIGHT_BIT(r) (UINT32_C(1) << (r))

#endif
