-- query: kommuner_paa_dato   right: all system
-- `delt`: another municipality has the same name.
SELECT nr, navn, offisielt, fylke, fylkesnavn, innbyggere, aar, maalform, samisk, delt FROM (
    SELECT k.nr, k.navn, k.navn_offisielt AS offisielt, k.fylke, f.navn AS fylkesnavn,
           k.innbyggere, k.aar, k.maalform, k.samisk, k.sortering,
           count(*) OVER (PARTITION BY k.navn) > 1 AS delt
    FROM kommune k
    LEFT JOIN fylke f ON f.nr = k.fylke AND f.fra <= :dato
         AND (f.til IS NULL OR f.til >= :dato)
    WHERE k.fra <= :dato AND (k.til IS NULL OR k.til >= :dato))
WHERE :nr IS NULL OR nr = :nr
ORDER BY sortering, nr;

-- query: kommuner_antall   right: system
SELECT (SELECT count(*) FROM kommune) AS kommuner, (SELECT count(*) FROM fylke) AS fylker;

-- query: kommuner_gjeldende   right: system
-- What an import may end: the made-up county 99 is not the import's.
SELECT nr, fra FROM kommune WHERE til IS NULL AND fylke <> '99';

-- query: kommuner_rader   right: system
SELECT nr, fra FROM kommune;

-- query: kommune_put   right: system
INSERT INTO kommune (nr, navn, navn_offisielt, sortering, fylke, innbyggere, aar, maalform,
                     samisk, fra, til)
VALUES (:nr, :navn, :offisielt, :sortering, :fylke, :innbyggere, :aar, :maalform, :samisk,
        :fra, :til)
ON CONFLICT (nr, fra) DO UPDATE SET navn = excluded.navn,
    navn_offisielt = excluded.navn_offisielt, sortering = excluded.sortering,
    fylke = excluded.fylke, innbyggere = excluded.innbyggere, aar = excluded.aar,
    maalform = excluded.maalform, samisk = excluded.samisk, til = excluded.til
WHERE (navn, navn_offisielt, fylke, innbyggere, aar, maalform, samisk, til) IS NOT
      (excluded.navn, excluded.navn_offisielt, excluded.fylke, excluded.innbyggere,
       excluded.aar, excluded.maalform, excluded.samisk, excluded.til);

-- query: kommune_slutt   right: system
UPDATE kommune SET til = :til WHERE nr = :nr AND fra = :fra;

-- query: fylker_gjeldende   right: system
SELECT nr, fra FROM fylke WHERE til IS NULL AND nr <> '99';

-- query: fylker_rader   right: system
SELECT nr, fra FROM fylke;

-- query: fylke_put   right: system
INSERT INTO fylke (nr, navn, navn_offisielt, fra, til)
VALUES (:nr, :navn, :offisielt, :fra, :til)
ON CONFLICT (nr, fra) DO UPDATE SET navn = excluded.navn,
    navn_offisielt = excluded.navn_offisielt, til = excluded.til
WHERE (navn, navn_offisielt, til) IS NOT
      (excluded.navn, excluded.navn_offisielt, excluded.til);

-- query: fylke_slutt   right: system
UPDATE fylke SET til = :til WHERE nr = :nr AND fra = :fra;
