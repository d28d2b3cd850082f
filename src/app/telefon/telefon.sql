-- query: samling_med_kode   right: all
-- Whether the code lives today is said apart from whether it exists.
SELECT s.id, s.fase, EXISTS (SELECT 1 FROM dag d WHERE d.samling = s.id AND d.dato = :idag) AS idag,
       (SELECT min(d.dato) FROM dag d WHERE d.samling = s.id) AS foerste
FROM samling s WHERE s.kode = :kode;

-- query: deltaker_plass   right: all
-- A row when there are that many seats already.
SELECT 1 AS full FROM deltaker WHERE samling = :samling LIMIT 1 OFFSET :mest - 1;

-- query: deltaker_ny   right: all system
INSERT INTO deltaker (id, samling, token, rolle, dato)
VALUES (:id, :samling, :token, :rolle, :dato);

-- query: deltaker_rolle   right: participant all
-- The name goes with the role it was in.  Also of the page with the code: the seat is that
-- of the browser's own cookie.
UPDATE deltaker SET rolle = :rolle, navn = CASE WHEN rolle = :rolle THEN navn END
WHERE id = :id;

-- query: deltaker_navn   right: participant
UPDATE deltaker SET navn = :navn WHERE id = :id;

-- query: deltaker_slett   right: participant
DELETE FROM deltaker WHERE id = :id;

-- query: navneliste_valg   right: participant
-- The names a phone may say it is: of its own role.
SELECT id, navn, parti, stilling FROM navneliste
WHERE samling = :samling AND rolle = :rolle ORDER BY navn;
