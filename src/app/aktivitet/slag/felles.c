#include "app/aktivitet/slag/felles.h"

#include <string.h>

#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/utf8.h"
#include "web/text.h"

static bool written_before(struct arena *a, const char *const *fold, size_t n, const char *text)
{
	const char *key = utf8_fold(a, text);

	for (size_t i = 0; i < n; i++)
		if (strcmp(fold[i], key) == 0)
			return true;
	return false;
}

const char *answer_texts(struct arena *a, const struct answer_form *f,
                         const struct texts_wanted *want, const char **error)
{
	const char **fold = arena_array(a, f->n_text, sizeof *fold);
	size_t letters = (size_t)want->letters, n = 0;
	struct buf b = buf_in(a);

	*error = want->too_long;
	for (size_t i = 0; i < f->n_text; i++) {
		const char *clean;

		if (strlen(f->text[i]) > letters * LETTER_BYTES)
			return NULL;
		clean = utf8_clean(a, f->text[i], false);
		if (clean == NULL) {
			*error = N_("Teksten har tegn vi ikke forstår. Skriv den på nytt.");
			return NULL;
		}
		if (clean[0] == '\0' || written_before(a, fold, n, clean))
			continue;
		if (utf8_length(clean) > letters)
			return NULL;
		buf_printf(&b, "%s%s", n > 0 ? "\n" : "", clean);
		fold[n++] = utf8_fold(a, clean);
	}
	*error = n == 0 ? want->none : n > (size_t)want->most ? want->too_many : NULL;
	return *error == NULL ? b.p : NULL;
}

const char *mine_text(const struct drawing *d, size_t i)
{
	return d->mine != NULL && i < d->mine->n_text ? d->mine->text[i] : "";
}

bool mine_choice(const struct drawing *d, const char *value)
{
	for (size_t i = 0; d->mine != NULL && i < d->mine->n_choice; i++)
		if (strcmp(d->mine->choice[i], value) == 0)
			return true;
	return false;
}

size_t wall_lines(const char *text, size_t letters)
{
	size_t n = 1, on_line = 0;

	for (const char *p = text; *p != '\0'; p++) {
		if (*p == '\n' || on_line == letters) {
			n++;
			on_line = 0;
		}
		on_line += *p != '\n' && ((unsigned char)*p & 0xc0) != 0x80;
	}
	return n;
}

/* What str-0 .. str-6 hold: letters on a line of 67 rem, and tenths of a rem a line is
 * high.  The lines of real text break at spaces, so a tenth of the letters is left out. */
static const struct { size_t letters, height; } sizes[] = {
	{ 37, 42 }, { 44, 35 }, { 55, 29 }, { 68, 24 }, { 83, 20 }, { 100, 17 }, { 142, 11 },
};

static int size_of(const char *text, int height, size_t columns, int last)
{
	for (int i = 0; i < last; i++)
		if (wall_lines(text, sizes[i].letters / columns) * sizes[i].height <=
		    (size_t)height * 10)
			return i;
	return last;
}

int wall_size(const char *text, int height)
{
	return size_of(text, height, 1, 5);
}

int wall_size_beside(const char *text, int height)
{
	return size_of(text, height, 2, 6);
}

static int rows_size(const struct row_class *class, const char *const *label, size_t n,
                     size_t height, bool bars)
{
	for (int size = 0; size < ROW_CLASSES - 1; size++) {
		const struct row_class *c = &class[size];
		size_t letters = c->letters * (bars ? 1 : 2), high = 0;

		for (size_t i = 0; i < n; i++) {
			size_t row = wall_lines(label[i], letters) * c->line + 8;

			high += bars && row < c->row ? c->row : row;
		}
		if (high <= height)
			return size;
	}
	return ROW_CLASSES - 1;
}

int wall_rows(const struct row_class class[ROW_CLASSES], const char *const *label, size_t n,
              size_t height)
{
	return rows_size(class, label, n, height, true);
}

int wall_list(const struct row_class class[ROW_CLASSES], const char *const *label, size_t n,
              size_t height)
{
	return rows_size(class, label, n, height, false);
}
