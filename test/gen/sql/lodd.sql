-- query: a   right: all
SELECT id FROM ting ORDER BY random() LIMIT 1;
