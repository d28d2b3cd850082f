-- query: innstilling_les   right: system
SELECT verdi FROM innstilling WHERE navn = :navn;

-- query: innstilling_sett   right: system
INSERT INTO innstilling (navn, verdi) VALUES (:navn, :verdi)
ON CONFLICT (navn) DO UPDATE SET verdi = excluded.verdi;

-- query: sjekk_programledere   right: system
SELECT count(*) AS antall FROM person WHERE rolle = 0 AND sperret = 0;

-- query: sjekk_siste_hendelse   right: system
-- The clock has been there already, so it cannot be before it now.
SELECT coalesce(max(naar), 0) AS naar FROM protokoll;
