-- What lets a result be compared: councillors with administration, then with now.

-- The role (enum role) of the one who answered, so that groups can be counted; in an
-- anonymous round that is open, masked under the round's secret (store/secret.h).  When
-- that round closes it stays only with choices, only where both groups of
-- rules/sammenlign.h are large enough, and as the group: 0 councillors, 1 the others.
ALTER TABLE svar ADD COLUMN rolle INTEGER;

-- How many of each role had answered when it closed; no rows: cannot be compared.
CREATE TABLE runderolle (
    runde  INTEGER NOT NULL REFERENCES runde (id) ON DELETE CASCADE,
    rolle  INTEGER NOT NULL,               -- enum role
    antall INTEGER NOT NULL,
    PRIMARY KEY (runde, rolle)
) STRICT, WITHOUT ROWID;

ALTER TABLE runde ADD COLUMN delt INTEGER NOT NULL DEFAULT 0; -- the comparison is on the wall

-- The earlier item that this one asks again, shows again or goes on from.
ALTER TABLE punkt ADD COLUMN gjelder INTEGER REFERENCES punkt (id) ON DELETE SET NULL;
