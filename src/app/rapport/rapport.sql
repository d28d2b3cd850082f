-- query: rapport_oppmoete   right: participant contact leader
-- How many joined, never who; day 0 is a day that is not in the programme.
SELECT coalesce((SELECT g.nr FROM dag g
                 WHERE g.samling = d.samling AND g.dato = d.dato), 0) AS dag,
       d.rolle, count(*) AS antall
FROM deltaker d WHERE d.samling = :samling
GROUP BY 1, 2 ORDER BY 1, 2;

-- query: rapport_navn   right: contact leader
-- Who answered what, of those who gave a name, where that was said beforehand (level 0,
-- open) and the round is over.  The conditions stand here so that no caller can forget them.
SELECT n.navn, n.parti, s.verdi
FROM svar s
JOIN runde r ON r.id = s.runde AND r.fase = 2
JOIN punkt p ON p.id = r.punkt AND p.nivaa = 0
JOIN deltaker d ON d.id = s.noekkel AND d.samling = p.samling
JOIN navneliste n ON n.id = d.navn
WHERE s.runde = :runde ORDER BY n.navn, n.id;

-- query: rapport_protokoll   right: contact leader
SELECT naar, hvem, hva, detalj FROM protokoll WHERE samling = :samling ORDER BY id;
