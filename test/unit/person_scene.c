#include "person_scene.h"

#include "store/right.h"
#include "store/store.h"

struct store *store_of(struct scene *h)
{
	return h->t->p.site.store;
}

int64_t asked(struct scene *h, enum level level, enum round_phase phase)
{
	int64_t item = site_item(h->t, h->s, 1, "flervalg", "Hva nå?", 30,
	                         "{\"spoersmaal\": \"Hva nå?\", \"valg\": [\"Ja\", \"Nei\"], "
	                         "\"flere\": 1}");

	site_sql(h->t, "UPDATE punkt SET nivaa = %d WHERE id = %d", (int)level, (int)item);
	return site_sql(h->t, "INSERT INTO runde (punkt, fase, aapnet, antall) VALUES (%d, %d, 1, "
	                "1)", (int)item, (int)phase);
}

struct kari kari_comes(struct scene *h)
{
	struct kari k = {
		.name = site_sql(h->t, "INSERT INTO navneliste (samling, navn, parti, rolle, "
		                 "kjoenn, foedt) VALUES (%d, 'Kari Nes', 'Sp', 0, 'K', 1984)",
		                 (int)h->s),
		.closed = asked(h, LEVEL_OPEN, ROUND_CLOSED),
		.open = asked(h, LEVEL_OPEN, ROUND_OPEN),
	};

	site_sql(h->t, "INSERT INTO deltaker (id, samling, token, rolle, navn, dato) VALUES "
	         "(x'00112233445566778899aabbccddeeff', %d, randomblob(32), 0, %d, '" SITE_TODAY
	         "')", (int)h->s, (int)k.name);
	site_sql(h->t, "INSERT INTO svar (runde, noekkel, verdi) SELECT %d, id, 'Ja' FROM deltaker",
	         (int)k.closed);
	site_sql(h->t, "INSERT INTO svar (runde, noekkel, verdi) SELECT %d, id, 'Nei' FROM "
	         "deltaker", (int)k.open);
	site_sql(h->t, "INSERT INTO gruppedeling (punkt, fro) SELECT max(id), 1 FROM punkt");
	site_sql(h->t, "INSERT INTO gruppe (punkt, nr, leder) SELECT punkt, 2, %d FROM "
	         "gruppedeling", (int)k.name);
	site_sql(h->t, "INSERT INTO gruppeplass (punkt, navn, gruppe) SELECT punkt, %d, 2 FROM "
	         "gruppedeling", (int)k.name);
	site_sql(h->t, "INSERT INTO taler (punkt, navn, tekst, rolle, plass, sekunder, brukt) "
	         "SELECT max(id), %d, 'Kari Nes', 0, 1, 120, 93000 FROM punkt", (int)k.name);
	return k;
}

void begin(struct scene *h, bool reads)
{
	store_request_begin(store_of(h), RIGHT_BIT(RIGHT_SYSTEM), reads);
}

void end(struct scene *h, bool keep)
{
	assert_int_equal(store_request_end(store_of(h), keep), OUTCOME_OK);
	assert_true(store_commit(store_of(h)));
}
