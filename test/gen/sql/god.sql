-- All that a query may be.  Text before the first block is for people.

-- query: ting_en   right: all
-- Comment lines stand between head and text: 'quotes' and "these" too.
SELECT id, navn AS tittel, '-- no; comment' AS strek, "navn" /* nor; ? */
FROM ting           -- with eier, from the second migration
WHERE id = :ting AND eier IS :eier;

-- query: ting_ny   right: leader admin
INSERT INTO ting (navn, eier) VALUES (:navn, :eier) RETURNING id;

-- query: ting_alle   right: participant
WITH dyre AS (SELECT navn FROM ting WHERE pris > 100) SELECT navn FROM dyre

-- query: ting_rydd   right: system
DELETE FROM ting;
