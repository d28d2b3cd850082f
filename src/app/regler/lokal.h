/* lokal.h - the local rules: what a municipality's own reglement says, kept as its settings.
 *
 * Kommuneloven § 11-12 leaves much of how a meeting is held to the council itself.  Each such
 * question is a key of lokal_keys[]; the municipality's answer is a short text in its own words,
 * in the language form it has written.  Never a constant of ours, and never shown as law.
 * Nothing of it is about a person.
 */
#ifndef APP_REGLER_LOKAL_H
#define APP_REGLER_LOKAL_H

#include <stddef.h>

#define LOKAL_LETTERS_MAX 300

struct lokal_key {
	const char *name;               /* stored; never renamed                     */
	const char *label, *hint;       /* msgids: the question, and an example      */
};

#define LOKAL_KEYS 16
extern const struct lokal_key lokal_keys[LOKAL_KEYS];

/* NULL: there is none. */
const struct lokal_key *lokal_key(const char *name);

#endif
