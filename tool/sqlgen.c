/* sqlgen.c - checks the named queries and makes query.h and query.c of them.
 *
 *	sqlgen [-d DEPFILE] SCHEMADIR OUT.h OUT.c FILE.sql...
 *
 * Runs the migrations SCHEMADIR/NNNN-name.sql in order on a database in memory and
 * prepares every query against what they made.  A query is a block:
 *
 *	-- query: samling_en   right: leader participant
 *	-- What it is for, in the words of people.
 *	SELECT id, tittel FROM samling WHERE id = :samling;
 *
 * Several rights: any of them may run it.  Everything that is wrong is found here,
 * and the build stops with "file:line: query name: message".
 *
 * What is prepared is the text that is shipped: comments become blanks, so lines stay
 * where they were.  Clock and chance are arguments, so their SQL functions are refused.
 */
#include <ctype.h>
#include <dirent.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../src/store/right.h"

static const char *const right_names[RIGHT__MAX] = {
	[RIGHT_ALL] = "all", [RIGHT_PARTICIPANT] = "participant", [RIGHT_WALL] = "wall",
	[RIGHT_REMOTE] = "remote", [RIGHT_STAFF] = "staff", [RIGHT_CONTACT] = "contact",
	[RIGHT_LEADER] = "leader", [RIGHT_PLANNER] = "planner",
	[RIGHT_ADMIN] = "admin", [RIGHT_SYSTEM] = "system"
};
_Static_assert(RIGHT__MAX == 10, "a right of store/right.h needs its name here");

struct query {
	const char *file;
	int line;               /* of its head                     */
	int sql_line;           /* of the first line of its SQL    */
	char *name, *sql;
	uint32_t rights;
	bool read_only;
	int n_arg, n_col;
	char **arg, **col;
};

struct migration {
	int number;
	char *file, *name, *sql;
};

/* Kept until the end of the program: it runs for an instant. */
static struct query *queries;
static size_t n_queries;
static struct migration *migrations;
static size_t n_migrations;

__attribute__((noreturn, format(printf, 4, 5)))
static void stop(const char *file, int line, const char *query, const char *fmt, ...)
{
	va_list ap;

	fprintf(stderr, "%s:%d: ", file, line);
	if (query != NULL)
		fprintf(stderr, "query %s: ", query);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
	exit(1);
}

static void *more(void *array, size_t n, size_t size)
{
	void *p = realloc(array, (n + 1) * size);

	if (p == NULL)
		stop("sqlgen", 0, NULL, "out of memory");
	return memset((char *)p + n * size, 0, size), p;
}

static char *copy(const char *s, size_t n)
{
	char *p = strndup(s, n);

	if (p == NULL)
		stop("sqlgen", 0, NULL, "out of memory");
	return p;
}

static char *read_file(const char *path)
{
	FILE *in = fopen(path, "rb");
	size_t n = 0, got, cap = 1 << 16;
	char *text = malloc(cap + 1);

	if (in == NULL || text == NULL)
		stop(path, 0, NULL, "cannot be read");
	while ((got = fread(text + n, 1, cap - n, in)) > 0) {
		n += got;
		if (n == cap && (text = realloc(text, (cap *= 2) + 1)) == NULL)
			stop(path, 0, NULL, "out of memory");
	}
	text[n] = '\0';
	if (ferror(in) || strlen(text) != n)
		stop(path, 0, NULL, "is not a text");
	fclose(in);
	return text;
}

/* ---- migrations --------------------------------------------------------- */

static int is_sql(const struct dirent *e)
{
	size_t n = strlen(e->d_name);

	return n > 4 && strcmp(e->d_name + n - 4, ".sql") == 0;
}

static void add_migration(const char *dir, const char *name)
{
	struct migration *m;
	char path[4096];

	migrations = more(migrations, n_migrations, sizeof *m);
	m = &migrations[n_migrations++];
	snprintf(path, sizeof path, "%s/%s", dir, name);
	m->file = copy(path, strlen(path));
	if (strspn(name, "0123456789") != 4 || name[4] != '-')
		stop(path, 1, NULL, "a migration is called NNNN-name.sql");
	m->number = (int)strtol(name, NULL, 10);
	if (m->number != (int)n_migrations)
		stop(path, 1, NULL, "the next migration is number %04zu", n_migrations);
	m->name = copy(name, strlen(name) - strlen(".sql"));
	m->sql = read_file(path);
}

static void read_migrations(const char *dir)
{
	struct dirent **entries;
	int n = scandir(dir, &entries, is_sql, alphasort);

	if (n < 0)
		stop(dir, 0, NULL, "cannot be read");
	for (int i = 0; i < n; i++) {
		add_migration(dir, entries[i]->d_name);
		free(entries[i]);
	}
	free(entries);
}

/* As the program does it: each in a transaction that the file itself leaves alone. */
static void migrate(sqlite3 *db)
{
	for (size_t i = 0; i < n_migrations; i++) {
		const struct migration *m = &migrations[i];
		char *error;

		sqlite3_exec(db, "BEGIN", NULL, NULL, NULL);
		if (sqlite3_exec(db, m->sql, NULL, NULL, &error) != SQLITE_OK)
			stop(m->file, 1, NULL, "%s", error);
		if (sqlite3_get_autocommit(db))
			stop(m->file, 1, NULL, "a migration neither begins nor commits");
		sqlite3_exec(db, "COMMIT", NULL, NULL, NULL);
	}
}

/* ---- reading query blocks ----------------------------------------------- */

/* A name that is safe behind and before "__" in C. */
static bool is_name(const char *s)
{
	size_t n = strlen(s);

	return islower((unsigned char)s[0]) && s[n - 1] != '_' && strstr(s, "__") == NULL &&
	       strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789_") == n;
}

static uint32_t right_bit(const struct query *q, const char *name)
{
	for (int r = 0; r < RIGHT__MAX; r++)
		if (strcmp(right_names[r], name) == 0)
			return RIGHT_BIT(r);
	stop(q->file, q->line, q->name, "no right is called %s", name);
}

static void parse_head(struct query *q, char *head)
{
	char *save, *word = strtok_r(head, " \t\r", &save);

	if (word == NULL || !is_name(word))
		stop(q->file, q->line, NULL, "a query needs a name of a-z, 0-9 and _");
	q->name = copy(word, strlen(word));
	for (size_t i = 0; i + 1 < n_queries; i++)
		if (strcmp(queries[i].name, q->name) == 0)
			stop(q->file, q->line, q->name, "the name is taken by %s:%d",
			     queries[i].file, queries[i].line);
	word = strtok_r(NULL, " \t\r", &save);
	if (word == NULL || strcmp(word, "right:") != 0)
		stop(q->file, q->line, q->name, "right: is missing");
	while ((word = strtok_r(NULL, " \t\r", &save)) != NULL)
		q->rights |= right_bit(q, word);
	if (q->rights == 0)
		stop(q->file, q->line, q->name, "right: is empty");
}

static void parse_file(const char *file)
{
	static const char mark[] = "-- query:";
	char *text = read_file(file), *next;
	struct query *q = NULL;
	int line = 1;

	for (char *p = text; *p != '\0'; p = next, line++) {
		size_t n = strcspn(p, "\n");
		char *head;

		next = p + n + (p[n] == '\n');
		if (strncmp(p, mark, strlen(mark)) != 0) {
			if (q == NULL && n > 0 && strncmp(p, "--", 2) != 0)
				stop(file, line, NULL, "this stands outside a query");
			continue;
		}
		queries = more(queries, n_queries, sizeof *q);
		q = &queries[n_queries++];
		q->file = file;
		q->line = line;
		head = copy(p + strlen(mark), n - strlen(mark));
		parse_head(q, head);
		free(head);
		*p = '\0';      /* ends the SQL of the one before */
		q->sql = next;
		q->sql_line = line + 1;
	}
	if (q == NULL)
		stop(file, 1, NULL, "there is no query here");
}

/* Comments become blanks; lines stay. */
static void blank_comments(char *s)
{
	while (*s != '\0') {
		if (*s == '\'' || *s == '"') {
			char quote = *s++;

			s += strcspn(s, (char[]){ quote, '\0' });
			s += *s != '\0';
		} else if (s[0] == '-' && s[1] == '-') {
			while (*s != '\0' && *s != '\n')
				*s++ = ' ';
		} else if (s[0] == '/' && s[1] == '*') {
			char *end = strstr(s + 2, "*/");

			for (end = end == NULL ? s + strlen(s) : end + 2; s < end; s++)
				*s = *s == '\n' ? '\n' : ' ';
		} else {
			s++;
		}
	}
}

static void trim(struct query *q)
{
	size_t n = strlen(q->sql);

	while (n > 0 && isspace((unsigned char)q->sql[n - 1]))
		q->sql[--n] = '\0';
	for (; isspace((unsigned char)*q->sql); q->sql++)
		q->sql_line += *q->sql == '\n';
}

/* ---- checking a query --------------------------------------------------- */

static void stop_sql(const struct query *q, sqlite3 *db)
{
	int at = sqlite3_error_offset(db), line = q->sql_line;

	for (int i = 0; i < at; i++)
		line += q->sql[i] == '\n';
	stop(q->file, line, q->name, "%s", sqlite3_errmsg(db));
}

static int refuse_clock_and_chance(void *query, int action, const char *unused,
                                   const char *function, const char *db, const char *trigger)
{
	static const char *const refused[] = {
		"random", "randomblob", "date", "time", "datetime", "julianday", "unixepoch",
		"strftime", "current_date", "current_time", "current_timestamp"
	};
	const struct query *q = query;

	(void)unused, (void)db, (void)trigger;
	for (size_t i = 0; action == SQLITE_FUNCTION && i < sizeof refused / sizeof *refused; i++)
		if (sqlite3_stricmp(function, refused[i]) == 0)
			stop(q->file, q->sql_line, q->name,
			     "clock and chance are arguments: %s() is refused", function);
	return SQLITE_OK;
}

static void check_kind(const struct query *q)
{
	static const char *const verbs[] = { "select", "insert", "update", "delete", "with" };
	size_t n = strcspn(q->sql, " \t\r\n(;");

	for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
		if (strlen(verbs[i]) == n && sqlite3_strnicmp(q->sql, verbs[i], (int)n) == 0)
			return;
	if (n == 0)
		stop(q->file, q->line, q->name, "there is no statement");
	stop(q->file, q->sql_line, q->name,
	     "a query is a SELECT, INSERT, UPDATE, DELETE or WITH");
}

static bool is_c_word(const char *s)
{
	static const char words[] =
		" auto break case char const continue default do double else enum extern float for"
		" goto if inline int long register restrict return short signed sizeof static"
		" struct switch typedef union unsigned void volatile while asm typeof unix linux ";
	char spaced[64];

	snprintf(spaced, sizeof spaced, " %s ", s);
	return strstr(words, spaced) != NULL;
}

static void take_arguments(struct query *q, sqlite3_stmt *stmt)
{
	q->n_arg = sqlite3_bind_parameter_count(stmt);
	q->arg = calloc((size_t)q->n_arg + 1, sizeof *q->arg);
	for (int i = 0; i < q->n_arg; i++) {
		const char *name = sqlite3_bind_parameter_name(stmt, i + 1);

		if (name == NULL || name[0] != ':')
			stop(q->file, q->sql_line, q->name,
			     "parameter %d needs a name such as :samling", i + 1);
		if (!is_name(name + 1) || is_c_word(name + 1))
			stop(q->file, q->sql_line, q->name, "%s is no name for C", name);
		q->arg[i] = copy(name + 1, strlen(name + 1));
	}
}

static void take_columns(struct query *q, sqlite3_stmt *stmt)
{
	q->n_col = sqlite3_column_count(stmt);
	q->col = calloc((size_t)q->n_col + 1, sizeof *q->col);
	for (int i = 0; i < q->n_col; i++) {
		const char *name = sqlite3_column_name(stmt, i);

		if (name == NULL || !is_name(name))
			stop(q->file, q->sql_line, q->name, "column %d needs a name: AS", i + 1);
		for (int j = 0; j < i; j++)
			if (strcmp(q->col[j], name) == 0)
				stop(q->file, q->sql_line, q->name,
				     "two columns are called %s: AS", name);
		q->col[i] = copy(name, strlen(name));
	}
}

static void check(sqlite3 *db, struct query *q)
{
	sqlite3_stmt *stmt;
	const char *tail;

	blank_comments(q->sql);
	trim(q);
	check_kind(q);
	sqlite3_set_authorizer(db, refuse_clock_and_chance, q);
	if (sqlite3_prepare_v2(db, q->sql, -1, &stmt, &tail) != SQLITE_OK)
		stop_sql(q, db);
	if (tail[strspn(tail, " \t\r\n")] != '\0')
		stop(q->file, q->sql_line, q->name, "there is more than one statement");
	q->read_only = sqlite3_stmt_readonly(stmt);
	take_arguments(q, stmt);
	take_columns(q, stmt);
	sqlite3_finalize(stmt);
}

/* ---- writing ------------------------------------------------------------ */

static void put_string(FILE *out, const char *s)
{
	fputs("\n\t\t\"", out);
	for (; *s != '\0'; s++) {
		if (*s == '\n')
			fputs(s[1] == '\0' ? "\\n" : "\\n\"\n\t\t\"", out);
		else if (*s == '\r')
			fputs("\\r", out);
		else
			fprintf(out, *s == '"' || *s == '\\' ? "\\%c" : "%c", *s);
	}
	fputc('"', out);
}

static FILE *create(const char *path)
{
	FILE *out = fopen(path, "w");

	if (out == NULL)
		stop(path, 0, NULL, "cannot be written");
	return out;
}

static void finish(FILE *out, const char *path)
{
	if (ferror(out) | fclose(out))
		stop(path, 0, NULL, "cannot be written");
}

static void write_header(const char *path)
{
	FILE *out = create(path);

	fputs("/* Made by tool/sqlgen of the .sql files; included by store/store.h. */\n"
	      "#ifndef STORE_QUERY_H\n#define STORE_QUERY_H\n\nenum query {\n", out);
	for (size_t i = 0; i < n_queries; i++)
		fprintf(out, "\tQ_%s,\n", queries[i].name);
	fputs("\tQ__MAX\n};\n", out);
	for (size_t i = 0; i < n_queries; i++) {
		const struct query *q = &queries[i];

		fprintf(out, "\nstruct args_%s {", q->name);
		for (int a = 0; a < q->n_arg; a++)
			fprintf(out, "%s%s", a == 0 ? " struct value " : ", ", q->arg[a]);
		fputs(q->n_arg == 0 ? " };\n" : "; };\n", out);
		for (int c = 0; c < q->n_col; c++)
			fprintf(out, "%s%s__%s%s", c == 0 ? "enum { " : ", ", q->name, q->col[c],
			        c + 1 == q->n_col ? " };\n" : "");
	}
	fputs("\n#endif\n", out);
	finish(out, path);
}

static void write_source(const char *path)
{
	FILE *out = create(path);

	fputs("/* Made by tool/sqlgen of the .sql files. */\n"
	      "#include \"store/query_info.h\"\n\n"
	      "const struct query_info query_info[Q__MAX] = {\n", out);
	for (size_t i = 0; i < n_queries; i++) {
		const struct query *q = &queries[i];

		fprintf(out, "\t{ \"%s\",", q->name);
		put_string(out, q->sql);
		fprintf(out, ",\n\t\t0x%x, %s, %d, %d },\n", (unsigned)q->rights,
		        q->read_only ? "true" : "false", q->n_arg, q->n_col);
	}
	fputs("};\n\nconst struct migration migrations[] = {\n", out);
	for (const struct migration *m = migrations; m < migrations + n_migrations; m++) {
		fprintf(out, "\t{ %d, \"%s\",", m->number, m->name);
		put_string(out, m->sql);
		fputs(" },\n", out);
	}
	fprintf(out, "};\nconst size_t n_migrations = %zu;\n", n_migrations);
	finish(out, path);
}

/* The folder itself too: a migration that is added changes it. */
static void write_depfile(const char *path, const char *target, const char *dir)
{
	FILE *out = create(path);

	fprintf(out, "%s: %s", target, dir);
	for (size_t i = 0; i < n_migrations; i++)
		fprintf(out, " %s", migrations[i].file);
	fputc('\n', out);
	finish(out, path);
}

int main(int argc, char **argv)
{
	const char *depfile = NULL;
	sqlite3 *db;

	if (argc > 2 && strcmp(argv[1], "-d") == 0) {
		depfile = argv[2];
		argv += 2;
		argc -= 2;
	}
	if (argc < 5) {
		fputs("usage: sqlgen [-d DEPFILE] SCHEMADIR OUT.h OUT.c FILE.sql...\n", stderr);
		return 2;
	}
	if (sqlite3_open(":memory:", &db) != SQLITE_OK)
		stop("sqlgen", 0, NULL, "out of memory");
	read_migrations(argv[1]);
	migrate(db);
	for (int i = 4; i < argc; i++)
		parse_file(argv[i]);
	for (size_t i = 0; i < n_queries; i++)
		check(db, &queries[i]);
	sqlite3_close(db);
	write_header(argv[2]);
	write_source(argv[3]);
	if (depfile != NULL)
		write_depfile(depfile, argv[2], argv[1]);
	return 0;
}
