/* liste.h - the words of innhold/ordliste.txt, as tool/ordgen makes them.
 *
 * A word without its last e is its base, so that skole, skolen and skoler begin alike.
 * Plain is the base without æ, ø and å (rules/ord/bokstav.h).
 */
#ifndef RULES_ORD_LISTE_H
#define RULES_ORD_LISTE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct ord_entry {
	const char *base, *head, *plain;
	uint32_t letters;               /* bit n: plain has the n-th letter */
	uint8_t n;                      /* letters of plain                 */
	bool e;                         /* the word is its base and an e    */
	bool disputed;                  /* more of it is an opinion         */
};

struct ord_filler {
	const char *word, *then;        /* then: only before this, or ""    */
	bool amount;                    /* not beside what is disputed      */
};

extern const struct ord_entry ord_list[];       /* by base, in bytes; with e last */
extern const size_t ord_list_n;
extern const uint16_t ord_by_plain[];           /* places in ord_list, by plain     */
extern const uint16_t ord_first[27];            /* where a, b ... begin in it; end  */
extern const struct ord_filler ord_fillers[];   /* by word, in bytes              */
extern const size_t ord_fillers_n;

#endif
