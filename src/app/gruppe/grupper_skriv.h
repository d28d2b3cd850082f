/* grupper_skriv.h - a plan of groups as text for people, and as JSON. */
#ifndef APP_GRUPPE_GRUPPER_SKRIV_H
#define APP_GRUPPE_GRUPPER_SKRIV_H

#include "app/gruppe/grupper_les.h"

/* A plan and what it was made from; lines of rules are 0 when there is no file. */
struct plan_view {
	const struct participants *people;
	const struct rule_list *rules;
	const struct gruppe_task *task;
	const struct gruppe_plan *plan;
	size_t strangers;               /* of the earlier plan, who are not here now */
};

/* {"runder": [[[id, ...], ...], ...], "kostnad": {...}, "fro": N, "kan_ikke_holdes": [...]}.
 * Ids as in the file: those that are numbers in JSON are written as numbers. */
char *plan_json(struct arena *, const struct plan_view *);

/* Rounds, groups, names and leaders, and what it costs. */
char *plan_text(struct arena *, const struct plan_view *);

/* A sentence for each rule that cannot be kept. */
char *plan_broken(struct arena *, const struct plan_view *);

#endif
