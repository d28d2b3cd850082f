/* sjekk_spor.c - the questions of the self-check and their answers. */
#include <string.h>

#include "app/habilitet/sjekk.h"
#include "web/text.h"

#define N(a) (sizeof(a) / sizeof(a)[0])
#define BIT(fact) (1u << (fact))
#define TIE_OF_OFFICE (BIT(FACT_OFFICE) | BIT(FACT_ENTITY) | BIT(FACT_ENTITY_PARTY) | \
                       BIT(FACT_PARENT))
#define TIE_OF_SUPERIOR (BIT(FACT_SUPERIOR) | BIT(FACT_DECIDES))
#define OPENING ((1u << SPECIAL_FELLES) - 1)    /* those before the ordinary ones */
#define ORDINARY ((1u << HABIL_SPECIAL__MAX) - 1 - OPENING)

static const struct sjekk_option valg[] = {
	{ N_("Ja"), NULL, { .matter = MATTER_VALG }, BIT(FACT_ROLE) | BIT(FACT_MATTER) },
	{ N_("Nei"), NULL, { .matter = MATTER_ANNET }, BIT(FACT_MATTER) },
};

static const struct sjekk_option part[] = {
	{ N_("Ja"), NULL, { .party = true }, BIT(FACT_PARTY) },
	{ N_("Nei"), NULL, { .party = false }, BIT(FACT_PARTY) },
};

static const struct sjekk_option slekt[] = {
	{ N_("Nei, ingen av disse"), NULL, { .tie = TIE_NONE }, BIT(FACT_RELATION) },
};

static const struct sjekk_option verge[] = {
	{ N_("Ja, nå"), NULL, { .agent = AGENT_NOW }, BIT(FACT_AGENT) },
	{ N_("Ja, på et tidspunkt etter at saken begynte"), NULL, { .agent = AGENT_SINCE_START },
	  BIT(FACT_AGENT) },
	{ N_("Ja, men bare før saken begynte"), NULL, { .agent = AGENT_BEFORE_START },
	  BIT(FACT_AGENT) },
	{ N_("Nei"), NULL, { .agent = AGENT_NONE }, BIT(FACT_AGENT) },
};

static const struct sjekk_option verv[] = {
	{ N_("Jeg er leder"), NULL, { .office = OFFICE_LEDER }, BIT(FACT_OFFICE) },
	{ N_("Jeg har en ledende stilling"), NULL, { .office = OFFICE_LEDENDE_STILLING },
	  BIT(FACT_OFFICE) },
	{ N_("Jeg sitter i styret"), NULL, { .office = OFFICE_STYREMEDLEM }, BIT(FACT_OFFICE) },
	{ N_("Jeg sitter i bedriftsforsamlingen"), NULL, { .office = OFFICE_BEDRIFTSFORSAMLING },
	  BIT(FACT_OFFICE) },
	{ N_("Jeg er varamedlem til styret"), NULL, { .office = OFFICE_VARAMEDLEM },
	  BIT(FACT_OFFICE) },
	{ N_("Jeg er ansatt, uten å være leder"), NULL, { .office = OFFICE_ANSATT },
	  BIT(FACT_OFFICE) },
	{ N_("Jeg er eier eller medeier"), NULL, { .office = OFFICE_EIER }, BIT(FACT_OFFICE) },
	{ N_("Jeg hadde et verv eller en jobb der før"), NULL, { .office = OFFICE_TIDLIGERE },
	  BIT(FACT_OFFICE) },
	{ N_("Jeg har en annen tilknytning"), NULL, { .office = OFFICE_ANNET },
	  BIT(FACT_OFFICE) },
	{ N_("Jeg er bare vanlig medlem"), NULL,
	  { .office = OFFICE_MEDLEM, .entity = ENTITY_FORENING },
	  BIT(FACT_OFFICE) | BIT(FACT_ENTITY) },
	{ N_("Nei, ingenting"), NULL, { .office = OFFICE_NONE }, BIT(FACT_OFFICE) },
};

static const struct sjekk_option er_part[] = {
	{ N_("Ja"), NULL, { .entity_party = true }, BIT(FACT_ENTITY_PARTY) },
	{ N_("Nei"), NULL, { .entity_party = false }, BIT(FACT_ENTITY_PARTY) },
};

#define ENTITY(text, which) { text, NULL, { .entity = (which) }, BIT(FACT_ENTITY) }
static const struct sjekk_option enhet[] = {
	ENTITY(N_("Et lag eller en forening"), ENTITY_FORENING),
	ENTITY(N_("Et samvirkeforetak (SA)"), ENTITY_SAMVIRKEFORETAK),
	ENTITY(N_("En stiftelse"), ENTITY_STIFTELSE),
	ENTITY(N_("En sparebank"), ENTITY_SPAREBANK),
	ENTITY(N_("Et selskap, for eksempel AS eller IKS, også når kommunen eier det"),
	       ENTITY_SELSKAP),
	ENTITY(N_("Et samarbeid mellom kommuner som er eget rettssubjekt"), ENTITY_RETTSSUBJEKT),
	ENTITY(N_("Et kommunalt foretak (KF)"), ENTITY_KOMMUNALT_FORETAK),
	ENTITY(N_("Et organ eller samarbeid som ikke er eget rettssubjekt"),
	       ENTITY_UTEN_RETTSSUBJEKT),
	ENTITY(N_("Noe annet"), ENTITY_ANNEN),
};

static const struct sjekk_option mor[] = {
	{ N_("Ja"), NULL, { .role = HABIL_OTHER, .for_public_parent = true },
	  BIT(FACT_PARENT) | BIT(FACT_ROLE) },
	{ N_("Nei, jeg er med for kommunen"), NULL, { .for_public_parent = false },
	  BIT(FACT_PARENT) },
};

static const struct sjekk_option apenbart[] = {
	{ N_("Ja, det er åpenbart"), NULL, { .obvious = true }, BIT(FACT_OBVIOUS) },
	{ N_("Nei, eller jeg er i tvil"), NULL, { .obvious = false }, BIT(FACT_OBVIOUS) },
};

static const struct sjekk_option rolle[] = {
	{ N_("Som folkevalgt"), NULL, { .role = HABIL_ELECTED }, BIT(FACT_ROLE) },
	{ N_("Som ansatt"), NULL, { .role = HABIL_EMPLOYEE }, BIT(FACT_ROLE) },
};

static const struct sjekk_option forberedt[] = {
	{ N_("Nei"), NULL, { .prepared_as_employee = false }, BIT(FACT_PREPARED) },
	{ N_("Ja, og saken er en av dem som er unntatt"), NULL,
	  { .prepared_as_employee = true, .matter = MATTER_KOMMUNEPLAN },
	  BIT(FACT_PREPARED) | BIT(FACT_MATTER) },
	{ N_("Ja, og saken er noe annet"), NULL, { .prepared_as_employee = true },
	  BIT(FACT_PREPARED) },
};

static const struct sjekk_option klage[] = {
	{ N_("Nei"), NULL, { .matter = MATTER_ANNET }, BIT(FACT_MATTER) },
	{ N_("Ja, og kommunen avgjør den selv"), NULL, { .matter = MATTER_KLAGE_INTERN },
	  BIT(FACT_MATTER) },
	{ N_("Ja, men staten avgjør den; kommunen ser bare på vedtaket en gang til"), NULL,
	  { .matter = MATTER_KLAGE_STATLIG, .first_instance = true },
	  BIT(FACT_MATTER) | BIT(FACT_FIRST_INSTANCE) },
};

static const struct sjekk_option forste[] = {
	{ N_("Ja"), NULL, { .first_instance = true }, BIT(FACT_FIRST_INSTANCE) },
	{ N_("Nei"), NULL, { .first_instance = false }, BIT(FACT_FIRST_INSTANCE) },
};

static const struct sjekk_option overordnet[] = {
	{ N_("Ja"), NULL, { .superior_out = true }, BIT(FACT_SUPERIOR) },
	{ N_("Nei"), NULL, { .superior_out = false }, BIT(FACT_SUPERIOR) },
};

static const struct sjekk_option avgjor[] = {
	{ N_("Ja"), NULL, { .decides = true }, BIT(FACT_DECIDES) },
	{ N_("Nei"), NULL, { .decides = false }, BIT(FACT_DECIDES) },
};

static const struct sjekk_option saerlig[] = {
	{ N_("Ja, noe av dette, eller noe som ligner"), NULL, { .special = OPENING },
	  BIT(FACT_SPECIAL) },
	{ N_("Bare noe av det som er vanlig"), NULL, { .special = ORDINARY },
	  BIT(FACT_SPECIAL) },
	{ N_("Nei, ingenting"), NULL, { .special = 0 }, BIT(FACT_SPECIAL) },
};

const struct sjekk_question sjekk_questions[SJEKK_ASK__MAX] = {
	[ASK_VALG] = { FACT_MATTER, 0,
		N_("Skal du som folkevalgt være med på å velge noen til et offentlig verv, eller "
		   "på å bestemme godtgjøring for slike verv?"),
		N_("For eksempel å velge leder i et utvalg, eller å bestemme hva ordføreren skal "
		   "ha i godtgjøring. Ansettelser, suspensjon og lønn til ansatte er ikke det."),
		N_("Se på saken i innkallingen. Handler den om hvem som skal ha et verv, eller "
		   "hva vervet skal betales, er svaret ja. Sekretæren kan hjelpe deg."),
		valg, N(valg) },
	[ASK_PART] = { FACT_PARTY, BIT(FACT_PARTY), NULL,
		N_("Det er du når vedtaket retter seg mot deg, for eksempel fordi du har søkt "
		   "eller klaget, eller når saken gjelder deg direkte på en annen måte, som når "
		   "en reguleringsplan legger en grense over tomta di."),
		N_("Se i saken hvem som har søkt, klaget eller fått brev. Gjelder den noe du eier? "
		   "Sekretæren kan hjelpe deg."), part, N(part) },
	[ASK_SLEKT] = { FACT_RELATION, BIT(FACT_RELATION), NULL,
		N_("Velg ordet for det parten er for deg. Passer flere, velg det som står øverst. "
		   "Er det flere parter, tar du dem én om gangen."),
		N_("Se i saken hvem partene er. Er navnene unntatt offentlighet, kan sekretæren "
		   "sjekke det for deg."), slekt, N(slekt) },
	[ASK_VERGE] = { FACT_AGENT, BIT(FACT_AGENT), NULL,
		N_("En fullmektig handler på vegne av parten, for eksempel som advokat."),
		N_("Spør parten, eller finn fram fullmakten: Det teller om den gjaldt etter at "
		   "saken begynte."), verge, N(verge) },
	[ASK_VERV] = { FACT_OFFICE, TIE_OF_OFFICE,
		N_("Har du noe å gjøre med en virksomhet, et lag eller en stiftelse som saken "
		   "berører?"),
		N_("Passer flere, velg det som står øverst. Er det flere virksomheter, tar du dem "
		   "én om gangen. Hvem som leder og sitter i styret, står i "
		   "Brønnøysundregistrene."), NULL, verv, N(verv) },
	[ASK_ER_PART] = { FACT_ENTITY_PARTY, TIE_OF_OFFICE, NULL,
		N_("Det er den når vedtaket retter seg mot den, eller saken gjelder den direkte på "
		   "en annen måte. Å bli omtalt er ikke nok."),
		N_("Se i saken hvem som har søkt, klaget eller fått brev. Sekretæren kan hjelpe "
		   "deg."), er_part, N(er_part) },
	[ASK_ENHET] = { FACT_ENTITY, TIE_OF_OFFICE, NULL, NULL,
		N_("Ofte sier navnet det: AS, IKS, SA, KF. Ellers står det i Enhetsregisteret."),
		enhet, N(enhet) },
	[ASK_MOR] = { FACT_PARENT, TIE_OF_OFFICE, NULL,
		N_("Dette gjelder ikke folkevalgte: De er alltid med for kommunen."), NULL,
		mor, N(mor) },
	[ASK_APENBART] = { FACT_OBVIOUS, BIT(FACT_OBVIOUS), NULL,
		N_("Unntaket er snevert. Det må være klart for alle at tilknytningen ikke kan "
		   "påvirke deg, og ingen må ha god grunn til å ønske at du går fra. Kan saken gi "
		   "deg eller noen som står deg nær en særlig fordel eller ulempe, er svaret nei."),
		NULL, apenbart, N(apenbart) },
	[ASK_ROLLE] = { FACT_ROLE, 0, NULL, NULL, NULL, rolle, N(rolle) },
	[ASK_FORBEREDT] = { FACT_PREPARED, BIT(FACT_PREPARED), NULL,
		N_("Det som kollegene dine har gjort, teller ikke. Unntatt fra denne regelen er "
		   "%s. En reguleringsplan er ikke unntatt."),
		N_("Se hvem som står bak saksframlegget og vedleggene, eller spør "
		   "saksbehandleren."), forberedt, N(forberedt) },
	[ASK_KLAGE] = { FACT_MATTER, BIT(FACT_FIRST_INSTANCE),
		N_("Er saken en klage på et vedtak?"),
		N_("Noen klager avgjør kommunen selv, i en klagenemnd, i formannskapet eller i "
		   "kommunestyret. Andre, som i byggesaker, avgjør statsforvalteren."),
		N_("I vedtaket det er klaget på, står det hvem som avgjør klagen. Sekretæren kan "
		   "hjelpe deg."), klage, N(klage) },
	[ASK_FORSTE] = { FACT_FIRST_INSTANCE, BIT(FACT_FIRST_INSTANCE), NULL, NULL,
		N_("Møteboken viser hvem som var med."), forste, N(forste) },
	[ASK_OVERORDNET] = { FACT_SUPERIOR, TIE_OF_SUPERIOR, NULL,
		N_("Spør lederen din hvis du ikke vet det."), NULL, overordnet, N(overordnet) },
	[ASK_AVGJOR] = { FACT_DECIDES, TIE_OF_SUPERIOR, NULL, NULL, NULL, avgjor, N(avgjor) },
	[ASK_SAERLIG] = { FACT_SPECIAL, BIT(FACT_SPECIAL), NULL, NULL,
		N_("Tenk deg en som kjenner saken, men ikke deg: Ville vedkommende stole på at du "
		   "er upartisk? Er du i tvil, så ta det opp. Da vurderer organet det."),
		saerlig, N(saerlig) },
};

const struct sjekk_kin sjekk_kin[] = {
	{ "ektefelle", N_("Ektefelle, forlovet eller samboer") },
	{ "barn", N_("Barn, foreldre og andre rett ned eller opp") },
	{ "sosken", N_("Søsken") },
	{ "ektefelles_barn", N_("Familien til ektefellen din") },
	{ "soskens_ektefelle", N_("Gift inn i familien") },
	{ "samboers_barn", N_("Samboere i familien, og familien til samboeren din") },
	{ "tante_onkel", N_("Tante, onkel, niese, nevø, søskenbarn") },
	{ "nar_venn", N_("Venn, uvenn, arbeid og forretninger") },
	{ "partifelle", N_("Kollega, partifelle, nabo, bekjent") },
};
const size_t n_sjekk_kin = N(sjekk_kin);

size_t sjekk_n_options(enum sjekk_ask ask)
{
	return (ask == ASK_SLEKT ? n_habil_relations : 0) + sjekk_questions[ask].n_option;
}

struct sjekk_option sjekk_option(enum sjekk_ask ask, size_t i)
{
	struct sjekk_option word = { .tells = BIT(FACT_RELATION) };

	if (ask != ASK_SLEKT)
		return sjekk_questions[ask].option[i];
	if (i >= n_habil_relations)
		return sjekk_questions[ask].option[i - n_habil_relations];
	word.nb = habil_relations[i].nb;
	word.nn = habil_relations[i].nn;
	habil_relation_read(habil_relations[i].key, &word.facts.tie);
	return word;
}

static void tell(struct habil_facts *f, enum habil_fact fact, const struct habil_facts *from)
{
	switch (fact) {
	case FACT_ROLE: f->role = from->role; break;
	case FACT_MATTER: f->matter = from->matter; break;
	case FACT_PARTY: f->party = from->party; break;
	case FACT_RELATION: f->tie = from->tie; break;
	case FACT_AGENT: f->agent = from->agent; break;
	case FACT_OFFICE: f->office = from->office; break;
	case FACT_ENTITY: f->entity = from->entity; break;
	case FACT_ENTITY_PARTY: f->entity_party = from->entity_party; break;
	case FACT_PARENT: f->for_public_parent = from->for_public_parent; break;
	case FACT_PREPARED: f->prepared_as_employee = from->prepared_as_employee; break;
	case FACT_FIRST_INSTANCE: f->first_instance = from->first_instance; break;
	case FACT_SUPERIOR: f->superior_out = from->superior_out; break;
	case FACT_DECIDES: f->decides = from->decides; break;
	case FACT_OBVIOUS: f->obvious = from->obvious; break;
	case FACT_SPECIAL: f->special = from->special; break;
	case HABIL_FACT__MAX: break;
	}
}

void sjekk_tell(struct habil_facts *f, uint32_t bits, const struct habil_facts *from)
{
	for (unsigned i = 0; i < HABIL_FACT__MAX; i++)
		if ((bits & BIT(i)) != 0)
			tell(f, (enum habil_fact)i, from);
}
