/* valg_scene.h - a secretary at the pages of elections: one site and one browser. */
#ifndef TEST_VALG_SCENE_H
#define TEST_VALG_SCENE_H

#include "site_help.h"

extern struct site_test *t;
extern struct browser secretary;

/* For cmocka_run_group_tests(). */
int valg_scene_open(void **state);
int valg_scene_close(void **state);

/* The page of an address that there is. */
const char *page(const char *path);

#endif
