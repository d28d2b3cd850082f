/* page.h - a page is a row.
 *
 * Each feature has a table of struct page; app/sider.c lists them.  What a handler
 * forgets cannot open a door: the right, the samling it is about, the origin and token
 * of a POST, the validation of fields, the held reply and the strict headers lie outside
 * it, in dispatch.c.  test/unit/test_pages.c walks every row as every role.
 *
 * A path part in braces is handed over in req->param; these names mean more:
 *   {samling}  an id; the request must have the row's right IN that samling,
 *              otherwise it is 404, so that nobody learns what exists elsewhere
 *   {nokkel}   a link's secret; gives the rights of the link's kind
 */
#ifndef WEB_PAGE_H
#define WEB_PAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "net/http.h"
#include "store/right.h"
#include "store/store.h"
#include "web/form.h"
#include "web/html.h"
#include "web/session.h"

struct site;
struct channel;

#define PAGE_PARAMS 3

struct req {
	struct arena *mem;             /* dies with the request                      */
	struct site *site;
	struct store *store;
	const struct world *world;
	const struct http_request *http;
	struct http_reply *reply;
	const struct page *page;
	struct who who;
	enum lang lang;
	int64_t samling;               /* from {samling} or the link; 0: none        */
	const char *param[PAGE_PARAMS];/* the path's braces, in order, decoded       */
	struct form form;
	bool bit;                      /* a fetch by direkte.js: answer with parts   */
	int status;                    /* what page_html() sends; 200 unless set     */
};

typedef enum outcome (*page_fn)(struct req *) MUST;

struct page {
	enum http_method method;       /* HTTP_GET (HEAD follows) or HTTP_POST       */
	const char *path;
	enum right right;
	page_fn fn;
	const struct field *fields;    /* GET: of the query; POST: of the body       */
	page_fn again;                 /* POST: draws the form once more when a field
	                                  was wrong, with what was typed; status 422 */
};

/* A handler ends with one of these, or returns something else than OUTCOME_OK
 * and leaves the answer to the dispatcher. */
enum outcome page_html(struct req *, struct html) MUST;       /* a whole document   */
enum outcome page_bits(struct req *, struct html) MUST;       /* sections for fetch */
enum outcome page_redirect(struct req *, const char *path);               /* 303    */
enum outcome page_download(struct req *, const char *type, const char *file_name,
                           const void *bytes, size_t n) MUST;

/* The frame around a page of ours: header, skip link, footer with languages. */
struct frame_text {
	const char *title;             /* translated                                 */
	const char *css;               /* "telefon.css", "full.css"                  */
	const char *html_class;        /* "forvaltning", "rapport", or NULL          */
	const char *stream;            /* path of the event stream, or NULL          */
	bool always;                   /* keeps its stream when hidden (walls)       */
	bool bare;                     /* no header and footer                       */
};
enum outcome page_framed(struct req *, const struct frame_text *, struct html body) MUST;
/* The same of a page for those who plan and lead; `title` is translated. */
enum outcome page_staff(struct req *, const char *title, struct html body) MUST;

/* The token that a POST form from this reader must carry in the field "token". */
const char *page_token(struct req *);
/* The same for forms that may stand on any page but are sent to one without a samling or
 * a link in its path: language, logging out. */
const char *page_token_site(struct req *);
/* The same, for everybody who has joined a samling: goes into shared frames. */
const char *page_token_participants(struct site *, struct arena *, int64_t samling);

/* Number i of the path's braces as an id; 0, which nothing has, when it is none. */
int64_t page_param_id(const struct req *, size_t i);

/* An absolute address on this site. */
char *page_url(struct req *, const char *path);

void page_set_cookie(struct req *, const char *name, const char *value, int64_t seconds);
const char *page_cookie(struct req *, const char *name);

/* What app/drift/program.c gives to struct net_app. */
size_t page_body_limit(void *site, const struct http_request *);
void page_handle(void *site, const struct http_request *, struct http_reply *);
void page_refuse(void *site, int status, const struct http_request *, struct http_reply *);
bool page_commit(void *site);

#endif
