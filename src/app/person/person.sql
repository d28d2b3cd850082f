-- Access, erasing and keeping no longer than needed.

-- ---- finding somebody ----

-- query: innsyn_navneliste   right: system
-- Every name on every roster: folded and compared in C.
SELECT n.id, n.navn, s.kommune FROM navneliste n JOIN samling s ON s.id = n.samling
ORDER BY s.kommune, n.id;

-- query: innsyn_person   right: system
SELECT id, navn, epost, rolle FROM person WHERE epost = :epost;

-- ---- what is stored, a section each: one argument, columns as they are shown ----

-- query: innsyn_navn   right: system
SELECT s.kommunenavn || ': ' || s.tittel AS samling, n.navn, n.parti, n.rolle, n.stilling,
       n.kjoenn, n.foedt, n.ny, n.ekstern, n.frammoete
FROM navneliste n JOIN samling s ON s.id = n.samling WHERE n.id = :navn;

-- query: innsyn_plass   right: system
SELECT s.kommunenavn || ': ' || s.tittel AS samling, d.rolle, d.dato
FROM deltaker d JOIN samling s ON s.id = d.samling WHERE d.navn = :navn;

-- query: innsyn_svar   right: system
SELECT p.tittel, r.del + 1 AS del, r.nr, v.verdi
FROM svar v
JOIN runde r ON r.id = v.runde
JOIN punkt p ON p.id = r.punkt AND p.nivaa = 0
JOIN deltaker d ON d.id = v.noekkel
WHERE d.navn = :navn ORDER BY r.id;

-- query: innsyn_gruppe   right: system
SELECT p.tittel, g.gruppe, g.laast, coalesce(l.leder = g.navn, 0) AS leder
FROM gruppeplass g JOIN punkt p ON p.id = g.punkt
LEFT JOIN gruppe l ON l.punkt = g.punkt AND l.nr = g.gruppe
WHERE g.navn = :navn ORDER BY p.id;

-- query: innsyn_regel   right: system
-- That there is a rule, not whom it is about besides.
SELECT s.kommunenavn || ': ' || s.tittel AS samling, g.slag
FROM grupperegel g JOIN samling s ON s.id = g.samling
WHERE g.a = :navn OR g.b = :navn;

-- query: innsyn_taler   right: system
SELECT p.tittel, t.slag, t.sekunder, t.brukt / 1000 AS brukt
FROM taler t JOIN punkt p ON p.id = t.punkt WHERE t.navn = :navn ORDER BY t.id;

-- query: innsyn_konto   right: system
SELECT epost, navn, rolle, spraak, coalesce(kommune, '') AS kommune, opprettet, sperret
FROM person WHERE id = :person;

-- query: innsyn_leder   right: system
SELECT s.kommunenavn || ': ' || s.tittel AS samling
FROM samling_veileder v JOIN samling s ON s.id = v.samling
WHERE v.person = :person ORDER BY s.id;

-- query: innsyn_lenke   right: system
SELECT slag, utloeper, brukt FROM lenke WHERE person = :person ORDER BY id;

-- query: innsyn_oekt   right: system
SELECT opprettet, utloeper FROM oekt WHERE person = :person ORDER BY id;

-- query: innsyn_protokoll   right: system
SELECT coalesce(s.kommunenavn || ': ' || s.tittel, '') AS samling, p.naar, p.hva, p.detalj
FROM protokoll p LEFT JOIN samling s ON s.id = p.samling
WHERE p.hvem = :navn ORDER BY p.id;

-- query: innsyn_omtale   right: system
-- Where the name stands in what others have written; with :kommune only in its samlinger.
SELECT hvor, substr(tekst, max(1, instr(lower(tekst), lower(:navn)) - 40), 120) AS tekst FROM (
    SELECT samling, '/samling/' || samling || '/punkt/' || id AS hvor,
           tittel || ' ' || ansvarlig || ' ' || notat || ' ' || konklusjon || ' ' || oppsett
           AS tekst FROM punkt
    UNION ALL SELECT samling, '/samling/' || samling || '/lenker', navn FROM lenke
              WHERE samling IS NOT NULL
    UNION ALL SELECT p.samling, '/samling/' || p.samling || '/punkt/' || p.id, t.tekst
              FROM taler t JOIN punkt p ON p.id = t.punkt
    UNION ALL SELECT p.samling, '/samling/' || p.samling || '/punkt/' || p.id,
                     k.tekst || ' ' || k.ordlyd
              FROM kort k JOIN punkt p ON p.id = k.punkt
    UNION ALL SELECT p.samling, '/samling/' || p.samling || '/rapport', v.verdi FROM svar v
              JOIN runde r ON r.id = v.runde JOIN punkt p ON p.id = r.punkt
    UNION ALL SELECT samling, 'protokoll', detalj FROM protokoll WHERE hvem <> :navn)
WHERE instr(lower(tekst), lower(:navn)) > 0
  AND (:kommune IS NULL OR samling IN (SELECT s.id FROM samling s WHERE s.kommune = :kommune))
ORDER BY hvor;

-- ---- erasing somebody ----

-- query: slett_svar_av   right: system
-- Answers given by name in rounds that are over.
SELECT v.runde, v.noekkel FROM svar v
JOIN runde r ON r.id = v.runde AND r.fase = 2
JOIN deltaker d ON d.id = v.noekkel
WHERE d.navn = :navn;

-- query: slett_svar_navnet   right: system
UPDATE svar SET noekkel = :ny WHERE runde = :runde AND noekkel = :noekkel;

-- query: slett_taler_tekst   right: system
-- Who asked to speak by saying that name, in that municipality.
UPDATE taler SET tekst = '' WHERE tekst = (SELECT n.navn FROM navneliste n WHERE n.id = :navn)
  AND punkt IN (SELECT p.id FROM punkt p JOIN samling s ON s.id = p.samling
                WHERE s.kommune = (SELECT t.kommune FROM navneliste n
                                   JOIN samling t ON t.id = n.samling WHERE n.id = :navn));

-- query: slett_filer   right: system
-- Files that were made while the name was there.
DELETE FROM jobb WHERE samling = (SELECT n.samling FROM navneliste n WHERE n.id = :navn);

-- query: slett_navn   right: system
-- Seats lose the name, places in groups go, speeches are nobody's: the keys see to it.
DELETE FROM navneliste WHERE id = :navn;

-- query: slett_person   right: system
-- Not the last programleder: there would be nobody to let people in.
DELETE FROM person WHERE id = :person AND (rolle <> 0 OR sperret = 1 OR
    (SELECT count(*) FROM person p WHERE p.rolle = 0 AND p.sperret = 0) > 1);

-- query: slett_uten_leder   right: system
SELECT s.id, s.kommunenavn || ': ' || s.tittel AS navn FROM samling s
WHERE EXISTS (SELECT 1 FROM samling_veileder v WHERE v.samling = s.id AND v.person = :person)
  AND NOT EXISTS (SELECT 1 FROM samling_veileder v
                  WHERE v.samling = s.id AND v.person <> :person);

-- query: slett_protokoll_med   right: system
SELECT id, samling, naar, hvem, hva, detalj FROM protokoll
WHERE hvem = :navn OR instr(detalj, :navn) > 0 OR instr(detalj, :epost) > 0;

-- query: slett_protokoll   right: system
DELETE FROM protokoll WHERE id = :id;

-- query: slett_protokoll_igjen   right: system
-- The act stays, in its place; who did it is told by office alone.
INSERT INTO protokoll (id, samling, naar, hvem, hva, detalj)
VALUES (:id, :samling, :naar, :hvem, :hva, :detalj);

-- ---- erasing a samling ----

-- query: slett_samling_navn   right: leader system
SELECT kommunenavn || ': ' || tittel AS navn, kode FROM samling WHERE id = :samling;

-- query: slett_samling_runder   right: leader system
SELECT r.id FROM runde r JOIN punkt p ON p.id = r.punkt
WHERE p.samling = :samling AND r.fase = 1;

-- query: slett_samling   right: leader system
DELETE FROM samling WHERE id = :samling;

-- ---- keeping no longer than needed; :foer is the first date that stays ----

-- query: rydd_telefoner   right: system
-- No phone can be known again; that somebody was there is statistics.  Where a round was left
-- open for answers afterwards, it is when that has closed.
UPDATE deltaker SET token = id WHERE token <> id AND samling IN
    (SELECT samling FROM dag GROUP BY samling HAVING max(dato) < :foer)
    AND NOT EXISTS (SELECT 1 FROM runde r JOIN punkt p ON p.id = r.punkt
                    WHERE p.samling = deltaker.samling AND r.fase = 1 AND r.slutt > :naa);

-- query: rydd_navn   right: system
DELETE FROM navneliste WHERE samling IN
    (SELECT samling FROM dag GROUP BY samling HAVING max(dato) < :foer);

-- query: rydd_filer_med_navn   right: system
-- Files that were made while the names were there; who wants one orders it anew.
DELETE FROM jobb WHERE samling IN
    (SELECT samling FROM dag GROUP BY samling HAVING max(dato) < :foer)
  AND EXISTS (SELECT 1 FROM navneliste n WHERE n.samling = jobb.samling);

-- query: rydd_talere   right: system
UPDATE taler SET tekst = '' WHERE tekst <> '' AND punkt IN
    (SELECT p.id FROM punkt p WHERE p.samling IN
        (SELECT samling FROM dag GROUP BY samling HAVING max(dato) < :foer));

-- query: rydd_tekster_i   right: system
-- Samlinger whose texts have been kept long enough: counted from the last day, or from when
-- the report was released if that was later.
SELECT s.id FROM samling s
WHERE (SELECT max(d.dato) FROM dag d WHERE d.samling = s.id) < :foer
  AND NOT EXISTS (SELECT 1 FROM protokoll p WHERE p.samling = s.id
                  AND p.hva = 'rapport_frigitt' AND p.naar >= :foer_ms);

-- query: rydd_med_svar   right: system
-- The items of a kind that have something left which may have to go: texts that few wrote
-- alike, or something that holds texts back.  What went before costs no more than this.
SELECT p.id FROM punkt p WHERE p.samling = :samling AND p.slag = :slag
  AND (p.hold = 1
       OR EXISTS (SELECT 1 FROM moderering m WHERE m.punkt = p.id)
       OR EXISTS (SELECT 1 FROM runde r JOIN svar v ON v.runde = r.id WHERE r.punkt = p.id
                  GROUP BY v.runde, v.verdi HAVING count(*) < :alike))
ORDER BY p.id;

-- query: rydd_svar   right: system
SELECT noekkel, verdi FROM svar WHERE runde = :runde;

-- query: rydd_svar_slett   right: system
DELETE FROM svar WHERE runde = :runde AND noekkel = :noekkel;

-- query: rydd_svar_kort   right: system
-- Some lines of an answer are left.
UPDATE svar SET verdi = :verdi WHERE runde = :runde AND noekkel = :noekkel;

-- query: rydd_med_kort   right: system
-- The items with cards of which something may have to go.
SELECT p.id FROM punkt p WHERE p.samling = :samling
  AND EXISTS (SELECT 1 FROM kort k WHERE k.punkt = p.id
              AND (k.status <> 2 OR k.hode IS NOT NULL OR k.ordlyd <> ''
                   OR EXISTS (SELECT 1 FROM moderering m WHERE m.punkt = p.id)))
ORDER BY p.id;

-- query: rydd_kort   right: system
DELETE FROM kort WHERE id = :id;

-- query: rydd_kort_ordlyd   right: system
-- What was agreed stands in the words that were agreed.
UPDATE kort SET tekst = ordlyd, ordlyd = '' WHERE id = :id AND ordlyd <> '';

-- query: rydd_moderering   right: system
-- An open round may be on a screen as it was drawn last: its item keeps what holds texts
-- back until somebody has closed it.
DELETE FROM moderering WHERE punkt IN
    (SELECT p.id FROM punkt p WHERE p.samling = :samling
     AND NOT EXISTS (SELECT 1 FROM runde r WHERE r.punkt = p.id AND r.fase = 1));

-- query: rydd_hold   right: system
-- Nobody approves any more, and what is left has been shown.
UPDATE punkt SET hold = 0 WHERE samling = :samling AND hold = 1
  AND NOT EXISTS (SELECT 1 FROM runde r WHERE r.punkt = punkt.id AND r.fase = 1);

-- query: rydd_ordvalg   right: system
DELETE FROM ordvalg WHERE punkt IN
    (SELECT p.id FROM punkt p WHERE p.samling = :samling
     AND NOT EXISTS (SELECT 1 FROM runde r WHERE r.punkt = p.id AND r.fase = 1));

-- query: rydd_ordnavn   right: system
DELETE FROM ordnavn WHERE punkt IN
    (SELECT p.id FROM punkt p WHERE p.samling = :samling
     AND NOT EXISTS (SELECT 1 FROM runde r WHERE r.punkt = p.id AND r.fase = 1));

-- query: rydd_ordpar   right: system
-- What a municipality has said of its words is kept for its next samling, but not of a word
-- that was hidden.
DELETE FROM ordpar
WHERE kommune = (SELECT s.kommune FROM punkt p JOIN samling s ON s.id = p.samling
                 WHERE p.id = :punkt) AND (a = :ord OR b = :ord);

-- query: rydd_ordpar_igjen   right: system
-- Nor of a municipality that has no samling here any more.
DELETE FROM ordpar WHERE kommune NOT IN (SELECT kommune FROM samling);

-- query: rydd_ordangre   right: system
DELETE FROM ordangre WHERE punkt IN (SELECT id FROM punkt WHERE samling = :samling);

-- query: rydd_filer   right: system
-- The same with texts.
DELETE FROM jobb WHERE samling = :samling;

-- query: rydd_venter   right: system
-- Was something deleted that could not be overwritten then, for others used the database?
SELECT EXISTS (SELECT 1 FROM innstilling WHERE navn = 'overskriv') AS venter;

-- query: rydd_husk   right: system
INSERT INTO innstilling (navn, verdi) VALUES ('overskriv', '1') ON CONFLICT DO NOTHING;

-- query: rydd_overskrevet   right: system
DELETE FROM innstilling WHERE navn = 'overskriv';

-- query: rydd_kontakter   right: system
DELETE FROM person WHERE rolle = 3 AND opprettet < :foer_ms;

-- query: rydd_lenker   right: system
DELETE FROM lenke WHERE utloeper < :foer_ms;

-- query: rydd_oekter   right: system
DELETE FROM oekt WHERE utloeper < :naa;
