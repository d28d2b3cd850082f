-- query: punkt_aktivitet   right: participant wall remote leader contact
SELECT p.id, p.samling, p.slag, p.tittel, p.nivaa, p.vis, p.hold, p.nedtelling, p.oppsett,
       p.konklusjon, s.maalform, p.gjelder, coalesce(f.fase, 0) AS steg, f.slutt, f.total
FROM punkt p JOIN samling s ON s.id = p.samling LEFT JOIN punktfase f ON f.punkt = p.id
WHERE p.id = :punkt;

-- query: runder_i_punkt   right: participant wall remote leader contact
-- People: rows while it is open, the number kept at the close after that.
SELECT r.id, r.del, r.nr, r.fase, r.vist, r.delt, r.slutt, r.total, r.antall,
       CASE WHEN r.fase = 1 THEN (SELECT count(*) FROM svar s WHERE s.runde = r.id)
            ELSE r.antall END AS telefoner,
       (SELECT coalesce(sum(h.antall), 0) FROM handtelling h WHERE h.runde = r.id) AS hender
FROM runde r WHERE r.punkt = :punkt
ORDER BY r.id;

-- query: runde_siste   right: participant
-- Without counting: a row an answer would be read for every answer.
SELECT id, del, nr, fase, vist, slutt, total FROM runde
WHERE id = (SELECT max(id) FROM runde WHERE punkt = :punkt);

-- query: svar_antall   right: participant
SELECT count(*) AS antall FROM svar WHERE runde = :runde;

-- query: runde_ny   right: remote leader
INSERT INTO runde (punkt, del, nr, fase, vist, slutt, total, aapnet)
VALUES (:punkt, :del, :nr, 1, :vist, :slutt, :total, :naa);

-- query: runde_lukk   right: remote leader
UPDATE runde SET fase = 2, antall = :antall, lukket = :naa, slutt = NULL
WHERE id = :id AND fase = 1;

-- query: runde_vis   right: remote leader
UPDATE runde SET vist = :vist WHERE id = :id AND vist <> :vist;

-- query: runde_tid   right: remote leader
UPDATE runde SET slutt = :slutt, total = :total WHERE id = :id AND fase = 1;

-- query: runde_hold   right: remote leader
UPDATE runde SET slutt = :slutt, total = 0 WHERE id = :id AND fase = 1;

-- query: runder_hold_videre   right: contact remote leader
UPDATE runde SET slutt = :slutt, total = 0
WHERE fase = 1 AND punkt IN (SELECT id FROM punkt WHERE samling = :samling);

-- query: runder_tilbake   right: remote leader
-- The item is under way again: what ran while it was not, is no clock of the hall.
UPDATE runde SET slutt = NULL, total = 0 WHERE fase = 1 AND punkt = :punkt;

-- query: runde_holdt   right: participant leader
SELECT r.id, r.slutt, r.punkt, p.dag, p.slag, p.tittel
FROM punkt p JOIN runde r ON r.punkt = p.id JOIN samling s ON s.id = p.samling
WHERE p.samling = :samling AND r.fase = 1 AND r.slutt > :naa AND s.naa IS NOT p.id
ORDER BY r.id DESC LIMIT 1;

-- query: runder_forfalt   right: system
SELECT r.id, r.punkt, p.samling
FROM runde r JOIN punkt p ON p.id = r.punkt JOIN samling s ON s.id = p.samling
WHERE r.fase = 1 AND r.slutt <= :naa AND s.naa IS NOT p.id;

-- query: steg_sett   right: remote leader participant
INSERT INTO punktfase (punkt, fase, slutt, total) VALUES (:punkt, :fase, :slutt, :total)
ON CONFLICT (punkt) DO UPDATE SET fase = excluded.fase, slutt = excluded.slutt,
                                  total = excluded.total;

-- query: runder_aapne   right: system
SELECT r.id, p.samling, r.punkt FROM runde r JOIN punkt p ON p.id = r.punkt WHERE r.fase = 1;

-- query: svar_put   right: participant
-- One answer a key; a later one replaces the earlier.
INSERT INTO svar (runde, noekkel, verdi, rolle)
VALUES (:runde, :noekkel, :verdi, :rolle)
ON CONFLICT (runde, noekkel) DO UPDATE SET verdi = excluded.verdi, rolle = excluded.rolle;

-- query: svar_mitt   right: participant
SELECT verdi FROM svar WHERE runde = :runde AND noekkel = :noekkel;

-- query: svar_grupper   right: participant wall remote leader contact
-- What was answered how often, most often first; never a key.  A line counts as 100 bytes
-- and its own, and no more than :mest are read: far beyond what a hall can write, but a
-- crowd of false phones must not fill the memory.
SELECT verdi, antall
FROM (SELECT verdi, antall,
             sum(100 * (1 + length(verdi) - length(replace(verdi, char(10), '')))
                 + length(CAST(verdi AS BLOB))) OVER (ORDER BY antall DESC, verdi) AS bytes
      FROM (SELECT verdi, count(*) AS antall FROM svar WHERE runde = :runde GROUP BY verdi))
WHERE bytes <= :mest
ORDER BY antall DESC, verdi;

-- query: svar_alle   right: remote leader system
-- Only the close reads them one by one, to write them anew.
SELECT noekkel, verdi, rolle FROM svar WHERE runde = :runde;

-- query: svar_slett   right: remote leader system
DELETE FROM svar WHERE runde = :runde;

-- query: svar_skriv   right: remote leader system
INSERT INTO svar (runde, noekkel, verdi, rolle) VALUES (:runde, :noekkel, :verdi, :rolle);

-- query: runderolle_ny   right: remote leader system
INSERT INTO runderolle (runde, rolle, antall) VALUES (:runde, :rolle, :antall);

-- query: runderoller   right: participant wall remote leader contact
SELECT rolle, antall FROM runderolle WHERE runde = :runde;

-- query: svar_delt   right: participant wall remote leader contact
-- What each role answered in a closed round, for comparing; texts have no role there.
SELECT rolle, verdi, count(*) AS antall FROM svar
WHERE runde = :runde AND rolle IS NOT NULL GROUP BY rolle, verdi;

-- query: runde_del   right: leader
UPDATE runde SET delt = :delt WHERE id = :id AND fase = 2 AND delt <> :delt;

-- query: hender_i_runde   right: participant wall remote leader contact
SELECT verdi, antall FROM handtelling WHERE runde = :runde;

-- query: hender_sett   right: leader
INSERT INTO handtelling (runde, verdi, antall) VALUES (:runde, :verdi, :antall)
ON CONFLICT (runde, verdi) DO UPDATE SET antall = excluded.antall;

-- query: moderering_i_punkt   right: participant wall remote leader contact
SELECT tekst, vedtak FROM moderering WHERE punkt = :punkt;

-- query: moderering_sett   right: leader
INSERT INTO moderering (punkt, tekst, vedtak) VALUES (:punkt, :tekst, :vedtak)
ON CONFLICT (punkt, tekst) DO UPDATE SET vedtak = excluded.vedtak;
