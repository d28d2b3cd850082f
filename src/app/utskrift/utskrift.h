/* utskrift.h - sheets to print before the day: posters with QR codes, place cards.
 *
 * The programme on A4 is app/samling's, group lists are with the groups: both are linked from
 * here.  The name and password of a network are printed and forgotten: they are stored
 * nowhere.
 */
#ifndef APP_UTSKRIFT_UTSKRIFT_H
#define APP_UTSKRIFT_UTSKRIFT_H

#include "web/page.h"

struct arena;

/* What a phone reads from a QR code to join a network; without a password an open one. */
char *wifi_text(struct arena *, const char *network, const char *password);

extern const struct page utskrift_pages[];

#endif
