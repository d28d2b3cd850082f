#include "app/lillevik/leder.h"

#include <stdlib.h>
#include <string.h>

#include "app/lillevik/side.h"
#include "lib/arena.h"
#include "net/client.h"

static struct client_reply get(struct leader *l, const char *path)
{
	return client_get(l->line, &(struct client_ask){ .path = path, .cookie = l->cookie });
}

static struct client_reply post(struct leader *l, const struct side_form *f)
{
	return client_get(l->line, &(struct client_ask){ .path = f->action, .cookie = l->cookie,
	                  .form = f->body.p });
}

bool leader_enter(struct leader *l, struct client *c, struct arena *mem, const char *link,
                  int64_t samling, const char **why)
{
	struct client_reply r;
	struct side_form form;

	*l = (struct leader){ .line = client_line(c) };
	l->report = arena_printf(mem, "/samling/%lld/rapport", (long long)samling);
	r = get(l, link);
	if (r.status != 200 || !side_form(mem, r.body, "token", NULL, &form)) {
		*why = "lenken til konsollen virker ikke";
		return false;
	}
	r = post(l, &form);
	if (r.status != 303) {
		*why = "lenken til konsollen lot seg ikke bekrefte";
		return false;
	}
	l->console = arena_strdup(mem, client_field(&r, "location"));
	l->cookie = side_cookie(mem, NULL, &r);
	return true;
}

static bool look(struct leader *l, struct arena *mem, struct side_form *form, struct led *led)
{
	struct client_reply r = get(l, l->console);
	const char *item, *round, *phase;

	if (r.status != 200 || !side_form(mem, r.body, "handling", "neste", form))
		return false;
	item = side_value(mem, r.body, "sett", 0);
	round = side_value(mem, r.body, "runde", 0);
	phase = side_value(mem, r.body, "fase", 0);
	if (item == NULL || round == NULL || phase == NULL)
		return false;
	*led = (struct led){ strtoll(item, NULL, 10), strtoll(round, NULL, 10),
	                     (int)strtol(phase, NULL, 10) };
	return true;
}

bool leader_look(struct leader *l, struct arena *mem, struct led *led)
{
	struct side_form form;

	return look(l, mem, &form, led);
}

const char *leader_page(struct leader *l, struct arena *mem)
{
	struct client_reply r = get(l, l->console);

	return r.status == 200 ? arena_strdup(mem, r.body) : "";
}

const char *leader_label(struct leader *l, struct arena *mem)
{
	const char *at = strstr(leader_page(l, mem), "value=\"neste\"");

	at = at != NULL ? strchr(at, '>') : NULL;
	return at != NULL ? arena_strndup(mem, at + 1, strcspn(at + 1, "<")) : "";
}

bool leader_next(struct leader *l, struct arena *mem)
{
	struct side_form form;
	struct client_reply r;
	struct led led;

	if (!look(l, mem, &form, &led))
		return false;
	side_add(&form.body, "handling", "neste");
	r = post(l, &form);
	return r.status == 303 || r.status == 200;
}

bool leader_press(struct leader *l, struct arena *mem, const char *act, const char *text)
{
	struct client_reply r = get(l, l->console);
	struct side_form form;

	if (r.status != 200 || !side_form(mem, r.body, "handling", act, &form))
		return false;
	side_add(&form.body, "tekst", text);
	side_add(&form.body, "handling", act);
	r = post(l, &form);
	return r.status == 303 || r.status == 200;
}

const char *leader_act(struct leader *l, struct arena *mem, const char *start)
{
	struct client_reply r = get(l, l->console);
	const char *act;

	for (size_t i = 0; r.status == 200 &&
	     (act = side_value(mem, r.body, "handling", i)) != NULL; i++)
		if (strncmp(act, start, strlen(start)) == 0)
			return act;
	return NULL;
}

json_t *leader_report(struct leader *l, struct arena *mem)
{
	struct client_reply r = get(l, arena_printf(mem, "%s.json", l->report));

	return r.status == 200 ? json_loadb(r.body, r.n_body, 0, NULL) : NULL;
}

int leader_fetch(struct leader *l, struct arena *mem, const char *ending)
{
	return get(l, arena_printf(mem, "%s%s", l->report, ending)).status;
}
