/* be_om.c - a phone asks for the floor, and withdraws. */
#include <stdlib.h>
#include <string.h>

#include "app/taler/inside.h"
#include "lib/arena.h"
#include "lib/utf8.h"
#include "live/live.h"
#include "web/text.h"

const struct roster_choice *rostrum_known(struct arena *mem, const struct rostrum_view *v,
                                          const char *name)
{
	const char *fold = utf8_fold(mem, name);

	for (size_t i = 0; i < v->n_choice; i++)
		if (strcmp(utf8_fold(mem, v->choice[i].name), fold) == 0)
			return &v->choice[i];
	return NULL;
}

enum outcome rostrum_add(struct req *r, const struct activity *a, const struct newcomer *who)
{
	const struct rostrum *l = a->state;
	bool speech = who->speech == SPEECH_INNLEGG;
	int64_t subject = speech ? 0 : speaker_subject(l->who, l->n);

	return RUN(r->store, r->mem, NULL, taler_ny, .punkt = v_int(a->id),
	           .navn = who->name != NULL ? v_int(who->name->id) : v_null(),
	           .tekst = v_text(who->name != NULL ? "" : who->said),
	           .deltaker = who->seat != NULL ? v_blob(who->seat, SEAT_BYTES) : v_null(),
	           .rolle = v_int(who->name != NULL ? who->name->role : who->role),
	           .slag = v_int(who->speech),
	           .svar_paa = subject != 0 ? v_int(subject) : v_null(),
	           .sekunder = v_int(config_int(a->config, speech ? "sekunder" : "replikk")));
}

/* A name from the list comes as "#17", a written one as it is.  What was written here before
 * holds until something else is. */
static const char *typed(struct req *r, const struct rostrum *l)
{
	const struct form_entry *e = form_entry(&r->form, "tekst");

	for (size_t i = 0; i < e->n_many; i++) {
		const char *said = utf8_clean(r->mem, e->many[i], false);

		if (said != NULL && said[0] != '\0' && said[0] != '#')
			return said;
	}
	for (size_t i = l->n; i-- > 0;)
		if (l->row[i].name == 0 && rostrum_own(&l->row[i], r->who.participant, 0))
			return l->row[i].said;
	return NULL;
}

static const struct roster_choice *by_id(const struct rostrum_view *v, int64_t id)
{
	for (size_t i = 0; i < v->n_choice; i++)
		if (v->choice[i].id == id)
			return &v->choice[i];
	return NULL;
}

/* The name on the roster that this phone has said, now or before; or NULL. */
static const struct roster_choice *chosen(struct req *r, const struct rostrum *l,
                                          const struct rostrum_view *v)
{
	const struct form_entry *e = form_entry(&r->form, "tekst");
	const struct roster_choice *found = by_id(v, r->who.participant_name);

	for (size_t i = 0; found == NULL && i < e->n_many; i++)
		if (e->many[i][0] == '#')
			found = by_id(v, strtoll(e->many[i] + 1, NULL, 10));
	for (size_t i = l->n; found == NULL && i-- > 0;)
		if (rostrum_own(&l->row[i], r->who.participant, 0))
			found = by_id(v, l->row[i].name);
	return found;
}

/* Who asks: false, with *message, when that must be said first. */
static bool identify(struct req *r, const struct rostrum *l, const struct rostrum_view *v,
                     struct newcomer *who, const char **message)
{
	who->name = chosen(r, l, v);
	if (who->name != NULL)
		return true;
	who->said = typed(r, l);
	if (who->said == NULL) {
		*message = v->n_choice > 0 ? N_("Velg navnet ditt, eller skriv hva du heter.") :
		                             N_("Skriv hva du heter.");
		return false;
	}
	if (utf8_length(who->said) > SPEAKER_NAME_MAX) {
		*message = N_("Navnet er for langt. Kort det ned.");
		return false;
	}
	who->name = rostrum_known(r->mem, v, who->said);
	return true;
}

/* Why this phone may not ask in that form now; NULL: it may. */
static const char *barred(const struct activity *a, enum speech speech)
{
	const struct rostrum *l = a->state;
	int64_t subject = speaker_subject(l->who, l->n);

	if (!config_flag(a->config, "telefon"))
		return N_("Her er det møtelederen som gir ordet. Rekk opp hånda.");
	switch (speech) {
	case SPEECH_INNLEGG:
		return l->closed ? N_("Det er satt strek, så det tas ikke imot flere innlegg.") :
		                   NULL;
	case SPEECH_REPLIKK:
	case SPEECH_SAKSOPPLYSNING:
		if (speech == SPEECH_SAKSOPPLYSNING && !config_flag(a->config, "orden"))
			return N_("Saksopplysning tas ikke imot fra telefonen her.");
		if (subject == 0)
			return N_("Det er ikke noe innlegg å svare på akkurat nå.");
		return speaker_replies(l->who, l->n, subject) <
		       (size_t)config_int(a->config, "replikker") ? NULL :
		       N_("Det er ikke plass til flere replikker til dette innlegget.");
	case SPEECH_FORRETNINGSORDEN:
	case SPEECH__MAX:
		return config_flag(a->config, "orden") ? NULL :
		       N_("Ønsker til forretningsorden tas ikke imot fra telefonen her.");
	}
	return NULL;
}

enum outcome rostrum_ask(struct req *r, const struct activity *a, const char *arg,
                         const char **message)
{
	const struct rostrum *l = a->state;
	struct rostrum_view v = { .list = l };
	struct newcomer who = { .seat = r->who.participant, .role = r->who.participant_role };
	enum outcome went;

	if (!speech_find(arg, &who.speech))
		return OUTCOME_NOT_FOUND;
	went = rostrum_choices(r->store, r->mem, a->samling, &who.role, &v);
	if (went != OUTCOME_OK)
		return went;
	*message = barred(a, who.speech);
	if (*message != NULL || !identify(r, l, &v, &who, message))
		return OUTCOME_INVALID;
	if (rostrum_waiting(l, who.seat, who.name != NULL ? who.name->id : 0,
	                    who.speech != SPEECH_INNLEGG) != NO_SPEAKER)
		return OUTCOME_OK;      /* one place for one person */
	went = rostrum_add(r, a, &who);
	return went == OUTCOME_OK ? samling_changed(r, VIEW_EVERY) : went;
}

enum outcome rostrum_withdraw(struct req *r, const struct activity *a, const char *arg,
                              const char **message)
{
	const struct rostrum *l = a->state;
	int64_t id = strtoll(arg, NULL, 10);
	enum outcome went;

	(void)message;
	for (size_t i = 0; i < l->n_queue; i++) {
		size_t at = l->queue[i];

		if (l->who[at].id != id)
			continue;
		if (!rostrum_own(&l->row[at], r->who.participant, r->who.participant_name))
			return OUTCOME_FORBIDDEN;
		went = RUN(r->store, r->mem, NULL, taler_slett, .id = v_int(id));
		return went == OUTCOME_OK ? samling_changed(r, VIEW_EVERY) : went;
	}
	return OUTCOME_OK;              /* it is gone, or has the floor */
}
