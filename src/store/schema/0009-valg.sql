-- Elections in the meeting: votes counted by hand, lots, and how an open question was read.
-- Who stands is in punkt.oppsett; a vote is kept by name, so that it follows its list when
-- the lists are corrected, and is seen no more when its list is gone.
CREATE TABLE valgstemme (
    punkt   INTEGER NOT NULL REFERENCES punkt (id) ON DELETE CASCADE,
    runde   INTEGER NOT NULL,              -- 1; of flertallsvalg also 2
    hvem    TEXT NOT NULL,                 -- list or candidate; '': blank
    antall  INTEGER NOT NULL CHECK (antall >= 0),
    PRIMARY KEY (punkt, runde, hvem)
) STRICT, WITHOUT ROWID;

CREATE TABLE valglodd (
    punkt    INTEGER NOT NULL REFERENCES punkt (id) ON DELETE CASCADE,
    trekning INTEGER NOT NULL,             -- 1; 2: for seats that pass to other lists
    nr       INTEGER NOT NULL,             -- drawn as number, from 1
    hvem     TEXT NOT NULL,
    PRIMARY KEY (punkt, trekning, nr)
) STRICT, WITHOUT ROWID;

CREATE TABLE valglesning (
    punkt     INTEGER NOT NULL REFERENCES punkt (id) ON DELETE CASCADE,
    spoersmaal TEXT NOT NULL,              -- key of rules/valg/tvil.h, and of its reading
    lesning   TEXT NOT NULL,
    PRIMARY KEY (punkt, spoersmaal)
) STRICT, WITHOUT ROWID;
