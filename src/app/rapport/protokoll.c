/* protokoll.c - the words of the protocol. */
#include <stdlib.h>
#include <string.h>

#include "app/rapport/innhold.h"
#include "lib/arena.h"
#include "web/text.h"

static const struct { const char *what, *text; } acts[] = {
	{ "samling_ny",       N_("Laget samlingen") },
	{ "samling_endret",   N_("Endret opplysninger om samlingen") },
	{ "samling_fase",     N_("Samlingen skiftet fase") },
	{ "punkt",            N_("Gikk til punktet") },
	{ "punkt_nytt",       N_("La til et punkt") },
	{ "punkt_endret",     N_("Endret et punkt") },
	{ "punkt_flyttet",    N_("Flyttet et punkt") },
	{ "punkt_slettet",    N_("Slettet et punkt") },
	{ "dag_ny",           N_("La til en dag") },
	{ "dag_slettet",      N_("Slettet en dag") },
	{ "etter",            N_("Endret hvor langt etter planen dagen er") },
	{ "runde_aapnet",     N_("Åpnet runden") },
	{ "runde_lukket",     N_("Lukket runden") },
	{ "runde_holdt",      N_("Lot runden stå åpen") },
	{ "resultat_vist",    N_("Viste resultatet") },
	{ "resultat_skjult",  N_("Skjulte resultatet") },
	{ "sammenligning_vist", N_("Viste folkevalgte og administrasjonen hver for seg") },
	{ "sammenligning_skjult", N_("Skjulte sammenligningen") },
	{ "haandsopprekning", N_("Førte inn håndtelling") },
	{ "tekst_skjult",     N_("Skjulte en tekst") },
	{ "tekst_vist",       N_("Godkjente en tekst") },
	{ "ord_sammen",       N_("Slo sammen ord i en ordsky") },
	{ "ord_skilt",        N_("Skilte ut et ord i en ordsky") },
	{ "ord_navn",         N_("Endret hva et ord i en ordsky kalles") },
	{ "ord_ulike",        N_("Sa at to ord i en ordsky er ulike") },
	{ "ord_angret",       N_("Angret en endring i en ordsky") },
	{ "konklusjon",       N_("Skrev eller endret en konklusjon") },
	{ "lokalregler_endret", N_("Endret de lokale reglene") },
	{ "kort_laget",       N_("Gjorde svarene til kort") },
	{ "kort_nytt",        N_("Skrev et kort") },
	{ "kort_ordlyd",      N_("Endret ordlyden på et kort") },
	{ "kort_slaatt_sammen", N_("Slo sammen kort") },
	{ "kort_skilt",       N_("Skilte et kort fra et annet") },
	{ "kort_holdt_fra_hverandre", N_("Sa at to kort er ulike") },
	{ "kort_skjult",      N_("Skjulte et kort") },
	{ "kort_vist",        N_("Viste et kort igjen") },
	{ "kort_vedtatt",     N_("Førte kort som vedtatt") },
	{ "kort_ikke_vedtatt", N_("Førte et kort som ikke vedtatt") },
	{ "grupper_laget",    N_("Laget grupper") },
	{ "grupper_nye",      N_("Laget nye grupper") },
	{ "grupper_vist",     N_("Viste gruppene") },
	{ "gruppe_flyttet",   N_("Flyttet en person til en annen gruppe") },
	{ "lenke_ny",         N_("Laget en lenke") },
	{ "lenke_tilbakekalt", N_("Tilbakekalte en lenke") },
	{ "navneliste_ny",    N_("La inn navnelisten") },
	{ "navn_endret",      N_("Endret et navn på navnelisten") },
	{ "navn_slettet",     N_("Slettet et navn fra navnelisten") },
	{ "strek_satt",       N_("Satte strek for talerlisten") },
	{ "strek_opphevet",   N_("Opphevet streken for talerlisten") },
	{ "valg_talt",        N_("Talte stemmene") },
	{ "valg_talt_igjen",  N_("Talte stemmene i andre avstemning") },
	{ "valg_lodd",        N_("Førte hvem som ble trukket i lodd") },
	{ "valg_lodd_om",     N_("Tok bort et lodd som var ført feil") },
	{ "valg_lest",        N_("Valgte hvordan et åpent spørsmål i loven skal leses") },
	{ "veileder_ny",      N_("Ga en prosessveileder tilgang") },
	{ "veileder_fjernet", N_("Tok tilgangen fra en prosessveileder") },
	{ "person_ny",        N_("Ga en person innlogging") },
	{ "person_rolle",     N_("Endret rollen til en person") },
	{ "person_sperret",   N_("Sperret innloggingen til en person") },
	{ "person_aapnet",    N_("Åpnet innloggingen til en person") },
	{ "person_slettet",   N_("Slettet opplysninger om en person") },
	{ "samling_slettet",  N_("Slettet en samling") },
	{ "oppsett",          N_("Satte opp tjenesten") },
	{ "rapport_frigitt",  N_("Frigav rapporten til deltakerne") },
	{ "rapport_trukket",  N_("Trakk tilbake rapporten fra deltakerne") },
};

static const char *const phases[PHASE__MAX] = {
	[PHASE_DRAFT] = N_("utkast"), [PHASE_READY] = N_("klar"),
	[PHASE_LIVE] = N_("pågår"), [PHASE_ENDED] = N_("avsluttet"),
};

/* A word that came after this table was written is shown as it stands. */
const char *act_text(struct arena *mem, enum lang lang, const char *what)
{
	char *plain = arena_strdup(mem, what);

	for (size_t i = 0; i < sizeof acts / sizeof acts[0]; i++)
		if (strcmp(acts[i].what, what) == 0)
			return tr(lang, acts[i].text);
	for (char *p = plain; *p != '\0'; p++)
		if (*p == '_')
			*p = ' ';
	return plain;
}

/* "Title (del 2, runde 1)" as runde.c notes it: only what there is more than one of. */
static const char *round_detail(struct arena *mem, enum lang lang, const char *detail)
{
	const char *at = detail, *next, *title;
	unsigned long stage, nr;
	char *end;

	while ((next = strstr(at + 1, " (del ")) != NULL)
		at = next;
	if (at == detail)
		return detail;
	title = arena_strndup(mem, detail, (size_t)(at - detail));
	stage = strtoul(at + strlen(" (del "), &end, 10);
	if (strncmp(end, ", runde ", 8) != 0)
		return detail;
	nr = strtoul(end + 8, &end, 10);
	if (strcmp(end, ")") != 0)
		return detail;
	if (nr > 1 && stage > 1)
		return trf(mem, lang, N_("%s (del %d, %d. gang)"), title, (int)stage, (int)nr);
	if (nr > 1)
		return trf(mem, lang, N_("%s (%d. gang)"), title, (int)nr);
	return stage > 1 ? trf(mem, lang, N_("%s (del %d)"), title, (int)stage) : title;
}

size_t acts_alike(const struct rows *all, size_t from)
{
	static const int same[] = { rapport_protokoll__hvem, rapport_protokoll__hva,
	                            rapport_protokoll__detalj };
	size_t to = from + 1;

	for (; to < all->n; to++)
		for (size_t i = 0; i < sizeof same / sizeof same[0]; i++)
			if (strcmp(row_text(&all->row[from], same[i]),
			           row_text(&all->row[to], same[i])) != 0)
				return to - from;
	return to - from;
}

const char *act_detail(struct arena *mem, enum lang lang, const char *what, const char *detail)
{
	char *end;
	unsigned long from, to;

	if (strncmp(what, "runde_", 6) == 0 || strncmp(what, "resultat_", 9) == 0 ||
	    strncmp(what, "sammenligning_", 14) == 0)
		return round_detail(mem, lang, detail);
	if (strcmp(what, "navneliste_ny") == 0 && detail[0] != '\0' &&
	    detail[strspn(detail, "0123456789")] == '\0')
		return trf(mem, lang, N_("%s navn"), detail);
	if (strncmp(what, "dag_", 4) == 0 && detail[0] != '\0')
		return trf(mem, lang, N_("dag %s"), detail);
	if (strcmp(what, "samling_fase") != 0)
		return detail;
	from = strtoul(detail, &end, 10);
	if (strncmp(end, " -> ", 4) != 0)
		return detail;
	to = strtoul(end + 4, &end, 10);
	if (*end != '\0' || from >= PHASE__MAX || to >= PHASE__MAX)
		return detail;
	return arena_printf(mem, "%s → %s", tr(lang, phases[from]), tr(lang, phases[to]));
}
