-- query: a   right: all
DELETE FROM ting; DELETE FROM ting;
