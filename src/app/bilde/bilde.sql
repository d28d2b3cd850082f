-- Pictures of a samling; an item refers to one by its sha in "oppsett".

-- query: bilde_tekst   right: participant wall remote contact leader
SELECT beskrivelse FROM bilde WHERE samling = :samling AND sha = :sha;

-- query: bilde_hent   right: participant wall contact leader
-- Only what an item refers to; in the hall (:i_salen) only when that item has begun.
SELECT b.type, CASE WHEN :med_bytes THEN b.bytes END AS bytes
FROM bilde b
WHERE b.samling = :samling AND b.sha = :sha
  AND EXISTS (SELECT 1 FROM punkt p
              WHERE p.samling = b.samling AND json_extract(p.oppsett, '$.bilde') = b.sha
                AND (NOT :i_salen OR p.startet IS NOT NULL));

-- query: bilde_punkt   right: leader
SELECT slag, tittel, coalesce(json_extract(oppsett, '$.bilde'), '') AS sha
FROM punkt WHERE id = :punkt AND samling = :samling;

-- query: bilde_sett   right: leader
INSERT INTO bilde (samling, sha, type, beskrivelse, bytes)
VALUES (:samling, :sha, :type, :beskrivelse, :bytes)
ON CONFLICT (samling, sha) DO UPDATE SET beskrivelse = excluded.beskrivelse;

-- query: bilde_tekst_sett   right: leader
UPDATE bilde SET beskrivelse = :beskrivelse WHERE samling = :samling AND sha = :sha;

-- query: bilde_i_punkt   right: leader
UPDATE punkt SET oppsett = json_set(oppsett, '$.bilde', :sha)
WHERE id = :punkt AND samling = :samling;

-- query: bilder_rydd   right: leader
DELETE FROM bilde WHERE samling = :samling AND sha NOT IN (
  SELECT json_extract(p.oppsett, '$.bilde') FROM punkt p
  WHERE p.samling = :samling AND json_extract(p.oppsett, '$.bilde') IS NOT NULL);

-- query: bilder_kopier   right: leader
INSERT INTO bilde (samling, sha, type, beskrivelse, bytes)
SELECT :til, sha, type, beskrivelse, bytes FROM bilde WHERE samling = :fra;

-- query: bilder_plass   right: leader
SELECT coalesce(sum(length(bytes)), 0) AS bytes FROM bilde
WHERE samling = :samling AND sha <> :unntatt;
