-- query: a
SELECT id FROM ting;
