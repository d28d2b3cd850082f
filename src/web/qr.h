/* qr.h - a QR code as a picture. */
#ifndef WEB_QR_H
#define WEB_QR_H

#include "web/html.h"

/* An <svg class="qr"> of `text`: black on white also in the dark, with the four modules of
 * white around it that readers want, as one path.  `label` is what a screen reader says.
 * A text of more than QR_MOST bytes is a bug of ours. */
#define QR_MOST 500
struct html qr_svg(struct arena *, const char *text, const char *label);

#endif
