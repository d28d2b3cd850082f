-- query: konsoll_lengre   right: remote leader
-- The item under way gets a minute more.
UPDATE punkt SET minutter = minutter + 1 WHERE id = :id AND minutter < 600;

-- query: konsoll_konklusjon   right: leader
UPDATE punkt SET konklusjon = :konklusjon WHERE id = :id AND samling = :samling;

-- query: konsoll_deltakere   right: leader
-- How many have joined; a phone that joins anew counts again.
SELECT count(*) AS antall FROM deltaker WHERE samling = :samling;

-- query: konsoll_medleder   right: all
-- What somebody with a console link is asked to lead; the link has been checked.
SELECT kommunenavn, tittel FROM samling WHERE id = :samling;
