#include "app/utskrift/utskrift.h"

#include <string.h>

#include "app/samling/navneliste.h"
#include "app/samling/samling.h"
#include "app/utskrift/ark.h"
#include "app/utskrift/utskrift.html.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "web/page.h"
#include "web/qr.h"
#include "web/text.h"

#define PASSWORD_MIN 8

static const struct field wifi_fields[] = {
	{ "nett", FIELD_TEXT, .max = NETWORK_MAX },
	{ "passord", FIELD_TEXT, .max = PASSWORD_MAX }, { 0 }
};
static const struct field wifi_fields_sent[] = {
	FIELD_TOKEN, { "nett", FIELD_TEXT, true, .max = NETWORK_MAX },
	{ "passord", FIELD_TEXT, .max = PASSWORD_MAX }, { 0 }
};

static void put_part(struct buf *b, const char *text)
{
	for (; *text != '\0'; text++) {
		if (strchr("\\;,:\"", *text) != NULL)
			buf_putc(b, '\\');
		buf_putc(b, *text);
	}
}

char *wifi_text(struct arena *mem, const char *network, const char *password)
{
	struct buf b = buf_in(mem);

	buf_puts(&b, *password != '\0' ? "WIFI:T:WPA;S:" : "WIFI:T:nopass;S:");
	put_part(&b, network);
	if (*password != '\0') {
		buf_puts(&b, ";P:");
		put_part(&b, password);
	}
	buf_puts(&b, ";;");
	return b.p;
}

static enum outcome begin(struct req *r, struct samling **s, struct people *people)
{
	enum outcome went = samling_read(r->store, r->mem, r->samling, r->who.rights, s);

	return went == OUTCOME_OK ? people_all(r->store, r->mem, r->samling, people) : went;
}

/* In the language of the samling, whoever prints it. */
static struct out paper(struct req *r, const struct samling *s)
{
	return out_new(r->mem, s->lang);
}

static enum outcome sheets_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);
	struct samling *s;
	struct people people;
	struct rows groups = { 0 };
	enum outcome went = begin(r, &s, &people);

	if (went == OUTCOME_OK && (r->who.rights & RIGHT_BIT(RIGHT_LEADER)) != 0)
		went = RUN(r->store, r->mem, &groups, gruppearbeid_i_samling,
		           .samling = v_int(r->samling));
	if (went != OUTCOME_OK)
		return went;
	t_utskrift_valg(&o, r, s, people.n, &groups);
	return page_staff(r, tr(r->lang, N_("Utskrifter")), out_html(&o));
}

static enum outcome poster_page(struct req *r)
{
	struct out o;
	struct samling *s;
	struct way_in way;
	enum outcome went = samling_read(r->store, r->mem, r->samling, r->who.rights, &s);

	if (went != OUTCOME_OK)
		return went;
	way = samling_way_in(r->site, r->mem, s, s->lang);
	o = paper(r, s);
	t_utskrift_plakat(&o, s, &way);
	return page_html(r, out_html(&o));
}

/* The password comes in a form that is posted, so that it stands in no address and no log,
 * and goes out again on the sheet alone. */
static enum outcome wifi_sheet(struct req *r)
{
	const char *network = form_text(&r->form, "nett");
	const char *password = form_text(&r->form, "passord");
	struct out o;
	struct samling *s;
	enum outcome went = samling_read(r->store, r->mem, r->samling, r->who.rights, &s);

	if (went != OUTCOME_OK)
		return went;
	if (*password != '\0' && strlen(password) < PASSWORD_MIN) {
		form_reject(&r->form, "passord", N_("Et passord til et trådløst nett har minst "
		                                    "åtte tegn."));
		return OUTCOME_INVALID;
	}
	o = paper(r, s);
	t_utskrift_wifi(&o, s, &(struct wifi_sheet){ network, password,
		qr_svg(r->mem, wifi_text(r->mem, network, password),
		       trf(r->mem, s->lang, N_("QR-kode som kobler til nettet %s"), network)),
		samling_way_in(r->site, r->mem, s, s->lang) });
	return page_html(r, out_html(&o));
}

static enum outcome cards_page(struct req *r)
{
	struct out o;
	struct samling *s;
	struct people people;
	enum outcome went = begin(r, &s, &people);

	if (went != OUTCOME_OK)
		return went;
	o = paper(r, s);
	t_utskrift_bordkort(&o, s, &people);
	return page_html(r, out_html(&o));
}

#define S "/samling/{samling}"

const struct page utskrift_pages[] = {
	{ HTTP_GET,  S "/utskrifter", RIGHT_CONTACT, sheets_page, wifi_fields },
	{ HTTP_GET,  S "/utskrift/plakat", RIGHT_CONTACT, poster_page, NULL },
	{ HTTP_POST, S "/utskrift/wifi", RIGHT_CONTACT, wifi_sheet, wifi_fields_sent,
	  sheets_page },
	{ HTTP_GET,  S "/utskrift/bordkort", RIGHT_CONTACT, cards_page, NULL },
	{ 0 }
};
