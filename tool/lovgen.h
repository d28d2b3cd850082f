/* lovgen.h - what tool/lovgen has read, for the files that check and write it.
 *
 * Everything is kept until the end of the program, which runs for an instant.
 */
#ifndef TOOL_LOVGEN_H
#define TOOL_LOVGEN_H

#include <stdbool.h>
#include <stddef.h>

#define FIELDS_MAX 8

/* The values of a block, in the order of its table of names. */
struct fields {
	const char *value[FIELDS_MAX];
	const char **last;
};

struct act {
	const char *slug, *key, *nb, *nn, *number, *address, *commence_nb, *commence_nn;
	int line;
};

/* Of a place in an act: "tredje ledd", "bokstav a", "nr. 2", "første punktum". */
struct part {
	const char *nb, *nn;
};

/* A provision: KOML_7_6_3. */
struct place {
	size_t act;
	const char *key, *section, *file;
	int line;
	struct part *part;
	size_t n_part;
	bool obeyed;
};

/* What it says in a period. */
struct row {
	size_t place;
	int line;
	const char *from, *to, *checked, *nb, *nn, *doubt_nb, *doubt_nn;
};

struct rule {
	const char *key, *file, *from, *to, *done_in, *obeys, *nb, *nn;
	int line;
	size_t *place, n_place;
};

struct table {
	struct act *act;
	struct place *place;
	struct row *row;
	struct rule *rule;
	size_t n_act, n_place, n_row, n_rule;
};

extern struct table table;
extern const char *reading;     /* where messages say that they come from */
extern int reading_line;

void stop(const char *fmt, ...) __attribute__((noreturn, format(printf, 1, 2)));
char *text_of(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
const char *field(const struct fields *, const char *const *known, const char *name);

/* lovgen_skriv.c */
struct part part_read(const char *word, const char *value);
const char *part_prefix(const char *word);      /* before its value in a name in C */
bool overlap(const char *from, const char *to, const char *other_from, const char *other_to);
void join_rules(void);          /* rules to the provisions they obey */
void write_tables(const char *header, const char *source, const char *unobeyed);

#endif
