-- For the tests of the store: it knows nothing of what a query means.
CREATE TABLE lapp (
    id    INTEGER PRIMARY KEY,
    tall  INTEGER,
    tekst TEXT,
    bilde BLOB
) STRICT;

CREATE TABLE eier (
    navn TEXT NOT NULL PRIMARY KEY,
    lapp INTEGER NOT NULL REFERENCES lapp (id),
    alder INTEGER NOT NULL DEFAULT 1 CHECK (alder > 0)
) STRICT, WITHOUT ROWID;
