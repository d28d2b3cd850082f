-- query: person_finnes   right: all system
SELECT EXISTS (SELECT 1 FROM person) AS finnes;

-- query: person_foerste   right: all
-- The set-up link makes one person, and only while there is none.
INSERT INTO person (epost, navn, rolle, spraak, opprettet)
SELECT :epost, :navn, 0, :spraak, :naa WHERE NOT EXISTS (SELECT 1 FROM person);

-- query: person_med_epost   right: all system
-- Nothing of it is shown: whether somebody has a login is not told to strangers.
SELECT id FROM person WHERE epost = :epost AND sperret = 0;

-- query: person_spraak   right: staff
UPDATE person SET spraak = :spraak WHERE id = :id;

-- query: personer   right: admin
SELECT p.id, p.epost, p.navn, p.rolle, p.kommune, p.sperret,
       (SELECT k.navn FROM kommune k WHERE k.nr = p.kommune ORDER BY k.fra DESC LIMIT 1)
       AS kommunenavn
FROM person p ORDER BY p.sperret, p.navn, p.id;

-- query: person_en   right: admin
SELECT id, epost, navn, rolle, kommune, sperret FROM person WHERE id = :id;

-- query: person_ny   right: admin system
INSERT INTO person (epost, navn, rolle, kommune, spraak, opprettet)
VALUES (:epost, :navn, :rolle, :kommune, :spraak, :naa);

-- query: person_rolle   right: admin
-- Not the last programleder: there would be nobody to let people in.
UPDATE person SET rolle = :rolle, kommune = :kommune
WHERE id = :id AND (:rolle = 0 OR rolle <> 0 OR sperret = 1 OR
      (SELECT count(*) FROM person p WHERE p.rolle = 0 AND p.sperret = 0) > 1);

-- query: person_sperr   right: admin
UPDATE person SET sperret = :sperret
WHERE id = :id AND (:sperret = 0 OR rolle <> 0 OR
      (SELECT count(*) FROM person p WHERE p.rolle = 0 AND p.sperret = 0) > 1);

-- query: oekter_for   right: admin
SELECT id FROM oekt WHERE person = :person;

-- query: oekter_slett   right: admin
DELETE FROM oekt WHERE person = :person;

-- query: samlinger_id   right: all
-- Where a login that ends may have screens open.
SELECT id FROM samling;

-- query: lenke_engang   right: all system
-- A link that is spent once: set-up and login.
INSERT INTO lenke (hash, slag, person, utloeper) VALUES (:hash, :slag, :person, :utloeper);

-- query: lenke_engang_finn   right: all
SELECT l.id, l.person FROM lenke l LEFT JOIN person p ON p.id = l.person
WHERE l.hash = :hash AND l.slag = :slag AND l.brukt IS NULL AND l.tilbakekalt IS NULL
  AND l.utloeper > :naa AND (l.person IS NULL OR p.sperret = 0);

-- query: lenke_engang_bruk   right: all
-- Whoever changes the row has spent it; everybody later changes none.
UPDATE lenke SET brukt = :naa
WHERE hash = :hash AND slag = :slag AND brukt IS NULL AND tilbakekalt IS NULL
  AND utloeper > :naa;

-- query: lenke_engang_stryk   right: system
UPDATE lenke SET tilbakekalt = :naa WHERE slag = :slag AND tilbakekalt IS NULL;

-- query: lenke_engang_rydd   right: all system
DELETE FROM lenke WHERE slag IN (0, 1) AND utloeper < :foer;

-- query: mine_samlinger   right: staff
-- What somebody leads, what is in the municipality they speak for, or all.
SELECT s.id, s.tittel, s.kommunenavn, s.sted, s.fase, min(d.dato) AS foerste,
       max(d.dato) AS siste, p.rolle = 0 OR v.person IS NOT NULL AS leder,
       coalesce(max(d.dato) >= :idag, 1) AS kommer
FROM person p
JOIN samling s
LEFT JOIN samling_veileder v ON v.samling = s.id AND v.person = p.id
LEFT JOIN dag d ON d.samling = s.id
WHERE p.id = :person
  AND (p.rolle = 0 OR v.person IS NOT NULL OR (p.rolle = 3 AND p.kommune = s.kommune))
GROUP BY s.id
ORDER BY kommer DESC, CASE WHEN coalesce(max(d.dato) >= :idag, 1) THEN min(d.dato) END,
         max(d.dato) DESC, s.id;
