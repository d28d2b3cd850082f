/* navneliste_frammoete.c - who of the roster is here today. */
#include <stdlib.h>
#include <string.h>

#include "app/samling/navneliste.h"
#include "app/samling/navneliste_frammoete.html.h"
#include "app/samling/navneliste_side.h"
#include "app/samling/sider.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/utf8.h"
#include "live/live.h"
#include "web/text.h"

bool attendee_present(const struct attendee *p)
{
	switch (p->said) {
	case PRESENCE_UNSAID:
		return p->phone;
	case PRESENCE_PRESENT:
		return true;
	case PRESENCE_AWAY:
	case PRESENCE__MAX:
		return false;
	}
	return false;
}

struct keyed { struct attendee who; const char *key; };

static int by_name(const void *a, const void *b)
{
	const struct keyed *x = a, *y = b;

	if (x->who.role != y->who.role)
		return x->who.role < y->who.role ? -1 : 1;
	return strcmp(x->key, y->key);
}

static struct attendee attendee_of(const struct row *row)
{
	return (struct attendee){
		.id = row_int(row, navneliste_frammoete__id),
		.name = row_text(row, navneliste_frammoete__navn),
		.party = row_text(row, navneliste_frammoete__parti),
		.post = row_text(row, navneliste_frammoete__stilling),
		.role = (enum role)row_int(row, navneliste_frammoete__rolle),
		.gender = row_text(row, navneliste_frammoete__kjoenn)[0],
		.born = (int)row_int(row, navneliste_frammoete__foedt),
		.new = row_int(row, navneliste_frammoete__ny) != 0,
		.said = (enum presence)row_int(row, navneliste_frammoete__frammoete),
		.phone = row_int(row, navneliste_frammoete__telefon) != 0,
	};
}

enum outcome people_all(struct store *st, struct arena *mem, int64_t samling,
                        struct people *out)
{
	struct rows rows;
	struct keyed *k;
	enum outcome went = RUN(st, mem, &rows, navneliste_frammoete, .samling = v_int(samling));

	if (went != OUTCOME_OK)
		return went;
	k = arena_array(mem, rows.n, sizeof *k);
	*out = (struct people){ .person = arena_array(mem, rows.n, sizeof *out->person),
	                        .n = rows.n };
	for (size_t i = 0; i < rows.n; i++) {
		k[i].who = attendee_of(&rows.row[i]);
		k[i].key = utf8_sort_key(mem, k[i].who.name);
	}
	if (rows.n > 0)
		qsort(k, rows.n, sizeof *k, by_name);
	for (size_t i = 0; i < rows.n; i++)
		out->person[i] = k[i].who;
	return OUTCOME_OK;
}

/* ---- the page ---- */

/* As many boxes as there are names, so they are read from the body: her=<id> for each that is
 * ticked, and vist=<id>-<id>... for those that were when the page was drawn.  Only what was
 * changed on the page is written: two who tick at the same time do not undo each other. */
const struct field frammoete_fields[] = { FIELD_TOKEN, { 0 } };

struct ticks { int64_t *id; size_t n; };

static void take_ids(struct ticks *t, char *at)
{
	while (at != NULL && *at != '\0' && t->n < ROSTER_ROWS_MAX) {
		char *from = at;
		int64_t id = strtoll(from, &at, 10);

		if (at == from)
			return;
		t->id[t->n++] = id;
		at += *at == '-';
	}
}

/* `name` with its "=". */
static struct ticks ticks_named(struct req *r, const char *name)
{
	struct ticks t = { arena_array(r->mem, ROSTER_ROWS_MAX, sizeof *t.id), 0 };
	size_t len = strlen(name), n;

	for (const char *p = r->http->body; *p != '\0'; p += n, p += *p == '&') {
		n = strcspn(p, "&");
		if (n > len && strncmp(p, name, len) == 0)
			take_ids(&t, form_decode(r->mem, p + len, n - len, true));
	}
	return t;
}

static bool ticked(const struct ticks *t, int64_t id)
{
	for (size_t i = 0; i < t->n; i++)
		if (t->id[i] == id)
			return true;
	return false;
}

/* Who is not ticked is only said to be away when a phone says the name: then the phone would
 * count otherwise.  Anybody else may still come, and is here when their phone says so. */
static enum outcome say(struct req *r, const struct attendee *p, bool here)
{
	enum presence said = here ? PRESENCE_PRESENT : p->phone ? PRESENCE_AWAY : PRESENCE_UNSAID;

	return RUN(r->store, r->mem, NULL, navneliste_frammoete_sett, .id = v_int(p->id),
	           .samling = v_int(r->samling), .frammoete = v_int(said));
}

char *attendance_shown(struct arena *mem, const struct people *p)
{
	struct buf b = buf_in(mem);

	buf_puts(&b, "");
	for (size_t i = 0; i < p->n; i++)
		if (attendee_present(&p->person[i]))
			buf_printf(&b, "%s%lld", b.n > 0 ? "-" : "", (long long)p->person[i].id);
	return b.p;
}

enum outcome attendance_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);
	struct samling *s;
	struct people people;
	enum outcome went = own_samling(r, &s);

	if (went == OUTCOME_OK)
		went = people_all(r->store, r->mem, r->samling, &people);
	if (went != OUTCOME_OK)
		return went;
	t_navneliste_frammoete(&o, r, s, &people);
	return page_staff(r, tr(r->lang, N_("Hvem er her?")), out_html(&o));
}

enum outcome attendance_save(struct req *r)
{
	struct ticks here = ticks_named(r, "her="), shown = ticks_named(r, "vist=");
	struct people people;
	enum outcome went = people_all(r->store, r->mem, r->samling, &people);

	for (size_t i = 0; went == OUTCOME_OK && i < people.n; i++) {
		bool now = ticked(&here, people.person[i].id);

		if (now != ticked(&shown, people.person[i].id))
			went = say(r, &people.person[i], now);
	}
	if (went == OUTCOME_OK)
		went = samling_changed(r, VIEW_BIT(VIEW_CONSOLE));
	return went == OUTCOME_OK ? page_redirect(r, samling_path(r, "/frammoete")) : went;
}

/* A new day begins with nobody, but for the phones. */
enum outcome attendance_clear(struct req *r)
{
	enum outcome went = RUN(r->store, r->mem, NULL, navneliste_frammoete_ingen,
	                        .samling = v_int(r->samling));

	if (went == OUTCOME_OK)
		went = samling_changed(r, VIEW_BIT(VIEW_CONSOLE));
	return went == OUTCOME_OK ? page_redirect(r, samling_path(r, "/frammoete")) : went;
}
