#include "app/lillevik/terminal.h"

#include <qrcodegen.h>

#include "lib/log.h"

#define VERSION_MOST 10
#define QUIET 4
#define BLACK_ON_WHITE "\033[38;5;16;48;5;231m"
#define PLAIN "\033[0m"

void terminal_qr(FILE *to, const char *text, bool colour)
{
	/* Indexed by: upper module drawn, lower module drawn. */
	static const char *const block[2][2] = { { " ", "▄" }, { "▀", "█" } };
	uint8_t qr[qrcodegen_BUFFER_LEN_FOR_VERSION(VERSION_MOST)], scratch[sizeof qr];
	int size;

	if (!qrcodegen_encodeText(text, scratch, qr, qrcodegen_Ecc_MEDIUM, 1, VERSION_MOST,
	                          qrcodegen_Mask_AUTO, true))
		log_fatal("an address too long for a QR code");
	size = qrcodegen_getSize(qr);
	for (int y = -QUIET; y < size + QUIET; y += 2) {
		fprintf(to, "    %s", colour ? BLACK_ON_WHITE : "");
		for (int x = -QUIET; x < size + QUIET; x++) {     /* outside is light */
			bool upper = qrcodegen_getModule(qr, x, y);
			bool lower = qrcodegen_getModule(qr, x, y + 1);

			fputs(block[upper == colour][lower == colour], to);
		}
		fprintf(to, "%s\n", colour ? PLAIN : "");
	}
}
