-- query: a   right: all
SELECT id, count(*) FROM ting;
