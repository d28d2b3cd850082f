/* innlogging.h - from a link to a login: the first person, everybody later, and out. */
#ifndef APP_KONTO_INNLOGGING_H
#define APP_KONTO_INNLOGGING_H

#include "web/page.h"

extern const struct field setup_fields[], setup_post_fields[], login_fields[],
                          login_post_fields[], confirm_fields[], confirm_post_fields[],
                          token_fields[];

enum outcome setup_page(struct req *) MUST;
enum outcome setup(struct req *) MUST;
enum outcome login_page(struct req *) MUST;
enum outcome login(struct req *) MUST;
enum outcome login_sent_page(struct req *) MUST;
enum outcome confirm_page(struct req *) MUST;
enum outcome confirm(struct req *) MUST;
enum outcome logout(struct req *) MUST;

#endif
