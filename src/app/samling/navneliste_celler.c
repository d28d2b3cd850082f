#include "app/samling/navneliste_celler.h"

#include <stdint.h>
#include <string.h>

#include "app/samling/navneliste.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/utf8.h"

/* Tab, semicolon or comma: the first of these that the line has outside quotes. */
static char gap_of(const char *line)
{
	bool tab = false, semicolon = false, quoted = false;

	for (; *line != '\0' && *line != '\n'; line++) {
		quoted ^= *line == '"';
		tab |= !quoted && *line == '\t';
		semicolon |= !quoted && *line == ';';
	}
	return tab ? '\t' : semicolon ? ';' : ',';
}

/* The cell at c->p, which is left at what ends it.  In quotes, "" is one mark. */
static char *cell(struct arena *mem, struct cells *c, char gap, bool *open)
{
	struct buf b = buf_in(mem);
	bool quoted;

	buf_puts(&b, "");
	c->p += strspn(c->p, " ");
	quoted = *c->p == '"';
	c->p += quoted;
	for (; *c->p != '\0'; c->p++) {
		if (quoted && *c->p == '"') {
			if (c->p[1] != '"')
				quoted = false;
			else
				buf_putc(&b, *c->p++);
		} else if (!quoted && (*c->p == gap || *c->p == '\n')) {
			break;
		} else {
			c->line += *c->p == '\n';
			buf_putc(&b, *c->p);
		}
	}
	*open |= quoted;
	return b.p;
}

static void read_line(struct arena *mem, struct cells *c, struct cell_line *out)
{
	char gap = c->gap != 0 ? c->gap : gap_of(c->p);
	size_t n = 0;

	*out = (struct cell_line){ .gap = gap, .line = c->line };
	for (size_t i = 0; i < CELLS_MAX; i++)
		out->cell[i] = "";
	for (bool more = true; more; n++) {
		const char *text = utf8_clean(mem, cell(mem, c, gap, &out->open), false);

		more = *c->p == gap;
		c->p += more;
		if (text == NULL || *text == '\0')
			continue;
		out->wide |= n >= CELLS_MAX;
		if (n < CELLS_MAX) {
			out->cell[n] = text;
			out->n = n + 1;
		}
	}
	c->line += *c->p == '\n';
	c->p += *c->p == '\n';
}

bool cells_next(struct arena *mem, struct cells *c, struct cell_line *out)
{
	while (*c->p != '\0') {
		read_line(mem, c, out);
		if (out->n > 0 || out->open)
			return true;
	}
	return false;
}

/* ---- files ---- */

/* What the bytes 0x80 to 0x9f are in Windows-1252; 0: nothing. */
static const uint16_t windows[32] = {
	0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039,
	0x0152, 0, 0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc,
	0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
};

static void put_letter(struct buf *b, uint32_t u)
{
	if (u < 0x80) {
		buf_putc(b, (char)u);
	} else if (u < 0x800) {
		buf_putc(b, (char)(0xc0 | u >> 6));
		buf_putc(b, (char)(0x80 | (u & 0x3f)));
	} else {
		buf_putc(b, (char)(0xe0 | u >> 12));
		buf_putc(b, (char)(0x80 | (u >> 6 & 0x3f)));
		buf_putc(b, (char)(0x80 | (u & 0x3f)));
	}
}

char *roster_text(struct arena *mem, const char *bytes, size_t n)
{
	struct buf b = buf_in(mem);

	if (n >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0) {
		bytes += 3;
		n -= 3;
	}
	if (memchr(bytes, 0, n) != NULL || (n >= 4 && memcmp(bytes, "PK\x03\x04", 4) == 0))
		return NULL;
	if (utf8_valid(bytes, n))
		return arena_strndup(mem, bytes, n);
	buf_puts(&b, "");
	for (size_t i = 0; i < n; i++) {
		uint32_t u = (unsigned char)bytes[i];

		if (u >= 0x80 && u < 0xa0)
			u = windows[u - 0x80];
		if (u != 0)
			put_letter(&b, u);
	}
	return b.p;
}
