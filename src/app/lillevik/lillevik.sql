-- query: spill_samling   right: system
-- The newest that has not ended and has a day today or later.
SELECT s.id FROM samling s WHERE s.fase BETWEEN 1 AND 2
  AND EXISTS (SELECT 1 FROM dag d WHERE d.samling = s.id AND d.dato >= :idag)
ORDER BY s.id DESC LIMIT 1;
