/* inside.h - what the files of this folder share. */
#ifndef APP_ORD_INSIDE_H
#define APP_ORD_INSIDE_H

#include "app/ord/ord.h"
#include "app/samling/samling.h"
#include "rules/ord/ord.h"
#include "web/page.h"

#define ORD_NAME_MOST 40        /* letters that a word may be called by            */
#define ORD_TOO_LATE N_("Noen var før deg: Ordene er endret. Slik står det nå.")

/* The words of a cloud as the leader sees them, and what may be done with them. */
struct ord_word {
	const struct tally_line *line;
	uint64_t mark;                  /* stands for its key in a button           */
	bool hidden;
};

#define ORD_SUGGESTIONS 3
struct ord_view {
	struct ord_word *word;          /* most frequent first, hidden ones too     */
	size_t n;
	struct { const struct ord_word *a, *b; } suggestion[ORD_SUGGESTIONS];
	size_t n_suggestion;
	bool undo;
	const char *path;               /* of the page where words are put in order */
	struct ord_decisions decisions;
};

/* Of a tally that READER_LEADER got; NULL gives no words. */
enum outcome ord_view_read(struct store *, struct arena *, const struct activity *,
                           const struct tally *, struct ord_view **) MUST;
const struct ord_word *ord_find(const struct ord_view *, const char *key);
uint64_t ord_mark(const char *key);

/* One act: its changes stand under one number, so that they are undone together. */
struct change {
	struct req *r;
	const struct activity *a;
	int64_t nr;
	enum outcome went;              /* the first that failed                    */
};

struct change change_begin(struct req *, const struct activity *);
/* NULL: the row goes. */
void change_head(struct change *, const char *id, const char *head);
void change_name(struct change *, const char *head, const char *name);
void change_pair(struct change *, const char *a, const char *b, const char *same);
void change_verdict(struct change *, const char *id, enum verdict);
/* Notes it without its words, and draws again. */
enum outcome change_end(struct change *, const char *what) MUST;

/* The newest act; OUTCOME_NOT_FOUND: there is none. */
enum outcome change_undo(struct req *, const struct activity *) MUST;

/* What a leader does.  OUTCOME_INVALID with *message: somebody was first. */
enum outcome word_merge(struct req *, const struct activity *, const struct ord_view *,
                        const char *from, const char *into, bool remember,
                        const char **message) MUST;
/* Takes a spelling out, or all that it came in with. */
enum outcome word_split(struct req *, const struct activity *, const struct ord_view *,
                        const char *key, const char *fold, const char **message) MUST;
/* "": what most people wrote again. */
enum outcome word_name(struct req *, const struct activity *, const struct ord_view *,
                       const char *key, const char *name, const char **message) MUST;

#endif
