-- query: a   right: all
SELECT t.id, o.id FROM ting t JOIN ting o;
