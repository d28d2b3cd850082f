-- query: a   right: all
UPDATE ting SET navn = datetime('now');
