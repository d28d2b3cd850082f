#include "web/qr.h"

#include <assert.h>
#include <qrcodegen.h>
#include <string.h>

#define VERSION_MOST 20         /* 97 modules; 666 bytes at level M */
#define QUIET 4

/* Each run of dark modules in a row is one rectangle of the path. */
static void draw_row(struct buf *b, const uint8_t *qr, int y)
{
	int size = qrcodegen_getSize(qr);

	for (int x = 0; x < size; x++) {
		int n = 0;

		while (qrcodegen_getModule(qr, x + n, y))       /* false outside */
			n++;
		if (n == 0)
			continue;
		buf_printf(b, "M%d %dh%dv1h-%dz", x + QUIET, y + QUIET, n, n);
		x += n;
	}
}

struct html qr_svg(struct arena *mem, const char *text, const char *label)
{
	uint8_t qr[qrcodegen_BUFFER_LEN_FOR_VERSION(VERSION_MOST)], scratch[sizeof qr];
	struct out o = out_new(mem, LANG_NB);
	bool made;
	int size;

	assert(strlen(text) <= QR_MOST);
	made = qrcodegen_encodeText(text, scratch, qr, qrcodegen_Ecc_MEDIUM, 1, VERSION_MOST,
	                            qrcodegen_Mask_AUTO, true);
	assert(made);
	size = qrcodegen_getSize(qr) + 2 * QUIET;
	buf_printf(&o.buf, "<svg class=\"qr\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"",
	           size, size);
	out_text_str(&o, label);
	buf_printf(&o.buf, "\" shape-rendering=\"crispEdges\"><rect width=\"%d\" height=\"%d\" "
	           "fill=\"#fff\"/><path d=\"", size, size);
	for (int y = 0; y < size - 2 * QUIET; y++)
		draw_row(&o.buf, qr, y);
	buf_puts(&o.buf, "\" fill=\"#000\"/></svg>");
	return out_html(&o);
}
