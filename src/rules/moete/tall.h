/* tall.h - how many are needed: to be quorate, to demand, to decide.
 *
 * Kommuneloven §§ 7-1, 7-12, 10-1, 11-2, 11-3 and 11-9.  People and votes are counted in whole
 * ones, so every share is rounded up to the first that fulfils it.
 */
#ifndef RULES_MOETE_TALL_H
#define RULES_MOETE_TALL_H

#include <stddef.h>
#include <stdint.h>

/* Of all members: present at the constitutive meeting, § 7-1; present and voting on an item at
 * any other, § 11-9. */
size_t tall_quorum_constituting(size_t members);        /* two thirds             */
size_t tall_quorum(size_t members);                     /* half                   */

/* Who can demand a meeting or an item: a third of the members, §§ 11-2 and 11-3.  Who can stop
 * an item that was not on the list: a third of those present, § 11-3. */
size_t tall_third(size_t people);

/* Of the votes cast. */
int64_t tall_majority(int64_t votes);                   /* more than half, § 11-9 */
int64_t tall_two_thirds(int64_t votes);                 /* §§ 7-12, 10-1          */
int64_t tall_ninety(int64_t votes);                     /* § 7-12: remove the ordfører */

#endif
