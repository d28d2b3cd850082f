-- query: a   right: all
SELECT id FROM ting;

-- query: a   right: all
SELECT navn FROM ting;
