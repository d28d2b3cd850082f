/* sak_valgbar.c - the method valgbarhet: can this person be elected to this? */
#include "app/valg/sak_metode.h"
#include "lib/arena.h"
#include "rules/valg/valgbar.h"

static const char *optional(struct sak *s, const json_t *o, const char *name)
{
	return json_object_get(o, name) == NULL ? NULL : sak_text(s, o, "person", name, true);
}

static void read_offices(struct sak *s, const json_t *o, struct valgbar_person *p)
{
	const json_t *a = sak_array(s, o, "person", "verv", false);
	enum verv *verv;

	p->n_verv = json_array_size(a);
	if (p->n_verv > VERV__MAX) {
		sak_fail(s, "person.verv", SAK_NO_LOV, "Høyst %d verv.", VERV__MAX);
		p->n_verv = 0;
	}
	verv = arena_array(s->mem, p->n_verv + 1, sizeof *verv);
	for (size_t i = 0; i < p->n_verv && sak_well(s); i++) {
		const char *field = sak_item(s, "person.verv", i);
		const char *word = sak_text_of(s, json_array_get(a, i), field);

		if (sak_well(s) && !verv_read(word, &verv[i]))
			sak_fail(s, field, SAK_NO_LOV, "Vi kjenner ikke vervet «%s».", word);
	}
	p->verv = verv;
}

static struct valgbar_person read_person(struct sak *s, struct valgbar_body *body)
{
	static const char *const known[] = {
		"stemmerett", "under_alder", "bosatt", "samtykke", "kommunestyremedlem", "stilling",
		"fratradt", "verv", "parti", "gruppe", "ordforer_parti", "ordforer_gruppe",
		"parlamentarisk", "uten_myndighet", "utenfor_kommunedelen", "bare_kommunedelen",
		"ansattrepresentant", NULL };
	const json_t *o = sak_map(s, s->in, "", "person", true);
	struct valgbar_person p = { .n_verv = 0 };

	if (o == NULL || sak_object(s, o, "person", known, SAK_NO_LOV) == NULL)
		return p;
	p.stemmerett = sak_flag(s, o, "person", "stemmerett", false);
	p.under_alder = sak_flag(s, o, "person", "under_alder", false);
	p.bosatt = sak_flag(s, o, "person", "bosatt", false);
	p.utenfor_kommunedelen = sak_flag(s, o, "person", "utenfor_kommunedelen", false);
	body->bare_kommunedelen = sak_flag(s, o, "person", "bare_kommunedelen", false);
	p.ansattrepresentant = sak_flag(s, o, "person", "ansattrepresentant", false);
	p.samtykke = sak_flag(s, o, "person", "samtykke", false);
	p.kommunestyremedlem = sak_flag(s, o, "person", "kommunestyremedlem", false);
	p.stilling = stilling_read(optional(s, o, "stilling"));
	p.fratraadt = sak_flag(s, o, "person", "fratradt", false);
	p.parti = optional(s, o, "parti");
	p.gruppe = optional(s, o, "gruppe");
	p.ordfoerer_parti = optional(s, o, "ordforer_parti");
	p.ordfoerer_gruppe = optional(s, o, "ordforer_gruppe");
	body->parlamentarisk = sak_flag(s, o, "person", "parlamentarisk", false);
	body->uten_myndighet = sak_flag(s, o, "person", "uten_myndighet", false);
	read_offices(s, o, &p);
	return p;
}

static void put_rules(struct sak *s, const struct valgbar_result *r, enum organ organ)
{
	for (size_t i = 0; i < r->n_ground; i++)
		sak_rule(s, valgbar_rule(r->ground[i], organ));
	if (r->by_age)
		sak_rule(s, RULE_VALGBAR_UNG);
	if (r->by_leaving)
		sak_rule(s, RULE_VALGBAR_STILLING);
	if (r->by_residence)
		sak_rule(s, organ == ORGAN_PARTSSAMMENSATT ? RULE_VALGBAR_ANSATTE :
		                                             RULE_VALGBAR_BOSTED);
	if (organ_traits(organ)->listed)
		sak_rule(s, RULE_VALGBAR_VILKAAR);
	else if (organ == ORGAN_ORDFOERER || organ == ORGAN_VARAORDFOERER)
		sak_rule(s, RULE_VALGBAR_ORDFOERER);
	else if (organ == ORGAN_FORMANNSKAP)
		sak_rule(s, RULE_VALGBAR_FORMANNSKAP);
}

void sak_valgbarhet(struct sak *s)
{
	struct valgbar_body body = { .organ = s->organ };
	const struct valgbar_person person = read_person(s, &body);
	json_t *reasons = json_array();
	struct valgbar_result r;

	json_object_set_new(s->out, "reasons", reasons);
	if (!s->organ_known)
		sak_fail(s, "organ", SAK_NO_LOV, "Vi kjenner ikke organet «%s».", s->organ_name);
	if (!sak_well(s))
		return;
	r = valgbar(&body, &person);
	json_object_set_new(s->out, "eligible", json_boolean(r.eligible));
	if (r.duty != DUTY_UNSAID)
		json_object_set_new(s->out, "duty", json_boolean(r.duty == DUTY_BOUND));
	for (size_t i = 0; i < r.n_ground; i++)
		json_array_append_new(reasons, json_string(valgbar_key(r.ground[i])));
	put_rules(s, &r, body.organ);
}
