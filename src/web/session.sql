-- query: oekt_finn   right: all
-- A login that has not run out, with its person or the link it came from.
SELECT o.id, o.person, o.lenke, p.navn, p.rolle, p.spraak, p.kommune,
       l.slag AS lenkeslag, l.samling AS lenkesamling, l.navn AS lenkenavn
FROM oekt o
LEFT JOIN person p ON p.id = o.person
LEFT JOIN lenke l ON l.id = o.lenke
WHERE o.hash = :hash AND o.utloeper > :naa
  AND (o.person IS NULL OR p.sperret = 0)
  AND (o.lenke IS NULL OR (l.tilbakekalt IS NULL AND l.utloeper > :naa));

-- query: lenke_finn   right: all
SELECT id, slag, person, samling, navn, brukt
FROM lenke
WHERE hash = :hash AND utloeper > :naa AND tilbakekalt IS NULL;

-- query: deltaker_finn   right: all
SELECT id, rolle, navn FROM deltaker WHERE samling = :samling AND token = :token;

-- query: samling_finnes   right: all
-- What the rights of a request are settled by; nothing of it is shown.
SELECT s.maalform, s.kommune, v.person IS NOT NULL AS veileder
FROM samling s
LEFT JOIN samling_veileder v ON v.samling = s.id AND v.person = :person
WHERE s.id = :samling;

-- query: oekt_ny   right: all
INSERT INTO oekt (hash, person, lenke, opprettet, utloeper)
VALUES (:hash, :person, :lenke, :naa, :utloeper);

-- query: oekt_slett   right: all
DELETE FROM oekt WHERE id = :id;

-- query: oekt_rydd   right: all
DELETE FROM oekt WHERE utloeper <= :naa;
