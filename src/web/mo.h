/* mo.h - reads a compiled catalogue (gettext .mo), in memory, without a locale.
 *
 * The system's gettext follows the process's locale and needs it installed; a server
 * answers each reader in their own language.
 */
#ifndef WEB_MO_H
#define WEB_MO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Made by po/meson.build. */
extern const unsigned char nn_mo[];
extern const size_t nn_mo_size;

struct mo {
	const unsigned char *bytes;     /* borrowed, 4-aligned */
	size_t n;
	uint32_t count, ids, texts;     /* entries; offsets of the two tables */
};

/* False: not a whole catalogue of this machine's byte order.  Every offset is
 * checked here, so that mo_find() need not. */
bool mo_open(struct mo *, const void *bytes, size_t n);

/* The translation of msgid (the singular, where there are two forms), or NULL. */
const char *mo_find(const struct mo *, const char *msgid, bool plural);

#endif
