-- query: a   right: all
SELECT id FROM hus;
