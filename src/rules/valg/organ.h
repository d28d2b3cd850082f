/* organ.h - bodies, offices and posts, as the rules of elections tell them apart.
 *
 * Kommuneloven §§ 5-1, 5-2, 7-2, 7-3, 23-1.  A county's body is the municipality's: fylkesting
 * is kommunestyre, fylkesutvalg is formannskap, fylkesråd is kommuneråd.
 *
 * The readers take the words people write, in any case, with æ, ø, å or ae, oe/o, aa/a, and
 * with spaces, hyphens or underscores: "ordfører", "ordforer", "Kontrollutvalg_leder",
 * "leder av kontrollutvalget".
 */
#ifndef RULES_VALG_ORGAN_H
#define RULES_VALG_ORGAN_H

#include <stdbool.h>
#include <stddef.h>

/* What somebody is elected to. */
enum organ {
	ORGAN_KOMMUNESTYRE,
	ORGAN_FORMANNSKAP,
	ORGAN_ORDFOERER,
	ORGAN_VARAORDFOERER,
	ORGAN_KOMMUNERAAD,              /* ch. 10                                     */
	ORGAN_UTVALG,
	ORGAN_UTVALG_LEDER,             /* leader or deputy leader of any other body  */
	ORGAN_KOMMUNEDELSUTVALG,
	ORGAN_PARTSSAMMENSATT,
	ORGAN_KONTROLLUTVALG,           /* also its deputy leader                     */
	ORGAN_KONTROLLUTVALG_LEDER,
	ORGAN_ARBEIDSUTVALG,
	ORGAN_KOMITE,                   /* kommunestyrekomité, § 5-9                  */
	ORGAN_NEMND,                    /* felles folkevalgt nemnd; body under another act */
	ORGAN_REPRESENTANTSKAP,         /* of politisk råd or oppgavefellesskap       */
	ORGAN_STYRE_INSTITUSJON,        /* § 5-10; also boards of § 10-8              */
	ORGAN_STYRE_FORETAK,            /* ch. 9                                      */
	ORGAN_STYRE_POLITISK_RAAD,      /* the other bodies of politisk råd           */
	ORGAN_STYRE_OPPGAVEFELLESSKAP,
	ORGAN_MEDVIRKNING,              /* eldreråd and the like, § 5-12              */
	ORGAN_UNGDOMSRAAD,
	ORGAN_UNGDOMSRAAD_LEDER,        /* leader or deputy leader                    */
	ORGAN__MAX
};

struct organ_traits {
	const char *key;        /* "formannskap"; organ_read() takes it back          */
	const char *section;    /* "§ 5-6": where the body is                         */
	size_t least;           /* members by the act; 0: it names no number          */
	bool listed;            /* in § 7-2: its conditions and duty apply            */
	bool council_only;      /* by law only members of the council                 */
	bool mild;              /* gender "as far as possible": council_only bodies and
	                           arbeidsutvalg (§§ 7-5, 7-6, 7-7)                   */
	bool elsewhere;         /* residents of other municipalities too, § 7-2 fourth */
	bool decides;           /* has power of decision unless somebody says otherwise */
	bool leader;            /* an office: flertallsvalg, § 7-8                    */
	size_t council_least;   /* members who are of the council too, § 23-1 second  */
};
const struct organ_traits *organ_traits(enum organ);
bool organ_read(const char *word, enum organ *out);    /* false: none of them; out untouched */

/* An office somebody has already. */
enum verv {
	VERV_KOMMUNESTYRE,              /* member or deputy                           */
	VERV_ORDFOERER,
	VERV_VARAORDFOERER,
	VERV_FORMANNSKAP,               /* member                                     */
	VERV_FORMANNSKAP_VARA,          /* deputy member                              */
	VERV_KOMMUNERAAD,
	VERV_KOMITE,                    /* member or deputy                           */
	VERV_KONTROLLUTVALG,            /* member or deputy                           */
	VERV_MED_MYNDIGHET,             /* member or deputy of another body with power of
	                                   decision: utvalg, nemnd, styre             */
	VERV_UTEN_MYNDIGHET,            /* of one without: eldreråd, ungdomsråd, a preparing
	                                   utvalg                                     */
	VERV_SELSKAP,                   /* leading post, board or bedriftsforsamling of a
	                                   company the municipality has a share in    */
	VERV_FELLESSKAP,                /* leading post or board of an interkommunalt politisk
	                                   råd or a kommunalt oppgavefellesskap       */
	VERV__MAX
};
const char *verv_key(enum verv);
bool verv_read(const char *word, enum verv *out);

/* A post in the municipality, § 7-3 first and fifth paragraph. */
enum stilling {
	STILLING_INGEN,
	STILLING_ANSATT,                /* any that § 7-3 does not name               */
	STILLING_STATSFORVALTER,        /* or assisterende                            */
	STILLING_KOMMUNEDIREKTOER,      /* or stand-in                                */
	STILLING_KOMMUNALSJEF,          /* etatssjef and leaders at that level        */
	STILLING_SEKRETAER,             /* for the council                            */
	STILLING_REGNSKAP,              /* has charge of the accounts                 */
	STILLING_REVISOR,
	STILLING_KONTROLLSEKRETARIAT,   /* employed in the kontrollutvalg's secretariat */
	STILLING_RAADSSEKRETARIAT,      /* in the kommuneråd's, with delegated power  */
	STILLING_REGNSKAP_VIRKSOMHET,   /* has charge of the accounts of the foretak, politisk
	                                   råd or oppgavefellesskap itself, or audits it */
	STILLING__MAX
};
const char *stilling_key(enum stilling);

/* NULL, "" and "ingen" are no post; a word none of the named posts has is STILLING_ANSATT. */
enum stilling stilling_read(const char *word);

#endif
