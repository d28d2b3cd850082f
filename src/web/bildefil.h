/* bildefil.h - a picture file somebody sent: what it is, and only what is needed of it.
 *
 * Pure: bytes in, bytes out.  The kind is read from the content, never from a name.  The
 * picture itself is not decoded; its file is read block by block, and only the blocks that
 * a browser needs to draw it are copied: place, time, camera, comments, thumbnails, colour
 * profiles, moving pictures and whatever stands behind the end are left out.  The one thing
 * of Exif that is kept is which way is up, in a block of our own.
 */
#ifndef WEB_BILDEFIL_H
#define WEB_BILDEFIL_H

#include <stddef.h>
#include <stdint.h>

struct arena;

#define PICTURE_SIDE_MAX 6000       /* dots across or down */

enum picture_type { PICTURE_PNG, PICTURE_JPEG, PICTURE_WEBP, PICTURE__MAX };

struct picture {
	enum picture_type type;
	uint32_t width, height;
	const unsigned char *bytes;     /* in the arena                              */
	size_t n;
};

enum picture_result {
	PICTURE_OK,
	PICTURE_UNKNOWN,        /* no PNG, JPEG or WebP                              */
	PICTURE_BROKEN,         /* it begins as one, but is cut off or not whole     */
	PICTURE_LARGE           /* more than PICTURE_SIDE_MAX                        */
};

/* What it makes is never larger than `n` and 32, and comes out of here unchanged when it
 * is put in again. */
enum picture_result picture_read(struct arena *, const void *bytes, size_t n,
                                 struct picture *);

const char *picture_media_type(enum picture_type);

#endif
