/* fakta.h - the facts of a question of impartiality, and the words they are told with.
 *
 * A fact that was not told is false or none; one that is told to be unknown is in `unknown`,
 * and the tree (tre.h) asks for it when the answer hangs on it.  Every word has a key, which
 * files use, and a name in both forms of Norwegian, which people see.
 */
#ifndef RULES_HABILITET_FAKTA_H
#define RULES_HABILITET_FAKTA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rules/habilitet/slekt.h"
#include "rules/lov.h"

/* In what capacity somebody would handle the matter. */
enum habil_role { HABIL_ELECTED, HABIL_EMPLOYEE, HABIL_OTHER, HABIL_ROLE__MAX };

enum habil_matter {
	MATTER_ENKELTVEDTAK, MATTER_REGULERINGSPLAN, MATTER_KOMMUNEPLAN, MATTER_ARSBUDSJETT,
	MATTER_OKONOMIPLAN, MATTER_REGIONAL_PLANSTRATEGI, MATTER_REGIONAL_PLAN,
	MATTER_VALG, MATTER_GODTGJORING,
	MATTER_KLAGE_INTERN,            /* decided in the municipality, fvl § 28 (2)  */
	MATTER_KLAGE_STATLIG,           /* the state decides; the body looks again    */
	MATTER_ANSETTELSE, MATTER_SUSPENSJON, MATTER_REGELVERK, MATTER_EIERSTYRING,
	MATTER_ANNET, HABIL_MATTER__MAX
};

/* Guardian of, or acting for, a party. */
enum habil_agent {
	AGENT_NONE, AGENT_NOW, AGENT_SINCE_START, AGENT_BEFORE_START, HABIL_AGENT__MAX
};

/* What one is in an entity. */
enum habil_office {
	OFFICE_NONE, OFFICE_LEDER, OFFICE_LEDENDE_STILLING, OFFICE_STYREMEDLEM,
	OFFICE_BEDRIFTSFORSAMLING, OFFICE_VARAMEDLEM, OFFICE_ANSATT, OFFICE_EIER,
	OFFICE_TIDLIGERE, OFFICE_ANNET, OFFICE_MEDLEM, HABIL_OFFICE__MAX
};

enum habil_entity {
	ENTITY_SAMVIRKEFORETAK, ENTITY_FORENING, ENTITY_SPAREBANK, ENTITY_STIFTELSE,
	ENTITY_SELSKAP, ENTITY_RETTSSUBJEKT,    /* intermunicipal, a legal person of its own */
	ENTITY_KOMMUNALT_FORETAK, ENTITY_UTEN_RETTSSUBJEKT, ENTITY_ANNEN, HABIL_ENTITY__MAX
};

/* Which way something weighs when the body assesses.  No machine adds them up. */
enum habil_toward { TOWARD_INHABIL, TOWARD_HABIL, TOWARD_EITHER, HABIL_TOWARD__MAX };

/* Special circumstances that have a key; others are told in words of their own. */
enum habil_special {
	SPECIAL_FORDEL_NAR, SPECIAL_OKONOMISK, SPECIAL_ULEMPE, SPECIAL_ENGASJEMENT,
	SPECIAL_KJOP, SPECIAL_NABO, SPECIAL_INNSIGELSE, SPECIAL_GAVE, SPECIAL_VENNSKAP,
	SPECIAL_UVENNSKAP, SPECIAL_FORRETNING, SPECIAL_EIERANDEL, SPECIAL_KONKURRENT,
	SPECIAL_RADGIVER, SPECIAL_TIDLIGERE, SPECIAL_SAMLET,
	SPECIAL_FELLES, SPECIAL_STANDPUNKT, SPECIAL_MEDLEM, SPECIAL_BEKJENT,
	SPECIAL_LOS_PLAN, SPECIAL_NETTVERK, HABIL_SPECIAL__MAX
};
#define HABIL_OTHERS_MAX 12

/* What can be asked about, in the order of the tree. */
enum habil_fact {
	FACT_ROLE, FACT_MATTER, FACT_PARTY, FACT_RELATION, FACT_AGENT, FACT_OFFICE, FACT_ENTITY,
	FACT_ENTITY_PARTY, FACT_PARENT, FACT_PREPARED, FACT_FIRST_INSTANCE, FACT_SUPERIOR,
	FACT_DECIDES, FACT_OBVIOUS, FACT_SPECIAL, HABIL_FACT__MAX
};

struct habil_facts {
	enum habil_role role;
	enum habil_matter matter;
	bool party;                     /* oneself                                    */
	enum habil_tie tie;             /* to a party, see slekt.h                    */
	enum habil_agent agent;
	enum habil_office office;       /* OFFICE_NONE: the next three mean nothing   */
	enum habil_entity entity;
	bool entity_party;
	bool for_public_parent;         /* acts for a public company that owns it all */
	bool prepared_as_employee;
	bool first_instance;            /* took part in what is complained of         */
	bool superior_out;              /* whose direct subordinate one is            */
	bool decides;                   /* an employee: decides, not only prepares    */
	bool obvious;                   /* § 6 (4): it obviously means nothing        */
	uint32_t special;               /* bits of enum habil_special                 */
	const char *other[HABIL_OTHERS_MAX];    /* circumstances without a key        */
	size_t n_other;
	uint32_t unknown;               /* bits of enum habil_fact                    */
};

struct habil_word { const char *key, *nb, *nn; };

struct habil_special_row {
	const char *key, *nb, *nn;
	bool opens;                     /* alone, the assessment of § 6 (2)           */
	enum habil_toward toward;
	bool gain;                      /* a special gain or loss: never "obvious"    */
};

struct habil_fact_row {
	const char *key;                /* the field in files: "verv.rolle"           */
	const char *nb, *nn;            /* the question                               */
	enum lov lov;                   /* what it is asked for                       */
};

extern const struct habil_word habil_roles[HABIL_ROLE__MAX], habil_matters[HABIL_MATTER__MAX],
	habil_agents[HABIL_AGENT__MAX], habil_offices[HABIL_OFFICE__MAX],
	habil_entities[HABIL_ENTITY__MAX];
extern const struct habil_special_row habil_specials[HABIL_SPECIAL__MAX];
extern const struct habil_fact_row habil_fact_rows[HABIL_FACT__MAX];

/* Index of the word with the key; n: there is none. */
size_t habil_word_find(const struct habil_word *, size_t n, const char *key);
enum habil_special habil_special_find(const char *key);

/* Two facts that cannot both be true; false: there are none. */
bool habil_contradiction(const struct habil_facts *, enum habil_fact *one, enum habil_fact *two);

#endif
