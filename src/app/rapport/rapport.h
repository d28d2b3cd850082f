/* rapport.h - the report of a samling, which writes itself while the day runs.
 *
 * Three forms of one struct report (innhold.h): a page, a CSV and a JSON file.  Staff see
 * it always; participants when a leader has released it, and then only what the hall has
 * been shown.  doc/rapport.md tells what is in the files.
 */
#ifndef APP_RAPPORT_RAPPORT_H
#define APP_RAPPORT_RAPPORT_H

#include "web/page.h"

extern const struct page rapport_pages[];
extern const struct page rapport_valg_pages[];  /* elections taken out of it       */

#endif
