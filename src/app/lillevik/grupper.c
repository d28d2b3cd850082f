#include "app/lillevik/grupper.h"

#include "app/lillevik/hall.h"
#include "lib/arena.h"
#include "lib/buf.h"

#define ROLES 5                 /* one in so many phones is the administration's */
#define PHONES 45               /* no more are tried: the roster is no longer    */
#define POINTS 2                /* each group                                    */

static bool of_administration(size_t phone)
{
	return phone % ROLES == ROLES - 1;
}

/* The first in the list of names says nobody; each list is of one role. */
static size_t name_of(size_t phone)
{
	return 1 + (of_administration(phone) ? phone / ROLES : phone - phone / ROLES);
}

/* The next texts of the list, one a line. */
static const char *points(struct arena *mem, const json_t *texts, size_t *next)
{
	struct buf b = buf_in(mem);

	buf_puts(&b, "");
	for (size_t i = 0; i < POINTS && *next < json_array_size(texts); i++)
		buf_printf(&b, "%s%s", i > 0 ? "\n" : "",
		           json_string_value(json_array_get(texts, (*next)++)));
	return b.p;
}

static void write_points(struct hall *h, struct arena *mem, const json_t *entry)
{
	const json_t *all = json_object_get(entry, "tekster");
	const json_t *adm = json_object_get(entry, "tekster_adm");
	size_t next[2] = { 0 };

	for (size_t i = 0; i < PHONES; i++) {
		bool own = of_administration(i) && adm != NULL;

		if (hall_press(h, i, (struct hall_press){ .act = "penn" }))
			hall_press(h, i, (struct hall_press){
				.act = "lagre", .text = points(mem, own ? adm : all, &next[own]) });
	}
}

void groups_live(struct hall *h, struct arena *mem, const json_t *entry, bool first)
{
	for (size_t i = 0; first && i < PHONES; i++)
		hall_press(h, i, (struct hall_press){ .act = "jeg_er", .option = name_of(i) });
	if (!first)
		write_points(h, mem, entry);
}
