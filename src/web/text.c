#include "web/text.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/arena.h"
#include "lib/tid.h"
#include "web/mo.h"

#define NBSP "\302\240"

static const char *const weekdays[LANG__MAX][8] = {
	[LANG_NB] = { "", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag" },
	[LANG_NN] = { "", "måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "sundag" },
};

static const char *const months[13] = { "", "januar", "februar", "mars", "april", "mai", "juni",
	"juli", "august", "september", "oktober", "november", "desember" };

static const struct mo *catalogue(void)
{
	static struct mo nn;

	if (nn.bytes == NULL) {
		bool whole = mo_open(&nn, nn_mo, nn_mo_size);

		assert(whole);
		(void)whole;
	}
	return &nn;
}

const char *tr(enum lang lang, const char *msgid)
{
	const char *text = lang == LANG_NN ? mo_find(catalogue(), msgid, 0) : NULL;

	return text != NULL ? text : msgid;
}

char *trn(struct arena *a, enum lang lang, const char *one, const char *many, int64_t n)
{
	const char *text = n == 1 ? one : many, *at;
	const char *nn = lang == LANG_NN ? mo_find(catalogue(), one, n != 1) : NULL;

	if (nn != NULL)
		text = nn;
	at = strstr(text, "%d");
	if (at == NULL)
		return arena_strdup(a, text);
	return arena_printf(a, "%.*s%s%s", (int)(at - text), text, text_number(a, n), at + 2);
}

char *trf(struct arena *a, enum lang lang, const char *msgid, ...)
{
	va_list ap;
	char *text;

	va_start(ap, msgid);
	text = arena_vprintf(a, tr(lang, msgid), ap);
	va_end(ap);
	return text;
}

const char *lang_code(enum lang lang)
{
	return lang == LANG_NN ? "nn" : "nb";
}

enum lang lang_from(const char *code, enum lang otherwise)
{
	if (code != NULL && strcmp(code, "nb") == 0)
		return LANG_NB;
	if (code != NULL && strcmp(code, "nn") == 0)
		return LANG_NN;
	return otherwise;
}

char *text_date(struct arena *a, enum lang lang, const char *iso)
{
	long month, day;

	assert(tid_is_date(iso));
	month = strtol(iso + 5, NULL, 10);
	day = strtol(iso + 8, NULL, 10);
	return arena_printf(a, "%s %ld. %s %.4s", weekdays[lang][tid_weekday(iso)], day,
			    months[month], iso);
}

const char *text_month(int month)
{
	assert(month >= 1 && month <= 12);
	return months[month];
}

char *text_number(struct arena *a, int64_t n)
{
	char digits[24], *out = arena_get(a, 64), *to = out;
	int len = snprintf(digits, sizeof(digits), "%lld", (long long)n);

	for (int i = 0; i < len; i++) {
		if (i > 0 && digits[i - 1] != '-' && (len - i) % 3 == 0)
			to = stpcpy(to, NBSP);
		*to++ = digits[i];
	}
	return out;
}

char *text_percent(struct arena *a, int percent)
{
	return arena_printf(a, "%d" NBSP "%%", percent);
}

char *text_minutes(struct arena *a, int minutes)
{
	if (minutes < 60)
		return arena_printf(a, "%d" NBSP "min", minutes);
	if (minutes % 60 == 0)
		return arena_printf(a, "%d" NBSP "t", minutes / 60);
	return arena_printf(a, "%d" NBSP "t" NBSP "%d" NBSP "min", minutes / 60, minutes % 60);
}
