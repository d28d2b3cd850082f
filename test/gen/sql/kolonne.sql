-- query: ting_pris   right: all
-- The line of the mistake is told.
SELECT id,
       navn,
       kost
FROM ting;
