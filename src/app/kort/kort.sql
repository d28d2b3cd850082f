-- query: kort_i_punkt   right: participant wall remote leader contact
-- The cards of an item and of those it goes on from, back through its own samling; they are
-- the same cards in all of them.  Texts that moderation held back tell it themselves.
WITH RECURSIVE samme (id) AS (
    SELECT :punkt
    UNION
    SELECT f.id FROM samme JOIN punkt p ON p.id = samme.id
                JOIN punkt f ON f.id = p.gjelder AND f.samling = p.samling)
SELECT k.id, k.punkt, k.side, k.tekst, k.ordlyd, k.gruppe, k.hode, k.trinn, k.status, k.talt
FROM kort k WHERE k.punkt IN (SELECT id FROM samme) ORDER BY k.id;

-- query: kort_vedtatt   right: participant wall remote leader contact
-- What was adopted in an item of an earlier samling of the same municipality.
WITH RECURSIVE samme (id) AS (
    SELECT p.gjelder FROM punkt p JOIN samling s ON s.id = p.samling
           JOIN punkt f ON f.id = p.gjelder JOIN samling t ON t.id = f.samling
    WHERE p.id = :punkt AND t.kommune = s.kommune
    UNION
    SELECT f.id FROM samme JOIN punkt p ON p.id = samme.id
                JOIN punkt f ON f.id = p.gjelder AND f.samling = p.samling)
SELECT k.id, k.punkt, k.side, k.tekst, k.ordlyd, k.gruppe, k.hode, k.trinn, k.status, k.talt
FROM kort k WHERE k.punkt IN (SELECT id FROM samme) AND k.status = 2 AND k.hode IS NULL
ORDER BY k.id;

-- query: kortpar_i_punkt   right: leader
-- What was said no to, in this item or one that it goes on from.
WITH RECURSIVE samme (id) AS (
    SELECT :punkt
    UNION
    SELECT f.id FROM samme JOIN punkt p ON p.id = samme.id
                JOIN punkt f ON f.id = p.gjelder AND f.samling = p.samling)
SELECT a, b FROM kortpar WHERE punkt IN (SELECT id FROM samme);

-- query: kortpar_ny   right: leader
INSERT INTO kortpar (punkt, a, b) VALUES (:punkt, :a, :b) ON CONFLICT DO NOTHING;

-- query: kort_ny   right: leader remote
INSERT INTO kort (punkt, side, tekst) VALUES (:punkt, :side, :tekst);

-- query: kort_sammen   right: leader
-- Into the card :hode, if both still stand by themselves.
UPDATE kort SET hode = :hode, talt = talt | :talt,
       trinn = 1 + (SELECT coalesce(max(k.trinn), 0) FROM kort k
                    JOIN punkt p ON p.id = k.punkt
                    WHERE p.samling = :samling)
WHERE id = :id AND hode IS NULL AND status <> 1
      AND EXISTS (SELECT 1 FROM kort h WHERE h.id = :hode AND h.hode IS NULL AND h.status <> 1);

-- query: kort_skilt   right: leader
UPDATE kort SET hode = NULL, trinn = 0 WHERE id = :id AND hode = :hode;

-- query: kort_status   right: leader remote
-- From the one that was seen.
UPDATE kort SET status = :til, talt = talt | :talt
WHERE id = :id AND status = :fra AND hode IS NULL;

-- query: kort_ordlyd   right: leader
-- From the wording that was seen.
UPDATE kort SET ordlyd = :ordlyd WHERE id = :id AND hode IS NULL AND ordlyd = :foer;

-- query: kort_har_prikker   right: leader
-- Has anybody given this card a dot, in a round that the samling still shows?
SELECT EXISTS (SELECT 1 FROM svar s JOIN runde r ON r.id = s.runde JOIN punkt p ON p.id = r.punkt
               WHERE p.samling = :samling
                     AND instr(char(10) || s.verdi || char(10),
                               char(10) || :verdi || char(10)) > 0)
       OR EXISTS (SELECT 1 FROM handtelling h JOIN runde r ON r.id = h.runde
                  JOIN punkt p ON p.id = r.punkt
                  WHERE p.samling = :samling AND h.verdi = :verdi AND h.antall > 0) AS har;

-- query: kort_holdt_tilbake   right: participant wall remote leader contact
-- Texts that are hidden, folded, of the items whose cards these are, or may be.
WITH RECURSIVE samme (id) AS (
    SELECT :punkt
    UNION
    SELECT f.id FROM samme JOIN punkt p ON p.id = samme.id
                JOIN punkt f ON f.id = p.gjelder)
SELECT m.punkt, m.tekst FROM moderering m
WHERE m.vedtak = 2 AND m.punkt IN (SELECT id FROM samme);
