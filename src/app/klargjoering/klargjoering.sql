-- query: proeve_finn   right: leader contact remote system
SELECT s.id, s.kode FROM proeve p JOIN samling s ON s.id = p.samling WHERE p.av = :samling;

-- query: proeve_er   right: leader
SELECT av FROM proeve WHERE samling = :samling;

-- query: proeve_runder   right: leader contact remote system
SELECT r.id FROM runde r JOIN punkt p ON p.id = r.punkt
WHERE p.samling = :samling AND r.fase = 1;

-- query: proeve_slett   right: leader contact remote system
-- Never a real one.
DELETE FROM samling WHERE id = :samling AND id IN (SELECT samling FROM proeve);

-- query: proeve_gamle   right: system
SELECT s.id FROM proeve p JOIN samling s ON s.id = p.samling WHERE s.opprettet < :foer;

-- query: proeve_merk   right: leader
INSERT INTO proeve (samling, av) VALUES (:samling, :av);

-- query: proeve_klar   right: leader
UPDATE samling SET fase = 1 WHERE id = :samling AND id IN (SELECT samling FROM proeve);

-- query: proeve_navn   right: leader
-- Everybody is there, so that groups can be made.
INSERT INTO navneliste (samling, navn, parti, rolle, stilling, kjoenn, foedt, ny, frammoete)
SELECT :til, navn, parti, rolle, stilling, kjoenn, foedt, ny, 1
FROM navneliste WHERE samling = :fra;

-- query: proeve_ledere   right: leader
INSERT INTO samling_veileder (samling, person)
SELECT :til, person FROM samling_veileder WHERE samling = :fra ON CONFLICT DO NOTHING;

-- query: klargjoer_kopi   right: leader
SELECT coalesce((SELECT verdi FROM innstilling WHERE navn = 'sikkerhetskopi'), '') AS naar;
