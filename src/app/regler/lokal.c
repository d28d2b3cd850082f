#include "app/regler/lokal.h"

#include <string.h>

#include "web/text.h"

const struct lokal_key lokal_keys[LOKAL_KEYS] = {
	{ "innkalling", N_("Når innkalling og sakspapirer sendes"),
	  N_("For eksempel: sju dager før møtet") },
	{ "sak_frist", N_("Frist for å melde inn en sak"),
	  N_("For eksempel: ti dager før møtet, til ordføreren") },
	{ "interpellasjon", N_("Interpellasjoner"),
	  N_("For eksempel: skriftlig, senest ti dager før møtet") },
	{ "spoersmaal", N_("Skriftlige spørsmål"),
	  N_("For eksempel: senest tre dager før møtet, besvares i møtet") },
	{ "spoerretime", N_("Muntlig spørretime for medlemmene"),
	  N_("For eksempel: en halv time i starten av møtet") },
	{ "publikum", N_("Åpen spørretime for publikum"),
	  N_("For eksempel: en halv time før møtet settes") },
	{ "innlegg", N_("Taletid for innlegg"),
	  N_("For eksempel: tre minutter, to innlegg i hver sak") },
	{ "replikk", N_("Taletid for replikker"), N_("For eksempel: ett minutt, to replikker") },
	{ "forslag", N_("Form på forslag i møtet"),
	  N_("For eksempel: skriftlig til møtelederen før debatten er slutt") },
	{ "budsjettforslag", N_("Frist for alternative budsjettforslag"),
	  N_("For eksempel: fem dager før formannskapets budsjettmøte") },
	{ "forfall", N_("Hvordan du melder forfall"),
	  N_("For eksempel: til politisk sekretariat, så snart du vet det") },
	{ "fjernmoete", N_("Fjernmøter"),
	  N_("For eksempel: alle organer kan ha fjernmøte, ikke kommunestyret") },
	{ "hastesak", N_("Hvem som kan avgjøre hastesaker"),
	  N_("For eksempel: formannskapet; ordføreren når formannskapet ikke rekker det") },
	{ "opptak", N_("Overføring og opptak av møtene"),
	  N_("For eksempel: kommunestyret sendes på nett og kan ses i etterkant") },
	{ "delegering", N_("Reglementet for delegering"),
	  N_("For eksempel: vedtatt 12. desember 2024, står på kommunens nettsider") },
	{ "godtgjoering", N_("Godtgjøring og tapt arbeidsinntekt"),
	  N_("For eksempel: satser i egen forskrift, krav sendes innen én måned") },
};

const struct lokal_key *lokal_key(const char *name)
{
	for (size_t i = 0; i < LOKAL_KEYS; i++)
		if (strcmp(lokal_keys[i].name, name) == 0)
			return &lokal_keys[i];
	return NULL;
}

enum outcome lokal_of_samling(struct store *st, struct arena *mem, int64_t samling,
                              struct lokal_rules *out)
{
	struct rows rows;
	enum outcome went = RUN(st, mem, &rows, lokalregler_i_samling,
	                        .samling = v_int(samling));

	*out = (struct lokal_rules){ 0 };
	for (size_t i = 0; went == OUTCOME_OK && i < rows.n; i++) {
		const struct row *row = &rows.row[i];
		const struct lokal_key *key =
			lokal_key(row_text(row, lokalregler_i_samling__noekkel));

		out->municipality = row_text(row, lokalregler_i_samling__kommunenavn);
		if (key == NULL)        /* of a newer program */
			continue;
		out->text[key - lokal_keys] = row_text(row, lokalregler_i_samling__verdi);
		out->changed[key - lokal_keys] = row_text(row, lokalregler_i_samling__endret);
	}
	return went;
}

const char *lokal_text(const struct lokal_rules *r, const struct lokal_key *key)
{
	return r->text[key - lokal_keys];
}

const char *lokal_changed(const struct lokal_rules *r, const struct lokal_key *key)
{
	return r->changed[key - lokal_keys];
}
