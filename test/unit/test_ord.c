#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "arena_help.h"
#include "lib/arena.h"
#include "lib/utf8.h"
#include "rules/ord/ord.h"
#include "rules/ord/bokstav.h"

#define N(a) (sizeof(a) / sizeof(a)[0])

/* Every answer of a line is the same word, and no word of another line. */
static const char *const words[] = {
	"Skole;skolen;skoler;SKULE!;skular;skulane;bedre skole;satse på skolen;skole for alle",
	"barneskole;barneskule;barneskulen;barne skole", "ungdomsskole;ungdomskole;ungdomsskular",
	"skolevei;skuleveg;skulevegen", "trygg skolevei;trygg skuleveg",
	"barnehage;barnehager;barnehagar;barnehagen;flere barnehager;barnehageplasser;barnehgae",
	"sykehjem;sjukeheim;sjukeheimen;sykehjemsplasser;flere sykehjemsplassar;sykehejm",
	"sykehus;sjukehus;sjukehuset", "hjemmesykepleie;heimesjukepleie",
	"eldreomsorg;eldreomsorga;eldreomsorgen;god eldreomsorg;eldreomsrog;Betre eldreomsorg;"
	"eldre omsorg",
	"omsorg;omsorgstjenester", "helse;helsa;helsetjenester",
	"Helse og omsorg;omsorg og helse;helse- og omsorgstjenester",
	"folkehelse;folkehelsa;folkehelsen", "psykisk helse;Psykisk helse!",
	"økonomi;økonomien;okonomi;oekonomi;ØKONOMI!;kommuneøkonomi;Få kontroll på økonomien",
	"næring;naering;nering;næringsliv;næringslivet;næringsutvikling",
	"arbeidsplasser;arbeidsplassar;flere arbeidsplasser;arbeidplasser;fleire arbeidsplassar",
	"klima og miljø;Miljø og klima;klima/miljø;klima, miljø;klima miljø;"
	"miljø klima", "klima;klimaet",
	"miljø;miljøet", "vei;veg;veier;vegar;veger;vegen;bedre veier;betre vegar",
	"vegg;vegger", "fylkesvei;fylkesveg;fylkesvegar", "veivedlikehold;vegvedlikehald",
	"trafikksikkerhet;trafikksikring;trafikktryggleik", "trygghet;tryggleik", "trygg;trygge",
	"trygd;trygda", "bredbånd;breiband;bredband;breidband", "bolyst;bulyst",
	"kollektivtrafikk;kollektivtransport;kollektivtrafikken", "ferje;ferge;fergene",
	"bolig;boliger;bustad;bustader;bustadar", "boligbygging;bustadbygging",
	"tilflytting;tilflytning;auka tilflytting", "fraflytting;fråflytting",
	"innbyggere;innbyggarar;innbyggjarar;flere innbyggere", "bosetting;busetnad;busetjing",
	"frivillighet;frivilligheit;frivilligheten", "frivillig;frivillige", "kultur;kulturen",
	"kulturhus;kulturhuset", "kulturskole;kulturskule",
	"ungdom;ungdommer;ungdommen;ungdomen", "unge;ung", "barn;born;barna",
	"barn og unge;unge og barn", "barnevern;barnevernet", "tillit;Tillitt;tilliten",
	"åpenhet;openheit;openhet;aapenhet", "samarbeid;samarbeidet",
	"fellesskap;felleskap;fellesskapet", "tilhørighet;tilhøyrsle", "bærekraft;berekraft",
	"digitalisering;digitaliserng", "mobbing;mobing",
	"kommunesammenslåing;kommunesamanslåing", "svømmehall;symjehall;svømmehallen",
	"tjenester;tenester;gode tjenester", "hall;hallen;haller", "halm;halmen", "privat",
	"pirat;pirater", "bil;biler", "bio", "by;byer;byen", "bygd;bygda;bygder", "mat;maten",
	"makt;makta", "far", "får", "hest;hester", "høst;høsten", "klimaks",
	"lærer;lærere;lærarar;lærerne", "lærling;lærlinger", "læring", "sak;saker;saken",
	"skolemat", "skolemiljø;skulemiljø", "skolestruktur", "ernæring", "innvandring",
	"innvandrere;innvandrarar", "utvandring", "lokal;lokale", "lojal", "leder;ledere;leiar",
	"ledelse", "ledighet", "lege;leger;legar", "fastlege;fastleger;fastlegar", "leie;leige",
	"leire", "leirskole", "bruk", "bruker;brukere;brukarar", "arbeid", "arbeider;arbeidere",
	"bedrift;bedrifter", "bedring av mat og fisk", "forslag", "fordel", "fordeling",
	"forskning", "forsikring", "vann;vatn;vatnet", "vind", "vindkraft;vindkrafta",
	"ikke vindkraft", "nei til vindkraft", "mer vindkraft", "eiendomsskatt;eigedomsskatt",
	"økt eiendomsskatt", "lavere eiendomsskatt", "færre skoler", "byråkrati",
	"mindre byråkrati", "mot mobbing", "storm", "strøm;straum", "skala", "skål", "stol",
	"sol", "havn;hamn", "hav;havet", "hage", "vold;vald", "Volda", "ro", "rom;rommet", "rus",
	"ris", "fritid;fritida", "frihet", "natur;bevare naturen", "naturmangfold", "naturvern",
	"økologi", "økonom", "kommune", "kommunestyre", "kommunedirektør", "1", "2", "2030",
	"2031", "100 boliger", "200 boliger", "k", "å", "\xf0\x9f\x91\x8d", "\xf0\x9f\x91\x8e",
	"!", "?", "flere", "bedre", "det er bra", "landskap", "landskamp", "regn", "regnskap",
	"kunst", "kunde", "kontor", "kontrakt", "kontakt", "presse", "press", "pris", "prest",
	"prosess", "prosjekt", "styre", "styrke lag og foreninger", "idrettslag", "idrett",
	"idrettshall", "skatt", "skog", "ski", "sti", "sted;stad;stedet", "stat", "menneske",
	"meninger", "demokrati;demokratiet", "demografi", "politiker;politikere", "politikk",
	"politi", "politisk", "miljøvern", "barnebarn", "innsyn", "innsikt", "innsats", "omsyn",
	"forskole;førskole", "folkevett", "folkevalgte;folkevalde", "intelligens",
};

static const char *const apart[] = {
	"sosial kontroll", "sosial", "ungdomsskole og barn", "barneskole og ungdom",
	"skole og barn", "flytting til bygda", "flytting fra bygda", "vindkraft i bygda",
	"vindkraft uten bygda",
};

static const char *key(const char *text)
{
	const char *clean = utf8_clean(mem, text, false);

	assert_non_null(clean);
	return ord_key(ord_reader_new(mem), utf8_fold(mem, clean));
}

static void answers_of_one_word_have_one_key_and_no_others(void **state)
{
	const char *seen[N(words) + N(apart)];

	(void)state;
	for (size_t i = 0; i < N(words) + N(apart); i++) {
		char *line = arena_strdup(mem, i < N(words) ? words[i] : apart[i - N(words)]);

		seen[i] = NULL;
		for (char *w; (w = strsep(&line, ";")) != NULL;) {
			if (seen[i] == NULL)
				seen[i] = key(w);
			if (strcmp(key(w), seen[i]) != 0)
				fail_msg("%s is %s, not %s", w, key(w), seen[i]);
		}
		for (size_t j = 0; j < i; j++)
			if (strcmp(seen[i], seen[j]) == 0)
				fail_msg("%zu and %zu are both %s", i, j, seen[i]);
	}
}

static const struct { const char *a, *b; size_t slips; } pairs[] = {
	{ "skole", "skole", 0 }, { "skole", "skoole", 1 }, { "skole", "sokle", 1 },
	{ "skole", "skile", PLAIN_FAR }, { "hest", "hset", PLAIN_FAR },
	{ "privat", "pirat", PLAIN_FAR }, { "trafikk", "trafikkk", 1 },
	{ "trafikk", "traffik", PLAIN_FAR },
	{ "barnehag", "barnhag", 1 }, { "barnehag", "varnehag", PLAIN_FAR },
	{ "barnehag", "barnehat", PLAIN_FAR }, { "digitalisering", "digitslisering", 1 },
	{ "digitalisering", "digitelisering", 2 }, { "digitalisering", "digitslisreing", 2 },
	{ "lokalsamfunn", "lokalsamfun", 1 },
};

static void a_slip_is_not_another_word(void **state)
{
	(void)state;
	for (size_t i = 0; i < N(pairs); i++) {
		size_t a = strlen(pairs[i].a), b = strlen(pairs[i].b);

		assert_int_equal(plain_misspelt(pairs[i].a, a, pairs[i].b, b), pairs[i].slips);
		assert_int_equal(plain_misspelt(pairs[i].b, b, pairs[i].a, a), pairs[i].slips);
	}
}

static void what_is_too_long_is_only_folded(void **state)
{
	struct buf { char text[400]; } b;

	(void)state;
	memset(b.text, 'a', sizeof b.text);
	b.text[399] = '\0';
	b.text[0] = 'A';
	assert_int_equal(strlen(key(b.text)), 399);
	assert_string_equal(key("En to tre fire fem seks sju åtte ni ti elleve tolv tretten!"),
	                    "en to tre fire fem seks sju åtte ni ti elleve tolv tretten");
	assert_string_equal(key("skole skole"), "skole");
	assert_string_equal(key("--"), "--");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_ARENA(answers_of_one_word_have_one_key_and_no_others),
		cmocka_unit_test(a_slip_is_not_another_word),
		IN_ARENA(what_is_too_long_is_only_folded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
