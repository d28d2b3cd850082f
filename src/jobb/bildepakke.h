/* bildepakke.h - the results as pictures for slides, in a zip. */
#ifndef JOBB_BILDEPAKKE_H
#define JOBB_BILDEPAKKE_H

#include "app/rapport/innhold.h"

enum outcome pictures_write(struct arena *, const struct report *, const char *path) MUST;

/* A title as part of a file's name: a-z, digits and -. */
const char *slug(struct arena *, const char *title);

#endif
