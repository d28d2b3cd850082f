#include "rules/valg/valgbar.h"

#include <strings.h>

static const struct {
	const char *key;
	enum rule rule;
} grounds[VALGBAR__MAX] = {
	[VALGBAR_STEMMERETT] = { "stemmerett", RULE_VALGBAR_VILKAAR },
	[VALGBAR_BOSATT] = { "bosatt", RULE_VALGBAR_VILKAAR },
	[VALGBAR_KOMMUNEDEL] = { "kommunedel", RULE_VALGBAR_KOMMUNEDEL },
	[VALGBAR_SAMTYKKE] = { "samtykke", RULE_VALGBAR_VILKAAR },
	[VALGBAR_KOMMUNESTYRE] = { "kommunestyremedlem", RULE_VALGBAR_FORMANNSKAP },
	[VALGBAR_FORMANNSKAP] = { "formannskapsmedlem", RULE_VALGBAR_ORDFOERER },
	[VALGBAR_STILLING] = { "stilling", RULE_VALGBAR_STILLING },
	[VALGBAR_KONTROLLUTVALG] = { "kontrollutvalg", RULE_VALGBAR_KONTROLLUTVALG },
	[VALGBAR_VERV] = { "verv", RULE_VALGBAR_KONTROLLUTVALG },
	[VALGBAR_SELSKAP] = { "selskap", RULE_VALGBAR_KONTROLLUTVALG },
	[VALGBAR_ANSATT] = { "ansatt", RULE_VALGBAR_KONTROLLUTVALG },
	[VALGBAR_PARTI] = { "ordfoererens_parti", RULE_VALGBAR_KONTROLLEDER },
};

const char *valgbar_key(enum valgbar_ground ground)
{
	return grounds[ground].key;
}

static bool ordfoerer(enum organ organ)
{
	return organ == ORGAN_ORDFOERER || organ == ORGAN_VARAORDFOERER;
}

enum rule valgbar_rule(enum valgbar_ground ground, enum organ organ)
{
	if (ordfoerer(organ) && (ground == VALGBAR_SAMTYKKE || ground == VALGBAR_KOMMUNESTYRE))
		return RULE_VALGBAR_ORDFOERER;
	if (organ == ORGAN_KOMITE && ground == VALGBAR_KOMMUNESTYRE)
		return RULE_VALGBAR_KOMITE;
	return grounds[ground].rule;
}

static void against(struct valgbar_result *r, enum valgbar_ground ground)
{
	for (size_t i = 0; i < r->n_ground; i++)
		if (r->ground[i] == ground)
			return;
	r->ground[r->n_ground++] = ground;
}

static bool has(const struct valgbar_person *p, enum verv verv)
{
	for (size_t i = 0; i < p->n_verv; i++)
		if (p->verv[i] == verv)
			return true;
	return false;
}

static bool kontrollutvalg(enum organ organ)
{
	return organ == ORGAN_KONTROLLUTVALG || organ == ORGAN_KONTROLLUTVALG_LEDER;
}

/* § 5-11: residence is not asked of those the employees elect. */
static bool employees_own(const struct valgbar_body *b, const struct valgbar_person *p)
{
	return p->ansattrepresentant && b->organ == ORGAN_PARTSSAMMENSATT;
}

/* § 7-2: the vote, residence and consent.  Formannskap and komité ask for no consent. */
static void conditions(const struct valgbar_body *b, const struct valgbar_person *p,
                       struct valgbar_result *r)
{
	const struct organ_traits *t = organ_traits(b->organ);

	if (!p->stemmerett) {
		r->by_age = t->listed && p->under_alder;
		if (!r->by_age)
			against(r, VALGBAR_STEMMERETT);
	}
	if (!p->bosatt) {
		r->by_residence = t->elsewhere || employees_own(b, p);
		if (!r->by_residence)
			against(r, VALGBAR_BOSATT);
	}
	if (p->utenfor_kommunedelen && b->bare_kommunedelen &&
	    b->organ == ORGAN_KOMMUNEDELSUTVALG)
		against(r, VALGBAR_KOMMUNEDEL);
	if (!p->samtykke && (t->listed || ordfoerer(b->organ)))
		against(r, VALGBAR_SAMTYKKE);
}

static void among(const struct valgbar_body *b, const struct valgbar_person *p,
                  struct valgbar_result *r)
{
	if (!organ_traits(b->organ)->council_only)
		return;
	if (!p->kommunestyremedlem)
		against(r, VALGBAR_KOMMUNESTYRE);
	if (ordfoerer(b->organ) && !b->parlamentarisk && !has(p, VERV_FORMANNSKAP))
		against(r, VALGBAR_FORMANNSKAP);
}

/* § 7-3 first, second and fifth paragraph. */
static bool excludes(enum stilling stilling, enum organ organ)
{
	switch (stilling) {
	case STILLING_KOMMUNEDIREKTOER:
	case STILLING_KOMMUNALSJEF:
		return organ != ORGAN_STYRE_OPPGAVEFELLESSKAP;
	case STILLING_STATSFORVALTER:
	case STILLING_SEKRETAER:
	case STILLING_REGNSKAP:
	case STILLING_REVISOR:
	case STILLING_KONTROLLSEKRETARIAT:
	case STILLING_RAADSSEKRETARIAT:
		return true;
	case STILLING_REGNSKAP_VIRKSOMHET:
		return organ == ORGAN_STYRE_FORETAK || organ == ORGAN_REPRESENTANTSKAP ||
		       organ == ORGAN_STYRE_POLITISK_RAAD ||
		       organ == ORGAN_STYRE_OPPGAVEFELLESSKAP;
	case STILLING_INGEN:
	case STILLING_ANSATT:
	case STILLING__MAX:
		return false;
	}
	return false;
}

/* Statsforvalter, auditor and secretariat can be in the service of others. */
static bool employed(enum stilling stilling)
{
	return stilling != STILLING_INGEN && stilling != STILLING_STATSFORVALTER &&
	       stilling != STILLING_REVISOR && stilling != STILLING_KONTROLLSEKRETARIAT;
}

static void posts(const struct valgbar_body *b, const struct valgbar_person *p,
                  struct valgbar_result *r)
{
	bool named = excludes(p->stilling, b->organ);
	bool any = kontrollutvalg(b->organ) && employed(p->stilling);

	r->by_leaving = p->fratraadt && (named || any);
	if (r->by_leaving)
		return;
	if (named)
		against(r, VALGBAR_STILLING);
	if (any)
		against(r, VALGBAR_ANSATT);
}

/* § 23-1: what the kontrollutvalg would have to control. */
static void controlled(enum organ organ, const struct valgbar_person *p,
                       struct valgbar_result *r)
{
	static const enum verv offices[] = {
		VERV_ORDFOERER, VERV_VARAORDFOERER, VERV_FORMANNSKAP, VERV_FORMANNSKAP_VARA,
		VERV_KOMMUNERAAD, VERV_KOMITE, VERV_MED_MYNDIGHET,
	};

	for (size_t i = 0; i < sizeof offices / sizeof *offices; i++)
		if (has(p, offices[i]))
			against(r, VALGBAR_VERV);
	if (has(p, VERV_SELSKAP) || has(p, VERV_FELLESSKAP))
		against(r, VALGBAR_SELSKAP);
	if (organ != ORGAN_KONTROLLUTVALG_LEDER)
		return;
	if ((p->parti != NULL && p->ordfoerer_parti != NULL &&
	     strcasecmp(p->parti, p->ordfoerer_parti) == 0) ||
	    (p->gruppe != NULL && p->ordfoerer_gruppe != NULL &&
	     strcasecmp(p->gruppe, p->ordfoerer_gruppe) == 0))
		against(r, VALGBAR_PARTI);
}

/* The other way: § 7-3 third paragraph. */
static bool closed_to_controllers(const struct valgbar_body *b)
{
	return b->organ == ORGAN_KOMITE ||
	       (organ_traits(b->organ)->decides && !b->uten_myndighet);
}

struct valgbar_result valgbar(const struct valgbar_body *b, const struct valgbar_person *p)
{
	const struct organ_traits *t = organ_traits(b->organ);
	struct valgbar_result r = { 0 };

	if (t->listed || t->council_only || b->organ == ORGAN_KOMMUNESTYRE) {
		conditions(b, p, &r);
		among(b, p, &r);
		posts(b, p, &r);
	}
	if (kontrollutvalg(b->organ))
		controlled(b->organ, p, &r);
	else if (has(p, VERV_KONTROLLUTVALG) && closed_to_controllers(b))
		against(&r, VALGBAR_KONTROLLUTVALG);
	r.eligible = r.n_ground == 0;
	if (r.eligible && t->listed && !employees_own(b, p))
		r.duty = r.by_age || r.by_residence ? DUTY_NOT_BOUND : DUTY_BOUND;
	return r;
}
