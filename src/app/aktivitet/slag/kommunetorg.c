/* kommunetorg - two to sixteen stands where people of the municipality tell what they do. */
#include "app/aktivitet/aktivitet.h"
#include "app/aktivitet/slag/felles.h"
#include "app/aktivitet/slag/kommunetorg.html.h"
#include "app/aktivitet/slag/slag.h"
#include "app/aktivitet/slag/torg.h"
#include "lib/arena.h"
#include "web/text.h"

static const struct config_field fields[] = {
	{ "tekst", CONFIG_LINES, .max = 1000 },
	{ "stander", CONFIG_TEXTS, .min = 1, .max = 300, .min_n = 2, .max_n = 16 },
	{ 0 }
};

/* Each line written as torg_write() would; false with *error. */
static bool read_stands(json_t *config, const char **error)
{
	struct arena *scratch = arena_new(4u << 20);
	json_t *list = json_object_get(config, "stander");
	struct torg_stand stand;

	for (size_t i = 0; i < json_array_size(list); i++) {
		const char *line = json_string_value(json_array_get(list, i));

		if (!torg_read(scratch, line, &stand, error))
			break;
		json_array_set_new(list, i, json_string(torg_write(scratch, &stand)));
	}
	arena_free(scratch);
	return *error == NULL;
}

static bool check(json_t *config, const char **where, const char **error)
{
	json_t *again;

	if (!read_stands(config, error)) {
		*where = "stander";
		return false;
	}
	/* Two that differed only in spaces are the same now. */
	again = config_check(fields, config, where, error);
	json_decref(again);
	return again != NULL;
}

static struct torg_stand *stands(struct arena *mem, const struct drawing *d, size_t *n)
{
	const json_t *config = d->a->config;
	struct torg_stand *s;
	const char *error;

	*n = config_n(config, "stander");
	s = arena_array(mem, *n, sizeof *s);
	for (size_t i = 0; i < *n; i++)
		torg_read(mem, config_nth(config, "stander", i), &s[i], &error);
	if (d->ms > 0)
		torg_clock(mem, s, *n, d->ms);
	return s;
}

static void draw(struct out *o, const struct drawing *d)
{
	size_t n;
	const struct torg_stand *s = stands(o->buf.arena, d, &n);

	t_kommunetorg(o, d, s, n);
}

/* Where they stood and when; what is now and next is for those who walk about. */
static void result(struct out *o, const struct drawing *d)
{
	size_t n;
	const struct torg_stand *s = stands(o->buf.arena, d, &n);

	t_kommunetorg_resultat(o, d, s, n);
}

static void wall(struct out *o, const struct drawing *d)
{
	size_t n;
	const struct torg_stand *s = stands(o->buf.arena, d, &n);

	t_kommunetorg_lerret(o, d, s, n, n <= 5 ? 0 : n <= 8 ? 1 : n <= 11 ? 2 : 3);
}

static void edit(struct out *o, const json_t *config)
{
	t_kommunetorg_rediger(o, config);
}

const struct kind kind_kommunetorg = {
	.name = "kommunetorg", .label = N_("Kommunetorg"), .icon = "kommunetorg",
	.fields = fields, .check = check, .phone = draw, .wall = wall, .result = result,
	.edit = edit,
};
