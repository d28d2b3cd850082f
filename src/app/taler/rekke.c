/* rekke.c - the chair's queue: who is put on it, in what order, and taken off. */
#include <stdlib.h>
#include <string.h>

#include "app/samling/navneliste.h"
#include "app/taler/lede.h"
#include "lib/arena.h"
#include "lib/utf8.h"
#include "live/live.h"
#include "web/text.h"

#define GROUPS_MAX 40

/* ---- onto it ---- */

static bool on_list(const struct rostrum *l, int64_t name)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->row[i].name == name)
			return true;
	return false;
}

struct sorted { int64_t id; enum role role; const char *party, *name; size_t place; };

static int in_order(const void *a, const void *b)
{
	const struct sorted *x = a, *y = b;
	int parties;

	if (x->role != y->role)
		return x->role < y->role ? -1 : 1;
	parties = strcmp(x->party, y->party);
	return parties != 0 ? parties : strcmp(x->name, y->name);
}

/* Administration and others have no party to be sorted by. */
static const char *party_key(struct arena *mem, enum role role, const char *party, bool parties)
{
	return parties && role == ROLE_FOLKEVALGT ? utf8_sort_key(mem, party) : "";
}

/* Those who are here; where nobody has said who is, all but those who are away: a few phones
 * with names are not a whole hall. */
static enum outcome read_here(struct req *r, const struct activity *a, struct people *here)
{
	bool said = false;
	size_t n = 0;
	enum outcome went = people_all(r->store, r->mem, a->samling, here);

	for (size_t i = 0; went == OUTCOME_OK && i < here->n; i++)
		said = said || here->person[i].said == PRESENCE_PRESENT;
	for (size_t i = 0; went == OUTCOME_OK && i < here->n; i++)
		if (said ? attendee_present(&here->person[i]) :
		    here->person[i].said != PRESENCE_AWAY)
			here->person[n++] = here->person[i];
	here->n = went == OUTCOME_OK ? n : 0;
	return went;
}

enum outcome rostrum_fetch(struct req *r, const struct activity *a)
{
	bool parties = config_flag(a->config, "partivis");
	struct sorted *in;
	struct people here;
	enum outcome went = read_here(r, a, &here);

	if (went != OUTCOME_OK)
		return went;
	in = arena_array(r->mem, here.n, sizeof *in);
	for (size_t i = 0; i < here.n; i++) {
		const struct attendee *p = &here.person[i];

		in[i] = (struct sorted){ p->id, p->role,
		                         party_key(r->mem, p->role, p->party, parties),
		                         utf8_sort_key(r->mem, p->name), i };
	}
	if (here.n > 0)
		qsort(in, here.n, sizeof *in, in_order);
	for (size_t i = 0; went == OUTCOME_OK && i < here.n; i++) {
		const struct roster_choice name = { .id = in[i].id, .role = in[i].role };

		if (!on_list(a->state, in[i].id))
			went = rostrum_add(r, a, &(struct newcomer){ .name = &name });
	}
	return went;
}

enum outcome rostrum_fetch_act(struct req *r, const struct activity *a, const char *arg,
                               const char **message)
{
	enum outcome went = rostrum_fetch(r, a);

	(void)arg, (void)message;
	return went == OUTCOME_OK ? samling_changed(r, VIEW_EVERY) : went;
}

/* "Gruppe 1-9" is one place for each; anything else is one place.  *first .. *last are the
 * numbers, *stem what stands before them. */
static bool numbered(struct arena *mem, const char *text, const char **stem, long *first,
                     long *last)
{
	size_t n = strlen(text), at;
	char *end;

	for (at = n; at > 0 && strchr("0123456789-", text[at - 1]) != NULL;)
		at--;
	*first = strtol(text + at, &end, 10);
	if (at == 0 || at == n || *end != '-' || *first < 1)
		return false;
	*last = strtol(end + 1, &end, 10);
	*stem = arena_strndup(mem, text, at);
	return *end == '\0' && *last > *first && *last - *first < GROUPS_MAX;
}

static enum outcome put_one(struct req *r, const struct activity *a,
                            const struct rostrum_view *v, const char *said, enum speech speech)
{
	const struct newcomer who = { .name = rostrum_known(r->mem, v, said), .said = said,
	                              .role = ROLE_ANNET, .speech = speech };

	if (who.name != NULL && rostrum_waiting(a->state, NULL, who.name->id,
	                                        speech != SPEECH_INNLEGG) != NO_SPEAKER)
		return OUTCOME_OK;
	return rostrum_add(r, a, &who);
}

enum outcome rostrum_put(struct req *r, const struct activity *a, const char *arg,
                         const char **message)
{
	const char *said = utf8_clean(r->mem, form_text(&r->form, "tekst"), false), *stem;
	const struct rostrum *l = a->state;
	struct rostrum_view v = { .list = l };
	enum speech speech;
	long first, last;
	enum outcome went;

	if (!speech_find(arg, &speech) || (l->presents && speech != SPEECH_INNLEGG))
		return OUTCOME_NOT_FOUND;
	if (said == NULL || said[0] == '\0' || utf8_length(said) > SPEAKER_NAME_MAX) {
		*message = said != NULL && said[0] != '\0' ?
		           N_("Navnet er for langt. Kort det ned.") :
		           N_("Skriv hvem som skal ha ordet: et navn, eller «Gruppe 3».");
		return OUTCOME_INVALID;
	}
	went = rostrum_choices(r->store, r->mem, a->samling, NULL, &v);
	if (!numbered(r->mem, said, &stem, &first, &last))
		went = went == OUTCOME_OK ? put_one(r, a, &v, said, speech) : went;
	else
		for (long i = first; went == OUTCOME_OK && i <= last; i++)
			went = put_one(r, a, &v, arena_printf(r->mem, "%s%ld", stem, i), speech);
	return went == OUTCOME_OK ? samling_changed(r, VIEW_EVERY) : went;
}

/* ---- the order ---- */

static enum outcome write_order(struct req *r, const struct rostrum *l, const size_t *queue)
{
	enum outcome went = OUTCOME_OK;

	for (size_t i = 0; went == OUTCOME_OK && i < l->n_queue; i++)
		went = RUN(r->store, r->mem, NULL, taler_plass, .plass = v_int((int64_t)i + 1),
		           .id = v_int(l->who[queue[i]].id));
	return went == OUTCOME_OK ? samling_changed(r, VIEW_EVERY) : went;
}

enum outcome rostrum_sort(struct req *r, const struct activity *a, const char *arg,
                          const char **message)
{
	const struct rostrum *l = a->state;
	bool parties = strcmp(arg, "parti") == 0;
	struct sorted *in = arena_array(r->mem, l->n_queue, sizeof *in);
	size_t *queue = arena_array(r->mem, l->n_queue, sizeof *queue);

	(void)message;
	if (!parties && strcmp(arg, "navn") != 0)
		return OUTCOME_NOT_FOUND;
	for (size_t i = 0; i < l->n_queue; i++) {
		size_t at = l->queue[i];

		in[i] = (struct sorted){ 0, l->who[at].role,
		                         party_key(r->mem, l->who[at].role, l->row[at].party,
		                                   parties),
		                         utf8_sort_key(r->mem, l->row[at].said), at };
	}
	if (l->n_queue > 0)
		qsort(in, l->n_queue, sizeof *in, in_order);
	for (size_t i = 0; i < l->n_queue; i++)
		queue[i] = in[i].place;
	return write_order(r, l, queue);
}

enum outcome rostrum_place(struct req *r, const struct activity *a, const char *arg,
                           const char **message)
{
	const struct rostrum *l = a->state;
	size_t *queue = arena_array(r->mem, l->n_queue, sizeof *queue);
	size_t who = rostrum_find(l, arg, &arg);
	char *end;
	unsigned long from = strtoul(arg, &end, 10), to = strtoul(end, NULL, 10);

	(void)message;
	if (who == NO_SPEAKER || from >= l->n_queue || l->queue[from] != who)
		return OUTCOME_CONFLICT;
	memcpy(queue, l->queue, l->n_queue * sizeof *queue);
	speaker_move(l->who, queue, l->n_queue, from, to < l->n_queue ? to : l->n_queue - 1);
	return write_order(r, l, queue);
}

enum outcome rostrum_remove(struct req *r, const struct activity *a, const char *arg,
                            const char **message)
{
	const struct rostrum *l = a->state;
	size_t who = rostrum_find(l, arg, &arg);
	enum outcome went;

	(void)message;
	if (who == NO_SPEAKER || l->who[who].phase != SPEAKER_WAITING)
		return OUTCOME_CONFLICT;
	went = RUN(r->store, r->mem, NULL, taler_slett, .id = v_int(l->who[who].id));
	return went == OUTCOME_OK ? samling_changed(r, VIEW_EVERY) : went;
}

/* ---- what is set for the list ---- */

enum outcome rostrum_close(struct req *r, const struct activity *a, const char *arg,
                           const char **message)
{
	bool on = strcmp(arg, "1") == 0;
	enum outcome went = RUN(r->store, r->mem, NULL, taler_strek, .punkt = v_int(a->id),
	                        .strek = v_int(on));

	(void)message;
	if (went == OUTCOME_OK)
		went = samling_note(r, on ? "strek_satt" : "strek_opphevet", a->title);
	return went == OUTCOME_OK ? samling_changed(r, VIEW_EVERY) : went;
}

enum outcome rostrum_show_sums(struct req *r, const struct activity *a, const char *arg,
                               const char **message)
{
	enum outcome went = RUN(r->store, r->mem, NULL, taler_tid, .punkt = v_int(a->id),
	                        .vist = v_int(strcmp(arg, "1") == 0));

	(void)message;
	return went == OUTCOME_OK ? samling_changed(r, VIEW_EVERY) : went;
}
