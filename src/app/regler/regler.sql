-- query: lokalregler   right: planner system
SELECT noekkel, verdi, endret FROM lokalregel WHERE kommune = :kommune;

-- query: lokalregler_i_samling   right: participant wall remote leader contact
-- Those of the municipality whose samling it is.
SELECT l.noekkel, l.verdi, l.endret, s.kommunenavn
FROM samling s JOIN lokalregel l ON l.kommune = s.kommune WHERE s.id = :samling;

-- query: lokalregel_sett   right: planner system
INSERT INTO lokalregel (kommune, noekkel, verdi, endret)
VALUES (:kommune, :noekkel, :verdi, :dato)
ON CONFLICT (kommune, noekkel) DO UPDATE SET verdi = excluded.verdi, endret = excluded.endret
WHERE verdi <> excluded.verdi;

-- query: lokalregel_slett   right: planner
DELETE FROM lokalregel WHERE kommune = :kommune AND noekkel = :noekkel;

-- query: lokalregel_sett_i_samling   right: contact
INSERT INTO lokalregel (kommune, noekkel, verdi, endret)
SELECT kommune, :noekkel, :verdi, :dato FROM samling WHERE id = :samling
ON CONFLICT (kommune, noekkel) DO UPDATE SET verdi = excluded.verdi, endret = excluded.endret
WHERE verdi <> excluded.verdi;

-- query: lokalregel_slett_i_samling   right: contact
DELETE FROM lokalregel
WHERE kommune = (SELECT kommune FROM samling WHERE id = :samling) AND noekkel = :noekkel;
