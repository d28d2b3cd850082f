-- The wording of sections that we have pages of, when an operator has loaded it.
CREATE TABLE lovtekst (
    lov      TEXT NOT NULL,        -- LOV-2018-06-22-83
    paragraf TEXT NOT NULL,        -- 7-6
    ledd     INTEGER NOT NULL,     -- from 1
    tekst    TEXT NOT NULL,        -- a line for each item of a list
    endret   TEXT,                 -- last change in force, says the file; ISO date
    lest_inn TEXT NOT NULL,        -- ISO date
    PRIMARY KEY (lov, paragraf, ledd)
) STRICT, WITHOUT ROWID;
