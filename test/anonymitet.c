/* anonymitet - an attack on the raw files of a data folder, by somebody who knows who
 * answered, in which order, with which phone (doc/anonymitet.md; A1-A4).
 *
 * Forty known people answer an anonymous round in a known order, over and over, through the
 * program's own pages.  When it is closed, the files are read byte by byte.  The attack is
 * shown to work first: while the round is open it finds everything. */
#include "unit/site_help.h"

#include <ftw.h>
#include <math.h>
#include <sodium.h>
#include <stdio.h>
#include <unistd.h>

#include "app/sider.h"
#include "lib/buf.h"
#include "rules/stored.h"
#include "store/secret.h"
#include "store/store.h"
#include "web/session.h"

#define PEOPLE 40
#define RUNS 100
#define PAGE 4096
#define REGRETS 5               /* every fifth answers twice */

/* Of Spearman's rho between forty ranks and chance: spread of one, and how many of them
 * from 0 the mean of all and any single one may lie. */
#define SPREAD (1 / sqrt(PEOPLE - 1.0))
#define MEAN_LIMIT (4 * SPREAD / sqrt(RUNS))
#define ONE_LIMIT (4.5 * SPREAD)

struct bytes {
	unsigned char *p;
	size_t n;
	char path[120];
};

struct folder {
	struct bytes file[64];
	size_t n;
};

static struct site_test *t;
static struct browser console, people[PEOPLE];
static int64_t samling;
static struct { double row[RUNS], byte[RUNS], copy[RUNS]; double log; } rho;
static struct folder seen;      /* what nftw has found */

/* Of the last run: what the attacker would have had before the close. */
static unsigned char secret[SECRET_BYTES], old_key[PEOPLE][SECRET_KEY_BYTES];
static struct folder open_folder, closed_folder;
static int64_t last_round;

/* ---- files ---- */

static int read_one(const char *path, const struct stat *st, int flag, struct FTW *ftw)
{
	struct bytes *b;
	FILE *f;

	(void)ftw;
	if (flag != FTW_F || st->st_size == 0)
		return 0;
	assert_true(seen.n < sizeof seen.file / sizeof seen.file[0]);
	b = &seen.file[seen.n++];
	b->n = (size_t)st->st_size;
	b->p = malloc(b->n);
	assert_non_null(b->p);
	snprintf(b->path, sizeof b->path, "%s", path);
	f = fopen(path, "rb");
	assert_non_null(f);
	b->n = fread(b->p, 1, b->n, f);
	fclose(f);
	return 0;
}

static struct folder read_folder(void)
{
	seen.n = 0;
	assert_int_equal(nftw(t->dir, read_one, 8, FTW_PHYS), 0);
	return seen;
}

static void free_folder(struct folder *f)
{
	for (size_t i = 0; i < f->n; i++)
		free(f->file[i].p);
	f->n = 0;
}

static size_t count(const struct folder *f, const void *what, size_t n)
{
	size_t found = 0;

	for (size_t i = 0; i < f->n; i++) {
		const unsigned char *p = f->file[i].p, *end = p + f->file[i].n;

		while ((p = memmem(p, (size_t)(end - p), what, n)) != NULL) {
			found++;
			p++;
		}
	}
	return found;
}

/* Where a text stands in the file whose name ends so; -1: not there. */
static long place(const struct folder *f, const char *ending, const char *text)
{
	for (size_t i = 0; i < f->n; i++) {
		const struct bytes *b = &f->file[i];
		size_t n = strlen(b->path), m = strlen(ending);
		const unsigned char *p;

		if (n < m || strcmp(b->path + n - m, ending) != 0)
			continue;
		p = memmem(b->p, b->n, text, strlen(text));
		return p != NULL ? p - b->p : -1;
	}
	return -1;
}

/* ---- a round ---- */

static const char *answer_of(int run, int who)
{
	return site_path(t, "Svar%03dfra%02dslutt", run, who);
}

static const char *regret_of(int run, int who)
{
	return site_path(t, "Angret%03dav%02dslutt", run, who);
}

static void press(const char *handling, int64_t seen_item, int64_t round, int phase)
{
	struct answer a = site_post(&console, site_path(t, "/samling/%lld/styr",
	                            (long long)samling), "handling", handling,
	                            "sett", site_path(t, "%lld", (long long)seen_item),
	                            "runde", site_path(t, "%lld", (long long)round),
	                            "fase", site_path(t, "%d", phase), NULL);

	assert_int_equal(a.status, 303);
}

static void send(int who, int64_t round, const char *text)
{
	struct answer a = site_post(&people[who], site_path(t, "/s/%lld/svar",
	                            (long long)samling),
	                            "runde", site_path(t, "%lld", (long long)round),
	                            "tekst", text, NULL);

	assert_int_equal(a.status, 200);
}

static int64_t open_round(int64_t *item)
{
	static int64_t before;

	*item = site_item(t, samling, 1, "aapent", "Hva mener du?", 5,
	                  "{\"spoersmaal\":\"Hva mener du?\",\"tegn\":300,\"svar\":1}");
	press(site_path(t, "gaatil %lld", (long long)*item), before, 0, 0);
	press("neste", *item, 0, 0);
	before = *item;
	return site_sql(t, "SELECT max(id) FROM runde WHERE punkt = %lld AND fase = 1",
	                (long long)*item);
}

/* ---- order ---- */

/* Spearman's rho between the order of answering, 0..n-1, and where each was found. */
static double correlation(const long at[PEOPLE])
{
	double sum = 0;

	for (int i = 0; i < PEOPLE; i++) {
		int rank = 0;

		assert_true(at[i] >= 0);
		for (int k = 0; k < PEOPLE; k++)
			rank += at[k] < at[i];
		sum += (double)(rank - i) * (rank - i);
	}
	return 1 - 6 * sum / ((double)PEOPLE * (PEOPLE * PEOPLE - 1));
}

static double order_in(const struct folder *f, const char *ending, int run)
{
	long at[PEOPLE];

	for (int i = 0; i < PEOPLE; i++)
		at[i] = place(f, ending, answer_of(run, i));
	return correlation(at);
}

static double order_of_rows(int run, int64_t round)
{
	const char *all = site_sql_text(t, "SELECT group_concat(verdi) FROM (SELECT verdi FROM "
	                                "svar WHERE runde = %lld)", (long long)round);
	long at[PEOPLE];

	for (int i = 0; i < PEOPLE; i++) {
		const char *p = strstr(all, answer_of(run, i));

		at[i] = p != NULL ? p - all : -1;
	}
	return correlation(at);
}

static void keep_secrets(int64_t round)
{
	FILE *f = fopen(site_path(t, "%s/hemmelig/%lld", t->dir, (long long)round), "rb");

	assert_non_null(f);
	assert_int_equal(fread(secret, 1, sizeof secret, f), sizeof secret);
	fclose(f);
	for (int i = 0; i < PEOPLE; i++) {
		const char *token = people[i].cookie[0].value;

		crypto_generichash(old_key[i], SECRET_KEY_BYTES, (const unsigned char *)token,
		                   strlen(token), secret, sizeof secret);
		/* The attacker knows the program: this is how the keys are made. */
		assert_int_equal(site_sql(t, "SELECT count(*) FROM svar WHERE runde = %lld AND "
		                          "hex(noekkel) = upper('%s')", (long long)round,
		                          sodium_bin2hex(arena_get(t->mem, 33), 33, old_key[i],
		                                         SECRET_KEY_BYTES)), 1);
	}
}

static void one_run(int run)
{
	bool last = run == RUNS - 1;
	int64_t item, round = open_round(&item);
	struct folder f;

	for (int i = 0; i < PEOPLE; i++) {
		if (i % REGRETS == 0)
			send(i, round, regret_of(run, i));
		send(i, round, answer_of(run, i));
	}
	assert_int_equal(store_backup(t->p.site.store, site_path(t, "%s/kopi.db", t->dir)),
	                 OUTCOME_OK);
	f = read_folder();
	rho.copy[run] = order_in(&f, "/kopi.db", run);
	if (last) {
		keep_secrets(round);
		rho.log = order_in(&f, "/samling.db-wal", run);
		open_folder = f;
	} else {
		free_folder(&f);
	}
	press("neste", item, round, 1);
	assert_int_equal(site_sql(t, "SELECT antall FROM runde WHERE id = %lld AND fase = 2",
	                          (long long)round), PEOPLE);
	f = read_folder();
	rho.row[run] = order_of_rows(run, round);
	rho.byte[run] = order_in(&f, "/samling.db", run);
	if (last)
		closed_folder = f;
	else
		free_folder(&f);
	last_round = round;
}

static int play(void **state)
{
	(void)state;
	/* Some thousand commits; the bytes are the same on a disk that is memory. */
	if (access("/dev/shm", W_OK) == 0)
		setenv("TMPDIR", "/dev/shm", 0);
	t = site_open(all_pages);
	samling = site_samling(t, "9999", PHASE_LIVE);
	console = site_console(t, samling);
	for (int i = 0; i < PEOPLE; i++) {
		people[i] = site_participant(t, samling, ROLE_FOLKEVALGT);
		people[i].bit = true;
	}
	for (int run = 0; run < RUNS; run++)
		one_run(run);
	return 0;
}

static int leave(void **state)
{
	(void)state;
	free_folder(&open_folder);
	free_folder(&closed_folder);
	site_close(t);
	return 0;
}

/* ---- A1 ---- */

static void chance_only(const double *all, const char *what)
{
	double mean = 0, mean_size = 0, largest = 0;

	for (int i = 0; i < RUNS; i++) {
		mean += all[i] / RUNS;
		mean_size += fabs(all[i]) / RUNS;
		largest = fmax(largest, fabs(all[i]));
	}
	printf("%s: mean rho %+.3f, mean |rho| %.3f (chance %.3f), largest %.3f\n", what, mean,
	       mean_size, SPREAD * sqrt(2 / M_PI), largest);
	assert_true(fabs(mean) < MEAN_LIMIT);
	assert_true(fabs(mean_size - SPREAD * sqrt(2 / M_PI)) < MEAN_LIMIT);
	assert_true(largest < ONE_LIMIT);
}

static void the_order_of_rows_tells_nothing(void **state)
{
	(void)state;
	chance_only(rho.row, "rows");
}

static void the_order_in_the_file_tells_nothing(void **state)
{
	(void)state;
	chance_only(rho.byte, "bytes");
}

static void the_order_in_a_copy_taken_meanwhile_tells_nothing(void **state)
{
	(void)state;
	chance_only(rho.copy, "copy");
}

/* ---- A2 ---- */

static void nothing_that_was_is_left(void **state)
{
	struct folder *f = &closed_folder;
	const char *deleted = "Angret";         /* answered and then changed */

	(void)state;
	for (size_t i = 0; i < f->n; i++)
		if (strstr(f->file[i].path, "/hemmelig/") != NULL)
			fail_msg("%s is left", f->file[i].path);
	assert_int_equal(count(f, secret, sizeof secret), 0);
	assert_int_equal(count(f, deleted, strlen(deleted)), 0);
	for (int i = 0; i < PEOPLE; i++) {
		const char *token = people[i].cookie[0].value;
		unsigned char raw[TOKEN_BYTES];
		size_t n;

		assert_int_equal(sodium_base642bin(raw, sizeof raw, token, strlen(token), NULL, &n,
		                 NULL, sodium_base64_VARIANT_URLSAFE_NO_PADDING), 0);
		assert_int_equal(count(f, token, strlen(token)), 0);
		assert_int_equal(count(f, raw, sizeof raw), 0);
		/* Once, in the copy that was taken before. */
		assert_int_equal(count(f, old_key[i], SECRET_KEY_BYTES), 1);
	}
}

/* Page by page: where an answer stands there is nothing of anybody. */
static void no_page_has_both_an_answer_and_a_person(void **state)
{
	struct folder *f = &closed_folder;
	size_t pages = 0;

	(void)state;
	for (size_t i = 0; i < f->n; i++) {
		for (size_t at = 0; at + PAGE <= f->file[i].n; at += PAGE) {
			struct folder page = { .n = 1 };

			page.file[0].p = f->file[i].p + at;
			page.file[0].n = PAGE;
			if (count(&page, "fra", 3) == 0 || count(&page, "slutt", 5) == 0 ||
			    count(&page, "Svar", 4) == 0)
				continue;
			pages++;
			for (int k = 0; k < PEOPLE; k++) {
				unsigned char hash[TOKEN_HASH];

				assert_true(session_hash(people[k].cookie[0].value, hash));
				assert_int_equal(count(&page, hash, 16), 0);
			}
		}
	}
	assert_true(pages > 0);
}

/* ---- A3, A4 ---- */

static bool random_looking(const unsigned char *p, size_t n, size_t least)
{
	bool there[256] = { false };
	size_t different = 0;

	for (size_t i = 0; i < n; i++) {
		different += !there[p[i]];
		there[p[i]] = true;
	}
	return different >= least;
}

static int by_key(const void *a, const void *b)
{
	return memcmp(a, b, SECRET_KEY_BYTES);
}

struct keys {
	unsigned char (*key)[SECRET_KEY_BYTES];
	size_t n;
};

/* All keys that answers lie or have lain under, as far as the attacker can know: those of
 * the last round before the close (from the copy), and every one there is now. */
static struct keys known_keys(void)
{
	const char *hex = site_sql_text(t, "SELECT group_concat(hex(noekkel), '') FROM svar");
	struct keys k = { .n = strlen(hex) / (2 * SECRET_KEY_BYTES) };

	k.key = malloc((k.n + PEOPLE) * sizeof *k.key);
	assert_non_null(k.key);
	assert_int_equal(sodium_hex2bin(k.key[0], k.n * SECRET_KEY_BYTES, hex, strlen(hex), NULL,
	                                NULL, NULL), 0);
	memcpy(k.key[k.n], old_key, sizeof old_key);
	k.n += PEOPLE;
	qsort(k.key, k.n, sizeof *k.key, by_key);
	return k;
}

/* How many people an attacker links to an answer, trying every window of the files as the
 * secret: 16 and 32 bytes, unless a random secret could hardly look so. */
static size_t linked(const struct folder *f, const struct keys *k)
{
	bool found[PEOPLE] = { false };
	size_t n = 0;

	for (size_t i = 0; i < f->n; i++) {
		for (size_t at = 0; at + SECRET_BYTES / 2 <= f->file[i].n; at++) {
			const unsigned char *window = f->file[i].p + at;
			size_t room = f->file[i].n - at;

			for (size_t size = SECRET_BYTES / 2; size <= SECRET_BYTES && size <= room;
			     size *= 2) {
				if (!random_looking(window, size, size / 2 + size / 4 - 2))
					continue;
				for (int w = 0; w < PEOPLE; w++) {
					const char *token = people[w].cookie[0].value;
					unsigned char key[SECRET_KEY_BYTES];

					crypto_generichash(key, sizeof key,
					                   (const unsigned char *)token,
					                   TOKEN_TEXT - 1, window, size);
					found[w] |= bsearch(key, k->key, k->n, sizeof *k->key,
					                    by_key) != NULL;
				}
			}
		}
	}
	for (int w = 0; w < PEOPLE; w++)
		n += found[w];
	return n;
}

static void while_it_is_open_the_same_attack_finds_all(void **state)
{
	struct keys k = known_keys();
	struct folder small = { 0 };

	(void)state;
	for (size_t i = 0; i < open_folder.n; i++)      /* the database is searched below */
		if (strstr(open_folder.file[i].path, "/hemmelig/") != NULL)
			small.file[small.n++] = open_folder.file[i];
	assert_int_equal(small.n, 1);
	assert_int_equal(linked(&small, &k), PEOPLE);
	assert_true(count(&open_folder, "Angret", 6) > 0);
	assert_true(rho.log > 0.99);
	free(k.key);
}

static void no_window_of_any_file_links_anybody(void **state)
{
	struct keys k = known_keys();

	(void)state;
	assert_int_equal(site_sql(t, "SELECT count(*) FROM svar"), RUNS * PEOPLE);
	assert_int_equal(linked(&closed_folder, &k), 0);
	free(k.key);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(while_it_is_open_the_same_attack_finds_all),
		cmocka_unit_test(the_order_of_rows_tells_nothing),
		cmocka_unit_test(the_order_in_the_file_tells_nothing),
		cmocka_unit_test(the_order_in_a_copy_taken_meanwhile_tells_nothing),
		cmocka_unit_test(nothing_that_was_is_left),
		cmocka_unit_test(no_page_has_both_an_answer_and_a_person),
		cmocka_unit_test(no_window_of_any_file_links_anybody),
	};

	return cmocka_run_group_tests(tests, play, leave);
}
