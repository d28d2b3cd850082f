/* tabell.c - every table of a samling, every column of it, and what it may hold.
 *
 * The order is that of putting in: what is referred to comes first.  Columns stand in the
 * order of the schema and of arkiv.sql.
 */
#include "app/arkiv/arkiv.h"

#include <stdint.h>

#include "app/arkiv/inside.h"
#include "rules/stored.h"
#include "web/bildefil.h"

#define DAYS_MOST 60
#define LONG 200000             /* ... of a text with lines, or an oppsett     */

static const struct column samling[] = {
	{ "kommune", COL_TEXT, .max = LINE }, { "kommunenavn", COL_TEXT, .max = LINE },
	{ "tittel", COL_TEXT, .max = LINE }, { "maalform", COL_TEXT, .max = LINE },
	{ "sted", COL_TEXT, .max = LINE }, { "kode", COL_CODE },
	{ "fase", COL_INT, .max = PHASE__MAX - 1 }, { "dag", COL_INT, .max = DAYS_MOST },
	{ "naa", COL_LATER_REF, .to = "punkt", .null = true }, { "svart", COL_INT, .max = 1 },
	{ "etter", COL_INT, .min = -1440, .max = 1440 }, { "frigitt", COL_INT, .max = 1 },
	{ "versjon", COL_INT, .min = 1, .max = MOMENT_MOST },
	{ "opprettet", COL_INT, .max = MOMENT_MOST },
	{ 0 }
};

static const struct column dag[] = {
	{ "samling", COL_SAMLING }, { "nr", COL_INT, .min = 1, .max = DAYS_MOST },
	{ "dato", COL_DATE }, { "start", COL_INT, .max = 1439 },
	{ 0 }
};

static const struct column punkt[] = {
	{ "id", COL_ID }, { "samling", COL_SAMLING },
	{ "dag", COL_INT, .min = 1, .max = DAYS_MOST }, { "plass", COL_INT, .max = 100000 },
	{ "slag", COL_TEXT, .max = LINE }, { "tittel", COL_TEXT, .max = LINE },
	{ "minutter", COL_INT, .max = 1440 }, { "anker", COL_INT, .max = 1439, .null = true },
	{ "omtrent", COL_INT, .max = 1 }, { "spor", COL_TEXT, .max = LINE },
	{ "ansvarlig", COL_TEXT, .max = LINE }, { "notat", COL_TEXT, .max = LONG },
	{ "oppsett", COL_TEXT, .max = LONG }, { "nivaa", COL_INT, .max = LEVEL__MAX - 1 },
	{ "vis", COL_INT, .max = SHOW__MAX - 1 }, { "hold", COL_INT, .max = 1 },
	{ "nedtelling", COL_INT, .max = 86400 }, { "konklusjon", COL_TEXT, .max = LONG },
	{ "startet", COL_INT, .max = MOMENT_MOST, .null = true },
	{ "avsluttet", COL_INT, .max = MOMENT_MOST, .null = true },
	{ "gjelder", COL_LATER_REF, .to = "punkt", .null = true },
	{ 0 }
};

static const struct column bilde[] = {
	{ "samling", COL_SAMLING }, { "sha", COL_TEXT, .max = LINE },
	{ "type", COL_INT, .max = PICTURE__MAX - 1 }, { "beskrivelse", COL_TEXT, .max = LONG },
	{ "bytes", COL_BYTES },
	{ 0 }
};

static const struct column kort[] = {
	{ "id", COL_ID }, { "punkt", COL_REF, .to = "punkt" },
	{ "side", COL_INT, .max = ROLE__MAX - 1 }, { "tekst", COL_TEXT, .max = LONG },
	{ "ordlyd", COL_TEXT, .max = LONG }, { "gruppe", COL_INT, .max = 10000, .null = true },
	{ "felt", COL_INT, .max = 10000, .null = true },
	{ "hode", COL_LATER_REF, .to = "kort", .null = true },
	{ "trinn", COL_INT, .max = 1000000 }, { "status", COL_INT, .max = CARD__MAX - 1 },
	{ "talt", COL_INT, .max = 1 },
	{ 0 }
};

static const struct column kortpar[] = {
	{ "punkt", COL_REF, .to = "punkt" }, { "a", COL_REF, .to = "kort" },
	{ "b", COL_REF, .to = "kort" },
	{ 0 }
};

static const struct column navneliste[] = {
	{ "id", COL_ID }, { "samling", COL_SAMLING }, { "navn", COL_TEXT, .max = LINE },
	{ "parti", COL_TEXT, .max = LINE }, { "rolle", COL_INT, .max = ROLE__MAX - 1 },
	{ "stilling", COL_TEXT, .max = LINE }, { "kjoenn", COL_TEXT, .max = LINE },
	{ "foedt", COL_INT, .min = 1850, .max = 2200, .null = true },
	{ "ny", COL_INT, .max = 1 }, { "ekstern", COL_TEXT, .max = LINE },
	{ "frammoete", COL_INT, .max = PRESENCE__MAX - 1 },
	{ 0 }
};

static const struct column deltaker[] = {
	{ "id", COL_SEAT }, { "samling", COL_SAMLING }, { "token", COL_FRESH },
	{ "rolle", COL_INT, .max = ROLE__MAX - 1 },
	{ "navn", COL_REF, .to = "navneliste", .null = true }, { "dato", COL_DATE },
	{ 0 }
};

static const struct column runde[] = {
	{ "id", COL_ID }, { "punkt", COL_REF, .to = "punkt" }, { "del", COL_INT, .max = 99 },
	{ "nr", COL_INT, .min = 1, .max = 10000 }, { "fase", COL_INT, .max = ROUND__MAX - 1 },
	{ "vist", COL_INT, .max = 1 }, { "slutt", COL_INT, .max = MOMENT_MOST, .null = true },
	{ "total", COL_INT, .max = MOMENT_MOST },
	{ "antall", COL_INT, .max = MOMENT_MOST, .null = true },
	{ "aapnet", COL_INT, .max = MOMENT_MOST, .null = true },
	{ "lukket", COL_INT, .max = MOMENT_MOST, .null = true }, { "delt", COL_INT, .max = 1 },
	{ 0 }
};

static const struct column runderolle[] = {
	{ "runde", COL_REF, .to = "runde" }, { "rolle", COL_INT, .max = ROLE__MAX - 1 },
	{ "antall", COL_INT, .max = 1000000 },
	{ 0 }
};

static const struct column svar[] = {
	{ "runde", COL_REF, .to = "runde" }, { "noekkel", COL_KEY },
	{ "verdi", COL_TEXT, .max = LONG },
	{ "rolle", COL_INT, .max = ROLE__MAX - 1, .null = true },
	{ 0 }
};

static const struct column handtelling[] = {
	{ "runde", COL_REF, .to = "runde" }, { "verdi", COL_TEXT, .max = LINE },
	{ "antall", COL_INT, .max = 1000000 },
	{ 0 }
};

static const struct column moderering[] = {
	{ "punkt", COL_REF, .to = "punkt" }, { "tekst", COL_TEXT, .max = LONG },
	{ "vedtak", COL_INT, .min = VERDICT_APPROVED, .max = VERDICT__MAX - 1 },
	{ 0 }
};

static const struct column ordvalg[] = {
	{ "punkt", COL_REF, .to = "punkt" }, { "ord", COL_TEXT, .max = LONG },
	{ "hode", COL_TEXT, .max = LONG },
	{ 0 }
};

static const struct column ordnavn[] = {
	{ "punkt", COL_REF, .to = "punkt" }, { "hode", COL_TEXT, .max = LONG },
	{ "navn", COL_TEXT, .max = LONG },
	{ 0 }
};

static const struct column ordangre[] = {
	{ "id", COL_ID }, { "punkt", COL_REF, .to = "punkt" },
	{ "nr", COL_INT, .max = 1000000 }, { "hva", COL_INT, .max = WORD_CHANGE__MAX - 1 },
	{ "a", COL_TEXT, .max = LONG }, { "b", COL_TEXT, .max = LONG },
	{ "foer", COL_TEXT, .max = LONG, .null = true },
	{ "etter", COL_TEXT, .max = LONG, .null = true },
	{ 0 }
};

static const struct column gruppedeling[] = {
	{ "punkt", COL_REF, .to = "punkt" },
	{ "fro", COL_INT, .min = INT64_MIN, .max = INT64_MAX }, { "vist", COL_INT, .max = 1 },
	{ "telefoner", COL_INT, .max = 1 }, { "gjentak", COL_INT, .max = 1000000 },
	{ "brudd", COL_TEXT, .max = LONG },
	{ 0 }
};

static const struct column gruppe[] = {
	{ "punkt", COL_REF, .to = "punkt" }, { "nr", COL_INT, .max = 10000 },
	{ "rom", COL_TEXT, .max = LINE }, { "side", COL_INT, .max = ROLE__MAX - 1 },
	{ "skriver", COL_LEFT }, { "leder", COL_REF, .to = "navneliste", .null = true },
	{ "yngst", COL_INT, .max = 1 },
	{ 0 }
};

static const struct column gruppeplass[] = {
	{ "punkt", COL_REF, .to = "punkt" }, { "navn", COL_REF, .to = "navneliste" },
	{ "gruppe", COL_INT, .max = 10000 }, { "laast", COL_INT, .max = 1 },
	{ 0 }
};

static const struct column gruppetelefon[] = {
	{ "punkt", COL_REF, .to = "punkt" }, { "deltaker", COL_SEAT_REF },
	{ "gruppe", COL_INT, .max = 10000 },
	{ 0 }
};

static const struct column grupperegel[] = {
	{ "samling", COL_SAMLING }, { "slag", COL_INT, .max = GROUP_RULE__MAX - 1 },
	{ "a", COL_REF, .to = "navneliste" }, { "b", COL_REF, .to = "navneliste" },
	{ 0 }
};

static const struct column grupperom[] = {
	{ "samling", COL_SAMLING }, { "nr", COL_INT, .max = 10000 },
	{ "navn", COL_TEXT, .max = LINE }, { "plasser", COL_INT, .max = 100000 },
	{ 0 }
};

static const struct column punktfase[] = {
	{ "punkt", COL_REF, .to = "punkt" }, { "fase", COL_INT, .max = 100000 },
	{ "slutt", COL_INT, .max = MOMENT_MOST, .null = true },
	{ "total", COL_INT, .max = MOMENT_MOST },
	{ 0 }
};

static const struct column talerliste[] = {
	{ "punkt", COL_REF, .to = "punkt" }, { "strek", COL_INT, .max = 1 },
	{ "tid_vist", COL_INT, .max = 1 },
	{ 0 }
};

static const struct column taler[] = {
	{ "id", COL_ID }, { "punkt", COL_REF, .to = "punkt" },
	{ "navn", COL_REF, .to = "navneliste", .null = true },
	{ "tekst", COL_TEXT, .max = LONG }, { "deltaker", COL_SEAT_REF, .null = true },
	{ "rolle", COL_INT, .max = ROLE__MAX - 1 },
	{ "slag", COL_INT, .max = SPEECH__MAX - 1 },
	{ "svar_paa", COL_LATER_REF, .to = "taler", .null = true },
	{ "plass", COL_INT, .min = -1000000, .max = 1000000 },
	{ "fase", COL_INT, .max = SPEAKER__MAX - 1 }, { "tur", COL_INT, .max = 100000 },
	{ "sekunder", COL_INT, .max = 86400 },
	{ "startet", COL_INT, .max = MOMENT_MOST, .null = true },
	{ "brukt", COL_INT, .max = MOMENT_MOST },
	{ "igjen", COL_INT, .min = -MOMENT_MOST, .max = MOMENT_MOST, .null = true },
	{ 0 }
};

static const struct column talersum[] = {
	{ "punkt", COL_REF, .to = "punkt" }, { "rolle", COL_INT, .max = ROLE__MAX - 1 },
	{ "antall", COL_INT, .max = 1000000 }, { "replikker", COL_INT, .max = 1000000 },
	{ "personer", COL_INT, .max = 1000000 }, { "brukt", COL_INT, .max = MOMENT_MOST },
	{ 0 }
};

static const struct column valgstemme[] = {
	{ "punkt", COL_REF, .to = "punkt" }, { "runde", COL_INT, .min = 1, .max = 2 },
	{ "hvem", COL_TEXT, .max = LINE }, { "antall", COL_INT, .max = 1000000 },
	{ 0 }
};

static const struct column valglodd[] = {
	{ "punkt", COL_REF, .to = "punkt" }, { "trekning", COL_INT, .min = 1, .max = 2 },
	{ "nr", COL_INT, .min = 1, .max = 10000 }, { "hvem", COL_TEXT, .max = LINE },
	{ 0 }
};

static const struct column valglesning[] = {
	{ "punkt", COL_REF, .to = "punkt" }, { "spoersmaal", COL_TEXT, .max = LINE },
	{ "lesning", COL_TEXT, .max = LINE },
	{ 0 }
};

static const struct column protokoll[] = {
	{ "id", COL_ID }, { "samling", COL_SAMLING }, { "naar", COL_INT, .max = MOMENT_MOST },
	{ "hvem", COL_TEXT, .max = LINE }, { "hva", COL_TEXT, .max = LINE },
	{ "detalj", COL_TEXT, .max = LONG },
	{ 0 }
};

const struct archive_table archive_tables[] = {
	{ "samling", Q_arkiv_les_samling, Q_arkiv_inn_samling, samling, Q_arkiv_siden_samling },
	{ "dag", Q_arkiv_les_dag, Q_arkiv_inn_dag, dag, Q__MAX },
	{ "punkt", Q_arkiv_les_punkt, Q_arkiv_inn_punkt, punkt, Q_arkiv_siden_punkt },
	{ "bilde", Q_arkiv_les_bilde, Q_arkiv_inn_bilde, bilde, Q__MAX },
	{ "kort", Q_arkiv_les_kort, Q_arkiv_inn_kort, kort, Q_arkiv_siden_kort },
	{ "kortpar", Q_arkiv_les_kortpar, Q_arkiv_inn_kortpar, kortpar, Q__MAX },
	{ "navneliste", Q_arkiv_les_navneliste, Q_arkiv_inn_navneliste, navneliste, Q__MAX },
	{ "deltaker", Q_arkiv_les_deltaker, Q_arkiv_inn_deltaker, deltaker, Q__MAX },
	{ "runde", Q_arkiv_les_runde, Q_arkiv_inn_runde, runde, Q__MAX },
	{ "runderolle", Q_arkiv_les_runderolle, Q_arkiv_inn_runderolle, runderolle, Q__MAX },
	{ "svar", Q_arkiv_les_svar, Q_arkiv_inn_svar, svar, Q__MAX },
	{ "handtelling", Q_arkiv_les_handtelling, Q_arkiv_inn_handtelling, handtelling, Q__MAX },
	{ "moderering", Q_arkiv_les_moderering, Q_arkiv_inn_moderering, moderering, Q__MAX },
	{ "ordvalg", Q_arkiv_les_ordvalg, Q_arkiv_inn_ordvalg, ordvalg, Q__MAX },
	{ "ordnavn", Q_arkiv_les_ordnavn, Q_arkiv_inn_ordnavn, ordnavn, Q__MAX },
	{ "ordangre", Q_arkiv_les_ordangre, Q_arkiv_inn_ordangre, ordangre, Q__MAX },
	{ "gruppedeling", Q_arkiv_les_gruppedeling, Q_arkiv_inn_gruppedeling,
	  gruppedeling, Q__MAX },
	{ "gruppe", Q_arkiv_les_gruppe, Q_arkiv_inn_gruppe, gruppe, Q__MAX },
	{ "gruppeplass", Q_arkiv_les_gruppeplass, Q_arkiv_inn_gruppeplass, gruppeplass, Q__MAX },
	{ "gruppetelefon", Q_arkiv_les_gruppetelefon, Q_arkiv_inn_gruppetelefon,
	  gruppetelefon, Q__MAX },
	{ "grupperegel", Q_arkiv_les_grupperegel, Q_arkiv_inn_grupperegel, grupperegel, Q__MAX },
	{ "grupperom", Q_arkiv_les_grupperom, Q_arkiv_inn_grupperom, grupperom, Q__MAX },
	{ "punktfase", Q_arkiv_les_punktfase, Q_arkiv_inn_punktfase, punktfase, Q__MAX },
	{ "talerliste", Q_arkiv_les_talerliste, Q_arkiv_inn_talerliste, talerliste, Q__MAX },
	{ "taler", Q_arkiv_les_taler, Q_arkiv_inn_taler, taler, Q_arkiv_siden_taler },
	{ "talersum", Q_arkiv_les_talersum, Q_arkiv_inn_talersum, talersum, Q__MAX },
	{ "valgstemme", Q_arkiv_les_valgstemme, Q_arkiv_inn_valgstemme, valgstemme, Q__MAX },
	{ "valglodd", Q_arkiv_les_valglodd, Q_arkiv_inn_valglodd, valglodd, Q__MAX },
	{ "valglesning", Q_arkiv_les_valglesning, Q_arkiv_inn_valglesning, valglesning, Q__MAX },
	{ "protokoll", Q_arkiv_les_protokoll, Q_arkiv_inn_protokoll, protokoll, Q__MAX },
	{ 0 }
};

const struct left_out archive_left_out[] = {
	{ "proeve", "a rehearsal is wiped, never kept" },
	{ "fylke", "of the server, not of a samling" },
	{ "kommune", "of the server" },
	{ "person", "logins belong to a server" },
	{ "samling_veileder", "who leads is given anew by a programleder" },
	{ "lenke", "secret" },
	{ "oekt", "secret" },
	{ "innstilling", "of the server" },
	{ "ordpar", "of the municipality on that server" },
	{ "jobb", "files that can be made again" },
	{ "lokalregel", "of the municipality on that server" },
	{ "lovtekst", "of the server" },
	{ "migrering", "of the database file" },
	{ 0 }
};
