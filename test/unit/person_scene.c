#include "person_scene.h"

#include <dirent.h>
#include <stdio.h>
#include <sys/stat.h>

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

struct tidied tidy(struct scene *h)
{
	struct tidied d;

	assert_int_equal(rydd(store_of(h), h->t->mem, h->t->p.site.world, h->t->dir, &d),
	                 OUTCOME_OK);
	return d;
}

void words(struct scene *h, int64_t round, const char *word, int n)
{
	for (int i = 0; i < n; i++)
		site_sql(h->t, "INSERT INTO svar (runde, noekkel, verdi) VALUES (%d, "
		         "randomblob(16), '%s')", (int)round, word);
}

/* Every byte of every file in the folder. */
bool on_disk(struct scene *h, const char *text)
{
	DIR *d = opendir(h->t->dir);
	bool found_it = false;

	for (struct dirent *e = readdir(d); e != NULL; e = readdir(d)) {
		FILE *f = fopen(site_path(h->t, "%s/%s", h->t->dir, e->d_name), "rb");
		size_t n, len = strlen(text);
		struct stat st;
		char *bytes;

		if (f == NULL)
			continue;
		if (fstat(fileno(f), &st) != 0 || !S_ISREG(st.st_mode)) {
			fclose(f);
			continue;
		}
		fseek(f, 0, SEEK_END);
		n = (size_t)ftell(f);
		rewind(f);
		bytes = malloc(n + 1);
		n = fread(bytes, 1, n, f);
		for (size_t i = 0; i + len <= n && !found_it; i++)
			found_it = memcmp(bytes + i, text, len) == 0;
		free(bytes);
		fclose(f);
	}
	closedir(d);
	return found_it;
}
