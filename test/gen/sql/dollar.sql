-- query: a   right: all
SELECT id FROM ting WHERE id = :id AND navn = $navn;
