#include "app/valg/navn.h"

#include <string.h>

#include "lib/arena.h"
#include "lib/utf8.h"
#include "web/text.h"

/* What may stand between a name and its gender. */
#define BETWEEN " \t,;()/-"

static const struct { const char *word; enum gender gender; } genders[] = {
	{ "k", GENDER_WOMAN }, { "kvinne", GENDER_WOMAN },
	{ "m", GENDER_MAN }, { "mann", GENDER_MAN },
};

static bool gender_of(const char *word, size_t n, enum gender *gender)
{
	for (size_t i = 0; i < sizeof genders / sizeof genders[0]; i++)
		if (strlen(genders[i].word) == n && strncasecmp(word, genders[i].word, n) == 0) {
			*gender = genders[i].gender;
			return true;
		}
	return false;
}

static size_t trimmed(const char *s, size_t n)
{
	while (n > 0 && strchr(BETWEEN, s[n - 1]) != NULL)
		n--;
	return n;
}

/* Of a name: what stands in brackets, as the year in "Kari Bø (1970)", belongs to it. */
static size_t trimmed_name(const char *s, size_t n)
{
	for (; n > 0 && strchr(BETWEEN, s[n - 1]) != NULL; n--) {
		int open = 0;

		for (size_t i = 0; i + 1 < n; i++)
			open += (s[i] == '(') - (s[i] == ')');
		if (s[n - 1] == ')' && open > 0)
			break;
	}
	return n;
}

/* "12. ", "3) ", "4 ": the number that a list in order often begins with. */
static size_t numbered(const char *s, size_t n)
{
	size_t i = 0;

	while (i < n && s[i] >= '0' && s[i] <= '9')
		i++;
	if (i == 0)
		return 0;
	while (i < n && strchr(" \t.):", s[i]) != NULL)
		i++;
	return i;
}

static const char *read_line(struct arena *mem, const char *s, size_t n, struct valg_name *name)
{
	size_t skip, word;

	while (n > 0 && strchr(BETWEEN, *s) != NULL)
		s++, n--;
	skip = numbered(s, n);
	s += skip;
	n = trimmed(s, n - skip);
	for (word = n; word > 0 && strchr(BETWEEN, s[word - 1]) == NULL; )
		word--;
	if (word == 0 || !gender_of(s + word, n - word, &name->gender))
		return N_("Skriv K eller M etter navnet, for loven stiller krav til kjønn.");
	name->name = arena_strndup(mem, s, trimmed_name(s, word));
	if (name->name[0] == '\0')
		return N_("Her mangler navnet.");
	if (utf8_length(name->name) > VALG_NAVN_LETTERS)
		return N_("Navnet er for langt.");
	return NULL;
}

struct valg_navn valg_navn_read(struct arena *mem, const char *lines)
{
	struct valg_navn all = { .n = 0 };
	size_t room = 1, line = 0;

	for (const char *p = lines; *p != '\0'; p++)
		room += *p == '\n';
	all.name = arena_array(mem, room, sizeof *all.name);
	for (const char *p = lines; ; p++) {
		size_t n = strcspn(p, "\n");
		const char *error;

		line++;
		if (trimmed(p, n) > 0) {
			error = read_line(mem, p, trimmed(p, n), &all.name[all.n]);
			if (error == NULL) {
				all.n++;
			} else if (all.error == NULL) {
				all.error = error;
				all.line = line;
			}
		}
		p += n;
		if (*p == '\0')
			return all;
	}
}
