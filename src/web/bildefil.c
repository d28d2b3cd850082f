#include "web/bildefil.h"

#include <stdbool.h>
#include <string.h>

#include "lib/arena.h"

typedef const unsigned char byte;

/* A file being read, and the one being made of it. */
struct copy {
	byte *p, *end;
	unsigned char *to;
	uint32_t width, height;
};

static size_t left(const struct copy *c)
{
	return (size_t)(c->end - c->p);
}

static void keep(struct copy *c, byte *from, size_t n)
{
	memcpy(c->to, from, n);
	c->to += n;
}

static uint32_t big16(byte *p)
{
	return (uint32_t)p[0] << 8 | p[1];
}

static uint32_t big32(byte *p)
{
	return big16(p) << 16 | big16(p + 2);
}

static uint32_t little16(byte *p)
{
	return (uint32_t)p[1] << 8 | p[0];
}

static uint32_t little24(byte *p)
{
	return (uint32_t)p[2] << 16 | little16(p);
}

static uint32_t little32(byte *p)
{
	return little16(p + 2) << 16 | little16(p);
}

/* ---- PNG: length, name, data, checksum ---- */

static const unsigned char png_magic[8] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

#define PNG_AROUND 12           /* length, name and checksum */

/* The chunks that are kept, and how much they can hold. */
static const struct { char name[5]; uint32_t most; } png_kept[] = {
	{ "IHDR", 13 }, { "PLTE", 768 }, { "tRNS", 256 }, { "gAMA", 4 }, { "cHRM", 32 },
	{ "sRGB", 1 }, { "sBIT", 4 }, { "pHYs", 9 }, { "IDAT", UINT32_MAX }, { "IEND", 0 },
};

static bool png_keeps(byte *name, uint32_t n)
{
	for (size_t i = 0; i < sizeof png_kept / sizeof *png_kept; i++)
		if (memcmp(name, png_kept[i].name, 4) == 0)
			return n <= png_kept[i].most;
	return false;
}

static bool png_copy(struct copy *c)
{
	bool data = false;

	keep(c, c->p, sizeof png_magic);
	c->p += sizeof png_magic;
	while (left(c) >= PNG_AROUND) {
		byte *name = c->p + 4;
		uint32_t n = big32(c->p);
		bool head = memcmp(name, "IHDR", 4) == 0;

		if (n > left(c) - PNG_AROUND || head != (c->width == 0) || (head && n != 13))
			return false;
		if (head) {
			c->width = big32(name + 4);
			c->height = big32(name + 8);
			if (c->width == 0 || c->height == 0)
				return false;
		}
		data |= memcmp(name, "IDAT", 4) == 0;
		if (png_keeps(name, n))
			keep(c, c->p, n + PNG_AROUND);
		if (memcmp(name, "IEND", 4) == 0)
			return data && n == 0;
		c->p += n + PNG_AROUND;
	}
	return false;
}

/* ---- which way is up: tag 0x112 of the first list in the TIFF inside Exif ---- */

#define TIFF_UP 0x0112
#define EXIF_NAME 6             /* "Exif\0\0" */

static uint32_t tiff(byte *p, int n, bool big)
{
	uint32_t v = 0;

	for (int i = 0; i < n; i++)
		v |= (uint32_t)p[i] << 8 * (big ? n - 1 - i : i);
	return v;
}

/* 1 to 8; 0: it does not say. */
static uint32_t exif_up(byte *p, size_t n)
{
	bool big;
	size_t at, entries;

	if (n < EXIF_NAME + 10 || memcmp(p, "Exif\0", EXIF_NAME) != 0)
		return 0;
	p += EXIF_NAME;
	n -= EXIF_NAME;
	big = p[0] == 'M';
	at = tiff(p + 4, 4, big);
	if (at > n - 2)
		return 0;
	entries = tiff(p + at, 2, big);
	for (at += 2; entries > 0 && n - at >= 12; entries--, at += 12) {
		uint32_t up = tiff(p + at + 8, 2, big);

		if (tiff(p + at, 2, big) == TIFF_UP)
			return up <= 8 ? up : 0;
	}
	return 0;
}

static void write_up(struct copy *c, uint32_t up)
{
	unsigned char block[] = {
		0xff, 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0,
		'M', 'M', 0, 42, 0, 0, 0, 8,            /* TIFF, list at 8       */
		0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (unsigned char)up, 0, 0,
		0, 0, 0, 0                              /* no more lists         */
	};

	keep(c, block, sizeof block);
}

/* ---- JPEG: marker, length, data; after SOS data until a marker ---- */

enum { M_SOF0 = 0xc0, M_DHT = 0xc4, M_JPG = 0xc8, M_DAC = 0xcc, M_SOF15 = 0xcf, M_RST0 = 0xd0,
       M_RST7 = 0xd7, M_SOI = 0xd8, M_EOI = 0xd9, M_SOS = 0xda, M_DQT = 0xdb, M_DRI = 0xdd,
       M_APP0 = 0xe0, M_APP1 = 0xe1, M_APP14 = 0xee, M_APP15 = 0xef, M_COM = 0xfe };

static bool jpeg_is_frame(int marker)
{
	return marker >= M_SOF0 && marker <= M_SOF15 && marker != M_DHT && marker != M_JPG &&
	       marker != M_DAC;
}

/* A JFIF head without thumbnail, and what Adobe says of the colours. */
static bool jpeg_keeps(int marker, byte *data, size_t n)
{
	if (marker == M_APP0)
		return n == 14 && memcmp(data, "JFIF", 5) == 0;
	if (marker == M_APP14)
		return n == 12 && memcmp(data, "Adobe", 5) == 0;
	return marker < M_APP0;
}

static bool jpeg_knows(int marker)
{
	return jpeg_is_frame(marker) || marker == M_DHT || marker == M_DAC ||
	       (marker >= M_SOS && marker <= M_DRI) ||
	       (marker >= M_APP0 && marker <= M_APP15) || marker == M_COM;
}

static bool jpeg_frame(struct copy *c, byte *data, size_t n)
{
	if (n < 6 || c->width != 0)
		return false;
	c->height = big16(data + 1);
	c->width = big16(data + 3);
	return c->width != 0 && c->height != 0;
}

/* The coded data: 0xff stands in it only before 0x00 and the restart marks. */
static void jpeg_scan(struct copy *c)
{
	byte *from = c->p;

	while (left(c) >= 2 && (c->p[0] != 0xff || c->p[1] == 0 ||
	                        (c->p[1] >= M_RST0 && c->p[1] <= M_RST7)))
		c->p += c->p[0] == 0xff ? 2 : 1;
	keep(c, from, (size_t)(c->p - from));
}

/* One block; false: it cannot be.  *up is what an Exif before the picture said. */
static bool jpeg_block(struct copy *c, int marker, uint32_t *up)
{
	size_t n = left(c) >= 4 ? big16(c->p + 2) : 0;
	byte *data = c->p + 4;

	if (n < 2 || n > left(c) - 2 || !jpeg_knows(marker) ||
	    (marker == M_SOS && c->width == 0))
		return false;
	if (jpeg_is_frame(marker) && !jpeg_frame(c, data, n - 2))
		return false;
	if (marker == M_APP1 && *up == 0 && c->width == 0) {
		*up = exif_up(data, n - 2);
		if (*up > 1)
			write_up(c, *up);
	} else if (jpeg_keeps(marker, data, n - 2)) {
		keep(c, c->p, n + 2);
	}
	c->p += n + 2;
	if (marker == M_SOS)
		jpeg_scan(c);
	return true;
}

static bool jpeg_copy(struct copy *c)
{
	bool drawn = false;
	uint32_t up = 0;

	keep(c, c->p, 2);
	c->p += 2;
	while (left(c) >= 2 && c->p[0] == 0xff) {
		int marker = c->p[1];

		if (marker == 0xff) {           /* filling */
			c->p++;
			continue;
		}
		if (marker == M_EOI) {
			keep(c, c->p, 2);
			return drawn;
		}
		if (!jpeg_block(c, marker, &up))
			return false;
		drawn |= marker == M_SOS;
	}
	return false;
}

/* ---- WebP: RIFF, size, WEBP, then name, length, data, filled up to an even number ---- */

#define VP8X_ALPHA 0x10

static bool webp_size(struct copy *c, uint32_t width, uint32_t height)
{
	if (width == 0 || height == 0 ||
	    (c->width != 0 && (c->width != width || c->height != height)))
		return false;
	c->width = width;
	c->height = height;
	return true;
}

static bool webp_lossy(struct copy *c, byte *data, size_t n)
{
	return n >= 10 && memcmp(data + 3, "\x9d\x01\x2a", 3) == 0 &&
	       webp_size(c, little16(data + 6) & 0x3fff, little16(data + 8) & 0x3fff);
}

static bool webp_lossless(struct copy *c, byte *data, size_t n)
{
	return n >= 5 && data[0] == 0x2f &&
	       webp_size(c, (little32(data + 1) & 0x3fff) + 1,
	                 (little32(data + 1) >> 14 & 0x3fff) + 1);
}

/* The head of the newer form: of its flags only that there is transparency stays. */
static bool webp_head(struct copy *c, byte *data, size_t n)
{
	unsigned char *at = c->to + 8;

	if (n != 10 || c->width != 0 ||
	    !webp_size(c, little24(data + 4) + 1, little24(data + 7) + 1))
		return false;
	keep(c, data - 8, 18);
	at[0] &= VP8X_ALPHA;
	memset(at + 1, 0, 3);
	return true;
}

/* One chunk; *done when it was the picture. */
static bool webp_chunk(struct copy *c, bool *done)
{
	uint32_t n = little32(c->p + 4);
	byte *data = c->p + 8;
	size_t whole = (size_t)n + (n & 1) + 8;
	bool fine = true, lossy = memcmp(c->p, "VP8 ", 4) == 0;

	if (whole > left(c))
		return false;
	if (memcmp(c->p, "VP8X", 4) == 0)
		fine = webp_head(c, data, n);
	else if (lossy || memcmp(c->p, "VP8L", 4) == 0)
		fine = *done = lossy ? webp_lossy(c, data, n) : webp_lossless(c, data, n);
	if (*done || memcmp(c->p, "ALPH", 4) == 0)
		keep(c, c->p, whole);
	c->p += whole;
	return fine;
}

static bool webp_copy(struct copy *c)
{
	unsigned char *start = c->to;
	uint32_t n = little32(c->p + 4);
	bool done = false;

	if (n < 4 || n > left(c) - 8)
		return false;
	c->end = c->p + 8 + n;
	keep(c, c->p, 12);
	c->p += 12;
	while (!done)
		if (left(c) < 8 || !webp_chunk(c, &done))
			return false;
	n = (uint32_t)(c->to - start) - 8;
	for (int i = 0; i < 4; i++)
		start[4 + i] = (unsigned char)(n >> 8 * i);
	return true;
}

/* ---- all three ---- */

static const struct {
	const char *media;
	bool (*copy)(struct copy *);
} types[PICTURE__MAX] = {
	[PICTURE_PNG] = { "image/png", png_copy },
	[PICTURE_JPEG] = { "image/jpeg", jpeg_copy },
	[PICTURE_WEBP] = { "image/webp", webp_copy },
};

const char *picture_media_type(enum picture_type type)
{
	return types[type].media;
}

static enum picture_type type_of(byte *p, size_t n)
{
	if (n >= 8 && memcmp(p, png_magic, 8) == 0)
		return PICTURE_PNG;
	if (n >= 3 && memcmp(p, "\xff\xd8\xff", 3) == 0)
		return PICTURE_JPEG;
	if (n >= 12 && memcmp(p, "RIFF", 4) == 0 && memcmp(p + 8, "WEBP", 4) == 0)
		return PICTURE_WEBP;
	return PICTURE__MAX;
}

enum picture_result picture_read(struct arena *a, const void *bytes, size_t n,
                                 struct picture *out)
{
	enum picture_type type = type_of(bytes, n);
	unsigned char *made;
	struct copy c = { .p = bytes };

	if (type == PICTURE__MAX)
		return PICTURE_UNKNOWN;
	made = arena_get(a, n + 32);
	c.end = c.p + n;
	c.to = made;
	if (!types[type].copy(&c))
		return PICTURE_BROKEN;
	if (c.width > PICTURE_SIDE_MAX || c.height > PICTURE_SIDE_MAX)
		return PICTURE_LARGE;
	*out = (struct picture){ type, c.width, c.height, made, (size_t)(c.to - made) };
	return PICTURE_OK;
}
