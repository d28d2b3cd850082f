-- Cards: what groups or people have written, gathered, merged, supported and adopted.
CREATE TABLE kort (
    id       INTEGER PRIMARY KEY,
    punkt    INTEGER NOT NULL REFERENCES punkt (id) ON DELETE CASCADE,
    side     INTEGER NOT NULL DEFAULT 0,   -- enum role: whose list it stands in
    tekst    TEXT NOT NULL,                -- as written; never changed
    ordlyd   TEXT NOT NULL DEFAULT '',     -- as the leader words it; "": as written
    gruppe   INTEGER,                      -- number of the group that wrote it
    felt     INTEGER,                      -- which of its points; NULL: nobody may edit it
    hode     INTEGER REFERENCES kort (id) ON DELETE SET NULL, -- merged into this card
    trinn    INTEGER NOT NULL DEFAULT 0,   -- merged as number so many of its item, from 1
    status   INTEGER NOT NULL DEFAULT 0,   -- enum card_status
    talt     INTEGER NOT NULL DEFAULT 0    -- 1: had dots when it was merged or hidden
) STRICT;
CREATE INDEX kort_i_punkt ON kort (punkt);
CREATE UNIQUE INDEX kort_felt ON kort (punkt, gruppe, felt) WHERE felt IS NOT NULL;

CREATE TABLE kortpar (                     -- suggestions to merge that were turned down
    punkt INTEGER NOT NULL REFERENCES punkt (id) ON DELETE CASCADE,
    a     INTEGER NOT NULL REFERENCES kort (id) ON DELETE CASCADE,
    b     INTEGER NOT NULL REFERENCES kort (id) ON DELETE CASCADE,
    PRIMARY KEY (punkt, a, b)
) STRICT, WITHOUT ROWID;
