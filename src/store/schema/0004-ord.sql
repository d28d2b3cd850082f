-- Which words are the same: decided by a person, remembered for the municipality.
-- A word is named by its key or, after "=", by one spelling (rules/ord.h).

CREATE TABLE ordvalg (                     -- in one item
    punkt INTEGER NOT NULL REFERENCES punkt (id) ON DELETE CASCADE,
    ord   TEXT NOT NULL,
    hode  TEXT NOT NULL,                   -- the word it is shown with; itself: kept apart
    PRIMARY KEY (punkt, ord)
) STRICT, WITHOUT ROWID;

CREATE TABLE ordnavn (                     -- what a group of words is called on the wall
    punkt INTEGER NOT NULL REFERENCES punkt (id) ON DELETE CASCADE,
    hode  TEXT NOT NULL,
    navn  TEXT NOT NULL,
    PRIMARY KEY (punkt, hode)
) STRICT, WITHOUT ROWID;

CREATE TABLE ordpar (                      -- what was said of two words before
    kommune TEXT NOT NULL,
    a       TEXT NOT NULL,                 -- a < b
    b       TEXT NOT NULL,
    samme   INTEGER NOT NULL,              -- 1 the same, 0 not
    PRIMARY KEY (kommune, a, b)
) STRICT, WITHOUT ROWID;

CREATE TABLE ordangre (                    -- what each act changed, to be undone
    id    INTEGER PRIMARY KEY,
    punkt INTEGER NOT NULL REFERENCES punkt (id) ON DELETE CASCADE,
    nr    INTEGER NOT NULL,                -- of the act, in its item
    hva   INTEGER NOT NULL,                -- enum word_change
    a     TEXT NOT NULL,
    b     TEXT NOT NULL,                   -- of pairs; else empty
    foer  TEXT,                            -- the value before and after; NULL: no row
    etter TEXT
) STRICT;
CREATE INDEX ordangre_punkt ON ordangre (punkt, nr);
