-- query: ordvalg_i_punkt   right: participant wall remote leader contact
SELECT ord, hode FROM ordvalg WHERE punkt = :punkt;

-- query: ordnavn_i_punkt   right: participant wall remote leader contact
SELECT hode, navn FROM ordnavn WHERE punkt = :punkt;

-- query: ordpar_i_punkt   right: participant wall remote leader contact
-- What the municipality whose item it is has said.
SELECT o.a, o.b, o.samme FROM ordpar o
WHERE o.kommune = (SELECT s.kommune FROM punkt p JOIN samling s ON s.id = p.samling
                   WHERE p.id = :punkt);

-- query: ordvalg_en   right: leader
SELECT hode AS verdi FROM ordvalg WHERE punkt = :punkt AND ord = :a;

-- query: ordvalg_sett   right: leader
INSERT INTO ordvalg (punkt, ord, hode) VALUES (:punkt, :a, :verdi)
ON CONFLICT (punkt, ord) DO UPDATE SET hode = excluded.hode;

-- query: ordvalg_slett   right: leader
DELETE FROM ordvalg WHERE punkt = :punkt AND ord = :a;

-- query: ordnavn_en   right: leader
SELECT navn AS verdi FROM ordnavn WHERE punkt = :punkt AND hode = :a;

-- query: ordnavn_sett   right: leader
INSERT INTO ordnavn (punkt, hode, navn) VALUES (:punkt, :a, :verdi)
ON CONFLICT (punkt, hode) DO UPDATE SET navn = excluded.navn;

-- query: ordnavn_slett   right: leader
DELETE FROM ordnavn WHERE punkt = :punkt AND hode = :a;

-- query: ordpar_en   right: leader
SELECT CAST(o.samme AS TEXT) AS verdi FROM ordpar o
WHERE o.kommune = (SELECT s.kommune FROM punkt p JOIN samling s ON s.id = p.samling
                   WHERE p.id = :punkt) AND o.a = :a AND o.b = :b;

-- query: ordpar_sett   right: leader
INSERT INTO ordpar (kommune, a, b, samme)
SELECT s.kommune, :a, :b, CAST(:verdi AS INTEGER)
FROM punkt p JOIN samling s ON s.id = p.samling WHERE p.id = :punkt
ON CONFLICT (kommune, a, b) DO UPDATE SET samme = excluded.samme;

-- query: ordpar_slett   right: leader
DELETE FROM ordpar
WHERE kommune = (SELECT s.kommune FROM punkt p JOIN samling s ON s.id = p.samling
                 WHERE p.id = :punkt) AND a = :a AND b = :b;

-- query: orddom_en   right: leader
SELECT CAST(vedtak AS TEXT) AS verdi FROM moderering WHERE punkt = :punkt AND tekst = :a;

-- query: orddom_sett   right: leader
INSERT INTO moderering (punkt, tekst, vedtak) VALUES (:punkt, :a, CAST(:verdi AS INTEGER))
ON CONFLICT (punkt, tekst) DO UPDATE SET vedtak = excluded.vedtak;

-- query: orddom_slett   right: leader
DELETE FROM moderering WHERE punkt = :punkt AND tekst = :a;

-- query: ordangre_nr   right: leader
-- The newest act that can be undone; none gives 0.
SELECT coalesce(max(nr), 0) AS nr FROM ordangre WHERE punkt = :punkt;

-- query: ordangre_ny   right: leader
INSERT INTO ordangre (punkt, nr, hva, a, b, foer, etter)
VALUES (:punkt, :nr, :hva, :a, :b, :foer, :etter);

-- query: ordangre_rader   right: leader
SELECT hva, a, b, foer, etter FROM ordangre WHERE punkt = :punkt AND nr = :nr
ORDER BY id DESC;

-- query: ordangre_slett   right: leader
DELETE FROM ordangre WHERE punkt = :punkt AND nr = :nr;

-- query: ordangre_glem   right: leader
-- Only the newest can be undone.
DELETE FROM ordangre WHERE punkt = :punkt AND nr <= :nr;
