/* tegning.c - the rostrum in words and numbers. */
#include <stdlib.h>
#include <string.h>

#include "app/samling/navneliste.h"
#include "app/taler/inside.h"
#include "app/taler/taler.html.h"
#include "app/taler/panel.html.h"
#include "lib/arena.h"
#include "lib/utf8.h"
#include "web/text.h"

static const struct { const char *name, *label; } forms[SPEECH__MAX] = {
	[SPEECH_INNLEGG] = { "innlegg", N_("innlegg") },
	[SPEECH_REPLIKK] = { "replikk", N_("replikk") },
	[SPEECH_SAKSOPPLYSNING] = { "saksopplysning", N_("saksopplysning") },
	[SPEECH_FORRETNINGSORDEN] = { "forretningsorden", N_("til forretningsorden") },
};

bool speech_find(const char *name, enum speech *speech)
{
	for (int i = 0; i < SPEECH__MAX; i++)
		if (strcmp(forms[i].name, name) == 0) {
			*speech = (enum speech)i;
			return true;
		}
	return false;
}

const char *speech_label(enum speech speech)
{
	return forms[speech].label;
}

const char *speaker_asked(const json_t *config, enum role role)
{
	const char *own = role == ROLE_ADMINISTRASJON ? config_text(config, "tekst_adm") : "";

	return own[0] != '\0' ? own : config_text(config, "tekst");
}

char *speaker_clock(struct arena *mem, int64_t left_ms)
{
	int64_t s = speaker_seconds(left_ms);
	bool over = s < 0;

	s = over ? -s : s;
	return arena_printf(mem, "%s%d:%02d", over ? "+" : "", (int)(s / 60), (int)(s % 60));
}

char *speaker_spent(struct arena *mem, int64_t ms)
{
	int s = (int)((ms + 500) / 1000);

	return s < 60 ? arena_printf(mem, "%d\u00a0s", s) :
	       s % 60 == 0 ? arena_printf(mem, "%d\u00a0min", s / 60) :
	       arena_printf(mem, "%d\u00a0min %d\u00a0s", s / 60, s % 60);
}

const struct rostrum_view *rostrum_seen(const struct drawing *d)
{
	static const struct rostrum nobody = { .now = NO_SPEAKER, .last = NO_SPEAKER };
	static const struct rostrum_view nothing = { .list = &nobody, .mine = NO_SPEAKER,
	                                             .my_reply = NO_SPEAKER };

	return d->view != NULL ? d->view : &nothing;
}

bool rostrum_unbegun(const struct rostrum *l)
{
	for (int i = 0; i < ROLE__MAX; i++)
		if (l->kept[i].n > 0)
			return false;
	return l->presents && l->n == 0 && l->roster;
}

/* A group, or whoever else a leader has written, hides nobody. */
const char *speaker_shown(enum lang lang, const struct rostrum_view *v, size_t at)
{
	const struct taler *t = &v->list->row[at];

	return v->names || (t->name == 0 && t->seat == NULL) ? t->said :
	       tr(lang, role_label(v->list->who[at].role));
}

struct keyed { const char *key; size_t at; };

static int by_key(const void *a, const void *b)
{
	return strcmp(((const struct keyed *)a)->key, ((const struct keyed *)b)->key);
}

size_t rostrum_persons(struct arena *mem, const struct rostrum *l, int64_t ms,
                       const struct rostrum_person **out)
{
	struct rostrum_person *person = arena_array(mem, l->n, sizeof *person);
	struct keyed *k = arena_array(mem, l->n, sizeof *k);
	size_t n = 0, spoken = 0;

	for (size_t i = 0; i < l->n; i++)
		if (l->who[i].phase != SPEAKER_WAITING)
			k[spoken++] = (struct keyed){ utf8_sort_key(mem, l->row[i].said), i };
	if (spoken > 0)
		qsort(k, spoken, sizeof *k, by_key);
	for (size_t i = 0; i < spoken; i++) {
		if (i == 0 || strcmp(k[i].key, k[i - 1].key) != 0)
			person[n++] = (struct rostrum_person){ .said = l->row[k[i].at].said };
		person[n - 1].n++;
		person[n - 1].ms += speaker_used(&l->who[k[i].at], ms);
	}
	*out = person;
	return n;
}

/* ---- the functions of struct kind ---- */

void rostrum_panel(struct out *o, const struct drawing *d)
{
	t_taler_panel(o, d);
}

void rostrum_phone(struct out *o, const struct drawing *d)
{
	t_taler_telefon(o, d);
}

void rostrum_wall(struct out *o, const struct drawing *d)
{
	t_taler_lerret(o, d);
}

void rostrum_result(struct out *o, const struct drawing *d)
{
	t_taler_summer(o, rostrum_seen(d));
}
