/* grupper_les.h - what `samling grupper` reads: participants, rules, an earlier plan. */
#ifndef APP_GRUPPE_GRUPPER_LES_H
#define APP_GRUPPE_GRUPPER_LES_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/buf.h"
#include "rules/gruppe/gruppe.h"

struct arena;

struct participant_id {
	const char *id;
	size_t nr;
};

struct participants {
	const char **id, **name;        /* name: the id where there is no other          */
	int *age;                       /* years, or GRUPPE_UNKNOWN                      */
	bool *councillor;               /* rolle is folkevalgt, or there is no such column */
	struct gruppe_person *person;
	struct participant_id *by_id;   /* sorted, to be looked up in                    */
	size_t n;
};

/* A rule and where it stands in the file. */
struct rule_list {
	struct gruppe_rule *rule;
	size_t *line;
	size_t n;
};

/* Each is true, or leaves a sentence with file, line and column in *error.
 *
 * Participants: columns id, and of parti, rolle, kjonn (kjønn), alder, navn those there are.
 * An empty cell is a value of its own, but for alder, where it is unknown. */
bool participants_read(struct arena *, const char *file, const struct buf *,
                       struct participants *, const char **error);

/* Columns type (hver_for_seg, sammen, laast), a, b; of laast b is a group from 1. */
bool rules_read(struct arena *, const char *file, const struct buf *,
                const struct participants *, size_t groups, struct rule_list *,
                const char **error);

/* Lines are rounds, groups are parted by space and people by comma; met is n*n.  People
 * who are not among the participants are counted in *strangers and left out. */
bool earlier_plan_read(struct arena *, const char *file, const struct buf *,
                  const struct participants *, uint16_t *met, size_t *strangers,
                  const char **error);

#endif
