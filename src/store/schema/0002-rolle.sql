-- What lets a result be compared: councillors with administration, then with now.

-- The role of the one who answered, kept with the answer so that groups of roles can be
-- counted.  Rewritten when an anonymous round closes: a group too small to hide one person
-- is joined with another or left out (rules/sammenlign.h), and NULL is "not kept".
ALTER TABLE svar ADD COLUMN rolle INTEGER;

-- The earlier item that this one asks again, shows again or goes on from.
ALTER TABLE punkt ADD COLUMN gjelder INTEGER REFERENCES punkt (id) ON DELETE SET NULL;
