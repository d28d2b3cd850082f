#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "app/habilitet/sak_inside.h"
#include "lib/arena.h"
#include "lib/utf8.h"

#define BODY_MAX 10000          /* members of a body, and days: more than there are */

static const char *const known[] = {
	"tekst", "type", "sporsmal", "medlemmer", "motte", "antall_reist", "kreves_av", "dager",
	NULL
};

/* Words that a question is recognized by in a story; all of a row must be there. */
static const struct { const char *question, *word[2]; } words[] = {
	{ "hvem_avgjor", { "jeg er inhabil" } },
	{ "flere_reist", { "reist", "samme sak" } },
	{ "forberedelse", { "forberedte" } },
	{ "virkning", { "utfallet" } },
	{ "virkning", { "gyldig" } },
	{ "lovlighetskontroll", { "erklært inhabil", "dager" } },
	{ "lovlighetskontroll", { "lovlighetskontroll" } },
	{ "kommunedirektor", { "kommunedirektøren er inhabil" } },
	{ "moteleder", { "møtelederen er inhabil" } },
	{ "moteleder", { "ordføreren er inhabil" } },
	{ "forklaring", { "forklare" } },
	{ "meldeplikt", { "sier fra" } },
	{ "vara", { "varamedlem" } },
	{ "motebok", { "møtebok" } },
	{ "motebok", { "protokoll" } },
	{ "fritak", { "fritak" } },
	{ "fritak", { "personlige grunner" } },
	{ "stemmeplikt", { "blankt" } },
	{ "forelopig", { "kan ikke vente" } },
	{ "forelopig", { "haster" } },
};

/* Of a story that is about one question only; NULL: none, or several. */
static const struct habil_procedure *recognize(struct habil_case *c)
{
	const char *clean = utf8_clean(c->les.mem, c->story, false);
	const char *story = clean == NULL ? "" : utf8_fold(c->les.mem, clean), *found = NULL;

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		if (strstr(story, words[i].word[0]) == NULL ||
		    (words[i].word[1] != NULL && strstr(story, words[i].word[1]) == NULL))
			continue;
		if (found != NULL && strcmp(found, words[i].question) != 0)
			return NULL;
		found = words[i].question;
	}
	return found == NULL ? NULL : habil_procedure_find(found);
}

/* What is not told is `otherwise`. */
static size_t number(struct habil_case *c, const json_t *facts, const char *name, enum lov lov,
                     size_t otherwise)
{
	const struct les_limit limit = { false, 0, BODY_MAX, lov };

	return json_object_get(facts, name) == NULL ? otherwise
		: (size_t)les_int(&c->les, facts, "facts", name, limit);
}

/* Numbers that must be told, and fit together: none is larger than the one before. */
static bool voters(struct habil_case *c, const json_t *facts)
{
	static const char *const name[] = { "medlemmer", "motte", "antall_reist" };
	size_t told[3];

	for (size_t i = 0; i < 3; i++) {
		if (json_object_get(facts, name[i]) == NULL)
			return false;
		told[i] = number(c, facts, name[i], KOML_11_9_1, 0);
		if (i > 0 && told[i] > told[i - 1])
			les_fail(&c->les, les_path(&c->les, "facts", name[i]), KOML_11_9_1,
			         "Tallet kan ikke være større enn «%s».", name[i - 1]);
	}
	if (told[0] == 0)
		les_fail(&c->les, "facts.medlemmer", KOML_11_9_1, "Et organ har medlemmer.");
	if (les_well(&c->les))
		c->answer = habil_voters_key(habil_who_votes(told[0], told[1], told[2]));
	return true;
}

/* "Det er gått 15 dager": the number before the word, or 0. */
static size_t days_of(const char *story)
{
	const char *at = strstr(story, " dager");

	while (at != NULL && at > story && isdigit((unsigned char)at[-1]))
		at--;
	return at == NULL ? 0 : strtoul(at, NULL, 10);
}

static void legality(struct habil_case *c, const json_t *facts)
{
	const size_t members = number(c, facts, "kreves_av", KOML_27_1, 3);
	const size_t days = number(c, facts, "dager", KOML_27_1, days_of(c->story));

	c->answer = habil_legality_key(habil_legality(members, days < BODY_MAX
	                                              ? (int64_t)days : BODY_MAX));
}

static const struct habil_procedure *which(struct habil_case *c, const json_t *facts)
{
	const char *key = les_text(&c->les, facts, "facts", "sporsmal", false), *all = "";
	const struct habil_procedure *p = habil_procedure_find(key), *rows;
	size_t n;

	if (p != NULL)
		return p;
	if (*key == '\0' && json_object_get(facts, "antall_reist") != NULL)
		return habil_procedure_find("flere_reist");
	if (*key == '\0' && json_object_get(facts, "kreves_av") != NULL)
		return habil_procedure_find("lovlighetskontroll");
	if (*key == '\0')
		return recognize(c);
	rows = habil_procedures(&n);
	for (size_t i = 0; i < n; i++)
		all = arena_printf(c->les.mem, "%s%s%s", all, i == 0 ? "" : ", ", rows[i].key);
	les_fail(&c->les, "facts.sporsmal", FVL_8_2,
	         "«%s» er ikke et av spørsmålene. De er %s.", les_key(&c->les, key), all);
	return NULL;
}

void habil_read_procedure(struct habil_case *c, const json_t *facts)
{
	les_object(&c->les, facts, "facts", known, FVL_8_2);
	c->question = which(c, facts);
	if (c->question == NULL)
		return;
	c->answer = c->question->answer;
	if (c->question->rule == RULE_HABIL_FLERE_REIST && !voters(c, facts))
		c->question = NULL;
	else if (c->question->rule == RULE_HABIL_LOVLIGHETSKONTROLL)
		legality(c, facts);
}
