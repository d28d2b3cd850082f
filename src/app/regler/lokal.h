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
#include <stdint.h>

#include "store/store.h"
#include "web/page.h"

struct arena;

#define LOKAL_LETTERS_MAX 300

struct lokal_key {
	const char *name;               /* stored; never renamed                     */
	const char *label, *hint;       /* msgids: the question, and an example      */
};

#define LOKAL_KEYS 16
extern const struct lokal_key lokal_keys[LOKAL_KEYS];

/* NULL: there is none. */
const struct lokal_key *lokal_key(const char *name);

/* What one municipality has said, in the order of lokal_keys[]. */
struct lokal_rules {
	const char *municipality;       /* as the samling calls it; NULL: not known  */
	const char *text[LOKAL_KEYS];   /* NULL: nothing                             */
	const char *changed[LOKAL_KEYS];        /* ISO dates                         */
};

/* Of the municipality whose samling it is; any of its readers may. */
enum outcome lokal_of_samling(struct store *, struct arena *, int64_t samling,
                              struct lokal_rules *) MUST;

/* NULL: it has said nothing. */
const char *lokal_text(const struct lokal_rules *, const struct lokal_key *);
const char *lokal_changed(const struct lokal_rules *, const struct lokal_key *);

/* ---- the pages where they are written ---- */

extern const struct field lokal_fields[], lokal_fields_sent[];

/* In a samling: who leads it, and the municipality's kontakt. */
enum outcome lokal_samling_page(struct req *) MUST;
enum outcome lokal_samling_save(struct req *) MUST;

/* Of any municipality, chosen from the list: koordinator and programleder. */
enum outcome lokal_page(struct req *) MUST;
enum outcome lokal_save(struct req *) MUST;

#endif
