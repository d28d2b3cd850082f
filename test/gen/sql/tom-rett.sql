-- query: a   right:
SELECT id FROM ting;
