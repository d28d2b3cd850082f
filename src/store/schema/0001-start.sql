-- What a samling is made of.  Times are milliseconds since 1970, dates ISO text,
-- times of day minutes since midnight.  Stored enum values are never renumbered:
-- their meaning stands in the C enums named beside them.

CREATE TABLE fylke (
    nr             TEXT NOT NULL,          -- two digits
    navn           TEXT NOT NULL,
    navn_offisielt TEXT NOT NULL,          -- in all its languages
    fra            TEXT NOT NULL,          -- the number is valid from this date ...
    til            TEXT,                   -- ... until and with this; NULL: still
    PRIMARY KEY (nr, fra)
) STRICT;

CREATE TABLE kommune (
    nr             TEXT NOT NULL,          -- four digits
    navn           TEXT NOT NULL,
    navn_offisielt TEXT NOT NULL,
    sortering      TEXT NOT NULL,          -- lib/utf8 utf8_sort_key()
    fylke          TEXT NOT NULL,
    innbyggere     INTEGER,
    aar            INTEGER,                -- of the population figure
    maalform       TEXT NOT NULL CHECK (maalform IN ('bokmal', 'nynorsk', 'noytral')),
    samisk         TEXT NOT NULL DEFAULT '',
    fra            TEXT NOT NULL,
    til            TEXT,
    PRIMARY KEY (nr, fra)
) STRICT;

CREATE TABLE person (                      -- staff; participants have no account
    id        INTEGER PRIMARY KEY,
    epost     TEXT NOT NULL UNIQUE,        -- lower case
    navn      TEXT NOT NULL,
    rolle     INTEGER NOT NULL,            -- enum staff_role
    spraak    TEXT NOT NULL DEFAULT 'nb',
    kommune   TEXT,                        -- for a kontakt: the one they answer for
    opprettet INTEGER NOT NULL,
    sperret   INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE samling (
    id          INTEGER PRIMARY KEY,
    kommune     TEXT NOT NULL,
    kommunenavn TEXT NOT NULL,             -- as it was called then
    tittel      TEXT NOT NULL,
    maalform    TEXT NOT NULL CHECK (maalform IN ('nb', 'nn')),
    sted        TEXT NOT NULL DEFAULT '',
    kode        TEXT NOT NULL UNIQUE,      -- eight digits
    fase        INTEGER NOT NULL DEFAULT 0,-- enum samling_phase
    dag         INTEGER NOT NULL DEFAULT 1,-- the day under way
    naa         INTEGER,                   -- the punkt under way
    svart       INTEGER NOT NULL DEFAULT 0,-- the wall is black
    etter       INTEGER NOT NULL DEFAULT 0,-- minutes behind, said by the facilitator
    frigitt     INTEGER NOT NULL DEFAULT 0,-- the report is released to participants
    versjon     INTEGER NOT NULL DEFAULT 1,-- rises with all that a screen can see
    opprettet   INTEGER NOT NULL
) STRICT;

CREATE TABLE samling_veileder (
    samling INTEGER NOT NULL REFERENCES samling (id) ON DELETE CASCADE,
    person  INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    PRIMARY KEY (samling, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE dag (
    samling INTEGER NOT NULL REFERENCES samling (id) ON DELETE CASCADE,
    nr      INTEGER NOT NULL,
    dato    TEXT NOT NULL,
    start   INTEGER NOT NULL,
    PRIMARY KEY (samling, nr)
) STRICT, WITHOUT ROWID;

CREATE TABLE punkt (
    id        INTEGER PRIMARY KEY,
    samling   INTEGER NOT NULL REFERENCES samling (id) ON DELETE CASCADE,
    dag       INTEGER NOT NULL,
    plass     INTEGER NOT NULL,            -- order within the day
    slag      TEXT NOT NULL,               -- struct kind .name
    tittel    TEXT NOT NULL,
    minutter  INTEGER NOT NULL,
    anker     INTEGER,                     -- fixed start; NULL: floating
    omtrent   INTEGER NOT NULL DEFAULT 0,  -- "ca."
    spor      TEXT NOT NULL DEFAULT '',    -- parallel with its neighbours of other tracks
    ansvarlig TEXT NOT NULL DEFAULT '',
    notat     TEXT NOT NULL DEFAULT '',    -- for the console only
    oppsett   TEXT NOT NULL DEFAULT '{}',  -- JSON, read by the kind
    nivaa     INTEGER NOT NULL DEFAULT 2,  -- enum level
    vis       INTEGER NOT NULL DEFAULT 0,  -- enum show
    hold      INTEGER NOT NULL DEFAULT 0,  -- new texts wait for approval
    nedtelling INTEGER NOT NULL DEFAULT 0, -- seconds a round lasts; 0: no clock
    konklusjon TEXT NOT NULL DEFAULT '',   -- what was decided
    startet   INTEGER,
    avsluttet INTEGER
) STRICT;
CREATE INDEX punkt_i_samling ON punkt (samling, dag, plass);

CREATE TABLE bilde (                       -- "bilde" in oppsett names one by its sha
    samling INTEGER NOT NULL REFERENCES samling (id) ON DELETE CASCADE,
    sha     TEXT NOT NULL,                 -- SHA-256 of bytes, in hex
    type    INTEGER NOT NULL,              -- enum picture_type
    beskrivelse TEXT NOT NULL,             -- for those who do not see it
    bytes   BLOB NOT NULL,
    PRIMARY KEY (samling, sha)
) STRICT;

CREATE TABLE runde (                       -- one time of asking
    id       INTEGER PRIMARY KEY,
    punkt    INTEGER NOT NULL REFERENCES punkt (id) ON DELETE CASCADE,
    del      INTEGER NOT NULL DEFAULT 0,   -- stage of a dilemma, from 0
    nr       INTEGER NOT NULL DEFAULT 1,   -- the same stage asked again: 2, 3 ...
    fase     INTEGER NOT NULL DEFAULT 0,   -- enum round_phase
    vist     INTEGER NOT NULL DEFAULT 0,   -- the result is on the wall
    slutt    INTEGER,                      -- when its countdown ends
    total    INTEGER NOT NULL DEFAULT 0,   -- milliseconds of the countdown in all
    antall   INTEGER,                      -- people who had answered when it closed
    aapnet   INTEGER,
    lukket   INTEGER,
    UNIQUE (punkt, del, nr)
) STRICT;

-- An answer under a random key.  While the round is open the key is made from the
-- round's secret (a file of its own) and the phone's token, so that an answer can be
-- changed; when it closes, the secret is destroyed, every row gets a new random key, and
-- the rows are written anew in key order.  No person, no time, no order.
-- With enum level LEVEL_OPEN the key is the participant's id, and says so to them.
CREATE TABLE svar (
    runde   INTEGER NOT NULL REFERENCES runde (id) ON DELETE CASCADE,
    noekkel BLOB NOT NULL,
    verdi   TEXT NOT NULL,                 -- one line a part, as the kind wrote it
    PRIMARY KEY (runde, noekkel)
) STRICT, WITHOUT ROWID;

CREATE TABLE handtelling (                 -- counted by hand in the hall
    runde  INTEGER NOT NULL REFERENCES runde (id) ON DELETE CASCADE,
    verdi  TEXT NOT NULL,
    antall INTEGER NOT NULL,
    PRIMARY KEY (runde, verdi)
) STRICT, WITHOUT ROWID;

CREATE TABLE moderering (                  -- by text, never by who wrote it
    punkt  INTEGER NOT NULL REFERENCES punkt (id) ON DELETE CASCADE,
    tekst  TEXT NOT NULL,                  -- folded (utf8_fold)
    vedtak INTEGER NOT NULL,               -- enum verdict
    PRIMARY KEY (punkt, tekst)
) STRICT, WITHOUT ROWID;

CREATE TABLE navneliste (                  -- the roster the municipality gave
    id      INTEGER PRIMARY KEY,
    samling INTEGER NOT NULL REFERENCES samling (id) ON DELETE CASCADE,
    navn    TEXT NOT NULL,
    parti   TEXT NOT NULL DEFAULT '',
    rolle   INTEGER NOT NULL,              -- enum role
    stilling TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX navneliste_i_samling ON navneliste (samling);

CREATE TABLE deltaker (                    -- a phone that has joined
    id      BLOB NOT NULL PRIMARY KEY,     -- 16 random bytes
    samling INTEGER NOT NULL REFERENCES samling (id) ON DELETE CASCADE,
    token   BLOB NOT NULL UNIQUE,          -- hash of the cookie
    rolle   INTEGER NOT NULL,              -- enum role
    navn    INTEGER REFERENCES navneliste (id) ON DELETE SET NULL,
    dato    TEXT NOT NULL                  -- the day, never the hour
) STRICT, WITHOUT ROWID;
CREATE INDEX deltaker_i_samling ON deltaker (samling);

CREATE TABLE lenke (                       -- a secret address; only its hash is kept
    id        INTEGER PRIMARY KEY,
    hash      BLOB NOT NULL UNIQUE,
    slag      INTEGER NOT NULL,            -- enum link_kind
    person    INTEGER REFERENCES person (id) ON DELETE CASCADE,
    samling   INTEGER REFERENCES samling (id) ON DELETE CASCADE,
    navn      TEXT NOT NULL DEFAULT '',    -- for whom, in the leader's words
    utloeper  INTEGER NOT NULL,
    brukt     INTEGER,
    tilbakekalt INTEGER
) STRICT;

CREATE TABLE oekt (                        -- a login
    id        INTEGER PRIMARY KEY,
    hash      BLOB NOT NULL UNIQUE,
    person    INTEGER REFERENCES person (id) ON DELETE CASCADE,
    lenke     INTEGER REFERENCES lenke (id) ON DELETE CASCADE,
    opprettet INTEGER NOT NULL,
    utloeper  INTEGER NOT NULL
) STRICT;

CREATE TABLE protokoll (                   -- acts of office; append only, never answers
    id      INTEGER PRIMARY KEY,
    samling INTEGER REFERENCES samling (id) ON DELETE CASCADE,
    naar    INTEGER NOT NULL,
    hvem    TEXT NOT NULL,                 -- the name as it was
    hva     TEXT NOT NULL,                 -- enum-like word: runde_aapnet ...
    detalj  TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TRIGGER protokoll_endres_ikke BEFORE UPDATE ON protokoll
BEGIN SELECT raise(ABORT, 'protokoll is append only'); END;

CREATE TABLE innstilling (
    navn  TEXT NOT NULL PRIMARY KEY,
    verdi TEXT NOT NULL
) STRICT, WITHOUT ROWID;
