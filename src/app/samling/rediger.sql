-- What makes a samling and changes its plan.

-- query: kode_finnes   right: staff leader system
SELECT 1 AS ja FROM samling WHERE kode = :kode;

-- query: samling_ny   right: staff leader system
INSERT INTO samling (kommune, kommunenavn, tittel, maalform, sted, kode, opprettet)
VALUES (:kommune, :kommunenavn, :tittel, :maalform, :sted, :kode, :naa);

-- query: dag_ny   right: staff leader system
INSERT INTO dag (samling, nr, dato, start) VALUES (:samling, :nr, :dato, :start);

-- query: dag_sett   right: leader
UPDATE dag SET dato = :dato, start = :start WHERE samling = :samling AND nr = :nr;

-- query: dag_slett   right: leader
-- Only the last, and only when nothing is on it and it is not the one under way.
DELETE FROM dag WHERE samling = :samling AND nr = :nr
  AND NOT EXISTS (SELECT 1 FROM samling s WHERE s.id = :samling AND s.dag = :nr)
  AND nr > 1 AND nr = (SELECT max(d.nr) FROM dag d WHERE d.samling = :samling)
  AND NOT EXISTS (SELECT 1 FROM punkt p WHERE p.samling = :samling AND p.dag = :nr);

-- query: samling_sett   right: leader
UPDATE samling SET tittel = :tittel, sted = :sted, maalform = :maalform WHERE id = :samling;

-- query: punkt_ny   right: staff leader system
-- A place on the agenda; punkt_sett says what stands there.
INSERT INTO punkt (samling, dag, plass, slag, tittel, minutter)
VALUES (:samling, :dag, :plass, '', '', 0);

-- query: punkt_sett   right: staff leader system
UPDATE punkt SET slag = :slag, tittel = :tittel, minutter = :minutter, anker = :anker,
       omtrent = :omtrent, spor = :spor, ansvarlig = :ansvarlig, notat = :notat,
       oppsett = :oppsett, nivaa = :nivaa, vis = :vis, hold = :hold, nedtelling = :nedtelling,
       gjelder = :gjelder
WHERE id = :id AND samling = :samling;

-- query: punkt_plass   right: leader
UPDATE punkt SET dag = :dag, plass = :plass WHERE id = :id AND samling = :samling;

-- query: punkt_slett   right: leader
DELETE FROM punkt WHERE id = :id AND samling = :samling;

-- query: punkt_brukt   right: leader
-- How far an item has been used: what it asked, what has come of it that the report tells
-- (answers, what groups wrote, what was adopted, who had the floor), and whether it is on.
SELECT (SELECT count(*) FROM runde r WHERE r.punkt = p.id) AS runder,
       (SELECT count(*) FROM runde r WHERE r.punkt = p.id AND r.fase = 1) AS aapne,
       EXISTS (SELECT 1 FROM runde r WHERE r.punkt = p.id AND (r.antall > 0
               OR EXISTS (SELECT 1 FROM svar v WHERE v.runde = r.id)
               OR EXISTS (SELECT 1 FROM handtelling h WHERE h.runde = r.id AND h.antall > 0)))
           OR EXISTS (SELECT 1 FROM kort k WHERE k.punkt = p.id
                      AND (k.gruppe IS NOT NULL OR k.status = 2))
           OR EXISTS (SELECT 1 FROM taler t WHERE t.punkt = p.id AND t.fase > 0)
           OR EXISTS (SELECT 1 FROM talersum t WHERE t.punkt = p.id) AS svart,
       s.naa IS p.id AS naa
FROM punkt p JOIN samling s ON s.id = p.samling
WHERE p.id = :id AND p.samling = :samling;

-- query: plan_hel   right: leader system
-- Items whole, as files and copies take them.
SELECT id, dag, slag, tittel, minutter, anker, omtrent, spor, ansvarlig, notat, oppsett,
       nivaa, vis, hold, nedtelling, gjelder
FROM punkt WHERE samling = :samling ORDER BY dag, plass, id;

-- query: punkt_foer   right: leader
-- What an item may go on from: those of this samling, those of earlier samlinger of the
-- municipality that this person has led (or, with :alle, of all), and the one that somebody
-- who led it has chosen already.
SELECT p.id, p.slag, p.tittel, p.samling, p.dag, p.plass, s.tittel AS samlingtittel,
       (SELECT min(d.dato) FROM dag d WHERE d.samling = s.id) AS dato
FROM samling her JOIN samling s ON s.kommune = her.kommune JOIN punkt p ON p.samling = s.id
WHERE her.id = :samling
  AND (s.id = her.id OR p.id = :valgt
       OR (s.fase = 3 AND (:alle OR EXISTS (SELECT 1 FROM samling_veileder v
                                            WHERE v.samling = s.id AND v.person = :person))))
ORDER BY s.id = her.id DESC, dato DESC, s.id, p.dag, p.plass, p.id;

-- query: veileder_ny   right: staff leader system
INSERT INTO samling_veileder (samling, person) VALUES (:samling, :person)
ON CONFLICT DO NOTHING;

-- query: veileder_fjern   right: leader
-- One must remain.
DELETE FROM samling_veileder WHERE samling = :samling AND person = :person
  AND (SELECT count(*) FROM samling_veileder v WHERE v.samling = :samling) > 1;

-- query: veiledere   right: leader contact
SELECT p.id, p.navn, p.epost FROM samling_veileder v JOIN person p ON p.id = v.person
WHERE v.samling = :samling ORDER BY p.navn, p.id;

-- query: veileder_med_epost   right: leader
SELECT id, navn, rolle FROM person WHERE epost = :epost AND sperret = 0;

-- query: oekter_av_person   right: leader
SELECT id FROM oekt WHERE person = :person;

-- query: lenke_i_samling_ny   right: leader system
INSERT INTO lenke (hash, slag, samling, navn, utloeper)
VALUES (:hash, :slag, :samling, :navn, :utloeper);

-- query: lenker_i_samling   right: leader
SELECT id, slag, navn, utloeper, tilbakekalt FROM lenke
WHERE samling = :samling ORDER BY tilbakekalt IS NOT NULL, id;

-- query: lenke_tilbakekall   right: leader
UPDATE lenke SET tilbakekalt = :naa
WHERE id = :id AND samling = :samling AND tilbakekalt IS NULL;

-- query: oekter_av_lenke   right: leader
SELECT id FROM oekt WHERE lenke = :lenke;

-- query: oekter_av_lenke_slett   right: leader
DELETE FROM oekt WHERE lenke = :lenke;
