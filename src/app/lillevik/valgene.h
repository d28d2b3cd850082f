/* valgene.h - the elections of the days: a facilitator that counts hands. */
#ifndef APP_LILLEVIK_VALGENE_H
#define APP_LILLEVIK_VALGENE_H

struct arena;
struct leader;

/* Of an item of this kind under way: counts when it is counted, draws when there is a lot,
 * chooses the first answer when there is a question. */
void elections_live(struct leader *, struct arena *, const char *kind);

#endif
