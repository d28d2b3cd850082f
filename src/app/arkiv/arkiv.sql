-- The archive (doc/arkiv.md): each table read whole, and a row of it put in.  The columns stand
-- in the order of tabell.c; test_arkiv holds both against the schema.

-- query: arkiv_er_proeve   right: system
SELECT 1 AS ja FROM proeve WHERE samling = :samling;

-- query: arkiv_les_samling   right: system
SELECT kommune, kommunenavn, tittel, maalform, sted, kode, fase, dag, naa, svart, etter,
       frigitt, versjon, opprettet
FROM samling WHERE id = :samling
ORDER BY id;

-- query: arkiv_inn_samling   right: system
INSERT INTO samling (kommune, kommunenavn, tittel, maalform, sted, kode, fase, dag, svart,
       etter, frigitt, versjon, opprettet)
VALUES (:kommune, :kommunenavn, :tittel, :maalform, :sted, :kode, :fase, :dag, :svart, :etter,
       :frigitt, :versjon, :opprettet);

-- query: arkiv_siden_samling   right: system
UPDATE samling SET naa = :naa WHERE id = :id;

-- query: arkiv_les_dag   right: system
SELECT nr, dato, start
FROM dag WHERE samling = :samling
ORDER BY nr;

-- query: arkiv_inn_dag   right: system
INSERT INTO dag (samling, nr, dato, start)
VALUES (:samling, :nr, :dato, :start);

-- query: arkiv_les_punkt   right: system
SELECT id, dag, plass, slag, tittel, minutter, anker, omtrent, spor, ansvarlig, notat, oppsett,
       nivaa, vis, hold, nedtelling, konklusjon, startet, avsluttet, gjelder
FROM punkt WHERE samling = :samling
ORDER BY id;

-- query: arkiv_inn_punkt   right: system
INSERT INTO punkt (samling, dag, plass, slag, tittel, minutter, anker, omtrent, spor, ansvarlig,
       notat, oppsett, nivaa, vis, hold, nedtelling, konklusjon, startet, avsluttet)
VALUES (:samling, :dag, :plass, :slag, :tittel, :minutter, :anker, :omtrent, :spor, :ansvarlig,
       :notat, :oppsett, :nivaa, :vis, :hold, :nedtelling, :konklusjon, :startet, :avsluttet);

-- query: arkiv_siden_punkt   right: system
UPDATE punkt SET gjelder = :gjelder WHERE id = :id;

-- query: arkiv_les_bilde   right: system
SELECT sha, type, beskrivelse, bytes
FROM bilde WHERE samling = :samling
ORDER BY sha;

-- query: arkiv_inn_bilde   right: system
INSERT INTO bilde (samling, sha, type, beskrivelse, bytes)
VALUES (:samling, :sha, :type, :beskrivelse, :bytes);

-- query: arkiv_les_kort   right: system
SELECT id, punkt, side, tekst, ordlyd, gruppe, felt, hode, trinn, status, talt
FROM kort WHERE punkt IN (SELECT p.id FROM punkt p WHERE p.samling = :samling)
ORDER BY id;

-- query: arkiv_inn_kort   right: system
INSERT INTO kort (punkt, side, tekst, ordlyd, gruppe, felt, trinn, status, talt)
VALUES (:punkt, :side, :tekst, :ordlyd, :gruppe, :felt, :trinn, :status, :talt);

-- query: arkiv_siden_kort   right: system
UPDATE kort SET hode = :hode WHERE id = :id;

-- query: arkiv_les_kortpar   right: system
SELECT punkt, a, b
FROM kortpar WHERE punkt IN (SELECT p.id FROM punkt p WHERE p.samling = :samling)
ORDER BY punkt, a, b;

-- query: arkiv_inn_kortpar   right: system
INSERT INTO kortpar (punkt, a, b)
VALUES (:punkt, :a, :b);

-- query: arkiv_les_navneliste   right: system
SELECT id, navn, parti, rolle, stilling, kjoenn, foedt, ny, ekstern, frammoete
FROM navneliste WHERE samling = :samling
ORDER BY id;

-- query: arkiv_inn_navneliste   right: system
INSERT INTO navneliste (samling, navn, parti, rolle, stilling, kjoenn, foedt, ny, ekstern,
       frammoete)
VALUES (:samling, :navn, :parti, :rolle, :stilling, :kjoenn, :foedt, :ny, :ekstern, :frammoete);

-- query: arkiv_les_deltaker   right: system
SELECT id, rolle, navn, dato
FROM deltaker WHERE samling = :samling
ORDER BY id;

-- query: arkiv_inn_deltaker   right: system
INSERT INTO deltaker (id, samling, token, rolle, navn, dato)
VALUES (:id, :samling, :token, :rolle, :navn, :dato);

-- query: arkiv_les_runde   right: system
SELECT id, punkt, del, nr, fase, vist, slutt, total, antall, aapnet, lukket, delt
FROM runde WHERE punkt IN (SELECT p.id FROM punkt p WHERE p.samling = :samling)
ORDER BY id;

-- query: arkiv_inn_runde   right: system
INSERT INTO runde (punkt, del, nr, fase, vist, slutt, total, antall, aapnet, lukket, delt)
VALUES (:punkt, :del, :nr, :fase, :vist, :slutt, :total, :antall, :aapnet, :lukket, :delt);

-- query: arkiv_les_runderolle   right: system
SELECT runde, rolle, antall
FROM runderolle WHERE runde IN (SELECT r.id FROM runde r JOIN punkt p ON p.id = r.punkt
                WHERE p.samling = :samling)
ORDER BY runde, rolle;

-- query: arkiv_inn_runderolle   right: system
INSERT INTO runderolle (runde, rolle, antall)
VALUES (:runde, :rolle, :antall);

-- query: arkiv_les_svar   right: system
SELECT runde, noekkel, verdi, rolle
FROM svar WHERE runde IN (SELECT r.id FROM runde r JOIN punkt p ON p.id = r.punkt
                WHERE p.samling = :samling)
ORDER BY runde, noekkel;

-- query: arkiv_inn_svar   right: system
INSERT INTO svar (runde, noekkel, verdi, rolle)
VALUES (:runde, :noekkel, :verdi, :rolle);

-- query: arkiv_les_handtelling   right: system
SELECT runde, verdi, antall
FROM handtelling WHERE runde IN (SELECT r.id FROM runde r JOIN punkt p ON p.id = r.punkt
                WHERE p.samling = :samling)
ORDER BY runde, verdi;

-- query: arkiv_inn_handtelling   right: system
INSERT INTO handtelling (runde, verdi, antall)
VALUES (:runde, :verdi, :antall);

-- query: arkiv_les_moderering   right: system
SELECT punkt, tekst, vedtak
FROM moderering WHERE punkt IN (SELECT p.id FROM punkt p WHERE p.samling = :samling)
ORDER BY punkt, tekst;

-- query: arkiv_inn_moderering   right: system
INSERT INTO moderering (punkt, tekst, vedtak)
VALUES (:punkt, :tekst, :vedtak);

-- query: arkiv_les_ordvalg   right: system
SELECT punkt, ord, hode
FROM ordvalg WHERE punkt IN (SELECT p.id FROM punkt p WHERE p.samling = :samling)
ORDER BY punkt, ord;

-- query: arkiv_inn_ordvalg   right: system
INSERT INTO ordvalg (punkt, ord, hode)
VALUES (:punkt, :ord, :hode);

-- query: arkiv_les_ordnavn   right: system
SELECT punkt, hode, navn
FROM ordnavn WHERE punkt IN (SELECT p.id FROM punkt p WHERE p.samling = :samling)
ORDER BY punkt, hode;

-- query: arkiv_inn_ordnavn   right: system
INSERT INTO ordnavn (punkt, hode, navn)
VALUES (:punkt, :hode, :navn);

-- query: arkiv_les_ordangre   right: system
SELECT id, punkt, nr, hva, a, b, foer, etter
FROM ordangre WHERE punkt IN (SELECT p.id FROM punkt p WHERE p.samling = :samling)
ORDER BY id;

-- query: arkiv_inn_ordangre   right: system
INSERT INTO ordangre (punkt, nr, hva, a, b, foer, etter)
VALUES (:punkt, :nr, :hva, :a, :b, :foer, :etter);

-- query: arkiv_les_gruppedeling   right: system
SELECT punkt, fro, vist, telefoner, gjentak, brudd
FROM gruppedeling WHERE punkt IN (SELECT p.id FROM punkt p WHERE p.samling = :samling)
ORDER BY punkt;

-- query: arkiv_inn_gruppedeling   right: system
INSERT INTO gruppedeling (punkt, fro, vist, telefoner, gjentak, brudd)
VALUES (:punkt, :fro, :vist, :telefoner, :gjentak, :brudd);

-- query: arkiv_les_gruppe   right: system
SELECT punkt, nr, rom, side, leder, yngst
FROM gruppe WHERE punkt IN (SELECT p.id FROM punkt p WHERE p.samling = :samling)
ORDER BY punkt, nr;

-- query: arkiv_inn_gruppe   right: system
INSERT INTO gruppe (punkt, nr, rom, side, leder, yngst)
VALUES (:punkt, :nr, :rom, :side, :leder, :yngst);

-- query: arkiv_les_gruppeplass   right: system
SELECT punkt, navn, gruppe, laast
FROM gruppeplass WHERE punkt IN (SELECT p.id FROM punkt p WHERE p.samling = :samling)
ORDER BY punkt, navn;

-- query: arkiv_inn_gruppeplass   right: system
INSERT INTO gruppeplass (punkt, navn, gruppe, laast)
VALUES (:punkt, :navn, :gruppe, :laast);

-- query: arkiv_les_gruppetelefon   right: system
SELECT punkt, deltaker, gruppe
FROM gruppetelefon WHERE punkt IN (SELECT p.id FROM punkt p WHERE p.samling = :samling)
ORDER BY punkt, deltaker;

-- query: arkiv_inn_gruppetelefon   right: system
INSERT INTO gruppetelefon (punkt, deltaker, gruppe)
VALUES (:punkt, :deltaker, :gruppe);

-- query: arkiv_les_grupperegel   right: system
SELECT slag, a, b
FROM grupperegel WHERE samling = :samling
ORDER BY slag, a, b;

-- query: arkiv_inn_grupperegel   right: system
INSERT INTO grupperegel (samling, slag, a, b)
VALUES (:samling, :slag, :a, :b);

-- query: arkiv_les_grupperom   right: system
SELECT nr, navn, plasser
FROM grupperom WHERE samling = :samling
ORDER BY nr;

-- query: arkiv_inn_grupperom   right: system
INSERT INTO grupperom (samling, nr, navn, plasser)
VALUES (:samling, :nr, :navn, :plasser);

-- query: arkiv_les_punktfase   right: system
SELECT punkt, fase, slutt, total
FROM punktfase WHERE punkt IN (SELECT p.id FROM punkt p WHERE p.samling = :samling)
ORDER BY punkt;

-- query: arkiv_inn_punktfase   right: system
INSERT INTO punktfase (punkt, fase, slutt, total)
VALUES (:punkt, :fase, :slutt, :total);

-- query: arkiv_les_talerliste   right: system
SELECT punkt, strek, tid_vist
FROM talerliste WHERE punkt IN (SELECT p.id FROM punkt p WHERE p.samling = :samling)
ORDER BY punkt;

-- query: arkiv_inn_talerliste   right: system
INSERT INTO talerliste (punkt, strek, tid_vist)
VALUES (:punkt, :strek, :tid_vist);

-- query: arkiv_les_taler   right: system
SELECT id, punkt, navn, tekst, deltaker, rolle, slag, svar_paa, plass, fase, tur, sekunder,
       startet, brukt, igjen
FROM taler WHERE punkt IN (SELECT p.id FROM punkt p WHERE p.samling = :samling)
ORDER BY id;

-- query: arkiv_inn_taler   right: system
INSERT INTO taler (punkt, navn, tekst, deltaker, rolle, slag, plass, fase, tur, sekunder,
       startet, brukt, igjen)
VALUES (:punkt, :navn, :tekst, :deltaker, :rolle, :slag, :plass, :fase, :tur, :sekunder,
       :startet, :brukt, :igjen);

-- query: arkiv_siden_taler   right: system
UPDATE taler SET svar_paa = :svar_paa WHERE id = :id;

-- query: arkiv_les_talersum   right: system
SELECT punkt, rolle, antall, replikker, personer, brukt
FROM talersum WHERE punkt IN (SELECT p.id FROM punkt p WHERE p.samling = :samling)
ORDER BY punkt, rolle;

-- query: arkiv_inn_talersum   right: system
INSERT INTO talersum (punkt, rolle, antall, replikker, personer, brukt)
VALUES (:punkt, :rolle, :antall, :replikker, :personer, :brukt);

-- query: arkiv_les_valgstemme   right: system
SELECT punkt, runde, hvem, antall
FROM valgstemme WHERE punkt IN (SELECT p.id FROM punkt p WHERE p.samling = :samling)
ORDER BY punkt, runde, hvem;

-- query: arkiv_inn_valgstemme   right: system
INSERT INTO valgstemme (punkt, runde, hvem, antall) VALUES (:punkt, :runde, :hvem, :antall);

-- query: arkiv_les_valglodd   right: system
SELECT punkt, trekning, nr, hvem
FROM valglodd WHERE punkt IN (SELECT p.id FROM punkt p WHERE p.samling = :samling)
ORDER BY punkt, trekning, nr;

-- query: arkiv_inn_valglodd   right: system
INSERT INTO valglodd (punkt, trekning, nr, hvem) VALUES (:punkt, :trekning, :nr, :hvem);

-- query: arkiv_les_valglesning   right: system
SELECT punkt, spoersmaal, lesning
FROM valglesning WHERE punkt IN (SELECT p.id FROM punkt p WHERE p.samling = :samling)
ORDER BY punkt, spoersmaal;

-- query: arkiv_inn_valglesning   right: system
INSERT INTO valglesning (punkt, spoersmaal, lesning) VALUES (:punkt, :spoersmaal, :lesning);

-- query: arkiv_les_protokoll   right: system
SELECT id, naar, hvem, hva, detalj
FROM protokoll WHERE samling = :samling
ORDER BY id;

-- query: arkiv_inn_protokoll   right: system
INSERT INTO protokoll (samling, naar, hvem, hva, detalj)
VALUES (:samling, :naar, :hvem, :hva, :detalj);
