-- query: jobb_bort   right: contact leader
-- Makes room for a new one, and forgets what is too old to be given out.
DELETE FROM jobb WHERE (samling = :samling AND slag = :slag) OR bestilt < :fra;

-- query: jobb_ny   right: contact leader
INSERT INTO jobb (samling, slag, fil, versjon, bestilt)
SELECT id, :slag, :fil, versjon, :naa FROM samling WHERE id = :samling;

-- query: jobb_av_slag   right: participant contact leader
SELECT fil, versjon, bestilt FROM jobb
WHERE samling = :samling AND slag = :slag AND bestilt >= :fra;

-- query: jobber   right: system
-- All that may be made or given out, in the order of the orders.
SELECT samling, slag, fil FROM jobb WHERE bestilt >= :fra ORDER BY bestilt, id;

-- query: jobber_glem   right: system
DELETE FROM jobb WHERE bestilt < :fra;
