#include "app/aktivitet/slag/valglister.h"

#include <string.h>

#include "app/valg/navn.h"
#include "lib/arena.h"
#include "lib/utf8.h"
#include "web/text.h"

/* The lines below a heading, up to the next one. */
struct reader {
	struct arena *mem;
	struct valg_list *list;
	size_t n;
	struct valg_name name[VALGLISTER_NAMES];
	size_t n_name;
};

static void finish(struct reader *r)
{
	struct valg_name *names;

	if (r->n == 0 || r->n_name == 0)
		return;
	names = arena_array(r->mem, r->n_name, sizeof *names);
	memcpy(names, r->name, r->n_name * sizeof *names);
	r->list[r->n - 1].candidate = names;
	r->list[r->n - 1].n_candidate = r->n_name;
	r->n_name = 0;
}

static const char *heading(struct reader *r, char *line)
{
	size_t n = strlen(line);

	while (n > 0 && (line[n - 1] == ':' || line[n - 1] == ' '))
		line[--n] = '\0';
	finish(r);
	if (n == 0)
		return N_("En av listene mangler navn.");
	if (r->n == VALGLISTER_MAX)
		return N_("Det er plass til 20 lister.");
	if (utf8_length(line) > VALGLISTER_LETTERS)
		return N_("Navnet på en liste er for langt. Det kan ha 60 tegn.");
	for (size_t i = 0; i < r->n; i++)
		if (strcmp(utf8_fold(r->mem, r->list[i].name), utf8_fold(r->mem, line)) == 0)
			return N_("To av listene har samme navn.");
	r->list[r->n++] = (struct valg_list){ .name = line };
	return NULL;
}

static const char *person(struct reader *r, const struct valg_navn *names)
{
	if (r->n == 0)
		return N_("Begynn med navnet på den første listen.");
	if (r->n_name == VALGLISTER_NAMES)
		return N_("En liste kan ha inntil 100 navn.");
	r->name[r->n_name++] = names->name[0];
	return NULL;
}

static const char *take_line(struct reader *r, char *line, bool first)
{
	const struct valg_navn names = valg_navn_read(r->mem, line);

	if (names.error == NULL && names.n == 1)
		return person(r, &names);
	return first ? heading(r, line) :
	       N_("Skriv K eller M etter hvert navn, og en tom linje foran hver ny liste.");
}

bool valglister_read(struct arena *mem, const char *text, struct valg_list list[VALGLISTER_MAX],
                     size_t *n, const char **error)
{
	struct reader *r = arena_get(mem, sizeof *r);
	bool first = true;

	r->mem = mem;
	r->list = list;
	*error = NULL;
	while (*error == NULL && *text != '\0') {
		size_t length = strcspn(text, "\n");
		char *line = arena_strndup(mem, text, length);
		bool empty = line[strspn(line, " \t")] == '\0';

		if (!empty)
			*error = take_line(r, line, first);
		first = empty;
		text += length + (text[length] == '\n');
	}
	finish(r);
	*n = r->n;
	if (*error == NULL && r->n == 0)
		*error = N_("Skriv listene det skal stemmes på.");
	return *error == NULL;
}
