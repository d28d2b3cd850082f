-- query: samling_en   right: participant wall remote contact leader system
SELECT kommune, kommunenavn, tittel, maalform, sted, kode, fase, dag, naa, svart, etter,
       frigitt, versjon
FROM samling WHERE id = :samling;

-- query: dager_i_samling   right: participant wall remote contact leader system
SELECT nr, dato, start FROM dag WHERE samling = :samling ORDER BY nr;

-- query: punkter_i_samling   right: participant wall remote contact leader system
-- What everybody may see of an item: its note is not among the columns.
SELECT id, dag, plass, slag, tittel, minutter, anker, omtrent, spor, ansvarlig, startet,
       avsluttet
FROM punkt WHERE samling = :samling ORDER BY dag, plass, id;

-- query: punkt_kort   right: participant wall remote contact leader system
SELECT id, dag, slag, tittel FROM punkt WHERE id = :id;

-- query: notater_i_samling   right: leader
SELECT id, notat FROM punkt WHERE samling = :samling ORDER BY dag, plass, id;

-- query: samling_rykk   right: remote contact leader system participant
-- The version rises with all that a screen can see.
UPDATE samling SET versjon = versjon + 1 WHERE id = :samling;

-- query: samling_fase   right: contact leader
UPDATE samling SET fase = :til WHERE id = :samling AND fase = :fra;

-- query: samling_dag   right: remote leader
UPDATE samling SET dag = :dag WHERE id = :samling;

-- query: samling_naa   right: remote leader
-- Moves to an item if the one that the caller saw is still under way.
UPDATE samling SET naa = :til, svart = 0
WHERE id = :samling AND coalesce(naa, 0) = :sett;

-- query: samling_svart   right: remote leader
UPDATE samling SET svart = :svart WHERE id = :samling;

-- query: samling_etter   right: remote leader
UPDATE samling SET etter = :etter WHERE id = :samling;

-- query: samling_frigi   right: leader
UPDATE samling SET frigitt = :frigitt WHERE id = :samling;

-- query: punkt_startet   right: remote leader
UPDATE punkt SET startet = coalesce(startet, :naa), avsluttet = NULL WHERE id = :id;

-- query: punkt_avsluttet   right: remote leader
UPDATE punkt SET avsluttet = :naa WHERE id = :id;

-- query: protokoll_ny   right: remote contact leader admin staff system all
INSERT INTO protokoll (samling, naar, hvem, hva, detalj)
VALUES (:samling, :naar, :hvem, :hva, :detalj);
