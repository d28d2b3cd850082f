/* test_grupper.c - `samling grupper`: files in, a plan out, and what is said of bad files. */
#include <fcntl.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>
#include <jansson.h>

#include "app/gruppe/grupper_kommando.h"

#define N(a) (sizeof(a) / sizeof(a)[0])
#define TEXT_MAX 100000
#define ARGUMENTS_MAX 20

/* A folder with the files of a command, and what it said. */
struct scene {
	char dir[64];
	char out[TEXT_MAX], err[TEXT_MAX];
};

static int setup(void **state)
{
	struct scene *s = calloc(1, sizeof *s);

	snprintf(s->dir, sizeof s->dir, "/tmp/grupper-XXXXXX");
	*state = s;
	return mkdtemp(s->dir) == NULL;
}

static void path_of(const struct scene *s, const char *name, char *path, size_t n)
{
	snprintf(path, n, "%s/%s", s->dir, name);
}

static int teardown(void **state)
{
	static const char *const name[] = { "d.csv", "r.csv", "t.txt", "out", "err" };
	struct scene *s = *state;
	char path[128];

	for (size_t i = 0; i < N(name); i++) {
		path_of(s, name[i], path, sizeof path);
		unlink(path);
	}
	rmdir(s->dir);
	free(s);
	return 0;
}

static void put(const struct scene *s, const char *name, const char *bytes, size_t n)
{
	char path[128];
	FILE *f;

	path_of(s, name, path, sizeof path);
	f = fopen(path, "wb");
	assert_non_null(f);
	assert_int_equal(fwrite(bytes, 1, n, f), n);
	fclose(f);
}

static void get(const struct scene *s, const char *name, char *text)
{
	char path[128];
	size_t n;
	FILE *f;

	path_of(s, name, path, sizeof path);
	f = fopen(path, "rb");
	assert_non_null(f);
	n = fread(text, 1, TEXT_MAX - 1, f);
	text[n] = '\0';
	fclose(f);
}

static int redirect(const struct scene *s, const char *name, int fd)
{
	char path[128];
	int kept = dup(fd), to;

	path_of(s, name, path, sizeof path);
	to = open(path, O_CREAT | O_TRUNC | O_WRONLY, 0600);
	dup2(to, fd);
	close(to);
	return kept;
}

static void restore(int kept, int fd)
{
	dup2(kept, fd);
	close(kept);
}

/* Runs "grupper" with the words of `line`, in the folder of the scene. */
static int run(struct scene *s, const char *line)
{
	char words[512], *argv[ARGUMENTS_MAX] = { NULL }, *rest = words, old[256];
	int argc = 0, status, out, err;

	snprintf(words, sizeof words, "grupper %s", line);
	for (char *w; (w = strsep(&rest, " ")) != NULL;)
		argv[argc++] = w;
	assert_non_null(getcwd(old, sizeof old));
	assert_int_equal(chdir(s->dir), 0);
	fflush(NULL);
	out = redirect(s, "out", 1);
	err = redirect(s, "err", 2);
	optind = 1;
	status = grupper_command(argc, argv, NULL);
	fflush(NULL);
	restore(out, 1);
	restore(err, 2);
	assert_int_equal(chdir(old), 0);
	get(s, "out", s->out);
	get(s, "err", s->err);
	return status;
}

/* The scoring, from files alone: columns id, parti, rolle, kjonn, alder; ids are 0 to n-1. */
#define PEOPLE_MAX 60
struct people {
	char cell[PEOPLE_MAX][4][20];
	int n;
};

static void read_people(const char *csv, struct people *p)
{
	const char *line = strchr(csv, '\n') + 1;

	for (p->n = 0; *line != '\0'; line = strchr(line, '\n') + 1, p->n++) {
		char (*c)[20] = p->cell[p->n];
		int id, age;

		assert_int_equal(sscanf(line, "%d,%19[^,],%19[^,],%19[^,],%d", &id, c[0], c[1],
		                        c[2], &age), 5);
		assert_int_equal(id, p->n);
		snprintf(c[3], sizeof c[3], "%d", age < 35 ? 0 : age < 50 ? 1 : age < 62 ? 2 : 3);
	}
}

static long skew_of(const struct people *p, json_t *group)
{
	static const long weight[] = { 20, 10, 6, 3 };
	const size_t size = json_array_size(group);
	long skew = 0;

	for (int k = 0; k < 4; k++) {
		for (int i = 0; i < p->n; i++) {
			long all = 0, here = 0, d = 0;
			bool first = true;
			double want;

			for (int j = 0; j < p->n; j++) {
				const bool same = strcmp(p->cell[i][k], p->cell[j][k]) == 0;

				all += same;
				first = first && !(same && j < i);
			}
			for (size_t j = 0; j < size; j++) {
				const long who = json_integer_value(json_array_get(group, j));

				here += strcmp(p->cell[who][k], p->cell[i][k]) == 0;
			}
			want = (double)all * (double)size / p->n;
			d = here > ceil(want - 1e-9) ? here - (long)ceil(want - 1e-9) :
			    here < floor(want + 1e-9) ? (long)floor(want + 1e-9) - here : 0;
			skew += first ? weight[k] * d * d : 0;
		}
	}
	return skew;
}

struct score { long again, skew; int met[PEOPLE_MAX][PEOPLE_MAX]; };

static void meet_group(const struct people *p, json_t *group, struct score *s)
{
	const size_t size = json_array_size(group);

	s->skew += skew_of(p, group);
	for (size_t i = 0; i < size; i++) {
		for (size_t j = 0; j < size; j++) {
			const long a = json_integer_value(json_array_get(group, i));
			const long b = json_integer_value(json_array_get(group, j));

			s->met[a][b]++;
		}
	}
}

static void score(const struct people *p, json_t *plan, struct score *s)
{
	json_t *rounds = json_object_get(plan, "runder");

	memset(s, 0, sizeof *s);
	for (size_t r = 0; r < json_array_size(rounds); r++)
		for (size_t g = 0; g < json_array_size(json_array_get(rounds, r)); g++)
			meet_group(p, json_array_get(json_array_get(rounds, r), g), s);
	for (int a = 0; a < p->n; a++) {
		assert_int_equal(s->met[a][a], json_array_size(rounds));
		for (int b = 0; b < a; b++)
			s->again += s->met[a][b] > 1 ? s->met[a][b] - 1 : 0;
	}
}

static long cost(json_t *plan, const char *name)
{
	return json_integer_value(json_object_get(json_object_get(plan, "kostnad"), name));
}

/* 45 people of a council and its administration. */
static void write_council(char *csv, size_t size)
{
	static const struct { const char *party; int n; } parties[] = {
		{ "Ap", 9 }, { "H", 8 }, { "FrP", 5 }, { "Sp", 4 }, { "SV", 3 }, { "R", 2 },
		{ "MDG", 1 }, { "V", 1 }, { "KrF", 1 }, { "PP", 1 }, { "ADM", 10 },
	};
	int at = snprintf(csv, size, "id,parti,rolle,kjonn,alder\n"), id = 0;

	for (size_t i = 0; i < N(parties); i++)
		for (int k = 0; k < parties[i].n; k++, id++)
			at += snprintf(csv + at, size - (size_t)at, "%d,%s,%s,%s,%d\n", id,
			               parties[i].party,
			               id < 35 ? "folkevalgt" : "administrasjon",
			               (id * 7 + k) % 5 < 3 ? "K" : "M", 24 + id * 17 % 50);
}

static void a_council_is_divided_within_the_agreed_cost(void **state)
{
	static const char rules[] = "type,a,b\nhver_for_seg,0,9\nhver_for_seg,1,35\nsammen,33,34\n";
	struct scene *s = *state;
	static struct people people;
	static struct score scored;
	static char csv[8000];
	json_t *plan;

	write_council(csv, sizeof csv);
	read_people(csv, &people);
	put(s, "d.csv", csv, strlen(csv));
	put(s, "r.csv", rules, sizeof rules - 1);
	assert_int_equal(run(s, "--deltakere d.csv --regler r.csv --grupper 9 --runder 6 --fro 4 "
	                     "--json"), 0);
	assert_string_equal(s->err, "");
	plan = json_loads(s->out, 0, NULL);
	assert_non_null(plan);
	score(&people, plan, &scored);
	assert_int_equal(scored.met[33][34], 6);
	assert_int_equal(scored.again - 5, 0);          /* 33 and 34 are meant to */
	assert_int_equal(scored.met[0][9] + scored.met[1][35], 0);
	assert_int_equal(cost(plan, "gjentak"), 0);
	assert_int_equal(cost(plan, "brudd"), 0);
	assert_int_equal(cost(plan, "attributt"), scored.skew);
	assert_int_equal(cost(plan, "total"), scored.skew);
	assert_true(scored.skew <= 800);
	json_decref(plan);
}

static void ids_come_back_as_they_were(void **state)
{
	static const char file[] = "\357\273\277ID;Navn\r\n12;Kari\r\n007;\"Ola \"\"O\"\" By\"\r\n"
	                           "\"x;\"\"y\"\"\";Å\r\n-1.5;Per\r\n\r\n1e3;Siv\r\n0;Liv";
	static const char *const id[] = { "12", "\"007\"", "\"x;\\\"y\\\"\"", "-1.5", "\"1e3\"",
	                                  "0" };
	struct scene *s = *state;

	put(s, "d.csv", file, sizeof file - 1);
	assert_int_equal(run(s, "--deltakere d.csv --grupper 6 --runder 1 --json"), 0);
	for (size_t i = 0; i < N(id); i++) {
		char alone[40];

		snprintf(alone, sizeof alone, "[%s]", id[i]);
		assert_non_null(strstr(s->out, alone));
	}
	assert_int_equal(run(s, "--deltakere d.csv --grupper 1 --runder 1"), 0);
	assert_non_null(strstr(s->out, "Kari, Ola \"O\" By, Å, Per, Siv, Liv\n"));
}

static void the_earlier_plan_is_avoided(void **state)
{
	static const char file[] = "id\n0\n1\n2\n3\n", earlier[] = "0,1 2,3\n\n0,2 1,3 gone\n";
	struct scene *s = *state;

	put(s, "d.csv", file, sizeof file - 1);
	put(s, "t.txt", earlier, sizeof earlier - 1);
	assert_int_equal(run(s, "--deltakere d.csv --grupper 2 --runder 1 --tidligere t.txt "
	                     "--json"), 0);
	assert_true(strstr(s->out, "[0, 3]") != NULL && strstr(s->out, "[1, 2]") != NULL);
	assert_int_equal(run(s, "--deltakere d.csv --grupper 2 --runder 1 --tidligere t.txt"), 0);
	assert_non_null(strstr(s->out, "1 plass i den tidligere planen er ikke med nå."));
}

static void what_cannot_be_kept_is_said_and_a_plan_is_given(void **state)
{
	static const char file[] = "id,navn\n1,Kari\n2,Ola\n3,Siv\n4,Per\n";
	static const char rules[] = "type,a,b\nsammen,1,2\nhver_for_seg,2,1\nlaast,3,2\n";
	struct scene *s = *state;

	put(s, "d.csv", file, sizeof file - 1);
	put(s, "r.csv", rules, sizeof rules - 1);
	assert_int_equal(run(s, "--deltakere d.csv --regler r.csv --grupper 2 --runder 1 --json"),
	                 0);
	assert_non_null(strstr(s->out, "[1, 2], [3, 4]"));
	assert_non_null(strstr(s->out, "{\"linje\": 3, \"type\": \"hver_for_seg\", \"a\": 2, "
	                       "\"b\": 1, \"grunn\": "));
	assert_string_equal(s->err, "Regelen på linje 3 (hver_for_seg: Ola og Kari) kan ikke "
	                    "holdes: andre regler sier at de skal sitte sammen.\n");
}

static void the_plan_for_people_says_who_leads(void **state)
{
	static const char file[] = "id,navn,rolle,alder\n1,Kari,folkevalgt,50\n"
	                           "2,Ola,folkevalgt,40\n3,Siv,administrasjon,20\n4,Per,annet,\n";
	struct scene *s = *state;

	put(s, "d.csv", file, sizeof file - 1);
	assert_int_equal(run(s, "--deltakere d.csv --grupper 1 --runder 2"), 0);
	assert_non_null(strstr(s->out, "Runde 1\n  Gruppe 1: Kari, Ola, Siv, Per. Leder: Ola\n"));
	assert_non_null(strstr(s->out, "Runde 2\n  Gruppe 1: Kari, Ola, Siv, Per. Leder: Kari\n"));
	assert_non_null(strstr(s->out, "færre enn 6 er ikke mulig"));
}

#define FILE_TEXT(text) text, sizeof text - 1

static const struct {
	const char *participants;
	size_t n;
	const char *said;
} bad_participants[] = {
	{ FILE_TEXT(""), "d.csv er tom" },
	{ FILE_TEXT("\357\273\277"), "d.csv er tom" },
	{ FILE_TEXT("\n"), "linje 1: kolonnen id mangler" },
	{ FILE_TEXT("navn\nKari\n"), "linje 1: kolonnen id mangler" },
	{ FILE_TEXT("id\n"), "filen har ingen deltakere" },
	{ FILE_TEXT("id,alder\n1,40\n2,førti\n"), "linje 3, kolonne 2 (alder): «førti»" },
	{ FILE_TEXT("id,alder\n1,-4\n"), "linje 2, kolonne 2 (alder)" },
	{ FILE_TEXT("id,alder\n1,131\n"), "linje 2, kolonne 2 (alder)" },
	{ FILE_TEXT("id,alder\n1,99999999999999999999\n"), "linje 2, kolonne 2 (alder)" },
	{ FILE_TEXT("alder,id\n40,1\n\n41,1\n"), "linje 4, kolonne 2 (id): id «1» står også på "
	                                         "linje 2" },
	{ FILE_TEXT("id,alder\n,40\n"), "linje 2, kolonne 1 (id): id mangler" },
	{ FILE_TEXT("id,alder\n1\n"), "linje 2: linjen har 1 felt" },
	{ FILE_TEXT("id,alder\n1,2,3\n"), "linje 2: linjen har 3 felt" },
	{ FILE_TEXT("id,id\n1,2\n"), "linje 1, kolonne 2 (id): kolonnen står to ganger" },
	{ FILE_TEXT("id,navn\n1,\"Kari\n2,Ola\n"), "linje 2, kolonne 2 (navn): anførselstegnet" },
	{ FILE_TEXT("id,navn\n1,\"Kari\" By\n"), "linje 2, kolonne 2 (navn): det står tekst" },
	{ FILE_TEXT("id,navn\n1,Kari \"K\"\n"), "linje 2, kolonne 2 (navn): det står et" },
	{ FILE_TEXT("id,navn\n1,K\0ri\n"), "linje 2, kolonne 2 (navn): her står det tegn" },
	{ FILE_TEXT("id,navn\n1,K\345ri\n"), "linje 2, kolonne 2 (navn): teksten er ikke UTF-8" },
	{ FILE_TEXT("i\377d\n1\n"), "linje 1, kolonne 1: teksten er ikke UTF-8" },
};

static const struct {
	const char *rules;
	size_t n;
	const char *said;
} bad_rules[] = {
	{ FILE_TEXT(""), "r.csv er tom" },
	{ FILE_TEXT("type,a\nsammen,1\n"), "r.csv, linje 1: kolonnen b mangler" },
	{ FILE_TEXT("type,a,b\nsammen,1,9\n"), "linje 2, kolonne 3 (b): ingen deltaker har id" },
	{ FILE_TEXT("b,a,type\n1,x,sammen\n"), "linje 2, kolonne 2 (a): ingen deltaker har id" },
	{ FILE_TEXT("type,a,b\nnær,1,2\n"), "linje 2, kolonne 1 (type): «nær» er ikke en regel" },
	{ FILE_TEXT("type,a,b\nsammen,1,1\n"), "linje 2, kolonne 3 (b): regelen trenger to" },
	{ FILE_TEXT("type,a,b\nlaast,1,3\n"), "linje 2, kolonne 3 (b): «3» er ikke en gruppe" },
};

static void bad_files_are_refused_with_a_place(void **state)
{
	static const char good[] = "id\n1\n2\n3\n";
	struct scene *s = *state;

	for (size_t i = 0; i < N(bad_participants); i++) {
		put(s, "d.csv", bad_participants[i].participants, bad_participants[i].n);
		assert_int_equal(run(s, "--deltakere d.csv --grupper 1 --runder 1"), 2);
		if (strstr(s->err, bad_participants[i].said) == NULL)
			fail_msg("%s: %s", bad_participants[i].said, s->err);
		assert_string_equal(s->out, "");
	}
	put(s, "d.csv", good, sizeof good - 1);
	for (size_t i = 0; i < N(bad_rules); i++) {
		put(s, "r.csv", bad_rules[i].rules, bad_rules[i].n);
		assert_int_equal(run(s, "--deltakere d.csv --regler r.csv --grupper 2 "
		                     "--runder 1"), 2);
		if (strstr(s->err, bad_rules[i].said) == NULL)
			fail_msg("%s: %s", bad_rules[i].said, s->err);
	}
	put(s, "t.txt", FILE_TEXT("1,2\n3,1 1\n"));
	assert_int_equal(run(s, "--deltakere d.csv --tidligere t.txt --grupper 2 --runder 1"), 2);
	assert_string_equal(s->err, "t.txt, linje 2: «1» står i to grupper.\n");
}

static const struct { const char *line, *said; } bad_options[] = {
	{ "--grupper 1 --runder 1", "Bruk: samling grupper" },
	{ "--deltakere d.csv --grupper 1", "Bruk: samling grupper" },
	{ "--deltakere d.csv --grupper 1 --runder 1 mer", "Bruk: samling grupper" },
	{ "--deltakere d.csv --grupper 1 --runder 1 --nei", "Bruk: samling grupper" },
	{ "--deltakere d.csv --grupper 0 --runder 1", "--grupper må være et tall fra 1 til 3" },
	{ "--deltakere d.csv --grupper 4 --runder 1", "--grupper må være et tall fra 1 til 3" },
	{ "--deltakere d.csv --grupper -1 --runder 1", "--grupper må være et tall fra 1 til 3" },
	{ "--deltakere d.csv --grupper 2x --runder 1", "--grupper må være" },
	{ "--deltakere d.csv --grupper 99999999999999999999 --runder 1", "--grupper må være" },
	{ "--deltakere d.csv --grupper 2 --runder 0", "--runder må være et tall fra 1 til 30" },
	{ "--deltakere d.csv --grupper 2 --runder 31", "--runder må være" },
	{ "--deltakere d.csv --grupper 2 --runder 1 --fro -1", "--fro må være" },
	{ "--deltakere d.csv --grupper 2 --runder 1 --fro x", "--fro må være" },
	{ "--deltakere nei.csv --grupper 2 --runder 1", "nei.csv kan ikke leses" },
	{ "--deltakere . --grupper 2 --runder 1", ". kan ikke leses" },
};

static void bad_options_are_refused(void **state)
{
	struct scene *s = *state;

	put(s, "d.csv", FILE_TEXT("id\n1\n2\n3\n"));
	for (size_t i = 0; i < N(bad_options); i++) {
		assert_int_equal(run(s, bad_options[i].line), 2);
		if (strstr(s->err, bad_options[i].said) == NULL)
			fail_msg("%s: %s", bad_options[i].line, s->err);
	}
}

static void a_file_that_is_too_large_is_refused(void **state)
{
	const size_t n = 5u << 20;
	char *many = malloc(n);
	struct scene *s = *state;

	for (size_t i = 0; i < n; i++)
		many[i] = i % 4 == 3 ? '\n' : 'a';
	put(s, "d.csv", many, n);
	assert_int_equal(run(s, "--deltakere d.csv --grupper 2 --runder 1"), 2);
	assert_non_null(strstr(s->err, "er for stor"));
	memcpy(many, "id\n", 3);
	for (size_t i = 0; i < 2000; i++)
		snprintf(many + 3 + 5 * i, 6, "%04zu\n", i);
	put(s, "d.csv", many, 3 + 2000 * 5);
	assert_int_equal(run(s, "--deltakere d.csv --grupper 2 --runder 1"), 2);
	assert_non_null(strstr(s->err, "linje 1002: filen har flere enn 1000 deltakere"));
	free(many);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_council_is_divided_within_the_agreed_cost),
		cmocka_unit_test(ids_come_back_as_they_were),
		cmocka_unit_test(the_earlier_plan_is_avoided),
		cmocka_unit_test(what_cannot_be_kept_is_said_and_a_plan_is_given),
		cmocka_unit_test(the_plan_for_people_says_who_leads),
		cmocka_unit_test(bad_files_are_refused_with_a_place),
		cmocka_unit_test(bad_options_are_refused),
		cmocka_unit_test(a_file_that_is_too_large_is_refused),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
