#include "web/mo.h"

#include <string.h>

static uint32_t word(const struct mo *mo, size_t at)
{
	uint32_t w;

	memcpy(&w, mo->bytes + at, sizeof(w));
	return w;
}

/* Entry i of a table is a length and an offset; the text there ends with NUL. */
static const char *entry(const struct mo *mo, uint32_t table, uint32_t i)
{
	return (const char *)mo->bytes + word(mo, table + 8 * (size_t)i + 4);
}

static bool table_ok(const struct mo *mo, uint32_t table)
{
	if (table > mo->n || mo->count > (mo->n - table) / 8)
		return false;
	for (uint32_t i = 0; i < mo->count; i++) {
		size_t len = word(mo, table + 8 * (size_t)i);
		size_t at = word(mo, table + 8 * (size_t)i + 4);

		if (at >= mo->n || len >= mo->n - at || mo->bytes[at + len] != '\0')
			return false;
	}
	return true;
}

bool mo_open(struct mo *mo, const void *bytes, size_t n)
{
	*mo = (struct mo){ .bytes = bytes, .n = n };
	if (n < 28 || word(mo, 0) != 0x950412de)
		return false;
	mo->count = word(mo, 8);
	mo->ids = word(mo, 12);
	mo->texts = word(mo, 16);
	return table_ok(mo, mo->ids) && table_ok(mo, mo->texts);
}

const char *mo_find(const struct mo *mo, const char *msgid, bool plural)
{
	uint32_t low = 0, high = mo->count;

	while (low < high) {
		uint32_t i = low + (high - low) / 2;
		int order = strcmp(msgid, entry(mo, mo->ids, i));

		if (order == 0) {
			const char *text = entry(mo, mo->texts, i);
			size_t first = strlen(text);

			/* the forms of a text stand behind each other */
			if (plural && word(mo, mo->texts + 8 * (size_t)i) > first)
				text += first + 1;
			return text;
		}
		if (order < 0)
			high = i;
		else
			low = i + 1;
	}
	return NULL;
}
