#include <string.h>

#include "app/habilitet/sak_inside.h"
#include "lib/arena.h"

#define CODE_BYTES_MAX 80

static const char *const known[] = {
	"tekst", "type", "rolle", "sakstype", "part_selv", "relasjon", "representasjon", "verv",
	"forberedt_som_ansatt", "deltok_i_forste_instans", "overordnet_inhabil", "skal_avgjore",
	"saerlige_forhold", "apenbart_uten_betydning", "haster", NULL
};
static const char *const known_office[] = {
	"rolle", "enhet", "enhet_er_part", "handler_for_offentlig_morselskap", NULL
};

/* A field and what it is about. */
struct field {
	struct habil_case *c;
	const json_t *of;
	const char *where, *name;
	enum habil_fact fact;
};

/* The value, and errors are about its section from here; NULL: not told, or told to be
 * unknown, which is kept. */
static const json_t *value(const struct field *f)
{
	const json_t *v = json_object_get(f->of, f->name);

	f->c->les.lov = habil_fact_rows[f->fact].lov;
	if (json_is_null(v))
		f->c->facts.unknown |= 1u << f->fact;
	return json_is_null(v) ? NULL : v;
}

static bool flag(const struct field *f, bool otherwise)
{
	return value(f) == NULL ? otherwise
		: les_flag(&f->c->les, f->of, f->where, f->name, otherwise);
}

static const char *all_keys(struct arena *mem, const struct habil_word *words, size_t n)
{
	const char *all = "";

	for (size_t i = 0; i < n; i++)
		all = arena_printf(mem, "%s%s%s", all, i == 0 ? "" : ", ", words[i].key);
	return all;
}

static size_t word(const struct field *f, const struct habil_word *words, size_t n,
                   size_t otherwise)
{
	const json_t *v = value(f);
	struct les *l = &f->c->les;
	const char *field = les_path(l, f->where, f->name);
	const char *key = v == NULL ? "" : les_text_of(l, v, field);
	size_t i = otherwise;

	if (*key == '\0')
		return otherwise;
	i = habil_alias_find(words, n, key);
	if (i < n)
		return i;
	les_fail(l, field, LES_NO_LOV, "«%s» er ikke et av ordene her. De er %s.",
	         les_key(l, key), all_keys(l->mem, words, n));
	return otherwise;
}

static void read_relation(const struct field *f)
{
	const json_t *v = value(f);
	struct les *l = &f->c->les;
	const char *field = les_path(l, f->where, f->name);
	const char *key = v == NULL ? "" : les_text_of(l, v, field), *all = "";

	if (*key == '\0' || strcmp(key, "ingen") == 0 ||
	    habil_relation_read(key, &f->c->facts.tie))
		return;
	for (size_t i = 0; i < n_habil_relations; i++)
		all = arena_printf(l->mem, "%s%s%s", all, i == 0 ? "" : ", ",
		                   habil_relations[i].key);
	les_fail(l, field, LES_NO_LOV, "«%s» er ikke et ord for en relasjon. Ordene er %s.",
	         les_key(l, key), all);
}

static void add_other(struct habil_case *c, const char *code, const char *field)
{
	struct habil_facts *f = &c->facts;

	for (size_t i = 0; i < f->n_other; i++)
		if (strcmp(f->other[i], code) == 0)
			return;
	if (f->n_other == HABIL_OTHERS_MAX)
		les_fail(&c->les, field, LES_NO_LOV, "Det kan være høyst %d slike forhold.",
		         HABIL_OTHERS_MAX);
	else
		f->other[f->n_other++] = code;
}

/* A circumstance without a key of ours is one all the same. */
static void read_specials(const struct field *f)
{
	const json_t *list = value(f) == NULL ? NULL
		: les_array(&f->c->les, f->of, f->where, f->name, false);
	struct les *l = &f->c->les;

	for (size_t i = 0; i < json_array_size(list) && les_well(l); i++) {
		const char *field = les_item(l, les_path(l, f->where, f->name), i);
		const char *code = les_text_of(l, json_array_get(list, i), field);
		const enum habil_special special = habil_special_find(code);

		if (special < HABIL_SPECIAL__MAX)
			f->c->facts.special |= 1u << special;
		else if (strlen(code) > CODE_BYTES_MAX)
			les_fail(l, field, LES_NO_LOV, "Teksten kan ikke være lengre enn %d "
			         "tegn.", CODE_BYTES_MAX);
		else if (les_well(l))
			add_other(f->c, code, field);
	}
}

/* What kind of entity, and what one is there, must be known when there is an office. */
static void needs(struct habil_case *c, const json_t *office, const char *name,
                  enum habil_fact fact)
{
	if (json_object_get(office, name) == NULL)
		c->facts.unknown |= 1u << fact;
}

static void read_office(struct habil_case *c, const json_t *facts)
{
	const struct field whole = { c, facts, "facts", "verv", FACT_OFFICE };
	const json_t *v = value(&whole) == NULL ? NULL
		: les_map(&c->les, facts, "facts", "verv", false);
	struct habil_facts *f = &c->facts;

	if (v == NULL || les_object(&c->les, v, "facts.verv", known_office,
	                            FVL_6_1_E_NR1) == NULL)
		return;
#define OFFICE(name, fact) (&(const struct field){ c, v, "facts.verv", name, fact })
	f->office = (enum habil_office)word(OFFICE("rolle", FACT_OFFICE), habil_offices,
	                                    HABIL_OFFICE__MAX, OFFICE_ANNET);
	f->entity = (enum habil_entity)word(OFFICE("enhet", FACT_ENTITY), habil_entities,
	                                    HABIL_ENTITY__MAX, ENTITY_ANNEN);
	f->entity_party = flag(OFFICE("enhet_er_part", FACT_ENTITY_PARTY), true);
	f->for_public_parent = flag(OFFICE("handler_for_offentlig_morselskap", FACT_PARENT),
	                            false);
#undef OFFICE
	needs(c, v, "rolle", FACT_OFFICE);
	if (f->office != OFFICE_NONE)
		needs(c, v, "enhet", FACT_ENTITY);
}

static void refuse_contradiction(struct habil_case *c)
{
	enum habil_fact one, two;

	if (habil_contradiction(&c->facts, &one, &two))
		les_fail(&c->les, les_path(&c->les, "facts", habil_fact_rows[one].key),
		         habil_fact_rows[one].lov, "Dette passer ikke sammen med «%s».",
		         habil_fact_rows[two].key);
}

void habil_read_facts(struct habil_case *c, const json_t *facts)
{
	struct habil_facts *f = &c->facts;

	les_object(&c->les, facts, "facts", known, FVL_6_1);
#define FACT(name, fact) (&(const struct field){ c, facts, "facts", name, fact })
	f->role = (enum habil_role)word(FACT("rolle", FACT_ROLE), habil_roles, HABIL_ROLE__MAX,
	                                HABIL_ELECTED);
	f->matter = (enum habil_matter)word(FACT("sakstype", FACT_MATTER), habil_matters,
	                                    HABIL_MATTER__MAX, MATTER_ANNET);
	f->party = flag(FACT("part_selv", FACT_PARTY), false);
	read_relation(FACT("relasjon", FACT_RELATION));
	f->agent = (enum habil_agent)word(FACT("representasjon", FACT_AGENT), habil_agents,
	                                  HABIL_AGENT__MAX, AGENT_NONE);
	read_office(c, facts);
	f->prepared_as_employee = flag(FACT("forberedt_som_ansatt", FACT_PREPARED), false);
	f->first_instance = flag(FACT("deltok_i_forste_instans", FACT_FIRST_INSTANCE), false);
	f->superior_out = flag(FACT("overordnet_inhabil", FACT_SUPERIOR), false);
	f->decides = flag(FACT("skal_avgjore", FACT_DECIDES), false);
	read_specials(FACT("saerlige_forhold", FACT_SPECIAL));
	f->obvious = flag(FACT("apenbart_uten_betydning", FACT_OBVIOUS), false);
#undef FACT
	c->les.lov = FVL_7;
	c->waiting_harms = les_flag(&c->les, facts, "facts", "haster", false);
	c->les.lov = LES_NO_LOV;
	refuse_contradiction(c);
}
