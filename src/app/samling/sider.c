#include "app/samling/sider.h"

#include <string.h>

#include "lib/arena.h"
#include "lib/utf8.h"

const char *samling_described(struct out *o, const struct form *f, const char *name,
                              const char *hint)
{
	bool wrong = form_error(f, name) != NULL;

	if (hint == NULL)
		return wrong ? arena_printf(o->buf.arena, "%s-f", name) : NULL;
	return wrong ? arena_printf(o->buf.arena, "%s-h %s-f", name, name)
	             : arena_printf(o->buf.arena, "%s-h", name);
}

int samling_too_long(const struct form *f, const char *name)
{
	for (size_t i = 0; i < f->n; i++) {
		const struct field *d = &f->field[i];
		bool text = d->kind == FIELD_TEXT || d->kind == FIELD_LINES;

		if (text && d->max > 0 && strcmp(d->name, name) == 0)
			return (int64_t)utf8_length(f->entry[i].text) > d->max ? (int)d->max : 0;
	}
	return 0;
}

enum outcome own_samling(struct req *r, struct samling **s)
{
	return samling_read(r->store, r->mem, r->samling, r->who.rights, s);
}

char *samling_path(struct req *r, const char *rest)
{
	return arena_printf(r->mem, "/samling/%lld%s", (long long)r->samling, rest);
}

static const struct field bare_fields[] = { FIELD_TOKEN, { 0 } };

#define S "/samling/{samling}"

const struct page samling_pages[] = {
	{ HTTP_GET,  "/samling/ny", RIGHT_STAFF, new_page, new_fields },
	{ HTTP_POST, "/samling/ny", RIGHT_STAFF, new_samling, new_fields_sent, new_page },
	{ HTTP_GET,  "/samling/importer", RIGHT_STAFF, import_page, import_fields },
	{ HTTP_POST, "/samling/importer", RIGHT_STAFF, import_samling, import_fields_sent,
	  import_page },

	{ HTTP_GET,  S, RIGHT_LEADER, plan_page, NULL },
	{ HTTP_GET,  S "/utskrift", RIGHT_CONTACT, print_page, NULL },
	{ HTTP_GET,  S "/eksport.json", RIGHT_LEADER, export_samling, NULL },
	{ HTTP_GET,  S "/kopier", RIGHT_LEADER, copy_page, copy_fields },
	{ HTTP_POST, S "/kopier", RIGHT_LEADER, copy_samling, copy_fields_sent, copy_page },
	{ HTTP_POST, S "/fase", RIGHT_LEADER, change_phase, phase_fields },
	{ HTTP_GET,  S "/om", RIGHT_LEADER, about_page, about_fields },
	{ HTTP_POST, S "/om", RIGHT_LEADER, about_save, about_fields_sent, about_page },
	{ HTTP_POST, S "/dag", RIGHT_LEADER, add_day, bare_fields },
	{ HTTP_POST, S "/dag/{nr}/slett", RIGHT_LEADER, delete_day, bare_fields },

	{ HTTP_GET,  S "/punkt/ny", RIGHT_LEADER, item_new_page, item_fields },
	{ HTTP_POST, S "/punkt/ny", RIGHT_LEADER, item_new, item_fields_sent, item_new_page },
	{ HTTP_GET,  S "/punkt/{punkt}", RIGHT_LEADER, item_page, item_fields },
	{ HTTP_POST, S "/punkt/hent", RIGHT_LEADER, item_fetch, item_fields_fetch },
	{ HTTP_POST, S "/punkt/{punkt}", RIGHT_LEADER, item_save, item_fields_sent, item_page },
	{ HTTP_POST, S "/punkt/{punkt}/flytt", RIGHT_LEADER, move_item, move_fields },
	{ HTTP_POST, S "/punkt/{punkt}/slett", RIGHT_LEADER, delete_item, bare_fields },

	{ HTTP_GET,  S "/navneliste", RIGHT_CONTACT, roster_page, roster_fields },
	{ HTTP_POST, S "/navneliste", RIGHT_CONTACT, roster_add, roster_fields_sent,
	  roster_page },
	{ HTTP_POST, S "/navneliste/fil", RIGHT_CONTACT, roster_file, roster_file_fields,
	  roster_page },
	{ HTTP_GET,  S "/frammoete", RIGHT_CONTACT, attendance_page, NULL },
	{ HTTP_POST, S "/frammoete", RIGHT_CONTACT, attendance_save, frammoete_fields },
	{ HTTP_POST, S "/frammoete/nullstill", RIGHT_CONTACT, attendance_clear, bare_fields },
	{ HTTP_GET,  S "/navneliste/{navn}", RIGHT_CONTACT, name_page, name_fields },
	{ HTTP_POST, S "/navneliste/{navn}", RIGHT_CONTACT, name_save, name_fields_sent,
	  name_page },
	{ HTTP_POST, S "/navneliste/{navn}/slett", RIGHT_CONTACT, name_delete, bare_fields },

	{ HTTP_GET,  S "/lenker", RIGHT_LEADER, links_page, link_fields },
	{ HTTP_POST, S "/lenker", RIGHT_LEADER, link_new, link_fields_sent, links_page },
	{ HTTP_POST, S "/lenker/{lenke}/tilbakekall", RIGHT_LEADER, link_revoke, bare_fields },
	{ HTTP_POST, S "/veiledere", RIGHT_LEADER, leader_add, leader_fields_sent, links_page },
	{ HTTP_POST, S "/veiledere/{person}/fjern", RIGHT_LEADER, leader_remove,
	  leader_gone_fields },
	{ 0 }
};
