/* bilde_help.h - small picture files, block by block.
 *
 * With `more` they also carry what must not come through, HIDDEN somewhere in each. */
#ifndef TEST_BILDE_HELP_H
#define TEST_BILDE_HELP_H

#include <stdbool.h>

#include "lib/buf.h"

#define HIDDEN "Lillevik 60.1 N 10.2 E"

struct buf make_png(struct arena *, int width, int height, bool more);
struct buf make_jpeg(struct arena *, int width, int height, bool more);
struct buf make_webp(struct arena *, int width, int height, bool more);
struct buf make_webp_x(struct arena *, int width, int height, bool more);

/* A JPEG whose Exif says which way is up, in either order of bytes. */
struct buf make_jpeg_turned(struct arena *, int up, bool big);

#endif
