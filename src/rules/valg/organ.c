#include "rules/valg/organ.h"

#include <string.h>

static const struct organ_traits traits[ORGAN__MAX] = {
	[ORGAN_KOMMUNESTYRE] = { .key = "kommunestyre", .section = "§ 5-5" },
	[ORGAN_FORMANNSKAP] = { .key = "formannskap", .section = "§ 5-6", .least = 5,
		.council_only = true, .mild = true, .decides = true },
	[ORGAN_ORDFOERER] = { .key = "ordfoerer", .section = "§ 6-2", .council_only = true,
		.decides = true, .leader = true },
	[ORGAN_VARAORDFOERER] = { .key = "varaordfoerer", .section = "§ 6-2",
		.council_only = true, .decides = true, .leader = true },
	[ORGAN_KOMMUNERAAD] = { .key = "kommuneraad", .section = "§ 10-2", .listed = true,
		.decides = true },
	[ORGAN_UTVALG] = { .key = "utvalg", .section = "§ 5-7", .least = 3, .listed = true,
		.decides = true },
	[ORGAN_UTVALG_LEDER] = { .key = "utvalgsleder", .section = "§ 7-4", .listed = true,
		.decides = true, .leader = true },
	[ORGAN_KOMMUNEDELSUTVALG] = { .key = "kommunedelsutvalg", .section = "§ 5-7",
		.least = 3, .listed = true, .decides = true },
	[ORGAN_PARTSSAMMENSATT] = { .key = "partssammensatt", .section = "§ 5-11", .least = 3,
		.listed = true, .decides = true },
	[ORGAN_KONTROLLUTVALG] = { .key = "kontrollutvalg", .section = "§ 23-1", .least = 5,
		.listed = true, .council_least = 1 },
	[ORGAN_KONTROLLUTVALG_LEDER] = { .key = "kontrollutvalg_leder", .section = "§ 23-1",
		.listed = true, .leader = true },
	/* § 7-2 names those of a kommunedelsutvalg; the others are elected among members who
	 * fulfil it already. */
	[ORGAN_ARBEIDSUTVALG] = { .key = "arbeidsutvalg", .section = "§ 5-7", .listed = true,
		.mild = true },
	[ORGAN_KOMITE] = { .key = "komite", .section = "§ 5-9", .least = 3,
		.council_only = true, .mild = true },
	[ORGAN_NEMND] = { .key = "nemnd", .section = "§ 20-3", .listed = true, .decides = true },
	[ORGAN_REPRESENTANTSKAP] = { .key = "representantskap", .section = "§ 19-3",
		.listed = true, .decides = true },
	[ORGAN_STYRE_INSTITUSJON] = { .key = "styre_institusjon", .section = "§ 5-10",
		.least = 3, .listed = true, .elsewhere = true, .decides = true },
	[ORGAN_STYRE_FORETAK] = { .key = "styre_foretak", .section = "§ 9-5", .least = 3,
		.listed = true, .elsewhere = true, .decides = true },
	[ORGAN_STYRE_POLITISK_RAAD] = { .key = "styre_politisk_raad", .section = "kap. 18",
		.listed = true, .decides = true },
	[ORGAN_STYRE_OPPGAVEFELLESSKAP] = { .key = "styre_oppgavefellesskap",
		.section = "§ 19-3", .listed = true, .elsewhere = true, .decides = true },
	[ORGAN_MEDVIRKNING] = { .key = "medvirkning", .section = "§ 5-12" },
	[ORGAN_UNGDOMSRAAD] = { .key = "ungdomsraad", .section = "§ 5-12" },
	[ORGAN_UNGDOMSRAAD_LEDER] = { .key = "ungdomsraad_leder", .section = "§ 5-12",
		.leader = true },
};

const struct organ_traits *organ_traits(enum organ organ)
{
	return &traits[organ];
}

/* ---- words ---- */

#define WORD_MAX 96             /* of a folded word; what is longer is cut            */

/* One letter of a word as it is compared: 0 for what is left out. */
static char letter(const char **p)
{
	static const struct { const char *utf8; char plain; } marked[] = {
		{ "æ", 'a' }, { "Æ", 'a' }, { "å", 'a' }, { "Å", 'a' }, { "ø", 'o' },
		{ "Ø", 'o' }, { "é", 'e' }, { "É", 'e' }, { "ä", 'a' }, { "ö", 'o' },
	};
	char c = *(*p)++;

	for (size_t i = 0; i < sizeof marked / sizeof *marked; i++)
		if (c == marked[i].utf8[0] && **p == marked[i].utf8[1]) {
			(*p)++;
			return marked[i].plain;
		}
	if (c >= 'A' && c <= 'Z')
		return (char)(c - 'A' + 'a');
	return strchr(" _-.,/", c) != NULL ? 0 : c;
}

/* "Ordfører", "ordfoerer" and "ordforer" are one; so are "raad", "råd" and "rad". */
static void fold(const char *word, char out[WORD_MAX])
{
	size_t n = 0;

	while (*word != '\0' && n + 1 < WORD_MAX) {
		char c = letter(&word);
		char last = n > 0 ? out[n - 1] : '\0';

		if (c == 0 || (last == 'a' && (c == 'a' || c == 'e')) || (last == 'o' && c == 'e'))
			continue;
		out[n++] = c;
	}
	out[n] = '\0';
}

/* A star in the pattern is any letters. */
static bool fits(const char *pattern, const char *word)
{
	if (*pattern == '*')
		return fits(pattern + 1, word) || (*word != '\0' && fits(pattern, word + 1));
	if (*pattern == '\0' || *word == '\0')
		return *pattern == *word;
	return *pattern == *word && fits(pattern + 1, word + 1);
}

struct spelling {
	const char *pattern;
	int value;
};

/* The first that fits, so what is special stands before what is general; -1: none. */
static int look_up(const struct spelling *of, size_t n, const char *word)
{
	char wanted[WORD_MAX], pattern[WORD_MAX];

	fold(word, wanted);
	for (size_t i = 0; i < n; i++) {
		fold(of[i].pattern, pattern);
		if (fits(pattern, wanted))
			return of[i].value;
	}
	return -1;
}

static const struct spelling organs[] = {
	{ "kommunestyrekomite*", ORGAN_KOMITE },
	{ "fylkestingskomite*", ORGAN_KOMITE },
	{ "komite*", ORGAN_KOMITE },
	{ "kommunestyre*", ORGAN_KOMMUNESTYRE },
	{ "fylkesting*", ORGAN_KOMMUNESTYRE },
	{ "bystyre*", ORGAN_KOMMUNESTYRE },
	{ "formannskap*", ORGAN_FORMANNSKAP },
	{ "fylkesutvalg*", ORGAN_FORMANNSKAP },
	{ "varaordfører*", ORGAN_VARAORDFOERER },
	{ "fylkesvaraordfører*", ORGAN_VARAORDFOERER },
	{ "ordfører*", ORGAN_ORDFOERER },
	{ "fylkesordfører*", ORGAN_ORDFOERER },
	{ "kommuneråd*", ORGAN_KOMMUNERAAD },
	{ "fylkesråd*", ORGAN_KOMMUNERAAD },
	{ "byråd*", ORGAN_KOMMUNERAAD },
	{ "råd", ORGAN_KOMMUNERAAD },
	{ "rådet", ORGAN_KOMMUNERAAD },
	{ "nestleder*kontrollutvalg*", ORGAN_KONTROLLUTVALG },
	{ "kontrollutvalg*nestleder*", ORGAN_KONTROLLUTVALG },
	{ "leder*kontrollutvalg*", ORGAN_KONTROLLUTVALG_LEDER },
	{ "kontrollutvalg*leder*", ORGAN_KONTROLLUTVALG_LEDER },
	{ "*kontrollutvalg*", ORGAN_KONTROLLUTVALG },
	{ "*leder*ungdomsråd*", ORGAN_UNGDOMSRAAD_LEDER },
	{ "ungdomsråd*leder*", ORGAN_UNGDOMSRAAD_LEDER },
	{ "ungdomsråd*", ORGAN_UNGDOMSRAAD },
	{ "leder*", ORGAN_UTVALG_LEDER },
	{ "nestleder*", ORGAN_UTVALG_LEDER },
	{ "*leder", ORGAN_UTVALG_LEDER },
	{ "*formannskap*", ORGAN_FORMANNSKAP },
	{ "*fylkesutvalg*", ORGAN_FORMANNSKAP },
	{ "eldreråd*", ORGAN_MEDVIRKNING },
	{ "råd for personer*", ORGAN_MEDVIRKNING },
	{ "medvirkning*", ORGAN_MEDVIRKNING },
	{ "arbeidsutvalg*", ORGAN_ARBEIDSUTVALG },
	{ "kommunedelsutvalg*", ORGAN_KOMMUNEDELSUTVALG },
	{ "bydelsutvalg*", ORGAN_KOMMUNEDELSUTVALG },
	{ "partssammensatt*", ORGAN_PARTSSAMMENSATT },
	{ "administrasjonsutvalg*", ORGAN_PARTSSAMMENSATT },
	{ "*representantskap*", ORGAN_REPRESENTANTSKAP },
	{ "*foretak*", ORGAN_STYRE_FORETAK },
	{ "*oppgavefellesskap*", ORGAN_STYRE_OPPGAVEFELLESSKAP },
	{ "*politisk råd*", ORGAN_STYRE_POLITISK_RAAD },
	{ "valgstyre*", ORGAN_NEMND },
	{ "*nemnd*", ORGAN_NEMND },
	{ "*utvalg*", ORGAN_UTVALG },
	{ "*styre*", ORGAN_STYRE_INSTITUSJON },
};

bool organ_read(const char *word, enum organ *out)
{
	int found = look_up(organs, sizeof organs / sizeof *organs, word);

	if (found >= 0)
		*out = (enum organ)found;
	return found >= 0;
}

static const char *const verv_keys[VERV__MAX] = {
	[VERV_KOMMUNESTYRE] = "kommunestyre",
	[VERV_ORDFOERER] = "ordfoerer",
	[VERV_VARAORDFOERER] = "varaordfoerer",
	[VERV_FORMANNSKAP] = "formannskap",
	[VERV_FORMANNSKAP_VARA] = "formannskap_vara",
	[VERV_KOMMUNERAAD] = "kommuneraad",
	[VERV_KOMITE] = "komite",
	[VERV_KONTROLLUTVALG] = "kontrollutvalg",
	[VERV_MED_MYNDIGHET] = "utvalg",
	[VERV_UTEN_MYNDIGHET] = "utvalg_uten_myndighet",
	[VERV_SELSKAP] = "selskap",
	[VERV_FELLESSKAP] = "oppgavefellesskap",
};

const char *verv_key(enum verv verv)
{
	return verv_keys[verv];
}

static const struct spelling offices[] = {
	{ "*komite*", VERV_KOMITE },
	{ "*kommunestyre*", VERV_KOMMUNESTYRE },
	{ "*fylkesting*", VERV_KOMMUNESTYRE },
	{ "*bystyre*", VERV_KOMMUNESTYRE },
	{ "*varaordfører*", VERV_VARAORDFOERER },
	{ "*ordfører*", VERV_ORDFOERER },
	{ "vara*formannskap*", VERV_FORMANNSKAP_VARA },
	{ "formannskap*vara*", VERV_FORMANNSKAP_VARA },
	{ "vara*fylkesutvalg*", VERV_FORMANNSKAP_VARA },
	{ "fylkesutvalg*vara*", VERV_FORMANNSKAP_VARA },
	{ "*formannskap*", VERV_FORMANNSKAP },
	{ "*fylkesutvalg*", VERV_FORMANNSKAP },
	{ "*kommuneråd*", VERV_KOMMUNERAAD },
	{ "*fylkesråd*", VERV_KOMMUNERAAD },
	{ "*byråd*", VERV_KOMMUNERAAD },
	{ "råd", VERV_KOMMUNERAAD },
	{ "rådet", VERV_KOMMUNERAAD },
	{ "*kontrollutvalg*", VERV_KONTROLLUTVALG },
	{ "*uten*myndighet*", VERV_UTEN_MYNDIGHET },
	{ "*eldreråd*", VERV_UTEN_MYNDIGHET },
	{ "*ungdomsråd*", VERV_UTEN_MYNDIGHET },
	{ "*råd for personer*", VERV_UTEN_MYNDIGHET },
	{ "*rådgivende*", VERV_UTEN_MYNDIGHET },
	{ "*medvirkning*", VERV_UTEN_MYNDIGHET },
	{ "*representantskap*", VERV_MED_MYNDIGHET },
	{ "*oppgavefellesskap*", VERV_FELLESSKAP },
	{ "*politisk råd*", VERV_FELLESSKAP },
	{ "*foretak*", VERV_MED_MYNDIGHET },
	{ "*selskap*", VERV_SELSKAP },
	{ "*bedriftsforsamling*", VERV_SELSKAP },
	{ "iks*", VERV_SELSKAP },
	{ "as", VERV_SELSKAP },
	{ "as styre*", VERV_SELSKAP },
	{ "daglig leder*", VERV_SELSKAP },
	{ "styremedlem*", VERV_SELSKAP },
	{ "styreleder*", VERV_SELSKAP },
	{ "*utvalg*", VERV_MED_MYNDIGHET },
	{ "*nemnd*", VERV_MED_MYNDIGHET },
	{ "*styre*", VERV_MED_MYNDIGHET },
	{ "*myndighet*", VERV_MED_MYNDIGHET },
};

bool verv_read(const char *word, enum verv *out)
{
	int found = look_up(offices, sizeof offices / sizeof *offices, word);

	if (found >= 0)
		*out = (enum verv)found;
	return found >= 0;
}

static const char *const stilling_keys[STILLING__MAX] = {
	[STILLING_INGEN] = "ingen",
	[STILLING_ANSATT] = "ansatt",
	[STILLING_STATSFORVALTER] = "statsforvalter",
	[STILLING_KOMMUNEDIREKTOER] = "kommunedirektoer",
	[STILLING_KOMMUNALSJEF] = "kommunalsjef",
	[STILLING_SEKRETAER] = "sekretaer",
	[STILLING_REGNSKAP] = "regnskapsleder",
	[STILLING_REVISOR] = "revisor",
	[STILLING_KONTROLLSEKRETARIAT] = "kontrollutvalgssekretariat",
	[STILLING_RAADSSEKRETARIAT] = "raadssekretariat",
	[STILLING_REGNSKAP_VIRKSOMHET] = "regnskap_foretak",
};

const char *stilling_key(enum stilling stilling)
{
	return stilling_keys[stilling];
}

static const struct spelling posts[] = {
	{ "", STILLING_INGEN },
	{ "ingen", STILLING_INGEN },
	{ "*kontrollutvalg*sekret*", STILLING_KONTROLLSEKRETARIAT },
	{ "*sekret*kontrollutvalg*", STILLING_KONTROLLSEKRETARIAT },
	{ "*kontrollsekretariat*", STILLING_KONTROLLSEKRETARIAT },
	{ "kommuneråd*sekret*", STILLING_RAADSSEKRETARIAT },
	{ "fylkesråd*sekret*", STILLING_RAADSSEKRETARIAT },
	{ "byråd*sekret*", STILLING_RAADSSEKRETARIAT },
	{ "rådssekret*", STILLING_RAADSSEKRETARIAT },
	{ "*sekret*kommuneråd*", STILLING_RAADSSEKRETARIAT },
	{ "*sekret*fylkesråd*", STILLING_RAADSSEKRETARIAT },
	{ "*sekret*byråd*", STILLING_RAADSSEKRETARIAT },
	{ "sekretær", STILLING_SEKRETAER },
	{ "sekretær*kommunestyre*", STILLING_SEKRETAER },
	{ "sekretær*fylkesting*", STILLING_SEKRETAER },
	{ "kommunestyre*sekretær*", STILLING_SEKRETAER },
	{ "fylkesting*sekretær*", STILLING_SEKRETAER },
	{ "bystyre*sekretær*", STILLING_SEKRETAER },
	{ "politisk sekretær*", STILLING_SEKRETAER },
	{ "*stedfortreder*", STILLING_KOMMUNEDIREKTOER },
	{ "kommunedirektørens*", STILLING_ANSATT },
	{ "kommunedirektør*", STILLING_KOMMUNEDIREKTOER },
	{ "ass*kommunedirektør*", STILLING_KOMMUNEDIREKTOER },
	{ "vise*kommunedirektør*", STILLING_KOMMUNEDIREKTOER },
	{ "fylkeskommunedirektør*", STILLING_KOMMUNEDIREKTOER },
	{ "rådmann*", STILLING_KOMMUNEDIREKTOER },
	{ "ass*rådmann*", STILLING_KOMMUNEDIREKTOER },
	{ "fylkesrådmann*", STILLING_KOMMUNEDIREKTOER },
	{ "statsforvalter", STILLING_STATSFORVALTER },
	{ "statsforvalteren", STILLING_STATSFORVALTER },
	{ "ass*statsforvalter*", STILLING_STATSFORVALTER },
	{ "fylkesmann*", STILLING_STATSFORVALTER },
	{ "ass*fylkesmann*", STILLING_STATSFORVALTER },
	{ "*kommunalsjef*", STILLING_KOMMUNALSJEF },
	{ "*etatssjef*", STILLING_KOMMUNALSJEF },
	{ "*etatsjef*", STILLING_KOMMUNALSJEF },
	{ "etatsleder*", STILLING_KOMMUNALSJEF },
	{ "kommunaldirektør*", STILLING_KOMMUNALSJEF },
	{ "fylkesdirektør*", STILLING_KOMMUNALSJEF },
	{ "etatsdirektør*", STILLING_KOMMUNALSJEF },
	{ "sektorsjef*", STILLING_KOMMUNALSJEF },
	{ "direktør*", STILLING_KOMMUNALSJEF },
	{ "*regnskap*foretak*", STILLING_REGNSKAP_VIRKSOMHET },
	{ "*foretak*regnskap*", STILLING_REGNSKAP_VIRKSOMHET },
	{ "*regnskap*fellesskap*", STILLING_REGNSKAP_VIRKSOMHET },
	{ "*regnskap*politisk råd*", STILLING_REGNSKAP_VIRKSOMHET },
	{ "*ansvar*regnskap*", STILLING_REGNSKAP },
	{ "regnskap", STILLING_REGNSKAP },
	{ "*regnskapsansvarlig*", STILLING_REGNSKAP },
	{ "regnskapssjef*", STILLING_REGNSKAP },
	{ "regnskapsleder*", STILLING_REGNSKAP },
	{ "leder*regnskap*", STILLING_REGNSKAP },
	{ "økonomisjef*", STILLING_REGNSKAP },
	{ "økonomiansvarlig*", STILLING_REGNSKAP },
	{ "økonomileder*", STILLING_REGNSKAP },
	{ "økonomidirektør*", STILLING_REGNSKAP },
	{ "*revisor*", STILLING_REVISOR },
	{ "*revisjon*", STILLING_REVISOR },
};

enum stilling stilling_read(const char *word)
{
	int found = word == NULL ? STILLING_INGEN
	                         : look_up(posts, sizeof posts / sizeof *posts, word);

	return found >= 0 ? (enum stilling)found : STILLING_ANSATT;
}
