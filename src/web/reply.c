#include "web/reply.h"

#include <string.h>

#include "lib/arena.h"
#include "web/ramme.html.h"
#include "web/site.h"
#include "web/text.h"

/* doc/sikkerhet.md says why each stands here.  same-origin instead of no-referrer:
 * with the latter a browser sends "Origin: null" with a form, and on plain http in a
 * hall nothing else tells our own form from a stranger's. */
void reply_strict(const struct site *site, struct http_reply *p)
{
	http_reply_set(p, "Content-Security-Policy",
	               "default-src 'none'; script-src 'self'; style-src 'self'; "
	               "img-src 'self' data:; font-src 'self'; connect-src 'self'; "
	               "form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
	http_reply_set(p, "X-Content-Type-Options", "nosniff");
	http_reply_set(p, "Referrer-Policy", "same-origin");
	http_reply_set(p, "X-Frame-Options", "DENY");
	http_reply_set(p, "Cross-Origin-Opener-Policy", "same-origin");
	http_reply_set(p, "Cross-Origin-Resource-Policy", "same-origin");
	http_reply_set(p, "Permissions-Policy",
	               "camera=(), microphone=(), geolocation=(), payment=()");
	if (site != NULL && site->secure)
		http_reply_set(p, "Strict-Transport-Security", "max-age=31536000");
}

struct calm { int status; const char *title, *text; };

static const struct calm calm[] = {
	{ 400, N_("Vi forsto ikke det som ble sendt"),
	       N_("Gå tilbake og prøv en gang til.") },
	{ 403, N_("Dette har du ikke tilgang til"),
	       N_("Skjemaet kan være for gammelt, eller åpnet et annet sted. Gå tilbake, "
	          "last siden på nytt og prøv igjen.") },
	{ 404, N_("Vi finner ikke siden"),
	       N_("Adressen kan være feil skrevet, eller siden er ikke lenger her.") },
	{ 405, N_("Slik kan ikke siden brukes"),
	       N_("Gå tilbake og bruk knappene på siden.") },
	{ 408, N_("Det tok for lang tid"),
	       N_("Nettet er kanskje tregt akkurat nå. Prøv en gang til.") },
	{ 409, N_("Noen var før deg"),
	       N_("Det du ville gjøre, er endret av en annen i mellomtiden. Se hvordan det "
	          "står nå, og prøv igjen om det trengs.") },
	{ 413, N_("Det ble for mye på én gang"),
	       N_("Gjør teksten kortere, eller velg en mindre fil, og prøv igjen.") },
	{ 417, N_("Vi forsto ikke det som ble sendt"),
	       N_("Gå tilbake og prøv en gang til.") },
	{ 429, N_("For mange forsøk"),
	       N_("Vent et minutt og prøv igjen. Den riktige koden virker alltid.") },
	{ 431, N_("Nettleseren sendte for mye på én gang"),
	       N_("Slett informasjonskapslene for denne siden og prøv igjen.") },
	{ 503, N_("Vi får ikke lagret akkurat nå"),
	       N_("Svaret ditt er ikke lagret ennå. Vent litt og send det en gang til.") },
};

static const struct calm *calm_for(int status)
{
	for (size_t i = 0; i < sizeof calm / sizeof calm[0]; i++)
		if (calm[i].status == status)
			return &calm[i];
	return &calm[0];
}

/* Draws without asking the database: it may be the database that is the matter. */
void reply_error(struct req *r, int status)
{
	const struct calm *c = calm_for(status);
	const char *chosen = r->http != NULL ? page_cookie(r, "spraak") : NULL;
	struct out o;
	struct html page;

	r->lang = lang_from(chosen, r->lang);   /* it may have failed before it was asked */
	o = out_new(r->mem, r->lang);
	if (r->bit)
		t_feil_bit(&o, c->title, c->text);
	else
		t_feil_side(&o, c->title, c->text);
	page = out_html(&o);
	r->reply->status = status;
	r->reply->body = page.p;
	r->reply->n_body = page.n;
	http_reply_set(r->reply, "Content-Type", "text/html; charset=utf-8");
	http_reply_set(r->reply, "Content-Language", lang_code(r->lang));
	http_reply_set(r->reply, "Cache-Control", "no-store");
}

static enum outcome send_html(struct req *r, struct html h)
{
	r->reply->status = r->status != 0 ? r->status : 200;
	r->reply->body = h.p;
	r->reply->n_body = h.n;
	http_reply_set(r->reply, "Content-Type", "text/html; charset=utf-8");
	http_reply_set(r->reply, "Content-Language", lang_code(r->lang));
	http_reply_set(r->reply, "Cache-Control", "no-store");
	return OUTCOME_OK;
}

enum outcome page_html(struct req *r, struct html h)
{
	return send_html(r, h);
}

enum outcome page_bits(struct req *r, struct html h)
{
	return send_html(r, h);
}

enum outcome page_redirect(struct req *r, const char *path)
{
	r->reply->status = 303;
	http_reply_set(r->reply, "Location", path);
	http_reply_set(r->reply, "Cache-Control", "no-store");
	return OUTCOME_OK;
}

enum outcome page_download(struct req *r, const char *type, const char *file_name,
                           const void *bytes, size_t n)
{
	r->reply->status = 200;
	r->reply->body = bytes;
	r->reply->n_body = n;
	http_reply_set(r->reply, "Content-Type", type);
	http_reply_set(r->reply, "Content-Disposition",
	               arena_printf(r->mem, "attachment; filename=\"%s\"", file_name));
	http_reply_set(r->reply, "Cache-Control", "no-store");
	return OUTCOME_OK;
}

enum outcome page_framed(struct req *r, const struct frame_text *f, struct html body)
{
	struct out o = out_new(r->mem, r->lang);

	t_ramme(&o, r, f, body);
	return send_html(r, out_html(&o));
}

enum outcome page_staff(struct req *r, const char *title, struct html body)
{
	return page_framed(r, &(struct frame_text){ .title = title, .css = "full.css",
	                   .html_class = "forvaltning" }, body);
}

/* Browsers send cookies as "a=1; b=2". */
const char *page_cookie(struct req *r, const char *name)
{
	const char *p = http_field(r->http, "cookie");
	const char *prefix = r->site->secure ? "__Host-" : "";
	size_t n = strlen(prefix), m = strlen(name);

	while (p != NULL && *p != '\0') {
		size_t len = strcspn(p, ";");

		if (len > n + m && memcmp(p, prefix, n) == 0 &&
		    memcmp(p + n, name, m) == 0 && p[n + m] == '=')
			return arena_strndup(r->mem, p + n + m + 1, len - n - m - 1);
		p += len;
		p += strspn(p, "; ");
	}
	return NULL;
}

void page_set_cookie(struct req *r, const char *name, const char *value, int64_t seconds)
{
	bool secure = r->site->secure;

	http_reply_set(r->reply, "Set-Cookie",
	               arena_printf(r->mem,
	                            "%s%s=%s; Path=/; Max-Age=%lld; HttpOnly; SameSite=Lax%s",
	                            secure ? "__Host-" : "", name, value, (long long)seconds,
	                            secure ? "; Secure" : ""));
}

char *page_url(struct req *r, const char *path)
{
	return arena_printf(r->mem, "%s%s", r->site->base, path);
}
