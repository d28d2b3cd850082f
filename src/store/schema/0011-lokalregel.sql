-- What a municipality's own reglement says, in its own words (src/app/regler/lokal.h).
CREATE TABLE lokalregel (
    kommune TEXT NOT NULL,         -- kommune.nr
    noekkel TEXT NOT NULL,         -- a key of lokal_keys[]
    verdi   TEXT NOT NULL,
    endret  TEXT NOT NULL,         -- ISO date
    PRIMARY KEY (kommune, noekkel)
) STRICT, WITHOUT ROWID;
