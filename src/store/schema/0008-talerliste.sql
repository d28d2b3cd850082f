-- The rostrum: who speaks, who waits, and how long each has had.
CREATE TABLE taler (
    id       INTEGER PRIMARY KEY,
    punkt    INTEGER NOT NULL REFERENCES punkt (id) ON DELETE CASCADE,
    navn     INTEGER REFERENCES navneliste (id) ON DELETE SET NULL, -- NULL: see tekst
    tekst    TEXT NOT NULL DEFAULT '',     -- "Gruppe 3"; or the name where no list is
    rolle    INTEGER NOT NULL,             -- enum role
    slag     INTEGER NOT NULL DEFAULT 0,   -- enum speech
    svar_paa INTEGER REFERENCES taler (id) ON DELETE CASCADE, -- a reply: to this speech
    plass    INTEGER NOT NULL,             -- order among those who wait
    fase     INTEGER NOT NULL DEFAULT 0,   -- enum speaker_phase
    sekunder INTEGER NOT NULL,             -- allowed
    slutt    INTEGER,                      -- speaking: when the time is out, wall ms
    brukt    INTEGER NOT NULL DEFAULT 0    -- milliseconds at the rostrum
) STRICT;
CREATE INDEX taler_i_punkt ON taler (punkt, fase, plass);
CREATE UNIQUE INDEX taler_snakker ON taler (punkt) WHERE fase = 1;
