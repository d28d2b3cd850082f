/* embed - turns files into C arrays, so that the program is one file.
 *
 *	embed bytes NAME in out.c       NAME[] and NAME_size
 *	embed assets LIST out.c         the table of web/asset.h
 *
 * A line of LIST is: name, content type, address, entity tag, file, gzipped file;
 * tabs between.  The files lie beside LIST.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIELDS 6

static void fail(const char *what)
{
	fprintf(stderr, "embed: %s: %s\n", what, strerror(errno));
	exit(1);
}

/* An array `name` of what the file holds; returns how many bytes. */
static size_t array(FILE *out, const char *name, const char *path)
{
	FILE *in = fopen(path, "rb");
	size_t n = 0;
	int b;

	if (in == NULL)
		fail(path);
	fprintf(out, "const unsigned char %s[] __attribute__((aligned(8))) = {", name);
	for (; (b = getc(in)) != EOF; n++)
		fprintf(out, "%s%d,", n % 24 == 0 ? "\n" : "", b);
	fprintf(out, "0 };\n");         /* a NUL behind, not counted */
	if (ferror(in))
		fail(path);
	fclose(in);
	return n;
}

static void bytes(FILE *out, const char *name, const char *path)
{
	size_t n;

	fprintf(out, "#include <stddef.h>\nextern const unsigned char %s[];\n"
		"extern const size_t %s_size;\n", name, name);
	n = array(out, name, path);
	fprintf(out, "const size_t %s_size = %zu;\n", name, n);
}

/* One line of the list: its two arrays to `out`, its row to `rows`. */
static void asset(FILE *out, FILE *rows, int i, const char *folder, char *line)
{
	char *field[FIELDS], name[32], gzip[32], path[1024];
	size_t n, n_gzip;

	for (int f = 0; f < FIELDS; f++) {
		field[f] = strsep(&line, "\t\n");
		if (field[f] == NULL) {
			fprintf(stderr, "embed: a line with too few fields\n");
			exit(1);
		}
	}
	snprintf(name, sizeof(name), "bytes_%d", i);
	snprintf(gzip, sizeof(gzip), "gzip_%d", i);
	snprintf(path, sizeof(path), "%s/%s", folder, field[4]);
	fprintf(out, "static ");
	n = array(out, name, path);
	fprintf(rows, "\t{ .name = \"%s\", .type = \"%s\", .path = \"%s\", "
		".etag = \"\\\"%s\\\"\",\n\t  .bytes = %s, .n_bytes = %zu",
		field[0], field[1], field[2], field[3], name, n);
	if (field[5][0] != '\0') {
		snprintf(path, sizeof(path), "%s/%s", folder, field[5]);
		fprintf(out, "static ");
		n_gzip = array(out, gzip, path);
		fprintf(rows, ", .gzip = %s, .n_gzip = %zu", gzip, n_gzip);
	}
	fprintf(rows, " },\n");
}

static void assets(FILE *out, const char *list)
{
	const char *slash = strrchr(list, '/');
	char *line = NULL, *text, *folder = strndup(list, slash ? (size_t)(slash - list) : 0);
	size_t cap = 0, n_text;
	FILE *in = fopen(list, "r"), *rows = open_memstream(&text, &n_text);
	int n = 0;

	if (in == NULL)
		fail(list);
	fprintf(out, "#include \"web/asset.h\"\n");
	while (getline(&line, &cap, in) > 0)
		asset(out, rows, n++, slash ? folder : ".", line);
	fclose(rows);
	fprintf(out, "const struct asset assets[] = {\n%s};\n", text);
	fprintf(out, "const size_t n_assets = %d;\n", n);
	fclose(in);
	free(line);
	free(text);
	free(folder);
}

int main(int argc, char **argv)
{
	FILE *out;

	if (!(argc == 5 && strcmp(argv[1], "bytes") == 0) &&
	    !(argc == 4 && strcmp(argv[1], "assets") == 0)) {
		fprintf(stderr, "usage: embed bytes NAME in out.c | embed assets LIST out.c\n");
		return 2;
	}
	out = fopen(argv[argc - 1], "w");
	if (out == NULL)
		fail(argv[argc - 1]);
	if (argc == 5)
		bytes(out, argv[2], argv[3]);
	else
		assets(out, argv[2]);
	if (fclose(out) != 0)
		fail(argv[argc - 1]);
	return 0;
}
