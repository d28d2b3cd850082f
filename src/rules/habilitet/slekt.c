#include "rules/habilitet/slekt.h"

#include <string.h>

#define WORD_BYTES 40

const struct habil_relation habil_relations[] = {
	{ "ektefelle", "ektefelle", "ektefelle", "E", TIE_NONE },
	{ "tidligere_ektefelle", "tidligere ektefelle", "tidlegare ektefelle", "X", TIE_NONE },
	{ "forlovet", "forlovet nå", "forlova no", NULL, TIE_C },
	{ "tidligere_forlovet", "tidligere forlovet", "tidlegare forlova", NULL, TIE_NEAR },
	{ "samboer", "samboer", "sambuar", "K", TIE_NONE },
	{ "tidligere_samboer", "tidligere samboer", "tidlegare sambuar", "K", TIE_NONE },
	{ "kjaereste", "kjæreste du ikke bor sammen med", "kjærast du ikkje bur saman med", NULL,
	  TIE_NEAR },
	{ "barn", "sønn eller datter", "son eller dotter", "B", TIE_NONE },
	{ "barnebarn", "barnebarn", "barnebarn", "BB", TIE_NONE },
	{ "oldebarn", "oldebarn", "oldebarn", "BBB", TIE_NONE },
	{ "forelder", "mor eller far", "mor eller far", "F", TIE_NONE },
	{ "besteforelder", "besteforelder", "besteforelder", "FF", TIE_NONE },
	{ "oldeforelder", "oldeforelder", "oldeforelder", "FFF", TIE_NONE },
	{ "adoptivbarn", "adoptivbarn", "adoptivbarn", "B", TIE_NONE },
	{ "adoptivforelder", "adoptivforelder", "adoptivforelder", "F", TIE_NONE },
	{ "fosterbarn", "fosterbarn", "fosterbarn", NULL, TIE_C },
	{ "fosterforelder", "fosterforelder", "fosterforelder", NULL, TIE_C },
	{ "sosken", "bror eller søster", "bror eller syster", "S", TIE_NONE },
	{ "halvsosken", "halvbror eller halvsøster", "halvbror eller halvsyster", "S", TIE_NONE },
	{ "stesosken", "stebror eller stesøster", "stebror eller stesyster", "FEB", TIE_NONE },
	{ "ektefelles_barn", "barn av ektefellen", "barn av ektefellen", "EB", TIE_NONE },
	{ "ektefelles_barnebarn", "barnebarn av ektefellen", "barnebarn av ektefellen", "EBB",
	  TIE_NONE },
	{ "ektefelles_forelder", "mor eller far til ektefellen", "mor eller far til ektefellen",
	  "EF", TIE_NONE },
	{ "ektefelles_besteforelder", "besteforelder til ektefellen",
	  "besteforelder til ektefellen", "EFF", TIE_NONE },
	{ "ektefelles_sosken", "bror eller søster til ektefellen",
	  "bror eller syster til ektefellen", "ES", TIE_NONE },
	{ "soskens_ektefelle", "gift med broren eller søsteren din",
	  "gift med bror eller syster din", "SE", TIE_NONE },
	{ "barns_ektefelle", "gift med sønnen eller datteren din",
	  "gift med sonen eller dottera di", "BE", TIE_NONE },
	{ "barnebarns_ektefelle", "gift med barnebarnet ditt", "gift med barnebarnet ditt", "BBE",
	  TIE_NONE },
	{ "forelders_ektefelle", "gift med moren eller faren din (steforelder)",
	  "gift med mora eller faren din (steforelder)", "FE", TIE_NONE },
	{ "ektefelles_soskens_ektefelle", "gift med broren eller søsteren til ektefellen",
	  "gift med bror eller syster til ektefellen", "ESE", TIE_NONE },
	{ "samboers_barn", "barn av samboeren", "barn av sambuaren", "KB", TIE_NONE },
	{ "samboers_forelder", "mor eller far til samboeren", "mor eller far til sambuaren", "KF",
	  TIE_NONE },
	{ "samboers_sosken", "bror eller søster til samboeren",
	  "bror eller syster til sambuaren", "KS", TIE_NONE },
	{ "soskens_samboer", "samboeren til broren eller søsteren din",
	  "sambuaren til bror eller syster din", "SK", TIE_NONE },
	{ "barns_samboer", "samboeren til sønnen eller datteren din",
	  "sambuaren til sonen eller dottera di", "BK", TIE_NONE },
	{ "tante_onkel", "tante eller onkel", "tante eller onkel", "FS", TIE_NONE },
	{ "niese_nevo", "niese eller nevø", "niese eller nevø", "SB", TIE_NONE },
	{ "soskenbarn", "søskenbarn", "syskenbarn", "FSB", TIE_NONE },
	{ "nar_venn", "nær venn", "nær ven", NULL, TIE_NEAR },
	{ "uvenn", "uvenn eller motpart i en konflikt", "uven eller motpart i ein konflikt", NULL,
	  TIE_NEAR },
	{ "forretningspartner", "forretningspartner", "forretningspartnar", NULL, TIE_NEAR },
	{ "arbeidsgiver", "arbeidsgiveren din", "arbeidsgivaren din", NULL, TIE_NEAR },
	{ "partifelle", "partifelle", "partifelle", NULL, TIE_ORDINARY },
	{ "kommunestyrekollega", "fra samme kommunestyre", "frå same kommunestyre", NULL,
	  TIE_ORDINARY },
	{ "bekjent", "bekjent", "kjenning", NULL, TIE_ORDINARY },
	{ "nabo", "nabo som ikke berøres særskilt", "nabo som ikkje er særskilt råka", NULL,
	  TIE_ORDINARY },
};
const size_t n_habil_relations = sizeof habil_relations / sizeof *habil_relations;

/* Words that others are put together of, beside the table; the same as people say and as
 * files do.  "Svoger" is none: it can be E, S or E, S, E. */
static const struct { const char *word, *path; } parts[] = {
	{ "far", "F" }, { "mor", "F" }, { "foreldre", "F" }, { "bestefar", "FF" },
	{ "bestemor", "FF" }, { "besteforeldre", "FF" }, { "oldefar", "FFF" },
	{ "oldemor", "FFF" }, { "oldeforeldre", "FFF" }, { "tippoldeforelder", "FFFF" },
	{ "sonn", "B" }, { "datter", "B" }, { "bror", "S" }, { "soster", "S" },
	{ "helsosken", "S" }, { "halvbror", "S" }, { "halvsoster", "S" }, { "adoptivsosken", "S" },
	{ "stebror", "FEB" }, { "stesoster", "FEB" }, { "stebarn", "EB" },
	{ "steforelder", "FE" }, { "stefar", "FE" }, { "stemor", "FE" },
	{ "svigerforelder", "EF" }, { "svigerforeldre", "EF" }, { "svigerfar", "EF" },
	{ "svigermor", "EF" }, { "svigerbarn", "BE" }, { "svigersonn", "BE" },
	{ "svigerdatter", "BE" }, { "svigersosken", "ES" }, { "tante", "FS" },
	{ "onkel", "FS" }, { "niese", "SB" }, { "nevo", "SB" }, { "fetter", "FSB" },
	{ "kusine", "FSB" }, { "tremenning", "FFSBB" }, { "grandtante", "FFS" },
	{ "grandonkel", "FFS" }, { "søsken", "S" },
};

/* Other names of words without a path. */
static const struct { const char *word, *key; } names[] = {
	{ "fosterfar", "fosterforelder" }, { "fostermor", "fosterforelder" },
	{ "forlovede", "forlovet" }, { "venn", "nar_venn" }, { "god_venn", "nar_venn" },
	{ "naer_venn", "nar_venn" }, { "nart_vennskap", "nar_venn" }, { "uvennskap", "uvenn" },
	{ "tidligere_forlovede", "tidligere_forlovet" },
	{ "eks_forlovet", "tidligere_forlovet" }, { "eks_samboer", "tidligere_samboer" },
	{ "eks_ektefelle", "tidligere_ektefelle" }, { "fraskilt", "tidligere_ektefelle" },
	{ "fraskilt_ektefelle", "tidligere_ektefelle" }, { "separert_ektefelle", "ektefelle" },
	{ "kjæreste", "kjaereste" }, { "bestevenn", "nar_venn" }, { "nær_venn", "nar_venn" },
	{ "partikollega", "partifelle" },
	{ "fiende", "uvenn" }, { "kollega", "kommunestyrekollega" },
	{ "medrepresentant", "kommunestyrekollega" }, { "bekjentskap", "bekjent" },
};

/* Straight up, straight down, or a sibling. */
static bool is_blood_b(const char *path, size_t n)
{
	return (n == 1 && path[0] == 'S') ||
	       (n > 0 && (strspn(path, "F") >= n || strspn(path, "B") >= n));
}

enum habil_tie habil_tie_of(const char *path)
{
	const char *marriage = strchr(path, 'E');
	size_t n = strlen(path);

	if (strcmp(path, "E") == 0 || strcmp(path, "X") == 0)
		return TIE_C;
	if (strpbrk(path, "XK") != NULL)
		return TIE_NEAR;
	if (marriage == NULL)
		return is_blood_b(path, n) ? TIE_B : TIE_NEAR;
	if (marriage != strrchr(path, 'E'))
		return TIE_NEAR;
	if (marriage == path)
		return is_blood_b(path + 1, n - 1) ? TIE_B : TIE_NEAR;
	return marriage == path + n - 1 && is_blood_b(path, n - 1) ? TIE_B : TIE_NEAR;
}

/* ---- words put together ---- */

static const char *path_of(const char *word)
{
	for (size_t i = 0; i < n_habil_relations; i++)
		if (habil_relations[i].path != NULL && strcmp(habil_relations[i].key, word) == 0)
			return habil_relations[i].path;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (strcmp(parts[i].word, word) == 0)
			return parts[i].path;
	return NULL;
}

static bool append(char *path, const char *more)
{
	if (strlen(path) + strlen(more) > HABIL_PATH_MAX)
		return false;
	memcpy(path + strlen(path), more, strlen(more) + 1);
	return true;
}

/* One word between underscores; *owned: it has a genitive s, so another follows. */
static bool word_append(const char *word, size_t n, bool former, char *path, bool *owned)
{
	char w[WORD_BYTES];
	const char *more;

	if (n == 0 || n >= sizeof w)
		return false;
	memcpy(w, word, n);
	w[n] = '\0';
	more = path_of(w);
	*owned = more == NULL && w[n - 1] == 's';
	if (*owned) {
		w[n - 1] = '\0';
		more = path_of(w);
	}
	if (more != NULL && former)
		more = strcmp(more, "E") == 0 ? "X" : strcmp(more, "K") == 0 ? "K" : NULL;
	return more != NULL && append(path, more);
}

/* "tante_onkel" is two words for what the law treats alike. */
static bool read_composed(const char *key, enum habil_tie *tie)
{
	char path[HABIL_PATH_MAX + 1] = "";
	bool any = false, owned = false, former = false;

	for (const char *at = key; ; at++) {
		const size_t n = strcspn(at, "_");

		if (n == 9 && memcmp(at, "tidligere", n) == 0 && at[n] == '_') {
			former = true;
		} else {
			if (!word_append(at, n, former, path, &owned))
				return false;
			former = false;
			if (!owned && any && habil_tie_of(path) != *tie)
				return false;
			if (!owned) {
				*tie = habil_tie_of(path);
				any = true;
				path[0] = '\0';
			}
		}
		at += n;
		if (*at == '\0')
			return any && !owned;
	}
}

bool habil_relation_read(const char *key, enum habil_tie *tie)
{
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(names[i].word, key) == 0)
			key = names[i].key;
	for (size_t i = 0; i < n_habil_relations; i++)
		if (strcmp(habil_relations[i].key, key) == 0) {
			*tie = habil_relations[i].path != NULL
				? habil_tie_of(habil_relations[i].path) : habil_relations[i].tie;
			return true;
		}
	return read_composed(key, tie);
}
