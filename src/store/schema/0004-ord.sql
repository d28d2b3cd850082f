-- Which words are the same: decided by a person, remembered for the municipality.

CREATE TABLE ordvalg (                     -- in one item
    punkt INTEGER NOT NULL REFERENCES punkt (id) ON DELETE CASCADE,
    ord   TEXT NOT NULL,                   -- folded (utf8_fold), of one or more answers
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
    a       TEXT NOT NULL,                 -- folded; a < b
    b       TEXT NOT NULL,
    samme   INTEGER NOT NULL,              -- 1 the same, 0 not
    PRIMARY KEY (kommune, a, b)
) STRICT, WITHOUT ROWID;
