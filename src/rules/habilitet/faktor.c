#include "rules/habilitet/tre.h"

const struct habil_word habil_checklist[] = {
	{ "hva", "Hva kan du, eller noen som står deg nær, vinne eller tape?",
	  "Kva kan du, eller nokon som står deg nær, vinne eller tape?" },
	{ "saerlig", "Er det særlig for deg, eller deler du det med mange?",
	  "Er det særleg for deg, eller deler du det med mange?" },
	{ "hvor_mye", "Hvor mye er det, hvor sannsynlig, og hvor snart?",
	  "Kor mykje er det, kor sannsynleg, og kor snart?" },
	{ "hvor_nar", "Hvor nær er tilknytningen?", "Kor nær er tilknytinga?" },
	{ "rolle", "Hva er eller var du hos en part, og hvor lenge siden er det?",
	  "Kva er eller var du hos ein part, og kor lenge sidan er det?" },
	{ "gave", "Har du nylig fått noe av en part?", "Har du nyleg fått noko av ein part?" },
	{ "innvendt", "Har en part innvendt noe? Det skal telle med.",
	  "Har ein part innvendt noko? Det skal telje med." },
	{ "samlet", "Er det flere svake bånd? Se dem under ett.",
	  "Er det fleire svake band? Sjå dei under eitt." },
};
const size_t n_habil_checklist = sizeof habil_checklist / sizeof *habil_checklist;

/* What the facts weigh beside the special circumstances, which have rows of their own. */
static bool is_near(const struct habil_facts *f)
{
	return f->tie == TIE_NEAR;
}

static bool is_ordinary(const struct habil_facts *f)
{
	return f->tie == TIE_ORDINARY;
}

static bool acted_before(const struct habil_facts *f)
{
	return f->agent == AGENT_BEFORE_START;
}

static bool is_deputy(const struct habil_facts *f)
{
	return f->office == OFFICE_VARAMEDLEM;
}

static bool is_hired(const struct habil_facts *f)
{
	return f->office == OFFICE_ANSATT;
}

static bool has_office(const struct habil_facts *f)
{
	return f->office != OFFICE_NONE && f->office != OFFICE_MEDLEM &&
	       f->office != OFFICE_VARAMEDLEM && f->office != OFFICE_ANSATT;
}

static bool is_member(const struct habil_facts *f)
{
	return f->office == OFFICE_MEDLEM;
}

static bool is_no_party(const struct habil_facts *f)
{
	return f->office != OFFICE_NONE && !f->entity_party;
}

static bool is_for_parent(const struct habil_facts *f)
{
	return f->office != OFFICE_NONE && f->for_public_parent && f->role != HABIL_ELECTED;
}

static bool took_part(const struct habil_facts *f)
{
	return f->first_instance && f->role == HABIL_OTHER;
}

static bool is_single(const struct habil_facts *f)
{
	return f->matter == MATTER_ENKELTVEDTAK || f->matter == MATTER_ANSETTELSE ||
	       f->matter == MATTER_REGULERINGSPLAN;
}

static bool is_general(const struct habil_facts *f)
{
	return f->matter == MATTER_REGELVERK || f->matter == MATTER_KOMMUNEPLAN ||
	       f->matter == MATTER_ARSBUDSJETT || f->matter == MATTER_OKONOMIPLAN ||
	       f->matter == MATTER_REGIONAL_PLANSTRATEGI || f->matter == MATTER_REGIONAL_PLAN;
}

static bool is_said_obvious(const struct habil_facts *f)
{
	return f->obvious;
}

static const struct { struct habil_factor factor; bool (*has)(const struct habil_facts *); }
rows[] = {
	{ { "nar_tilknytning", "en part står deg nær", "ein part står deg nær", TOWARD_INHABIL },
	  is_near },
	{ { "vanlig_fellesskap", "vanlig kollegialt eller politisk fellesskap",
	    "vanleg kollegialt eller politisk fellesskap", TOWARD_HABIL }, is_ordinary },
	{ { "representerte_for", "du hjalp en part før denne saken begynte; hvor lenge siden, og "
	    "med hva?", "du hjelpte ein part før denne saka tok til; kor lenge sidan, og med kva?",
	    TOWARD_EITHER }, acted_before },
	{ { "varamedlem", "varamedlem til styret; har du møtt?",
	    "varamedlem til styret; har du møtt?", TOWARD_EITHER }, is_deputy },
	{ { "ansatt", "ansatt uten ledende stilling; hva betyr saken for jobben din?",
	    "tilsett utan leiande stilling; kva har saka å seie for jobben din?",
	    TOWARD_EITHER }, is_hired },
	{ { "verv", "et verv eller en eierandel i virksomheten",
	    "eit verv eller ein eigardel i verksemda", TOWARD_INHABIL }, has_office },
	{ { "medlem", "bare vanlig medlem", "berre vanleg medlem", TOWARD_HABIL }, is_member },
	{ { "ikke_part", "virksomheten er ikke part i saken", "verksemda er ikkje part i saka",
	    TOWARD_HABIL }, is_no_party },
	{ { "morselskap", "du arbeider for det offentlig eide morselskapet",
	    "du arbeider for det offentleg eigde morselskapet", TOWARD_HABIL }, is_for_parent },
	{ { "deltok_for", "du var med på vedtaket det er klaget på",
	    "du var med på vedtaket det er klaga på", TOWARD_INHABIL }, took_part },
	{ { "enkeltsak", "saken gjelder bestemte personer eller eiendommer",
	    "saka gjeld bestemte personar eller eigedommar", TOWARD_INHABIL }, is_single },
	{ { "generell_sak", "saken gjelder generelle regler eller en overordnet plan",
	    "saka gjeld generelle reglar eller ein overordna plan", TOWARD_HABIL }, is_general },
	{ { "sagt_apenbart", "det er sagt at tilknytningen åpenbart ikke betyr noe; da må ingen "
	    "interesser tilsi at du går fra", "det er sagt at tilknytinga openbert ikkje betyr "
	    "noko; då må ingen interesser tilseie at du går frå", TOWARD_HABIL },
	  is_said_obvious },
};

size_t habil_factors(const struct habil_facts *f, struct habil_factor *out)
{
	size_t n = 0;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (rows[i].has(f))
			out[n++] = rows[i].factor;
	for (size_t i = 0; i < HABIL_SPECIAL__MAX; i++) {
		const struct habil_special_row *s = &habil_specials[i];

		if ((f->special & 1u << i) != 0)
			out[n++] = (struct habil_factor){ s->key, s->nb, s->nn, s->toward };
	}
	for (size_t i = 0; i < f->n_other; i++)
		out[n++] = (struct habil_factor){ f->other[i], f->other[i], f->other[i],
		                                  TOWARD_EITHER };
	return n;
}
