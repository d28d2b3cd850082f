/* regneark.c - the report as a spreadsheet: first an overview, then a sheet an activity.
 *
 * Numbers are numbers, percentages fractions with a percent format.  What people wrote is
 * always written as a string, so that nothing they write can be a formula; the reader in
 * Excel needs no apostrophe for that, as a CSV does.
 */
#include <string.h>
#include <xlsxwriter.h>

#include "app/rapport/innhold.h"
#include "app/samling/navneliste.h"
#include "jobb/arbeid.h"
#include "jobb/dok.h"
#include "jobb/rapport_dok.h"
#include "jobb/regneark.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/log.h"
#include "lib/tid.h"
#include "lib/utf8.h"
#include "rules/sammenlign.h"
#include "rules/telling.h"
#include "web/text.h"

#define CELL_MOST 32767         /* letters in a cell, says the format        */
#define ROWS_MOST 100000        /* on a sheet: more is not read by anybody   */

struct book {
	struct arena *mem;
	enum lang lang;
	const struct report *rep;
	lxw_workbook *wb;
	lxw_format *title, *head, *text, *number, *tenths, *percent, *small;
	lxw_worksheet *sheet;
	lxw_row_t row;
	size_t n_name;
	char (*name)[4 * SHEET_NAME_MOST + 1];      /* of the sheets so far, folded */
};

/* ---- cells ---- */

static void put_text(struct book *b, lxw_col_t col, const char *text, lxw_format *f)
{
	const char *p = text;

	for (size_t n = 0; n < CELL_MOST && *p != '\0'; n++)
		utf8_next(&p);
	worksheet_write_string(b->sheet, b->row, col,
	                       arena_strndup(b->mem, text, (size_t)(p - text)), f);
}

static void put_number(struct book *b, lxw_col_t col, int64_t n)
{
	worksheet_write_number(b->sheet, b->row, col, (double)n, b->number);
}

static void put_percent(struct book *b, lxw_col_t col, int percent)
{
	worksheet_write_number(b->sheet, b->row, col, percent / 100.0, b->percent);
}

static void put_heads(struct book *b, const char *const *msgid, size_t n)
{
	for (size_t i = 0; i < n; i++)
		put_text(b, (lxw_col_t)i, tr(b->lang, msgid[i]), b->head);
	b->row++;
}

/* ---- sheets ---- */

static bool taken(const struct book *b, const char *folded)
{
	for (size_t i = 0; i < b->n_name; i++)
		if (strcmp(b->name[i], folded) == 0)
			return true;
	return false;
}

const char *sheet_name(struct arena *mem, const char *title, int nr)
{
	char *safe = arena_strdup(mem, title), *p = safe;
	const char *end, *start;
	size_t room = SHEET_NAME_MOST - (nr > 1 ? 5 : 0), n = 0;

	for (; *p != '\0'; p++)
		if (strchr("[]:*?/\\", *p) != NULL)
			*p = ' ';
	safe = utf8_clean(mem, safe, false);    /* one space where there were two */
	start = safe + strspn(safe, " '");
	/* The format counts in UTF-16: what lies outside its first plane counts twice. */
	for (end = start; *end != '\0';) {
		const char *next = end;
		uint32_t c = utf8_next(&next);

		n += c > 0xFFFF ? 2 : 1;
		if (n > room)
			break;
		end = next;
	}
	while (end > start && (end[-1] == ' ' || end[-1] == '\''))
		end--;
	if (end == start)
		return arena_printf(mem, "Ark %d", nr);
	return nr <= 1 ? arena_strndup(mem, start, (size_t)(end - start)) :
	       arena_printf(mem, "%.*s (%d)", (int)(end - start), start, nr);
}

static void new_sheet(struct book *b, const char *title)
{
	const char *name = "";
	char *folded = NULL;

	for (int nr = 1; nr < 1000; nr++) {
		name = sheet_name(b->mem, title, nr);
		folded = utf8_fold(b->mem, name);
		if (!taken(b, folded))
			break;
	}
	memcpy(b->name[b->n_name], folded, strnlen(folded, 4 * SHEET_NAME_MOST));
	b->n_name++;
	b->sheet = workbook_add_worksheet(b->wb, name);
	if (b->sheet == NULL) {         /* a name the library will not have */
		name = arena_printf(b->mem, "Ark %zu", b->n_name);
		b->sheet = workbook_add_worksheet(b->wb, name);
	}
	b->row = 0;
	worksheet_set_paper(b->sheet, 9);       /* A4 */
	worksheet_fit_to_pages(b->sheet, 1, 0);
}

static void widths(struct book *b, const double *w, size_t n)
{
	for (size_t i = 0; i < n; i++)
		worksheet_set_column(b->sheet, (lxw_col_t)i, (lxw_col_t)i, w[i], NULL);
}

/* ---- the first sheet ---- */

static const char *held_word(const struct book *b, const struct report_item *it)
{
	switch (it->held) {
	case HELD: return tr(b->lang, N_("holdt"));
	case HELD_BESIDE: return tr(b->lang, N_("parallelt"));
	case HELD_NOT: return tr(b->lang, N_("ikke holdt"));
	case HELD_LATER: return tr(b->lang, N_("gjenstår"));
	}
	return "";
}

static void overview_row(struct book *b, const struct report_item *it)
{
	int64_t people = 0;

	for (size_t k = 0; k < it->n_round; k++)
		people = it->round[k].people > people ? it->round[k].people : people;
	put_number(b, 0, it->item->day);
	put_text(b, 1, arena_printf(b->mem, "%s–%s", tid_clock(b->mem, it->start),
	                            tid_clock(b->mem, it->end)), b->text);
	put_text(b, 2, it->item->title, b->text);
	put_text(b, 3, tr(b->lang, it->a->kind->label), b->text);
	put_text(b, 4, held_word(b, it), b->text);
	put_number(b, 5, (int64_t)it->n_round);
	put_number(b, 6, people);
	put_text(b, 7, it->a->conclusion, b->text);
	b->row++;
}

static void overview(struct book *b)
{
	static const char *const heads[] = { N_("Dag"), N_("Planlagt"), N_("Punkt"), N_("Form"),
		N_("Holdt"), N_("Ganger spurt"), N_("Har svart"), N_("Dette ble vi enige om") };
	static const double w[] = { 6, 14, 46, 16, 12, 13, 11, 60 };
	const struct samling *s = b->rep->s;

	new_sheet(b, tr(b->lang, N_("Oversikt")));
	widths(b, w, 8);
	put_text(b, 0, s->title, b->title);
	b->row++;
	put_text(b, 0, arena_printf(b->mem, "%s · %s%s%s",
	         trf(b->mem, b->lang, N_("%s kommune"), s->municipality),
	         report_dates(b->mem, b->lang, s), s->place[0] != '\0' ? " · " : "", s->place),
	         b->small);
	b->row += 2;
	put_heads(b, heads, 8);
	worksheet_freeze_panes(b->sheet, b->row, 0);
	for (size_t i = 0; i < s->n_item; i++)
		overview_row(b, &b->rep->item[i]);
}

/* ---- a sheet an activity ---- */

static void choice_rows(struct book *b, const struct report_round *rr)
{
	static const char *const heads[] = { N_("Svar"), N_("Antall"), N_("Andel"),
		N_("Av dem talt for hånd"), N_("Forrige gang"), N_("Endring") };
	bool shift = report_changed(rr);

	put_heads(b, heads, shift ? 6 : 4);
	for (size_t i = 0; i < rr->tally->n_choice; i++) {
		const struct tally_line *l = &rr->tally->line[i];

		put_text(b, 0, l->label, b->text);
		put_number(b, 1, l->count);
		put_percent(b, 2, l->percent);
		put_number(b, 3, l->hands);
		if (shift) {
			put_percent(b, 4, rr->before->line[i].percent);
			put_percent(b, 5, report_change(rr, i));
		}
		b->row++;
	}
	b->row++;
}

static void text_rows(struct book *b, const struct tally *t)
{
	static const char *const heads[] = { N_("Tekst"), N_("Antall") };

	if (t->n_choice == t->n_line)
		return;
	put_heads(b, heads, 2);
	for (size_t i = t->n_choice; i < t->n_line && b->row < ROWS_MOST; i++) {
		put_text(b, 0, t->line[i].label, b->text);
		put_number(b, 1, t->line[i].count);
		b->row++;
	}
	b->row++;
}

static void group_rows(struct book *b, const struct drawing *d)
{
	const struct comparison *c = d->compared;
	const char *const heads[] = { N_("Svar"), N_("Folkevalgte"), N_("Andel"), c->others,
	                              N_("Andel") };

	put_heads(b, heads, 5);
	for (size_t i = 0; i < d->tally->n_choice; i++) {
		put_text(b, 0, d->tally->line[i].label, b->text);
		for (int g = 0; c->choice[i].shown && g < 2; g++) {
			put_number(b, (lxw_col_t)(1 + 2 * g), c->choice[i].count[g]);
			put_percent(b, (lxw_col_t)(2 + 2 * g), telling_share(
				(size_t)c->choice[i].count[g], (size_t)c->people[g]));
		}
		b->row++;
	}
	b->row++;
}

static void named_rows(struct book *b, const struct report_round *rr)
{
	static const char *const heads[] = { N_("Navn"), N_("Parti"), N_("Svar") };

	put_heads(b, heads, 3);
	for (size_t i = 0; i < rr->n_named && b->row < ROWS_MOST; i++) {
		put_text(b, 0, rr->named[i].name, b->text);
		put_text(b, 1, rr->named[i].party, b->text);
		put_text(b, 2, rr->named[i].answer, b->text);
		b->row++;
	}
	b->row++;
}

/* "12" and "3,4" as numbers; all else as the text it is. */
static void put_cell(struct book *b, lxw_col_t col, const struct cell *c)
{
	const char *p = c->text;
	double n = 0, unit = 1;

	for (; *p >= '0' && *p <= '9' && p - c->text < 15; p++)
		n = n * 10 + (*p - '0');
	if (*p == ',' && p > c->text)
		for (p++; *p >= '0' && *p <= '9' && p - c->text < 15; p++)
			n += (*p - '0') * (unit /= 10);
	if (c->head || *c->text == '\0' || *p != '\0')
		put_text(b, col, c->text, c->head && b->row == 0 ? b->head : b->text);
	else
		worksheet_write_number(b->sheet, b->row, col, n, b->number);
}

static void table_rows(struct book *b, const struct block *t)
{
	for (size_t r = 0; r < t->n_row && b->row < ROWS_MOST; r++) {
		for (size_t c = 0; c < t->n_col; c++)
			if (r == 0)
				put_text(b, (lxw_col_t)c, t->cell[c].text, b->head);
			else
				put_cell(b, (lxw_col_t)c, &t->cell[r * t->n_col + c]);
		b->row++;
	}
	b->row++;
}

static void doc_rows(struct book *b, const struct doc *part)
{
	for (const struct block *k = part->first; k != NULL; k = k->next) {
		if (k->kind == BLOCK_TABLE)
			table_rows(b, k);
		for (size_t i = 0; k->kind == BLOCK_LIST && i < k->n_item; i++, b->row++)
			put_text(b, 0, k->item[i], b->text);
		if (k->kind == BLOCK_TEXT || k->kind == BLOCK_HEADING) {
			put_text(b, 0, k->text, b->small);
			b->row++;
		}
	}
	b->row += part->first != NULL;
}

/* What the kind draws by itself, as it stands on the page. */
static void drawn_rows(struct book *b, const struct drawing *d)
{
	const struct doc part = doc_drawn(b->mem, b->lang, d);

	doc_rows(b, &part);
}

static void card_row(struct book *b, const struct report_card *c)
{
	struct buf from = buf_in(b->mem);

	for (size_t i = 0; i < c->n_original; i++)
		buf_printf(&from, "%s%s", i > 0 ? "\n" : "", c->original[i]);
	put_text(b, 0, c->text, b->text);
	put_text(b, 1, tr(b->lang, c->adopted ? N_("Ja") : N_("Nei")), b->text);
	if (c->two_lists)
		put_text(b, 2, tr(b->lang, c->side == ROLE_ADMINISTRASJON ?
			N_("Til de folkevalgte") : N_("Til administrasjonen")), b->text);
	if (c->n_original > 0)
		put_text(b, 3, from.p, b->text);
}

static void yield_rows(struct book *b, const struct report_item *it)
{
	static const char *const points[] = { N_("Punkt"), N_("Gruppe") },
		*const cards[] = { N_("Kort"), N_("Vedtatt"), N_("Liste"),
		                   N_("Slik ble det skrevet") },
		*const floor[] = { N_("Rolle"), N_("Ganger"), N_("Replikker"), N_("Minutter") };

	if (it->n_point > 0)
		put_heads(b, points, 2);
	for (size_t i = 0; i < it->n_point; i++, b->row++) {
		put_text(b, 0, it->point[i].text, b->text);
		put_number(b, 1, it->point[i].group);
	}
	if (it->n_card > 0)
		put_heads(b, cards, 4);
	for (size_t i = 0; i < it->n_card; i++, b->row++)
		card_row(b, &it->card[i]);
	if (it->n_floor > 0)
		put_heads(b, floor, 4);
	for (size_t i = 0; i < it->n_floor; i++, b->row++) {
		const struct report_floor *f = &it->floor[i];

		put_text(b, 0, tr(b->lang, role_label(f->role)), b->text);
		put_number(b, 1, (int64_t)f->times);
		put_number(b, 2, (int64_t)f->replies);
		if (f->ms >= 0)
			worksheet_write_number(b->sheet, b->row, 3, (double)f->ms / 60000,
			                       b->tenths);
	}
	b->row++;
}

static void one_round(struct book *b, const struct report_item *it,
                      const struct report_round *rr)
{
	const char *withheld = report_withheld(b->rep, it);

	put_text(b, 0, round_heading(b->mem, b->lang, it, rr), b->title);
	b->row++;
	put_text(b, 0, trn(b->mem, b->lang, "%d har svart", "%d har svart", rr->people), b->small);
	b->row++;
	if (withheld != NULL) {
		put_text(b, 0, tr(b->lang, withheld), b->small);
		b->row++;
	}
	if (rr->tally == NULL)
		return;
	if (rr->tally->n_choice > 0 && report_plain(rr->tally))
		choice_rows(b, rr);
	if (report_plain(rr->tally))
		text_rows(b, rr->tally);
	else
		drawn_rows(b, &rr->d);
	if (comparison_own(&rr->d))
		group_rows(b, &rr->d);
	if (rr->n_named > 0)
		named_rows(b, rr);
}

static void one_item(struct book *b, const struct report_item *it)
{
	static const double w[] = { 60, 18, 16, 22, 16, 12 };
	const struct doc told = doc_told(b->mem, b->lang, &it->d);

	new_sheet(b, it->item->title);
	widths(b, w, 6);
	put_text(b, 0, it->item->title, b->title);
	b->row++;
	worksheet_freeze_panes(b->sheet, b->row, 0);
	if (it->n_point + it->n_card + it->n_floor > 0)
		yield_rows(b, it);
	else if (it->shows)
		drawn_rows(b, &it->d);
	for (size_t i = 0; i < it->n_round; i++)
		one_round(b, it, &it->round[i]);
	doc_rows(b, &told);
	if (it->a->conclusion[0] != '\0') {
		put_text(b, 0, tr(b->lang, N_("Dette ble vi enige om")), b->head);
		b->row++;
		put_text(b, 0, it->a->conclusion, b->text);
	}
}

/* ---- the book ---- */

static void formats(struct book *b)
{
	b->title = workbook_add_format(b->wb);
	format_set_bold(b->title);
	format_set_font_size(b->title, 14);
	format_set_font_color(b->title, 0x0c2f3f);
	b->head = workbook_add_format(b->wb);
	format_set_bold(b->head);
	format_set_bottom(b->head, LXW_BORDER_THIN);
	format_set_bg_color(b->head, 0xf0f4f6);
	b->text = workbook_add_format(b->wb);
	format_set_text_wrap(b->text);
	format_set_align(b->text, LXW_ALIGN_VERTICAL_TOP);
	format_set_num_format(b->text, "@");
	b->number = workbook_add_format(b->wb);
	format_set_align(b->number, LXW_ALIGN_VERTICAL_TOP);
	b->tenths = workbook_add_format(b->wb);
	format_set_num_format(b->tenths, "0.0");
	format_set_align(b->tenths, LXW_ALIGN_VERTICAL_TOP);
	b->percent = workbook_add_format(b->wb);
	format_set_num_format(b->percent, "0%");
	format_set_align(b->percent, LXW_ALIGN_VERTICAL_TOP);
	b->small = workbook_add_format(b->wb);
	format_set_font_color(b->small, 0x565e65);
}

enum outcome workbook_write(struct arena *mem, const struct report *rep, const char *path)
{
	struct lxw_workbook_options options = { .tmpdir = NULL };
	struct book b = { .mem = mem, .lang = rep->s->lang, .rep = rep };
	lxw_doc_properties about = {
		.title = trf(mem, rep->s->lang, N_("Rapport: %s"), rep->s->title),
		.author = trf(mem, rep->s->lang, N_("%s kommune"), rep->s->municipality),
		.created = rep->written / 1000,
	};
	lxw_error error;

	b.wb = workbook_new_opt(path, &options);
	if (b.wb == NULL)
		return OUTCOME_UNAVAILABLE;
	b.name = arena_array(mem, rep->s->n_item + 2, sizeof *b.name);
	memcpy(b.name[b.n_name++], "history", 8);       /* Excel keeps it for itself */
	workbook_set_properties(b.wb, &about);
	workbook_set_custom_property_string(b.wb, "Language",
	                                    rep->s->lang == LANG_NN ? "nn-NO" : "nb-NO");
	formats(&b);
	overview(&b);
	for (size_t i = 0; i < rep->s->n_item; i++)
		if (report_tells(&rep->item[i]))
			one_item(&b, &rep->item[i]);
	error = workbook_close(b.wb);
	if (error == LXW_NO_ERROR)
		return OUTCOME_OK;
	log_warn("spreadsheet: %s", lxw_strerror(error));
	return OUTCOME_UNAVAILABLE;
}
