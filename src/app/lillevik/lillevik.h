/* lillevik.h - Lillevik kommune, which does not exist: the example that everything is shown,
 * tried and measured with.
 *
 * `samling demo` makes it on an empty data folder; `samling spill` plays its two days with
 * phones that are programs.  Its people and what they answer are innhold/lillevik.json.
 */
#ifndef APP_LILLEVIK_LILLEVIK_H
#define APP_LILLEVIK_LILLEVIK_H

struct page;

/* Commands, see app/drift/drift.h. */
int demo_command(int argc, char **argv, const struct page *const *tables);
int spill_command(int argc, char **argv, const struct page *const *tables);
int proevetelefoner_command(int argc, char **argv, const struct page *const *tables);

#endif
