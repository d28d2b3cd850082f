-- Group work: who sits where, who has the pen, and the rules for making groups.

-- query: gruppedeling_les   right: participant wall remote leader contact
SELECT fro, vist, telefoner, gjentak, brudd FROM gruppedeling WHERE punkt = :punkt;

-- query: grupper_i_punkt   right: participant wall remote leader contact
SELECT g.nr, g.rom, g.side, g.leder, g.yngst, g.skriver, n.navn AS skrivernavn,
       (SELECT count(*) FROM gruppetelefon t WHERE t.punkt = g.punkt AND t.gruppe = g.nr)
           AS telefoner
FROM gruppe g LEFT JOIN deltaker d ON d.id = g.skriver LEFT JOIN navneliste n ON n.id = d.navn
WHERE g.punkt = :punkt ORDER BY g.nr;

-- query: gruppeplasser   right: participant wall remote leader contact
SELECT p.gruppe, p.laast, n.id AS navn, n.navn AS tekst, n.parti, n.rolle, n.frammoete
FROM gruppeplass p JOIN navneliste n ON n.id = p.navn
WHERE p.punkt = :punkt ORDER BY p.gruppe, n.rolle, n.navn, n.id;

-- query: gruppe_punkter   right: participant wall remote leader contact
-- What the groups have written; who of them wrote it is nowhere.
SELECT k.id, k.gruppe, k.felt, k.tekst FROM kort k
WHERE k.punkt = :punkt AND k.gruppe IS NOT NULL AND k.felt IS NOT NULL
ORDER BY k.gruppe, k.felt;

-- query: gruppetelefon_min   right: participant
SELECT gruppe FROM gruppetelefon WHERE punkt = :punkt AND deltaker = :deltaker;

-- query: gruppe_folk   right: participant remote leader
-- All that groups are made of.  A phone asks for it when it is to be placed late.
SELECT n.id, n.navn, n.parti, n.rolle, n.kjoenn, n.foedt, n.ekstern, n.frammoete,
       EXISTS (SELECT 1 FROM deltaker d WHERE d.navn = n.id) AS telefon,
       (SELECT count(*) FROM gruppe g JOIN punkt p ON p.id = g.punkt
        JOIN gruppedeling d ON d.punkt = g.punkt
        WHERE p.samling = n.samling AND g.leder = n.id AND d.vist = 1) AS ledet
FROM navneliste n WHERE n.samling = :samling ORDER BY n.id;

-- query: gruppe_telefoner   right: participant remote leader
SELECT id, rolle FROM deltaker WHERE samling = :samling ORDER BY id;

-- query: gruppe_regler   right: participant remote leader
SELECT r.slag, r.a, r.b, a.navn AS navn_a, b.navn AS navn_b
FROM grupperegel r JOIN navneliste a ON a.id = r.a JOIN navneliste b ON b.id = r.b
WHERE r.samling = :samling ORDER BY r.slag, a.navn, b.navn;

-- query: gruppe_historie   right: participant remote leader
-- The divisions whose pairs count as met: earlier in this samling, shown or not yet, and
-- shown ones of the municipality's other samlinger.  Groups that went on are not new meetings.
SELECT g.punkt, g.gruppe, n.id AS navn, n.navn AS tekst, n.ekstern, p.samling
FROM gruppeplass g JOIN gruppedeling d ON d.punkt = g.punkt JOIN punkt p ON p.id = g.punkt
JOIN samling s ON s.id = p.samling JOIN navneliste n ON n.id = g.navn
WHERE g.punkt <> :punkt AND n.frammoete <> 2
  AND (p.gjelder IS NULL OR NOT EXISTS (SELECT 1 FROM gruppedeling e WHERE e.punkt = p.gjelder))
  AND CASE WHEN p.samling = :samling
           THEN d.vist = 1 OR (p.dag, p.plass) < (SELECT dag, plass FROM punkt WHERE id = :punkt)
           ELSE d.vist = 1 AND s.kommune = (SELECT kommune FROM samling WHERE id = :samling) END
ORDER BY g.punkt;

-- query: gruppe_historie_telefoner   right: participant remote leader
SELECT t.punkt, t.gruppe, t.deltaker
FROM gruppetelefon t JOIN gruppedeling d ON d.punkt = t.punkt JOIN punkt p ON p.id = t.punkt
WHERE p.samling = :samling AND t.punkt <> :punkt AND d.vist = 1 AND d.telefoner = 1
  AND p.gjelder IS NULL
ORDER BY t.punkt;

-- query: gruppe_rom   right: participant remote leader
SELECT nr, navn, plasser FROM grupperom WHERE samling = :samling ORDER BY nr;

-- query: gruppe_laaste   right: remote leader
SELECT navn, gruppe FROM gruppeplass WHERE punkt = :punkt AND laast = 1;

-- query: gruppedeling_ny   right: remote leader
INSERT INTO gruppedeling (punkt, fro, telefoner, gjentak, brudd)
VALUES (:punkt, :fro, :telefoner, :gjentak, :brudd);

-- query: gruppedeling_slett   right: remote leader
-- What has been on the wall stays.
DELETE FROM gruppedeling WHERE punkt = :punkt AND vist = 0;

-- query: gruppedeling_vis   right: remote leader
UPDATE gruppedeling SET vist = 1 WHERE punkt = :punkt AND vist = 0;

-- query: gruppe_ny   right: remote leader
INSERT INTO gruppe (punkt, nr, rom, side, leder, yngst)
VALUES (:punkt, :nr, :rom, :side, :leder, :yngst);

-- query: gruppeplass_ny   right: participant remote leader
-- Somebody who comes twice keeps the first place.
INSERT INTO gruppeplass (punkt, navn, gruppe, laast) VALUES (:punkt, :navn, :gruppe, :laast)
ON CONFLICT DO NOTHING;

-- query: gruppeplass_flytt   right: leader
INSERT INTO gruppeplass (punkt, navn, gruppe, laast) VALUES (:punkt, :navn, :gruppe, 1)
ON CONFLICT (punkt, navn) DO UPDATE SET gruppe = excluded.gruppe, laast = 1;

-- query: gruppe_leder_bort   right: leader
-- Who is moved no longer leads the group they left.
UPDATE gruppe SET leder = NULL, yngst = 0 WHERE punkt = :punkt AND leder = :navn AND nr <> :gruppe;

-- query: gruppeplass_loesne   right: leader
UPDATE gruppeplass SET laast = 0 WHERE punkt = :punkt AND navn = :navn;

-- query: gruppedeling_gjentak   right: participant remote leader
UPDATE gruppedeling SET gjentak = :gjentak WHERE punkt = :punkt;

-- query: gruppetelefon_sett   right: participant remote leader
INSERT INTO gruppetelefon (punkt, deltaker, gruppe) VALUES (:punkt, :deltaker, :gruppe)
ON CONFLICT (punkt, deltaker) DO UPDATE SET gruppe = excluded.gruppe;

-- query: gruppetelefon_slett   right: participant
DELETE FROM gruppetelefon WHERE punkt = :punkt AND deltaker = :deltaker;

-- query: gruppe_kopi   right: remote leader
INSERT INTO gruppe (punkt, nr, rom, side, leder, yngst)
SELECT :punkt, nr, rom, side, leder, yngst FROM gruppe WHERE punkt = :fra;

-- query: gruppeplass_kopi   right: remote leader
INSERT INTO gruppeplass (punkt, navn, gruppe, laast)
SELECT :punkt, navn, gruppe, 0 FROM gruppeplass WHERE punkt = :fra;

-- query: gruppetelefon_kopi   right: remote leader
INSERT INTO gruppetelefon (punkt, deltaker, gruppe)
SELECT :punkt, deltaker, gruppe FROM gruppetelefon WHERE punkt = :fra;

-- query: gruppe_penn   right: participant
-- The pen is taken when it lies there, or when that is what was meant.
UPDATE gruppe SET skriver = :deltaker
WHERE punkt = :punkt AND nr = :gruppe
  AND (skriver IS NULL OR skriver = :deltaker OR :likevel = 1);

-- query: gruppe_penn_ned   right: participant
UPDATE gruppe SET skriver = NULL
WHERE punkt = :punkt AND skriver = :deltaker AND (:unntatt IS NULL OR nr <> :unntatt);

-- query: gruppe_punkt_skriv   right: participant
INSERT INTO kort (punkt, side, tekst, gruppe, felt) VALUES (:punkt, :side, :tekst, :gruppe, :felt)
ON CONFLICT (punkt, gruppe, felt) WHERE felt IS NOT NULL
DO UPDATE SET tekst = excluded.tekst WHERE tekst <> excluded.tekst;

-- query: gruppe_punkter_fra   right: participant
-- The fields from this one on are empty again.
DELETE FROM kort WHERE punkt = :punkt AND gruppe = :gruppe AND felt >= :felt;

-- query: gruppe_navn_sett   right: participant
-- A name of the phone's own role and samling.
UPDATE deltaker SET navn = (SELECT n.id FROM navneliste n WHERE n.id = :navn
                            AND n.samling = deltaker.samling AND n.rolle = deltaker.rolle)
WHERE id = :deltaker AND EXISTS (SELECT 1 FROM navneliste n WHERE n.id = :navn
                                 AND n.samling = deltaker.samling AND n.rolle = deltaker.rolle);

-- query: grupperegel_ny   right: leader
INSERT INTO grupperegel (samling, slag, a, b)
SELECT :samling, :slag, min(n.id), max(n.id) FROM navneliste n
WHERE n.samling = :samling AND n.id IN (:a, :b) HAVING count(*) = 2
ON CONFLICT DO NOTHING;

-- query: grupperegel_slett   right: leader
DELETE FROM grupperegel WHERE samling = :samling AND slag = :slag AND a = :a AND b = :b;

-- query: grupperom_slett   right: leader
DELETE FROM grupperom WHERE samling = :samling;

-- query: grupperom_ny   right: leader
INSERT INTO grupperom (samling, nr, navn, plasser) VALUES (:samling, :nr, :navn, :plasser);

-- query: gruppearbeid_i_samling   right: leader
SELECT p.id, p.tittel, p.dag, d.vist, d.gjentak, d.telefoner,
       (SELECT count(*) FROM gruppe g WHERE g.punkt = p.id) AS grupper
FROM punkt p LEFT JOIN gruppedeling d ON d.punkt = p.id
WHERE p.samling = :samling AND p.slag = 'gruppearbeid' ORDER BY p.dag, p.plass;
