SELECT id FROM ting;
