-- query: lapp_ny   right: leader
INSERT INTO lapp (tall, tekst, bilde) VALUES (:tall, :tekst, :bilde) RETURNING id, tekst;

-- query: lapp_hent   right: all
SELECT id, tall, tekst, bilde FROM lapp WHERE id = :id;

-- query: lapp_alle   right: wall participant
SELECT tall FROM lapp ORDER BY tall;

-- query: lapp_endre   right: leader admin
UPDATE lapp SET tekst = :tekst WHERE tall >= :fra;

-- query: lapp_slett   right: system
DELETE FROM lapp WHERE tall = :tall;

-- query: lapp_tell   right: all
SELECT count(*) AS antall FROM lapp;

-- query: eier_ny   right: participant
INSERT INTO eier (navn, lapp, alder) VALUES (:navn, :lapp, :alder);
