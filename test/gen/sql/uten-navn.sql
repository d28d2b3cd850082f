-- query: Ting-En   right: all
SELECT id FROM ting;
