#include "bilde_help.h"

#include <stdint.h>
#include <string.h>

static void number(struct buf *b, uint32_t v, int n, bool big)
{
	for (int i = 0; i < n; i++)
		buf_putc(b, (char)(v >> 8 * (big ? n - 1 - i : i)));
}

static void chunk(struct buf *b, const char *name, const void *data, size_t n)
{
	number(b, (uint32_t)n, 4, true);
	buf_puts(b, name);
	buf_add(b, data, n);
	number(b, 0x01020304, 4, true);         /* nobody looks at the sum */
}

struct buf make_png(struct arena *a, int width, int height, bool more)
{
	struct buf b = buf_in(a), head = buf_in(a);

	buf_add(&b, "\x89PNG\r\n\x1a\n", 8);
	number(&head, (uint32_t)width, 4, true);
	number(&head, (uint32_t)height, 4, true);
	buf_add(&head, "\x08\x02\0\0\0", 5);
	chunk(&b, "IHDR", head.p, head.n);
	if (more) {
		chunk(&b, "tEXt", HIDDEN, strlen(HIDDEN));
		chunk(&b, "eXIf", HIDDEN, strlen(HIDDEN));
		chunk(&b, "gAMA", HIDDEN, strlen(HIDDEN));
	}
	chunk(&b, "gAMA", "\0\0\xb1\x8f", 4);
	chunk(&b, "IDAT", "abcd", 4);
	if (more)
		chunk(&b, "iTXt", HIDDEN, strlen(HIDDEN));
	chunk(&b, "IEND", "", 0);
	if (more)
		buf_puts(&b, HIDDEN);
	return b;
}

static void block(struct buf *b, int marker, const void *data, size_t n)
{
	number(b, 0xff00 | (uint32_t)marker, 2, true);
	number(b, (uint32_t)n + 2, 2, true);
	buf_add(b, data, n);
}

/* What follows the heads. */
static void jpeg_rest(struct buf *b, struct arena *a, int width, int height, bool more)
{
	struct buf frame = buf_in(a);

	buf_putc(&frame, 8);
	number(&frame, (uint32_t)height, 2, true);
	number(&frame, (uint32_t)width, 2, true);
	buf_add(&frame, "\1\1\x11\0", 4);
	block(b, 0xdb, "\0table", 6);
	block(b, 0xc0, frame.p, frame.n);
	block(b, 0xc4, "\0codes", 6);
	block(b, 0xda, "\1\1\0\0\x3f\0", 6);
	buf_add(b, "data\xff\0data\xff\xd0more", 14);
	if (more)
		block(b, 0xfe, HIDDEN, strlen(HIDDEN));
	block(b, 0xda, "\1\1\0\0\x3f\0", 6);
	buf_puts(b, "data");
	buf_add(b, "\xff\xd9", 2);
	if (more)
		buf_puts(b, HIDDEN);
}

struct buf make_jpeg(struct arena *a, int width, int height, bool more)
{
	struct buf b = buf_in(a);

	buf_add(&b, "\xff\xd8", 2);
	block(&b, 0xe0, "JFIF\0\1\1\0\0\1\0\1\0\0", 14);
	block(&b, 0xee, "Adobe\0\x64\0\0\0\0\1", 12);
	if (more) {
		block(&b, 0xe0, "JFXX\0" HIDDEN, 5 + strlen(HIDDEN));
		block(&b, 0xe1, "Exif\0\0" HIDDEN, 6 + strlen(HIDDEN));
		block(&b, 0xe2, "ICC_PROFILE\0" HIDDEN, 12 + strlen(HIDDEN));
		block(&b, 0xed, HIDDEN, strlen(HIDDEN));
		block(&b, 0xee, "Adobe\0" HIDDEN, 6 + strlen(HIDDEN));
		block(&b, 0xfe, HIDDEN, strlen(HIDDEN));
	}
	jpeg_rest(&b, a, width, height, more);
	return b;
}

struct buf make_jpeg_turned(struct arena *a, int up, bool big)
{
	struct buf b = buf_in(a), exif = buf_in(a);

	buf_add(&exif, "Exif\0\0", 6);
	buf_puts(&exif, big ? "MM" : "II");
	number(&exif, 42, 2, big);
	number(&exif, 8, 4, big);
	number(&exif, 2, 2, big);
	for (int i = 0; i < 2; i++) {
		number(&exif, i == 0 ? 0x010f : 0x0112, 2, big);
		number(&exif, 3, 2, big);
		number(&exif, 1, 4, big);
		number(&exif, i == 0 ? 7 : (uint32_t)up, 2, big);
		number(&exif, 0, 2, big);
	}
	buf_puts(&exif, HIDDEN);
	buf_add(&b, "\xff\xd8", 2);
	block(&b, 0xe1, exif.p, exif.n);
	jpeg_rest(&b, a, 64, 48, false);
	return b;
}

static void riff(struct buf *b, const char *name, const void *data, size_t n)
{
	buf_puts(b, name);
	number(b, (uint32_t)n, 4, false);
	buf_add(b, data, n);
	if (n % 2 == 1)
		buf_putc(b, '\0');
}

static struct buf webp(struct arena *a, const struct buf *chunks)
{
	struct buf b = buf_in(a);

	buf_puts(&b, "RIFF");
	number(&b, (uint32_t)chunks->n + 4, 4, false);
	buf_puts(&b, "WEBP");
	buf_add(&b, chunks->p, chunks->n);
	return b;
}

static struct buf lossy(struct arena *a, int width, int height)
{
	struct buf b = buf_in(a);

	buf_add(&b, "\x10\0\0\x9d\x01\x2a", 6);
	number(&b, (uint32_t)width, 2, false);
	number(&b, (uint32_t)height, 2, false);
	buf_puts(&b, "data!");
	return b;
}

struct buf make_webp(struct arena *a, int width, int height, bool more)
{
	struct buf b = buf_in(a), picture = lossy(a, width, height);

	riff(&b, "VP8 ", picture.p, picture.n);
	if (more)
		riff(&b, "EXIF", HIDDEN, strlen(HIDDEN));
	return webp(a, &b);
}

struct buf make_webp_x(struct arena *a, int width, int height, bool more)
{
	struct buf b = buf_in(a), head = buf_in(a), picture = buf_in(a);

	buf_add(&head, more ? "\x3c\0\0\0" : "\x10\0\0\0", 4);
	number(&head, (uint32_t)width - 1, 3, false);
	number(&head, (uint32_t)height - 1, 3, false);
	riff(&b, "VP8X", head.p, head.n);
	if (more)
		riff(&b, "ICCP", HIDDEN, strlen(HIDDEN));
	riff(&b, "ALPH", "abc", 3);
	buf_putc(&picture, 0x2f);
	number(&picture, (uint32_t)(width - 1) | (uint32_t)(height - 1) << 14, 4, false);
	buf_puts(&picture, "data");
	riff(&b, "VP8L", picture.p, picture.n);
	if (more) {
		riff(&b, "EXIF", HIDDEN, strlen(HIDDEN));
		riff(&b, "XMP ", HIDDEN, strlen(HIDDEN));
	}
	return webp(a, &b);
}
