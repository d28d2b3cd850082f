-- query: a   right: leader konge
SELECT id FROM ting;
