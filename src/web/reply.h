/* reply.h - how an answer leaves: status, strict headers, cookies, calm errors. */
#ifndef WEB_REPLY_H
#define WEB_REPLY_H

#include "web/page.h"

/* The headers that every answer has, errors and assets too. */
void reply_strict(const struct site *, struct http_reply *);

/* A calm page for a status, in the reader's language. */
void reply_error(struct req *, int status);

#endif
