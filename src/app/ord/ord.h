/* ord.h - which words of a cloud are the same: what people decide, and the command.
 *
 * The chain (rules/ord/ord.h) brings together what is surely the same.  Above it the leader
 * merges, splits and renames; what was said yes or no to is the municipality's, and holds
 * in its next samling too.  What was written is never changed: decisions are about ids.
 * Every change can be undone, the newest first.
 */
#ifndef APP_ORD_ORD_H
#define APP_ORD_ORD_H

#include "app/aktivitet/aktivitet.h"

struct out;

/* kind->merge(), kind->read(), kind->panel() and kind->acts of word clouds. */
enum outcome ord_merge(const struct asked *, const struct activity *, struct arena *scratch,
                       const struct ordsky_raw *, size_t n_raw, struct ordsky_word **,
                       size_t *n) MUST;
enum outcome ord_read(const struct asked *, const struct samling *, const struct activity *,
                      struct drawing *) MUST;
void ord_panel(struct out *, const struct drawing *);
extern const struct kind_act ord_acts[];

extern const struct page ord_pages[];

/* `samling ordsky --json < answers.csv`: the words of a file, without a database.  Exit
 * status 2: the file is not understood, and line and column have been said. */
int ordsky_command(int argc, char **argv, const struct page *const *tables);

#endif
