#include "app/drift/sjekk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <inttypes.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/drift/drift.h"
#include "app/drift/innstilling.h"
#include "app/jobb/jobb.h"
#include "lib/arena.h"
#include "lib/tid.h"
#include "lib/utf8.h"
#include "store/right.h"
#include "store/store.h"
#include "web/site.h"

#define MEMORY (16u << 20)
#define DAY_MS (INT64_C(24) * 3600 * 1000)
#define FREE_PERCENT 10
#define FILES_WANTED 10500       /* 10 000 phones, and what the program itself needs */
#define EARLIEST_YEAR 2026       /* no clock that is right shows less                */
#define NAME_WIDTH 18
#define WORKER_USAGE 2           /* what samling-jobb ends with when told nothing     */

struct inspection {
	const char *dir, *base, *worker, *error;
	const struct world *world;
	struct arena *mem;
	struct store *store;     /* NULL: could not be opened, `error` says why */
	const char *said;        /* what the check that runs has to tell        */
};

static enum found says(struct inspection *in, enum found found, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

static enum found says(struct inspection *in, enum found found, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	in->said = arena_vprintf(in->mem, fmt, ap);
	va_end(ap);
	return found;
}

static enum found check_folder(struct inspection *in)
{
	struct stat st;

	if (stat(in->dir, &st) != 0)
		return says(in, FOUND_WRONG, "%s: %s", in->dir, strerror(errno));
	if (!S_ISDIR(st.st_mode))
		return says(in, FOUND_WRONG, "%s er ikke en mappe.", in->dir);
	if (access(in->dir, R_OK | W_OK | X_OK) != 0)
		return says(in, FOUND_WRONG, "Du kan ikke skrive i %s. Kjør som brukeren som "
		            "eier den.", in->dir);
	if (st.st_mode & 077)
		return says(in, FOUND_WRONG, "Andre på maskinen kan se i mappen. Kjør: "
		            "chmod 700 %s", in->dir);
	return says(in, FOUND_OK, "%s, bare for deg", in->dir);
}

static enum found check_files(struct inspection *in)
{
	DIR *d = opendir(in->dir);
	enum found found = FOUND_OK;
	size_t n = 0;

	for (struct dirent *e = d != NULL ? readdir(d) : NULL; e != NULL; e = readdir(d)) {
		const char *path = arena_printf(in->mem, "%s/%s", in->dir, e->d_name);
		struct stat st;

		if (e->d_name[0] == '.' || lstat(path, &st) != 0)
			continue;
		n++;
		if (!S_ISLNK(st.st_mode) && (st.st_mode & 077))
			found = says(in, FOUND_WRONG, "Andre på maskinen kan lese %s. Kjør: "
			             "chmod go= %s", path, path);
	}
	if (d == NULL)
		return says(in, FOUND_WRONG, "Mappen kan ikke leses. Kjør som brukeren som "
		            "eier den.");
	closedir(d);
	return found == FOUND_OK ? says(in, FOUND_OK, "%zu, bare for deg", n) : found;
}

static enum found check_key(struct inspection *in)
{
	struct stat st;

	if (stat(arena_printf(in->mem, "%s/noekkel", in->dir), &st) != 0)
		return says(in, FOUND_NOTE, "Nøkkelfilen finnes ikke ennå. Serveren lager den ved "
		            "start.");
	if (st.st_size != SITE_KEY_BYTES)
		return says(in, FOUND_WRONG, "Nøkkelfilen er skadet. Slett %s/noekkel; serveren "
		            "lager en ny.", in->dir);
	return says(in, FOUND_OK, "finnes");
}

static enum found check_schema(struct inspection *in)
{
	if (in->store == NULL)
		return says(in, FOUND_WRONG, "%s", in->error);
	return says(in, FOUND_OK, "passer til programmet");
}

static enum found check_whole(struct inspection *in)
{
	const char *damage;

	if (in->store == NULL)
		return says(in, FOUND_NOTE, "ikke sjekket");
	damage = store_check(in->store, in->mem);
	if (damage != NULL)
		return says(in, FOUND_WRONG, "Databasen er skadet: %s. Legg tilbake en "
		            "sikkerhetskopi.", damage);
	return says(in, FOUND_OK, "hel");
}

static enum found check_space(struct inspection *in)
{
	struct statvfs fs;
	uint64_t percent;

	if (statvfs(in->dir, &fs) != 0 || fs.f_blocks == 0)
		return says(in, FOUND_NOTE, "Får ikke vite hvor mye plass det er.");
	percent = (uint64_t)fs.f_bavail * 100 / fs.f_blocks;
	if (percent < FREE_PERCENT)
		return says(in, FOUND_WRONG, "Bare %" PRIu64 " %% er ledig. Rydd på disken.",
		            percent);
	return says(in, FOUND_OK, "%" PRIu64 " %% er ledig", percent);
}

static enum found check_clock(struct inspection *in)
{
	int64_t now = world_wall_ms(in->world);
	struct civil c = tid_civil(now);
	struct rows rows;

	if (c.year < EARLIEST_YEAR)
		return says(in, FOUND_WRONG, "Klokka viser år %d. Still den.", c.year);
	if (in->store != NULL &&
	    RUN(in->store, in->mem, &rows, sjekk_siste_hendelse) == OUTCOME_OK &&
	    row_int(&rows.row[0], sjekk_siste_hendelse__naar) > now)
		return says(in, FOUND_WRONG, "Klokka går feil: Protokollen har noe som er "
		            "skrevet senere enn nå. Still den.");
	return says(in, FOUND_OK, "%s kl. %s", tid_today(in->mem, now),
	            tid_clock(in->mem, c.minute));
}

static enum found check_base(struct inspection *in)
{
	const char *base = in->base != NULL ? in->base : "";

	if (in->store != NULL && *base == '\0' &&
	    setting_read(in->store, in->mem, SETTING_BASE, &base) != OUTCOME_OK)
		return says(in, FOUND_NOTE, "Adressen kan ikke leses fra databasen.");
	if (*base == '\0')
		return says(in, FOUND_NOTE, "Serveren har ikke vært startet ennå.");
	if (strncmp(base, "https://", 8) != 0)
		return says(in, FOUND_NOTE, "%s er uten kryptering. Greit i en sal uten nett ut. "
		            "Ellers: Sett en HTTPS-server foran og bruk --base https://…", base);
	return says(in, FOUND_OK, "%s", base);
}

static enum found check_leader(struct inspection *in)
{
	struct rows rows;

	if (in->store == NULL || RUN(in->store, in->mem, &rows, sjekk_programledere) != OUTCOME_OK)
		return says(in, FOUND_NOTE, "ikke sjekket");
	if (row_int(&rows.row[0], sjekk_programledere__antall) == 0)
		return says(in, FOUND_WRONG, "Ingen kan logge inn som programleder. Start serveren "
		            "og bruk oppsettslenken den skriver ut.");
	return says(in, FOUND_OK, "%" PRId64, row_int(&rows.row[0],
	                                             sjekk_programledere__antall));
}

static bool is_open(const struct rows *open, int64_t round)
{
	for (size_t i = 0; i < open->n; i++)
		if (row_int(&open->row[i], runder_aapne__id) == round)
			return true;
	return false;
}

static enum found check_secrets(struct inspection *in)
{
	DIR *d = opendir(arena_printf(in->mem, "%s/hemmelig", in->dir));
	size_t loose = 0, n = 0;
	struct rows open;

	if (in->store == NULL || RUN(in->store, in->mem, &open, runder_aapne) != OUTCOME_OK) {
		if (d != NULL)
			closedir(d);
		return says(in, FOUND_NOTE, "ikke sjekket");
	}
	for (struct dirent *e = d != NULL ? readdir(d) : NULL; e != NULL; e = readdir(d)) {
		if (e->d_name[0] == '.')
			continue;
		n++;
		loose += !is_open(&open, strtoll(e->d_name, NULL, 10));
	}
	if (d != NULL)
		closedir(d);
	if (loose > 0)
		return says(in, FOUND_WRONG, "Igjen etter lukkede runder: %zu. "
		            "Start serveren på nytt; den ødelegger dem.", loose);
	return says(in, FOUND_OK, "%zu, én for hver åpne runde", n);
}

static enum found check_backup(struct inspection *in)
{
	const char *text = "";
	int64_t days;

	if (in->store == NULL ||
	    setting_read(in->store, in->mem, SETTING_BACKUP, &text) != OUTCOME_OK)
		return says(in, FOUND_NOTE, "ikke sjekket");
	if (*text == '\0')
		return says(in, FOUND_NOTE, "Det er ikke tatt noen kopi. Bruk: samling "
		            "sikkerhetskopi --data %s FIL", in->dir);
	days = (world_wall_ms(in->world) - strtoll(text, NULL, 10)) / DAY_MS;
	if (days >= 2)
		return says(in, FOUND_NOTE, "Den siste er %" PRId64 " dager gammel. "
		            "Ta en ny.", days);
	return says(in, FOUND_OK, "den siste er under to dager gammel");
}

static enum found check_limit(struct inspection *in)
{
	struct rlimit limit;

	if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
		return says(in, FOUND_NOTE, "ikke sjekket");
	if (limit.rlim_max < FILES_WANTED)
		return says(in, FOUND_NOTE, "Maskinen lar programmet ha %llu åpne forbindelser. "
		            "10 000 telefoner trenger %d (LimitNOFILE i systemd).",
		            (unsigned long long)limit.rlim_max, FILES_WANTED);
	return says(in, FOUND_OK, "nok til 10 000 telefoner");
}

/* What it answers when it is told nothing: how it is used. -1: it did not come so far. */
static int ask_worker(const char *path)
{
	pid_t pid = fork();
	int status = 0;

	if (pid == 0) {
		int nowhere = open("/dev/null", O_RDWR);

		if (nowhere < 0 || dup2(nowhere, STDOUT_FILENO) < 0 ||
		    dup2(nowhere, STDERR_FILENO) < 0)
			_exit(127);
		execl(path, "samling-jobb", (char *)NULL);
		_exit(127);
	}
	if (pid < 0)
		return -1;
	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			return -1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static enum found check_worker(struct inspection *in)
{
	if (access(in->worker, F_OK) != 0)
		return says(in, FOUND_NOTE, "%s finnes ikke. Uten den lages verken PDF eller "
		            "regneark.", in->worker);
	if (access(in->worker, X_OK) != 0 || ask_worker(in->worker) != WORKER_USAGE)
		return says(in, FOUND_WRONG, "%s kan ikke kjøres. Installer programmet på nytt.",
		            in->worker);
	return says(in, FOUND_OK, "kan kjøres; serveren starter den");
}

static const struct { const char *name; enum found (*fn)(struct inspection *); } checks[] = {
	{ "Datamappen", check_folder },
	{ "Filene", check_files },
	{ "Nøkkelen", check_key },
	{ "Databaseskjemaet", check_schema },
	{ "Databasen", check_whole },
	{ "Plass på disken", check_space },
	{ "Klokka", check_clock },
	{ "Adressen", check_base },
	{ "Programledere", check_leader },
	{ "Rundenøkler", check_secrets },
	{ "Sikkerhetskopi", check_backup },
	{ "Forbindelser", check_limit },
	{ "samling-jobb", check_worker },
};

static void say_line(FILE *to, enum found found, const char *name, const char *said)
{
	static const char *const marks[] = {
		[FOUND_OK] = "i orden", [FOUND_NOTE] = "merk   ", [FOUND_WRONG] = "FEIL   ",
	};

	fprintf(to, "%s  %s%*s  %s\n", marks[found], name,
	        (int)(NAME_WIDTH - utf8_length(name)), "", said);
}

enum found check_all(const char *dir, const char *base, const char *worker,
                     const struct world *w, FILE *to)
{
	struct inspection in = { .dir = dir, .base = base, .worker = worker, .world = w,
		.error = "" };
	enum found worst = FOUND_OK;

	in.mem = arena_new(MEMORY);
	if (store_open(dir, (struct store_options){ .share = true }, w, in.mem, &in.store,
	               &in.error) != OUTCOME_OK)
		in.store = NULL;
	if (in.store != NULL)
		store_request_begin(in.store, RIGHT_BIT(RIGHT_SYSTEM), true);
	for (size_t i = 0; i < sizeof checks / sizeof checks[0]; i++) {
		enum found found = checks[i].fn(&in);

		say_line(to, found, checks[i].name, in.said);
		if (found > worst)
			worst = found;
	}
	if (in.store != NULL && store_request_end(in.store, false) != OUTCOME_OK)
		worst = FOUND_WRONG;
	store_close(in.store);
	arena_free(in.mem);
	return worst;
}

int sjekk_command(int argc, char **argv, const struct page *const *tables)
{
	static const struct option known[] = {
		{ "data", required_argument, NULL, 'd' }, { "base", required_argument, NULL, 'b' },
		{ 0 }
	};
	const char *dir = NULL, *base = NULL;
	char worker[PATH_MAX];
	struct world world = world_real();
	bool ok = true;

	(void)tables;
	for (int o; (o = getopt_long(argc, argv, "", known, NULL)) != -1;) {
		if (o == 'd')
			dir = optarg;
		else if (o == 'b')
			base = optarg;
		else
			ok = false;
	}
	if (!ok || dir == NULL || optind != argc) {
		fputs("Bruk: samling sjekk --data MAPPE [--base URL]\n", stderr);
		return 2;
	}
	if (check_all(dir, base, job_program(worker, sizeof worker) ? worker : "samling-jobb",
	              &world, stdout) == FOUND_WRONG) {
		puts("\nNoe er galt. Se linjene merket FEIL.");
		return 1;
	}
	puts("\nIngenting er galt.");
	return 0;
}
