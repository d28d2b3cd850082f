/* fjern.h - led from a distance: the phone-sized remote, and walls with a clicker.
 *
 * Both do the acts of app/konsoll that need no more than RIGHT_REMOTE, whoever holds them, and
 * answer with sections of their own: nothing that only the console may show is in them.
 */
#ifndef APP_FJERN_FJERN_H
#define APP_FJERN_FJERN_H

#include <stdbool.h>
#include <stdint.h>

#include "web/page.h"

struct buf;
struct live_key;

extern const struct page fjern_pages[];

bool fjern_draw(struct site *, const struct live_key *, struct arena *, struct buf *html,
                int64_t *version);

#endif
