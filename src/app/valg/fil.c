#include "app/valg/fil.h"

#include <string.h>

#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/utf8.h"
#include "web/text.h"

void valg_fil_fault(struct valg_fil *f, const char *msgid, const char *arg)
{
	if (f->n_fault < VALG_FIL_FAULTS_MAX)
		f->fault[f->n_fault++] = strstr(msgid, "%s") == NULL ? tr(f->lang, msgid)
		                       : trf(f->mem, f->lang, msgid, arg);
}

/* ISO 8859-1 as UTF-8; what is no letter there is left out. */
static const char *from_latin(struct arena *mem, const char *bytes, size_t n)
{
	struct buf b = buf_in(mem);

	buf_puts(&b, "");
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)bytes[i];

		if (c != '\0' && c < 0x80) {
			buf_putc(&b, (char)c);
		} else if (c >= 0xa0) {
			buf_putc(&b, (char)(0xc0 | c >> 6));
			buf_putc(&b, (char)(0x80 | (c & 0x3f)));
		}
	}
	return b.p;
}

/* Lines of a CSV as clean text, its cells told apart by ; */
static const char *csv_text(struct arena *mem, const char *bytes, size_t n)
{
	char *text;

	if (utf8_valid(bytes, n))
		text = arena_strndup(mem, bytes, n);
	else
		text = arena_strdup(mem, from_latin(mem, bytes, n));
	for (char *p = text; *p != '\0'; p++)
		if (*p == '\t')
			*p = ';';
	return utf8_clean(mem, text, true);
}

static void read_csv(struct valg_fil *f, const char *bytes, size_t n, struct skjema *s)
{
	const struct fil_partier p = fil_partier_read(f->mem, csv_text(f->mem, bytes, n));

	if (p.error != NULL)
		valg_fil_fault(f, N_("Linje %s i filen kan ikke leses. Skriv partiet først og så "
		                     "et helt tall, for eksempel «Ap;11»."),
		               arena_printf(f->mem, "%zu", p.line));
	else if (p.n == 0)
		valg_fil_fault(f, N_("Det er ingen partier i filen."), "");
	s->row = arena_array(f->mem, p.n, sizeof *s->row);
	for (; s->n_row < p.n; s->n_row++) {
		const struct fil_parti *from = &p.row[s->n_row];

		s->row[s->n_row] = skjema_list(from->name, from->number < 0 ? "" :
			arena_printf(f->mem, "%lld", (long long)from->number), "");
	}
}

/* Past the mark that some programs begin UTF-8 with, and white space. */
static size_t begin_of(const char *bytes, size_t n)
{
	size_t i = n >= 3 && memcmp(bytes, "\357\273\277", 3) == 0 ? 3 : 0;

	while (i < n && strchr(" \t\r\n", bytes[i]) != NULL && bytes[i] != '\0')
		i++;
	return i;
}

bool valg_fil_read(struct valg_fil *f, const char *bytes, size_t n)
{
	struct skjema s = { .organ = &valg_organer[0], .place = "", .date = "", .seed = "",
	                    .join = { "", "" } };
	const size_t begin = n > VALG_FIL_BYTES_MAX ? 0 : begin_of(bytes, n);

	for (int q = 0; q < TVIL__MAX; q++)
		s.chosen[q] = TVIL_ASK;
	if (n > VALG_FIL_BYTES_MAX)
		valg_fil_fault(f, N_("Filen er for stor. Den kan være på høyst 256 kilobyte."), "");
	else if (begin == n)
		valg_fil_fault(f, N_("Filen er tom."), "");
	else if (bytes[begin] == '{' || bytes[begin] == '[')
		valg_fil_read_case(f, bytes + begin, n - begin, &s);
	else
		read_csv(f, bytes + begin, n - begin, &s);
	if (f->n_fault == 0) {
		f->path = skjema_path(f->mem, "/valg/forholdsvalg", &s);
		if (strlen(f->path) > VALG_FIL_PATH_MAX)
			valg_fil_fault(f, N_("Det er flere navn i filen enn siden har plass til. "
			                     "Bruk kommandoen «samling valg»."), "");
	}
	return f->n_fault == 0;
}
