-- query: lovtekst_paragraf   right: all
SELECT tekst, endret, lest_inn FROM lovtekst WHERE lov = :lov AND paragraf = :paragraf
ORDER BY ledd;

-- query: lovtekst_lover   right: system
SELECT lov, count(DISTINCT paragraf) AS paragrafer, max(lest_inn) AS lest_inn FROM lovtekst
GROUP BY lov ORDER BY lov;

-- query: lovtekst_put   right: system
INSERT INTO lovtekst (lov, paragraf, ledd, tekst, endret, lest_inn)
VALUES (:lov, :paragraf, :ledd, :tekst, :endret, :lest_inn);

-- query: lovtekst_slett   right: system
DELETE FROM lovtekst WHERE lov = :lov;
