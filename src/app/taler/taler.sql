-- query: taler_i_punkt   right: participant wall remote leader contact
SELECT t.id, t.navn, coalesce(n.navn, t.tekst) AS sagt, coalesce(n.parti, '') AS parti,
       coalesce(n.stilling, '') AS stilling, t.deltaker, t.rolle, t.slag, t.svar_paa, t.plass,
       t.fase, t.tur, t.sekunder, t.startet, t.brukt, t.igjen
FROM taler t LEFT JOIN navneliste n ON n.id = t.navn
WHERE t.punkt = :punkt ORDER BY t.id;

-- query: taler_valg   right: participant wall remote leader contact
-- What is set for the list, and whether there are names to fetch.
SELECT coalesce(l.strek, 0) AS strek, coalesce(l.tid_vist, 0) AS tid_vist,
       EXISTS (SELECT 1 FROM navneliste n WHERE n.samling = p.samling) AS navneliste
FROM punkt p LEFT JOIN talerliste l ON l.punkt = p.id WHERE p.id = :punkt;

-- query: taler_summer   right: participant wall remote leader contact
SELECT rolle, antall, replikker, personer, brukt FROM talersum WHERE punkt = :punkt;

-- query: taler_navnevalg   right: participant leader
-- The names somebody may say that they have: of the role; NULL: of all.
SELECT id, navn, parti, rolle FROM navneliste
WHERE samling = :samling AND (:rolle IS NULL OR rolle = :rolle) ORDER BY navn, id;

-- query: taler_strek   right: leader
INSERT INTO talerliste (punkt, strek) VALUES (:punkt, :strek)
ON CONFLICT (punkt) DO UPDATE SET strek = excluded.strek;

-- query: taler_tid   right: leader
INSERT INTO talerliste (punkt, tid_vist) VALUES (:punkt, :vist)
ON CONFLICT (punkt) DO UPDATE SET tid_vist = excluded.tid_vist;

-- query: taler_ny   right: participant remote leader
-- Last in the queue.
INSERT INTO taler (punkt, navn, tekst, deltaker, rolle, slag, svar_paa, plass, sekunder)
VALUES (:punkt, :navn, :tekst, :deltaker, :rolle, :slag, :svar_paa,
        (SELECT coalesce(max(plass), 0) + 1 FROM taler WHERE punkt = :punkt), :sekunder);

-- query: taler_plass   right: leader
UPDATE taler SET plass = :plass WHERE id = :id AND plass <> :plass;

-- query: taler_slett   right: participant leader
-- Only of those who wait: time that was used is not taken away.
DELETE FROM taler WHERE id = :id AND fase = 0;

-- query: taler_begynner   right: remote leader
UPDATE taler SET fase = 1, tur = :tur, startet = :naa, brukt = 0, igjen = NULL WHERE id = :id;

-- query: taler_ferdig   right: remote leader
UPDATE taler SET fase = 2, startet = NULL, brukt = :brukt, igjen = :igjen WHERE id = :id;

-- query: taler_venter_igjen   right: remote leader
-- First in the queue, as if it had not begun.
UPDATE taler SET fase = 0, tur = 0, startet = NULL, brukt = 0, igjen = NULL,
       plass = (SELECT min(plass) - 1 FROM taler v WHERE v.punkt = taler.punkt)
WHERE id = :id;

-- query: taler_gaar_videre   right: remote leader
UPDATE taler SET fase = 1, startet = :naa, igjen = NULL WHERE id = :id;

-- query: taler_stopper   right: leader
UPDATE taler SET startet = NULL, brukt = :brukt, igjen = :igjen WHERE id = :id;

-- query: taler_forlatt   right: remote leader
-- The item is left in the middle of a speech: its clock stands.
UPDATE taler SET startet = NULL, brukt = brukt + max(0, :naa - startet),
       igjen = coalesce((SELECT f.slutt FROM punktfase f WHERE f.punkt = taler.punkt) - :naa,
                        sekunder * 1000)
WHERE punkt = :punkt AND fase = 1 AND startet IS NOT NULL;

-- query: taler_forlatt_klokke   right: remote leader
UPDATE punktfase SET slutt = NULL, total = 0
WHERE punkt = :punkt AND EXISTS (SELECT 1 FROM taler t WHERE t.punkt = :punkt AND t.fase = 1);

-- query: taler_sum_opp   right: contact leader system
INSERT INTO talersum (punkt, rolle, antall, replikker, personer, brukt)
SELECT punkt, rolle, antall, replikker, personer, CASE WHEN personer >= :minst THEN brukt ELSE 0 END
FROM (SELECT t.punkt, t.rolle, count(*) AS antall, sum(t.slag <> 0) AS replikker,
             count(DISTINCT coalesce('#' || t.navn, t.tekst)) AS personer, sum(t.brukt) AS brukt
      FROM taler t JOIN punkt p ON p.id = t.punkt
      WHERE p.samling = :samling AND t.fase > 0 GROUP BY t.punkt, t.rolle)
WHERE true
ON CONFLICT (punkt, rolle) DO UPDATE
SET antall = antall + excluded.antall, replikker = replikker + excluded.replikker,
    personer = max(personer, excluded.personer), brukt = brukt + excluded.brukt;

-- query: taler_glem   right: contact leader system
DELETE FROM taler WHERE punkt IN (SELECT id FROM punkt WHERE samling = :samling);
