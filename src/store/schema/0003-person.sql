-- What group work and the rostrum may know of a person.  All but the name may be empty.
ALTER TABLE navneliste ADD COLUMN kjoenn TEXT NOT NULL DEFAULT ''
    CHECK (kjoenn IN ('', 'K', 'M'));
ALTER TABLE navneliste ADD COLUMN foedt INTEGER;                -- year only
ALTER TABLE navneliste ADD COLUMN ny INTEGER NOT NULL DEFAULT 0;-- first time elected
ALTER TABLE navneliste ADD COLUMN ekstern TEXT NOT NULL DEFAULT ''; -- the sender's own id
ALTER TABLE navneliste ADD COLUMN frammoete INTEGER NOT NULL DEFAULT 0; -- enum presence

-- A rehearsal is a samling of its own, with phones that are programs; it goes with the one
-- that it rehearses, and when that one begins.
CREATE TABLE proeve (
    samling INTEGER NOT NULL PRIMARY KEY REFERENCES samling (id) ON DELETE CASCADE,
    av      INTEGER NOT NULL REFERENCES samling (id) ON DELETE CASCADE
) STRICT;
