-- query: evaluering_runder   right: planner
-- Of rounds that are closed: before that a row is a whole answer.  A rehearsal has no people.
SELECT r.id, s.tittel, s.kommunenavn, coalesce(max(d.dato), '') AS dato,
       coalesce(r.antall, 0) AS antall
FROM runde r
JOIN punkt p ON p.id = r.punkt
JOIN samling s ON s.id = p.samling
LEFT JOIN dag d ON d.samling = s.id
WHERE p.slag = 'evaluering' AND r.fase = 2
  AND NOT EXISTS (SELECT 1 FROM proeve WHERE proeve.samling = s.id)
GROUP BY r.id
ORDER BY dato DESC, r.id DESC;

-- query: evaluering_tall   right: planner
-- How many gave a statement a value.  What people wrote never looks like this
-- (not_a_pair() in slag/felles.h), and is not read.
SELECT sv.runde, CAST(substr(sv.verdi, 1, 1) AS INTEGER) AS utsagn,
       CAST(substr(sv.verdi, 3, 1) AS INTEGER) AS tall, count(*) AS antall
FROM svar sv
JOIN runde r ON r.id = sv.runde
JOIN punkt p ON p.id = r.punkt
WHERE p.slag = 'evaluering' AND r.fase = 2 AND sv.verdi GLOB '[1-5]=[1-6]'
GROUP BY sv.runde, utsagn, tall;
