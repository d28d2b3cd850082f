/* sider.h - every page of the program: the tables of all features, NULL ends.
 *
 * For main.c, which serves them, and for the tests that visit every row.
 */
#ifndef APP_SIDER_H
#define APP_SIDER_H

struct page;

extern const struct page *const all_pages[];

#endif
