-- query: a   right: all
DROP TABLE ting;
