/* rapport_dok.h - a report as a document: the whole, and two pages of it. */
#ifndef JOBB_RAPPORT_DOK_H
#define JOBB_RAPPORT_DOK_H

#include "app/rapport/innhold.h"
#include "jobb/dok.h"

struct doc report_doc(struct arena *, const struct report *);

/* At most two pages, with as many of the results as there is room for. */
struct doc summary_doc(struct arena *, const struct report *);

/* What the hall said of the days, for those who led them.  False: there is no result
 * yet. */
bool evaluation_doc(struct arena *, const struct report *, struct doc *);

/* ---- shared by them ---- */

/* An empty document about a samling. */
struct doc doc_of(struct arena *, const struct samling *, const char *title);
/* What a kind draws for screens, as blocks by themselves. */
struct doc doc_drawn(struct arena *, enum lang, const struct drawing *);
/* And of what leaders have told besides; empty when nothing. */
struct doc doc_told(struct arena *, enum lang, const struct drawing *);
/* The picture of a round with a result: figure_of(), or of what its kind draws. */
const struct figure *figure_for(struct arena *, enum lang, const struct report_item *,
                                const struct report_round *, double w, double most,
                                double size);

/* What the parts of a report are written with. */
struct writing {
	struct doc *d;
	const struct report *rep;
	struct arena *mem;
	enum lang lang;
};
/* All that was asked and agreed, day by day; or one item of it (rapport_svar.c). */
void doc_results(struct writing *);
void doc_item(struct writing *, const struct report_item *);

/* What was agreed and adopted, with a heading of this level if there is anything: at most so
 * many letters of each conclusion, and so many lines (1 or more) of each list. */
void doc_agreed(struct doc *, const struct report *, int level, size_t letters, size_t most);
/* The first letters of a text, and what says that there are more. */
const char *clipped(struct arena *, const char *text, size_t letters);

/* Numbers to see at once: people, questions, answers. */
void doc_key_numbers(struct doc *, const struct report *);
/* The days as "onsdag 15. januar 2027, torsdag 16. januar 2027". */
const char *report_dates(struct arena *, enum lang, const struct samling *);
/* The heading of a round: its stage, question and time. */
const char *round_heading(struct arena *, enum lang, const struct report_item *,
                          const struct report_round *);

#endif
