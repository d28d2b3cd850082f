/* skjema_adresse.c - the election of the form as an address. */
#include <string.h>

#include "app/valg/skjema.h"
#include "lib/arena.h"
#include "lib/buf.h"

char *skjema_id(struct arena *mem, const struct skjema *s)
{
	return arena_printf(mem, "%s %s", s->organ->key, s->date);
}

static void add(struct buf *b, const char *name, const char *value)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	                            "0123456789-._~";

	buf_printf(b, "%c%s=", memchr(b->p, '?', b->n) != NULL ? '&' : '?', name);
	for (const char *p = value; *p != '\0'; p++)
		if (strchr(plain, *p) != NULL)
			buf_putc(b, *p);
		else if (*p == ' ')
			buf_putc(b, '+');
		else
			buf_printf(b, "%%%02X", (unsigned)(unsigned char)*p);
}

static void add_told(struct buf *b, const char *name, const char *value)
{
	if (value[0] != '\0')
		add(b, name, value);
}

/* In rows each box keeps its place, so what is told of one list is asked of all. */
static void add_lists(struct buf *b, const struct skjema *s)
{
	bool more = false;

	for (size_t i = 0; i < s->n_row; i++)
		more = more || (s->row[i].name[0] != '\0' && skjema_list_more(&s->row[i]));
	for (size_t i = 0; i < s->n_row; i++) {
		const struct skjema_list *l = &s->row[i];

		if (l->name[0] == '\0')
			continue;
		add(b, "liste", l->name);
		add(b, "stemmer", l->votes);
		add(b, "navn", l->names);
		if (!more)
			continue;
		add(b, "signert", l->signature);
		add(b, "bak", l->parties);
		for (int k = 0; k < SKJEMA_NUMBERS; k++)
			add(b, skjema_number_fields[k], l->number[k]);
	}
}

static void add_choices(struct buf *b, const struct skjema *s)
{
	for (size_t lot = 0; lot < SKJEMA_LOTS; lot++)
		for (size_t i = 0; i < s->draw[lot].n; i++)
			add(b, skjema_draw_fields[lot], s->draw[lot].name[i]);
	for (size_t i = 0; i < s->council.n; i++)
		add(b, "kommunestyre", s->council.name[i]);
	add_told(b, "froe", s->seed);
	for (const enum tvil *q = skjema_questions; *q != TVIL_NONE; q++)
		if (s->chosen[*q] != TVIL_ASK)
			add(b, tvil_row(*q)->key, tvil_row(*q)->reading[s->chosen[*q]]);
}

char *skjema_path(struct arena *mem, const char *page, const struct skjema *s)
{
	struct buf b = buf_in(mem);

	buf_puts(&b, page);
	add(&b, "organ", s->organ->key);
	add(&b, "kommune", s->place);
	add(&b, "dato", s->date);
	if (s->seats > 0)
		add(&b, "plasser", arena_printf(mem, "%zu", s->seats));
	add(&b, "maate", s->written ? "skriftlig" : "tegn");
	add(&b, "blanke", arena_printf(mem, "%lld", (long long)s->blank));
	add_lists(&b, s);
	add_choices(&b, s);
	for (size_t i = 0; i < 2; i++)
		add_told(&b, "sammen", s->join[i]);
	return b.p;
}
