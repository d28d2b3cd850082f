#include "app/drift/drift.h"

#include <stdio.h>
#include <string.h>

#include "app/gruppe/grupper_kommando.h"
#include "app/habilitet/habilitet.h"
#include "app/lillevik/lillevik.h"
#include "app/lov/lov.h"
#include "app/ord/ord.h"
#include "app/person/person.h"
#include "app/valg/kommando.h"

static const struct command commands[] = {
	{ "serve", "--data MAPPE [--listen ADR:PORT] [--base URL] [--utvikling] [--uten-jobb]",
	  "kjører serveren", serve_command },
	{ "demo", "--data MAPPE [--base URL] [--deltakere N --kaker FIL] [--json]",
	  "lager eksempelkommunen Lillevik i en tom mappe", demo_command },
	{ "spill", "--data MAPPE --fart N [--telefoner M]",
	  "spiller hele samlingen med simulerte telefoner", spill_command },
	{ "lenke", "--data MAPPE --epost ADRESSE [--base URL]",
	  "lager en lenke som logger noen inn én gang", lenke_command },
	{ "kommuner", "--data MAPPE [--importer FIL] [--fylker FIL]",
	  "sier hvor mange kommuner som gjelder, eller leser inn nye", kommuner_command },
	{ "lov", "--data MAPPE [--importer FIL] [--fjern LOV]",
	  "leser inn ordlyden i en lov fra Lovdatas åpne data, eller tar den ut", lov_command },
	{ "importer", "--data MAPPE FIL --kommune NR --dato ÅÅÅÅ-MM-DD [--sted STED]",
	  "lager en samling fra en samlingsfil; en arkivfil trenger bare FIL", import_command },
	{ "eksporter", "--data MAPPE --samling ID",
	  "skriver programmet i en samling som fil", export_command },
	{ "sjekk", "--data MAPPE [--base URL]",
	  "sier hva som er galt med installasjonen", sjekk_command },
	{ "ordsky", "[--json] < SVAR.csv",
	  "sier hvilke svar som er samme ord", ordsky_command },
	{ "grupper", "--deltakere FIL --grupper G --runder R [--regler FIL] [--tidligere FIL] "
	  "[--fro N] [--json]",
	  "setter sammen grupper der færrest mulig møter de samme igjen", grupper_command },
	{ "valg", "[--json | --kontroller] [FIL]",
	  "gjør opp valg fra en fil: plasser, navn, lodd og det loven lar stå åpent",
	  valg_command },
	{ "habilitet", "[--json] [FIL]",
	  "svarer på om noen er inhabil, med paragrafen, eller hva organet må vurdere",
	  habilitet_command },
	{ "sikkerhetskopi", "--data MAPPE FIL",
	  "tar en hel kopi, også mens serveren går", sikkerhetskopi_command },
	{ "proevetelefoner", "--adresse ADR:PORT --kode KODE [--antall N]",
	  "telefonene i en prøve; startes fra siden «Gjør klart»", proevetelefoner_command },
	{ "innsyn", "--data MAPPE [--kommune NR] [--json] NAVN|E-POST",
	  "viser alt som er lagret om en person", innsyn_command },
	{ "slett", "--data MAPPE [--ja] [--kommune NR] NAVN|E-POST | --samling NR",
	  "sletter en person eller en hel samling", slett_command },
	{ "rydd", "--data MAPPE",
	  "sletter det som er lagret lenge nok; serveren gjør det også", rydd_command },
	{ "personvern", "", "skriver hva som lagres om personer, hvorfor og hvor lenge",
	  personvern_command },
};

static int help(FILE *to)
{
	fputs("Bruk: samling KOMMANDO [valg]\n\n", to);
	for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++)
		fprintf(to, "  samling %s %s\n      %s\n", commands[i].name, commands[i].arguments,
		        commands[i].help);
	return to == stdout ? 0 : 2;
}

int drift_run(int argc, char **argv, const struct page *const *tables)
{
	if (argc >= 2 && (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0))
		return help(stdout);
	for (size_t i = 0; argc >= 2 && i < sizeof commands / sizeof commands[0]; i++)
		if (strcmp(commands[i].name, argv[1]) == 0)
			return commands[i].run(argc - 1, argv + 1, tables);
	if (argc >= 2)
		fprintf(stderr, "Ukjent kommando: %s\n\n", argv[1]);
	return help(stderr);
}
