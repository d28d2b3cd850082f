/* kinds_examples.h - for each kind the least config it takes, the most, and some that it
 * refuses.  %N in an example stands for a text of N letters. */
#ifndef TEST_KINDS_EXAMPLES_H
#define TEST_KINDS_EXAMPLES_H

#define QUESTION "{\"spoersmaal\": \"%300\""

#define SHA "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static const struct example {
	const char *kind, *least, *most;
	const char *refused[6];
} examples[] = {
	{ "innledning", "{}",
	  "{\"tekst\": \"%2000\", \"lenke\": \"https://%492\", \"lenketekst\": \"%120\", "
	  "\"bilde\": \"" SHA "\"}",
	  { "{\"lenke\": \"http://lillevik.example\"}", "{\"lenke\": \"javascript:alert(1)\"}",
	    "{\"lenke\": \"//x.example\"}", "{\"tekst\": \"%2001\"}",
	    "{\"lenketekst\": \"%121\"}", "{\"bilde\": \"" SHA "0\"}" } },
	{ "gruppearbeid", "{}",
	  "{\"oppgave\": \"%2000\", \"oppgave_adm\": \"%2000\", \"antall\": 60, "
	  "\"stoerrelse\": 20, \"alene\": 60, \"runde\": 120, \"enighet\": 120, \"plenum\": 10, "
	  "\"punkter\": 5, \"tegn\": 500, \"yngst_leder\": true, \"hver_for_seg\": true}",
	  { "{\"punkter\": 6}", "{\"stoerrelse\": 1}", "{\"antall\": 61}",
	    "{\"oppgave\": \"%2001\"}", "{\"plenum\": 11}", "{\"tegn\": 501}" } },
	{ "pause", "{}", "{\"tekst\": \"%2000\"}",
	  { "{\"tekst\": \"%2001\"}", "{\"minutter\": 5}" } },
	{ "presentasjonsrunde", "{}",
	  "{\"tekst\": \"%2000\", \"tekst_adm\": \"%2000\", \"sekunder\": 1800, "
	  "\"partivis\": true, \"lyd\": true}",
	  { "{\"sekunder\": 9}", "{\"sekunder\": 1801}", "{\"tekst_adm\": \"%2001\"}",
	    "{\"replikk\": 60}" } },
	{ "talerliste", "{}",
	  "{\"tekst\": \"%2000\", \"sekunder\": 10, \"replikk\": 600, \"replikker\": 0, "
	  "\"telefon\": true, \"orden\": true, \"navn\": true, \"lyd\": true}",
	  { "{\"replikk\": 5}", "{\"replikker\": 21}", "{\"replikker\": -1}",
	    "{\"navn\": \"ja\"}", "{\"partivis\": true}" } },
	{ "ordsky", "{\"spoersmaal\": \"x\"}", QUESTION ", \"ord\": 10}",
	  { "{}", "{\"spoersmaal\": \" \"}", "{\"spoersmaal\": \"%301\"}",
	    "{\"spoersmaal\": \"x\", \"ord\": 0}", "{\"spoersmaal\": \"x\", \"ord\": 11}" } },
	{ "flervalg", "{\"spoersmaal\": \"x\", \"valg\": [\"a\", \"A\"]}",
	  QUESTION ", \"valg\": [\"1%119\", \"2%119\", \"3%119\", \"4%119\", \"5%119\", "
	  "\"6%119\", \"7%119\", \"8%119\", \"9%119\", \"10%118\", \"11%118\", \"12%118\"], "
	  "\"flere\": 12}",
	  { "{\"spoersmaal\": \"x\"}", "{\"spoersmaal\": \"x\", \"valg\": [\"a\"]}",
	    "{\"spoersmaal\": \"x\", \"valg\": [\"a\", \" a \"]}",
	    "{\"spoersmaal\": \"x\", \"valg\": [\"a\", \"\"]}",
	    "{\"spoersmaal\": \"x\", \"valg\": [\"a\", \"b\"], \"flere\": 3}",
	    "{\"spoersmaal\": \"x\", \"valg\": [\"a\", \"b\", \"c\", \"d\", \"e\", \"f\", "
	    "\"g\", \"h\", \"i\", \"j\", \"k\", \"l\", \"m\"]}" } },
	{ "dilemma", "{\"deler\": [\"x\"]}",
	  QUESTION ", \"deler\": [\"1%1999\", \"2%1999\", \"3%1999\", \"4%1999\", \"5%1999\", "
	  "\"6%1999\"], \"foerste_igjen\": true, \"roedt\": \"%60\", \"groent\": \"%60\"}",
	  { "{}", "{\"deler\": []}", "{\"deler\": [\"%2001\"]}", "{\"deler\": [\"\"]}",
	    "{\"deler\": [\"x\"], \"roedt\": \"%61\"}",
	    "{\"deler\": [\"x\"], \"foerste_igjen\": 1}" } },
	{ "habilitetssak", "{\"sak\": \"sandvik-hotell\"}",
	  "{\"sak\": \"tolv-av-nitten\", \"foerste_igjen\": true}",
	  { "{}", "{\"sak\": \"\"}", "{\"sak\": \"finnes-ikke\"}", "{\"sak\": \"%61\"}",
	    "{\"sak\": \"sandvik-hotell\", \"foerste_igjen\": 1}",
	    "{\"sak\": \"sandvik-hotell\", \"form\": \"nn\"}" } },
	{ "aapent", "{\"spoersmaal\": \"x\"}", QUESTION ", \"tegn\": 1000, \"svar\": 3}",
	  { "{}", "{\"spoersmaal\": \"x\", \"tegn\": 9}", "{\"spoersmaal\": \"x\", \"tegn\": 1001}",
	    "{\"spoersmaal\": \"x\", \"svar\": 4}", "{\"spoersmaal\": \"x\", \"svar\": \"2\"}" } },
	{ "skala", "{\"spoersmaal\": \"x\"}",
	  QUESTION ", \"utsagn\": [\"1%119\", \"2%119\", \"3%119\", \"4%119\", \"5%119\", "
	  "\"6%119\", \"7%119\", \"8%119\"], \"ordsett\": \"trygg\", \"lav\": \"%40\", "
	  "\"hoey\": \"%40\"}",
	  { "{}", "{\"spoersmaal\": \"x\", \"utsagn\": [\"%121\"]}",
	    "{\"spoersmaal\": \"x\", \"utsagn\": [\"a\", \"a\"]}",
	    "{\"spoersmaal\": \"x\", \"ordsett\": \"ukjent\"}",
	    "{\"spoersmaal\": \"x\", \"lav\": \"%41\"}",
	    "{\"spoersmaal\": \"x\", \"utsagn\": [\"a\", \"b\", \"c\", \"d\", \"e\", \"f\", "
	    "\"g\", \"h\", \"i\"]}" } },
	{ "rangering", "{\"spoersmaal\": \"x\", \"valg\": [\"a\", \"b\"]}",
	  QUESTION ", \"valg\": [\"1%119\", \"2%119\", \"3%119\", \"4%119\", \"5%119\", "
	  "\"6%119\", \"7%119\", \"8%119\"]}",
	  { "{\"spoersmaal\": \"x\"}", "{\"spoersmaal\": \"x\", \"valg\": [\"a\"]}",
	    "{\"spoersmaal\": \"x\", \"valg\": [\"a\", \"%121\"]}",
	    "{\"spoersmaal\": \"x\", \"valg\": [\"a\", \"b\", \"c\", \"d\", \"e\", \"f\", "
	    "\"g\", \"h\", \"i\"]}" } },
	{ "fakta", "{\"spoersmaal\": \"x\", \"valg\": [\"a\", \"b\"], \"riktig\": \"2\"}",
	  QUESTION ", \"valg\": [\"1%79\", \"2%79\", \"3%79\", \"4%79\", \"5%79\", "
	  "\"6%79\"], \"riktig\": \"1, 2, 3, 4, 5, 6\", \"forklaring\": \"%600\", "
	  "\"kilde\": \"%120\", \"lenke\": \"https://%492\"}",
	  { "{\"spoersmaal\": \"x\", \"valg\": [\"a\", \"b\"]}",
	    "{\"spoersmaal\": \"x\", \"valg\": [\"a\", \"b\"], \"riktig\": \"3\"}",
	    "{\"spoersmaal\": \"x\", \"valg\": [\"a\", \"b\"], \"riktig\": \"0\"}",
	    "{\"spoersmaal\": \"x\", \"valg\": [\"a\", \"b\"], \"riktig\": \", \"}",
	    "{\"spoersmaal\": \"x\", \"valg\": [\"a\", \"b\"], \"riktig\": \"begge\"}",
	    "{\"spoersmaal\": \"x\", \"valg\": [\"a\", \"b\"], \"riktig\": \"1\", "
	    "\"lenke\": \"http://lillevik.example\"}" } },
	{ "kjoereregler", "{\"spoersmaal\": \"x\"}",
	  QUESTION ", \"samle\": true, \"tegn\": 300, \"svar\": 3, \"prikker\": 8, "
	  "\"totredel\": true, \"oppfoelging\": true}",
	  { "{}", "{\"spoersmaal\": \"x\", \"samle\": false, \"prikker\": 0}",
	    "{\"spoersmaal\": \"x\", \"prikker\": 9}", "{\"spoersmaal\": \"x\", \"svar\": 0}",
	    "{\"spoersmaal\": \"x\", \"tegn\": 301}", "{\"spoersmaal\": \"x\", \"samle\": 1}" } },
	{ "forventninger", "{\"spoersmaal\": \"x\"}",
	  QUESTION ", \"samle\": true, \"tegn\": 300, \"svar\": 3, \"prikker\": 8, "
	  "\"totredel\": true, \"oppfoelging\": true}",
	  { "{}", "{\"spoersmaal\": \"x\", \"samle\": false, \"prikker\": 0}",
	    "{\"spoersmaal\": \"x\", \"prikker\": 9}", "{\"spoersmaal\": \"x\", \"svar\": 0}",
	    "{\"spoersmaal\": \"x\", \"tegn\": 301}", "{\"spoersmaal\": \"x\", \"samle\": 1}" } },
	{ "prikker", "{\"spoersmaal\": \"x\", \"valg\": [\"a\", \"b\"]}",
	  QUESTION ", \"valg\": [\"1%79\", \"2%79\", \"3%79\", \"4%79\", \"5%79\", "
	  "\"6%79\", \"7%79\", \"8%79\", \"9%79\", \"10%118\", \"11%118\", \"12%118\"], "
	  "\"prikker\": 8}",
	  { "{}", "{\"valg\": [\"a\"]}", "{\"spoersmaal\": \"x\", \"valg\": [\"a\", \" a\"]}",
	    "{\"spoersmaal\": \"x\", \"prikker\": 0}", "{\"spoersmaal\": \"x\", \"prikker\": 9}",
	    "{\"spoersmaal\": \"x\", \"valg\": [\"a\", \"b\", \"c\", \"d\", \"e\", \"f\", "
	    "\"g\", \"h\", \"i\", \"j\", \"k\", \"l\", \"m\"]}" } },
	{ "puls", "{}", "{\"om\": \"forstaaelse\", \"spoersmaal\": \"%300\"}",
	  { "{\"om\": \"humoer\"}", "{\"om\": \"tempo \\n x\"}", "{\"spoersmaal\": \"%301\"}" } },
	{ "refleksjon", "{\"tekst\": \"x\"}", "{\"tekst\": \"%1000\"}",
	  { "{}", "{\"tekst\": \" \"}", "{\"tekst\": \"%1001\"}" } },
	{ "regelkort", "{\"kort\": \"en-tredel\"}", "{\"kort\": \"kommunedirektoeren\"}",
	  { "{}", "{\"kort\": \"\"}", "{\"kort\": \"finnes-ikke\"}",
	    "{\"kort\": \"En-tredel\"}", "{\"kort\": \"%41\"}",
	    "{\"kort\": \"en-tredel\", \"tekst\": \"x\"}" } },
	{ "kommunetorg", "{\"stander\": [\"a\", \"b\"]}",
	  "{\"tekst\": \"%1000\", \"stander\": [\"1%119 | %80 | 10.00–10.20, 10.40–11.00 | %40\", "
	  "\"Skole | | 09.00–09.15\", \"Helse | | | Berit\", \"4\", \"5\", \"6\", \"7\", \"8\", "
	  "\"9\", \"10\", \"11\", \"12\", \"13\", \"14\", \"15\", \"16\"]}",
	  { "{}", "{\"stander\": [\"a\"]}", "{\"stander\": [\"a | b\", \"a|b\"]}",
	    "{\"stander\": [\"a\", \"| b\"]}", "{\"stander\": [\"a\", \"b | | 10.20–10.00\"]}",
	    "{\"stander\": [\"a\", \"b | c | 10.00–10.20 | d | e\"]}" } },
	{ "forholdsvalg", "{\"lister\": \"A\"}",
	  "{\"tekst\": \"%2000\", \"organ\": \"kontrollutvalg\", \"plasser\": 99, "
	  "\"lister\": \"%60\\nKari Å K\\n2. Per Ø, M\\n\\nB\\n%78 K\", \"skriftlig\": true}",
	  { "{}", "{\"lister\": \"Kari K\"}", "{\"lister\": \"A\\nKari\"}",
	    "{\"lister\": \"A\\n\\na\"}", "{\"lister\": \"A\", \"organ\": \"ting\"}",
	    "{\"lister\": \"A\", \"plasser\": 0}" } },
	{ "flertallsvalg", "{\"kandidater\": [\"Kari\"]}",
	  "{\"tekst\": \"%2000\", \"verv\": \"nestleder\", \"kandidater\": [\"1%79\", \"2%79\", "
	  "\"3%79\", \"4%79\", \"5%79\", \"6%79\", \"7%79\", \"8%79\"]}",
	  { "{}", "{\"kandidater\": []}", "{\"kandidater\": [\"a\", \"a\"]}",
	    "{\"kandidater\": [\"%81\"]}", "{\"kandidater\": [\"a\"], \"verv\": \"konge\"}",
	    "{\"kandidater\": [\"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", "
	    "\"9\"]}" } },
	{ "gjensyn", "{}", "{\"tekst\": \"%1000\"}", { "{\"tekst\": \"%1001\"}" } },
	{ "evaluering", "{}",
	  "{\"temaer\": [\"1%79\", \"2%79\", \"3%79\", \"4\", \"5\", \"6\", \"7\", \"8\", \"9\", "
	  "\"10\", \"11\", \"12\"], \"neste\": [\"1%79\", \"2\", \"3\", \"4\", \"5\", \"6\", "
	  "\"7\", \"8\", \"9\", \"10\", \"11\", \"12\"]}",
	  { "{\"temaer\": [\"%81\"]}", "{\"temaer\": [\"\"]}", "{\"neste\": \"a\"}",
	    "{\"neste\": [\"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", \"9\", "
	    "\"10\", \"11\", \"12\", \"13\"]}" } },
};

#endif
