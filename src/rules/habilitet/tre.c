#include "rules/habilitet/tre.h"

#define BIT(fact) (1u << (fact))

static enum habil_tri both(enum habil_tri a, enum habil_tri b)
{
	return a < b ? a : b;
}

static enum habil_tri either(enum habil_tri a, enum habil_tri b)
{
	return a > b ? a : b;
}

static enum habil_tri no(enum habil_tri a)
{
	return (enum habil_tri)(TRI_YES - a);
}

/* What a fact says, unless it is unknown. */
static enum habil_tri told(const struct habil_facts *f, enum habil_fact fact, bool says)
{
	return (f->unknown & BIT(fact)) != 0 ? TRI_UNKNOWN : says ? TRI_YES : TRI_NO;
}

static enum habil_tri is_elected(const struct habil_facts *f)
{
	return told(f, FACT_ROLE, f->role == HABIL_ELECTED);
}

static enum habil_tri is_employee(const struct habil_facts *f)
{
	return told(f, FACT_ROLE, f->role == HABIL_EMPLOYEE);
}

static enum habil_tri is_matter(const struct habil_facts *f, enum habil_matter matter)
{
	return told(f, FACT_MATTER, f->matter == matter);
}

/* ---- § 11-10 (4): elections ---- */

static enum habil_tri election(const struct habil_facts *f)
{
	return both(is_elected(f), either(is_matter(f, MATTER_VALG),
	                                  is_matter(f, MATTER_GODTGJORING)));
}

/* ---- § 6 (1) ---- */

static enum habil_tri party(const struct habil_facts *f)
{
	return told(f, FACT_PARTY, f->party);
}

static enum habil_tri kin(const struct habil_facts *f)
{
	return told(f, FACT_RELATION, f->tie == TIE_B);
}

static enum habil_tri spouse(const struct habil_facts *f)
{
	return told(f, FACT_RELATION, f->tie == TIE_C);
}

static enum habil_tri agent(const struct habil_facts *f)
{
	return told(f, FACT_AGENT, f->agent == AGENT_NOW || f->agent == AGENT_SINCE_START);
}

/* An office that letter e names, in an entity that is a party. */
static enum habil_tri leads_party(const struct habil_facts *f)
{
	const bool named = f->office == OFFICE_LEDER || f->office == OFFICE_LEDENDE_STILLING ||
	                   f->office == OFFICE_STYREMEDLEM ||
	                   f->office == OFFICE_BEDRIFTSFORSAMLING;

	return both(told(f, FACT_OFFICE, named), told(f, FACT_ENTITY_PARTY, f->entity_party));
}

static bool is_association(enum habil_entity e)
{
	return e == ENTITY_SAMVIRKEFORETAK || e == ENTITY_FORENING || e == ENTITY_SPAREBANK ||
	       e == ENTITY_STIFTELSE;
}

static bool is_company(enum habil_entity e)
{
	return e == ENTITY_SELSKAP || e == ENTITY_RETTSSUBJEKT;
}

static enum habil_tri leads_association(const struct habil_facts *f)
{
	return both(leads_party(f), told(f, FACT_ENTITY, is_association(f->entity)));
}

/* Nobody elected acts for a parent company: they act for the municipality. */
static enum habil_tri for_parent(const struct habil_facts *f)
{
	return both(told(f, FACT_PARENT, f->for_public_parent), no(is_elected(f)));
}

static enum habil_tri leads_company(const struct habil_facts *f)
{
	return both(both(leads_party(f), told(f, FACT_ENTITY, is_company(f->entity))),
	            no(for_parent(f)));
}

static enum habil_tri any_automatic(const struct habil_facts *f)
{
	return either(either(either(party(f), kin(f)), either(spouse(f), agent(f))),
	              either(leads_association(f), leads_company(f)));
}

/* ---- § 6 (4) ---- */

static enum habil_tri is_obvious(const struct habil_facts *f)
{
	return told(f, FACT_OBVIOUS, f->obvious);
}

static enum habil_tri waived(const struct habil_facts *f)
{
	return both(is_obvious(f), any_automatic(f));
}

/* ---- the special rules of kommuneloven, and superiors ---- */

static enum habil_tri is_exempt_plan(const struct habil_facts *f)
{
	return told(f, FACT_MATTER, f->matter == MATTER_ARSBUDSJETT ||
	            f->matter == MATTER_OKONOMIPLAN || f->matter == MATTER_KOMMUNEPLAN ||
	            f->matter == MATTER_REGIONAL_PLANSTRATEGI ||
	            f->matter == MATTER_REGIONAL_PLAN);
}

static enum habil_tri prepared(const struct habil_facts *f)
{
	return both(both(is_elected(f), told(f, FACT_PREPARED, f->prepared_as_employee)),
	            no(is_exempt_plan(f)));
}

static enum habil_tri appeal(const struct habil_facts *f)
{
	return both(is_matter(f, MATTER_KLAGE_INTERN),
	            told(f, FACT_FIRST_INSTANCE, f->first_instance));
}

static enum habil_tri appeal_elected(const struct habil_facts *f)
{
	return both(is_elected(f), appeal(f));
}

static enum habil_tri appeal_employee(const struct habil_facts *f)
{
	return both(is_employee(f), appeal(f));
}

static enum habil_tri superior(const struct habil_facts *f)
{
	return both(is_employee(f), told(f, FACT_SUPERIOR, f->superior_out));
}

static enum habil_tri superior_appeal(const struct habil_facts *f)
{
	return both(superior(f), is_matter(f, MATTER_KLAGE_INTERN));
}

static enum habil_tri superior_decides(const struct habil_facts *f)
{
	return both(superior(f), told(f, FACT_DECIDES, f->decides));
}

/* ---- § 6 (2) ---- */

static bool special_opens(const struct habil_facts *f)
{
	for (size_t i = 0; i < HABIL_SPECIAL__MAX; i++)
		if ((f->special & 1u << i) != 0 && habil_specials[i].opens)
			return true;
	return f->n_other > 0;
}

/* More than membership, and not already letter e. */
static enum habil_tri office_opens(const struct habil_facts *f)
{
	const enum habil_tri has = told(f, FACT_OFFICE, f->office != OFFICE_NONE &&
	                                f->office != OFFICE_MEDLEM);

	return both(has, no(either(leads_association(f), leads_company(f))));
}

static enum habil_tri assess(const struct habil_facts *f)
{
	enum habil_tri tri = told(f, FACT_SPECIAL, special_opens(f));

	tri = either(tri, told(f, FACT_RELATION, f->tie == TIE_NEAR));
	tri = either(tri, told(f, FACT_AGENT, f->agent == AGENT_BEFORE_START));
	tri = either(tri, office_opens(f));
	return either(tri, both(told(f, FACT_ROLE, f->role == HABIL_OTHER), appeal(f)));
}

#define ASKS_ENTITY (BIT(FACT_OFFICE) | BIT(FACT_ENTITY) | BIT(FACT_ENTITY_PARTY))

const struct habil_ground habil_grounds[] = {
	{ "K4", RULE_HABIL_VALG, HABIL_UNNTAK, election, BIT(FACT_ROLE) | BIT(FACT_MATTER),
	  false },
	{ "A1", RULE_HABIL_PART, HABIL_AUTOMATISK, party, BIT(FACT_PARTY), true },
	{ "B1", RULE_HABIL_SLEKT, HABIL_AUTOMATISK, kin, BIT(FACT_RELATION), true },
	{ "C1", RULE_HABIL_EKTEFELLE, HABIL_AUTOMATISK, spouse, BIT(FACT_RELATION), true },
	{ "D1", RULE_HABIL_FULLMEKTIG, HABIL_AUTOMATISK, agent, BIT(FACT_AGENT), true },
	{ "E1", RULE_HABIL_VERV_FORENING, HABIL_AUTOMATISK, leads_association, ASKS_ENTITY,
	  true },
	{ "E2", RULE_HABIL_VERV_SELSKAP, HABIL_AUTOMATISK, leads_company,
	  ASKS_ENTITY | BIT(FACT_PARENT) | BIT(FACT_ROLE), true },
	{ "K1", RULE_HABIL_ANSATT, HABIL_SAERREGEL, prepared,
	  BIT(FACT_ROLE) | BIT(FACT_PREPARED) | BIT(FACT_MATTER), false },
	{ "K2", RULE_HABIL_KLAGE, HABIL_SAERREGEL, appeal_elected,
	  BIT(FACT_ROLE) | BIT(FACT_FIRST_INSTANCE) | BIT(FACT_MATTER), false },
	{ "K2", RULE_HABIL_KLAGE_ANSATT, HABIL_SAERREGEL, appeal_employee,
	  BIT(FACT_ROLE) | BIT(FACT_FIRST_INSTANCE) | BIT(FACT_MATTER), false },
	{ "K3", RULE_HABIL_KLAGE_OVERORDNET, HABIL_AVLEDET, superior_appeal,
	  BIT(FACT_ROLE) | BIT(FACT_SUPERIOR) | BIT(FACT_MATTER), false },
	{ "T", RULE_HABIL_OVERORDNET, HABIL_AVLEDET, superior_decides,
	  BIT(FACT_ROLE) | BIT(FACT_SUPERIOR) | BIT(FACT_DECIDES), false },
	/* Behind the special rules, which it does not set aside. */
	{ "U", RULE_HABIL_APENBART, HABIL_UNNTAK, waived, BIT(FACT_OBVIOUS), false },
	{ "S", RULE_HABIL_SKJONN, HABIL_SKJONN, assess, BIT(FACT_SPECIAL) | BIT(FACT_RELATION) |
	  BIT(FACT_AGENT) | ASKS_ENTITY | BIT(FACT_ROLE), false },
};
const size_t n_habil_grounds = sizeof habil_grounds / sizeof *habil_grounds;

/* ---- what was near, when nothing applies ---- */

static enum habil_tri member_of_association(const struct habil_facts *f)
{
	return both(told(f, FACT_OFFICE, f->office == OFFICE_MEDLEM),
	            told(f, FACT_ENTITY, is_association(f->entity)));
}

static enum habil_tri member_of_company(const struct habil_facts *f)
{
	return both(told(f, FACT_OFFICE, f->office == OFFICE_MEDLEM),
	            told(f, FACT_ENTITY, is_company(f->entity)));
}

static enum habil_tri prepared_plan(const struct habil_facts *f)
{
	return both(both(is_elected(f), told(f, FACT_PREPARED, f->prepared_as_employee)),
	            is_exempt_plan(f));
}

static enum habil_tri other_appeal(const struct habil_facts *f)
{
	return both(told(f, FACT_FIRST_INSTANCE, f->first_instance), no(is_employee(f)));
}

static enum habil_tri other_appeal_employee(const struct habil_facts *f)
{
	return both(told(f, FACT_FIRST_INSTANCE, f->first_instance), is_employee(f));
}

static enum habil_tri superior_near(const struct habil_facts *f)
{
	return told(f, FACT_SUPERIOR, f->superior_out);
}

static enum habil_tri ordinary(const struct habil_facts *f)
{
	return either(told(f, FACT_SPECIAL, f->special != 0),
	              told(f, FACT_RELATION, f->tie == TIE_ORDINARY));
}

static const struct { enum rule rule; enum habil_tri (*near)(const struct habil_facts *); }
cleared[] = {
	{ RULE_HABIL_MEDLEM, member_of_association },
	{ RULE_HABIL_MEDLEM_SELSKAP, member_of_company },
	{ RULE_HABIL_ANSATT_PLAN, prepared_plan },
	{ RULE_HABIL_KLAGE_ELLERS, other_appeal },
	{ RULE_HABIL_KLAGE_ELLERS_ANSATT, other_appeal_employee },
	{ RULE_HABIL_OVERORDNET, superior_near },
	{ RULE_HABIL_VANLIGE_FORHOLD, ordinary },
};

static void put_cleared(struct habil_result *r, const struct habil_facts *f)
{
	for (size_t i = 0; i < sizeof cleared / sizeof *cleared; i++)
		if (cleared[i].near(f) == TRI_YES)
			r->rule[r->n_rule++] = cleared[i].rule;
	if (r->n_rule == 0)
		r->rule[r->n_rule++] = f->role == HABIL_ELECTED ? RULE_HABIL_INGEN_GRUNN
		                                                : RULE_HABIL_INGEN_GRUNN_ANSATT;
}

/* ---- the tree ---- */

/* Asks for what a ground hangs on. */
static void ask(struct habil_result *r, const struct habil_ground *g, const struct habil_facts *f)
{
	r->missing |= f->unknown & (g->asks | (g->waivable ? BIT(FACT_OBVIOUS) : 0));
	if (r->n_rule < HABIL_GROUNDS_MAX)
		r->rule[r->n_rule++] = g->rule;
}

struct habil_result habilitet(const struct habil_facts *f)
{
	struct habil_result r = { .outcome = HABIL_HABIL };
	bool open[HABIL_OUTCOME__MAX] = { false };

	for (size_t i = 0; i < n_habil_grounds; i++) {
		const struct habil_ground *g = &habil_grounds[i];
		const enum habil_tri is = g->applies(f);
		const enum habil_tri stands = g->waivable ? both(is, no(is_obvious(f))) : is;

		if (is == TRI_YES)
			r.found[r.n_found++] = (struct habil_found){ g, stands == TRI_NO };
		if (r.deciding != NULL)
			continue;
		if (stands == TRI_YES) {
			r.deciding = g;
			r.outcome = g->outcome;
		} else if (stands == TRI_UNKNOWN) {
			open[g->outcome] = true;
			ask(&r, g, f);
		}
	}
	/* What is unknown and could only have said the same needs no asking. */
	open[r.outcome] = r.deciding == NULL && open[r.outcome];
	for (size_t i = 0; i < HABIL_OUTCOME__MAX; i++)
		if (open[i]) {
			r.outcome = HABIL_MANGLER;
			r.deciding = NULL;
			return r;
		}
	r.missing = 0;
	r.n_rule = 0;
	if (r.deciding != NULL)
		r.rule[r.n_rule++] = r.deciding->rule;
	else
		put_cleared(&r, f);
	return r;
}

bool habil_is_inhabil(enum habil_outcome outcome)
{
	return outcome == HABIL_AUTOMATISK || outcome == HABIL_SAERREGEL ||
	       outcome == HABIL_AVLEDET;
}

const struct habil_word *habil_outcome_word(enum habil_outcome outcome)
{
	static const struct habil_word words[HABIL_OUTCOME__MAX] = {
		[HABIL_HABIL] = { "habil", "Habil: ingen av grunnene gjelder.",
		                  "Habil: ingen av grunnane gjeld." },
		[HABIL_UNNTAK] = { "habil_unntak", "Habil: et unntak gjelder.",
		                   "Habil: eit unntak gjeld." },
		[HABIL_AUTOMATISK] = { "inhabil_automatisk",
		                       "Inhabil uten nærmere vurdering.",
		                       "Inhabil utan nærmare vurdering." },
		[HABIL_SAERREGEL] = { "inhabil_saerregel", "Inhabil etter en særregel.",
		                      "Inhabil etter ein særregel." },
		[HABIL_AVLEDET] = { "inhabil_avledet", "Inhabil fordi lederen er det.",
		                    "Inhabil fordi leiaren er det." },
		[HABIL_SKJONN] = { "skjonn", "Må vurderes. Organet avgjør.",
		                   "Må vurderast. Organet avgjer." },
		[HABIL_MANGLER] = { "mangler_opplysninger",
		                    "Noe må være kjent før spørsmålet kan besvares.",
		                    "Noko må vere kjent før spørsmålet kan få svar." },
	};

	return &words[outcome];
}
