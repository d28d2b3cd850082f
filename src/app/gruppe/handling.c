/* handling.c - what people do in their groups, and leaders to them. */
#include <stdlib.h>
#include <string.h>

#include "app/gruppe/gruppe.h"
#include "app/telefon/telefon.h"
#include "lib/arena.h"
#include "lib/utf8.h"
#include "live/live.h"
#include "web/site.h"
#include "web/text.h"

static struct value seat_of(const struct req *r)
{
	return v_blob(r->who.participant, SEAT_BYTES);
}

/* The group that this phone sits in; NULL: none. */
static enum outcome own_group(struct req *r, const struct activity *a, const struct group **g)
{
	const struct division *d = a->state;
	const struct group_member *m;
	struct rows rows;
	enum outcome went;

	*g = r->who.participant_name != 0 ?
	     group_of_name(d, r->who.participant_name, &m) : NULL;
	if (*g != NULL)
		return OUTCOME_OK;
	went = RUN(r->store, r->mem, &rows, gruppetelefon_min, .punkt = v_int(a->id),
	           .deltaker = seat_of(r));
	if (went == OUTCOME_OK && rows.n > 0)
		*g = group_nr(d, row_int(&rows.row[0], gruppetelefon_min__gruppe));
	return went;
}

/* ---- the pen ---- */

static enum outcome take_pen(struct req *r, const struct activity *a, bool anyway)
{
	const struct group *g;
	enum outcome went = own_group(r, a, &g);

	if (went != OUTCOME_OK || g == NULL)
		return went != OUTCOME_OK ? went : OUTCOME_CONFLICT;
	went = RUN(r->store, r->mem, NULL, gruppe_penn, .punkt = v_int(a->id),
	           .gruppe = v_int(g->nr), .deltaker = seat_of(r), .likevel = v_int(anyway));
	if (went == OUTCOME_OK && store_changed(r->store) == 0)
		return OUTCOME_CONFLICT;
	return went == OUTCOME_OK ? samling_changed(r, VIEW_EVERY) : went;
}

static enum outcome pen(struct req *r, const struct activity *a, const char *arg,
                        const char **message)
{
	(void)arg, (void)message;
	return take_pen(r, a, false);
}

static enum outcome pen_anyway(struct req *r, const struct activity *a, const char *arg,
                               const char **message)
{
	(void)arg, (void)message;
	return take_pen(r, a, true);
}

static enum outcome put_pen_down(struct req *r, const struct activity *a,
                                 const struct group *but)
{
	return RUN(r->store, r->mem, NULL, gruppe_penn_ned, .punkt = v_int(a->id),
	           .deltaker = seat_of(r), .unntatt = but != NULL ? v_int(but->nr) : v_null());
}

static enum outcome pen_down(struct req *r, const struct activity *a, const char *arg,
                             const char **message)
{
	enum outcome went = put_pen_down(r, a, NULL);

	(void)arg, (void)message;
	return went == OUTCOME_OK ? samling_changed(r, VIEW_EVERY) : went;
}

/* ---- the points ---- */

static bool too_long(const char *text, int letters)
{
	return utf8_length(text) > (size_t)letters;
}

static enum outcome write_points(struct req *r, const struct activity *a, const struct group *g,
                                 const struct form_entry *texts)
{
	enum outcome went = OUTCOME_OK;
	size_t i;

	for (i = 0; went == OUTCOME_OK && i < texts->n_many; i++)
		went = RUN(r->store, r->mem, NULL, gruppe_punkt_skriv, .punkt = v_int(a->id),
		           .side = v_int(g->side), .tekst = v_text(texts->many[i]),
		           .gruppe = v_int(g->nr), .felt = v_int((int64_t)i));
	if (went == OUTCOME_OK)
		went = RUN(r->store, r->mem, NULL, gruppe_punkter_fra, .punkt = v_int(a->id),
		           .gruppe = v_int(g->nr), .felt = v_int((int64_t)i));
	return went == OUTCOME_OK ? samling_changed(r, VIEW_EVERY) : went;
}

static enum outcome keep(struct req *r, const struct activity *a, const struct group *g,
                         const char **message)
{
	const struct form_entry *texts = form_entry(&r->form, "tekst");
	int letters = (int)json_integer_value(json_object_get(a->config, "tegn"));
	size_t most = (size_t)json_integer_value(json_object_get(a->config, "punkter"));

	if (texts->n_many > most)
		*message = N_("Det er for mange punkter. Slå sammen eller velg bort.");
	for (size_t i = 0; *message == NULL && i < texts->n_many; i++)
		if (too_long(texts->many[i], letters))
			*message = N_("Et av punktene er for langt. Kort det ned.");
	return *message != NULL ? OUTCOME_INVALID : write_points(r, a, g, texts);
}

/* All the points of the group, in order; those left empty are gone. */
static enum outcome save(struct req *r, const struct activity *a, const char *arg,
                         const char **message)
{
	const struct group *g;
	enum outcome went = own_group(r, a, &g);

	(void)arg;
	if (went != OUTCOME_OK)
		return went;
	if (g == NULL || g->pen == NULL || memcmp(g->pen, r->who.participant, SEAT_BYTES) != 0) {
		*message = N_("Det er en annen som skriver for gruppen nå. Teksten din er ikke "
		              "lagret, men står fortsatt her.");
		return OUTCOME_INVALID;
	}
	return keep(r, a, g, message);
}

/* After being told that somebody else writes now. */
static enum outcome save_anyway(struct req *r, const struct activity *a, const char *arg,
                                const char **message)
{
	const struct group *g;
	enum outcome went = own_group(r, a, &g);

	(void)arg;
	if (went == OUTCOME_OK)
		went = take_pen(r, a, true);
	return went == OUTCOME_OK ? keep(r, a, g, message) : went;
}

/* ---- who and where ---- */

static int64_t chosen(const struct req *r)
{
	const struct form_entry *e = form_entry(&r->form, "tekst");

	return e->n_many > 0 ? strtoll(e->many[0], NULL, 10) : 0;
}

static enum outcome say_name(struct req *r, const struct activity *a, const char *arg,
                             const char **message)
{
	int64_t name = chosen(r);
	enum outcome went = RUN(r->store, r->mem, NULL, gruppe_navn_sett, .navn = v_int(name),
	                        .deltaker = seat_of(r));

	(void)arg;
	if (went == OUTCOME_OK && store_changed(r->store) == 0) {
		*message = N_("Velg navnet ditt fra listen.");
		return OUTCOME_INVALID;
	}
	r->who.participant_name = name;
	if (went == OUTCOME_OK)
		went = put_pen_down(r, a, NULL);
	if (went == OUTCOME_OK)
		went = RUN(r->store, r->mem, NULL, gruppetelefon_slett, .punkt = v_int(a->id),
		           .deltaker = seat_of(r));
	if (went == OUTCOME_OK)
		went = groups_place(r, a, name);
	return went == OUTCOME_OK ? samling_changed(r, VIEW_EVERY) : went;
}

/* "Jeg sitter i gruppe 4": for a phone that does not say who it is. */
static enum outcome say_group(struct req *r, const struct activity *a, const char *arg,
                              const char **message)
{
	const struct group *g = group_nr(a->state, chosen(r));
	enum outcome went;

	(void)arg;
	if (g == NULL) {
		*message = N_("Velg gruppen du sitter i.");
		return OUTCOME_INVALID;
	}
	went = put_pen_down(r, a, g);
	if (went == OUTCOME_OK)
		went = RUN(r->store, r->mem, NULL, gruppetelefon_sett, .punkt = v_int(a->id),
		           .deltaker = seat_of(r), .gruppe = v_int(g->nr));
	return went == OUTCOME_OK ? samling_changed(r, VIEW_EVERY) : went;
}

static enum outcome find_place(struct req *r, const struct activity *a, const char *arg,
                               const char **message)
{
	const struct group *g;
	enum outcome went = own_group(r, a, &g);

	(void)arg, (void)message;
	if (went == OUTCOME_OK && g == NULL)
		went = groups_place(r, a, r->who.participant_name);
	return went == OUTCOME_OK ? samling_changed(r, VIEW_EVERY) : went;
}

/* ---- leaders ---- */

static enum outcome make(struct req *r, const struct activity *a, const char *arg,
                         const char **message)
{
	return groups_make(r, a, strtoll(arg, NULL, 10), message);
}

/* "steg 2 4": from the step that was seen to another. */
static enum outcome go(struct req *r, const struct activity *a, const char *arg,
                       const char **message)
{
	char *end;
	long from = strtol(arg, &end, 10), to = strtol(end, &end, 10);
	enum outcome went;

	if (*end != '\0' || to < STEP_MAKE || to > STEP_PLENARY + GROUPS_MAX)
		return OUTCOME_CONFLICT;
	went = groups_go(r, a, (int)from, (int)to);
	if (went == OUTCOME_INVALID)
		*message = r->form.message;
	return went;
}

static enum outcome place_late(struct req *r, const struct activity *a, const char *arg,
                               const char **message)
{
	enum outcome went = groups_place_late(r, a);

	(void)arg, (void)message;
	return went == OUTCOME_OK ? samling_changed(r, VIEW_EVERY) : went;
}

/* `folded` must be something that was written here. */
static enum outcome judge(struct req *r, const struct activity *a, const char *folded,
                          enum verdict verdict)
{
	const struct division *d = a->state;

	for (size_t g = 0; g < d->n; g++)
		for (size_t i = 0; i < d->group[g].n_point; i++)
			if (strcmp(d->group[g].point[i].folded, folded) == 0)
				return text_judge(r, a, folded, verdict);
	return OUTCOME_CONFLICT;
}

static enum outcome hide(struct req *r, const struct activity *a, const char *arg,
                         const char **message)
{
	(void)message;
	return judge(r, a, arg, VERDICT_HIDDEN);
}

static enum outcome show(struct req *r, const struct activity *a, const char *arg,
                         const char **message)
{
	(void)message;
	return judge(r, a, arg, VERDICT_APPROVED);
}

const struct kind_act group_acts[] = {
	{ "penn",        RIGHT_PARTICIPANT, pen },
	{ "penn_over",   RIGHT_PARTICIPANT, pen_anyway },
	{ "penn_ned",    RIGHT_PARTICIPANT, pen_down },
	{ "lagre",       RIGHT_PARTICIPANT, save },
	{ "lagre_over",  RIGHT_PARTICIPANT, save_anyway },
	{ "jeg_er",      RIGHT_PARTICIPANT, say_name },
	{ "sitter_i",    RIGHT_PARTICIPANT, say_group },
	{ "finn_plass",  RIGHT_PARTICIPANT, find_place },
	{ "grupper_lag", RIGHT_LEADER,      make },
	{ "steg",        RIGHT_LEADER,      go },
	{ "sene_inn",    RIGHT_LEADER,      place_late },
	{ "punkt_skjul", RIGHT_LEADER,      hide },
	{ "punkt_vis",   RIGHT_LEADER,      show },
	{ NULL }
};
