/* sak_tall.c - the methods that give a number or a few. */
#include "app/valg/sak_metode.h"
#include "rules/moete/medlemstall.h"
#include "rules/moete/tall.h"
#include "rules/valg/direkte.h"
#include "rules/valg/kjoenn.h"

#define POPULATION_MAX 100000000

static void put(struct sak *s, const char *name, int64_t n)
{
	json_object_set_new(s->out, name, json_integer(n));
}

void sak_kjonn_minimum(struct sak *s)
{
	sak_rule(s, RULE_KJOENN_MINIMUM);
	put(s, "min_per_gender", (int64_t)kjoenn_minimum(s->seats));
}

static void council(struct sak *s, enum medlemstall_level level)
{
	const int64_t population = les_int(&s->les, s->in, "", "population", (struct les_limit){
		true, 0, POPULATION_MAX, LES_NO_LOV });
	const char *size = "lovlig";

	if (!les_well(&s->les))
		return;
	put(s, "min_members", (int64_t)medlemstall_least(level, population));
	switch (medlemstall_check(level, population, s->seats)) {
	case MEDLEMSTALL_EVEN:
		size = "partall";
		break;
	case MEDLEMSTALL_SMALL:
		size = "for_lite";
		break;
	case MEDLEMSTALL_OK:
		break;
	}
	json_object_set_new(s->out, "size", json_string(size));
	sak_rule(s, RULE_MEDLEMSTALL_DAG);
}

void sak_kommunestyre_minstetall(struct sak *s)
{
	sak_rule(s, RULE_KOMMUNESTYRE_MINSTETALL);
	council(s, LEVEL_KOMMUNE);
}

void sak_fylkesting_minstetall(struct sak *s)
{
	sak_rule(s, RULE_FYLKESTING_MINSTETALL);
	council(s, LEVEL_FYLKE);
}

void sak_vedtaksforhet(struct sak *s)
{
	sak_rule(s, RULE_VEDTAKSFOER_KONSTITUERENDE);
	sak_rule(s, RULE_VEDTAKSFOER);
	sak_rule(s, RULE_TREDEL);
	put(s, "constituting", (int64_t)tall_quorum_constituting(s->seats));
	put(s, "ordinary", (int64_t)tall_quorum(s->seats));
	put(s, "third", (int64_t)tall_third(s->seats));
}

void sak_valggrenser(struct sak *s)
{
	const struct direkte_slengere slengere = direkte_most_slengere(s->seats);
	const bool up = sak_choice(s, TVIL_SLENGERE_BROEK) == 1;

	sak_rule(s, RULE_STEMMETILLEGG);
	sak_rule(s, RULE_SLENGERE);
	put(s, "max_stemmetillegg", (int64_t)direkte_most_bonus(s->seats));
	put(s, "max_slengere", (int64_t)(up && slengere.open ? slengere.rounded_up
	                                                     : slengere.most));
	if (slengere.open)
		json_object_set_new(s->out, "questions", json_pack("[{s:s, s:s, s:[{s:s, s:I}, "
			"{s:s, s:I}]}]", "question", "slengere_broek", "default", "rund_ned",
			"alternatives", "rule", "rund_ned", "max_slengere",
			(json_int_t)slengere.most, "rule", "rund_opp", "max_slengere",
			(json_int_t)slengere.rounded_up));
}

void sak_listestemmer(struct sak *s)
{
	const struct les_limit votes = { true, 0, VALG_VOTES_MAX, LES_NO_LOV };
	const struct direkte_votes v = {
		.ballots = les_int(&s->les, s->in, "", "ballots", votes),
		.received = les_int(&s->les, s->in, "", "received", votes),
		.given = les_int(&s->les, s->in, "", "given", votes), .seats = s->seats };
	int64_t total;

	if (!les_well(&s->les))
		return;
	total = direkte_list_votes(&v);
	if (total < 0) {
		les_fail(&s->les, "given", VALGL_13_1_3,
		         "Det er gitt flere slengere enn stemmesedlene har listestemmer.");
		return;
	}
	sak_rule(s, RULE_LISTESTEMMER);
	put(s, "listestemmetall", total);
}
