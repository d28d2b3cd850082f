/* sider.h - the pages of this feature, for its own table. */
#ifndef APP_BILDE_SIDER_H
#define APP_BILDE_SIDER_H

#include "app/bilde/bilde.h"

/* An item that can have a picture, and the one it has. */
struct picture_edit {
	int64_t samling, punkt;
	const char *title;          /* the item's                                    */
	const char *sha;            /* ""                                            */
	const char *alt;            /* NULL: no picture                              */
};

extern const struct field picture_fields[], picture_fields_sent[], picture_gone_fields[];
enum outcome picture_page(struct req *) MUST;
enum outcome picture_save(struct req *) MUST;
enum outcome picture_remove(struct req *) MUST;

/* The bytes of the picture {sha}. */
enum outcome picture_send(struct req *) MUST;

#endif
