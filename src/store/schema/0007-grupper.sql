-- Who sits with whom.  One division a group-work item; the pairs of earlier ones, also of
-- earlier samlinger of the municipality, are what the next avoids.
CREATE TABLE gruppedeling (
    punkt   INTEGER NOT NULL PRIMARY KEY REFERENCES punkt (id) ON DELETE CASCADE,
    fro     INTEGER NOT NULL,              -- the seed: the same gives the same again
    vist    INTEGER NOT NULL DEFAULT 0,    -- 1: has been on the wall; never made anew
    telefoner INTEGER NOT NULL DEFAULT 0,  -- 1: without a roster, of phones by number
    gjentak INTEGER NOT NULL DEFAULT 0,    -- pairs that have met before
    brudd   TEXT NOT NULL DEFAULT ''       -- JSON: rules that could not be kept
) STRICT;

CREATE TABLE gruppe (
    punkt   INTEGER NOT NULL REFERENCES gruppedeling (punkt) ON DELETE CASCADE,
    nr      INTEGER NOT NULL,
    rom     TEXT NOT NULL DEFAULT '',
    side    INTEGER NOT NULL DEFAULT 0,    -- enum role: whose group, when they sit apart
    skriver BLOB REFERENCES deltaker (id) ON DELETE SET NULL, -- the phone that has the pen
    leder   INTEGER REFERENCES navneliste (id) ON DELETE SET NULL,
    yngst   INTEGER NOT NULL DEFAULT 0,    -- 1: who leads is the youngest of the group
    PRIMARY KEY (punkt, nr)
) STRICT, WITHOUT ROWID;

CREATE TABLE gruppeplass (
    punkt  INTEGER NOT NULL REFERENCES gruppedeling (punkt) ON DELETE CASCADE,
    navn   INTEGER NOT NULL REFERENCES navneliste (id) ON DELETE CASCADE,
    gruppe INTEGER NOT NULL,
    laast  INTEGER NOT NULL DEFAULT 0,     -- put there by hand
    PRIMARY KEY (punkt, navn)
) STRICT, WITHOUT ROWID;

CREATE TABLE gruppetelefon (               -- a phone without a name, and where it sits
    punkt    INTEGER NOT NULL REFERENCES gruppedeling (punkt) ON DELETE CASCADE,
    deltaker BLOB NOT NULL REFERENCES deltaker (id) ON DELETE CASCADE,
    gruppe   INTEGER NOT NULL,
    PRIMARY KEY (punkt, deltaker)
) STRICT, WITHOUT ROWID;

CREATE TABLE grupperegel (
    samling INTEGER NOT NULL REFERENCES samling (id) ON DELETE CASCADE,
    slag    INTEGER NOT NULL,              -- enum group_rule
    a       INTEGER NOT NULL REFERENCES navneliste (id) ON DELETE CASCADE,
    b       INTEGER NOT NULL REFERENCES navneliste (id) ON DELETE CASCADE,
    PRIMARY KEY (samling, slag, a, b)
) STRICT, WITHOUT ROWID;

CREATE TABLE grupperom (
    samling INTEGER NOT NULL REFERENCES samling (id) ON DELETE CASCADE,
    nr      INTEGER NOT NULL,
    navn    TEXT NOT NULL,
    plasser INTEGER NOT NULL DEFAULT 0,    -- 0: as many as one likes
    PRIMARY KEY (samling, nr)
) STRICT, WITHOUT ROWID;

-- Where a timed activity of several phases stands (alone, round, agree ...).
CREATE TABLE punktfase (
    punkt  INTEGER NOT NULL PRIMARY KEY REFERENCES punkt (id) ON DELETE CASCADE,
    fase   INTEGER NOT NULL,               -- from 0; what it means is the kind's
    slutt  INTEGER,                        -- when its countdown ends, wall ms
    total  INTEGER NOT NULL DEFAULT 0
) STRICT;

-- What a group wrote is never tied to a phone: who held the pen is forgotten when the
-- samling goes on to another item.
CREATE TRIGGER gruppe_pennen_legges_bort AFTER UPDATE OF naa ON samling
WHEN OLD.naa IS NOT NULL AND OLD.naa IS NOT NEW.naa
BEGIN
    UPDATE gruppe SET skriver = NULL WHERE punkt = OLD.naa;
END;
