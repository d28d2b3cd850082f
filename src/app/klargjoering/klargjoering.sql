-- query: proeve_finn   right: leader contact remote
SELECT id, kode FROM samling WHERE proeve_av = :samling;

-- query: proeve_er   right: leader
SELECT proeve_av FROM samling WHERE id = :samling;

-- query: proeve_runder   right: leader contact remote system
SELECT r.id FROM runde r JOIN punkt p ON p.id = r.punkt
WHERE p.samling = :samling AND r.fase = 1;

-- query: proeve_slett   right: leader contact remote system
-- Never a real one.
DELETE FROM samling WHERE id = :samling AND proeve_av IS NOT NULL;

-- query: proeve_gamle   right: system
SELECT id FROM samling WHERE proeve_av IS NOT NULL AND opprettet < :foer;

-- query: proeve_merk   right: leader
UPDATE samling SET proeve_av = :av, fase = 1 WHERE id = :samling;

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
