/* asset.h - style sheets, the script and the fonts, inside the program.
 *
 * Built by assets/build.mjs and tool/embed.  An address holds a hash of the content
 * (/_/telefon.0123456789.css), so it may be kept for ever by browsers.
 */
#ifndef WEB_ASSET_H
#define WEB_ASSET_H

#include <stddef.h>

struct asset {
	const char *name;               /* "telefon.css"                         */
	const char *type;               /* Content-Type                          */
	const char *path;               /* the address                           */
	const char *etag;               /* with its quotes                       */
	const unsigned char *bytes;
	size_t n_bytes;
	const unsigned char *gzip;      /* NULL: does not get smaller            */
	size_t n_gzip;
};

extern const struct asset assets[];
extern const size_t n_assets;

const struct asset *asset_find(const char *path);   /* NULL: no such address     */
const char *asset_url(const char *name);            /* an unknown name is a bug  */

#endif
