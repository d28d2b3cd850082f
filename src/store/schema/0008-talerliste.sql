-- The rostrum: who speaks, who waits, and how long each has had.  Where an item stands and
-- the clock that runs are in punktfase.
CREATE TABLE taler (
    id       INTEGER PRIMARY KEY,
    punkt    INTEGER NOT NULL REFERENCES punkt (id) ON DELETE CASCADE,
    navn     INTEGER REFERENCES navneliste (id) ON DELETE SET NULL, -- NULL: see tekst
    tekst    TEXT NOT NULL DEFAULT '',     -- "Gruppe 3"; or the name where no list is
    deltaker BLOB REFERENCES deltaker (id) ON DELETE SET NULL, -- the phone that asked
    rolle    INTEGER NOT NULL,             -- enum role
    slag     INTEGER NOT NULL DEFAULT 0,   -- enum speech
    svar_paa INTEGER REFERENCES taler (id) ON DELETE SET NULL, -- a reply: to this speech
    plass    INTEGER NOT NULL,             -- order among those who wait
    fase     INTEGER NOT NULL DEFAULT 0,   -- enum speaker_phase
    tur      INTEGER NOT NULL DEFAULT 0,   -- punktfase.fase when it got the floor; 0: not yet
    sekunder INTEGER NOT NULL,             -- allowed
    startet  INTEGER,                      -- its clock has run since, wall ms; NULL: it stands
    brukt    INTEGER NOT NULL DEFAULT 0,   -- milliseconds at the rostrum before that
    igjen    INTEGER                       -- ms left when the clock was stopped; may be below 0
) STRICT;
CREATE INDEX taler_i_punkt ON taler (punkt, fase, plass);
CREATE UNIQUE INDEX taler_snakker ON taler (punkt) WHERE fase = 1;

CREATE TABLE talerliste (
    punkt    INTEGER NOT NULL PRIMARY KEY REFERENCES punkt (id) ON DELETE CASCADE,
    strek    INTEGER NOT NULL DEFAULT 0,   -- 1: no more may ask to speak
    tid_vist INTEGER NOT NULL DEFAULT 0    -- 1: the wall shows the time each role has used
) STRICT;

-- What is left when the samling has ended: never who.
CREATE TABLE talersum (
    punkt     INTEGER NOT NULL REFERENCES punkt (id) ON DELETE CASCADE,
    rolle     INTEGER NOT NULL,
    antall    INTEGER NOT NULL,            -- speeches, replies too
    replikker INTEGER NOT NULL,
    personer  INTEGER NOT NULL,            -- at least so many spoke
    brukt     INTEGER NOT NULL,            -- ms; 0 where it would be one person's, or two's
    PRIMARY KEY (punkt, rolle)
) STRICT, WITHOUT ROWID;
