-- Slow work, done by the program samling-jobb.
CREATE TABLE jobb (
    id       INTEGER PRIMARY KEY,
    samling  INTEGER REFERENCES samling (id) ON DELETE CASCADE,
    slag     TEXT NOT NULL,                -- the name of a row in the job table
    fase     INTEGER NOT NULL DEFAULT 0,   -- enum job_phase
    bestilt  INTEGER NOT NULL,
    ferdig   INTEGER,
    feil     TEXT NOT NULL DEFAULT ''      -- msgid of what was wrong
) STRICT;
CREATE INDEX jobb_i_samling ON jobb (samling, slag);
