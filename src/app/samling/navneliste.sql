-- The roster, and who of it is here.

-- query: navneliste   right: contact leader system
SELECT id, navn, parti, rolle, stilling, kjoenn, foedt, ny, ekstern FROM navneliste
WHERE samling = :samling ORDER BY rolle, navn, id;

-- query: navneliste_ny   right: contact leader system
INSERT INTO navneliste (samling, navn, parti, rolle, stilling, kjoenn, foedt, ny, ekstern)
VALUES (:samling, :navn, :parti, :rolle, :stilling, coalesce(:kjoenn, ''), :foedt,
        coalesce(:ny, 0), coalesce(:ekstern, ''));

-- query: navneliste_sett   right: contact
UPDATE navneliste SET navn = :navn, parti = :parti, rolle = :rolle, stilling = :stilling,
       kjoenn = :kjoenn, foedt = :foedt, ny = :ny, ekstern = :ekstern
WHERE id = :id AND samling = :samling;

-- query: navneliste_slett   right: contact
DELETE FROM navneliste WHERE id = :id AND samling = :samling;

-- query: navneliste_frammoete   right: contact leader remote system
-- What was said of each, and whether a phone says the name.
SELECT n.id, n.navn, n.parti, n.rolle, n.stilling, n.kjoenn, n.foedt, n.ny, n.frammoete,
       EXISTS (SELECT 1 FROM deltaker d WHERE d.navn = n.id) AS telefon
FROM navneliste n WHERE n.samling = :samling ORDER BY n.rolle, n.navn, n.id;

-- query: navneliste_frammoete_sett   right: contact
UPDATE navneliste SET frammoete = :frammoete WHERE id = :id AND samling = :samling;

-- query: navneliste_frammoete_ingen   right: contact
UPDATE navneliste SET frammoete = 0 WHERE samling = :samling;
