-- query: a   right: all
SELECT id FROM ting WHERE id = :for;
