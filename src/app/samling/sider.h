/* sider.h - the pages of this feature, for its own table. */
#ifndef APP_SAMLING_SIDER_H
#define APP_SAMLING_SIDER_H

#include "app/samling/samling.h"
#include "web/page.h"

/* The ids that aria-describedby of a field names: its hint and its error; NULL: none. */
const char *samling_described(struct out *, const struct form *, const char *name,
                              const char *hint);

/* How many letters a text field has room for, when it got more; else 0. */
int samling_too_long(const struct form *, const char *name);

/* The samling of the request, with what its rights may see. */
enum outcome own_samling(struct req *, struct samling **) MUST;

/* The path "/samling/<id>" and what follows it. */
char *samling_path(struct req *, const char *rest);

extern const struct field new_fields[], new_fields_sent[];
enum outcome new_page(struct req *) MUST;
enum outcome new_samling(struct req *) MUST;

extern const struct field import_fields[], import_fields_sent[];
enum outcome import_page(struct req *) MUST;
enum outcome import_samling(struct req *) MUST;

extern const struct field copy_fields[], copy_fields_sent[];
enum outcome copy_page(struct req *) MUST;
enum outcome copy_samling(struct req *) MUST;
enum outcome export_samling(struct req *) MUST;

extern const struct field phase_fields[], move_fields[];
enum outcome plan_page(struct req *) MUST;
enum outcome print_page(struct req *) MUST;
enum outcome change_phase(struct req *) MUST;
enum outcome move_item(struct req *) MUST;
enum outcome delete_item(struct req *) MUST;

extern const struct field about_fields[], about_fields_sent[];
enum outcome about_page(struct req *) MUST;
enum outcome about_save(struct req *) MUST;
enum outcome add_day(struct req *) MUST;
enum outcome delete_day(struct req *) MUST;

extern const struct field item_fields[], item_fields_sent[], item_fields_fetch[];
enum outcome item_page(struct req *) MUST;
enum outcome item_save(struct req *) MUST;
enum outcome item_fetch(struct req *) MUST;
enum outcome item_new_page(struct req *) MUST;
enum outcome item_new(struct req *) MUST;

extern const struct field roster_fields[], roster_fields_sent[], roster_file_fields[],
	name_fields[], name_fields_sent[], frammoete_fields[];
enum outcome roster_page(struct req *) MUST;
enum outcome roster_add(struct req *) MUST;
enum outcome roster_file(struct req *) MUST;
enum outcome attendance_page(struct req *) MUST;
enum outcome attendance_save(struct req *) MUST;
enum outcome attendance_clear(struct req *) MUST;
enum outcome name_page(struct req *) MUST;
enum outcome name_save(struct req *) MUST;
enum outcome name_delete(struct req *) MUST;

extern const struct field link_fields[], link_fields_sent[], leader_fields_sent[],
	leader_gone_fields[];
enum outcome links_page(struct req *) MUST;
enum outcome link_new(struct req *) MUST;
enum outcome link_revoke(struct req *) MUST;
enum outcome leader_add(struct req *) MUST;
enum outcome leader_remove(struct req *) MUST;

#endif
