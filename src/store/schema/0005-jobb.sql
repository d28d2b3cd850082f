-- Slow work, ordered here and done by the program samling-jobb.  How far it has come is told
-- by the files in DIR/filer and not here, for that program only reads this table.
CREATE TABLE jobb (
    id       INTEGER PRIMARY KEY,
    samling  INTEGER NOT NULL REFERENCES samling (id) ON DELETE CASCADE,
    slag     TEXT NOT NULL,                -- name of a row in the job table
    fil      TEXT NOT NULL UNIQUE,         -- random; DIR/filer/<fil>.<ending> is what it makes
    versjon  INTEGER NOT NULL,             -- samling.versjon when it was ordered: all of that
    bestilt  INTEGER NOT NULL,             -- is in the file, and perhaps more
    UNIQUE (samling, slag)                 -- a newer one takes the place of the older
) STRICT;
