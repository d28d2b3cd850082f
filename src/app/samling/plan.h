/* plan.h - what the plan pages show of a samling. */
#ifndef APP_SAMLING_PLAN_H
#define APP_SAMLING_PLAN_H

#include "app/aktivitet/aktivitet.h"
#include "app/samling/samling.h"
#include "web/page.h"

/* A button that moves the samling to another phase. */
struct phase_step {
	enum samling_phase from, to;
	const char *label;              /* msgid */
	bool main;                      /* the one that leads on */
};
extern const struct phase_step phase_steps[];   /* label NULL ends */

const char *phase_label(enum samling_phase);    /* msgid */

/* Is it the first of all days, the last of all days? */
bool item_is_first(const struct samling *, const struct item *);
bool item_is_last(const struct samling *, const struct item *);

/* The minute of the day at which it ends, as planned. */
int day_end(const struct samling *, const struct day *);

const char *kind_label(const char *kind);       /* msgid */

#endif
