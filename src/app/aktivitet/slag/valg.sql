-- query: valg_stemmer   right: participant wall remote leader contact
SELECT runde, hvem, antall FROM valgstemme WHERE punkt = :punkt;

-- query: valg_loddene   right: participant wall remote leader contact
SELECT trekning, hvem FROM valglodd WHERE punkt = :punkt ORDER BY trekning, nr;

-- query: valg_lesninger   right: participant wall remote leader contact
SELECT spoersmaal, lesning FROM valglesning WHERE punkt = :punkt;

-- query: valg_en_til   right: leader
-- One more, or one fewer; never below none.
INSERT INTO valgstemme (punkt, runde, hvem, antall)
VALUES (:punkt, :runde, :hvem, max(0, :endring))
ON CONFLICT (punkt, runde, hvem)
DO UPDATE SET antall = min(:mest, max(0, antall + :endring));

-- query: valg_antall   right: leader
INSERT INTO valgstemme (punkt, runde, hvem, antall) VALUES (:punkt, :runde, :hvem, :antall)
ON CONFLICT (punkt, runde, hvem) DO UPDATE SET antall = excluded.antall;

-- query: valg_trukket   right: leader
INSERT INTO valglodd (punkt, trekning, nr, hvem)
VALUES (:punkt, :trekning, (SELECT coalesce(max(nr), 0) + 1 FROM valglodd
                            WHERE punkt = :punkt AND trekning = :trekning), :hvem);

-- query: valg_lodd_bort   right: leader
-- From that draw on: what was drawn rests on the votes, the second draw on the first.
DELETE FROM valglodd WHERE punkt = :punkt AND trekning >= :trekning;

-- query: valg_lest   right: leader
INSERT INTO valglesning (punkt, spoersmaal, lesning)
VALUES (:punkt, :spoersmaal, :lesning)
ON CONFLICT (punkt, spoersmaal) DO UPDATE SET lesning = excluded.lesning;
